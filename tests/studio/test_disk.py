"""Full, read-only and locked disks in words; every other error is let through."""

import errno
from pathlib import Path
from types import SimpleNamespace

import pytest

from studio.disk import disk_said, room_for
from studio.errors import PersonError


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full: the film could not be written. Free some space"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EROFS, "The film could not be written: the folder /data/store cannot be changed, it is read-only"),
        (errno.EACCES, "the folder /data/store may not be changed by you. Make that folder writable, or set REELW"),
        (errno.ENOTDIR, "a file is in the way of the folder /data/store"),
        (errno.EPERM, "may not be changed by you"),
    ],
)
def test_what_the_owner_can_mend_is_a_sentence(code: int, words: str) -> None:
    with pytest.raises(PersonError, match=words), disk_said("the film"):
        raise OSError(code, "no", "/data/store/film.mp4")


def test_the_way_out_fits_the_place() -> None:
    words = r"^film.mp4 could not be written: its folder may not be changed by you.*or choose another folder\.$"
    with pytest.raises(PersonError, match=words), disk_said("film.mp4", "choose another folder"):
        raise OSError(errno.EACCES, "no")


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(FileNotFoundError), disk_said("the film"):
        raise FileNotFoundError(errno.ENOENT, "no", "x")


def test_what_will_not_fit_is_told_before_it_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room_for("the film's sound", 1000, tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=10**9))
    words = r"is full: the film's sound takes 2\.5 GB while it is made, and 1\.0 GB are free\. Free some space"
    with pytest.raises(PersonError, match=words):
        room_for("the film's sound", 2_500_000_000, tmp_path)
