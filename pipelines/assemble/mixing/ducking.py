"""Stepping back: music, the shots' own sound and effects make room for words before they begin."""

from itertools import pairwise

import numpy as np

from pipelines.assemble.mixing.takes import TICK, Take
from pipelines.sound.loudness import RATE

DEEP = 11.0  # dB that music and the shots' own sound step back while words are heard, and music for those
SLIGHT = 4.0  # dB that effects do: a door must still slam
_ATTACK, _RELEASE = 0.3, 0.9  # seconds
_JOIN, _FREE = 1.2, 3.2  # seconds: shorter pauses bring nothing back, longer ones all, those between a part: no pumping
_SMOOTH = 10  # steps of 10 ms to either side over which the curve is smoothed, so that no movement begins at once
_HELD = 0.08  # seconds it is all the way down before and after, so that it still is where it was smoothed
_FULL, _NONE = -6.0, -18.0  # dB: what is turned down so far makes others step back wholly, or not at all

Stretch = tuple[float, float, float]  # begin and end in seconds of the film, and how much room it asks for, 0 to 1


def asks(gain: float) -> float:
    """How much room a sound asks for that is turned up by so many decibels."""
    return min(1.0, max(0.0, (gain - _NONE) / (_FULL - _NONE)))


def heard(sounds: list[tuple[int, Take, float]]) -> list[Stretch]:
    """Where any of the sounds is heard; short pauses belong to it. Each is (film sample, take, decibels)."""
    found: list[Stretch] = []
    for at, take, gain in sounds:
        ticks = take.heard()
        if not len(ticks) or not asks(gain):
            continue
        breaks = np.flatnonzero(np.diff(ticks) > _JOIN * 100)
        firsts, lasts = ticks[np.append(0, breaks + 1)], ticks[np.append(breaks, len(ticks) - 1)]
        pairs = zip(firsts.tolist(), lasts.tolist(), strict=True)
        found += [(at / RATE + a / 100, at / RATE + (b + 1) / 100, asks(gain)) for a, b in pairs]
    joined: list[Stretch] = []
    for begin, end, share in sorted(found):
        if joined and begin - joined[-1][1] < _JOIN:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), max(share, joined[-1][2]))
        else:
            joined.append((begin, end, share))
    return joined


def depth(stretches: list[Stretch], total: int) -> np.ndarray:
    """How far to step back, 0 to 1, every 10 ms: down before a stretch begins, up again after it ends.

    In a pause of a second or two it comes up by a part alone, as a hand on a fader would: all the way up and at once
    down again is heard as pumping.
    """
    time = np.arange(total // TICK + 2) / 100
    found = np.zeros(len(time))
    for begin, end, share in ((a - _HELD, b + _HELD, share) for a, b, share in stretches):
        close = _steps(begin - _ATTACK, end + _RELEASE)
        t = time[close]
        away = np.maximum((begin - t) / _ATTACK, (t - end) / _RELEASE).clip(0, 1)
        found[close] = np.maximum(found[close], share * _ease(1 - away))
    for (_, end, one), (begin, _, other) in pairwise(stretches):
        held = 1 - _ease((begin - end - _JOIN) / (_FREE - _JOIN))
        if held > 0:
            pause = _steps(end, begin)
            found[pause] = np.maximum(found[pause], min(one, other) * held)
    window = np.hanning(2 * _SMOOTH + 3)[1:-1]
    return np.convolve(np.pad(found, _SMOOTH, mode="edge"), window / window.sum(), "valid")


def _steps(begin: float, end: float) -> slice:
    return slice(max(0, int(begin * 100)), max(0, int(end * 100) + 2))


def _ease(share: "np.ndarray | float") -> "np.ndarray":
    """From 0 to 1 without a corner at either end."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0, 1))


class Curve:
    """A step back as factors for any samples of the film."""

    def __init__(self, back: np.ndarray) -> None:
        """`back`: decibels every 10 ms, 0 or below."""
        self._factors = (10 ** (back / 20)).astype(np.float32)
        self._ramp = ((np.arange(TICK) + 0.5) / TICK).astype(np.float32)

    def between(self, begin: int, end: int) -> "np.ndarray | np.float32":
        """The factors of film samples [begin, end), shape (n, 1), or the one they all have."""
        first, last = begin // TICK, -(-end // TICK)
        now = self._factors[first : last + 1]
        if now.min() == now.max():
            return np.float32(now[0])
        made = (now[:-1, None] + np.diff(now)[:, None] * self._ramp).reshape(-1)
        return made[begin - first * TICK : end - first * TICK, None]
