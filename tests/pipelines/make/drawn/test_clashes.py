"""Contradictions of hour and weather are said, whatever else a scene names; what goes together is not."""

import pytest

from pipelines.make.drawn.clashes import clashes, is_when
from pipelines.make.drawn.read import read_scene


def said(words: str) -> list[str]:
    scene = read_scene(words)
    return list(clashes(scene.words, scene.time, scene.weather))


def test_a_sunny_snowstorm_at_noon_in_the_night() -> None:
    assert said("a sunny snowstorm at noon in the night") == [
        "The words ask for day and night at once: day is drawn. Set time to choose.",
        "The words ask for snow and clear at once: snow is drawn. Set weather to choose.",
    ]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("midday at midnight", 1),
        ("sunrise and sunset over the sea", 1),
        ("fog and rain in a cloudless desert", 1),
        ("a thunderstorm with rain and wind at night", 0),
        ("a moon over the harbour at noon", 0),
        ("a movie star on a sunny afternoon, a breeze", 0),
        ("a cloudy, windy evening at dusk", 0),
        ("dusk falls into the night", 0),
        ("a rainy street, not foggy, never at night, in the morning", 0),
    ],
)
def test_what_cannot_be_at_once_is_said_once(words: str, count: int) -> None:
    assert len(said(words)) == count


def test_what_an_option_decides_is_no_contradiction() -> None:
    assert list(clashes(read_scene("a sunny snowstorm at noon in the night").words, "", "")) == []


def test_hours_and_weathers_are_no_things() -> None:
    assert is_when("noon")
    assert is_when("morning evening")
    assert not is_when("night train")
