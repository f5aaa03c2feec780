"""Camera moves: where each one goes, and never off the picture."""

import math
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from pipelines.film.views import view_at
from pipelines.shape.move import move
from studio.errors import PersonError
from studio.timeline import Caption, Shot, Timeline, Transition, load, save
from studio.work import Work
from tests.odd_media import quarters, video


def shot(tmp_path: Path, camera: str, **options: object):  # type: ignore[no-untyped-def]
    size = options.pop("size", (960, 540))
    Image.fromarray(quarters(*size)).save(tmp_path / "a.png")  # type: ignore[misc]
    return load(move(tmp_path / "a.png", camera, **options, work=Work.alone(tmp_path / "w"))).shots[0]  # type: ignore


@pytest.mark.parametrize(
    ("camera", "grows"), [("push in", 1), ("pull out", -1), ("pan left", 0), ("tilt up", 0), ("tilt down", 0)]
)
def test_zoom_goes_the_named_way(tmp_path: Path, camera: str, grows: int) -> None:
    path = shot(tmp_path, camera).camera
    change = path.end.zoom - path.start.zoom
    assert (change > 0) - (change < 0) == grows


def test_pans_and_tilts_go_the_named_way(tmp_path: Path) -> None:
    assert shot(tmp_path, "pan left").camera.end.x < shot(tmp_path, "pan left").camera.start.x
    assert shot(tmp_path, "pan right").camera.end.x > 0.5
    assert shot(tmp_path, "tilt up").camera.end.y < 0.5
    assert shot(tmp_path, "tilt down").camera.end.y > 0.5
    assert shot(tmp_path, "still").camera is None


@pytest.mark.parametrize(
    "camera", ["push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "rotate left", "rotate right"]
)
@pytest.mark.parametrize("ease", ["gentle", "linear", "slow start", "slow end"])
def test_every_view_lies_on_the_picture_and_motion_never_turns_back(tmp_path: Path, camera: str, ease: str) -> None:
    path = shot(tmp_path, camera, strength=1.0, ease=ease).camera
    views = [view_at(path, i / 50) for i in range(51)]
    assert all(0 <= v.x <= 1 and 0 <= v.y <= 1 and v.zoom >= 1 for v in views)
    for pick in (lambda v: v.x, lambda v: v.y, lambda v: v.zoom, lambda v: v.turn):
        steps = [pick(b) - pick(a) for a, b in pairwise(views)]
        assert all(s >= -1e-9 for s in steps) or all(s <= 1e-9 for s in steps)


def test_a_very_long_picture_is_swept_no_faster_than_the_eye_follows(tmp_path: Path) -> None:
    path = shot(tmp_path, "pan right", size=(4000, 300), seconds=3).camera
    room = (4000 / 300) / (16 / 9) * path.end.zoom - 1
    assert (path.end.x - path.start.x) * room / 3 <= 0.31


def test_strength_and_length(tmp_path: Path) -> None:
    assert shot(tmp_path, "push in", strength=1.0).camera.end.zoom > shot(tmp_path, "push in").camera.end.zoom
    assert shot(tmp_path, "push in", seconds=2.5).visible == 75


def test_a_broken_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_text("no picture")
    with pytest.raises(PersonError, match=r"x\.png"):
        move(tmp_path / "x.png", work=Work.alone(tmp_path / "w"))


@pytest.mark.parametrize("strength", [0.0, 0.4, 1.0])
def test_a_roll_goes_the_named_way_and_is_near_enough_all_the_time(tmp_path: Path, strength: float) -> None:
    path = shot(tmp_path, "rotate right", strength=strength).camera
    assert path.start.turn < 0 < path.end.turn
    assert shot(tmp_path, "rotate left", strength=strength).camera.end.turn < 0
    for step in range(21):
        view = view_at(path, step / 20)
        angle = math.radians(abs(view.turn))
        assert view.zoom >= math.cos(angle) + math.sin(angle) * 16 / 9 - 1e-9


def given_video(tmp_path: Path) -> Path:
    video(tmp_path / "v.mp4", sound="stereo")  # 2 s of 24 frames
    return tmp_path / "v.mp4"


def desk(tmp_path: Path, notes: list[str]) -> Work:
    (tmp_path / "w").mkdir(exist_ok=True)
    return Work(folder=tmp_path / "w", parts=tmp_path / "w", remark=notes.append)


def test_a_camera_over_a_video_keeps_its_length_rate_and_sound(tmp_path: Path) -> None:
    notes: list[str] = []
    film = load(move(given_video(tmp_path), "pan right", work=desk(tmp_path, notes)))
    found = film.shots[0]
    assert (film.rate, found.kind, found.visible, found.available, found.sound) == (24, "Video", 48, 48, True)
    assert found.camera.end.x > 0.5
    assert load(move(given_video(tmp_path), seconds=1, work=desk(tmp_path, notes))).frames == 24
    notes.clear()
    assert load(move(given_video(tmp_path), seconds=9, work=desk(tmp_path, notes))).frames == 48
    assert any("ends after 2.0 s" in words for words in notes)


def one_shot(tmp_path: Path) -> Timeline:
    given_video(tmp_path)
    return Timeline(24, (Shot("v.mp4", "Video", 24, source_in=12, available=48, sound=True, fit="fill"),))


def test_a_camera_over_a_cut_of_one_shot_keeps_all_else(tmp_path: Path) -> None:
    film = replace(one_shot(tmp_path), captions=(Caption(2, 9, "Words"),), name="A film")
    save(film, tmp_path / "cut.otio")
    made = load(move(tmp_path / "cut.otio", "push in", ease="slow end", work=desk(tmp_path, [])))
    assert made.shots[0].camera.ease == "slow end"
    assert replace(made, shots=film.shots) == film
    assert replace(made.shots[0], camera=None) == film.shots[0]
    assert load(move(tmp_path / "cut.otio", fit="smart crop", work=desk(tmp_path, []))).shots[0].fit == "smart crop"
    with pytest.raises(PersonError, match="timed to its length"):
        move(tmp_path / "cut.otio", seconds=0.5, work=desk(tmp_path, []))


def test_a_stretch_of_a_cut_ends_where_its_video_does(tmp_path: Path) -> None:
    save(one_shot(tmp_path), tmp_path / "cut.otio")
    notes: list[str] = []
    assert load(move(tmp_path / "cut.otio", seconds=4, work=desk(tmp_path, notes))).frames == 36
    assert any("ends after 1.5 s" in words for words in notes)


def test_several_shots_are_too_many(tmp_path: Path) -> None:
    first = replace(one_shot(tmp_path).shots[0], transition=Transition("cut", 0))
    save(Timeline(24, (first, one_shot(tmp_path).shots[0])), tmp_path / "cut.otio")
    with pytest.raises(PersonError, match=r"has 2 shots.*each shot before `edit`"):
        move(tmp_path / "cut.otio", work=desk(tmp_path, []))


def test_a_broken_video_and_a_missing_one_are_named(tmp_path: Path) -> None:
    (tmp_path / "v.mp4").write_bytes(b"")
    with pytest.raises(PersonError, match=r"'v\.mp4' is empty"):
        move(tmp_path / "v.mp4", work=desk(tmp_path, []))
    save(one_shot(tmp_path), tmp_path / "cut.otio")
    (tmp_path / "v.mp4").unlink()
    with pytest.raises(PersonError, match=r"v\.mp4"):
        move(tmp_path / "cut.otio", work=desk(tmp_path, []))


def test_a_camera_over_a_plain_colour_says_so(tmp_path: Path) -> None:
    save(Timeline(24, (Shot("", "Colour", 24),)), tmp_path / "cut.otio")
    notes: list[str] = []
    move(tmp_path / "cut.otio", work=desk(tmp_path, notes))
    assert any("plain colour" in words for words in notes)
