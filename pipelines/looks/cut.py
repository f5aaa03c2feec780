"""Cut paper: sheets of coloured paper over each other, with soft shadows, pale cut edges and fibres."""

from zlib import crc32

import cv2
import numpy as np

from pipelines.looks import tones
from pipelines.looks.look import Apply, Ground, OnLayer, Pixels
from pipelines.looks.textures import clouds, fibres, relief, shifted, tooth, vignette

_SHEETS = (18, 62, 104, 146, 188, 226, 250)  # brightness of the sheets a picture is cut from
_TONES = tuple(range(10, 256, 20))  # what a layer, a sheet already, is printed with


def cut_paper(ground: Ground, layered: bool) -> Apply:
    """A picture cut from sheets by its brightness: the darker lies over the brighter, as what is near often does."""
    u = ground.u
    frame = vignette(ground, 0.16)
    if layered:  # each layer is a sheet already and has its own fibres
        light = tones.as_factor(frame)
        return lambda pixels, seconds: tones.times(pixels, light)
    texture = tones.as_factor(_texture(ground, 1) * frame)

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        flat, sheet = _flattened(pixels, u)
        high = 255 - sheet
        near = np.asarray(tones.blurred(shifted(high, 3.0 * u, 4.2 * u), 3.2 * u))
        far = np.asarray(tones.blurred(shifted(high, 6.0 * u, 9.0 * u), 8.5 * u))
        shade = np.maximum(near - high, 0) * np.float32(0.0042) + np.maximum(far - high, 0) * np.float32(0.0024)
        rim = np.maximum(high - shifted(high, 1.1 * u, 1.3 * u), 0) * np.float32(0.006)
        factor = tones.as_factor(1 - np.minimum(shade, 0.5) + np.minimum(rim, 0.3))
        return tones.times(tones.times(flat, factor), texture)

    return apply


def _flattened(pixels: Pixels, u: float, levels: tuple[int, ...] = _SHEETS) -> tuple[Pixels, np.ndarray]:
    """The picture in a few papers, and the brightness of the paper at each pixel."""
    clear = cv2.medianBlur(tones.vivid(pixels, 1.12), 3 if u < 0.9 else 5)
    bright, red, blue = cv2.split(cv2.cvtColor(clear, cv2.COLOR_RGB2YCrCb))
    sheet = tones.posterised(tones.calm(bright, 1.4 * u), levels, 1.5)
    sheet = cv2.GaussianBlur(sheet, (0, 0), max(0.4, 0.6 * u))
    flat = cv2.cvtColor(cv2.merge([cv2.convertScaleAbs(sheet), red, blue]), cv2.COLOR_YCrCb2RGB)
    return np.asarray(flat), sheet


def _texture(ground: Ground, purpose: int) -> np.ndarray:
    """Paper as a factor around 1."""
    height = tooth(ground, purpose)
    return (1 + 0.055 * relief(height, ground) + 0.02 * clouds(ground, purpose + 6, 70)
            + 0.035 * fibres(ground, purpose + 7, 0.8))  # fmt: skip


def sheets(seed: int) -> OnLayer:
    """What makes one layer of a drawn picture a piece of cut paper. For one thread."""
    papers: dict[float, np.ndarray] = {}  # by their scale: drawn once, every layer is cut from another place

    def cut(rgba: Pixels, name: str, u: float) -> Pixels:
        """`rgba`: premultiplied; `u`: its pixels to a unit. What is no solid thing (a glow, a mist) stays as it is."""
        alpha = np.ascontiguousarray(rgba[:, :, 3])
        solid = cv2.countNonZero(cv2.compare(alpha, 200, cv2.CMP_GT))
        if not solid or solid < 0.45 * cv2.countNonZero(cv2.compare(alpha, 8, cv2.CMP_GT)):
            return rgba
        h, w = alpha.shape
        if u not in papers:
            side = max(8, round(720 * u))
            papers[u] = tones.as_factor(_texture(Ground(side, side, seed), 1))
        plain = _unpremultiplied(rgba, alpha)
        flat, _ = _flattened(plain, u, _TONES)
        paper = tones.times(flat, _piece(papers[u], name, h, w))
        out = np.empty_like(rgba)
        if cv2.minMaxLoc(alpha)[0] > 250:  # a ground that fills everything has no edge
            out[:, :, :3], out[:, :, 3] = paper, alpha
            return out
        hard = tones.ramp(np.asarray(tones.blurred(alpha, 0.8 * u)), 3.0, -255.0)
        hard = cv2.min(hard, cv2.convertScaleAbs(alpha, alpha=2.0))
        rim = cv2.subtract(hard, np.asarray(shifted(hard, 1.2 * u, 1.5 * u)))
        paper = tones.over(paper, (255, 252, 244), cv2.convertScaleAbs(rim, alpha=0.5))
        near = np.asarray(tones.blurred(shifted(hard, 3.0 * u, 4.5 * u), 3.4 * u))
        far = np.asarray(tones.blurred(shifted(hard, 7.0 * u, 10 * u), 9.0 * u))
        shade = cv2.addWeighted(near, 0.26, far, 0.22, 0)
        out[:, :, :3] = cv2.multiply(paper, cv2.merge([hard] * 3), scale=1 / 255)
        out[:, :, 3] = cv2.add(hard, cv2.multiply(shade, cv2.bitwise_not(hard), scale=1 / 255))
        return out

    return cut


def _piece(paper: np.ndarray, name: str, high: int, wide: int) -> np.ndarray:
    """A piece (high, wide) of a sheet of paper that goes on for ever, from a place that the layer's name gives."""
    side, place = paper.shape[0], crc32(name.encode())
    rows = (np.arange(high) + place % side) % side
    columns = (np.arange(wide) + place // side % side) % side
    return np.asarray(paper[rows][:, columns])


def _unpremultiplied(rgba: Pixels, alpha: np.ndarray) -> Pixels:
    """The colours themselves, where there are any; carried outwards a little, for what is smoothed at an edge."""
    plain = cv2.divide(cv2.cvtColor(rgba, cv2.COLOR_RGBA2RGB), cv2.merge([alpha] * 3), scale=255)
    if cv2.minMaxLoc(alpha)[0] > 250:
        return np.asarray(plain)
    grown = cv2.dilate(plain, np.ones((5, 5), np.uint8))
    return np.asarray(cv2.copyTo(plain, cv2.compare(alpha, 40, cv2.CMP_GT), grown))
