"""What stands in a picture that was drawn here, taken from its own layers: no edge has to be guessed."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipelines.recipes import recipe_of
from studio import facts
from studio.errors import PersonError
from studio.work import Work

Rgba = NDArray[np.uint8]


def drawn_apart(path: Path, work: Work) -> Rgba | None:
    """The people and things of a drawn picture without their setting, RGBA (h, w, 4) of its size; None where it was
    not drawn here, was changed since, holds none, or the art it was drawn with is gone."""
    told = facts.read(path)
    recipe = recipe_of(path, told)
    if recipe is None or recipe["tool"] != "paint":
        return None
    from pipelines.make.drawn.recipe import apart

    try:
        work.progress(0.1, "taking the layers of the picture apart")
        found = apart(recipe, work)
    except (PersonError, KeyError, ValueError):
        return None
    return found if found[..., 3].any() else None


def own_colours(rgba: Rgba, picture: NDArray[np.uint8]) -> Rgba:
    """The same cut-out with the picture's own colours (its light, its grain, its look) where nothing shines through."""
    whole = rgba[..., 3:] == 255
    return np.concatenate([np.where(whole, picture[..., :3], rgba[..., :3]), rgba[..., 3:]], axis=2)
