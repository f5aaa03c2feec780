"""How far away a sound is and in what room: its level, its treble, what comes back from the walls."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from pipelines.effects.stretches import RATE


@dataclass(frozen=True)
class Room:
    """How long a room rings (seconds to -60 dB at 500 Hz and at 5 kHz), after how many seconds its walls first answer
    and how loud it rings beside a sound at arm's length, in decibels."""

    low: float
    high: float
    first: float
    level: float


ROOMS = {
    "open": Room(0.9, 0.5, 0.03, -19),
    "wood": Room(1.3, 0.55, 0.025, -13),
    "street": Room(1.1, 0.6, 0.012, -13),
    "valley": Room(3.2, 1.1, 0.09, -12),
    "room": Room(0.45, 0.35, 0.005, -11),
    "hall": Room(1.7, 1.1, 0.018, -9),
    "cave": Room(3.6, 2.2, 0.024, -4),
}


@lru_cache(maxsize=8)
def _answer(name: str) -> np.ndarray:
    """What a room answers to a click: noise that dies, its treble first (Moorer 1979). Shape (n, 2), power 1."""
    import scipy.fft

    room = ROOMS[name]
    dice = np.random.default_rng([7, len(name), ord(name[0])])
    n = round(RATE * (room.first + room.low * 0.85))
    t = np.arange(n) / RATE
    freq = np.fft.rfftfreq(n, 1 / RATE)
    made = np.zeros((n, 2))
    for low, high, long in (
        (60, 400, room.low * 1.1),
        (400, 1500, room.low),
        (1500, 4000, (room.low + room.high) / 2),
        (4000, 9000, room.high),
    ):
        noise = scipy.fft.rfft(dice.standard_normal((n, 2)), axis=0)
        edge = np.exp(-(((np.log2(np.maximum(freq, 1) / np.sqrt(low * high))) / (0.6 * np.log2(high / low))) ** 4))
        made += scipy.fft.irfft(noise * edge[:, None], n, axis=0) * np.exp(-6.9 * t / long)[:, None]
    made *= np.clip((t - room.first) / (0.3 * room.first + 0.004), 0, 1)[:, None]
    return np.asarray(made / np.sqrt((made**2).sum() / 2), np.float32)


@lru_cache(maxsize=16)
def _answered(name: str, size: int) -> np.ndarray:
    """The spectrum of a room's answer in a transform of `size` samples, shape (2, size // 2 + 1)."""
    import scipy.fft

    return np.asarray(scipy.fft.rfft(np.ascontiguousarray(_answer(name).T), size))


def heard(sound: np.ndarray, room: str = "open", distance: float = 0.0) -> np.ndarray:
    """A sound of shape (n, 2) at a distance from 0 (arm's length) to 1 (the far end of a field), in a room.

    Further away it is quieter, its treble is lost to the air (ISO 9613-1, as a gentle low-pass) and the room is loud
    beside it. Linear, so a sound may be given in pieces and the answers added. Longer than it came by the room's ring.
    """
    return heard_all([(sound, distance)], room)


def heard_all(sounds: list[tuple[np.ndarray, float]], room: str) -> np.ndarray:
    """Several sounds of shape (n, 2), each at its own distance, in one room."""
    import scipy.fft

    place = ROOMS[room]
    longest = max(len(sound) for sound, _ in sounds) + len(_answer(room))
    size = scipy.fft.next_fast_len(longest + 512, real=True)
    freq = np.fft.rfftfreq(size, 1 / RATE).astype(np.float32)
    answer = _answered(room, size)
    made = np.zeros((2, len(freq)), np.complex64)
    for sound, distance in sounds:
        if not sound.any():
            continue
        treble = 1 / np.sqrt(1 + (freq / np.float32(18_000 * 0.11**distance)) ** 2)
        spectrum = scipy.fft.rfft(np.ascontiguousarray(sound.T, np.float32), size) * treble
        wet = np.float32(at_level(place.level - 3 * distance))
        made += spectrum * np.float32(at_level(-14 * distance))
        made += (spectrum * np.float32(0.4) + spectrum.mean(axis=0) * np.float32(0.6)) * answer * wet
    return np.asarray(scipy.fft.irfft(made, size)[:, :longest].T, np.float32)


def at_level(decibels: float) -> float:
    """The factor of so many decibels."""
    return float(10 ** (decibels / 20))
