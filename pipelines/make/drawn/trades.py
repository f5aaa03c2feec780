"""Pieces of rooms where people work, learn, buy and are healed."""

import skia

from pipelines.make.drawn import fittings, furniture
from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, flat
from pipelines.make.drawn.stirrings import blinking, boxes, steam


def cupboards(room: Room, x: float) -> None:
    """A run of kitchen cupboards with a stove, a kettle's steam over it."""
    sheet, m, y = room.sheet, room.metre, room.foot
    own = hexa(room.pick("#5f9a8a|#7a8aa8|#e8e0d0|#c98a6a|#6f8a5a|#4f6a8a"))
    furniture.counter(sheet, x, y, 3.4 * m, 0.92 * m, own)
    if sheet.shows("stove"):
        box(sheet, x - 0.45 * m, y - 0.9 * m, 0.8 * m, 0.88 * m, hexa("#e4e6e8"), 5)
        box(sheet, x - 0.37 * m, y - 0.6 * m, 0.64 * m, 0.42 * m, hexa("#3a3f4c"), 6)
        box(sheet, x - 0.45 * m, y - 1.02 * m, 0.8 * m, 0.07 * m, hexa("#3a3f4c"), 3)
        pan = (x - 0.1 * m, y - 1.03 * m)
        box(sheet, pan[0] - 0.17 * m, pan[1] - 0.2 * m, 0.34 * m, 0.2 * m, hexa("#c9503f"), 9)
        room.lives.append(steam(pan[0], pan[1] - 0.22 * m, 0.16 * m))
    for i, code in enumerate(("#d9a84f", "#8aa86a", "#c9704f")):
        box(sheet, x + (0.75 + 0.22 * i) * m, y - (1.22 + 0.05 * i) * m, 0.15 * m, (0.2 + 0.05 * i) * m, hexa(code), 8)
    box(sheet, x - 1.3 * m, y - 1.26 * m, 0.05 * m, 0.3 * m, hexa("#c9ced6"), 5)
    box(sheet, x - 1.3 * m, y - 1.28 * m, 0.24 * m, 0.05 * m, hexa("#c9ced6"), 5)


def fridge(room: Room, x: float) -> None:
    if room.sheet.told("own:fridge"):
        return
    sheet, m, y = room.sheet, room.metre, room.foot
    own = hexa(room.pick("#eef0f0|#c9503f|#8ab0b0|#b8bec6"))
    cast_shadow(sheet, x, y, 0.85 * m)
    box(sheet, x - 0.4 * m, y - 1.85 * m, 0.8 * m, 1.83 * m, own, 22)
    sheet.canvas.drawRect(
        skia.Rect(x - 0.4 * m, y - 1.22 * m, x + 0.4 * m, y - 1.2 * m), flat(room.tone(darker(own, 0.4)))
    )
    for top in (1.6, 1.1):
        box(sheet, x - 0.32 * m, y - top * m, 0.05 * m, 0.3 * m, hexa("#8f98a4"), 5)


def board(room: Room, x: float) -> None:
    if room.sheet.told("own:chalkboard"):  # it is hung by itself, with its words
        return
    fittings.board(room.sheet, x, room.up(1.75), 3.0 * room.metre, 1.35 * room.metre)


def globe(room: Room, x: float) -> None:
    """A low cupboard with a globe and books."""
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 0.55 * m, y - 0.75 * m, 1.1 * m, 0.73 * m, hexa("#b98354"), 5)
    for dx in (-0.27, 0.27):
        box(sheet, x + dx * m - 0.24 * m, y - 0.68 * m, 0.48 * m, 0.58 * m, hexa("#c99a68"), 4)
    box(sheet, x - 0.3 * m, y - 0.8 * m, 0.26 * m, 0.06 * m, hexa("#7a5238"), 3)
    cx, cy, r = x - 0.17 * m, y - 1.04 * m, 0.21 * m
    sea = room.tone("#4f9ac9")
    sheet.canvas.drawCircle(
        cx, cy, r, along((cx - r, cy - r), (cx + r, cy + r), (0, lighter(sea, 0.35), 1), (1, darker(sea, 0.35), 1))
    )
    for dx, dy, s in ((-0.3, -0.3, 0.42), (0.25, 0.1, 0.5), (-0.2, 0.5, 0.3)):
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(cx + (dx - s / 2) * r, cy + (dy - s / 3) * r, s * 1.2 * r, s * 0.8 * r),
            flat(room.tone("#8fc06a"), 0.9),
        )
    for i, code in enumerate(("#c9503f", "#3f7fa8", "#d9a83f")):
        box(
            sheet,
            x + (0.12 + 0.11 * i) * m,
            y - (1.02 + 0.04 * (i % 2)) * m,
            0.09 * m,
            (0.27 + 0.04 * (i % 2)) * m,
            hexa(code),
            2,
        )


def posters(room: Room, x: float) -> None:
    """Sheets pinned to the wall."""
    sheet, m = room.sheet, room.metre
    for i in range(3):
        left, up = x + (i - 1) * 0.42 * m - 0.17 * m, 1.9 + 0.12 * ((i * 5) % 3)
        box(sheet, left, room.up(up), 0.34 * m, 0.46 * m, hexa("#fdf8ea"), 2)
        tone = hexa(room.pick("#e2713f|#4f8fd6|#5fa86a|#c95f9a|#d9b04f"))
        sheet.canvas.drawCircle(left + 0.17 * m, room.up(up) + 0.19 * m, 0.1 * m, flat(room.tone(tone)))
        for k in range(2):
            line = skia.Rect.MakeXYWH(left + 0.06 * m, room.up(up) + (0.34 + 0.05 * k) * m, 0.22 * m, 0.018 * m)
            sheet.canvas.drawRect(line, flat(room.tone("#b8b0a4")))


def flasks(room: Room, x: float) -> None:
    furniture.shelf(room.sheet, x, room.up(2.55), 1.7 * room.metre, 2, "flasks", 0.5 * room.metre)


def bench(room: Room, x: float) -> None:
    """A laboratory bench: glassware that bubbles, a screen that glows."""
    sheet, m, y = room.sheet, room.metre, room.foot
    furniture.counter(sheet, x, y, 3.6 * m, 0.92 * m, hexa(room.pick("#dbe6ee|#cfe0dc|#e8e4dc")))
    if glass := sheet.shows("flask"):
        furniture.glassware(sheet, x - 0.9 * m, y - 0.97 * m, 0.34 * m)
    if sheet.shows("computer"):
        fittings.screen(sheet, x + 1.05 * m, y - 0.96 * m, 0.5 * m)
        room.glows.append((x + 1.05 * m, y - 1.4 * m, 1.0 * m, hexa("#7fc8ff"), 0.3))
    box(sheet, x + 0.05 * m, y - 1.3 * m, 0.5 * m, 0.34 * m, hexa("#eef2f4"), 8)
    box(sheet, x + 0.1 * m, y - 1.25 * m, 0.26 * m, 0.18 * m, hexa("#2a3a4a"), 4)
    dots = [(x + (0.41 + 0.05 * k) * m, y - (1.22 - 0.06 * k) * m, 0.035 * m, 0.035 * m) for k in range(3)]
    room.lives.append(
        blinking([(boxes([d]), flat(hexa(c))) for d, c in zip(dots, ("#5fe08a", "#ffb04a", "#ff5a5a"), strict=True)])
    )
    if glass:
        room.lives.append(fittings.bubbling(x - 0.9 * m, y - 1.0 * m, 0.1 * m, sheet.u))


def desk(room: Room, x: float) -> None:
    """A desk with a computer."""
    sheet, m, y = room.sheet, room.metre, room.foot
    furniture.desk(sheet, x, y, 1.9 * m, 0.76 * m, hexa(room.pick("#b98354|#d0c8bc|#8a6a50|#e4ddd0")))
    if screen := sheet.shows("computer"):
        fittings.screen(sheet, x - 0.25 * m, y - 0.8 * m, 0.52 * m)
    box(sheet, x + 0.5 * m, y - 0.88 * m, 0.3 * m, 0.1 * m, hexa("#f0ece0"), 3)
    if sheet.shows("chair"):
        box(sheet, x - 0.1 * m, y - 0.95 * m, 0.5 * m, 0.5 * m, hexa(room.pick("#3a4052|#5f7fae|#8a4f4f")), 24)
    if screen:
        room.glows.append((x - 0.25 * m, y - 1.2 * m, 1.0 * m, hexa("#7fc8ff"), 0.3 if room.lit else 0.12))


def chart(room: Room, x: float) -> None:
    fittings.chart(room.sheet, x, room.up(1.8), 1.05 * room.metre)


def tool_wall(room: Room, x: float) -> None:
    fittings.tools(room.sheet, x, room.up(1.75), 2.0 * room.metre)


def workbench(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    furniture.desk(sheet, x, y, 2.2 * m, 0.85 * m, hexa("#a9764a"))
    box(sheet, x - 0.95 * m, y - 1.08 * m, 0.3 * m, 0.2 * m, hexa("#5f7f9f"), 6)
    box(sheet, x + 0.3 * m, y - 1.05 * m, 0.5 * m, 0.17 * m, hexa("#c9503f"), 5)
    box(sheet, x + 0.44 * m, y - 1.12 * m, 0.22 * m, 0.07 * m, hexa("#7a3026"), 5)
    box(sheet, x - 0.5 * m, y - 0.3 * m, 1.0 * m, 0.1 * m, hexa("#8a5f3c"), 3)


def tyres(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    for i in range(4):
        box(sheet, x - 0.36 * m, y - (i + 1) * 0.22 * m, 0.72 * m, 0.21 * m, hexa("#34343c"), 30)
        box(sheet, x - 0.3 * m, y - (i + 0.68) * 0.22 * m, 0.6 * m, 0.05 * m, hexa("#4a4a54"), 8)


def crates(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 1.4 * m)
    for dx, dy, size in ((-0.66, 0, 0.64), (0.02, 0, 0.6), (-0.36, 0.64, 0.56)):
        own = hexa(room.pick("#c9a06a|#b98a54|#d0ac78"))
        left, top = x + dx * m, y - (dy + size) * m
        box(sheet, left, top, size * m, size * m, own, 3)
        for k in range(3):
            box(
                sheet,
                left + 0.04 * m,
                top + (0.05 + 0.3 * k) * size * m,
                (size - 0.08) * m,
                0.2 * size * m,
                lighter(own, 0.12),
                2,
            )


TRADES = {
    "cupboards": Piece(cupboards, 3.5),
    "fridge": Piece(fridge, 0.9, True),
    "board": Piece(board, 3.1, True),
    "globe": Piece(globe, 1.2),
    "posters": Piece(posters, 1.35),
    "flasks": Piece(flasks, 1.8),
    "bench": Piece(bench, 3.7),
    "desk": Piece(desk, 2.0),
    "chart": Piece(chart, 1.5),
    "tools": Piece(tool_wall, 2.1),
    "workbench": Piece(workbench, 2.3),
    "tyres": Piece(tyres, 0.8),
    "crates": Piece(crates, 1.4),
}
