"""The contact sheet: the right frames, evenly taken, in a film of any shape, length and state."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipelines.assemble.contact_sheet import contact_sheet
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.timeline import Shot, Timeline, save
from studio.work import Work
from tests.odd_media import video

COLOURS = ("#c02020", "#20a030", "#2040c0", "#c0b020")


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """A second of each colour."""
    shots = tuple(Shot("", "Colour", 24, colour=colour) for colour in COLOURS)
    save(Timeline(Fraction(24), shots, name="Four colours"), tmp_path / "cut.otio")
    return tmp_path / "cut.otio"


def desk(folder: Path, **more: Any) -> Work:
    (folder / "w").mkdir(exist_ok=True)
    return Work(folder=folder / "w", parts=folder / "w", **more)


def sheet(made: Path) -> np.ndarray:
    return np.asarray(Image.open(made)).astype(int)


def near(pixels: np.ndarray, colour: str) -> np.ndarray:
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return np.abs(pixels - wanted).max(axis=-1) < 8


def test_frames_of_equal_shares_in_order_with_their_times(cut: Path, tmp_path: Path) -> None:
    made = contact_sheet(cut, columns=2, rows=2, width=640, work=desk(tmp_path))
    assert facts.read(made)["moments"] == [0.5, 1.5, 2.5, 3.5]
    pixels = sheet(made)
    assert pixels.shape[1] == 640
    places = [np.argwhere(near(pixels, colour)).mean(axis=0) for colour in COLOURS]
    assert places[0][0] == pytest.approx(places[1][0], abs=1)
    assert places[0][0] < places[2][0]
    assert places[0][1] < places[1][1]
    assert places[1][1] == pytest.approx(places[3][1], abs=1)
    areas = [near(pixels, colour).sum() for colour in COLOURS]
    assert max(areas) - min(areas) < 10
    assert sum(areas) > 0.7 * pixels.shape[0] * 640 * 0.8
    plain = sheet(contact_sheet(cut, columns=2, rows=2, width=640, times=False, work=desk(tmp_path)))
    assert plain.shape[0] < pixels.shape[0]


@pytest.mark.parametrize("shape", ["16:9", "9:16", "1:1", "4:5"])
def test_any_shape_and_any_grid(cut: Path, tmp_path: Path, shape: Any) -> None:
    across, down = map(int, shape.split(":"))
    for columns, rows in ((1, 1), (1, 8), (8, 1), (12, 30)):
        pixels = sheet(contact_sheet(cut, columns, rows, 480, shape=shape, work=desk(tmp_path)))
        assert pixels.shape[1] == 480
        assert pixels.shape[0] <= 480 * 3 + 60
        red = np.argwhere(near(pixels, COLOURS[0] if columns * rows > 1 else COLOURS[2]))
        assert len(red)
        if columns == rows == 1:
            tall, wide = np.ptp(red, axis=0) + 1
            assert wide / tall == pytest.approx(across / down, rel=0.05)


def test_a_film_with_fewer_frames_than_places_shows_each_once(tmp_path: Path) -> None:
    save(Timeline(Fraction(24), (Shot("", "Colour", 3, colour="#c02020"),)), tmp_path / "short.otio")
    made = contact_sheet(tmp_path / "short.otio", width=640, work=desk(tmp_path))
    assert facts.read(made)["moments"] == [0, 0.042, 0.083]


def test_of_a_video_and_of_an_upright_one(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4", sound="")
    made = contact_sheet(tmp_path / "v.mp4", columns=3, rows=2, width=640, work=desk(tmp_path))
    moments = facts.read(made)["moments"]
    assert len(moments) == 6
    assert np.diff(moments) == pytest.approx(np.diff(moments)[0], abs=0.05)
    video(tmp_path / "u.mp4", size=(90, 160), sound="")
    tall = sheet(contact_sheet(tmp_path / "u.mp4", columns=3, rows=1, width=640, work=desk(tmp_path)))
    assert tall.shape[0] > 350


def test_the_same_film_gives_the_same_bytes(cut: Path, tmp_path: Path) -> None:
    first = contact_sheet(cut, work=desk(tmp_path)).read_bytes()
    assert contact_sheet(cut, work=desk(tmp_path)).read_bytes() == first


def test_titles_of_any_script_and_length(tmp_path: Path) -> None:
    shots = (Shot("", "Colour", 24, colour="#2040c0"),)
    for name in ("حارس المنارة", "灯台守とクジラ", "A very long title " * 30, "", "a\nb\u202e"):
        save(Timeline(Fraction(24), shots, name=name), tmp_path / "t.otio")
        assert sheet(contact_sheet(tmp_path / "t.otio", 2, 1, 480, work=desk(tmp_path))).shape[1] == 480


def test_what_cannot_be_read(cut: Path, tmp_path: Path) -> None:
    Image.new("RGB", (64, 36), "teal").save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes(b"none")
    shots = (Shot("a.png", "Image", 12), Shot("b.png", "Image", 12))
    save(Timeline(Fraction(24), shots), tmp_path / "half.otio")
    notes: list[str] = []
    contact_sheet(tmp_path / "half.otio", 2, 1, 480, work=desk(tmp_path, remark=notes.append))
    assert len(notes) == 1
    assert notes[0].startswith("Shot 2")
    save(Timeline(Fraction(24), shots[1:]), tmp_path / "none.otio")
    with pytest.raises(PersonError):
        contact_sheet(tmp_path / "none.otio", 2, 1, 480, work=desk(tmp_path))
    (tmp_path / "x.mp4").write_bytes(b"none")
    with pytest.raises(PersonError, match=r"x\.mp4"):
        contact_sheet(tmp_path / "x.mp4", work=desk(tmp_path))
    stopping = desk(tmp_path)
    stopping.cancelled.set()
    with pytest.raises(Cancelled):
        contact_sheet(cut, work=stopping)
