"""Trim: the stretch asked for, at the video's own rate; what cannot be is said."""

from pathlib import Path

import pytest

from pipelines.shape.trim import trim
from studio.errors import PersonError
from studio.timeline import load
from studio.work import Work
from tests.odd_media import video


def desk(tmp_path: Path, notes: list[str]) -> Work:
    (tmp_path / "w").mkdir(exist_ok=True)
    return Work(folder=tmp_path / "w", parts=tmp_path / "w", remark=notes.append)


def test_a_stretch_in_the_videos_own_frames(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4", sound="stereo")
    notes: list[str] = []
    film = load(trim(tmp_path / "v.mp4", 0.5, 1, work=desk(tmp_path, notes)))
    shot = film.shots[0]
    assert (film.rate, shot.source_in, shot.visible, shot.available, shot.sound) == (24, 12, 24, 48, True)
    assert not notes
    assert load(trim(tmp_path / "v.mp4", work=desk(tmp_path, notes))).frames == 48
    assert not load(trim(tmp_path / "v.mp4", sound=False, work=desk(tmp_path, notes))).shots[0].sound


def test_a_stretch_past_the_end_is_cut_and_said(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4")
    notes: list[str] = []
    assert load(trim(tmp_path / "v.mp4", 1.5, 10, work=desk(tmp_path, notes))).frames == 12
    assert any("ends 0.5 s after" in note for note in notes)
    assert any("no sound" in note for note in notes)


def test_a_start_past_the_end_is_a_sentence(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4")
    with pytest.raises(PersonError, match=r"2\.0 s long.*start at 5 s.*below 2\.0"):
        trim(tmp_path / "v.mp4", 5, work=desk(tmp_path, []))


def test_a_broken_video_is_named(tmp_path: Path) -> None:
    (tmp_path / "v.mp4").write_bytes(b"")
    with pytest.raises(PersonError, match=r"'v\.mp4' is empty"):
        trim(tmp_path / "v.mp4", work=desk(tmp_path, []))
