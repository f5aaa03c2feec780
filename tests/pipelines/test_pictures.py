"""Given pictures open upright and in the right colours, whatever their mode; broken ones get a sentence."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.pictures import open_upright, read_rgb
from studio.errors import PersonError
from tests.odd_media import QUARTERS, make


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make(tmp_path_factory.mktemp("odd"))


def corners(rgb: np.ndarray) -> np.ndarray:
    """The colours in the middle of the four quarters."""
    h, w = rgb.shape[:2]
    return np.array([rgb[y, x] for y in (h // 4, 3 * h // 4) for x in (w // 4, 3 * w // 4)], int)


@pytest.mark.parametrize("name", ["plain.png", "turned.jpg", "palette.gif", "upright.webp", "cmyk.jpg"])
def test_upright_and_in_colour(odd: dict[str, Path], name: str) -> None:
    assert np.abs(corners(read_rgb(odd[name])) - np.array(QUARTERS)).max() <= 6


def test_sixteen_bits_keep_their_range(odd: dict[str, Path]) -> None:
    row = read_rgb(odd["deep.png"])[0, :, 0].astype(int)
    assert (row[0], row[-1]) == (0, 255)
    assert np.abs(row - np.linspace(0, 255, 640)).max() <= 1


def test_a_dark_cut_out_lies_on_paper_and_a_light_one_on_night(odd: dict[str, Path], tmp_path: Path) -> None:
    rgb = read_rgb(odd["dark_logo.png"])
    assert rgb[180, 320].max() < 40
    assert rgb[5, 5].min() > 220
    light = np.zeros((40, 40, 4), np.uint8)
    light[10:30, 10:30] = 250
    Image.fromarray(light).save(tmp_path / "light.png")
    rgb = read_rgb(tmp_path / "light.png")
    assert rgb[20, 20].min() > 230
    assert rgb[2, 2].max() < 60


def test_a_large_jpeg_is_decoded_no_larger_than_needed(tmp_path: Path) -> None:
    Image.fromarray(np.full((3000, 4000, 3), 90, np.uint8)).save(tmp_path / "big.jpg")
    assert open_upright(tmp_path / "big.jpg").size == (4000, 3000)
    assert open_upright(tmp_path / "big.jpg", enough=(900, 600)).size == (2000, 1500)  # turned, it would be 1500 wide


@pytest.mark.parametrize("name", ["bomb.png", "cut.jpg", "cut.png", "text.jpg", "empty.png", "plain.mp4"])
def test_broken_pictures_get_a_sentence(odd: dict[str, Path], name: str) -> None:
    with pytest.raises(PersonError, match=name):
        read_rgb(odd[name])


def test_a_missing_picture(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="missing"):
        read_rgb(tmp_path / "gone.png")
