"""A crop to another shape keeps the picture's subject, wherever it stands and whatever lies behind it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.film import planes as p
from pipelines.film.interest import interest, keeps, known, middle, present, seen
from studio import facts
from studio.timeline import Box

GROUNDS = ("plain", "sky and sea", "texture", "night")


def ground(kind: str, width: int, height: int) -> np.ndarray:
    rng = np.random.default_rng(4)
    down = np.linspace(0, 1, height)[:, None, None]
    if kind == "plain":
        return np.full((height, width, 3), (200, 196, 188), np.float64)
    if kind == "sky and sea":
        sky = np.array([250, 170, 150]) * down + np.array([90, 110, 190]) * (1 - down)
        return np.where(down < 0.55, sky, np.array([40, 70, 110.0])) + np.zeros((height, width, 3))
    if kind == "night":
        return rng.random((height, width, 3)) * 12 + np.array([14, 20, 40.0])
    wood = np.array([150, 100, 60]) + 18 * np.sin(np.arange(height) / 5)[:, None, None]
    return wood + rng.normal(0, 9, (height, width, 1)) + np.zeros((height, width, 3))


def thing(kind: str, x: float, y: float, size: tuple[int, int] = (640, 360)) -> np.ndarray:
    """A round, striped thing on a ground; its middle as shares of the picture."""
    rgb = ground(kind, *size)
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    radius = min(size) / 6
    inside = (columns - x * size[0]) ** 2 + (rows - y * size[1]) ** 2 < radius**2
    stripes = np.where((columns // 9) % 2 == 0, 1.0, 0.55)[..., None] * np.array([235, 90, 40.0])
    return np.where(inside[..., None], stripes, rgb).clip(0, 255).astype(np.uint8)


def crop(rgb: np.ndarray, film: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the crop, as shares."""
    across, down = seen((rgb.shape[1], rgb.shape[0]), film)
    x, y = middle(p.from_rgb(rgb), film)
    return (1 - across) * x, (1 - down) * y, (1 - across) * x + across, (1 - down) * y + down


@pytest.mark.parametrize("kind", GROUNDS)
@pytest.mark.parametrize("film", [9 / 16, 1.0, 4 / 5])
def test_a_wide_picture_cut_upright_or_square_keeps_its_subject(kind: str, film: float) -> None:
    for x in (0.12, 0.2, 0.35, 0.5, 0.7, 0.9):
        left, _, right, _ = crop(thing(kind, x, 0.6), film)
        reach = 1 / 6 * 9 / 16
        assert left - 0.02 <= x - reach * 0.8, (kind, film, x)
        assert x + reach * 0.8 <= right + 0.02, (kind, film, x)


@pytest.mark.parametrize("kind", ["plain", "night"])
def test_an_upright_picture_cut_wide_keeps_its_subject(kind: str) -> None:
    for y in (0.15, 0.3, 0.5, 0.7):
        _, top, _, bottom = crop(thing(kind, 0.5, y, (360, 640)), 16 / 9)
        assert top <= y <= bottom


def test_the_crop_is_centred_on_a_subject_far_from_the_edges() -> None:
    left, _, right, _ = crop(thing("plain", 0.42, 0.5), 9 / 16)
    assert (left + right) / 2 == pytest.approx(0.42, abs=0.03)


def test_where_nothing_stands_out_the_middle_is_shown() -> None:
    for rgb in (np.full((360, 640, 3), 90, np.uint8), np.uint8(ground("sky and sea", 640, 360))):
        assert middle(p.from_rgb(rgb), 9 / 16) == pytest.approx((0.5, 0.5), abs=0.06)


def test_a_picture_of_the_films_shape_stays_where_it_is() -> None:
    planes = p.from_rgb(thing("plain", 0.2, 0.2))
    assert middle(planes, 16 / 9) == (0.5, 0.5)
    x, y = middle(planes, 16 / 9, near=True)
    assert 0.1 < x < 0.4
    assert 0.1 < y < 0.45
    assert middle(p.from_rgb(thing("plain", 0.2, 0.2, (642, 360))), 16 / 9)[0] == pytest.approx(0.5, abs=0.05)


def test_known_things_count_more_than_what_is_found() -> None:
    planes = p.from_rgb(thing("plain", 0.2, 0.5))
    assert middle(planes, 9 / 16)[0] < 0.3
    assert middle(planes, 9 / 16, [Box(0.7, 0.2, 0.2, 0.5)])[0] > 0.7


def test_a_crop_is_said_to_keep_what_it_keeps() -> None:
    one = p.from_rgb(thing("plain", 0.3, 0.5))
    both = p.from_rgb(np.where(np.arange(640)[None, :, None] < 320, thing("plain", 0.1, 0.5), thing("plain", 0.9, 0.5)))
    assert keeps(one, 1.0)
    assert not keeps(both, 9 / 16)
    assert not keeps(both, 9 / 16, [Box(0.0, 0.3, 0.2, 0.4), Box(0.8, 0.3, 0.2, 0.4)])


@pytest.mark.parametrize("size", [(2, 2), (4000, 2), (2, 900), (64, 64), (4096, 2160)])
def test_any_size_gives_a_finite_map_twice_the_same(size: tuple[int, int]) -> None:
    rng = np.random.default_rng(1)
    planes = p.from_rgb(rng.integers(0, 256, (size[1], size[0], 3)).astype(np.uint8))
    found = interest(planes, 1)
    assert np.isfinite(found).all()
    assert found.min() >= 0
    assert max(found.shape) <= 96
    assert (found == interest(planes, 1)).all()
    assert all(0 <= place <= 1 for place in middle(planes, 1.0))


def told(path: Path, where: object) -> Path:
    Image.new("RGB", (64, 64)).save(path, pnginfo=facts.png_info({"where": where}))
    return path


def test_a_picture_tells_where_its_things_stand(tmp_path: Path) -> None:
    assert known(told(tmp_path / "a.png", [[0.1, 0.2, 0.3, 0.4]])) == (Box(0.1, 0.2, 0.3, 0.4),)
    Image.new("RGB", (64, 64)).save(tmp_path / "b.jpg")
    assert known(tmp_path / "b.jpg") == ()


@pytest.mark.parametrize(
    "where", [None, 3, "x", [1], [[1, 2, 3]], [["a"] * 4], [[0, 0, 0, 1]], [[0, 0, -1, 1]], [[1e300] * 4], {"a": 1}]
)
def test_what_is_no_place_is_left_out(tmp_path: Path, where: object) -> None:
    assert known(told(tmp_path / "a.png", where)) == ()


@pytest.mark.parametrize("film", [9 / 16, 1.0, 16 / 9, 3.0])
@pytest.mark.parametrize("corner", [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9), (0.5, 0.5)])
def test_a_face_is_kept_before_all_else(film: float, corner: tuple[float, float]) -> None:
    with Image.open(Path(__file__).parents[1] / "face.jpg") as picture:
        face = np.asarray(picture.convert("RGB").resize((160, 160)))
    size = (960, 540) if film < 16 / 9 else (540, 800)
    rgb = thing("texture", 0.5, 0.5, size)
    x, y = (round((length - 160) * share) for length, share in zip(size, corner, strict=True))
    rgb[y : y + 160, x : x + 160] = face
    planes = p.from_rgb(rgb)
    people = present(planes)
    assert people
    across, down = seen(size, film)
    at_x, at_y = middle(planes, film, people)
    left, top = (1 - across) * at_x * size[0], (1 - down) * at_y * size[1]
    inside = (left - 9 <= x + 40, x + 120 <= left + across * size[0] + 9, top - 9 <= y + 40)
    assert all((*inside, y + 120 <= top + down * size[1] + 9))
