"""Animals drawn whole, in a pose that the art has not: an octopus, a howling wolf, a bear on all fours, a salmon."""

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import Lamps, sprite_of
from pipelines.make.drawn.forms import Point, limb, shape, stroke, tapered
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import along, around, down, flat, outline, smooth


def eye(canvas: skia.Canvas, x: float, y: float, r: float, look: float = 0.0) -> None:
    """A bright round eye; `look` moves its pupil sideways."""
    canvas.drawOval(skia.Rect.MakeXYWH(x - r, y - 1.15 * r, 2 * r, 2.3 * r), flat(hexa("#fdfbf6")))
    canvas.drawOval(skia.Rect.MakeXYWH(x - 0.62 * r + look, y - 0.7 * r, 1.24 * r, 1.5 * r), flat(hexa("#2a2030")))
    canvas.drawCircle(x + look + 0.22 * r, y - 0.32 * r, 0.26 * r, flat((1, 1, 1)))


def bead(canvas: skia.Canvas, x: float, y: float, r: float) -> None:
    """A dark round eye with a spark in it."""
    canvas.drawCircle(x, y, r, flat(hexa("#2a1d20")))
    canvas.drawCircle(x + 0.3 * r, y - 0.35 * r, 0.34 * r, flat((1, 1, 1)))


_ARMS: tuple[tuple[list[Point], float], ...] = (  # the far ones first; how dark each is
    ([(44, 62), (24, 60), (10, 48), (12, 34), (22, 34), (23, 42)], 0.2),
    ([(76, 62), (98, 62), (112, 52), (113, 38), (103, 36), (101, 44)], 0.2),
    ([(54, 68), (46, 88), (34, 102), (40, 114), (50, 111)], 0.16),
    ([(67, 68), (76, 90), (86, 106), (80, 117), (71, 113)], 0.16),
    ([(40, 64), (20, 74), (6, 90), (9, 106), (22, 107), (24, 98)], 0.0),
    ([(80, 64), (100, 76), (114, 90), (113, 106), (100, 108), (97, 99)], 0.0),
    ([(51, 70), (40, 84), (22, 96), (16, 112), (27, 119), (34, 112)], 0.0),
    ([(69, 70), (78, 86), (98, 98), (102, 113), (92, 119), (85, 112)], 0.0),
    ([(60, 72), (60, 90), (56, 104), (62, 116), (70, 110)], 0.0),
)


def _octopus(canvas: skia.Canvas) -> Lamps:
    """An octopus that floats, its arms curled. 122 × 122."""
    own, pale = hexa("#e8654f"), hexa("#ffc9a8")
    for points, dark in _ARMS:
        shape(canvas, tapered(points, 15, 3.4), darker(own, dark))
        if dark:
            continue
        for k in range(1, len(points) - 1):
            (x0, y0), (x1, y1) = points[k], points[k + 1]
            for t in (0.0, 0.5):
                r = 2.3 - 0.36 * (k + t)
                x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
                canvas.drawCircle(x, y + 1.5, max(0.6, r), flat(darker(own, 0.22), 0.6))
                canvas.drawCircle(x, y + 1.2, max(0.5, r * 0.8), flat(pale))
    head = smooth([(60, 2), (84, 6), (96, 26), (90, 46), (82, 58), (82, 72), (60, 78), (38, 72), (38, 58), (30, 46),
                   (24, 26), (36, 6)])  # fmt: skip
    shape(canvas, head, own)
    canvas.save()
    canvas.clipPath(head, True)
    canvas.drawOval(skia.Rect.MakeXYWH(30, 4, 44, 34), around((48, 16), 30, (0, (1, 1, 1), 0.34), (1, (1, 1, 1), 0)))
    for x, y, r in ((82, 16, 3.4), (75, 9, 2.2), (88, 26, 2.4), (36, 14, 2), (40, 24, 1.4)):
        canvas.drawCircle(x, y, r, flat(lighter(own, 0.3), 0.7))
    canvas.restore()
    for x in (47, 73):
        canvas.drawCircle(x, 46, 10.4, flat(lighter(own, 0.12)))
        eye(canvas, x, 46, 8, 1.0 if x < 60 else -1.0)
    for x in (37, 83):
        canvas.drawOval(skia.Rect.MakeXYWH(x - 5, 57, 10, 6), flat(hexa("#ff8f7a"), 0.7, 1.2))
    stroke(canvas, [(53, 61), (60, 67), (67, 61)], hexa("#7a2f2f"), 2)
    return ()


def _wolf(canvas: skia.Canvas) -> Lamps:
    """A wolf that sits and howls, its muzzle up to the left. 118 × 112."""
    coat, pale, deep = hexa("#7f8aa2"), hexa("#e6eaf0"), hexa("#545d74")
    canvas.translate(2, 4)
    tail = skia.Path()
    tail.moveTo(76, 92)
    tail.cubicTo(88, 100, 96, 78, 114, 76)
    tail.cubicTo(112, 98, 96, 108, 74, 106)
    tail.close()
    shape(canvas, tail, coat)
    canvas.save()
    canvas.clipPath(tail, True)
    canvas.drawCircle(114, 82, 15, flat(deep, 0.9, 2))
    canvas.restore()
    limb(canvas, ((50, 66), (50, 84), (49, 101)), 6, 4.4, darker(coat, 0.28))
    shape(canvas, smooth([(45, 101), (50, 98), (57, 101), (58, 107), (43, 107)]), darker(coat, 0.2))
    shape(canvas, smooth([(38, 38), (30, 56), (33, 78), (44, 96), (62, 105), (84, 104), (92, 86), (84, 64), (70, 46),
                          (58, 32)]), coat)  # fmt: skip
    shape(canvas, smooth([(66, 68), (82, 70), (92, 86), (90, 102), (72, 106), (60, 98), (58, 80)]), darker(coat, 0.05))
    shape(canvas, smooth([(56, 101), (68, 98), (81, 101), (82, 107.4), (54, 107.4)]), lighter(coat, 0.14))
    chest = outline([(40, 40), (31, 50), (30, 56), (25, 62), (29, 66), (25, 74), (31, 77), (30, 85), (38, 84), (43, 92),
                     (48, 78), (50, 56)])  # fmt: skip
    shape(canvas, chest, pale, 0.14)
    limb(canvas, ((39, 66), (38, 84), (37, 101)), 6.4, 4.7, coat)
    shape(canvas, smooth([(29, 101), (37, 97.4), (44, 100), (45, 107.4), (27, 107.4)]), lighter(coat, 0.14))
    ruff = outline([(66, 22), (72, 32), (75, 36), (73, 42), (76, 50), (70, 52), (69, 61), (62, 58), (56, 66), (52, 59),
                    (44, 66), (42, 58), (35, 60), (36, 48), (38, 36), (52, 22)])  # fmt: skip
    shape(canvas, ruff, coat)
    _howling_head(canvas, coat, pale, deep)
    return ()


def _howling_head(canvas: skia.Canvas, coat: Colour, pale: Colour, deep: Colour) -> None:
    dark = hexa("#2b2630")
    shape(canvas, outline([(62, 20), (78, 8), (80, 4), (80, 14), (73, 28)]), darker(coat, 0.3))
    shape(canvas, smooth([(50, 42), (40, 36), (30, 24), (22, 13), (19, 15), (22, 26), (31, 38), (42, 46)]), pale, 0.18)
    canvas.drawPath(smooth([(46, 36), (38, 28), (28, 14), (24, 17), (30, 28), (42, 40)]), flat(hexa("#8f3a44")))
    for x, y in ((29.5, 17), (27, 20)):
        canvas.drawPath(outline([(x, y), (x + 2.6, y + 0.5), (x + 0.4, y + 4)]), flat((1, 1, 1)))
    skull = skia.Path()
    skull.moveTo(28, -1)
    skull.cubicTo(37, -2, 41, 6, 48, 8)
    skull.cubicTo(60, 8, 72, 14, 72, 27)
    skull.cubicTo(72, 40, 60, 46, 52, 42)
    skull.cubicTo(42, 36, 34, 22, 25, 8)
    skull.cubicTo(23, 4, 24, 0, 28, -1)
    shape(canvas, skull, coat)
    canvas.save()
    canvas.clipPath(skull, True)
    canvas.drawPath(smooth([(24, 2), (34, 14), (46, 30), (58, 44), (46, 48), (30, 26)]), flat(pale, 0.95, 1.4))
    canvas.restore()
    shape(canvas, outline([(58, 16), (66, 0), (68, -3), (70, 2), (72, 18), (66, 25)]), coat)
    canvas.drawPath(outline([(62, 16), (67, 3), (69.6, 17), (66, 21)]), flat(hexa("#c49a9c"), 0.9))
    canvas.drawOval(skia.Rect.MakeXYWH(23, -3.4, 8, 6.6), flat(dark))
    canvas.drawOval(skia.Rect.MakeXYWH(25, -2.6, 3, 1.8), flat((1, 1, 1), 0.5))
    stroke(canvas, [(47, 18), (51, 22), (56, 19.6)], dark, 1.8)
    stroke(canvas, [(47, 13.6), (52, 14.6), (56, 13)], deep, 1.6)


def _bear(canvas: skia.Canvas, code: str = "#8a5836", muzzle: str = "#c08f62") -> Lamps:
    """A bear on all fours, looking to the left. 136 × 96."""
    coat, pale, deep = hexa(code), hexa(muzzle), hexa("#3a251c")
    for joint, foot in (((58, 62), (60, 88)), ((112, 60), (116, 88))):
        limb(canvas, (joint, ((joint[0] + foot[0]) / 2 + 2, 76), foot), 10.5, 8, darker(coat, 0.3))
        _paw(canvas, foot[0] - 2, darker(coat, 0.3))
    shape(canvas, smooth([(30, 34), (40, 18), (60, 9), (82, 13), (104, 14), (124, 26), (132, 48), (126, 66), (104, 72),
                          (74, 74), (48, 72), (32, 58)]), coat)  # fmt: skip
    canvas.drawCircle(128, 36, 5, flat(darker(coat, 0.12)))
    for joint, foot in (((46, 58), (42, 88)), ((100, 58), (102, 88))):
        limb(canvas, (joint, ((joint[0] + foot[0]) / 2 + 1, 76), foot), 12, 8.6, coat)
        _paw(canvas, foot[0] - 3, coat)
    shape(canvas, smooth([(90, 40), (108, 36), (122, 48), (118, 66), (102, 72), (90, 62)]), coat, 0.22)
    for x in (22, 41):
        canvas.drawCircle(x, 21, 7, around((x - 2, 19), 9, (0, lighter(coat, 0.2), 1), (1, darker(coat, 0.2), 1)))
        canvas.drawCircle(x, 22, 3.6, flat(pale))
    shape(
        canvas, smooth([(14, 34), (18, 24), (32, 19), (46, 25), (50, 40), (46, 54), (34, 60), (20, 57), (12, 48)]), coat
    )
    shape(canvas, smooth([(4, 46), (8, 39), (18, 38), (27, 42), (28, 51), (22, 58), (10, 57), (4, 53)]), pale, 0.2)
    canvas.drawOval(skia.Rect.MakeXYWH(2, 40.5, 9, 7), flat(deep))
    canvas.drawOval(skia.Rect.MakeXYWH(3.6, 41.6, 3, 2), flat((1, 1, 1), 0.5))
    stroke(canvas, [(8, 52), (14, 55), (20, 52)], deep, 1.4)
    bead(canvas, 21.5, 34, 2.6)
    return ()


def _paw(canvas: skia.Canvas, x: float, own: Colour) -> None:
    shape(canvas, smooth([(x - 10, 91), (x - 4, 85), (x + 9, 85), (x + 11, 95), (x - 9, 95.4)]), own)
    for k in range(3):
        stroke(canvas, [(x - 8 + 3.4 * k, 93), (x - 9 + 3.4 * k, 95)], hexa("#f0e2c8"), 1.3)


def _salmon(canvas: skia.Canvas) -> Lamps:
    """A salmon that leaps to the left. 140 × 66."""
    back, side, belly, fin = hexa("#4f6f86"), hexa("#f08a78"), hexa("#fbe6dc"), hexa("#c95f58")
    for points in (
        [(118, 40), (126, 30), (139, 20), (137, 36), (133, 46), (138, 62), (122, 54)],
        [(60, 14), (74, 4), (88, 8), (90, 20)],
        [(58, 48), (56, 62), (68, 60), (76, 50)],
        [(94, 47), (96, 58), (106, 54), (106, 44)],
    ):
        shape(canvas, smooth(points), fin)
    body = smooth([(2, 33), (12, 22), (34, 13), (62, 11), (90, 20), (112, 33), (124, 40), (122, 50), (108, 49),
                   (84, 50), (52, 53), (24, 48), (6, 40)])  # fmt: skip
    stops = ((0, lighter(back, 0.1), 1), (0.34, back, 1), (0.5, side, 1), (0.74, belly, 1), (1, darker(belly, 0.2), 1))
    canvas.drawPath(body, down(8, 54, *stops))
    canvas.save()
    canvas.clipPath(body, True)
    canvas.drawPath(body, along((0, 0), (130, 30), (0, (1, 1, 1), 0.16), (0.4, (1, 1, 1), 0), (1, (0.1, 0, 0.2), 0.22)))
    for k in range(26):
        x, y = 30 + (k * 37 % 82), 14 + (k * 23 % 15) + 0.06 * (k * 37 % 82)
        canvas.drawCircle(x, y, 0.9 + 0.5 * (k % 3), flat(darker(back, 0.5), 0.65))
    for row in range(3):
        for k in range(9):
            arc = skia.Rect.MakeXYWH(34 + 9 * k + 4 * (row % 2), 28 + 5 * row + 0.9 * k, 7, 6)
            paint = flat((1, 1, 1), 0.28)
            paint.setStyle(skia.Paint.kStroke_Style)
            canvas.drawArc(arc, -70, 140, False, paint)
    canvas.restore()
    stroke(canvas, [(28, 20), (34, 33), (27, 45)], darker(back, 0.3), 1.6, 0.6)
    stroke(canvas, [(3, 36), (11, 39), (18, 36)], darker(back, 0.5), 1.5)
    shape(canvas, smooth([(40, 42), (54, 44), (60, 55), (48, 53)]), fin)
    canvas.drawCircle(16, 28, 4, flat(hexa("#f7efd8")))
    bead(canvas, 15.6, 28, 2.6)
    return ()


_BRUSHES = {"octopus": (_octopus, 122, 122), "wolf-howling": (_wolf, 118, 112), "bear-walking": (_bear, 136, 96),
            "polar-bear-walking": (lambda canvas: _bear(canvas, "#eef1f6", "#fffaf0"), 136, 96),
            "salmon": (_salmon, 140, 66)}  # fmt: skip


def wildlife(name: str, height: int) -> Sprite | None:
    """An animal `height` pixels high; None for a name that nobody draws here."""
    row = _BRUSHES.get(name)
    return sprite_of(row[0], row[1], row[2], height) if row else None
