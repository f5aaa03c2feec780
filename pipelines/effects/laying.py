"""Beds and effects of a whole film in one track, a stretch at a time, as long as the film."""

import zlib
from collections.abc import Callable, Iterator

import numpy as np

from pipelines.effects import calling
from pipelines.effects.air import at_level
from pipelines.effects.beds import mixed
from pipelines.effects.oneshots import BEASTS
from pipelines.effects.placing import Cue, Foley, Stay
from pipelines.effects.stretches import RATE, SPAN, flowing
from pipelines.effects.strikes import Take
from pipelines.effects.talk import Recorded

_TURN = 0.7  # seconds before and after a border in which one bed becomes the next


class _Reader:
    """An endless bed read in order, so many samples at a time."""

    def __init__(self, pieces: Iterator[np.ndarray]) -> None:
        self._pieces = pieces
        self._rest = np.zeros((0, 2), np.float32)

    def take(self, count: int) -> np.ndarray:
        while len(self._rest) < count:
            self._rest = np.concatenate([self._rest, next(self._pieces)])
        out, self._rest = self._rest[:count], self._rest[count:]
        return out


def track(
    foley: Foley, seconds: float, seed: int, recorded: Recorded, check: Callable[[], None]
) -> Iterator[np.ndarray]:
    """The whole track, a stretch at a time, float32 of shape (n, 2): beds at -30 LUFS or so, effects at their peaks.

    A bed begins and ends around its borders, over which the beds of both sides are mixed at even power; at the film's
    own ends it comes and goes. A place that is left and returned to sounds like itself: its chance is that of the film,
    by the beds it is made of. A recorded beast that is not in `recorded` is left out.
    """
    total = round(seconds * RATE)
    open_: dict[Stay, _Reader] = {}
    waiting = [cue for cue in foley.cues if cue.effect not in BEASTS or cue.effect in recorded]
    ringing: list[tuple[int, np.ndarray]] = []
    for begin in range(0, total, SPAN):
        check()
        end = min(total, begin + SPAN)
        out = np.zeros((end - begin, 2), np.float32)
        for stay in foley.stays:
            low, high = _reach(stay, total)
            first, last = max(low, begin), min(high, end)
            if first >= last:
                open_.pop(stay, None)
                continue
            if stay not in open_:
                name = zlib.crc32(",".join(layer.bed for layer in stay.layers).encode())
                made = flowing(mixed(stay.layers, recorded), seed ^ name, first, high - first, check)
                open_[stay] = _Reader(made)
            out[first - begin : last - begin] += open_[stay].take(last - first) * _shape(stay, first, last, total)
        while waiting and round(waiting[0].at * RATE) < end:
            cue = waiting.pop(0)
            ringing.append((round(cue.at * RATE), sounded(cue, seed, recorded)))
        for at, wave in ringing:
            low, high = max(at, begin), min(at + len(wave), end)
            if low < high:
                out[low - begin : high - begin] += wave[low - at : high - at]
        ringing = [(at, wave) for at, wave in ringing if at + len(wave) > end]
        if end == total:  # whatever still rings goes with the film
            go = min(len(out), RATE // 4)
            out[-go:] *= np.linspace(1, 0, go, dtype=np.float32)[:, None]
        yield out


def _reach(stay: Stay, total: int) -> tuple[int, int]:
    return max(0, round((stay.start - _turn(stay)) * RATE)), min(total, round((stay.end + _turn(stay)) * RATE))


def _turn(stay: Stay) -> float:
    return min(_TURN, (stay.end - stay.start) / 4)


def _shape(stay: Stay, first: int, last: int, total: int) -> np.ndarray:
    """How loud a bed is at samples [first, last): from 0 to 1 around its beginning, and back around its end."""
    turn = _turn(stay)
    at = np.arange(first, last) / RATE
    starts = 0.0 if stay.start <= 0 else stay.start - turn
    ends = total / RATE if stay.end >= total / RATE - 1e-3 else stay.end + turn
    near = np.minimum((at - starts) / (2 * turn), (ends - at) / (2 * turn))
    return np.sin(np.clip(near, 0, 1) * np.pi / 2).astype(np.float32)[:, None]


def sounded(cue: Cue, seed: int, recorded: Recorded) -> np.ndarray:
    """One effect at its level."""
    call = calling.Call(cue.effect, cue.force, None, calling.room_of(cue.effect))
    dice = np.random.default_rng([seed, *cue.effect.encode(), round(cue.at * 1000)])
    wave = calling.sounded(call, Take(dice, cue.force, cue.seconds), cue.far, recorded)
    return np.asarray(wave / np.float32(np.abs(wave).max() + 1e-9) * np.float32(at_level(cue.peak)), np.float32)
