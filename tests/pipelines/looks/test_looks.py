"""Looks: any size, the same every time, steady while the camera moves, changed and still recognisable."""

import typing

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipelines.looks.look import Look
from pipelines.looks.names import LookName
from pipelines.looks.table import LOOKS

NAMES = tuple(LOOKS)
CHANGING = tuple(name for name in NAMES if name != "shaded")


def scene(width: int = 320, height: int = 180) -> NDArray[np.uint8]:
    """A sky, a hill, a house and a sun, with the grain a drawn picture has."""
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    sky = np.stack([90 + 130 * down, 140 + 70 * down, 230 - 30 * down], axis=2)
    hill = down > 0.62 + 0.08 * np.sin(across * 5)
    sky[hill] = (70, 130, 60)
    sky[(abs(across - 0.4) < 0.08) & (abs(down - 0.6) < 0.14)] = (190, 60, 50)
    sky[(across - 0.75) ** 2 * (width / height) ** 2 + (down - 0.25) ** 2 < 0.01] = (255, 240, 190)
    grain = np.random.default_rng(1).normal(0, 1.2, sky.shape)
    return np.clip(sky + grain, 0, 255).astype(np.uint8)


def structure(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> float:
    """How alike the forms of two pictures are: the correlation of their smoothed edges, whatever their tones."""
    found = []
    for picture in (first, second):
        grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32), (0, 0), 2)
        steep = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
        inner = cv2.GaussianBlur(steep, (0, 0), 3)[20:-20, 20:-20]  # some looks leave the paper's edge bare
        found.append(np.log1p(inner).ravel())
    return float(np.corrcoef(*found)[0, 1])


def restless(frames: list[NDArray[np.uint8]]) -> float:
    """Mean change of change from frame to frame, in levels: smooth movement has little, flicker much."""
    f = [frame.astype(np.float32) for frame in frames]
    return float(np.mean([np.abs(f[i - 1] - 2 * f[i] + f[i + 1]).mean() / 2 for i in range(1, len(f) - 1)]))


def test_the_names_offered_are_the_looks_there_are() -> None:
    assert typing.get_args(LookName) == NAMES
    assert {"shaded", "paper", "duotone"} <= set(NAMES)  # in plans written before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(1, 1), (2, 3), (33, 17), (90, 161), (161, 90)])
def test_any_size_gives_rgb_of_that_size(name: str, size: tuple[int, int]) -> None:
    made = LOOKS[name].prepare(size, 1)(scene(*size), 0.0)
    assert made.dtype == np.uint8
    assert made.shape == (size[1], size[0], 3)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_bytes_and_the_frame_is_not_touched(name: str) -> None:
    picture = scene()
    before = picture.copy()
    apply = LOOKS[name].prepare((320, 180), 7)
    first = apply(picture, 0.5).copy()
    apply(scene()[::-1].copy(), 0.7)  # what was shown before changes nothing
    assert np.array_equal(picture, before)
    assert np.array_equal(first, apply(picture, 0.5))
    assert np.array_equal(first, LOOKS[name].prepare((320, 180), 7)(picture, 0.5))


def test_threads_change_nothing() -> None:
    picture, kept = scene(), cv2.getNumThreads()
    try:
        made = []
        for threads in (1, 4):
            cv2.setNumThreads(threads)
            made.append([LOOKS[name].prepare((320, 180), 3)(picture, 0.0) for name in NAMES])
    finally:
        cv2.setNumThreads(kept)
    assert all(np.array_equal(one, other) for one, other in zip(*made, strict=True))


@pytest.mark.parametrize("name", CHANGING)
def test_a_look_changes_the_picture_and_keeps_its_forms(name: str) -> None:
    picture = scene()
    made = LOOKS[name].prepare((320, 180), 2)(picture, 0.0)
    assert np.abs(made.astype(int) - picture).mean() > 4
    assert structure(picture, made) > 0.45


def test_all_looks_are_distinct() -> None:
    picture = scene()
    made = {name: LOOKS[name].prepare((320, 180), 2)(picture, 0.0).astype(int) for name in NAMES}
    for one in NAMES:
        for other in NAMES:
            assert one == other or np.abs(made[one] - made[other]).mean() > 1.5, (one, other)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_that_stands_still_does_so_in_every_look(name: str) -> None:
    if name == "vhs":
        pytest.skip("a tape's band of noise creeps over the picture")
    apply, picture = LOOKS[name].prepare((320, 180), 2), scene()
    assert np.array_equal(apply(picture, 0.0), apply(picture, 1.7))


@pytest.mark.parametrize("name", NAMES)
def test_no_look_flickers_under_a_slow_pan(name: str) -> None:
    """A look may add less than a level and a half of unrest to a picture moved by parts of a pixel."""
    wide = scene(400, 240)
    frames = [
        cv2.warpAffine(wide, np.array([[1, 0, -20 - 0.7 * i], [0, 1, -20 - 0.25 * i]]), (320, 180)) for i in range(6)
    ]
    apply = LOOKS[name].prepare((320, 180), 2)
    made = [apply(frame, i / 30) for i, frame in enumerate(frames)]
    assert restless(made) < restless(frames) + 1.5


def test_cut_paper_lays_a_shadow_around_a_layer_and_leaves_mist_alone() -> None:
    look: Look = LOOKS["paper-cut"]
    assert look.on_layer is not None
    cut = look.on_layer(1)
    layer = np.zeros((120, 160, 4), np.uint8)
    layer[30:80, 40:100] = (200, 60, 40, 255)
    made = cut(layer, "house", 1.0)
    assert made.shape == layer.shape
    assert (made[:, :, :3] <= made[:, :, 3:]).all()  # premultiplied still
    assert 20 < made[84, 80, 3] < 200  # below, away from the light
    assert made[84, 80, :3].max() < 20
    assert made[5, 5, 3] == 0
    mist = np.full((120, 160, 4), 60, np.uint8)
    assert np.array_equal(cut(mist, "mist", 1.0), mist)


def test_layers_of_cut_paper_are_not_cut_twice() -> None:
    picture = scene()
    whole = LOOKS["paper-cut"].prepare((320, 180), 1)(picture, 0.0)
    layered = LOOKS["paper-cut"].prepare((320, 180), 1, layered=True)(picture, 0.0)
    assert np.abs(layered.astype(int) - picture).mean() < np.abs(whole.astype(int) - picture).mean()
