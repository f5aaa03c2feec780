"""Larger things of house, garden and building site, drawn whole: barrel, fridge, bush, fence, well, digger, coach."""

import math

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import Lamps, round_fill, sprite_of
from pipelines.make.drawn.forms import shape, stroke, tapered
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import around, down, flat, outline, smooth

_WOOD, _IRON = hexa("#a06c3f"), hexa("#565b68")
Box = tuple[float, float, float, float]


def _block(canvas: skia.Canvas, box: Box, colour: Colour, r: float = 2.0) -> None:
    """A box, lit from above."""
    fill = down(box[1], box[3], (0, lighter(colour, 0.24), 1), (0.4, colour, 1), (1, darker(colour, 0.26), 1))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(*box), r, r, fill)


def _disc(canvas: skia.Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    canvas.drawCircle(x, y, r, around((x - r * 0.3, y - r * 0.4), r * 1.7, (0, lighter(colour, 0.3), 1),
                                      (1, darker(colour, 0.35), 1)))  # fmt: skip


def _barrel(canvas: skia.Canvas) -> Lamps:
    """80 × 100."""
    body = smooth([(10, 4), (40, 1), (70, 4), (78, 30), (79, 50), (78, 70), (70, 96), (40, 99), (10, 96), (2, 70),
                   (1, 50), (2, 30)])  # fmt: skip
    canvas.drawPath(body, round_fill(2, 78, _WOOD))
    canvas.save()
    canvas.clipPath(body, True)
    for x in range(14, 74, 11):
        bend = (x - 40) * 0.16
        stroke(canvas, [(x, 0), (x + bend, 50), (x, 100)], darker(_WOOD, 0.45), 1, 0.7)
    for y, tall in ((12, 8), (30, 6), (66, 6), (82, 8)):
        canvas.drawRect(skia.Rect.MakeXYWH(0, y, 80, tall), round_fill(2, 78, _IRON))
    canvas.restore()
    canvas.drawCircle(40, 50, 3.4, flat(darker(_WOOD, 0.6)))
    return ()


def _fridge(canvas: skia.Canvas) -> Lamps:
    """56 × 120."""
    own = hexa("#e9edf2")
    for x in (8, 42):
        canvas.drawRect(skia.Rect.MakeXYWH(x, 114, 6, 6), flat(_IRON))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(2, 2, 54, 117), 6, 6, round_fill(2, 54, own))
    canvas.drawRect(skia.Rect.MakeLTRB(2, 42, 54, 44), flat(darker(own, 0.35)))
    for top, low in ((24, 38), (50, 72)):
        canvas.drawRoundRect(skia.Rect.MakeLTRB(8, top, 11.4, low), 1.6, 1.6, round_fill(8, 12, hexa("#8a919e")))
    for x, y, code in ((30, 54, "#e2734a"), (38, 60, "#4d9a5c"), (28, 64, "#f2c14e")):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, 6, 6), 1, 1, flat(hexa(code)))
    return ()


def _bush(canvas: skia.Canvas) -> Lamps:
    """120 × 78."""
    leaf = hexa("#4f9a4a")
    balls = [
        (24, 52, 22),
        (96, 52, 22),
        (44, 34, 25),
        (76, 32, 26),
        (60, 24, 22),
        (34, 58, 20),
        (84, 58, 21),
        (60, 54, 28),
    ]
    for n, (x, y, r) in enumerate(balls):
        _disc(canvas, x, y, r, darker(leaf, 0.2 - 0.026 * n))
    for k in range(46):
        a, d = k * 2.4, 12 + 40 * ((k * 29 % 46) / 46)
        x, y = 60 + 1.05 * d * math.cos(a), 44 + 0.52 * d * math.sin(a)
        canvas.drawOval(skia.Rect.MakeXYWH(x - 3, y - 1.7, 6, 3.4), flat(lighter(leaf, 0.3 if k % 3 else 0.12), 0.7))
    return ()


def _fence(canvas: skia.Canvas) -> Lamps:
    """200 × 66."""
    own = hexa("#f1e8d8")
    for y in (22, 46):
        _block(canvas, (0, y, 200, y + 7), darker(own, 0.12))
    for x in range(4, 196, 22):
        picket = outline([(x, 12), (x + 7, 2), (x + 14, 12), (x + 14, 64), (x, 64)])
        canvas.drawPath(picket, round_fill(x, x + 14, own))
    return ()


def _well(canvas: skia.Canvas) -> Lamps:
    """100 × 122."""
    stone, roof = hexa("#a8a7a4"), hexa("#a8523f")
    for x in (18, 76):
        _block(canvas, (x, 34, x + 6, 92), _WOOD)
    canvas.drawRoundRect(skia.Rect.MakeLTRB(14, 50, 86, 56), 3, 3, flat(darker(_WOOD, 0.2)))
    stroke(canvas, [(50, 53), (50, 76)], hexa("#d9c49a"), 1.6)
    shape(canvas, outline([(43, 74), (57, 74), (55, 86), (45, 86)]), lighter(_WOOD, 0.1))
    canvas.drawOval(skia.Rect.MakeLTRB(10, 78, 90, 94), flat(hexa("#23303a")))
    canvas.drawPath(outline([(8, 86), (10, 118), (90, 118), (92, 86)]), round_fill(8, 92, stone))
    canvas.drawOval(skia.Rect.MakeLTRB(10, 112, 90, 122), round_fill(8, 92, darker(stone, 0.1)))
    canvas.save()
    canvas.clipPath(outline([(8, 86), (10, 118), (90, 118), (92, 86)]), True)
    for row in range(3):
        for k in range(7):
            x, y = 4 + 14.2 * k + 6 * (row % 2), 90 + 10 * row
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(x, y, 12, 8), 2, 2, flat(lighter(stone, 0.14 * ((k + row) % 3)), 0.55)
            )
    canvas.restore()
    shape(canvas, outline([(2, 38), (50, 6), (98, 38), (90, 42), (50, 16), (10, 42)]), darker(roof, 0.2))
    canvas.drawPath(outline([(6, 38), (50, 8), (94, 38)]), down(8, 38, (0, lighter(roof, 0.2), 1), (1, roof, 1)))
    return ()


def _handle(canvas: skia.Canvas) -> None:
    canvas.drawRoundRect(skia.Rect.MakeLTRB(18, 4, 22.6, 80), 2, 2, round_fill(18, 22.6, _WOOD))


def _shovel(canvas: skia.Canvas) -> Lamps:
    """40 × 116."""
    _handle(canvas)
    shape(canvas, outline([(11, 2), (30, 2), (28, 9), (13, 9)]), darker(_WOOD, 0.2))
    shape(canvas, smooth([(8, 74), (32, 74), (34, 96), (20, 115), (6, 96)]), hexa("#8c95a4"))
    return ()


def _rake(canvas: skia.Canvas) -> Lamps:
    """50 × 116."""
    canvas.translate(5, 0)
    _handle(canvas)
    _block(canvas, (0, 92, 41, 98), _IRON)
    canvas.drawRoundRect(skia.Rect.MakeLTRB(18, 76, 22.6, 94), 2, 2, round_fill(18, 22.6, _WOOD))
    for k in range(7):
        stroke(canvas, [(2.6 + 6 * k, 97), (2.6 + 6 * k, 112)], _IRON, 2.2)
    return ()


def _excavator(canvas: skia.Canvas) -> Lamps:
    """A digger, its shovel to the left. 170 × 112."""
    own, dark = hexa("#f2b52e"), hexa("#3d3f4a")
    shape(canvas, tapered([(92, 58), (70, 16), (52, 8)], 15, 10), own)
    shape(canvas, tapered([(54, 8), (30, 34), (22, 58)], 11, 8), darker(own, 0.08))
    stroke(canvas, [(78, 44), (62, 20)], hexa("#c9ced8"), 3)
    shape(canvas, smooth([(8, 62), (22, 54), (34, 58), (34, 74), (24, 86), (10, 82), (4, 72)]), dark)
    for k in range(3):
        stroke(canvas, [(8 + 6 * k, 82), (5 + 6 * k, 89)], hexa("#c9ced8"), 3)
    _block(canvas, (84, 52, 160, 84), own, 6)
    _block(canvas, (134, 46, 164, 80), darker(own, 0.1), 6)
    _block(canvas, (88, 18, 130, 62), own, 5)
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(93, 24, 125, 50), 3, 3, down(24, 50, (0, hexa("#cfeaf6"), 1), (1, hexa("#6fa8cc"), 1))
    )
    canvas.drawPath(outline([(98, 50), (112, 24), (118, 24), (104, 50)]), flat((1, 1, 1), 0.35))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(76, 84, 168, 111), 13, 13, flat(dark))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(80, 88, 164, 107), 9.5, 9.5, flat(darker(dark, 0.3)))
    for k in range(5):
        _disc(canvas, 90 + 16 * k, 97.5, 7.2, hexa("#8a8f9c"))
    return ()


def _caravan(canvas: skia.Canvas) -> Lamps:
    """A caravan, its drawbar to the left. 160 × 100."""
    own, band = hexa("#f3efe4"), hexa("#4f9aa8")
    stroke(canvas, [(4, 84), (34, 80)], _IRON, 4)
    body = smooth(
        [(22, 70), (22, 30), (34, 10), (60, 4), (130, 4), (152, 12), (158, 34), (158, 74), (150, 84), (30, 84)]
    )
    shape(canvas, body, own, 0.2)
    canvas.save()
    canvas.clipPath(body, True)
    canvas.drawRect(skia.Rect.MakeLTRB(0, 56, 160, 68), flat(band))
    canvas.restore()
    for x, w in ((36, 34), (116, 30)):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, 22, w, 24), 4, 4, flat(hexa("#d9d2c2")))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x + 2.5, 24.5, w - 5, 19), 3, 3,
                             down(24, 44, (0, hexa("#bfe2f0"), 1), (1, hexa("#6a9fc2"), 1)))  # fmt: skip
    _block(canvas, (80, 22, 106, 82), lighter(own, 0.3), 3)
    canvas.drawCircle(102, 54, 1.8, flat(_IRON))
    _disc(canvas, 92, 87, 13, hexa("#3d3f4a"))
    _disc(canvas, 92, 87, 6, hexa("#c9ced8"))
    return ()


def _pillow(canvas: skia.Canvas) -> Lamps:
    """100 × 66."""
    own = hexa("#f4f0ea")
    shape(canvas, smooth([(2, 4), (50, 10), (98, 4), (93, 33), (98, 62), (50, 57), (2, 62), (7, 33)]), own, 0.2)
    for x, y in ((12, 12), (88, 12), (12, 54), (88, 54)):
        stroke(canvas, [(x, y), ((x + 50) / 2, (y + 33) / 2)], darker(own, 0.2), 1.2, 0.6)
    return ()


def _carriage(canvas: skia.Canvas) -> Lamps:
    """A coach with four wheels, its shafts to the left. 170 × 122."""
    own, gold = hexa("#8a2f44"), hexa("#e2b44e")
    stroke(canvas, [(2, 88), (60, 84)], _WOOD, 4)
    shape(canvas, smooth([(48, 22), (58, 10), (136, 10), (148, 22), (146, 60), (132, 82), (64, 82), (50, 60)]), own)
    _block(canvas, (52, 6, 144, 14), darker(own, 0.3), 4)
    for x in (60, 113):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, 22, 24, 26), 4, 4, flat(gold))
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(x + 2, 24, 20, 22), 3, 3, down(24, 46, (0, hexa("#cfe4ee"), 1), (1, hexa("#7f9fb8"), 1))
        )
    _block(canvas, (87, 20, 110, 78), lighter(own, 0.1), 3)
    canvas.drawCircle(106, 52, 1.8, flat(gold))
    stroke(canvas, [(50, 62), (98, 66), (146, 62)], gold, 2.4)
    for x, r in ((58, 22), (134, 26)):
        y = 120 - r
        rim = flat(gold)
        rim.setStyle(skia.Paint.kStroke_Style)
        rim.setStrokeWidth(4)
        canvas.drawCircle(x, y, r - 2, rim)
        for k in range(10):
            a = 2 * math.pi * k / 10
            stroke(canvas, [(x, y), (x + (r - 3) * math.cos(a), y + (r - 3) * math.sin(a))], darker(gold, 0.2), 1.8)
        _disc(canvas, x, y, 4.4, darker(own, 0.1))
    return ()


_BRUSHES = {
    "barrel": (_barrel, 80, 100), "fridge": (_fridge, 56, 120), "bush": (_bush, 120, 78), "fence": (_fence, 200, 66),
    "well": (_well, 100, 122), "shovel": (_shovel, 40, 116), "rake": (_rake, 50, 116),
    "excavator": (_excavator, 170, 112), "caravan": (_caravan, 160, 102), "pillow": (_pillow, 100, 66),
    "carriage": (_carriage, 170, 122),
}  # fmt: skip


def household(name: str, height: int) -> Sprite | None:
    """One of them, `height` pixels high; None for a name that nobody draws here."""
    row = _BRUSHES.get(name)
    return sprite_of(row[0], row[1], row[2], height) if row else None
