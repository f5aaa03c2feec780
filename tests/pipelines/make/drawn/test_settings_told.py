"""Settings that heed the words: where a scene plays, and what a setting draws itself because it is named."""

import numpy as np
import pytest
import skia

from pipelines.make.drawn.art import pixels_of
from pipelines.make.drawn.homes import settle_setting
from pipelines.make.drawn.layering import Layer, Recorder, play
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.picture import DRAWN_BY
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.sheet import Sheet


def layers(setting: str, *named: str, without: tuple[str, ...] = (), hour: str = "day") -> list[Layer]:
    """The layers of a setting, small, when the scene says these words."""
    tape = Recorder(320, 180)
    sheet = Sheet(tape, 320, 180, light_of(hour, "clear"), np.random.default_rng(1), frozenset(without),
                  named=frozenset(named))  # fmt: skip
    DRAWN_BY[setting](sheet)
    return list(tape.take())


def names(setting: str, *named: str, without: tuple[str, ...] = ()) -> set[str]:
    return {layer.name for layer in layers(setting, *named, without=without)}


@pytest.mark.parametrize(("words", "setting"), [
    ("a train waits in the railway station", "platform"),
    ("a woman in the waiting hall", "station"),
    ("a girl reads a book on the train", "carriage"),
    ("an airplane at the airport in fog", "apron"),
    ("a family waits at the airport", "airport"),
    ("a pilot on the runway", "apron"),
    ("a river through a forest in autumn", "river"),
    ("a monkey in the jungle beside a waterfall", "waterfall"),
    ("a mountaineer on the summit of a mountain", "summit"),
    ("a lighthouse on a cliff by the sea", "cliffs"),
    ("two friends on a bridge over the river", "bridge"),
    ("a city with a bridge", "city"),
    ("reindeer in the tundra", "tundra"),
    ("a street in the snow", "street"),
    ("a dog in the snow", "snow"),
])  # fmt: skip
def test_where_it_plays(words: str, setting: str) -> None:
    scene = read_scene(words)
    assert settle_setting(scene, scene.subjects) == setting


def test_a_train_stands_on_its_rails_where_one_is_named() -> None:
    assert "train" in names("platform", "train")
    assert "train" not in names("platform")
    assert "train" not in names("platform", "train", without=("train",))


def test_a_train_that_leaves_goes_and_one_that_comes_in_stands_in_the_end() -> None:
    def at(seconds: float, *named: str) -> float:
        train = next(layer for layer in layers("platform", "train", *named) if layer.name == "train")
        return abs(train.life(seconds).dx) if train.life else 0.0

    assert at(3.0) == 0
    assert at(0.0, "leaves") == 0 < at(2.0, "leaves") < at(4.0, "leaves")
    assert at(0.0, "arrives") > at(2.0, "arrives") > at(4.0, "arrives") == 0


def test_an_airliner_stands_near_where_one_is_named_and_does_not_fly() -> None:
    assert "near airliner" in names("apron", "fluent:airplane")
    assert "near airliner" not in names("apron", "fluent:airplane", "flies")
    assert "near airliner" not in names("apron")


def test_falls_and_rivers_of_the_rainforest_have_its_trees() -> None:
    for setting in ("waterfall", "river"):
        plain, hot = layers(setting), layers(setting, "jungle")
        assert [layer.name for layer in plain] != [layer.name for layer in hot] or setting == "waterfall"
        assert len(hot) >= len(plain)


def test_a_city_has_its_bridge_where_one_is_named() -> None:
    assert "hanging bridge" in names("city", "bridge")
    assert "hanging bridge" not in names("city")
    assert "hanging bridge" not in names("city", "bridge", without=("bridge",))


def test_snow_lies_in_towns_where_it_falls() -> None:
    def ground(weather: str) -> float:
        tape = Recorder(320, 180)
        sheet = Sheet(tape, 320, 180, light_of("day", weather), np.random.default_rng(1))
        DRAWN_BY["market"](sheet)
        surface = skia.Surface(320, 180)
        play(surface.getCanvas(), tape.take())
        return float(pixels_of(surface)[150:178, :, :3].mean())

    assert ground("snow") > ground("clear") + 25
