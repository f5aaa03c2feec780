"""Retime: the same stretch is seen at every speed, ramp and direction; frozen pictures are those at the edges."""

import math
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from pipelines.shape.move import move
from pipelines.shape.retime import retime
from pipelines.shape.trim import trim
from studio.errors import PersonError
from studio.timeline import Camera, Shot, Timeline, Transition, View, Voice, exact_rate, load, save
from studio.work import Work
from tests.odd_media import quarters, video

RAMPS = ["slow to fast", "fast to slow", "slow in the middle", "fast in the middle"]


def desk(tmp_path: Path, notes: list[str] | None = None) -> Work:
    (tmp_path / "w").mkdir(exist_ok=True)
    return Work(folder=tmp_path / "w", parts=tmp_path / "w", remark=(notes if notes is not None else []).append)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Frames 12 to 35 of 48."""
    video(tmp_path / "v.mp4")
    return Path(trim(tmp_path / "v.mp4", 0.5, 1, work=desk(tmp_path))).rename(tmp_path / "clip.otio")


def only(path: object) -> Shot:
    (shot,) = load(path).shots  # type: ignore[arg-type]
    return shot


def seen(shot: Shot) -> list[int]:
    """The source frame of every visible one, found as the reader finds it."""
    return [math.floor(shot.source_at(n) + 0.04) for n in range(shot.visible)]


@pytest.mark.parametrize(("speed", "frames"), [(1, 24), (2, 12), (0.5, 48), (8, 3), (1.5, 16), (0.3, 80)])
def test_the_stretch_at_an_even_speed(tmp_path: Path, clip: Path, speed: float, frames: int) -> None:
    shot = only(retime(clip, speed, work=desk(tmp_path)))
    assert shot.visible == frames
    assert shot.source_at(frames) == pytest.approx(36)
    assert (seen(shot)[0], min(seen(shot)), max(seen(shot)) <= 35) == (12, 12, True)
    assert only(retime(clip, 1, work=desk(tmp_path))).speed == ()


@pytest.mark.parametrize("speed", [1, 2, 0.5, 8, 0.3])
def test_backwards_from_the_last_picture_to_the_first(tmp_path: Path, clip: Path, speed: float) -> None:
    shot = only(retime(clip, speed, reverse=True, work=desk(tmp_path)))
    frames = seen(shot)
    assert (frames[0], frames[-1]) == (35, 12)
    assert frames == sorted(frames, reverse=True)
    if speed == 1:
        assert frames == list(range(35, 11, -1))


@pytest.mark.parametrize("ramp", RAMPS)
@pytest.mark.parametrize("reverse", [False, True])
def test_ramps_bring_all_of_the_stretch(tmp_path: Path, clip: Path, ramp: str, reverse: bool) -> None:
    shot = only(retime(clip, 0.5, ramp, reverse, work=desk(tmp_path)))  # type: ignore[arg-type]
    places = [shot.source_at(n) for n in range(49)]
    assert shot.visible == 48
    assert abs(places[0] - places[48]) == pytest.approx(24, abs=0.9)
    assert (min(seen(shot)), max(seen(shot))) == (12, 35)
    steps = [abs(b - a) for a, b in pairwise(places)]
    thirds = (sum(steps[:6]), sum(steps[21:27]), sum(steps[-6:]))
    order = {
        "slow to fast": thirds[0] < thirds[1] < thirds[2],
        "fast to slow": thirds[0] > thirds[1] > thirds[2],
        "slow in the middle": thirds[1] < min(thirds[0], thirds[2]),
        "fast in the middle": thirds[1] > max(thirds[0], thirds[2]),
    }
    assert order[ramp]


@pytest.mark.parametrize("ramp", ["none", "slow to fast"])
@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("place", ["start", "end"])
def test_frozen_pictures_are_those_at_the_edge(
    tmp_path: Path, clip: Path, ramp: str, reverse: bool, place: str
) -> None:
    moving = seen(only(retime(clip, 1, ramp, reverse, work=desk(tmp_path))))  # type: ignore[arg-type]
    held = seen(only(retime(clip, 1, ramp, reverse, 0.5, place, work=desk(tmp_path))))  # type: ignore[arg-type]
    expected = [moving[0]] * 12 + moving if place == "start" else moving + [moving[-1]] * 12
    assert held == expected


def test_a_retimed_clip_may_be_retimed_again(tmp_path: Path, clip: Path) -> None:
    fast = Path(retime(clip, 2, work=desk(tmp_path))).rename(tmp_path / "fast.otio")
    shot = only(retime(fast, 0.5, reverse=True, work=desk(tmp_path)))  # type: ignore[arg-type]
    assert (shot.visible, seen(shot)[0], seen(shot)[-1]) == (24, 34, 12)
    ramped = Path(retime(clip, 1, "slow to fast", work=desk(tmp_path))).rename(tmp_path / "ramped.otio")
    with pytest.raises(PersonError, match="Shot 1 changes its speed already"):
        retime(ramped, 2, work=desk(tmp_path))  # type: ignore[arg-type]


def test_a_cut_goes_backwards_as_a_whole(tmp_path: Path, clip: Path) -> None:
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    shots = (
        Shot("v.mp4", "Video", 24, available=48, transition=Transition("dissolve", 8)),
        Shot("a.png", "Image", 24, camera=Camera(View(), View(zoom=1.3), "slow start")),
    )
    save(Timeline(exact_rate(24), shots, fade_in=6), tmp_path / "two.otio")
    film = load(retime(tmp_path / "two.otio", 2, reverse=True, work=desk(tmp_path)))
    still, moving = film.shots
    assert (still.kind, moving.kind) == ("Image", "Video")
    assert still.camera == Camera(View(zoom=1.3), View(), "slow end")
    assert (still.visible, moving.visible, still.overlap, film.fade_out) == (12, 12, 4, 5)
    assert (seen(moving)[0], seen(moving)[-1]) == (23, 0)


def test_what_cannot_go_along_is_said(tmp_path: Path, clip: Path) -> None:
    film = load(clip)
    save(Timeline(film.rate, film.shots, (Voice("v.flac", 0, 10),)), tmp_path / "said.otio")
    with pytest.raises(PersonError, match="voices, captions"):
        retime(tmp_path / "said.otio", 2, work=desk(tmp_path))
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    notes: list[str] = []
    still = Path(move(tmp_path / "a.png", "push in", work=Work.alone(tmp_path / "m"))).rename(tmp_path / "still.otio")
    load(retime(still, 2, "slow to fast", work=desk(tmp_path, notes)))  # type: ignore[arg-type]
    assert any("no movement of its own" in note for note in notes)
