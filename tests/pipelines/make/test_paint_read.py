"""What a sentence says of a picture: things, numbers, setting, hour, weather, and what must not be there."""

import pytest

from pipelines.make.drawn.homes import settle_setting
from pipelines.make.drawn.read import read_scene


def _names(text: str, avoid: str = "") -> list[str]:
    return [s.thing.name for s in read_scene(text, avoid).subjects]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a lighthouse on a rocky shore at dawn", ["lighthouse"]),
        ("a whale rises from the sea", ["whale"]),
        ("the lighthouse keeper and the whale at night", ["lighthouse keeper", "whale"]),
        ("a dog and a cat", ["dog", "cat"]),
        ("the sun rose over the hills", []),
        ("the keeper lights the lamp and he smiles", ["lighthouse keeper", "lantern"]),
    ],
)
def test_the_things_of_a_scene_in_their_order(text: str, things: list[str]) -> None:
    assert _names(text) == things


def test_numbers_and_plurals_are_counted() -> None:
    counts = {s.thing.name: s.count for s in read_scene("two whales, a boat and birds").subjects}
    assert counts["whale"] == 2
    assert counts["boat"] == 1
    assert counts["bird"] >= 2


@pytest.mark.parametrize(
    "text",
    ["a quiet beach, no people, a dog", "a dog on a beach without people or boats", "a dog on a beach, nobody there"],
)
def test_what_is_negated_is_not_a_thing_of_the_scene(text: str) -> None:
    scene = read_scene(text)
    assert [s.thing.name for s in scene.subjects] == ["dog"]
    assert "person" in scene.without


def test_avoid_takes_a_family_with_it() -> None:
    assert _names("a fisherman in a boat and a whale", avoid="people, boats") == ["whale"]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("a lighthouse on a rocky shore", "shore"),
        ("a whale rises from the sea", "sea"),
        ("the keeper and the whale", "shore"),
        ("an old keeper climbs the stairs", "stairs"),
        ("a fox in the forest", "forest"),
        ("a teacher explains fractions", "classroom"),
        ("fish under the sea", "underwater"),
        ("a camel", "desert"),
        ("", "abstract"),
    ],
)
def test_the_setting_is_named_or_follows_from_the_things(text: str, setting: str) -> None:
    scene = read_scene(text)
    assert settle_setting(scene, scene.subjects) == setting


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "🐳🌊",
        "حارس المنارة والحوت",
        "no",
        "without",
        "a " * 3000,
        "5 kB " * 1000,
        "dog, " * 60,
        "\x00\x01",
        "no no no",
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    scene = read_scene(text, avoid=text)
    assert len(scene.subjects) <= 7
    assert settle_setting(scene, scene.subjects)
