"""Houses that stand by themselves: a cottage with lit windows at night, a town hall with its clock tower."""

import numpy as np
import skia

from pipelines.make.drawn.art import Sprite, pixels_of, trimmed
from pipelines.make.drawn.built import round_fill
from pipelines.make.drawn.layering import Flat
from pipelines.make.drawn.light import darker, hexa, light_of, lighter
from pipelines.make.drawn.sheet import Sheet, down, flat, outline
from pipelines.make.drawn.village import cottage, panes

_LIT = hexa("#ffdf9a")
_ACROSS, _UP, _BELOW = 1.66, 1.16, 0.145  # of a cottage's ridge: how wide and high the sheet is, what lies below


def civic(name: str, height: int) -> Sprite | None:
    """A house of this name, `height` pixels high; None where nobody here draws it."""
    if name == "cottage":
        return _house(height)
    return _hall(height) if name == "town-hall" else None


def _house(height: int) -> Sprite:
    """A cottage; its windows shine at night."""
    tall = height / (_UP + _BELOW)
    w, h = round(_ACROSS * tall), round((_UP + _BELOW) * tall)
    made = []
    for lit in (False, True):
        surface = skia.Surface(w, h)
        sheet = Sheet(Flat(surface.getCanvas()), w, h, light_of("day", "clear"), np.random.default_rng(2))
        x, foot = w / 2, _UP * tall
        if lit:
            surface.getCanvas().drawPath(panes(x, foot, tall, 0.65 * tall)[0], flat(_LIT))
        else:
            # what goes into the ground where it stands on a slope
            base = flat(sheet.light.on(hexa("#9a9288")))
            sheet.canvas.drawRect(skia.Rect(x - 0.65 * tall, foot - 1, x + 0.65 * tall, h), base)
            cottage(sheet, x, foot, tall, 0.0, [], [], 0.65 * tall)
        made.append(pixels_of(surface))
    whole, shine = made
    seen = whole[:, :, 3] > 8
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    cut = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Sprite(np.ascontiguousarray(whole[cut]), emit=np.ascontiguousarray(shine[cut]))


def _hall(height: int) -> Sprite:
    """A town hall: two wings of windows, a porch with columns and a gable, a tower with a clock and a flag."""
    scale = height / 130
    surface = skia.Surface(round(170 * scale), height)
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    stone, trim, roof = hexa("#e6d6b4"), hexa("#f7efdc"), hexa("#5f7f8a")
    glass, dark = hexa("#5f86a8"), hexa("#8a6a4a")
    canvas.drawRect(skia.Rect(6, 62, 164, 128), round_fill(0, 170, stone))
    canvas.drawPath(outline([(2, 62), (14, 46), (156, 46), (168, 62)]),
                    down(46, 62, (0, lighter(roof, 0.2), 1), (1, darker(roof, 0.15), 1)))  # fmt: skip
    canvas.drawRect(skia.Rect(3, 61, 167, 65), flat(trim))
    for x in (14, 30, 46, 112, 128, 144):
        for y, tall in ((70, 20), (98, 22)):
            frame = skia.Path()
            frame.addRoundRect(skia.Rect.MakeXYWH(x - 1.4, y - 1.4, 14.8, tall + 2.8), 6 if y < 80 else 1, 6)
            canvas.drawPath(frame, flat(trim))
            pane = skia.Path()
            pane.addRoundRect(skia.Rect.MakeXYWH(x, y, 12, tall), 5 if y < 80 else 0.6, 5)
            canvas.drawPath(pane, down(y, y + tall, (0, lighter(glass, 0.35), 1), (1, darker(glass, 0.1), 1)))
            canvas.drawLine(x + 6, y, x + 6, y + tall, flat(trim))
    canvas.drawRect(skia.Rect(70, 22, 100, 66), round_fill(66, 106, stone))
    canvas.drawPath(outline([(67, 24), (85, 4), (103, 24)]),
                    down(4, 24, (0, lighter(roof, 0.2), 1), (1, darker(roof, 0.2), 1)))  # fmt: skip
    canvas.drawRect(skia.Rect(67, 22.5, 103, 26), flat(trim))
    for radius, tone in ((10.6, darker(trim, 0.35)), (9.4, trim)):
        canvas.drawCircle(85, 38, radius, flat(tone))
    hand = skia.Paint(Color=0xFF3A3644, StrokeWidth=1.3, AntiAlias=True, StrokeCap=skia.Paint.kRound_Cap)
    canvas.drawLine(85, 38, 85, 31.4, hand)
    canvas.drawLine(85, 38, 90, 40.4, hand)
    _porch(canvas)
    canvas.drawRect(skia.Rect(84.5, 0, 85.5, 6), flat(dark))
    canvas.drawPath(outline([(85.5, 0), (97, 2.4), (85.5, 5)]), flat(hexa("#d8483f")))
    return Sprite(np.asarray(trimmed(pixels_of(surface))))


def _porch(canvas: skia.Canvas) -> None:
    """Steps, four columns and a gable before a door of two wings."""
    trim, door = hexa("#fbf5e6"), hexa("#7a4a34")
    canvas.drawRect(skia.Rect(66, 76, 104, 128), flat(darker(hexa("#e6d6b4"), 0.22)))
    canvas.drawRect(skia.Rect(77, 92, 93, 124), round_fill(74, 96, door))
    canvas.drawLine(85, 92, 85, 124, flat(darker(door, 0.4)))
    for x in (65, 75.5, 90.5, 101):
        canvas.drawRect(skia.Rect(x, 78, x + 4.4, 124), round_fill(x, x + 4.4, trim))
    gable = outline([(60, 78), (85, 63), (110, 78)])
    canvas.drawPath(gable, down(63, 78, (0, lighter(trim, 0.4), 1), (1, darker(trim, 0.15), 1)))
    canvas.drawRect(skia.Rect(61, 77, 109, 80.5), flat(darker(trim, 0.08)))
    for k, y in enumerate((123, 125.4, 127.8)):
        canvas.drawRect(skia.Rect(62 - 3 * k, y, 108 + 3 * k, y + 2.6), flat(darker(trim, 0.06 + 0.07 * k)))
