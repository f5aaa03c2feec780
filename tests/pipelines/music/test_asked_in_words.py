"""compose does what the words of a mood ask: who plays alone, at what tempo, in which key; it names contradictions."""

from fractions import Fraction

import mido
import pytest

from pipelines.make.compose import compose
from studio import facts, timeline
from studio.work import Work


def composed(folder, **options):
    said: list[str] = []
    folder.mkdir(exist_ok=True)
    length = {} if "cut" in options else {"seconds": 24}
    path = compose(work=Work(folder=folder, parts=folder, remark=said.append), **length, **options)
    programs = {m.program for track in mido.MidiFile(path).tracks for m in track if m.type == "program_change"}
    return facts.read(path), programs, said


@pytest.mark.parametrize(
    ("mood", "programs"),
    [
        ("only piano, sad", {0}),
        ("solo cello", {42}),
        ("just a piano and a cello", {0, 42}),
        ("nothing but strings", {48}),
    ],
)
def test_who_plays_alone(tmp_path, mood, programs):
    assert composed(tmp_path, mood=mood)[1] == programs


def test_tempo_and_key_in_words_and_the_options_before_them(tmp_path):
    words, _, _ = composed(tmp_path / "a", mood="happy, 90 bpm, in F# major")
    assert (words["key"], round(words["tempo"])) == ("F# major", 90)
    options, _, _ = composed(tmp_path / "b", mood="happy, 90 bpm, in F# major", key="D minor", tempo=120)
    assert (options["key"], round(options["tempo"])) == ("D minor", 120)
    assert composed(tmp_path / "c", mood="happy, in a minor key")[0]["key"].endswith("minor")


def test_single_shots_have_a_mood_of_their_own(tmp_path):
    shots = tuple(timeline.Shot(media="", kind="Colour", visible=200) for _ in range(4))
    timeline.save(timeline.Timeline(Fraction(25), shots), tmp_path / "film.otio")
    about, _, said = composed(
        tmp_path / "a", cut=tmp_path / "film.otio", mood="calm", moods=["", "terrifying", "joyful"]
    )
    places = [(round(s["start"]), s["valence"] > 0, s["arousal"] > 0) for s in about["sections"]]
    assert (8, False, True) in places
    assert (16, True, True) in places
    assert places[0] == (0, True, False)
    assert said == []
    assert "4 shots" in composed(tmp_path / "b", cut=tmp_path / "film.otio", moods=["sad"] * 9)[2][0]
    assert "no film" in composed(tmp_path / "c", moods=["sad"])[2][0]


def test_a_contradiction_is_said(tmp_path):
    assert any("contradicts itself" in words for words in composed(tmp_path, mood="happy and desperate")[2])
