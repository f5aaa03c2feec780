"""The light of the scene on a cut-out picture: tinted by the hour, a bright rim to the sun, hazed afar."""

import numpy as np
from numpy.typing import NDArray

from pipelines.make.drawn.art import Pixels
from pipelines.make.drawn.light import Colour, Light, hexa, mix


def lit_pixels(pixels: Pixels, light: Light, side: int, far: float, floor: Colour, wet: bool = False) -> Pixels:
    """A picture as it looks in this light: tinted by the hour, a bright rim to the sun, darker below, hazed afar."""
    work = pixels.astype(np.float32) / 255
    alpha = work[:, :, 3:]
    tint = np.array(mix(light.ambient, (1, 1, 1), 0.08 + 0.16 * light.dark), np.float32)
    colour = work[:, :, :3] * tint
    h = pixels.shape[0]
    fall = np.linspace(0, 1, h, dtype=np.float32)[:, None, None] ** 2.2
    colour = colour * (1 - 0.26 * fall) + alpha * np.array(floor, np.float32) * (0.1 * fall)
    rim = _rim(alpha[:, :, 0], side, max(2.0, h * 0.011))[:, :, None]
    strength = (0.2 if light.indoors else 0.5 if light.sun_at[1] < 0.2 or light.dark > 0.6 else 0.26) * min(
        1.0, light.glow + 0.1
    )
    colour += rim * (np.array(light.sun, np.float32) * alpha - colour) * strength
    murk = np.array(light.haze if not wet else hexa("#1b6f9e"), np.float32)
    share = far if not wet else 0.2
    colour = colour * (1 - share) + alpha * murk * share
    out = np.concatenate([np.minimum(colour, alpha), alpha], axis=2)
    return np.asarray((np.clip(out, 0, 1) * 255 + 0.5).astype(np.uint8))


def _rim(alpha: NDArray[np.float32], side: int, reach: float) -> NDArray[np.float32]:
    """How much each pixel lies at the edge that faces the light: 1 at the edge, fading inwards over about `reach`."""
    total = np.zeros_like(alpha)
    steps = 5
    for k in range(1, steps + 1):
        dx, dy = round(reach * k / steps * 1.1), round(reach * k / steps * 0.9)
        moved = np.zeros_like(alpha)
        if side > 0:
            moved[dy:, : alpha.shape[1] - dx] = alpha[: alpha.shape[0] - dy, dx:]
        else:
            moved[dy:, dx:] = alpha[: alpha.shape[0] - dy, : alpha.shape[1] - dx]
        total += np.clip(alpha - moved, 0, 1)
    return np.asarray((total / steps) ** 1.3)
