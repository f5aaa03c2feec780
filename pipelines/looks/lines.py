"""Looks drawn with lines: ink, pencil, crayon, chalk, blueprint."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.looks import tones
from pipelines.looks.look import Apply, Ground, Pixels
from pipelines.looks.textures import clouds, relief, streaks, tooth
from pipelines.looks.wet import moved, wobble

Field = NDArray[np.float32]


def _hatch(ground: Ground, purpose: int, angle: float, gap: float) -> NDArray[np.uint8]:
    """Parallel strokes by hand: 0 in a stroke's middle, 255 half way between two."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    y = np.arange(ground.h, dtype=np.float32)[:, None] * np.float32(c)
    x = np.arange(ground.w, dtype=np.float32)[None, :] * np.float32(s)
    across = (x + y) / np.float32(max(2.2, gap * ground.u))
    across = across + 0.2 * clouds(ground, purpose, 95) + 0.04 * clouds(ground, purpose + 1, 12)
    far = np.abs(across - np.rint(across)) * 2
    return cv2.convertScaleAbs(np.clip(far + 0.045 * clouds(ground, purpose + 2, 26), 0, 1), alpha=255)


def _sheet(ground: Ground, colour: tuple[int, int, int], depth: float, purpose: int = 1) -> Pixels:
    plain = np.empty((ground.h, ground.w, 3), np.uint8)
    plain[:] = colour
    height = tooth(ground, purpose)
    return tones.times(plain, tones.as_factor(1 + depth * relief(height, ground) + 0.01 * clouds(ground, 9, 80)))


def ink(ground: Ground, layered: bool) -> Apply:
    """A pen's outlines, hatching where it is dark, a thin grey wash, on cream paper."""
    hatches = [_hatch(ground, 10 + 10 * i, angle, gap) for i, (angle, gap) in
               enumerate(((52, 7.4), (-38, 8.0), (84, 6.4)))]  # fmt: skip
    # How strongly each layer of strokes is drawn at each brightness: the next begins where the last is dense.
    tables = [
        tones.curve((0, most), (top * 0.5, 0.72 * most), (top, 0), (255, 0))
        for top, most in ((168, 190), (112, 150), (62, 84))
    ]
    hand = wobble(ground, 50, (26, 1.0), (6, 0.45))
    sheet = _sheet(ground, (248, 242, 228), 0.05)
    wash_tone = tones.curve((0, 130), (110, 64), (200, 12), (255, 0))
    blot = tones.as_factor(1 + 0.08 * clouds(ground, 60, 90) + 0.07 * tooth(ground, 61))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        light = tones.luma(moved(pixels, hand))
        u = ground.u
        shade = np.asarray(tones.blurred(light, 2.2 * u))
        drawn = cv2.bitwise_not(tones.ink_lines(light, u, 1.15, 2.2))
        for hatch, table in zip(hatches, tables, strict=True):
            stroke = cv2.convertScaleAbs(cv2.subtract(cv2.LUT(shade, table), hatch), alpha=3.2)
            drawn = cv2.max(drawn, stroke)
        wash = cv2.multiply(cv2.LUT(shade, wash_tone), blot, scale=1 / 128)
        return tones.over(tones.over(sheet, (122, 112, 108), wash), (34, 29, 36), drawn)

    return apply


def pencil(ground: Ground, layered: bool) -> Apply:
    """Graphite on white paper: soft outlines, shading in slanted strokes that catch on the paper."""
    height = tooth(ground, 10)
    grain = 30 * streaks(ground, 20, 58, 1.5, 34) + 16 * streaks(ground, 21, 66, 2.6, 60) + 26 * height
    grain_byte = cv2.convertScaleAbs(np.clip(grain + 128, 0, 255))
    sheet = _sheet(ground, (250, 249, 245), 0.04)
    hand = wobble(ground, 50, (26, 0.8), (6, 0.5))
    dark = tones.curve((0, 255), (70, 190), (130, 104), (180, 40), (222, 0), (255, 0))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        u = ground.u
        light = tones.luma(moved(pixels, hand))
        soft = np.asarray(tones.blurred(light, 9 * u))
        # Brightness against its surroundings: what a drawing keeps of an even tone.
        local = cv2.addWeighted(light, 1.3, soft, -0.55, 76)
        load = cv2.LUT(local, dark)
        lines = cv2.bitwise_not(tones.ink_lines(light, u, 1.3, 1.3))
        load = cv2.add(load, cv2.convertScaleAbs(lines, alpha=1.0))
        # Strokes show in the middle tones and vanish where nothing is drawn.
        rough = cv2.addWeighted(load, 1.0, cv2.multiply(load, grain_byte, scale=1 / 128), 1.0, 0)
        return tones.over(sheet, (40, 40, 46), cv2.convertScaleAbs(rough, alpha=0.56))

    return apply


def crayon(ground: Ground, layered: bool) -> Apply:
    """Wax crayons on rough paper: strong colours laid in strokes, the paper shining through its hollows."""
    height = np.clip(tooth(ground, 10, 1.3), -1.6, 1.6)
    stroke = 0.55 * streaks(ground, 20, 38, 4.4, 70) + 0.35 * streaks(ground, 21, 47, 2.0, 40)
    catch = cv2.convertScaleAbs(np.clip(176 + 42 * height + 28 * stroke, 0, 255))
    sheet = _sheet(ground, (251, 246, 235), 0.08)
    hand = wobble(ground, 50, (30, 1.7), (7, 0.9))
    wax = tones.as_factor(1 + 0.07 * stroke + 0.05 * relief(height, ground))
    load = tones.curve((0, 210), (90, 168), (180, 128), (235, 78), (255, 40))
    tone = tones.curve((0, 18), (60, 84), (150, 176), (255, 255))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        drawn = moved(pixels, hand)
        drawn = tones.blend(drawn, tones.smooth(drawn, ground.u), 0.6)
        light = tones.luma(drawn)
        colour = cv2.LUT(tones.vivid(drawn, 1.55), tone)
        lines = tones.ink_lines(light, ground.u, 1.7, 0.8)
        cover = cv2.add(cv2.LUT(light, load), cv2.convertScaleAbs(cv2.bitwise_not(lines), alpha=0.8))
        share = cv2.convertScaleAbs(cv2.subtract(cv2.add(cover, 60), cv2.bitwise_not(catch)), alpha=2.3)
        colour = tones.times(tones.times(colour, wax), cv2.convertScaleAbs(lines, alpha=0.3, beta=51.5))
        return tones.over(sheet, colour, share)

    return apply


def chalk(ground: Ground, layered: bool) -> Apply:
    """Coloured chalk on a slate board: dark where nothing is drawn, dusty where it is."""
    height = np.clip(tooth(ground, 10), -1.6, 1.6)
    stroke = 0.6 * streaks(ground, 20, 34, 3.4, 60) + 0.4 * streaks(ground, 21, 25, 8, 90)
    catch = cv2.convertScaleAbs(np.clip(152 + 36 * height + 18 * stroke, 84, 255))
    board = _sheet(ground, (44, 54, 56), 0.05)
    dust = np.clip(10 + 9 * clouds(ground, 30, 130) + 5 * streaks(ground, 31, 12, 20, 200), 0, 40)
    board = cv2.add(board, cv2.merge([cv2.convertScaleAbs(dust)] * 3))
    hand = wobble(ground, 50, (30, 1.5), (7, 0.8))
    load = tones.curve((0, 10), (60, 40), (140, 92), (255, 196))
    tone = tones.curve((0, 80), (128, 190), (255, 255))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        drawn = moved(pixels, hand)
        light = tones.luma(drawn)
        edge = cv2.convertScaleAbs(tones.edges(np.asarray(tones.blurred(light, 1.4 * ground.u))), alpha=16 * ground.u)
        share = cv2.add(cv2.LUT(light, load), edge)
        share = cv2.multiply(share, catch, scale=1.25 / 128)
        return tones.over(board, cv2.LUT(tones.vivid(drawn, 1.45), tone), share)

    return apply


def blueprint(ground: Ground, layered: bool) -> Apply:
    """White lines on a blue sheet with a fine grid, as an engineer's print."""
    u = ground.u
    plain = _sheet(ground, (24, 68, 138), 0.06)
    plain = tones.times(plain, tones.as_factor(1 + 0.05 * clouds(ground, 30, 160) + 0.03 * clouds(ground, 31, 30)))
    grid = np.zeros((ground.h, ground.w), np.uint8)
    for step, tone in ((20 * u, 16), (100 * u, 40)):
        for n in range(int(ground.w / max(step, 2)) + 1):
            grid[:, min(ground.w - 1, round(n * max(step, 2)))] = tone
        for n in range(int(ground.h / max(step, 2)) + 1):
            row = grid[min(ground.h - 1, round(n * max(step, 2)))]
            np.maximum(row, tone, out=row)
    sheet = tones.over(plain, (220, 236, 255), grid)
    hatch = _hatch(ground, 10, 45, 8.0)
    dark = tones.curve((0, 96), (70, 50), (110, 0), (255, 0))
    chalk_skips = tones.as_factor(0.92 + 0.16 * tooth(ground, 40))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        light = tones.luma(pixels)
        steep = tones.edges(cv2.GaussianBlur(light, (0, 0), max(0.6, 0.8 * u)))
        lines = tones.ramp(steep, 15 * max(u, 0.3), -42.0)
        lines = cv2.max(lines, cv2.bitwise_not(tones.ink_lines(light, u, 1.1, 1.2)))
        shade = np.asarray(tones.blurred(light, 2 * u))
        strokes = cv2.convertScaleAbs(cv2.subtract(cv2.LUT(shade, dark), hatch), alpha=2.0)
        drawn = cv2.max(cv2.multiply(lines, chalk_skips, scale=1 / 128), strokes)
        body = tones.over(sheet, (92, 142, 206), cv2.convertScaleAbs(light, alpha=0.3))
        return tones.over(body, (238, 246, 255), drawn)

    return apply
