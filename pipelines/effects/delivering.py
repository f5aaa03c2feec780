"""Beds and effects as files: loud as they should be, without clicks at their ends, never in memory as a whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from pipelines.effects.air import at_level
from pipelines.effects.stretches import RATE, SPAN, Make, Stretch, flowing
from pipelines.sound.loudness import QUIET, Meter
from studio import facts
from studio.sounds import writing
from studio.work import Work

BED = -30.0  # LUFS of a bed of middling force: quiet enough to lie under everything
_TRIED = 60  # seconds of a bed that are listened to as a whole before it is written
_EDGE = 1.2  # seconds a bed takes to come and to go
_SEAM = 2.0  # seconds over which the end of a bed leads into its beginning


def held_back(sound: np.ndarray) -> np.ndarray:
    """The sound with what is beyond -3.5 dBFS bent smoothly below -1 dBTP, so that thunder is loud and never clips."""
    knee, room = 0.66, 0.19
    over = np.abs(sound) - knee
    bent = knee + room * np.tanh(over / room)
    return np.asarray(np.where(over > 0, np.sign(sound) * bent, sound), np.float32)


def gain_for(make: Make, seed: int, seconds: float, target: float, check: Callable[[], None]) -> float:
    """The factor that brings a bed to `target` LUFS: by all of it, or by ten stretches from all over a longer one."""
    meter = Meter()
    if seconds <= _TRIED:
        for piece in flowing(make, seed, 0, round(seconds * RATE), check):
            meter.add(piece)
    else:
        for index in np.linspace(0, seconds * RATE // SPAN - 1, 10):
            check()
            meter.add(make(Stretch(int(index), seed))[:SPAN])
    loud = meter.read().integrated
    return at_level(target - loud) if loud > QUIET else 1.0


def _seamless(make: Make, seed: int, count: int, check: Callable[[], None]) -> Iterator[np.ndarray]:
    """A bed whose end leads into its beginning: what would follow the end is faded out over the beginning, both at even
    power, so that the last sample is followed by the one it was made with."""
    size = min(round(_SEAM * RATE), count // 3)
    after = np.concatenate(list(flowing(make, seed, count, size, check)))
    turn = np.linspace(0, np.pi / 2, size, dtype=np.float32)[:, None]
    at = 0
    for piece in flowing(make, seed, 0, count, check):
        here = max(0, min(len(piece), size - at))
        piece[:here] = piece[:here] * np.sin(turn[at : at + here]) + after[at : at + here] * np.cos(
            turn[at : at + here]
        )
        at += len(piece)
        yield piece


def _faded(make: Make, seed: int, count: int, check: Callable[[], None]) -> Iterator[np.ndarray]:
    """A bed that comes and goes."""
    edge = min(round(_EDGE * RATE), count // 4)
    at = 0
    for piece in flowing(make, seed, 0, count, check):
        where = np.arange(at, at + len(piece))
        near = np.minimum(where, count - 1 - where) / max(1, edge)
        piece *= np.sin(np.clip(near, 0, 1) * np.pi / 2).astype(np.float32)[:, None]
        at += len(piece)
        yield piece


def bed_file(
    make: Make, seed: int, seconds: float, target: float, seamless: bool, about: facts.Facts, work: Work
) -> Path:
    """Write a bed as FLAC, 48 kHz, stereo, at `target` LUFS, no sample above -1 dBFS."""
    count = max(1, round(seconds * RATE))
    work.progress(0.02, "setting the loudness")
    gain = np.float32(gain_for(make, seed, seconds, target, work.check))
    path = work.path("sound.flac")
    pieces = (_seamless if seamless else _faded)(make, seed, count, work.check)
    done = 0
    with writing(path, RATE, 2) as sound:
        sound.comment = facts.pack(about)
        for piece in pieces:
            sound.write(held_back(piece * gain))
            done += len(piece)
            work.progress(0.1 + 0.9 * done / count, "making the sound")
    return path
