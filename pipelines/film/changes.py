"""Where a given video goes from one shot to the next."""

from bisect import bisect_left
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
_SPAN = 0.7  # seconds over which a dissolve is looked for
_DISSOLVED, _STILL = 14.0, 0.45  # its change over that span, and the most of it that may be there a second off
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
    anything around it, so that cuts between pictures of one light are found and quick moves are not. The middle of a
    dissolve counts where the picture is calm before and after it. Raises PersonError when the video cannot be read.
    """
    try:
        source = Source(path)
    except (av.FFmpegError, OSError, ValueError) as error:
        why = "is not a video that can be read: it is damaged or of another kind."
        raise PersonError(f"'{short(path)}' {why}") from error
    moments: list[float] = []
    rises: list[float] = []  # from the frame before
    slow: list[float] = []  # from the frame _SPAN before
    behind: deque[tuple[float, np.ndarray]] = deque()
    try:
        for at, frame in source.frames(start):
            if at >= end:
                break
            check()
            small = frame.reformat(*_SIZE, format="rgb24").to_ndarray().astype(np.int16)
            while len(behind) > 1 and behind[1][0] <= at - _SPAN:
                behind.popleft()
            if behind and at > start:
                moments.append(at)
                rises.append(float(np.abs(small - behind[-1][1]).mean()))
                slow.append(float(np.abs(small - behind[0][1]).mean()))
            behind.append((at, small))
            if len(moments) % 50 == 0:
                progress(at)
    finally:
        source.close()
    cuts = _cuts(moments, rises)
    return tuple(sorted([*cuts, *_dissolves(moments, slow, cuts)]))


def _cuts(moments: list[float], rises: list[float]) -> list[float]:
    found: list[float] = []
    for index, rise in enumerate(rises):
        around = rises[max(0, index - _AROUND) : index] + rises[index + 1 : index + 1 + _AROUND]
        stands_out = rise >= _LIKELY and rise > _STANDS_OUT * sum(around) / max(1, len(around))
        if not stands_out and (rise < CUT or rise < max(around, default=0.0)):
            continue
        if not found or moments[index] - found[-1] >= _APART:
            found.append(moments[index])
    return found


def _dissolves(moments: list[float], slow: list[float], cuts: list[float]) -> list[float]:
    """The middles of dissolves: where the change over _SPAN has a peak that stands alone, away from cuts."""
    found: list[float] = []

    def at(second: float) -> float:
        index = bisect_left(moments, second)
        return slow[min(index, len(slow) - 1)] if second >= moments[0] else 0.0

    for index, change in enumerate(slow):
        if change < _DISSOLVED:
            continue
        now = moments[index]
        near = slow[bisect_left(moments, now - _SPAN) : bisect_left(moments, now + _SPAN) + 1]
        calm = max(at(now - 1.5 * _SPAN), at(now + 1.5 * _SPAN)) <= _STILL * change
        middle = now - _SPAN / 2
        opening = middle < moments[0] + 0.5  # a fade from black
        if opening or change < max(near) or not calm or any(abs(cut - middle) < 2 * _SPAN for cut in [*cuts, *found]):
            continue
        found.append(max(moments[0], middle))
    return found
