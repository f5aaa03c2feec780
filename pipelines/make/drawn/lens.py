"""What a lens leaves sharp: how soft each layer is, by its distance from what is in focus."""

from typing import Literal

import skia

from pipelines.make.drawn.layering import FAR, Layer, play

Sharp = Literal["deep", "subject", "background"]
MIDDLE = 1.5  # the distance of what the camera cares for in a set where nothing stands
_FARTHEST = 3.6  # what is farther is seen as if it stood here
_BACK = 30.0  # the distance of the background
_WIDE_OPEN = 0.0085  # blur of what lies at infinity while the lens is set to distance 1, as a share of the width
_SEEN = 0.6  # pixels of blur that are seen
_ALIKE = 0.25  # blurs that differ by less look the same


def cared_for(away: float | None, otherwise: float = MIDDLE) -> float:
    """The distance of what the camera cares for: that of the leading thing, or `otherwise` where nothing stands."""
    return min(_FARTHEST, max(1.0, otherwise if away is None else away))


def set_to(share: float, away: float) -> float:
    """A lens, as 1 / distance: set to the background at 0, to what lies `away` at 1."""
    near, far = 1 / away, 1 / _BACK
    return far + (near - far) * share


def softness(layer: Layer, lens: float) -> float:
    """How soft a layer is, sigma in pixels of the set: its distance from the lens's, told in 1 / distance."""
    if layer.floor is not None:
        return 0.0  # the ground reaches through all distances
    here = 0.0 if layer.away == FAR else 1 / layer.away
    return 1920 * _WIDE_OPEN * abs(here - lens)


def through(canvas: skia.Canvas, layers: tuple[Layer, ...], sharp: Sharp, away: float) -> None:
    """`play` what a lens sees that is set to `sharp`; the leading thing lies `away`."""
    if sharp == "deep":
        play(canvas, layers)
        return
    lens = set_to(1.0 if sharp == "subject" else 0.0, away)
    for sigma, group in _groups(layers, lens):
        if sigma < _SEEN:
            play(canvas, group)
        else:
            _lay_soft(canvas, group, sigma)


def _groups(layers: tuple[Layer, ...], lens: float) -> list[tuple[float, tuple[Layer, ...]]]:
    """Layers that follow each other and are about as soft: each blur costs its time."""
    found: list[tuple[float, tuple[Layer, ...]]] = []
    for layer in layers:
        sigma = 0.0 if layer.light else softness(layer, lens)  # light is soft as it is, and goes into what lies below
        before = found[-1][0] if found else -1.0
        if found and (max(sigma, before) < _SEEN or (not layer.light and abs(sigma - before) < _ALIKE * before)):
            found[-1] = before, (*found[-1][1], layer)
        else:
            found.append((sigma, (layer,)))
    return found


def _lay_soft(canvas: skia.Canvas, layers: tuple[Layer, ...], sigma: float) -> None:
    """Layers out of focus: painted as small as their blur allows, and laid down large."""
    size = canvas.getBaseLayerSize()
    by = max(1, min(8, int(sigma / 1.5)))
    small = skia.Surface(-(-size.width() // by), -(-size.height() // by))
    small.getCanvas().scale(1 / by, 1 / by)
    play(small.getCanvas(), layers)
    blurred = skia.Surface(small.width(), small.height())
    blur = skia.ImageFilters.Blur(sigma / by, sigma / by, skia.TileMode.kClamp)  # what lies beyond is alike
    blurred.getCanvas().drawImage(small.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(ImageFilter=blur))
    canvas.save()
    canvas.scale(by, by)
    canvas.drawImage(blurred.makeImageSnapshot(), 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
    canvas.restore()
