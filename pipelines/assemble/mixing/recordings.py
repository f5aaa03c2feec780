"""Given recordings of speech made even: rumble taken out, loud and soft passages brought together, hissing s softened.

Each only where it is measured to be needed, so that a clean recording stays as it is to the last bit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipelines.assemble.mixing.takes import TICK, Sounding, Take, listen
from pipelines.sound.loudness import RATE, blocks
from pipelines.sound.waves import keep, mark
from studio.work import Work

_RUMBLE, _LOWEST = -22.0, 75.0  # dB under the voice from which rumble is taken out; Hz: no voice lies below it
_SPREAD, _EVEN = 9.0, 0.75  # LU from soft to loud passages from which they are levelled, and by how much of it
_MOST = 9.0  # dB that any passage is turned up or down
_SLOW = 150  # ticks of 10 ms to each side over which the gain moves: a sentence, not a word
_SHARP, _SOFTENED = 2.0, 7.0  # dB of an s against the voice from which it is softened, at most by so much
_SPLIT = 5000.0  # Hz: above lies what is sharp in an s
_TAPS = 4097  # of the filters, whose half is the margin around a block
_BLOCK, _PIECE = 1 << 19, 1 << 14


@dataclass(frozen=True)
class Measured:
    """Of every 10 ms: power `low` (under 75 Hz), `high` (over 5 kHz) and `middle` between; what is voice is `said`."""

    low: np.ndarray
    middle: np.ndarray
    high: np.ndarray

    @property
    def said(self) -> np.ndarray:
        """Where somebody speaks: within 25 dB of the loud passages."""
        level = _smooth(self.middle, 20)
        return level > np.quantile(level, 0.95) * 10**-2.5  # type: ignore[no-any-return]

    def rumble(self) -> float:
        """dB of what lies under the voice, against it."""
        return _ratio(self.low.mean(), self.middle[self.said].mean())

    def spread(self) -> float:
        """LU from the soft passages to the loud ones, each of three seconds of speech (10th and 90th percentile)."""
        level = self.passages()[self.said]
        return float(np.subtract(*np.quantile(level, (0.9, 0.1)))) if len(level) > 300 else 0.0

    def passages(self) -> np.ndarray:
        """The level in dB of the speech around each 10 ms; in pauses, that of the speech around them."""
        said = self.said.astype(float)
        weight = _smooth(said, _SLOW)
        power = _smooth(self.middle * said, _SLOW) / np.maximum(weight, 1e-6)
        level = 10 * np.log10(np.maximum(power, 1e-12))
        sure = np.flatnonzero(weight > 0.05)
        return np.interp(np.arange(len(level)), sure, level[sure]) if len(sure) else level  # type: ignore[no-any-return]

    def sharp(self) -> float:
        """dB of the sharpest sounds (of every hundredth 10 ms of speech), against the voice."""
        said = self.said | (self.high > self.middle)
        return _ratio(float(np.quantile(self.high[said], 0.98)), float(self.middle[self.said].mean()))


def tidied(take: Take, path: Path, work: Work) -> Take:
    """The recording as it is to be mixed, and what was done to it as a note; `take` itself where nothing was."""
    if take.silent:
        return take
    found = measured(take.wave, work)
    if not found.said.any():
        return take
    low, even, soft = found.rumble() > _RUMBLE, found.spread() > _SPREAD, found.sharp() > _SHARP
    if not (low or even or soft):
        return take
    gain = _levelled(found) if even else np.zeros(len(found.middle))
    less = _softened(found) if soft else np.zeros(len(found.high))
    made = keep(_through(take.wave, low, gain, less, work), work.path(f"tidy-{mark(path)}-{len(take.wave)}"))
    said = [words for words, done in (
        (f"its rumble ({found.rumble():.0f} dB of the voice) taken out", low),
        (f"its passages, {found.spread():.0f} dB apart, brought together", even),
        ("its sharp s softened", soft),
    ) if done]  # fmt: skip
    work.note(f"A recording was made even: {', '.join(said)}.")
    return listen(made, work)


def measured(wave: Sounding, work: Work) -> Measured:
    """Go through a recording once."""
    edges = np.array([_LOWEST, _SPLIT])
    found: list[np.ndarray] = []
    for begin, end in blocks(len(wave), _BLOCK // TICK * TICK):
        work.check()
        sound = np.pad(wave.read(begin, end).mean(axis=1), (0, -(end - begin) % TICK))
        low, rest = _split(sound, edges[0])
        middle, high = _split(rest, edges[1])
        found.append(np.stack([np.square(part).reshape(-1, TICK).mean(axis=1) for part in (low, middle, high)]))
    whole = np.concatenate(found, axis=1) if found else np.zeros((3, 0))
    return Measured(*whole)


def _split(sound: np.ndarray, hertz: float) -> tuple[np.ndarray, np.ndarray]:
    """What lies below and above, over an octave, without moving anything in time."""
    size = 1 << max(1, (len(sound) - 1).bit_length())
    spectrum = np.fft.rfft(sound, size, axis=0)
    share = np.clip(np.log2(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1) / hertz) + 0.5, 0, 1)
    above = 0.5 - 0.5 * np.cos(np.pi * share)
    high = np.fft.irfft(spectrum * (above if sound.ndim == 1 else above[:, None]), size, axis=0)[: len(sound)]
    return sound - high, high


def _levelled(found: Measured) -> np.ndarray:
    """The gain in dB that brings passages together, moving over seconds."""
    level = found.passages()
    aim = float(np.median(level[found.said]))
    return _smooth(np.clip(_EVEN * (aim - level), -_MOST, _MOST), _SLOW // 2)


def _softened(found: Measured) -> np.ndarray:
    """How much in dB, 0 or below, what is over 5 kHz is turned down in an s, against the passage it is in."""
    over = 10 * np.log10(np.maximum(found.high, 1e-12)) - found.passages() - (_SHARP - 3)
    return -_smooth(np.clip(0.7 * over, 0, _SOFTENED), 2)


def _through(wave: Sounding, low: bool, gain: np.ndarray, less: np.ndarray, work: Work) -> Iterator[np.ndarray]:
    """The recording anew, a stretch at a time with a margin around it, so that stretches meet."""
    margin = _TAPS
    for begin, end in blocks(len(wave), _BLOCK):
        work.check()
        first = max(0, begin - margin)
        sound = wave.read(first, min(len(wave), end + margin)).astype(np.float64)
        sound = _split(sound, _LOWEST)[1] if low else sound
        at = np.arange(first, first + len(sound)) / TICK - 0.5
        if less.any():
            below, above = _split(sound, _SPLIT)
            sound = below + above * _factor(less, at)
        sound = sound * _factor(gain, at)
        yield sound[begin - first : begin - first + end - begin].astype(np.float32)


def _factor(decibels: np.ndarray, at: np.ndarray) -> np.ndarray:
    return 10 ** (np.interp(at, np.arange(len(decibels)), decibels) / 20)[:, None]  # type: ignore[no-any-return]


def _smooth(values: np.ndarray, reach: int) -> np.ndarray:
    window = np.hanning(2 * reach + 3)[1:-1]
    return np.convolve(np.pad(values, reach, mode="edge"), window / window.sum(), "valid")  # type: ignore[no-any-return]


def _ratio(one: float, other: float) -> float:
    return float(10 * np.log10(max(one, 1e-12) / max(other, 1e-12)))
