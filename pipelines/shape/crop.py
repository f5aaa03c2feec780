"""A part of a picture: another shape, a box, or nearer to what matters."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Image
from studio.work import Work

if TYPE_CHECKING:
    from PIL import Image as Picture

CORES = 1
MEMORY = 0.9

Share = Annotated[float, Field(ge=0, le=1)]
_SHAPES = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0, "4:5": 0.8, "4:3": 4 / 3, "3:4": 0.75, "3:2": 1.5, "2:3": 2 / 3,
           "21:9": 21 / 9}  # fmt: skip


def crop(
    picture: Image,
    shape: Literal["own", "16:9", "9:16", "1:1", "4:5", "4:3", "3:4", "3:2", "2:3", "21:9"] = "own",
    around: Literal["what matters", "middle", "box"] = "what matters",
    closer: Annotated[float, Field(ge=1, le=10)] = 1.0,
    left: Share = 0.0,
    top: Share = 0.0,
    right: Share = 1.0,
    bottom: Share = 1.0,
    *,
    work: Work,
) -> Image:
    """Crop a picture: a PNG of its own pixels, its transparency kept; what is told of it follows.

    What matters is faces, the things a drawn picture knows of, else what stands out. Raises PersonError when the
    picture cannot be opened or the box is empty.

    Args:
        picture: The picture.
        shape: Width to height of what is left; "own" keeps that of the picture or the box.
        around: What stays: what matters in it, its middle, or the box below.
        closer: How many times nearer than the largest crop of that shape.
        left: The box's left side, as a share of the width.
        top: The box's upper side, as a share of the height.
        right: The box's right side, as a share of the width.
        bottom: The box's lower side, as a share of the height.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... tall1 = crop(picture=shot1, shape="9:16")
    """
    import numpy as np

    from pipelines.retouch.carried import carried, open_picture, save

    path = Path(picture)
    opened = open_picture(path, work)
    box = (left, top, right, bottom) if around == "box" else (0.0, 0.0, 1.0, 1.0)
    if box[2] <= box[0] or box[3] <= box[1]:
        raise PersonError("The box to crop to is empty: 'right' must be more than 'left', and 'bottom' than 'top'.")
    work.progress(0.3, "looking for what matters")
    x, y, w, h = _window(opened, path, box, _SHAPES.get(shape), closer, around == "what matters")
    part = opened.crop((x, y, x + w, y + h))
    told = carried(path, window=(x / opened.width, y / opened.height, w / opened.width, h / opened.height))
    if min(w, h) < 480 <= min(opened.size):
        work.note(f"What is left of the picture is only {w}×{h}; `enlarge` can give it detail.")
    return Image(save(np.asarray(part), work.path("cropped.png"), told, work.check))


def _window(opened: "Picture.Image", path: Path, box: tuple[float, float, float, float], shape: float | None,
            closer: float, looked: bool) -> tuple[int, int, int, int]:  # fmt: skip
    """Left, top, width and height in pixels; at least one pixel."""
    whole_w, whole_h = opened.size
    x, y = round(box[0] * whole_w), round(box[1] * whole_h)
    wide, high = max(1, round(box[2] * whole_w) - x), max(1, round(box[3] * whole_h) - y)
    film = shape or wide / high
    w = max(1, min(wide, round(min(wide, high * film) / closer)))
    h = max(1, min(high, round(min(high, wide / film) / closer)))
    place = _place(opened, path, (w / wide, h / high)) if looked and (w, h) != (wide, high) else (0.5, 0.5)
    left, top = (round((room - side) * at) for room, side, at in zip((wide, high), (w, h), place, strict=True))
    return min(x + left, whole_w - w), min(y + top, whole_h - h), w, h


def _place(opened: "Picture.Image", path: Path, shares: tuple[float, float]) -> tuple[float, float]:
    """Where in the room left over, 0 to 1 across and down, a window that sees these shares keeps what matters."""
    import cv2
    import numpy as np

    from pipelines.film.interest import best, interest, known, present, scores
    from pipelines.film.planes import even, from_rgb

    scale = min(1.0, 960 / max(opened.size))
    size = (max(16, even(opened.width * scale)), max(16, even(opened.height * scale)))
    small = cv2.resize(np.asarray(opened.convert("RGB")), size, interpolation=cv2.INTER_AREA)
    planes = from_rgb(small)
    things = known(path) or present(planes)
    found = [0.5, 0.5]
    for axis, share in zip((1, 0), shares, strict=True):
        if share < 0.999:
            found[1 - axis] = best(scores(interest(planes, axis, things), axis, share))
    return found[0], found[1]
