"""Layers treated by a look stay where they were, at any density; light and living paint are left alone."""

import numpy as np
import skia

from pipelines.looks.look import Look
from pipelines.looks.table import LOOKS
from pipelines.make.drawn.art import pixels_of
from pipelines.make.drawn.layering import FAR, Layer, Recorder, play
from pipelines.make.drawn.treated import treated

SIZE = (160, 90)


def layers() -> tuple[Layer, ...]:
    tape = Recorder(*SIZE)
    tape.begin(Layer("sky", FAR))
    tape.canvas.drawRect(skia.Rect(-80, -45, 240, 135), skia.Paint(Color=0xFF4080C0))
    tape.begin(Layer("house", 2.0))
    tape.canvas.drawRect(skia.Rect(60, 30, 100, 80), skia.Paint(Color=0xFFC04030))
    tape.begin(Layer("lamp", 2.0, light=True))
    tape.canvas.drawCircle(80, 40, 10, skia.Paint(Color=0x80FFFFC0))
    return tape.take()


def shown(made: tuple[Layer, ...]) -> np.ndarray:
    surface = skia.Surface(*SIZE)
    play(surface.getCanvas(), made)
    return pixels_of(surface)[:, :, :3].astype(int)


def test_a_look_without_a_treatment_leaves_the_layers() -> None:
    given = layers()
    assert treated(given, LOOKS["oil"], 1, SIZE) is given


def test_a_treatment_that_changes_nothing_changes_nothing() -> None:
    look = Look("same", LOOKS["shaded"].make, lambda seed: lambda rgba, name, u: rgba)
    given = layers()
    for density, most in ((1.0, 0.0), (2.0, 1.0)):  # made smaller again, an edge is a little softer
        made = treated(given, look, 1, SIZE, density, 0.12)
        assert np.abs(shown(made) - shown(given)).mean() <= most
        assert made[-1] is given[-1]  # light stays light
        assert [layer.away for layer in made] == [layer.away for layer in given]


def test_the_scale_of_a_layer_is_told_in_units() -> None:
    told: list[tuple[str, float]] = []

    def treat(rgba: np.ndarray, name: str, u: float) -> np.ndarray:
        told.append((name, u))
        assert rgba.dtype == np.uint8
        assert (rgba[:, :, :3] <= rgba[:, :, 3:]).all()
        return rgba

    treated(layers(), Look("told", LOOKS["shaded"].make, lambda seed: treat), 1, SIZE, 2.0)
    assert told == [("sky", 0.25), ("house", 0.25)]


def test_cut_paper_casts_its_shadow_onto_the_layer_behind() -> None:
    made, plain = shown(treated(layers(), LOOKS["paper-cut"], 1, SIZE)), shown(layers())
    beside, far = (slice(78, 82), slice(70, 90)), (slice(60, 80), slice(130, 150))
    assert made[beside].mean() < plain[beside].mean() - 2
    assert abs(made[far].mean() - plain[far].mean()) < 12
