"""The film's sound alone, mixed and mastered: for listening, for podcasts, for other programs."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.assemble import mix
from studio.kinds import Audio, Cut, Music
from studio.timeline import load
from studio.work import Work

PACKS_BY_KIND = {"Music": ("general-user",)}  # a score in MIDI is played here


def soundtrack(
    cut: Cut,
    music: Music | Audio | None = None,
    loudness: Literal[-14, -16, -23] = -14,
    music_level: Annotated[float, Field(ge=-40, le=0)] = -16.0,
    format: Literal["flac", "wav", "mp3", "m4a", "opus"] = "flac",
    *,
    work: Work,
) -> Audio:
    """Mix a cut's sound into one stereo file of the film's length, 48 kHz: words, the shots' own sound, effects, music.

    Music steps back under words by 11 dB, before they begin; true peaks stay under -1 dBTP, in what MP3, AAC and Opus
    make of it too. It is the very sound that `render` puts into the film. Raises PersonError for a voice or sound that
    cannot be read.

    Args:
        cut: The edited film.
        music: Music under it, as notes or as sound; it steps back under speech.
        loudness: In LUFS: -14 as streaming services play, -16 for phones and podcasts, -23 for broadcasting.
        music_level: How far the music lies under the speech, in decibels.
        format: FLAC and WAV keep all of it, in 24 bits; MP3, M4A (AAC) and Opus are small.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... line1 = speak(text="Every morning, Tomas lights the lamp.")
    ... cut1 = edit(shots=[shot1], voices=[line1])
    ... sound1 = soundtrack(cut=cut1, loudness=-16)
    """
    from pipelines.assemble.mixing.delivery import LOSSLESS, deliver

    film, made = load(cut), work.path(f"sound.{format}")
    folder, under = Path(cut).parent, Path(music) if music else None
    mix.tell_silence(film, under, work)
    if format in LOSSLESS:
        wav = mix.soundtrack(film, folder, under, work, music_level=music_level, lufs=loudness)
        deliver(wav, made, format, film.name, work.check)
        wav.unlink()
        return Audio(made)

    def encode(wav: Path, path: Path) -> None:
        deliver(wav, path, format, film.name, work.check)

    mix.coded(film, folder, under, work, encode, made, music_level=music_level, lufs=loudness)
    return Audio(made)
