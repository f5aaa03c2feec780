"""MoviePy effects as a step: every one is drawn, the same each time, and they add up."""

from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from PIL import Image

from pipelines.film import planes
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from pipelines.shape.moviepy_effect import Effect, moviepy_effect
from studio.timeline import load
from studio.work import Work
from tests.odd_media import quarters


def drawn(cut: Path, folder: Path, n: int = 3) -> np.ndarray:
    screen = Screen(Media(load(cut), folder, 160, 90), Lettering((), 160, 90))
    target = planes.empty(160, 90)
    screen.draw(n, target)
    screen.close()
    return planes.to_rgb(target).astype(int)


@pytest.mark.parametrize("effect", get_args(Effect))
def test_every_effect_is_drawn_and_always_the_same(tmp_path: Path, effect: Effect) -> None:
    Image.fromarray(quarters(320, 180)).save(tmp_path / "a.png")
    cut = Path(moviepy_effect(tmp_path / "a.png", effect, 0.7, work=Work.alone(tmp_path / "w")))
    number = 13 if effect == "blink" else 3
    first = drawn(cut, tmp_path, number)
    assert np.array_equal(first, drawn(cut, tmp_path, number))
    if effect != "motion blur":  # nothing moves here
        assert np.abs(first - quarters(160, 90).astype(int)).max() > 30


def test_effects_add_up(tmp_path: Path) -> None:
    Image.fromarray(quarters(320, 180)).save(tmp_path / "a.png")
    first = moviepy_effect(tmp_path / "a.png", "mirror", work=Work.alone(tmp_path / "w"))
    once = Path(first).rename(tmp_path / "once.otio")
    twice = Path(moviepy_effect(once, "negative", work=Work.alone(tmp_path / "x")))  # type: ignore[arg-type]
    assert [name for name, _ in load(twice).shots[0].effects] == ["MirrorX", "InvertColors"]
    places = np.ix_([20, 70], [40, 120])
    assert np.abs(drawn(twice, tmp_path)[places] - (255 - quarters(160, 90)[:, ::-1].astype(int))[places]).max() <= 4
