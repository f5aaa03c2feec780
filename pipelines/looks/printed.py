"""Looks that are printed or designed: flat colours, comic, duotone, riso, pixels."""

import cv2
import numpy as np

from pipelines.looks import tones
from pipelines.looks.look import Apply, Ground, Pixels
from pipelines.looks.textures import clouds, dots, relief, shifted, tooth


def flat(ground: Ground, layered: bool) -> Apply:
    """Clean areas of a few tones, as in a vector drawing; hues are kept."""
    levels = (10, 38, 70, 104, 138, 172, 206, 236, 252)

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        bright, red, blue = cv2.split(cv2.cvtColor(tones.vivid(pixels, 1.18), cv2.COLOR_RGB2YCrCb))
        y = cv2.convertScaleAbs(tones.posterised(tones.calm(bright, 1.8 * ground.u), levels, 1.4))
        r, b = (_few(channel, ground.u) for channel in (red, blue))
        made = cv2.cvtColor(cv2.merge([y, r, b]), cv2.COLOR_YCrCb2RGB)
        return np.asarray(cv2.GaussianBlur(made, (0, 0), max(0.4, 0.55 * ground.u)))

    return apply


def _few(channel: tones.Grey, u: float) -> tones.Grey:
    """A colour difference in few steps, worked at half the size: the eye sees colours less sharply than brightness."""
    h, w = channel.shape
    small = cv2.resize(channel, (max(1, (w + 1) // 2), max(1, (h + 1) // 2)), interpolation=cv2.INTER_AREA)
    even = cv2.convertScaleAbs(tones.posterised(tones.calm(small, 1.3 * u), _COLOURS, 1.0))
    return np.asarray(cv2.resize(even, (w, h), interpolation=cv2.INTER_LINEAR))


_COLOURS = (30, 60, 84, 104, 120, 128, 136, 152, 172, 196, 226)


def comic(ground: Ground, layered: bool) -> Apply:
    """Bold outlines, few strong colours and a screen of dots in the shadows, on newsprint."""
    screen = cv2.convertScaleAbs(dots(ground, 6.4, 30), alpha=255)
    print_ = tones.as_factor(1 + 0.02 * tooth(ground, 3) + 0.012 * clouds(ground, 4, 120))
    levels = (34, 92, 148, 200, 250)
    shade = tones.curve((0, 235), (60, 190), (128, 128), (190, 62), (226, 0), (255, 0))
    maps_tone = tones.curve((0, 0), (255, 250))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        u = ground.u
        light = tones.luma(pixels)
        even = tones.calm(light, u)
        steps = tones.posterised(even, levels, 2.0)
        gain = cv2.convertScaleAbs(np.minimum(steps / np.maximum(even, 12), 1.9), alpha=128)
        colour = cv2.LUT(tones.vivid(tones.times(pixels, gain), 1.5), maps_tone)
        soft = cv2.convertScaleAbs(even)
        spots = cv2.convertScaleAbs(cv2.subtract(cv2.LUT(soft, shade), screen), alpha=2.6)
        colour = tones.times(colour, cv2.convertScaleAbs(spots, alpha=-0.17, beta=128))
        lines = tones.ink_lines(light, u, 1.5, 1.8)
        return tones.times(tones.times(colour, print_), lines, 255)

    return apply


_DUOTONE = [(0.04, (29, 31, 74)), (0.36, (176, 72, 106)), (0.7, (246, 201, 143)), (0.97, (255, 243, 220))]


def duotone(ground: Ground, layered: bool) -> Apply:
    """A print in two inks on cream."""
    table = tones.inks(_DUOTONE)
    return lambda pixels, seconds: tones.printed(tones.luma(pixels), table)


def riso(ground: Ground, layered: bool) -> Apply:
    """Three see-through inks of a small press, grainy and not quite in register."""
    slip = 1.6 * ground.u
    rough = clouds(ground, 10, 1.3) + 0.6 * clouds(ground, 11, 2.6)
    grains = [cv2.convertScaleAbs(np.clip(128 + 34 * np.roll(rough, 37 * i, axis=1), 0, 255)) for i in range(3)]
    uneven = [1 + 0.022 * clouds(ground, 20 + i, 140) for i in range(3)]
    sheet = np.empty((ground.h, ground.w, 3), np.uint8)
    sheet[:] = (247, 242, 230)
    sheet = tones.times(sheet, tones.as_factor(1 + 0.025 * relief(tooth(ground, 5), ground)))
    # Each ink takes the light its colour lacks: teal drinks red, pink drinks green, yellow drinks blue.
    colours = ((0, 108, 146), (240, 72, 104), (255, 206, 40))
    places = ((0.0, 0.0), (slip, 0.5 * slip), (-0.7 * slip, slip))
    loads = [tones.curve((0, 255), (60, 226), (150, 126), (225, 36), (252, 0), (255, 0)) for _ in range(3)]
    flow = [tones.as_factor(each) for each in uneven]

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        made = sheet
        for channel, colour, place, load, grain, even in zip(
            cv2.split(tones.vivid(pixels, 1.3)), colours, places, loads, grains, flow, strict=True
        ):
            ink = cv2.LUT(channel if place == (0.0, 0.0) else shifted(channel, *place), load)
            ink = cv2.multiply(ink, even, scale=1 / 128)
            # The grain eats into the middle tones: full areas stay full, white stays white.
            thin = cv2.multiply(ink, cv2.bitwise_not(ink), scale=1 / 230)
            ink = cv2.subtract(ink, cv2.multiply(thin, grain, scale=1 / 128))
            layer = cv2.merge([cv2.convertScaleAbs(ink, alpha=(c - 255) / 255, beta=255) for c in colour])
            made = cv2.multiply(made, layer, scale=1 / 255)
        return np.asarray(made)

    return apply


_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47


def pixel(ground: Ground, layered: bool) -> Apply:
    """Large pixels of few colours, as on an old console."""
    side = max(1.0, 4.5 * ground.u)
    w, h = max(1, round(ground.w / side)), max(1, round(ground.h / side))
    pattern = np.tile(_BAYER, (h // 4 + 1, w // 4 + 1))[:h, :w]
    steps = 6
    lift = cv2.merge([pattern * np.float32(0.62 * 255 / steps)] * 3)
    table = (np.round(np.arange(256) / 255 * steps) * 255 / steps).astype(np.uint8)

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        small = cv2.resize(pixels, (w, h), interpolation=cv2.INTER_AREA)
        small = tones.vivid(cv2.LUT(small, _CONSOLE), 1.35)
        raised = cv2.add(small, lift, dtype=cv2.CV_8U)
        return np.asarray(cv2.resize(cv2.LUT(raised, table), (ground.w, ground.h), interpolation=cv2.INTER_NEAREST))

    return apply


_CONSOLE = tones.curve((0, 0), (64, 56), (190, 200), (255, 255))
