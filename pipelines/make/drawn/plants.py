"""Trees and rocks as things of their own: the ones of the land, cut out."""

import numpy as np
import skia

from pipelines.make.drawn import growth
from pipelines.make.drawn.art import Sprite, pixels_of, trimmed
from pipelines.make.drawn.exotic import palm
from pipelines.make.drawn.layering import Flat
from pipelines.make.drawn.light import hexa, light_of
from pipelines.make.drawn.sheet import Sheet


def plant(name: str, height: int) -> Sprite | None:
    """A tree, a pine, a palm or a rock about `height` pixels high, in plain daylight; None for another name."""
    if name not in ("tree", "pine", "palm", "rock"):
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
    elif name == "palm":
        palm(sheet, x, y, 0.8 * height, 0.0, hexa("#4f9a3f"))
    else:
        growth.rock(sheet, x, y, height * 0.66)
    return Sprite(trimmed(pixels_of(surface)))
