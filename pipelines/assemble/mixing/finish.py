"""The finished sound: brought to its loudness, its peaks held by a limiter that looks ahead.

Both are worked out before a sample is changed, from two numbers for every millisecond: its weighted power and its
peak. So the sound is gone through once to be mixed and once to be written.
"""

from collections.abc import Callable, Iterator

import cv2
import numpy as np

from pipelines.sound.loudness import QUIET, TICK, Meter, blocks, loudness_of, near, tops, true_tops
from pipelines.sound.waves import Wave

_REACH = 6  # ms a peak's reduction is held on both sides; the smoothing needs four of them
_RELEASE = 0.2 / 8.686  # what a reduction eases by in a ms: 200 dB a second
_LIFT = 24.0  # dB the mix is turned up at most, and
_AGAIN = 12.0  # dB more to make up for what the limiter takes away
_TRIES = 14  # gains that are tried
_CHUNK = 60_000  # ms that are worked out at once, with what lies before and after
_BEFORE, _AFTER = 500, 16


class Finish:
    """Takes the mix in order (`add`), then tells the gain and writes it out."""

    def __init__(self) -> None:
        self._meter, self._tops, self._rest = Meter(), [np.zeros(0, np.float32)], np.zeros((0, 2), np.float32)

    def add(self, sound: np.ndarray) -> None:
        self._meter.add(sound)
        sound = np.concatenate([self._rest, sound]) if len(self._rest) else sound
        whole = len(sound) // TICK * TICK
        self._tops.append(tops(sound[:whole]))
        self._rest = sound[whole:]

    def settle(self, mix: Wave, lufs: float, ceiling: float, check: Callable[[], None]) -> "Level":
        """The gain that brings the mix to `lufs`, limited to a true peak of `ceiling` (linear); may be asked anew."""
        level = Level(np.concatenate([*self._tops, tops(self._rest)]), self._meter.ticks(), ceiling)
        loud = level.loudness(check)
        if loud <= QUIET:
            return level
        level.gain = min(_LIFT, lufs - loud)
        most = level.gain + (0.0 if lufs - loud > _LIFT else _AGAIN)
        level.faint = lufs - loud > _LIFT
        _find_peaks(level, mix, check)
        _closest(level, lufs, most, mix, check)
        return level


class Level:
    """A gain in decibels and the limiter's reduction under it. `reached` is the loudness worked out last."""

    def __init__(self, peaks: np.ndarray, power: np.ndarray, ceiling: float) -> None:
        self.peaks, self.power, self.ceiling = peaks, power, ceiling
        self.exact = np.zeros(len(peaks), bool)  # the peaks that are true ones
        self.gain = 0.0
        self.faint = False  # too quiet to be brought up wholly
        self.reached = float("-inf")

    def loudness(self, check: Callable[[], None] = lambda: None) -> float:
        """LUFS under the gain and the limiter."""
        under = np.empty_like(self.power)
        for begin, end in blocks(len(self.power), _CHUNK):
            check()
            under[begin:end] = self.power[begin:end] * np.exp(-2 * self.reduction(begin, end))
        self.reached = loudness_of(under).integrated + self.gain
        return self.reached

    def reduction(self, begin: int, end: int) -> np.ndarray:
        """The limiter's reduction of those milliseconds, as a natural logarithm, 0 or more.

        What a peak needs is held over 6 ms on both sides, eases at 200 dB a second and is smoothed over 9 ms, so it is
        wholly there when the peak comes and bends the wave slowly.
        """
        low, high = max(0, begin - _BEFORE), min(len(self.peaks), end + _AFTER)
        loud = self.peaks[low:high] * (10 ** (self.gain / 20) / self.ceiling)
        if float(loud.max(initial=0.0)) <= 1:
            return np.zeros(end - begin, np.float32)
        need = np.log(np.maximum(loud, 1)).astype(np.float64)
        held = cv2.dilate(need[None], np.ones((1, 2 * _REACH + 1)), borderType=cv2.BORDER_REPLICATE)[0]
        fall = np.arange(len(held)) * _RELEASE
        held = np.maximum.accumulate(held + fall) - fall
        held = held.clip(0, None)
        smooth = held[None]
        for _ in range(2):
            smooth = cv2.blur(smooth, (5, 1), borderType=cv2.BORDER_REPLICATE)
        return smooth[0, begin - low : end - low].clip(0, None).astype(np.float32)  # type: ignore[no-any-return]


def _closest(level: Level, lufs: float, most: float, mix: Wave, check: Callable[[], None]) -> None:
    """Set the gain, at most `most`, whose loudness is nearest to `lufs`.

    A dB more gives mostly a dB more, but the standard's gate makes leaps: where quiet passages come to count, the whole
    is quieter at once. So the gain is kept between the highest that was too quiet and the lowest that was too loud.
    """
    low, high = -np.inf, np.inf
    nearest = (np.inf, level.gain)
    for _ in range(_TRIES):
        missing = lufs - level.loudness(check)
        nearest = min(nearest, (abs(missing), level.gain))
        if abs(missing) < 0.02 or (missing > 0 and level.gain >= most) or high - low < 0.05:
            break
        low, high = (max(low, level.gain), high) if missing > 0 else (low, min(high, level.gain))
        further = level.gain + missing
        level.gain = min(most, further if low < further < high else (low + high) / 2)
        _find_peaks(level, mix, check)
    if level.gain != nearest[1]:
        level.gain = nearest[1]
        _find_peaks(level, mix, check)
        level.loudness(check)


def _find_peaks(level: Level, mix: Wave, check: Callable[[], None]) -> None:
    """Replace by true peaks those that may come near the ceiling: elsewhere no wave between samples reaches it."""
    hot = near(level.peaks * 10 ** (level.gain / 20) > level.ceiling / 2) & ~level.exact
    for begin, end in blocks(len(hot), 10_000):
        check()
        ticks = np.flatnonzero(hot[begin:end])
        if len(ticks):
            first = begin * TICK - 9
            sound = np.pad(mix.read(first, end * TICK + 10), ((max(0, -first), 0), (0, 0)))
            level.peaks[begin + ticks] = np.maximum(level.peaks[begin + ticks], true_tops(sound, ticks))
    level.exact |= hot


def finished(mix: Wave, level: Level) -> Iterator[np.ndarray]:
    """The mix at its level, a stretch at a time."""
    gain = np.float32(10 ** (level.gain / 20))
    ramp = ((np.arange(TICK) + 0.5) / TICK).astype(np.float32)
    for begin, end in blocks(-(-len(mix) // TICK), 5000):
        sound = mix.read(begin * TICK, end * TICK)
        low = max(0, begin - 1)
        bent = level.reduction(low, min(len(level.peaks), end + 1))
        if not bent.any():
            yield sound * gain
            continue
        factors = np.exp(-np.pad(bent, (int(begin == 0), end + 1 - min(len(level.peaks), end + 1)), mode="edge"))
        edges = np.minimum(factors[:-1], factors[1:])  # between two milliseconds the lower of both
        curve = (edges[:-1, None] + np.diff(edges)[:, None] * ramp).reshape(-1)[: len(sound)]
        yield sound * (curve * gain)[:, None]
