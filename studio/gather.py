"""Gather a pack's files, each checked against its pinned hash, from one source after another; what is whole is kept."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from studio import fetch
from studio.disk import size
from studio.errors import Cancelled
from studio.fetch import Unreached
from studio.packlist import PackFile, PackInfo, Part, Source, local_root
from studio.soundfont import plain_soundfont
from studio.unpack import DAMAGED, members

Progress = Callable[[float, str], None]

_CHUNK = 1 << 20
_RECIPES: dict[str, Callable[[Path, Path, Callable[[float], None]], None]] = {"soundfont": plain_soundfont}


@dataclass
class Meter:
    """Progress that never goes back, and says each new thing once, then at most twenty times a second."""

    total: int
    report: Progress
    share: float = 0.0
    spoken: float = 0.0
    doing: str = ""

    def at(self, done: float, words: str) -> None:
        """`done` bytes' worth of the pack's are there."""
        self.share = max(self.share, min(1.0, done / max(1, self.total)))
        doing = words.partition(",")[0]
        if doing != self.doing or time.monotonic() - self.spoken >= 0.05:
            self.spoken, self.doing = time.monotonic(), doing
            self.report(self.share, words)


def sha256_of(path: Path, cancelled: threading.Event | None = None) -> str:
    """The file's sha256, read in pieces. Raises Cancelled, OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            if cancelled and cancelled.is_set():
                raise Cancelled
    return digest.hexdigest()


@contextmanager
def _reading(archive: Path) -> Iterator[None]:
    try:
        yield
    except DAMAGED as error:
        raise Unreached(f"{archive.name} is damaged: {error}") from error


@dataclass(frozen=True)
class Gathering:
    """One pack on its way: `folder`/done holds files that are whole and right, `folder`/part those still growing.

    `aside` is where a file goes that is not what its hash says.
    """

    info: PackInfo
    folder: Path
    aside: Path
    meter: Meter
    cancelled: threading.Event

    def _check(self) -> None:
        if self.cancelled.is_set():
            raise Cancelled

    def done(self, file: PackFile) -> Path:
        return self.folder / "done" / file.path

    def _here(self, file: PackFile) -> bool:
        return self.done(file).is_file() and self.done(file).stat().st_size == file.bytes

    def wanted(self) -> dict[str, PackFile]:
        """What must still be fetched, by path."""
        return {f.fetched.path: f.fetched for f in self.info.files if not self._here(f.fetched)}

    def _base(self) -> int:
        """Bytes fetched so far."""
        return sum(f.fetched.bytes for f in self.info.files if self._here(f.fetched))

    def all(self) -> None:
        """Gather every file. Raises Unreached saying what was tried, Cancelled, OSError of the disk."""
        tried: list[str] = []
        for name in ("done", "part"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self._doubt()
        for source in self.info.sources:
            wanted = {path: file for path, file in self.wanted().items() if path in source.gives}
            if wanted:
                try:
                    self._take(source, wanted)
                except Unreached as why:
                    tried.append(f"{source.words} ({why})")
        if self.wanted():
            raise Unreached("; ".join(tried) or "no source has " + ", ".join(self.wanted()))
        for file in self.info.files:
            if file.raw:
                self._make(file, self.done(file.raw))

    def _doubt(self) -> None:
        """Drop what an earlier fetch left that no longer fits: a crash or another catalogue may lie between."""
        for file in self.info.files:
            if self._here(file.fetched) and sha256_of(self.done(file.fetched), self.cancelled) != file.fetched.sha256:
                self.done(file.fetched).unlink()
            if file.raw:
                self.done(file).unlink(missing_ok=True)  # made again from its raw file, in seconds

    def _take(self, source: Source, wanted: dict[str, PackFile]) -> None:
        if source.local:
            self._copy_local(source, wanted)
        elif source.kind == "hub":
            self._from_hub(source, wanted)
        elif source.parts:
            self._join(source, next(iter(wanted.values())))
        else:
            self._from_package(source, wanted)

    def _part(self, file: PackFile) -> Path:
        path = self.folder / "part" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _accept(self, part: Path, file: PackFile, sha256: str) -> None:
        """Let a file in when it is what its pins say, else set it aside and raise Unreached."""
        if sha256 == file.sha256 and part.stat().st_size == file.bytes:
            self._keep(part, file)
            return
        aside = self.aside / file.path
        aside.parent.mkdir(parents=True, exist_ok=True)
        os.replace(part, aside)
        raise Unreached(f"its {file.path} is not the file the studio knows (sha256 {sha256[:12]}… instead of "
                        f"{file.sha256[:12]}…); it was not used and lies in {aside}")  # fmt: skip

    def _keep(self, part: Path, file: PackFile) -> None:
        """Move a file that is right to where whole ones are, its bytes on the disk before its name."""
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        self.done(file).parent.mkdir(parents=True, exist_ok=True)
        os.replace(part, self.done(file))

    def _copy(self, stream: IO[bytes], target: Path, most: int, mode: str = "wb") -> str:
        """Copy a stream to a file, one byte past `most` at most; the sha256 of what was copied."""
        digest, left = hashlib.sha256(), most + 1
        with target.open(mode) as file:
            while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
                self._check()
                file.write(chunk)
                digest.update(chunk)
                left -= len(chunk)
        return digest.hexdigest()

    def _copy_local(self, source: Source, wanted: dict[str, PackFile]) -> None:
        root = local_root(source.kind, source.package)
        if root is None:
            raise Unreached("it is not installed")
        for path, file in wanted.items():
            place = root / source.gives[path]
            if not place.is_file():
                raise Unreached(f"it has no {source.gives[path]}")
            self.meter.at(self._base(), f"copying {path}")
            with place.open("rb") as stream:
                self._accept(self._part(file), file, self._copy(stream, self._part(file), file.bytes))

    def _from_hub(self, source: Source, wanted: dict[str, PackFile]) -> None:
        for path, file in wanted.items():
            part, base = self._part(file), self._base()

            def heard(count: int, file: PackFile = file, base: int = base) -> None:
                words = f"fetching {file.path} from the hub, {size(count)} of {size(file.bytes)}"
                self.meter.at(base + count, words)

            if not part.is_file() or part.stat().st_size != file.bytes:
                url = fetch.hub_address(source.package, source.version, source.gives[path])
                fetch.hub_file(url, part, file.bytes, self.cancelled, heard)
            self.meter.at(base, f"checking {path}")
            self._accept(part, file, sha256_of(part, self.cancelled))

    def _from_package(self, source: Source, wanted: dict[str, PackFile]) -> None:
        base, weight = self._base(), sum(file.bytes for file in wanted.values())
        whole = source.download or weight

        def heard(count: int) -> None:
            count = min(count, whole)
            words = f"fetching {source.package}, {size(count)} of {size(whole)}"
            self.meter.at(base + weight * 0.9 * count / whole, words)

        archive = self._package(source, source.package, heard)
        places = {source.gives[path]: file for path, file in wanted.items()}
        self._unpack(archive, places)
        lacking = [file.path for file in places.values() if not self._here(file)]
        archive.unlink()
        if lacking:
            raise Unreached("it lacks " + ", ".join(lacking))

    def _package(self, source: Source, name: str, heard: fetch.Heard) -> Path:
        return fetch.package(source.kind, name, source.version, self.folder / "scratch", self.cancelled, heard)

    def _unpack(self, archive: Path, places: dict[str, PackFile]) -> None:
        with _reading(archive):
            self.meter.at(self._base(), f"unpacking {archive.name}")
            for place, stream in members(archive, places.keys(), self._check):
                file = places[place]
                self.meter.at(self._base(), f"unpacking {file.path}")
                self._accept(self._part(file), file, self._copy(stream, self._part(file), file.bytes))

    def _add(self, archive: Path, place: str, part: Path, pins: Part) -> None:
        """Add a stretch to the end of a growing file; a wrong one is cut off again."""
        before = part.stat().st_size
        with _reading(archive):
            for _, stream in members(archive, {place}, self._check):
                if self._copy(stream, part, pins.bytes, "ab") != pins.sha256:
                    os.truncate(part, before)
                    raise Unreached(f"its {place} is not the file the studio knows; it was not used")
                return
        raise Unreached(f"it lacks {place}")

    def _whole_parts(self, source: Source, part: Path) -> int:
        """How many parts at the head of a growing file are whole and right; the file is cut off after them."""
        if not part.exists():
            part.touch()
        with part.open("r+b") as file:
            for count, pins in enumerate(source.parts):
                place = file.tell()
                if hashlib.sha256(file.read(pins.bytes)).hexdigest() != pins.sha256:
                    file.truncate(place)
                    return count
                self.meter.at(place, f"checking part {count + 1}, fetched before")
                self._check()
            file.truncate(file.tell())
        return len(source.parts)

    def _join(self, source: Source, file: PackFile) -> None:
        """Bring a file whose stretches arrive in packages of their own; every stretch is checked before it is added."""
        part, count = self._part(file), len(source.parts)
        for at in range(self._whole_parts(source, part), count):
            pins, base = source.parts[at], self._base() + part.stat().st_size
            words = f"fetching part {at + 1} of {count}"

            def heard(got: int, base: int = base, most: int = pins.bytes, words: str = words) -> None:
                self.meter.at(base + min(got, most), f"{words}, {size(base + min(got, most))} of {size(file.bytes)}")

            archive = self._package(source, source.package.format(n=at + 1), heard)
            self._add(archive, source.gives[file.path].format(n=at + 1), part, pins)
            archive.unlink()
        self.meter.at(self._base() + file.bytes, f"checking {file.path}")
        self._accept(part, file, sha256_of(part, self.cancelled))

    def _make(self, file: PackFile, raw: Path) -> None:
        """Make a file of the pack from what was fetched, by one of the recipes."""

        def step(share: float) -> None:
            self._check()
            self.meter.at(self.meter.total - file.bytes * (1 - share), f"making {file.path}")

        _RECIPES[file.made_by](raw, self._part(file), step)
        if self._part(file).stat().st_size != file.bytes:
            raise ValueError(f"{file.path} was made {self._part(file).stat().st_size} bytes long, not {file.bytes}")
        self._keep(self._part(file), file)


def effort(info: PackInfo) -> int:
    """What a pack's progress is counted in: bytes fetched, and bytes made here from them."""
    return sum(file.fetched.bytes + (file.bytes if file.raw else 0) for file in info.files)


def bytes_needed(gathering: Gathering) -> int:
    """Free bytes the rest of a pack asks of the disk, the packages on their way included."""
    wanted = gathering.wanted()
    made = sum(f.bytes for f in gathering.info.files if f.raw)
    parts = gathering.folder / "part"
    growing = sum(p.stat().st_size for p in parts.rglob("*") if p.is_file()) if parts.is_dir() else 0
    packages = [0]
    for source in (s for s in gathering.info.sources if s.kind in ("pypi", "npm")):
        given = sum(file.bytes for path, file in wanted.items() if path in source.gives)
        packages.append(max(part.bytes for part in source.parts) if source.parts else source.download or given)
    # A client keeps a package twice while it moves it into place.
    return max(0, sum(file.bytes for file in wanted.values()) - growing) + made + 2 * max(packages)
