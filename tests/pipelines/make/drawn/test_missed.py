"""What a scene names and its picture does not show is told: things, deeds, and where things are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.make.drawn.claims import deeds, nouns
from pipelines.make.drawn.missed import missed
from pipelines.make.drawn.picture import build
from pipelines.make.drawn.recipe import cast_of, ordered
from studio.work import Work


@pytest.fixture
def told(tmp_path: Path, pack: Callable[[str], Path]) -> Callable[[str], list[str]]:
    """`told("words")`: the notes of a picture of these words."""

    def notes(words: str) -> list[str]:
        work = Work(tmp_path, tmp_path, 1, find_pack=pack)
        recipe = {"scene": words, "time": "auto", "weather": "auto", "look": "shaded", "shape": "16:9", "avoid": "",
                  "seed": 1, "cast": []}  # fmt: skip
        found: list[str] = []
        cast = cast_of(work, recipe)
        order = ordered(recipe, cast, work, found.append)
        shown = build(order, cast, 0.2, lambda share, words: None, still=True).shown
        return [*found, *missed(order.words, shown, order.unfit)]

    return notes


@pytest.mark.parametrize(
    "words",
    [
        "a cat sleeps on a sofa in a cosy living room",
        "a fisherman in a small boat on a calm sea at sunset",
        "two children fly a kite on a green hill",
        "a wolf howls at the moon in a snowy forest",
        "a cat under a table and a vase on the table",
        "waves crash against the rocks below a lighthouse",
        "a woman in a blue coat waits at a bus stop with a suitcase",
        "servers in a data centre",
    ],
)
def test_of_what_is_drawn_nothing_is_told(told: Callable[[str], list[str]], words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("a girl opens a bakery in a village", ["bakery", "opens"]),
        ("a mouse inside a teapot", ["mouse inside teapot"]),
        ("a plumber fixes a dripping tap under the sink", ["tap", "sink", "fixes"]),
        ("a knight fights a dragon in front of a castle", ["fights"]),
        ("a robot on a balcony", ["balcony"]),
        ("an accordion player on a bridge", ["accordion"]),
        ("a man shaves", ["shaves"]),
    ],
)
def test_what_is_not_drawn_is_named(told: Callable[[str], list[str]], words: str, named: list[str]) -> None:
    notes = " ".join(told(words))
    assert [word for word in named if word not in notes] == []


def test_what_words_name_and_what_is_done() -> None:
    low = ["a", "tourist", "photographs", "the", "old", "stone", "bridge", "and", "a", "dog", "barks"]
    things = nouns(low)
    assert [t.words for t in things] == ["tourist", "stone bridge", "dog"]
    assert [d.words for d in deeds(low, things)] == ["photographs", "barks"]
    assert nouns(["a", "girl", "in", "the", "garden", "gate"])[-1].words == "gate"


def test_somebody_who_flies_something_stays_on_the_ground(told: Callable[[str], list[str]]) -> None:
    from pipelines.make.drawn.guise import dressed
    from pipelines.make.drawn.read import read_scene

    boy = dressed(read_scene("a boy flies a drone over a field").subjects, False)[0]
    assert "flies" not in boy.doing
    assert "drone" in " ".join(told("a boy flies a drone over a field"))
