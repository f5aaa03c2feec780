"""A quick preview of a cut: small, with its voices and captions, the same pictures as the film."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces
from studio.kinds import Cut, Video
from studio.work import Work

CORES = 0
MEMORY = 0.4

_SHAPES = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0, "4:5": 4 / 5}

settle = faces.settle  # packs of further scripts, for captions


def proxy(
    cut: Cut,
    height: Annotated[int, Field(ge=64, le=2160)] = 360,
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    *,
    work: Work,
) -> Video:
    """Render a cut small and fast, to look at before the film. Errors as `render`.

    Args:
        cut: The cut, or a clip.
        height: Its height in pixels.
        shape: Its width to height.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = move(picture=shot1, camera="push in")
    ... look1 = proxy(cut=clip1)
    """
    from pipelines.film.encoding import Encoding
    from pipelines.film.filming import Order, film
    from pipelines.film.planes import even

    size = (even(height * _SHAPES[shape]), even(height))
    order = Order(size, Encoding("ultrafast", 24), burned=True, track=False, music_level=-16.0)
    return Video(film(Path(cut), None, order, work, "proxy.mp4"))
