"""Water: open sea with the light's path on it, a shore with rocks and foam, a lake, and the deep below."""

import math

import skia

from pipelines.make.drawn.growth import ROCK, rock
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, along, around, down, flat, outline, smooth

WATER = hexa("#1f7fae")


def water(
    sheet: Sheet,
    top: float,
    sun: tuple[float, float],
    own: Colour = WATER,
    calm: float = 0.0,
    bottom: float | None = None,
) -> None:
    """Water from `top` to `bottom`: the sky in it, swell that grows nearer, the light's path. `calm` 1 is a pond."""
    light = sheet.light
    end = sheet.h if bottom is None else bottom
    low = light.sun_at[1] < 0.2 and light.weather == "clear"
    upper = light.sky[len(light.sky) // 2]
    if low:  # a low sun turns the far water into its own colours
        far = darker(mix(light.sky[-1], light.sky[-2], 0.45), 0.08)
    else:
        far = mix(light.on(own), light.sky[-1] if light.glow > 0.3 else light.haze, 0.7)
    mid = mix(mix(light.on(own), upper, 0.55 if low else 0.22), light.sky[-2], 0.3 if low else 0.2)
    near = mix(light.on(darker(own, 0.3)), light.sky[0], 0.5 if low else 0.25)
    sheet.canvas.drawRect(
        skia.Rect(0, top, sheet.w, end),
        down(top, end, (0, far, 1), (0.16, mix(far, mid, 0.6), 1), (0.45, mid, 1), (1, near, 1)),
    )
    _swell(sheet, top, end, far, near, calm)
    if light.sun_at[1] > -0.2:
        _path_of_light(sheet, top, end, sun[0])
    sheet.canvas.drawRect(
        skia.Rect(0, top - 2 * sheet.u, sheet.w, top + 5 * sheet.u),
        down(
            top - 2 * sheet.u, top + 5 * sheet.u, (0, lighter(far, 0.4), 0), (0.4, lighter(far, 0.4), 0.7), (1, far, 0)
        ),
    )


def _swell(sheet: Sheet, top: float, end: float, bright: Colour, dark: Colour, calm: float) -> None:
    """Long lens-shaped strokes, lighter on the crest and darker in the trough, wider and sparser nearer."""
    deep = end - top
    for i in range(150):
        t = ((i + sheet.between(0, 1)) / 150) ** 1.7
        y = top + deep * t
        length = (26 + 300 * t) * sheet.u * sheet.between(0.5, 1.4)
        thick = (1.0 + 11 * t * (1 - 0.6 * calm)) * sheet.u * sheet.between(0.5, 1.2)
        x = sheet.between(-0.05, 1.05) * sheet.w
        light_one = sheet.between(0, 1) < 0.5
        colour = lighter(bright, 0.2) if light_one else darker(dark, 0.12)
        alpha = (0.3 if light_one else 0.34) * (1 - 0.4 * calm)
        bend = thick * sheet.between(-1.4, 1.4)
        path = skia.Path()
        path.moveTo(x - length, y)
        path.quadTo(x, y - thick + bend, x + length, y)
        path.quadTo(x, y + thick + bend, x - length, y)
        sheet.canvas.drawPath(path, flat(colour, alpha))


def _path_of_light(sheet: Sheet, top: float, end: float, x: float) -> None:
    light = sheet.light
    dull = {"clear": 1.0, "cloudy": 0.4, "snow": 0.2, "fog": 0.3, "rain": 0.08, "storm": 0.0}[light.weather]
    strength = dull * (0.95 if light.sun_at[1] < 0.2 or light.dark > 0.6 else 0.5)
    if strength < 0.05:
        return
    deep = end - top
    low = light.sun_at[1] < 0.2
    colour = mix(light.sun, light.sky[-1], 0.25) if light.dark < 0.6 else hexa("#cfe0ff")
    sheet.canvas.save()
    sheet.canvas.clipRect(skia.Rect(0, top, sheet.w, end))
    sheet.canvas.translate(x, top)
    sheet.canvas.scale(0.42, 1)
    sheet.canvas.drawCircle(
        0,
        0,
        deep * 1.15,
        adding(
            around((0, 0), deep * 1.15, (0, colour, 0.62 * strength), (0.4, colour, 0.2 * strength), (1, colour, 0))
        ),
    )
    sheet.canvas.restore()
    for i in range(190):
        t = ((i + sheet.between(0, 1)) / 190) ** (1.25 if low else 1.6)
        spread = (22 + 190 * t) * sheet.u
        gx = x + float(sheet.rng.normal(0, 0.5)) * spread
        length = (5 + 42 * t) * sheet.u * sheet.between(0.4, 1.5)
        thick = (0.8 + 4.4 * t) * sheet.u
        fade = strength * (1 - 0.6 * t) * sheet.between(0.35, 1.0)
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(gx - length, top + 2 + (deep - 4) * t, 2 * length, thick),
            flat(lighter(colour, 0.35), fade),
        )


def foam(sheet: Sheet, points: list[tuple[float, float]], thick: float, alpha: float = 0.85) -> None:
    """A wavering white line along points (a shore, a waterline) and a thinner one beside it."""
    white = mix(sheet.light.on((1, 1, 1)), sheet.light.sky[-1], 0.2)
    for shift, width, fade in ((0.0, thick, alpha), (thick * 2.4, thick * 0.5, alpha * 0.55)):
        paint = flat(white, fade, 0.8 * sheet.u)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        line = [(x, y + shift + sheet.between(-1, 1) * thick * 0.5) for x, y in points]
        sheet.canvas.drawPath(smooth(line, close=False), paint)


def headland(sheet: Sheet, side: int, top: float, reach: float, high: float, own: Colour = ROCK) -> None:
    """A rocky point that comes in from the left (-1) or the right (1): its flat crown lies at `high`."""
    light = sheet.light
    w = sheet.w

    def at(share: float) -> float:
        return share * reach * w if side < 0 else w - share * reach * w

    crown = [(-0.05, high - 6 * sheet.u)]
    x = 0.02
    while x < 0.72:
        crown.append((x, high + sheet.between(-9, 9) * sheet.u))
        x += sheet.between(0.05, 0.1)
    fall = [(0.78, 0.14), (0.83, 0.34), (0.89, 0.42), (0.93, 0.68), (1.0, 0.84), (1.04, 1.0)]
    deep = top - high
    crown += [(s, high + deep * d + sheet.between(-4, 4) * sheet.u) for s, d in fall]
    face = [(at(s), y) for s, y in crown]
    body = outline([*face, (at(1.1), top + 26 * sheet.u), (at(-0.05), top + 60 * sheet.u)])
    toward_sun = (light.sun_at[0] > 0.5) == (side < 0)
    tip, root = (
        (light.lit(own, 0.3), light.shaded(own, 0.35)) if toward_sun else (light.shaded(own, 0.45), light.on(own))
    )
    sheet.canvas.drawPath(
        body, along((at(1), high), (at(0), high), (0, tip, 1), (0.35, light.on(own), 1), (1, root, 1))
    )
    sheet.canvas.save()
    sheet.canvas.clipPath(body, True)
    for _ in range(34):  # slabs: lit tops, shaded joints
        s = sheet.between(0, 1.0)
        y = high + (deep + 50 * sheet.u) * sheet.between(0.1, 1.0)
        size = sheet.between(24, 92) * sheet.u
        px = at(s)
        slab = outline(
            [
                (px - size, y),
                (px - size * 0.5, y - size * 0.42),
                (px + size * 0.6, y - size * 0.36),
                (px + size, y + size * 0.1),
                (px + size * 0.3, y + size * 0.4),
                (px - size * 0.7, y + size * 0.36),
            ]
        )
        tone = (
            light.lit(own, sheet.between(0.1, 0.3))
            if sheet.between(0, 1) < 0.5
            else light.shaded(own, sheet.between(0.3, 0.6))
        )
        sheet.canvas.drawPath(slab, down(y - size * 0.4, y + size * 0.4, (0, tone, 0.6), (1, tone, 0)))
    turf = hexa("#7f9a58")
    grass_line = [(at(s), y - 4 * sheet.u) for s, y in crown if s < 0.74]
    below = [(px, y + sheet.between(16, 34) * sheet.u) for px, y in reversed(grass_line)]
    sheet.canvas.drawPath(
        smooth([*grass_line, *below]),
        down(
            high - 12 * sheet.u,
            high + 34 * sheet.u,
            (0, light.lit(turf, 0.3), 1),
            (1, light.on(darker(turf, 0.3)), 0.9),
        ),
    )
    sheet.canvas.restore()
    sheet.canvas.drawPath(
        body, adding(down(top - deep * 0.2, top + 40 * sheet.u, (0, light.sky[0], 0), (1, light.sky[0], 0.1)))
    )
    shore = [
        (at(1.12 - 1.2 * i / 14), top + (22 + 34 * i / 14) * sheet.u + sheet.between(-14, 14) * sheet.u)
        for i in range(15)
    ]
    foam(sheet, shore, 6 * sheet.u)


def beach(sheet: Sheet, y: float, own: Colour) -> None:
    """Wet and dry sand along the lower edge from about `y`, with the last wave's foam."""
    light = sheet.light
    lean = sheet.between(-0.05, 0.05) * sheet.h
    n = 16
    line = [
        (sheet.w * (i / (n - 1) * 1.1 - 0.05), y + lean * (i / n - 0.5) + math.sin(i * 0.9 + 1) * 9 * sheet.u)
        for i in range(n)
    ]
    for drop, colour, alpha in ((0, darker(own, 0.24), 0.9), (36, own, 1.0)):
        edge = [(px, py + drop * sheet.u) for px, py in line]
        path = smooth(edge, close=False)
        path.lineTo(sheet.w * 1.06, sheet.h + 9)
        path.lineTo(-sheet.w * 0.06, sheet.h + 9)
        path.close()
        sheet.canvas.drawPath(
            path, down(y, sheet.h, (0, light.lit(colour, 0.15), alpha), (1, light.on(darker(colour, 0.14)), alpha))
        )
    foam(sheet, line, 8 * sheet.u, 0.9)
    for _ in range(90):
        t = sheet.between(0, 1)
        px, py = sheet.between(0, 1) * sheet.w, y + 60 * sheet.u + (sheet.h - y) * t
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(px, py, (3 + 9 * t) * sheet.u, (1.5 + 3 * t) * sheet.u),
            flat(light.shaded(own, 0.3), 0.35),
        )


def skerries(sheet: Sheet, top: float, count: int) -> None:
    """A few small rocks out in the water."""
    for _ in range(count):
        t = sheet.between(0.06, 0.35)
        x = sheet.between(0.1, 0.9) * sheet.w
        y = top + (sheet.h - top) * t
        size = (12 + 70 * t) * sheet.u
        rock(sheet, x, y, size, far=0.4 * (1 - t))
        foam(
            sheet,
            [
                (x - size * 1.3, y),
                (x - size * 0.5, y + 4 * sheet.u),
                (x + size * 0.5, y + 3 * sheet.u),
                (x + size * 1.3, y),
            ],
            3.4 * sheet.u,
            0.7,
        )
