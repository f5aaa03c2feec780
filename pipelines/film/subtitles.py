"""Captions as a track of text inside the film's file, for the viewer to switch."""

import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import av

from studio.timeline import Caption

_TICK = Fraction(1, 1000)

# Style of the track as its encoder wants it told; players mostly use their own.
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


def caption_track(captions: tuple[Caption, ...], frames: int, rate: Fraction, film: Any,
                  codec: Literal["mov_text", "webvtt"], shown: bool) -> tuple[Any, Iterator[Any]]:  # fmt: skip
    """A new text stream of the container and its packets. `shown`: players switch it on by themselves (see
    `switch_off` for when they must not).

    3GPP timed text (mov_text) is told as each caption's length and characters, and an empty one for each gap; WebVTT
    as the words alone, with no gaps.
    """
    stream = film.add_stream(codec)
    stream.time_base = stream.codec_context.time_base = _TICK
    stream.codec_context.subtitle_header = _STYLE
    stream.disposition = av.stream.Disposition.default if shown else av.stream.Disposition(0)
    whole = codec == "mov_text"

    def packet(start: int, end: int, text: str) -> Any:
        words = text.encode()[:65535] if whole else _plain(text).encode()
        made = av.Packet(struct.pack(">H", len(words)) + words if whole else words)
        made.stream, made.time_base = stream, _TICK
        made.pts = made.dts = round(start * 1000 / rate)
        made.duration = round(end * 1000 / rate) - made.pts
        return made

    def each() -> Iterator[Any]:
        at = 0
        for caption in sorted(captions, key=lambda c: c.start):
            start, end = max(at, caption.start), min(caption.end, frames)
            if start >= end:
                continue
            if start > at and whole:
                yield packet(at, start, "")
            yield packet(start, end, caption.text)
            at = end
        if at < frames and whole:
            yield packet(at, frames, "")

    return stream, each()


def _plain(text: str) -> str:
    """Words as WebVTT wants them: its marks escaped, no empty line, which would end the caption."""
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n".join(lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def switch_off(path: Path) -> None:
    """Leave it to the viewer to switch on the text tracks of an MP4 or QuickTime file: a muxer switches on the first
    one of each sort whatever it is told (ISO/IEC 14496-12, 8.3.2: the lowest flag of a track's header)."""
    with path.open("r+b") as file:
        for begin, end, name in _boxes(file, 0, path.stat().st_size):
            if name == b"moov":
                for track, after, kind in _boxes(file, begin, end):
                    if kind == b"trak":
                        _switch_off(file, track, after)


def _switch_off(file: Any, begin: int, end: int) -> None:
    header, sort = 0, b""
    for inside, after, name in _boxes(file, begin, end):
        if name == b"tkhd":
            header = inside
        if name == b"mdia":
            for told, _, kind in _boxes(file, inside, after):
                if kind == b"hdlr":
                    file.seek(told + 8)
                    sort = file.read(4)
    if header and sort in (b"sbtl", b"text"):
        file.seek(header)
        (flags,) = struct.unpack(">I", file.read(4))
        file.seek(header)
        file.write(struct.pack(">I", flags & ~1))


def _boxes(file: Any, at: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    """Where the content of each box begins and ends, and the box's name."""
    while at + 8 <= end:
        file.seek(at)
        size, name = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            size, head = struct.unpack(">Q", file.read(8))[0], 16
        if size < head:
            return
        yield at + head, at + size, name
        at += size
