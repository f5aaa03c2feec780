"""Given videos: what a file holds, and its picture at any moment, upright, in the planes a film is made of."""

import math
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from operator import attrgetter
from pathlib import Path
from typing import Any

import av
import numpy as np

from pipelines.film.colour import open_look
from pipelines.film.conversion import Converter, has_alpha
from pipelines.film.decoding import SLACK, Shown, Source
from pipelines.film.hdr import Light, light_of
from pipelines.film.planes import Planes
from studio.errors import PersonError
from studio.given import MOST_SIDE, short
from studio.timeline import Grade

_KEPT = 128_000_000  # bytes of pictures kept to be shown backwards
_MANY = 1_000_000


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
    mirrored: bool = False  # after the turns, left and right change places
    light: Light | None = None  # where it is HDR or of wide gamut


def probe(path: Path) -> Footage:
    """Look into a video. Raises PersonError, naming the file, when it has no picture to show."""
    name = short(path)
    if path.is_file() and path.stat().st_size == 0:
        raise PersonError(f"'{name}' is empty (0 bytes). Copy it again from where it came.")
    try:
        source = Source(path)
        try:
            return _probed(source, path, name)
        finally:
            source.close()
    except FileNotFoundError as error:
        raise PersonError(f"The video '{name}' is missing. Give it again.") from error
    except (av.FFmpegError, OSError, ValueError, IndexError) as error:
        raise PersonError(f"'{name}' is not a video that can be read: it is damaged or of another kind.") from error


def _probed(source: Source, path: Path, name: str) -> Footage:
    stream = source.stream
    if stream is None:
        raise PersonError(f"'{name}' has no moving picture in it, only sound. Use it as a voice or as music.")
    _, frame = next(source.frames(), (0.0, None))
    if frame is None:
        raise PersonError(f"No picture of '{name}' can be decoded: it is damaged or cut short. Give it anew.")
    if max(frame.width, frame.height) > MOST_SIDE:
        raise PersonError(f"'{name}' is {frame.width}×{frame.height}; {MOST_SIDE} across is the most.")
    turned, mirrored = _orientation(frame)
    aspect = stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio or Fraction(1)
    aspect = aspect if 0.1 < aspect < 10 else Fraction(1)
    width, height = round(frame.width * aspect), frame.height
    if turned % 2:
        width, height = height, width
    seconds, notes = _length(source)
    sound = any(s.codec_context is not None and s.codec_context.sample_rate for s in source.container.streams.audio)
    light = light_of(frame)
    if light and light.curve != "usual":
        notes.append(f"'{name}' is HDR ({light.curve}); its tones are mapped to an ordinary screen's.")
    return Footage(path, max(1, width), max(1, height), source.rate, seconds or float(1 / source.rate), sound, turned,
                   tuple(notes), has_alpha(frame), mirrored, light)  # fmt: skip


def _orientation(frame: Any) -> tuple[int, bool]:
    """Quarter turns anticlockwise, and whether to mirror then, from the display matrix: nine fixed-point numbers that
    lead a picture's position (x, y) to (a·x + c·y, b·x + d·y) on the screen."""
    for data in frame.side_data:
        if data.type.name == "DISPLAYMATRIX" and len(raw := bytes(data)) >= 20:
            a, b, _, c, d = struct.unpack_from("=5i", raw)
            mirrored = a * d - b * c < 0
            if mirrored:
                a, c = -a, -c
            return round(math.degrees(math.atan2(-b, a)) / 90) % 4, mirrored
    return 0, False


def _length(source: Source) -> tuple[float, list[str]]:
    """Seconds of moving picture: the end of the last packet, not what the header claims."""
    container, stream = source.container, source.stream
    claimed = 0.0
    if stream.duration:
        claimed = float(stream.duration * stream.time_base)
    elif container.duration:
        claimed = container.duration / av.time_base
    last = _last_end(source, max(0.0, claimed - 2.0)) if claimed else 0.0
    if last <= 0 or (claimed and last < claimed - 2):
        last = _last_end(source, 0.0)
    found = max(0.0, last)
    if claimed and found < claimed - 0.4:
        return found, [f"{short(source.path)} claims {claimed:.1f} s but holds {found:.1f} s."]
    return found, []


def _last_end(source: Source, start: float) -> float:
    end = 0.0
    try:
        source.container.seek(int((start + source.origin) * av.time_base))
        for packet in source.container.demux(source.stream):
            if packet.pts is not None:
                end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base) - source.origin)
    except (av.FFmpegError, OSError, IndexError):
        pass  # a file cut short: what was read before counts
    return end


@dataclass
class _Picture:
    """A picture and the second in which it begins to show. It is made into planes when first shown."""

    at: float
    frame: Any
    made: tuple[Planes, np.ndarray | None] | None = field(default=None)


class Reader:
    """The pictures of one video at a fixed size, asked for by time in any order; forwards, nothing is decoded twice,
    and backwards little. For one thread."""

    def __init__(self, footage: Footage, width: int, height: int, grade: Grade | None = None,
                 folder: Path = Path(), backwards: bool = False) -> None:  # fmt: skip
        """`width`, `height`: even sides of the upright picture this reader gives, graded by `grade`, whose .cube lies
        in `folder`. `backwards`: it will be asked for ever earlier moments. Raises PersonError when the grade cannot
        be used."""
        self.footage, self.size = footage, (width, height)
        self.alpha: np.ndarray | None = None  # of the picture last given, uint8 (h, w), where it is transparent
        self._source = Source(footage.path)
        self.broken = self._source.broken
        look = open_look(grade, folder, footage.light)
        self._convert = Converter(width, height, footage.turned, footage.mirrored, look)
        self._coming: Iterator[Shown] = iter(())
        self._pictures: list[_Picture] = []  # neighbours in time, the one to show among them
        self._ended, self._room, self._backwards = False, 2, backwards
        self._begin = -math.inf  # when the first picture of all begins, once that is known

    def at(self, seconds: float) -> Planes:
        """The last picture that begins at or before `seconds`, or else the first one, over black where it is
        transparent. Not to be drawn on. Raises PersonError when none can be decoded."""
        picture = self._find(seconds)
        if picture.made is None:
            picture.made = self._convert(picture.frame)
        planes, self.alpha = picture.made
        return planes

    def close(self) -> None:
        self._source.close()

    def _find(self, seconds: float) -> _Picture:
        wanted = seconds + SLACK
        if not self._pictures:
            self._start(seconds, _MANY if self._backwards else 2)
        elif wanted < self._pictures[0].at and self._pictures[0].at > self._begin:
            self._start(seconds, _MANY)
        elif not self._ended and self._far(seconds):
            self._start(seconds, 2)
        while not self._ended and self._pictures[-1].at <= wanted:
            self._pull(wanted)
        if not self._pictures:
            raise PersonError(f"No picture of '{short(self.footage.path)}' can be decoded at {seconds:.1f} s.")
        return self._pictures[max(0, bisect_right(self._pictures, wanted, key=attrgetter("at")) - 1)]

    def _far(self, seconds: float) -> bool:
        """Whether beginning anew is a shorter way to a later moment than decoding all until there."""
        last = self._pictures[-1].at
        return seconds > last + 1 and self._source.key_between(last, seconds)

    def _start(self, seconds: float, room: int) -> None:
        """Begin anew at a moment. `room`: how many pictures to keep, as far as memory allows."""
        self._pictures, self._ended = [], False
        self._coming = self._source.frames(seconds)
        self._room = 2
        self._pull(seconds)
        if self._pictures:
            if self._pictures[0].at > seconds + SLACK:
                self._begin = self._pictures[0].at
            self._room = min(room, max(2, _KEPT // self._weight(self._pictures[0].frame)))

    def _pull(self, wanted: float) -> None:
        """One more picture; the earliest goes when there are too many."""
        at, frame = next(self._coming, (0.0, None))
        if frame is None:
            self._ended = True
            return
        picture = _Picture(at, frame)
        if self._room > 2 and self._smaller(frame):
            if at > wanted - self._room / float(self.footage.rate):
                picture.made, picture.frame = self._convert(frame), None
            else:
                self._pictures.clear()  # it would be too early to be kept, and large until then
        self._pictures.append(picture)
        del self._pictures[: -self._room]

    def _smaller(self, frame: Any) -> bool:
        """Whether its planes take so much less memory than the frame that it is worth making them before they show."""
        return bool(sum(p.buffer_size for p in frame.planes) > self.size[0] * self.size[1] * 3)

    def _weight(self, frame: Any) -> int:
        """Bytes a kept picture takes."""
        own = sum(plane.buffer_size for plane in frame.planes)
        return self.size[0] * self.size[1] * 3 // 2 if self._smaller(frame) else own
