"""A video made two, three or four times as large, with fine detail, its sound kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pipelines.retouch.engines import settled_larger
from studio.given import short
from studio.kinds import Video
from studio.tool import Settled
from studio.work import Work

PACKS = ("span",)
CORES = 2
MEMORY = 1.2


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """SPAN where ncnn is installed, else Lanczos, which is said."""
    return settled_larger(options, "video")


def enlarge_video(
    video: Video,
    by: Literal[2, 3, 4] = 2,
    engine: Literal["auto", "span", "lanczos"] = "auto",
    *,
    work: Work,
) -> Video:
    """Enlarge a video picture by picture: an MP4 (a WebM where it is transparent) at its own rate, its sound kept.

    SPAN takes about 2 processor seconds for each picture of 320×180, 30 for one of 1280×720: for short clips.
    Lanczos takes a hundredth of that. Raises PersonError when the video cannot be read, or would be more than 8192
    across.

    Args:
        video: The video.
        by: How many times as wide and high.
        engine: "span" draws fine detail; "lanczos" is quick and smooth; "auto" is span wherever it can run.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = animate(picture=shot1, seconds=0.2, size="360p", fps=10)
    ... large1 = enlarge_video(video=clip1, by=2, engine="lanczos")
    """
    from pipelines.retouch import clip as clips
    from pipelines.retouch.carried import carried
    from pipelines.retouch.enlarging import MADE_WITH, Span, enlarged

    path = Path(video)
    clip = clips.open_clip(path, work)
    size = (clip.size[0] * by, clip.size[1] * by)
    clips.check_size(short(path), size)
    network = Span(work.pack("span"), by, work.threads) if engine == "span" else None
    small = clips.told(clips.pictures(clip, work), clip.frames, work)
    large = clips.each_of(small, lambda picture: enlarged(picture, by, network, work.check))
    about = carried(path, MADE_WITH if network else "")
    sound = clips.own_sound(clip, work)
    return Video(clips.write("large", large, size, clip.rate, about, sound, work, clip.footage.clear))
