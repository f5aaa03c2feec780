"""One sound in the film: where it begins, how loud and on which side it is, how it comes and goes."""

from dataclasses import dataclass

import numpy as np

from pipelines.assemble.mixing.takes import Sounding
from pipelines.sound.loudness import RATE
from studio.timeline import Bus

EDGE = RATE // 200  # 5 ms: the shortest fade, so that no sound begins or ends with a click


@dataclass(frozen=True)
class Part:
    """`at`: the film's sample of its first one. `head`, `tail`: samples in which it comes and goes, along a quarter of
    a sine, so that two sounds crossfading keep their power."""

    bus: Bus
    at: int
    wave: Sounding
    gain: float
    pan: float = 0.0
    mono: bool = False
    head: int = EDGE
    tail: int = EDGE

    @property
    def end(self) -> int:
        return self.at + len(self.wave)

    def piece(self, begin: int, end: int) -> np.ndarray:
        """Film samples [begin, end), which must lie within the part, at its level, shape (n, 2)."""
        low, high, count = begin - self.at, end - self.at, len(self.wave)
        sound = self.wave.read(low, high) * self._sides()
        head, tail = _shared(self.head, self.tail, count)
        if low < head:
            stop = min(high, head)
            sound[: stop - low] *= _quarter((np.arange(low, stop) + 0.5) / head)
        if high > count - tail:
            first = max(low, count - tail)
            sound[first - low :] *= _quarter((count - np.arange(first, high) - 0.5) / tail)
        return sound

    def _sides(self) -> np.ndarray:
        """The factors of left and right. One voice moves along a circle, equally loud wherever it is (-3 dB a side in
        the middle, against a side alone); of stereo the far side is turned down (balance)."""
        if self.mono:
            angle = (self.pan + 1) * np.pi / 4
            sides = np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2)
        else:
            far = np.cos(min(1.0, abs(self.pan)) * np.pi / 2)
            sides = np.array([far if self.pan > 0 else 1.0, far if self.pan < 0 else 1.0])
        return (sides * self.gain).astype(np.float32)


def _shared(head: int, tail: int, count: int) -> tuple[int, int]:
    """Fades shortened alike until both have room; 1 at least."""
    if head + tail > count:
        head = head * count // (head + tail)
        tail = count - head
    return max(1, head), max(1, tail)


def _quarter(share: np.ndarray) -> np.ndarray:
    return np.sin(share.clip(0, 1) * (np.pi / 2))[:, None].astype(np.float32)
