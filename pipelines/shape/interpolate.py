"""More pictures a second: those between are made from the movement."""

from collections.abc import Callable
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


def interpolate(
    video: Video,
    fps: Annotated[float, Field(ge=1, le=240)] = 60.0,
    engine: Literal["auto", "rife", "blend"] = "auto",
    *,
    work: Work,
) -> Video:
    """Give a video another number of pictures a second; as long as before, its sound kept.

    Pictures between two are made by RIFE from the optical flow, about a processor second each; across a cut nothing is
    mixed, and two pictures are held in memory at a time. Raises PersonError when the video cannot be read.

    Args:
        video: The video.
        fps: Pictures a second.
        engine: "rife" follows what moves; "blend" lays both pictures over each other; "auto" is rife wherever it can
            run.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = animate(picture=shot1, seconds=0.4, size="360p", fps=10)
    ... smooth1 = interpolate(video=clip1, fps=20)
    """
    from pipelines.retouch import between
    from pipelines.retouch import clip as clips
    from pipelines.retouch.carried import carried
    from studio.timeline import exact_rate

    path, rate = Path(video), exact_rate(fps)
    clip = clips.open_clip(path, work)
    count = max(1, round(clip.frames / clip.rate * rate))
    maker = between.Flow(work.pack("rife")) if engine == "rife" else between.blended
    made = between.at_times(clips.pictures(clip, work), clip.rate / rate, count, maker, work.check)
    about = carried(path, between.MADE_WITH if engine == "rife" else "", retimed=True)
    sound = clips.own_sound(clip, work)
    return Video(
        clips.write("smooth", clips.told(made, count, work), clip.size, rate, about, sound, work, clip.footage.clear)
    )
