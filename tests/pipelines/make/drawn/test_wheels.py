"""Wheels turn as far as their vehicle goes; what has none has none."""

import numpy as np
import skia

from pipelines.make.drawn.art import pixels_of
from pipelines.make.drawn.layering import Pose
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.wheels import turning

PLACE = skia.Rect.MakeXYWH(0, 0, 200, 140)


def shown(gone: float) -> np.ndarray:
    live = turning("bicycle", PLACE, False, light_of("day", "clear"), lambda seconds: Pose(dx=gone * seconds))
    assert live is not None
    surface = skia.Surface(200, 140)
    live(surface.getCanvas(), 1.0)
    return pixels_of(surface)[:, :, 3].astype(float)


def test_wheels_turn_with_the_way() -> None:
    still = shown(0.0)
    assert still.any()
    assert np.abs(shown(10.0) - still).mean() > 1
    around = 2 * np.pi * 0.197 * 200
    assert np.abs(shown(around) - still).mean() < 0.5


def test_a_house_has_no_wheels() -> None:
    assert turning("house", PLACE, False, light_of("day", "clear"), None) is None
