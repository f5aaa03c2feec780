"""Surfaces that looks lie on: paper, canvas, hatching, brush strokes. Drawn once for a picture, from a seed."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.looks.look import Ground, Pixels

Field = NDArray[np.float32]  # (h, w), around 0 unless it says otherwise


def clouds(ground: Ground, purpose: int, cell: float, wide: float = 1.0) -> Field:
    """Smooth noise of unit spread with lumps of about `cell` units, `wide` times as wide as high."""
    step_x, step_y = max(1.0, cell * ground.u * wide), max(1.0, cell * ground.u)
    columns, rows = math.ceil(ground.w / step_x) + 3, math.ceil(ground.h / step_y) + 3
    small = ground.rng(purpose).standard_normal((rows, columns)).astype(np.float32)
    # Drawn a little larger than asked and cut, so that a lump is as large at every size.
    whole = cv2.resize(small, (math.ceil(columns * step_x), math.ceil(rows * step_y)), interpolation=cv2.INTER_CUBIC)
    top, left = round(step_y), round(step_x)
    return np.ascontiguousarray(whole[top : top + ground.h, left : left + ground.w])


def tooth(ground: Ground, purpose: int = 1, rough: float = 1.0) -> Field:
    """The height of rough paper, about −1 to 1."""
    fine = 0.45 * clouds(ground, purpose, 1.4) + 0.5 * clouds(ground, purpose + 1, 3.2 * rough)
    return fine + 0.3 * clouds(ground, purpose + 2, 9 * rough) + 0.12 * clouds(ground, purpose + 3, 40)


def relief(height: Field, ground: Ground) -> Field:
    """Light from the upper left on a height: around 0, bright slopes above it."""
    step = max(1, round(0.8 * ground.u))
    return height - shifted(height, step, step)


def shifted(field: NDArray[np.generic], dx: float, dy: float) -> NDArray[np.generic]:
    """The field moved by (dx, dy) pixels; its edge goes on outwards."""
    h, w = field.shape[:2]
    matrix = np.array([[1, 0, dx], [0, 1, dy]], np.float64)
    flags = cv2.INTER_LINEAR if (dx, dy) != (round(dx), round(dy)) else cv2.INTER_NEAREST
    return np.asarray(cv2.warpAffine(field, matrix, (w, h), flags=flags, borderMode=cv2.BORDER_REPLICATE))


def streaks(ground: Ground, purpose: int, angle: float, thick: float, long: float) -> Field:
    """Strokes that all go one way (degrees, anticlockwise from the right): noise drawn out, of unit spread."""
    side = math.ceil(math.hypot(ground.w, ground.h)) + 4
    step_x, step_y = max(2.0, long * ground.u), max(1.0, thick * ground.u)
    shape = (math.ceil(side / step_y) + 2, math.ceil(side / step_x) + 2)
    small = ground.rng(purpose).standard_normal(shape).astype(np.float32)
    matrix = np.asarray(cv2.getRotationMatrix2D((0.0, 0.0), angle, 1.0), np.float64)
    # From the picture to the drawn-out noise: turned about the middle, then as much smaller.
    turn = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2]
    middle = np.array([ground.w / 2, ground.h / 2])
    offset = np.array([shape[1] / 2, shape[0] / 2])
    scale = np.array([[1 / step_x], [1 / step_y]])
    linear = turn[:, :2] * scale
    place = np.column_stack([linear, offset - linear @ middle])
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(small, place, (ground.w, ground.h), flags=flags, borderMode=cv2.BORDER_REFLECT)
    ) * np.float32(1.25)


def fibres(ground: Ground, purpose: int, many: float = 1.0) -> Field:
    """Short curved fibres in paper, light and dark, −1 to 1."""
    rng, u = ground.rng(purpose), ground.u
    sheet = np.zeros((ground.h, ground.w), np.float32)
    count = min(6000, int(many * ground.w * ground.h / max(u * u, 0.01) / 900))
    at = rng.uniform(0, 1, (count, 2)) * [ground.w, ground.h]
    turn, bend = rng.uniform(0, math.tau, count), rng.uniform(-1.2, 1.2, count)
    long = rng.uniform(4, 15, count) * u
    tone = rng.choice([-1.0, -0.6, 0.6, 1.0], count)
    for t in (1.0, -1.0, 0.6, -0.6):
        lines = [_fibre(at[i], turn[i], bend[i], long[i]) for i in np.flatnonzero(tone == t)]
        cv2.polylines(sheet, lines, False, t, 1, cv2.LINE_8, 4)
    return np.asarray(cv2.GaussianBlur(sheet, (0, 0), max(0.4, 0.55 * u)))


def _fibre(at: NDArray[np.float64], turn: float, bend: float, long: float) -> NDArray[np.int32]:
    angles = turn + bend * np.linspace(-0.5, 0.5, 4)
    steps = np.column_stack([np.cos(angles), np.sin(angles)]) * long / 4
    return np.round((at + np.cumsum(steps, axis=0)) * 16).astype(np.int32)


def dots(ground: Ground, cell: float, angle: float) -> Field:
    """A screen of round dots `cell` units apart, turned: 0 in a dot's middle, 1 half way between dots."""
    step = max(2.0, cell * ground.u)
    y, x = np.mgrid[0 : ground.h, 0 : ground.w].astype(np.float32)
    c, s = np.float32(math.cos(math.radians(angle))), np.float32(math.sin(math.radians(angle)))
    k = np.float32(math.tau / step)
    return np.asarray(0.5 - 0.25 * (np.cos((x * c + y * s) * k) + np.cos((y * c - x * s) * k)))


def vignette(ground: Ground, strength: float) -> Field:
    """What the picture is multiplied by: 1 in the middle, less by `strength` in the corners."""
    y = np.linspace(-1, 1, ground.h, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, ground.w, dtype=np.float32)[None, :]
    far = np.clip((np.sqrt(x * x + y * y) - 0.55) / 0.86, 0, 1)
    return np.asarray(1 - np.float32(strength) * far * far * (3 - 2 * far))


def deckle(ground: Ground, purpose: int, margin: float) -> Field:
    """Where paint reaches on a sheet: 1 inside, 0 in a margin of `margin` units with an uneven edge."""
    x = np.minimum(np.arange(ground.w), ground.w - 1 - np.arange(ground.w)).astype(np.float32)[None, :]
    y = np.minimum(np.arange(ground.h), ground.h - 1 - np.arange(ground.h)).astype(np.float32)[:, None]
    far = np.minimum(x, y) / np.float32(ground.u)
    uneven = (
        2.6 * clouds(ground, purpose, 70) + 1.3 * clouds(ground, purpose + 1, 16) + 0.5 * clouds(ground, purpose + 2, 3)
    )
    return np.asarray(np.clip((far - margin - uneven) / 1.8, 0, 1))


def grained(pixels: Pixels, seed: int, strength: float = 1.6) -> Pixels:
    """RGB pixels with grain of `strength` levels: it hides the steps of long gradients."""
    h, w = pixels.shape[:2]
    rng = np.random.default_rng(seed)
    tile = np.clip(rng.normal(0, strength, (512, 512)), -6, 6).round().astype(np.int16)
    grain = np.tile(tile, (h // 512 + 1, w // 512 + 1))[:h, :w, None]
    return np.clip(pixels.astype(np.int16) + grain, 0, 255).astype(np.uint8)
