"""Textures and lines of card grounds: paper's tooth, cut edges, bricks, the height lines of a map."""

from functools import lru_cache

import cv2
import numpy as np
import skia

from pipelines.make.drawn.sheet import ridge, smooth

_TILE = 512


@lru_cache(maxsize=1)
def paper_tooth() -> skia.Shader:
    """The grain of paper as a tile of shade to lay over a tone: 512 pixels, without seams."""
    rng = np.random.default_rng(20)
    total = np.zeros((_TILE, _TILE), np.float32)
    for cells, strength in ((256, 0.9), (90, 0.7), (20, 0.5)):
        noise = rng.normal(0, 1, (cells, cells)).astype(np.float32)
        around = np.pad(noise, 4, mode="wrap")
        side = round(_TILE * (cells + 8) / cells)
        edge = round(_TILE * 4 / cells)
        total += (
            strength
            * cv2.resize(around, (side, side), interpolation=cv2.INTER_CUBIC)[edge : edge + _TILE, edge : edge + _TILE]
        )
    tone = np.clip(248 + 4.2 * total, 226, 255).astype(np.uint8)
    pixels = np.zeros((_TILE, _TILE, 4), np.uint8)
    pixels[..., 3] = 255 - tone
    image = skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kRGBA_8888_ColorType)
    return image.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions(skia.FilterMode.kLinear))


def wave(rng: np.random.Generator, w: float, h: float, top: float, tall: float) -> skia.Path:
    """A sheet whose upper edge is cut in a long wave, from `top`; it covers all below and beyond the sides."""
    heights = ridge(rng, 15, 0.35, 2.2)
    xs = np.linspace(-0.3 * w, 1.3 * w, len(heights))
    points = [(float(x), float(top + (0.5 - y) * 2 * tall)) for x, y in zip(xs, heights, strict=True)]
    path = smooth(points, close=False)
    path.lineTo(1.3 * w, 1.9 * h)
    path.lineTo(-0.3 * w, 1.9 * h)
    path.close()
    return path


def brick_lines(w: float, h: float, course: float) -> skia.Path:
    """The joints of a wall, `course` pixels high each."""
    path = skia.Path()
    row, y = 0, -0.1 * h
    while y < 1.1 * h:
        path.moveTo(-0.1 * w, y)
        path.lineTo(1.1 * w, y)
        x = -0.1 * w + (row % 2) * 1.2 * course
        while x < 1.1 * w:
            path.moveTo(x, y)
            path.lineTo(x, y + course)
            x += 2.4 * course
        y += course
        row += 1
    return path


def contour_lines(rng: np.random.Generator, w: float, h: float) -> list[skia.Path]:
    """Lines of equal height over a land of smooth noise, lowest first, one path a height."""
    tall, wide = 150, round(150 * w / h)
    land = np.zeros((tall, wide), np.float32)
    for cells, strength in ((3, 1.0), (6, 0.45), (11, 0.16)):
        noise = rng.normal(0, 1, (cells + 1, round(cells * w / h) + 2)).astype(np.float32)
        land += strength * cv2.resize(noise, (wide, tall), interpolation=cv2.INTER_CUBIC)
    land = cv2.GaussianBlur(cv2.resize(land, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC), (0, 0), 3)
    low, high = float(land.min()), float(land.max())
    scale = 1.12 * w / land.shape[1]
    paths = []
    for level in np.linspace(low, high, 16)[1:-1]:
        found, _ = cv2.findContours((land > level).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        path = skia.Path()
        for line in found:
            points = line[::5, 0, :].astype(float) * scale - np.array([0.06 * w, 0.06 * h])
            if len(points) > 6:
                path.addPath(smooth([(float(x), float(y)) for x, y in points]))
        paths.append(path)
    return paths
