"""Noise of any colour that changes as it goes: a spectrogram with chance in it, turned into sound."""

import numpy as np

from pipelines.effects.stretches import RATE, SPAN, Stretch

HOP = 1024
FRAME = 2 * HOP
FRAMES = SPAN // HOP
FREQ = np.fft.rfftfreq(FRAME, 1 / RATE)
FREQ[0] = 1.0
_WINDOW = np.sin(np.pi * (np.arange(FRAME) + 0.5) / FRAME).astype(np.float32)
_LOUD = np.float32(np.sqrt(FRAME / 2))


def band(low: float, high: float, order: float = 2.0) -> np.ndarray:
    """The amplitude at each frequency of a band with soft edges."""
    edges = (1 + (low / FREQ) ** (2 * order)) * (1 + (FREQ / high) ** (2 * order))
    shape = 1 / np.sqrt(edges)
    shape[0] = 0.0
    return np.asarray(shape, np.float32)


def slope(decibels: float, about: float = 1000.0) -> np.ndarray:
    """A spectrum that falls (or rises) by so many decibels an octave; 1 at `about` Hz; level below 20 Hz."""
    return np.asarray((np.maximum(FREQ, 20.0) / about) ** (decibels / 6.0206), np.float32)


def peak(centre: float, width: float) -> np.ndarray:
    """A resonance: 1 at `centre` Hz, falling to a half some `width` Hz beside it."""
    return np.asarray(1 / (1 + ((FREQ - centre) / width) ** 2), np.float32)


def hiss(stretch: Stretch, name: str, shape: np.ndarray, width: float = 1.0) -> np.ndarray:
    """Noise whose amplitude at each moment and frequency is `shape`: (frames, bins), or (bins,) where it stays.

    Frames of 43 ms with random phases, each half over the next under a sine window, so that power is even (spectral
    noise as in Serra & Smith 1990). White noise of shape 1 has a root mean square of 1. The sides differ as by two
    ears: the less alike, the higher the tone; `width` 0 is one point, 1 all around. Shape (SPAN + HOP, 2).
    """
    dice = stretch.dice(name)
    shape = np.asarray(shape, np.float32) * _LOUD
    left = _spectra(dice)
    alike = np.asarray(1 - width * FREQ / (FREQ + 350.0), np.float32)
    right = alike * left + np.sqrt(1 - alike**2) * _spectra(dice)
    return np.stack([_overlapped(left * shape), _overlapped(right * shape)], axis=1)


def _spectra(dice: np.random.Generator) -> np.ndarray:
    made = dice.standard_normal((FRAMES, len(FREQ), 2), np.float32)
    return np.asarray(made.view(np.complex64)[:, :, 0] * np.float32(np.sqrt(0.5)))


def _overlapped(spectra: np.ndarray) -> np.ndarray:
    import scipy.fft

    frames = np.asarray(scipy.fft.irfft(spectra, FRAME, axis=1), np.float32) * _WINDOW * np.float32(np.sqrt(2.0))
    made = np.zeros((FRAMES + 1, HOP), np.float32)
    made[:-1] += frames[:, :HOP]
    made[1:] += frames[:, HOP:]
    return made.reshape(-1)


def weighed(*parts: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """One changing spectrum of several: (level at each frame, shape over frequency), their powers added."""
    power = sum(np.square(level[:FRAMES, None]) * np.square(shape[None, :]) for level, shape in parts)
    return np.asarray(np.sqrt(power), np.float32)
