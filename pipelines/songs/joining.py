"""Stretches of a song joined: the second laid to the first to the sample, and faded into where it is heard least."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pipelines.sound.loudness import RATE, blocks
from pipelines.sound.waves import Wave

_SLIP = RATE // 50  # samples by which a join may be moved so that the waves meet
_SEEN = RATE // 5  # samples compared for it
_SHARP, _SOFT = RATE // 20, RATE // 3  # samples of the fade before a beat that is struck, and around one that is not
_BEFORE = RATE // 200  # samples before a struck beat at which only the new stretch is heard
_STEP = 4  # samples taken together in the first search
_LIKE = 0.3  # correlation above which waves are laid to each other


@dataclass(frozen=True)
class Piece:
    """Samples [begin, end) of the song, the first `fade` of them coming in while the piece before goes out; `alike`:
    how the two correlate there, from which the fade keeps its power."""

    begin: int
    end: int
    fade: int = 0
    alike: float = 0.0


def pieces(wave: Wave, stretches: tuple[tuple[float, float], ...], struck: list[bool]) -> list[Piece]:
    """What is played of a song for those stretches, in seconds; `struck`: whether the beat at each join is sharp."""
    marks = [(round(a * RATE), round(b * RATE)) for a, b in stretches]
    made = [Piece(*marks[0])]
    for (begin, end), sharp in zip(marks[1:], struck, strict=True):
        last = made[-1]
        begin += _slip(wave, last.end, begin)
        back = _BEFORE if sharp else -_SOFT // 2  # how long before the beat the old stretch has gone
        fade = min(_SHARP if sharp else _SOFT, begin - back, last.end - last.begin - back)
        first = begin - back - fade
        made[-1] = Piece(last.begin, last.end - back, last.fade, last.alike)
        alike = _likeness(wave.read(last.end - back - fade, last.end - back), wave.read(first, first + fade))
        made.append(Piece(first, end, fade, alike))
    return made


def length(made: list[Piece]) -> int:
    return sum(piece.end - piece.begin for piece in made) - sum(piece.fade for piece in made[1:])


def played(wave: Wave, made: list[Piece]) -> Iterator[np.ndarray]:
    """The pieces one after another, a stretch at a time, each float32 of shape (n, 2)."""
    held = np.zeros((0, 2), np.float32)
    for number, piece in enumerate(made):
        if piece.fade:
            yield _faded(held, wave.read(piece.begin, piece.begin + piece.fade), piece.alike)
        after = made[number + 1].fade if number + 1 < len(made) else 0
        first, last = piece.begin + piece.fade, max(piece.begin + piece.fade, piece.end - after)
        for low, high in blocks(last - first, 10 * RATE):
            yield wave.read(first + low, first + high)
        held = wave.read(last, piece.end)


def _faded(old: np.ndarray, new: np.ndarray, alike: float) -> np.ndarray:
    """One into the other at an even power: waves that are alike add up wholly, others by their squares."""
    count = min(len(old), len(new))
    share = (0.5 - 0.5 * np.cos(np.pi * (np.arange(count) + 0.5) / max(1, count)))[:, None]
    power = np.sqrt(share**2 + (1 - share) ** 2 + 2 * alike * share * (1 - share))
    return ((old[:count] * (1 - share) + new[:count] * share) / power).astype(np.float32)  # type: ignore[no-any-return]


def _slip(wave: Wave, old: int, new: int) -> int:
    """By how many samples to move the new stretch so that its wave goes on as the old one would have."""
    wanted = wave.read(old - _SEEN, old + _SEEN // 2).mean(axis=1)
    around = wave.read(new - _SEEN - _SLIP, new + _SEEN // 2 + _SLIP).mean(axis=1)
    if new < _SEEN + _SLIP or len(around) < len(wanted) + 2 * _SLIP or len(wanted) < _SEEN:
        return 0
    rough = _matched(_coarse(around), _coarse(wanted))
    low = max(0, int(rough.argmax()) * _STEP - _STEP)
    fine = _matched(around[low : low + len(wanted) + 2 * _STEP], wanted)
    return low + int(fine.argmax()) - _SLIP if fine.max() > _LIKE else 0


def _coarse(wave: np.ndarray) -> np.ndarray:
    return wave[: len(wave) // _STEP * _STEP].reshape(-1, _STEP).sum(axis=1)  # type: ignore[no-any-return]


def _matched(around: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Normalised correlation at each place."""
    match = np.correlate(around, wanted, "valid")
    power = np.concatenate([[0.0], np.cumsum(np.square(around, dtype=np.float64))])
    size = power[len(wanted) :] - power[: -len(wanted)]
    return match / np.sqrt(np.maximum(size * np.square(wanted, dtype=np.float64).sum(), 1e-9))  # type: ignore[no-any-return]


def _likeness(one: np.ndarray, other: np.ndarray) -> float:
    count = min(len(one), len(other))
    a, b = one[:count].astype(np.float64), other[:count].astype(np.float64)
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float(np.clip((a * b).sum() / size, -0.5, 1.0)) if size else 0.0
