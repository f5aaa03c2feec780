"""Sound kept on disk as it comes, read a stretch at a time, so that hours take no memory."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.whole import appearing

if TYPE_CHECKING:
    import numpy as np

_READ = 480_000  # samples looked at at once


@dataclass(frozen=True)
class Wave:
    """Sound on disk: `count` samples of float32 stereo at 48 kHz, without a header."""

    path: Path
    count: int

    def __len__(self) -> int:
        return self.count

    def read(self, begin: int = 0, end: int | None = None) -> "np.ndarray":
        """Samples [begin, end) of shape (n, 2); what lies outside the wave is left out."""
        import numpy as np

        begin, end = max(0, begin), min(self.count, self.count if end is None else end)
        if begin >= end:
            return np.zeros((0, 2), np.float32)
        return np.fromfile(self.path, np.float32, (end - begin) * 2, offset=begin * 8).reshape(-1, 2)

    def heard(self, check: Callable[[], None]) -> bool:
        """Whether there is anything on it but digital silence."""
        for begin in range(0, self.count, _READ):
            check()
            if self.read(begin, begin + _READ).any():
                return True
        return False


def keep(sound: "Iterable[np.ndarray]", path: Path) -> Wave:
    """Write sound to disk as it comes. Raises OSError when the disk is full; `path` appears only when whole."""
    count = 0
    with appearing(path) as waiting, waiting.open("wb") as out:
        for piece in sound:
            out.write(piece.tobytes())
            count += len(piece)
    return Wave(path, count)


class Keeper:
    """A wave that is written bit by bit beside others: `add` in order, then `close`."""

    def __init__(self, path: Path) -> None:
        self._path, self._out, self._count = path, path.open("wb"), 0

    def add(self, sound: "np.ndarray") -> None:
        """Raises OSError when the disk is full."""
        self._out.write(sound.astype("<f4", copy=False).tobytes())
        self._count += len(sound)

    def close(self) -> Wave:
        self._out.close()
        return Wave(self._path, self._count)


def mark(path: Path) -> str:
    """A short name for what is made of a file: two files of one name in two folders have two, and so has one that was
    written anew."""
    try:
        about = path.stat()
        written = about.st_size, about.st_mtime_ns
    except OSError:  # whoever reads it says what is wrong
        written = 0, 0
    return hashlib.sha256(repr((str(path.absolute()), written)).encode()).hexdigest()[:24]
