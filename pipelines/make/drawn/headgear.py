"""Hats, and what people hold in their hands."""

import skia

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.head import soft
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.sheet import around, down, flat, outline, smooth


def hat(canvas: skia.Canvas, c: Costume, r: float, y: float) -> None:
    """The hat of a costume on a head of radius `r` at (0.6, y)."""
    drawn = _HATS.get(c.hat)
    if drawn is None:
        return
    canvas.save()
    canvas.translate(0.6, y)
    canvas.scale(r / 10, r / 10)
    drawn(canvas, c)
    canvas.restore()


def _cap(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(canvas, smooth([(-10.6, -5.4), (-13, -12.4), (-4, -15.6), (5, -15.6), (13.4, -12), (10.4, -5.6)]), colour)
    canvas.drawPath(
        smooth([(-10.4, -4.4), (-10.4, -8.2), (0, -9.4), (10.4, -8.2), (10.4, -4.4), (0, -5.4)]),
        flat(darker(colour, 0.35) if c.hat_colour != "#f4f4f0" else hexa("#22335c")),
    )
    soft(canvas, smooth([(0, -5.6), (9.6, -6.2), (15.2, -3.0), (13.6, -1.8), (6, -3.6)]), hexa("#22242e"))
    canvas.drawCircle(3.4, -10.0, 1.9, around((2.8, -10.6), 2.4, (0, hexa("#fff0b0"), 1), (1, hexa("#d9a53a"), 1)))


def _souwester(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(
        canvas,
        smooth([(-16, 1), (-10, -5.6), (0, -7.4), (9.6, -5.8), (13, -2.6), (4, -4.2), (-6, -3.4), (-12, 3)]),
        darker(colour, 0.1),
    )
    soft(canvas, smooth([(-10, -4.6), (-9.6, -12), (-2, -16), (5, -14.6), (9.6, -9), (9.6, -4.8), (0, -6.6)]), colour)


def _straw(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(
        canvas,
        smooth([(-18, -3.4), (-10, -7.6), (0, -8.8), (11, -7.6), (18.6, -3.8), (9, -4.4), (-9, -4.0)]),
        darker(colour, 0.08),
    )
    soft(canvas, smooth([(-8.6, -6), (-8, -14), (0, -16.4), (8, -14), (8.8, -6), (0, -7.4)]), colour)
    canvas.drawPath(
        smooth([(-8.6, -6.2), (-8.4, -8.8), (0, -10.2), (8.6, -8.8), (8.8, -6.2), (0, -7.4)]), flat(hexa("#b0483a"))
    )


def _chef(canvas: skia.Canvas, c: Costume) -> None:
    white = hexa("#f8f6f2")
    for x, y, r in ((-6.4, -16.4, 5.6), (0.4, -18.6, 6.4), (6.8, -16, 5.4)):
        canvas.drawCircle(x, y, r, around((x - 2, y - 2), r * 1.7, (0, (1, 1, 1), 1), (1, hexa("#c9ccd8"), 1)))
    soft(canvas, smooth([(-9.2, -5.4), (-9, -15), (0, -16), (9, -15), (9.4, -5.4), (0, -6.8)]), white)


def _hard(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(
        canvas, smooth([(-10.8, -4.6), (-10.4, -12), (-3, -16), (4, -16), (10.6, -11.6), (10.8, -4.6), (0, -6)]), colour
    )
    soft(canvas, smooth([(-12, -3.8), (-11, -6.2), (0, -7.4), (11, -6.2), (15, -3.8), (4, -4.8)]), darker(colour, 0.12))


def _flat_cap(canvas: skia.Canvas, c: Costume) -> None:
    soft(
        canvas,
        smooth([(-10.6, -4.6), (-11, -10.6), (-3, -13.8), (6, -12.8), (13.6, -6.4), (15, -3.6), (8, -4.8), (0, -6)]),
        hexa(c.hat_colour),
    )


def _beret(canvas: skia.Canvas, c: Costume) -> None:
    soft(
        canvas, smooth([(-13.4, -6), (-13, -12.6), (-2, -15.4), (7, -13.6), (9.6, -7.4), (0, -6.6)]), hexa(c.hat_colour)
    )
    canvas.drawCircle(-2, -15, 1.1, flat(darker(hexa(c.hat_colour), 0.2)))


def _beanie(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(canvas, smooth([(-10.2, -5), (-9.6, -12.4), (-1, -16), (7, -14), (10.2, -8), (10.2, -5)]), colour)
    soft(
        canvas,
        smooth([(-10.8, -3.4), (-10.8, -7.4), (0, -8.8), (10.6, -7.4), (10.6, -3.4), (0, -5)]),
        lighter(colour, 0.2),
    )
    canvas.drawCircle(0, -16.4, 2.6, flat(lighter(colour, 0.5)))


def _pointed(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(canvas, smooth([(-9, -6), (-5, -18), (-3, -28), (-9, -33), (1, -31), (5, -20), (9.4, -6), (0, -7)]), colour)
    soft(
        canvas,
        smooth([(-17, -3.4), (-9, -7.4), (0, -8.4), (9, -7.4), (17, -3.6), (8, -4.4), (-8, -4)]),
        darker(colour, 0.12),
    )
    for x, y in ((-1, -14), (2.6, -19.6), (-2, -23.6)):
        canvas.drawCircle(x, y, 1.0, flat(hexa("#f7dd7a")))


def _crown(canvas: skia.Canvas, c: Costume) -> None:
    soft(
        canvas,
        outline([(-8.6, -6), (-9.6, -16), (-4.6, -11), (0, -18), (4.6, -11), (9.8, -16), (8.8, -6)]),
        hexa("#f2c530"),
    )
    for x, code in ((-5, "#d1453b"), (0, "#3f7fc9"), (5, "#4d9a5c")):
        canvas.drawCircle(x, -8.4, 1.2, flat(hexa(code)))


def _tricorn(canvas: skia.Canvas, c: Costume) -> None:
    soft(
        canvas,
        smooth([(-15, -5), (-12, -12), (-4, -13), (0, -18), (5, -13), (13, -12), (16, -5), (6, -7), (-6, -7)]),
        hexa(c.hat_colour),
    )


def _helmet(canvas: skia.Canvas, c: Costume) -> None:
    steel = hexa(c.hat_colour)
    soft(
        canvas,
        smooth([(-11, 4), (-11.4, -7), (-4, -14), (5, -14), (11.4, -7), (11, 0), (7, -4), (-6, -4), (-7.6, 5)]),
        steel,
    )
    soft(canvas, smooth([(-4, -13), (-8, -21), (2, -22), (8, -17), (4, -13)]), hexa("#c9483a"))


def _bubble(canvas: skia.Canvas, c: Costume) -> None:
    rim = flat(hexa("#dfe5ee"))
    rim.setStyle(skia.Paint.kStroke_Style)
    rim.setStrokeWidth(2.6)
    canvas.drawCircle(
        0.6,
        0,
        14.2,
        around((-4, -5), 20, (0, (1, 1, 1), 0.36), (0.5, hexa("#9fd0ff"), 0.12), (1, hexa("#3a6ab0"), 0.4)),
    )
    canvas.drawCircle(0.6, 0, 14.2, rim)
    shine = smooth([(-9, -6), (-5, -10.6), (0, -12), (-4, -8.6), (-7.4, -3.6)])
    canvas.drawPath(shine, flat((1, 1, 1), 0.75))


_HATS = {
    "cap": _cap,
    "souwester": _souwester,
    "straw": _straw,
    "chef": _chef,
    "hard": _hard,
    "flat": _flat_cap,
    "beret": _beret,
    "beanie": _beanie,
    "pointed": _pointed,
    "crown": _crown,
    "tricorn": _tricorn,
    "helmet": _helmet,
    "bubble": _bubble,
}


def _stick(canvas: skia.Canvas, x0: float, y0: float, x1: float, y1: float, thick: float, code: str) -> None:
    paint = flat(hexa(code))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(thick)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    canvas.drawLine(x0, y0, x1, y1, paint)


def held(canvas: skia.Canvas, what: str, hand: tuple[float, float]) -> None:
    """What is in the hand at `hand`."""
    x, y = hand
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
        _long_thing(canvas, what, x, y)


def _umbrella(canvas: skia.Canvas, x: float, y: float) -> None:
    """An open umbrella over the head; its shaft stands in the hand."""
    cloth, top, reach = hexa("#c9483a"), -17.0, 25.0
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


def _long_thing(canvas: skia.Canvas, what: str, x: float, y: float) -> None:
    if what == "umbrella":
        _umbrella(canvas, x, y)
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
    elif what == "guitar":
        _stick(canvas, x - 14, y + 10, x + 10, y - 10, 1.6, "#5a3a26")
        for dx, dy, r in ((-14, 10, 7.0), (-8, 5.4, 5.4)):
            canvas.drawCircle(
                x + dx,
                y + dy,
                r,
                around((x + dx - 2, y + dy - 2), r * 1.6, (0, hexa("#f0b05a"), 1), (1, hexa("#a85a26"), 1)),
            )
        canvas.drawCircle(x - 11, y + 7.6, 2.2, flat(hexa("#3a2418")))


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
