"""Where a crop of a video looks from moment to moment: held still where that will do, else moved as a cameraman would.

Pictures are taken every quarter of a second; for each, every place of the crop gets a score (`interest.scores`). Where
one place is nearly as good as the best all the time, the crop stays there. Else the way of the highest score that
does not hurry is found by dynamic programming and smoothed (after M. Grundmann et al., "Auto-directed video
stabilization", 2011: a path is still or evenly moving). A cut inside of the video begins a new way.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import cv2
import numpy as np

from pipelines.film.footage import Footage, Reader
from pipelines.film.interest import PLACES, best, interest, present, scores, seen
from pipelines.film.planes import Planes, even
from studio.errors import PersonError
from studio.timeline import Box

_STEP = 0.25  # seconds between the pictures looked at
_MOST = 400  # pictures looked at in one shot
_SMALL = 192  # the longer side of what is looked at
_ENOUGH = 0.88  # of the best score: a place that has it, on average, is good enough to stay
_HURRY = 0.6  # how dear it is to cross the whole room within a second, against all of a picture's interest
_SMOOTH = 0.7  # seconds
_OTHER, _CUT = (
    0.22,
    0.3,
)  # share of the colours that differ: where a cut may lie between, and from frame to frame in one


@dataclass(frozen=True)
class Course:
    """Which place in the room left over counts as the middle at each moment of a video, in seconds of its own time.
    One entry is a still course; of two entries at the same moment, the later one counts from there on."""

    times: tuple[float, ...] = (0.0,)
    places: tuple[tuple[float, float], ...] = ((0.5, 0.5),)

    @property
    def moves(self) -> bool:
        return len(set(self.places)) > 1

    def at(self, seconds: float) -> tuple[float, float]:
        """The middle across and down."""
        if len(self.times) == 1:
            return self.places[0]
        after = bisect_right(self.times, seconds)
        if after in (0, len(self.times)):
            return self.places[min(after, len(self.times) - 1)]
        a, b = self.times[after - 1], self.times[after]
        share = (seconds - a) / (b - a)
        (x, y), (to_x, to_y) = self.places[after - 1], self.places[after]
        return x + (to_x - x) * share, y + (to_y - y) * share


STANDS = Course()
_Scene = tuple[np.ndarray, np.ndarray, float, float]  # moments, scores at each, begin and end in seconds


@lru_cache(maxsize=64)
def course(footage: Footage, changed: int, begin: float, end: float, film: float) -> Course:
    """The course of a crop to a film's width to height over a stretch of a video. `changed`: when the file was."""
    shares = seen((footage.width, footage.height), film)
    if min(shares) > 0.999:
        return STANDS
    axis = 1 if shares[0] < shares[1] else 0
    try:
        scenes = _scenes(footage, begin, end, axis, min(shares))
    except PersonError:  # it cannot be seen now; who draws it says so, or holds the picture before
        return STANDS
    found = [step for scene in scenes for step in _way(*scene)]
    places = tuple((place, 0.5) if axis == 1 else (0.5, place) for _, place in found)
    return Course(tuple(time for time, _ in found), places) if len(found) > 1 else Course((0.0,), places)


def standing(footage: Footage, begin: float, end: float, film: float) -> tuple[float, float]:
    """The one place, across and down, of a crop to a film's width to height that does not move over a stretch of a
    video. Raises PersonError when the video cannot be seen."""
    shares = seen((footage.width, footage.height), film)
    if min(shares) > 0.999:
        return 0.5, 0.5
    axis = 1 if shares[0] < shares[1] else 0
    place = best(np.concatenate([value for _, value, _, _ in _scenes(footage, begin, end, axis, min(shares))]).mean(0))
    return (place, 0.5) if axis == 1 else (0.5, place)


def _scenes(footage: Footage, begin: float, end: float, axis: int, share: float) -> list[_Scene]:
    """What a crop that sees `share` of an axis would hold at each of its places, from cut to cut of a stretch."""
    count = max(1, min(_MOST, math.ceil((end - begin) / _STEP) + 1))
    times = np.linspace(begin, end, count) if count > 1 else np.array([(begin + end) / 2])
    looked = _look(footage, times)
    cuts = _cuts(footage, times, [small for small, _ in looked])
    known = [present(planes) for _, planes in looked[::2]]  # faces are dearer to find than all else
    scenes = []
    for (first, start), (last, stop) in pairwise([(0, begin), *cuts, (count, end)]):
        value = np.array([_value(looked, n, axis, share, n > first, known[n // 2]) for n in range(first, last)])
        scenes.append((times[first:last], value, start, stop))
    return scenes


def _look(footage: Footage, times: np.ndarray) -> list[tuple[np.ndarray, Planes]]:
    """A tiny picture of colours, and a small one, for each moment."""
    scale = min(1.0, _SMALL / max(footage.width, footage.height))
    reader = Reader(footage, even(footage.width * scale), even(footage.height * scale))
    try:
        return [(_tiny(planes), planes) for planes in (_copy(reader.at(float(time))) for time in times)]
    finally:
        reader.close()


def _copy(planes: Planes) -> Planes:
    return Planes(*(plane.copy() for plane in planes.all))


def _tiny(planes: Planes) -> np.ndarray:
    """How the colours of a picture are shared out: a histogram, hardly changed by what moves in it."""
    u, v = planes.u.astype(int), planes.v.astype(int)
    light = cv2.resize(planes.y, (u.shape[1], u.shape[0]), interpolation=cv2.INTER_AREA).astype(int)
    bins = (light // 32) * 256 + (u // 16) * 16 + v // 16
    return np.bincount(bins.ravel(), minlength=2048) / bins.size


def _cuts(footage: Footage, times: np.ndarray, tiny: list[np.ndarray]) -> list[tuple[int, float]]:
    """Where the video itself changes to another picture: before which moment looked at, and when exactly."""
    found = []
    for n, (before, after) in enumerate(pairwise(tiny), 1):
        if _apart(before, after) > _OTHER:
            moment = _moment(footage, float(times[n - 1]), float(times[n]))
            found += [] if moment is None else [(n, moment)]
    return found


def _apart(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).sum() / 2)


def _moment(footage: Footage, before: float, after: float) -> float | None:
    """The first moment after a cut between two moments, if there is one."""
    rate = float(footage.rate)
    first = math.floor(before * rate)
    moments = (first + 0.5 + np.arange(math.ceil((after - before) * rate) + 2)) / rate
    jumps = [_apart(a, b) for a, b in pairwise([tiny for tiny, _ in _look(footage, moments)])]
    at = int(np.argmax(jumps))
    begins = (first + at + 0.9) / rate  # a little early, as files with whole milliseconds are
    return min(max(begins, before), after) if jumps[at] > _CUT else None


def _value(looked: list[tuple[np.ndarray, Planes]], n: int, axis: int, share: float, moving: bool,
           things: tuple[Box, ...]) -> np.ndarray:  # fmt: skip
    """The score of each place of the crop in one picture, 1 for the best. What moves counts too."""
    planes = looked[n][1]
    found = interest(planes, axis, things)
    if moving:
        change = cv2.absdiff(planes.y, looked[n - 1][1].y)
        moved = cv2.resize(change, found.shape[::-1], interpolation=cv2.INTER_AREA).astype(np.float32)
        moved = np.maximum(moved - np.median(moved) - 3, 0)  # a moving camera moves all of it
        if (total := float(moved.sum())) > moved.size / 20:
            found = found + moved / np.float32(total)
    value = scores(found, axis, share)
    return np.asarray(value / max(float(value.max()), 1e-9))


def _way(times: np.ndarray, value: np.ndarray, start: float, stop: float) -> list[tuple[float, float]]:
    """Moments and places from one cut to the next. `value`: a row for each moment looked at."""
    mean = value.mean(axis=0)
    if len(times) < 4 or mean.max() >= _ENOUGH or stop - start < 1:
        stays = best(mean)
        return [(start, stays), (stop, stays)]
    step = float(times[1] - times[0])
    fine = np.interp(np.arange(start, stop + 0.05, 0.05), times, _unhurried(value, step))
    radius = math.ceil(3 * _SMOOTH / 0.05)
    bell = np.exp(-0.5 * (np.arange(-radius, radius + 1) * 0.05 / _SMOOTH) ** 2)
    smooth = np.convolve(np.pad(fine, radius, mode="edge"), bell / bell.sum(), mode="valid")
    moments = np.minimum(start + 0.05 * np.arange(len(smooth)), stop)
    return [(float(time), float(place)) for time, place in zip(moments, smooth, strict=True)]


def _unhurried(value: np.ndarray, step: float) -> np.ndarray:
    """The places, 0 to 1, of the way through the scores that is worth most when haste costs its square (Viterbi)."""
    place = np.linspace(0, 1, PLACES)
    haste = _HURRY * ((place[:, None] - place[None]) / step) ** 2 * step / 0.25
    worth, came = value[0], []
    for row in value[1:]:
        ways = worth[None] - haste
        came.append(ways.argmax(axis=1))
        worth = ways.max(axis=1) + row
    at = [int(worth.argmax())]
    for back in reversed(came):
        at.append(int(back[at[-1]]))
    return place[at[::-1]]
