"""Where things touch the water: their mirror trembles, and is the same at the same moment."""

import numpy as np
import skia

from pipelines.make.drawn.art import Pixels, pixels_of
from pipelines.make.drawn.layering import Recorder
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.sheet import Sheet
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.touching import reflection


def _mirror(seconds: float) -> Pixels:
    source = skia.Surface(40, 80)
    source.getCanvas().clear(skia.ColorRED)
    sheet = Sheet(Recorder(320, 180), 320, 180, light_of("day", "clear"), np.random.default_rng(1))
    spot = Spot(read_scene("a boat").subjects[0], 0, 160, 100, 80, False, "water", 0.0)
    live = reflection(sheet, source.makeImageSnapshot(), 140, spot, 40, 0.2)
    surface = skia.Surface(320, 180)
    live(surface.getCanvas(), seconds)
    return pixels_of(surface)


def test_a_mirror_in_water_trembles_under_its_line() -> None:
    now, later = _mirror(0.0), _mirror(1.0)
    assert np.array_equal(now, _mirror(0.0))
    assert not np.array_equal(now, later)
    rows = np.flatnonzero(now[:, :, 3].any(axis=1))
    assert 82 <= rows[0] <= 86  # the waterline: 0.2 of 80 rows over the foot at 100
    assert now[90, 160, 3] > now[110, 160, 3] > 0  # it fades downwards
