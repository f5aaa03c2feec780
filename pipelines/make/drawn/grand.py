"""Pieces of halls: church, castle, court, museum, station, airport, factory, ship of space."""

import skia

from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.room import Piece, Room
from pipelines.make.drawn.sheet import along, down, flat, outline, smooth
from pipelines.make.drawn.stirrings import flame, wave

_PAINTINGS = (
    "#2f4f7f #e0a060 #c9583f #f0d8a8|#3f6f5a #d9c07a #7a9a6a #f4ead0|#5f3f6f #d97f8a #f0b878 #ffe8c8|"
    "#23304f #4f86b0 #e8dcc0 #c9503f"
)


def column(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    tone = room.tone(room.pick("#d8cfc0|#c9c0b8|#b8a890"))
    r, top = 0.3 * m, min(room.top, 0) - 0.1 * m
    cast_shadow(sheet, x, y, 1.0 * m)
    stops = ((0, darker(tone, 0.3), 1), (0.3, lighter(tone, 0.3), 1), (0.55, tone, 1), (1, darker(tone, 0.42), 1))
    sheet.canvas.drawRect(skia.Rect(x - r, top, x + r, y), along((x - r, 0), (x + r, 0), *stops))
    for k in range(-2, 3):
        groove = skia.Rect.MakeXYWH(x + k * r * 0.36 - 2, top, 3, y - top)
        sheet.canvas.drawRect(groove, flat(darker(tone, 0.35), 0.3))
    for up, wide in ((0.0, 0.44), (0.16, 0.37)):
        box(sheet, x - wide * m, y - (up + 0.18) * m, 2 * wide * m, 0.18 * m, hexa("#cfc6b8"), 5)


def banner(room: Room, x: float) -> None:
    """A long banner that stirs."""
    sheet, m = room.sheet, room.metre
    own, second = room.tone(room.pick("#a8323f|#2f5f8f|#3f7a4f|#6a3f8a")), room.tone("#e8c05f")
    top, w, tall = room.up(4.4), 0.8 * m, 2.4 * m
    sheet.canvas.drawRect(skia.Rect(x - 0.55 * m, top - 0.06 * m, x + 0.55 * m, top), flat(room.tone("#7a5a3a")))

    def cloth(seconds: float, grow: float) -> skia.Path:
        left, right = [], []
        for i in range(9):
            t = i / 8
            sway = 0.07 * m * t * wave(seconds, 1, x - 0.5 * t)
            left.append(skia.Point(x - w * 0.5 * grow + sway, top + tall * t * (0.5 + 0.5 * grow)))
            right.append(skia.Point(x + w * 0.5 * grow + sway, top + tall * t * (0.5 + 0.5 * grow)))
        path = skia.Path()
        path.addPoly(
            [*left, skia.Point((left[-1].x() + right[-1].x()) / 2, left[-1].y() + 0.3 * m * grow), *reversed(right)],
            True,
        )
        return path

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawPath(cloth(seconds, 1.0), flat(second))
        canvas.drawPath(cloth(seconds, 0.86), flat(own))
        canvas.drawCircle(x + 0.03 * m * wave(seconds, 1, x - 0.25), top + 0.8 * m, 0.2 * m, flat(second))

    room.lives.append(live)


def torch(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.up(2.3)
    box(sheet, x - 0.05 * m, y, 0.1 * m, 0.6 * m, hexa("#4a342a"), 4)
    box(sheet, x - 0.12 * m, y - 0.04 * m, 0.24 * m, 0.14 * m, hexa("#3a3a44"), 4)
    room.lives.append(flame(x, y, 0.5 * m, 0.6, x % 1))
    room.glows.append((x, y - 0.3 * m, 3.0 * m, hexa("#ff9f4a"), 0.5))


def throne(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    for k, wide in enumerate((1.9, 1.5)):
        box(sheet, x - wide * m, y - (k + 1) * 0.2 * m, 2 * wide * m, 0.2 * m, hexa("#9a3f4a" if k else "#a09890"), 3)
    gold, red = hexa("#d9a83f"), hexa("#a8323f")
    base = y - 0.4 * m
    back = outline(
        [
            (x - 0.55 * m, base),
            (x - 0.6 * m, base - 2.2 * m),
            (x, base - 2.7 * m),
            (x + 0.6 * m, base - 2.2 * m),
            (x + 0.55 * m, base),
        ]
    )
    sheet.canvas.drawPath(
        back,
        along(
            (x - 0.6 * m, base - 2 * m),
            (x + 0.6 * m, base),
            (0, room.tone(lighter(gold, 0.3)), 1),
            (1, room.tone(darker(gold, 0.4)), 1),
        ),
    )
    box(sheet, x - 0.42 * m, base - 2.05 * m, 0.84 * m, 1.6 * m, red, 12)
    box(sheet, x - 0.6 * m, base - 0.75 * m, 1.2 * m, 0.3 * m, red, 10)
    for side in (-1, 1):
        box(sheet, x + side * 0.6 * m - 0.1 * m, base - 1.05 * m, 0.2 * m, 1.05 * m, gold, 8)


def pews(room: Room, x: float) -> None:
    """Benches with high backs, one behind the other."""
    sheet, m = room.sheet, room.metre
    for row in range(2):
        y, grow = room.foot + row * 0.028 * sheet.h, 1 + 0.16 * row
        own = darker(hexa("#8a5a38"), 0.06 * row)
        w, h = 2.9 * m * grow, 0.95 * m * grow
        cast_shadow(sheet, x, y, w)
        box(sheet, x - w / 2, y - h, w, h, own, 4)
        for i in range(6):
            box(sheet, x - w / 2 + (0.06 + 0.16 * i) * w, y - h * 0.82, 0.1 * w, h * 0.64, lighter(own, 0.1), 4)
        box(sheet, x - w / 2 - 4, y - h * 1.06, w + 8, h * 0.1, lighter(own, 0.18), 4)


def altar(room: Room, x: float) -> None:
    sheet, m, y = room.sheet, room.metre, room.foot
    box(sheet, x - 1.5 * m, y - 0.2 * m, 3.0 * m, 0.2 * m, hexa("#b8aca0"), 3)
    box(sheet, x - 1.0 * m, y - 1.2 * m, 2.0 * m, 1.0 * m, hexa("#d8ccba"), 4)
    box(sheet, x - 1.08 * m, y - 1.3 * m, 2.16 * m, 0.42 * m, hexa("#fbf8f0"), 4)
    for k, dx in enumerate((-0.8, -0.55, 0.55, 0.8)):
        tall = (0.5, 0.38, 0.38, 0.5)[k] * m
        box(sheet, x + dx * m - 0.04 * m, y - 1.3 * m - tall, 0.08 * m, tall, hexa("#f6f0e0"), 3)
        room.lives.append(flame(x + dx * m, y - 1.3 * m - tall, 0.14 * m, 0.8, 0.21 * k))
    for w, h, dy in ((0.09, 0.9, 1.35), (0.5, 0.09, 1.95)):
        box(sheet, x - w * m / 2, y - (dy + h if h > w else dy) * m, w * m, h * m, hexa("#d9a83f"), 3)


def exhibit(room: Room, x: float) -> None:
    """A large painting in a gold frame, lit from above."""
    sheet, m = room.sheet, room.metre
    w, h = room.sheet.between(1.2, 1.9) * m, 1.35 * m
    left, top = x - w / 2, room.up(2.75)
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(left + 8, top + 12, w, h), flat(sheet.light.shadow, 0.35, 9 * sheet.u))
    box(sheet, left, top, w, h, hexa("#c9a04f"), 4)
    inner = skia.Rect(left + 0.1 * m, top + 0.1 * m, left + w - 0.1 * m, top + h - 0.1 * m)
    sheet.canvas.save()
    sheet.canvas.clipRect(inner)
    tones = [hexa(code) for code in room.pick(_PAINTINGS).split()]
    sheet.canvas.drawRect(
        inner,
        down(
            inner.top(),
            inner.bottom(),
            (0, room.tone(tones[0]), 1),
            (0.6, room.tone(tones[1]), 1),
            (1, room.tone(tones[3]), 1),
        ),
    )
    for k in range(4):
        own = room.tone(tones[(k + 2) % 4])
        if k % 2:
            r = sheet.between(0.12, 0.3) * m
            sheet.canvas.drawCircle(
                x + sheet.between(-0.35, 0.35) * w, top + h * sheet.between(0.3, 0.6), r, flat(own, 0.9)
            )
        else:
            line = [(inner.left() + inner.width() * i / 5, top + h * sheet.between(0.55, 0.85)) for i in range(6)]
            sheet.canvas.drawPath(
                smooth([*line, (inner.right() + 40, inner.bottom() + 40), (inner.left() - 40, inner.bottom() + 40)]),
                flat(own, 0.92),
            )
    sheet.canvas.restore()
    box(sheet, x - 0.12 * m, top + h + 0.12 * m, 0.24 * m, 0.09 * m, hexa("#f4efe4"), 2)
    room.glows.append((x, top + 0.3 * m, 1.5 * m, hexa("#ffe6b8"), 0.34))


def plinth(room: Room, x: float) -> None:
    """A vase or a bust on a stand, behind a rope."""
    sheet, m, y = room.sheet, room.metre, room.foot
    cast_shadow(sheet, x, y, 0.8 * m)
    box(sheet, x - 0.32 * m, y - 1.05 * m, 0.64 * m, 1.05 * m, hexa("#f0ece4"), 3)
    box(sheet, x - 0.38 * m, y - 1.12 * m, 0.76 * m, 0.1 * m, hexa("#faf7f0"), 3)
    own = room.tone(room.pick("#c98a5a|#4f7fae|#e4ddd0|#6a9a8a"))
    base = y - 1.12 * m
    if sheet.rng.random() < 0.5:
        form = smooth(
            [
                (x - 0.1 * m, base),
                (x - 0.27 * m, base - 0.36 * m),
                (x - 0.1 * m, base - 0.62 * m),
                (x - 0.16 * m, base - 0.74 * m),
                (x + 0.16 * m, base - 0.74 * m),
                (x + 0.1 * m, base - 0.62 * m),
                (x + 0.27 * m, base - 0.36 * m),
                (x + 0.1 * m, base),
            ]
        )
        sheet.canvas.drawPath(
            form,
            along(
                (x - 0.25 * m, 0), (x + 0.25 * m, 0), (0, lighter(own, 0.3), 1), (0.5, own, 1), (1, darker(own, 0.4), 1)
            ),
        )
        sheet.canvas.drawRect(
            skia.Rect(x - 0.23 * m, base - 0.44 * m, x + 0.23 * m, base - 0.4 * m), flat(darker(own, 0.5), 0.6)
        )
    else:
        stone = room.tone("#e0dad0")
        shade = along((x - 0.2 * m, 0), (x + 0.25 * m, 0), (0, lighter(stone, 0.3), 1), (1, darker(stone, 0.38), 1))
        shoulders = smooth(
            [
                (x - 0.3 * m, base),
                (x - 0.26 * m, base - 0.24 * m),
                (x - 0.08 * m, base - 0.34 * m),
                (x + 0.08 * m, base - 0.34 * m),
                (x + 0.26 * m, base - 0.24 * m),
                (x + 0.3 * m, base),
            ]
        )
        sheet.canvas.drawPath(shoulders, shade)
        sheet.canvas.drawOval(skia.Rect(x - 0.15 * m, base - 0.74 * m, x + 0.15 * m, base - 0.3 * m), shade)
    rope = flat(room.tone("#a8323f"))
    rope.setStyle(skia.Paint.kStroke_Style)
    rope.setStrokeWidth(0.05 * m)
    path = skia.Path()
    path.moveTo(x - 0.7 * m, y - 0.55 * m)
    path.quadTo(x, y - 0.3 * m, x + 0.7 * m, y - 0.55 * m)
    sheet.canvas.drawPath(path, rope)
    for side in (-1, 1):
        box(sheet, x + side * 0.7 * m - 0.03 * m, y - 0.68 * m, 0.06 * m, 0.68 * m, hexa("#d9b04f"), 4)


def ring_lamp(room: Room, x: float) -> None:
    """A chandelier: a ring of candles on chains."""
    sheet, m = room.sheet, room.metre
    y = min(room.up(4.4), max(room.top, 0) + 1.3 * m)
    iron = flat(room.tone("#3a3430"))
    iron.setStrokeWidth(0.035 * m)
    for dx in (-0.75, 0.75):
        sheet.canvas.drawLine(x, min(room.top, 0), x + dx * m, y, iron)
    iron.setStyle(skia.Paint.kStroke_Style)
    iron.setStrokeWidth(0.08 * m)
    sheet.canvas.drawOval(skia.Rect(x - 0.8 * m, y - 0.12 * m, x + 0.8 * m, y + 0.12 * m), iron)
    for k in range(5):
        cx = x + (k - 2) * 0.38 * m
        box(sheet, cx - 0.04 * m, y - 0.16 * m, 0.08 * m, 0.2 * m, hexa("#f6f0e0"), 3)
        room.lives.append(flame(cx, y - 0.16 * m, 0.2 * m, 0.5, 0.17 * k))
    room.glows.append((x, y, 3.4 * m, hexa("#ffb85f"), 0.45 if room.lit else 0.22))


GRAND = {
    "column": Piece(column, 1.0, True),
    "banner": Piece(banner, 1.2),
    "torch": Piece(torch, 0.5),
    "throne": Piece(throne, 3.9, True),
    "pews": Piece(pews, 3.4),
    "altar": Piece(altar, 3.2),
    "exhibit": Piece(exhibit, 2.1),
    "plinth": Piece(plinth, 1.6),
    "chandelier": Piece(ring_lamp, 1.8),
}
