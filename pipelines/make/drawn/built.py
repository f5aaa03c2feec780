"""Things drawn whole, for which no art is good enough: lighthouse, windmill, balloon, lantern, table and others."""

import math
from collections.abc import Callable

import skia

from pipelines.make.drawn.art import Pixels, Sprite, corner, pixels_of, trimmed
from pipelines.make.drawn.held import lantern
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import along, around, down, flat, outline, smooth

Lamps = tuple[tuple[float, float, float], ...]
Brush = Callable[[skia.Canvas], Lamps]  # draws in units of its own, returns lamps


def round_fill(left: float, right: float, colour: Colour) -> skia.Paint:
    """The paint of an upright round body between two edges: lit from the left, dark at the right."""
    return along(
        (left, 0),
        (right, 0),
        (0, darker(colour, 0.1), 1),
        (0.22, lighter(colour, 0.28), 1),
        (0.5, colour, 1),
        (1, darker(colour, 0.42), 1),
    )


def _lighthouse(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    white, red, iron = hexa("#f6efe6"), hexa("#d8423a"), hexa("#39405a")
    house, roof = hexa("#efe4d2"), hexa("#b5483c")
    canvas.drawRect(skia.Rect.MakeXYWH(58, 84, 26, 16), round_fill(50, 96, house))  # the keeper's house
    canvas.drawPath(
        outline([(55, 85), (61, 74), (81, 74), (87, 85)]),
        down(74, 85, (0, lighter(roof, 0.15), 1), (1, darker(roof, 0.2), 1)),
    )
    canvas.drawRect(skia.Rect.MakeXYWH(77, 69, 4, 7), flat(darker(roof, 0.3)))
    for x in (64, 74):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, 88.5, 4.6, 5.6), 0.6, 0.6, flat(hexa("#ffd479")))
    top, foot = 24.0, 100.0
    half = (6.6, 11.5)

    def edge(y: float) -> float:
        t = (y - top) / (foot - top)
        return half[0] + (half[1] - half[0]) * t**1.25

    bands = 5
    for i in range(bands):
        y0, y1 = top + (foot - top) * i / bands, top + (foot - top) * (i + 1) / bands + 0.3
        path = skia.Path()
        path.moveTo(40 - edge(y0), y0)
        path.quadTo(40, y0 + 1.8, 40 + edge(y0), y0)
        path.lineTo(40 + edge(y1), y1)
        path.quadTo(40, y1 + 1.8, 40 - edge(y1), y1)
        path.close()
        canvas.drawPath(path, round_fill(40 - edge(y1), 40 + edge(y1), white if i % 2 == 0 else red))
    for y in (38, 54, 70):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(40.4, y, 3.4, 5.4), 1.7, 1.7, flat(hexa("#4a4560")))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(40.9, y + 0.6, 2.5, 4.4), 1.2, 1.2, flat(hexa("#ffd479")))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(35.6, 88, 7.4, 12.2), 3.6, 3.6, flat(darker(red, 0.45)))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(36.5, 89, 5.6, 11.2), 2.8, 2.8, flat(darker(red, 0.15)))
    canvas.drawPath(
        smooth([(30.5, 24.5), (31.6, 21.4), (48.4, 21.4), (49.5, 24.5), (46, 27), (34, 27)]), round_fill(30, 50, iron)
    )
    rail = flat(lighter(iron, 0.1))
    rail.setStyle(skia.Paint.kStroke_Style)
    rail.setStrokeWidth(0.5)
    for i in range(9):
        canvas.drawLine(31 + i * 2.25, 17.6, 31 + i * 2.25, 21.8, rail)
    canvas.drawLine(30.6, 17.6, 49.4, 17.6, rail)
    canvas.drawRect(
        skia.Rect.MakeXYWH(34.6, 10.2, 10.8, 11.4),
        along((34.6, 0), (45.4, 0), (0, hexa("#ffe9a8"), 1), (0.5, hexa("#fffbe6"), 1), (1, hexa("#ffc95e"), 1)),
    )
    for x in (34.6, 38.2, 41.8, 45.4):
        canvas.drawLine(x, 10.2, x, 21.6, rail)
    canvas.drawPath(
        smooth([(32.4, 11), (33.4, 9.2), (37.6, 3.6), (40, 2.2), (42.4, 3.6), (46.6, 9.2), (47.6, 11)]),
        round_fill(32, 48, red),
    )
    canvas.drawCircle(40, 2.0, 1.3, flat(iron))
    canvas.drawLine(40, 0.2, 40, 2, rail)
    return ((40, 15.4, 3.0),)


def _windmill(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    wall, roof, wood = hexa("#f1e6d3"), hexa("#a8473c"), hexa("#7a5238")
    canvas.drawPath(outline([(37, 36), (63, 36), (70, 100), (30, 100)]), round_fill(30, 70, wall))
    canvas.drawPath(smooth([(34, 37), (38, 27), (50, 21), (62, 27), (66, 37)]), round_fill(34, 66, roof))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(45, 84, 10, 16), 5, 5, flat(darker(wood, 0.2)))
    for y in (50, 66):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(47, y, 6, 7), 1, 1, flat(hexa("#ffd479")))
    for i in range(4):
        canvas.save()
        canvas.translate(50, 34)
        canvas.rotate(20 + 90 * i)
        canvas.drawRect(skia.Rect.MakeXYWH(-0.8, 0, 1.6, 40), flat(wood))
        canvas.drawRect(
            skia.Rect.MakeXYWH(0.6, 8, 8, 31), along((0, 8), (8, 39), (0, hexa("#fff8e8"), 1), (1, hexa("#d9c8a8"), 1))
        )
        for y in range(8, 40, 6):
            canvas.drawRect(skia.Rect.MakeXYWH(0, y, 9, 0.8), flat(wood))
        canvas.restore()
    canvas.drawCircle(50, 34, 3, around((49, 33), 4, (0, lighter(wood, 0.3), 1), (1, darker(wood, 0.3), 1)))
    return ()


def _balloon(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    colours = [hexa(c) for c in ("#e2503f", "#f7c04a", "#f4f0e4", "#3f8fc0")]
    body = skia.Path()
    body.moveTo(50, 2)
    body.cubicTo(82, 2, 88, 40, 60, 70)
    body.lineTo(40, 70)
    body.cubicTo(12, 40, 18, 2, 50, 2)
    canvas.save()
    canvas.clipPath(body, True)
    for i in range(8):  # gores, narrow at the edges
        x0, x1 = 50 - 36 * math.cos(math.pi * i / 8), 50 - 36 * math.cos(math.pi * (i + 1) / 8)
        gore = skia.Path()
        gore.moveTo(50, 0)
        gore.cubicTo(x0 + (x0 - 50) * 0.1, 10, x0, 44, 50 + (x0 - 50) * 0.26, 72)
        gore.lineTo(50 + (x1 - 50) * 0.26, 72)
        gore.cubicTo(x1, 44, x1 + (x1 - 50) * 0.1, 10, 50, 0)
        canvas.drawPath(gore, flat(colours[i % 4]))
    canvas.drawRect(
        skia.Rect(0, 0, 100, 75),
        around(
            (36, 22),
            62,
            (0, (1, 1, 1), 0.4),
            (0.4, (1, 1, 1), 0),
            (0.55, hexa("#3a1a5a"), 0),
            (1, hexa("#3a1a5a"), 0.55),
        ),
    )
    canvas.restore()
    rope = flat(hexa("#6a4a3a"))
    rope.setStyle(skia.Paint.kStroke_Style)
    rope.setStrokeWidth(0.7)
    for x in (41, 46, 54, 59):
        canvas.drawLine(x, 70, 50 + (x - 50) * 0.72, 87, rope)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(42.5, 86, 15, 12), 2, 2, round_fill(42, 58, hexa("#b07a48")))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(41.8, 85, 16.4, 2.6), 1.2, 1.2, flat(hexa("#7a5030")))
    return ((50, 76, 1.6),)


def _lantern(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    lantern(canvas, 50, 10, 5.6)
    return ((50, 64, 7.0),)


def _table(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    wood = hexa("#a8713f")
    for x in (8, 84):
        canvas.drawRect(skia.Rect.MakeXYWH(x, 60, 7, 40), round_fill(x, x + 7, darker(wood, 0.15)))
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(0, 52, 100, 9),
        2,
        2,
        down(52, 61, (0, lighter(wood, 0.25), 1), (0.4, wood, 1), (1, darker(wood, 0.3), 1)),
    )
    return ()


def _rainbow(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    for i, code in enumerate(("#ff5a5a", "#ff9d4a", "#ffe25a", "#6fd86a", "#5ab4ff", "#7a78ff", "#c07aff")):
        paint = flat(hexa(code), 0.62, 0.7)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(2.6)
        r = 49 - i * 2.3
        canvas.drawArc(skia.Rect.MakeXYWH(50 - r, 52 - r, 2 * r, 2 * r), 180, 180, False, paint)
    return ()


def _scarecrow(canvas: skia.Canvas) -> tuple[tuple[float, float, float], ...]:
    pole = hexa("#8a6240")
    canvas.drawRect(skia.Rect.MakeXYWH(48.4, 30, 3.2, 70), flat(pole))
    canvas.drawRect(skia.Rect.MakeXYWH(16, 40, 68, 3), flat(pole))
    canvas.drawPath(
        smooth([(22, 36), (50, 32), (78, 36), (80, 47), (62, 50), (64, 78), (36, 78), (38, 50), (20, 47)]),
        along((30, 30), (70, 80), (0, hexa("#d9604a"), 1), (1, hexa("#8a2f2a"), 1)),
    )
    canvas.drawCircle(50, 22, 11, around((46, 18), 16, (0, hexa("#f3dba6"), 1), (1, hexa("#c9a063"), 1)))
    for x in (46, 55):
        canvas.drawCircle(x, 21, 1.6, flat(hexa("#2a2230")))
    canvas.drawPath(smooth([(30, 14), (50, 8), (70, 14), (60, 16), (40, 16)]), flat(hexa("#c9973f")))
    canvas.drawPath(smooth([(40, 13), (43, 2), (57, 2), (60, 13)]), flat(hexa("#d9aa52")))
    return ()


def _solar(canvas: skia.Canvas) -> Lamps:
    """A tilted solar panel on two posts, its cells with the sky in them."""
    steel, blue = hexa("#aab4c2"), hexa("#1f4b8f")

    def at(u: float, v: float) -> tuple[float, float]:
        return 20 + 76 * u - 16 * v, 44 + 38 * v  # 0 to 1 across, and from the upper edge down

    for x in (28, 74):
        canvas.drawRect(skia.Rect.MakeXYWH(x, 64, 4, 36), round_fill(x, x + 4, darker(steel, 0.25)))
    frame = outline([at(-0.025, -0.05), at(1.025, -0.05), at(1.025, 1.07), at(-0.025, 1.07)])
    canvas.drawPath(frame, down(42, 85, (0, lighter(steel, 0.35), 1), (1, darker(steel, 0.2), 1)))
    cells = along((10, 84), (92, 40), (0, darker(blue, 0.3), 1), (0.55, blue, 1), (1, lighter(blue, 0.45), 1))
    for row in range(3):
        for column in range(6):
            left, right = (column + 0.04) / 6, (column + 0.96) / 6
            top, foot = (row + 0.06) / 3, (row + 0.94) / 3
            canvas.drawPath(outline([at(left, top), at(right, top), at(right, foot), at(left, foot)]), cells)
    glint = flat((255, 255, 255), 0.16)
    canvas.drawPath(outline([at(0.5, 0.02), at(0.68, 0.02), at(0.46, 0.98), at(0.28, 0.98)]), glint)
    return ()


_BRUSHES: dict[str, Brush] = {
    "lighthouse": _lighthouse,
    "windmill": _windmill,
    "balloon": _balloon,
    "lantern": _lantern,
    "table": _table,
    "rainbow": _rainbow,
    "scarecrow": _scarecrow,
    "solar": _solar,
}


def built(name: str, height: int) -> Sprite | None:
    """One drawn thing, `height` pixels high before it is trimmed; None for a name that nobody draws."""
    brush = _BRUSHES.get(name)
    if brush is None:
        return None
    return sprite_of(brush, 100, 100, height, beam=name == "lighthouse", lit=True)


def sprite_of(brush: Brush, wide: float, tall: float, height: int, beam: bool = False, lit: bool = False) -> Sprite:
    """What a brush draws on `wide` × `tall` units, `height` pixels high before it is trimmed.

    `lit`: its warm glass shines at night.
    """
    scale = height / tall
    surface = skia.Surface(max(1, round(height * wide / tall)), height)
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    lamps = brush(canvas)
    pixels = pixels_of(surface)
    left, top = corner(pixels)
    cut = trimmed(pixels)
    h, w = cut.shape[:2]
    places = tuple(((x * scale - left) / w, (y * scale - top) / h, r * scale / h) for x, y, r in lamps)
    return Sprite(cut, places, beam=beam, emit=shining(cut) if lit else None)


def shining(pixels: Pixels) -> Pixels:
    """Only the pixels of lit glass: they keep their colour at night."""
    import numpy as np

    p = pixels.astype(np.int16)
    warm = (
        (p[:, :, 0] > 225)
        & (p[:, :, 1] > 170)
        & (p[:, :, 1] > p[:, :, 2] + 22)
        & (p[:, :, 2] < 232)
        & (p[:, :, 0] - p[:, :, 1] < 70)
    )
    out = pixels.copy()
    out[~warm] = 0
    return out
