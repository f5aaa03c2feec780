"""The film's file: encoded pieces, one AAC track, a track of captions and what the film says of itself."""

import heapq
import os
import struct
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from pipelines.encoding import packets
from studio.timeline import Caption

# Style of the caption track as its encoder wants it told; players mostly use their own.
_STYLE = b"""[Script Info]
ScriptType: v4.00+
PlayResX: 384
PlayResY: 288

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def join(pieces: list[Path], starts: list[int], frames: int, rate: Fraction, sound: Path | None,
         captions: tuple[Caption, ...], tags: dict[str, str], path: Path, check: Callable[[], None],
         shown: bool = True) -> None:  # fmt: skip
    """Write the MP4. Pictures are copied, never encoded again. It appears under its name only when whole.

    `shown`: whether players switch the track of captions on by themselves.

    Raises OSError when the disk is full, RuntimeError when pieces and film do not agree (a bug).
    """
    waiting = path.with_name(f".{path.name}.part")
    try:
        with av.open(str(waiting), "w", format="mp4", options={"movflags": "+faststart"}) as film:
            film.metadata.update(tags)
            with av.open(str(pieces[0])) as first:
                picture = film.add_stream_from_template(first.streams.video[0])
                picture.time_base = first.streams.video[0].time_base
            tracks: list[Iterator[Any]] = [packets(pieces, starts, picture, rate)]
            if sound:
                tracks.append(_copied(sound, film))
            if captions:
                tracks.append(_captions(captions, frames, rate, film, shown))
            count = 0
            for packet in heapq.merge(*tracks, key=lambda p: p.dts * p.time_base):
                check()
                count += packet.stream is picture
                film.mux(packet)
        if count != frames:
            raise RuntimeError(f"the film has {count} frames where {frames} were asked")
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)


def _copied(sound: Path, film: Any) -> Iterator[Any]:
    """The packets of an encoded sound track, for a new stream of the film."""
    source = av.open(str(sound))
    heard = source.streams.audio[0]
    stream = film.add_stream_from_template(heard)

    def each() -> Iterator[Any]:
        with source:
            for packet in source.demux(heard):
                if packet.dts is not None:
                    packet.stream = stream
                    yield packet

    return each()


def _captions(captions: tuple[Caption, ...], frames: int, rate: Fraction, film: Any, shown: bool) -> Iterator[Any]:
    """A track of 3GPP timed text: for each caption its length and characters, and an empty one for each gap."""
    stream = film.add_stream("mov_text")
    stream.time_base = Fraction(1, 1000)
    stream.codec_context.time_base = Fraction(1, 1000)
    stream.codec_context.subtitle_header = _STYLE
    stream.disposition = av.stream.Disposition.default if shown else av.stream.Disposition(0)

    def packet(start: int, end: int, text: str) -> Any:
        words = text.encode()[:65535]
        made = av.Packet(struct.pack(">H", len(words)) + words)
        made.stream, made.time_base = stream, Fraction(1, 1000)
        made.pts = made.dts = round(start * 1000 / rate)
        made.duration = round(end * 1000 / rate) - made.pts
        return made

    def each() -> Iterator[Any]:
        at = 0
        for caption in sorted(captions, key=lambda c: c.start):
            start, end = max(at, caption.start), min(caption.end, frames)
            if start >= end:
                continue
            if start > at:
                yield packet(at, start, "")
            yield packet(start, end, caption.text)
            at = end
        if at < frames:
            yield packet(at, frames, "")

    return each()


def encode_sound(wav: Path, path: Path, check: Callable[[], None], bits: int = 192_000) -> None:
    """Encode a sound file of 48 kHz stereo as one AAC track in an MP4 of its own."""
    waiting = path.with_name(f".{path.stem}.{os.getpid()}.m4a")
    try:
        with av.open(str(wav)) as source, av.open(str(waiting), "w", format="mp4") as target:
            # At this many bits the quick search keeps more of the sound than the long one, for a third of its time.
            stream: Any = target.add_stream("aac", rate=48000, options={"aac_coder": "fast"})
            stream.bit_rate, stream.layout, stream.codec_context.thread_count = bits, "stereo", 1
            convert = av.AudioResampler(format="fltp", layout="stereo", rate=48000)
            for frame in source.decode(audio=0):
                check()
                for part in convert.resample(frame):
                    target.mux(stream.encode(part))
            for part in convert.resample(None):
                target.mux(stream.encode(part))
            target.mux(stream.encode(None))
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)
