"""Broken files: every one ends in a film, a film and a note, or a sentence that names the shot; all else is kept."""

import re
from pathlib import Path

import pytest

from tests.broken_media import Case, make
from tests.broken_run import Ending, run

_HARMLESS = re.compile(r"has no sound of its own|is only \d+×\d+|holds its last picture for|so faint")
_NAMED = re.compile(r"(Shot|Voice|Sound) \d|[Tt]he music|[Tt]he cut|[Tt]he clip|layer")
_LONG = ("many.otio",)
Endings = dict[str, dict[str, Ending]]


def test_there_are_enough_of_them_and_they_are_the_same_every_time(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a"), make(tmp_path / "b")
    assert len(first) >= 150
    assert len({case.name for case in first}) == len(first)
    assert [c.path.read_bytes() for c in first] == [c.path.read_bytes() for c in second]
    assert sum(c.path.stat().st_size for c in first) < 20_000_000


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    return {case.name: case for case in make(tmp_path_factory.mktemp("broken"))}


@pytest.fixture(scope="module")
def straight(cases: dict[str, Case], tmp_path_factory: pytest.TempPathFactory) -> Endings:
    """Each file given, and as the middle shot of a cut that no tool has looked at."""
    some = [case for case in cases.values() if case.name not in _LONG]
    return run(some, tmp_path_factory.mktemp("straight"), "given straight")


def _wrong(case: Case, ending: Ending) -> str:
    """What is not as it should be about an ending; "" when nothing is."""
    if ending.end not in ("film", "sentence", "taken"):
        return f"{ending.end}: {ending.words}"
    if ending.seconds > 10:
        return f"took {ending.seconds:.0f} s"
    if ending.left:
        return f"left {ending.left}"
    if ending.way == "given":
        fits = ending.end == case.given and (ending.end == "taken" or case.name in ending.words)
        return "" if fits else f"given, it is {ending.end}: {ending.words}"
    if (ending.end == "sentence") != (case.expect == "sentence"):
        return f"{ending.end}: {ending.words}"
    if ending.end == "sentence" and case.kind != "cut":
        named = case.name in ending.words or "pack" in ending.words  # the file; scores need a pack to be played
        told = ending.way == "tools" or _NAMED.search(ending.words)  # the shot; a tool's step has but one
        return "" if named and told and "/" not in ending.words else ending.words
    return ""


def test_every_broken_file_ends_well(cases: dict[str, Case], straight: Endings) -> None:
    wrong = {f"{name}, {way}": words for name, endings in straight.items() for way, ending in endings.items()
             if (words := _wrong(cases[name], ending))}  # fmt: skip
    assert not wrong, "\n".join(f"{name}: {words}" for name, words in wrong.items())
    assert all(set(endings) == {"given", "straight"} for endings in straight.values())


def test_the_other_shots_of_a_film_with_a_broken_one_are_kept(cases: dict[str, Case], straight: Endings) -> None:
    """Of three shots with two transitions, those that show nothing of the middle one: two pieces."""
    ended = [endings["straight"] for name, endings in straight.items() if cases[name].kind in ("picture", "video")]
    broken = [ending for ending in ended if ending.end == "sentence"]
    assert len(broken) > 40
    assert {ending.pieces for ending in broken} == {2}
    assert all(ending.words.startswith("Shot 2: ") for ending in broken)
    assert {ending.pieces for ending in ended if ending.end == "film"} == {5}


def test_a_broken_sound_leaves_all_pictures_made(cases: dict[str, Case], straight: Endings) -> None:
    broken = [endings["straight"] for name, endings in straight.items()
              if cases[name].kind == "sound" and endings["straight"].end == "sentence"]  # fmt: skip
    assert len(broken) > 8
    assert {ending.pieces for ending in broken} == {5}


def test_nothing_that_a_file_points_at_is_read(straight: Endings) -> None:
    text = " ".join(ending.words for endings in straight.values() for ending in endings.values())
    assert "root:" not in text


def test_characters_no_font_can_draw_are_told_in_the_films_notes(straight: Endings) -> None:
    for name in ("letters_missing.otio", "letters_odd.otio"):
        ending = straight[name]["straight"]
        assert ending.end == "film"
        assert any("can draw" in note or "font" in note for note in ending.notes), ending.notes


@pytest.mark.slow
def test_every_broken_file_ends_well_through_the_tools(cases: dict[str, Case], tmp_path: Path) -> None:
    found = run(list(cases.values()), tmp_path, "tools bare music")
    wrong = {f"{name}, {way}": words for name, endings in found.items() for way, ending in endings.items()
             if (words := _wrong(cases[name], ending))}  # fmt: skip
    assert not wrong, "\n".join(f"{name}: {words}" for name, words in wrong.items())
    for name, case in cases.items():
        if case.expect == "note" and case.kind == "video":
            notes = [note for ending in found[name].values() for note in ending.notes if not _HARMLESS.search(note)]
            assert notes, name
