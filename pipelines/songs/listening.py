"""What is heard in a song, every 10 ms: how much begins, how bright it is, and which notes sound."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipelines.sound.loudness import RATE, blocks
from pipelines.sound.waves import Wave

HOP = RATE // 100
_SHORT, _LONG = 1024, 8192  # samples looked at: 21 ms tell when, 171 ms tell which note
_SLOW = 10  # hops from one look at the notes to the next
_BANDS, _LOW = 24, 4  # bands from 40 Hz to 11 kHz, a third of an octave each; the lowest are drums and bass
_EDGES = np.geomspace(40.0, 11_000.0, _BANDS + 1)
_COMPRESSED = 1000.0  # of full scale, in the logarithm: what is 60 dB down still counts a little
_PIECE = 60 * RATE


@dataclass(frozen=True)
class Heard:
    """Of `count` steps of 10 ms: `onset` and `low` (of drums and bass), how much louder than the step before;
    `bands`, shape (count, 24), logarithmic; `chroma`, shape (count, 12), from C, 0 to 1."""

    onset: np.ndarray
    low: np.ndarray
    bands: np.ndarray
    chroma: np.ndarray

    @property
    def count(self) -> int:
        return len(self.onset)


def listen(wave: Wave, check: Callable[[], None]) -> Heard:
    """Go through a song once. Step t is what lies around sample t · HOP."""
    bands, chroma = [np.zeros((0, _BANDS), np.float32)], [np.zeros((0, 12), np.float32)]
    for begin, end in blocks(-(-len(wave) // HOP // _SLOW) * _SLOW * HOP, _PIECE):
        check()
        first = begin - _LONG // 2
        sound = wave.read(first, end + _LONG // 2).mean(axis=1)
        sound = np.pad(sound, (max(0, -first), 0))
        sound = np.pad(sound, (0, end - begin + _LONG - len(sound)))
        bands.append(_banded(sound[(_LONG - _SHORT) // 2 :], (end - begin) // HOP, check))
        chroma.append(np.repeat(_notes(sound, (end - begin) // HOP // _SLOW), _SLOW, axis=0))
    found = np.concatenate(bands)
    rise = np.maximum(np.diff(found, axis=0, prepend=found[:1]), 0)
    return Heard(rise.mean(axis=1), rise[:, :_LOW].mean(axis=1), found, np.concatenate(chroma)[: len(found)])


def _banded(sound: np.ndarray, count: int, check: Callable[[], None]) -> np.ndarray:
    frames = np.lib.stride_tricks.sliding_window_view(sound, _SHORT)[::HOP][:count]
    hertz = np.fft.rfftfreq(_SHORT, 1 / RATE)
    inside = np.stack([(hertz >= low - 24) & (hertz < high + 24) for low, high in pairwise(_EDGES)])
    weights = (inside / inside.sum(axis=1, keepdims=True)).astype(np.float32).T
    found = []
    for begin, end in blocks(count, 1000):
        check()
        size = np.abs(np.fft.rfft(frames[begin:end] * np.hanning(_SHORT), axis=1)).astype(np.float32)
        found.append(np.log1p(_COMPRESSED / (_SHORT / 4) * np.einsum("tf,fb->tb", size, weights)))
    return np.concatenate(found)


def _notes(sound: np.ndarray, count: int) -> np.ndarray:
    """How strong each of the twelve notes is, from 55 Hz to 2 kHz, the loudest 1."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, _LONG)[:: HOP * _SLOW][:count]
    hertz = np.fft.rfftfreq(_LONG, 1 / RATE)
    used = np.flatnonzero((hertz > 55) & (hertz < 2000))
    note = np.round(12 * np.log2(hertz[used] / 261.626)).astype(int) % 12
    share = np.eye(12, dtype=np.float32)[note] / np.sqrt(hertz[used])[:, None]  # as many bins to a low note as a high
    found = []
    for begin, end in blocks(count, 200):
        size = np.abs(np.fft.rfft(frames[begin:end] * np.hanning(_LONG), axis=1))[:, used].astype(np.float32)
        found.append(np.einsum("tf,fn->tn", size, share))
    made = np.concatenate(found) if found else np.zeros((0, 12), np.float32)
    return made / np.maximum(made.max(axis=1, keepdims=True), 1e-3)  # type: ignore[no-any-return]
