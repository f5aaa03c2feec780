"""The folder of reusable parts: a limit to its size, the least recently used let go, never one that a job uses."""

import os
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from studio.errors import PersonError
from studio.lock import held

_MOST = 5_000_000_000  # bytes of parts, where the disk has room for them
_SHARE = 0.1  # of what the disk would have free without them
_SETTING = "REELWRIGHT_PARTS_GB"
_BATCH = 32  # files let go under one hold of the lock: about a millisecond
_PAUSE = 0.01  # seconds between two batches, in which jobs get at the lock

Use = Callable[[str], None]


class Parts:
    """A flat folder of parts that can be made again, shared by the jobs of any number of processes.

    A job says which parts it uses before it looks whether they are there. That is written into a lease: a file that
    names the process, so that a lease outlives nobody. Leasing and letting go exclude each other by a lock; so a part
    that a job has leased and then seen stays until the job has ended, whoever trims meanwhile.
    """

    def __init__(self, folder: Path, leases: Path, limit: Callable[[], int] | None = None) -> None:
        """`leases`: a folder beside that of the parts. `limit()`: bytes; as set by the person when None."""
        self.folder, self._leases = folder, leases
        self.limit = limit or self._limit_set
        leases.mkdir(parents=True, exist_ok=True)
        self._trimming = threading.Lock()

    def _limit_set(self) -> int:
        """REELWRIGHT_PARTS_GB, or else 5 GB or a tenth of the disk's free space, whichever is less.

        Raises PersonError when the setting is not a number."""
        told = os.environ.get(_SETTING, "").strip()
        if told:
            try:
                gigabytes = float(told)
            except ValueError:
                gigabytes = -1.0
            if not 0 <= gigabytes < 1e6:
                raise PersonError(f"{_SETTING} is '{told[:40]}'. Set it to a number of gigabytes, such as 5.")
            return round(gigabytes * 1e9)
        return min(_MOST, round(_SHARE * (shutil.disk_usage(self.folder).free + self.size())))

    def size(self) -> int:
        """Bytes of all parts."""
        return sum(size for _, size, _ in self._all())

    @contextmanager
    def lease(self) -> Iterator[Use]:
        """For the length of a job: a call by which it names each part that it is about to look for or to make.

        When the job has ended, the folder is brought back under its limit, in a thread of its own.
        """
        mine = self._leases / f"{os.getpid()}-{_begun(os.getpid())}-{uuid.uuid4().hex[:12]}"
        named: set[str] = set()
        one = threading.Lock()

        def use(name: str) -> None:
            with one:
                if name not in named:
                    with self._alone(), mine.open("a", encoding="utf-8") as file:
                        file.write(name + "\n")
                    named.add(name)
            with suppress(OSError):  # not there yet
                os.utime(self.folder / name)

        try:
            yield use
        finally:
            with suppress(OSError):
                mine.unlink(missing_ok=True)
            if named:
                self.trim_soon()

    def trim_soon(self) -> None:
        """`trim` in a thread of its own, unless one is at it."""
        if not self._trimming.locked():
            threading.Thread(target=self._trim_quietly, name="trimming parts", daemon=True).start()

    def _trim_quietly(self) -> None:
        with suppress(OSError, PersonError):  # nobody waits for it; the next job's end tries again
            self.trim()

    def trim(self) -> int:
        """Let parts go, the least recently used first, until the rest is within the limit: the bytes freed.

        What a running job leases is passed over, though the folder stays too large for it.
        """
        with self._trimming:
            found = sorted(self._all())
            over = sum(size for _, size, _ in found) - self.limit()
            freed = 0
            while over > freed and found:
                batch, found = found[:_BATCH], found[_BATCH:]
                with self._alone():
                    used = self._used()
                    for changed, size, name in batch:
                        if over > freed and name not in used and _still(self.folder / name, changed):
                            freed += _gone(self.folder / name, size)
                time.sleep(_PAUSE)
            return freed

    def clear(self) -> int:
        """Let go of every part that no running job leases: the bytes freed."""
        with self._trimming, self._alone():
            used = self._used()
            return sum(_gone(self.folder / name, size) for _, size, name in self._all() if name not in used)

    def _alone(self) -> AbstractContextManager[None]:
        return held(self._leases / "lock", threading.Event(), every=0.002)

    def _all(self) -> list[tuple[int, int, str]]:
        """Every whole part as (last used in ns, bytes, name). Names that begin with a dot are being written."""
        found = []
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):  # gone meanwhile
                    if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                        about = entry.stat(follow_symlinks=False)
                        found.append((about.st_mtime_ns, about.st_size, entry.name))
        return found

    def _used(self) -> set[str]:
        """The names in all leases; those of processes that have ended are removed."""
        found: set[str] = set()
        for lease in self._leases.glob("*-*-*"):
            process, begun, _ = lease.name.split("-", 2)
            with suppress(OSError):
                if _runs(process, begun):
                    found.update(lease.read_text(encoding="utf-8").split("\n"))
                else:
                    lease.unlink()
        return found


def _begun(process: int) -> int:
    """When a process began, in whole seconds since the epoch."""
    import psutil

    return int(psutil.Process(process).create_time())


def _runs(process: str, begun: str) -> bool:
    """Whether the process that wrote a lease is still there, and not another that was given its number."""
    import psutil

    try:
        return abs(_begun(int(process)) - int(begun)) <= 2  # the system's clock may have been set meanwhile
    except psutil.AccessDenied:
        return True
    except (psutil.Error, ValueError):
        return False


def _still(path: Path, changed: int) -> bool:
    """Whether a part has not been used since it was listed."""
    try:
        return path.stat().st_mtime_ns == changed
    except OSError:
        return False


def _gone(path: Path, size: int) -> int:
    try:
        path.unlink()
    except OSError:  # gone already, or open in a system that keeps open files
        return 0
    return size
