"""Given videos: what a file holds, and its picture at any moment, upright, in the planes a film is made of."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation

from pipelines.planes import Planes, from_rgb
from studio.errors import PersonError
from studio.given import READERS

_MOST_SIDE = 16384
_SLACK = 0.002  # seconds: files with whole milliseconds begin a picture a little late
_RATES = [Fraction(n * 1000, d) for n in (24, 25, 30, 48, 50, 60) for d in (1000, 1001)]


@dataclass(frozen=True)
class Footage:
    """What a video file holds. Width and height are as seen: square pixels, turned upright."""

    path: Path
    width: int
    height: int
    rate: Fraction
    seconds: float
    sound: bool
    turned: int  # quarter turns anticlockwise that set it upright
    notes: tuple[str, ...] = ()
    clear: bool = False  # its pictures have transparency


def short(path: Path) -> str:
    """A file's name in a sentence: names made of a hash are cut."""
    return path.name if len(path.name) < 48 else path.name[:8] + "…" + path.suffix


def probe(path: Path) -> Footage:
    """Look into a video. Raises PersonError, naming the file, when it has no picture to show."""
    name = short(path)
    if path.is_file() and path.stat().st_size == 0:
        raise PersonError(f"'{name}' is empty (0 bytes). Copy it again from where it came.")
    try:
        with av.open(str(path.absolute()), options=READERS, metadata_errors="ignore") as container:
            stream = _picture_stream(container)
            if stream is None:
                raise PersonError(f"'{name}' has no moving picture in it, only sound. Use it as a voice or as music.")
            frame = next(_frames(container, stream, []), None)
            if frame is None:
                raise PersonError(f"No picture of '{name}' can be decoded: it is damaged or cut short. Give it anew.")
            if max(frame.width, frame.height) > _MOST_SIDE:
                raise PersonError(f"'{name}' is {frame.width}×{frame.height}; {_MOST_SIDE} across is the most.")
            turned = round(float(frame.rotation) / 90) % 4
            aspect = stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio or Fraction(1)
            aspect = aspect if 0.1 < aspect < 10 else Fraction(1)
            width, height = round(frame.width * aspect), frame.height
            if turned % 2:
                width, height = height, width
            seconds, notes = _length(container, stream)
            rate = _rate(Fraction(stream.average_rate or stream.guessed_rate or 25))
            sound = any(s.codec_context is not None and s.codec_context.sample_rate for s in container.streams.audio)
            seconds = seconds or float(1 / rate)
            if getattr(frame, "color_trc", 0) in (16, 18):
                notes.append(f"'{name}' is HDR; its brightest parts are shown as ordinary white.")
            clear = has_alpha(frame)
            return Footage(path, max(1, width), max(1, height), rate, seconds, sound, turned, tuple(notes), clear)
    except FileNotFoundError as error:
        raise PersonError(f"The video '{name}' is missing. Give it again.") from error
    except (av.FFmpegError, OSError, ValueError) as error:
        raise PersonError(f"'{name}' is not a video that can be read: it is damaged or of another kind.") from error


def _picture_stream(container: Any) -> Any:
    """The first stream that moves; covers of music files do not count."""
    for stream in container.streams.video:
        if stream.codec_context is not None and not (stream.disposition & av.stream.Disposition.attached_pic):
            return stream
    return None


def _frames(container: Any, stream: Any, broken: list[str]) -> Iterator[Any]:
    """Every frame that decodes, from where the container stands. What does not is skipped and counted in `broken`."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except (av.FFmpegError, OSError):
            broken.append("the file ends early")
            return
        try:
            frames = packet.decode()
        except (av.FFmpegError, OSError):
            broken.append("a picture does not decode")
            continue
        yield from frames


def _rate(told: Fraction) -> Fraction:
    """A usable rate: the usual one a file means when it tells nearly that."""
    near = min(_RATES, key=lambda rate: abs(rate - told))
    if abs(near - told) < near / 2000:
        return near
    return told.limit_denominator(1000) if 1 <= told <= 240 else Fraction(25)


def _origin(container: Any) -> float:
    """The moment, in seconds of the file's own clock, that counts as its beginning."""
    return container.start_time / av.time_base if container.start_time else 0.0


def _length(container: Any, stream: Any) -> tuple[float, list[str]]:
    """Seconds of moving picture: the end of the last packet, not what the header claims."""
    claimed = 0.0
    if stream.duration:
        claimed = float(stream.duration * stream.time_base)
    elif container.duration:
        claimed = container.duration / av.time_base
    origin = _origin(container)
    last = _last_end(container, stream, max(0.0, claimed - 2.0) + origin) if claimed else 0.0
    if last <= 0 or (claimed and last - origin < claimed - 2):
        last = _last_end(container, stream, origin)
    found = max(0.0, last - origin)
    if claimed and found < claimed - 0.4:
        return found, [f"{short(Path(container.name))} claims {claimed:.1f} s but holds {found:.1f} s."]
    return found, []


def _last_end(container: Any, stream: Any, start: float) -> float:
    end = 0.0
    try:
        container.seek(int(start * av.time_base))
        for packet in container.demux(stream):
            if packet.pts is not None:
                end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    except (av.FFmpegError, OSError):
        pass  # a file cut short: what was read before counts
    return end


class Reader:
    """The pictures of one video at a fixed size, asked for by time, mostly forwards. For one thread."""

    def __init__(self, footage: Footage, width: int, height: int) -> None:
        """`width`, `height`: even sides of the upright picture this reader gives."""
        self.footage, self.size = footage, (width, height)
        self.broken: list[str] = []
        self._container: Any = av.open(str(footage.path.absolute()), options=READERS, metadata_errors="ignore")
        self._stream = _picture_stream(self._container)
        self._stream.codec_context.thread_count = 1  # films are encoded side by side already
        self._origin = _origin(self._container)
        self._frames: Iterator[Any] | None = None
        self._now: Any = None
        self._next: Any = None
        self._shown: tuple[int | None, Planes] | None = None

    def at(self, seconds: float) -> Planes:
        """The last picture that begins at or before `seconds`, or else the first one."""
        frame = self.frame(seconds)
        if self._shown is None or self._shown[0] is None or self._shown[0] != frame.pts:
            self._shown = (frame.pts, to_planes(frame, *self.size, self.footage.turned))
        return self._shown[1]

    def frame(self, seconds: float) -> Any:
        """The same as it was decoded."""
        wanted = seconds + _SLACK
        now = self._time(self._now)
        if self._frames is None or wanted < now or wanted > now + 5:
            self._seek(seconds)
        while self._next is not None and self._time(self._next) <= wanted:
            self._now, self._next = self._next, self._pull()
        if self._now is None:
            raise PersonError(f"No picture of '{short(self.footage.path)}' can be decoded at {seconds:.1f} s.")
        return self._now

    def close(self) -> None:
        self._container.close()

    def _time(self, frame: Any) -> float:
        if frame is None or frame.pts is None:
            return -math.inf
        return float(frame.pts * frame.time_base) - self._origin

    def _pull(self) -> Any:
        return next(self._frames, None) if self._frames is not None else None

    def _seek(self, seconds: float) -> None:
        for start in (seconds, seconds - 3, 0.0):  # some files seek past the moment asked for
            self._container.seek(int((max(0.0, start) + self._origin) * av.time_base), backward=True)
            self._frames = _frames(self._container, self._stream, self.broken)
            first = self._pull()
            if first is not None and (self._time(first) <= seconds + 0.01 or start <= 0):
                self._now, self._next = first, self._pull()
                return
        self._now, self._next = first, None


def has_alpha(frame: Any) -> bool:
    """Whether a decoded frame has transparency."""
    return any(c.is_alpha for c in frame.format.components)


def to_planes(frame: Any, width: int, height: int, turned: int = 0) -> Planes:
    """One decoded frame as BT.709 limited planes of the upright size given. Alpha lies over black."""
    across, down = (height, width) if turned % 2 else (width, height)
    if has_alpha(frame):
        rgba = frame.reformat(across, down, "rgba", interpolation=Interpolation.BICUBIC).to_ndarray()
        share = rgba[..., 3:].astype(np.float32) / 255
        planes = from_rgb((rgba[..., :3] * share + 0.5).astype(np.uint8))
    else:
        done = frame.reformat(
            across,
            down,
            "yuv420p",
            src_colorspace=_matrix(frame),
            src_color_range=_range(frame),
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.BICUBIC,
            threads=1,
        )
        planes = Planes(*(_plane(p) for p in done.planes))
    if turned:
        planes = Planes(*(np.ascontiguousarray(np.rot90(p, turned)) for p in planes.all))
    return planes


def to_rgba(frame: Any) -> np.ndarray:
    """One decoded frame that has transparency, as it lies in the file: uint8 (h, w, 4)."""
    made: np.ndarray = frame.reformat(
        format="rgba", src_colorspace=_matrix(frame), src_color_range=_range(frame), threads=1
    ).to_ndarray()
    return made


def _matrix(frame: Any) -> int:
    """The colour matrix of a frame; where it does not say, large pictures are BT.709 and small ones BT.601."""
    told = {1: 1, 4: 4, 5: 5, 6: 5, 7: 7, 9: 9, 10: 9}.get(int(frame.colorspace))
    return told or int(Colorspace.ITU709 if frame.height >= 600 else Colorspace.ITU601)


def _range(frame: Any) -> int:
    full = int(frame.color_range) == int(ColorRange.JPEG) or frame.format.name.startswith("yuvj")
    return int(ColorRange.JPEG if full else ColorRange.MPEG)


def _plane(plane: Any) -> np.ndarray:
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]
