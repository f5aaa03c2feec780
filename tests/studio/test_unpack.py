"""Members of packages: named ones only, from wheels, tarballs and archives inside them."""

from pathlib import Path

import pytest

from studio.unpack import DAMAGED, members
from tests.studio.pack_sources import tarball, wheel


def read(path: Path, *names: str) -> dict[str, bytes]:
    return {name: stream.read() for name, stream in members(path, names)}


def test_a_file_inside_an_archive_inside_a_wheel(tmp_path: Path) -> None:
    inner = tarball({"a": b"A", "sub/b": b"B"})
    path = wheel(tmp_path, "x", {"x/inner.tar.gz": inner, "x/c": b"C"})
    assert read(path, "x/c", "x/inner.tar.gz!sub/b", "x/inner.tar.gz!no", "no") == {
        "x/c": b"C",
        "x/inner.tar.gz!sub/b": b"B",
    }


def test_links_and_folders_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "t.tgz"
    path.write_bytes(tarball({"a": b"A"}, {"link": "a"}))
    assert read(path, "a", "link") == {"a": b"A"}


def test_a_damaged_inner_archive_raises_what_is_announced(tmp_path: Path) -> None:
    path = wheel(tmp_path, "x", {"x/inner.tar.xz": b"\xfd7zXZ\0 and then nonsense"})
    with pytest.raises(DAMAGED):
        read(path, "x/inner.tar.xz!a")


def test_passing_over_a_member_can_be_stopped(tmp_path: Path) -> None:
    path = wheel(tmp_path, "x", {"x/inner.tar.gz": tarball({"big": bytes(5_000_000), "a": b"A"})})
    asked: list[int] = []

    def check() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(members(path, {"x/inner.tar.gz!a"}, check))
