"""Pieces of homes: what stands along their walls and what hangs there, each drawn about a column of a `Room`."""

import math

import skia

from pipelines.make.drawn import fittings, furniture
from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, down, flat, outline, smooth
from pipelines.make.drawn.stirrings import flame, steam, wave

_CLOTHS = "#4f8a8b|#c9704f|#7a6a9a|#5f8a5a|#b0506a|#d9a84f|#5f7fae|#8a8f98"
_WOODS = "#9a6a42|#b98354|#7a5238|#c9a06a|#8a5a48"


def sofa(room: Room, x: float) -> None:
    furniture.sofa(room.sheet, x, room.foot, 2.1 * room.metre, hexa(room.pick(_CLOTHS)))


def armchair(room: Room, x: float) -> None:
    sheet, m, y, own = room.sheet, room.metre, room.foot, hexa(room.pick(_CLOTHS))
    cast_shadow(sheet, x, y, 1.05 * m)
    box(sheet, x - 0.42 * m, y - 1.0 * m, 0.84 * m, 0.85 * m, own, 40)
    box(sheet, x - 0.36 * m, y - 0.5 * m, 0.72 * m, 0.26 * m, lighter(own, 0.1), 18)
    for side in (-1, 1):
        box(sheet, x + side * 0.42 * m - 0.09 * m, y - 0.64 * m, 0.18 * m, 0.58 * m, darker(own, 0.06), 26)
        box(sheet, x + side * 0.36 * m - 0.03 * m, y - 0.08 * m, 0.06 * m, 0.1 * m, hexa("#5a3a26"), 2)
    box(sheet, x - 0.2 * m, y - 0.8 * m, 0.4 * m, 0.34 * m, lighter(own, 0.35), 20)


def plant(room: Room, x: float) -> None:
    furniture.pot(room.sheet, x, room.foot + 0.01 * room.sheet.h, room.metre * room.sheet.between(0.95, 1.35))


def lamp(room: Room, x: float) -> None:
    sheet, h = room.sheet, 1.75 * room.metre
    fittings.lamp(sheet, x, room.foot, h)
    if room.lit:
        room.glows.append((x, room.foot - h * 0.85, h * 1.1, hexa("#ffc97a"), 0.75))


def bookcase(room: Room, x: float) -> None:
    sheet, m, y, own = room.sheet, room.metre, room.foot, hexa(room.pick(_WOODS))
    w, h = 1.15 * m, 2.05 * m
    cast_shadow(sheet, x, y, w * 1.05)
    box(sheet, x - w / 2, y - h, w, h, own, 5)
    back = skia.Rect(x - w * 0.45, y - h * 0.97, x + w * 0.45, y - 0.06 * m)
    sheet.canvas.drawRect(back, flat(room.tone(darker(own, 0.45))))
    gap = (h - 0.12 * m) / 5
    for row in range(5):
        base = y - h + 0.06 * m + gap * (row + 1)
        at = back.left() + 4 * sheet.u
        while at < back.right() - 0.14 * m:
            tone = hexa(room.pick("#c9503f|#3f7fa8|#d9a83f|#5a8f5a|#7a5a9a|#e0d2b8|#2f4a6a|#d97a5a"))
            wide, tall = sheet.between(0.05, 0.11) * m, gap * sheet.between(0.55, 0.82)
            if sheet.rng.random() < 0.14:
                at += 0.12 * m
            box(sheet, at, base - tall, wide, tall, tone, 2)
            at += wide + 1
        box(sheet, x - w / 2, base - 0.02 * m, w, 0.045 * m, own, 2)


def shelf(room: Room, x: float) -> None:
    furniture.shelf(room.sheet, x, room.up(2.5), 1.15 * room.metre, 2, "books", 0.46 * room.metre)


def jars(room: Room, x: float) -> None:
    furniture.shelf(room.sheet, x, room.up(2.4), 1.5 * room.metre, 2, "jars", 0.42 * room.metre)


def picture(room: Room, x: float) -> None:
    furniture.frame(room.sheet, x, room.up(1.95), 0.62 * room.metre)


def pictures(room: Room, x: float) -> None:
    m = room.metre
    for dx, up, size in ((-0.42, 2.05, 0.5), (0.3, 1.8, 0.36), (0.3, 2.3, 0.34)):
        furniture.frame(room.sheet, x + dx * m, room.up(up), size * m)


def mirror(room: Room, x: float) -> None:
    sheet, m = room.sheet, room.metre
    y, rx, ry = room.up(1.75), 0.34 * m, 0.5 * m
    sheet.canvas.drawOval(
        skia.Rect(x - rx * 1.14, y - ry * 1.1, x + rx * 1.14, y + ry * 1.1), flat(room.tone("#b08a4f"))
    )
    glass = along(
        (x - rx, y - ry),
        (x + rx, y + ry),
        (0, room.tone("#e8f2f4"), 1),
        (0.5, room.tone("#a9c4cc"), 1),
        (1, room.tone("#d0e0e4"), 1),
    )
    sheet.canvas.drawOval(skia.Rect(x - rx, y - ry, x + rx, y + ry), glass)


def clock(room: Room, x: float) -> None:
    """A round clock that goes."""
    sheet, u, y, r = room.sheet, room.sheet.u, room.up(2.15), 0.25 * room.metre
    rim, face, hand = (
        room.tone(room.pick("#8a5a38|#3a4052|#b0503f|#c9a04f")),
        room.tone("#fbf6ea"),
        room.tone("#2a2630"),
    )
    sheet.canvas.drawCircle(x + 5 * u, y + 8 * u, r, flat(sheet.light.shadow, 0.3, 6 * u))
    sheet.canvas.drawCircle(x, y, r, flat(rim))
    sheet.canvas.drawCircle(x, y, r * 0.86, flat(face))
    for i in range(12):
        a = i * math.pi / 6
        at = (x + r * 0.72 * math.sin(a), y - r * 0.72 * math.cos(a))
        sheet.canvas.drawCircle(*at, r * (0.05 if i % 3 else 0.075), flat(hand))
    hour = {"dawn": 5.6, "morning": 8.7, "day": 1.2, "sunset": 7.3, "dusk": 8.6, "night": 11.4}[sheet.light.hour]
    hour += sheet.between(0, 0.6)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        minute = hour % 1 + seconds / 3600
        ticks = math.floor(seconds) + min(1.0, (seconds % 1) * 8)  # the second hand steps softly
        for angle, reach, thick in ((hour / 12, 0.45, 0.075), (minute, 0.66, 0.05), (ticks / 60, 0.7, 0.02)):
            paint = flat(hand)
            paint.setStrokeWidth(thick * r * 2)
            paint.setStrokeCap(skia.Paint.kRound_Cap)
            a = 2 * math.pi * angle
            canvas.drawLine(x, y, x + reach * r * math.sin(a), y - reach * r * math.cos(a), paint)

    room.lives.append(live)


def fireplace(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    own = hexa(room.pick("#d9d0c4|#b5654a|#8f8a86"))
    box(sheet, x - 0.85 * m, y - 1.2 * m, 1.7 * m, 1.2 * m, own, 4)
    box(sheet, x - 0.98 * m, y - 1.3 * m, 1.96 * m, 0.13 * m, lighter(own, 0.3), 4)
    hole = outline([(x - 0.5 * m, y), (x - 0.5 * m, y - 0.72 * m), (x - 0.3 * m, y - 0.85 * m),
                    (x + 0.3 * m, y - 0.85 * m),
                    (x + 0.5 * m, y - 0.72 * m), (x + 0.5 * m, y)])  # fmt: skip
    sheet.canvas.drawPath(hole, down(y - 0.85 * m, y, (0, hexa("#1a1014"), 1), (1, hexa("#4a2418"), 1)))
    for i in range(3):
        box(sheet, x - 0.36 * m + 0.1 * m * i, y - 0.1 * m - 0.07 * m * (i % 2), 0.5 * m, 0.1 * m, hexa("#5a3826"), 12)
    for i, code in enumerate(("#c9704f", "#5f8a8a", "#d9b04f")):
        box(
            sheet,
            x - 0.7 * m + 0.6 * m * i,
            y - (1.44 + 0.08 * (i % 2)) * m,
            0.13 * m,
            (0.16 + 0.08 * (i % 2)) * m,
            hexa(code),
            9,
        )
    for dx, tall, phase in ((-0.16, 0.36, 0.0), (0.14, 0.4, 0.4), (0.0, 0.52, 0.7)):
        room.lives.append(flame(x + dx * m, y - 0.12 * m, tall * m, 0.5, phase))
    room.glows.append((x, y - 0.3 * m, 2.2 * m, hexa("#ff9a4a"), 0.5 if room.lit else 0.2))


def table(room: Room, x: float) -> None:
    """A table with two chairs, and a cup that steams."""
    sheet, m, y, own = room.sheet, room.metre, room.foot, hexa(room.pick(_WOODS))
    for side in (-1, 1) if sheet.shows("chair") else ():
        cx = x + side * 0.86 * m
        box(sheet, cx + side * 0.16 * m - 0.03 * m, y - 0.98 * m, 0.06 * m, 0.96 * m, darker(own, 0.2), 4)
        box(sheet, cx - 0.2 * m, y - 0.48 * m, 0.4 * m, 0.07 * m, own, 5)
        box(sheet, cx - side * 0.16 * m - 0.025 * m, y - 0.44 * m, 0.05 * m, 0.44 * m, darker(own, 0.2), 3)
    furniture.desk(sheet, x, y, 1.3 * m, 0.76 * m, own)
    cup = (x + sheet.between(-0.3, 0.3) * m, y - 0.8 * m)
    box(sheet, cup[0] - 0.06 * m, cup[1] - 0.09 * m, 0.12 * m, 0.1 * m, hexa(room.pick("#f0e8da|#c9503f|#4f8a8b")), 8)
    room.lives.append(steam(cup[0], cup[1] - 0.1 * m, 0.09 * m))


def television(room: Room, x: float) -> None:
    """A screen whose picture glows and changes."""
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 0.75 * m, y - 0.42 * m, 1.5 * m, 0.4 * m, hexa(room.pick(_WOODS)), 5)
    box(sheet, x - 0.6 * m, y - 1.2 * m, 1.2 * m, 0.72 * m, hexa("#2a2c36"), 8)
    glass = skia.Rect(x - 0.56 * m, y - 1.16 * m, x + 0.56 * m, y - 0.54 * m)
    sheet.canvas.drawRect(
        glass,
        along(
            (glass.left(), glass.top()),
            (glass.right(), glass.bottom()),
            (0, hexa("#3f6f9f"), 1),
            (1, hexa("#1f3a5f"), 1),
        ),
    )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawRect(glass, flat(hexa("#a9d8ff"), 0.2 + 0.1 * wave(seconds, 3) + 0.06 * wave(seconds, 7, 0.3)))

    room.lives.append(live)
    if room.lit:
        room.glows.append((x, y - 0.85 * m, 1.4 * m, hexa("#7fb8ff"), 0.4))


def ceiling_lamp(room: Room, x: float) -> None:
    """A lamp on its cord. It hangs over heads, from the ceiling or from beyond the picture."""
    sheet, m, u = room.sheet, room.metre, room.sheet.u
    y = min(room.up(2.55), max(room.top, 0) + 0.75 * m)
    sheet.canvas.drawRect(skia.Rect(x - 2 * u, min(room.top, 0), x + 2 * u, y), flat(hexa("#3a302e")))
    shade = smooth(
        [
            (x - 0.05 * m, y - 0.12 * m),
            (x + 0.05 * m, y - 0.12 * m),
            (x + 0.26 * m, y + 0.1 * m),
            (x - 0.26 * m, y + 0.1 * m),
        ]
    )
    tone = room.tone(room.pick("#c9503f|#3f6f7f|#d9a84f|#f0e6d4|#5a5a66"))
    sheet.canvas.drawPath(
        shade, along((x - 0.25 * m, y), (x + 0.25 * m, y), (0, lighter(tone, 0.2), 1), (1, darker(tone, 0.35), 1))
    )
    sheet.canvas.drawCircle(x, y + 0.09 * m, 0.07 * m, flat(hexa("#fff0c0") if room.lit else room.tone("#fff6e0")))
    room.glows.append((x, y + 0.1 * m, (2.6 if room.lit else 1.2) * m, hexa("#ffcf87"), 0.62 if room.lit else 0.16))


HOMELY = {
    "sofa": Piece(sofa, 2.2),
    "armchair": Piece(armchair, 1.1),
    "plant": Piece(plant, 0.7),
    "lamp": Piece(lamp, 0.6),
    "bookcase": Piece(bookcase, 1.2, True),
    "shelf": Piece(shelf, 1.2),
    "jars": Piece(jars, 1.55),
    "picture": Piece(picture, 0.8),
    "pictures": Piece(pictures, 1.5),
    "mirror": Piece(mirror, 0.8),
    "clock": Piece(clock, 0.5),
    "fireplace": Piece(fireplace, 2.0),
    "table": Piece(table, 2.2),
    "television": Piece(television, 1.55),
    "pendant": Piece(ceiling_lamp, 0.6),
    "lamps": Piece(ceiling_lamp, 0.6),
}
