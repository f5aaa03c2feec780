"""Pieces of bathrooms and of the room under the roof."""

from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.homely import mirror
from pipelines.make.drawn.light import darker, hexa
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, flat, smooth
from pipelines.make.drawn.stirrings import steam

_CLOTHS = "#4f8a8b|#c9704f|#7a6a9a|#5f8a5a|#b0506a|#d9a84f|#5f7fae|#8a8f98"
_WOODS = "#9a6a42|#b98354|#7a5238|#c9a06a|#8a5a48"


def trunk(room: Room, x: float) -> None:
    """Old things under a roof: a trunk and boxes."""
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 1.5 * m)
    box(sheet, x - 0.7 * m, y - 0.55 * m, 0.95 * m, 0.55 * m, hexa("#8a5a3a"), 10)
    for dx in (-0.5, 0.0):
        box(sheet, x + dx * m, y - 0.56 * m, 0.07 * m, 0.56 * m, hexa("#c9a04f"), 2)
    for dx, dy, size in ((0.3, 0, 0.5), (0.38, 0.5, 0.36)):
        box(sheet, x + dx * m, y - (dy + size * 0.9) * m, size * m, size * 0.9 * m, hexa("#c9a06f"), 2)
        box(
            sheet,
            x + (dx + size * 0.42) * m,
            y - (dy + size * 0.9) * m,
            size * 0.16 * m,
            size * 0.9 * m,
            hexa("#e0c898"),
            1,
        )


def bathtub(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 1.9 * m)
    white = room.tone("#f8fafa")
    tub = smooth([(x - 0.95 * m, y - 0.62 * m), (x + 0.95 * m, y - 0.62 * m), (x + 0.85 * m, y - 0.12 * m),
                  (x + 0.6 * m, y - 0.04 * m), (x - 0.6 * m, y - 0.04 * m), (x - 0.85 * m, y - 0.12 * m)])  # fmt: skip
    for k in range(9):
        r = (0.09 + 0.05 * ((k * 7) % 3)) * m
        sheet.canvas.drawCircle(x + (k - 4) * 0.17 * m, y - 0.6 * m, r, flat(room.tone("#ffffff")))
    sheet.canvas.drawPath(tub, along((x, y - 0.6 * m), (x, y), (0, white, 1), (1, darker(white, 0.22), 1)))
    box(sheet, x - 0.95 * m, y - 0.64 * m, 1.9 * m, 0.08 * m, hexa("#ffffff"), 14)
    for side in (-1, 1):
        box(sheet, x + side * 0.6 * m - 0.05 * m, y - 0.06 * m, 0.1 * m, 0.08 * m, hexa("#c9a04f"), 8)
    box(sheet, x + 0.74 * m, y - 1.0 * m, 0.05 * m, 0.4 * m, hexa("#c9ced6"), 6)
    box(sheet, x + 0.58 * m, y - 1.02 * m, 0.2 * m, 0.06 * m, hexa("#c9ced6"), 8)
    room.lives.append(steam(x - 0.3 * m, y - 0.66 * m, 0.22 * m))


def washbasin(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 0.4 * m, y - 0.78 * m, 0.8 * m, 0.74 * m, hexa(room.pick("#8aa0a8|#b98354|#f0ece4")), 6)
    box(sheet, x - 0.46 * m, y - 0.92 * m, 0.92 * m, 0.16 * m, hexa("#fbfcfc"), 18)
    box(sheet, x - 0.025 * m, y - 1.1 * m, 0.05 * m, 0.2 * m, hexa("#c9ced6"), 5)
    mirror(room, x)


def towel(room: Room, x: float) -> None:
    sheet, m = room.sheet, room.metre
    box(sheet, x - 0.3 * m, room.up(1.55), 0.6 * m, 0.035 * m, hexa("#c9ced6"), 6)
    box(sheet, x - 0.22 * m, room.up(1.56), 0.44 * m, 0.72 * m, hexa(room.pick(_CLOTHS)), 6)


BATHING = {
    "trunk": Piece(trunk, 1.5),
    "bathtub": Piece(bathtub, 2.0),
    "washbasin": Piece(washbasin, 1.0, True),
    "towel": Piece(towel, 0.65),
}
