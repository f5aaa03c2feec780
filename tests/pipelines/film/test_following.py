"""A crop of a video stands still where that will do, follows calmly where it must, jumps only where the video does."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from pipelines.film.following import Course, course
from pipelines.film.footage import probe
from pipelines.film.interest import seen

SIZE, RATE = (320, 180), 24


def film(path: Path, places: list[float], shake: float = 0.0) -> Path:
    """A video of a bright disc before dim noise: its middle in each frame, as a share of the width."""
    rng = np.random.default_rng(2)
    ground = rng.integers(40, 90, (SIZE[1] // 4, SIZE[0] // 4, 3)).repeat(4, axis=0).repeat(4, axis=1)
    rows, columns = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=Fraction(RATE))
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for place in places:
            rgb = (ground + rng.normal(0, 4 + shake, ground.shape)).clip(0, 255)
            x = (place + rng.normal(0, shake / 300)) * SIZE[0]
            rgb[(columns - x) ** 2 + (rows - 90) ** 2 < 28**2] = (250, 150, 40)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(rgb.astype(np.uint8), format="rgb24")))
        out.mux(stream.encode(None))
    return path


def follow(path: Path, begin: float, end: float, shape: float = 9 / 16) -> Course:
    return course(probe(path), path.stat().st_mtime_ns, begin, end, shape)


def edges(found: Course, seconds: float, shape: float = 9 / 16) -> tuple[float, float]:
    across = seen(SIZE, shape)[0]
    left = (1 - across) * found.at(seconds)[0]
    return left, left + across


def test_a_subject_that_stays_is_not_followed(tmp_path: Path) -> None:
    found = follow(film(tmp_path / "v.mp4", [0.7] * 72, shake=6), 0, 3)
    assert not found.moves
    left, right = edges(found, 1.0)
    assert (left + right) / 2 == pytest.approx(0.7, abs=0.06)


def test_a_little_to_and_fro_is_not_followed(tmp_path: Path) -> None:
    places = [0.3 + 0.03 * np.sin(n / 5) for n in range(96)]
    assert not follow(film(tmp_path / "v.mp4", places), 0, 4).moves


@pytest.mark.parametrize("shape", [9 / 16, 1.0])
def test_a_subject_that_walks_is_kept_in_sight_calmly(tmp_path: Path, shape: float) -> None:
    frames = 144
    places = [0.15 + 0.7 * n / (frames - 1) for n in range(frames)]
    found = follow(film(tmp_path / "v.mp4", places), 0, frames / RATE, shape)
    assert found.moves
    at = [edges(found, n / RATE, shape) for n in range(frames)]
    for n, place in enumerate(places):
        assert at[n][0] - 0.03 <= place <= at[n][1] + 0.03
    steps = np.diff([left for left, _ in at]) * 1280  # pixels of a 1280 wide picture each frame
    assert steps.min() > -0.1
    assert steps.max() < 12
    assert np.abs(np.diff(steps)).max() < 0.6  # it never starts or stops at once


def test_a_cut_inside_of_the_video_is_a_cut_of_the_crop(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    path = tmp_path / "v.mp4"
    rows, columns = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=Fraction(RATE))
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for n in range(96):
            colour, x = ((60, 60, 70), 0.2) if n < 41 else ((190, 200, 230), 0.8)
            rgb = np.array(colour) + rng.normal(0, 3, (SIZE[1], SIZE[0], 3))
            rgb[(columns - x * SIZE[0]) ** 2 + (rows - 90) ** 2 < 28**2] = (250, 120, 40)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(rgb.clip(0, 255).astype(np.uint8), format="rgb24")))
        out.mux(stream.encode(None))
    found = follow(path, 0, 4)
    at = [sum(edges(found, n / RATE + 0.001)) / 2 for n in range(96)]
    assert max(at[:41]) < 0.3
    assert min(at[41:]) > 0.7


def test_only_the_stretch_that_shows_counts(tmp_path: Path) -> None:
    path = film(tmp_path / "v.mp4", [0.2] * 48 + [0.8] * 48)
    assert follow(path, 0.1, 1.8).at(1)[0] < 0.3
    assert follow(path, 2.2, 3.9).at(3)[0] > 0.7
    assert follow(path, 3.0, 3.0).at(3)[0] > 0.7  # frozen


def test_a_video_of_the_films_shape_is_not_looked_at(tmp_path: Path) -> None:
    path = film(tmp_path / "v.mp4", [0.2] * 4)
    assert follow(path, 0, 1, 16 / 9) == Course()


def test_a_video_that_breaks_off_is_followed_as_far_as_it_goes(tmp_path: Path) -> None:
    path = film(tmp_path / "v.mp4", [0.8] * 96)
    whole = path.read_bytes()
    for damage in (whole[len(whole) // 2 :][:3000], b"\0" * 3000):
        at = whole.find(b"mdat") + 2000
        path.write_bytes(whole[:at] + damage + whole[at + 3000 :])
        found = follow(path, 0, 4)
        assert all(0 <= found.at(n / RATE)[0] <= 1 for n in range(96))


def test_a_course_between_and_beyond_its_moments() -> None:
    found = Course((0.0, 1.0, 1.0, 2.0), ((0.0, 0.5), (0.2, 0.5), (0.8, 0.5), (0.8, 0.5)))
    wanted = {-1: 0, 0: 0, 0.5: 0.1, 0.999: 0.1998, 1: 0.8, 9: 0.8}
    assert all(found.at(t)[0] == pytest.approx(x, abs=1e-6) for t, x in wanted.items())
