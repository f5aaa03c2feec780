"""One process at a time: a lock on a file that the system lets go of when its holder dies."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import Cancelled

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def held(path: Path, cancelled: threading.Event, waiting: Callable[[], None] = lambda: None, *,
         every: float = 0.1) -> Iterator[None]:  # fmt: skip
    """Hold the lock at `path` (made when absent) for the length of a `with`; `waiting()` is heard while another has it.

    Holds between threads of one process too. `every`: seconds between two tries. Raises Cancelled when asked to stop
    while waiting, OSError when the file cannot be made. The file stays: removing it would let two holders lock two
    files of one name.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while not _take(file):
            if cancelled.is_set():
                raise Cancelled
            waiting()
            time.sleep(every)
        yield
    finally:
        os.close(file)  # closing lets go of the lock
