"""Trees and rocks as things of their own: the ones of the land, cut out."""

import numpy as np
import skia

from pipelines.make.drawn import growth
from pipelines.make.drawn.art import Sprite, pixels_of, trimmed
from pipelines.make.drawn.layering import Flat
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.sheet import Sheet


def plant(name: str, height: int) -> Sprite | None:
    """A tree, a pine or a rock about `height` pixels high, in plain daylight; None for another name."""
    if name not in ("tree", "pine", "rock"):
        return None
    surface = skia.Surface(round(height * 1.5), round(height * 1.1))
    sheet = Sheet(
        Flat(surface.getCanvas()), surface.width(), surface.height(), light_of("day", "clear"), np.random.default_rng(5)
    )
    x, y = surface.width() / 2, height * 1.05
    if name == "tree":
        growth.tree(sheet, x, y, height)
    elif name == "pine":
        growth.pine(sheet, x, y, height)
    else:
        growth.rock(sheet, x, y, height * 0.66)
    return Sprite(trimmed(pixels_of(surface)))
