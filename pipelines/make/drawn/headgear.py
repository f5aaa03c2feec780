"""Hats, and all else that people wear on their heads."""

import skia

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.head import soft
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.sheet import around, flat, outline, smooth


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


def _tophat(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(canvas, smooth([(-8.6, -7), (-9.4, -22), (0, -23.6), (9.4, -22), (8.8, -7), (0, -8.4)]), colour)
    canvas.drawPath(
        smooth([(-8.8, -7.4), (-8.8, -10.6), (0, -12), (8.8, -10.6), (8.8, -7.4), (0, -8.8)]), flat(hexa("#b0483a"))
    )
    soft(
        canvas,
        smooth([(-15, -5.4), (-8, -8.4), (0, -9), (9, -8.4), (15.4, -5.4), (8, -5.6), (-8, -5.4)]),
        darker(colour, 0.1),
    )


def _baseball(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(canvas, smooth([(-10.8, -4.4), (-10.8, -11), (-4, -15), (4, -14.6), (10, -10), (10.8, -5), (0, -6.4)]), colour)
    soft(canvas, smooth([(3, -6.8), (10, -7.4), (18, -4.4), (17, -2.8), (9, -4.2), (3, -4.8)]), darker(colour, 0.15))
    canvas.drawCircle(-1, -14.6, 1.0, flat(darker(colour, 0.25)))


def _veil(canvas: skia.Canvas, c: Costume) -> None:
    """A headscarf: cloth around the face and over the shoulders."""
    colour = hexa(c.hat_colour)
    outer = smooth(
        [
            (-11.6, -5),
            (-7, -13.4),
            (1.6, -14.6),
            (9.4, -11),
            (12, -2),
            (11, 9),
            (13, 18),
            (1, 21),
            (-13, 18),
            (-11.6, 8),
        ]
    )
    inner = smooth(
        [(-8.6, -5.6), (-2, -9.6), (5, -9.4), (9.2, -4), (9.4, 4), (5.6, 10.6), (1.6, 11.8), (-4.4, 10), (-8.8, 3)]
    )
    path = skia.Op(outer, inner, skia.PathOp.kDifference_PathOp)
    soft(canvas, path, colour)


def _with_lamp(canvas: skia.Canvas, c: Costume) -> None:
    _hard(canvas, c)
    canvas.drawCircle(6.4, -10, 3.0, flat(hexa("#3a3f4c")))
    canvas.drawCircle(6.8, -10, 2.1, around((6.2, -10.6), 3, (0, hexa("#fffbe0"), 1), (1, hexa("#f2c93f"), 1)))


def _wig(canvas: skia.Canvas, c: Costume) -> None:
    """A judge's: rolls of white curls down to the shoulders."""
    white = hexa(c.hat_colour)
    soft(canvas, smooth([(-11, -2), (-10.6, -10), (-4, -14), (4, -14), (10.4, -9.4), (10.8, -3), (6, -7.4), (0, -8.4),
                         (-6, -6.6)]), white)  # fmt: skip
    for x in (-11.2, 10.4):
        for k in range(5):
            y = -3.4 + 4.0 * k
            canvas.drawCircle(x, y, 2.7, around((x - 0.8, y - 1), 3.6, (0, lighter(white, 0.5), 1),
                                                (1, darker(white, 0.22), 1)))  # fmt: skip


def _cloth(canvas: skia.Canvas, c: Costume) -> None:
    colour = hexa(c.hat_colour)
    soft(
        canvas,
        smooth([(-10.8, -3.4), (-11, -10), (-4, -14.4), (4, -14.4), (10.6, -9.6), (10.6, -4.2), (0, -6.2)]),
        colour,
    )
    canvas.drawRect(skia.Rect.MakeXYWH(-10.6, -6.2, 21, 1.4), flat(darker(colour, 0.2), 0.5))


def _brimmed(canvas: skia.Canvas, c: Costume) -> None:
    """A cowboy's hat, or with a flat brim a detective's."""
    colour, curl = hexa(c.hat_colour), 3.4 if c.hat == "cowboy" else 0.6
    brim = [(-17.4, -4.6 - curl), (-9, -5.2), (0, -4.6), (9.6, -5.2), (18, -4.6 - curl), (10, -8.2), (-9, -8.2)]
    soft(canvas, smooth(brim), darker(colour, 0.12))
    soft(canvas, smooth([(-9, -6.4), (-8, -15.4), (-3, -17.6), (0.4, -15.8), (4, -17.6), (8.4, -15.2), (9.2, -6.4),
                         (0, -7.4)]), colour)  # fmt: skip
    canvas.drawPath(
        smooth([(-9, -6.6), (-8.8, -9), (0, -10), (9, -9), (9.2, -6.6), (0, -7.6)]), flat(darker(colour, 0.45))
    )


def _mask(canvas: skia.Canvas, c: Costume) -> None:
    """A diver's: glass over the eyes, a pipe for the air."""
    rim = hexa(c.hat_colour)
    soft(canvas, smooth([(-6.4, -3.8), (1.8, -5.0), (9.8, -3.8), (9.6, 4.0), (1.8, 5.0), (-6.2, 4.0)]), rim)
    glass = smooth([(-5.0, -2.6), (1.8, -3.6), (8.6, -2.6), (8.4, 3.0), (1.8, 3.8), (-4.8, 3.0)])
    canvas.drawPath(glass, around((0, -2), 12, (0, hexa("#e9fbff"), 0.72), (1, hexa("#7fd0e0"), 0.6)))
    pipe = flat(darker(rim, 0.2))
    pipe.setStyle(skia.Paint.kStroke_Style)
    pipe.setStrokeWidth(2.0)
    canvas.drawLine(-8.8, 5.4, -9.6, -15, pipe)


_HATS = {
    "lamp": _with_lamp, "wig": _wig, "cloth": _cloth, "cowboy": _brimmed, "fedora": _brimmed, "mask": _mask,
    "tophat": _tophat,
    "baseball": _baseball,
    "veil": _veil,
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
}  # fmt: skip
