"""What the renders of one process share: turns at the cores, fairly, and who is making which piece."""

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOK = 0.05  # seconds between two looks at whether to stop


class Turns:
    """So many at work at once. Who has the fewest at work goes first; among equals, who has waited longest."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._waiting: list[tuple[int, object]] = []  # number, whose
        self._at_work: Counter[object] = Counter()
        self._number = 0
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, whose: object, check: Callable[[], None]) -> Iterator[None]:
        """Wait for a turn and hold it for the length of a `with`. `check()` is called meanwhile and may raise."""
        self._take(whose, check)
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._at_work[whose] -= 1
                self._at_work += Counter()  # those with none at work are forgotten
                self._changed.notify_all()

    def _take(self, whose: object, check: Callable[[], None]) -> None:
        with self._changed:
            self._number += 1
            mine = (self._number, whose)
            self._waiting.append(mine)
            try:
                while not self._free or self._first() is not mine:
                    check()
                    self._changed.wait(_LOOK)
                self._free -= 1
                self._at_work[whose] += 1
            finally:
                self._waiting.remove(mine)
                self._changed.notify_all()

    def _first(self) -> tuple[int, object]:
        return min(self._waiting, key=lambda each: (self._at_work[each[1]], each[0]))


class Claims:
    """Which files are being made now, so that two who want the same one make it once."""

    def __init__(self) -> None:
        self._taken: set[Path] = set()
        self._changed = threading.Condition()

    def take(self, path: Path) -> bool:
        """Whether it is now the caller's to make; False when it is another's."""
        with self._changed:
            if path in self._taken:
                return False
            self._taken.add(path)
            return True

    def free(self, path: Path) -> None:
        with self._changed:
            self._taken.discard(path)
            self._changed.notify_all()

    def wait(self) -> None:
        """Until something is freed, or for a moment."""
        with self._changed:
            self._changed.wait(_LOOK)


TURNS = Turns(os.cpu_count() or 1)
CLAIMS = Claims()
