"""A video in another look, steady from picture to picture, its sound kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from pipelines.looks.names import RestyleName, packs_for
from studio.kinds import Image, Video
from studio.tool import Settled
from studio.work import Work

PACKS = ("style-transfer",)
CORES = 1
MEMORY = 0.9

_MOST = 704  # pixels across that a learnt style is painted at: about a third of a second a picture


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """The pack only where a style needs it."""
    return Settled(options, packs_for(options["look"]))


def restyle_video(
    video: Video,
    look: RestyleName = "auto",
    like: Image | None = None,
    strength: Annotated[float, Field(ge=0, le=1)] = 1.0,
    seed: int = 1,
    *,
    work: Work,
) -> Video:
    """Show a video in another look: an MP4 (a WebM where it is transparent) at its own size and rate, its sound kept.

    Paper and strokes stand still, and what a network paints is carried from picture to picture along with what moves,
    so that nothing flickers. A look takes 5 to 40 processor milliseconds for each picture of 1280×720, a learnt style
    or that of another picture 300. Raises PersonError when the video cannot be read.

    Args:
        video: The video.
        look: What it shall look like. "auto" is the style of `like`, else watercolour.
        like: A picture, a painting say, whose style is taken instead.
        strength: 0 leaves the video as it is, 1 changes it wholly.
        seed: Another number, other paper and strokes.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = animate(picture=shot1, seconds=0.3, size="360p", fps=10)
    ... inked1 = restyle_video(video=clip1, look="ink")
    """
    from pipelines.looks.restyling import changed, painter
    from pipelines.looks.steady import Steady
    from pipelines.retouch import clip as clips
    from pipelines.retouch.carried import carried
    from studio.given import short

    path = Path(video)
    clip = clips.open_clip(path, work)
    clips.check_size(short(path), clip.size)
    apply, made_with = painter(look, Path(like) if like else None, clip.size, _MOST, seed, work)
    if made_with:
        apply = Steady(apply)
    given = clips.told(clips.pictures(clip, work), clip.frames, work)
    moments = (number / float(clip.rate) for number in range(clip.frames))
    made = (changed(apply, picture, seconds, strength) for picture, seconds in zip(given, moments, strict=True))
    about, sound = carried(path, made_with), clips.own_sound(clip, work)
    return Video(clips.write("restyled", made, clip.size, clip.rate, about, sound, work, clip.footage.clear))
