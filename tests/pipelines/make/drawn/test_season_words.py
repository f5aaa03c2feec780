"""Words of seasons, weathers, settings and wonders of the sky, read from a scene."""

import pytest

from pipelines.make.drawn.read import read_scene


@pytest.mark.parametrize(("words", "setting", "season"), [
    ("a river through a forest in autumn", None, "autumn"),
    ("a waterfall in spring", "waterfall", "spring"),
    ("a snowy valley", "hills", "winter"),
    ("a lion on the savanna", "savanna", ""),
    ("a temple in the rainforest", "jungle", ""),
    ("a path through a bamboo grove", "bamboo", ""),
    ("a cowboy in a canyon", "canyon", ""),
    ("a vineyard in summer", "vineyard", "summer"),
    ("a heron in a swamp", "swamp", ""),
])  # fmt: skip
def test_settings_and_seasons(words: str, setting: str | None, season: str) -> None:
    scene = read_scene(words)
    assert setting is None or scene.setting == setting
    assert scene.season == season


@pytest.mark.parametrize(("words", "wonder"), [
    ("an aurora over snowy mountains", "aurora"),
    ("the northern lights above a lake", "aurora"),
    ("a meteor shower over the hills", "shooting star"),
    ("a solar eclipse over a desert", "eclipse"),
    ("sunbeams in a forest", "beams"),
    ("a dance among falling leaves", "leaves"),
    ("embers rise over a camp", "sparks"),
])  # fmt: skip
def test_wonders(words: str, wonder: str) -> None:
    assert wonder in read_scene(words).wonders


def test_the_northern_lights_come_at_night_and_what_is_negated_does_not() -> None:
    assert read_scene("northern lights over hills").time == "night"
    assert not read_scene("a night over hills, no aurora").wonders


@pytest.mark.parametrize(("words", "weather"), [("a windy hill", "wind"), ("a sandstorm in the desert", "dust")])
def test_weathers(words: str, weather: str) -> None:
    assert read_scene(words).weather == weather
