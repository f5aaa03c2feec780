"""Looks in words become a costume; what they leave open is chance."""

import pytest

from pipelines.make.drawn.garments import COLOURS
from pipelines.make.drawn.wardrobe import costume_from, costume_of


def made(looks: str, digest: bytes = bytes(range(8)), notes: list[str] | None = None):
    said = notes if notes is not None else []
    return costume_from(looks.replace(",", " ,").lower().split(), digest, said.append)


def test_a_keeper_is_dressed_as_said() -> None:
    keeper = made("an old lighthouse keeper with a grey beard and a yellow coat")
    assert keeper.beard
    assert (keeper.body, keeper.top) == ("coat", COLOURS["yellow"])
    assert keeper.hair_colour == "#b9b6b4"


@pytest.mark.parametrize(
    ("looks", "field", "value"),
    [
        ("a woman with long red hair", "hair_colour", "#b5482a"),
        ("a bald man", "hair", "bald"),
        ("a man with glasses", "glasses", True),
        ("a girl in a blue dress", "top", COLOURS["blue"]),
        ("a boy with a red cap", "hat", "baseball"),
        ("a man with a top hat", "hat", "tophat"),
        ("a tall slim woman", "stature", 1.09),
        ("a woman with dark skin", "skin", "#84553a"),
        ("a woman in a green scarf", "extra", COLOURS["green"]),
        ("a doctor in a white lab coat", "body", "labcoat"),
        ("a man without a beard", "beard", False),
        ("a small boy", "child", True),
        ("a man with a moustache", "beard_cut", "moustache"),
    ],
)
def test_words_of_looks(looks: str, field: str, value: object) -> None:
    assert getattr(made(looks), field) == value


def test_the_last_said_wins_and_a_note_says_so() -> None:
    notes: list[str] = []
    found = made("a man in a red coat and a green coat", notes=notes)
    assert found.top == COLOURS["green"]
    assert len(notes) == 1
    assert "red coat" in notes[0]


def test_a_woman_has_no_beard_and_chance_gives_many_people() -> None:
    assert not made("an old woman").beard
    people = {made("a man", bytes([n * 7 % 256, n * 13 % 256, n * 5 % 256, n, 0, 0, 0, 0])) for n in range(40)}
    assert len(people) > 20


@pytest.mark.parametrize("looks", ["", "xyzzy", "🦊", "coat " * 80, "red blue green", "with with with , , and"])
def test_any_looks_make_somebody(looks: str) -> None:
    assert made(looks).skin.startswith("#")


def test_somebody_without_a_name_looks_the_same_in_every_picture() -> None:
    assert costume_of("woman", "woman", (), 0) == costume_of("woman", "woman", (), 0)
    assert costume_of("man", "king", (), 0).hat == "crown"
