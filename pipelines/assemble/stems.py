"""The film's sound in its parts: speech, the clips' own sound, effects and music each as a file, in one ZIP."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio.kinds import Audio, Cut, Music, Stems
from studio.timeline import load
from studio.work import Work

PACKS_BY_KIND = {"Music": ("general-user",)}  # a score in MIDI is played here


def stems(
    cut: Cut,
    music: Music | Audio | None = None,
    loudness: Literal[-14, -16, -23] = -14,
    music_level: Annotated[float, Field(ge=-40, le=0)] = -16.0,
    format: Literal["flac", "wav"] = "flac",
    *,
    work: Work,
) -> Stems:
    """Give a film's sound bus by bus, to mix it elsewhere: speech, clips, effects, music, and the mix of all.

    Every file is as long as the film, 48 kHz, 24 bits, stereo. Each bus is as it lies in the mix, stepped back and
    mastered with it, so that the files laid over each other are the mix again, to the last bits. A bus with nothing on
    it has no file. Raises PersonError for a voice or sound that cannot be read.

    Args:
        cut: The edited film.
        music: Music under it, as notes or as sound.
        loudness: Of the mix, in LUFS: -14 as streaming services play, -16 for phones, -23 for broadcasting.
        music_level: How far the music lies under the speech, in decibels.
        format: FLAC is smaller; some old programs only take WAV.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... line1 = speak(text="Every morning, Tomas lights the lamp.")
    ... cut1 = edit(shots=[shot1], voices=[line1])
    ... parts1 = stems(cut=cut1)
    """
    from pipelines.assemble.mix import tell_silence
    from pipelines.assemble.mixing.stemmed import archive

    film, under = load(cut), Path(music) if music else None
    tell_silence(film, under, work)
    return Stems(archive(film, Path(cut).parent, under, format, work, music_level=music_level, lufs=loudness))
