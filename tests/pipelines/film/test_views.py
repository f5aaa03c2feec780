"""Cameras begin and end where they say, ease, and never see beyond the picture's border."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from pipelines.film import planes as p
from pipelines.film.views import ease, fills, most_zoom, view_at, window
from studio.timeline import Camera, Shot, View

FRAMES = [(1280, 720), (720, 1280), (640, 640), (64, 64), (3840, 2160)]
CAMERAS = [
    Camera(View(), View(zoom=1.4)),
    Camera(View(x=0.0, zoom=1.2), View(x=1.0, zoom=1.2)),
    Camera(View(y=1.0, zoom=1.1), View(y=0.0, zoom=1.3)),
    Camera(View(zoom=1.2, turn=4), View(zoom=1.25, turn=-4)),
    Camera(View(turn=0), View(turn=35)),
    Camera(View(x=0, y=0, turn=-170), View(x=1, y=1, turn=190, zoom=2)),
]


@pytest.mark.parametrize("kind", ["gentle", "linear", "slow start", "slow end"])
def test_an_ease_goes_from_nothing_to_all_and_never_back(kind: str) -> None:
    at = [ease(i / 200, kind) for i in range(201)]
    assert at[0] == pytest.approx(0, abs=1e-12)
    assert at[-1] == pytest.approx(1, abs=1e-12)
    steps = [b - a for a, b in pairwise(at)]
    assert min(steps) > 0
    assert max(abs(b - a) for a, b in pairwise(steps)) < 2e-4  # no jerk


def test_eases_are_slow_where_they_say() -> None:
    assert ease(0.2, "slow start") < 0.1
    assert ease(0.8, "slow end") > 0.9
    assert ease(0.1, "gentle") < 0.06 < 0.94 < ease(0.9, "gentle")


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("shape", [(16, 9), (9, 16), (1, 1), (5, 1)])
@pytest.mark.parametrize("camera", CAMERAS)
def test_no_view_sees_beyond_the_picture(camera: Camera, shape: tuple[int, int], frame: tuple[int, int]) -> None:
    zoom = most_zoom(Shot("a.png", "Image", 50, camera=camera), frame)
    picture = p.cover(shape[0] * 100, shape[1] * 100, p.even(frame[0] * zoom), p.even(frame[1] * zoom))
    for step in range(41):
        for middle in ((0.5, 0.5), (0.0, 1.0), (0.93, 0.2)):
            seen = window(view_at(camera, step / 40, middle), zoom, picture, frame)
            angle = math.radians(seen.turn)
            for right, down in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
                x, y = right * frame[0] / 2 * seen.scale, down * frame[1] / 2 * seen.scale
                at_x = seen.x + x * math.cos(angle) - y * math.sin(angle)
                at_y = seen.y + x * math.sin(angle) + y * math.cos(angle)
                assert -1e-6 <= at_x <= picture[0] + 1e-6
                assert -1e-6 <= at_y <= picture[1] + 1e-6
            assert seen.scale <= 2 or max(shape) / min(shape) > 2 or abs(seen.turn) > 30


def test_a_turning_camera_never_shows_a_border() -> None:
    """A white picture with a black rim two pixels wide: the rim would be seen as grey."""
    camera = Camera(View(zoom=1.0, turn=-8), View(zoom=1.1, turn=8))
    zoom = most_zoom(Shot("a.png", "Image", 50, camera=camera), (320, 180))
    source = p.empty(p.even(320 * zoom), p.even(180 * zoom))
    p.flood(source, "#ffffff")
    target = p.empty(320, 180)
    for step in range(21):
        p.flood(target, "#000000")
        p.show(source, target, window(view_at(camera, step / 20), zoom, source.size, target.size))
        assert int(target.y.min()) == 235


def test_the_middle_moves_a_way_as_a_whole() -> None:
    still = Camera(View(), View(zoom=1.5))
    assert [view_at(still, s, (0.8, 0.3)).x for s in (0, 0.5, 1)] == pytest.approx([0.8] * 3)
    assert view_at(still, 0.4, (0.8, 0.3)).y == pytest.approx(0.3)
    pan = Camera(View(x=0.4), View(x=0.6))
    assert [view_at(pan, s, (0.7, 0.5)).x for s in (0, 1)] == pytest.approx([0.6, 0.8])
    assert [view_at(pan, s, (0.98, 0.5)).x for s in (0, 1)] == pytest.approx([0.8, 1.0])  # as far as there is room
    whole = Camera(View(x=0.0), View(x=1.0))
    assert [view_at(whole, s, (0.9, 0.5)).x for s in (0, 1)] == pytest.approx([0.0, 1.0])
    left = Camera(View(x=0.0), View(x=0.0, zoom=2))
    assert view_at(left, 0.5, (0.9, 0.5)).x == 0.0  # whoever says left gets left


def test_a_moving_middle_gives_no_jump() -> None:
    camera = Camera(View(x=0.2), View(x=0.9))
    places = [view_at(camera, 0.5, (m, 0.5)).x for m in np.linspace(0, 1, 101)]
    assert max(abs(b - a) for a, b in pairwise(places)) < 0.011


def test_a_half_turn_is_sharp_on_its_way() -> None:
    camera = Camera(View(turn=0), View(turn=180))
    assert most_zoom(Shot("a.png", "Image", 9, camera=camera), (1280, 720)) > 1.9


@pytest.mark.parametrize(
    ("fit", "picture", "wanted"),
    [
        ("auto", (1600, 900), True),
        ("auto", (900, 1600), False),
        ("fill", (900, 1600), True),
        ("smart crop", (900, 1600), True),
        ("blurred sides", (1600, 900), False),
        ("coloured sides", (1600, 900), False),
    ],
)
def test_what_fills_the_frame(fit: str, picture: tuple[int, int], wanted: bool) -> None:
    shot = Shot("a.png", "Image", 9, fit=fit)  # type: ignore[arg-type]
    assert fills(shot, *picture, 1280, 720) is wanted


def test_no_sides_turn_with_a_camera_that_rolls() -> None:
    rolls = Shot("a.png", "Image", 9, camera=Camera(View(zoom=1.2, turn=-2), View(zoom=1.2, turn=2)))
    assert fills(rolls, 1600, 900, 720, 1280)
    assert not fills(replace(rolls, fit="blurred sides"), 1600, 900, 720, 1280)
