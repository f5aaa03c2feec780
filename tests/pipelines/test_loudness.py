"""Loudness against the standard's own test signals; the limiter against its promise."""

import numpy as np
import pytest

from pipelines.loudness import RATE, Meter, limited, measure, true_peak


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


def test_the_limiter_holds_the_ceiling_and_leaves_quiet_sound_alone():
    rng = np.random.default_rng(1)
    sound = (rng.normal(0, 0.05, (5 * RATE, 2))).astype(np.float32)
    sound[RATE : RATE + 200] *= 30
    sound[2 * RATE - 50 : 2 * RATE + 50] *= 40  # across the seam of two stretches
    out = np.concatenate([piece for _, piece in limited(sound, 1.0, 0.841)])
    assert out.shape == sound.shape
    assert true_peak(out) < -1.3
    assert np.array_equal(out[4 * RATE :], sound[4 * RATE :])


def test_the_limiter_does_not_depend_on_where_stretches_meet():
    sound = _tone(5, 3, 437)
    out = np.concatenate([piece for _, piece in limited(sound, 1.0, 0.841)])
    seam = out[2 * RATE - 2000 : 2 * RATE + 2000, 0]
    assert np.abs(np.diff(seam, 2)).max() < 0.01  # no click
