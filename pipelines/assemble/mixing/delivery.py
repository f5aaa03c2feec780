"""A finished sound as the file people ask for: FLAC, WAV, MP3, M4A or Opus."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import soundfile

from pipelines.film.formats import AAC, SoundCodec
from pipelines.film.tracks import encode_track
from pipelines.sound.loudness import RATE
from studio.sounds import writing

SoundFormat = Literal["flac", "wav", "mp3", "m4a", "opus"]
LOSSLESS: tuple[SoundFormat, ...] = ("flac", "wav")

_CODECS = {
    "mp3": SoundCodec("libmp3lame", "fltp", 256_000, "mp3", ".mp3"),
    "m4a": AAC,
    "opus": SoundCodec("libopus", "flt", 160_000, "ogg", ".opus"),
}


def deliver(wav: Path, path: Path, kind: SoundFormat, title: str, check: Callable[[], None]) -> None:
    """Write a 48 kHz stereo WAV anew; lossless kinds have 24 bits. The same sound gives the same bytes.

    Raises OSError when the disk is full.
    """
    if kind in LOSSLESS:
        with soundfile.SoundFile(wav) as source, writing(path, RATE, 2, kind.upper(), "PCM_24") as target:
            if title:
                target.title = title
            for block in source.blocks(RATE, dtype="float32"):
                check()
                target.write(block)
        return
    exact = {"fflags": "+bitexact"}  # else an Ogg stream is numbered by chance
    encode_track(wav, path, _CODECS[kind], {"title": title} if title else {}, check, exact)
