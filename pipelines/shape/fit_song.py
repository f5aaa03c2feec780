"""A given song cut to a film's length at its own beats."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Audio, Cut
from studio.timeline import load
from studio.work import Work

CORES = 1
MEMORY = 0.3


def fit_song(
    song: Audio,
    cut: Cut | None = None,
    seconds: Annotated[float, Field(ge=0.2, le=10800)] | None = None,
    *,
    work: Work,
) -> Audio:
    """Cut a song to the length of a film, at its own bars, so that it begins and ends as it does by itself.

    FLAC, stereo, 48 kHz. From bar to bar it leaves out, or plays again, what lies between two that sound alike; the
    beat goes on. Where no such bars are found it fades out in time, and a note says so, as for speech, which has no
    beat. Give it to `render` or `soundtrack` as music, where it steps back under words. Raises PersonError for a song
    that cannot be read, and where neither a cut nor seconds tell how long.

    Args:
        song: The song, a sound file of any kind.
        cut: The film it is for.
        seconds: How long it shall be, where that is not the film's length.
    >>> theme = compose(mood="happy", seconds=24)
    ... song1 = perform(music=theme)
    ... song2 = fit_song(song=song1, seconds=16)
    """
    from pipelines.songs.fitted import fitted

    if seconds is None:
        if cut is None:
            raise PersonError("How long shall the song be? Give the cut it is for, or seconds.")
        seconds = float(load(cut).seconds)
    return Audio(fitted(Path(song), seconds, work))
