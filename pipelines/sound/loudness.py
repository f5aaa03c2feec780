"""How loud sound is (ITU-R BS.1770-4, EBU R128), and its true peak.

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
TICK = RATE // 1000  # samples in a millisecond
_STEP = 100  # ticks: the gating blocks are 400 ms, one every 100 ms
_BLOCK = 20 * RATE
_WIDE = TICK + 19  # samples that have a part in the wave over one millisecond
# Annex 1 of the standard: a shelf for the head, then a high-pass, both for 48 kHz.
_FILTERS = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585),
    (1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621),
)


# Applied by overlap-save (Stockham 1966): after so many samples the filters' answer is below 1e-13 of its beginning.
_MEMORY, _LENGTH = 6144, 1 << 16


@lru_cache(maxsize=1)
def _response() -> "np.ndarray":
    """What the filters do to each frequency of a transform of `_LENGTH` samples."""
    import numpy as np

    z = np.exp(-2j * np.pi * np.arange(_LENGTH // 2 + 1) / _LENGTH)
    answer = np.ones(len(z), complex)
    for row in _FILTERS:
        answer *= np.polyval(row[2::-1], z) / np.polyval(row[:2:-1], z)
    return answer


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

        self._past = np.zeros((2, _MEMORY))
        self._rest = np.zeros((2, 0))
        self._ticks: list[np.ndarray] = []

    def add(self, sound: "np.ndarray") -> None:
        import numpy as np

        if not len(sound):
            return
        weighted = self._weighted(np.ascontiguousarray(sound.T, np.float64))
        weighted = np.concatenate([self._rest, weighted], axis=1) if self._rest.size else weighted
        whole = weighted.shape[1] // TICK
        parts = weighted[:, : whole * TICK].reshape(2, whole, TICK)
        self._ticks.append((np.einsum("cts,cts->t", parts, parts) / TICK).astype(np.float32))
        self._rest = weighted[:, whole * TICK :]

    def _weighted(self, sides: "np.ndarray") -> "np.ndarray":
        import numpy as np

        sides = np.concatenate([self._past, sides], axis=1)
        self._past = sides[:, -_MEMORY:]
        # Two sides alike, as of most voices, are filtered once.
        alike = np.array_equal(*sides)
        used = sides[:1] if alike else sides
        made = np.empty((len(used), sides.shape[1] - _MEMORY))
        for begin in range(0, made.shape[1], _LENGTH - _MEMORY):
            part = np.fft.irfft(np.fft.rfft(used[:, begin : begin + _LENGTH], _LENGTH) * _response(), _LENGTH)
            out = made[:, begin : begin + _LENGTH - _MEMORY]
            out[:] = part[:, _MEMORY : _MEMORY + out.shape[1]]
        return np.repeat(made, 2, axis=0) if alike else made

    def ticks(self) -> "np.ndarray":
        """The weighted power, over both channels, of every millisecond so far, the one begun included."""
        import numpy as np

        last = np.array([np.square(self._rest).sum() / TICK] if self._rest.size else [], np.float32)
        return np.concatenate([*self._ticks, last]) if self._ticks else last

    def read(self) -> Loudness:
        """The loudness of everything added so far."""
        return loudness_of(self.ticks())


def loudness_of(ticks: "np.ndarray") -> Loudness:
    """The loudness of sound whose weighted power in every millisecond is given. Under 400 ms it is one block."""
    import numpy as np

    count = len(ticks) // _STEP
    if count >= 4:
        steps = ticks[: count * _STEP].reshape(count, _STEP).mean(axis=1, dtype=np.float64)
        power = np.convolve(steps, np.full(4, 0.25), "valid")
    else:
        power = np.array([ticks.sum(dtype=np.float64) / max(1, len(ticks))])
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
def _between() -> "np.ndarray":
    """Filters that give the wave a quarter, a half and three quarters of the way to the next sample (Annex 2), for
    the 48 samples of a millisecond at once: a matrix that takes 67 samples, 9 before and 10 after, to 144."""
    import numpy as np

    taps = np.sinc(np.arange(-40, 41) / 4) * np.kaiser(81, 5.0)
    taps *= 4 / taps.sum()
    matrix = np.zeros((_WIDE, 3 * TICK), np.float32)
    for sample in range(TICK):
        for quarter in (1, 2, 3):
            matrix[sample : sample + 20, 3 * sample + quarter - 1] = taps[quarter::4][::-1]
    return matrix


def _quarters(sound: "np.ndarray", ticks: "np.ndarray") -> "np.ndarray":
    """The highest absolute values between the samples of those milliseconds; shape (ticks, 48). `sound`, of shape
    (n, 2), begins 9 samples before the first tick and goes on for 10 after the last."""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    windows = sliding_window_view(sound, _WIDE, axis=0)[ticks * TICK]  # ticks, channels, 67
    rows = windows.reshape(-1, _WIDE)
    # A few rows at a time: the product of large matrices is shared out to threads, and ends differ by their count.
    spare = -len(rows) % 24
    rows = np.concatenate([rows, np.zeros((spare, _WIDE), np.float32)]) if spare else rows
    made = np.matmul(rows.reshape(-1, 24, _WIDE), _between()).reshape(-1, 3 * TICK)
    high = np.abs(made[: len(made) - spare]).reshape(len(ticks), 2, TICK, 3)
    return high.max(axis=(1, 3))  # type: ignore[no-any-return]


def true_peaks(sound: "np.ndarray") -> "np.ndarray":
    """The highest absolute value at each sample and up to the next, four times oversampled, over both channels;
    shape (n,)."""
    import numpy as np

    peaks = np.abs(sound).max(axis=1, initial=0.0)
    if len(sound) > 24:
        count = -(-len(sound) // TICK)
        wide = np.pad(np.asarray(sound, np.float32), ((9, count * TICK - len(sound) + 10), (0, 0)))
        np.maximum(peaks, _quarters(wide, np.arange(count)).reshape(-1)[: len(sound)], out=peaks)
    return peaks


def tops(sound: "np.ndarray") -> "np.ndarray":
    """The highest sample of every millisecond over both channels, as float32; the last one may be shorter."""
    import numpy as np

    whole = len(sound) // TICK
    high = np.abs(sound[: whole * TICK]).reshape(whole, TICK * sound.shape[1]).max(axis=1, initial=0.0)
    rest = np.abs(sound[whole * TICK :])
    return np.append(high, rest.max()) if rest.size else high


def true_tops(sound: "np.ndarray", ticks: "np.ndarray") -> "np.ndarray":
    """The true peak of those milliseconds of sound that begins 9 samples before its first."""
    import numpy as np

    count = int(ticks.max(initial=0)) + 1
    wide = np.pad(np.asarray(sound, np.float32), ((0, max(0, count * TICK + 19 - len(sound))), (0, 0)))
    return _quarters(wide, ticks).max(axis=1, initial=0.0)  # type: ignore[no-any-return]


def near(which: "np.ndarray") -> "np.ndarray":
    """Those that are true, and their neighbours."""
    wide = which.copy()
    wide[1:] |= which[:-1]
    wide[:-1] |= which[1:]
    return wide
