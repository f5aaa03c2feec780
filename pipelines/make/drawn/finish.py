"""The last touches over a whole picture: a vignette, one grade that ties the colours, and the file."""

from pathlib import Path
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.light import darker, hexa, mix
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


def save(pixels: NDArray[np.uint8], path: Path, about: dict[str, Any]) -> Path:
    """Write RGB pixels, shape (h, w, 3), as a PNG that carries what it shows."""
    from PIL import Image

    Image.fromarray(pixels, "RGB").save(path, compress_level=1, pnginfo=facts.png_info(about))
    return path
