"""The shots' own sound: crossfades of its own around the boundary, no clicks, one level for one file."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from pipelines.assemble.mixing.clips import clips, sample
from studio.timeline import Layer, Shot, Timeline, Transition
from studio.work import Work

RATE = 48_000
FPS = Fraction(25)


def _tone(seconds: float, hertz: float, level: float = 0.3):
    return level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)


def _noise(seconds: float, seed: int, level: float = 0.1):
    return np.random.default_rng(seed).normal(0, level, (round(seconds * RATE), 2))


@pytest.fixture
def own(tmp_path):
    """All own sound of a film, laid together, at -18 LUFS a file."""

    def get(film: Timeline, notes: list[str] | None = None):
        desk = Work.alone(tmp_path / "desk")
        desk = replace(desk, remark=notes.append) if notes is not None else desk
        out = np.zeros((round(film.seconds * RATE), 2), np.float32)
        for part in clips(film, tmp_path, -18.0, desk)[0]:
            out[part.at : part.end] += part.piece(part.at, part.end)
        return out

    return get


def _shot(name: str, visible: int = 50, source_in: int = 25, **more) -> Shot:
    return Shot(name, "Video", visible, source_in=source_in, available=100, sound=True, **more)


def _level(sound, begin: float, end: float) -> float:
    return float(10 * np.log10(np.square(sound[round(begin * RATE) : round(end * RATE)]).mean() + 1e-12))


def _of(sound, begin: float, end: float, hertz: float) -> float:
    """The level of one tone in a stretch."""
    piece = sound[round(begin * RATE) : round(end * RATE), 0]
    wave = np.exp(-2j * np.pi * hertz * np.arange(len(piece)) / RATE) * np.hanning(len(piece))
    return float(20 * np.log10(abs((piece * wave).mean()) + 1e-9))


def test_sounds_crossfade_at_one_power(own, video):
    video("a.mkv", _noise(4, 1))
    video("b.mkv", _noise(4, 2))
    film = Timeline(FPS, (_shot("a.mkv", transition=Transition("dissolve", 20)), _shot("b.mkv")))
    sound = own(film)
    levels = [_level(sound, t, t + 0.1) for t in np.arange(0.1, 3, 0.1)]
    assert max(levels) - min(levels) < 1


@pytest.mark.parametrize("transition", [None, Transition("dissolve", 10, sound=0)])
def test_a_cut_of_the_sound_is_five_milliseconds_without_a_click(own, video, transition):
    video("a.mkv", _tone(4, 200, 0.9))
    video("b.mkv", _tone(4, 310, 0.9))
    film = Timeline(FPS, (_shot("a.mkv", transition=transition), _shot("b.mkv")))
    sound, at = own(film), film.boundaries[0] / 25
    assert np.abs(np.diff(sound[:, 0])).max() < 0.03  # a sine of 310 Hz at this level steps by .01
    assert _of(sound, at - 0.06, at - 0.004, 200) > -32
    assert _of(sound, at + 0.004, at + 0.06, 200) < -52


def test_a_cut_of_the_picture_may_have_a_long_crossfade(own, video):
    """Half a second on both sides, from what the media have beyond the stretch that is seen."""
    video("a.mkv", _tone(4, 200))
    video("b.mkv", _tone(4, 310))
    film = Timeline(FPS, (_shot("a.mkv", transition=Transition("cut", 0, sound=25)), _shot("b.mkv")))
    sound = own(film)
    assert film.boundaries == (50,)
    assert _of(sound, 1.6, 2.0, 310) > _of(sound, 2.5, 2.9, 310) - 12  # the next shot is heard before it is seen
    assert _of(sound, 2.0, 2.4, 200) > _of(sound, 1.0, 1.4, 200) - 12
    assert _of(sound, 1.0, 1.45, 310) < -60
    assert _of(sound, 2.55, 3.0, 200) < -60


def test_sound_that_the_media_do_not_have_is_not_missed(own, video):
    """The next shot shows its media from the first picture on: it comes in where it begins."""
    video("a.mkv", _noise(2, 1))
    video("b.mkv", _noise(2, 2))
    film = Timeline(FPS, (_shot("a.mkv", source_in=0, transition=Transition("cut", 0, sound=25)),
                          _shot("b.mkv", source_in=0)))  # fmt: skip
    sound = own(film)
    assert np.isfinite(sound).all()
    assert np.abs(np.diff(sound[:, 0])).max() < 1
    assert _level(sound, 1.4, 1.95) > _level(sound, 0.5, 1) - 6
    assert _level(sound, 2.05, 2.5) > _level(sound, 3, 3.5) - 6


def test_a_video_cut_in_three_sounds_as_in_one(own, video):
    video("a.mkv", _noise(4, 3))
    cut = Transition("cut", 0, sound=10)
    three = (_shot("a.mkv", 20, transition=cut), _shot("a.mkv", 15, 45), _shot("a.mkv", 15, 60))
    whole = own(Timeline(FPS, (_shot("a.mkv", 50),)))
    np.testing.assert_allclose(own(Timeline(FPS, three)), whole, atol=1e-6)


def test_one_file_keeps_its_own_dynamics_from_shot_to_shot(own, video):
    sound = _noise(4, 4)
    sound[2 * RATE :] *= 0.3
    video("a.mkv", sound)
    film = Timeline(FPS, (_shot("a.mkv", 25, 10), _shot("a.mkv", 25, 60)))
    heard = own(film)
    assert _level(heard, 0.1, 0.9) - _level(heard, 1.1, 1.9) == pytest.approx(20 * np.log10(1 / 0.3), abs=0.3)


@pytest.mark.parametrize(("channels", "sides"), [(1, (1, 1)), (2, (1, 1)), (6, (1, 1))])
def test_mono_stereo_and_surround_come_to_one_level(own, video, channels, sides):
    from pipelines.sound.loudness import measure

    video("a.mkv", np.repeat(_noise(4, 5)[:, :1], channels, axis=1))
    heard = own(Timeline(FPS, (_shot("a.mkv"),)))
    assert measure(heard).integrated == pytest.approx(-18, abs=0.3)
    assert np.abs(heard).max(axis=0) == pytest.approx(np.abs(heard).max() * np.array(sides), rel=0.2)


def test_no_sound_no_video_and_muted(own, video, tmp_path):
    video("a.mkv", _noise(4, 6))
    muted = replace(_shot("a.mkv"), sound=False)
    (tmp_path / "b.png").write_bytes(b"a picture")
    assert not own(Timeline(FPS, (muted, Shot("b.png", "Image", 20), Shot("", "Colour", 20)))).any()


def test_gain_and_side(own, video):
    video("a.mkv", _noise(4, 7)[:, :1])
    plain = own(Timeline(FPS, (_shot("a.mkv"),)))
    left = own(Timeline(FPS, (_shot("a.mkv", gain=-6.0, pan=-1.0),)))
    assert not left[:, 1].any() or np.abs(left[:, 1]).max() < 1e-6
    assert _level(left, 0.5, 1.5) == pytest.approx(_level(plain, 0.5, 1.5) - 6, abs=0.1)


def test_a_still_next_to_a_video_lets_its_sound_go(own, video):
    video("a.mkv", _noise(4, 8))
    film = Timeline(FPS, (_shot("a.mkv", transition=Transition("dissolve", 20)), Shot("x.png", "Image", 50)))
    sound = own(film)
    assert _level(sound, 0.5, 1.0) > _level(sound, 1.7, 1.9) + 5
    assert not sound[2 * RATE + 10 :].any()


def test_the_films_first_and_last_sound_fade_with_its_pictures(own, video):
    video("a.mkv", _noise(4, 9))
    sound = own(Timeline(FPS, (_shot("a.mkv"),), fade_in=10, fade_out=10))
    assert _level(sound, 0, 0.04) < _level(sound, 0.9, 1.1) - 15
    assert _level(sound, 1.96, 2) < _level(sound, 0.9, 1.1) - 15


def test_layers_are_heard_where_they_show(own, video):
    video("a.mkv", _noise(4, 10))
    over = Layer("a.mkv", "Video", start=10, frames=20, source_in=25, available=100, sound=True, fade_in=5)
    still = Shot("x.png", "Image", 50)
    for film in (
        Timeline(FPS, (still, replace(still, layers=(replace(over, start=0, frames=20),)))),
        Timeline(FPS, (still, still), layers=(replace(over, start=50),)),
    ):
        sound = own(film)
        heard = np.flatnonzero(np.abs(sound).max(axis=1) > 1e-4) / RATE
        assert heard[0] == pytest.approx(2, abs=0.02)
        assert heard[-1] == pytest.approx(2.8, abs=0.02)


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), Fraction(30000, 1001), Fraction(30)])
def test_each_shots_sound_begins_at_its_sample(own, video, rate):
    clicks = np.zeros((4 * RATE, 2))
    clicks[::RATE] = 0.9
    clicks += _noise(4, 11, 1e-4)
    video("a.mkv", clicks)
    film = Timeline(rate, (Shot("x.png", "Image", 47), Shot("a.mkv", "Video", 50, sound=True, source_in=10)))
    sound = own(film)
    peaks = np.flatnonzero(sound[:, 0] > sound.max() / 2)
    assert peaks[0] == pytest.approx(RATE - sample(10, rate) + sample(47, rate), abs=1)


def test_crossfades_longer_than_shots_stay_in_them(own, video):
    video("a.mkv", _noise(4, 12))
    video("b.mkv", _noise(4, 13))
    long = Transition("cut", 0, sound=200)
    film = Timeline(FPS, (_shot("a.mkv", 10, transition=long), _shot("b.mkv", 10, transition=long),
                          _shot("a.mkv", 10, 70)))  # fmt: skip
    sound = own(film)
    assert len(sound) == 30 * 1920
    assert _level(sound, 0, 1.2) == pytest.approx(-24, abs=2)


def test_a_sped_shot_meets_its_neighbours(own, video):
    video("a.mkv", _noise(4, 14))
    fast = _shot("a.mkv", 25, 0, speed=((0.0, 2.0),), transition=Transition("dissolve", 5))
    freeze = _shot("a.mkv", 25, 50, speed=((0.0, 0.0),))
    sound = own(Timeline(FPS, (fast, freeze)))
    assert _level(sound, 0.1, 0.7) == pytest.approx(-24, abs=2)
    assert not sound[RATE:].any()


def test_what_cannot_be_read_is_silent_and_said(own, video, tmp_path, monkeypatch):
    (tmp_path / "a.mkv").write_bytes(b"broken")
    monkeypatch.setattr("pipelines.assemble.mixing.clips.has_sound", lambda path: True)
    notes: list[str] = []
    film = Timeline(FPS, (_shot("a.mkv"), _shot("a.mkv", speed=((0.0, 2.0),))))
    assert not own(film, notes).any()
    assert len(notes) == 2
    assert "stays silent" in notes[0]
