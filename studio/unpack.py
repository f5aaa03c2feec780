"""Named members read out of a package: nothing else in it is touched, and no name in it becomes a path."""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

# What reading a damaged archive raises, here or later while a member's stream is read.
DAMAGED = (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError)


@dataclass(frozen=True)
class _Watched:
    """A stream that asks `check` before each read: passing over a large member takes seconds."""

    stream: IO[bytes]
    check: Callable[[], None]

    def read(self, count: int = -1) -> bytes:
        self.check()
        return self.stream.read(count)


def _of_tar(archive: IO[bytes], wanted: Collection[str], check: Callable[[], None]) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(fileobj=cast(IO[bytes], _Watched(archive, check)), mode="r|*") as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() and member.name in wanted else None
            if stream:
                yield member.name, stream


def _of_zip(archive: Path, wanted: Collection[str]) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(archive) as whole:
        for name in dict.fromkeys(whole.namelist()):
            if name in wanted:
                with whole.open(name) as stream:
                    yield name, stream


def members(
    archive: Path, wanted: Collection[str], check: Callable[[], None] = lambda: None
) -> Iterator[tuple[str, IO[bytes]]]:
    """(name, stream) of each wanted member of a wheel or tarball, in the archive's order; read each before the next.

    "outer.tar.xz!inner" names a file of an archive inside the archive. A name that is not there, a link or a folder
    is passed over. `check` is called often and may raise. Raises one of DAMAGED when the archive is damaged.
    """
    inner: dict[str, set[str]] = {}
    for name in wanted:
        outer, _, rest = name.partition("!")
        inner.setdefault(outer, set()).add(rest)
    with archive.open("rb") as file:
        found = _of_zip(archive, inner) if zipfile.is_zipfile(archive) else _of_tar(file, inner, check)
        for outer, stream in found:
            if "" in inner[outer]:
                yield outer, stream
            else:
                yield from ((f"{outer}!{name}", part) for name, part in _of_tar(stream, inner[outer], check))
