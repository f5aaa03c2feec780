"""A sound file encoded as the one track of another."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import av

from pipelines.film.formats import SoundCodec
from pipelines.sound.loudness import RATE


def encode_track(wav: Path, path: Path, codec: SoundCodec, tags: Mapping[str, str], check: Callable[[], None],
                 container: Mapping[str, str] | None = None) -> None:  # fmt: skip
    """Encode 48 kHz stereo with one thread, for the same bytes. `container`: options of the file around the track.

    Raises OSError when the disk is full; what was written till then is left.
    """
    options = dict(container or {})
    with av.open(str(wav)) as source, av.open(str(path), "w", format=codec.container, options=options) as target:
        target.metadata.update(tags)
        stream: Any = target.add_stream(codec.encoder, rate=RATE, options=dict(codec.options))
        stream.layout, stream.codec_context.thread_count = "stereo", 1
        stream.codec_context.format = codec.layout
        if codec.bits:
            stream.bit_rate = codec.bits
        convert = av.AudioResampler(format=codec.layout, layout="stereo", rate=RATE)
        for frame in source.decode(audio=0):
            check()
            for part in convert.resample(frame):
                target.mux(stream.encode(part))
        for part in convert.resample(None):
            target.mux(stream.encode(part))
        target.mux(stream.encode(None))
