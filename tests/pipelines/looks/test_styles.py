"""Learnt styles, steady over time."""

import typing
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipelines.looks import styles
from pipelines.looks.names import TRAINED, WORDS, LookName, RestyleName, packs_for
from pipelines.looks.restyling import changed
from pipelines.looks.steady import Steady

Pack = Callable[[str], Path]


def picture(width: int = 160, height: int = 96) -> NDArray[np.uint8]:
    rng = np.random.default_rng(3)
    rough = cv2.resize(
        rng.integers(0, 255, (9, 12, 3)).astype(np.uint8), (width, height), interpolation=cv2.INTER_CUBIC
    )
    cv2.circle(rough, (width // 2, height // 2), height // 4, (240, 60, 40), -1)
    return np.asarray(rough)


def restless(frames: list[NDArray[np.uint8]]) -> float:
    f = [frame.astype(np.float32) for frame in frames]
    return float(np.mean([np.abs(f[i - 1] - 2 * f[i] + f[i + 1]).mean() / 2 for i in range(1, len(f) - 1)]))


def test_every_look_and_style_can_be_asked_for() -> None:
    assert set(typing.get_args(RestyleName)) == ({"auto"} | set(typing.get_args(LookName)) | set(TRAINED)) - {"shaded"}
    assert set(WORDS) == set(typing.get_args(LookName)) - {"shaded"}
    assert packs_for("watercolour") == ()
    assert packs_for("mosaic") == packs_for("auto") == (styles.PACK,)


@pytest.mark.parametrize("size", [(1, 1), (7, 300), (161, 90), (320, 17)])
def test_a_style_takes_any_size(size: tuple[int, int], pack: Pack) -> None:
    folder, given = pack(styles.PACK), picture(*size)
    for apply in (styles.trained(folder, "mosaic", 160, 1, 1), styles.like(folder, picture(), 1, 1)):
        made = apply(given, 0.0)
        assert made.shape == given.shape
        assert made.dtype == np.uint8


def test_styles_differ_and_are_the_same_again_with_any_threads(pack: Pack) -> None:
    folder, given = pack(styles.PACK), picture()
    made = {name: styles.trained(folder, name, 160, 1, 1)(given, 0.0) for name in TRAINED}
    for one in made:
        assert np.array_equal(made[one], styles.trained(folder, one, 160, 1, 2)(given, 0.0))
        assert all(one == other or np.abs(made[one].astype(int) - made[other]).mean() > 8 for other in made)
    taken = styles.like(folder, made["mosaic"], 1, 1)(given, 0.0)
    assert np.array_equal(taken, styles.like(folder, made["mosaic"], 1, 2)(given, 0.0))
    assert np.abs(taken.astype(int) - given).mean() > 4


def test_a_network_that_flickers_is_steadied(pack: Pack) -> None:
    folder, wide = pack(styles.PACK), picture(240, 150)
    frames = [
        cv2.warpAffine(wide, np.array([[1, 0, -10 - 0.7 * i], [0, 1, -10 - 0.25 * i]]), (192, 112)) for i in range(7)
    ]
    apply = styles.trained(folder, "starry strokes", 192, 1, 1)
    bare = restless([apply(frame, 0.0) for frame in frames])
    steady = Steady(apply)
    held = restless([steady(frame, 0.0) for frame in frames][1:])
    assert held < 0.55 * bare


def test_nothing_is_carried_over_a_cut() -> None:
    steady = Steady(lambda pixels, seconds: pixels)
    dark, light = np.full((96, 160, 3), 20, np.uint8), np.full((96, 160, 3), 230, np.uint8)
    steady(dark, 0.0)
    assert np.array_equal(steady(light, 0.1), light)


def test_what_is_transparent_stays_so_and_strength_is_a_share() -> None:
    clear = np.dstack([picture(), np.full((96, 160), 90, np.uint8)])
    made = changed(lambda pixels, seconds: 255 - pixels, clear, 0.0, 0.5)
    assert (made[:, :, 3] == 90).all()
    assert np.abs(made[:, :, :3].astype(int) - 127).max() <= 1
    whole = changed(lambda pixels, seconds: 255 - pixels, clear[:, :, :3], 0.0, 0.0)
    assert np.array_equal(whole, clear[:, :, :3])
