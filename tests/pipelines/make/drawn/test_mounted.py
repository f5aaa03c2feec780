"""Who rides, drives or sits is where the thing has a place for him, and goes where it goes."""

from pathlib import Path

import numpy as np
import pytest

from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.order import order_of
from pipelines.make.drawn.picture import build
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.rigs import RIGS
from pipelines.make.drawn.rounds import CYCLES
from pipelines.make.drawn.stance import STILL


@pytest.fixture
def cast(tmp_path: Path, pack) -> Cast:
    return Cast(lambda: pack("fluent-emoji"), lambda name: tmp_path / name.replace("/", "_"))


def _built(scene: str, cast: Cast):
    order = order_of(read_scene(scene), "auto", "auto", (640, 360), 3, "shaded", lambda: None, lambda words: None)
    return build(order, cast, 1.0, lambda share, words: None)


def test_every_rig_names_acts_that_are_known() -> None:
    for rig in RIGS.values():
        for act in {rig.seat, rig.rests} - {""}:
            assert act in STILL or act in CYCLES


@pytest.mark.parametrize(
    ("scene", "seat", "goes"),
    [
        ("a girl rides a horse across a meadow", "ride", True),
        ("a girl sits on a horse", "straddle", False),
        ("a boy rides a bicycle along a road", "pedal", True),
        ("a farmer on a tractor in a field", "steer", True),
        ("a man drives a car", "steer", True),
        ("a boy sits on a bench", "sit front", False),
        ("a boy jumps on a bench", "", False),
        ("a boy sleeps on a sofa", "lie", False),
    ],
)
def test_words_say_how_somebody_is_on_something(scene: str, seat: str, goes: bool) -> None:
    rider, thing = read_scene(scene).subjects
    assert (rider.at, rider.by, rider.seat) == ("on", thing.word, seat)
    assert ("goes" in thing.doing) == goes


def test_each_of_several_riders_has_a_mount() -> None:
    rider, horses = read_scene("two girls ride horses on a beach").subjects
    assert rider.count == horses.count == 2


def test_a_rider_is_over_the_saddle_and_moves_with_the_horse(cast: Cast) -> None:
    built = _built("a girl rides a horse across a meadow", cast)
    (left, top, wide, tall), (x, y, w, h) = built.where
    assert x < left + wide / 2 < x + w
    assert top < y  # her head is over it
    assert top + tall < y + h  # her feet are not on the ground
    layers = {layer.name: layer for layer in built.layers}
    for seconds in (0.5, 2.0):
        assert layers["girl"].life(seconds) == layers["horse"].life(seconds)
    assert "under girl" not in layers


def test_a_bicycle_is_as_large_as_its_rider(cast: Cast) -> None:
    tall = [_built(f"a {who} rides a bicycle on a road", cast).where for who in ("man", "boy")]
    ratio = [rider[3] / bicycle[3] for rider, bicycle in tall]
    assert ratio[0] == pytest.approx(ratio[1], rel=0.12)


def test_a_driver_is_seen_only_through_the_glass(cast: Cast) -> None:
    import skia

    built = _built("a man drives a car on a road", cast)
    layers = {layer.name: layer for layer in built.layers}
    surface = skia.Surface(640, 360)
    layers["man"].live(surface.getCanvas(), 0.0)
    drawn = surface.toarray()[:, :, 3] > 8
    _, (x, y, w, h) = built.where
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    assert drawn.any()
    assert rows[-1] < (y + 0.62 * h) * 360
    assert columns[0] > x * 640 - 1
    assert columns[-1] < (x + w) * 640 + 1
