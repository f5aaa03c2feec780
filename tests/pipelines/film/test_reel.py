"""A new video from pictures in memory."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from pipelines.film import reel
from pipelines.film.reel import write_video
from studio import facts
from studio.errors import Cancelled

SIZE = (320, 180)
COLOURS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (200, 120, 40)]


def bars(layout: str) -> np.ndarray:
    picture = np.zeros((SIZE[1], SIZE[0], len(layout[:4].replace("2", ""))), np.uint8)
    for number, colour in enumerate(COLOURS):
        picture[:, number * 50 : number * 50 + 50, :3] = colour if layout == "rgb24" else colour[::-1]
    return picture


@pytest.mark.parametrize("layout", ["rgb24", "bgra"])
def test_colours_length_and_facts_are_in_the_file(tmp_path: Path, layout: str) -> None:
    picture = bars(layout)
    made = write_video(tmp_path / "a.mp4", (picture for _ in range(13)), SIZE, Fraction(25), {"a": 1}, layout=layout)
    with av.open(str(made)) as film:
        frames = list(film.decode(video=0))
        assert film.streams.video[0].average_rate == 25
    assert len(frames) == 13
    assert (frames[0].colorspace, frames[0].color_range) == (1, 1)
    seen = frames[-1].reformat(format="rgb24", src_colorspace=1, dst_color_range=2).to_ndarray()
    for number, colour in enumerate(COLOURS):
        assert np.abs(seen[90, number * 50 + 25].astype(int) - colour).max() <= 4
    assert facts.read(made) == {"a": 1}


def test_a_cancel_while_it_is_drawn_leaves_nothing(tmp_path: Path) -> None:
    def frames() -> Iterator[np.ndarray]:
        for number in range(20):
            if number == 9:
                raise Cancelled
            yield bars("rgb24")

    with pytest.raises(Cancelled):
        write_video(tmp_path / "a.mp4", frames(), SIZE, Fraction(25), {})
    assert not list(tmp_path.iterdir())


def test_a_full_disk_reaches_the_one_who_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(frame: object, stream: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reel, "_planes", full)
    drawn = []

    def frames() -> Iterator[np.ndarray]:
        for number in range(1000):
            drawn.append(number)
            yield bars("rgb24")

    with pytest.raises(OSError, match="No space left"):
        write_video(tmp_path / "a.mp4", frames(), SIZE, Fraction(25), {})
    assert len(drawn) < 1000
    assert not list(tmp_path.iterdir())
