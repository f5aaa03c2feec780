"""Encoding pictures: what every piece of a film shares, one piece into its file, pieces joined by packet copy."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from pipelines.frames import frame_target
from pipelines.planes import Planes

_HELD = 2  # frames that x264 holds back to put them in order: B-pictures that lean on B-pictures


@dataclass(frozen=True)
class Encoding:
    """x264 settings that every piece of a film shares. `threads` stays 1: pieces run side by side instead."""

    preset: str = "veryfast"
    crf: int = 20

    def options(self) -> dict[str, str]:
        return {"preset": self.preset, "crf": str(self.crf), "x264-params": "stitchable=1", "threads": "1"}


def is_whole(path: Path, frames: int | None = None) -> bool:
    """Whether a part is there and not cut short: its index, written last, is readable and tells so many frames."""
    try:
        with av.open(str(path)) as container:
            return frames is None or container.streams.video[0].frames == frames
    except (av.FFmpegError, OSError, IndexError):
        return False


def encode_piece(path: Path, frames: range, draw: Callable[[int, Planes], None], size: tuple[int, int], rate: Fraction,
                 encoding: Encoding, step: Callable[[], None]) -> None:  # fmt: skip
    """Encode film frames to a file that appears under its name only when whole.

    `draw(n, planes)` paints film frame n; `step()` is called after each, and may raise to stop.
    """
    waiting = path.with_name(f".{path.stem}.{os.getpid()}.{threading.get_ident()}.mp4")
    try:
        with av.open(str(waiting), "w", format="mp4") as container:
            stream: Any = container.add_stream("libx264", rate=rate, options=encoding.options())
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            stream.codec_context.thread_count = 1
            _tag(stream.codec_context)
            for place, n in enumerate(frames):
                frame = av.VideoFrame(*size, "yuv420p")
                draw(n, frame_target(frame))
                frame.pts, frame.time_base = place, 1 / rate
                container.mux(stream.encode(frame))
                step()
            container.mux(stream.encode(None))
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)


def _tag(context: Any) -> None:
    """Say that the picture is BT.709, limited range, in the stream itself."""
    context.colorspace, context.color_primaries, context.color_trc, context.color_range = 1, 1, 1, 1


def packets(paths: list[Path], starts: list[int], stream: Any, rate: Any) -> Iterator[Any]:
    """The packets of encoded pieces as one stream: times shifted by the frame each piece begins at.

    The moments of decoding are told anew: a piece of one or two frames holds none back where longer ones hold two, so
    that its last would come after the next piece's first.
    """
    for path, start in zip(paths, starts, strict=True):
        with av.open(str(path)) as piece:
            source = piece.streams.video[0]
            tick = 1 / rate / source.time_base
            coded = (packet for packet in piece.demux(source) if packet.dts is not None)
            for place, packet in enumerate(coded, start):
                packet.pts += round(start * tick)
                packet.dts = round((place - _HELD) * tick)
                packet.stream = stream
                yield packet
