"""People wear what their trade, the place and the weather ask for."""

import pytest

from pipelines.make.drawn.callings import CALLINGS, GROUPS, calling, worn_at
from pipelines.make.drawn.clothing import SLEEVELESS
from pipelines.make.drawn.order import order_of
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.wardrobe import costume_of


def _wears(scene: str, *, weather: str = "auto") -> list:
    def never():
        raise AssertionError("no search")

    order = order_of(read_scene(scene), "auto", weather, (640, 360), 1, "shaded", never, lambda words: None)
    people = [s for s in order.subjects if s.thing.art.startswith("person:")]
    return [costume_of(s.thing.art.partition(":")[2], s.word, s.about, 0, s.doing, s.wear) for s in people]


@pytest.mark.parametrize(
    ("scene", "body"),
    [
        ("workers in a factory", "overalls"),
        ("a worker at a farm", "overalls"),
        ("workers in an office", "suit"),
        ("a nurse in a hospital", "scrubs"),
        ("a patient in a hospital", "patient"),
        ("a judge in a courtroom", "robe"),
        ("a waiter in a cafe", "waistcoat"),
        ("a man on the moon", "space"),
        ("a woman in the snow", "coat"),
        ("a man in the rain in a street", "coat"),
        ("a man in a kitchen on a rainy day", "jacket"),
        ("an engineer on a road", "vest"),
    ],
)
def test_clothes_by_trade_place_and_weather(scene: str, body: str) -> None:
    assert _wears(scene)[0].body == body


def test_words_of_clothes_go_over_those_of_the_place() -> None:
    assert _wears("a woman in a red dress in the snow")[0].body == "dress"


def test_a_couple_is_a_woman_and_a_man_and_a_family_has_children() -> None:
    she, he = (costume_of("person", "couple", (), n) for n in range(2))
    assert she.lashes
    assert not he.lashes
    child = costume_of("person", "family", (), 2)
    assert child.child
    assert child.stature < 0.8


def test_every_trade_is_found_by_its_name_and_its_words() -> None:
    assert all(calling("", name) is CALLINGS[name] for name in CALLINGS)
    assert calling("person", "surgeons") is CALLINGS["surgeon"]
    assert calling("person", "factory workers") is CALLINGS["worker"]
    assert calling("person", "stranger") is None
    assert all(name in CALLINGS or name for group in GROUPS.values() for name in group)
    assert worn_at("man", "man", "beach", "clear", "") == "summer"
    assert {"vest", "waistcoat"} <= SLEEVELESS


def test_somebody_keeps_his_looks_from_place_to_place() -> None:
    here, there = _wears("a man in a street")[0], _wears("a man in the snow")[0]
    assert (here.skin, here.hair_colour, here.eyes, here.lashes) == (
        there.skin,
        there.hair_colour,
        there.eyes,
        there.lashes,
    )
