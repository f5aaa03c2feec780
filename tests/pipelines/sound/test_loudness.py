"""Loudness and true peak against the standard's own test signals."""

import numpy as np
import pytest

from pipelines.sound.loudness import RATE, Meter, measure
from tests.loud import true_peak


def _tone(seconds: float, level: float, hertz: float = 1000.0, phase: float = 0.0):
    """A stereo sine of `level` dBFS at its peaks."""
    t = np.arange(round(seconds * RATE)) / RATE
    one = 10 ** (level / 20) * np.sin(2 * np.pi * hertz * t + phase)
    return np.stack([one, one], axis=1).astype(np.float32)


def test_ebu_3341_steady_tones():
    assert measure(_tone(20, -23)).integrated == pytest.approx(-23, abs=0.1)
    assert measure(_tone(20, -33)).integrated == pytest.approx(-33, abs=0.1)


def test_ebu_3341_relative_gate():
    steps = [_tone(10, -36), _tone(60, -23), _tone(10, -36)]
    assert measure(np.concatenate(steps)).integrated == pytest.approx(-23, abs=0.1)


def test_pieces_measure_as_the_whole_does():
    sound = _tone(3, -20) * np.linspace(0, 1, 3 * RATE, dtype=np.float32)[:, None]
    meter = Meter()
    for at in range(0, len(sound), 7001):
        meter.add(sound[at : at + 7001])
    assert meter.read().integrated == pytest.approx(measure(sound).integrated, abs=1e-3)


def test_silence_and_very_short_sound():
    assert measure(np.zeros((RATE, 2), np.float32)).integrated == float("-inf")
    assert measure(np.zeros((0, 2), np.float32)).integrated == float("-inf")
    assert measure(_tone(0.2, -23)).integrated == pytest.approx(-23, abs=0.5)


def test_true_peak_lies_between_samples():
    sound = _tone(1, 0, RATE / 4, np.pi / 4)  # every sample is at -3 dBFS, the wave reaches 0
    assert np.abs(sound).max() == pytest.approx(0.707, abs=0.01)
    assert true_peak(sound) == pytest.approx(0, abs=0.3)
    assert true_peak(np.zeros((9, 2), np.float32)) == float("-inf")
