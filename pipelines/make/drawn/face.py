"""A face: brows, eyes and mouth that show what somebody feels."""

from dataclasses import dataclass

import skia

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.forms import stroke
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import around, flat

_WHITE_HAIR = ("#e6e2e0", "#e9e6e0", "#f2f0ec")


@dataclass(frozen=True)
class Look:
    """How a face is set. `brow` is the tilt (inner ends up is sad, positive) and `lift` the height of the brows;
    `open` the eyes (1 wide awake, 0 shut, below 0 shut and smiling); `mouth` names its form."""

    brow: float = 0.4
    lift: float = 0.35
    open: float = 1.0
    mouth: str = "smile"
    gaze: tuple[float, float] = (0.25, 0.0)
    blush: float = 0.45
    tears: int = 0
    sweat: bool = False


LOOKS = {
    "": Look(),
    "calm": Look(lift=0.1, open=0.85),
    "happy": Look(lift=0.7, open=1.05, mouth="beam", blush=0.6),
    "laugh": Look(lift=0.9, open=-1, mouth="laugh", blush=0.7),
    "sad": Look(1.25, 0.2, 0.72, "frown", (0.1, 0.7), 0.3),
    "weep": Look(1.5, 0.2, -0.5, "wail", blush=0.6, tears=2),
    "angry": Look(-1.5, -0.9, 0.8, "grit", blush=0.75),
    "afraid": Look(1.3, 1.1, 1.22, "waver", (0.5, 0), 0.15, sweat=True),
    "surprised": Look(0.2, 1.7, 1.28, "round", (0.2, 0)),
    "tired": Look(0.7, -0.1, 0.42, "flat", (0.1, 0.6), 0.25),
    "love": Look(0.4, 0.7, -1, "beam", blush=0.95),
    "asleep": Look(0.3, 0.0, 0.0, "flat"),
}


def features(canvas: skia.Canvas, skin: Colour, hair: Colour, c: Costume, feeling: str, shut: float,
             speech: float) -> None:  # fmt: skip
    """All that moves in a face, on a head of radius 10 about (0, 0). `shut` (0 to 1) is a blink, `speech` an open
    mouth."""
    look = LOOKS.get(feeling, LOOKS[""])
    blush = mix(skin, hexa("#e8563f"), 0.55)
    canvas.drawOval(skia.Rect.MakeXYWH(-6.4, 2.6, 4.8, 3.2), flat(blush, look.blush, 0.9))
    canvas.drawOval(skia.Rect.MakeXYWH(5.7, 2.6, 3.6, 3.2), flat(blush, look.blush, 0.9))
    for x, size in ((-1.7, 1.0), (5.3, 0.92)):
        _eye(canvas, x, size, look, skin, shut, c)
        _brow(canvas, x, size, look, hair, c)
    canvas.drawOval(
        skia.Rect.MakeXYWH(1.4, 1.5, 3.1, 2.6),
        around((2.5, 2.2), 2.3, (0, lighter(mix(skin, blush, 0.3), 0.14), 1), (1, mix(skin, blush, 0.6), 1)),
    )
    _mouth(canvas, look.mouth if speech < 0.12 else "speech", speech, c)
    if c.glasses:
        _glasses(canvas)
    for n in range(look.tears):
        x = (-2.2, 5.8)[n]
        canvas.drawOval(skia.Rect.MakeXYWH(x, 2.2, 1.7, 3.8), flat(hexa("#8fd0ff"), 0.95))
        canvas.drawCircle(x + 0.6, 4.9, 0.4, flat((1, 1, 1), 0.9))
    if look.sweat:
        canvas.drawOval(skia.Rect.MakeXYWH(-7.4, -4.8, 1.9, 3.0), flat(hexa("#a9dcff"), 0.95))


def _eye(canvas: skia.Canvas, x: float, size: float, look: Look, skin: Colour, shut: float, c: Costume) -> None:
    dark = hexa("#2a2230")
    wide = look.open * (1 - shut) if look.open > 0 else look.open
    if wide < 0.2:  # shut: an arch when smiling or weeping, a bowl when asleep
        bend = -1.7 if look.open < 0 else 1.3
        stroke(canvas, [(x - 1.9 * size, 0.7), (x, 0.7 + bend * 1.5), (x + 1.9 * size, 0.7)], dark, 0.95)
        return
    tall = 2.55 * min(1.25, max(0.85, wide))
    eye = skia.Rect.MakeLTRB(x - 2.15 * size, 0.6 - tall, x + 2.15 * size, 0.6 + tall)
    canvas.drawOval(eye, flat((1, 1, 1), 0.96))
    canvas.save()
    ball = skia.Path()
    ball.addOval(eye)
    canvas.clipPath(ball, True)
    px, py = x + 0.3 + look.gaze[0], 0.7 + look.gaze[1]
    small = 1.0 if wide < 1.15 else 0.78
    canvas.drawOval(
        skia.Rect.MakeLTRB(px - 1.55 * size * small, py - 2.0 * small, px + 1.55 * size * small, py + 2.0 * small),
        flat(hexa(c.eyes)),
    )
    canvas.drawCircle(px, py + 0.1, 0.95 * small, flat(dark))
    canvas.drawCircle(px + 0.5, py - 0.75, 0.62, flat((1, 1, 1)))
    if wide < 0.95:  # a heavy lid
        lid = skia.Path()
        edge = 0.6 - tall + 2 * tall * (1 - wide)
        slope = look.brow * (0.55 if x < 2 else -0.55)
        lid.addPoly(
            [
                skia.Point(x - 4, -6),
                skia.Point(x + 4, -6),
                skia.Point(x + 4, edge - slope),
                skia.Point(x - 4, edge + slope),
            ],
            True,
        )
        canvas.drawPath(lid, flat(mix(skin, hexa("#b0503f"), 0.18)))
    canvas.restore()
    rim = 0.6 - tall + (2 * tall * (1 - wide) * 0.9 if wide < 0.95 else 0)
    stroke(canvas, [(x - 2.2 * size, rim + 0.9), (x, rim - 0.75), (x + 2.2 * size, rim + 0.9)], dark, 0.75)
    if c.lashes:
        stroke(canvas, [(x - 2.1 * size, rim + 0.8), (x - 3.2 * size, rim - 0.1)], dark, 0.6)


def _brow(canvas: skia.Canvas, x: float, size: float, look: Look, hair: Colour, c: Costume) -> None:
    colour = hexa("#c9c2ba") if c.hair_colour in _WHITE_HAIR else darker(hair, 0.2)
    y = -3.6 - look.lift
    inner, outer = (y - look.brow, y + look.brow * 0.8)
    left, right = (outer, inner) if x < 2 else (inner, outer)
    arch = -0.9 if look.brow >= 0 else 0.1
    stroke(canvas, [(x - 2.3 * size, left), (x, (left + right) / 2 + arch), (x + 2.3 * size, right)], colour, 1.15)


def _mouth(canvas: skia.Canvas, form: str, speech: float, c: Costume) -> None:
    dusky = sum(hexa(c.skin)) < 1.45  # lips that show on dark skin
    lip = hexa("#d0605e" if dusky else "#b03a48" if c.lashes else "#8a3a36")
    inside = hexa("#4a1620" if dusky else "#5e1f2a")
    y = 6.4
    if form == "smile":
        stroke(canvas, [(-0.4, y - 0.4), (2.6, y + 1.9), (5.2, y - 0.6)], lip, 1.0)
    elif form in ("beam", "laugh", "speech", "wail", "round"):
        _open_mouth(canvas, form, y, speech, inside)
    elif form == "frown":
        stroke(canvas, [(0.0, y + 1.4), (2.5, y - 1.1), (5.0, y + 1.3)], lip, 1.0)
    elif form == "flat":
        stroke(canvas, [(0.5, y + 0.4), (4.5, y + 0.3)], lip, 0.95)
    elif form == "grit":
        box = skia.Rect.MakeXYWH(-0.7, y - 1.2, 6.2, 2.9)
        canvas.drawRoundRect(box, 1.2, 1.2, flat((1, 1, 1), 0.96))
        stroke(canvas, [(-0.2, y + 0.2), (5.0, y + 0.2)], inside, 0.35, 0.7)
        for k in range(3):
            stroke(canvas, [(1.0 + 1.5 * k, y - 1.0), (1.0 + 1.5 * k, y + 1.5)], inside, 0.3, 0.6)
        rim = flat(inside)
        rim.setStyle(skia.Paint.kStroke_Style)
        rim.setStrokeWidth(0.7)
        canvas.drawRoundRect(box, 1.2, 1.2, rim)
    elif form == "waver":
        stroke(
            canvas,
            [(-0.4, y + 1.1), (0.8, y + 0.1), (2.0, y + 1.1), (3.2, y + 0.1), (4.4, y + 1.1), (5.3, y + 0.4)],
            lip,
            0.95,
        )


def _open_mouth(canvas: skia.Canvas, form: str, y: float, speech: float, inside: Colour) -> None:
    path = skia.Path()
    if form in ("round", "speech"):
        wide, tall = (1.9, 2.6) if form == "round" else (2.0 - 0.4 * speech, 0.7 + 1.9 * speech)
        path.addOval(skia.Rect.MakeLTRB(2.5 - wide, y + 0.5 - tall, 2.5 + wide, y + 0.5 + tall))
    elif form == "wail":
        path.moveTo(-0.2, y + 2.6)
        path.quadTo(2.5, y - 4.6, 5.2, y + 2.5)
        path.quadTo(2.5, y + 1.2, -0.2, y + 2.6)
    else:
        deep = 7.4 if form == "laugh" else 5.0
        path.moveTo(-1.2, y - 1.0)
        path.quadTo(2.5, y - 0.1, 6.0, y - 1.2)
        path.quadTo(5.2, y + deep * 0.62, 2.5, y + deep * 0.62)
        path.quadTo(-0.4, y + deep * 0.62, -1.2, y - 1.0)
    canvas.drawPath(path, flat(inside))
    canvas.save()
    canvas.clipPath(path, True)
    box = path.getBounds()
    canvas.drawOval(skia.Rect.MakeLTRB(0.4, box.bottom() - 1.7, 4.6, box.bottom() + 1.6), flat(hexa("#e0737a")))
    if form in ("beam", "laugh"):
        canvas.drawRect(skia.Rect.MakeLTRB(-2, y - 2, 7, y + 0.65), flat((1, 1, 1), 0.97))
    canvas.restore()


def _glasses(canvas: skia.Canvas) -> None:
    rim = flat(hexa("#4a3f4a"))
    rim.setStyle(skia.Paint.kStroke_Style)
    rim.setStrokeWidth(0.75)
    for x, r in ((-1.7, 3.2), (5.3, 3.0)):
        canvas.drawCircle(x, 0.7, r, flat((0.85, 0.95, 1.0), 0.2))
        canvas.drawCircle(x, 0.7, r, rim)
    canvas.drawLine(-4.9, 0.3, -8.8, -0.3, rim)
    canvas.drawLine(1.5, 0.3, 2.3, 0.3, rim)
