"""How loud sound is (ITU-R BS.1770-4, EBU R128), its true peak, and a limiter that keeps peaks down.

Sound is float32 of shape (n, 2) at 48 kHz throughout. Everything goes block by block, so that a long film
may lie in a memory map.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

RATE = 48_000
QUIET = -70.0  # LUFS: the standard's absolute gate; anything below counts as silence
_STEP = RATE // 10  # the gating blocks are 400 ms, one every 100 ms
_BLOCK = 20 * RATE
# Annex 1 of the standard: a shelf for the head, then a high-pass, both for 48 kHz.
_FILTERS = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585),
    (1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621),
)


@dataclass(frozen=True)
class Loudness:
    """`integrated` in LUFS, `momentary` in LUFS of each 400 ms, one every 100 ms; -inf where all is digital silence."""

    integrated: float
    momentary: "np.ndarray"


def blocks(count: int, size: int = _BLOCK) -> Iterator[tuple[int, int]]:
    """(begin, end) of each stretch of at most `size` samples."""
    for begin in range(0, count, size):
        yield begin, min(count, begin + size)


class Meter:
    """Takes sound a stretch at a time and tells its loudness: for what is decoded once and not kept."""

    def __init__(self) -> None:
        import numpy as np

        self._state = np.zeros((2, 2, 2))  # sections, the filter's memory, channels
        self._rest = np.zeros((0, 2))
        self._steps: list[np.ndarray] = []

    def add(self, sound: "np.ndarray") -> None:
        import numpy as np
        from scipy.signal import sosfilt

        if not len(sound):
            return
        weighted, self._state = sosfilt(np.array(_FILTERS), sound.astype(np.float64), axis=0, zi=self._state)
        weighted = np.concatenate([self._rest, weighted]) if len(self._rest) else weighted
        whole = len(weighted) // _STEP
        power = np.square(weighted[: whole * _STEP]).sum(axis=1)
        self._steps.append(power.reshape(whole, _STEP).mean(axis=1))
        self._rest = weighted[whole * _STEP :]

    def read(self) -> Loudness:
        """The loudness of everything added so far. Sound under 400 ms is taken as one block."""
        import numpy as np

        steps = np.concatenate(self._steps) if self._steps else np.zeros(0)
        if len(steps) >= 4:
            power = np.convolve(steps, np.full(4, 0.25), "valid")
        else:
            rest = np.square(self._rest).sum(axis=1)
            total = steps.sum() * _STEP + rest.sum()
            power = np.array([total / max(1, len(steps) * _STEP + len(rest))])
        return Loudness(_gated(power), _level(power))


def _level(power: "np.ndarray") -> "np.ndarray":
    import numpy as np

    with np.errstate(divide="ignore"):
        return -0.691 + 10 * np.log10(power)


def _gated(power: "np.ndarray") -> float:
    loud = power[_level(power) > QUIET]
    if not len(loud):
        return float("-inf")
    relative = float(_level(loud.mean()[None])[0]) - 10
    return float(_level(loud[_level(loud) > relative].mean()[None])[0])


def measure(sound: "np.ndarray", check: Callable[[], None] = lambda: None) -> Loudness:
    """Integrated and momentary loudness of sound of shape (n, 2)."""
    meter = Meter()
    for begin, end in blocks(len(sound)):
        check()
        meter.add(sound[begin:end])
    return meter.read()


@lru_cache(maxsize=1)
def _between() -> tuple["np.ndarray", ...]:
    """Filters that give the wave a quarter, a half and three quarters of the way to the next sample (Annex 2)."""
    import numpy as np
    from scipy.signal import firwin

    taps = firwin(81, 1 / 4, window=("kaiser", 5.0)).astype(np.float32) * 4
    return tuple(np.ascontiguousarray(taps[phase::4]) for phase in (1, 2, 3))


def true_peaks(sound: "np.ndarray") -> "np.ndarray":
    """The highest absolute value near each sample, four times oversampled, over both channels; shape (n,)."""
    import numpy as np

    channels = np.ascontiguousarray(sound.T, np.float32)
    peaks = np.maximum(np.abs(channels[0]), np.abs(channels[1]))
    if len(peaks) > 24:
        for channel in channels:
            for taps in _between():
                np.maximum(peaks, np.abs(np.convolve(channel, taps, "same")), out=peaks)
    return peaks


def true_peak(sound: "np.ndarray", check: Callable[[], None] = lambda: None) -> float:
    """The true peak of sound of shape (n, 2) in dBTP; -inf for digital silence.

    Only neighbourhoods of samples within 6 dB of the highest one are oversampled: elsewhere it cannot lie.
    """
    import numpy as np

    top = max((float(np.abs(sound[b:e]).max()) for b, e in blocks(len(sound))), default=0.0)
    if top <= 0:
        return float("-inf")
    peak = top
    for begin, end in blocks(len(sound), RATE // 2):
        check()
        wide = sound[max(0, begin - 64) : end + 64]
        if float(np.abs(wide).max()) > top / 2:
            peak = max(peak, float(true_peaks(wide).max()))
    return float(20 * np.log10(peak))


def limited(sound: "np.ndarray", gain: float, ceiling: float) -> Iterator[tuple[int, "np.ndarray"]]:
    """`sound` × `gain`, held under a true peak of `ceiling` (linear), as (where it begins, samples) in order.

    A look-ahead limiter: the reduction each sample needs is held over 5 ms on both sides and smoothed over the
    same, so it is wholly there when the peak comes. Stretches that stay well under are only multiplied.
    """
    import numpy as np
    from scipy.ndimage import maximum_filter1d, uniform_filter1d

    reach = RATE // 200
    for begin, end in blocks(len(sound), 2 * RATE):
        low, high = max(0, begin - 3 * reach), min(len(sound), end + 3 * reach)
        wide = np.asarray(sound[low:high], np.float32) * np.float32(gain)
        if float(np.abs(wide).max(initial=0.0)) < ceiling * 0.5:
            yield begin, wide[begin - low : end - low]
            continue
        with np.errstate(divide="ignore"):
            over = np.maximum(0.0, np.log(true_peaks(wide) / ceiling))
        if over.any():
            held = maximum_filter1d(over, 2 * reach + 1, mode="nearest")
            smooth = uniform_filter1d(uniform_filter1d(held, reach + 1, mode="nearest"), reach + 1, mode="nearest")
            wide = wide * np.exp(-smooth)[:, None].astype(np.float32)
        yield begin, wide[begin - low : end - low]
