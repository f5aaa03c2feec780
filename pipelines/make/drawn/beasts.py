"""Animals of which the art knows only the head: the head on a drawn sitting body of its own colours."""

from collections.abc import Callable

import numpy as np
import skia

from pipelines.make.drawn.art import Sprite, image_of, pixels_of, resized, trimmed
from pipelines.make.drawn.forms import limb, shape
from pipelines.make.drawn.light import Colour, darker, hexa
from pipelines.make.drawn.sheet import smooth

# name: (art of the head, coat, belly, paws, tail)
_BEASTS = {
    "fox": ("fox", "#f08a35", "#fff1dd", "#5a3a30", "brush"),
    "wolf": ("wolf", "#8b93a6", "#dfe3ea", "#6a7286", "brush"),
    "bear": ("bear", "#8a5a3c", "#b98a63", "#6f4630", ""),
    "polar-bear": ("polar-bear", "#eef2f8", "#ffffff", "#dfe5ee", ""),
    "lion": ("lion", "#e8a94a", "#f6d597", "#d9953a", "tuft"),
    "panda": ("panda", "#f4f4f4", "#ffffff", "#34313c", ""),
    "koala": ("koala", "#98a0b2", "#d5d9e2", "#7d8598", ""),
    "frog": ("frog", "#6fc04a", "#d9f0a8", "#5aa63c", ""),
    "robot": ("robot", "#c9d3e2", "#7fd0f0", "#8a96ac", ""),
    "alien": ("alien", "#8fb0b8", "#c3dbe0", "#7798a2", ""),
    "unicorn": ("unicorn", "#f2ecf8", "#ffffff", "#c79ae0", "brush"),
}


def beast(name: str, height: int, head: Callable[[str, int], Sprite | None]) -> Sprite | None:
    """An animal sitting upright, `height` pixels high. `head` draws the art of a name at a height."""
    row = _BEASTS.get(name)
    if row is None:
        return None
    art, coat, belly, paws, tail = row
    face = head(art, round(height * 0.52))
    if face is None:
        return None
    scale = height / 100
    surface = skia.Surface(round(height * 1.1), round(height * 1.04))
    canvas = surface.getCanvas()
    canvas.translate(surface.width() / 2, 0)
    canvas.scale(scale, scale)
    _body(canvas, hexa(coat), hexa(belly), hexa(paws), tail, name == "robot")
    canvas.resetMatrix()
    tall = round(height * 0.52)
    wide = round(tall * face.pixels.shape[1] / face.pixels.shape[0])
    if wide > height * 0.62:
        tall, wide = round(tall * height * 0.62 / wide), round(height * 0.62)
    canvas.drawImage(
        image_of(resized(face.pixels, wide, tall)), surface.width() / 2 - wide / 2, max(0, height * 0.52 - tall)
    )
    return Sprite(np.asarray(trimmed(pixels_of(surface))))


def _body(canvas: skia.Canvas, coat: Colour, belly: Colour, paws: Colour, tail: str, stiff: bool) -> None:
    if tail == "brush":
        shape(canvas, smooth([(14, 92), (26, 94), (38, 84), (42, 68), (36, 58), (30, 64), (28, 76), (16, 84)]), coat)
        shape(canvas, smooth([(42, 70), (41, 62), (36, 57), (31, 63), (34, 70)]), belly)
    elif tail == "tuft":
        limb(canvas, ((16, 90), (32, 88), (36, 72)), 2.4, 1.6, coat)
        shape(canvas, smooth([(32, 72), (36, 62), (41, 70), (38, 76)]), darker(coat, 0.45))
    if stiff:
        body = skia.Path()
        body.addRoundRect(skia.Rect.MakeXYWH(-17, 50, 34, 34), 7, 7)
        for x in (-9, 9):
            limb(canvas, ((x, 82), (x, 88), (x, 95)), 4.4, 4.4, paws)
            shape(canvas, smooth([(x - 6, 94), (x + 6, 94), (x + 7, 100), (x - 7, 100)]), paws)
        for side in (-1, 1):
            limb(canvas, ((side * 18, 57), (side * 25, 66), (side * 24, 78)), 4, 3.6, paws)
        shape(canvas, body, coat)
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(-9, 60, 18, 12), 3, 3, skia.Paint(Color=skia.Color(127, 208, 240), AntiAlias=True)
        )
        return
    for side in (-1, 1):  # haunches
        shape(
            canvas,
            smooth([(side * 6, 78), (side * 20, 70), (side * 27, 84), (side * 24, 98), (side * 8, 99)]),
            darker(coat, 0.06),
        )
    shape(canvas, smooth([(-11, 42), (11, 42), (19, 62), (20, 84), (14, 98), (-14, 98), (-20, 84), (-19, 62)]), coat)
    shape(canvas, smooth([(-7, 48), (7, 48), (11, 64), (10, 84), (0, 92), (-10, 84), (-11, 64)]), belly, 0.12)
    for x in (-7.5, 7.5):
        limb(canvas, ((x, 64), (x * 0.95, 80), (x, 94)), 5.2, 4.6, coat)
        shape(canvas, smooth([(x - 6, 93), (x, 91), (x + 6, 93), (x + 6.4, 99.6), (x - 6.4, 99.6)]), paws)
    for x in (-20, 20):
        shape(canvas, smooth([(x - 7, 95), (x, 92.6), (x + 7, 95), (x + 7, 100), (x - 7, 100)]), paws)
