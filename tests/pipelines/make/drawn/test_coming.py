"""Who comes in, who leaves, who walks away; two hand in hand, and those who keep step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.order import order_of
from pipelines.make.drawn.passages import depth_act, enters, leaves
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.read import read_scene


@pytest.fixture
def made(tmp_path: Path, pack) -> Callable[..., Set]:
    cast = Cast(lambda: pack("fluent-emoji"), lambda name: tmp_path / name.replace("/", "_"))

    def built(scene: str, still: bool = False) -> Set:
        order = order_of(read_scene(scene), "auto", "auto", (640, 360), 3, "shaded", lambda: None, lambda words: None)
        return build(order, cast, 1.0, lambda share, words: None, still)

    return built


@pytest.mark.parametrize(
    ("words", "comes", "goes"),
    [
        ("enters the hall", True, False),
        ("comes in", True, False),
        ("walks into the room", True, False),
        ("walks in and sits down", True, False),
        ("walks in the park", False, False),
        ("arrives at the station", True, False),
        ("leaves the house", False, True),
        ("walks away", False, True),
        ("drives off", False, True),
        ("sleeps", False, False),
        ("", False, False),
    ],
)
def test_words_of_coming_and_going(words: str, comes: bool, goes: bool) -> None:
    doing = tuple(words.split())
    assert (enters(doing), leaves(doing)) == (comes, goes)


def test_who_walks_away_goes_into_the_depth() -> None:
    assert depth_act(("walks", "away", "down", "the", "street")) == "walk away"
    assert depth_act(("walks", "towards", "us")) == "approach"
    assert depth_act(("looks", "away")) == ""


def _middle(built: Set, name: str, seconds: float) -> float | None:
    """The column in which a layer is seen at a moment; None when it is not."""
    import numpy as np
    import skia

    layer = next(layer for layer in built.layers if layer.name == name)
    surface = skia.Surface(640, 360)
    canvas = surface.getCanvas()
    if layer.life is not None:
        canvas.concat(layer.life(seconds).matrix())
    if layer.picture is not None:
        canvas.drawPicture(layer.picture)
    if layer.live is not None:
        layer.live(canvas, seconds)
    columns = np.flatnonzero((surface.toarray()[:, :, 3] > 8).any(axis=0))
    return float(columns.mean()) if len(columns) else None


@pytest.mark.parametrize(("scene", "name"), [("a stranger enters a cafe", "stranger"), ("a dog comes in", "dog")])
def test_who_comes_in_is_outside_at_first_and_in_his_place_at_the_end(made, scene: str, name: str) -> None:
    built = made(scene)
    assert _middle(built, name, 0.0) is None
    left, _, wide, _ = built.where[0]
    assert _middle(built, name, 30.0) == pytest.approx((left + wide / 2) * 640, abs=16)
    assert _middle(made(scene, still=True), name, 0.0) is not None  # the still shows somebody


def test_who_leaves_is_seen_first_and_then_no_more(made) -> None:
    built = made("a man leaves the room")
    assert _middle(built, "man", 0.0) is not None
    assert _middle(built, "man", 30.0) is None


def test_who_walks_away_becomes_smaller(made) -> None:
    layer = next(layer for layer in made("a woman walks away down the street").layers if layer.name == "woman")
    sizes = [layer.life(t).tall for t in (0.0, 1.0, 2.0, 4.0)]
    assert sizes[0] == 1.0
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < 0.8


@pytest.mark.parametrize(
    "scene",
    [
        "a mother and a daughter hold hands on a beach",
        "a father and his son walk hand in hand",
        "a man holds a girl's hand",
    ],
)
def test_hands_meet(made, scene: str) -> None:
    built = made(scene)
    (left, _, wide, _), (x, _, _, _) = sorted(built.where)
    assert x - (left + wide) < 0.03


def test_children_keep_step_with_grown_ups(made) -> None:
    built = made("a father and his son walk hand in hand")
    gone = []
    for name in ("under father", "under son"):
        layer = next(layer for layer in built.layers if layer.name == name)
        gone.append(layer.life(1.5).dx - layer.life(0.5).dx)
    assert gone[0] == pytest.approx(gone[1], rel=0.06)


def test_who_climbs_goes_from_step_to_step_and_stays_in_the_picture(made) -> None:
    built = made("a man climbs the stairs")
    life = next(layer for layer in built.layers if layer.name == "man").life
    steps = [life(float(t)) for t in range(9)]
    assert steps[0].dx == steps[0].dy == 0
    assert steps[1].dy < -5  # up
    assert abs(life(1.0).dx - life(0.999).dx) < 0.5  # no jump
    assert steps[-1] == steps[-2]  # at the top of what is seen
    _, top, _, _ = built.where[0]
    assert top * 360 + steps[-1].dy > -4


def test_arms_go_round_who_is_hugged(made) -> None:
    built = made("a grandfather hugs his granddaughter in the living room")
    (left, _, wide, _), (x, _, _, _) = sorted(built.where)
    assert x < left + wide  # they touch
