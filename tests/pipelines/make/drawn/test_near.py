"""Beside, against, between, around; at tables and desks, in bed, under one umbrella."""

from itertools import pairwise
from pathlib import Path

import pytest

from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.order import order_of
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.read import read_scene


@pytest.fixture
def made(tmp_path: Path, pack):
    cast = Cast(lambda: pack("fluent-emoji"), lambda name: tmp_path / name.replace("/", "_"))

    def built(scene: str) -> tuple[Set, list[str]]:
        order = order_of(read_scene(scene), "auto", "auto", (640, 360), 3, "shaded", lambda: None, lambda words: None)
        found = build(order, cast, 1.0, lambda share, words: None)
        return found, [s.word for s in order.subjects for _ in range(s.count)]

    return built


def _middles(built: tuple[Set, list[str]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for (left, _, wide, _), word in zip(built[0].where, built[1], strict=True):
        found.setdefault(word, []).append(left + wide / 2)
    return found


def test_between_two_others(made) -> None:
    at = _middles(made("a man stands between a horse and a cow"))
    assert min(at["horse"] + at["cow"]) < at["man"][0] < max(at["horse"] + at["cow"])


def test_around_it_nobody_hides_behind_it(made) -> None:
    at = _middles(made("four children run around a tree"))
    sides = [x > at["tree"][0] for x in at["children"]]
    assert any(sides)
    assert not all(sides)
    assert min(abs(x - at["tree"][0]) for x in at["children"]) > 0.02


@pytest.mark.parametrize("word", ["beside", "next to", "against"])
def test_beside_it_they_nearly_touch(made, word: str) -> None:
    built, _ = made(f"a woman stands {word} a car")
    (x, _, w, _), (left, _, wide, _) = built.where
    gap = max(x - (left + wide), left - (x + w))
    assert gap < 0.06


def test_at_a_table_they_sit_behind_it(made) -> None:
    built, words = made("a family eats at the table")
    names = [layer.name for layer in built.layers]
    assert names.index("family") < names.index("table")
    tables = [box for box, word in zip(built.where, words, strict=True) if word == "table"]
    left, _, wide, _ = tables[0]
    assert all(left < x < left + wide for x in _middles((built, words))["family"])


def test_who_works_with_a_laptop_sits_at_a_desk(made) -> None:
    built, words = made("a woman works at a laptop in an office")
    assert words == ["woman", "desk"]
    names = [layer.name for layer in built.layers]
    assert names.index("woman") < names.index("desk")


def test_who_sleeps_in_bed_lies_in_one_and_only_the_head_is_seen(made) -> None:
    built, words = made("a boy sleeps in bed")
    assert words == ["boy", "bed"]
    assert "under boy" not in [layer.name for layer in built.layers]


def test_two_who_dance_hold_each_other() -> None:
    order = order_of(read_scene("a couple dances"), "auto", "auto", (640, 360), 1, "shaded", lambda: None, print)
    assert order.subjects[0].act == "waltz"
    alone = order_of(read_scene("a woman dances"), "auto", "auto", (640, 360), 1, "shaded", lambda: None, print)
    assert alone.subjects[0].act is None


def test_who_talk_take_turns() -> None:
    order = order_of(read_scene("a girl and a boy talk"), "auto", "auto", (640, 360), 1, "shaded", lambda: None, print)
    assert [s.turn for s in order.subjects] == [0, 1]


def _first(words: str):
    return order_of(read_scene(words), "auto", "auto", (640, 360), 1, "shaded", lambda: None, print).subjects


def test_a_baby_that_is_held_lies_in_the_arms() -> None:
    (mother,) = _first("a mother holds her baby")
    assert (mother.holding, mother.act) == ("baby", "cradle")
    assert [s.word for s in _first("a mother and a baby")] == ["mother", "baby"]


def test_each_of_two_has_a_bicycle() -> None:
    boy, girl, bicycles = _first("a boy and a girl ride bicycles")
    assert boy.seat == girl.seat == "pedal"
    assert bicycles.count == 2
    assert (boy.turn, girl.turn) == (0, 1)


def test_who_is_walked_walks() -> None:
    girl, dog = _first("a girl walks her dog")
    assert "walks" in girl.doing
    assert "walks" in dog.doing


@pytest.mark.parametrize(
    "words", ["a woman smiles", "children laugh", "a man with a big smile", "the smile of a child"]
)
def test_smiles_are_feelings_and_no_parts_of_bodies(words: str) -> None:
    from pipelines.make.drawn.feelings import feeling_of

    (one,) = _first(words)
    assert feeling_of((*one.about, *one.doing)) in ("happy", "laugh")


def test_a_table_seats_no_more_than_it_has_room_for() -> None:
    workers, table = _first("twenty workers eat at a table")
    assert workers.count <= 5
    assert table.thing.art == "own:long-table"


def test_three_hold_hands_in_a_row(made) -> None:
    at = _middles(made("a mother, a father and a girl hold hands on a hill"))
    xs = sorted(x for found in at.values() for x in found)
    assert len(xs) == 3
    assert max(b - a for a, b in pairwise(xs)) < 0.16


def test_who_pushes_a_wheelchair_is_behind_it(made) -> None:
    at = _middles(made("a nurse pushes an old man in a wheelchair"))
    assert abs(at["nurse"][0] - at["old man"][0]) < 0.3


def test_a_pianist_sits_at_the_keys() -> None:
    man, _ = _first("a man sits at the piano and plays")
    assert (man.seat, man.act) == ("sit", "type")
