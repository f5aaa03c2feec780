"""The sound of shots that run faster, slower, backwards or along a ramp, each sample where its picture is."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipelines.assemble.mixing.stretching import stretched
from pipelines.sound.hearing import hear
from pipelines.sound.loudness import RATE, blocks
from pipelines.sound.waves import Wave, keep, mark
from studio.timeline import Shot
from studio.work import Work

KEPT = (0.5, 4.0)  # between these a steady speed leaves voices their pitch; beyond, sound runs like a tape
_STILL = 0.1  # below this speed the tape falls silent
_REACH = 128  # samples around a moment that have a part in the wave there
_BLOCK = RATE  # samples of the film made at once
_MOST = 20 * RATE  # samples of the media read at once


@dataclass(frozen=True)
class _Backwards:
    wave: Wave

    def __len__(self) -> int:
        return len(self.wave)

    def read(self, begin: int = 0, end: int | None = None) -> np.ndarray:
        last = len(self.wave) - begin
        return self.wave.read(last - ((len(self.wave) if end is None else end) - begin), last)[::-1]


def steady(shot: Shot) -> float | None:
    """The shot's speed when it does not change."""
    found = {factor for _, factor in shot.speed} or {1.0}
    return found.pop() if len(found) == 1 else None


def positions(shot: Shot, rate: Fraction, begin: int, end: int) -> tuple[np.ndarray, np.ndarray]:
    """Where in the media, in samples, lie samples [begin, end) of the shot, and the speed there.

    `Shot.source_at` for every sample at once; before the shot and after it the first and the last speed go on.
    """
    length = float(shot.visible / rate) * RATE
    share = np.arange(begin, end) / length
    low, high = min(0.0, begin / length), max(1.0, end / length)
    knots = [(low, shot.speed[0][1]), *shot.speed, (high, shot.speed[-1][1])]
    at, speed, gone = np.zeros(len(share)), np.zeros(len(share)), 0.0
    zero = 0.0
    for (a, u), (b, v) in pairwise(knots):
        inside = (share >= a) & (share < b) if b < high else share >= a
        if b > a:
            into = share[inside] - a
            at[inside] = gone + u * into + (v - u) / (2 * (b - a)) * into**2
            speed[inside] = u + (v - u) * into / (b - a)
            if a <= 0 <= b:
                zero = gone + u * -a + (v - u) / (2 * (b - a)) * a**2
            gone += (u + v) / 2 * (b - a)
    return float(shot.source_in / rate) * RATE + (at - zero) * length, speed


def sped(path: Path, shot: Shot, rate: Fraction, begin: int, end: int, work: Work) -> tuple[int, Wave] | None:
    """Samples [begin, end) of a shot's own sound at its speed; the number of silent ones before it, and the rest.

    It may end early with the media. None where there is nothing to hear: the shot stands still.
    """
    factor = steady(shot)
    if factor == 0:
        return None
    name = f"sped-{mark(path)}-{shot.source_in}-{begin}-{end}-{shot.visible}-{zlib.crc32(repr(shot.speed).encode())}"
    if factor is None or not KEPT[0] <= abs(factor) <= KEPT[1]:
        return 0, keep(_tape(path, shot, rate, begin, end, work), work.path(name))
    source = float(shot.source_in / rate) * RATE
    low, high = sorted((source + begin * factor, source + end * factor))
    first = max(0, round(low))
    wave = hear(path, work, start=first / RATE, seconds=max(0.0, (high - first) / RATE))
    missing = (first - low) if factor > 0 else high - first - len(wave)  # of the media, where the shot begins
    lead = max(0, round(missing / abs(factor)))
    count = max(0, min(end - begin - lead, round(len(wave) / abs(factor))))
    turned: Wave | _Backwards = wave if factor > 0 else _Backwards(wave)
    if abs(factor) == 1:
        made: Iterator[np.ndarray] = (turned.read(b, e) for b, e in blocks(count))
    else:
        made = stretched(turned.read, len(wave), abs(factor), count, work.check)
    return lead, keep(made, work.path(name))


def _tape(path: Path, shot: Shot, rate: Fraction, begin: int, end: int, work: Work) -> Iterator[np.ndarray]:
    """The sound as a tape would give it whose speed changes: its pitch follows. Standing still it is silent."""
    low, high = _range(shot, rate, begin, end, work.check)
    first = max(0, int(low) - 2 * RATE // 10)
    wave = hear(path, work, start=first / RATE, seconds=max(0.0, (high - first) / RATE + 0.2))
    at = begin
    while at < end:
        work.check()
        size = _BLOCK
        where, speed = positions(shot, rate, at, min(end, at + size))
        while size > 480 and np.ptp(where) > _MOST:
            size //= 2
            where, speed = where[:size], speed[:size]
        ease = np.clip(np.abs(speed) / _STILL, 0, 1)
        yield _between(wave.read, where - first, np.abs(speed)) * (ease**2)[:, None].astype(np.float32)
        at += len(where)


def _range(shot: Shot, rate: Fraction, begin: int, end: int, check: Callable[[], None]) -> tuple[float, float]:
    """The earliest and latest sample of the media that is heard."""
    low, high = np.inf, -np.inf
    for a, b in blocks(end - begin):
        check()
        where, _ = positions(shot, rate, begin + a, begin + b)
        low, high = min(low, float(where.min())), max(high, float(where.max()))
    return low, high


def _between(read: Callable[[int, int], np.ndarray], where: np.ndarray, speed: np.ndarray) -> np.ndarray:
    """The wave at moments between samples. For each octave of speed there is a copy with half as many samples, so that
    what becomes too high to be heard is left out instead of folded down; between octaves two copies are mixed."""
    import soxr

    octave = np.log2(np.maximum(speed, 1.0))
    out = np.zeros((len(where), 2), np.float32)
    for level in range(int(np.ceil(octave.max())) + 1):
        weight = (1 - np.abs(octave - level)).clip(0, None)
        used = np.flatnonzero(weight > 0)
        if not len(used):
            continue
        reach = _REACH << level
        first, last = int(where[used].min()) - reach, int(where[used].max()) + reach
        sound = _padded(read, first, last)
        for _ in range(level):
            sound = np.asarray(soxr.resample(sound, 2, 1))
        twice = np.asarray(soxr.resample(sound, 1, 2))  # so that a cubic is enough
        out[used] += _cubic(twice, (where[used] - first) * 2 / (1 << level)) * weight[used, None].astype(np.float32)
    return out


def _padded(read: Callable[[int, int], np.ndarray], begin: int, end: int) -> np.ndarray:
    """Samples [begin, end) with silence where there are none."""
    out = np.zeros((end - begin, 2), np.float32)
    found = read(max(0, begin), max(0, end))
    out[max(0, -begin) : max(0, -begin) + len(found)] = found
    return out


def _cubic(sound: np.ndarray, at: np.ndarray) -> np.ndarray:
    """A cubic through the four samples around each moment (Catmull and Rom)."""
    low = np.floor(at).astype(np.int64).clip(1, len(sound) - 3)
    t = (at - low)[:, None].astype(np.float32)
    a, b, c, d = (sound[low + step] for step in (-1, 0, 1, 2))
    bend = t * (3 * (b - c) + d - a) + (2 * a - 5 * b + 4 * c - d)
    return b + 0.5 * t * (c - a + t * bend)  # type: ignore[no-any-return]
