"""A stretch of a given video, with or without its sound."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from studio.errors import PersonError
from studio.given import short
from studio.kinds import Cut, Video
from studio.timeline import Fit, Shot, Timeline, save, to_frames
from studio.work import Work


def trim(
    video: Video,
    start: Annotated[float, Field(ge=0, le=86400)] = 0.0,
    seconds: Annotated[float, Field(gt=0, le=86400)] | None = None,
    sound: bool = True,
    fit: Fit = "auto",
    *,
    work: Work,
) -> Cut:
    """Take a stretch of a given video: a Cut of one shot at the video's own rate, its pictures untouched.

    Turned, odd-sized, silent and variable-rate videos are welcome. Raises PersonError when the video cannot be read
    or ends before `start`; a stretch longer than the video is cut to what there is, with a note.

    Args:
        video: The video.
        start: Where the stretch begins, in seconds from the video's beginning.
        seconds: How long it is; to the end when left out.
        sound: Whether the video's own sound is heard in the film.
        fit: How a video of another shape than the film is shown; auto crops a little, else adds blurred sides.
    >>> film1 = title(text="Take one")
    ... cut1 = edit(shots=[film1])
    ... video1 = render(cut=cut1, captions="off")
    ... clip1 = trim(video=video1, start=1, seconds=2)
    """
    from pipelines.film.footage import probe

    path = Path(video)
    footage = probe(path)
    for words in footage.notes:
        work.note(words)
    rate = footage.rate
    available = max(1, to_frames(footage.seconds, rate))
    first = to_frames(start, rate)
    if first >= available:
        raise PersonError(
            f"'{short(path)}' is {footage.seconds:.1f} s long; a stretch cannot start at {start:g} s. "
            f"Choose a start below {footage.seconds:.1f}."
        )
    asked = available - first if seconds is None else max(1, to_frames(seconds, rate))
    if asked > available - first:
        asked = available - first
        work.note(f"'{short(path)}' ends {float(asked / rate):.1f} s after the start; the shot is that long.")
    heard = sound and footage.sound
    if sound and not footage.sound:
        work.note(f"'{short(path)}' has no sound of its own.")
    shot = Shot(path.name, "Video", asked, source_in=first, available=available, sound=heard, fit=fit)
    made = work.path("clip.otio")
    save(Timeline(rate, (shot,)), made)
    return Cut(made)
