"""Looks of film and screens: noir, vintage, VHS, neon."""

import math

import cv2
import numpy as np

from pipelines.looks import tones
from pipelines.looks.look import Apply, Ground, Pixels
from pipelines.looks.textures import clouds, shifted, streaks, vignette


def noir(ground: Ground, layered: bool) -> Apply:
    """High-contrast black and white with glowing lights and dark corners."""
    frame = tones.as_factor(vignette(ground, 0.62) * (1 + 0.035 * clouds(ground, 1, 1.5)), 128)
    tone = tones.curve((0, 0), (40, 12), (90, 62), (150, 150), (205, 226), (255, 255))
    table = tones.inks([(0.0, (8, 9, 13)), (0.5, (122, 123, 128)), (1.0, (250, 248, 242))])
    bright = tones.curve((0, 0), (150, 0), (255, 190))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        # As through a yellow filter: blue skies darken, faces brighten.
        grey = cv2.transform(pixels, np.array([[0.46, 0.44, 0.1]]))
        grey = cv2.LUT(grey, tone)
        glow = np.asarray(tones.blurred(cv2.LUT(grey, bright), 16 * ground.u))
        grey = cv2.add(grey, cv2.multiply(cv2.bitwise_not(grey), glow, scale=0.7 / 255))
        return tones.printed(cv2.multiply(grey, frame, scale=1 / 128), table)

    return apply


def vintage(ground: Ground, layered: bool) -> Apply:
    """Faded colour film: warm lights, lifted blue-green shadows, soft glow, dust."""
    frame = tones.as_factor(vignette(ground, 0.34) * (1 + 0.03 * clouds(ground, 1, 1.6)))
    red = tones.curve((0, 34), (64, 84), (128, 150), (200, 224), (255, 252))
    green = tones.curve((0, 34), (64, 76), (128, 134), (200, 204), (255, 238))
    blue = tones.curve((0, 52), (64, 84), (128, 122), (200, 172), (255, 204))
    table = np.stack([red, green, blue], axis=1).reshape(1, 256, 3)
    leak = np.clip(clouds(ground, 5, 420), 0, 2) * np.linspace(1, 0, ground.w, dtype=np.float32)[None, :] ** 3
    light = cv2.merge([cv2.convertScaleAbs(leak, alpha=a) for a in (58, 24, 6)])

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        made = cv2.LUT(tones.vivid(pixels, 0.78), table)
        glow = np.asarray(tones.blurred(made, 14 * ground.u))
        made = cv2.addWeighted(made, 0.84, cv2.max(made, glow), 0.16, 0)
        made = cv2.add(made, cv2.multiply(light, cv2.bitwise_not(made), scale=1 / 255))
        return tones.times(np.asarray(made), frame)

    return apply


def vhs(ground: Ground, layered: bool) -> Apply:
    """A tape of the eighties: colours that run to the side, soft lines, a band of noise that creeps upwards."""
    u, (w, h) = ground.u, (ground.w, ground.h)
    rows = np.arange(h, dtype=np.float32)
    scan = 1 + 0.07 * np.cos(rows * np.float32(math.tau / max(2.0, 3.0 * u)))
    lines = tones.as_factor(np.repeat(scan[:, None], w, axis=1) * vignette(ground, 0.22))
    noise = np.clip(streaks(ground, 1, 0, 1.6, 50), -2, 2)
    x = np.repeat(np.arange(w, dtype=np.float32)[None, :], h, axis=0)
    jitter = 0.9 * u * np.random.default_rng([ground.seed, 7]).standard_normal(h).astype(np.float32)
    y = np.repeat(rows[:, None], w, axis=1)

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        band = (h * (1.15 - seconds / 9.0)) % (1.3 * h)
        near = np.exp(-np.square((rows - band) / (0.035 * h + 1)))
        pull = (jitter * (0.35 + 1.2 * near) + 5 * u * near).astype(np.float32)
        moved = cv2.remap(pixels, x + pull[:, None], y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        light, red, blue = cv2.split(cv2.cvtColor(moved, cv2.COLOR_RGB2YCrCb))
        run = (max(1, 2 * round(7 * u) + 1), 1)
        light = cv2.addWeighted(light, 1.7, cv2.blur(light, (max(1, 2 * round(2 * u) + 1), 1)), -0.7, 0)
        red, blue = shifted(cv2.blur(red, run), round(4 * u), 0), shifted(cv2.blur(blue, run), round(3 * u), 0)
        top, bottom = max(0, int(band - 0.08 * h)), min(h, int(band + 0.08 * h))
        if bottom > top:
            snow = noise[top:bottom] * (22 * near[top:bottom, None])
            light[top:bottom] = cv2.add(light[top:bottom].astype(np.float32), snow.astype(np.float32), dtype=cv2.CV_8U)
        made = cv2.cvtColor(cv2.merge([light, red, blue]), cv2.COLOR_YCrCb2RGB)
        return tones.times(cv2.LUT(made, _TAPE), lines)

    return apply


_TAPE = tones.curve((0, 20), (128, 132), (255, 244))


def neon(ground: Ground, layered: bool) -> Apply:
    """Glowing tubes of the picture's own colours in the dark."""
    night = np.array([[0.09, 0.0, 0.03], [0.0, 0.065, 0.03], [0.04, 0.055, 0.17]])
    strong = tones.curve((0, 16), (70, 70), (150, 225), (255, 255))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        u = ground.u
        calm = cv2.GaussianBlur(pixels, (0, 0), max(0.6, 1.3 * u))
        steep = tones.edges(tones.luma(calm))
        line = cv2.convertScaleAbs(np.maximum(steep * np.float32(max(u, 0.2)) - 1.1, 0), alpha=13)
        colour = cv2.LUT(tones.vivid(cv2.dilate(calm, _DISC), 3.4), strong)
        tube = cv2.multiply(colour, cv2.merge([line] * 3), scale=1 / 255)
        halo = np.asarray(tones.blurred(tube, 13 * u))
        near = np.asarray(tones.blurred(tube, 4.5 * u))
        dark = cv2.transform(pixels, night)
        core = cv2.merge([tones.ramp(line, 0.6, -72.0)] * 3)
        made = cv2.add(cv2.add(dark, tube), cv2.convertScaleAbs(halo, alpha=1.2))
        return np.asarray(cv2.add(cv2.add(made, cv2.convertScaleAbs(near, alpha=0.5)), core))

    return apply


_DISC = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
