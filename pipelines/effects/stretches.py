"""Sound without end, made a stretch at a time: any moment can be made without what lies before it."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

RATE = 48_000
SPAN = 8 * RATE  # samples of one stretch
REACH = 2  # a stretch's tail may ring on through so many further ones
_ZERO = 1 << 20  # chance takes no numbers below zero; stretches before the beginning have some


@dataclass(frozen=True)
class Stretch:
    """The `index`-th eight seconds of a sound. Its chance depends on nothing but the seed, a name and the index."""

    index: int
    seed: int

    @property
    def start(self) -> float:
        """Seconds from the sound's beginning."""
        return self.index * SPAN / RATE

    def dice(self, name: str) -> np.random.Generator:
        """Chance for what happens in this stretch."""
        return np.random.default_rng([self.seed, zlib.crc32(name.encode()), self.index + _ZERO])

    def cast(self, name: str) -> np.random.Generator:
        """Chance for what stays the same through the whole sound: who sings, how large the room is."""
        return np.random.default_rng([self.seed, zlib.crc32(name.encode())])

    def times(self, count: int, step: int) -> np.ndarray:
        """Seconds from the sound's beginning of every `step`-th sample."""
        return self.start + np.arange(count) * (step / RATE)

    def drift(self, name: str, period: float, count: int = SPAN // 1024 + 2, step: int = 1024) -> np.ndarray:
        """A value from 0 to 1 that wanders without ever repeating, about `period` seconds from hill to hill, at every
        `step`-th sample: value noise over time in three octaves (Perlin 1985), smooth across stretches."""
        times = self.times(count, step)
        key = (zlib.crc32(name.encode()) << 20) ^ (self.seed & 0xFFFFFFFFFFFFF)
        total = np.zeros(count)
        for octave, share in ((1, 0.6), (2.1, 0.27), (4.3, 0.13)):
            at = times * (octave / period) + octave * 17.3
            cell = np.floor(at)
            part = at - cell
            smooth = part * part * (3 - 2 * part)
            low, high = _chance(cell, key + round(octave * 10)), _chance(cell + 1, key + round(octave * 10))
            total += share * (low + (high - low) * smooth)
        return total


def _chance(cell: np.ndarray, key: int) -> np.ndarray:
    """A number from 0 to 1 for each whole number: splitmix64 (Steele et al. 2014)."""
    with np.errstate(over="ignore"):
        z = cell.astype(np.int64).astype(np.uint64) + np.uint64(key % 2**64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return (z ^ (z >> np.uint64(31))).astype(np.float64) / 2.0**64


# The sound of a stretch, shape (n, 2): n is at least SPAN, what is longer is added to the stretches after it.
Make = Callable[[Stretch], np.ndarray]


def flowing(make: Make, seed: int, begin: int, count: int, check: Callable[[], None]) -> Iterator[np.ndarray]:
    """Samples [begin, begin + count) of an endless sound, a stretch or less at a time, float32 of shape (n, 2)."""
    first = begin // SPAN
    held = np.zeros((SPAN * (REACH + 1), 2), np.float32)
    for index in range(first - REACH, -(-(begin + count) // SPAN)):
        check()
        piece = make(Stretch(index, seed))[: len(held)]
        held[: len(piece)] += piece
        low, high = max(begin, index * SPAN), min(begin + count, (index + 1) * SPAN)
        if low < high:
            yield held[low - index * SPAN : high - index * SPAN].copy()
        held[:-SPAN] = held[SPAN:]
        held[-SPAN:] = 0


def together(*pieces: np.ndarray) -> np.ndarray:
    """The sum of pieces of different lengths."""
    made = np.zeros((max(len(piece) for piece in pieces), 2), np.float32)
    for piece in pieces:
        made[: len(piece)] += piece
    return made
