"""Making all pieces of a film, side by side, and only those that are not there yet."""

import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from pipelines.encoding import Encoding, encode_piece, is_whole
from pipelines.frames import Screen
from pipelines.media import Media
from pipelines.overlays import Lettering
from pipelines.pieces import Piece, pieces
from studio.errors import Cancelled
from studio.timeline import Timeline
from studio.work import Work


def encode(timeline: Timeline, folder: Path, lettering: Lettering, size: tuple[int, int], encoding: Encoding,
           work: Work, report: Callable[[int, int], None]) -> list[Path]:  # fmt: skip
    """Every piece of the film as an encoded file, in order; those already there are not made again.

    `report(done, of)` is called from this thread, in frames. The first error of any piece ends the others.
    """
    todo = pieces(timeline, lettering, size, encoding, folder)
    paths = [work.part(piece.name) for piece in todo]
    pairs = zip(todo, paths, strict=True)
    missing = {piece.name: (piece, path) for piece, path in pairs if not is_whole(path, piece.end - piece.start)}
    opened = Media(timeline, folder, *size)
    count = _Count(timeline.frames - sum(piece.end - piece.start for piece, _ in missing.values()))
    said: set[str] = set()

    def remark(words: str) -> None:
        if words not in said:
            said.add(words)
            work.note(words)

    threads = threading.local()
    screens: list[Screen] = []
    stop = threading.Event()

    def step() -> None:
        if stop.is_set():
            raise Cancelled
        work.check()
        count.step()

    def make(piece: Piece, path: Path) -> None:
        if not hasattr(threads, "screen"):
            threads.screen = Screen(opened, lettering, remark)
            screens.append(threads.screen)
        span = range(piece.start, piece.end)
        encode_piece(path, span, threads.screen.draw, size, timeline.rate, encoding, step)

    with ThreadPoolExecutor(max(1, min(work.threads, len(missing) or 1)), "render") as pool:
        waiting: set[Future[None]] = {pool.submit(make, *job) for job in missing.values()}
        try:
            while waiting:
                done, waiting = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
                report(count.value, timeline.frames)
                for future in done:
                    future.result()
        finally:
            stop.set()
            for future in waiting:
                future.cancel()
            wait(waiting)
            for screen in screens:
                screen.close()
    return paths


class _Count:
    """Frames done so far, over all workers."""

    def __init__(self, value: int) -> None:
        self.value = value
        self._lock = threading.Lock()

    def step(self) -> None:
        with self._lock:
            self.value += 1
