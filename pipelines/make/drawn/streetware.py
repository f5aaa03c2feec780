"""What stands in streets and on quays: lamps, railings, awnings, bunting; rain on the ground."""

import skia

from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline
from pipelines.make.drawn.stirrings import coming_and_going, rings, together, wave

Glow = tuple[float, float, float, Colour, float]
WARM = hexa("#ffcf87")


def lamp_post(sheet: Sheet, x: float, y: float, tall: float) -> list[Glow]:
    """A street lamp with its foot at (x, y). Its lights, for a layer of light."""
    if not sheet.shows("street lamp"):
        return []
    u = tall / 330
    iron = sheet.light.on(hexa("#3a4052"))
    canvas, on = sheet.canvas, sheet.light.lamps
    canvas.drawRect(skia.Rect(x - 4 * u, y - tall, x + 4 * u, y), flat(iron))
    canvas.drawRect(skia.Rect(x - 9 * u, y - tall * 0.12, x + 9 * u, y), flat(iron))
    head = outline(
        [
            (x - 15 * u, y - tall),
            (x + 15 * u, y - tall),
            (x + 10 * u, y - tall + 34 * u),
            (x - 10 * u, y - tall + 34 * u),
        ]
    )
    canvas.drawPath(head, flat(hexa("#fff0bf") if on else sheet.light.on(hexa("#dfe6ea"))))
    canvas.drawPath(outline([(x - 19 * u, y - tall), (x, y - tall - 17 * u), (x + 19 * u, y - tall)]), flat(iron))
    if not on:
        return []
    return [(x, y - tall + 16 * u, tall * 0.85, WARM, 0.75), (x, y, tall * 0.5, WARM, 0.16)]


def railing(sheet: Sheet, y: float, tall: float) -> None:
    """A railing from edge to edge, its foot at `y`."""
    light, w, u = sheet.light, sheet.w, sheet.u
    iron = light.on(hexa("#4a5266"))
    bars, x = skia.Path(), -0.12 * w
    while x < 1.12 * w:
        bars.addRect(skia.Rect.MakeXYWH(x, y - tall, 3.4 * u, tall))
        x += 26 * u
    sheet.canvas.drawPath(bars, flat(iron, 0.9))
    for up, thick in ((1.0, 9), (0.16, 6)):
        bar = skia.Rect(-0.12 * w, y - tall * up - thick * u / 2, 1.12 * w, y - tall * up + thick * u / 2)
        sheet.canvas.drawRect(
            bar, down(bar.top(), bar.bottom(), (0, lighter(iron, 0.35), 1), (1, darker(iron, 0.2), 1))
        )


def awning(sheet: Sheet, left: float, top: float, w: float, h: float, own: Colour) -> None:
    """A striped awning with a scalloped edge."""
    light, count = sheet.light, max(5, int(w / (34 * sheet.u)))
    for i in range(count):
        tone = light.on(own if i % 2 else hexa("#fbf3e4"))
        a, b = left + w * i / count, left + w * (i + 1) / count
        inset = w * 0.03
        ax, bx = a + inset * (1 - 2 * i / count), b + inset * (1 - 2 * (i + 1) / count)
        strip = outline([(ax, top), (bx, top), (b, top + h), (a, top + h)])
        sheet.canvas.drawPath(strip, down(top, top + h, (0, lighter(tone, 0.15), 1), (1, darker(tone, 0.14), 1)))
        sheet.canvas.drawOval(skia.Rect(a, top + h * 0.8, b, top + h * 1.2), flat(darker(tone, 0.14)))


def bunting(sheet: Sheet, start: tuple[float, float], end: tuple[float, float], sag: float) -> Live:
    """A string of small flags that sways."""
    tones = [sheet.light.on(hexa(c)) for c in ("#e2503f", "#f7c04a", "#4f9ac9", "#6fb86a", "#f4efe4")]
    u, count = sheet.u, 18
    string = flat(sheet.light.on(hexa("#6a5a4a")))
    string.setStyle(skia.Paint.kStroke_Style)
    string.setStrokeWidth(2 * u)

    def at(t: float, seconds: float) -> tuple[float, float]:
        drop = sag * 4 * t * (1 - t)
        sway = 5 * u * wave(seconds, 1, t * 1.3)
        return start[0] + (end[0] - start[0]) * t + sway * 0.5, start[1] + (end[1] - start[1]) * t + drop + sway

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawPath(outline([at(i / 24, seconds) for i in range(25)], close=False), string)
        paths = [skia.Path() for _ in tones]
        for i in range(count):
            x, y = at((i + 0.5) / count, seconds)
            tip = 7 * u * wave(seconds, 2, i * 0.21)
            paths[i % 5].addPoly(
                [skia.Point(x - 15 * u, y), skia.Point(x + 15 * u, y), skia.Point(x + tip, y + 34 * u)], True
            )
        for path, tone in zip(paths, tones, strict=True):
            canvas.drawPath(path, flat(tone))

    return live


Way = tuple[float, float, float]  # its middle where it vanishes, that row, pixels to each side a pixel below it


def wet(sheet: Sheet, top: float, bottom: float, lamps: list[Glow], way: Way | None = None) -> Live:
    """Rain on the ground between two rows: rings of drops, and lamps that lie in the wet as long trembling lights.

    `way`: the ground between the houses of a street that runs away from us, where there is no other.
    """
    spots = []
    for _ in range(30):
        t, x = sheet.between(0.05, 1), sheet.between(0, 1) * sheet.w
        y = top + (bottom - top) * t
        if way:
            x = way[0] + (x / sheet.w * 2 - 1) * way[2] * (y - way[1])
        spots.append((x, y, (7 + 30 * t) * sheet.u))
    lives = [rings(sheet, spots, lighter(sheet.light.sky[-1], 0.35), 0.28)]
    for _, tone in {tone: tone for _, _, _, tone, _ in lamps}.items():
        groups = []
        for k in range(5):
            path = skia.Path()
            for x, y, r, own, _ in lamps:
                if own != tone:
                    continue
                reach = min(bottom - top, r * 1.4)
                for i in range(k, 12, 3):
                    t = (i + sheet.between(0, 0.9)) / 12
                    wide, gy = (6 + 15 * t) * sheet.u * sheet.between(0.6, 1.4), max(top, y + 1.1 * r) + reach * t
                    gx = x + sheet.between(-7, 7) * sheet.u
                    path.addOval(
                        skia.Rect(
                            gx - wide, max(top, min(gy, bottom)), gx + wide, max(top, min(gy, bottom)) + 4 * sheet.u
                        )
                    )
            groups.append((path, flat(tone, 0.4)))
        lives.append(coming_and_going(groups, 2, (5 * sheet.u, 0)))
    return together(*lives)


def gloss(sheet: Sheet, top: float) -> None:
    """The sky in wet ground, on the ground's own layer: what stands on it is painted after it."""
    if sheet.light.weather in ("rain", "storm"):
        light, w, h = sheet.light, sheet.w, sheet.h
        reach = top + 0.12 * (h - top)
        stops = ((0, light.sky[-1], 0.0), (0.12, light.sky[-1], 0.36), (1, light.sky[-2], 0.12))
        sheet.canvas.drawRect(skia.Rect(-0.15 * w, top, 1.15 * w, h * 1.12), down(top, max(h, reach), *stops))


def sheen(sheet: Sheet, top: float, bottom: float, glows: list[Glow]) -> None:
    """Each lamp lies in the wet ground as a soft upright smear."""
    for x, y, r, tone, strength in glows:
        wide, reach = r * 0.16, min(bottom - top, r * 1.2)
        foot = max(top, y + 1.1 * r)
        paint = along((0, foot), (0, foot + reach), (0, tone, 0), (0.1, tone, 0.5 * strength), (1, tone, 0))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(1.0, wide * 0.5)))
        sheet.canvas.drawRect(skia.Rect(x - wide / 2, foot, x + wide / 2, foot + reach), paint)
