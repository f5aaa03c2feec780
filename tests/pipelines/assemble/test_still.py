"""A still: exactly the frame that shows at a moment, of a cut and of a film."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from pipelines.assemble.still import still
from studio.errors import PersonError
from studio.timeline import Shot, Timeline, save
from studio.work import Work

RATE = Fraction(30000, 1001)


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """Thirty shots of one frame each, every one brighter than that before."""
    shots = tuple(Shot("", "Colour", 1, colour="#" + f"{7 * n + 20:02x}" * 3) for n in range(30))
    save(Timeline(RATE, shots), tmp_path / "cut.otio")
    return tmp_path / "cut.otio"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """The same as a lossless video."""
    with av.open(str(tmp_path / "film.mp4"), "w") as out:
        stream: Any = out.add_stream("libx264", rate=RATE, options={"qp": "1", "g": "9"})
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        for n in range(30):
            frame = av.VideoFrame(64, 36, "yuv420p")
            level = round((7 * n + 20) * 219 / 255 + 16)
            for plane, value in zip(frame.planes, (level, 128, 128), strict=True):
                plane.update(bytes([value]) * plane.buffer_size)
            frame.pts, frame.time_base = n, 1 / RATE
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return tmp_path / "film.mp4"


def desk(folder: Path, notes: list[str] | None = None) -> Work:
    (folder / "w").mkdir(exist_ok=True)
    return Work(folder=folder / "w", parts=folder / "w", remark=(notes if notes is not None else []).append)


def shown(path: Path) -> int:
    """The number of the frame in a still."""
    return round((float(np.asarray(Image.open(path)).mean()) - 20) / 7)


@pytest.mark.parametrize("n", [0, 1, 2, 9, 10, 17, 28, 29])
@pytest.mark.parametrize("later", [0.0, 0.3, 0.9])
def test_it_is_the_frame_that_shows_at_that_moment(cut: Path, film: Path, tmp_path: Path, n: int, later: float) -> None:
    moment = float((n + Fraction(later)) / RATE)
    assert shown(still(cut, moment, "64x64", work=desk(tmp_path))) == n
    assert shown(still(film, moment, work=desk(tmp_path))) == n
    assert shown(still(cut, round(moment + 5e-4, 3), "64x64", work=desk(tmp_path))) == n  # as a person writes it


def test_past_the_end_is_the_last_frame_with_a_note(cut: Path, film: Path, tmp_path: Path) -> None:
    for thing in (cut, film):
        notes: list[str] = []
        assert shown(still(thing, 3600, "64x64", work=desk(tmp_path, notes))) == 29
        assert len(notes) == 1
        assert "last frame" in notes[0]
        notes.clear()
        still(thing, 0.9, "64x64", work=desk(tmp_path, notes))
        assert notes == []


def test_a_cut_has_the_size_asked_for_and_a_film_its_own(cut: Path, film: Path, tmp_path: Path) -> None:
    with Image.open(still(cut, 0.1, "90x160", work=desk(tmp_path))) as picture:
        assert picture.size == (90, 160)
    with Image.open(still(film, 0.1, "90x160", work=desk(tmp_path))) as picture:
        assert picture.size == (64, 36)


def test_what_is_missing_is_said(cut: Path, tmp_path: Path) -> None:
    save(Timeline(RATE, (Shot("gone.png", "Image", 9),)), tmp_path / "gone.otio")
    for name in ("gone.otio", "nothing.otio", "nothing.mp4"):
        with pytest.raises(PersonError):
            still(tmp_path / name, work=desk(tmp_path))
