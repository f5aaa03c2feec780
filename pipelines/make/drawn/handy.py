"""Small things in one hand: tools, a tray, a cup, flowers, a microphone, a bag. The hand is at (0, 0)."""

from collections.abc import Callable

import skia

from pipelines.make.drawn.forms import Point, stroke
from pipelines.make.drawn.head import soft
from pipelines.make.drawn.light import hexa
from pipelines.make.drawn.sheet import around, flat, outline, smooth


def handy(canvas: skia.Canvas, what: str, hand: Point) -> bool:
    """Draw what is held at `hand`; False where nobody here draws it."""
    brush = _BRUSHES.get(what)
    if brush is None:
        return False
    canvas.save()
    canvas.translate(*hand)
    brush(canvas)
    canvas.restore()
    return True


def _hammer(canvas: skia.Canvas) -> None:
    stroke(canvas, [(-1, 5), (2.4, -13)], hexa("#a9764a"), 1.7)
    soft(canvas, outline([(-2.4, -16.6), (7.4, -14.8), (6.8, -11.4), (-3, -13.2)]), hexa("#7f8a9a"))


def _axe(canvas: skia.Canvas) -> None:
    stroke(canvas, [(-1, 8), (2.6, -17)], hexa("#8a6240"), 1.8)
    soft(canvas, smooth([(-8, -13), (-2, -18), (4, -19.6), (11, -16), (4, -16), (-2, -14.8)]), hexa("#9aa5b8"))


def _gavel(canvas: skia.Canvas) -> None:
    stroke(canvas, [(-1, 4), (2, -10)], hexa("#6f3f22"), 1.6)
    canvas.save()
    canvas.translate(2.4, -12)
    canvas.rotate(12)
    soft(canvas, outline([(-6, -3), (6, -3), (6, 3), (-6, 3)]), hexa("#8a5030"))
    for x in (-4.4, 4.4):
        stroke(canvas, [(x, -3), (x, 3)], hexa("#d9a93f"), 1.1)
    canvas.restore()


def _tray(canvas: skia.Canvas) -> None:
    canvas.drawOval(skia.Rect.MakeXYWH(-10, -5.4, 22, 4.4), flat(hexa("#8f98a4")))
    canvas.drawOval(skia.Rect.MakeXYWH(-10, -6.4, 22, 4.2), around((-2, -5), 14, (0, hexa("#f4f7fa"), 1),
                                                                  (1, hexa("#b9c2cc"), 1)))  # fmt: skip
    for x, tone in ((-3.4, "#f2ece0"), (5, "#d8eef4")):
        soft(canvas, outline([(x - 2.4, -11.4), (x + 2.4, -11.4), (x + 1.8, -4.8), (x - 1.8, -4.8)]), hexa(tone))


def _cup(canvas: skia.Canvas) -> None:
    rim = flat(hexa("#e9e4da"))
    rim.setStyle(skia.Paint.kStroke_Style)
    rim.setStrokeWidth(1.1)
    canvas.drawCircle(4.6, -4, 2.2, rim)
    soft(canvas, smooth([(-3.4, -8), (4, -8), (3.6, -0.6), (0.3, 0.4), (-3, -0.6)]), hexa("#f6f2e8"))
    canvas.drawOval(skia.Rect.MakeXYWH(-3.2, -8.8, 7, 1.8), flat(hexa("#6a4026")))


def _flowers(canvas: skia.Canvas) -> None:
    for dx in (-3, 0, 3):
        stroke(canvas, [(0, 5), (dx, -7)], hexa("#4f8a4a"), 0.9)
    for x, y, tone in ((-4.6, -9, "#f4b8c8"), (0.4, -11.6, "#ffffff"), (5, -8.6, "#ef86ad"), (-1.4, -6.6, "#ffe3a6"),
                       (3, -5.4, "#ffffff")):  # fmt: skip
        canvas.drawCircle(x, y, 3.1, around((x - 0.8, y - 1), 4, (0, hexa("#ffffff"), 1), (1, hexa(tone), 1)))
        canvas.drawCircle(x, y, 0.9, flat(hexa("#e8b23a")))


def _microphone(canvas: skia.Canvas) -> None:
    stroke(canvas, [(-0.4, 4), (1.4, -6)], hexa("#2e2e38"), 2.0)
    canvas.drawCircle(1.9, -8.2, 2.9, around((1, -9.2), 4, (0, hexa("#c9d0dc"), 1), (1, hexa("#4a5260"), 1)))


def _bag(canvas: skia.Canvas) -> None:
    cloth = hexa("#b98a56")
    soft(canvas, smooth([(-2, 2), (2.4, 2), (8, 9), (7.4, 17), (0, 19.4), (-7.4, 17), (-8, 9)]), cloth)
    stroke(canvas, [(-3, 2.6), (3.4, 2.6)], hexa("#6f4a2a"), 1.4)


_BRUSHES: dict[str, Callable[[skia.Canvas], None]] = {
    "hammer": _hammer, "axe": _axe, "gavel": _gavel, "tray": _tray, "cup": _cup, "flowers": _flowers,
    "microphone": _microphone, "bag": _bag,
}  # fmt: skip
