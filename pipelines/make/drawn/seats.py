"""Seats drawn whole, for those who sit on them: a throne, an armchair, a swing, a long table to sit at."""

from collections.abc import Callable

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import Lamps, sprite_of
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, outline, smooth

# Furniture that the scene's words may name: it then stands in the room as a thing of its own.
_AS_THINGS = {"throne": "own:throne", "sofa": "own:sofa", "bed": "fluent:bed", "table": "own:table",
              "armchair": "own:armchair"}  # fmt: skip

# What else a piece is or holds, which may be forbidden.
_MADE_OF = {"lamp": ("standing lamp",), "plant": ("houseplant",), "bookcase": ("book",),
            "judge": ("bench of a court",), "shelf": ("book",), "bread": ("shelf",),
            "goods": ("shelf",), "case": ("cake", "bread"), "console": ("screen",), "bench": ("laboratory bench",),
            "hospital bed": ("monitor",)}  # fmt: skip


def wanted(sheet: Sheet, piece: str) -> bool:
    """Whether a piece of furniture belongs into a room's row: it is not forbidden, and does not stand there already."""
    name = piece.split()[-1]
    return sheet.may(piece, name, *_MADE_OF.get(piece, ())) and _AS_THINGS.get(name) not in sheet.named


def _block(canvas: skia.Canvas, x: float, y: float, w: float, h: float, own: Colour, r: float = 1.5) -> None:
    stops = ((0, lighter(own, 0.22), 1), (0.3, own, 1), (1, darker(own, 0.35), 1))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, w, h), r, r, down(y, y + h, *stops))


def _throne(canvas: skia.Canvas) -> Lamps:
    """A golden throne on two steps. 92 × 120."""
    gold, red, stone = hexa("#dcaa3c"), hexa("#a8283c"), hexa("#b0a8a2")
    _block(canvas, 0, 112, 92, 8, stone)
    _block(canvas, 8, 104, 76, 9, hexa("#a03a48"))
    back = outline([(19, 104), (16, 24), (22, 14), (33, 16), (46, 2), (59, 16), (70, 14), (76, 24), (73, 104)])
    canvas.drawPath(back, along((16, 10), (76, 104), (0, lighter(gold, 0.4), 1), (0.5, gold, 1), (1, darker(gold, 0.4),
        1)))  # fmt: skip
    inner = outline([(26, 82), (24, 32), (46, 18), (68, 32), (66, 82)])
    canvas.drawPath(inner, around((40, 40), 52, (0, lighter(red, 0.18), 1), (1, darker(red, 0.3), 1)))
    for x in (36, 46, 56):
        for y in (38, 50, 62):
            canvas.drawCircle(x, y + 2, 1.3, flat(darker(red, 0.45)))
            canvas.drawCircle(x - 0.3, y + 1.6, 0.8, flat(lighter(gold, 0.3)))
    for x, tone in ((19, "#4f8fd6"), (46, "#d1453b"), (73, "#4f8fd6")):
        y = 11 if x == 46 else 21
        canvas.drawCircle(x, y, 3.6, around((x - 1, y - 1.4), 4.6, (0, hexa("#fff4d0"), 1), (1, darker(gold, 0.2), 1)))
        canvas.drawCircle(x, y, 2.2, flat(hexa(tone)))
    _block(canvas, 22, 80, 48, 13, red, 5)
    _block(canvas, 24, 92, 44, 12, darker(gold, 0.1))
    for x in (13, 70):
        _block(canvas, x, 64, 9, 6, gold, 3)
        _block(canvas, x + 1.5, 69, 6, 35, darker(gold, 0.08), 1)
        canvas.drawCircle(x + 4.5, 66, 4.6, around((x + 3, 64.4), 6, (0, lighter(gold, 0.5), 1), (1, darker(gold, 0.2),
            1)))  # fmt: skip
    return ()


def _armchair(canvas: skia.Canvas) -> Lamps:
    """An armchair. 80 × 80."""
    own = hexa("#b5603f")
    for x in (14, 60):
        _block(canvas, x, 72, 6, 8, hexa("#5a3a26"))
    canvas.drawPath(
        smooth([(12, 60), (12, 14), (22, 3), (58, 3), (68, 14), (68, 60)]),
        along((12, 4), (68, 60), (0, lighter(own, 0.25), 1), (0.5, own, 1), (1, darker(own, 0.3), 1)),
    )
    _block(canvas, 16, 46, 48, 16, lighter(own, 0.1), 6)
    for x in (2, 62):
        _block(canvas, x, 32, 16, 42, darker(own, 0.04), 7)
    _block(canvas, 14, 60, 52, 14, darker(own, 0.12), 3)
    return ()


def _swing(canvas: skia.Canvas) -> Lamps:
    """The frame of a swing, seen from the side; what swings in it: creatures.swung. 120 × 130."""
    wood = hexa("#a8713f")
    for shift, tone in ((9, darker(wood, 0.22)), (0, wood)):
        for foot in (6, 106):
            x, low = 54 + shift / 2, foot - shift / 3
            legs = outline([(x, 2), (x + 7, 2), (low + 8, 130), (low, 130)])
            canvas.drawPath(legs, along((0, 0), (120, 0), (0, lighter(tone, 0.18), 1), (1, darker(tone, 0.2), 1)))
        _block(canvas, 30 - shift / 3, 84, 60, 4.5, darker(tone, 0.06), 2)
    _block(canvas, 51, 0, 22, 8, wood, 3)
    return ()


def _long_table(canvas: skia.Canvas) -> Lamps:
    """A laid table for many. 330 × 80."""
    canvas.translate(0, 4)
    cloth = hexa("#f4efe4")
    for x in (26, 296):
        _block(canvas, x, 20, 9, 56, hexa("#7a5238"))
    _block(canvas, 2, 10, 326, 8, cloth, 3)
    hem = smooth([(4, 16), (326, 16), (325, 40), (290, 37), (250, 41), (205, 37), (165, 41), (120, 37), (78, 41),
                  (36, 37), (5, 40)])  # fmt: skip
    canvas.drawPath(hem, down(14, 42, (0, cloth, 1), (1, darker(cloth, 0.16), 1)))
    for i in range(5):
        x = 40 + 62 * i
        canvas.drawOval(skia.Rect.MakeXYWH(x - 15, 5, 30, 8), flat(darker(cloth, 0.1)))
        canvas.drawOval(skia.Rect.MakeXYWH(x - 14, 4, 28, 7), flat((1, 1, 1)))
        food = hexa(("#c9843f", "#6fa84f", "#d8583f", "#e0b04a", "#8a5a38")[i])
        canvas.drawOval(skia.Rect.MakeXYWH(x - 8, 1, 16, 7), around((x - 2, 3), 10, (0, lighter(food, 0.25), 1),
                                                                   (1, darker(food, 0.2), 1)))  # fmt: skip
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x + 21, -3, 7, 13), 2, 2, flat(hexa("#bfe0ec"), 0.8))
    return ()


def _desk(canvas: skia.Canvas) -> Lamps:
    """A desk with an open laptop, seen from behind it, a cup and papers. 170 × 100."""
    _board(canvas, hexa("#b98354"))
    back = outline([(58, 2), (112, 2), (116, 38), (54, 38)])
    canvas.drawPath(back, along((54, 2), (116, 38), (0, hexa("#dfe5ec"), 1), (1, hexa("#8d98a8"), 1)))
    canvas.drawCircle(85, 20, 3.4, flat(hexa("#f4f7fa"), 0.9))
    _block(canvas, 52, 36, 66, 3.4, hexa("#9aa5b4"), 1)
    _block(canvas, 134, 25, 11, 14, hexa("#c9503f"), 2)
    for k in range(4):
        _block(canvas, 14 + k * 0.6, 35 - 2.4 * k, 30, 3, hexa(("#f7f3ea", "#e6e0d2")[k % 2]), 0.5)
    return ()


def _writing_desk(canvas: skia.Canvas) -> Lamps:
    """A desk with books, paper and a lamp. 170 × 100."""
    _board(canvas, hexa("#8a5a3a"))
    for k, tone in enumerate(("#3f6f9a", "#b5483a", "#d9a84f")):
        _block(canvas, 12 + 2 * k, 32 - 6.4 * k, 34 - 4 * k, 6.6, hexa(tone), 1)
    _block(canvas, 66, 36.4, 36, 2.4, hexa("#f7f3ea"), 0.5)
    canvas.drawRect(skia.Rect.MakeXYWH(141, 10, 2.4, 27), flat(hexa("#4a4652")))
    canvas.drawPath(outline([(130, 12), (136, 0), (150, 0), (156, 12)]), down(0, 12, (0, hexa("#4f8a6a"), 1),
                                                                            (1, hexa("#2f5a44"), 1)))  # fmt: skip
    _block(canvas, 133, 35, 19, 4, hexa("#4a4652"), 1.5)
    return ((143, 13, 3.2),)


def _board(canvas: skia.Canvas, wood: Colour) -> None:
    """The top and the front of a desk."""
    _block(canvas, 8, 44, 154, 52, darker(wood, 0.12), 1)
    for x in (14, 112):
        for row in range(2):
            _block(canvas, x, 49 + 23 * row, 44, 20, wood, 2)
            canvas.drawCircle(x + 22, 59 + 23 * row, 1.6, flat(hexa("#e6c878")))
    for x in (8, 152):
        _block(canvas, x, 94, 10, 6, darker(wood, 0.3), 1)
    _block(canvas, 0, 38.5, 170, 7, lighter(wood, 0.12), 2)


_BRUSHES: dict[str, tuple[Callable[[skia.Canvas], Lamps], float, float]] = {
    "throne": (_throne, 92, 120),
    "armchair": (_armchair, 80, 80),
    "swing": (_swing, 120, 130),
    "long-table": (_long_table, 330, 80),
    "desk": (_desk, 170, 100),
    "writing-desk": (_writing_desk, 170, 100),
}


def seat(name: str, height: int) -> Sprite | None:
    """One seat `height` pixels high; None for a name that nobody draws here."""
    row = _BRUSHES.get(name)
    return sprite_of(row[0], row[1], row[2], height) if row else None
