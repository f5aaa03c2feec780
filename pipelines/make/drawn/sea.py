"""Water seen from above: the sky in it, a slow swell, the light's path that glitters, lamps mirrored, foam."""

import math

import skia

from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, around, down, flat, smooth
from pipelines.make.drawn.stirrings import LOOP, Point, coming_and_going, dash, rings, together, wave

WATER = hexa("#1f7fae")
Lights = tuple[tuple[float, Colour, float], ...]  # lamps on the far shore: column, colour, strength


def water(
    sheet: Sheet,
    top: float,
    sun: Point,
    own: Colour = WATER,
    calm: float = 0.0,
    bottom: float | None = None,
    name: str = "water",
    lamps: Lights = (),
) -> None:
    """Water from the horizon `top` to `bottom`: a layer that lies flat, with its swell and glitter. `calm` 1 is a pond.

    `lamps` throw long trembling lights towards the eye.
    """
    light = sheet.light
    end = sheet.h * 1.08 if bottom is None else bottom
    low = light.sun_at[1] < 0.2 and light.weather == "clear"
    upper = light.sky[len(light.sky) // 2]
    if low:  # a low sun turns the far water into its own colours
        far = darker(mix(light.sky[-1], light.sky[-2], 0.45), 0.08)
    else:
        far = mix(light.on(own), light.sky[-1] if light.glow > 0.3 else light.haze, 0.7)
    mid = mix(mix(light.on(own), upper, 0.55 if low else 0.22), light.sky[-2], 0.3 if low else 0.2)
    near = mix(light.on(darker(own, 0.3)), light.sky[0], 0.5 if low else 0.25)
    lives = [_swell(sheet, top, end, far, near, calm)]
    path = _glitter(sheet, top, end, sun[0]) if light.sun_at[1] > -0.2 else []
    lives += [coming_and_going(path, 3, (0, 2.5 * sheet.u))] if path else []
    if lamps:
        lives.append(_mirrored(sheet, top, end, lamps))
    if light.weather in ("rain", "storm"):
        lives.append(_drops(sheet, top, end))
    sheet.layer(name, floor=top, live=together(*lives))
    left, right = -0.12 * sheet.w, 1.12 * sheet.w
    sheet.canvas.drawRect(
        skia.Rect(left, top, right, end),
        down(top, end, (0, far, 1), (0.16, mix(far, mid, 0.6), 1), (0.45, mid, 1), (1, near, 1)),
    )
    for k in range(8):
        sheet.canvas.drawPath(*_strokes(sheet, top, end, far, near, calm, 9, k % 2 == 0))
    if light.sun_at[1] > -0.2:
        _path_of_light(sheet, top, end, sun[0])
    shine = lighter(far, 0.4)
    sheet.canvas.drawRect(
        skia.Rect(left, top - 2 * sheet.u, right, top + 5 * sheet.u),
        down(top - 2 * sheet.u, top + 5 * sheet.u, (0, shine, 0), (0.4, shine, 0.7), (1, far, 0)),
    )


def _strokes(
    sheet: Sheet, top: float, end: float, bright: Colour, dark: Colour, calm: float, count: int, crest: bool
) -> tuple[skia.Path, skia.Paint]:
    """Long lens-shaped strokes, crests or troughs, wider and sparser nearer."""
    deep = end - top
    path = skia.Path()
    for _ in range(count):
        t = sheet.between(0, 1) ** 1.7
        y = top + deep * t
        length = (26 + 300 * t) * sheet.u * sheet.between(0.5, 1.4)
        thick = (1.0 + 11 * t * (1 - 0.6 * calm)) * sheet.u * sheet.between(0.5, 1.2)
        x = sheet.between(-0.1, 1.1) * sheet.w
        bend = thick * sheet.between(-1.4, 1.4)
        path.moveTo(x - length, y)
        path.quadTo(x, y - thick + bend, x + length, y)
        path.quadTo(x, y + thick + bend, x - length, y)
    colour = lighter(bright, 0.2) if crest else darker(dark, 0.12)
    return path, flat(colour, (0.3 if crest else 0.34) * (1 - 0.4 * calm))


def _swell(sheet: Sheet, top: float, end: float, bright: Colour, dark: Colour, calm: float) -> Live:
    """The strokes that come and go."""
    groups = [_strokes(sheet, top, end, bright, dark, calm, 9, k % 2 == 0) for k in range(12)]
    for _, paint in groups:
        paint.setAlphaf(min(1.0, paint.getAlphaf() * 1.5))
    return coming_and_going(groups, 1, ((26 - 16 * calm) * sheet.u, 7 * sheet.u))


def _shine(sheet: Sheet) -> tuple[float, Colour]:
    """How strongly the sun or the moon lies on the water, and its colour there."""
    light = sheet.light
    dull = {"cloudy": 0.4, "dust": 0.3, "snow": 0.2, "fog": 0.3, "rain": 0.08, "storm": 0.0}.get(light.weather, 1.0)
    strength = dull * (0.95 if light.sun_at[1] < 0.2 or light.dark > 0.6 else 0.5)
    return strength, mix(light.sun, light.sky[-1], 0.25) if light.dark < 0.6 else hexa("#cfe0ff")


def _path_of_light(sheet: Sheet, top: float, end: float, x: float) -> None:
    strength, colour = _shine(sheet)
    if strength < 0.05:
        return
    deep = end - top
    sheet.canvas.save()
    sheet.canvas.clipRect(skia.Rect(-0.1 * sheet.w, top, 1.1 * sheet.w, end))
    sheet.canvas.translate(x, top)
    sheet.canvas.scale(0.42, 1)
    shade = ((0, colour, 0.62 * strength), (0.4, colour, 0.2 * strength), (1, colour, 0))
    sheet.canvas.drawCircle(0, 0, deep * 1.15, adding(around((0, 0), deep * 1.15, *shade)))
    sheet.canvas.restore()
    for path, paint in _glitter(sheet, top, end, x, 5):
        sheet.canvas.drawPath(path, paint)


def _glitter(sheet: Sheet, top: float, end: float, x: float, groups: int = 12) -> list[tuple[skia.Path, skia.Paint]]:
    """Flat sparks of the sun's or the moon's path, in groups that take turns."""
    strength, colour = _shine(sheet)
    if strength < 0.05:
        return []
    deep, low = end - top, sheet.light.sun_at[1] < 0.2
    found = []
    for _ in range(groups):
        path = skia.Path()
        for i in range(17):
            t = ((i + sheet.between(0, 1)) / 17) ** (1.25 if low else 1.6)
            spread = (22 + 190 * t) * sheet.u
            gx = x + float(sheet.rng.normal(0, 0.5)) * spread
            length = (5 + 42 * t) * sheet.u * sheet.between(0.4, 1.5) * (0.7 if t > 0.7 else 1)
            thick = (0.8 + 4.4 * t) * sheet.u
            dash(path, gx, top + 2 + (deep - 4) * t, length, thick)
        found.append((path, flat(lighter(colour, 0.35), strength * sheet.between(0.5, 0.8))))
    return found


def _mirrored(sheet: Sheet, top: float, end: float, lamps: Lights) -> Live:
    """Lamps in the water: each a ladder of short lights that tremble towards the eye."""
    tones: dict[Colour, list[tuple[float, float]]] = {}
    for x, tone, strength in lamps:
        tones.setdefault(tone, []).append((x, strength))
    lives = []
    for tone, places in tones.items():
        groups = []
        for k in range(4):
            path = skia.Path()
            for x, strength in places:
                reach = (end - top) * min(1.0, 0.3 + 0.5 * strength)
                for i in range(k, 18, 4):
                    t = (i + sheet.between(0, 0.8)) / 18
                    wide = (5 + 16 * t) * sheet.u * sheet.between(0.6, 1.3)
                    gx = x + sheet.between(-5, 5) * sheet.u * (0.3 + t)
                    dash(path, gx, top + 3 * sheet.u + reach * t, wide, (1.6 + 3.4 * t) * sheet.u)
            groups.append((path, flat(tone, 0.62)))
        lives.append(coming_and_going(groups, 2, (7 * sheet.u, 0)))
    return together(*lives)


def _drops(sheet: Sheet, top: float, end: float) -> Live:
    spots = []
    for _ in range(26):
        t = sheet.between(0.12, 1)
        spots.append((sheet.between(0, 1) * sheet.w, top + (end - top) * t, (8 + 40 * t) * sheet.u))
    return rings(sheet, spots, lighter(sheet.light.sky[-1], 0.3), 0.26)


def foam(sheet: Sheet, points: list[Point], thick: float, alpha: float = 0.85) -> None:
    """A wavering white line along points (a shore, a waterline) and a thinner one beside it."""
    for path, paint in _foam_lines(sheet, points, thick, alpha):
        sheet.canvas.drawPath(path, paint)


def _foam_lines(sheet: Sheet, points: list[Point], thick: float, alpha: float) -> list[tuple[skia.Path, skia.Paint]]:
    white = mix(sheet.light.on((1, 1, 1)), sheet.light.sky[-1], 0.2)
    found = []
    for shift, width, fade in ((0.0, thick, alpha), (thick * 2.4, thick * 0.5, alpha * 0.55)):
        paint = flat(white, fade, 0.8 * sheet.u)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        line = [(x, y + shift + sheet.between(-1, 1) * thick * 0.5) for x, y in points]
        found.append((smooth(line, close=False), paint))
    return found


def lapping(sheet: Sheet, points: list[Point], thick: float, reach: float, alpha: float = 0.85) -> Live:
    """Foam along points that the water carries up and down by `reach` pixels."""
    lines = _foam_lines(sheet, points, thick, alpha)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, (path, paint) in enumerate(lines):
            canvas.save()
            canvas.translate(2 * reach * wave(seconds, 1, 0.3 * k), reach * wave(seconds, 1, 0.25 - 0.12 * k))
            canvas.drawPath(path, paint)
            canvas.restore()

    return live


def surf(sheet: Sheet, line: list[Point], reach: float, tone: Colour) -> Live:
    """A beach's last waves: sheets of thin water that run up over the sand by `reach`, and draw back.

    Two follow each other; the one that goes leaves a line of foam that fades.
    """
    white = mix(sheet.light.on((1, 1, 1)), sheet.light.sky[-1], 0.15)
    edges = [[(x, y + sheet.between(-1, 1) * reach * 0.14) for x, y in line] for _ in range(2)]
    u = sheet.u

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, edge in enumerate(edges):
            age = (seconds / LOOP + 0.12 + 0.5 * k) % 1
            run = math.sin(math.pi * min(1.0, age / 0.86)) ** 0.8  # up fast, back slow
            alpha = min(1.0, age * 8) * (1 - max(0.0, age - 0.6) / 0.4)
            drop = reach * (run - 0.15)
            front = smooth([(x, y + drop) for x, y in edge], close=False)
            body = skia.Path(front)
            body.lineTo(edge[-1][0], edge[-1][1] - reach)
            body.lineTo(edge[0][0], edge[0][1] - reach)
            body.close()
            y = edge[0][1]
            canvas.drawPath(
                body, down(y - reach, y + drop, (0, tone, 0), (0.6, tone, 0.5 * alpha), (1, white, 0.5 * alpha))
            )
            for width, fade in ((9.0, 0.9), (22.0, 0.22)):
                paint = flat(white, fade * alpha)
                paint.setStyle(skia.Paint.kStroke_Style)
                paint.setStrokeWidth(width * u * (0.55 + 0.45 * run))
                paint.setStrokeCap(skia.Paint.kRound_Cap)
                canvas.drawPath(front, paint)

    return live
