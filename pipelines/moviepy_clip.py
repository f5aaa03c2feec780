"""A Cut as a MoviePy clip, for those who want to go on there: the same pictures and sound as the film's."""

from pathlib import Path
from typing import TYPE_CHECKING

from studio.work import Work

if TYPE_CHECKING:
    import numpy as np
    from moviepy import VideoClip


def to_moviepy(cut: Path, work: Work, *, size: str = "1280x720", music: Path | None = None) -> "VideoClip":
    """The film of a cut as `moviepy.VideoClip`, its sound mixed as `render` mixes it; captions are burned in.

    Frames are uint8 RGB of shape (height, width, 3), drawn when MoviePy asks for them by the function that draws the
    film's, so nothing is encoded twice. The cut's media lie beside it; `work` must live as long as the clip.
    Close the clip when done. Raises PersonError for a size or media that cannot be used.

    >>> clip = to_moviepy(path, Work.alone(Path("scratch")), size="640x360")   # doctest: +SKIP
    """
    from moviepy import AudioFileClip, VideoClip

    from pipelines import planes
    from pipelines.assemble import mix
    from pipelines.filming import lettering
    from pipelines.frames import Screen
    from pipelines.media import Media
    from pipelines.sizes import sides
    from studio.timeline import load

    timeline, (width, height) = load(cut), sides(size)
    letters = lettering(timeline, cut.parent, (width, height), True, work)
    screen = Screen(Media(timeline, cut.parent, width, height), letters)
    target = planes.empty(width, height)

    def frame(seconds: float) -> "np.ndarray":
        # MoviePy asks for n / fps; half a frame's tolerance keeps rounding from showing a frame twice.
        wanted = int(float(timeline.rate) * seconds + 0.5)
        screen.draw(min(max(wanted, 0), timeline.frames - 1), target)
        return planes.to_rgb(target)

    clip = VideoClip(frame, duration=float(timeline.seconds)).with_fps(float(timeline.rate))
    sound = mix.soundtrack(timeline, cut.parent, music, work)
    return clip.with_audio(AudioFileClip(str(sound)).with_duration(clip.duration))
