"""Another background behind what matters in a picture: a picture, a colour, its own out of focus, or none."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from pipelines.retouch.colours import ground_of
from studio.errors import PersonError
from studio.given import short
from studio.kinds import Image
from studio.tool import Settled
from studio.work import Work

PACKS = ("u2net",)
CORES = 2
MEMORY = 1.2


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """A colour that is none is said before anything runs."""
    ground_of(options["behind"])
    return Settled(options, PACKS)


def replace_background(
    picture: Image,
    background: Image | None = None,
    behind: str = "blur",
    blur: Annotated[float, Field(gt=0, le=1)] = 0.5,
    light: bool = True,
    *,
    work: Work,
) -> Image:
    """Put another background behind what stands out in a picture; the PNG has the size of the first picture.

    What stands out is found by U²-Net, its edge brought to hair and fur and freed of the colours that were behind it.
    Of a picture drawn here the people and things are taken from its own layers: their edge is theirs.
    Raises PersonError when a picture cannot be opened, nothing stands out in the first, or the colour is none.

    Args:
        picture: The picture whose foreground stays.
        background: The picture that comes behind it, cropped to fill.
        behind: Without a background picture: "blur" puts the picture's own out of focus, "transparent" leaves none, and
            a colour is a name such as "sky blue" or #rrggbb.
        blur: How far out of focus.
        light: Whether light of a background picture comes around the edge.
    >>> shot1 = paint(scene="a red fox in the snow")
    ... shot2 = paint(scene="a beach at sunset")
    ... fox1 = replace_background(picture=shot1, background=shot2)
    """
    import numpy as np

    from pipelines.retouch.backing import Backdrop
    from pipelines.retouch.carried import open_picture, save
    from pipelines.retouch.drawn_apart import drawn_apart, own_colours
    from pipelines.retouch.matte import Finder, alpha_of, found_something

    path = Path(picture)
    work.progress(0.05, "looking for what stands out")
    opened = np.asarray(open_picture(path, work))
    backdrop = Backdrop(Path(background) if background else None, behind, blur, light, opened.shape[1::-1])
    drawn = drawn_apart(path, work)
    if drawn is not None:
        made = backdrop.behind(opened[..., :3], own_colours(drawn, opened))
        return Image(save(made, work.path("replaced.png"), backdrop.told(path, ""), work.check))
    alpha = alpha_of(opened, Finder(work.pack("u2net"), work.threads), work.check)
    if not found_something(alpha):
        raise PersonError(f"Nothing stands out in '{short(path)}'. Crop it closer, or give another picture.")
    work.progress(0.6, "putting the background behind it")
    made = backdrop(opened, alpha)
    return Image(save(made, work.path("replaced.png"), backdrop.told(path), work.check))
