"""Packs: weights, art, voices and sounds that arrive in packages. Fetched once, verified, found again."""

import errno
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from studio.disk import size
from studio.errors import PersonError
from studio.fetch import Unreached
from studio.gather import Gathering, Meter, bytes_needed, effort, sha256_of
from studio.lock import held
from studio.packlist import PackFile, PackInfo, local_root, read_catalogue

_CATALOGUE = Path(__file__).resolve().parent.parent / "assets" / "packs.toml"
_MANIFEST = ".pack.json"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def _way(name: str) -> str:
    return f"python app.py packs get {name}"


def _flush(path: Path) -> None:
    """Make what was renamed into a folder outlive a power cut, where the system can."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True)
class Packs:
    """The packs of a catalogue, kept in one folder. Safe to use from several threads and several processes.

    A pack is in `folder`/NAME with a manifest written last, or lies where an installed distribution has it.
    `folder`/.coming holds packs on their way, `folder`/.aside files that were not what their hashes say.
    """

    folder: Path
    catalogue: Path = _CATALOGUE
    _verified: set[tuple[str, int, int, str]] = field(default_factory=set, repr=False, compare=False)

    @cached_property
    def _packs(self) -> dict[str, PackInfo]:
        return read_catalogue(self.catalogue)

    def names(self) -> tuple[str, ...]:
        """Every pack there is, in the catalogue's order."""
        return tuple(self._packs)

    def about(self, name: str) -> PackInfo:
        """What a pack is. Raises PersonError when there is none of this name."""
        if name not in self._packs:
            raise PersonError(f"There is no pack '{name}'. The packs are: {', '.join(self._packs)}.")
        return self._packs[name]

    def digest(self, name: str) -> str:
        """The pinned digest, for cache keys: the same whether the pack is here or not."""
        return self.about(name).digest

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of `names` that are not here, once each."""
        return tuple(name for name in dict.fromkeys(names) if not self.ready(name))

    def ready(self, name: str) -> bool:
        """Whether a pack is here, by its manifest and its files' sizes; `find` also looks at what is in them."""
        return self._place(self.about(name)) is not None

    def find(self, name: str) -> Path:
        """The folder a pack's files lie in. Raises PersonError when it is not here or not what it should be.

        A file's hash is computed when it changed since it was fetched, and once a process for installed packs.
        """
        info = self.about(name)
        place = self._place(info)
        if place is None:
            raise PersonError(
                f"The pack '{name}' ({info.words}, {size(info.bytes)}) is not here. It is needed for "
                f"{info.needed_for}. Get it with: {_way(name)}"
            )
        wrong = self._wrong(info, place)
        if wrong:
            raise PersonError(
                f"The pack '{name}' in {place} is damaged or was changed: {wrong} is not the file the studio knows, "
                f"so it is not used. Get the pack again with: {_way(name)}"
            )
        return place

    def fetch(
        self,
        name: str,
        progress: Callable[[float, str], None] = lambda share, words: None,
        cancelled: threading.Event | None = None,
    ) -> Path:
        """Bring a pack here, going on from what came before, and return its folder. A pack that is here costs nothing.

        `progress(share, words)` hears how far it is, from 0 to 1. Files a person put into the pack's folder are taken
        as they are when their hashes fit. Raises PersonError (no source, full disk, a folder that cannot be written),
        Cancelled within a second.
        """
        info = self.about(name)
        stop = cancelled or threading.Event()
        try:
            place = self._place(info)
            if place is None or self._wrong(info, place):
                place = self._fetch(info, progress, stop)
        except OSError as error:
            raise self._disk(info, error) from error
        progress(1.0, f"{name} is here")
        return place

    # Looking

    def _place(self, info: PackInfo) -> Path | None:
        folder = self.folder / info.name
        if self._manifest(info) and all(self._fits(folder, file.path, file.bytes) for file in info.files):
            return folder
        for source in info.sources:
            root = local_root(source.kind, source.package) if source.local else None
            if root and all(self._fits(root, source.gives.get(f.path, ""), f.bytes) for f in info.files):
                return (root / source.gives[info.files[0].path]).parent
        return None

    @staticmethod
    def _fits(folder: Path, path: str, most: int) -> bool:
        try:
            return bool(path) and (folder / path).stat().st_size == most
        except OSError:
            return False

    def _manifest(self, info: PackInfo) -> dict[str, Any] | None:
        """A pack's manifest when there is one of this version of the pack."""
        try:
            found = json.loads((self.folder / info.name / _MANIFEST).read_text(encoding="utf-8"))
            fits = found["digest"] == info.digest and found["files"].keys() == {file.path for file in info.files}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None
        return found if fits else None

    def _wrong(self, info: PackInfo, place: Path) -> str:
        """The first file of a pack that is not what it should be; "" when all are."""
        noted = (self._manifest(info) or {"files": {}})["files"] if place == self.folder / info.name else {}
        for file in info.files:
            try:
                state = (place / file.path).stat()
                # A file made here from a fetched one may differ by a rounding between kinds of machine.
                pinned = noted.get(file.path, {}).get("sha256", "") if file.raw else file.sha256
                key = (str(place / file.path), state.st_size, state.st_mtime_ns, pinned)
                if noted.get(file.path, {}).get("changed") != state.st_mtime_ns and key not in self._verified:
                    if sha256_of(place / file.path) != pinned:
                        return file.path
                    self._verified.add(key)
            except OSError:
                return file.path
        return ""

    # Bringing

    def _fetch(self, info: PackInfo, progress: Callable[[float, str], None], cancelled: threading.Event) -> Path:
        coming = self.folder / ".coming"
        coming.mkdir(parents=True, exist_ok=True)
        waiting = f"waiting: {info.name} is being fetched elsewhere"
        with held(coming / f"{info.name}.lock", cancelled, lambda: progress(0.0, waiting)):
            place = self._place(info)
            if place and not self._wrong(info, place):
                return place
            if self._adopt(info, progress, cancelled):
                return self.folder / info.name
            aside = self.folder / ".aside" / info.name
            on_its_way = coming / info.name
            gathering = Gathering(info, on_its_way, aside, Meter(effort(info), progress), cancelled)
            self._room_for(info, bytes_needed(gathering))
            try:
                gathering.all()
            except Unreached as tried:
                raise PersonError(self._no_way(info, str(tried))) from tried
            self._install(info, on_its_way, aside)
        return self.folder / info.name

    def _room_for(self, info: PackInfo, needed: int) -> None:
        free = shutil.disk_usage(self.folder).free
        if free < needed:
            raise PersonError(
                f"The pack '{info.name}' needs {size(needed)} free while it is fetched, and {self.folder} has "
                f"{size(free)}. Make room, or keep the packs elsewhere by setting REELWRIGHT_PACKS."
            )

    def _adopt(self, info: PackInfo, progress: Callable[[float, str], None], cancelled: threading.Event) -> bool:
        """Take files that are already in the pack's folder, put there by hand, when all are right."""
        folder = self.folder / info.name
        if folder.is_symlink() or not all(self._fits(folder, file.path, file.bytes) for file in info.files):
            return False
        progress(0.0, f"checking the files in {folder}")
        if any(sha256_of(folder / file.path, cancelled) != file.sha256 for file in info.files):
            return False
        self._seal(info, folder)
        return True

    def _seal(self, info: PackInfo, folder: Path) -> None:
        """Write the manifest, and beside it what the files are and whose."""
        lines = (info.words, f"for: {info.needed_for}", f"licence: {info.licence}", f"by: {info.uploader}", info.source)
        (folder / "ABOUT.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        files = {file.path: self._noted(folder / file.path, file) for file in info.files}
        temporary = folder / f"{_MANIFEST}.tmp"
        with temporary.open("w", encoding="utf-8") as out:
            json.dump({"pack": info.name, "digest": info.digest, "files": files}, out, indent=1)
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, folder / _MANIFEST)
        _flush(folder)

    @staticmethod
    def _noted(path: Path, file: PackFile) -> dict[str, object]:
        state = path.stat()
        sha256 = sha256_of(path) if file.raw else file.sha256
        return {"bytes": state.st_size, "sha256": sha256, "changed": state.st_mtime_ns}

    def _install(self, info: PackInfo, on_its_way: Path, aside: Path) -> None:
        """Move gathered files into place as one; what stood there goes, or aside when it was not ours."""
        whole, place = on_its_way / "done", self.folder / info.name
        for file in info.files:
            if file.raw:
                (whole / file.raw.path).unlink(missing_ok=True)
        self._seal(info, whole)
        if place.is_symlink() or place.exists():
            ours = (place / _MANIFEST).is_file()
            old = on_its_way / "old" if ours else aside / "before"
            shutil.rmtree(old, ignore_errors=True)
            old.parent.mkdir(parents=True, exist_ok=True)
            os.replace(place, old)
        os.replace(whole, place)
        _flush(self.folder)
        shutil.rmtree(on_its_way, ignore_errors=True)

    # Saying what went wrong

    def _no_way(self, info: PackInfo, tried: str) -> str:
        files = ", ".join(file.path for file in info.files[:4]) + (" …" if len(info.files) > 4 else "")
        return (
            f"The pack '{info.name}' could not be fetched. Tried: {tried}. What came so far is kept: run "
            f"`{_way(info.name)}` again when the network is there, or put {files} into {self.folder / info.name} "
            "and run it then."
        )

    def _disk(self, info: PackInfo, error: OSError) -> PersonError:
        if error.errno in _FULL:
            return PersonError(
                f"The disk that holds {self.folder} is full, so the pack '{info.name}' is not here yet. Make room for "
                f"{size(info.bytes)} and run `{_way(info.name)}` again; what came so far is kept."
            )
        return PersonError(
            f"The pack '{info.name}' cannot be written into {self.folder} ({error.strerror or error}). Allow writing "
            "there, or keep the packs in another folder by setting REELWRIGHT_PACKS."
        )
