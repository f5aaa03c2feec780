"""Animals that sleep curled up, in the colours of those that the art shows awake."""

from dataclasses import dataclass, replace

import skia

from pipelines.make.drawn.art import Sprite
from pipelines.make.drawn.built import sprite_of
from pipelines.make.drawn.forms import shape, stroke, tapered
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import flat, outline, smooth
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.words import words_of

_ASLEEP = words_of("sleeps sleeping sleep asleep naps napping nap snoozes snoozing dozes dozing dreams")
_SUFFIX = "-asleep"
_LOW = 0.62  # how high who is curled up lies, against its height


@dataclass(frozen=True)
class _Coat:
    """Colours as "#rrggbb": coat, belly and muzzle, marks on back and tail; ears "up", "flop", "round" or "long"."""

    coat: str
    pale: str
    marks: str
    ears: str = "up"
    bushy: bool = False
    stripes: bool = False


_COATS = {
    "cat": _Coat("#f0a45c", "#fbe3c6", "#c97a35", stripes=True),
    "dog": _Coat("#e0a062", "#f8e2c4", "#b8743c", "flop"),
    "fox": _Coat("#ee8431", "#fff1dd", "#fff1dd", bushy=True),
    "wolf": _Coat("#8790a4", "#dfe3ea", "#5d667c", bushy=True),
    "bear-walking": _Coat("#8a5a3c", "#b98a63", "#6f4630", "round"),
    "polar-bear-walking": _Coat("#eef2f8", "#ffffff", "#d5dde8", "round"),
    "panda": _Coat("#f4f4f4", "#ffffff", "#34313c", "round"),
    "lion": _Coat("#e8a94a", "#f6d597", "#a9682c", "round"),
    "tiger": _Coat("#f0933a", "#fdf0dc", "#3c2a26", "round", stripes=True),
    "leopard": _Coat("#eab65a", "#fbeccb", "#6a4526", "round"),
    "rabbit": _Coat("#c9c2c4", "#f2eef0", "#a59da2", "long"),
    "mouse": _Coat("#b9b4bc", "#e9e4ea", "#98929c", "round"),
    "chipmunk": _Coat("#c9824a", "#f6e2c6", "#7a4526", "round", bushy=True, stripes=True),
    "raccoon": _Coat("#8a8b94", "#e6e6ea", "#45454f", bushy=True, stripes=True),
    "koala": _Coat("#98a0b2", "#d5d9e2", "#7d8598", "round"),
}


def laid_to_rest(subject: Subject) -> Subject:
    """The same animal curled up, where the words say that it sleeps and it is known how that looks."""
    _, _, name = subject.thing.art.partition(":")
    if name not in _COATS or not _ASLEEP & {*subject.doing, *subject.about}:
        return subject
    thing = replace(subject.thing, art=f"own:{name}{_SUFFIX}", tall=_LOW * subject.thing.tall, faces=-1)
    return replace(subject, thing=thing)


def sleeper(name: str, height: int) -> Sprite | None:
    """A sleeping animal `height` pixels high; None for a name that is none."""
    coat = _COATS.get(name.removesuffix(_SUFFIX)) if name.endswith(_SUFFIX) else None
    if coat is None:
        return None

    def brush(canvas: skia.Canvas) -> tuple[()]:
        _curled(canvas, coat)
        return ()

    return sprite_of(brush, 132, 78, height)


def _curled(canvas: skia.Canvas, c: _Coat) -> None:
    """A ball of an animal, its head on its paws to the left, its tail around it. 132 × 78."""
    coat, pale, marks = hexa(c.coat), hexa(c.pale), hexa(c.marks)
    back = smooth(
        [(24, 70), (22, 48), (36, 24), (62, 10), (92, 12), (116, 30), (124, 54), (116, 72), (80, 77), (44, 77)]
    )
    shape(canvas, back, coat)
    canvas.save()
    canvas.clipPath(back, True)
    if c.stripes:
        for k in range(5):
            x = 58 + 13 * k
            shape(canvas, tapered([(x, 2 + 3 * k), (x + 4, 18 + 3 * k), (x + 2, 32 + 4 * k)], 6.4, 1.4), marks, 0.1)
    canvas.restore()
    shape(canvas, smooth([(84, 40), (106, 42), (120, 58), (114, 75), (90, 77), (76, 66), (76, 50)]), darker(coat, 0.04))
    thick = 17 if c.bushy else 9
    low = 77 - thick / 2
    tail = [(108, 52), (113, 62), (102, low), (80, low), (62, 71), (52, 68)]
    if c.ears not in ("long", "round") or c.bushy:
        shape(canvas, tapered(tail, thick, thick * 0.72), coat)
        shape(canvas, tapered([(66, 71.6), (58, 70), (52, 68)], thick * 0.8, thick * 0.66), marks, 0.2)
    for x in (20, 34):
        shape(canvas, smooth([(x - 9, 70), (x, 66), (x + 12, 68), (x + 13, 76.6), (x - 8, 77)]), lighter(coat, 0.1))
    _head(canvas, c, coat, pale, marks)


def _head(canvas: skia.Canvas, c: _Coat, coat: Colour, pale: Colour, marks: Colour) -> None:
    inner, dark = hexa("#d99a94"), hexa("#4a2f2a")
    if c.ears == "up":
        for points in ([(18, 42), (17, 22), (33, 34)], [(38, 33), (50, 20), (54, 40)]):
            shape(canvas, outline(points), coat)
            x, y = (sum(p[n] for p in points) / 3 for n in (0, 1))
            canvas.drawPath(
                outline([(x + 0.55 * (px - x), y + 0.6 * (py - y)) for px, py in points]), flat(inner, 0.85)
            )
    elif c.ears == "round":
        for x, y in ((20, 36), (47, 33)):
            shape(canvas, smooth([(x - 8, y - 8), (x + 8, y - 8), (x + 8, y + 8), (x - 8, y + 8)]), darker(marks, 0.05))
            canvas.drawCircle(x, y, 3.6, flat(inner, 0.8))
    elif c.ears == "long":
        for tip in ((62, 30), (58, 42)):
            shape(canvas, tapered([(38, 40), (50, 34), tip], 9, 6), darker(coat, 0.06))
    face = smooth([(12, 56), (14, 42), (26, 32), (44, 32), (56, 42), (57, 58), (48, 69), (34, 72), (18, 68)])
    shape(canvas, face, coat)
    canvas.save()
    canvas.clipPath(face, True)
    if c.stripes:
        for x in (30, 36, 42):
            shape(canvas, tapered([(x, 29), (x, 39)], 3.2, 1), marks, 0.1)
    canvas.drawOval(skia.Rect.MakeLTRB(15, 53, 43, 74), flat(pale, 0.95, 1.2))
    canvas.restore()
    if c.ears == "flop":
        shape(canvas, smooth([(44, 34), (55, 36), (62, 50), (59, 64), (51, 64), (46, 50)]), marks)
        shape(canvas, smooth([(20, 34), (12, 38), (8, 50), (12, 58), (17, 52), (21, 43)]), darker(marks, 0.1))
    for x, wide in ((21, 6.5), (41, 7)):
        lid = skia.Path()
        lid.addArc(skia.Rect.MakeXYWH(x - wide, 44, 2 * wide, 9), 20, 140)
        paint = flat(dark)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(1.8)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        canvas.drawPath(lid, paint)
    canvas.drawPath(smooth([(24, 57), (29, 56), (34, 57), (29, 62)]), flat(hexa("#b8605a") if c.ears == "up" else dark))
    stroke(canvas, [(29, 61), (29, 64)], dark, 1.2)
    stroke(canvas, [(24, 65), (27, 67), (29, 64)], dark, 1.2)
    stroke(canvas, [(29, 64), (31.5, 67), (34.5, 65)], dark, 1.2)
