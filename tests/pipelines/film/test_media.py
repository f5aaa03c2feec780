"""What a shot shows fills the film, is cropped to what matters, or stands whole between sides, as its fit says."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.film import planes as p
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from studio import facts
from studio.timeline import Camera, Shot, Timeline, Transition, View
from tests.odd_media import quarters
from tests.pipelines.film.test_following import RATE, film

UPRIGHT, SQUARE, WIDE = (180, 320), (240, 240), (320, 180)
GREEN = (30, 200, 60)


class Bare:
    """No lettering."""

    def draw(self, n: int, target: p.Planes) -> None: ...


def drawn(shot: Shot, folder: Path, size: tuple[int, int], *numbers: int, rate: int = RATE) -> list[np.ndarray]:
    """Frames of a film of one shot, RGB."""
    screen = Screen(Media(Timeline(rate, (shot,)), folder, *size), Bare())  # type: ignore[arg-type]
    found = []
    for n in numbers or (0,):
        target = p.empty(*size)
        screen.draw(n, target)
        found.append(p.to_rgb(target).astype(int))
    screen.close()
    return found


def thing(folder: Path, x: float, told: bool = False) -> Path:
    """A wide picture, plain but for a green tile with its left side there; in a picture of ours it says so."""
    rgb = np.full((360, 640, 3), (120, 110, 130), np.uint8)
    if told:  # much else to see, and a thing hardly seen
        rgb[40:300, 20:300] = np.random.default_rng(1).integers(0, 256, (260, 280, 3))
    rgb[150:250, round(x * 640) :][:, :60] = GREEN
    where = {"where": [[x, 150 / 360, 60 / 640, 100 / 360]]}
    Image.fromarray(rgb).save(folder / "a.png", pnginfo=facts.png_info(where if told else {}))
    return folder / "a.png"


def greens(rgb: np.ndarray) -> float:
    """How much of the picture is the tile's green."""
    return float((np.abs(rgb - GREEN).max(axis=2) < 40).mean())


@pytest.mark.parametrize("size", [UPRIGHT, SQUARE])
@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("x", [0.02, 0.25, 0.5, 0.88])
def test_the_same_cut_keeps_its_subject_upright_and_square(
    tmp_path: Path, size: tuple[int, int], told: bool, x: float
) -> None:
    thing(tmp_path, x, told)
    whole = 60 * 100 / (360 * 360 * size[0] / size[1])
    shot = Shot("a.png", "Image", 25, fit="smart crop")
    assert greens(drawn(shot, tmp_path, size)[0]) > 0.9 * whole
    push = Shot("a.png", "Image", 25, fit="smart crop", camera=Camera(View(), View(zoom=1.3)))
    first, last = drawn(push, tmp_path, size, 0, 24)
    assert greens(first) > 0.9 * whole
    assert greens(last) > 0.8 * whole * 1.3**2


@pytest.mark.parametrize("size", [UPRIGHT, SQUARE])
def test_auto_crops_far_only_when_it_keeps_what_matters(tmp_path: Path, size: tuple[int, int]) -> None:
    path = thing(tmp_path, 0.7)
    whole = 60 * 100 / (360 * 360 * size[0] / size[1])
    assert greens(drawn(Shot("a.png", "Image", 9), tmp_path, size)[0]) > 0.9 * whole
    rgb = np.asarray(Image.open(path)).copy()
    rgb[150:250, 20:80] = GREEN  # two of them, too far from each other
    Image.fromarray(rgb).save(path)
    frame = drawn(Shot("a.png", "Image", 9), tmp_path, UPRIGHT)[0]
    assert np.abs(frame[:60].mean(axis=(0, 1)) - 0.62 * np.array((120, 110, 130))).max() < 25  # dark, blurred sides


def test_auto_leaves_a_picture_of_the_films_shape_alone(tmp_path: Path) -> None:
    thing(tmp_path, 0.9)
    shot = Shot("a.png", "Image", 25, camera=Camera(View(), View(zoom=1.25)))
    same = Shot("a.png", "Image", 25, camera=Camera(View(), View(zoom=1.25)), fit="fill")
    for a, b in zip(drawn(shot, tmp_path, WIDE, 0, 24), drawn(same, tmp_path, WIDE, 0, 24), strict=True):
        assert (a == b).all()


def test_fill_is_the_middle(tmp_path: Path) -> None:
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    frame = drawn(Shot("a.png", "Image", 9, fit="fill"), tmp_path, UPRIGHT)[0]
    colours = [frame[y, x] for y, x in ((20, 20), (20, 160), (300, 20), (300, 160))]
    wanted = [quarters(64, 36)[y, x].astype(int) for y, x in ((2, 2), (2, 60), (30, 2), (30, 60))]
    assert all(np.abs(a - b).max() < 8 for a, b in zip(colours, wanted, strict=True))


@pytest.mark.parametrize("kind", ["Image", "Video"])
@pytest.mark.parametrize("size", [UPRIGHT, SQUARE, (426, 180)])
def test_sides_of_a_colour(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    if kind == "Image":
        Image.fromarray(np.full((180, 320, 3), 230, np.uint8)).save(tmp_path / "a.mp4", format="png")
    else:
        film(tmp_path / "a.mp4", [0.5] * 5)
    shot = Shot("a.mp4", kind, 4, fit="coloured sides", colour="#3050a0")  # type: ignore[arg-type]
    for frame in drawn(shot, tmp_path, size, 0, 3):
        corners = [frame[y, x] for y in (1, -2) for x in (1, -2)]
        assert all(np.abs(corner - (0x30, 0x50, 0xA0)).max() <= 3 for corner in corners)
        middle = frame[size[1] // 2 - 9 : size[1] // 2 + 9, size[0] // 2 - 9 : size[0] // 2 + 9]
        assert middle[..., 0].mean() > 150


def disc(rgb: np.ndarray) -> float:
    """Where the orange disc of the test's film stands across the frame, in pixels."""
    weight = np.clip(rgb[..., 0] - rgb[..., 2] - 90, 0, None).astype(float)
    return float((weight.sum(axis=0) @ np.arange(rgb.shape[1])) / max(weight.sum(), 1))


def test_a_crop_of_a_video_stands_without_trembling(tmp_path: Path) -> None:
    film(tmp_path / "v.mp4", [0.72] * 50, shake=5)
    shot = Shot("v.mp4", "Video", 48, fit="smart crop")
    media = Media(Timeline(RATE, (shot,)), tmp_path, *UPRIGHT)
    assert not media.open(0).course.moves
    frame = drawn(shot, tmp_path, UPRIGHT, 20)[0]
    assert abs(disc(frame) - 89.5) < 25


def test_a_walking_subject_stays_in_an_upright_frame(tmp_path: Path) -> None:
    count = 96
    film(tmp_path / "v.mp4", [0.15 + 0.7 * n / (count - 1) for n in range(count)])
    shot = Shot("v.mp4", "Video", count, fit="smart crop")
    at = [disc(frame) for frame in drawn(shot, tmp_path, UPRIGHT, *range(0, count, 5))]
    assert min(at) > 10
    assert max(at) < 170
    back = Shot("v.mp4", "Video", count, source_in=count - 1, fit="smart crop", speed=((0.0, -1.0),))
    at = [disc(frame) for frame in drawn(back, tmp_path, UPRIGHT, *range(0, count, 12))]
    assert min(at) > 10
    assert max(at) < 170


def test_a_camera_goes_on_over_a_following_crop(tmp_path: Path) -> None:
    film(tmp_path / "v.mp4", [0.75] * 50)
    shot = Shot("v.mp4", "Video", 48, fit="smart crop", camera=Camera(View(), View(zoom=1.4)))
    first, last = drawn(shot, tmp_path, UPRIGHT, 0, 47)
    assert greys(last) > 1.6 * greys(first)


def greys(rgb: np.ndarray) -> float:
    """How much of the frame is the disc."""
    return float((rgb[..., 0] - rgb[..., 2] > 110).mean())


@pytest.mark.parametrize("size", [(64, 64), (66, 130), (1280, 64)])
def test_extreme_pictures_open_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    for name, shape in (("long.png", (20, 3000)), ("tall.png", (3000, 20)), ("dot.png", (1, 1))):
        Image.fromarray(np.full((*shape, 3), 77, np.uint8)).save(tmp_path / name)
        for fit in ("auto", "smart crop", "blurred sides", "coloured sides", "fill"):
            shot = Shot(name, "Image", 5, fit=fit, camera=Camera(View(), View(zoom=1.2, turn=3)))  # type: ignore[arg-type]
            assert drawn(shot, tmp_path, size, 4)[0].shape == (size[1], size[0], 3)


def test_opened_pictures_are_let_go_however_long_the_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(12):
        Image.new("RGB", (320, 180), (n * 20, 0, 0)).save(tmp_path / f"{n}.png")
    moving = Camera(View(), View(0.3))
    shots = tuple(Shot(f"{n}.png", "Image", 9, camera=moving) for n in range(12))
    media = Media(Timeline(RATE, shots), tmp_path, *WIDE)
    still = media.open(0).still
    assert still is not None
    each = sum(plane.base.nbytes for plane in still.all)  # with the rim a moving camera needs
    monkeypatch.setattr("pipelines.film.media._OPENED", 4 * each)
    for index in range(12):
        media.open(index)
    assert len(media._opened) == 4


def test_a_picture_being_drawn_is_opened_once_however_little_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large pictures under a dissolve, two who draw: none takes the other's picture away frame by frame."""
    from pipelines.film import media

    opened: list[str] = []
    read = media.read_rgb
    monkeypatch.setattr(media, "_OPENED", 1)
    monkeypatch.setattr(media, "read_rgb", lambda path, **more: opened.append(path.name) or read(path, **more))
    for n in range(4):
        Image.new("RGB", (320, 180), (n * 20, 0, 0)).save(tmp_path / f"{n}.png")
    shots = tuple(Shot(f"{n}.png", "Image", 20, transition=Transition("dissolve", 9) if n < 3 else None)
                  for n in range(4))  # fmt: skip
    shared, target = Media(Timeline(RATE, shots), tmp_path, *WIDE), p.empty(*WIDE)
    first, second = (Screen(shared, Bare()) for _ in range(2))  # type: ignore[arg-type]
    for n in range(20):
        first.draw(n, target)
        second.draw(n + 22, target)
    assert len(opened) <= 5  # two of the first's and three of the second's
