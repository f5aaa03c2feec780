"""What words stand on: boxes, rules, shades and shadows, painted with skia on a clear ground."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import skia


def painted(size: tuple[int, int], paint: Callable[["skia.Canvas"], None]) -> np.ndarray:
    """What is painted on a clear canvas, its colours not weighted by alpha, as PNG keeps them."""
    import skia

    width, height = size
    pixels = np.zeros((height, width, 4), np.uint8)
    info = skia.ImageInfo.Make(width, height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(info, pixels)
    paint(surface.getCanvas())
    surface.flushAndSubmit()
    share = np.maximum(pixels[..., 3:].astype(np.float32) / 255, 1 / 255)
    pixels[..., :3] = (pixels[..., :3] / share + 0.5).clip(0, 255).astype(np.uint8)
    return pixels


def box(left: float, top: float, width: float, height: float) -> "skia.Rect":
    """A rectangle, in pixels."""
    import skia

    return skia.Rect.MakeXYWH(left, top, width, height)


def rounded(rectangle: "skia.Rect", radius: float) -> "skia.RRect":
    """A rectangle with round corners."""
    import skia

    return skia.RRect.MakeRectXY(rectangle, radius, radius)


def fill(canvas: "skia.Canvas", rectangle: "skia.Rect", colour: tuple[int, ...], radius: float = 0.0,
          blur: float = 0.0) -> None:  # fmt: skip
    """Fill a rectangle; `blur` pixels soft at its edge."""
    import skia

    paint = skia.Paint(Color=skia.ColorSetARGB(colour[3], *colour[:3]), AntiAlias=True)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    canvas.drawRRect(rounded(rectangle, radius), paint)


def shade(canvas: "skia.Canvas", top: float, full: float, strength: int) -> None:
    """Darken the canvas from `top` downwards, softly, to a `strength` of 255 at `full`, and let it go by the foot: a
    film of another shape goes on below."""
    import skia

    size = canvas.getBaseLayerSize()
    steps = [i / 16 for i in range(17)]
    dark = [skia.ColorSetARGB(round(strength * at * at * (3 - 2 * at)), 0, 0, 0) for at in steps]
    turn = (full - top) / (size.height() - top)
    places = [*(at * turn for at in steps), *(turn + at * (1 - turn) for at in steps[1:])]
    fade = skia.GradientShader.MakeLinear([(0, top), (0, size.height())], [*dark, *dark[-2::-1]], places)
    canvas.drawRect(box(0, top, size.width(), size.height() - top), skia.Paint(Shader=fade, Dither=True))


def line(canvas: "skia.Canvas", rectangle: "skia.Rect", colour: tuple[int, ...], thick: float) -> None:
    """Draw a rectangle's edge."""
    import skia

    paint = skia.Paint(Color=skia.ColorSetARGB(colour[3], *colour[:3]), AntiAlias=True, StrokeWidth=max(1.0, thick))
    paint.setStyle(skia.Paint.kStroke_Style)
    canvas.drawRect(rectangle, paint)


def shadowed(canvas: "skia.Canvas", down: float, soft: float, dark: int, paint: Callable[[], None]) -> None:
    """Paint with a shadow that falls `down` pixels, `soft` at its edge, of an opacity `dark` of 255."""
    import skia

    fall = skia.ImageFilters.DropShadow(0, down, soft, soft, skia.ColorSetARGB(dark, 0, 0, 0))
    canvas.saveLayer(None, skia.Paint(ImageFilter=fall))
    paint()
    canvas.restore()
