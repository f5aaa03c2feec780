"""The light of the scene on a cut-out picture: tinted by the hour, a bright rim to the sun, hazed afar."""

import numpy as np
from numpy.typing import NDArray

from pipelines.make.drawn.art import Pixels
from pipelines.make.drawn.light import Colour, Light, hexa, mix


def lit_pixels(pixels: Pixels, light: Light, side: int, far: float, floor: Colour, wet: bool = False) -> Pixels:
    """A picture as it looks in this light: tinted by the hour, a bright rim to the sun, darker below, hazed afar.

    `side` is where the light is (1 right, -1 left), `far` 0 to 1 how deep in the haze, `floor` the colour that is
    bounced from below.
    """
    alpha = pixels[:, :, 3].astype(np.float32)
    fall = np.linspace(0, 1, pixels.shape[0], dtype=np.float32)[:, None, None] ** 2.2
    share = far if not wet else 0.2
    tint = np.array(mix(light.ambient, (1, 1, 1), 0.08 + 0.16 * light.dark), np.float32)
    murk = np.array(light.haze if not wet else hexa("#1b6f9e"), np.float32)
    strength = (0.2 if light.indoors else 0.5 if light.sun_at[1] < 0.2 or light.dark > 0.6 else 0.26) * min(
        1.0, light.glow + 0.1
    )
    bright = _rim(alpha, side, max(2.0, pixels.shape[0] * 0.011))[:, :, None] * strength
    colour = pixels[:, :, :3] * (tint * (1 - 0.26 * fall))
    colour = _whites(colour, pixels, tint)
    colour += alpha[:, :, None] * (np.array(floor, np.float32) * (0.1 * fall))
    colour += bright * (np.array(light.sun, np.float32) * alpha[:, :, None] - colour)
    colour *= 1 - share
    colour += alpha[:, :, None] * (murk * share)
    out = np.empty_like(pixels)
    np.minimum(colour, alpha[:, :, None], out=colour)
    colour += 0.5
    out[:, :, :3] = colour
    out[:, :, 3] = pixels[:, :, 3]
    return out


def _whites(colour: NDArray[np.float32], pixels: Pixels, tint: NDArray[np.float32]) -> NDArray[np.float32]:
    """The colours, the whites among them (of eyes, of a shirt) less tinted: seen beside it, white still looks white."""
    if tint.max() - tint.min() < 0.12:
        return colour
    least, most = pixels[:, :, :3].min(axis=2), pixels[:, :, :3].max(axis=2)
    white = np.clip((least.astype(np.float32) - 205) / 40, 0, 0.6) * (most - least < 30)
    even = float(tint @ np.array([0.3, 0.59, 0.11], np.float32))
    share = white[:, :, None]
    return np.asarray(colour * (1 - share + share * even / np.maximum(tint, 0.05)))


def _rim(alpha: NDArray[np.float32], side: int, reach: float) -> NDArray[np.float32]:
    """How much each pixel lies at the edge that faces the light: 1 at the edge, fading inwards over about `reach`.

    `alpha` is 0 to 255.
    """
    total = np.zeros_like(alpha)
    steps = 5
    h, w = alpha.shape
    for k in range(1, steps + 1):
        dx, dy = round(reach * k / steps * 1.1), round(reach * k / steps * 0.9)
        here, there = (
            (np.s_[dy:, : w - dx], np.s_[: h - dy, dx:]) if side > 0 else (np.s_[dy:, dx:], np.s_[: h - dy, : w - dx])
        )
        moved = np.zeros_like(alpha)
        moved[here] = alpha[there]
        total += np.maximum(alpha - moved, 0)
    total /= 255 * steps
    return np.asarray(total * (0.72 + 0.28 * total))  # near enough to a power of 1.3
