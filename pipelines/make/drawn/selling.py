"""Pieces of shops: shelves of goods, tills, bakers' ovens and loaves, counters of glass."""

import skia

from pipelines.make.drawn import furniture
from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, down, flat, outline, smooth
from pipelines.make.drawn.stirrings import steam


def goods(room: Room, x: float) -> None:
    """High shelves full of goods."""
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 0.95 * m, y - 2.2 * m, 1.9 * m, 2.2 * m, hexa("#7a5a42"), 4)
    kind = "books" if sheet.told("bookshop", "bookstore", "bookseller") else "food"
    kind = kind if sheet.told("bookshop", "bookstore", *_FOOD_SHOPS) else "wares"
    furniture.shelf(sheet, x, y - 2.3 * m, 1.84 * m, 4, kind, 0.55 * m)


def oven(room: Room, x: float) -> None:
    """A baker's oven: a vault of bricks with embers behind its mouth, a loaf in it, the peel against its side."""
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 1.9 * m)
    brick = hexa("#a8604a")
    vault = smooth([(x - 0.95 * m, y - 0.5 * m), (x - 0.85 * m, y - 1.5 * m), (x, y - 2.0 * m),
                    (x + 0.85 * m, y - 1.5 * m), (x + 0.95 * m, y - 0.5 * m)])  # fmt: skip
    tone = room.tone(brick)
    box(sheet, x - 0.3 * m, y - 2.9 * m, 0.6 * m, 1.2 * m, darker(brick, 0.12), 3)
    sheet.canvas.drawPath(vault, along((x - m, 0), (x + m, 0), (0, lighter(tone, 0.2), 1), (1, darker(tone, 0.3), 1)))
    box(sheet, x - 1.0 * m, y - 0.75 * m, 2.0 * m, 0.75 * m, darker(brick, 0.08), 3)
    box(sheet, x - 1.04 * m, y - 0.84 * m, 2.08 * m, 0.1 * m, hexa("#c9b8a0"), 3)
    for radius, code in ((0.56, "#6f3f32"), (0.5, "#2a1a18")):
        mouth = skia.Path()
        mouth.addRoundRect(skia.Rect(x - radius * m, y - (0.84 + radius) * m, x + radius * m, y - 0.84 * m),
                           [0.45 * m] * 4 + [0.0] * 4)  # fmt: skip
        sheet.canvas.drawPath(mouth, flat(room.tone(code)))
    fire = down(y - 1.3 * m, y - 0.84 * m, (0, hexa("#ff9a3a"), 0.0), (1, hexa("#ffb84f"), 0.95))
    sheet.canvas.drawRect(skia.Rect(x - 0.5 * m, y - 1.3 * m, x + 0.5 * m, y - 0.84 * m), fire)
    for dx in (-0.22, 0.2):
        _loaf(room, x + dx * m, y - 0.85 * m, 0.36 * m, 0.2 * m, hexa("#c9843f"))
    peel = flat(room.tone("#c99a62"))
    peel.setStrokeWidth(0.05 * m)
    sheet.canvas.drawLine(x + 1.08 * m, y, x + 1.02 * m, y - 1.6 * m, peel)
    box(sheet, x + 0.9 * m, y - 2.0 * m, 0.26 * m, 0.44 * m, hexa("#c99a62"), 8)
    room.glows.append((x, y - 1.0 * m, 1.3 * m, hexa("#ff9a4a"), 0.4))
    room.lives.append(steam(x, y - 2.9 * m, 0.2 * m))


_FOOD_SHOPS = ("supermarket", "grocery", "groceries", "grocer", "greengrocer", "food", "checkout", "delicatessen")


def till(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot + 0.012 * room.sheet.h
    furniture.counter(sheet, x, y, 2.0 * m, 0.98 * m, hexa(room.pick("#b5713f|#5f7f8a|#8a5a6a|#6f8a5a")))
    box(sheet, x + 0.4 * m, y - 1.32 * m, 0.42 * m, 0.3 * m, hexa("#4a5060"), 6)
    box(sheet, x + 0.46 * m, y - 1.28 * m, 0.3 * m, 0.14 * m, hexa("#a9e0c0"), 3)


def bread(room: Room, x: float) -> None:
    """A baker's shelves: loaves and rolls in rows."""
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 0.95 * m, y - 2.15 * m, 1.9 * m, 2.15 * m, hexa("#8a5f3f"), 6)
    for row in range(4):
        base = y - (1.62 - 0.5 * row) * m
        sheet.canvas.drawRect(skia.Rect(x - 0.88 * m, base - 0.44 * m, x + 0.88 * m, base), flat(room.tone("#5a3c2a")))
        count = 5 if row % 2 else 7
        for i in range(count):
            own = hexa(room.pick("#d99a4f|#c9843f|#e0b06a|#b5713a"))
            wide = 1.7 * m / count
            _loaf(room, x - 0.85 * m + wide * (i + 0.5), base, wide * 0.94, sheet.between(0.15, 0.26) * m, own)
        box(sheet, x - 0.92 * m, base, 1.84 * m, 0.05 * m, hexa("#b07f55"), 2)
    room.glows.append((x, y - 1.5 * m, 1.5 * m, hexa("#ffcf87"), 0.25))


def _loaf(room: Room, x: float, y: float, w: float, h: float, own: Colour) -> None:
    """A loaf with two light cuts in its crust."""
    canvas, tone = room.sheet.canvas, room.tone(own)
    crust, r = skia.Path(), min(0.46 * w, 0.75 * h)
    crust.addRoundRect(skia.Rect(x - w / 2, y - h, x + w / 2, y), [r, r, r, r, r * 0.3, r * 0.3, r * 0.3, r * 0.3])
    canvas.drawPath(crust, down(y - h, y, (0, lighter(tone, 0.25), 1), (0.5, tone, 1), (1, darker(tone, 0.35), 1)))
    cut = flat(room.tone("#f6dfb0"), 0.8)
    cut.setStrokeWidth(max(1.5, 0.1 * h))
    cut.setStrokeCap(skia.Paint.kRound_Cap)
    for dx in (-0.12, 0.14):
        canvas.drawLine(x + (dx - 0.06) * w, y - 0.56 * h, x + (dx + 0.08) * w, y - 0.84 * h, cut)


def glass_case(room: Room, x: float) -> None:
    """A counter of glass with cakes in it."""
    sheet, m, y = room.sheet, room.metre, room.foot + 0.012 * room.sheet.h
    cast_shadow(sheet, x, y, 2.2 * m)
    box(sheet, x - 1.05 * m, y - 0.45 * m, 2.1 * m, 0.45 * m, hexa(room.pick("#b5713f|#6a8a8a|#a85f5f")), 5)
    case = skia.Rect(x - 1.02 * m, y - 1.12 * m, x + 1.02 * m, y - 0.45 * m)
    sheet.canvas.drawRect(case, down(case.top(), case.bottom(), (0, hexa("#fff4d8"), 0.75), (1, hexa("#f0dcb0"), 0.9)))
    for row in range(2):
        base = y - (0.79 - 0.32 * row) * m
        for i in range(8):
            own = hexa(room.pick("#f0b0c0|#d9944f|#fff0d8|#8a5038|#e0604f|#c9e0a0"))
            box(sheet, x - 0.94 * m + i * 0.24 * m, base - 0.15 * m, 0.18 * m, 0.14 * m, own, 9)
        sheet.canvas.drawRect(skia.Rect(case.left(), base, case.right(), base + 0.025 * m), flat((1, 1, 1), 0.7))
    sheen = outline(
        [
            (x - 0.7 * m, case.bottom()),
            (x - 0.4 * m, case.top()),
            (x - 0.1 * m, case.top()),
            (x - 0.4 * m, case.bottom()),
        ]
    )
    sheet.canvas.drawPath(sheen, flat((1, 1, 1), 0.22))
    box(sheet, x - 1.08 * m, y - 1.16 * m, 2.16 * m, 0.07 * m, hexa("#e8ddc8"), 4)
    room.glows.append((x, y - 0.8 * m, 1.3 * m, hexa("#ffdf9f"), 0.25))


SELLING = {
    "goods": Piece(goods, 2.0, True),
    "till": Piece(till, 2.1),
    "bread": Piece(bread, 2.0, True),
    "case": Piece(glass_case, 2.3),
    "oven": Piece(oven, 2.2, True),
}
