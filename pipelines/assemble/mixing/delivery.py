"""A finished sound as the file people ask for: FLAC, WAV, MP3, M4A or Opus."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import av
import soundfile

from pipelines.loudness import RATE
from studio.sounds import writing

SoundFormat = Literal["flac", "wav", "mp3", "m4a", "opus"]

# ffmpeg's encoder, the samples it takes, bits a second, container, options. AAC's quick search keeps more at this rate.
_ENCODERS: dict[str, tuple[str, str, int, str, dict[str, str]]] = {
    "mp3": ("libmp3lame", "fltp", 256_000, "mp3", {}),
    "m4a": ("aac", "fltp", 192_000, "mp4", {"aac_coder": "fast"}),
    "opus": ("libopus", "flt", 160_000, "ogg", {}),
}


def deliver(wav: Path, path: Path, kind: SoundFormat, title: str, check: Callable[[], None]) -> None:
    """Write a 48 kHz stereo WAV anew; lossless kinds have 24 bits. The same sound gives the same bytes.

    Raises OSError when the disk is full.
    """
    if kind in ("flac", "wav"):
        with soundfile.SoundFile(wav) as source, writing(path, RATE, 2, kind.upper(), "PCM_24") as target:
            if title:
                target.title = title
            for block in source.blocks(RATE, dtype="float32"):
                check()
                target.write(block)
        return
    encoder, layout, bits, container, options = _ENCODERS[kind]
    exact = {"fflags": "+bitexact"}  # else an Ogg stream is numbered by chance
    with av.open(str(wav)) as sound, av.open(str(path), "w", format=container, options=exact) as film:
        film.metadata.update({"title": title} if title else {})
        stream: Any = film.add_stream(encoder, rate=RATE, options=options)
        stream.bit_rate, stream.layout, stream.codec_context.thread_count = bits, "stereo", 1
        stream.codec_context.format = layout
        convert = av.AudioResampler(format=layout, layout="stereo", rate=RATE)
        for frame in sound.decode(audio=0):
            check()
            for part in convert.resample(frame):
                film.mux(stream.encode(part))
        for part in convert.resample(None):
            film.mux(stream.encode(part))
        film.mux(stream.encode(None))
