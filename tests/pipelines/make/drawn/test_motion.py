"""Frames of a set in motion: what the camera takes is what was painted, at every size."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from pipelines.make.drawn.camera import Ground
from pipelines.make.drawn.layering import FAR, Layer, Pose
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.motion import Motion, _joined
from pipelines.make.drawn.picture import Set
from pipelines.make.drawn.sheet import Stage

SIZE = (1920, 1080)


def painted(name: str, away: float, colour: int, box: tuple[float, float, float, float], **more: object) -> Layer:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect(-960, -540, 2880, 1620))
    canvas.drawRect(skia.Rect.MakeLTRB(*box), skia.Paint(Color=colour, AntiAlias=True))
    return Layer(name, away, picture=recorder.finishRecordingAsPicture(), **more)  # type: ignore[arg-type]


SKY = painted("sky", FAR, 0xFF204080, (-200, -200, 2120, 1280))
TOWER = painted("tower", 1.5, 0xFFE08020, (800, 300, 1000, 900))


def scene(*layers: Layer) -> Set:
    stage = Stage(600, (700, 1000), (100, 500))
    return Set(layers, SIZE, stage, light_of("day", "clear"), [], [], [], lens=False)


def filmed(built: Set, move: str = "still", focus: str = "deep", size: tuple[int, int] = (640, 360)) -> Motion:
    return Motion(built, Ground(SIZE, 600, (900, 600), 1.5), move, 2.0, 0.5, focus, size)  # type: ignore[arg-type]


def test_at_rest_it_is_the_picture() -> None:
    frame = filmed(scene(SKY, TOWER)).frame(0.0)
    assert frame.shape == (360, 640, 4)
    assert frame[50, 50, :3].tolist() == [0x80, 0x40, 0x20]  # blue first
    assert frame[200, 300, :3].tolist() == [0x20, 0x80, 0xE0]
    assert (frame[:, :, 3] == 255).all()


@pytest.mark.parametrize("move", ["push in", "pan left", "orbit right", "handheld", "tilt up"])
@pytest.mark.parametrize("size", [(640, 360), (200, 112)])
def test_no_edge_shows_and_the_same_moment_is_the_same(move: str, size: tuple[int, int]) -> None:
    motion = filmed(scene(SKY, TOWER), move, size=size)
    for moment in (0.0, 0.7, 2.0):
        first = motion.frame(moment).copy()
        assert first[:, :, 0].min() > 0x10  # no black anywhere
        motion.frame(1.3)
        assert np.array_equal(motion.frame(moment), first)


def test_a_moving_edge_keeps_its_place_between_pixels() -> None:
    """The tower's left edge, read from how much of its pixel it covers, against where the camera puts it."""
    motion = filmed(scene(SKY, TOWER), "push in")
    places = []
    for n in range(60):
        row = motion.frame(n / 30)[200, :, 2].astype(float)
        covered = (row - 0x20) / (0xE0 - 0x20)
        left = int(np.argmax(covered > 0.5))
        inside = covered[max(0, left - 4) : left + 4]
        places.append(left + 4 - inside.sum())
    jerks = np.diff(places, 2)
    assert np.sqrt((jerks**2).mean()) < 0.1


def test_light_is_laid_on_as_light() -> None:
    glow = painted("glow", FAR, 0xFF808080, (0, 0, 1920, 1080), light=True)
    frame = filmed(scene(SKY, glow)).frame(0.0)
    expected = [round(255 * (1 - (1 - c / 255) * (1 - 0x80 / 255))) for c in (0x80, 0x40, 0x20)]
    assert np.abs(frame[50, 50, :3].astype(int) - expected).max() <= 2


def test_layers_live() -> None:
    def bob(seconds: float) -> Pose:
        return Pose(dx=60 * seconds, alpha=1 - 0.5 * seconds)

    motion = filmed(scene(SKY, replace(TOWER, life=bob)))
    before, after = motion.frame(0.0).copy(), motion.frame(1.0).copy()
    assert (before[200, 270, 2], after[200, 270, 2]) == (0xE0, 0x20)
    assert after[200, 320, 2] == pytest.approx((0xE0 + 0x20) / 2, abs=3)


def test_focus_goes_from_the_background_to_the_subject() -> None:
    motion = filmed(scene(SKY, TOWER), "still", "rack to subject")

    def softness(moment: float) -> int:
        row = motion.frame(moment)[200, :, 2]
        return int(((row > 0x30) & (row < 0xD0)).sum())

    assert softness(0.0) > softness(2.0) + 3


def test_still_layers_that_lie_alike_are_laid_down_as_one() -> None:
    stars = painted("stars", FAR, 0xFFFFFFFF, (100, 100, 110, 110))
    cloud = painted("cloud", FAR, 0xFFFFFFFF, (500, 100, 700, 200), life=lambda t: Pose(dx=t))
    assert [layer.name for layer in _joined((SKY, stars, cloud, TOWER))] == ["sky, stars", "cloud", "tower"]
    one, two = filmed(scene(SKY, stars, TOWER)), filmed(scene(SKY, replace(stars, life=lambda t: Pose()), TOWER))
    assert np.abs(one.frame(0.0).astype(int) - two.frame(0.0)).max() <= 2
