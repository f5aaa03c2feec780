"""The catalogue of packs as values: what each is for, its files with their hashes, and where they can come from."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any, Literal, get_args

Kind = Literal["shipped", "installed", "hub", "pypi", "npm"]


@dataclass(frozen=True)
class PackFile:
    """One file of a pack. `raw` is what is fetched when the file itself is made from it here (`made_by`)."""

    path: str  # under the pack's folder, with /
    bytes: int
    sha256: str
    raw: "PackFile | None" = None
    made_by: str = ""

    @property
    def fetched(self) -> "PackFile":
        return self.raw or self


@dataclass(frozen=True)
class Part:
    """A stretch of a file that arrives in a package of its own."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Source:
    """A place files come from. `gives` maps a fetched file's path to its place there.

    kind "shipped": the studio's own assets; places are relative to the studio's root.
    kind "installed": a Python distribution that is already here; places are relative to its root.
    kind "hub": a model hub's repository at a revision (`version`).
    kind "pypi", "npm": a package at a version; places are members, "a.tar.xz!b" for b inside an inner archive.
    With `parts` the only file arrives in as many packages: `{n}` and `{n:02}` in their names count from 1.
    """

    kind: Kind
    package: str
    version: str
    gives: Mapping[str, str]
    download: int = 0  # bytes of the package; 0 when its files are as large as it
    parts: tuple[Part, ...] = ()

    @property
    def words(self) -> str:
        name = self.package.format(n=f"1 to {len(self.parts)}") if self.parts else self.package
        said = {"shipped": "the studio's own", "installed": "the installed", "hub": "the model hub's"}
        first = said.get(self.kind, "the npm package" if self.kind == "npm" else "the Python package")
        return f"{first} {name} {self.version}".strip()

    @property
    def local(self) -> bool:
        """Whether it costs no download."""
        return self.kind in ("shipped", "installed")


@dataclass(frozen=True)
class PackInfo:
    """What a person wants to know of a pack, and its pins."""

    name: str
    words: str
    needed_for: str
    licence: str
    uploader: str  # who made the package, and who made what is in it
    files: tuple[PackFile, ...]
    sources: tuple[Source, ...]

    @property
    def bytes(self) -> int:
        """Bytes on disk once it is here."""
        return sum(file.bytes for file in self.files)

    @property
    def download(self) -> int:
        """Bytes that come over the network when no hub answers and the packages the studio asks for are installed."""
        wanted = {file.fetched.path: file.fetched.bytes for file in self.files}
        total = 0
        for source in (s for s in self.sources if s.kind != "hub"):
            given = [wanted.pop(path) for path in source.gives if path in wanted]
            total += (source.download or sum(given)) if given and not source.local else 0
        return total

    @property
    def source(self) -> str:
        """Where it comes from, in words, in the order tried."""
        return ", else ".join(source.words for source in self.sources)

    @property
    def digest(self) -> str:
        """sha256 over the paths and pinned hashes of its files: what a cache key says of a pack."""
        lines = sorted(f"{file.path}\0{file.sha256}\n" for file in self.files)
        return hashlib.sha256("".join(lines).encode()).hexdigest()


@lru_cache(maxsize=64)
def local_root(kind: str, package: str) -> Path | None:
    """The folder a local source's places are relative to; None when its distribution is not installed."""
    if kind == "shipped":
        return Path(__file__).resolve().parent.parent
    try:
        return Path(str(metadata.distribution(package).locate_file("")))
    except metadata.PackageNotFoundError:
        return None


def _inside(path: str) -> str:
    """`path` when it stays inside its folder on every system. Raises ValueError."""
    pure = PurePosixPath(path)
    if not path or pure.is_absolute() or ".." in pure.parts or re.search(r'[\\:<>"|?*\x00-\x1f]', path):
        raise ValueError(f"'{path}' does not stay inside its pack")
    return path


def _pinned(row: Mapping[str, Any]) -> tuple[int, str]:
    sha256 = str(row["sha256"])
    if not re.fullmatch("[0-9a-f]{64}", sha256) or int(row["bytes"]) < 0:
        raise ValueError(f"'{sha256}' is no sha256, or its bytes are below zero")
    return int(row["bytes"]), sha256


def _file(path: str, row: Mapping[str, Any]) -> PackFile:
    raw = _file(row["from"]["path"], row["from"]) if "from" in row else None
    return PackFile(_inside(path), *_pinned(row), raw, str(row.get("made_by", "")))


def _source(row: Mapping[str, Any], files: tuple[PackFile, ...]) -> Source:
    if row["kind"] not in get_args(Kind):
        raise ValueError(f"no source is of kind '{row['kind']}'")
    folder = f"{row['folder']}/" if row.get("folder") else ""
    gives = dict(row.get("gives") or {file.fetched.path: folder + file.fetched.path for file in files})
    parts = tuple(Part(*_pinned(part)) for part in row.get("parts", ()))
    if parts and len(gives) != 1:
        raise ValueError(f"{row['package']}: only a single file can come in parts")
    return Source(row["kind"], row["package"], row.get("version", ""), gives, row.get("download", 0), parts)


def read_catalogue(path: Path) -> dict[str, PackInfo]:
    """Every pack in a packs.toml, by name. Raises ValueError or KeyError when the file is not one (a bug of ours)."""
    packs = {}
    for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
        files = tuple(_file(place, pins) for place, pins in row["files"].items())
        sources = tuple(_source(source, files) for source in row["sources"])
        packs[_inside(name)] = PackInfo(
            name, row["words"], row["needed_for"], row["licence"], row["uploader"], files, sources
        )
    return packs
