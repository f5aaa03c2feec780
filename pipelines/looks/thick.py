"""Looks with a body: oil paint and modelling clay."""

import math

import cv2
import numpy as np

from pipelines.looks import tones
from pipelines.looks.look import Apply, Ground, Pixels
from pipelines.looks.textures import Field, clouds, relief, streaks, tooth

_WAYS = 6  # directions that brush strokes are drawn in beforehand


def kuwahara(pixels: Pixels, reach: int) -> Pixels:
    """Of four squares around each pixel the evenest counts most: flat daubs with clear borders.

    A soft choice by variance, so that nothing jumps from frame to frame (Papari, Petkov, Campisi, 2007).
    """
    light = tones.luma(pixels).astype(np.float32)
    square, size = light * light, (reach + 1, reach + 1)
    total = weight_sum = None
    for x in (0, reach):
        for y in (0, reach):
            mean = cv2.boxFilter(light, -1, size, anchor=(x, y))
            spread = cv2.boxFilter(square, -1, size, anchor=(x, y)) - mean * mean
            weight = 1 / (1 + np.square(np.maximum(spread, 0) * np.float32(1 / 12)))
            part = cv2.boxFilter(pixels, cv2.CV_32F, size, anchor=(x, y)) * weight[:, :, None]
            total = part if total is None else total + part
            weight_sum = weight if weight_sum is None else weight_sum + weight
    return np.asarray(np.clip(total / weight_sum[:, :, None], 0, 255).astype(np.uint8))


def oil(ground: Ground, layered: bool) -> Apply:
    """Daubs of thick paint whose bristle marks follow the forms, on canvas."""
    u, (w, h) = ground.u, (ground.w, ground.h)
    fold = min(2.0, max(1.0, 2 * u)) if min(w, h) > 64 else 1.0
    half = (max(1, round(w / fold)), max(1, round(h / fold)))
    near, far = (max(1, round(reach * 2 * u / fold)) for reach in (2, 3))
    small_ground = Ground(*half, ground.seed)
    strokes = [_bristles(small_ground, 10 + 2 * k, 180 * k / _WAYS) for k in range(_WAYS)]
    drift = math.pi * 0.35 * clouds(small_ground, 40, 190)  # where the picture says nothing, strokes sweep along
    default = np.stack([np.cos(drift), np.sin(drift)])
    ways = [(math.cos(2 * math.pi * k / _WAYS), math.sin(2 * math.pi * k / _WAYS)) for k in range(_WAYS)]
    weave = 1 + 0.03 * relief(tooth(ground, 30, 0.7), ground)
    canvas = tones.as_factor(weave * (1 + 0.012 * clouds(ground, 33, 150)))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        small = cv2.resize(pixels, half, interpolation=cv2.INTER_AREA)
        daubs = cv2.GaussianBlur(kuwahara(kuwahara(small, far), near), (0, 0), 0.6)
        along = _along(tones.luma(daubs), default)
        bristle, total = np.zeros(half[::-1], np.float32), np.full(half[::-1], 1e-3, np.float32)
        for (c, s), stroke in zip(ways, strokes, strict=True):
            weight = np.maximum(along[0] * np.float32(c) + along[1] * np.float32(s), 0)
            weight *= weight
            bristle += weight * stroke
            total += weight
        bristle /= total
        bump = bristle - np.asarray(cv2.warpAffine(bristle, _BACK, half, borderMode=cv2.BORDER_REPLICATE))
        factor = tones.as_factor(1 + 0.05 * bristle + 0.075 * bump)
        painted = tones.times(tones.vivid(daubs, 1.22), factor)
        large = cv2.resize(painted, (w, h), interpolation=cv2.INTER_CUBIC) if half != (w, h) else painted
        return tones.times(np.asarray(large), canvas)

    return apply


_BACK = np.array([[1, 0, 1], [0, 1, 1]], np.float64)


def _bristles(ground: Ground, purpose: int, angle: float) -> Field:
    """Strokes of many hairs going one way."""
    broad = streaks(ground, purpose, angle, 12, 52)
    hairs = streaks(ground, purpose + 1, angle, 3.0, 40)
    return np.asarray(np.clip(0.8 * broad + 0.42 * hairs, -2, 2))


def _along(grey: tones.Grey, default: np.ndarray) -> np.ndarray:
    """The way forms go at each pixel as (cos 2θ, sin 2θ), from the smoothed structure tensor."""
    dx, dy = tones.gradient(grey)
    sigma = max(1.0, min(grey.shape) / 90)
    # Across the form it is steepest; strokes go along it, hence the minus.
    even = -np.asarray(tones.blurred(dx * dx - dy * dy, sigma))
    odd = np.asarray(tones.blurred(2 * dx * dy, sigma))  # y points down, angles go up: the sign turns once more
    sure = np.sqrt(even * even + odd * odd)
    share = sure / (sure + np.float32(1.2))
    scale = share / np.maximum(sure, 1e-4)
    return np.stack([even * scale + default[0] * (1 - share), odd * scale + default[1] * (1 - share)])


def clay(ground: Ground, layered: bool) -> Apply:
    """Everything modelled in clay: puffed-up shapes, soft shine, fingerprints."""
    u, (w, h) = ground.u, (ground.w, ground.h)
    prints = _fingerprints(ground)
    dents = 0.55 * clouds(ground, 20, 30) + 0.35 * clouds(ground, 21, 12)
    bumps = (1.0 * dents * 2.6 * u + prints * 0.26 * u).astype(np.float32)
    own_x, own_y = (np.asarray(cv2.Scharr(bumps, cv2.CV_32F, *d, scale=1 / 32)) for d in ((1, 0), (0, 1)))
    fold = max(1.0, 2 * u) if min(w, h) > 64 else 1.0
    half = (max(1, round(w / fold)), max(1, round(h / fold)))

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        soft = tones.blend(pixels, tones.smooth(pixels, u), 0.75)
        small = cv2.resize(soft, half, interpolation=cv2.INTER_AREA)
        crease = np.clip((_creases(small) - np.float32(1.6)) * np.float32(1 / 11), 0, 1)
        height = sum(weight * np.asarray(tones.blurred(crease, sigma)) for sigma, weight in _PUFF)
        slope_x, slope_y = tones.gradient((-height).astype(np.float32))
        slopes = cv2.merge([slope_x, slope_y])
        slope_x, slope_y = cv2.split(cv2.resize(slopes, (w, h), interpolation=cv2.INTER_LINEAR))
        slope_x, slope_y = slope_x + own_x * np.float32(0.11), slope_y + own_y * np.float32(0.11)
        lean = (slope_x + 1.25 * slope_y) * np.float32(-1)  # towards the light, above on the left
        factor = tones.as_factor(np.clip(1 - 0.85 * lean, 0.55, 1.35))
        shine = np.clip(-lean - np.float32(0.15), 0, 0.45)
        made = tones.times(tones.vivid(cv2.LUT(soft, _CLAY), 1.12), factor)
        return np.asarray(cv2.add(made, cv2.merge([cv2.convertScaleAbs(shine * shine, alpha=330)] * 3)))

    return apply


_PUFF = ((1.2, 0.7), (3.0, 1.8), (8.0, 3.2))  # sigma at half size, weight
_CLAY = tones.curve((0, 26), (128, 136), (255, 240))


def _creases(small: Pixels) -> Field:
    """How much colour changes at each pixel, by the channel that changes most."""
    parts = [tones.edges(cv2.GaussianBlur(channel, (0, 0), 0.8)) for channel in cv2.split(small)]
    return np.asarray(np.maximum(np.maximum(parts[0], parts[1]), parts[2]))


def _fingerprints(ground: Ground) -> Field:
    """Patches of fine curved ridges, as thumbs leave them."""
    u = ground.u
    y, x = np.mgrid[0 : ground.h, 0 : ground.w].astype(np.float32)
    found = np.zeros((ground.h, ground.w), np.float32)
    rng = ground.rng(50)
    bend_x, bend_y = 4 * u * clouds(ground, 51, 22), 4 * u * clouds(ground, 52, 22)
    for _ in range(max(1, int(ground.w * ground.h / max(u * u, 0.01) / 26000))):
        at = rng.uniform(0, 1, 2) * [ground.w, ground.h]
        turn, wide = rng.uniform(0, math.pi), rng.uniform(24, 38) * u
        left, right = (int(np.clip(at[0] + s * 2 * wide, 0, ground.w)) for s in (-1, 1))
        top, bottom = (int(np.clip(at[1] + s * 2 * wide, 0, ground.h)) for s in (-1, 1))
        part = np.s_[top:bottom, left:right]
        dx, dy = x[part] - at[0] + bend_x[part], y[part] - at[1] + bend_y[part]
        c, s = math.cos(turn), math.sin(turn)
        along, across = (dx * c + dy * s) / 1.3, (dy * c - dx * s)
        far = np.sqrt(along * along + across * across)
        ridge = np.cos(np.sqrt(along * along + np.square(across + wide)) * np.float32(math.tau / (3.4 * u + 1e-3)))
        found[part] += ridge * np.clip(1.3 - far / wide, 0, 1)
    return found * np.float32(0.9)
