"""The sheet of a character: the figure large, its feelings in a row, its poses below, before a plain paper."""

import numpy as np
import skia

from pipelines.make.drawn.actor import Role, box_of
from pipelines.make.drawn.art import Pixels, image_of, pixels_of
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.figure import SOLE, Face, paint_figure
from pipelines.make.drawn.light import hexa
from pipelines.make.drawn.sheet import down, flat
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.troupe import Member

_FEELINGS = ("calm", "happy", "sad", "angry", "afraid", "surprised", "tired")
_POSES = ("walk", "wave", "talk", "sit front", "walk away", "run")
_PAPER = ((0, hexa("#f4efe4"), 1), (0.8, hexa("#e8dfcd"), 1), (1, hexa("#d9ccb4"), 1))


def model_sheet(who: Member, cast: Cast, size: tuple[int, int]) -> Pixels:
    """The sheet, RGB of uint8 (h, w, 3)."""
    w, h = size
    surface = skia.Surface(w, h)
    canvas = surface.getCanvas()
    canvas.drawRect(skia.Rect(0, 0, w, h), down(0, h, *_PAPER))
    if who.costume is None:
        sprite = cast.sprite(Subject(who.thing, who.name, about=who.about), 0, round(h * 0.7))
        if sprite is not None:
            _thing(canvas, sprite.pixels, w, h)
    else:
        _person(canvas, Role(who.costume, "stand", who.mood), w, h)
    return np.ascontiguousarray(pixels_of(surface)[:, :, :3])


def _thing(canvas: skia.Canvas, pixels: Pixels, w: int, h: int) -> None:
    image = image_of(pixels)
    for share, x in ((0.62, 0.32), (0.36, 0.68), (0.22, 0.88)):
        tall = h * share
        wide = min(tall * pixels.shape[1] / pixels.shape[0], w * share * 0.72)
        tall = wide * pixels.shape[0] / pixels.shape[1]
        _shade(canvas, w * x, h * 0.84, wide * 0.8)
        place = skia.Rect.MakeXYWH(w * x - wide / 2, h * 0.84 - tall, wide, tall)
        canvas.drawImageRect(image, place, skia.SamplingOptions(skia.CubicResampler.Mitchell()))


def _shade(canvas: skia.Canvas, x: float, y: float, wide: float) -> None:
    place = skia.Rect.MakeXYWH(x - wide / 2, y - wide * 0.06, wide, wide * 0.12)
    canvas.drawOval(place, flat(hexa("#6a5a4a"), 0.35, wide * 0.03))


def _person(canvas: skia.Canvas, role: Role, w: int, h: int) -> None:
    _stands(canvas, role, w * 0.17, h * 0.93, h * 0.0072)
    for n, feeling in enumerate(_FEELINGS):
        _head(canvas, Role(role.costume, "stand", feeling), w * (0.375 + 0.094 * n), h * 0.25, h * 0.0062)
    for n, act in enumerate(_POSES):
        _stands(canvas, Role(role.costume, act, role.feeling), w * (0.385 + 0.108 * n), h * 0.93, h * 0.0036)


def _stands(canvas: skia.Canvas, role: Role, x: float, foot: float, unit: float) -> None:
    left, _, right, _ = box_of(role)
    _shade(canvas, x, foot, min(right - left, 50) * unit)
    canvas.save()
    canvas.translate(x - (left + right) / 2 * unit, foot)
    canvas.scale(unit, unit)
    canvas.translate(0, -SOLE)
    paint_figure(canvas, role.costume, role.stance(0.0), Face(role.feeling))
    canvas.restore()


def _head(canvas: skia.Canvas, role: Role, x: float, y: float, unit: float) -> None:
    """Head and shoulders, showing a feeling."""
    ring = skia.Path()
    reach = 25 * unit
    frame = skia.Rect.MakeLTRB(x - reach * 0.53, y - reach * 1.3, x + reach * 0.53, y + reach * 0.9)
    ring.addRoundRect(frame, reach * 0.2, reach * 0.2)
    canvas.drawPath(ring, flat(hexa("#cfdde0"), 0.9))
    canvas.save()
    canvas.clipPath(ring, True)
    canvas.translate(x - (2 + 0.32 * role.stance(0.0).nod) * unit, y)
    canvas.scale(unit * 0.72, unit * 0.72)
    canvas.translate(0, -(24.0 if role.costume.child else 20.0))
    paint_figure(canvas, role.costume, role.stance(0.0), Face(role.feeling))
    canvas.restore()
