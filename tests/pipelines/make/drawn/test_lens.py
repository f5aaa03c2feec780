"""A lens leaves sharp what it is set to, softens what lies nearer or farther, and darkens no edge."""

import cv2
import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.layering import FAR, Layer
from pipelines.make.drawn.lens import MIDDLE, Sharp, cared_for, set_to, softness, through

W, H = 480, 270
HALVES = {"far": (0, W // 2, 30.0), "near": (W // 2, W, MIDDLE)}


def striped(left: int, right: int, away: float) -> Layer:
    """A layer of stripes between two columns."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect(0, 0, W, H))
    for x in range(left, right, 4):
        canvas.drawRect(skia.Rect.MakeXYWH(x, 0, 2, H), skia.Paint(Color=skia.ColorBLACK))
    return Layer("stripes", away, picture=recorder.finishRecordingAsPicture())


def ground(colour: int) -> Layer:
    recorder = skia.PictureRecorder()
    recorder.beginRecording(skia.Rect(-99, -99, W + 99, H + 99)).drawColor(colour)
    return Layer("sky", FAR, picture=recorder.finishRecordingAsPicture())


def seen(sharp: Sharp, *layers: Layer) -> NDArray[np.uint8]:
    surface = skia.Surface(W, H)
    through(surface.getCanvas(), layers, sharp, MIDDLE)
    return surface.toarray()[..., :3]


def detail(pixels: NDArray[np.uint8], left: int, right: int) -> float:
    inner = cv2.cvtColor(pixels[40:-40, left + 40 : right - 40], cv2.COLOR_BGR2GRAY)
    return float(cv2.Laplacian(inner, cv2.CV_64F).std())


@pytest.mark.parametrize(
    ("sharp", "crisp"), [("subject", {"near"}), ("background", {"far"}), ("deep", {"near", "far"})]
)
def test_what_it_is_set_to_is_sharp(sharp: Sharp, crisp: set[str]) -> None:
    pixels = seen(sharp, ground(skia.ColorWHITE), *(striped(*half) for half in HALVES.values()))
    told = {name: detail(pixels, left, right) for name, (left, right, _) in HALVES.items()}
    assert {name for name, found in told.items() if found > 200} == crisp
    assert all(found < 60 for name, found in told.items() if name not in crisp)


@pytest.mark.parametrize("sharp", ["subject", "background"])
def test_a_plain_sky_stays_plain_to_its_edges(sharp: Sharp) -> None:
    assert np.ptp(seen(sharp, ground(0xFF4080C0)).reshape(-1, 3), axis=0).max() <= 1


def test_the_ground_is_never_soft_and_the_lens_holds_what_it_cares_for() -> None:
    assert softness(Layer("floor", 4.0, floor=100.0), 1.0) == 0
    assert softness(Layer("it", MIDDLE), set_to(1.0, MIDDLE)) == pytest.approx(0)
    assert cared_for(None) == MIDDLE
    assert (cared_for(0.3), cared_for(90.0)) == (1.0, 3.6)
