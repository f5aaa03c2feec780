"""Room for consonants: only in loud music, only under words, only around 1 to 4 kHz, without a seam."""

from itertools import pairwise

import numpy as np
import pytest

from pipelines.assemble.mixing.carving import Carver, dip

RATE = 48_000


@pytest.fixture
def read():
    sound = np.random.default_rng(1).normal(0, 0.1, (4 * RATE, 2)).astype(np.float32)

    def go(begin: int, end: int) -> np.ndarray:
        out = np.zeros((end - begin, 2), np.float32)
        low, high = max(0, begin), min(len(sound), end)
        out[low - begin : high - begin] = sound[low:high]
        return out

    return go


WORDS = np.r_[np.zeros(100), np.linspace(0, 1, 30), np.ones(140), np.linspace(1, 0, 30), np.zeros(102)]


@pytest.mark.parametrize(("level", "deep"), [(-40, 0), (-16, 0), (-12, 0), (-8, 3), (-4, 6), (0, 6)])
def test_the_louder_the_music_the_deeper(level, deep):
    assert dip(level) == pytest.approx(deep)


def band(sound: np.ndarray, low: float, high: float) -> float:
    power = np.square(np.abs(np.fft.rfft(sound[:, 0] * np.hanning(len(sound)))))
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float(10 * np.log10(power[(hertz > low) & (hertz < high)].mean()))


def test_it_dips_under_words_alone(read):
    made, plain = Carver(WORDS, 6.0).through(read, 0, 4 * RATE), read(0, 4 * RATE)
    np.testing.assert_array_equal(made[: RATE - 480], plain[: RATE - 480])
    words = slice(round(1.4 * RATE), round(2.6 * RATE))
    for low, high, change in ((1300, 3000, -4.8), (60, 400, 1.2), (9000, 18000, 1.2)):
        assert band(made[words], low, high) - band(plain[words], low, high) == pytest.approx(change, abs=0.3)


def test_stretches_meet(read):
    carver = Carver(WORDS, 6.0)
    whole = carver.through(read, 0, 4 * RATE)
    edges = [0, 48_001, 70_000, 100_003, 150_000, 4 * RATE]
    parts = [carver.through(read, a, b) for a, b in pairwise(edges)]
    np.testing.assert_allclose(np.concatenate(parts), whole, atol=1e-5)


def test_nothing_is_touched_without_words_or_where_it_is_quiet(read):
    for carver in (Carver(WORDS * 0, 6.0), Carver(WORDS, 0.0)):
        np.testing.assert_array_equal(carver.through(read, 10, 9999), read(10, 9999))
