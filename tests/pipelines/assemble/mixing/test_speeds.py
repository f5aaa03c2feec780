"""Sound of sped, ramped, reversed and frozen shots: its length, its place in time, its pitch."""

from fractions import Fraction

import numpy as np
import pytest

from pipelines.assemble.mixing.speeds import positions, sped
from pipelines.assemble.mixing.stretching import stretched
from studio.timeline import Shot
from studio.work import Work

RATE = 48_000
FPS = Fraction(25)


def _tone(seconds: float, hertz: float = 500.0, level: float = 0.3):
    return level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)


def _pitch(sound) -> float:
    """The strongest frequency."""
    wave = sound[:, 0] * np.hanning(len(sound))
    power = np.abs(np.fft.rfft(wave, 1 << 19))
    return float(power.argmax() * RATE / (1 << 19))


def _shot(speed, visible: int = 50, source_in: int = 0) -> Shot:
    return Shot("clip.mkv", "Video", visible, source_in=source_in, available=200, sound=True, speed=speed)


@pytest.fixture
def heard(video, tmp_path):
    """Sound given to a video, heard at the shot's speed: how many samples are silent before it, and the rest."""

    def get(sound, shot: Shot, begin: int = 0, end: int | None = None):
        path, end = video("clip.mkv", sound), shot.visible * RATE // FPS if end is None else end
        found = sped(path, shot, FPS, begin, int(end), Work.alone(tmp_path / "desk"))
        return None if found is None else (found[0], found[1].read())

    return get


@pytest.mark.parametrize("factor", [0.5, 0.8, 1.5, 2.0, 4.0])
def test_a_steady_speed_keeps_the_pitch(heard, factor):
    lead, sound = heard(_tone(9), _shot(((0.0, factor), (1.0, factor))))
    assert (lead, len(sound)) == (0, 2 * RATE)
    assert _pitch(sound) == pytest.approx(500, rel=0.001)
    levels = np.abs(sound[2000:-2000, 0]).reshape(-1, 1000).max(axis=1)
    assert levels.min() > 0.28
    assert levels.max() < 0.32


@pytest.mark.parametrize("factor", [0.5, 2.0, 4.0, 1.37])
def test_what_is_heard_is_what_is_seen(heard, factor):
    """A burst in the media comes when the picture of that moment does."""
    burst = np.zeros(9 * RATE)
    burst[3 * RATE : 3 * RATE + 4800] = np.random.default_rng(2).normal(0, 0.2, 4800)
    shot = _shot(((0.0, factor),), visible=100, source_in=50)
    lead, sound = heard(burst, shot)
    loud = np.flatnonzero(np.abs(sound[:, 0]) > 0.1) + lead
    assert loud[0] / RATE == pytest.approx((3 - 2) / factor, abs=0.02)


def test_backwards_is_the_sound_backwards(heard):
    sound = np.random.default_rng(1).normal(0, 0.1, (8 * RATE, 2)).astype(np.float32)
    lead, back = heard(sound, _shot(((0.0, -1.0),), visible=50, source_in=100))
    assert lead == 0
    np.testing.assert_array_equal(back, sound[2 * RATE : 4 * RATE][::-1])


def test_backwards_twice_as_fast_keeps_the_pitch(heard):
    _, sound = heard(_tone(8), _shot(((0.0, -2.0),), visible=50, source_in=150))
    assert len(sound) == 2 * RATE
    assert _pitch(sound) == pytest.approx(500, rel=0.001)


def test_a_freeze_is_silent(heard):
    assert heard(_tone(2), _shot(((0.0, 0.0),))) is None


@pytest.mark.parametrize("speed", [
    ((0.0, 1.0), (1.0, 3.0)), ((0.2, 1.0), (0.5, 0.0), (0.8, -2.0)), ((0.0, 0.3), (0.4, 4.0), (0.4, 1.0), (1.0, 1.0)),
])  # fmt: skip
def test_every_sample_lies_where_its_picture_does(speed):
    shot = _shot(speed, visible=40, source_in=7)
    where, rates = positions(shot, FPS, 0, 40 * 1920)
    for frame in range(40):
        assert where[frame * 1920] == pytest.approx(shot.source_at(frame) * 1920, abs=1e-6)
    np.testing.assert_allclose(np.diff(where), rates[:-1], atol=2e-3)
    outside, _ = positions(shot, FPS, -1920, 0)
    assert outside[0] == pytest.approx((7 - speed[0][1]) * 1920)


def test_a_ramp_bends_the_pitch_like_a_tape(heard):
    lead, sound = heard(_tone(8), _shot(((0.0, 1.0), (1.0, 3.0)), visible=75))
    assert (lead, len(sound)) == (0, 3 * RATE)
    for moment in (0.5, 1.5, 2.5):
        piece = sound[round((moment - 0.02) * RATE) : round((moment + 0.02) * RATE)]
        assert _pitch(piece) == pytest.approx(500 * (1 + 2 * moment / 3), rel=0.02)
    assert np.abs(np.diff(sound[:, 0])).max() < 0.08  # no click where stretches meet


def test_what_becomes_too_high_to_hear_is_left_out(heard):
    _, sound = heard(_tone(9, 15_000), _shot(((0.0, 3.9), (1.0, 4.0)), visible=50))
    assert np.sqrt(np.square(sound[RATE // 10 :]).mean()) < 0.3 / 2**0.5 / 100


def test_a_tape_that_stops_falls_silent(heard):
    _, sound = heard(_tone(6, 100) + 0.2, _shot(((0.0, 1.0), (0.5, 0.0), (1.0, 0.0)), visible=100))
    assert np.abs(sound[RATE // 2 : RATE]).max() > 0.2
    assert not sound[-RATE:].any()


def test_before_its_first_and_after_its_last_sample_a_file_is_silent(heard):
    lead, sound = heard(_tone(2), _shot(((0.0, 2.0),), visible=50), begin=-4800, end=2 * RATE)
    assert lead == 4800
    assert len(sound) == RATE
    lead, sound = heard(_tone(2), _shot(((0.0, -2.0),), visible=50, source_in=100))
    assert lead == RATE
    assert len(sound) == RATE


@pytest.mark.parametrize("count", [0, 1, 659, 660, 661, 48_000])
def test_lengths_are_exact(count):
    sound = np.zeros((200, 2), np.float32)
    made = list(stretched(lambda b, e: sound[b:e], 200, 1.5, count))
    assert sum(map(len, made)) == count
