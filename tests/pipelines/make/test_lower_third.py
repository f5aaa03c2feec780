"""Name strips and stamps: clear around them, inside the safe area, readable on light and dark, in every script."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.film import strips
from pipelines.make.lower_third import lower_third
from pipelines.make.stamp import stamp
from pipelines.shapes import SIZES
from pipelines.type.legible import light
from studio import facts
from studio.errors import PersonError
from studio.work import Work

LOOKS = ["plain", "bar", "ribbon", "paper"]


def desk(folder: Path, notes: list[str] | None = None) -> Work:
    room = folder / "w"
    room.mkdir(exist_ok=True)
    return Work(folder=room, parts=room, remark=(notes if notes is not None else []).append)


def set_strip(folder: Path, name: str, *args: object, notes: list[str] | None = None, **options: object) -> np.ndarray:
    (folder / "name.txt").write_text(name, encoding="utf-8")
    made = lower_third(folder / "name.txt", *args, work=desk(folder, notes), **options)  # type: ignore[arg-type]
    with Image.open(made) as image:
        assert image.mode == "RGBA"
        return np.asarray(image)


def edges(pixels: np.ndarray, above: int = 200) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is solid, as shares of the canvas."""
    rows, columns = np.nonzero(pixels[..., 3] > above)
    height, width = pixels.shape[:2]
    return columns.min() / width, rows.min() / height, (columns.max() + 1) / width, (rows.max() + 1) / height


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("shape", "size"), SIZES.items())
def test_a_strip_stands_in_the_lower_third_and_in_the_safe_area(
    tmp_path: Path, look: str, shape: str, size: tuple[int, int]
) -> None:
    for name in ("Tomas Berg", "Dr. Maria-Antonia Fernandez de la Cruz y Montemayor of the Western Isles"):
        pixels = set_strip(tmp_path, name, "Lighthouse keeper", look, shape=shape)
        assert pixels.shape == (size[1], size[0], 4)
        left, top, right, bottom = edges(pixels)
        assert left >= 0.05
        assert right <= 0.95
        assert top > 0.45
        assert bottom <= 0.83
        assert pixels[: size[1] // 3, :, 3].max() == 0


@pytest.mark.parametrize("look", LOOKS)
def test_a_strip_in_a_film_of_another_shape_has_no_edge_where_it_ends(tmp_path: Path, look: str) -> None:
    alpha = set_strip(tmp_path, "Tomas Berg", "Lighthouse keeper", look)[..., 3].astype(int)
    assert alpha[-1].max() <= 2
    assert np.abs(np.diff(alpha[-200:].max(axis=1))).max() <= 3


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ground", [0, 128, 255])
def test_words_can_be_read_on_every_ground(tmp_path: Path, look: str, ground: int) -> None:
    """The name's letters against what lies around them: a contrast of 3 at least, as WCAG asks of large letters."""
    pixels = set_strip(tmp_path, "HIHIHIHI", "", look).astype(np.float64)
    left, top, right, bottom = edges(pixels, 240)
    height, width = pixels.shape[:2]
    inner = pixels[int(top * height) : int(bottom * height), int(left * width) : int(right * width)]
    share = inner[..., 3:] / 255
    shown = (inner[..., :3] * share + ground * (1 - share)).reshape(-1, 3)
    lights = np.sort([light(tuple(colour)) for colour in shown[:: max(1, len(shown) // 4000)]])
    dark, bright = lights[len(lights) // 40], lights[-len(lights) // 40]
    assert (bright + 0.05) / (dark + 0.05) > 3


@pytest.mark.parametrize(
    ("side", "middle"), [("left", (0.05, 0.45)), ("middle", (0.48, 0.52)), ("right", (0.55, 0.95))]
)
def test_sides(tmp_path: Path, side: str, middle: tuple[float, float]) -> None:
    left, _, right, _ = edges(set_strip(tmp_path, "Tomas Berg", "Keeper", side=side))
    assert middle[0] <= (left + right) / 2 <= middle[1]


def test_scripts_from_the_right_stand_at_the_right(tmp_path: Path) -> None:
    from pipelines.type.faces import Faces

    if Faces().covering("ש", "Inter-SemiBold")[2]:
        pytest.skip("no font of this machine draws Hebrew")
    assert edges(set_strip(tmp_path, "שלום עולם", look="ribbon"))[0] > 0.5


def test_a_long_name_takes_two_lines_and_stays_whole(tmp_path: Path) -> None:
    one = edges(set_strip(tmp_path, "Tomas Berg"))
    two = edges(set_strip(tmp_path, "Dr. Maria-Antonia Fernandez de la Cruz y Montemayor"))
    assert two[3] - two[1] > 1.3 * (one[3] - one[1])
    notes: list[str] = []
    set_strip(tmp_path, "word " * 80, notes=notes)
    assert any("400 characters" in note or "399 characters" in note for note in notes)


def test_the_accent_is_the_colour_asked_for(tmp_path: Path) -> None:
    pixels = set_strip(tmp_path, "Tomas", look="ribbon", colour="#2040c0")
    solid = pixels[pixels[..., 3] == 255][:, :3]
    assert (solid == (0x20, 0x40, 0xC0)).all(axis=1).mean() > 0.3


def test_colours_that_meet_can_be_read() -> None:
    assert strips.readable_on((255, 240, 80)) == (24, 26, 32)
    assert strips.readable_on((20, 20, 120)) == (255, 255, 255)


def test_a_strip_says_what_it_says_and_is_the_same_twice(tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("Tomas\nBerg\x07")
    made = lower_third(tmp_path / "n.txt", "Keeper", work=desk(tmp_path))
    first = Path(made).read_bytes()
    assert facts.read(made)["text"] == "Tomas Berg\nKeeper"
    assert Path(lower_third(tmp_path / "n.txt", "Keeper", work=desk(tmp_path))).read_bytes() == first


def test_without_words_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="no name"):
        set_strip(tmp_path, " \n\u200b")
    with pytest.raises(PersonError, match="cannot be set"):
        set_strip(tmp_path, "\U000f0000")
    (tmp_path / "t.txt").write_text("")
    with pytest.raises(PersonError, match="no words"):
        stamp(tmp_path / "t.txt", work=desk(tmp_path))


def test_a_stamp_is_words_and_nothing_around_them(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("© Corner Bakery")
    with Image.open(stamp(tmp_path / "t.txt", "#ffcc00", work=desk(tmp_path))) as image:
        pixels = np.asarray(image)
    assert pixels.shape[0] % 2 == pixels.shape[1] % 2 == 0
    assert pixels[0, 0, 3] == pixels[-1, -1, 3] == 0
    left, top, right, bottom = edges(pixels)
    assert (left < 0.1, right > 0.9, top < 0.4, bottom > 0.6) == (True,) * 4
    letters = pixels[pixels[..., 3] == 255][:, :3]
    assert (np.abs(letters.astype(int) - (255, 204, 0)).max(axis=1) <= 2).mean() > 0.6
