"""A dragon and a songbird in flight, a rover of other planets, a galleon and a flag: drawn whole."""

import math

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import Lamps, round_fill, sprite_of
from pipelines.make.drawn.forms import Point, shape, stroke, tapered
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import along, around, down, flat, outline, smooth
from pipelines.make.drawn.wildlife import bead


def _wing(canvas: skia.Canvas, root: Point, tips: list[Point], bone: Colour, skin: Colour) -> None:
    """A leathery wing: fingers from its wrist (the first of `tips`) to the others, skin between them."""
    wrist, *fingers = tips
    path = skia.Path()
    path.moveTo(*root)
    path.quadTo((root[0] + wrist[0]) / 2 - 3, (root[1] + wrist[1]) / 2, *wrist)
    last = wrist
    for tip in fingers:
        middle = ((last[0] + tip[0]) / 2, (last[1] + tip[1]) / 2)
        pull = 0.0 if last is wrist else 0.3
        path.quadTo(middle[0] + pull * (wrist[0] - middle[0]), middle[1] + pull * (wrist[1] - middle[1]), *tip)
        last = tip
    path.quadTo((last[0] + root[0]) / 2, (last[1] + root[1]) / 2 - 4, root[0] + 16, root[1] + 4)
    path.close()
    shape(canvas, path, skin, 0.42)
    for tip in fingers:
        canvas.drawPath(tapered([wrist, ((wrist[0] + tip[0]) / 2, (wrist[1] + tip[1]) / 2), tip], 2.6, 0.8),
                        flat(darker(skin, 0.3), 0.8))  # fmt: skip
    shape(canvas, tapered([root, ((root[0] + wrist[0]) / 2 - 3, (root[1] + wrist[1]) / 2 + 1), wrist], 7, 4), bone)
    shape(canvas, tapered([wrist, (wrist[0] - 4, wrist[1] - 7)], 4, 0.6), hexa("#f2e2b8"), 0.2)


def _dragon(canvas: skia.Canvas) -> Lamps:
    """A dragon that flies to the left, both wings up. 194 × 142."""
    canvas.translate(1, 7)
    own, belly, skin, horn = hexa("#3f9a5c"), hexa("#f2d98a"), hexa("#e2734a"), hexa("#f2e2b8")
    _wing(canvas, (92, 70), [(112, 18), (166, 4), (176, 34), (168, 62)], darker(own, 0.3), darker(skin, 0.3))
    tail = [(104, 84), (132, 98), (154, 96), (168, 82), (184, 84)]
    shape(canvas, tapered(tail, 24, 3.4), own)
    shape(canvas, outline([(176, 76), (189, 72), (188, 84), (189, 96), (177, 91)]), skin)
    for x, y, s in ((120, 84, 6), (132, 89, 5.4), (144, 88, 5), (154, 84, 4.4), (162, 79, 4)):
        shape(canvas, outline([(x - s * 0.8, y + 2), (x + s * 0.7, y - s), (x + s, y + 3)]), skin)
    for knee, foot in (((110, 104), (124, 114)), ((74, 104), (86, 114))):  # legs drawn up
        shape(canvas, tapered([(knee[0] - 6, 92), knee, foot], 14, 7), darker(own, 0.2))
        for k in range(3):
            stroke(canvas, [(foot[0] + 1, foot[1] - 2 + 2.4 * k), (foot[0] + 6, foot[1] + 2.6 * k)], horn, 1.7)
    neck = [(86, 84), (64, 76), (52, 58), (44, 40), (30, 34)]
    shape(canvas, smooth([(60, 72), (84, 64), (108, 70), (122, 84), (118, 98), (96, 106), (74, 100), (58, 86)]), own)
    shape(canvas, tapered(neck, 34, 17), own)
    for points, thick in (
        ([(56, 80), (72, 96), (96, 101), (114, 96)], 9),
        ([(34, 42), (42, 56), (50, 72), (60, 84)], 7),
    ):
        canvas.drawPath(tapered(points, thick, thick * 0.8), flat(belly, 0.95, 0.8))
    for x, y, s in ((52, 31, 6), (59, 42, 7), (66, 54, 7.5), (76, 62, 7)):
        shape(canvas, outline([(x - s * 0.7, y + 3), (x + s * 0.9, y - s * 0.8), (x + s * 0.5, y + 6)]), skin)
    _dragon_head(canvas, own, belly, horn)
    shape(canvas, tapered([(98, 88), (92, 104), (104, 114)], 15, 7), own)
    for k in range(3):
        stroke(canvas, [(104, 112 + 2.4 * k), (110, 114 + 2.6 * k)], horn, 1.7)
    _wing(canvas, (84, 74), [(86, 20), (128, -2), (150, 32), (142, 70)], own, skin)
    return ()


def _dragon_head(canvas: skia.Canvas, own: Colour, belly: Colour, horn: Colour) -> None:
    for points in ([(44, 28), (54, 20), (60, 8)], [(38, 25), (46, 15), (50, 3)]):
        shape(canvas, tapered(points, 6, 0.8), horn, 0.3)
    shape(canvas, smooth([(46, 34), (40, 48), (24, 52), (10, 50), (8, 45), (24, 42)]), darker(belly, 0.05), 0.2)
    shape(canvas, smooth([(50, 30), (48, 44), (34, 46), (18, 44), (4, 44), (2, 36), (10, 30), (22, 28), (32, 20),
                          (44, 20)]), own)  # fmt: skip
    for x in (10, 16, 22):
        canvas.drawPath(outline([(x - 1.6, 44), (x + 1.6, 44), (x, 48)]), flat((1, 1, 1)))
    canvas.drawCircle(6.5, 36.5, 1.5, flat(darker(own, 0.55)))
    canvas.drawCircle(33, 29, 4.6, flat(hexa("#ffe27a")))
    bead(canvas, 32, 29, 2.3)
    stroke(canvas, [(26, 24), (33, 22.6), (39, 26)], darker(own, 0.45), 2)
    shape(canvas, outline([(44, 30), (58, 27), (50, 38)]), darker(own, 0.12))


def _songbird(canvas: skia.Canvas) -> Lamps:
    """A small bird in flight to the left, its wings spread. 112 × 70."""
    canvas.translate(0, 4)
    own, pale, tip = hexa("#4f86b8"), hexa("#f8ead6"), hexa("#2f4f76")
    far = smooth([(56, 40), (60, 22), (76, 6), (92, 2), (88, 20), (76, 38)])
    shape(canvas, far, darker(own, 0.28))
    shape(canvas, smooth([(80, 48), (98, 46), (110, 52), (100, 56), (108, 62), (90, 60), (78, 56)]), tip)
    shape(canvas, smooth([(14, 42), (20, 32), (34, 30), (52, 34), (72, 42), (86, 50), (80, 58), (60, 62), (38, 60),
                          (22, 54)]), own)  # fmt: skip
    canvas.drawPath(
        smooth([(18, 46), (30, 50), (52, 54), (72, 55), (60, 62), (38, 60), (22, 54)]), flat(pale, 0.95, 1.6)
    )
    shape(canvas, outline([(15, 40), (3, 45), (16, 47)]), hexa("#f0a63c"))
    bead(canvas, 24, 39, 2.6)
    near = smooth([(44, 46), (40, 30), (46, 14), (60, 2), (68, -2), (66, 12), (72, 14), (68, 24), (72, 28), (66, 44),
                   (56, 52)])  # fmt: skip
    shape(canvas, near, lighter(own, 0.1))
    for k in range(3):
        a = (50 + 3 * k, 44 - 3 * k)
        stroke(canvas, [a, (54 + 4 * k, 26 - 2 * k), (60 + 3 * k, 12 + 4 * k)], tip, 1.3, 0.5)
    return ()


def _wheel(canvas: skia.Canvas, x: float, y: float, r: float) -> None:
    """A metal wheel with cleats; its hub turns by itself (wheels.py)."""
    tyre, rim = hexa("#4a4d58"), hexa("#aab2bf")
    canvas.drawCircle(
        x, y, r, around((x - r * 0.3, y - r * 0.4), r * 1.6, (0, lighter(tyre, 0.2), 1), (1, darker(tyre, 0.4), 1))
    )
    for k in range(14):
        a = 2 * math.pi * k / 14
        stroke(canvas, [(x + 0.86 * r * math.cos(a), y + 0.86 * r * math.sin(a)),
                        (x + r * math.cos(a), y + r * math.sin(a))], darker(tyre, 0.4), r * 0.1)  # fmt: skip
    canvas.drawCircle(
        x, y, r * 0.62, around((x - r * 0.2, y - r * 0.3), r, (0, lighter(rim, 0.3), 1), (1, darker(rim, 0.3), 1))
    )


def _rover(canvas: skia.Canvas) -> Lamps:
    """A rover with six wheels, its camera mast to the left. 150 × 122."""
    white, gold, grey, cell = hexa("#eceef2"), hexa("#d9a23a"), hexa("#8a919e"), hexa("#274a8a")
    for x in (26, 76, 124):
        _wheel(canvas, x, 105, 13)
    for a, b in (((30, 84), (18, 106)), ((30, 84), (66, 106)), ((30, 84), (92, 74)), ((92, 80), (114, 108))):
        stroke(canvas, [a, b], darker(grey, 0.1), 5)
    shape(canvas, tapered([(34, 60), (33, 30), (34, 16)], 6, 5), grey)
    _crate(canvas, (22, 4, 48, 18), white, 3)
    for x in (27, 37):
        canvas.drawCircle(x, 11, 4, flat(hexa("#2a2f3c")))
        canvas.drawCircle(x - 1, 10, 1.5, flat(hexa("#7fc8f0")))
    shape(canvas, tapered([(20, 70), (6, 62), (4, 78), (8, 86)], 6, 4), grey)
    canvas.drawCircle(8, 87, 5, round_fill(3, 13, gold))
    _crate(canvas, (18, 58, 128, 84), white, 5)
    canvas.drawRect(skia.Rect.MakeLTRB(18, 76, 128, 80), flat(gold))
    for x in (32, 52, 72):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, 63, 13, 9), 1.5, 1.5, flat(darker(white, 0.22)))
    canvas.drawCircle(112, 68, 5.4, flat(hexa("#c9483a")))
    panel = outline([(56, 56), (142, 42), (148, 46), (64, 60)])
    canvas.drawPath(panel, along((56, 50), (148, 50), (0, lighter(cell, 0.25), 1), (1, cell, 1)))
    for k in range(1, 6):
        x = 57 + 15 * k
        stroke(canvas, [(x, 55.6 - 2.45 * k), (x + 7, 59.6 - 2.45 * k)], hexa("#b8c8e8"), 0.8)
    stroke(canvas, [(58, 56), (144, 42)], hexa("#c9d2de"), 1.6)
    shape(canvas, tapered([(96, 56), (98, 36)], 4, 3), grey)
    canvas.save()
    canvas.translate(100, 28)
    canvas.rotate(-32)
    canvas.drawOval(
        skia.Rect.MakeXYWH(-16, -8, 32, 16), down(-8, 8, (0, lighter(white, 0.2), 1), (1, darker(white, 0.3), 1))
    )
    canvas.drawOval(skia.Rect.MakeXYWH(-13, -7, 26, 11), flat(darker(white, 0.14)))
    stroke(canvas, [(0, -2), (0, -12)], grey, 2)
    canvas.drawCircle(0, -12, 2.2, flat(gold))
    canvas.restore()
    for x in (18, 68, 118):
        _wheel(canvas, x, 107, 14)
    return ()


def _crate(canvas: skia.Canvas, box: tuple[float, float, float, float], colour: Colour, r: float) -> None:
    rect = skia.Rect.MakeLTRB(*box)
    canvas.drawRoundRect(
        rect, r, r, down(box[1], box[3], (0, lighter(colour, 0.3), 1), (0.5, colour, 1), (1, darker(colour, 0.24), 1))
    )


def _flag(canvas: skia.Canvas) -> Lamps:
    """A flag on its pole, blown to the right. 96 × 130."""
    cloth, wood = hexa("#d8423a"), hexa("#d9dde4")
    top = [(10 + 2.05 * i, 12 + 3.4 * math.sin(i * 0.18)) for i in range(41)]
    foot = [(x, y + 46) for x, y in reversed(top)]
    path = outline([*top, *foot])
    canvas.drawPath(path, flat(cloth))
    canvas.save()
    canvas.clipPath(path, True)
    canvas.drawPath(outline([(x, y + 33) for x, y in top] + foot), flat(darker(cloth, 0.3)))
    canvas.drawCircle(50, 28, 10, flat(hexa("#ffd45e")))
    for i in range(10):  # folds, light and dark as the cloth comes and goes
        x, swing = 10 + 8.2 * i, math.cos(i * 0.72 + 0.36)
        canvas.drawRect(
            skia.Rect.MakeXYWH(x, 0, 9, 80), flat((1, 1, 1) if swing < 0 else (0.1, 0, 0.1), 0.15 * abs(swing), 2)
        )
    canvas.restore()
    canvas.drawRoundRect(skia.Rect.MakeLTRB(6, 6, 10.6, 130), 2, 2, round_fill(6, 10.6, wood))
    canvas.drawCircle(8.3, 5, 4.4, around((7, 3.4), 6, (0, hexa("#ffe6a0"), 1), (1, hexa("#b98a2f"), 1)))
    return ()


def _galleon(canvas: skia.Canvas) -> Lamps:
    """A ship with three masts and a black flag, its bow to the left. 190 × 176."""
    wood, sail, gold = hexa("#7a4a2c"), hexa("#efe2c6"), hexa("#d9a23a")
    for x, top in ((52, 30), (98, 12), (142, 34)):
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 2.2, top, x + 2.2, 134), 2, 2, round_fill(x - 2.2, x + 2.2, wood))
    for a, b in (((4, 112), (52, 36)), ((98, 16), (170, 112)), ((98, 16), (26, 118)), ((142, 36), (178, 110))):
        stroke(canvas, [a, b], darker(wood, 0.3), 0.9, 0.7)
    for x, y, wide, tall in ((52, 44, 34, 30), (52, 78, 42, 32), (98, 30, 40, 34), (98, 68, 52, 42), (142, 46, 30, 28),
                             (142, 78, 36, 30)):  # fmt: skip
        _sail(canvas, x, y, wide, tall, sail)
    for x, y in ((98, 6), (52, 24), (142, 28)):
        cloth = outline([(x, y), (x + 13, y + 2), (x + 24, y - 1), (x + 24, y + 11), (x + 13, y + 14), (x, y + 12)])
        canvas.drawPath(cloth, flat(hexa("#26232c" if x == 98 else "#a8323a")))
    canvas.drawCircle(110, 11, 3.2, flat((1, 1, 1)))
    stroke(canvas, [(105, 17), (115, 14)], (1, 1, 1), 1.2)
    stroke(canvas, [(36, 124), (2, 108)], wood, 4)
    hull = smooth([(14, 122), (40, 126), (90, 132), (140, 128), (154, 112), (186, 104), (182, 132), (172, 158),
                   (150, 172), (70, 174), (38, 162), (22, 142)])  # fmt: skip
    shape(canvas, hull, wood)
    canvas.save()
    canvas.clipPath(hull, True)
    for y in (140, 150, 160):
        stroke(canvas, [(10, y), (96, y + 5), (190, y - 9)], darker(wood, 0.4), 1.2, 0.7)
    stroke(canvas, [(12, 129), (90, 138), (190, 120)], gold, 3.4)
    canvas.restore()
    for k in range(6):
        x, y = 48 + 20 * k, 147 + 1.5 * math.sin(k) - 0.6 * k
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, 9, 8), 1, 1, flat(hexa("#2b1a12")))
        canvas.drawCircle(x + 4.5, y + 4, 2.4, flat(hexa("#4a4d58")))
    for k in range(2):
        pane = skia.Rect.MakeXYWH(160 + 11 * k, 116 - 3 * k, 7, 9)
        canvas.drawRoundRect(pane, 1.5, 1.5, flat(hexa("#ffd479")))
    return ()


def _sail(canvas: skia.Canvas, x: float, y: float, wide: float, tall: float, own: Colour) -> None:
    """A square sail full of wind, on its yard."""
    left, right, foot = x - wide / 2, x + wide / 2, y + tall
    path = skia.Path()
    path.moveTo(left + 2, y)
    path.lineTo(right - 2, y)
    path.quadTo(right + 3, (y + foot) / 2, right, foot)
    path.quadTo(x, foot - 0.26 * tall, left - 5, foot)
    path.quadTo(left - 9, (y + foot) / 2, left + 2, y)
    shape(canvas, path, own, 0.26)
    for share in (0.33, 0.66):
        at = left + share * wide
        stroke(
            canvas, [(at, y + 1), (at - 3, y + 0.5 * tall), (at - 1, foot - 0.18 * tall)], darker(own, 0.25), 0.8, 0.5
        )
    stroke(canvas, [(left - 1, y), (right + 1, y)], hexa("#5f3a22"), 2.8)


_BRUSHES = {
    "dragon-flying": (_dragon, 194, 128),
    "songbird": (_songbird, 114, 70),
    "rover": (_rover, 150, 122),
    "galleon": (_galleon, 190, 176),
    "flag": (_flag, 96, 130),
}


def marvel(name: str, height: int) -> Sprite | None:
    """One of them, `height` pixels high; None for another name."""
    row = _BRUSHES.get(name)
    return sprite_of(row[0], row[1], row[2], height) if row else None
