"""Sound made longer or shorter at its own pitch: WSOLA (Verhelst and Roelands, ICASSP 1993)."""

from collections.abc import Callable, Iterator

import numpy as np

# Chosen by measures that stand in for an ear, against ffmpeg's atempo: its log-mel distance to speech and music warped
# in time is the smaller one, as many words are recognised, and tones from 70 Hz up stay within one cent (atempo: ten).
_HOP = 660  # samples between windows, which are twice as long: 27 ms
_SEARCH = 400  # samples a window may be moved to follow on from the one before: 8 ms, too little to see
_COARSE = 4  # the search begins on means of four samples


def stretched(read: Callable[[int, int], np.ndarray], length: int, speed: float, count: int,
              check: Callable[[], None] = lambda: None) -> Iterator[np.ndarray]:  # fmt: skip
    """`count` samples of a sound of `length`, `speed` times as fast, at its pitch; in stretches of shape (n, 2).

    Windows of the sound are laid over one another at half their length. Each is taken from where the time asks for it,
    moved by up to 8 ms to where the wave best goes on from the window before.
    """
    window = np.sin(np.pi * (np.arange(2 * _HOP) + 0.5) / (2 * _HOP))[:, None].astype(np.float32) ** 2
    reader = _Ahead(read, length)
    before = 0  # where in the sound the last window began
    tail = np.zeros((_HOP, 2), np.float32)
    made: list[np.ndarray] = []
    for number in range(-(-count // _HOP) + 1):
        aim = round(number * _HOP * speed) - _HOP  # the window's middle belongs where the time asks for it
        begin = _follow(reader, before + _HOP, aim) if number else aim
        piece = reader.take(begin, begin + 2 * _HOP) * window
        if number:
            made.append(tail + piece[:_HOP])
        tail, before = piece[_HOP:], begin
        if made and (len(made) == 50 or number * _HOP >= count):
            check()
            block = np.concatenate(made)
            made = []
            yield block[: count - max(0, number * _HOP - len(block))]


def _follow(reader: "_Ahead", natural: int, aim: int) -> int:
    """The place near `aim` whose sound is most like that at `natural`, where the last window would have gone on."""
    if abs(natural - aim) < 2:
        return natural
    wanted = reader.take(natural, natural + _HOP).sum(axis=1)
    around = reader.take(aim - _SEARCH, aim + _SEARCH + _HOP).sum(axis=1)
    best = _alike(around.reshape(-1, _COARSE).sum(axis=1), wanted.reshape(-1, _COARSE).sum(axis=1)) * _COARSE
    low = max(0, best - _COARSE)
    close = around[low : best + _COARSE + _HOP]
    return aim - _SEARCH + low + _alike(close, wanted)


def _alike(around: np.ndarray, wanted: np.ndarray) -> int:
    """Where in `around` lies what is most like `wanted`, by normalised correlation."""
    match = np.correlate(around, wanted, "valid")
    power = np.concatenate([[0.0], np.cumsum(np.square(around, dtype=np.float64))])
    size = power[len(wanted) :] - power[: -len(wanted)]
    return int(np.argmax(match / np.sqrt(size + 1e-6)))


class _Ahead:
    """Reads a second at a time; silence where there is no sound."""

    def __init__(self, read: Callable[[int, int], np.ndarray], length: int) -> None:
        self._read, self._length = read, length
        self._first, self._held = 0, np.zeros((0, 2), np.float32)

    def take(self, begin: int, end: int) -> np.ndarray:
        if begin < self._first or end > self._first + len(self._held):
            self._first, last = begin - 4096, max(end, begin + 48_000)
            held = self._read(max(0, self._first), min(self._length, max(0, last)))
            front = max(0, -self._first)
            back = last - self._first - front - len(held)
            self._held = np.pad(held, ((front, max(0, back)), (0, 0)))
        return self._held[begin - self._first : end - self._first]
