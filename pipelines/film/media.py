"""What shots and layers show, opened once for all who draw: stills as planes ready at the size they need."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np

from pipelines.film import planes as p
from pipelines.film.colour import grade_picture
from pipelines.film.following import STANDS, Course, course
from pipelines.film.footage import Footage, probe
from pipelines.film.interest import keeps, known, middle, present, seen
from pipelines.film.views import fills, most_zoom
from pipelines.pictures import read_rgb
from studio.errors import PersonError
from studio.timeline import Shot, Timeline

Thing = TypeVar("Thing")
# Bytes of opened pictures kept at once: some twenty at 720p, so that a long film needs no more than a short one. Who
# draws a picture holds it himself.
_OPENED = 64_000_000


@dataclass(frozen=True)
class Opened:
    """A shot's media, ready: planes of a still, or what a video holds; `zoom` is the zoom they are made for. `course`:
    where the interest lies, in seconds of a video's own time."""

    still: p.Planes | None
    footage: Footage | None
    zoom: float
    filled: bool
    course: Course = STANDS


class Media:
    """Opens each shot's media once for all workers; the least recently used stills are let go."""

    def __init__(self, timeline: Timeline, folder: Path, width: int, height: int) -> None:
        self.timeline, self.folder, self.width, self.height = timeline, folder, width, height
        self._opened: OrderedDict[object, tuple[Any, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._busy: dict[object, threading.Lock] = {}

    def beside(self, timeline: Timeline) -> "Media":
        """For another film of the same files, at the same size: what one opens the other has."""
        other = Media(timeline, self.folder, self.width, self.height)
        other._opened, other._lock, other._busy = self._opened, self._lock, self._busy
        return other

    def open(self, index: int) -> Opened:
        """A shot's media. Raises PersonError naming the shot."""
        shot = self.timeline.shots[index]
        key: tuple[object, ...] = (shot.media, shot.kind, shot.camera, shot.fit, shot.colour, shot.grade)
        if shot.kind == "Video":  # its crop follows what is seen in this stretch
            key += (shot.source_in, shot.visible, shot.speed)

        def make() -> tuple[Opened, int]:
            opened = self._still(shot) if shot.kind == "Image" else self._video(shot)
            return opened, opened.still.nbytes if opened.still else 0

        try:
            return self.once(key, make)
        except PersonError as error:
            raise PersonError(f"Shot {index + 1}: {error}") from error

    def once(self, key: object, make: Callable[[], tuple[Thing, int]]) -> Thing:
        """What `make` gives for a key, made once for all threads; with it, its bytes."""
        with self._lock:
            busy = self._busy.setdefault(key, threading.Lock())
        with busy:
            with self._lock:
                if key in self._opened:
                    self._opened.move_to_end(key)
                    return cast(Thing, self._opened[key][0])
            made, size = make()
            with self._lock:
                self._opened[key] = (made, size)
                while len(self._opened) > 2 and sum(weight for _, weight in self._opened.values()) > _OPENED:
                    self._opened.popitem(last=False)
            return made

    def _still(self, shot: Shot) -> Opened:
        zoom = most_zoom(shot, (self.width, self.height))
        width, height = p.even(self.width * zoom), p.even(self.height * zoom)
        path, film = self.folder / shot.media, self.width / self.height
        rgb = grade_picture(read_rgb(path, enough=(width * 2, height * 2)), shot.grade, self.folder)
        high, wide = rgb.shape[:2]
        filled = fills(shot, wide, high, self.width, self.height)
        course, near = STANDS, shot.fit == "smart crop" and shot.camera is not None
        if shot.fit in ("auto", "smart crop") and (near or min(seen((wide, high), film)) < 0.999):
            small = _small(rgb)
            things = known(path) or present(small)
            filled = filled or keeps(small, film, things)
            if filled:
                course = Course(places=(middle(small, film, things, near),))
        if not filled:
            planes = self._whole(shot, rgb, width, height)
        else:
            rgb = _long_crop(rgb, film, course.places[0])
            planes = p.from_rgb(p.resize(rgb, *p.cover(rgb.shape[1], rgb.shape[0], width, height)))
        return Opened(p.rimmed(planes) if shot.camera else planes, None, zoom, filled, course)

    def _whole(self, shot: Shot, rgb: np.ndarray, width: int, height: int) -> p.Planes:
        """A picture that stands whole in the frame, between sides of itself or of a colour."""
        if shot.fit == "coloured sides":
            planes = p.empty(width, height)
            p.flood(planes, shot.colour)
        else:
            planes = p.from_rgb(p.blurred(rgb, width, height))
        p.lay(p.from_rgb(p.resize(rgb, *p.contain(rgb.shape[1], rgb.shape[0], width, height))), planes)
        return planes

    def _video(self, shot: Shot) -> Opened:
        footage = probe(self.folder / shot.media)
        filled = fills(shot, footage.width, footage.height, self.width, self.height)
        zoom = most_zoom(shot, (self.width, self.height))
        if not filled or shot.fit == "fill":
            return Opened(None, footage, zoom, filled)
        moments = [shot.source_at(shot.visible * i / 64) / float(self.timeline.rate) for i in range(65)]
        begin, end = (max(0.0, min(moment, footage.seconds)) for moment in (min(moments), max(moments)))
        changed = footage.path.stat().st_mtime_ns
        return Opened(None, footage, zoom, filled, course(footage, changed, begin, end, self.width / self.height))


def _small(rgb: np.ndarray) -> p.Planes:
    """A picture as large as it takes to see where its interest lies."""
    high, wide = rgb.shape[:2]
    scale = min(1.0, 384 / max(wide, high))
    return p.from_rgb(p.resize(rgb, p.even(wide * scale), p.even(high * scale)))


def _long_crop(rgb: np.ndarray, film: float, middle: tuple[float, float]) -> np.ndarray:
    """A picture of extreme shape cut to at most eight frames' length, so that covering stays within memory."""
    high, wide = rgb.shape[:2]
    if wide > high * film * 8:
        keep = max(1, round(high * film * 8))
        return rgb[:, round((wide - keep) * middle[0]) :][:, :keep]
    if high > wide / film * 8:
        keep = max(1, round(wide / film * 8))
        return rgb[round((high - keep) * middle[1]) :][:keep]
    return rgb
