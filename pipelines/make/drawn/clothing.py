"""The clothes of a body: its cut, opening, buttons, folds and scarf."""

import skia

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.forms import Build, Point, shape, stroke
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import flat, smooth

_HEMS = {"coat": 14.0, "labcoat": 16.0, "dress": 14.0, "patient": 15.0, "scrubs": 6.0}
_FLARES = {
    "coat": 13.5,
    "labcoat": 12.5,
    "dress": 16.5,
    "patient": 13.0,
    "scrubs": 10.6,
    "robe": 18.0,
    "space": 12.5,
    "gown": 21.0,
}


SLEEVELESS = frozenset({"overalls", "vest", "waistcoat"})  # the sleeves are those of the shirt below


def clothes(canvas: skia.Canvas, c: Costume, b: Build, sits: bool, stride: float, behind: bool = False) -> None:
    """All that is worn on the trunk. `stride` (-1 to 1) swings the hem; `behind`: it is seen from the back."""
    top = hexa(c.top)
    s, hip, f = b.shoulder, b.hip, b.fat * c.girth
    hem = 97.0 if c.body in ("robe", "gown") else hip + _HEMS.get(c.body, 3.0)
    flare = _FLARES.get(c.body, 9.8) * f
    if sits:
        hem = hip + (8.0 if c.body in ("robe", "gown", "dress") else 4.0)
    body = _trunk(s, hip, f, flare, hem, stride * (2.0 if hem > hip + 8 else 0.0), c.girth)
    cloth = hexa(c.extra) if c.body in SLEEVELESS else top
    shape(canvas, body, cloth)
    canvas.save()
    canvas.clipPath(body, True)
    _folds(canvas, cloth, s, hip, hem, flare)
    if behind:
        _back(canvas, c, s, hip, hem)
    else:
        _front(canvas, c, s, hip, hem)
    canvas.restore()
    if c.body in ("jacket", "coat", "suit", "labcoat", "uniform") and not behind:
        _collar(canvas, top, s)
    if c.scarf:
        scarf(canvas, hexa(c.extra), b, behind)


def _trunk(s: float, hip: float, f: float, flare: float, hem: float, swing: float, girth: float) -> skia.Path:
    belly = 1.0 + max(0.0, girth - 1.0) * 1.2
    return smooth(
        [
            (-9.6 * f, s + 1.5), (-5, s - 1.8), (5, s - 1.8), (9.6 * f, s + 1.5), (10.4 * f, s + 12),
            (max(flare * 0.86, 9.4 * f * belly), hip - 7), (flare + swing, hem), (flare * 0.4 + swing, hem + 2.2),
            (-flare * 0.4 + swing, hem + 2.2), (-flare + swing, hem), (-flare * 0.86, hip - 6), (-10.4 * f, s + 12),
        ]
    )  # fmt: skip


def _folds(canvas: skia.Canvas, tone: Colour, s: float, hip: float, hem: float, flare: float) -> None:
    """Soft creases: under the arms, at the waist, and down a long hem."""
    deep, bright = darker(tone, 0.4), lighter(tone, 0.4)
    stroke(canvas, [(-8.6, s + 13), (-5, s + 16), (-2.6, s + 15.4)], deep, 0.8, 0.35)
    stroke(canvas, [(9.0, hip - 9), (5.6, hip - 6.4), (3.0, hip - 6.8)], deep, 0.8, 0.35)
    stroke(canvas, [(-8.8, hip - 7), (-5.6, hip - 5), (-3.4, hip - 5.4)], deep, 0.8, 0.3)
    if hem > hip + 8:
        for share in (-0.55, -0.15, 0.5):
            stroke(canvas, [(share * flare * 0.7, hip - 2), (share * flare * 0.85, (hip + hem) / 2), (share * flare,
                hem + 2)],
                   deep, 1.1, 0.3)  # fmt: skip
            stroke(canvas, [(share * flare * 0.7 + 1.4, hip), (share * flare * 0.85 + 1.5, (hip + hem) / 2),
                            (share * flare + 1.6, hem + 2)], bright, 0.6, 0.25)  # fmt: skip


def _collar(canvas: skia.Canvas, top: Colour, s: float) -> None:
    shape(
        canvas,
        smooth([(-5.4, s - 2.2), (0.4, s - 0.6), (2.0, s + 6.4), (-1.8, s + 4.6), (-5.6, s + 1.6)]),
        darker(top, 0.1),
    )
    shape(
        canvas,
        smooth([(7.4, s - 2.2), (4.0, s - 0.6), (3.2, s + 6.0), (6.2, s + 4.2), (8.2, s + 1.2)]),
        lighter(top, 0.05),
    )


def _back(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    """What is seen from the back: the seam, the belt, crossed straps, the strings of an apron."""
    top = hexa(c.top)
    if c.body == "overalls":
        shape(canvas, smooth([(-11, hip - 9), (11, hip - 9), (12, hem + 5), (-12, hem + 5)]), top)
        for x in (-6.4, 6.4):
            stroke(canvas, [(x, s - 2), (-x * 0.5, hip - 8)], darker(top, 0.12), 2.2)
    elif c.body == "apron":
        stroke(canvas, [(-14, hip - 5), (14, hip - 5)], hexa(c.extra), 1.8)
        stroke(canvas, [(-1, hip - 5), (-3.4, hip + 3)], hexa(c.extra), 1.4)
        stroke(canvas, [(1, hip - 5), (3, hip + 4)], hexa(c.extra), 1.4)
    elif c.body in ("dress", "robe", "gown"):
        canvas.drawRect(skia.Rect.MakeXYWH(-20, (hip + s) / 2 + 3, 40, 2.6), flat(hexa(c.extra), 0.85))
    elif c.body == "space":
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-9, s + 3, 18, 20), 3, 3, flat(hexa("#c3ccd8")))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-6, s + 6, 12, 5), 1.5, 1.5, flat(hexa("#8f9bb0")))
    else:
        stroke(canvas, [(0, s + 2), (0, hem + 3)], darker(top, 0.35), 0.7, 0.5)
        stroke(canvas, [(-14, hip - 5.5), (14, hip - 5.5)], darker(top, 0.4), 1.6, 0.5)


def _front(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    top, extra = hexa(c.top), hexa(c.extra)
    if c.body in ("jacket", "coat", "suit", "labcoat", "uniform"):
        wide = 3.4 if c.body != "coat" else 2.2
        low = 14 if c.body != "suit" else 18
        if c.body != "uniform":
            canvas.drawPath(
                smooth([(2.5 - wide, s - 3), (2.5 + wide, s - 3), (3.4, s + low), (2.4, s + 19)]), flat(extra)
            )
        stroke(canvas, [(2.8, s + 14), (2.2, hem + 4)], darker(top, 0.4), 0.7, 0.55)
        for i in range(3):
            canvas.drawCircle(5.4, s + 15 + i * 7, 1.0, flat(mix(hexa("#f2d58a"), top, 0.15)))
        if c.body in ("uniform", "coat"):
            stroke(canvas, [(-14, hip - 5.5), (14, hip - 5.5)], darker(top, 0.45), 2.2, 0.8)
            canvas.drawRoundRect(skia.Rect.MakeXYWH(0.8, hip - 7, 3.6, 3), 0.6, 0.6, flat(hexa("#e6c25a")))
        if c.body == "suit":
            tie = smooth([(1.6, s), (3.8, s), (4.3, s + 13), (2.8, s + 16), (1.4, s + 13)])
            canvas.drawPath(tie, flat(hexa("#c9483a")))
    elif c.body == "overalls":
        bib = smooth([(-4, s + 9), (8.5, s + 9), (10.5, hip - 8), (12, hem + 5), (-12, hem + 5), (-10.5, hip - 8)])
        shape(canvas, bib, top)
        for x in (-3.6, 7.6):
            stroke(canvas, [(x, s - 2), (x + 0.4, s + 11)], darker(top, 0.12), 2.2)
            canvas.drawCircle(x + 0.4, s + 11, 1.2, flat(hexa("#f2d58a")))
        stroke(canvas, [(-0.6, s + 15), (5.4, s + 15)], darker(top, 0.35), 0.6, 0.6)
    elif c.body == "apron":
        bib = smooth([(-5, s + 8), (8, s + 8), (11, hip - 4), (12, hem + 6), (-8, hem + 6), (-8, hip - 4)])
        shape(canvas, bib, extra)
    elif c.body in ("dress", "robe", "gown"):
        canvas.drawRect(skia.Rect.MakeXYWH(-20, (hip + s) / 2 + 3, 40, 2.6), flat(extra, 0.85))
        canvas.drawPath(smooth([(-3.4, s - 3), (6.8, s - 3), (4.6, s + 3.4), (-0.6, s + 3.4)]), flat(hexa(c.skin)))
    elif c.body == "sweater":
        for y in (s + 9.0, s + 12.6):
            stroke(canvas, [(-13, y), (13, y)], extra, 1.8, 0.9)
        stroke(canvas, [(-13, hem + 0.5), (13, hem + 0.5)], darker(top, 0.25), 2.4, 0.6)
        stroke(canvas, [(-4.4, s - 1), (1, s + 1.4), (6.4, s - 1)], darker(top, 0.3), 1.6, 0.7)
    elif c.body == "shirt":
        stroke(canvas, [(-3.4, s - 1.6), (1, s + 2.2), (5.6, s - 1.6)], darker(top, 0.35), 1.1, 0.6)
    elif c.body in _AT_WORK:
        _AT_WORK[c.body](canvas, c, s, hip, hem)
    elif c.body == "space":
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-3.5, s + 9, 12, 9), 2, 2, flat(hexa("#aab6c8")))
        for i, code in enumerate(("#e2503f", "#3f8fd0", "#f2c530")):
            canvas.drawCircle(-0.6 + i * 3.2, s + 13.5, 1.15, flat(hexa(code)))
        canvas.drawRect(skia.Rect.MakeXYWH(-20, hip - 3, 40, 2.6), flat(extra))
    elif c.body == "armour":
        plate = smooth([(-3, s + 4), (8, s + 4), (8, hip - 8), (2.5, hip - 3), (-3, hip - 8)])
        canvas.drawPath(plate, flat(extra, 0.95))


def _vest(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    """Bright, with bands that shine."""
    top = hexa(c.top)
    for side in (-1, 1):
        x = 1.4 + side * 1.6
        edge = [(x, s + 13), (x + side * 3.4, s - 3), (side * 16, s - 3), (side * 16, hem + 4), (x, hem + 4)]
        shape(canvas, _panel(edge), top)
    for y in (s + 13.5, s + 20.5):
        stroke(canvas, [(-14, y), (14, y)], hexa("#e9eef2"), 2.0, 0.95)
        stroke(canvas, [(-14, y + 0.9), (14, y + 0.9)], hexa("#b9c2cc"), 0.5, 0.8)


def _panel(points: list[Point]) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    return path


def _waistcoat(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    """Buttoned low over a white shirt, with a bow tie."""
    top = hexa(c.top)
    for side in (-1, 1):
        edge = [(2.4, s + 17), (2.4 + side * 4.6, s - 2), (2.4 + side * 8, s - 2), (side * 16, s + 6),
                (side * 16, hem + 4), (2.4, hem + 4)]  # fmt: skip
        shape(canvas, _panel(edge), top)
    for y in (s + 19, s + 24):
        canvas.drawCircle(3.2, y, 0.8, flat(hexa("#d9c078")))
    bow = hexa("#a8283c" if c.top != "#7a2636" else "#26262e")
    for side in (-1, 1):
        canvas.drawPath(_panel([(2.5, s + 2.2), (2.5 + side * 4.4, s), (2.5 + side * 4.4, s + 4.4)]), flat(bow))
    canvas.drawCircle(2.5, s + 2.2, 1.1, flat(darker(bow, 0.2)))


def _scrubs(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    """A loose smock with a pointed neck and a pocket."""
    top = hexa(c.top)
    canvas.drawPath(_panel([(-1.8, s - 2.5), (6.4, s - 2.5), (2.5, s + 7)]), flat(hexa(c.skin)))
    stroke(canvas, [(-2.2, s - 2), (2.5, s + 7.4)], darker(top, 0.25), 1.0, 0.8)
    stroke(canvas, [(6.8, s - 2), (2.5, s + 7.4)], darker(top, 0.25), 1.0, 0.8)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(4.4, s + 12, 5.4, 5.6), 0.8, 0.8, flat(darker(top, 0.14)))
    canvas.drawRect(skia.Rect.MakeXYWH(5.8, s + 10.4, 2.4, 3.6), flat((1, 1, 1), 0.9))


def _patient(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    """A thin gown with a pattern of dots."""
    for row in range(8):
        for k in range(7):
            x, y = -12 + 4.2 * k + (2.1 if row % 2 else 0), s + 3 + 5.4 * row
            canvas.drawCircle(x, y, 0.62, flat(darker(hexa(c.top), 0.3), 0.75))
    stroke(canvas, [(-3.4, s - 1.6), (1, s + 2.2), (5.6, s - 1.6)], hexa("#ffffff"), 1.2, 0.9)


def _jumpsuit(canvas: skia.Canvas, c: Costume, s: float, hip: float, hem: float) -> None:
    """One piece, with a long zip and stripes at the sides."""
    stroke(canvas, [(2.4, s), (2.4, hem)], darker(hexa(c.top), 0.35), 0.8, 0.8)
    for side in (-1, 1):
        stroke(canvas, [(side * 9.4, s + 9), (side * 9.0, hem + 2)], hexa(c.extra), 2.0, 0.9)
    stroke(canvas, [(-14, hip - 4), (14, hip - 4)], hexa(c.extra), 1.8, 0.9)


_AT_WORK = {"vest": _vest, "waistcoat": _waistcoat, "scrubs": _scrubs, "patient": _patient, "jumpsuit": _jumpsuit}


def scarf(canvas: skia.Canvas, colour: Colour, b: Build, behind: bool = False) -> None:
    """Around the neck, one end down the chest."""
    y = b.shoulder - 2.5
    around = smooth([(-7.4, y - 2), (1, y + 0.5), (8.8, y - 2), (9.2, y + 3.4), (1, y + 5.6), (-8, y + 3.4)])
    shape(canvas, around, colour)
    if behind:
        return
    shape(canvas, smooth([(-6, y + 2), (-1.6, y + 2), (-2.2, y + 17), (-6.8, y + 17)]), darker(colour, 0.1))
    stroke(canvas, [(-6.6, y + 14.4), (-2.3, y + 14.4)], lighter(colour, 0.5), 1.0, 0.7)


def lap(canvas: skia.Canvas, c: Costume, b: Build, knees: tuple[Point, Point]) -> None:
    """A skirt or a long coat over the knees of somebody who sits towards the viewer."""
    if c.body not in ("dress", "gown", "robe", "coat", "labcoat", "patient"):
        return
    (right, y0), (left, y1) = knees
    low = max(y0, y1) + (15.0 if c.body in ("gown", "robe") else 5.0)
    wide = 9.6 * b.fat * c.girth
    cloth = smooth([(-wide, b.hip - 6), (wide, b.hip - 6), (right + 6.5, y0), (right + 6.8, low), (0, low + 1.4),
                    (left - 6.8, low), (left - 6.5, y1)])  # fmt: skip
    shape(canvas, cloth, hexa(c.top))
    stroke(canvas, [(1, b.hip + 1), (0.4, low)], darker(hexa(c.top), 0.35), 0.9, 0.4)


def shoe(canvas: skia.Canvas, at: Point, angle: float, colour: Colour, frontal: bool = False) -> None:
    """A shoe at the end of a leg whose shin hangs at `angle` degrees; `frontal`: its tip points to the viewer."""
    if frontal:
        x, y = at
        tip = [(x - 2.9, y - 3), (x + 2.9, y - 3), (x + 3.5, y + 1.8), (x, y + 2.6), (x - 3.5, y + 1.8)]
        shape(canvas, smooth(tip), colour)
        stroke(canvas, [(x - 3.0, y + 2.0), (x + 3.0, y + 2.0)], darker(colour, 0.5), 0.8, 0.8)
        return
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(max(-75, min(30, -angle * 0.75 if angle < 0 else -angle * 0.5)) * -1 if angle < 0 else -angle * 0.5)
    path = smooth([(-4, -2.6), (0, -3.6), (3.4, -2.2), (8, -0.2), (8.2, 2.4), (-4.2, 2.4)])
    shape(canvas, path, colour)
    stroke(canvas, [(-4.0, 2.0), (7.6, 2.0)], darker(colour, 0.5), 0.9, 0.8)
    canvas.restore()
