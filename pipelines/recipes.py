"""How a picture was drawn, kept in its own file, so that it can be built again: to move, to change, at another size."""

from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from studio import facts

Recipe = dict[str, Any]  # "tool" and its options by name


def sealed(recipe: Recipe, pixels: NDArray[np.uint8]) -> Recipe:
    """The recipe with a mark of the pixels (h, w, 3 or 4) it makes: it does not hold for a picture changed later."""
    return {**recipe, "pixels": crc32(np.ascontiguousarray(pixels))}


def recipe_of(path: Path, told: facts.Facts) -> Recipe | None:
    """The recipe of this picture, from what its file told of itself; None where it has none or was changed since."""
    from PIL import Image

    recipe = told.get("recipe")
    if not isinstance(recipe, dict) or not isinstance(recipe.get("tool"), str):
        return None
    try:
        with Image.open(path) as picture:
            found = crc32(np.asarray(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return recipe if recipe.get("pixels") == found else None
