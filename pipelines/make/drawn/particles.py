"""Many small things painted at once: dots by the hundred, and little pictures from one sheet of them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.light import Colour
from pipelines.make.drawn.sheet import around, rgba

Floats = NDArray[np.float64]
_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def dot(colour: Colour, alpha: float, size: float, blur: float = 0.0) -> skia.Paint:
    """A paint for round dots of `size` pixels across."""
    paint = skia.Paint(Color=rgba(colour, alpha), AntiAlias=True, StrokeWidth=size)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    if blur > 0.3:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def dots(canvas: skia.Canvas, xs: Floats, ys: Floats, paint: skia.Paint) -> None:
    """Paint a dot at every (x, y)."""
    if len(xs):
        places = [skia.Point(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        canvas.drawPoints(skia.Canvas.PointMode.kPoints_PointMode, places, paint)


@dataclass(frozen=True)
class Sprites:
    """Little pictures side by side in one image, each in a cell of `cell` pixels."""

    image: skia.Image
    cell: int
    count: int

    def draw(self, canvas: skia.Canvas, xs: Floats, ys: Floats, sizes: Floats, turns: Floats | None = None,
             which: NDArray[np.int64] | None = None, alphas: Floats | None = None) -> None:  # fmt: skip
        """Paint one at every (x, y), `sizes` pixels across, turned by `turns` (radians), with its own alpha."""
        if not len(xs):
            return
        n, cell = len(xs), self.cell
        turn = np.zeros(n) if turns is None else turns
        scale = sizes / cell
        cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
        half = cell / 2
        left, top = xs - cos * half + sin * half, ys - sin * half - cos * half
        places = [skia.RSXform(*p) for p in zip(cos.tolist(), sin.tolist(), left.tolist(), top.tolist(), strict=True)]
        cells = np.zeros(n, np.int64) if which is None else which % self.count
        rects = [skia.Rect.MakeXYWH(int(i) * cell, 0, cell, cell) for i in cells]
        tints = (np.full(n, 255) if alphas is None else np.clip(alphas * 255, 0, 255)).astype(np.int64)
        colours = [int(a) << 24 | 0xFFFFFF for a in tints]
        canvas.drawAtlas(self.image, places, rects, colours, skia.BlendMode.kModulate, _SAMPLING, None, skia.Paint())


def sprites(cell: int, painters: list[Callable[[skia.Canvas], None]]) -> Sprites:
    """Paint a row of little pictures; each painter has a canvas of 1 × 1 around its middle (0, 0)."""
    surface = skia.Surface(cell * len(painters), cell)
    canvas = surface.getCanvas()
    for i, paint in enumerate(painters):
        canvas.save()
        canvas.translate((i + 0.5) * cell, cell / 2)
        canvas.scale(cell, cell)
        paint(canvas)
        canvas.restore()
    return Sprites(surface.makeImageSnapshot(), cell, len(painters))


def soft_dots(*colours: Colour, hard: float = 0.0) -> Sprites:
    """Soft round dots, one for each colour. `hard` (0 to 1): the share of the radius that is full."""

    def painter(colour: Colour) -> Callable[[skia.Canvas], None]:
        stops = ((0, colour, 1), (hard, colour, 1), (1, colour, 0)) if hard else (
            (0, colour, 1), (0.25, colour, 0.55), (0.55, colour, 0.17), (1, colour, 0))  # fmt: skip
        return lambda canvas: canvas.drawCircle(0, 0, 0.5, around((0, 0), 0.5, *stops))

    return sprites(64, [painter(colour) for colour in colours])


def wrapped(values: Floats, low: float, high: float) -> Floats:
    """Values brought back between `low` and `high`, where what leaves at one end comes in at the other."""
    return np.asarray(low + (values - low) % (high - low))
