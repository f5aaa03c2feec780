"""The film as a pure function: frame n of a Timeline, from pictures and videos, transitions, layers and captions."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import av
import numpy as np

from pipelines.film import planes as p
from pipelines.film import transitions
from pipelines.film.conversion import lay_over
from pipelines.film.effects import Effects
from pipelines.film.footage import Footage, Reader
from pipelines.film.layers import Layers
from pipelines.film.media import Media, Opened
from pipelines.film.overlays import Lettering
from pipelines.film.views import STILL, view_at, window
from studio.errors import PersonError
from studio.given import short
from studio.timeline import Shot, Transition

_SHORT = 0.4  # seconds that a video may end before the cut says it does, without a word


class Screen:
    """Shows any frame of the film. One for each thread; `media` and `lettering` are shared."""

    def __init__(self, media: Media, lettering: Lettering, remark: Callable[[str], None] = lambda words: None) -> None:
        self._media, self._lettering, self._remark = media, lettering, remark
        self._film, self._starts = media.timeline, media.timeline.starts
        self._spare = (p.empty(media.width, media.height), p.empty(media.width, media.height))
        self._held: dict[int, Opened] = {}  # what is being shown, whatever `media` lets go meanwhile
        self._readers: dict[int, Reader] = {}
        self._effects: dict[int, Effects] = {}
        self._layers = Layers(media, remark)

    def draw(self, n: int, target: p.Planes) -> None:
        """Paint film frame `n` (0 ≤ n < frames) into planes of the film's size."""
        film = self._film
        index = bisect_right(self._starts, n) - 1
        change = film.shots[index - 1].transition if index else None
        into = n - self._starts[index]
        if change and into < change.frames:
            self._change(change, index, n, (into + 1) / (change.frames + 1), target)
        else:
            self._shot(index, n, target)
        self._layers.draw(film.layers, n, film.frames, "The film", target)
        light = min(1.0, (n + 1) / (film.fade_in + 1), (film.frames - n) / (film.fade_out + 1))
        if light < 1:
            p.dim(target, light)
        self._lettering.draw(n, target)

    def close(self) -> None:
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()
        self._held.clear()
        self._layers.close()

    def _change(self, change: Transition, index: int, n: int, share: float, target: p.Planes) -> None:
        old, new = transitions.shown(change, share)
        if old:
            self._shot(index - 1, n, self._spare[0])
        if new:
            self._shot(index, n, self._spare[1])
        transitions.blend(change, share, *self._spare, target)

    def _shot(self, index: int, n: int, target: p.Planes) -> None:
        shot = self._film.shots[index]
        local = n - self._starts[index]
        if shot.effects:
            self._affected(index, shot, local, target)
        else:
            self._bare(index, shot, local, target)
        self._layers.draw(shot.layers, local, shot.visible, f"Shot {index + 1}", target)

    def _bare(self, index: int, shot: Shot, local: float, target: p.Planes) -> None:
        if shot.kind == "Colour":
            p.flood(target, shot.colour)
        else:
            self._picture(index, shot, local, target)

    def _affected(self, index: int, shot: Shot, local: int, target: p.Planes) -> None:
        effects, rate = self._effects.get(index), float(self._film.rate)
        if effects is None:
            effects = self._effects[index] = Effects(
                shot.effects, (shot.visible - 1) / rate, target.size,
                lambda seconds, plain: self._bare(index, shot, seconds * rate, plain), f"Shot {index + 1}: ",
            )  # fmt: skip
        effects.draw(local / rate, target)

    def _picture(self, index: int, shot: Shot, local: float, target: p.Planes) -> None:
        opened = self._open(index)
        middle = opened.course.at(shot.source_at(local) / float(self._film.rate))
        view = view_at(shot.camera or STILL, local / max(1, shot.visible - 1), middle)
        source = opened.still or self._moving(index, shot, opened, local)
        stands = shot.camera is None and not opened.course.moves
        p.show(source, target, window(view, opened.zoom, source.size, target.size), whole=stands)

    def _open(self, index: int) -> Opened:
        opened = self._held.get(index)
        if opened is None:
            self._held = {i: held for i, held in self._held.items() if abs(i - index) == 1}
            opened = self._held[index] = self._media.open(index)
        return opened

    def _moving(self, index: int, shot: Shot, opened: Opened, local: float) -> p.Planes:
        footage = opened.footage
        assert footage is not None
        width, height = p.even(self._media.width * opened.zoom), p.even(self._media.height * opened.zoom)
        sides = p.cover if opened.filled else p.contain
        last = footage.seconds - 0.5 / float(footage.rate)
        seconds = min(shot.source_at(local) / float(self._film.rate), max(0.0, last))
        try:
            reader = self._reader(index, footage, sides(footage.width, footage.height, width, height))
            picture = reader.at(max(0.0, seconds))
        except PersonError as error:
            raise PersonError(f"Shot {index + 1}: {error}") from error
        except (av.FFmpegError, OSError) as error:
            name = short(footage.path)
            raise PersonError(f"Shot {index + 1}: '{name}' can no longer be read. Give it again.") from error
        if reader.broken:
            self._remark(f"Shot {index + 1}: {reader.broken[0]}; the picture before it is held.")
        if opened.filled:
            return picture
        if shot.fit == "coloured sides":
            whole = p.empty(width, height)
            p.flood(whole, shot.colour)
        else:
            whole = p.ground(picture, width, height)
        if reader.alpha is None:
            p.lay(picture, whole)
        else:
            lay_over(picture, reader.alpha, whole)
        return whole

    def _reader(self, index: int, footage: Footage, size: tuple[int, int]) -> Reader:
        """What plays a shot, kept until a later shot is shown."""
        reader = self._readers.get(index)
        if reader is None:
            for old in [i for i in self._readers if i < index - 1]:
                self._readers.pop(old).close()
            shot = self._film.shots[index]
            back = shot.source_at(shot.visible) < shot.source_at(0)
            reader = self._readers[index] = Reader(footage, *size, shot.grade, self._media.folder, back)
            told = min(shot.available or 0, max(shot.source_at(0), shot.source_at(shot.visible)))
            early = float(told / self._film.rate) - footage.seconds
            if early > _SHORT:
                name = short(footage.path)
                self._remark(f"Shot {index + 1}: '{name}' ends {early:.1f} s early; its last picture is held.")
        return reader


def frame_target(frame: Any) -> p.Planes:
    """The planes of an av.VideoFrame in yuv420p, to paint into."""
    return p.Planes(*(np.frombuffer(q, np.uint8).reshape(-1, q.line_size)[: q.height, : q.width] for q in frame.planes))
