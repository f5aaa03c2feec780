"""Another background behind what matters in a video: a picture, a colour, its own out of focus, or none."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from pipelines.retouch.colours import ground_of
from studio.kinds import Image, Video
from studio.tool import Settled
from studio.work import Work

PACKS = ("u2net",)
CORES = 2
MEMORY = 1.5


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """A colour that is none is said before anything runs."""
    ground_of(options["behind"])
    return Settled(options, PACKS)


def replace_background_video(
    video: Video,
    background: Image | None = None,
    behind: str = "blur",
    blur: Annotated[float, Field(gt=0, le=1)] = 0.5,
    light: bool = True,
    *,
    work: Work,
) -> Video:
    """Put another background behind what stands out in a video, picture by picture; its sound is kept.

    An MP4 of the video's size, rate and length; a WebM where the background is transparent. About 1.5
    processor seconds for each picture of 1280×720. Raises PersonError when a file cannot be read or the colour is none.

    Args:
        video: The video whose foreground stays.
        background: The picture that comes behind it, cropped to fill.
        behind: Without a background picture: "blur" puts the video's own out of focus, "transparent" leaves none, and
            a colour is a name such as "sky blue" or #rrggbb.
        blur: How far out of focus.
        light: Whether light of a background picture comes around the edge.
    >>> shot1 = paint(scene="a red fox in the snow")
    ... clip1 = animate(picture=shot1, seconds=0.2, size="360p", fps=10)
    ... fox1 = replace_background_video(video=clip1, behind="sky blue")
    """
    from pipelines.retouch import clip as clips
    from pipelines.retouch.backing import Backdrop
    from pipelines.retouch.matte import Finder, Steady

    path = Path(video)
    clip = clips.open_clip(path, work)
    backdrop = Backdrop(Path(background) if background else None, behind, blur, light, clip.size)
    steady = Steady(Finder(work.pack("u2net"), work.threads))

    frames = clips.told(clips.pictures(clip, work), clip.frames, work)
    made = clips.each_of(frames, lambda picture: backdrop(picture, steady(picture)))
    about = backdrop.told(path)
    return Video(
        clips.write("replaced", made, clip.size, clip.rate, about, clips.own_sound(clip, work), work, backdrop.clear)
    )
