"""Cuts kept open between two looks at them: pictures decoded, captions set, so that a frame costs only its drawing."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from pipelines.film import planes as p
from pipelines.film.filming import lettering
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from studio.errors import PersonError
from studio.given import short
from studio.timeline import Timeline, load
from studio.work import Work

_IDLE = 2  # screens kept for a stage when nobody draws on them
_OPEN = 3  # stages kept


class Lent:
    """A screen for one thread, and what it remarked since it was lent."""

    def __init__(self, media: Media, letters: Lettering) -> None:
        self.remarks: list[str] = []
        self.screen = Screen(media, letters, self.remarks.append)


class Stage:
    """A cut open at a size. Any number of threads may draw, each on a screen of its own."""

    def __init__(self, timeline: Timeline, folder: Path, size: tuple[int, int], letters: Lettering) -> None:
        self.timeline, self.folder, self.size = timeline, folder, size
        self._media, self._letters = Media(timeline, folder, *size), letters
        self._idle: list[Lent] = []
        self._lock = threading.Lock()
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[Lent]:
        """A screen for the length of a `with`; one on which drawing failed is not used again."""
        with self._lock:
            lent = self._idle.pop() if self._idle else None
        lent = lent or Lent(self._media, self._letters)
        lent.remarks.clear()
        fine = False
        try:
            yield lent
            fine = True
        except GeneratorExit:  # whoever drew was closed; the screen is whole
            fine = True
            raise
        finally:
            with self._lock:
                fine = fine and not self._closed and len(self._idle) < _IDLE
                if fine:
                    self._idle.append(lent)
            if not fine:
                lent.screen.close()

    def frame(self, n: int, work: Work) -> p.Planes:
        """Film frame `n`, from 0; a number past the end gives the last. Remarks are noted by `work`."""
        target = p.empty(*self.size)
        with self.lent() as lent:
            lent.screen.draw(max(0, min(n, self.timeline.frames - 1)), target)
            for words in dict.fromkeys(lent.remarks):
                work.note(words)
        return target

    def close(self) -> None:
        """Close what is idle now, and what is lent once it comes back."""
        with self._lock:
            idle, self._idle, self._closed = self._idle, [], True
        for lent in idle:
            lent.screen.close()


class Stages:
    """The stages used last, kept open."""

    def __init__(self, most: int = _OPEN) -> None:
        self._most = most
        self._open: OrderedDict[object, Stage] = OrderedDict()
        self._lock = threading.Lock()

    def open(self, cut: Path, size: tuple[int, int], work: Work, captions: bool = True) -> Stage:
        """The stage of a cut at a size (even sides), with its captions in the picture or without.

        Raises PersonError when the cut or a file of it is missing.
        """
        timeline = loaded(cut)
        key = (cut, size, captions, tuple(_mark(cut.parent / name) for name in timeline.media), _mark(cut))
        with self._lock:
            if key in self._open:
                self._open.move_to_end(key)
                return self._open[key]
        made = Stage(timeline, cut.parent, size, lettering(timeline, cut.parent, size, captions, work))
        with self._lock:
            stage = self._open.setdefault(key, made)  # another may have been quicker
            self._open.move_to_end(key)
            old = [self._open.popitem(last=False)[1] for _ in range(len(self._open) - self._most)]
        for each in old:
            each.close()
        return stage

    def close(self) -> None:
        """Let go of everything that is warm."""
        with self._lock:
            old = list(self._open.values())
            self._open.clear()
        for each in old:
            each.close()


STAGES = Stages()


def loaded(cut: Path) -> Timeline:
    """A cut's timeline, read once for as long as its file does not change. Raises PersonError when it cannot be."""
    return _loaded(cut, _mark(cut))


@lru_cache(maxsize=8)
def _loaded(cut: Path, mark: object) -> Timeline:
    return load(cut)


def _mark(path: Path) -> tuple[int, int]:
    """What changes when a file does."""
    try:
        about = path.stat()
    except OSError as error:
        raise PersonError(f"The file '{short(path)}' of the cut is missing. Run its step again.") from error
    return about.st_size, about.st_mtime_ns
