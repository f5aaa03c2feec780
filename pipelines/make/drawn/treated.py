"""Layers as a look wants them: each made into pixels once, treated (cut from paper, say) and put back in its place."""

import math
from dataclasses import replace

import numpy as np
import skia

from pipelines.looks.look import Look, OnLayer
from pipelines.make.drawn.art import image_of, pixels_of
from pipelines.make.drawn.layering import Layer

_ROOM = 26  # units around what is painted: a look may lay a shadow there
_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def treated(layers: tuple[Layer, ...], look: Look, seed: int, size: tuple[int, int], density: float = 1.0,
            beyond: float = 0.0) -> tuple[Layer, ...]:  # fmt: skip
    """The layers of a set of `size` (w, h) pixels, treated at `density` pixels for one of its own; the same ones where
    the look treats none. `beyond`: how far over the set's edges they are kept, as a share of it. Light stays light, and
    what is painted anew at every moment stays as it is."""
    if look.on_layer is None:
        return layers
    treat = look.on_layer(seed)
    return tuple(
        layer if layer.picture is None or layer.light else _treated(layer, layer.picture, treat, size, density, beyond)
        for layer in layers
    )


def _treated(layer: Layer, picture: skia.Picture, treat: OnLayer, size: tuple[int, int], density: float,
             beyond: float) -> Layer:  # fmt: skip
    (w, h), u = size, density * min(size) / 720
    # By whole pixels, so that nothing is blurred where the layer is shown at its own size.
    left, top = (-math.ceil(beyond * side * density) / density for side in size)
    surface = skia.Surface(math.ceil((w - 2 * left) * density), math.ceil((h - 2 * top) * density))
    canvas = surface.getCanvas()
    canvas.scale(density, density)
    canvas.translate(-left, -top)
    canvas.drawPicture(picture)
    pixels = pixels_of(surface)
    rows, columns = np.flatnonzero(pixels[:, :, 3].any(axis=1)), np.flatnonzero(pixels[:, :, 3].any(axis=0))
    if not len(rows):
        return layer
    room = math.ceil(_ROOM * u)
    x, y = max(0, int(columns[0]) - room), max(0, int(rows[0]) - room)
    part = np.ascontiguousarray(pixels[y : int(rows[-1]) + 1 + room, x : int(columns[-1]) + 1 + room])
    image = image_of(treat(part, layer.name, u))
    recorder = skia.PictureRecorder()
    place = skia.Rect.MakeXYWH(left + x / density, top + y / density, image.width() / density, image.height() / density)
    recorder.beginRecording(place).drawImageRect(image, place, _SAMPLING)
    return replace(layer, picture=recorder.finishRecordingAsPicture())
