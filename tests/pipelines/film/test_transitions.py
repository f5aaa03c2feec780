"""Transitions begin with the old picture and end with the new one, go the named way, and move between pixels."""

from itertools import pairwise
from typing import Any

import av
import numpy as np
import pytest

from pipelines.film import planes as p
from pipelines.film import transitions
from pipelines.film.frames import frame_target
from studio.timeline import CHANGES, Change, Transition

KINDS = CHANGES[1:]
SIZES = [(64, 64), (66, 118), (320, 180), (854, 480)]


def noise(width: int, height: int, seed: int) -> p.Planes:
    rng = np.random.default_rng(seed)
    rgb = rng.integers(0, 256, (height // 2, width // 2, 3)).astype(np.uint8).repeat(2, axis=0).repeat(2, axis=1)
    return p.from_rgb(rgb)


def flat(width: int, height: int, colour: str) -> p.Planes:
    made = p.empty(width, height)
    p.flood(made, colour)
    return made


def disc(width: int, height: int, x: float, y: float, colour: tuple[int, int, int] = (255, 150, 60)) -> p.Planes:
    """A soft disc of a colour on dark grey, its middle at that pixel edge."""
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    share = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / 200)[..., None]
    return p.from_rgb((40 + (np.array(colour) - 40) * share + 0.5).astype(np.uint8))


def blended(kind: Change, share: float, old: p.Planes, new: p.Planes, frames: int = 15) -> p.Planes:
    """The picture of a transition; both pictures stay as they are, and what must not be needed is spoilt."""
    change = Transition(kind, frames, "#336699")
    target = p.empty(*old.size)
    own = [p.Planes(*(plane.copy() for plane in each.all)) for each in (old, new)]
    for each, seen in zip(own, transitions.shown(change, share), strict=True):
        if not seen:
            p.flood(each, "#ff00ff")
    transitions.blend(change, share, own[0], own[1], target)
    return target


def centre(plane: np.ndarray, ground: int) -> np.ndarray:
    """Where the weight of a bright spot lies, as (x, y) sample indices."""
    weight = np.clip(plane.astype(float) - ground - 4, 0, None)
    rows, columns = np.mgrid[0 : plane.shape[0], 0 : plane.shape[1]]
    return np.array([(weight * columns).sum(), (weight * rows).sum()]) / weight.sum()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_begins_with_the_old_picture_and_ends_with_the_new(kind: Change, size: tuple[int, int]) -> None:
    old, new = noise(*size, 1), noise(*size, 2)
    for share, wanted in ((0.0, old), (1.0, new)):
        made = blended(kind, share, old, new)
        for plane, same in zip(made.all, wanted.all, strict=True):
            assert (plane == same).all()


@pytest.mark.parametrize("kind", KINDS)
def test_it_goes_smoothly_into_the_very_ends(kind: Change) -> None:
    old, new = disc(320, 180, 120, 80), disc(320, 180, 180, 110, (20, 200, 30))
    for share, wanted in ((0.004, old), (0.996, new)):
        made = blended(kind, share, old, new, 240)
        assert np.abs(made.y.astype(int) - wanted.y).mean() < 1.5


@pytest.mark.parametrize("kind", KINDS)
def test_it_gives_the_same_twice_also_into_an_encoders_frame(kind: Change) -> None:
    size = (322, 178)
    old, new = noise(*size, 1), noise(*size, 2)
    for share in (0.07, 0.5, 0.81):
        frame: Any = av.VideoFrame(*size, "yuv420p")
        target = frame_target(frame)
        copies = [p.Planes(*(plane.copy() for plane in each.all)) for each in (old, new)]
        transitions.blend(Transition(kind, 15, "#336699"), share, copies[0], copies[1], target)
        if all(transitions.shown(Transition(kind, 15), share)):
            again = blended(kind, share, old, new)
            assert all((a == b).all() for a, b in zip(target.all, again.all, strict=True))


@pytest.mark.parametrize("kind", ["dissolve", "iris", *(k for k in KINDS if k.startswith("wipe"))])
def test_what_both_pictures_share_does_not_flicker(kind: Change) -> None:
    same = noise(320, 180, 5)
    for share in np.linspace(0.02, 0.98, 25):
        made = blended(kind, float(share), same, same)
        assert max(np.abs(a.astype(int) - b).max() for a, b in zip(made.all, same.all, strict=True)) <= 1


@pytest.mark.parametrize("first", ["wipe", "slide", "push"])
@pytest.mark.parametrize("way", ["left", "right", "up", "down"])
def test_the_new_picture_comes_in_the_named_way(first: str, way: str) -> None:
    old, new = flat(320, 180, "#202020"), flat(320, 180, "#e0e0e0")
    kind: Any = f"{first} {way}"
    made = blended(kind, 0.4, old, new, 200).y.astype(float)
    near, far = {
        "left": (made[:, -8:], made[:, :8]),
        "right": (made[:, :8], made[:, -8:]),
        "up": (made[-8:], made[:8]),
        "down": (made[:8], made[-8:]),
    }[way]
    assert near.mean() > 190
    assert far.mean() < 60
    part = [(blended(kind, s, old, new, 200).y > 120).mean() for s in np.linspace(0, 1, 21)]
    assert all(b >= a for a, b in pairwise(part))
    assert part[1] < 0.02  # from rest


@pytest.mark.parametrize("way", ["left", "right", "up", "down"])
@pytest.mark.parametrize("first", ["slide", "push"])
def test_light_and_colour_move_together_between_pixels(first: str, way: str) -> None:
    old, new = flat(320, 180, "#282828"), disc(320, 180, 160, 90)
    kind: Any = f"{first} {way}"
    axis, sign = {"left": (0, 1), "right": (0, -1), "up": (1, 1), "down": (1, -1)}[way]
    for share in (0.71, 0.853, 0.9377):
        made = blended(kind, share, old, new, 2000)
        away = (1 - share * share * (3 - 2 * share)) * (320, 180)[axis] * sign
        wanted = np.array([159.5, 89.5])
        wanted[axis] += away
        assert np.allclose(centre(made.y, int(new.y.min())), wanted, atol=0.1)
        assert np.allclose(centre(made.v, 128) * 2 + [0, 0.5], wanted, atol=0.2)


def test_fast_moves_are_smeared_and_slow_ones_are_not() -> None:
    old, new = noise(320, 180, 1), noise(320, 180, 2)

    def detail(frames: int) -> float:
        return float(np.abs(np.diff(blended("push left", 0.5, old, new, frames).y.astype(int), axis=1)).mean())

    assert detail(8) < detail(30) < detail(1000)


def test_a_slide_throws_a_shadow_on_the_old_picture_only() -> None:
    old, new = flat(320, 180, "#c0c0c0"), flat(320, 180, "#c0c0c0")
    made = blended("slide left", 0.5, old, new, 2000).y.astype(int)
    assert (made[:, 161:] == made[0, -1]).all()
    assert made[0, 158] < made[0, 152] < made[0, -1]
    assert (made[:, :140] == made[0, -1]).all()


def test_the_edges_of_a_push_leave_no_seam() -> None:
    old, new = flat(320, 180, "#c04030"), flat(320, 180, "#c04030")
    for share in np.linspace(0, 1, 33):
        for kind in ("push left", "push down"):
            made = blended(kind, float(share), old, new, 2000)  # type: ignore[arg-type]
            assert max(int(plane.max()) - int(plane.min()) for plane in made.all) <= 1


def test_a_zoom_flies_forward_all_the_time() -> None:
    """Two spots at the sides of each picture part for as long as it is seen."""
    spots = disc(320, 180, 110, 90)
    both = p.Planes(*(np.maximum(a, b) for a, b in zip(spots.all, disc(320, 180, 210, 90).all, strict=True)))
    apart = []
    for share in np.linspace(0, 1, 21):
        row = blended("zoom", float(share), both, both).y[90].astype(int)
        if transitions.shown(Transition("zoom", 20), float(share)) != (True, True):
            half = row[:160]
            apart.append(160 - float((half - 40).clip(0) @ np.arange(160) / (half - 40).clip(0).sum()))
    rise = [b - a for a, b in pairwise(apart)]
    assert sum(r < -0.01 for r in rise) == 1  # only where the new picture takes over
    assert apart[0] == pytest.approx(apart[-1], abs=0.6)


def test_an_iris_is_round_and_opens_from_the_middle() -> None:
    old, new = flat(400, 300, "#101010"), flat(400, 300, "#f0f0f0")
    made = blended("iris", 0.45, old, new)
    seen = made.y > 120
    rows, columns = np.flatnonzero(seen[:, 200]), np.flatnonzero(seen[150])
    assert abs(len(rows) - len(columns)) <= 1
    assert rows.mean() == pytest.approx(149.5, abs=0.6)
    assert columns.mean() == pytest.approx(199.5, abs=0.6)
    ramp = made.y[150, columns[-1] - 10 : columns[-1] + 10].astype(int)
    assert ((ramp > 25) & (ramp < 220)).sum() >= 8  # a soft edge


def test_a_blur_is_softest_in_the_middle_and_steps_nowhere() -> None:
    same = noise(640, 360, 3)

    def detail(share: float) -> float:
        return float(np.abs(np.diff(blended("blur", share, same, same, 60).y.astype(int), axis=1)).mean())

    found = [detail(s) for s in np.linspace(0, 0.5, 31)]
    assert all(b <= a * 1.02 + 0.05 for a, b in pairwise(found))
    assert found[-1] < found[0] / 40


@pytest.mark.parametrize("sigma", [1.0, 2.9, 3.1, 5.9, 6.1, 12.2, 25.0])
def test_a_wide_blur_is_as_wide_as_it_says(sigma: float) -> None:
    plane = np.zeros((256, 256), np.uint8)
    plane[:, 128:] = 250
    transitions._soften(plane, sigma)
    slope = np.diff(plane[128].astype(float))
    place = np.arange(255) - 127.0
    assert np.sqrt((slope @ place**2) / slope.sum()) == pytest.approx(sigma, rel=0.08)
    assert (slope @ place) / slope.sum() == pytest.approx(0, abs=0.15)


@pytest.mark.parametrize("kind", ["dip to black", "dip to white", "dip to colour"])
def test_a_dip_passes_through_its_colour(kind: Change) -> None:
    made = blended(kind, 0.5, noise(64, 64, 1), noise(64, 64, 2))
    wanted = p.colour({"dip to black": "#000000", "dip to white": "#ffffff"}.get(kind, "#336699"))
    assert [int(plane.min()) for plane in made.all] == [int(plane.max()) for plane in made.all] == list(wanted)
