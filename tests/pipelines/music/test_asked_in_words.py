"""compose does what the words of a mood ask: who plays alone, at what tempo, in which key; it names contradictions."""

import mido
import pytest

from pipelines.make.compose import compose
from studio import facts
from studio.work import Work


def composed(folder, **options):
    said: list[str] = []
    folder.mkdir(exist_ok=True)
    path = compose(work=Work(folder=folder, parts=folder, remark=said.append), seconds=24, **options)
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


def test_a_contradiction_is_said(tmp_path):
    assert any("contradicts itself" in words for words in composed(tmp_path, mood="happy and desperate")[2])
