"""Grounds for title cards: gradients, light and paper painted from a seed, or a picture calmed down to carry words."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

Look = Literal["quiet", "bold", "poster", "paper"]
Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Ground:
    """`pixels` is uint8 (height, width, 3); `ink` and `accent` are colours that can be read on it."""

    pixels: np.ndarray
    ink: Rgb
    accent: Rgb


# Per look, several moods of (three colours of the ground, accent); the seed chooses.
_COLOURS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "quiet": (
        ("0b1730", "27406b", "e0936b", "f3c9a2"),
        ("0a1f26", "1c5160", "8fc7b5", "c9eadb"),
        ("1a1230", "4b2f63", "e08a8f", "f6cbbf"),
        ("101820", "34495e", "b9c6d3", "dfe8f0"),
    ),
    "bold": (
        ("2b1bd6", "6a25e0", "ff4f7b", "ffd166"),
        ("c2252f", "e0462a", "ff9e3d", "ffe3a3"),
        ("00524c", "00857a", "2fc7a0", "e9ff8f"),
        ("0b3fb8", "1769e8", "2fb4ee", "fff08a"),
    ),
    "poster": (
        ("07080b", "191d26", "6b4a2c", "e9b872"),
        ("0a0708", "2a1216", "7d2b26", "f0d3b0"),
        ("050a0b", "0f2328", "2c6a68", "cfe6d5"),
        ("09080d", "1d1930", "4a3f86", "d9d0f5"),
    ),
    "paper": (
        ("f4ecdc", "efe3cc", "d9c6a5", "a4492f"),
        ("f1efe6", "e6e6da", "c4cdbb", "3d6a55"),
        ("f3ebe6", "ecdcd5", "d8bdb2", "8a3b52"),
        ("eef0f1", "e0e6ea", "bfccd6", "2d5a86"),
    ),
}
_WHITE, _INK = (250, 248, 244), (38, 33, 30)


def _rgb(code: str) -> np.ndarray:
    return np.array([int(code[i : i + 2], 16) for i in (0, 2, 4)], np.float32)


def painted(look: Look, width: int, height: int, seed: int) -> Ground:
    """A ground of the look. The same seed gives the same pixels."""
    rng = np.random.default_rng([seed % 2**63, len(look), 77])
    codes = _COLOURS[look][int(rng.integers(len(_COLOURS[look])))]
    low, middle, high, accent = (_rgb(code) for code in codes)
    small = {"quiet": _dusk, "bold": _shapes, "poster": _spotlight, "paper": _sheet}[look]
    smooth = _enlarged(small(low, middle, high, width, height, rng), width, height)
    strength = {"quiet": 1.6, "bold": 1.2, "poster": 4.5, "paper": 2.2}[look]
    colour = tuple(int(c) for c in accent)
    return Ground(_grained(smooth, strength, rng), _INK if look == "paper" else _WHITE, colour)


def calmed(picture: np.ndarray, width: int, height: int, seed: int) -> Ground:
    """A picture, uint8 (h, w, 3), cut to the shape, softened and darkened, its bright parts the most."""
    import cv2

    tall, wide = picture.shape[:2]
    scale = max(width / wide, height / tall)
    size = (max(width, round(wide * scale)), max(height, round(tall * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    whole = cv2.resize(picture, size, interpolation=how)
    top, left = (size[1] - height) // 2, (size[0] - width) // 2
    cut = whole[top : top + height, left : left + width]
    soft = cv2.GaussianBlur(cut, (0, 0), min(width, height) * 0.006).astype(np.float32)
    small = cv2.resize(cut, (width // 8, height // 8), interpolation=cv2.INTER_AREA).mean(axis=2).astype(np.float32)
    light = cv2.GaussianBlur(small, (0, 0), min(width, height) * 0.02)
    # However bright the picture, what lies behind the words ends near a level of 90 of 255.
    dim = _enlarged(np.minimum(0.72, 90 / np.maximum(light, 1)), width, height)
    edge = 1 - 0.35 * _distance(width, height, 0.5, 0.5).clip(0, 1.1) ** 2
    rng = np.random.default_rng([seed % 2**63, 78])
    accent = (238, 214, 170)
    return Ground(_grained(soft * (dim * edge)[..., None], 1.5, rng), _WHITE, accent)


def _grid(width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Places from 0 to 1 over a small version of the picture."""
    scale = 480 / max(width, height)
    rows, columns = round(height * scale), round(width * scale)
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    return x / (columns - 1), y / (rows - 1)


def _distance(width: int, height: int, x: float, y: float) -> np.ndarray:
    """Of each pixel from a place, in half diagonals."""
    across = (np.arange(width, dtype=np.float32) / width - x) * width
    down = (np.arange(height, dtype=np.float32) / height - y) * height
    return np.hypot(across[None, :], down[:, None]) / (np.hypot(width, height) / 2)


def _blend(one: np.ndarray, other: np.ndarray, share: np.ndarray) -> np.ndarray:
    share = np.clip(share, 0, 1)[..., None]
    return one * (1 - share) + other * share


def _smooth(x: np.ndarray) -> np.ndarray:
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


def _dusk(low: np.ndarray, middle: np.ndarray, high: np.ndarray, width: int, height: int,
          rng: np.random.Generator) -> np.ndarray:  # fmt: skip
    """A sky after sunset: night above, a glow low on one side, hills of mist below it."""
    x, y = _grid(width, height)
    sky = _blend(low, middle, _smooth(y * 1.15))
    at, tall = rng.uniform(0.15, 0.85), rng.uniform(0.98, 1.12)
    glow = np.exp(-(((x - at) * 1.15 * max(1, width / height) / 1.3) ** 2 + ((y - tall) * 2.1) ** 2) * 2.2)
    image = _blend(sky, high, glow * 0.85)
    for depth in range(3):
        waves = sum(np.sin(x * rng.uniform(3, 9) * (k + 1) + rng.uniform(0, 6.3)) / (k + 1.5) for k in range(3))
        edge = 0.83 + 0.06 * depth + 0.03 * waves
        share = _smooth((y - edge) / 0.012) * 0.55
        image = _blend(image, low * (1.1 - 0.25 * depth), share)
    return image


def _shapes(low: np.ndarray, middle: np.ndarray, high: np.ndarray, width: int, height: int,
            rng: np.random.Generator) -> np.ndarray:  # fmt: skip
    """A bright slope of colour with two large discs leaning in from the side away from the words."""
    x, y = _grid(width, height)
    ratio = width / height
    image = _blend(low, middle, _smooth((x + y) / 1.6))
    for number in range(2):
        if ratio > 1.1:
            cx, cy = rng.uniform(0.86, 1.02), (rng.uniform(-0.05, 0.3), rng.uniform(0.75, 1.1))[number]
        else:
            cx, cy = rng.uniform(0.7, 1.05), (rng.uniform(-0.05, 0.1), rng.uniform(0.92, 1.05))[number]
        radius = rng.uniform(0.26, 0.4)
        away = np.hypot((x - cx) * max(ratio, 1), (y - cy) / min(ratio, 1))
        disc = _smooth((radius - away) / 0.006)
        shade = _blend(middle * 1.08, high, _smooth((x - cx + 0.25) * 1.2 + (y - cy) * 0.7 + 0.2))
        image = image * (1 - disc[..., None] * 0.92) + shade * disc[..., None] * 0.92
    return image


def _spotlight(low: np.ndarray, middle: np.ndarray, high: np.ndarray, width: int, height: int,
               rng: np.random.Generator) -> np.ndarray:  # fmt: skip
    """A dark room with a light falling in from above."""
    x, y = _grid(width, height)
    at = rng.uniform(0.3, 0.7)
    across = (x - at) * width / min(width, height)
    cone = np.exp(-((across / (0.28 + 0.75 * y)) ** 2)) * np.exp(-1.7 * y)
    image = _blend(low, middle, 0.25 + 0.9 * cone)
    image = _blend(image, high, cone**1.6 * 0.9)
    edge = np.hypot((x - 0.5) * 1.6, (y - 0.5) * 1.6)
    return image * (1 - 0.45 * np.clip(edge - 0.35, 0, 1))[..., None]


def _sheet(low: np.ndarray, middle: np.ndarray, high: np.ndarray, width: int, height: int,
           rng: np.random.Generator) -> np.ndarray:  # fmt: skip
    """Paper: clouds of two sizes in its tone, and darker edges."""
    import cv2

    x, y = _grid(width, height)
    tone = np.zeros_like(x)
    for cells, strength in ((5, 0.6), (24, 0.35)):
        noise = rng.normal(0, 1, (cells, round(cells * width / height) + 1)).astype(np.float32)
        tone += strength * cv2.resize(noise, (x.shape[1], x.shape[0]), interpolation=cv2.INTER_CUBIC)
    image = _blend(low, middle, 0.5 + 0.35 * tone)
    edge = np.maximum(np.abs(x - 0.5), np.abs(y - 0.5)) * 2
    return _blend(image, high, np.clip(edge - 0.72, 0, 1) ** 1.5 * 2.2)


def _enlarged(small: np.ndarray, width: int, height: int) -> np.ndarray:
    import cv2

    return cv2.resize(small.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)


def _grained(smooth: np.ndarray, strength: float, rng: np.random.Generator) -> np.ndarray:
    """8 bits, with grain: it hides the steps of a gradient and gives the surface life."""
    grain = rng.normal(0, strength, smooth.shape[:2]).astype(np.float32)
    return np.clip(smooth + grain[..., None] + 0.5, 0, 255).astype(np.uint8)
