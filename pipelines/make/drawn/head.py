"""A head: face, hair, beard and glasses. It looks a little to the right."""

import skia

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import along, around, flat, smooth


def soft(canvas: skia.Canvas, path: skia.Path, colour: Colour) -> None:
    """A form lit from the upper left."""
    box = path.getBounds()
    canvas.drawPath(
        path,
        along(
            (box.left(), box.top()),
            (box.right(), box.bottom()),
            (0, lighter(colour, 0.22), 1),
            (0.5, colour, 1),
            (1, darker(colour, 0.3), 1),
        ),
    )


def head(canvas: skia.Canvas, c: Costume, r: float, y: float) -> None:
    """The head of a costume, `r` its radius, its middle at (0.6, y)."""
    canvas.save()
    canvas.translate(0.6, y)
    canvas.scale(r / 10, r / 10)
    skin, hair = hexa(c.skin), hexa(c.hair_colour)
    _back_hair(canvas, c.hair, hair)
    canvas.drawCircle(-8.6, 1.6, 2.3, flat(darker(skin, 0.12)))  # ear
    face = skia.Path()
    face.addOval(skia.Rect.MakeXYWH(-9.4, -10, 18.8, 20.6))
    canvas.drawPath(
        face,
        around(
            (-3, -4),
            17,
            (0, lighter(skin, 0.16), 1),
            (0.55, skin, 1),
            (1, darker(mix(skin, hexa("#b0503f"), 0.3), 0.16), 1),
        ),
    )
    if c.beard:
        _beard(canvas, hair)
    _features(canvas, skin, hair, c)
    if not c.hat or c.hat not in ("bubble",):
        _front_hair(canvas, c.hair, hair)
    canvas.restore()


def _features(canvas: skia.Canvas, skin: Colour, hair: Colour, c: Costume) -> None:
    for x, size in ((-1.0, 1.0), (5.4, 0.94)):
        canvas.drawOval(skia.Rect.MakeXYWH(x - 1.25 * size, -1.2, 2.5 * size, 3.5), flat(hexa("#2a2230")))
        canvas.drawCircle(x + 0.45, -0.3, 0.6, flat((1, 1, 1), 0.95))
        brow = flat(darker(hair, 0.18) if c.hair_colour not in ("#e6e2e0", "#e9e6e0") else hexa("#cfc8c0"))
        brow.setStyle(skia.Paint.kStroke_Style)
        brow.setStrokeWidth(1.15)
        brow.setStrokeCap(skia.Paint.kRound_Cap)
        path = skia.Path()
        path.moveTo(x - 2.0, -3.5)
        path.quadTo(x, -4.7, x + 2.0, -3.7)
        canvas.drawPath(path, brow)
    blush = mix(skin, hexa("#e8563f"), 0.55)
    canvas.drawOval(skia.Rect.MakeXYWH(-5.6, 2.4, 4.4, 3.0), flat(blush, 0.45, 0.9))
    canvas.drawOval(skia.Rect.MakeXYWH(5.4, 2.4, 3.6, 3.0), flat(blush, 0.45, 0.9))
    canvas.drawOval(
        skia.Rect.MakeXYWH(1.6, 1.2, 3.0, 2.7),
        around((2.6, 2.0), 2.2, (0, lighter(mix(skin, blush, 0.3), 0.12), 1), (1, mix(skin, blush, 0.55), 1)),
    )
    mouth = skia.Path()
    mouth.moveTo(0.2, 5.6)
    mouth.quadTo(2.6, 7.7, 5.0, 5.5)
    line = flat(hexa("#8a3a36"))
    line.setStyle(skia.Paint.kStroke_Style)
    line.setStrokeWidth(1.0)
    line.setStrokeCap(skia.Paint.kRound_Cap)
    canvas.drawPath(mouth, line)
    if c.glasses:
        rim = flat(hexa("#4a3f4a"))
        rim.setStyle(skia.Paint.kStroke_Style)
        rim.setStrokeWidth(0.7)
        for x in (-1.0, 5.4):
            canvas.drawCircle(x, 0.5, 2.9, flat((0.85, 0.95, 1.0), 0.22))
            canvas.drawCircle(x, 0.5, 2.9, rim)
        canvas.drawLine(-3.9, 0.2, -8.4, -0.4, rim)


def _beard(canvas: skia.Canvas, hair: Colour) -> None:
    soft(
        canvas,
        smooth(
            [
                (-9.2, 0.4),
                (-6.6, 1.4),
                (-4.6, 4.0),
                (-1.0, 3.6),
                (2.4, 4.4),
                (6.0, 3.6),
                (8.0, 1.4),
                (9.2, 1.0),
                (8.6, 9.0),
                (5.0, 14.4),
                (1.6, 16.0),
                (-3.4, 14.6),
                (-8.0, 9.6),
            ]
        ),
        hair,
    )
    dark = flat(darker(hair, 0.24), 0.5)
    dark.setStyle(skia.Paint.kStroke_Style)
    dark.setStrokeWidth(0.5)
    for x in (-4, -0.6, 3.0, 6.0):
        path = skia.Path()
        path.moveTo(x, 8)
        path.quadTo(x + 0.6, 11, x + 0.2 - x * 0.12, 13.4)
        canvas.drawPath(path, dark)


def _back_hair(canvas: skia.Canvas, style: str, hair: Colour) -> None:
    back = darker(hair, 0.16)
    if style == "long":
        soft(
            canvas,
            smooth([(-10.6, -6), (0, -12.6), (9.6, -6), (9.4, 6), (7.0, 16), (-4, 20), (-12.4, 17), (-11.6, 6)]),
            back,
        )
    elif style == "bob":
        soft(canvas, smooth([(-11, -5), (0, -12.4), (10, -5), (10.6, 6), (7.4, 10.6), (-6, 11.4), (-11.8, 8)]), back)
    elif style == "bun":
        canvas.drawCircle(
            -6.5, -11, 4.8, around((-8, -12.6), 7, (0, lighter(hair, 0.2), 1), (1, darker(hair, 0.25), 1))
        )
    elif style == "tail":
        soft(canvas, smooth([(-8, -6), (-15, -6), (-19, 2), (-17, 12), (-13.6, 14), (-13, 4), (-8.6, 2)]), back)
    elif style == "curly":
        for x, yy, r in ((-9, -4, 5), (-6, -10, 5.4), (0, -12, 5.4), (6, -9.6, 5.0), (-10, 2.6, 4.2), (8.8, -4.4, 3.6)):
            canvas.drawCircle(
                x, yy, r, around((x - 2, yy - 2), r * 1.6, (0, lighter(back, 0.16), 1), (1, darker(back, 0.2), 1))
            )


def _front_hair(canvas: skia.Canvas, style: str, hair: Colour) -> None:
    if style == "bald":
        soft(canvas, smooth([(-9.8, -4.4), (-8.2, -5.4), (-7.2, 0.6), (-8.4, 3.4), (-10.4, 1.2)]), hair)
        return
    fringe = {
        "short": [
            (-9.9, 0.4),
            (-10.6, -6.6),
            (-5.6, -11.8),
            (2.0, -12.4),
            (8.6, -8.8),
            (9.6, -4.4),
            (6.0, -6.4),
            (0.0, -7.0),
            (-5.2, -5.4),
            (-7.6, -1.6),
        ],
        "curly": [
            (-9.9, -1.4),
            (-9.6, -8),
            (-4, -11.6),
            (4, -11.4),
            (9.2, -6.6),
            (7.2, -5.2),
            (4, -7.4),
            (0.4, -5.8),
            (-3.4, -7.2),
            (-7, -3.6),
        ],
    }.get(
        style,
        [
            (-10.2, 3.4),
            (-11.0, -6),
            (-5.4, -12),
            (2.4, -12.2),
            (9.4, -7.4),
            (10, -1),
            (7.6, -4.8),
            (2.0, -8.0),
            (-2.2, -6.4),
            (-6.4, -3.2),
            (-8.2, 2.0),
        ],
    )
    soft(canvas, smooth(fringe), hair)
