"""What was made, remembered by content: files named by their sha256, records that say how each came to be."""

import errno
import hashlib
import json
import os
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from studio.disk import disk_said
from studio.errors import PersonError
from studio.events import Artifact
from studio.parts import Parts

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Record:
    """How a thing was made. Its key is the hash of everything that decides the outcome."""

    key: str
    tool: str
    code: str
    inputs: Mapping[str, Any]  # input name → digest, list of digests, or None
    options: Mapping[str, Any]
    packs: Mapping[str, str]  # pack → pinned digest
    notes: tuple[str, ...]
    seconds: float
    made: str  # digest + suffix
    kind: str
    bytes: int
    at: float  # seconds since the epoch


def digest_of(path: Path) -> str:
    """sha256 of a file's bytes, as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def key_of(
    tool: str, code: str, inputs: Mapping[str, Any], options: Mapping[str, Any], packs: Mapping[str, str]
) -> str:
    """sha256 of the canonical JSON of all that decides what a step makes."""
    plain = {"tool": tool, "code": code, "inputs": dict(inputs), "options": dict(options), "packs": dict(packs)}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _replace(path: Path, target: Path) -> None:
    """Rename over a file that may be there, never leaving a moment in which none is."""
    try:
        os.replace(path, target)
    except PermissionError:
        if os.name == "posix":
            raise
        with suppress(FileNotFoundError):  # elsewhere a read-only file is not replaced
            target.chmod(stat.S_IRUSR | stat.S_IWUSR)
        os.replace(path, target)


def _fsync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class Store:
    """A folder of finished files (`things/`), records (`records/`), reusable parts and scratch.

    Safe for several threads and processes: everything is written under a temporary name and renamed.
    A record exists only if its file was in place first; a damaged or missing file is a miss, not an error.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.things = folder / "things"
        self.records = folder / "records"
        self.parts = folder / "parts"
        self.scratch_root = folder / "scratch"
        with disk_said("the data folder"):
            for each in (self.things, self.records, self.parts, self.scratch_root):
                each.mkdir(parents=True, exist_ok=True)
            self.kept = Parts(self.parts, folder / "leases")
        self._verified: dict[str, tuple[int, int, int]] = {}
        self._lock = threading.Lock()

    # Files

    def artifact(self, name: str, kind: str) -> Artifact | None:
        """The file of this name (digest + suffix) when it is there and undamaged."""
        path = self.things / name
        digest, suffix = name[:64], name[64:]
        try:
            found = path.stat()
        except OSError:
            return None
        mark = (found.st_size, found.st_mtime_ns, found.st_ino)
        with self._lock:
            known = self._verified.get(name)
        if known != mark:
            try:
                if digest_of(path) != digest:
                    return None
            except OSError:
                return None
            with self._lock:
                self._verified[name] = mark
        return Artifact(digest, kind, suffix, found.st_size, path)

    def adopt(self, source: Path, kind: str, suffix: str | None = None, *, move: bool = False) -> Artifact:
        """Bring a file in under the name of its content. Raises PersonError when the disk is full.

        `source` is copied, or moved when `move` and it lies on the same disk.
        """
        suffix = (source.suffix if suffix is None else suffix).lower()
        with disk_said("the file"):
            if move:
                return self._place(source, kind, suffix)
            with self.scratch() as folder:
                copy = folder / "copy"
                shutil.copyfile(source, copy)
                return self._place(copy, kind, suffix)

    def adopt_text(self, text: str) -> Artifact:
        """A Text written in place in a plan."""
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() + ".txt"
        known = self.artifact(name, "Text")
        if known:
            return known
        with disk_said("a text"), self.scratch() as folder:
            path = folder / "text.txt"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            return self._place(path, "Text", ".txt")

    def _place(self, path: Path, kind: str, suffix: str) -> Artifact:
        digest = digest_of(path)
        target = self.things / (digest + suffix)
        if self.artifact(target.name, kind) is None:
            with path.open("rb+") as file:
                os.fsync(file.fileno())
            path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
            _replace(path, target)
            _fsync_folder(self.things)
        made = self.artifact(target.name, kind)
        if made is None:
            raise OSError(errno.EIO, "the file read back differently from how it was written", str(target))
        return made

    # Records

    def _record_path(self, key: str) -> Path:
        return self.records / key[:2] / f"{key}.json"

    def recall(self, key: str) -> tuple[Artifact, Record] | None:
        """What this key made, if both record and file are whole."""
        record = self.record(key)
        if record is None:
            return None
        made = self.artifact(record.made, record.kind)
        return (made, record) if made else None

    def record(self, key: str) -> Record | None:
        """How this key's thing was made, whether or not its file is still here."""
        try:
            plain = json.loads(self._record_path(key).read_text(encoding="utf-8"))
            return Record(**{**plain, "notes": tuple(plain["notes"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, path: Path, record: Record, suffix: str) -> tuple[Artifact, Record]:
        """Move a finished file in and write its record; the record's `made` and `bytes` are filled in here."""
        with disk_said(f"what {record.tool} made"):
            made = self._place(path, record.kind, suffix)
            record = Record(**{**asdict(record), "made": made.name, "bytes": made.bytes})
            self._write_record(record)
        return made, record

    def _write_record(self, record: Record) -> None:
        target = self._record_path(record.key)
        target.parent.mkdir(exist_ok=True)
        temporary = target.with_suffix(f".{os.getpid()}.{threading.get_ident()}.new")
        try:
            with temporary.open("w", encoding="utf-8") as file:
                json.dump(asdict(record), file, ensure_ascii=True, sort_keys=True, default=str)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)

    def bring_record(self, plain: Mapping[str, Any]) -> bool:
        """Take in a record from elsewhere if it is sound, its file is here, and its key is not known yet.

        A record's key must be the hash of what it says; so a false one can stand for nothing already made here.
        """
        try:
            record = Record(**{**plain, "notes": tuple(plain["notes"])})
            key = key_of(record.tool, record.code, record.inputs, record.options, record.packs)
        except (TypeError, KeyError, ValueError):
            return False
        if key != record.key or self.record(key) or self.artifact(record.made, record.kind) is None:
            return False
        with disk_said("a record"):
            self._write_record(record)
        return True

    # Scratch, size, clearing

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """An empty folder on the store's own disk, removed at the end whatever happens."""
        with disk_said("a scratch folder"):
            folder = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=self.scratch_root))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what processes that died were writing: scratch folders, half-written parts and records."""
        for folder in self.scratch_root.iterdir():
            if not _alive(folder.name.split("-")[0]):
                shutil.rmtree(folder, ignore_errors=True)
        unfinished = [*self.parts.glob(".*.*.*"), *self.records.glob("*/*.new")]
        for path in unfinished:  # .<part>.<process>.… or <key>.<process>.<thread>.new
            if not _alive(path.name.removeprefix(".").split(".")[1]):
                with suppress(OSError):
                    _removed(path)

    def in_use(self) -> bool:
        """Whether something is being made here now, by this process or another."""
        return any(_alive(folder.name.split("-")[0]) for folder in self.scratch_root.iterdir())

    def bytes_used(self) -> dict[str, int]:
        """Bytes of things, records and parts on disk."""
        return {
            each.name: sum(p.stat().st_size for p in each.rglob("*") if p.is_file())
            for each in (self.things, self.records, self.parts)
        }

    def clear(self, keep: set[str]) -> int:
        """Remove what can be made again: every thing not named in `keep`, all parts, records without a file.

        Returns the bytes freed. Given files and pinned takes belong in `keep` (names: digest + suffix).
        Raises PersonError while something is being made: a run would lose what it stands on.
        """
        if self.in_use():
            raise PersonError("Something is being made right now. Clear when it has ended, or stop it first.")
        freed = 0
        with disk_said("the data folder"):
            for path in [*self.things.iterdir(), *self.parts.rglob("*")]:
                if not (path.parent == self.things and path.name in keep):
                    freed += _removed(path)
            for path in self.records.rglob("*.json"):
                record = self.record(path.stem)
                if record is None or not (self.things / record.made).exists():
                    path.unlink(missing_ok=True)
        return freed


def _removed(path: Path) -> int:
    """Remove a file: the bytes it had, 0 when it is none or another process was quicker."""
    try:
        if not path.is_file():
            return 0
        size = path.stat().st_size
        if os.name != "posix":
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # elsewhere a read-only file stays
        path.unlink()
        return size
    except FileNotFoundError:
        return 0


def _alive(process: str) -> bool:
    import psutil

    return process.isdigit() and psutil.pid_exists(int(process))


def now() -> float:
    """Seconds since the epoch."""
    return time.time()
