"""What a full, read-only or locked disk is told as: a sentence for the person, never a fault of the program."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import PersonError

FULL = "Free some space (python app.py clear removes what can be made again) and run once more; what was made is kept."


def size(count: float) -> str:
    """Bytes in words: 466 kB, 63 MB, 1.1 GB."""
    for unit, step in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= step:
            return f"{count / step:.1f} {unit}" if count < 10 * step else f"{count / step:.0f} {unit}"
    return f"{count:.0f} bytes"


def room_for(what: str, need: int, folder: Path) -> None:
    """Raise PersonError, before work is lost to it, when `need` bytes for `what` do not fit where a folder lies."""
    free = shutil.disk_usage(folder).free
    if need > free:
        raise PersonError(
            f"The disk is full: {what} takes {size(need)} while it is made, and {size(free)} are free. {FULL}"
        )


def disk_words(error: OSError, what: str = "a file", instead: str = "") -> str:
    """The sentence for an error that the disk's owner can mend; "" for every other."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: {what} could not be written. {FULL}"
    if error.errno == errno.EFBIG:
        return f"The disk takes no file so large: {what} could not be written. Use another disk, or make it shorter."
    if not os.path.dirname(what) and " " in what:  # words, not a path
        what = what[:1].upper() + what[1:]
    if error.errno == errno.EROFS:
        return f"{what} could not be written: {_place(error)} cannot be changed, it is read-only. {_choose(instead)}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{what} could not be written: {_place(error)} may not be changed by you. {_choose(instead)}"
    if error.errno == errno.ENOTDIR:
        return f"{what} could not be written: a file is in the way of {_place(error)}. {_choose(instead)}"
    return ""


def _place(error: OSError) -> str:
    folder = os.path.dirname(os.path.abspath(os.fsdecode(error.filename))) if error.filename else ""
    return f"the folder {folder}" if folder else "its folder"


def _choose(instead: str) -> str:
    return f"Make that folder writable, or {instead or 'set REELWRIGHT_DATA to one that is'}."


@contextmanager
def disk_said(what: str, instead: str = "") -> Iterator[None]:
    """Turn a full, read-only or locked disk into a sentence about `what`; let every other error through.

    `instead`: what else the person may do than make the folder writable.
    """
    try:
        yield
    except OSError as error:
        words = disk_words(error, what, instead)
        if not words:
            raise
        raise PersonError(words) from error
