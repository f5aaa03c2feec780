"""Cards built from what their files tell: one table from the tool that ordered a card to who composes it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import skia

from pipelines.looks.textures import grained
from pipelines.make.drawn.layering import play
from pipelines.type.cards.board import CardSet
from pipelines.type.cards.charts import chart
from pipelines.type.cards.designs import LOOKS
from pipelines.type.cards.figures import figure
from pipelines.type.cards.headline import headline
from pipelines.type.cards.items import items
from pipelines.type.cards.order import CardOrder, order_from
from pipelines.type.cards.sayings import saying
from pipelines.type.cards.strips import strip
from pipelines.type.faces import Faces, faces_for, missing_words
from studio.errors import PersonError
from studio.work import Work

BUILDERS: dict[str, Callable[[CardOrder, Faces, float | None], CardSet]] = {
    "title": headline,
    "quote": saying,
    "listing": items,
    "number": figure,
    "chart": chart,
    "lower_third": strip,
}
CARDS = tuple(name for name in BUILDERS if name != "lower_third")  # those of a design


def built(recipe: dict[str, Any], seconds: float | None, work: Work) -> CardSet:
    """The card a file's facts tell, in layers, arriving in time to be read in a clip of `seconds`.

    Its outlines are sharp at any density. Raises PersonError for a recipe that is not a card's.
    """
    return build(order_from(recipe), faces_for(work), seconds)


def build(order: CardOrder, faces: Faces, seconds: float | None = None) -> CardSet:
    """The card of an order. Raises PersonError when no font draws any of its words."""
    if order.tool not in BUILDERS:
        raise PersonError(f"No card is made by '{order.tool}'. Cards are: {', '.join(BUILDERS)}.")
    if order.tool in CARDS and order.look not in LOOKS:
        raise PersonError(f"No card looks '{order.look}'. Looks are: {', '.join(LOOKS)}.")
    made = BUILDERS[order.tool](order, faces, seconds)
    if not made.text:
        raise PersonError(f"The card's words cannot be set. {missing_words(made.lost)}")
    return made


def still(card: CardSet, seed: int) -> np.ndarray:
    """The moment when all has arrived: uint8 (h, w, 3), or (h, w, 4) with alpha where nothing lies behind."""
    pixels = frame(card, card.rest)
    return pixels if card.clear else grained(np.ascontiguousarray(pixels[..., :3]), seed % 2**31, 1.2)


def frame(card: CardSet, seconds: float, density: float = 1.0) -> np.ndarray:
    """One moment, uint8 RGBA (h, w, 4), colours not weighted by alpha; `density` pixels for one of the card's."""
    wide, tall = round(card.size[0] * density), round(card.size[1] * density)
    pixels = np.zeros((tall, wide, 4), np.uint8)
    info = skia.ImageInfo.Make(wide, tall, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(info, pixels)
    canvas = surface.getCanvas()
    canvas.scale(density, density)
    play(canvas, card.layers, seconds)
    surface.flushAndSubmit()
    if card.clear:
        share = np.maximum(pixels[..., 3:].astype(np.float32) / 255, 1 / 255)
        pixels[..., :3] = (pixels[..., :3] / share + 0.5).clip(0, 255).astype(np.uint8)
    return pixels
