"""The film as a pure function: frame n of a Timeline, from opened pictures and videos, transitions and captions."""

import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pipelines import planes as p
from pipelines.footage import Footage, Reader, probe
from pipelines.overlays import Lettering
from pipelines.pictures import read_rgb
from studio.errors import PersonError
from studio.timeline import Camera, Shot, Timeline, View

_STILL = Camera(View(), View())
_NEAR = 1.5  # pictures whose shape is this near the film's are cropped to fill it; others get blurred sides
_OPENED = 400_000_000  # bytes of opened pictures kept at once


def ease(share: float, kind: str) -> float:
    """Where on its path a camera is. Gentle: .4 of the mean speed at both ends, 1.6 in the middle."""
    if kind == "linear":
        return share
    return share - 0.6 / math.tau * math.sin(math.tau * share)


def view_at(camera: Camera, share: float) -> View:
    """The view after a share (0 to 1) of the shot. Zoom grows by equal factors in equal times."""
    at = ease(share, camera.ease)
    a, b = camera.start, camera.end
    zoom = a.zoom * (b.zoom / a.zoom) ** at
    return View(a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at, zoom)


def fills(shot: Shot, width: int, height: int, film_width: int, film_height: int) -> bool:
    """Whether the picture is cropped to fill the film (True) or stands before its own blurred self."""
    if shot.fit != "auto":
        return shot.fit == "fill"
    shape, film = width / height, film_width / film_height
    camera = shot.camera or _STILL
    swept = abs(camera.end.x - camera.start.x) if shape > film else abs(camera.end.y - camera.start.y)
    return max(shape / film, film / shape) <= _NEAR or swept > 0.5


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
        self._opened: OrderedDict[object, Opened] = OrderedDict()
        self._lock = threading.Lock()
        self._busy: dict[object, threading.Lock] = {}

    def open(self, index: int) -> Opened:
        """Raises PersonError naming the shot."""
        shot = self.timeline.shots[index]
        key = (shot.media, shot.kind, shot.camera, shot.fit)
        with self._lock:
            busy = self._busy.setdefault(key, threading.Lock())
        with busy:
            with self._lock:
                if key in self._opened:
                    self._opened.move_to_end(key)
                    return self._opened[key]
            try:
                opened = self._still(shot) if shot.kind == "Image" else self._video(shot)
            except PersonError as error:
                raise PersonError(f"Shot {index + 1}: {error}") from error
            with self._lock:
                self._opened[key] = opened
                self._let_go()
            return opened

    def _let_go(self) -> None:
        def weight() -> int:
            return sum(sum(a.nbytes for a in o.still.all) for o in self._opened.values() if o.still)

        while len(self._opened) > 2 and weight() > _OPENED:
            self._opened.popitem(last=False)

    def _zoom(self, shot: Shot) -> float:
        camera = shot.camera or _STILL
        return min(8.0, max(1.0, camera.start.zoom, camera.end.zoom))

    def _still(self, shot: Shot) -> Opened:
        zoom = self._zoom(shot)
        width, height = p.even(self.width * zoom), p.even(self.height * zoom)
        rgb = read_rgb(self.folder / shot.media, enough=(width * 2, height * 2))
        high, wide = rgb.shape[:2]
        filled = fills(shot, wide, high, self.width, self.height)
        if filled:
            rgb = _long_crop(rgb, self.width / self.height)
            planes = p.from_rgb(p.resize(rgb, *p.cover(rgb.shape[1], rgb.shape[0], width, height)))
        else:
            ground = p.from_rgb(p.blurred(rgb, width, height))
            p.lay(p.from_rgb(p.resize(rgb, *p.contain(wide, high, width, height))), ground)
            planes = ground
        return Opened(planes, None, zoom, filled)

    def _video(self, shot: Shot) -> Opened:
        footage = probe(self.folder / shot.media)
        filled = fills(shot, footage.width, footage.height, self.width, self.height)
        return Opened(None, footage, self._zoom(shot), filled)


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


class Screen:
    """Shows any frame of the film. One for each thread; `media` and `lettering` are shared."""

    def __init__(self, media: Media, lettering: Lettering, remark: Callable[[str], None] = lambda words: None) -> None:
        self._media, self._lettering, self._remark = media, lettering, remark
        self._film = media.timeline
        self._spare = (p.empty(media.width, media.height), p.empty(media.width, media.height))
        self._readers: dict[int, Reader] = {}

    def draw(self, n: int, target: p.Planes) -> None:
        """Paint film frame `n` (0 ≤ n < frames) into planes of the film's size."""
        film = self._film
        index = max(i for i, start in enumerate(film.starts) if start <= n)
        change = film.shots[index - 1].transition if index else None
        into = n - film.starts[index]
        if change and into < change.frames:
            self._change(change.kind, index, n, (into + 1) / (change.frames + 1), target)
        else:
            self._shot(index, n, target)
        light = min(1.0, (n + 1) / (film.fade_in + 1), (film.frames - n) / (film.fade_out + 1))
        if light < 1:
            p.dim(target, light)
        self._lettering.draw(n, target)

    def close(self) -> None:
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()

    def _change(self, kind: str, index: int, n: int, share: float, target: p.Planes) -> None:
        if kind == "dip to black":
            self._shot(index - 1 if share < 0.5 else index, n, target)
            p.dim(target, abs(1 - 2 * share))
            return
        first, second = self._spare
        self._shot(index - 1, n, first)
        self._shot(index, n, second)
        p.mix(first, second, share, target)

    def _shot(self, index: int, n: int, target: p.Planes) -> None:
        shot, opened = self._film.shots[index], self._media.open(index)
        local = n - self._film.starts[index]
        view = view_at(shot.camera or _STILL, local / max(1, shot.visible - 1))
        source = opened.still or self._moving(index, shot, opened, local)
        scale = opened.zoom / view.zoom
        width, height = source.size
        room_x, room_y = width - target.size[0] * scale, height - target.size[1] * scale
        if room_x < -0.5 or room_y < -0.5:  # a view wider than the picture: hold it at the whole
            scale = min(width / target.size[0], height / target.size[1])
            room_x, room_y = width - target.size[0] * scale, height - target.size[1] * scale
        left, top = max(0.0, room_x) * view.x, max(0.0, room_y) * view.y
        if scale == 1 and shot.camera is None:
            left, top = 2 * round(left / 2), 2 * round(top / 2)  # a whole crop is a copy
        p.window(source, target, left, top, scale)

    def _moving(self, index: int, shot: Shot, opened: Opened, local: int) -> p.Planes:
        footage = opened.footage
        assert footage is not None
        width, height = p.even(self._media.width * opened.zoom), p.even(self._media.height * opened.zoom)
        sides = p.cover if opened.filled else p.contain
        reader = self._readers.get(index)
        if reader is None:
            for old in [i for i in self._readers if i < index - 1]:
                self._readers.pop(old).close()
            reader = self._readers[index] = Reader(footage, *sides(footage.width, footage.height, width, height))
        rate = self._film.rate
        last = footage.seconds - 0.5 / float(footage.rate)
        seconds = min(float((shot.source_in + local) / rate), max(0.0, last))
        try:
            picture = reader.at(seconds)
        except PersonError as error:
            raise PersonError(f"Shot {index + 1}: {error}") from error
        if reader.broken:
            self._remark(f"Shot {index + 1}: {reader.broken[0]}; the picture before it is held.")
        if opened.filled:
            return picture
        whole = p.ground(picture, width, height)
        p.lay(picture, whole)
        return whole


def frame_target(frame: Any) -> p.Planes:
    """The planes of an av.VideoFrame in yuv420p, to paint into."""
    return p.Planes(*(np.frombuffer(q, np.uint8).reshape(-1, q.line_size)[: q.height, : q.width] for q in frame.planes))
