"""What looks do to tones and edges, on whole frames, quickly: bytes where bytes will do, one channel where one will."""

import math
from functools import lru_cache
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.looks.look import Pixels

Grey = NDArray[np.uint8]  # (h, w)
Field = NDArray[np.float32]  # (h, w)


def luma(pixels: Pixels) -> Grey:
    """Brightness of RGB pixels, 0 to 255 (ITU-R BT.601's weights, as the eye takes gamma-coded colours)."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))


def times(pixels: Pixels, factor: Grey, one: int = 128) -> Pixels:
    """RGB multiplied by a map, in which `one` leaves a pixel as it is."""
    return np.asarray(cv2.multiply(pixels, cv2.merge([factor] * 3), scale=1 / one))


def as_factor(field: Field, one: int = 128) -> Grey:
    """A map of factors around 1 for `times`."""
    return np.asarray(cv2.convertScaleAbs(np.maximum(field, 0), alpha=one))


def ramp(grey: NDArray[np.generic], gain: float, offset: float) -> Grey:
    """gain · grey + offset, held to 0 … 255. (cv2.convertScaleAbs turns what is below 0 around.)"""
    if grey.dtype == np.uint8:
        return np.asarray(cv2.addWeighted(grey, gain, grey, 0, offset))
    return np.clip(grey * np.float32(gain) + np.float32(offset), 0, 255).astype(np.uint8)


def over(pixels: Pixels, colour: tuple[int, int, int] | Pixels, share: Grey) -> Pixels:
    """`colour`, plain or a picture, laid over the pixels where `share` says: 0 not at all, 255 wholly."""
    wide = cv2.merge([share] * 3)
    if isinstance(colour, tuple):
        laid = cv2.multiply(wide, (*colour, 0), scale=1 / 255)
    else:
        laid = cv2.multiply(wide, colour, scale=1 / 255)
    return np.asarray(cv2.add(cv2.multiply(pixels, cv2.bitwise_not(wide), scale=1 / 255), laid))


def blend(first: Pixels, second: Pixels, share: float) -> Pixels:
    return np.asarray(cv2.addWeighted(first, 1 - share, second, share, 0))


def blurred(picture: NDArray[np.generic], sigma: float) -> NDArray[np.generic]:
    """Gaussian blur; wide ones are made small, where they cost little."""
    if sigma < 0.3:
        return picture
    h, w = picture.shape[:2]
    fold = 1 if sigma < 4 else 2 if sigma < 8 else 4 if sigma < 20 else 8
    if fold == 1 or min(h, w) < 4 * fold:
        return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma))
    small = cv2.resize(picture, (math.ceil(w / fold), math.ceil(h / fold)), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), sigma / fold)
    return np.asarray(cv2.resize(soft, (w, h), interpolation=cv2.INTER_LINEAR))


def smooth(pixels: Pixels, u: float, rounds: int = 1) -> Pixels:
    """Small things melted away and edges kept: medians at half the size."""
    h, w = pixels.shape[:2]
    fold = 2 * u if min(h, w) > 64 else 1.0
    small = pixels
    if fold > 1.2:
        small = cv2.resize(pixels, (max(1, round(w / fold)), max(1, round(h / fold))), interpolation=cv2.INTER_AREA)
    for _ in range(rounds):
        small = cv2.medianBlur(small, 5)
    return np.asarray(cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC)) if small.shape[:2] != (h, w) else small


def gradient(grey: NDArray[np.generic]) -> tuple[Field, Field]:
    """Slopes to the right and downwards, in levels a pixel (Scharr)."""
    return (np.asarray(cv2.Scharr(grey, cv2.CV_32F, 1, 0, scale=1 / 32)),
            np.asarray(cv2.Scharr(grey, cv2.CV_32F, 0, 1, scale=1 / 32)))  # fmt: skip


def edges(grey: NDArray[np.generic]) -> Field:
    """How steep it is, levels a pixel. Not by cv2.magnitude: it rounds by where in memory its arrays happen to lie."""
    dx, dy = gradient(grey)
    dx *= dx
    dy *= dy
    dx += dy
    return np.sqrt(dx, out=dx)


def calm(grey: Grey, u: float) -> Field:
    """Brightness without the noise of slow gradients, edges as sharp as they were."""
    soft = cv2.GaussianBlur(grey, (0, 0), max(0.6, 2.6 * u)).astype(np.float32)
    away = cv2.absdiff(grey.astype(np.float32), soft)
    share = cv2.GaussianBlur(ramp(away, 26.0, -40.0), (0, 0), max(0.5, 1.2 * u))
    share = share.astype(np.float32) * np.float32(1 / 255)
    return np.asarray(soft + (grey - soft) * share)


def ink_lines(grey: Grey, u: float, thin: float = 1.0, bold: float = 1.0) -> Grey:
    """Dark lines on white, 0 to 255: an extended difference of Gaussians, soft at its threshold.

    (Winnemöller, Kyprianidis, Olsen: XDoG, 2012, without the flow.)
    """
    fine = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), max(0.5, thin * u))
    far = cv2.GaussianBlur(fine, (0, 0), max(0.6, 1.25 * thin * u))
    # What is weaker than the grain of a picture is no line, or lines would flicker with it.
    low = cv2.subtract(far, fine) - np.float32(_QUIET)
    return np.asarray(cv2.convertScaleAbs(np.maximum(low, 0), alpha=26.0 * bold)) ^ np.uint8(255)


_QUIET = 0.7  # levels


@lru_cache(maxsize=32)
def _steps(levels: tuple[int, ...], soft: float) -> NDArray[np.float32]:
    """A table of 4096 tones: each brought to the nearest of the levels, with short soft ramps between them."""
    at = np.arange(4096, dtype=np.float32) / 16
    found = np.full(4096, levels[0], np.float32)
    for low, high in pairwise(levels):
        t = np.clip((at - (low + high) / 2) / soft + 0.5, 0, 1)
        found += (high - low) * t * t * (3 - 2 * t)
    return found


def posterised(tone: Field, levels: tuple[int, ...], soft: float = 2.0) -> Field:
    """Tones (0 to 255) brought to a few levels; `soft` is how many tones a step takes."""
    place = np.clip(tone * np.float32(16), 0, 4095).astype(np.uint16)
    return np.asarray(np.take(_steps(levels, soft), place))


def curve(*points: tuple[float, float]) -> NDArray[np.uint8]:
    """A table of 256 tones through the points (0 to 255 each), for cv2.LUT."""
    x, y = zip(*points, strict=True)
    return np.asarray(np.clip(np.interp(np.arange(256), x, y) + 0.5, 0, 255).astype(np.uint8))


def inks(stops: list[tuple[float, tuple[int, int, int]]]) -> NDArray[np.uint8]:
    """A table (256, 1, 3) from brightness to a colour, through the stops (brightness 0 to 1, RGB)."""
    at = [255 * s for s, _ in stops]
    columns = [np.interp(np.arange(256), at, [c[k] for _, c in stops]) for k in range(3)]
    return np.asarray(np.stack(columns, axis=1).reshape(256, 1, 3).round().astype(np.uint8))


def printed(grey: Grey, table: NDArray[np.uint8]) -> Pixels:
    """Brightness put through a table of `inks`."""
    return np.asarray(cv2.LUT(cv2.merge([grey] * 3), table.reshape(1, 256, 3)))


def vivid(pixels: Pixels, more: float) -> Pixels:
    """Saturation multiplied at constant brightness."""
    w = np.array([0.299, 0.587, 0.114])
    return np.asarray(cv2.transform(pixels, np.eye(3) * more + (1 - more) * w[None, :].repeat(3, axis=0)))
