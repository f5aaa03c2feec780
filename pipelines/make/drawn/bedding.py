"""Pieces of bedrooms, baths and attics."""

from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import down, flat, outline

_CLOTHS = "#4f8a8b|#c9704f|#7a6a9a|#5f8a5a|#b0506a|#d9a84f|#5f7fae|#8a8f98"
_WOODS = "#9a6a42|#b98354|#7a5238|#c9a06a|#8a5a48"


def bed(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    own, wood = hexa(room.pick(_CLOTHS)), hexa(room.pick(_WOODS))
    cast_shadow(sheet, x, y, 2.4 * m)
    side = 1 if sheet.rng.random() < 0.5 else -1
    head = x - side * 1.1 * m
    box(sheet, head - 0.07 * m, y - 1.15 * m, 0.14 * m, 1.15 * m, wood, 8)
    box(sheet, x + side * 1.1 * m - 0.05 * m, y - 0.72 * m, 0.1 * m, 0.72 * m, wood, 8)
    box(sheet, x - 1.08 * m, y - 0.36 * m, 2.16 * m, 0.22 * m, wood, 3)
    box(sheet, x - 1.06 * m, y - 0.58 * m, 2.12 * m, 0.26 * m, hexa("#f4efe6"), 22)
    box(sheet, head + side * 0.36 * m - 0.27 * m, y - 0.76 * m, 0.54 * m, 0.24 * m, hexa("#fffaf0"), 26)
    cover = (head + side * 0.68 * m, x + side * 1.08 * m)
    box(sheet, min(cover), y - 0.66 * m, abs(cover[1] - cover[0]), 0.46 * m, own, 26)
    box(sheet, min(cover[0], cover[0] + side * 0.22 * m), y - 0.67 * m, 0.22 * m, 0.36 * m, lighter(own, 0.4), 16)


def wardrobe(room: Room, x: float) -> None:
    sheet, m, y, own = room.sheet, room.metre, room.foot, hexa(room.pick(_WOODS + "|#e8e0d0|#8aa0a8"))
    cast_shadow(sheet, x, y, 1.3 * m)
    box(sheet, x - 0.62 * m, y - 2.1 * m, 1.24 * m, 2.1 * m, own, 6)
    for side in (-1, 1):
        box(sheet, x + side * 0.3 * m - 0.27 * m, y - 1.98 * m, 0.54 * m, 1.8 * m, lighter(own, 0.08), 5)
        sheet.canvas.drawCircle(x + side * 0.06 * m, y - 1.0 * m, 0.035 * m, flat(room.tone("#e8c878")))
    box(sheet, x - 0.68 * m, y - 2.18 * m, 1.36 * m, 0.1 * m, lighter(own, 0.2), 4)


def chest(room: Room, x: float) -> None:
    """A chest of drawers with a small lamp on it."""
    sheet, m, y, own = room.sheet, room.metre, room.foot, hexa(room.pick(_WOODS + "|#e8e0d0"))
    cast_shadow(sheet, x, y, 0.95 * m)
    box(sheet, x - 0.45 * m, y - 0.85 * m, 0.9 * m, 0.82 * m, own, 6)
    for i in range(3):
        box(sheet, x - 0.4 * m, y - (0.78 - 0.25 * i) * m, 0.8 * m, 0.21 * m, lighter(own, 0.1), 4)
        sheet.canvas.drawCircle(x, y - (0.675 - 0.25 * i) * m, 0.03 * m, flat(room.tone("#e8c878")))
    _table_lamp(room, x - 0.18 * m, y - 0.85 * m)


def _table_lamp(room: Room, x: float, y: float) -> None:
    sheet, m = room.sheet, room.metre
    box(sheet, x - 0.05 * m, y - 0.22 * m, 0.1 * m, 0.22 * m, hexa("#b0805a"), 10)
    tone = hexa("#ffe3a6") if room.lit else room.tone("#f3e2c2")
    shade = outline(
        [
            (x - 0.1 * m, y - 0.46 * m),
            (x + 0.1 * m, y - 0.46 * m),
            (x + 0.18 * m, y - 0.2 * m),
            (x - 0.18 * m, y - 0.2 * m),
        ]
    )
    sheet.canvas.drawPath(shade, down(y - 0.46 * m, y - 0.2 * m, (0, darker(tone, 0.1), 1), (1, tone, 1)))
    if room.lit:
        room.glows.append((x, y - 0.3 * m, 1.3 * m, hexa("#ffc97a"), 0.65))


BEDDING = {
    "bed": Piece(bed, 2.4),
    "wardrobe": Piece(wardrobe, 1.4, True),
    "chest": Piece(chest, 1.0),
}
