"""Things in the colour that the words give them."""

import numpy as np
import pytest

from pipelines.make.drawn.crafted import crafted
from pipelines.make.drawn.dyed import dye_of, dyed
from pipelines.make.drawn.read import read_scene


@pytest.mark.parametrize(
    ("scene", "dyes"),
    [("a blue car", True), ("a red fox", False), ("a black cat", True), ("a red and white lighthouse", False),
     ("a white dove", False), ("a red and blue balloon", False), ("a small car", False), ("a yellow umbrella", True)],
)  # fmt: skip
def test_which_are_dyed(scene: str, dyes: bool) -> None:
    assert bool(dye_of(read_scene(scene).subjects[0])) == dyes


@pytest.mark.parametrize(("code", "channel"), [("#d8352c", 0), ("#45a04f", 1), ("#2f76cf", 2)])
def test_a_sofa_takes_the_colour(code: str, channel: int) -> None:
    sofa = crafted("sofa", 120)
    assert sofa is not None
    new = dyed(sofa.pixels, code)
    assert (new[:, :, 3] == sofa.pixels[:, :, 3]).all()
    assert (new[:, :, :3] <= new[:, :, 3:]).all()
    seen = new[new[:, :, 3] > 200][:, :3].astype(float)
    assert int(np.argmax(seen.mean(axis=0))) == channel


def test_an_empty_picture_stays_empty() -> None:
    assert not dyed(np.zeros((8, 8, 4), np.uint8), "#ff0000").any()


def test_several_cars_are_not_all_alike() -> None:
    (cars,) = read_scene("three cars").subjects
    assert len({dye_of(cars, n) for n in range(3)}) == 3
    (red,) = read_scene("three red cars").subjects
    assert len({dye_of(red, n) for n in range(3)}) == 1


def test_two_of_two_colours_are_two() -> None:
    (horses,) = read_scene("a white horse and a black horse").subjects
    assert horses.count == 2
    assert dye_of(horses, 0) != dye_of(horses, 1)
