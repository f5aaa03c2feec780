"""Which bars of a song are played, so that it begins with its beginning, ends with its ending and is as long as asked.

The way through the bars that costs least is found by dynamic programming, as in music retargeting by self-similarity
(Wenner et al., "Scalable music: automatic music retargeting and synthesis", 2013): going on is free, a leap costs what
is heard of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

_LEAP = 0.25  # a leap costs that much beside what is heard of it
_RUN = 4  # units played on end before another leap
_MOST = 450  # units a song is divided into: more bars go two or four together
_BENT = 0.03  # of its speed, by which a song may be bent to end in time
_RESTS = 0.7  # seconds for which a film may go on when its song has ended
_RINGS = 1.0  # seconds of its last chord that may be lost
_UNHEARD = 0.95  # a leap may cost: more is heard as a cut


@dataclass(frozen=True)
class Route:
    """Stretches of the song in seconds, [begin, end) each, one after another; the first begins the song, the last ends
    it. `speed`: by how much it is played faster."""

    stretches: tuple[tuple[float, float], ...]
    speed: float

    @property
    def seconds(self) -> float:
        return sum(end - begin for begin, end in self.stretches) / self.speed


def route(starts: np.ndarray, end: float, cost: np.ndarray, seconds: float, check: Callable[[], None]) -> Route | None:
    """The way of least cost through bars that begin at `starts` (seconds, rising) to `end`; `cost` as of
    `likeness.joins`. None where no way comes to `seconds` without a leap that is heard.

    It may end up to 0.7 s early, or so late that the film's end takes a second of its last chord.
    """
    ring = min(_RINGS, 0.4 * (end - starts[-1])) if len(starts) else 0.0
    if _fits(end, seconds, ring)[0] == 1.0:
        return Route(((0.0, end),), 1.0)
    unit = -(-len(starts) // _MOST)
    chosen = np.arange(0, len(starts), unit)
    starts, leaps = starts[chosen], cost[np.ix_(chosen, chosen)] + _LEAP
    usual = float(np.median(np.diff(starts))) if len(starts) > 1 else 0.0
    if usual <= 0 or len(starts) < 4:
        return None
    most = max(2, round((seconds - starts[0] - (end - starts[-1])) / usual) + 4)
    ways = _Ways(np.where(leaps - _LEAP < _UNHEARD, leaps, np.inf), most, check)
    found: list[tuple[float, Route]] = []
    for count in range(max(2, most - 7), most + 1):
        total, units = ways.back(count)
        if np.isfinite(total):
            made = _stretches(units, starts, end)
            speed, lost = _fits(sum(b - a for a, b in made), seconds, ring)
            if abs(speed - 1) <= _BENT:
                found.append((total + 20 * abs(speed - 1) + 0.2 * lost, Route(made, speed)))
    return min(found, key=lambda each: each[0])[1] if found else None


def _fits(long: float, seconds: float, ring: float) -> tuple[float, float]:
    """(the speed nearest to its own at which a song of that length ends with the film, seconds lost or left over)."""
    speed = long / min(max(long, seconds - _RESTS), seconds + ring)
    return speed, abs(long / speed - seconds)


def _stretches(units: list[int], starts: np.ndarray, end: float) -> tuple[tuple[float, float], ...]:
    edges = np.append(starts, end)
    made = [(0.0 if units[0] == 0 else float(edges[units[0]]), float(edges[units[0] + 1]))]
    for before, now in pairwise(units):
        if now == before + 1:
            made[-1] = (made[-1][0], float(edges[now + 1]))
        else:
            made.append((float(edges[now]), float(edges[now + 1])))
    return tuple(made)


class _Ways:
    """The cheapest way from the first unit to each in so many units, by how many were played since the last leap."""

    def __init__(self, leaps: np.ndarray, most: int, check: Callable[[], None]) -> None:
        """`leaps[i, j]`: what it costs to play j where i was to come."""
        size = len(leaps)
        cost = np.full((size, _RUN + 1), np.inf, np.float32)
        cost[0, _RUN] = 0.0
        expected = np.full((size, size), np.inf, np.float32)
        expected[:-1] = leaps[1:]  # after unit i, unit i + 1 was to come
        expected[np.arange(size - 1), np.arange(1, size)] = np.inf  # that is no leap
        expected[:, -1] = np.inf  # into the last chord nothing leaps
        self.costs, self.came = [cost], [np.zeros(size, np.int32)]
        for _ in range(most):
            check()
            after = np.full_like(cost, np.inf)
            after[1:, 1:] = cost[:-1, :-1]
            after[1:, _RUN] = np.minimum(after[1:, _RUN], cost[:-1, _RUN])
            leapt = cost[:, _RUN, None] + expected
            came = leapt.argmin(axis=0)
            after[:, 0] = leapt[came, np.arange(size)]
            cost = after
            self.costs.append(cost)
            self.came.append(came.astype(np.int32))

    def back(self, count: int) -> tuple[float, list[int]]:
        """(cost, units) of the cheapest way of `count` units that ends with the last."""
        at = len(self.costs[0]) - 1
        run = int(self.costs[count - 1][at].argmin())
        total = float(self.costs[count - 1][at, run])
        if not np.isfinite(total):
            return total, []
        units = [at]
        for step in range(count - 1, 0, -1):
            if run == 0:
                at, run = int(self.came[step][at]), _RUN
            else:
                before = self.costs[step - 1][at - 1]
                run = _RUN if run == _RUN and before[_RUN] <= before[_RUN - 1] else run - 1
                at -= 1
            units.append(at)
        return total, units[::-1]
