"""Pictures between two: nearer to the truth than blending, never across a cut, with the sound kept."""

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipelines.retouch import between
from pipelines.shape.interpolate import interpolate, settle
from pipelines.shape.slow_motion import slow_motion
from studio import facts
from studio.errors import PersonError
from tests.pipelines.retouch.shots import decibels, desk, frames_of, heard, textured, video


def quiet() -> None:
    pass


def moving(place: float, size: tuple[int, int] = (256, 160)) -> np.ndarray:
    """A textured picture that has gone so many pixels to the right."""
    shift = np.float32([[1, 0, place - 40], [0, 1, 0]])
    return cv2.warpAffine(textured(size[0] + 80, size[1]), shift, size, flags=cv2.INTER_CUBIC)


@pytest.fixture
def flow(pack) -> between.Flow:
    pytest.importorskip("torch")
    return between.Flow(pack("rife"))


def test_it_follows_what_moves(flow: between.Flow) -> None:
    for share in (0.25, 0.5, 0.75):
        made = flow(moving(0), moving(12), share)
        assert made is not None
        true = moving(12 * share)
        assert decibels(made, true) > 28
        assert decibels(made, true) > decibels(between.blended(moving(0), moving(12), share), true) + 6


def test_the_same_bytes_with_any_number_of_threads(flow: between.Flow) -> None:
    import torch

    before, made = torch.get_num_threads(), []
    for threads in (1, 4):
        torch.set_num_threads(threads)
        made.append(flow(moving(0), moving(9), 0.5))
        assert torch.get_num_threads() == threads
    torch.set_num_threads(before)
    assert np.array_equal(*made)


def test_transparency_moves_along(flow: between.Flow) -> None:
    first, second = (np.dstack([moving(x), moving(x)[..., 0]]) for x in (0, 8))
    made = flow(first, second, 0.5)
    assert made is not None
    assert made.shape == first.shape


def test_nothing_is_mixed_across_a_cut() -> None:
    scenes = [textured(64, 48, 1)] * 3 + [255 - textured(64, 48, 1) // 2] * 3
    made = list(between.at_times(scenes, Fraction(1, 4), 24, between.blended, quiet))
    assert len(made) == 24
    assert all(any(np.array_equal(frame, scene) for scene in scenes) for frame in made)


def test_pictures_of_nothing_alike_are_no_movement(flow: between.Flow) -> None:
    rng = np.random.default_rng(3)
    first, second = (rng.integers(0, 255, (96, 128, 3), np.uint8) for _ in range(2))
    assert flow(first, second, 0.5) is None


def test_two_pictures_are_held_at_a_time() -> None:
    asked = []

    def source():
        for n in range(50):
            asked.append(n)
            yield np.full((8, 8, 3), n * 3, np.uint8)

    made = between.at_times(source(), Fraction(1, 2), 100, between.blended, quiet)
    next(made)
    assert len(asked) <= 2
    assert len(list(made)) == 99


def test_one_picture_is_a_still() -> None:
    made = list(between.at_times([textured(16, 16)], Fraction(1, 3), 5, between.blended, quiet))
    assert all(np.array_equal(frame, made[0]) for frame in made)


def test_interpolating_keeps_length_and_sound(tmp_path: Path) -> None:
    given = video(tmp_path / "a.mp4", [moving(n, (64, 48)) for n in range(10)])
    work, _ = desk(tmp_path / "desk")
    made = Path(interpolate(given, 25, "blend", work=work))
    assert len(frames_of(made)) == 25
    sound = heard(made)
    assert len(sound) == pytest.approx(48000, abs=2048)
    assert abs(sound).max() > 0.15


def test_fewer_pictures_a_second_too(tmp_path: Path) -> None:
    given = video(tmp_path / "a.mp4", [moving(n, (64, 48)) for n in range(10)], sound=False,
                  about={"drawn": ["fox"], "frames": 10, "boundaries": [3]})  # fmt: skip
    work, _ = desk(tmp_path / "desk")
    made = Path(interpolate(given, 5, "blend", work=work))
    assert len(frames_of(made)) == 5
    assert facts.read(made) == {"drawn": ["fox"]}


def test_slow_motion_is_longer_and_its_sound_keeps_its_pitch(tmp_path: Path) -> None:
    given = video(tmp_path / "a.mp4", [moving(n, (64, 48)) for n in range(10)])
    work, _ = desk(tmp_path / "desk")
    made = Path(slow_motion(given, 3, "stretched", "blend", work=work))
    assert len(frames_of(made)) == 30
    sound = heard(made)[:, 0]
    assert len(sound) == pytest.approx(3 * 48000, abs=2048)
    part = sound[48000:96000]
    loudest = np.argmax(np.abs(np.fft.rfft(part * np.hanning(len(part)))))
    assert loudest == pytest.approx(440, abs=4)
    again, _ = desk(tmp_path / "again")
    assert len(heard(Path(slow_motion(given, 2, "off", "blend", work=again)))) == 0


def test_without_torch_auto_blends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.retouch.engines.find_spec", lambda name: None)
    found = settle({"fps": 60.0, "engine": "auto"}, lambda pack: False)
    assert found.options["engine"] == "blend"
    assert "torch" in found.notes[0]


def test_a_damaged_pack_is_said(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    (tmp_path / "flownet.pkl").write_bytes(b"nothing of the kind")
    with pytest.raises(PersonError, match="damaged"):
        between.Flow(tmp_path)


def test_a_picture_is_no_video(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"not a video at all" * 40)
    work, _ = desk(tmp_path / "desk")
    with pytest.raises(PersonError, match="not a video"):
        interpolate(tmp_path / "a.mp4", 30, "blend", work=work)
