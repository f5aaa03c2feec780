"""What shots and layers show, opened once for all who draw: stills as planes ready at the size they need."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np

from pipelines import planes as p
from pipelines.footage import Footage, probe
from pipelines.pictures import read_rgb
from pipelines.views import fills, most_zoom
from studio.errors import PersonError
from studio.timeline import Shot, Timeline

Thing = TypeVar("Thing")
_OPENED = 400_000_000  # bytes of opened pictures kept at once


@dataclass(frozen=True)
class Opened:
    """A shot's media, ready: planes of a still, or what a video holds; `zoom` is the zoom they are made for."""

    still: p.Planes | None
    footage: Footage | None
    zoom: float
    filled: bool


class Media:
    """Opens each shot's media once for all workers; the least recently used stills are let go."""

    def __init__(self, timeline: Timeline, folder: Path, width: int, height: int) -> None:
        self.timeline, self.folder, self.width, self.height = timeline, folder, width, height
        self._opened: OrderedDict[object, tuple[Any, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._busy: dict[object, threading.Lock] = {}

    def open(self, index: int) -> Opened:
        """A shot's media. Raises PersonError naming the shot."""
        shot = self.timeline.shots[index]
        key = (shot.media, shot.kind, shot.camera, shot.fit, shot.colour, shot.grade)

        def make() -> tuple[Opened, int]:
            opened = self._still(shot) if shot.kind == "Image" else self._video(shot)
            return opened, sum(plane.nbytes for plane in opened.still.all) if opened.still else 0

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
        rgb = read_rgb(self.folder / shot.media, enough=(width * 2, height * 2))
        high, wide = rgb.shape[:2]
        filled = fills(shot, wide, high, self.width, self.height)
        if filled:
            rgb = _long_crop(rgb, self.width / self.height)
            planes = p.from_rgb(p.resize(rgb, *p.cover(rgb.shape[1], rgb.shape[0], width, height)))
        else:
            planes = p.from_rgb(p.blurred(rgb, width, height))
            p.lay(p.from_rgb(p.resize(rgb, *p.contain(wide, high, width, height))), planes)
        return Opened(p.rimmed(planes) if shot.camera else planes, None, zoom, filled)

    def _video(self, shot: Shot) -> Opened:
        footage = probe(self.folder / shot.media)
        filled = fills(shot, footage.width, footage.height, self.width, self.height)
        return Opened(None, footage, most_zoom(shot, (self.width, self.height)), filled)


def _long_crop(rgb: np.ndarray, film: float) -> np.ndarray:
    """A picture of extreme shape cut to at most eight frames' length, so that covering stays within memory."""
    high, wide = rgb.shape[:2]
    if wide > high * film * 8:
        keep = max(1, round(high * film * 8))
        return rgb[:, (wide - keep) // 2 :][:, :keep]
    if high > wide / film * 8:
        keep = max(1, round(wide / film * 8))
        return rgb[(high - keep) // 2 :][:keep]
    return rgb
