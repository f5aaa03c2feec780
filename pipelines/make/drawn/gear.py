"""Pieces of rooms full of gear: wards, gyms, control rooms, data centres."""

import skia

from pipelines.make.drawn import fittings
from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, down, flat, outline
from pipelines.make.drawn.stirrings import blinking, boxes


def hospital_bed(room: Room, x: float) -> None:
    """A bed on wheels, a drip, and a monitor whose heartbeat runs."""
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 2.1 * m)
    for dx in (-0.85, 0.85):
        box(sheet, x + dx * m - 0.03 * m, y - 1.0 * m, 0.06 * m, 0.94 * m, hexa("#b8c0c8"), 6)
        sheet.canvas.drawCircle(x + dx * m, y - 0.05 * m, 0.06 * m, flat(room.tone("#4a5060")))
    box(sheet, x - 0.9 * m, y - 0.5 * m, 1.8 * m, 0.1 * m, hexa("#aab4bc"), 4)
    box(sheet, x - 0.86 * m, y - 0.7 * m, 1.72 * m, 0.24 * m, hexa("#fbfdff"), 18)
    box(sheet, x - 0.82 * m, y - 0.86 * m, 0.44 * m, 0.2 * m, hexa("#ffffff"), 20)
    box(sheet, x - 0.25 * m, y - 0.76 * m, 1.1 * m, 0.34 * m, hexa(room.pick("#8fc0c8|#9fb8d8|#a8d0b0")), 18)
    stand = x + 1.12 * m
    box(sheet, stand - 0.02 * m, y - 1.75 * m, 0.04 * m, 1.73 * m, hexa("#b8c0c8"), 3)
    screen = skia.Rect.MakeXYWH(stand - 0.3 * m, y - 1.5 * m, 0.56 * m, 0.4 * m)
    box(sheet, screen.left() - 0.03 * m, screen.top() - 0.03 * m, 0.62 * m, 0.46 * m, hexa("#e4e9ee"), 8)
    sheet.canvas.drawRect(screen, flat(hexa("#10303a")))
    room.lives.append(fittings.heartbeat(screen, sheet.u))


def cross_curtain(room: Room, x: float) -> None:
    """A curtain between beds."""
    sheet, m = room.sheet, room.metre
    tone = room.tone(room.pick("#a9d4d0|#b8cfe8|#cfe0c0"))
    stops = [(k / 10, (lighter(tone, 0.16), darker(tone, 0.12))[k % 2], 1.0) for k in range(11)]
    left, right, top = x - 0.4 * m, x + 0.4 * m, room.up(2.3)
    sheet.canvas.drawRect(skia.Rect(left, top, right, room.foot - 0.2 * m), along((left, 0), (right, 0), *stops))
    sheet.canvas.drawRect(skia.Rect(left - 0.5 * m, top - 0.03 * m, right + 0.5 * m, top), flat(room.tone("#b8c0c8")))


def lockers(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    own = hexa(room.pick("#5f8a9a|#c98a4f|#7a8a6a|#a85f5f"))
    for i in range(4):
        left = x + (i - 2) * 0.4 * m
        box(sheet, left, y - 1.9 * m, 0.39 * m, 1.9 * m, own, 4)
        for k in range(3):
            slit = skia.Rect.MakeXYWH(left + 0.1 * m, y - (1.75 - 0.05 * k) * m, 0.19 * m, 0.018 * m)
            sheet.canvas.drawRect(slit, flat(room.tone(darker(own, 0.5))))
        box(sheet, left + 0.29 * m, y - 1.0 * m, 0.04 * m, 0.12 * m, hexa("#e0e4e8"), 3)


def weights(room: Room, x: float) -> None:
    """A rack of dumbbells."""
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 1.9 * m)
    for row in range(3):
        base = y - (0.25 + 0.4 * row) * m
        box(sheet, x - 0.9 * m, base, 1.8 * m, 0.06 * m, hexa("#4a5060"), 3)
        for i in range(5):
            cx = x + (i - 2) * 0.34 * m
            own = hexa(room.pick("#2f3440|#c9503f|#3f7fa8|#e0b04f"))
            box(sheet, cx - 0.06 * m, base - 0.12 * m, 0.12 * m, 0.05 * m, hexa("#c0c6ce"), 3)
            for side in (-1, 1):
                box(sheet, cx + side * 0.1 * m - 0.045 * m, base - 0.19 * m, 0.09 * m, 0.19 * m, own, 8)
    for side in (-1, 1):
        box(sheet, x + side * 0.86 * m - 0.04 * m, y - 1.2 * m, 0.08 * m, 1.2 * m, hexa("#3a4052"), 4)


def treadmill(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 1.7 * m)
    box(sheet, x - 0.8 * m, y - 0.16 * m, 1.6 * m, 0.16 * m, hexa("#3a4052"), 8)
    box(sheet, x - 0.74 * m, y - 0.19 * m, 1.4 * m, 0.06 * m, hexa("#20242e"), 4)
    arm = outline(
        [
            (x + 0.6 * m, y - 0.1 * m),
            (x + 0.72 * m, y - 0.1 * m),
            (x + 0.62 * m, y - 1.2 * m),
            (x + 0.5 * m, y - 1.2 * m),
        ]
    )
    sheet.canvas.drawPath(arm, flat(room.tone("#8a929e")))
    box(sheet, x + 0.3 * m, y - 1.28 * m, 0.42 * m, 0.24 * m, hexa("#2a2f3a"), 8)
    box(sheet, x + 0.35 * m, y - 1.24 * m, 0.3 * m, 0.14 * m, hexa("#6fe0c0"), 4)


def wall_bars(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    for side in (-1, 1):
        box(sheet, x + side * 0.5 * m - 0.05 * m, room.up(2.5), 0.1 * m, y - room.up(2.5), hexa("#c99a5f"), 4)
    for k in range(12):
        box(sheet, x - 0.5 * m, y - (0.25 + 0.2 * k) * m, 1.0 * m, 0.05 * m, hexa("#d9b078"), 8)


def big_screen(room: Room, x: float) -> None:
    """A wall of screens: maps and curves that move."""
    sheet, m = room.sheet, room.metre
    top = room.up(2.7)
    for i in range(3):
        left = x + (i - 1.5) * 1.12 * m
        box(sheet, left, top, 1.08 * m, 0.85 * m, hexa("#20283a"), 6)
        glass = skia.Rect.MakeXYWH(left + 0.05 * m, top + 0.05 * m, 0.98 * m, 0.75 * m)
        sheet.canvas.drawRect(
            glass, down(glass.top(), glass.bottom(), (0, hexa("#123a5a"), 1), (1, hexa("#0c2238"), 1))
        )
        room.lives.append(fittings.curves(sheet, glass, i))
    room.glows.append((x, top + 0.4 * m, 3.0 * m, hexa("#5fb0ff"), 0.35))


def console(room: Room, x: float) -> None:
    """A desk of switches and small screens."""
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 2.2 * m)
    body = outline([(x - 1.05 * m, y), (x - 1.1 * m, y - 0.72 * m), (x - 0.95 * m, y - 1.0 * m),
                    (x + 0.95 * m, y - 1.0 * m),
                    (x + 1.1 * m, y - 0.72 * m), (x + 1.05 * m, y)])  # fmt: skip
    tone = room.tone("#5a667c")
    sheet.canvas.drawPath(
        body,
        down(
            y - m,
            y,
            (0, lighter(tone, 0.25), 1),
            (0.28, tone, 1),
            (0.3, darker(tone, 0.15), 1),
            (1, darker(tone, 0.4), 1),
        ),
    )
    lamps: list[list[tuple[float, float, float, float]]] = [[] for _ in range(4)]
    for i in range(16):
        for k in range(3):
            spot = (x + (i - 7.5) * 0.12 * m, y - (0.94 - 0.075 * k) * m, 0.05 * m, 0.035 * m)
            lamps[int(sheet.rng.integers(0, 4))].append(spot)
    codes = ("#5fe08a", "#ffb04a", "#ff6a5a", "#6fc8ff")
    room.lives.append(blinking([(boxes(spots), flat(hexa(code))) for spots, code in zip(lamps, codes, strict=True)], 1))


def racks(room: Room, x: float) -> None:
    """Cabinets of a data centre, their lamps blinking."""
    sheet, m, y = room.sheet, room.metre, room.foot
    lamps: list[list[tuple[float, float, float, float]]] = [[] for _ in range(6)]
    for i in range(3):
        left = x + (i - 1.5) * 0.72 * m
        box(sheet, left, y - 2.35 * m, 0.7 * m, 2.35 * m, hexa("#252b3a"), 5)
        for row in range(14):
            top = y - (2.24 - 0.158 * row) * m
            box(sheet, left + 0.06 * m, top, 0.58 * m, 0.12 * m, hexa("#38425a"), 2)
            for k in range(6):
                if sheet.rng.random() < 0.6:
                    lamps[int(sheet.rng.integers(0, 6))].append(
                        (left + (0.1 + 0.07 * k) * m, top + 0.045 * m, 0.035 * m, 0.03 * m)
                    )
    codes = ("#5fe0a8", "#6fc8ff", "#5fe0a8", "#6fc8ff", "#ffb04a", "#5fe0a8")
    room.lives.append(blinking([(boxes(spots), flat(hexa(code))) for spots, code in zip(lamps, codes, strict=True)], 3))
    room.glows.append((x, y - 1.3 * m, 2.0 * m, hexa("#4fa0ff"), 0.25))


def strip(room: Room, x: float) -> None:
    """A long cold lamp under the ceiling."""
    sheet, m = room.sheet, room.metre
    y = min(room.up(2.85), max(room.top, 0) + 0.35 * m)
    for dx in (-0.5, 0.5):
        sheet.canvas.drawRect(
            skia.Rect(x + dx * m - 2, min(room.top, 0), x + dx * m + 2, y), flat(room.tone("#4a5060"))
        )
    box(sheet, x - 0.65 * m, y, 1.3 * m, 0.07 * m, hexa("#e8ecf0"), 8)
    sheet.canvas.drawRect(skia.Rect(x - 0.6 * m, y + 0.05 * m, x + 0.6 * m, y + 0.085 * m), flat(hexa("#fdfdf4")))
    room.glows.append((x, y + 0.08 * m, 1.9 * m, hexa("#eaf2ff"), 0.34 if room.lit else 0.14))


GEAR = {
    "hospital bed": Piece(hospital_bed, 2.6),
    "screen curtain": Piece(cross_curtain, 1.0, True),
    "lockers": Piece(lockers, 1.65, True),
    "weights": Piece(weights, 1.9),
    "treadmill": Piece(treadmill, 1.7),
    "wall bars": Piece(wall_bars, 1.2, True),
    "big screen": Piece(big_screen, 3.5),
    "console": Piece(console, 2.3),
    "racks": Piece(racks, 2.2, True),
    "strip": Piece(strip, 1.4),
}
