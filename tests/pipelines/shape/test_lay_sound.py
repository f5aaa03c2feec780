"""Lay sound: its place in whole frames, never past the film's end; what cannot be is said."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.assemble.mixing.buses import EFFECTS
from pipelines.assemble.mixing.takes import listen, whole
from pipelines.shape.lay_sound import lay_sound
from studio import facts
from studio.errors import PersonError
from studio.timeline import Shot, Sound, Timeline, load, save
from studio.work import Work


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    save(Timeline(Fraction(25), (Shot("a.png", "Image", 100),), name="Bells"), tmp_path / "cut.otio")
    soundfile.write(tmp_path / "bell.wav", np.sin(np.arange(96_000) / 20) * 0.2, 48_000)
    return tmp_path / "cut.otio"


@pytest.fixture
def lay(cut: Path, tmp_path: Path):
    """The sounds of the cut after one is laid, and what was noted."""

    def through(**more) -> tuple[tuple[Sound, ...], list[str]]:
        notes: list[str] = []
        (tmp_path / "w").mkdir(exist_ok=True)
        desk = Work(folder=tmp_path / "w", parts=tmp_path / "w", remark=notes.append)
        made = lay_sound(cut, more.pop("sound", tmp_path / "bell.wav"), **more, work=desk)
        film = load(made)
        assert (film.frames, film.name) == (100, "Bells")
        return film.sounds, notes

    return through


def test_it_lies_in_whole_frames(lay):
    sounds, notes = lay(start=1, fade_in=0.2, fade_out=0.4, level=-6, pan=0.5, bus="music")
    assert sounds == (Sound("bell.wav", 25, 50, "music", fade_in=5, fade_out=10, gain=-6, pan=0.5),)
    assert not notes


def test_a_part_of_it_and_more_than_there_is(lay):
    assert lay(start=0.5, seconds=1)[0][0].frames == 25
    sounds, notes = lay(seconds=9)
    assert sounds[0].frames == 50
    assert "only 2.0 s long" in notes[0]


def test_it_ends_with_the_film(lay):
    sounds, notes = lay(start=3, fade_out=3)
    assert (sounds[0].frames, sounds[0].fade_out) == (25, 25)
    assert "ends with the film, after 1.0 of 2.0 s" in notes[0]


def test_sounds_add_up(lay, cut, tmp_path):
    film = load(cut)
    save(Timeline(film.rate, film.shots, sounds=(Sound("x.wav", 0, 5),), name="Bells"), cut)
    assert [s.media for s in lay()[0]] == ["x.wav", "bell.wav"]


def test_what_cannot_be_is_a_sentence(lay, tmp_path):
    with pytest.raises(PersonError, match=r"4\.0 s long.*begin at 4 s.*below 4\.0"):
        lay(start=4)
    for name, told in (
        ("a bell that rings.flac", r"'a bell that rings\.flac'"),
        ("e" * 64 + ".flac", "'eeeeeeee….flac'"),
    ):
        (tmp_path / name).write_bytes(b"no sound")
        with pytest.raises(PersonError, match=told):
            lay(sound=tmp_path / name)


def test_a_score_rings_on(lay, tmp_path):
    import mido

    track = mido.MidiTrack([mido.Message("note_on", note=60), mido.Message("note_off", note=60, time=480)])
    score = mido.MidiFile()
    score.tracks.append(track)
    score.save(tmp_path / "m.mid")
    assert lay(sound=tmp_path / "m.mid", bus="music")[0][0].frames == pytest.approx(62, abs=1)


def test_a_track_of_foley_keeps_its_own_levels(lay, tmp_path):
    noise = np.random.default_rng(1).normal(0, 0.02, (96_000, 2)).astype(np.float32)
    noise[48_000:50_000] *= 8
    facts.write_audio(tmp_path / "deeds.flac", noise, 48_000, {"foley": [], "deeds": [[1.0, "knock"]]})
    (laid,), _ = lay(sound=tmp_path / "deeds.flac", level=-3)
    desk = Work.alone(tmp_path / "listen")
    take = listen(whole(tmp_path / "deeds.flac", desk, seconds=2.0), desk)
    assert 20 * np.log10(take.gain(EFFECTS, laid.gain)) == pytest.approx(-4, abs=0.1)
