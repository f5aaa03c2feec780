"""Given pictures opened, and those made of them written; what a picture or video said of itself goes on with them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from pipelines.pictures import FORMATS, open_upright
from studio import facts
from studio.given import short
from studio.work import Work

if TYPE_CHECKING:
    from PIL import Image as Pictures

Box = tuple[float, float, float, float]  # left, top, width, height as shares of the picture

_WHERE = ("setting", "time", "weather")
_PLACES = ("where", "heads")
_TIMES = ("frames", "rate", "boundaries")
_SEEN = 0.35  # the least share of a thing that must still be seen for it to be told of


def open_picture(path: Path, work: Work) -> "Pictures.Image":
    """The picture upright, RGB or RGBA; that only the first of several is used is noted. Errors as `open_upright`."""
    from PIL import Image

    opened = open_upright(path)
    with Image.open(path, formats=FORMATS) as image:
        if getattr(image, "n_frames", 1) > 1:
            work.note(f"'{short(path)}' holds {getattr(image, 'n_frames', 1)} pictures; the first of them is used.")
    return opened


def carried(path: Path, made_with: str = "", window: Box = (0, 0, 1, 1), retimed: bool = False) -> facts.Facts:
    """The facts of a picture or video for one made of it. `made_with`: the model that took part, with its licence.

    `window`: what is left of it; things that lie outside are told of no more. How it was drawn is left out: it is
    another picture now; and when what happens in it, where it is `retimed`.
    """
    found = facts.read(path)
    for name in ("recipe", *(_TIMES if retimed else ())):
        found.pop(name, None)
    for name in _PLACES:
        if isinstance(found.get(name), list):
            found[name] = [box for row in found[name] if (box := _within(row, window))]
    if made_with:
        before = found.get("made_with")
        found["made_with"] = [*(before if isinstance(before, list) else []), made_with]
    return found


def elsewhere(told: facts.Facts, background: Path | None = None) -> facts.Facts:
    """The facts of what was put before another background: the scene, hour and weather are that picture's, if any."""
    behind = facts.read(background) if background else {}
    kept = {name: value for name, value in told.items() if name not in _WHERE}
    return kept | {name: behind[name] for name in _WHERE if name in behind}


def _within(row: Any, window: Box) -> list[float] | None:
    """A box as shares of a window of the picture; None where too little of it is seen, or it is no box."""
    try:
        left, top, wide, high = (float(value) for value in row)
    except (TypeError, ValueError):
        return None
    if not (wide > 0 and high > 0):
        return None
    x, y, w, h = window
    seen_x = min(left + wide, x + w) - max(left, x)
    seen_y = min(top + high, y + h) - max(top, y)
    if seen_x <= 0 or seen_y <= 0 or seen_x * seen_y < _SEEN * wide * high:
        return None
    return [round(value, 4) for value in ((left - x) / w, (top - y) / h, wide / w, high / h)]


def save(pixels: NDArray[np.uint8], path: Path, about: facts.Facts, check: Callable[[], None] = lambda: None) -> Path:
    """Write RGB or RGBA pixels, uint8 (h, w, 3 or 4), as a PNG that says what it shows."""
    from PIL import Image

    check()
    Image.fromarray(np.ascontiguousarray(pixels)).save(path, compress_level=1, pnginfo=facts.png_info(about))
    return path
