"""Where a given video cuts from one shot to the next."""

from collections import deque
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np

from pipelines.film.decoding import Source
from studio.errors import PersonError
from studio.given import short

CUT = 27.0  # mean change of a pixel, of 255: ffmpeg's scene score of 0.27, which EMSYNC (arXiv 2502.10154) takes
_LIKELY, _STANDS_OUT = 9.0, 3.5  # a smaller change is a cut too where it is so many times that of the frames around
_AROUND = 3  # frames before and after
_SIZE = (64, 36)
_APART = 0.2  # seconds: a flash of a frame or two is no shot


def changes(
    path: Path,
    start: float = 0.0,
    end: float = float("inf"),
    check: Callable[[], None] = lambda: None,
    progress: Callable[[float], None] = lambda at: None,
) -> tuple[float, ...]:
    """The seconds in which a video's shots begin, between `start` and `end`, of its own time; the first shot's is none.

    A cut is a frame unlike the one before it: by more than 27 of 255 a pixel, or by nine where that is far more than
    anything around it, so that cuts between pictures of one light are found and quick moves are not. Dissolves are not.
    Raises PersonError when the video cannot be read.
    """
    try:
        source = Source(path)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise PersonError(
            f"'{short(path)}' is not a video that can be read: it is damaged or of another kind."
        ) from error
    moments: list[float] = []
    rises: list[float] = []
    before = None
    try:
        for at, frame in source.frames(start):
            if at >= end:
                break
            check()
            small = frame.reformat(*_SIZE, format="rgb24").to_ndarray().astype(np.int16)
            if before is not None and at > start:
                moments.append(at)
                rises.append(float(np.abs(small - before).mean()))
            before = small
            if len(moments) % 50 == 0:
                progress(at)
    finally:
        source.close()
    return _cuts(moments, rises)


def _cuts(moments: list[float], rises: list[float]) -> tuple[float, ...]:
    found: list[float] = []
    near: deque[float] = deque(maxlen=2 * _AROUND + 1)
    padded = [*rises, *[0.0] * _AROUND]
    for index, ahead in enumerate(padded):
        near.append(ahead)
        at = index - _AROUND
        if at < 0 or at >= len(rises):
            continue
        rise = rises[at]
        others = list(near)
        others.remove(rise)
        calm = rise > _STANDS_OUT * (sum(others) / max(1, len(others))) and rise >= _LIKELY
        peak = rise >= max(others, default=0.0)
        if (calm or (rise >= CUT and peak)) and not (found and moments[at] - found[-1] < _APART):
            found.append(moments[at])
    return tuple(found)
