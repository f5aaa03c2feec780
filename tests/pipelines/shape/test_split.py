"""Split: parts that fill the film, equal space between them, the right length and sound, subjects kept."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.shape.split import arranged, split
from studio.errors import PersonError
from studio.timeline import Timeline, load
from studio.work import Work
from tests.odd_media import quarters, video

LAYOUTS = ["auto", "side by side", "stacked", "grid", "big left", "big right", "big top", "big bottom"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abcdefghi":
        Image.fromarray(quarters(320, 180)).save(tmp_path / f"{name}.png")
    video(tmp_path / "silent.mp4")
    video(tmp_path / "loud.mp4", sound="stereo", times=[round(i * 1000 / 24) for i in range(24)])
    return tmp_path


def divide(folder: Path, *names: str, notes: list[str] | None = None, **options: object) -> Timeline:
    room = folder / "w"
    room.mkdir(exist_ok=True)
    work = Work(folder=room, parts=room, remark=(notes if notes is not None else []).append)
    return load(split([folder / n for n in names], work=work, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", range(2, 10))
@pytest.mark.parametrize("shape", [16 / 9, 9 / 16, 1.0])
def test_every_layout_fills_the_film_without_overlap(layout: str, count: int, shape: float) -> None:
    boxes = arranged(count, layout, shape)
    assert len(boxes) == count
    assert sum(box.width * box.height for box in boxes) == pytest.approx(1)
    cover = np.zeros((60, 60), int)
    for box in boxes:
        y = x = (np.arange(60) + 0.37) / 60
        inside = (abs(y - box.top - box.height / 2) < box.height / 2)[:, None] & (
            abs(x - box.left - box.width / 2) < box.width / 2
        )
        cover += inside
    assert (cover == 1).all()
    assert boxes[0].width * boxes[0].height >= max(b.width * b.height for b in boxes) - 1e-9 or count % 2


def test_auto_suits_the_films_shape(folder: Path) -> None:
    wide = divide(folder, "a.png", "b.png").shots[0].layers
    tall = divide(folder, "a.png", "b.png", shape="9:16").shots[0].layers
    assert wide[0].box.height == 1
    assert tall[0].box.width == 1


@pytest.mark.parametrize(("shape", "size"), [("16:9", (1280, 720)), ("9:16", (720, 1280)), ("4:5", (864, 1080))])
def test_space_is_equal_across_and_down(folder: Path, shape: str, size: tuple[int, int]) -> None:
    film = divide(folder, "a.png", "b.png", "c.png", "d.png", layout="grid", shape=shape, gap=0.05, border=0.1)
    boxes = [layer.box for layer in film.shots[0].layers]
    unit = min(size)
    across = (boxes[1].left - boxes[0].left - boxes[0].width) * size[0]
    down = (boxes[2].top - boxes[0].top - boxes[0].height) * size[1]
    assert (across, down) == (pytest.approx(0.05 * unit), pytest.approx(0.05 * unit))
    assert (boxes[0].left * size[0], boxes[0].top * size[1]) == (pytest.approx(0.1 * unit), pytest.approx(0.1 * unit))
    assert boxes[3].left + boxes[3].width == pytest.approx(1 - boxes[0].left)
    three = [layer.box.width for layer in divide(folder, "a.png", "b.png", "c.png", gap=0.1).shots[0].layers]
    assert three == [pytest.approx(three[0])] * 3


def test_it_lasts_as_long_as_the_longest_video_and_hears_the_first_with_sound(folder: Path) -> None:
    notes: list[str] = []
    film = divide(folder, "a.png", "silent.mp4", "loud.mp4", notes=notes)
    shot = film.shots[0]
    assert (film.rate, shot.kind, shot.visible) == (24, "Colour", 48)
    assert [layer.sound for layer in shot.layers] == [False, False, True]
    assert notes == ["Shot 3 ends earlier than the others and holds its last picture for 1.0 s."]
    assert not any(layer.sound for layer in divide(folder, "loud.mp4", "a.png", sound=0).shots[0].layers)
    assert divide(folder, "a.png", "b.png").frames == 120
    assert divide(folder, "a.png", "loud.mp4", seconds=0.5).frames == 12


def test_a_sound_that_is_not_there_is_said(folder: Path) -> None:
    for sound in (1, 2, 7):
        notes: list[str] = []
        film = divide(folder, "a.png", "silent.mp4", sound=sound, notes=notes)
        assert not any(layer.sound for layer in film.shots[0].layers)
        assert notes == [f"Shot {sound} has no sound of its own; the split screen is silent."]


def test_a_crop_keeps_the_subject(folder: Path) -> None:
    picture = np.full((360, 1280, 3), (120, 160, 200), np.uint8)
    picture[80:330, 40:200] = (200, 60, 30)
    picture[120:200, 80:160] = (250, 220, 40)
    Image.fromarray(picture).save(folder / "left.png")
    Image.fromarray(np.ascontiguousarray(picture[:, ::-1])).save(folder / "right.png")
    first, second = divide(folder, "left.png", "right.png").shots[0].layers
    assert first.align[0] < 0.35
    assert second.align[0] > 0.65


def test_too_few_too_many_and_broken_ones_are_said(folder: Path) -> None:
    with pytest.raises(PersonError, match="2 to 9 shots; there are 1"):
        divide(folder, "a.png")
    with pytest.raises(PersonError, match="there are 10"):
        divide(folder, *["a.png"] * 10)
    (folder / "broken.mp4").write_bytes(b"")
    with pytest.raises(PersonError, match=r"Shot 2: 'broken\.mp4' is empty"):
        divide(folder, "a.png", "broken.mp4")


def test_a_video_is_cropped_to_what_it_is_about_over_all_its_length(tmp_path: Path) -> None:
    def draw(number: int) -> np.ndarray:
        """A sky on the right from the first; on the left somebody who comes out after a second."""
        rows, columns = np.mgrid[0:180, 0:320]
        rgb = np.full((180, 320, 3), (70, 90, 60), np.uint8)
        rgb[:90, 240:] = (190, 200, 235)
        rgb[((columns - 80 - number) ** 2 + (rows - 100) ** 2 < 42**2) & (number > 20)] = (240, 130, 40)
        return rgb

    video(tmp_path / "walk.mp4", times=[round(n * 1000 / 24) for n in range(72)], draw=draw)
    Image.fromarray(quarters(320, 180)).save(tmp_path / "a.png")
    layer = divide(tmp_path, "walk.mp4", "a.png").shots[0].layers[0]
    assert layer.align[0] < 0.4
