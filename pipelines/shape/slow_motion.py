"""Slow motion: a video that takes longer, with new pictures between its own."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.retouch.engines import settled_between
from studio.kinds import Video
from studio.tool import Settled
from studio.work import Work

PACKS = ("rife",)
CORES = 2
MEMORY = 1.5


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """RIFE where torch is installed, else blending, which is said."""
    return settled_between(options)


def slow_motion(
    video: Video,
    by: Annotated[int, Field(ge=2, le=8)] = 2,
    sound: Literal["off", "stretched"] = "off",
    engine: Literal["auto", "rife", "blend"] = "auto",
    *,
    work: Work,
) -> Video:
    """Slow a video down without stutter: at its own rate and `by` times as long.

    Pictures between are made by RIFE from the optical flow, about a processor second each; across a cut nothing is
    mixed. `retime` slows a shot without new pictures. Raises PersonError when the video cannot be read.

    Args:
        video: The video.
        by: How many times slower.
        sound: "off" leaves the sound out; "stretched" slows it down too, at its own pitch.
        engine: "rife" follows what moves; "blend" lays both pictures over each other; "auto" is rife wherever it can
            run.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = animate(picture=shot1, seconds=0.3, size="360p", fps=10)
    ... slow1 = slow_motion(video=clip1, by=2)
    """
    from pipelines.retouch import between
    from pipelines.retouch import clip as clips
    from pipelines.retouch.carried import carried

    path = Path(video)
    clip = clips.open_clip(path, work)
    count = clip.frames * by
    maker = between.Flow(work.pack("rife")) if engine == "rife" else between.blended
    made = between.at_times(clips.pictures(clip, work), Fraction(1, by), count, maker, work.check)
    about = carried(path, between.MADE_WITH if engine == "rife" else "", retimed=True)
    heard = _stretched(clip, by, work) if sound == "stretched" and clip.footage.sound else None
    return Video(
        clips.write("slow", clips.told(made, count, work), clip.size, clip.rate, about, heard, work, clip.footage.clear)
    )


def _stretched(clip: Any, by: int, work: Work) -> Any:
    """The video's sound as much longer, at its pitch."""
    from pipelines.assemble.mixing.stretching import stretched
    from pipelines.sound.hearing import hear

    wave = hear(clip.footage.path, work, seconds=float(clip.frames / clip.rate))
    return stretched(wave.read, len(wave), 1 / by, len(wave) * by, work.check)
