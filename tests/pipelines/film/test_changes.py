"""Where a given video cuts: hard cuts to the frame, dissolves nearly, nothing in moves, flashes and fades."""

from pathlib import Path

import av
import numpy as np
import pytest

from pipelines.film.changes import changes
from studio.errors import PersonError

RATE = 25


def picture(seed: int, shift: int = 0) -> np.ndarray:
    """Blocks of colour, 96×54, moved to the left."""
    blocks = np.random.default_rng(seed).integers(30, 226, (9, 24, 3))
    whole = np.kron(blocks, np.ones((6, 6, 1))).astype(np.uint8)
    return np.roll(whole, -shift, axis=1)[:, :96]


def film(path: Path, frames: list[np.ndarray]) -> Path:
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 96, 54, "yuv420p", 2_000_000
        for each in frames:
            for packet in stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(each), format="rgb24")):
                out.mux(packet)
        for packet in stream.encode():
            out.mux(packet)
    return path


def blend(a: np.ndarray, b: np.ndarray, count: int) -> list[np.ndarray]:
    return [(a * (1 - n / count) + b * (n / count)).astype(np.uint8) for n in range(1, count)]


def test_cuts_are_found_to_the_frame(tmp_path):
    frames = [picture(1)] * 50 + [picture(2)] * 31 + [picture(3)] * 70
    assert changes(film(tmp_path / "a.mp4", frames)) == pytest.approx([2.0, 3.24], abs=0.001)


def test_cuts_between_pictures_of_one_light_are_found(tmp_path):
    one, other = picture(1) // 3 + 80, picture(2) // 3 + 80
    assert changes(film(tmp_path / "a.mp4", [one] * 40 + [other] * 40)) == pytest.approx([1.6], abs=0.001)


def test_a_dissolve_is_found_near_its_middle_and_fades_are_none(tmp_path):
    black = np.zeros((54, 96, 3), np.uint8)
    frames = blend(black, picture(1), 12) + [picture(1)] * 60 + blend(picture(1), picture(2), 14) + [picture(2)] * 70
    found = changes(film(tmp_path / "a.mp4", frames))
    assert found == pytest.approx([(11 + 60 + 7) / RATE], abs=0.15)


def test_a_moving_camera_is_no_cut(tmp_path):
    assert changes(film(tmp_path / "a.mp4", [picture(1, n) for n in range(90)])) == ()


def test_only_what_lies_between_start_and_end_counts(tmp_path):
    frames = [picture(n) for n in range(6) for _ in range(50)]
    path = film(tmp_path / "a.mp4", frames)
    assert changes(path, 3.0, 7.0) == pytest.approx([4.0, 6.0], abs=0.001)


def test_what_is_no_video_is_a_sentence(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"no video at all")
    with pytest.raises(PersonError, match="not a video that can be read"):
        changes(tmp_path / "a.mp4")
