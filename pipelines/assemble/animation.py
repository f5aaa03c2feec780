"""A cut as a picture that moves: GIF, WebP or APNG, for pages and messages."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.film.sizes import Size
from pipelines.type import faces
from studio.kinds import Cut, Image
from studio.work import Work

MEMORY = 0.6

settle = faces.settle  # packs of further scripts, for captions


def animation(
    cut: Cut,
    format: Literal["gif", "webp", "apng"] = "gif",
    size: Size = "480x270",
    fps: Annotated[float, Field(ge=1, le=60)] = 25.0,
    captions: bool = True,
    *,
    work: Work,
) -> Image:
    """Render a cut to a picture that plays by itself, again and again, without sound.

    A GIF has one palette of 256 colours, chosen for the whole film, and Floyd-Steinberg dithering; WebP is smaller and
    shows every colour; APNG loses nothing and is large. Frames are left out evenly where the film has more than `fps`.
    Errors as `render`.

    Args:
        cut: The cut, or a clip. Some seconds of it: these files grow fast.
        format: GIF plays everywhere, WebP in browsers, APNG where every dot counts.
        size: Width and height as in render, better small.
        fps: Pictures a second at most.
        captions: Whether the captions are in the picture.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = move(picture=shot1, camera="push in", seconds=2)
    ... loop1 = animation(cut=clip1, format="gif", size="320x180")
    """
    from pipelines.film.animating import animate
    from pipelines.film.sizes import sides

    return Image(animate(Path(cut), format, sides(size), fps, captions, work))
