"""Colours survive the way into planes and back; windows lie where they should, to a hundredth of a pixel."""

import numpy as np
import pytest

from pipelines.film import planes as p
from pipelines.film.views import Window


def at(target: p.Planes, left: float, top: float, scale: float) -> Window:
    """The window whose upper left corner lies there."""
    return Window(left + target.size[0] * scale / 2, top + target.size[1] * scale / 2, scale)


def chart() -> np.ndarray:
    """Patches of 40×40 in 128 colours, the corners of the cube among them; uint8 (320, 640, 3)."""
    colours = np.random.default_rng(3).integers(0, 256, (8, 16, 3))
    colours[0, :8] = [[r, g, b] for r in (0, 255) for g in (0, 255) for b in (0, 255)]
    return np.kron(colours, np.ones((40, 40, 1), int)).astype(np.uint8)


def test_black_and_white_are_16_and_235() -> None:
    for value, level in ((0, 16), (255, 235)):
        made = p.from_rgb(np.full((4, 4, 3), value, np.uint8))
        assert (int(made.y[0, 0]), int(made.u[0, 0]), int(made.v[0, 0])) == (level, 128, 128)


def test_another_decoder_sees_the_same_colours() -> None:
    import av

    rgb = chart()
    made = p.from_rgb(rgb)
    frame = av.VideoFrame(640, 320, "yuv420p")
    for plane, part in zip(frame.planes, made.all, strict=True):
        np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[: plane.height, : plane.width] = part
    frame.colorspace, frame.color_range = 1, 1
    back = frame.reformat(format="rgb24", src_colorspace="ITU709", interpolation="BICUBIC").to_ndarray()
    inner = np.zeros((320, 640), bool)
    for y in range(8):
        for x in range(16):
            inner[y * 40 + 6 : y * 40 + 34, x * 40 + 6 : x * 40 + 34] = True
    assert np.abs(back.astype(int) - rgb)[inner].max() <= 3
    assert np.abs(p.to_rgb(made).astype(int) - rgb)[inner].max() <= 3


def test_a_whole_window_is_a_copy_and_a_moved_one_lies_between() -> None:
    ramp = np.repeat(np.linspace(0, 255, 200).astype(np.uint8)[None, :, None], 100, axis=0).repeat(3, axis=2)
    source, target = p.from_rgb(ramp), p.empty(100, 50)
    p.show(source, target, at(target, 40, 20, 1.0))
    assert (target.y == source.y[20:70, 40:140]).all()
    p.show(source, target, at(target, 40.5, 20, 1.0))
    wanted = (source.y[20:70, 40:140].astype(int) + source.y[20:70, 41:141]) / 2
    assert np.abs(target.y - wanted).max() <= 1


@pytest.mark.parametrize("scale", [0.9, 1.13, 1.5])
def test_chroma_stays_on_its_luma(scale: float) -> None:
    """A red disc moved by fractions of a pixel: the centre of its colour stays on the centre of its light."""
    y, x = np.mgrid[0:400, 0:600]
    disc = np.exp(-((x - 301.3) ** 2 + (y - 198.6) ** 2) / 800)
    rgb = np.stack([40 + 200 * disc, np.full_like(disc, 40), np.full_like(disc, 40)], axis=2).astype(np.uint8)
    target = p.empty(240, 160)
    p.show(p.from_rgb(rgb), target, at(target, 180.37, 110.81, scale))

    def centre(plane: np.ndarray, ground: int) -> tuple[float, float]:
        weight = np.clip(plane.astype(float) - ground - 3, 0, None)
        rows, columns = np.mgrid[0 : plane.shape[0], 0 : plane.shape[1]]
        return float((weight * columns).sum() / weight.sum()), float((weight * rows).sum() / weight.sum())

    light, colour = centre(target.y, int(target.y.min())), centre(target.v, 128)
    assert abs(colour[0] * 2 - light[0]) < 0.15
    assert abs(colour[1] * 2 + 0.5 - light[1]) < 0.15


def test_dim_ends_in_black() -> None:
    made = p.from_rgb(chart())
    p.dim(made, 0.0)
    assert [int(a.min()) for a in made.all] == [16, 128, 128]
    assert [int(a.max()) for a in made.all] == [16, 128, 128]


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (6000, 40), (641, 361)])
def test_sides_are_even_and_cover_or_fit(size: tuple[int, int]) -> None:
    wide, high = p.cover(*size, 640, 360)
    assert wide >= 640
    assert high >= 360
    assert wide % 2 == high % 2 == 0
    wide, high = p.contain(*size, 640, 360)
    assert 2 <= wide <= 640
    assert 2 <= high <= 360


@pytest.mark.parametrize("degrees", [7.0, -31.0, 90.0])
def test_a_turned_window_keeps_light_and_colour_together(degrees: float) -> None:
    """A red disc right of the middle, seen by a camera turned clockwise, stands so far turned the other way."""
    y, x = np.mgrid[0:400, 0:600]
    disc = np.exp(-((x - 349.5) ** 2 + (y - 199.5) ** 2) / 300)
    rgb = np.stack([40 + 200 * disc, np.full_like(disc, 40), np.full_like(disc, 40)], axis=2).astype(np.uint8)
    target = p.empty(240, 240)
    p.show(p.from_rgb(rgb), target, Window(300, 200, 1.0, degrees))
    weight = np.clip(target.y.astype(float) - 60, 0, None)
    rows, columns = np.mgrid[0:240, 0:240]
    found = np.array([(weight * columns).sum(), (weight * rows).sum()]) / weight.sum()
    angle = np.deg2rad(-degrees)
    assert np.allclose(found, [119.5 + 50 * np.cos(angle), 119.5 + 50 * np.sin(angle)], atol=0.05)
    weight = np.clip(target.v.astype(float) - 140, 0, None)
    rows, columns = np.mgrid[0:120, 0:120]
    chroma = np.array([(weight * columns).sum(), (weight * rows).sum()]) / weight.sum() * 2 + [0, 0.5]
    assert np.allclose(chroma, found, atol=0.1)


@pytest.mark.parametrize("scale", [1.2, 1.0004, 8 / 7, 0.87])
@pytest.mark.parametrize("corner", [(0.0, 0.0), (3.3, 0.6), (64.25, 31.9)])
def test_the_quick_way_shows_what_the_slow_one_does(scale: float, corner: tuple[float, float]) -> None:
    y, x = np.mgrid[0:300, 0:500]
    wave = (128 + 60 * np.sin(x / 5.1) + 50 * np.cos(y / 6.3)).astype(np.uint8)
    source = p.from_rgb(np.dstack([wave, wave[::-1], wave[:, ::-1]]))
    slow, quick = p.empty(240, 160), p.empty(240, 160)
    window = at(slow, *corner, scale)
    for plane, out, chroma in zip(source.all, slow.all, (0, 1, 1), strict=True):
        step, row = (2, 0.5) if chroma else (1, 0.0)
        rows, columns = np.mgrid[0 : out.shape[0], 0 : out.shape[1]].astype(np.float32)
        sx = (corner[0] + (columns * step + 0.5) * scale - 0.5) / step
        sy = (corner[1] + (rows * step + row + 0.5) * scale - 0.5 - row) / step
        sx, sy = sx.clip(0, plane.shape[1] - 1), sy.clip(0, plane.shape[0] - 1)
        out[:] = bilinear(plane, sx, sy)
    for each in (source, p.rimmed(source)):
        p.show(each, quick, window)
        for a, b in zip(slow.all, quick.all, strict=True):
            assert np.abs(a.astype(int) - b).max() <= 2
            assert abs((a.astype(float) - b).mean()) < 0.6


def bilinear(plane: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right, low = np.minimum(left + 1, plane.shape[1] - 1), np.minimum(top + 1, plane.shape[0] - 1)
    u, v, values = x - left, y - top, plane.astype(float)
    upper = values[top, left] * (1 - u) + values[top, right] * u
    lower = values[low, left] * (1 - u) + values[low, right] * u
    return (upper * (1 - v) + lower * v + 0.5).astype(np.uint8)
