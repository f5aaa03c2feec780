"""Pieces of halls where much comes and goes: stations, factories, courts, ships of space."""

import skia

from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, flat
from pipelines.make.drawn.stirrings import blinking, boxes, smoke, wave


def departures(room: Room, x: float) -> None:
    """A board of departures: rows of letters nobody can read, one of them turning over."""
    sheet, m = room.sheet, room.metre
    left, top, w, h = x - 1.7 * m, room.up(4.8), 3.4 * m, 1.5 * m
    box(sheet, left, top, w, h, hexa("#1c2230"), 6)
    rows: list[list[tuple[float, float, float, float]]] = []
    for row in range(6):
        y, line = top + (0.14 + 0.22 * row) * m, []
        for start, count in ((0.12, 4), (0.7, 11), (2.75, 5)):
            line += [
                (left + (start + 0.1 * k) * m, y, 0.075 * m, 0.12 * m)
                for k in range(count)
                if sheet.rng.random() < 0.85
            ]
        rows.append(line)
    amber = flat(hexa("#ffc95f"))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, line in enumerate(rows):
            turning = (seconds / 8 + k * 0.37) % 1 < 0.05
            paint = skia.Paint(amber)
            paint.setAlphaf(0.35 + 0.3 * wave(seconds, 12) if turning else 0.9)
            canvas.drawPath(boxes(line), paint)

    room.lives.append(live)
    room.glows.append((x, top + h / 2, 2.2 * m, hexa("#ffc95f"), 0.16))


def seats(room: Room, x: float) -> None:
    """A row of joined seats."""
    sheet, m, y = room.sheet, room.metre, room.foot
    own = hexa(room.pick("#3f6f9f|#c9704f|#4f8a7a|#4a5060"))
    cast_shadow(sheet, x, y, 2.7 * m)
    box(sheet, x - 1.3 * m, y - 0.36 * m, 2.6 * m, 0.06 * m, hexa("#8a929e"), 3)
    for k in range(4):
        left = x + (k - 2) * 0.65 * m
        box(sheet, left + 0.04 * m, y - 0.95 * m, 0.57 * m, 0.52 * m, own, 14)
        box(sheet, left + 0.02 * m, y - 0.48 * m, 0.61 * m, 0.14 * m, lighter(own, 0.12), 10)
    for dx in (-1.1, 1.1):
        box(sheet, x + dx * m - 0.04 * m, y - 0.34 * m, 0.08 * m, 0.34 * m, hexa("#6a727e"), 3)


def tank(room: Room, x: float) -> None:
    """A boiler with pipes and a gauge; steam leaves it."""
    sheet, m, y = room.sheet, room.metre, room.foot
    own = room.tone(room.pick("#b0764f|#7f8fa0|#6f8f7a"))
    cast_shadow(sheet, x, y, 1.7 * m)
    body = skia.Rect(x - 0.75 * m, y - 2.5 * m, x + 0.75 * m, y)
    stops = ((0, darker(own, 0.25), 1), (0.28, lighter(own, 0.32), 1), (0.55, own, 1), (1, darker(own, 0.5), 1))
    pipe = along((x + 0.3 * m, 0), (x + 0.5 * m, 0), *stops)
    sheet.canvas.drawRect(skia.Rect(x + 0.3 * m, min(room.top, 0) - 9, x + 0.5 * m, y - 2.3 * m), pipe)
    sheet.canvas.drawRoundRect(body, 0.3 * m, 0.3 * m, along((body.left(), 0), (body.right(), 0), *stops))
    for up in (0.4, 1.25, 2.1):
        sheet.canvas.drawRect(
            skia.Rect(body.left(), y - up * m, body.right(), y - (up - 0.06) * m), flat(darker(own, 0.45), 0.6)
        )
    sheet.canvas.drawCircle(x - 0.1 * m, y - 1.65 * m, 0.24 * m, flat(room.tone("#f6f2e6")))

    def needle(canvas: skia.Canvas, seconds: float) -> None:
        paint = flat(hexa("#c9303a"))
        paint.setStrokeWidth(0.035 * m)
        canvas.save()
        canvas.translate(x - 0.1 * m, y - 1.65 * m)
        canvas.rotate(30 + 8 * wave(seconds, 3) + 4 * wave(seconds, 7, 0.2))
        canvas.drawLine(0, 0, 0, -0.19 * m, paint)
        canvas.restore()

    room.lives.extend((needle, smoke(x - 0.45 * m, y - 2.5 * m, 0.4 * m, (1.0, 1.0, 1.0), 0.22, 0.2, 7)))


def belt(room: Room, x: float) -> None:
    """A conveyor belt that carries boxes."""
    sheet, m, y = room.sheet, room.metre, room.foot
    left, w = x - 2.2 * m, 4.4 * m
    cast_shadow(sheet, x, y, w)
    for k in range(5):
        box(sheet, left + (0.1 + 1.02 * k) * m, y - 0.75 * m, 0.12 * m, 0.75 * m, hexa("#4a5060"), 3)
    box(sheet, left, y - 0.88 * m, w, 0.2 * m, hexa("#5a6476"), 20)
    own = room.tone("#c9a06a")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.clipRect(skia.Rect(left, y - 2 * m, left + w, y))
        for k in range(5):
            at = left - 0.6 * m + 1.1 * m * ((k + seconds / 4) % 5)
            canvas.drawRect(skia.Rect.MakeXYWH(at, y - 1.36 * m, 0.56 * m, 0.48 * m), flat(own))
            canvas.drawRect(
                skia.Rect.MakeXYWH(at + 0.23 * m, y - 1.36 * m, 0.1 * m, 0.48 * m), flat(lighter(own, 0.35))
            )
            canvas.drawRect(
                skia.Rect.MakeXYWH(at + 0.46 * m, y - 1.36 * m, 0.1 * m, 0.48 * m), flat(darker(own, 0.25), 0.5)
            )
        canvas.restore()

    room.lives.append(live)


def judge(room: Room, x: float) -> None:
    """The judge's high bench and the scales on the wall over it."""
    sheet, m, y = room.sheet, room.metre, room.foot
    own = hexa("#7a4a30")
    box(sheet, x - 0.45 * m, y - 2.5 * m, 0.9 * m, 1.4 * m, hexa("#5a2a26"), 14)
    box(sheet, x - 2.0 * m, y - 1.35 * m, 4.0 * m, 1.35 * m, own, 4)
    for k in range(5):
        box(sheet, x + (k - 2.5) * 0.78 * m + 0.06 * m, y - 1.12 * m, 0.66 * m, 0.95 * m, lighter(own, 0.1), 4)
    box(sheet, x - 2.1 * m, y - 1.46 * m, 4.2 * m, 0.14 * m, lighter(own, 0.2), 4)
    gold = flat(room.tone("#e0b850"))
    gold.setStrokeWidth(0.05 * m)
    top = room.up(3.7)
    sheet.canvas.drawLine(x, top, x, top + 0.75 * m, gold)
    sheet.canvas.drawLine(x - 0.5 * m, top + 0.1 * m, x + 0.5 * m, top + 0.1 * m, gold)
    for side in (-1, 1):
        pan = skia.Path()
        pan.addArc(
            skia.Rect(x + side * 0.5 * m - 0.24 * m, top + 0.2 * m, x + side * 0.5 * m + 0.24 * m, top + 0.66 * m),
            0,
            180,
        )
        sheet.canvas.drawPath(pan, gold)


def hatch(room: Room, x: float) -> None:
    """The door of a ship of space, rings of light around it."""
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 0.85 * m, y - 2.35 * m, 1.7 * m, 2.35 * m, hexa("#8f9aae"), 50)
    box(sheet, x - 0.68 * m, y - 2.2 * m, 1.36 * m, 2.2 * m, hexa("#4f5a70"), 40)
    sheet.canvas.drawRect(skia.Rect(x - 3, y - 2.2 * m, x + 3, y), flat(hexa("#20283a")))
    lights = [
        (x + side * 0.76 * m - 0.03 * m, y - up * m, 0.06 * m, 0.3 * m) for side in (-1, 1) for up in (0.8, 1.4, 2.0)
    ]
    room.lives.append(blinking([(boxes(lights[k::3]), flat(hexa("#6fe8ff"))) for k in range(3)], 1))
    room.glows.append((x, y - 1.2 * m, 1.8 * m, hexa("#5fd0ff"), 0.35))


WORKING = {
    "departures": Piece(departures, 3.6),
    "seats": Piece(seats, 2.8),
    "tank": Piece(tank, 1.7, True),
    "belt": Piece(belt, 4.6),
    "judge": Piece(judge, 4.3, True),
    "hatch": Piece(hatch, 1.9, True),
}
