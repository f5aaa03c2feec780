"""The true peak of a whole file, as it is after decoding."""

import math
from pathlib import Path

import numpy as np

from pipelines.sound.hearing import pieces
from pipelines.sound.loudness import RATE, TICK, near, tops, true_tops
from studio.work import Work

_LONG = 10 * RATE
_BEFORE, _AFTER = 9, 10  # samples that have a part in the wave over a millisecond


def highest(path: Path, work: Work, *, least: float = -60.0) -> float:
    """dBTP of a file's sound, four times oversampled (ITU-R BS.1770-4, Annex 2); no less than its highest sample.

    Only milliseconds with a sample over `least` dBFS are looked at closely: elsewhere the wave between samples, hardly
    ever 3 dB above them, does not count. -inf for silence.
    """
    limit, found = 10 ** (least / 20), 0.0
    held = np.zeros((_BEFORE, 2), np.float32)
    count = 0
    for piece in pieces(path, work):
        work.check()
        held = np.concatenate([held, piece])
        count += len(piece)
        if len(held) >= _LONG:
            whole = (len(held) - _BEFORE - _AFTER) // TICK * TICK
            found = max(found, _top(held[: whole + _BEFORE + _AFTER], whole, limit))
            held = held[whole:]
    rest = np.pad(held, ((0, _AFTER + TICK), (0, 0)))
    found = max(found, _top(rest, (len(rest) - _BEFORE - _AFTER) // TICK * TICK, limit))
    return 20 * math.log10(found) if found else -math.inf


def _top(sound: np.ndarray, whole: int, limit: float) -> float:
    high = tops(sound[_BEFORE : _BEFORE + whole])
    ticks = np.flatnonzero(near(high > limit))
    between = true_tops(sound, ticks).max(initial=0.0) if len(ticks) else 0.0
    return float(max(high.max(initial=0.0), between))
