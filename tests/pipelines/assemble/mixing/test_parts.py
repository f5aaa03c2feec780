"""Sides and fades of one sound, and how others step back for it."""

import numpy as np
import pytest

from pipelines.assemble.mixing import ducking
from pipelines.assemble.mixing.parts import Part
from pipelines.assemble.mixing.takes import listen
from pipelines.sound.waves import keep
from studio.work import Work

RATE = 48_000


@pytest.fixture
def wave(tmp_path):
    def make(sound):
        return keep(iter([np.asarray(sound, np.float32)]), tmp_path / f"{np.sum(sound)}.f32")

    return make


@pytest.mark.parametrize("pan", [-1.0, -0.5, 0.0, 0.3, 1.0])
def test_one_voice_is_as_loud_wherever_it_is(wave, pan):
    part = Part("speech", 0, wave(np.ones((4800, 2))), 0.5, pan, mono=True)
    left, right = part.piece(2000, 2001)[0]
    assert left**2 + right**2 == pytest.approx(0.5, abs=1e-6)
    assert np.arctan2(right, left) == pytest.approx((pan + 1) * np.pi / 4, abs=1e-6)


@pytest.mark.parametrize(("pan", "sides"), [(0, (1, 1)), (1, (0, 1)), (-1, (1, 0)), (0.5, (2**-0.5, 1))])
def test_stereo_is_balanced(wave, pan, sides):
    part = Part("music", 0, wave(np.ones((4800, 2))), 1.0, pan)
    assert part.piece(2000, 2001)[0] == pytest.approx(sides, abs=1e-6)


def test_fades_keep_the_power_together_and_share_a_short_sound(wave):
    sound = wave(np.ones((1000, 2)))
    going = Part("clips", 0, sound, 1.0, tail=400).piece(600, 1000)
    coming = Part("clips", 0, sound, 1.0, head=400).piece(0, 400)
    np.testing.assert_allclose(going**2 + coming**2, 1, atol=1e-5)
    short = Part("clips", 0, sound, 1.0, head=3000, tail=1000).piece(0, 1000)
    assert short[749, 0] == pytest.approx(1, abs=0.01)
    assert short[0, 0] < 0.01 > short[-1, 0]


def test_pieces_are_those_of_the_whole(wave):
    part = Part("clips", 100, wave(np.random.default_rng(1).normal(0, 1, (3000, 2))), 0.7, 0.2, head=500, tail=700)
    whole = part.piece(100, 3100)
    np.testing.assert_allclose(np.concatenate([part.piece(a, a + 250) for a in range(100, 3100, 250)]), whole)


def test_room_is_made_before_and_given_back_slowly():
    depth = ducking.depth([(2.0, 3.0, 1.0), (8.0, 9.0, 1.0)], 12 * RATE)
    assert depth[200:300] == pytest.approx(1, abs=0.001)  # all the way down when the first word begins
    assert depth[:150] == pytest.approx(0)
    assert depth[420:740] == pytest.approx(0)
    assert np.abs(np.diff(depth)).max() < 0.05
    assert np.abs(np.diff(depth, 2)).max() < 0.005  # no corner to hear


@pytest.mark.parametrize(("pause", "up"), [(0.9, 0), (1.2, 0), (2.0, 0.35), (2.6, 0.8), (3.3, 1), (6, 1)])
def test_the_longer_a_pause_the_more_comes_up_in_it(pause, up):
    """All the way up and at once down again would be pumping."""
    depth = ducking.depth([(2.0, 4.0, 1.0), (4 + pause, 6 + pause, 1.0)], 12 * RATE)
    assert 1 - depth[400 : round(400 + 100 * pause)].min() == pytest.approx(up, abs=0.05)


def test_short_pauses_bring_nothing_back(wave, tmp_path):
    t = np.arange(6 * RATE) / RATE
    said = np.where((t % 2) < 1, np.sin(2 * np.pi * 200 * t), 0)
    take = listen(wave(np.stack([said, said], 1)), Work.alone(tmp_path / "d"))
    assert take.mono
    assert ducking.heard([(RATE, take, 0.0)]) == [pytest.approx((1, 6, 1), abs=0.02)]
    assert ducking.heard([(RATE, take, -12.0)])[0][2] == pytest.approx(0.5)
    assert ducking.heard([(RATE, take, -20.0)]) == []


def test_the_curve_is_smooth_and_its_stretches_meet():
    curve = ducking.Curve(-11 * ducking.depth([(1.0, 2.0, 1.0)], 4 * RATE))
    whole = curve.between(0, 4 * RATE)
    assert np.abs(np.diff(whole[:, 0])).max() < 2e-4
    for begin, end in ((0, 481), (40_000, 40_001), (33_333, 99_999)):
        np.testing.assert_allclose(np.broadcast_to(curve.between(begin, end), (end - begin, 1)), whole[begin:end])
