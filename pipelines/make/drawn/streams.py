"""Running and standing water inland: rivers, falls, pools; it flows, glitters and steams."""

import math

import numpy as np
import skia

from pipelines.make.drawn import air
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, outline


def _colours(sheet: Sheet, own: Colour) -> tuple[Colour, Colour, Colour]:
    """Water far off (the sky's colour), in the middle and near."""
    light = sheet.light
    high = light.sun_at[1] > 0.2  # under a low sun water is mostly sky
    glare = mix(light.sky[-2], light.sky[-1], 0.3)
    return (
        mix(light.sky[-1], light.on(own), 0.25),
        mix(glare, light.on(own), 0.4 if high else 0.14),
        mix(light.sky[0], light.on(darker(own, 0.15)), 0.6 if high else 0.35),
    )


def river(sheet: Sheet, top: float, horizon: float, turn: int, frozen: bool) -> None:
    """A river from the row `top` towards the lens, in bends; `turn` is the side on which it leaves the picture."""
    w, h, light = sheet.w, sheet.h, sheet.light
    left, right, middle = [], [], []
    for i in range(61):
        t = i / 60 * 1.1
        y = top + (h - top) * t**1.75
        x = w * (0.5 + 0.16 * turn * math.sin(t * 4.6 + 0.4) * t**0.6 + 0.06 * math.sin(t * 11) * (1 - min(1, t)))
        half = w * (0.006 + 0.185 * t**1.7)
        left.append((x - half * sheet.between(0.96, 1.03), y))
        right.append((x + half * sheet.between(0.96, 1.03), y))
        middle.append((x, y, half))
    sheet.layer("river", floor=horizon)
    way = outline([*left, *reversed(right)])
    bank = flat(light.shaded(hexa("#c9b48a") if not frozen else hexa("#cfdcf0"), 0.25))
    bank.setStyle(skia.Paint.kStrokeAndFill_Style)
    bank.setStrokeWidth(10 * sheet.u)
    bank.setStrokeJoin(skia.Paint.kRound_Join)
    sheet.canvas.drawPath(way, bank)
    far, mid, near = _colours(sheet, hexa("#bcd8ea") if frozen else hexa("#2f8f9e"))
    sheet.canvas.drawPath(way, down(top, h, (0, far, 1), (0.35, mid, 1), (1, near, 1)))
    sheet.canvas.save()
    sheet.canvas.clipPath(way, True)
    shade = mix(light.shaded(hexa("#3f6a4a"), 0.5), near, 0.4)
    for line, side in ((left, 1), (right, -1)):  # the banks are mirrored in the water
        dark = outline([*line, *[(x + side * 0.1 * w * ((y - top) / (h - top)) ** 1.4, y) for x, y in reversed(line)]])
        sheet.canvas.drawPath(dark, flat(shade, 0.4, 10 * sheet.u))
    sheet.canvas.restore()
    if not frozen:
        _flow(sheet, middle, top, light.dark)


def _flow(sheet: Sheet, middle: list[tuple[float, float, float]], top: float, dark: float) -> None:
    """Lights on the river that run down it, growing as they come nearer."""
    rng, n = sheet.rng, 90
    rows = np.array(middle)
    start, off, laps = rng.uniform(0, 1, n), rng.uniform(-0.85, 0.85, n), rng.integers(1, 3, n)
    bright = mix(sheet.light.sky[-1], (1, 1, 1), 0.6)
    paints = [flat(bright, a * (1 - 0.45 * dark)) for a in (0.18, 0.36, 0.55)]
    at = np.linspace(0, 1, len(rows))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        t = (start + seconds * laps / 8) % 1.0
        x, y, half = (np.interp(t, at, rows[:, k]) for k in range(3))
        shine = np.clip(np.minimum(t, 1 - t) * 8, 0, 1) * (0.6 + 0.4 * np.sin(2 * np.pi * (seconds + start * 7)))
        px, long = x + off * half, half * (0.1 + 0.12 * np.abs(np.sin(9 * start))) * (0.3 + shine)
        for k, paint in enumerate(paints):
            path = skia.Path()
            for i in np.flatnonzero((shine * 3).astype(int).clip(0, 2) == k):
                thick = float(half[i]) * 0.014 + 0.7 * sheet.u
                path.addOval(skia.Rect.MakeXYWH(float(px[i] - long[i]), float(y[i]), 2 * float(long[i]), thick))
            canvas.drawPath(path, paint)

    sheet.alive("current", live, 2.4)


def fall(sheet: Sheet, x: float, top: float, foot: float, wide: float, away: float) -> None:
    """White water from `top` to `foot`: a veil, and strands that fall through it, quicker lower down."""
    rng, light = sheet.rng, sheet.light
    white, blue = mix(light.on((1, 1, 1)), light.sky[-1], 0.2), mix(light.on(hexa("#8fc4dc")), light.sky[-2], 0.3)
    sheet.layer("fall", away)
    left, right = [], []
    for i in range(15):
        t = i / 14
        half = wide * (0.42 + 0.2 * t + sheet.between(-0.03, 0.03))
        left.append((x - half, top + (foot - top) * t))
        right.append((x + half, top + (foot - top) * t))
    veil = outline([*left, *reversed(right)])
    paint = along(
        (x - wide, 0),
        (x + wide, 0),
        (0, blue, 0.5),
        (0.25, white, 0.95),
        (0.5, blue, 0.9),
        (0.72, white, 0.95),
        (1, blue, 0.5),
    )
    sheet.canvas.drawPath(veil, paint)
    n = 110
    start, off, laps = rng.uniform(0, 1, n), rng.normal(0, 0.4, n).clip(-1, 1), rng.integers(2, 4, n)
    paints = [flat(white, a) for a in (0.35, 0.75)] + [flat(darker(blue, 0.15), 0.4)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        t = (start + seconds * laps / 4) % 1.0
        y = top + (foot - top) * t**1.5
        long = (0.03 + 0.16 * t) * (foot - top)
        px = x + off * wide * (0.42 + 0.2 * t)
        for k, paint in enumerate(paints):
            path = skia.Path()
            for i in range(k, n, 3):
                half = wide * 0.016 * (0.5 + float(t[i]))
                low = min(float(y[i] + long[i]), foot)
                path.addOval(skia.Rect(float(px[i]) - half, float(y[i]), float(px[i]) + half, low))
            canvas.drawPath(path, paint)

    sheet.alive("falling water", live, away)


def spray(sheet: Sheet, x: float, y: float, wide: float, tall: float, away: float) -> None:
    """Mist that rises where water strikes."""
    pale = mix(sheet.light.haze, sheet.light.on((1, 1, 1)), 0.6)
    for k in (-0.25, 0.0, 0.25):
        air.smoke(sheet, x + k * wide, y + 0.02 * sheet.h, wide * 0.16, tall, pale, 0.3, away, 12)


def pool(sheet: Sheet, top: float, bottom: float, own: Colour | None = None) -> None:
    """Standing water from the row `top` down, on the current layer: the sky in it, and soft bands; it glitters."""
    w, u, light = sheet.w, sheet.u, sheet.light
    far, mid, near = _colours(sheet, own or hexa("#2f8f9e"))
    if own:
        far, mid = mix(far, light.on(own), 0.45), mix(mid, light.on(own), 0.4)
    box = skia.Rect(-0.2 * w, top, 1.2 * w, bottom)
    sheet.canvas.drawRect(box, down(top, bottom, (0, far, 0), (0.05, far, 1), (0.4, mid, 1), (1, near, 1)))
    for i in range(40):
        t = ((i + sheet.between(0, 1)) / 40) ** 1.5
        y, long = top + (bottom - top) * (0.04 + 0.96 * t), (30 + 240 * t) * u * sheet.between(0.5, 1.4)
        tone = lighter(mid, 0.35) if i % 2 else darker(near, 0.15)
        rect = skia.Rect.MakeXYWH(sheet.between(-0.1, 1.1) * w - long / 2, y, long, (1.5 + 7 * t) * u)
        sheet.canvas.drawOval(rect, flat(tone, 0.28, (0.5 + 2 * t) * u))
    n = 60
    t = sheet.rng.uniform(0.02, 0.8, n)
    air.glitter(
        sheet,
        sheet.rng.uniform(-0.05, 1.05, n) * w,
        top + (bottom - top) * t,
        (2 + 3 * t) * u,
        mix(light.sun, (1, 1, 1), 0.4),
        3.0,
    )


def lilies(sheet: Sheet, top: float, bottom: float, count: int = 26) -> None:
    """Leaves and flowers of water lilies, on a layer of their own."""
    light, u = sheet.light, sheet.u
    sheet.layer("lilies", 3.2)
    for i in range(count):
        t = (i + sheet.between(0, 1)) / count
        x, y, r = sheet.between(0, 1) * sheet.w, top + (bottom - top) * t, (9 + 34 * t) * u
        own = mix(hexa("#5f8f4a"), hexa("#8aa04c"), sheet.between(0, 1))
        leaf = skia.Path()
        leaf.moveTo(x, y)
        leaf.arcTo(skia.Rect(x - r, y - r * 0.3, x + r, y + r * 0.3), sheet.between(0, 300), 322, False)
        leaf.close()
        sheet.canvas.drawOval(skia.Rect(x - r, y - r * 0.2, x + r, y + r * 0.42), flat(light.shadow, 0.3, r * 0.05))
        sheet.canvas.drawPath(leaf, around((x, y), r, (0, light.lit(own, 0.4), 1), (1, light.on(darker(own, 0.15)), 1)))
        if i % 4 == 0 and sheet.may("flower"):
            for k in range(7):
                a = math.pi * (0.05 + 0.9 * k / 6)
                tip = (x + r * 0.5 * math.cos(a), y - r * 0.1 - r * 0.42 * math.sin(a))
                petal = outline([(x - r * 0.08, y - r * 0.05), tip, (x + r * 0.08, y - r * 0.05)])
                sheet.canvas.drawPath(petal, flat(light.lit(hexa("#f7c4d8"), 0.2)))
