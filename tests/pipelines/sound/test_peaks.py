"""The true peak of a whole file: the highest between any two samples, wherever it lies."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.sound.peaks import highest
from studio.work import Work
from tests.loud import true_peak

RATE = 48_000


@pytest.mark.parametrize("at", [5, 3 * RATE, 10 * RATE - 3, 12 * RATE + 7, 23 * RATE - 4])
def test_a_peak_is_found_wherever_it_lies(tmp_path: Path, at: int) -> None:
    sound = np.random.default_rng(1).normal(0, 0.02, (23 * RATE, 2)).astype(np.float32)
    burst = 0.6 * np.sin(np.pi / 2 * np.arange(40) + np.pi / 4)[:, None]  # 3 dB over its samples
    first = max(0, min(at, len(sound) - 40))
    sound[first : first + 40] += burst.astype(np.float32)
    soundfile.write(tmp_path / "a.wav", sound, RATE, "FLOAT")
    work = Work.alone(tmp_path / "w")
    assert highest(tmp_path / "a.wav", work, least=-20) == pytest.approx(true_peak(sound), abs=0.02)


def test_silence_and_very_short_sound(tmp_path: Path) -> None:
    work = Work.alone(tmp_path / "w")
    soundfile.write(tmp_path / "silent.wav", np.zeros((RATE, 2)), RATE)
    assert highest(tmp_path / "silent.wav", work) == float("-inf")
    soundfile.write(tmp_path / "short.wav", np.full((3, 2), 0.5), RATE, "FLOAT")
    assert highest(tmp_path / "short.wav", work) == pytest.approx(-6.02, abs=1.5)
