"""Looks painted with water: watercolour, the storybook's pen and wash, paint on rough paper."""

import cv2
import numpy as np

from pipelines.looks import tones
from pipelines.looks.look import Apply, Ground, Pixels
from pipelines.looks.textures import clouds, deckle, relief, tooth

_PAPER = (250, 246, 236)


def wobble(ground: Ground, purpose: int, *waves: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    """Fixed-point maps for cv2.remap that make every edge go its way by hand: (lump, reach) in units each."""
    y, x = np.mgrid[0 : ground.h, 0 : ground.w].astype(np.float32)
    for i, (cell, reach) in enumerate(waves):
        x += np.float32(reach * ground.u) * clouds(ground, purpose + 2 * i, cell)
        y += np.float32(reach * ground.u) * clouds(ground, purpose + 2 * i + 1, cell)
    return cv2.convertMaps(x, y, cv2.CV_16SC2)


def moved(pixels: Pixels, maps: tuple[np.ndarray, np.ndarray]) -> Pixels:
    return np.asarray(cv2.remap(pixels, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101))


def _sheet(ground: Ground, purpose: int, colour: tuple[int, int, int], depth: float) -> Pixels:
    """The bare paper."""
    light = 1 + np.float32(depth) * relief(tooth(ground, purpose), ground) + 0.008 * clouds(ground, purpose + 8, 90)
    plain = np.empty((ground.h, ground.w, 3), np.uint8)
    plain[:] = colour
    return tones.times(plain, tones.as_factor(light))


class _Washes:
    """Transparent washes on white paper: pigment that gathers at a wash's edge, settles in the paper's hollows and
    flows unevenly. (Bousseau, Kaplan, Thollot, Sillion: Interactive watercolor rendering, 2006.)"""

    def __init__(self, ground: Ground, strength: float = 1.0) -> None:
        self._u = ground.u
        self._maps = wobble(ground, 20, (34, 2.1 * strength), (9, 0.9 * strength))
        grain = np.clip(tooth(ground, 30), -1.5, 1.5)
        flow = 0.6 * clouds(ground, 40, 85) + 0.35 * clouds(ground, 41, 26) + 0.2 * clouds(ground, 42, 9)
        backrun = np.exp(-np.square(clouds(ground, 43, 120) / 0.05)) * np.clip(clouds(ground, 44, 60), 0, 1)
        uneven = 0.36 + strength * (0.17 * flow + 0.13 * grain + 0.14 * backrun)
        self._uneven = cv2.convertScaleAbs(np.clip(uneven, 0, 1), alpha=100)
        self._tone = tones.curve((0, 46), (40, 84), (128, 176), (210, 240), (255, 255))
        self._edge = deckle(ground, 50, 9)
        self._inside = cv2.convertScaleAbs(self._edge, alpha=255)
        self._paper = _sheet(ground, 30, _PAPER, 0.075)
        shade = 1 + 0.06 * relief(grain, ground) - 0.2 * (self._edge * (1 - self._edge))
        self._shade = tones.as_factor(shade)

    def __call__(self, pixels: Pixels) -> Pixels:
        wet = moved(pixels, self._maps)
        wet = tones.blend(wet, tones.smooth(wet, self._u), 0.62)
        wet = cv2.LUT(tones.vivid(wet, 1.32), self._tone)
        light = tones.luma(wet)
        rim = cv2.subtract(cv2.blur(light, (_odd(5 * self._u),) * 2), light)
        density = cv2.add(self._uneven, cv2.convertScaleAbs(rim, alpha=2.6))
        pigment = cv2.multiply(wet, cv2.bitwise_not(wet), scale=1 / 255)
        wet = cv2.subtract(wet, cv2.multiply(pigment, cv2.merge([density] * 3), scale=1 / 90))
        return tones.over(self._paper, tones.times(wet, self._shade), self._inside)


def _odd(length: float) -> int:
    return max(1, 2 * round(length / 2) + 1)


def watercolour(ground: Ground, layered: bool) -> Apply:
    """Washes on white paper, with an uneven edge."""
    washes = _Washes(ground)
    return lambda pixels, seconds: washes(pixels)


def storybook(ground: Ground, layered: bool) -> Apply:
    """A brown pen's outlines over washes, as in a picture book."""
    washes, hand = _Washes(ground, 0.8), wobble(ground, 60, (22, 1.1), (6, 0.4))
    skips = np.clip(1.1 + 0.35 * tooth(ground, 70) + 0.25 * clouds(ground, 75, 50), 0, 1)
    pressure = cv2.convertScaleAbs(skips, alpha=255)
    frame = cv2.convertScaleAbs(deckle(ground, 50, 11), alpha=255)
    pressure = cv2.multiply(pressure, frame, scale=1 / 255)

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        lines = cv2.bitwise_not(tones.ink_lines(tones.luma(moved(pixels, hand)), ground.u, 1.5, 2.0))
        return tones.over(washes(pixels), (66, 45, 38), cv2.multiply(lines, pressure, scale=0.9 / 255))

    return apply


def paper(ground: Ground, layered: bool) -> Apply:
    """Opaque paint on rough paper."""
    height = tooth(ground, 11)
    edge = cv2.convertScaleAbs(deckle(ground, 15, 8), alpha=255)
    sheet = _sheet(ground, 11, (247, 240, 225), 0.07)
    factor = tones.as_factor(1 + 0.028 * height + 0.05 * relief(height, ground) + 0.03 * clouds(ground, 18, 110))
    maps = wobble(ground, 19, (14, 0.7))
    tone = tones.curve((0, 24), (128, 152), (255, 255))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        painted = cv2.LUT(tones.vivid(moved(pixels, maps), 1.04), tone)
        return tones.over(sheet, tones.times(painted, factor), edge)

    return apply
