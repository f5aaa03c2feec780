"""What stands in or on something stays with it: as far from the camera, and moved as it moves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.make.drawn.filmed import staged
from pipelines.make.drawn.layering import Layer
from pipelines.make.drawn.picture import Set
from studio.work import Work


@pytest.fixture
def layers(tmp_path: Path, pack: Callable[[str], Path]) -> Callable[[str], tuple[Set, dict[str, Layer]]]:
    def made(scene: str) -> tuple[Set, dict[str, Layer]]:
        recipe = {"scene": scene, "time": "auto", "weather": "auto", "look": "shaded", "shape": "16:9", "avoid": ""}
        built, _ = staged(recipe | {"seed": 4}, 180, Work.alone(tmp_path, pack))
        return built, {layer.name: layer for layer in built.layers}

    return made


def test_who_is_aboard_stays_in_the_boat(layers: Callable[[str], tuple[Set, dict[str, Layer]]]) -> None:
    built, found = layers("a fisherman in a boat on the sea")
    names = ("fisherman", "boat", "under boat", "waterline of boat")
    (away,) = {found[name].away for name in names}
    assert built.away == away
    rider, boat = found["fisherman"].life, found["boat"].life
    assert rider is not None
    assert boat is not None
    for seconds in (0.7, 1.3, 3.1):
        assert rider(seconds) == boat(seconds)


@pytest.mark.parametrize(
    ("scene", "above", "below"),
    [
        ("a cat sleeps on a sofa", "cat", "sofa"),
        ("a woman, and a cup on a table", "cup", "table"),
        ("a man sits on a chair", "man", "chair"),
        ("a girl on a horse", "girl", "horse"),
    ],
)
def test_what_is_on_something_is_as_far_away(
    layers: Callable[[str], tuple[Set, dict[str, Layer]]], scene: str, above: str, below: str
) -> None:
    _, found = layers(scene)
    assert found[above].away == found[below].away


def test_of_two_on_each_other_one_stands_on_the_ground(
    layers: Callable[[str], tuple[Set, dict[str, Layer]]],
) -> None:
    _, found = layers("a cat on a dog and a dog on a cat")
    assert found["cat"].away == found["dog"].away < 4
