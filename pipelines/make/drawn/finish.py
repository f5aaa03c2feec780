"""The last touches over a whole picture: a vignette, one grade that ties the colours, fine grain, and the file."""

from pathlib import Path
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.light import Light, darker, hexa, mix
from pipelines.make.drawn.sheet import Sheet, around, rgba
from studio import facts


def finish(sheet: Sheet) -> None:
    """Vignette and grade, on the canvas."""
    light = sheet.light
    centre, reach = (sheet.w / 2, sheet.h * 0.47), (sheet.w**2 + sheet.h**2) ** 0.5 / 2
    deep = mix(darker(light.shadow, 0.2), (0, 0, 0), 0.2)
    edge = around(centre, reach * 1.06, (0, deep, 0), (0.62, deep, 0), (0.86, deep, 0.13), (1, deep, 0.34))
    sheet.canvas.drawRect(skia.Rect(0, 0, sheet.w, sheet.h), edge)
    wash = {
        "dawn": "#ffb38a",
        "morning": "#ffe9b8",
        "day": "#ffffff",
        "sunset": "#ff8a4a",
        "dusk": "#8a5ad0",
        "night": "#2a5ae0",
    }[light.hour]
    sheet.canvas.drawColor(rgba(hexa(wash), 0.05), skia.BlendMode.kSoftLight)


def grained(pixels: NDArray[np.uint8], seed: int, strength: float = 1.6) -> NDArray[np.uint8]:
    """RGB pixels, shape (h, w, 3), with grain of `strength` levels: it hides the steps of long gradients."""
    h, w = pixels.shape[:2]
    rng = np.random.default_rng(seed)
    tile = np.clip(rng.normal(0, strength, (512, 512)), -6, 6).round().astype(np.int16)
    grain = np.tile(tile, (h // 512 + 1, w // 512 + 1))[:h, :w, None]
    return np.clip(pixels.astype(np.int16) + grain, 0, 255).astype(np.uint8)


def looked(pixels: NDArray[np.uint8], look: str, seed: int) -> NDArray[np.uint8]:
    """RGB pixels, shape (h, w, 3), in another look: "paper" is paint on rough paper, "duotone" a print in two inks."""
    if look == "shaded":
        return pixels
    colour = pixels.astype(np.float32) / 255
    light = colour @ np.array([0.3, 0.59, 0.11], np.float32)
    if look == "duotone":
        inks = np.array([hexa("#1d1f4a"), hexa("#b0486a"), hexa("#f6c98f"), hexa("#fff3dc")], np.float32)
        steps = np.array([0.04, 0.36, 0.7, 0.97], np.float32)
        out = np.stack([np.interp(light, steps, inks[:, k]) for k in range(3)], axis=2)
        return np.asarray((out * 255).astype(np.uint8))
    h, w = light.shape
    rng = np.random.default_rng([seed, 11])
    tooth = sum(_cloudy(rng, h, w, cell) * weight for cell, weight in ((3, 0.34), (9, 0.2), (40, 0.2)))
    blotch = _cloudy(rng, h, w, 130)
    muted = colour * 0.86 + light[:, :, None] * 0.08 + 0.07
    wash = muted * (1 + 0.06 * tooth + 0.04 * blotch)[:, :, None]
    edge = np.minimum(np.minimum(np.arange(w)[None, :], w - 1 - np.arange(w)[None, :]),
                      np.minimum(np.arange(h)[:, None], h - 1 - np.arange(h)[:, None])) / min(h, w)  # fmt: skip
    kept = np.clip((edge - 0.014 - 0.006 * _cloudy(rng, h, w, 60) - 0.003 * tooth) * 110, 0, 1)[:, :, None]
    paper = np.array(hexa("#f7f0e1"), np.float32) * (1 + 0.035 * tooth)[:, :, None]
    return np.asarray((np.clip(wash * kept + paper * (1 - kept), 0, 1) * 255).astype(np.uint8))


def _cloudy(rng: np.random.Generator, h: int, w: int, cell: int) -> NDArray[np.float32]:
    """Smooth noise around 0, shape (h, w), with lumps of about `cell` pixels."""
    from PIL import Image

    small = rng.normal(0, 1, (h // cell + 3, w // cell + 3)).astype(np.float32)
    return np.asarray(Image.fromarray(small).resize((w, h), Image.Resampling.BICUBIC))


def save(pixels: NDArray[np.uint8], path: Path, about: dict[str, Any]) -> Path:
    """Write RGB pixels, shape (h, w, 3), as a PNG that carries what it shows."""
    from PIL import Image

    Image.fromarray(pixels, "RGB").save(path, compress_level=1, pnginfo=facts.png_info(about))
    return path


def light_words(light: Light) -> str:
    return f"{light.hour}, {light.weather}"
