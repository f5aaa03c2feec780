"""The limiter against its promise, and the loudness worked out before it is written against the one measured after."""

import numpy as np
import pytest

from pipelines.assemble.mixing.finish import Finish, finished
from pipelines.sound.loudness import RATE, blocks, measure
from pipelines.sound.waves import keep
from tests.loud import true_peak

CEILING = 0.841


@pytest.fixture
def finish(tmp_path):
    def through(sound, lufs: float, ceiling: float = CEILING):
        """The sound finished, and the level found for it."""
        work = Finish()
        for begin, end in blocks(len(sound), 70_001):
            work.add(sound[begin:end])
        mix = keep(iter([sound]), tmp_path / "mix.f32")
        level = work.settle(mix, lufs, ceiling, lambda: None)
        return np.concatenate(list(finished(mix, level))), level

    return through


def _noise(seconds: float, level: float = 0.05):
    return np.random.default_rng(1).normal(0, level, (round(seconds * RATE), 2)).astype(np.float32)


def _tone(seconds: float, level: float, hertz: float):
    one = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)
    return np.stack([one, one], axis=1).astype(np.float32)


def test_the_ceiling_holds_and_quiet_sound_is_only_multiplied(finish):
    sound = _noise(5)
    sound[RATE : RATE + 200] *= 30
    sound[2 * RATE - 50 : 2 * RATE + 50] *= 40
    out, level = finish(sound, measure(sound[3 * RATE :]).integrated)
    assert out.shape == sound.shape
    assert true_peak(out) < -1.45
    np.testing.assert_allclose(out[4 * RATE :], sound[4 * RATE :] * 10 ** (level.gain / 20), rtol=1e-6)


@pytest.mark.parametrize("make", [
    lambda: _noise(7.123), lambda: _tone(5, 0.2, 437) + _noise(5, 0.01), lambda: _tone(0.2, 0.3, 1000),
    lambda: _noise(6) * (1 + 7 * (np.arange(6 * RATE)[:, None] % 24_000 < 300)).astype(np.float32),
], ids=["noise", "tone", "short", "bursts"])  # fmt: skip
@pytest.mark.parametrize("lufs", [-14.0, -9.0, -23.0])
def test_what_was_worked_out_is_what_comes(finish, make, lufs):
    out, level = finish(make(), lufs)
    assert measure(out).integrated == pytest.approx(level.reached, abs=0.1)
    assert level.reached == pytest.approx(lufs, abs=0.1)
    assert true_peak(out) < -1.45


def test_where_the_gate_leaps_it_comes_as_near_as_can_be(finish):
    """Noise for a second among faint clicks: as soon as the clicks count, all of it is quieter by 6 LU."""
    sound = np.zeros((11 * RATE, 2), np.float32)
    sound[:: RATE // 2] = 0.2
    sound[4 * RATE : 5 * RATE] += _noise(1, 0.05)
    for lufs in np.arange(-30.0, -14.0, 1.5):
        out, level = finish(sound, lufs)
        assert measure(out).integrated == pytest.approx(level.reached, abs=0.1)
        assert level.reached == pytest.approx(lufs, abs=4)


def test_the_limiter_bends_the_wave_softly_wherever_stretches_meet(finish):
    out, _ = finish(_tone(12, 1.4, 437), 0.0)
    assert np.abs(np.diff(out[:, 0], 2)).max() < 0.01  # no click


def test_stretches_do_not_show(finish):
    """What is worked out for a part is what is worked out for the whole."""
    sound = _noise(8) * np.linspace(0.1, 20, 8 * RATE, dtype=np.float32)[:, None]
    _, level = finish(sound, -10)
    whole = level.reduction(0, 8000)
    for begin, end in ((0, 1), (999, 3001), (5000, 5007), (7990, 8000)):
        np.testing.assert_allclose(level.reduction(begin, end), whole[begin:end], atol=1e-6)


def test_silence_and_nothing(finish):
    assert not finish(np.zeros((RATE, 2), np.float32), -14)[0].any()
    assert len(finish(np.zeros((7, 2), np.float32), -14)[0]) == 7


def test_a_peak_between_samples_is_held(finish):
    one = np.sin(np.pi / 2 * np.arange(2 * RATE) + np.pi / 4)  # its samples are 3 dB below its peaks
    sound = np.stack([one, one], axis=1).astype(np.float32)
    out, _ = finish(sound, -1.0)
    assert true_peak(out) < -1.4
