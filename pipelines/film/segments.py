"""Making all pieces of a film, side by side, and only those that are not there and nobody else is making."""

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from pipelines.film.encoding import Encoding, encode_piece, is_whole
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from pipelines.film.pace import Pace
from pipelines.film.pieces import Piece, pieces
from pipelines.film.sharing import CLAIMS, TURNS
from pipelines.film.unchanged import Stamps
from pipelines.memory import give_back
from pipelines.patience import patiently
from studio.errors import Cancelled, PersonError
from studio.timeline import Timeline
from studio.work import Work

_LOOK = 0.05  # seconds between two looks at how far it is and whether to stop
_GRACE = 3.0  # seconds in which the others may clear up after one has failed
_TOLD = 5  # of the things that are wrong at most
_ROUNDS = 3  # how often pieces that somebody removed are made again

Job = tuple[Piece, Path]


def encode(timeline: Timeline, folder: Path, lettering: Lettering, size: tuple[int, int], encoding: Encoding,
           work: Work, report: Callable[[int, int, str], None], media: Media | None = None) -> list[Path]:  # fmt: skip
    """Every piece of the film as an encoded file, in order; those already there are not made again, and a piece that
    another film of this process is making is waited for.

    `media`: of this film and size, where somebody opened some of it already.
    `report(done, of, left)` is called from this thread: frames, and words for the time left (" · 12 s left" or "").
    Raises PersonError naming every shot that cannot be shown, once all others are made and kept; any other error ends
    them at once. A cancel is heard within 100 ms whatever the pieces are doing: a thread
    deep in a library is left to end by itself and keeps nothing.
    """
    stamps, media = Stamps(timeline, folder), media or Media(timeline, folder, *size)
    todo = patiently(work.check, lambda: pieces(timeline, lettering, size, encoding, folder))
    paths = [work.part(piece.name) for piece in todo]
    for _ in range(_ROUNDS):
        missing: dict[str, Job] = {}
        for job in zip(todo, paths, strict=True):
            work.check()
            if not is_whole(job[1], _length(job[0])):
                missing[job[0].name] = job
        if not missing:
            break
        _Film(media, lettering, encoding, work, list(missing.values()), stamps).make(report)
        if all(path.exists() for path in paths):
            break
    report(timeline.frames, timeline.frames, "")
    return paths


def _length(piece: Piece) -> int:
    return piece.end - piece.start


class _Film:
    """A film's missing pieces, and the threads that make them."""

    def __init__(self, media: Media, lettering: Lettering, encoding: Encoding, work: Work, jobs: list[Job],
                 stamps: Stamps) -> None:  # fmt: skip
        self._media, self._lettering, self._encoding = media, lettering, encoding
        self._timeline, self._size = media.timeline, (media.width, media.height)
        self._work, self._todo, self._stamps = work, deque(jobs), stamps
        self._missing = sum(_length(piece) for piece, _ in jobs)
        self._made = self._found = 0
        self._error: BaseException | None = None
        self._faults: dict[int, str] = {}  # what the person must mend, by the frame where the piece begins
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._said: set[str] = set()

    def make(self, report: Callable[[int, int, str], None]) -> None:
        """Until no piece is missing that can be made. Raises the first error of any piece, or Cancelled."""
        count = max(1, min(self._work.threads, len(self._todo)))
        threads = [threading.Thread(target=self._run, name=f"render {n}") for n in range(1, count + 1)]
        pace, of = Pace(), self._timeline.frames
        grace = 0.0
        try:
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads) and not self._error:
                self._work.check()
                made, missing = self._made, self._missing - self._made - self._found
                report(of - missing, of, pace.left(made, missing))
                _join(threads, _LOOK)
            if self._error:
                grace = _GRACE
                raise self._error
        finally:
            self._stop.set()
            _join(threads, grace)
            give_back()
        if self._faults:
            raise PersonError(_together([words for _, words in sorted(self._faults.items())]))

    def _run(self) -> None:
        screen: Screen | None = None
        try:
            while job := self._next():
                try:
                    with TURNS.turn(self, self._check):
                        if not self._there(job):
                            screen = screen or Screen(self._media, self._lettering, self._remark)
                            self._encode(job, screen)
                except PersonError as error:
                    with self._lock:
                        self._faults[job[0].start] = str(error)
                    self._remark(str(error))  # told at once; the others are made meanwhile
                finally:
                    CLAIMS.free(job[1])
        except Cancelled:
            pass
        except BaseException as error:
            with self._lock:
                self._error = self._error or error
        finally:
            if screen:
                screen.close()

    def _next(self) -> Job | None:
        """A piece that nobody is making, now claimed; None when none is left. Waits while others make all that are."""
        while True:
            self._check()
            with self._lock:
                for _ in range(len(self._todo)):
                    if CLAIMS.take(self._todo[0][1]):
                        return self._todo.popleft()
                    self._todo.rotate(-1)
                if not self._todo:
                    return None
            CLAIMS.wait()

    def _there(self, job: Job) -> bool:
        """Whether another film has made the piece meanwhile."""
        piece, path = job
        if not (path.exists() and is_whole(path, _length(piece))):
            return False
        with self._lock:
            self._found += _length(piece)
        return True

    def _encode(self, job: Job, screen: Screen) -> None:
        piece, path = job
        span = range(piece.start, piece.end)
        drawn = 0

        def step() -> None:
            nonlocal drawn
            drawn += 1
            if drawn == len(span):
                self._stamps.check(piece.start, piece.end)
            self._step()

        encode_piece(path, span, screen.draw, self._size, self._timeline.rate, self._encoding, step)

    def _step(self) -> None:
        self._check()
        with self._lock:
            self._made += 1

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._work.check()

    def _remark(self, words: str) -> None:
        with self._lock:
            if words in self._said or self._stop.is_set():
                return
            self._said.add(words)
        self._work.note(words)


def _together(faults: list[str]) -> str:
    """What is wrong with several pieces, as one text."""
    each = list(dict.fromkeys(faults))
    more = f" And {len(each) - _TOLD} more." if len(each) > _TOLD else ""
    return f"{' '.join(each[:_TOLD])}{more} All else is made and kept."


def _join(threads: list[threading.Thread], seconds: float) -> None:
    """Until all have ended, at most so long."""
    until = time.monotonic() + seconds
    for thread in threads:
        if thread.ident is not None:
            thread.join(max(0.0, until - time.monotonic()))
