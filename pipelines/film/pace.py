"""How long the rest of a render takes, from how fast frames were made lately."""

import math
import time
from collections import deque
from collections.abc import Callable

_LATELY = 12.0  # seconds the rate is taken over
_SILENT = 1.0  # seconds in which nothing is said
_HOLD = 1.0  # seconds for which the same words stay


class Pace:
    """Frames made and the moment they were. Frames that were there already are none of them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque([(clock(), 0)])
        self._begun = clock()
        self._said = (-math.inf, "")

    def left(self, made: int, missing: int) -> str:
        """ " · 12 s left" when `made` frames were made so far and `missing` are still to be made; "" when unknown."""
        now = self._clock()
        self._seen.append((now, made))
        while now - self._seen[0][0] > _LATELY and len(self._seen) > 2:
            self._seen.popleft()
        if now - self._said[0] < _HOLD:
            return self._said[1]
        then, before = self._seen[0]
        if now - self._begun < _SILENT or made <= before or not missing:
            return ""
        self._said = (now, f" · {_length(missing * (now - then) / (made - before))} left")
        return self._said[1]


def _length(seconds: float) -> str:
    if seconds < 59.5:
        return f"{max(1, math.ceil(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
