"""Instruments that are really played, held with both hands: between the body and the front arm."""

from collections.abc import Callable

import skia

from pipelines.make.drawn.forms import Build, Point, stroke
from pipelines.make.drawn.head import soft
from pipelines.make.drawn.light import darker, hexa
from pipelines.make.drawn.sheet import around, flat, smooth


def _violin(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    """Under the chin, its neck in the back hand, the bow in the front one."""
    x0, y0 = 3.6, b.shoulder + 0.6
    _strung(canvas, (x0, y0), back, 0.8, "#b5652d", "#6f3416")
    mx, my = x0 + (back[0] - x0) * 0.42, y0 + (back[1] - y0) * 0.42
    dx, dy = mx - front[0], my - front[1]
    length = max(1.0, (dx * dx + dy * dy) ** 0.5)
    ux, uy = dx / length, dy / length
    stroke(
        canvas, [(front[0] - 2 * ux, front[1] - 2 * uy), (front[0] + 27 * ux, front[1] + 27 * uy)], hexa("#5a3218"), 0.9
    )
    stroke(
        canvas,
        [(front[0] + 0.9, front[1] + 0.6), (front[0] + 27 * ux + 0.5, front[1] + 27 * uy + 0.5)],
        hexa("#f4efe2"),
        0.4,
    )


def _guitar(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    """Before the belly, its neck in the back hand."""
    _strung(canvas, (-6.0, b.hip - 5), (back[0] + 3, back[1] - 1), 1.12, "#f0b05a", "#a85a26")


def _strung(canvas: skia.Canvas, tail: Point, hand: Point, size: float, bright: str, dark: str) -> None:
    """A body of two bouts and a neck, from its tail to the hand on its neck."""
    dx, dy = hand[0] - tail[0], hand[1] - tail[1]
    length = max(8.0, (dx * dx + dy * dy) ** 0.5)
    ux, uy = dx / length, dy / length
    canvas.save()
    canvas.concat(skia.Matrix.MakeAll(ux, -uy, tail[0], uy, ux, tail[1], 0, 0, 1))
    stroke(canvas, [(9 * size, 0), (length + 4 * size, 0)], hexa(dark), 2.0 * size**0.5)
    stroke(canvas, [(length + 2 * size, 0), (length + 6 * size, 0)], darker(hexa(dark), 0.3), 3.0 * size**0.5)
    body = smooth(
        [(-1.6, -6), (4, -7.6), (9, -4.4), (13, -5.8), (17, -3.4), (17, 3.4), (13, 5.8), (9, 4.4), (4, 7.6), (-1.6, 6)]
    )
    path = skia.Path(body)
    path.transform(skia.Matrix.Scale(size, size))
    canvas.drawPath(path, around((5 * size, -3 * size), 15 * size, (0, hexa(bright), 1), (1, hexa(dark), 1)))
    canvas.drawCircle(10.6 * size, 0, 2.3 * size, flat(hexa("#2f1a10")))
    for k in (-0.6, 0.6):
        stroke(canvas, [(3 * size, k), (length, k)], hexa("#f4efe2"), 0.25, 0.8)
    canvas.restore()


def _flute(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    x, y = 3.4, b.face_y + b.head * 0.66
    far = (max(front[0], back[0]) + 9, max(front[1], back[1]) + 3)
    stroke(canvas, [(x, y), far], hexa("#c9d0dc"), 1.7)
    for k in range(5):
        t = 0.35 + 0.12 * k
        canvas.drawCircle(x + (far[0] - x) * t, y + (far[1] - y) * t, 0.5, flat(hexa("#4a5a78")))


def _horn(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    x, y = 4.4, b.face_y + b.head * 0.66
    fx, fy = max(front[0], back[0]) + 10, min(front[1], back[1]) - 2
    stroke(canvas, [(x, y), (fx, fy)], hexa("#e0a93a"), 2.0)
    soft(
        canvas,
        smooth([(fx - 1, fy - 1), (fx + 8, fy - 7), (fx + 9, fy), (fx + 8, fy + 7), (fx - 1, fy + 1)]),
        hexa("#f2c14e"),
    )
    stroke(canvas, [(x + 5, y + 3), (fx - 3, fy + 4)], hexa("#c98a2a"), 1.4)


def _cello(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    """Between the knees, its pin on the ground, the neck beside the head, the bow across its strings."""
    foot, head = (22.0, 87.0), (17.0, b.shoulder + 12)
    stroke(canvas, [foot, (foot[0] + 0.6, 98)], hexa("#4a4048"), 0.9)
    _strung(canvas, foot, head, 2.3, "#b5652d", "#6f3416")
    x, y = front
    stroke(canvas, [(x - 16, y - 3), (x + 12, y + 3)], hexa("#5a3218"), 0.9)
    stroke(canvas, [(x - 16, y - 2), (x + 12, y + 4)], hexa("#f4efe2"), 0.4)


def _trombone(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    """The slide reaches far out before the lips and comes back; the bell beside it."""
    x, y = 4.4, b.face_y + b.head * 0.66
    far = (max(front[0], x + 14) + 14, y + 9)
    brass, dark = hexa("#e8b53a"), hexa("#c98a2a")
    for dy in (0.0, 4.2):
        stroke(canvas, [(x + (3 if dy else 0), y + dy), (far[0], far[1] + dy - 2)], brass, 1.3)
    stroke(canvas, [(far[0], far[1] - 2), (far[0] + 1.8, far[1]), (far[0], far[1] + 2.2)], brass, 1.3)
    stroke(canvas, [(x - 6, y - 3), (x + 12, y - 1)], dark, 1.5)
    fx, fy = x + 12, y - 1.4
    soft(canvas, smooth([(fx - 2, fy - 1), (fx + 9, fy - 7), (fx + 10, fy), (fx + 9, fy + 7), (fx - 2, fy + 1)]), brass)
    stroke(canvas, [(x - 6, y - 3), (x - 9, y), (x - 5, y + 3)], dark, 1.5)
    stroke(canvas, [(x - 5, y + 3), (x + 4, y + 4)], dark, 1.5)


def _drum(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    y = b.hip - 4
    soft(canvas, smooth([(2, y), (12, y - 2), (22, y), (22, y + 14), (12, y + 16), (2, y + 14)]), hexa("#c9483a"))
    canvas.drawOval(skia.Rect.MakeXYWH(1.6, y - 3.4, 20.8, 6), flat(hexa("#f6ecd8")))
    for x, at in ((front[0], front), (back[0], back)):
        stroke(canvas, [at, (x + 7, y - 1.5)], hexa("#b98a56"), 1.1)


INSTRUMENTS: dict[str, Callable[[skia.Canvas, Point, Point, Build], None]] = {
    "violin": _violin, "guitar": _guitar, "flute": _flute, "trumpet": _horn, "cello": _cello, "trombone": _trombone,
    "drum": _drum,
}  # fmt: skip
