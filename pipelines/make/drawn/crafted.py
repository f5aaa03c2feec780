"""Small things and furniture drawn whole, where no art is good enough: bottle, piano, chest, gull and others."""

import math

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import Lamps, round_fill, sprite_of
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import along, around, down, flat, outline, smooth

Points = list[tuple[float, float]]


def _line(colour: Colour, width: float) -> skia.Paint:
    paint = flat(colour)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    return paint


def _wood(canvas: skia.Canvas, x: float, y: float, w: float, h: float, colour: Colour, r: float = 1.5) -> None:
    stops = ((0, lighter(colour, 0.22), 1), (0.3, colour, 1), (1, darker(colour, 0.35), 1))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, w, h), r, r, down(y, y + h, *stops))


def _gull(canvas: skia.Canvas) -> Lamps:
    """A gull in a glide, looking to the right: two long bent wings, a slim body. 100 × 50."""
    white, grey, tip = hexa("#f7f8fa"), hexa("#aeb9c8"), hexa("#3a4152")
    far: Points = [(50, 26), (58, 15), (70, 7), (84, 6), (97, 11), (84, 10), (72, 14), (64, 22), (58, 29)]
    canvas.drawPath(smooth(far), along((50, 20), (97, 8), (0, lighter(grey, 0.3), 1), (0.8, grey, 1), (1, tip, 1)))
    body: Points = [(28, 34), (40, 27), (54, 25), (66, 27), (72, 30), (66, 34), (52, 37), (38, 37), (24, 38)]
    canvas.drawPath(smooth(body), down(24, 38, (0, white, 1), (0.6, white, 1), (1, darker(white, 0.22), 1)))
    canvas.drawCircle(67, 28.6, 4.4, around((66, 27), 6, (0, white, 1), (1, darker(white, 0.12), 1)))
    canvas.drawPath(outline([(70.6, 27.4), (77.5, 30), (70.8, 31)]), flat(hexa("#f2a63c")))
    canvas.drawCircle(68.6, 27.8, 0.8, flat(tip))
    near: Points = [(58, 29), (50, 20), (38, 9), (24, 5), (4, 9), (20, 11), (30, 17), (38, 26), (46, 32)]
    canvas.drawPath(
        smooth(near),
        along((58, 28), (4, 9), (0, white, 1), (0.45, lighter(grey, 0.45), 1), (0.8, grey, 1), (1, tip, 1)),
    )
    return ()


def _bottle(canvas: skia.Canvas) -> Lamps:
    """A glass bottle that lies aslant, a rolled letter in it. 100 × 62."""
    glass, cork = hexa("#6fb8a4"), hexa("#b98a56")
    canvas.save()
    canvas.translate(46, 36)
    canvas.rotate(-16)
    _wood(canvas, 38, -5.5, 10, 11, cork)
    shape = [
        (-40, -17),
        (10, -17),
        (19, -13),
        (24, -7),
        (40, -6),
        (40, 6),
        (24, 7),
        (19, 13),
        (10, 17),
        (-40, 17),
        (-44, 10),
        (-44, -10),
    ]
    path = outline(shape)
    round_path = skia.Path()
    paint = skia.Paint(PathEffect=skia.CornerPathEffect.Make(7))
    paint.getFillPath(path, round_path)
    canvas.drawPath(
        round_path, down(-17, 17, (0, lighter(glass, 0.5), 0.75), (0.5, glass, 0.55), (1, darker(glass, 0.4), 0.85))
    )
    _wood(canvas, -30, -8, 40, 16, hexa("#f4e7c8"), 7)
    canvas.drawRect(skia.Rect.MakeXYWH(-12, -8, 4, 16), flat(hexa("#c9483a")))
    canvas.drawPath(round_path, _line(darker(glass, 0.45), 1.1))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(-36, -13, 46, 4), 2, 2, flat((1, 1, 1), 0.6))
    canvas.restore()
    return ()


def _vial(canvas: skia.Canvas) -> Lamps:
    """A little medicine bottle with a label. 50 × 100."""
    glass = hexa("#bfe0ec")
    canvas.drawRoundRect(skia.Rect.MakeXYWH(14, 3, 22, 15), 3, 3, round_fill(14, 36, hexa("#8a94a6")))
    canvas.drawRect(skia.Rect.MakeXYWH(18, 17, 14, 10), round_fill(18, 32, glass))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(6, 25, 38, 72), 8, 8, round_fill(6, 44, glass))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(8, 46, 34, 49), 6, 6, flat(hexa("#58b5d0"), 0.55))
    canvas.drawRect(skia.Rect.MakeXYWH(6, 52, 38, 28), round_fill(6, 44, hexa("#ffffff")))
    canvas.drawRect(skia.Rect.MakeXYWH(21.5, 57, 7, 18), flat(hexa("#3f9fc0")))
    canvas.drawRect(skia.Rect.MakeXYWH(16, 62.5, 18, 7), flat(hexa("#3f9fc0")))
    return ()


def _globe(canvas: skia.Canvas) -> Lamps:
    """A globe on its stand. 80 × 100."""
    sea, land, brass = hexa("#3f8fd0"), hexa("#6fb85a"), hexa("#c9963f")
    canvas.drawOval(skia.Rect.MakeXYWH(18, 88, 44, 11), round_fill(18, 62, hexa("#7a4f30")))
    canvas.drawRect(skia.Rect.MakeXYWH(37, 74, 6, 18), round_fill(37, 43, brass))
    canvas.drawArc(skia.Rect.MakeXYWH(4, 2, 72, 76), -60, 190, False, _line(brass, 3.4))
    disc = skia.Path()
    disc.addCircle(40, 40, 33)
    canvas.drawPath(disc, around((30, 28), 52, (0, lighter(sea, 0.35), 1), (0.6, sea, 1), (1, darker(sea, 0.45), 1)))
    canvas.save()
    canvas.clipPath(disc, True)
    for points in (
        [(16, 22), (30, 14), (38, 20), (34, 30), (28, 36), (24, 46), (18, 38)],
        [(30, 48), (38, 52), (36, 66), (31, 72), (27, 58)],
        [(48, 18), (62, 16), (74, 28), (70, 38), (60, 36), (58, 54), (52, 58), (48, 44), (44, 32)],
    ):
        canvas.drawPath(smooth(points), flat(land))
    canvas.drawPath(disc, around((28, 26), 60, (0, (1, 1, 1), 0.35), (0.4, (1, 1, 1), 0), (1, (0, 0, 0.1), 0.35)))
    canvas.restore()
    return ()


def _sword(canvas: skia.Canvas) -> Lamps:
    """A sword on its point. 40 × 100."""
    steel, gold = hexa("#cfd6e2"), hexa("#d9a93f")
    canvas.drawPath(outline([(17, 24), (20, 24), (20, 99), (16.6, 90)]), flat(lighter(steel, 0.4)))
    canvas.drawPath(outline([(20, 24), (23, 24), (23.4, 90), (20, 99)]), flat(darker(steel, 0.25)))
    _wood(canvas, 5, 20, 30, 5, gold, 2.5)
    _wood(canvas, 17.6, 6, 4.8, 15, hexa("#6a3f2c"), 1)
    canvas.drawCircle(20, 4.6, 4, around((19, 3), 5, (0, lighter(gold, 0.5), 1), (1, darker(gold, 0.2), 1)))
    return ()


def _chest(canvas: skia.Canvas) -> Lamps:
    """An open treasure chest full of gold. 100 × 84."""
    wood, gold = hexa("#8a5530"), hexa("#f2c040")
    lid = smooth([(6, 36), (10, 10), (30, 2), (70, 2), (90, 10), (94, 36), (50, 40)])
    canvas.drawPath(lid, down(2, 40, (0, lighter(wood, 0.1), 1), (1, darker(wood, 0.55), 1)))
    for i in range(26):
        a = i * 2.4
        x, y = 50 + 39 * math.cos(a) * ((i % 7) / 7 + 0.15), 40 - 8 * ((i * 5) % 4) / 4 * (1 - abs(math.cos(a)) * 0.5)
        canvas.drawCircle(x, y, 4.4, around((x - 1, y - 2), 6, (0, lighter(gold, 0.6), 1), (1, darker(gold, 0.25), 1)))
    _wood(canvas, 4, 42, 92, 40, wood, 4)
    for x in (4, 24, 70, 90):
        _wood(canvas, x, 42, 6, 40, hexa("#c9963f"), 1)
    canvas.drawRect(skia.Rect.MakeXYWH(4, 56, 92, 1), flat(darker(wood, 0.5), 0.6))
    _wood(canvas, 43, 46, 14, 17, gold, 3)
    canvas.drawCircle(50, 53, 2.4, flat(hexa("#4a2f1a")))
    return ()


def _bench(canvas: skia.Canvas) -> Lamps:
    """A park bench. 130 × 60."""
    wood, iron = hexa("#a8713f"), hexa("#39404e")
    for x in (14, 110):
        canvas.drawLine(x, 6, x, 58, _line(iron, 3.4))
        canvas.drawLine(x + 4, 36, x + 7, 58, _line(iron, 3.4))
        canvas.drawLine(x - 5, 26, x + 9, 26, _line(iron, 3))
    for y in (4, 13, 22):
        _wood(canvas, 3, y, 124, 6.4, wood)
    for y, wide in ((34, 124), (40, 128)):
        _wood(canvas, 65 - wide / 2, y, wide, 6, wood)
    return ()


def _sofa(canvas: skia.Canvas) -> Lamps:
    """A sofa with two cushions. 130 × 62."""
    own = hexa("#4f8a8b")
    for x in (14, 110):
        _wood(canvas, x, 54, 5, 8, hexa("#5a3a26"))
    _wood(canvas, 8, 4, 114, 46, own, 9)
    for x in (16, 65.5):
        _wood(canvas, x, 28, 48.5, 20, lighter(own, 0.08), 5)
    for x in (1, 111):
        _wood(canvas, x, 20, 18, 36, darker(own, 0.06), 8)
    _wood(canvas, 12, 46, 106, 10, darker(own, 0.1), 3)
    return ()


def _piano(canvas: skia.Canvas) -> Lamps:
    """A grand piano, its lid raised. 120 × 100."""
    black, inner = hexa("#2a2630"), hexa("#b8823f")
    canvas.drawPath(
        smooth([(30, 46), (26, 20), (52, 4), (88, 4), (112, 18), (116, 46)]),
        down(4, 46, (0, lighter(black, 0.25), 1), (1, black, 1)),
    )
    canvas.drawLine(94, 44, 84, 12, _line(lighter(black, 0.3), 1.6))
    canvas.drawPath(outline([(22, 50), (116, 44), (116, 52), (22, 56)]), flat(inner))
    for x in (24, 70, 108):
        canvas.drawPath(outline([(x, 66), (x + 7, 66), (x + 5.4, 96), (x + 1.6, 96)]), round_fill(x, x + 7, black))
        canvas.drawCircle(x + 3.5, 97, 2.2, flat(hexa("#c9963f")))
    canvas.drawPath(
        smooth([(20, 50), (60, 50), (116, 48), (118, 60), (112, 70), (60, 72), (20, 72)]),
        down(48, 72, (0, lighter(black, 0.3), 1), (0.3, black, 1), (1, darker(black, 0.5), 1)),
    )
    _wood(canvas, 2, 52, 24, 9, hexa("#f6f2e8"), 1)
    for i in range(5):
        canvas.drawRect(skia.Rect.MakeXYWH(4.6 + i * 4.4, 52, 2.4, 5), flat(black))
    _wood(canvas, 2, 60, 26, 11, black, 2)
    return ()


def _harp(canvas: skia.Canvas) -> Lamps:
    """A harp. 70 × 100."""
    gold = hexa("#d9a23a")
    for i in range(11):
        x = 14 + i * 4.4
        canvas.drawLine(x, 16 + 9 * math.sin(i / 10 * math.pi), x, 92 - i * 6, _line(hexa("#f4ead0"), 0.6))
    for path, width in (
        (smooth([(8, 8), (24, 24), (44, 22), (62, 8)], close=False), 6),
        (outline([(9, 8), (9, 94)], close=False), 6),
        (outline([(62, 10), (14, 94)], close=False), 7),
    ):
        canvas.drawPath(path, _line(darker(gold, 0.3), width))
        canvas.drawPath(path, _line(gold, width * 0.6))
    _wood(canvas, 2, 92, 26, 7, gold, 3)
    return ()


def _chess(canvas: skia.Canvas) -> Lamps:
    """A chess board on edge of sight, a white king and a black one on it. 110 × 100."""
    dark, pale = hexa("#6f4a30"), hexa("#f0dcb4")
    for row in range(4):
        y0, y1 = 74 + row * 5, 79 + row * 5
        for i in range(8):
            w0, w1 = 40 + row * 4, 44 + row * 4
            quad = [
                (55 - w0 + i * w0 / 4, y0),
                (55 - w0 + (i + 1) * w0 / 4, y0),
                (55 - w1 + (i + 1) * w1 / 4, y1),
                (55 - w1 + i * w1 / 4, y1),
            ]
            canvas.drawPath(outline(quad), flat(dark if (i + row) % 2 else pale))
    _wood(canvas, -1 + 0.0, 94, 112, 6, darker(dark, 0.2), 1)
    for x, own in ((34, hexa("#f6ead2")), (78, hexa("#3a3038"))):
        body = [
            (x - 12, 86),
            (x - 10, 80),
            (x - 5, 72),
            (x - 4, 46),
            (x - 8, 40),
            (x - 9, 28),
            (x, 24),
            (x + 9, 28),
            (x + 8, 40),
            (x + 4, 46),
            (x + 5, 72),
            (x + 10, 80),
            (x + 12, 86),
        ]
        canvas.drawPath(outline(body), round_fill(x - 12, x + 12, own))
        _wood(canvas, x - 10, 40, 20, 4.4, own, 2)
        canvas.drawRect(skia.Rect.MakeXYWH(x - 1.6, 8, 3.2, 17), round_fill(x - 2, x + 2, own))
        canvas.drawRect(skia.Rect.MakeXYWH(x - 5.4, 12, 10.8, 3.2), round_fill(x - 6, x + 6, own))
    return ()


def _snowball(canvas: skia.Canvas) -> Lamps:
    canvas.drawCircle(
        50, 50, 48, around((34, 30), 78, (0, (1, 1, 1), 1), (0.5, hexa("#e4eef9"), 1), (1, hexa("#8fa9cc"), 1))
    )
    for i in range(16):
        a, r = i * 2.4, 6 + 38 * ((i * 7) % 16) / 16
        canvas.drawCircle(50 + r * math.cos(a), 50 + r * math.sin(a), 3.4, flat(hexa("#b9cde6"), 0.4, 1.2))
    return ()


def _pumpkin(canvas: skia.Canvas) -> Lamps:
    """A pumpkin with its ribs. 100 × 84."""
    own = hexa("#ea8326")
    canvas.drawPath(smooth([(46, 18), (44, 6), (54, 1), (58, 5), (54, 18)]), round_fill(44, 58, hexa("#6f8f3f")))
    for x, wide in ((22, 22), (78, 22), (35, 24), (65, 24), (50, 20)):
        oval = skia.Rect.MakeXYWH(x - wide, 14 + abs(x - 50) * 0.1, 2 * wide, 68 - abs(x - 50) * 0.2)
        canvas.drawOval(
            oval, around((x - 6, 30), 58, (0, lighter(own, 0.3), 1), (0.6, own, 1), (1, darker(own, 0.38), 1))
        )
    return ()


_BRUSHES = {
    "gull": (_gull, 100, 50),
    "bottle": (_bottle, 100, 62),
    "vial": (_vial, 50, 100),
    "globe": (_globe, 80, 100),
    "sword": (_sword, 40, 100),
    "chest": (_chest, 100, 84),
    "bench": (_bench, 130, 60),
    "sofa": (_sofa, 130, 64),
    "piano": (_piano, 120, 100),
    "harp": (_harp, 70, 100),
    "chess": (_chess, 110, 100),
    "snowball": (_snowball, 100, 100),
    "pumpkin": (_pumpkin, 100, 84),
}


def crafted(name: str, height: int) -> Sprite | None:
    """One small thing `height` pixels high; None for a name that nobody draws."""
    row = _BRUSHES.get(name)
    return sprite_of(row[0], row[1], row[2], height) if row else None
