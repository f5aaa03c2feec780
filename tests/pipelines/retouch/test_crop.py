"""Cropping: the shape asked for, what matters kept, places told anew, odd pictures welcome."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from pipelines.retouch.carried import carried
from pipelines.shape.crop import crop
from studio import facts
from studio.errors import PersonError
from tests.pipelines.retouch.shots import desk, save, subject


@pytest.mark.parametrize(("shape", "size"), [("own", (320, 240)), ("1:1", (240, 240)), ("9:16", (135, 240)),
                                             ("16:9", (320, 180)), ("21:9", (320, 137))])  # fmt: skip
def test_the_shape_asked_for(shape: str, size: tuple[int, int], tmp_path: Path) -> None:
    work, _ = desk(tmp_path / "desk")
    given = save(subject(), tmp_path / "a.png")
    assert Image.open(crop(given, shape, work=work)).size == size


def test_what_matters_stays_and_its_place_is_told_anew(tmp_path: Path) -> None:
    picture = np.full((200, 600, 3), 120, np.uint8)
    cv2.circle(picture, (500, 100), 50, (220, 40, 30), -1)
    about = {"drawn": ["ball", "bush"], "where": [[0.75, 0.25, 0.1667, 0.5], [0.0, 0.5, 0.1, 0.4]], "heads": []}
    given = save(picture, tmp_path / "a.png", about)
    work, notes = desk(tmp_path / "desk")
    made = Path(crop(given, "1:1", work=work))
    found = np.asarray(Image.open(made)).astype(int)
    assert found.shape == (200, 200, 3)
    assert (found[..., 0] - found[..., 1] > 100).sum() > 7500, "the ball is cut off"
    told = facts.read(made)
    assert len(told["where"]) == 1
    left, top, wide, high = told["where"][0]
    red = np.argwhere(found[..., 0] - found[..., 1] > 100)
    assert left * 200 == pytest.approx(red[:, 1].min(), abs=4)
    assert (left + wide) * 200 == pytest.approx(red[:, 1].max(), abs=4)
    assert (top, high) == (0.25, 0.5)
    assert notes == []


def test_a_box(tmp_path: Path) -> None:
    given = save(subject(), tmp_path / "a.png")
    work, _ = desk(tmp_path / "desk")
    made = crop(given, around="box", left=0.25, right=0.75, top=0.5, work=work)
    assert np.array_equal(np.asarray(Image.open(made)), subject()[120:, 80:240])
    with pytest.raises(PersonError, match="empty"):
        crop(given, around="box", left=0.6, right=0.2, work=work)


def test_closer_and_transparent_and_tiny(tmp_path: Path) -> None:
    work, _ = desk(tmp_path / "desk")
    clear = save(np.dstack([subject(), np.full((240, 320), 99, np.uint8)]), tmp_path / "clear.png")
    made = Image.open(crop(clear, "1:1", "middle", closer=4, work=work))
    assert (made.size, made.mode) == ((60, 60), "RGBA")
    dot = save(np.full((1, 1, 3), 7, np.uint8), tmp_path / "dot.png")
    assert Image.open(crop(dot, "16:9", closer=10, work=work)).size == (1, 1)


def test_a_small_rest_of_a_large_picture_is_said(tmp_path: Path) -> None:
    given = save(cv2.resize(subject(), (1280, 960)), tmp_path / "a.png")
    work, notes = desk(tmp_path / "desk")
    crop(given, "1:1", closer=5, work=work)
    assert "192×192" in notes[0]


def test_facts_that_are_no_boxes_are_left_out(tmp_path: Path) -> None:
    given = save(subject(), tmp_path / "a.png", {"where": [["a", 1, 2, 3], [0.1], [0, 0, 0, 0], [0.2, 0.2, 0.1, 0.1]]})
    assert carried(given)["where"] == [[0.2, 0.2, 0.1, 0.1]]
