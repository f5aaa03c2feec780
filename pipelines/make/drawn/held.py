"""What people hold: lanterns, books, tools; instruments that are really played."""

from collections.abc import Callable

import skia

from pipelines.make.drawn.forms import Build, Point, stroke
from pipelines.make.drawn.handy import handy
from pipelines.make.drawn.head import soft
from pipelines.make.drawn.light import Colour, darker, hexa
from pipelines.make.drawn.sheet import around, down, flat, outline, smooth

TINT = " #"


def _stick(canvas: skia.Canvas, x0: float, y0: float, x1: float, y1: float, thick: float, code: str) -> None:
    paint = flat(hexa(code))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(thick)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    canvas.drawLine(x0, y0, x1, y1, paint)


def held(canvas: skia.Canvas, what: str, hand: Point) -> None:
    """What is in the hand at `hand`; what takes both hands is `in_both_hands`. A colour may follow after `TINT`."""
    x, y = hand
    what, _, tint = what.partition(TINT)
    if not what or what in _BOTH:
        return
    if handy(canvas, what, hand):
        return
    if what == "lantern":
        lantern(canvas, x + 0.6, y + 2, 1.0)
    elif what == "book":
        soft(canvas, outline([(x - 5, y - 6), (x + 5, y - 8), (x + 6, y + 4), (x - 4, y + 6)]), hexa("#c9483a"))
        canvas.drawPath(
            outline([(x - 3.4, y - 5), (x + 4.6, y - 6.6), (x + 5.2, y - 5.6), (x - 3, y - 4)]), flat(hexa("#fff6e0"))
        )
    elif what == "flask":
        canvas.drawPath(
            smooth(
                [
                    (x - 1.4, y - 12),
                    (x + 1.4, y - 12),
                    (x + 1.6, y - 6),
                    (x + 6, y + 2),
                    (x - 6, y + 2),
                    (x - 1.6, y - 6),
                ]
            ),
            flat(hexa("#d6f0ff"), 0.75),
        )
        canvas.drawPath(
            smooth([(x - 3, y - 4), (x + 3, y - 4), (x + 5.4, y + 1.4), (x - 5.4, y + 1.4)]),
            flat(hexa("#4fd08a"), 0.95),
        )
    elif what == "letter":
        soft(canvas, outline([(x - 6, y - 5), (x + 6, y - 6), (x + 6.6, y + 2), (x - 5.4, y + 3)]), hexa("#fff4dc"))
        _stick(canvas, x - 6, y - 5, x + 0.6, y - 1, 0.6, "#c9a56a")
        _stick(canvas, x + 0.6, y - 1, x + 6, y - 6, 0.6, "#c9a56a")
    else:
        _long_thing(canvas, what, x, y, hexa(f"#{tint}") if tint else hexa("#c9483a"))


def _umbrella(canvas: skia.Canvas, x: float, y: float, cloth: Colour) -> None:
    """An open umbrella over the head; its shaft stands in the hand."""
    top, reach = -17.0, 25.0
    middle = 3.0  # over the head
    _stick(canvas, x, y + 4, middle, top, 1.2, "#5a4636")
    dome = skia.Path()
    dome.moveTo(middle - reach, top + 15)
    dome.cubicTo(middle - reach * 0.9, top - 9, middle + reach * 0.9, top - 9, middle + reach, top + 15)
    for k in range(4):  # the scalloped hem, from right to left
        right = middle + reach - k * reach / 2
        dome.quadTo(right - reach / 4, top + 9, right - reach / 2, top + 15)
    dome.close()
    soft(canvas, dome, cloth)
    rib = flat(darker(cloth, 0.3), 0.6)
    rib.setStrokeWidth(0.6)
    for k in (-1, 0, 1):
        canvas.drawLine(middle, top - 3, middle + k * reach / 2, top + 14.6, rib)


def _balloon(canvas: skia.Canvas, x: float, y: float, own: Colour) -> None:
    """A balloon over the head, its string in the hand."""
    top = min(y - 62, -26.0)
    stroke(canvas, [(x, y), (x + 9, (y + top) / 2), (x + 3, top + 16)], hexa("#5a5a66"), 0.5)
    soft(canvas, smooth([(x + 3, top - 17), (x + 15, top - 10), (x + 14, top + 4), (x + 3, top + 16), (x - 8,
        top + 4), (x - 9, top - 10)]),
         own)  # fmt: skip
    canvas.drawOval(skia.Rect.MakeXYWH(x - 4, top - 11, 5, 8), flat((1, 1, 1), 0.45, 0.8))


def _long_thing(canvas: skia.Canvas, what: str, x: float, y: float, tint: Colour) -> None:
    if what == "umbrella":
        _umbrella(canvas, x, y, tint)
    elif what == "balloon":
        _balloon(canvas, x, y, tint)
    elif what == "staff":
        _stick(canvas, x + 1, y - 26, x - 1, 98, 1.9, "#7a5638")
    elif what == "rod":
        _stick(canvas, x - 3, y + 5, x + 26, y - 36, 1.1, "#8a6240")
        _stick(canvas, x + 26, y - 36, x + 30, y + 2, 0.3, "#f4f4f4")
    elif what == "fork":
        _stick(canvas, x, y - 24, x, 98, 1.7, "#9a6f46")
        for dx in (-3.2, 0, 3.2):
            _stick(canvas, x + dx, y - 34, x + dx, y - 24, 0.9, "#8a94a8")
        _stick(canvas, x - 3.2, y - 24, x + 3.2, y - 24, 1.1, "#8a94a8")
    elif what == "spoon":
        _stick(canvas, x, y + 4, x + 3, y - 14, 1.3, "#b98a56")
        canvas.drawOval(skia.Rect.MakeXYWH(x + 0.6, y - 20, 5, 7), flat(hexa("#b98a56")))
    elif what == "brush":
        _stick(canvas, x - 1, y + 5, x + 4, y - 12, 1.1, "#b98a56")
        _stick(canvas, x + 4, y - 12, x + 5, y - 15.5, 2.2, "#d1453b")
    elif what == "wrench":
        _stick(canvas, x, y + 4, x + 3, y - 12, 1.8, "#9aa5b8")
        canvas.drawCircle(x + 3.4, y - 13.4, 2.8, flat(hexa("#9aa5b8")))


def lantern(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    """A storm lantern that hangs from (x, y), about 17 × `size` high."""
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    ring = flat(hexa("#3a3640"))
    ring.setStyle(skia.Paint.kStroke_Style)
    ring.setStrokeWidth(0.8)
    canvas.drawArc(skia.Rect.MakeXYWH(-4, -2, 8, 9), 180, 180, False, ring)
    canvas.drawPath(smooth([(-3.2, 4.4), (0, 2.2), (3.2, 4.4), (3.4, 5.4), (-3.4, 5.4)]), flat(hexa("#3a3640")))
    glass = skia.Path()
    glass.addRoundRect(skia.Rect.MakeXYWH(-3.4, 5.2, 6.8, 8.6), 2, 2)
    canvas.drawPath(glass, down(5, 14, (0, hexa("#fff3c0"), 1), (0.6, hexa("#ffd061"), 1), (1, hexa("#f2a23a"), 1)))
    for dx in (-3.2, 0, 3.2):
        _stick(canvas, dx, 5.4, dx, 13.8, 0.6, "#3a3640")
    canvas.drawPath(smooth([(-4, 13.4), (4, 13.4), (4.2, 15.8), (-4.2, 15.8)]), flat(hexa("#3a3640")))
    canvas.restore()


def in_both_hands(canvas: skia.Canvas, what: str, front: Point, back: Point, b: Build) -> None:
    """What is held with both hands, between the body and the front arm."""
    what = what.partition(TINT)[0]
    if what in _BOTH:
        _BOTH[what](canvas, front, back, b)


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


def _drum(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    y = b.hip - 4
    soft(canvas, smooth([(2, y), (12, y - 2), (22, y), (22, y + 14), (12, y + 16), (2, y + 14)]), hexa("#c9483a"))
    canvas.drawOval(skia.Rect.MakeXYWH(1.6, y - 3.4, 20.8, 6), flat(hexa("#f6ecd8")))
    for x, at in ((front[0], front), (back[0], back)):
        stroke(canvas, [at, (x + 7, y - 1.5)], hexa("#b98a56"), 1.1)


def _open_book(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    x, y = (front[0] + back[0]) / 2 + 2.6, (front[1] + back[1]) / 2 - 4
    soft(canvas, outline([(x - 5, y - 6.4), (x + 1, y - 4.4), (x + 8, y - 7.4), (x + 9, y + 3.4), (x + 2, y + 6.6),
        (x - 4, y + 4.6)]),
         hexa("#c9483a"))  # fmt: skip
    canvas.drawPath(outline([(x - 4.2, y - 7.4), (x + 1.2, y - 5.2), (x + 2, y - 4.4), (x + 1.8, y - 3.4), (x - 4.2,
        y - 5.6)]),
                    flat(hexa("#fff6e0")))  # fmt: skip
    canvas.drawPath(
        outline([(x + 1.2, y - 5.2), (x + 7.6, y - 8.4), (x + 8, y - 6.6), (x + 1.8, y - 3.4)]), flat(hexa("#f2e6cc"))
    )


def _laptop(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    x, y = max(front[0], back[0]), max(front[1], back[1]) + 3
    soft(canvas, outline([(x - 9, y - 1), (x + 7, y - 1), (x + 8, y + 1.6), (x - 8, y + 1.6)]), hexa("#aab4c4"))
    soft(
        canvas, outline([(x + 6, y - 0.6), (x + 7.6, y - 0.6), (x + 12.6, y - 14), (x + 11, y - 14.4)]), hexa("#8a94a8")
    )


def _bundle(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    x, y = (front[0] + back[0]) / 2 + 1, min(front[1], back[1]) - 8
    soft(canvas, outline([(x - 7, y - 5), (x + 9, y - 5), (x + 9, y + 9), (x - 7, y + 9)]), hexa("#c98f4f"))
    stroke(canvas, [(x + 1, y - 5), (x + 1, y + 9)], hexa("#e6c890"), 2.0)


def _baby(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    """A baby in a blanket, its head on one arm."""
    x, y = (front[0] + back[0]) / 2, min(front[1], back[1]) - 1
    cloth = [(x - 8, y - 2), (x - 2, y - 6), (x + 8, y - 4), (x + 12, y + 2), (x + 6, y + 6), (x - 5, y + 5)]
    soft(canvas, smooth(cloth), hexa("#bcd8ea"))
    canvas.drawCircle(
        x - 6.4, y - 5.4, 5.4, around((x - 7.6, y - 6.6), 8, (0, hexa("#fbd9bd"), 1), (1, hexa("#dca67f"), 1))
    )
    for dx in (-2.2, 1.4):
        stroke(canvas, [(x - 6.4 + dx - 0.8, y - 5.2), (x - 6.4 + dx, y - 4.6), (x - 6.4 + dx + 0.8, y - 5.2)],
               hexa("#4a3226"), 0.5)  # fmt: skip
    stroke(canvas, [(x - 1.6, y + 4.6), (x + 7, y + 3.4)], hexa("#8fb4cc"), 0.8)


_BOTH: dict[str, Callable[[skia.Canvas, Point, Point, Build], None]] = {
    "violin": _violin, "guitar": _guitar, "flute": _flute, "trumpet": _horn, "drum": _drum, "open book": _open_book,
    "box": _bundle, "baby": _baby,
    "laptop": _laptop,
}  # fmt: skip
