"""A song cut to length: on its own beats, in its own count, with its own end; joins nobody hears; bad songs told."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipelines.shape.fit_song import fit_song
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.timeline import Shot, Timeline, save
from studio.work import Work
from tests.pipelines.songs.tune import RATE, Tune, tune

SONG: Tune = tune()


@pytest.fixture(scope="module")
def song(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("song") / "song.flac"
    soundfile.write(path, SONG.sound, RATE)
    return path


class Fitted:
    """What came of it."""

    def __init__(self, song: Path, folder: Path, **more) -> None:
        self.notes: list[str] = []
        desk = replace(Work.alone(folder), remark=self.notes.append)
        self.path = fit_song(song, work=desk, **more)
        self.sound, rate = soundfile.read(self.path, always_2d=True, dtype="float32")
        assert rate == RATE
        told = facts.read(self.path).get("song", {})
        self.joins, self.ending = told.get("joins"), told.get("ending")


@pytest.mark.parametrize("seconds", [21, 33.3, 47, 60, 75, 120, 200])
def test_it_is_cut_on_its_beats_and_keeps_its_count(song, tmp_path, seconds):
    made = Fitted(song, tmp_path / "w", seconds=seconds)
    assert len(made.sound) == round(seconds * RATE)
    assert made.ending == "its own"
    assert made.joins
    for _, left, on in made.joins:
        for moment in (left, on):
            assert np.abs(SONG.bars - moment).min() < 0.03  # so the beat goes on, and the count of the bar
    assert not made.notes


def test_its_own_beginning_and_end_are_kept(song, tmp_path):
    made = Fitted(song, tmp_path / "w", seconds=46)
    assert np.corrcoef(made.sound[: RATE // 4, 0], SONG.sound[: RATE // 4, 0])[0, 1] > 0.9
    last = np.flatnonzero(np.abs(made.sound[:, 0]) > 2e-3)[-1] / RATE
    assert 45 < last <= 46


def test_no_join_is_heard(song, tmp_path):
    """At a join nothing leaps: no step of the wave is larger, and no onset louder, than the song's own."""
    made = Fitted(song, tmp_path / "w", seconds=46)
    bends = np.abs(np.diff(made.sound[:, 0], 2))
    own = np.abs(np.diff(SONG.sound[:, 0], 2)).max()
    for at, _, _ in made.joins:
        place = slice(round((at - 0.1) * RATE), round((at + 0.02) * RATE))
        assert bends[place].max() <= own * 1.02
        level = np.sqrt(np.square(made.sound[place]).mean())
        assert level > 0.3 * np.sqrt(np.square(SONG.sound).mean())  # nor is there a hole


def test_a_tempo_that_drifts_is_followed(tmp_path):
    drifting = tune(118, 4, 0.05)
    soundfile.write(tmp_path / "song.wav", drifting.sound, RATE)
    made = Fitted(tmp_path / "song.wav", tmp_path / "w", seconds=50)
    assert made.joins
    for _, left, on in made.joins:
        assert max(np.abs(drifting.bars - moment).min() for moment in (left, on)) < 0.03


def test_a_cut_tells_the_length(song, tmp_path):
    save(Timeline(24_000 / 1001, (Shot("x.png", "Image", 720),)), tmp_path / "cut.otio")
    made = Fitted(song, tmp_path / "w", cut=tmp_path / "cut.otio")
    assert len(made.sound) == 720 * 1001 * RATE // 24_000


def test_without_a_length_it_asks_for_one(song, tmp_path):
    with pytest.raises(PersonError, match="How long"):
        fit_song(song, work=Work.alone(tmp_path / "w"))


@pytest.mark.parametrize("seconds", [0.2, 1, 6])
def test_a_very_short_film_fades_it_out(song, tmp_path, seconds):
    made = Fitted(song, tmp_path / "w", seconds=seconds)
    assert len(made.sound) == round(seconds * RATE)
    assert made.ending == "faded"
    assert np.abs(made.sound[-480:]).max() < 0.05 * np.abs(made.sound).max()


def test_speech_is_told_and_fades(tmp_path):
    rng, t = np.random.default_rng(3), np.arange(20 * RATE) / RATE
    gaps = np.cumsum(rng.gamma(2.0, 0.16, 200))
    words = rng.normal(0, 0.1, len(t)) * sum(np.exp(-np.square((t - at) / 0.05)) for at in gaps if at < 20)
    soundfile.write(tmp_path / "words.wav", words, RATE)
    made = Fitted(tmp_path / "words.wav", tmp_path / "w", seconds=12)
    assert made.notes == ["No steady beat is heard in the song, so that it is not cut at its bars: it fades out."]
    assert made.ending == "faded"


def test_a_jingle_is_repeated_and_told(tmp_path):
    soundfile.write(tmp_path / "jingle.wav", SONG.sound[: 3 * RATE], RATE)
    made = Fitted(tmp_path / "jingle.wav", tmp_path / "w", seconds=20)
    assert len(made.sound) == 20 * RATE
    assert "too short to be cut at its bars" in made.notes[0]
    parts = np.square(made.sound[: 16 * RATE]).reshape(16, -1).mean(axis=1)
    assert parts.min() > 0.02 * parts.max()  # no hole


def test_a_third_of_a_second_fills_minutes_and_a_click_says_where_it_ends(tmp_path):
    soundfile.write(tmp_path / "tiny.wav", SONG.sound[2 * RATE : 2 * RATE + RATE // 3], RATE)
    made = Fitted(tmp_path / "tiny.wav", tmp_path / "w", seconds=200)
    seconds = np.square(made.sound[: 190 * RATE]).reshape(190, -1).mean(axis=1)
    assert seconds.min() > 0.1 * seconds.max()  # heard to the end
    soundfile.write(tmp_path / "click.wav", np.full((1, 2), 0.5), RATE)
    made = Fitted(tmp_path / "click.wav", tmp_path / "v", seconds=3)
    assert made.notes[1] == "The song is repeated 60,000 times, to 1 s; after them it is silent."


def test_a_tone_that_beats_is_repeated_whole_and_told(tmp_path):
    wave = np.sign(np.sin(np.arange(8 * RATE) * 0.05)) * 0.5
    soundfile.write(tmp_path / "tone.wav", wave, RATE)
    made = Fitted(tmp_path / "tone.wav", tmp_path / "w", seconds=30)
    assert made.notes == ["No two bars of the song are alike enough to play again: it is repeated whole and fades out."]


def test_silence_is_told(tmp_path):
    soundfile.write(tmp_path / "silent.wav", np.zeros((5 * RATE, 2)), RATE)
    made = Fitted(tmp_path / "silent.wav", tmp_path / "w", seconds=3)
    assert made.notes == ["The song is silent, and so is what was made of it."]
    assert len(made.sound) == 3 * RATE
    assert not made.sound.any()


def test_a_broken_song_is_a_sentence(tmp_path):
    (tmp_path / "broken.mp3").write_bytes(b"\xff\xfb\x90\x64" + b"nothing" * 50)
    with pytest.raises(PersonError, match=r"broken\.mp3"):
        fit_song(tmp_path / "broken.mp3", seconds=3, work=Work.alone(tmp_path / "w"))


def test_the_same_song_gives_the_same_bytes_and_can_be_cancelled(song, tmp_path):
    one, two = (Fitted(song, tmp_path / name, seconds=40).path.read_bytes() for name in ("a", "b"))
    assert one == two
    desk = Work.alone(tmp_path / "c")
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        fit_song(song, seconds=40, work=desk)
