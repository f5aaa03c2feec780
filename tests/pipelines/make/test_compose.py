"""compose: lengths, cuts met, right notes, seeds, hostile moods."""

import hashlib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import get_args

import mido
import pytest

from pipelines.make.compose import PartName, StyleName, compose, settle
from pipelines.music import feeling, score, styles
from pipelines.sound import synth
from studio import facts, timeline
from studio.work import Work


def made(folder: Path, **options) -> Path:
    return compose(work=Work.alone(folder), **options)


@pytest.mark.parametrize("style", sorted(styles.STYLES))
@pytest.mark.parametrize("seconds", [0.3, 2.0, 7.5, 24.0, 90.0])
def test_ends_with_the_film_and_carries_its_facts(tmp_path, style, seconds):
    path = made(tmp_path, mood="calm, hopeful", style=style, seconds=seconds)
    assert mido.MidiFile(path).length == pytest.approx(seconds, abs=0.02)
    about = facts.read(path)
    assert about["style"] == style
    assert about["seconds"] == seconds
    ends = [note.end for note in synth.read_score(path).notes]
    assert seconds - 0.12 <= max(ends) <= seconds + 0.06  # the last chord rings to the end


def test_the_card_offers_every_style_and_every_part():
    assert set(get_args(StyleName)) == {"auto", *styles.STYLES}
    assert set(get_args(PartName)) == set(score.ORDER)


def test_same_seed_same_bytes_and_another_seed_another_piece(tmp_path):
    digests = [
        hashlib.sha256(made(tmp_path / str(i), mood="tense", seconds=20, seed=seed).read_bytes()).hexdigest()
        for i, seed in enumerate((1, 1, 2))
    ]
    assert digests[0] == digests[1] != digests[2]


def _cut(folder: Path, lengths: list[int], rate: int = 30) -> Path:
    folder.mkdir()
    shots = tuple(
        timeline.Shot(media=f"{i}.png", kind="Image", visible=n, source_in=0, available=None, camera=None, sound=False,
                      transition=None, note="")
        for i, n in enumerate(lengths)
    )  # fmt: skip
    path = folder / "film.otio"
    timeline.save(timeline.Timeline(Fraction(rate), shots, (), (), "film"), path)
    return path


def test_downbeats_fall_on_cuts_within_a_frame(tmp_path):
    path = made(tmp_path / "work", cut=_cut(tmp_path / "cut", [144] * 5), mood="calm, hopeful")
    about = facts.read(path)
    assert about["cuts"] == 4
    assert about["seconds"] == 24
    assert about["met"] == pytest.approx([4.8, 9.6, 14.4, 19.2])
    starts = [note.start for note in synth.read_score(path).notes]
    for cut in about["met"]:
        assert min(abs(start - cut) for start in starts) < 1 / 30


def test_mood_moves_mode_and_tempo(tmp_path):
    glad = facts.read(made(tmp_path / "a", mood="joyful, energetic", seconds=20))
    sad = facts.read(made(tmp_path / "b", mood="sad, lonely", seconds=20))
    assert glad["key"].endswith("major")
    assert sad["key"].endswith("minor")
    assert glad["tempo"] > sad["tempo"] + 20


def test_wishes_in_words():
    assert feeling.read("epic, no drums").drums is False
    assert feeling.read("with drums").drums is True
    assert feeling.read("slow").tempo < 1 < feeling.read("faster").tempo
    read = feeling.read("calm, with cello, without piano")
    assert read.asked == ("cello",)
    assert read.barred == ("piano",)
    assert feeling.read("not sad").valence > 0
    assert settle({"style": "auto", "mood": "8-bit joy"}, lambda pack: True).options["style"] == "8-bit"


def test_no_drums_means_none(tmp_path):
    played = made(tmp_path / "a", mood="upbeat", style="pop", seconds=24)
    quiet = made(tmp_path / "b", mood="upbeat, no drums", style="pop", seconds=24)
    assert any(note.channel == 9 for note in synth.read_score(played).notes)
    assert not any(note.channel == 9 for note in synth.read_score(quiet).notes)


@pytest.mark.parametrize("mood", ["", "😀", "x" * 50_000, "شعور", "no no no not", "(((", "to to to"])
def test_any_words_give_music(tmp_path, mood):
    assert synth.read_score(made(tmp_path, mood=mood, seconds=8)).notes


def test_unknown_words_are_told(tmp_path):
    said: list[str] = []
    work = Work(folder=tmp_path, parts=tmp_path, remark=said.append)
    compose(mood="zxcv", seconds=4, work=work)
    assert said
    assert "zxcv" in said[0]


@pytest.mark.parametrize("mood", ["calm, hopeful", "epic, triumphant", "sad", "from sad to hopeful", "tense"])
def test_music_not_noise(tmp_path, mood):
    """No part rubs against another, the tune can be sung, the return is louder than the intro, the end is home."""
    for seed in range(4):
        path = made(tmp_path / str(seed), mood=mood, seconds=40, seed=seed)
        notes = [n for n in synth.read_score(path).notes if n.channel != 9]
        rubs = heard = 0
        for step in range(0, 400):
            sounding = sorted({n.pitch for n in notes if n.start <= step / 10 < n.end - 0.05})
            heard += len(sounding) > 1
            rubs += any(b - a in (1, 13) for i, a in enumerate(sounding) for b in sounding[i + 1 :])
        assert rubs / heard < 0.08
        tune = [n.pitch for n in notes if n.channel == 0]
        assert 5 <= max(tune) - min(tune) <= 24
        leaps = [abs(b - a) for a, b in pairwise(tune)]
        assert sum(leap <= 5 for leap in leaps) >= 0.75 * len(leaps)
        about = facts.read(path)
        starts = {section["name"]: section["start"] for section in about["sections"]}
        loud = [n.velocity for n in notes if n.start >= starts["return"]]
        soft = [n.velocity for n in notes if n.start < starts["theme"]]
        assert sum(loud) / len(loud) > sum(soft) / len(soft) + 1


def test_a_long_piece_goes_on_to_new_themes(tmp_path):
    path = made(tmp_path, mood="joyful", style="pop", seconds=240)
    names = [section["name"] for section in facts.read(path)["sections"]]
    assert names.count("theme") >= 2
    assert names[0] == "intro"
    assert names[-1] == "return"
