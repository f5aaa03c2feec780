"""The camera before the layers: true parallax, never beyond the set, without a jerk."""

import math
from itertools import pairwise

import pytest
import skia
from hypothesis import given
from hypothesis import strategies as st

from pipelines.make.drawn.camera import MOVES, Eye, Ground, Move, eased, eye_at, magnified, seen, smooth
from pipelines.make.drawn.layering import FAR, Layer

SIZES = [(1920, 1080), (1080, 1920), (1440, 1440)]
STEP = 1 / 30


def ground(size: tuple[int, int], x: float = 0.35, foot: float = 0.8) -> Ground:
    w, h = size
    horizon = 0.55 * h
    return Ground(size, horizon, (x * w, (foot - 0.15) * h), (h - horizon) / (foot * h - horizon))


def corners(matrix: skia.Matrix, size: tuple[int, int]) -> list[tuple[float, float]]:
    """The frame's corners as points of the layer."""
    back = skia.Matrix()
    assert matrix.invert(back)
    w, h = size
    return [(p.x(), p.y()) for p in (back.mapXY(x, y) for x in (0, w) for y in (0, h))]


def test_a_camera_at_rest_changes_nothing() -> None:
    for layer in (Layer("a", FAR), Layer("b", 2.0), Layer("c", 1.0, floor=594)):
        point = seen(layer, Eye(), ground(SIZES[0])).mapXY(300, 900)
        assert (point.x(), point.y()) == pytest.approx((300, 900))


@given(
    st.floats(-0.1, 0.1), st.floats(-0.05, 0.05), st.floats(0, 0.4), st.floats(620, 1080), st.floats(0, 1920),
)  # fmt: skip
def test_what_stands_stays_on_the_ground(aside: float, up: float, ahead: float, foot: float, x: float) -> None:
    """A foot painted upright at its distance and the ground under it go the same way, wherever the camera steps."""
    here, eye = ground(SIZES[0]), Eye(aside=aside, up=up, ahead=ahead)
    away = (1080 - here.horizon) / (foot - here.horizon)
    upright = seen(Layer("thing", away), eye, here).mapXY(x, foot)
    flat = seen(Layer("ground", 1.0, floor=here.horizon), eye, here).mapXY(x, foot)
    assert (upright.x(), upright.y()) == pytest.approx((flat.x(), flat.y()), abs=0.05)


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("strength", [0.0, 0.5, 1.0])
def test_nothing_beyond_the_set_is_seen(move: Move, size: tuple[int, int], strength: float) -> None:
    """Painters paint a twentieth over each edge; no corner of the frame looks farther than that."""
    w, h = size
    for x in (0.15, 0.5, 0.85):
        here = ground(size, x)
        for step in range(21):
            eye = eye_at(move, step / 20, step / 5, here, strength)
            for layer in (Layer("sky", FAR), Layer("hills", 8.0), Layer("trees", 2.0), Layer("grass", 1.0)):
                for px, py in corners(seen(layer, eye, here), size):
                    assert -0.05 * w <= px <= 1.05 * w, (move, layer.name, step)
                    assert -0.05 * h <= py <= 1.05 * h, (move, layer.name, step)


@pytest.mark.parametrize("move", ["push in", "pull out", "pan left", "pan right", "orbit left", "orbit right"])
def test_near_things_pass_before_far_ones(move: Move) -> None:
    here = ground(SIZES[0])
    first, last = (eye_at(move, share, 0.0, here, 1.0) for share in (0.0, 1.0))

    def way(away: float) -> float:
        a, b = (seen(Layer("x", away), eye, here).mapXY(1500, 900) for eye in (first, last))
        return math.hypot(a.x() - b.x(), a.y() - b.y())

    if move.startswith("orbit"):  # it turns about what it cares for, which hardly moves
        aim = [seen(Layer("x", here.away), eye, here).mapXY(*here.aim).x() for eye in (first, last)]
        assert abs(aim[0] - aim[1]) < 0.03 * 1920
        assert way(FAR) > 0.02 * 1920
    else:
        assert way(1.1) > way(3.0) > way(FAR)


@pytest.mark.parametrize("move", MOVES)
def test_the_way_has_no_jerk(move: Move) -> None:
    """At 30 frames a second a point changes its speed by less than .4 pixels a frame at 720p."""
    here, seconds = ground(SIZES[0]), 4.0
    moments = [n * STEP for n in range(round(seconds / STEP) + 1)]
    for away in (FAR, 4.0, 1.2):
        places = [
            seen(Layer("x", away), eye_at(move, t / seconds, t, here, 0.5), here).mapXY(1600, 950) for t in moments
        ]
        for a, b, c in zip(places, places[1:], places[2:], strict=False):
            assert abs(a.x() - 2 * b.x() + c.x()) / 1.5 < 0.4
            assert abs(a.y() - 2 * b.y() + c.y()) / 1.5 < 0.4


def test_easing_goes_from_nothing_to_all() -> None:
    for ease in (smooth, eased):
        values = [ease(i / 100) for i in range(101)]
        assert (values[0], values[-1]) == pytest.approx((0, 1))
        assert all(b >= a - 1e-12 for a, b in pairwise(values))


def test_how_near_a_layer_comes() -> None:
    here, eye = ground(SIZES[0]), Eye(ahead=0.4, zoom=1.05)
    assert magnified(Layer("sky", FAR), eye, here) == pytest.approx(1.05)
    assert magnified(Layer("thing", 1.2), eye, here) == pytest.approx(1.05 * 1.5)
    assert magnified(Layer("ground", 1.0, floor=here.horizon), eye, here) == pytest.approx(1.05 / 0.6)
