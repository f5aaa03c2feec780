"""The film's music: without the silence at its ends, repeated until the film is over, or let end by itself."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipelines.assemble.mixing.parts import Part
from pipelines.assemble.mixing.takes import TICK, Sounding, decibels, listen, whole
from pipelines.sound.loudness import RATE
from studio.errors import PersonError
from studio.work import Work

_SEAM = 2.0  # seconds over which music that is too short fades into itself
_HEAD, _TAIL = RATE // 10, 3 * RATE
_MOST = 40.0  # dB it is turned up or down at most


def film_music(path: Path, total: int, level: float, work: Work) -> Part | None:
    """The music over a film of `total` samples, at `level` LUFS; None, with a note, when it is silent."""
    try:
        wave = whole(path, work)
    except PersonError as error:
        raise PersonError(f"The music: {error}") from error
    take = listen(wave, work)
    heard = np.flatnonzero(take.tops > 1e-3)
    if take.silent or not len(heard) or not total:
        work.note("The music is silent.")
        return None
    first, last = int(heard[0]) * TICK, min(len(wave), (int(heard[-1]) + 1) * TICK)
    long = last - first
    ends_itself = total <= long <= total + RATE // 2 or long < total <= long + RATE
    seam = 0 if ends_itself else min(round(_SEAM * RATE), long // 4)
    gain = decibels(max(-_MOST, min(_MOST, level - take.level)))
    tail = min(total // 4, RATE if ends_itself else _TAIL)
    looped = _Looped(wave, first, last, seam, min(total, long) if ends_itself else total)
    return Part("music", 0, looped, gain, mono=take.mono, head=_HEAD, tail=tail)


@dataclass(frozen=True)
class _Looped:
    """Samples [first, last) of a sound, round after round, each fading into the next over `seam` samples."""

    wave: Sounding
    first: int
    last: int
    seam: int
    count: int

    def __len__(self) -> int:
        return self.count

    def read(self, begin: int = 0, end: int | None = None) -> np.ndarray:
        end = self.count if end is None else end
        long = self.last - self.first
        stride = long - self.seam
        out = np.zeros((end - begin, 2), np.float32)
        for turn in range(max(0, (begin - self.seam) // stride), end // stride + 1):
            low, high = max(0, begin - turn * stride), min(long, end - turn * stride)
            if low >= high:
                continue
            piece = self.wave.read(self.first + low, self.first + high)
            if turn and low < self.seam:
                stop = min(high, self.seam)
                piece[: stop - low] *= self._ease(np.arange(low, stop))
            if self.seam and high > stride:
                start = max(low, stride)
                piece[start - low :] *= self._ease(long - 1 - np.arange(start, high))
            out[turn * stride + low - begin : turn * stride + high - begin] += piece
        return out

    def _ease(self, into: np.ndarray) -> np.ndarray:
        return np.sin((into + 0.5) / self.seam * (np.pi / 2))[:, None].astype(np.float32)
