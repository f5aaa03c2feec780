"""The front of a shop, seen straight on: its name over the window, an awning, goods behind the glass, a door."""

import math

import skia

from pipelines.make.drawn.art import Board
from pipelines.make.drawn.forms import stroke
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import along, around, down, flat, outline

WIDE, TALL = 210.0, 178.0
_WALL, _WOOD, _STRIPE, _PALE = hexa("#e6cfa8"), hexa("#2f5f5c"), hexa("#d8503f"), hexa("#fbf3e2")
_GOODS = ("#c9583f", "#5f8f6a", "#3f6f9a", "#d99a3a", "#8a5a8f")
_GLASS = hexa("#ffe3a0")  # warm: it shines at night


def shop_front(canvas: skia.Canvas) -> Board:
    """A house front of two floors, `WIDE` × `TALL`."""
    canvas.drawRect(
        skia.Rect.MakeLTRB(8, 26, 202, 176),
        along((8, 26), (202, 176), (0, lighter(_WALL, 0.15), 1), (0.5, _WALL, 1), (1, darker(_WALL, 0.16), 1)),
    )
    roof = hexa("#8a4a3c")
    canvas.drawPath(
        outline([(2, 28), (20, 4), (190, 4), (208, 28)]),
        down(4, 28, (0, lighter(roof, 0.16), 1), (1, darker(roof, 0.2), 1)),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(4, 26, 206, 31), flat(lighter(_WALL, 0.4)))
    for x in (28, 86, 144):
        _window(canvas, x, 38)
    _plank(canvas, (10, 72, 200, 98), _WOOD)
    _front(canvas)
    _awning(canvas)
    red, green, blue = (round(255 * c) for c in _WOOD)
    return Board((16, 74.5, 194, 95.5), (red, green, blue), ink=(250, 236, 200), lines=1)


def _plank(canvas: skia.Canvas, box: tuple[float, float, float, float], colour: Colour) -> None:
    rect = skia.Rect.MakeLTRB(*box)
    canvas.drawRoundRect(rect, 2, 2, down(box[1], box[3], (0, lighter(colour, 0.15), 1), (1, darker(colour, 0.15), 1)))


def _window(canvas: skia.Canvas, x: float, y: float) -> None:
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x - 2.5, y - 2.5, 42, 30), 2, 2, flat(_PALE))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, y, 37, 25),
        along((x, y), (x + 37, y + 25), (0, hexa("#bfe0ee"), 1), (1, hexa("#6f9ab8"), 1)),
    )
    canvas.drawRect(skia.Rect.MakeXYWH(x + 17.4, y, 2.2, 25), flat(_PALE))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x - 5, y + 26, 47, 5), 1, 1, flat(hexa("#a8653f")))
    for k in range(8):
        tone = hexa(("#e2506f", "#f7b53a", "#5f9a4f")[k % 3])
        canvas.drawCircle(x - 1 + 5.4 * k, y + 25 - (k % 2), 3, flat(tone))


def _front(canvas: skia.Canvas) -> None:
    """The window full of goods and the door, framed in painted wood."""
    _plank(canvas, (10, 98, 200, 176), _WOOD)
    pane = skia.Rect.MakeLTRB(18, 108, 130, 162)
    canvas.drawRect(pane, down(108, 162, (0, lighter(_GLASS, 0.3), 1), (1, hexa("#ffcf7a"), 1)))
    for row, y in ((0, 140), (1, 160)):
        canvas.drawRect(skia.Rect.MakeLTRB(18, y, 130, y + 2), flat(hexa("#8a5a36")))
        for k in range(8):
            x, tone = 26 + 13.6 * k + 4 * row, hexa(_GOODS[(k + row * 2) % 5])
            tall = 7 + 4 * ((k * 3 + row) % 3)
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x - 4, y - tall, x + 4, y),
                2,
                2,
                along((x - 4, 0), (x + 4, 0), (0, lighter(tone, 0.25), 1), (1, darker(tone, 0.2), 1)),
            )
    canvas.drawRect(skia.Rect.MakeLTRB(73, 108, 75.4, 162), flat(_WOOD))
    canvas.drawPath(outline([(22, 160), (52, 110), (64, 110), (34, 160)]), flat((1, 1, 1), 0.16))
    canvas.drawRect(skia.Rect.MakeLTRB(142, 106, 190, 176), flat(darker(_WOOD, 0.35)))
    _plank(canvas, (145, 109, 187, 176), lighter(_WOOD, 0.12))
    canvas.drawRect(
        skia.Rect.MakeLTRB(151, 115, 181, 150), down(115, 150, (0, lighter(_GLASS, 0.3), 1), (1, _GLASS, 1))
    )
    canvas.drawCircle(182.6, 156, 1.9, around((182, 155), 2.4, (0, hexa("#ffe6a0"), 1), (1, hexa("#b98a2f"), 1)))
    canvas.drawRect(skia.Rect.MakeLTRB(138, 173, 194, 178), flat(hexa("#b8b2a6")))


def _awning(canvas: skia.Canvas) -> None:
    """A striped cloth with a scalloped hem, its shade below."""
    canvas.drawRect(skia.Rect.MakeLTRB(12, 112, 198, 124), down(112, 124, (0, (0, 0, 0.1), 0.35), (1, (0, 0, 0.1), 0)))
    count = 12
    for k in range(count):
        tone = _STRIPE if k % 2 == 0 else _PALE
        a, b = 12 + 186 * k / count, 12 + 186 * (k + 1) / count
        x0, x1 = 6 + 198 * k / count, 6 + 198 * (k + 1) / count
        strip = skia.Path()
        strip.moveTo(a, 98)
        strip.lineTo(b, 98)
        strip.lineTo(x1, 114)
        strip.arcTo(skia.Rect.MakeLTRB(x0, 109, x1, 119), 0, 180, False)
        strip.close()
        canvas.drawPath(strip, down(98, 120, (0, lighter(tone, 0.14), 1), (1, darker(tone, 0.16), 1)))
    stroke(canvas, [(10, 98), (200, 98)], darker(_WOOD, 0.2), 2)
    for k in range(count):
        x = 6 + 198 * (k + 0.5) / count
        canvas.drawCircle(x, 119 + 0.6 * math.sin(k), 0.8, flat(darker(_STRIPE, 0.3), 0.5))
