"""The recipe of a drawn picture: the options it was painted with, in its file; and the set built from them again."""

from collections.abc import Callable

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.looks.table import LOOKS
from pipelines.make.drawn.art import pixels_of
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.layering import play
from pipelines.make.drawn.order import Order, order_of
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.search import Search
from pipelines.make.drawn.treated import treated
from pipelines.make.drawn.troupe import Member, member_of, staged
from pipelines.recipes import Recipe
from pipelines.shapes import SIZES
from pipelines.type.faces import PLAIN, faces_for, missing_words
from studio.meaning import Meaning
from studio.work import Work


def ordered(recipe: Recipe, cast: Cast, work: Work, note: Callable[[str], None]) -> Order:
    """Everything decided: `recipe` holds the options of `paint` by their names."""

    def seek() -> Search:
        work.progress(0.05, "looking for art")
        return Search(cast.icons(), Meaning(work.pack("minilm")), work.part)

    play = staged(str(recipe["scene"]), troupe(recipe), note)
    scene = play.named(read_scene(play.text, str(recipe["avoid"]), play.known))
    size = SIZES[str(recipe["shape"])]
    seed = int(recipe["seed"]) % 2**63  # chance knows no numbers below zero
    order = order_of(scene, str(recipe["time"]), str(recipe["weather"]), size, seed, str(recipe["look"]), seek, note)
    lost = "".join(cast.faces.covering(s.text, PLAIN)[2] for s in order.subjects if s.text)
    if lost:
        note(missing_words(lost))
    return order


def apart(recipe: Recipe, work: Work) -> NDArray[np.uint8]:
    """What stands in a picture painted before without its setting, RGBA (h, w, 4). Raises as `rebuilt`."""
    cast = cast_of(work, recipe)
    built = build(ordered(recipe, cast, work, lambda words: None), cast, 1.0, work.progress, still=True)
    words = {spot.subject.word for spot in built.shown.spots}
    layers = treated(built.layers, LOOKS[built.look], built.seed, built.size)
    surface = skia.Surface(*built.size)
    play(surface.getCanvas(), tuple(a for a in layers if a.name.removeprefix("wheels of ") in words))
    pixels = pixels_of(surface)
    share = np.maximum(pixels[..., 3:].astype(np.float32), 1) / 255
    plain = np.minimum(pixels[..., :3] / share + 0.5, 255).astype(np.uint8)
    return np.concatenate([plain, pixels[..., 3:]], axis=2)


def troupe(recipe: Recipe) -> list[Member]:
    """The film's own characters that a picture was given."""
    return [member_of(told) for told in recipe.get("cast", ())]


def cast_of(work: Work, recipe: Recipe) -> Cast:
    """Who plays the things of a picture."""
    wardrobe = staged(str(recipe["scene"]), troupe(recipe)).wardrobe
    return Cast(lambda: work.pack("fluent-emoji"), work.part, wardrobe, faces_for(work))


def rebuilt(recipe: Recipe, density: float, work: Work) -> Set:
    """The set of a picture painted before, in layers, for `density` pixels to one of its own. What was noted when it
    was painted is not said again. Raises KeyError or ValueError for a recipe that is none of `paint`'s."""
    cast = cast_of(work, recipe)
    return build(ordered(recipe, cast, work, lambda words: None), cast, density, work.progress)
