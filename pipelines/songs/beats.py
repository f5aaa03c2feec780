"""Where the beats and bars of a song are.

Beats by dynamic programming over the onsets (Ellis, "Beat tracking by dynamic programming", 2007), the tempo from their
autocorrelation; a tempo that drifts is followed. Bars by what marks their first beat: bass, and a change of harmony.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipelines.songs.listening import Heard

_SLOWEST, _FASTEST = 50.0, 210.0  # beats a minute
_USUAL, _OCTAVES = 110.0, 0.9  # where the ear puts a beat in doubt, and how far from it
_TIGHT = 150.0  # how much an uneven step costs, against how much onsets differ
_LEAST = 0.07  # of the autocorrelation: less is no steady beat
_FAINT = 0.15  # of the logarithm: where all but a twentieth of the steps rise by less, nothing begins, as in a tone
_LATE = 0.008  # seconds: sounds take as long to be heard at their loudest


@dataclass(frozen=True)
class Beats:
    """`times` of the beats in seconds; `metre` beats to a bar, the first bar beginning at beat `first`.
    `steady`: how clearly they come at one distance, 0 to 1."""

    times: np.ndarray
    metre: int
    first: int
    steady: float

    @property
    def bars(self) -> np.ndarray:
        """Numbers of the beats that begin a bar."""
        return np.arange(self.first, len(self.times), self.metre)


def beats(heard: Heard, check: Callable[[], None]) -> Beats | None:
    """The beats of a song; None where nothing comes at a steady distance, as in speech."""
    if np.quantile(heard.onset + heard.low, 0.95) < _FAINT:
        return None
    strength = _sharpened(heard.onset + heard.low)
    period, steady = _period(strength)
    if not period or steady < _LEAST:
        return None
    steps = _tracked(strength, period, check)
    if len(steps) < 8:
        return None
    times = np.array([_exact(strength, step) for step in steps]) / 100 - _LATE
    metre, first = _bar(heard, steps)
    return Beats(times, metre, first, steady)


def _sharpened(onset: np.ndarray) -> np.ndarray:
    """Onsets above what is usual around them, of unit deviation."""
    wide = np.convolve(np.pad(onset, 50, mode="edge"), np.full(101, 1 / 101), "valid")
    found = np.maximum(onset - wide, 0)
    return found / max(1e-9, float(found.std()))  # type: ignore[no-any-return]


def _period(strength: np.ndarray) -> tuple[float, float]:
    """Steps from beat to beat, and how clear that is (0 to 1)."""
    most = round(6000 / _SLOWEST)
    if len(strength) < 4 * most // 2 or not strength.any():
        return 0.0, 0.0
    size = 1 << (2 * len(strength) - 1).bit_length()
    spectrum = np.fft.rfft(np.convolve(strength, np.hanning(7), "same"), size)
    whole = np.fft.irfft(np.abs(spectrum) ** 2)[: 4 * most + 4]
    mean = float(np.convolve(strength, np.hanning(7), "same").mean()) ** 2 * len(strength)
    found = (whole - mean) / max(1e-9, whole[0] - mean)
    lags = np.arange(round(6000 / _FASTEST), most + 1)
    # A beat comes again after two and after four: what does not is a figure within the bar.
    score = found[lags] + 0.5 * _near(found, 2 * lags) + 0.25 * _near(found, 4 * lags)
    ear = np.exp(-0.5 * (np.log2(6000 / lags / _USUAL) / _OCTAVES) ** 2)
    best = int(np.argmax(score * ear))
    return _finer(score * ear, best) + lags[0], float(np.clip(score[best] / 1.75, 0, 1))


def _near(found: np.ndarray, lags: np.ndarray) -> np.ndarray:
    """The highest within a step or two of those lags, for a period is no whole number of steps."""
    return np.stack([found[lags + by] for by in (-2, -1, 0, 1, 2)]).max(axis=0)  # type: ignore[no-any-return]


def _finer(values: np.ndarray, best: int) -> float:
    """Where between its neighbours a maximum lies (parabola)."""
    if not 0 < best < len(values) - 1:
        return float(best)
    a, b, c = values[best - 1 : best + 2]
    bend = a - 2 * b + c
    return best + (float(0.5 * (a - c) / bend) if bend < 0 else 0.0)


def _tracked(strength: np.ndarray, period: float, check: Callable[[], None]) -> np.ndarray:
    """The steps of the beats: as strong as can be, as even as can be."""
    soft = np.convolve(strength, np.exp(-0.5 * (np.arange(-8, 9) / 3) ** 2), "same")
    low, high = round(period / 2), round(2 * period)
    back = np.arange(-high, -low + 1)
    uneven = -_TIGHT * float(soft.std()) * np.log(-back / period) ** 2
    score, before = soft.copy(), np.full(len(soft), -1)
    for step in range(high, len(soft)):
        if not step % 4096:
            check()
        ways = score[step + back[0] : step + back[-1] + 1] + uneven
        best = int(ways.argmax())
        score[step] += ways[best]
        before[step] = step + back[best]
    tail = len(score) - round(1.5 * period)
    at = tail + int(score[tail:].argmax()) if tail > 0 else int(score.argmax())
    found = [at]
    while before[at] >= 0:
        at = int(before[at])
        found.append(at)
    return np.array(found[::-1])


def _exact(strength: np.ndarray, step: int) -> float:
    """The beat to a fraction of a step: the strongest onset within 30 ms, where there is one."""
    low = max(0, step - 3)
    close = strength[low : step + 4]
    best = int(close.argmax())
    return low + _finer(close, best) if close[best] > 0.5 else float(step)


def _bar(heard: Heard, steps: np.ndarray) -> tuple[int, int]:
    """(beats to a bar, the first beat that begins one): where bass comes in and the harmony changes."""
    edges = np.append(steps, min(heard.count, 2 * steps[-1] - steps[-2]))
    notes = np.stack([heard.chroma[a:b].mean(axis=0) for a, b in pairwise(edges)])
    size = np.linalg.norm(notes, axis=1) + 1e-6
    change = 1 - (notes[1:] * notes[:-1]).sum(axis=1) / (size[1:] * size[:-1])
    bass = np.array([heard.low[max(0, s - 3) : s + 4].max() for s in steps])
    all_ = np.array([heard.onset[max(0, s - 3) : s + 4].max() for s in steps])
    mark = _even(bass) + 1.5 * _even(np.append(0, change)) + 0.3 * _even(all_)
    ways = []
    for metre, liked in ((4, 1.0), (3, 0.8)):
        for first in range(metre):
            chosen = mark[first::metre]
            others = np.delete(mark, np.s_[first::metre])
            ways.append((liked * (chosen.mean() - others.mean()), -metre, -first))
    _, metre, first = max(ways)
    return -metre, -first


def _even(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / max(1e-9, float(values.std()))  # type: ignore[no-any-return]
