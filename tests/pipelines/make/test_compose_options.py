"""compose: what its card offers besides mood and style, and films of every kind: given, tiny, endless, frantic."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import mido
import pytest

from pipelines.make.compose import compose
from pipelines.sound import synth
from studio import facts, timeline
from studio.errors import PersonError
from studio.work import Work


def made(folder: Path, **options) -> Path:
    return compose(work=Work.alone(folder), **options)


def cut(folder: Path, lengths: list[int], rate: Fraction | int = 30) -> Path:
    folder.mkdir()
    path = folder / "film.otio"
    shots = tuple(timeline.Shot("", "Colour", length) for length in lengths)
    timeline.save(timeline.Timeline(Fraction(rate), shots, name="film"), path)
    return path


def parts(path: Path) -> dict[str, list]:
    """The messages of each player's track."""
    tracks = mido.MidiFile(path).tracks[1:]
    return {next(m.name for m in track if m.type == "track_name"): list(track) for track in tracks}


def chord_at(path: Path, cut: float) -> list[int]:
    """The pitches struck within 8 ms of a moment, the bass first."""
    struck = [n.pitch for n in synth.read_score(path).notes if abs(n.start - cut) < 0.008 and n.channel != 9]
    return sorted(struck)


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), 25, Fraction(30000, 1001), 60])
def test_a_chord_and_its_bass_land_on_every_cut_that_is_met(tmp_path, rate):
    lengths = [round(seconds * rate) for seconds in (4.3, 2.7, 6.1, 3.3, 5.9, 2.2, 7.4, 3.8)]
    path = made(tmp_path / "a", cut=cut(tmp_path / "cut", lengths, rate), mood="epic, triumphant")
    about = facts.read(path)
    assert len(about["met"]) == about["reachable"] == 7
    for moment in about["met"]:
        struck = chord_at(path, moment)
        assert len({pitch % 12 for pitch in struck}) >= 2
        assert len(struck) >= 3
        assert struck[0] < 60


def test_before_a_cut_the_harmony_leans_and_on_it_changes(tmp_path):
    path = made(tmp_path / "a", cut=cut(tmp_path / "cut", [180] * 6), mood="hopeful", style="cinematic")
    notes = [n for n in synth.read_score(path).notes if n.channel != 9]
    changed = 0
    for moment in facts.read(path)["met"]:
        before = {n.pitch % 12 for n in notes if n.start <= moment - 0.3 < n.end}
        after = {n.pitch % 12 for n in notes if n.start <= moment + 0.3 < n.end}
        changed += not after <= before
    assert changed == 5


def test_a_part_muted_leaves_every_other_as_it_was(tmp_path):
    whole = parts(made(tmp_path / "a", seconds=30, style="pop", mood="joyful"))
    for name in whole:
        left = parts(made(tmp_path / name, seconds=30, style="pop", mood="joyful", mute=[name]))
        assert name not in left
        assert all(left[part] == whole[part] for part in left)
    about = facts.read(made(tmp_path / "b", seconds=30, style="pop", mood="joyful", mute=["drums", "lead"]))
    assert about["muted"] == ["drums", "lead"]


def test_every_part_muted_is_silence_that_is_told(tmp_path):
    said: list[str] = []
    work = Work(folder=tmp_path, parts=tmp_path, remark=said.append)
    path = compose(seconds=10, mute=list(parts(made(tmp_path / "a", seconds=10))), work=work)
    assert mido.MidiFile(path).length == pytest.approx(10, abs=0.02)
    assert any("muted" in words for words in said)


def test_a_variation_keeps_key_tempo_form_players_and_changes_notes(tmp_path):
    film = cut(tmp_path / "cut", [130, 95, 210, 170, 160])
    told = [made(tmp_path / str(n), cut=film, mood="tense", variation=n) for n in (0, 0, 1)]
    about = [facts.read(path) for path in told]
    for key in ("key", "tempo", "tempos", "metre", "players", "met"):
        assert about[0][key] == about[2][key]
    assert [s["name"] for s in about[0]["sections"]] == [s["name"] for s in about[2]["sections"]]
    assert told[0].read_bytes() == told[1].read_bytes() != told[2].read_bytes()


def test_a_key_and_a_tempo_that_are_asked_for(tmp_path):
    about = facts.read(made(tmp_path / "a", seconds=60, mood="joyful", key="F# minor", tempo=92))
    assert about["key"] == "F# minor"
    assert about["tempo"] == pytest.approx(92, rel=0.035)
    assert {section["key"] for section in about["sections"]} <= {"F# minor", "A major", "F# major"}


def test_a_tempo_there_is_no_room_for_is_told(tmp_path):
    said: list[str] = []
    work = Work(folder=tmp_path, parts=tmp_path, remark=said.append)
    compose(seconds=6, tempo=40, work=work)
    assert said == ["Such short music has no room for 40 beats a minute; it plays 80."]
    compose(seconds=30, tempo=40, work=work)
    assert len(said) == 1


def test_moods_of_shots_that_are_not_understood_are_told(tmp_path):
    said: list[str] = []
    work = Work(folder=tmp_path, parts=tmp_path, remark=said.append)
    film = cut(tmp_path / "cut", [120, 120, 120])
    compose(cut=film, moods=["qwertz" * 900, "", "happy, desperate, calm, furious"], work=work)
    assert said[0] == f"Of the shots' moods “{('qwertz' * 9)[:40]}” are not known to the composer; it plays calm there."
    assert said[1].startswith("The mood contradicts itself")


def test_another_key_is_the_same_piece_higher(tmp_path):
    low, high = (facts.read(made(tmp_path / key[0], seconds=24, key=key)) for key in ("C major", "D major"))
    assert low["tempos"] == high["tempos"]
    assert low["players"] == high["players"]


def test_players_named_play_and_unknown_ones_are_told(tmp_path):
    about = facts.read(made(tmp_path / "a", seconds=30, style="cinematic", instruments="violin, piano"))
    assert {"violin", "acoustic grand piano"} <= set(about["players"].values())
    said: list[str] = []
    work = Work(folder=tmp_path, parts=tmp_path, remark=said.append)
    compose(seconds=5, instruments="theremin of doom", work=work)
    assert said == ["The composer has no instrument called “theremin of doom”; it chooses itself."]
    compose(seconds=5, instruments="violin, zither", work=work)
    assert said[1:] == ["The composer has no instrument called “zither”; it chooses itself."]


def test_drums_asked_of_a_style_without_them_are_told(tmp_path):
    said: list[str] = []
    work = Work(folder=tmp_path, parts=tmp_path, remark=said.append)
    compose(seconds=12, style="ambient", instruments="drums", work=work)
    assert said == ["No drums play: the style “ambient” has none. Choose another style for them."]
    compose(seconds=12, style="rock", instruments="drums", work=work)
    assert len(said) == 1


def test_a_key_nobody_knows_is_a_sentence(tmp_path):
    with pytest.raises(PersonError, match="“Q blub” is not a key"):
        made(tmp_path, seconds=5, key="Q blub")


@pytest.mark.parametrize(
    ("lengths", "seconds"),
    [([30], 1), ([3] * 500, 50), ([4] * 60, 8), ([1] * 30, 1), ([90, 1, 1, 1, 90, 2, 400], 19.5), ([6], 0.2)],
)
def test_films_of_a_second_and_cuts_every_few_frames_give_music(tmp_path, lengths, seconds):
    path = made(tmp_path / "a", cut=cut(tmp_path / "cut", lengths), mood="tense")
    assert mido.MidiFile(path).length == pytest.approx(seconds, abs=0.02)
    assert synth.read_score(path).notes
    about = facts.read(path)
    assert len(about["met"]) + len(about["grouped"]) + len(about["missed"]) == about["cuts"] == len(lengths) - 1


def test_cuts_too_close_are_told_and_the_rest_is_met(tmp_path):
    said: list[str] = []
    film = cut(tmp_path / "cut", [120, 8, 8, 130, 150])
    compose(cut=film, work=Work(folder=tmp_path, parts=tmp_path, remark=said.append))
    assert said == ["The music meets 2 of 4 cuts. 2 are so close to one of those that music takes them as one."]


def test_two_hours_with_many_cuts(tmp_path):
    path = made(tmp_path / "a", cut=cut(tmp_path / "cut", [100, 37, 180, 43] * 500, 25), mood="calm")
    assert mido.MidiFile(path).length == pytest.approx(7200, abs=0.05)
    about = facts.read(path)
    assert len(about["met"]) / about["reachable"] > 0.95
    assert len({section["key"] for section in about["sections"]}) > 1


def test_a_given_video_is_met_on_its_own_cuts(tmp_path):
    path = tmp_path / "given.mp4"
    _film(path, [3.0, 4.2, 2.6, 5.0])
    about = facts.read(made(tmp_path / "a", cut=path, mood="energetic"))
    assert about["seconds"] == pytest.approx(14.8, abs=0.1)
    assert about["met"] == pytest.approx([3.0, 7.2, 9.8], abs=0.05)


def test_cuts_inside_a_video_of_a_cut_are_met_too(tmp_path):
    (tmp_path / "cut").mkdir()
    _film(tmp_path / "cut" / "given.mp4", [4.0, 4.0, 4.0])
    shots = (timeline.Shot("", "Colour", 100), timeline.Shot("given.mp4", "Video", 250, source_in=25, available=300))
    film = tmp_path / "cut" / "film.otio"
    timeline.save(timeline.Timeline(Fraction(25), shots, name="film"), film)
    about = facts.read(made(tmp_path / "a", cut=film, mood="energetic"))
    assert about["met"] == pytest.approx([4.0, 7.0, 11.0], abs=0.05)


def test_a_broken_video_is_a_sentence(tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"nothing of a video")
    with pytest.raises(PersonError, match="not a video that can be read"):
        made(tmp_path / "a", cut=broken)


def _film(path: Path, lengths: list[float]) -> None:
    """A video of plain pictures, 25 a second, each shown for so many seconds."""
    import av
    import numpy as np

    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 128, 72, "yuv420p"
        for number, seconds in enumerate(lengths):
            picture = np.full((72, 128, 3), (40 + 90 * (number % 3), 200 - 70 * (number % 2), 60), np.uint8)
            picture[20:50, 20 + 10 * number : 60 + 10 * number] = 255
            for _ in range(round(seconds * 25)):
                for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                    out.mux(packet)
        for packet in stream.encode():
            out.mux(packet)


def test_a_player_alone_plays_all_through_within_his_range(tmp_path):
    path = made(tmp_path / "a", cut=cut(tmp_path / "cut", [120, 150, 90, 200, 130]), mood="only solo violin, sad")
    about, notes = facts.read(path), synth.read_score(path).notes
    assert set(about["players"].values()) == {"violin"}
    assert len(about["met"]) == 4
    assert min(note.pitch for note in notes) >= 55  # the open G string
    ends = [0.0]
    for note in notes:
        assert note.start - max(ends) < 3  # no rest as long as an introduction without him
        ends.append(note.end)


def test_no_bass_is_none_and_the_second_tune_player_named_answers(tmp_path):
    about = facts.read(made(tmp_path / "a", seconds=30, style="pop", mood="joyful, no bass"))
    assert "bass" not in about["players"]
    about = facts.read(made(tmp_path / "b", seconds=60, style="epic", instruments="violin, flute"))
    assert (about["players"]["lead"], about["players"]["second"]) == ("violin", "flute")


@pytest.mark.parametrize("mood", ["silent, no instruments", "no music", "silence"])
def test_a_score_of_nobody_says_that_somebody_plays(tmp_path, mood):
    notes = []
    work = replace(Work.alone(tmp_path / "desk"), remark=notes.append)
    assert compose(mood=mood, seconds=4, work=work).stat().st_size > 100
    assert any("leave 'music' out" in note for note in notes)
