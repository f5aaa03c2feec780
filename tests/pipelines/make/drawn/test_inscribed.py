"""Words on things: what is quoted stands on the right thing, and is never read as something to draw."""

import pytest

from pipelines.make.drawn.inscribed import quoted
from pipelines.make.drawn.read import read_scene


@pytest.mark.parametrize(
    ("scene", "word", "text"),
    [
        ("a sign that says 'OPEN'", "sign", "OPEN"),
        ('a sign "NO DOGS" before a house', "sign", "NO DOGS"),
        ("a banner reading WELCOME HOME in a park", "banner", "WELCOME HOME"),
        ("a shop called Miller's", "shop front", "Miller's"),
        ("a poster „Концерт“ and a cat", "poster", "Концерт"),
        ("a banner «Bienvenue»", "banner", "Bienvenue"),
        ("a billboard 「ようこそ」 in a city", "billboard", "ようこそ"),
        ("an 'EXIT' sign in a corridor", "sign", "EXIT"),
        ("a banner reading مرحبا", "banner", "مرحبا"),
        ("a neon sign with the words “It's late”", "neon sign", "It's late"),
        ("the word 'HELP' in the sand of a beach", "sign", "HELP"),
        ("a dog named 'Rex' before a sign 'KEEP OUT'", "sign", "KEEP OUT"),
        ("a teacher writes '2 + 2 = 4' on the blackboard", "chalkboard", "2 + 2 = 4"),
        ("a boat named 'Aurora'", "boat", "Aurora"),
    ],
)
def test_words_stand_on_their_thing(scene: str, word: str, text: str) -> None:
    assert {s.word: s.text for s in read_scene(scene).subjects}[word] == text


@pytest.mark.parametrize("scene", ["a sign 'BEWARE OF THE DOG'", 'a poster reading "THREE CATS and a piano"'])
def test_quoted_words_are_not_drawn(scene: str) -> None:
    read = read_scene(scene)
    assert len(read.subjects) == 1
    assert not read.unknown


@pytest.mark.parametrize(
    "scene", ["a man says 'hello, dog'", '"Where is my cat?" asks the girl', "the dogs' tails", "a dog named 'Rex'"]
)
def test_what_is_spoken_stands_on_nothing(scene: str) -> None:
    assert not any(s.text for s in read_scene(scene).subjects)


def test_no_words_where_text_is_forbidden() -> None:
    assert not any(s.text for s in read_scene("a sign 'OPEN'", "text").subjects)


@pytest.mark.parametrize(
    "text", ["", "'", '""', "''''", "“" * 300, "a dog's tail isn't 'short", "« »", "called", "reads"]
)
def test_odd_quotes_are_let_be(text: str) -> None:
    assert quoted(text).words == ()
    read_scene(text)


def test_many_quotations_are_no_trouble() -> None:
    assert len(quoted("a sign 'A1' " * 60).words) == 26
