"""What a stretch of sound is: where it lies on disk, how loud it is, when something is heard in it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from pipelines.patience import patiently
from pipelines.sound.hearing import hear
from pipelines.sound.loudness import QUIET, RATE, Meter, blocks, tops
from pipelines.sound.synth import read_score, sound_blocks, soundfont_file
from pipelines.sound.waves import Wave, keep, mark
from studio.work import Work

TICK = RATE // 100  # ducking and hearing go in steps of 10 ms
_MOST = 20.0  # dB that anything is turned up or down at most to come to its level
_ALIKE = 1e-3  # of the power: sides that differ by less are one voice in the middle


class Sounding(Protocol):
    """Anything samples can be read from, float32 of shape (n, 2)."""

    def __len__(self) -> int: ...

    def read(self, begin: int = 0, end: int | None = None) -> np.ndarray: ...


@dataclass(frozen=True)
class Take:
    """`level` in LUFS; `tops`: the highest sample of every 10 ms; `mono`: both sides are (nearly) the same."""

    wave: Sounding
    level: float
    tops: np.ndarray
    mono: bool

    @property
    def silent(self) -> bool:
        return self.level <= QUIET

    def gain(self, aim: float, more: float = 0.0) -> float:
        """The factor that brings it to a loudness in LUFS, within reason, and `more` decibels beside that."""
        return decibels(min(_MOST, max(-_MOST, aim - self.level)) + more) if not self.silent else 0.0

    def heard(self, share: float = 0.03) -> np.ndarray:
        """The 10 ms in which it is really heard: within 30 dB of its loudest moment."""
        return np.flatnonzero(self.tops > self.tops.max(initial=0.0) * share)

    def sounds_at(self, end: int) -> bool:
        """Whether it is still heard in the tenth of a second before that sample: within 40 dB of its loudest moment."""
        last = self.tops[max(0, end // TICK - 10) : -(-end // TICK)]
        return bool(last.max(initial=0.0) > 0.01 * self.tops.max(initial=0.0))


def decibels(value: float) -> float:
    """The factor of so many decibels."""
    return float(10 ** (value / 20))


def listen(wave: Sounding, work: Work, meter: Meter | None = None) -> Take:
    """Go through a sound once. With `meter` its loudness is counted there too, for what belongs together."""
    meter = meter or Meter()
    high: list[np.ndarray] = []
    middle = side = 0.0
    for begin, end in blocks(len(wave), 10 * RATE):
        work.check()
        sound = wave.read(begin, end)
        meter.add(sound)
        fine = tops(sound)
        high.append(np.pad(fine, (0, -len(fine) % 10)).reshape(-1, 10).max(axis=1))
        left, right = sound[::7, 0], sound[::7, 1]  # every seventh sample tells it as well
        middle += float(np.dot(left + right, left + right))
        side += float(np.dot(left - right, left - right))
    found = np.concatenate(high) if high else np.zeros(0, np.float32)
    return Take(wave, meter.read().integrated, found, side <= _ALIKE * middle)


def whole(path: Path, work: Work, *, start: float = 0.0, seconds: float | None = None) -> Wave:
    """A sound file's samples, or those of a score in MIDI as the soundfont plays it."""
    if path.suffix.lower() not in (".mid", ".midi"):
        return hear(path, work, start=start, seconds=seconds)
    raw = work.path(f"played-{mark(path)}")
    if raw.exists():
        played = Wave(raw, raw.stat().st_size // 8)
    else:
        font = soundfont_file(work.pack("general-user"))
        score = patiently(work.check, partial(read_score, path))
        played = keep(sound_blocks(score, font, work.check), raw)
    if not start and seconds is None:
        return played
    first = round(start * RATE)
    last = len(played) if seconds is None else first + round(seconds * RATE)
    cut = work.path(f"played-{mark(path)}-{first}-{last}")
    return keep((played.read(first + b, first + e) for b, e in blocks(max(0, last - first))), cut)
