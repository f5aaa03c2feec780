"""What people hold: lanterns, books, tools; instruments that are really played."""

from collections.abc import Callable

import skia

from pipelines.make.drawn.forms import Build, Point, stroke
from pipelines.make.drawn.handy import handy
from pipelines.make.drawn.head import soft
from pipelines.make.drawn.instruments import INSTRUMENTS
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


def _newspaper(canvas: skia.Canvas, front: Point, back: Point, b: Build) -> None:
    """Two large sheets held open, lines of print and a picture on them."""
    x, y = (front[0] + back[0]) / 2 + 3, (front[1] + back[1]) / 2 - 5
    for side, tone in ((-1, "#d9d5c8"), (1, "#f4f1e6")):
        sheet = [(x, y - 9), (x + side * 11, y - 11), (x + side * 12, y + 8), (x, y + 10)]
        soft(canvas, outline(sheet), hexa(tone))
        for k in range(6):
            row = y - 6 + 2.4 * k
            if side > 0 and 1 < k < 4:
                continue
            stroke(canvas, [(x + side * 1.6, row), (x + side * 10, row - 0.6)], hexa("#8a8a90"), 0.5)
    soft(canvas, outline([(x + 2, y - 1.8), (x + 9.4, y - 2.4), (x + 9.6, y + 2), (x + 2, y + 2.4)]), hexa("#9aa8b8"))


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
    **INSTRUMENTS, "open book": _open_book,
    "box": _bundle, "baby": _baby, "newspaper": _newspaper,
    "laptop": _laptop,
}  # fmt: skip
