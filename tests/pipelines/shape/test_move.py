"""Camera moves: where each one goes, and never off the picture."""

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from pipelines.shape.move import move
from pipelines.views import view_at
from studio.errors import PersonError
from studio.timeline import load
from studio.work import Work
from tests.odd_media import quarters


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


@pytest.mark.parametrize("camera", ["push in", "pull out", "pan left", "pan right", "tilt up", "tilt down"])
@pytest.mark.parametrize("ease", ["gentle", "linear"])
def test_every_view_lies_on_the_picture_and_motion_never_turns_back(tmp_path: Path, camera: str, ease: str) -> None:
    path = shot(tmp_path, camera, strength=1.0, ease=ease).camera
    views = [view_at(path, i / 50) for i in range(51)]
    assert all(0 <= v.x <= 1 and 0 <= v.y <= 1 and v.zoom >= 1 for v in views)
    for pick in (lambda v: v.x, lambda v: v.y, lambda v: v.zoom):
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
