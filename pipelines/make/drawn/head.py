"""A head: face, hair and beard. It looks a little to the right."""

import skia

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.face import features
from pipelines.make.drawn.forms import stroke
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


def behind(canvas: skia.Canvas, c: Costume, r: float, y: float) -> None:
    """The hair that hangs behind the body, on a head of radius `r` about (0.6, y)."""
    canvas.save()
    canvas.translate(0.6, y)
    canvas.scale(r / 10, r / 10)
    _back_hair(canvas, c.hair, hexa(c.hair_colour))
    canvas.restore()


def head(canvas: skia.Canvas, c: Costume, r: float, y: float, feeling: str = "", shut: float = 0.0,
         speech: float = 0.0, turn: float = 0.5) -> None:  # fmt: skip
    """The head of a costume, `r` its radius, its middle at (0.6, y). `shut` is a blink, `speech` an open mouth; `turn`
    is where it looks to: 0 to the viewer, 1 to the side."""
    canvas.save()
    canvas.translate(0.6, y)
    canvas.scale(r / 10, r / 10)
    skin, hair = hexa(c.skin), hexa(c.hair_colour)
    if c.hair in ("curly", "afro"):
        _cloud(canvas, c.hair, hair)
    ear = -9.4 + 4.4 * max(0.0, turn - 0.5)
    if turn < 0.3:
        _ear(canvas, 9.3, skin)
    if turn <= 0.6:
        _ear(canvas, ear, skin)
    face = smooth(
        [(-9.8, -8.5), (0, -12.5), (9.4, -8.5), (10.0, 2.0), (7.6, 9.4), (1.6, 12.4), (-5.4, 10.6), (-9.8, 4.0)]
    )
    warm = darker(mix(skin, hexa("#b0503f"), 0.3), 0.16)
    canvas.drawPath(face, around((-3, -4), 18, (0, lighter(skin, 0.16), 1), (0.55, skin, 1), (1, warm, 1)))
    if c.beard:
        _beard(canvas, hair, c.beard_cut)
    canvas.save()
    canvas.translate(4.2 * (turn - 0.5), 0)  # what is in a face goes round with it
    canvas.scale(1.04 - 0.16 * max(0.0, turn - 0.4), 1)
    features(canvas, skin, hair, c, feeling, shut, speech)
    if c.beard and c.beard_cut != "short":
        _moustache(canvas, hair)
    canvas.restore()
    if turn > 0.6:
        _ear(canvas, ear, skin)
    if c.hat == "veil":
        pass
    elif c.hat != "bubble":
        _front_hair(canvas, c.hair, hair)
    canvas.restore()


def back_of_head(canvas: skia.Canvas, c: Costume, r: float, y: float) -> None:
    """The head of a costume from the back."""
    canvas.save()
    canvas.translate(0.6, y)
    canvas.scale(r / 10, r / 10)
    skin, hair = hexa(c.skin), hexa(c.hair_colour)
    canvas.drawRect(skia.Rect.MakeXYWH(-3.2, 8, 6.4, 6.5), flat(darker(skin, 0.2)))
    for x in (-9.6, 9.4):
        _ear(canvas, x, skin)
    whole = smooth(
        [(-9.8, -8.5), (0, -12.5), (9.6, -8.5), (10.0, 2.0), (7.4, 9.0), (0, 11.4), (-7.4, 9.0), (-9.9, 2.0)]
    )
    if c.hair in ("bald", "shaven") or c.hat == "veil":
        canvas.drawPath(whole, around((-3, -4), 18, (0, lighter(skin, 0.12), 1), (1, darker(skin, 0.2), 1)))
        if c.hair == "bald":
            fringe = smooth([(-9.9, -1), (0, 4.0), (9.9, -1), (8.6, 6.4), (0, 9.4), (-8.6, 6.4)])
            soft(canvas, fringe, hair)
    elif c.hair in _CLOUDS:
        _cloud(canvas, c.hair, hair)
        soft(canvas, whole, hair)
    else:
        soft(canvas, whole, hair)
        _back_hair(canvas, c.hair if c.hair != "tail" else "", lighter(hair, 0.1))
        if c.hair == "tail":
            soft(
                canvas, smooth([(-2.4, -4), (2.4, -4), (4.4, 8), (2.6, 19), (-1.8, 19), (-4.2, 8)]), lighter(hair, 0.1)
            )
        for x in (-4.4, 0.4, 4.8):
            stroke(canvas, [(x * 0.5, -10), (x, -2), (x * 1.1, 7)], darker(hair, 0.25), 0.6, 0.4)
    canvas.restore()


def _ear(canvas: skia.Canvas, x: float, skin: Colour) -> None:
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - 2.3, -1.0, x + 2.3, 4.8),
        around((x - 0.4, 1.2), 3.4, (0, lighter(skin, 0.08), 1), (1, darker(skin, 0.25), 1)),
    )
    stroke(canvas, [(x - 0.9, 0.8), (x + 1.1, 0.6), (x + 0.2, 3.2)], darker(skin, 0.4), 0.55, 0.6)


def _moustache(canvas: skia.Canvas, hair: Colour) -> None:
    soft(canvas, smooth([(-2.6, 6.6), (-1.0, 4.6), (2.4, 4.6), (5.6, 4.4), (7.2, 6.2), (4.8, 5.9), (2.5, 5.6), (0,
        6.3)]),
         lighter(hair, 0.1))  # fmt: skip


_BEARD = [(-9.7, 0.4), (-7.2, 1.8), (-5.0, 4.6), (-1.6, 4.4), (2.4, 5.0), (6.2, 4.2), (8.4, 2.0), (9.8, 0.8),
          (9.0, 9.0), (5.4, 14.6), (1.6, 16.4), (-3.6, 15.0), (-8.4, 9.8)]  # fmt: skip
_SHORT_BEARD = [(-9.7, 0.4), (-8.0, 3.4), (-5.6, 6.6), (-1.6, 8.0), (2.4, 9.4), (6.0, 7.6), (8.2, 4.4), (9.8, 0.8),
                (8.8, 7.6), (5.4, 11.4), (1.6, 13.0), (-3.6, 12.2), (-8.0, 8.2)]  # fmt: skip


def _beard(canvas: skia.Canvas, hair: Colour, cut: str) -> None:
    if cut == "moustache":
        return
    soft(canvas, smooth(_SHORT_BEARD if cut == "short" else _BEARD), hair)
    if cut == "short":
        return
    canvas.drawOval(skia.Rect.MakeXYWH(-0.6, 5.4, 6.2, 3.4), flat(darker(hair, 0.35), 0.35, 0.6))
    for x in (-4, -0.6, 3.0, 6.0):
        stroke(canvas, [(x, 10), (x + 0.6, 12), (x + 0.2 - x * 0.12, 14)], darker(hair, 0.24), 0.5, 0.5)


def _back_hair(canvas: skia.Canvas, style: str, hair: Colour) -> None:
    back = darker(hair, 0.16)
    if style == "long":
        soft(canvas, smooth([(-11, -6), (0, -13), (10.4, -6), (10.6, 6), (9.4, 15), (4, 19), (-6, 22), (-13, 19),
            (-12.4, 6)]),
             back)  # fmt: skip
    elif style == "bob":
        soft(
            canvas, smooth([(-11.4, -5), (0, -12.8), (10.4, -5), (11.0, 6), (8.4, 11.4), (-6, 12.2), (-12.4, 9)]), back
        )
    elif style == "bun":
        canvas.drawCircle(-6.5, -11.4, 5, around((-8, -13), 7, (0, lighter(hair, 0.2), 1), (1, darker(hair, 0.25), 1)))
    elif style == "tail":
        soft(canvas, smooth([(-8, -7), (-15, -7), (-19, 2), (-17.4, 12), (-13.6, 15), (-13, 4), (-8.6, 2)]), back)
    elif style == "braids":
        for x, tilt in ((-10.6, -2), (9.4, 1)):
            for k in range(4):
                canvas.drawCircle(x + tilt * k * 0.3, 5 + 4.2 * k, 2.7 - 0.3 * k,
                                  around((x - 1, 4 + 4.2 * k), 4, (0, lighter(hair, 0.18), 1), (1, darker(hair,
                                      0.25), 1)))  # fmt: skip


_CLOUDS = {
    "curly": ((-9, -4, 5), (-6, -10, 5.4), (0, -12, 5.4), (6, -9.6, 5.0), (-10.4, 2.6, 4.2), (9.2, -4.4, 3.8)),
    "afro": (
        (-10, -4, 6.6),
        (-7, -11, 7),
        (0, -13.6, 7.4),
        (7, -11, 6.6),
        (-11, 3, 5.4),
        (10.2, -4.4, 5.6),
        (10, 2, 4),
    ),
}


def _cloud(canvas: skia.Canvas, style: str, hair: Colour) -> None:
    back = darker(hair, 0.1)
    for x, y, r in _CLOUDS[style]:
        canvas.drawCircle(
            x, y, r, around((x - 2, y - 2), r * 1.6, (0, lighter(back, 0.16), 1), (1, darker(back, 0.2), 1))
        )


_SWEPT = [(-10.4, 3.4), (-11.2, -6), (-5.4, -12.6), (2.4, -12.8), (9.6, -8.0), (10.4, -1), (7.8, -5.4), (2.0, -8.8),
          (-2.2, -7.0), (-6.6, -3.6), (-8.6, 2.0)]  # fmt: skip
_FRINGES = {
    "short": [(-10.2, 0.4), (-11.0, -6.8), (-5.6, -12.4), (2.0, -13.0), (8.8, -9.4), (10.0, -4.8), (6.0, -7.2),
              (0.0, -7.8), (-5.4, -6.0), (-8.0, -1.8)],
    "spiky": [(-10.2, 0.4), (-12.4, -7.4), (-8.8, -8.0), (-8.6, -14.6), (-3.8, -11.6), (-0.8, -16.4), (3.0, -12.0),
              (7.6, -14.0), (8.0, -9.2), (11.4, -8.0), (9.8, -4.6), (5.0, -7.4), (-2, -7.2), (-7.6, -2.0)],
    "curly": [(-10.2, -1.4), (-10.0, -8.4), (-4, -12.2), (4, -12.0), (9.6, -7.2), (7.4, -6.0), (4, -8.2), (0.4, -6.6),
              (-3.4, -8.0), (-7.4, -4.0)],
}  # fmt: skip
_FRINGES["afro"] = _FRINGES["curly"]


def _front_hair(canvas: skia.Canvas, style: str, hair: Colour) -> None:
    if style == "bald":
        soft(canvas, smooth([(-10.2, -4.4), (-8.6, -5.8), (-7.6, 0.6), (-8.8, 3.6), (-10.8, 1.2)]), hair)
        return
    if style == "shaven":
        return
    fringe = _FRINGES.get(style, _SWEPT)
    soft(canvas, smooth(fringe), hair)
    if style not in ("curly", "afro", "spiky"):
        stroke(canvas, [(-7.6, -6.4), (-3.6, -11.0), (2.0, -11.4)], lighter(hair, 0.45), 0.7, 0.45)
