"""Frames of a set in motion: its layers, alive, before a moving camera."""

import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.camera import Eye, Ground, Move, eased, eye_at, magnified, seen
from pipelines.make.drawn.finish import finish
from pipelines.make.drawn.layering import STILL, Flat, Layer, play
from pipelines.make.drawn.lens import set_to, softness
from pipelines.make.drawn.picture import Set
from pipelines.make.drawn.sheet import Sheet

Focus = Literal["deep", "subject", "background", "rack to subject", "rack to background"]
LAYOUT = "bgra"  # the order of colours in frames
_BEYOND = 0.12  # how far over the edges a layer is kept, as a share of the picture: it may lean and drift
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)
_SMALLER = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
_PLANES = 24  # moments of the move looked at to find how near each layer comes


@dataclass(frozen=True)
class Shown:
    """A layer ready to be laid down: an image at `scale` pixels for one of the set's, from `left`, `top` (set pixels),
    and the same out of focus, where it is ever seen so."""

    layer: Layer
    image: skia.Image | None
    soft: skia.Image | None
    scale: float
    left: float
    top: float


class Motion:
    """A set before a camera that makes `move` in `seconds`; frames are `size` (w, h) pixels."""

    def __init__(self, built: Set, ground: Ground, move: Move, seconds: float, strength: float, focus: Focus,
                 size: tuple[int, int]) -> None:  # fmt: skip
        self.size, self._ground, self._seconds = size, ground, seconds
        self._move: Move = move
        self._strength, self._focus = strength, focus
        self._ratio = size[0] / ground.size[0]
        self._pixels = np.zeros((size[1], size[0], 4), np.uint8)
        # Two ways into the same opaque pixels. Skia 144 lays premultiplied BGRA down in 4 ms a frame of 720p where it
        # is only moved and scaled; all else (turned, in perspective, as light) takes 32 ms that way, 12 the other.
        self._plain = _over_pixels(self._pixels, skia.kPremul_AlphaType)
        self._other = _over_pixels(self._pixels, skia.kUnpremul_AlphaType)
        self._shown = [self._ready(layer) for layer in _joined(built.layers)]
        self._over = _finish(built, size) if built.lens else None

    def eye(self, seconds: float) -> Eye:
        """The camera at a moment."""
        share = seconds / self._seconds if self._seconds else 0.0
        return eye_at(self._move, share, seconds, self._ground, self._strength)

    def frame(self, seconds: float) -> NDArray[np.uint8]:
        """The picture at a moment: uint8 (h, w, 4) in `LAYOUT`, opaque. The array is overwritten by the next."""
        eye, lens = self.eye(seconds), self._lens(seconds)
        self._plain.getCanvas().clear(0xFF000000)
        for shown in self._shown:
            self._lay(shown, eye, seconds, lens)
        if self._over is not None:
            self._plain.getCanvas().drawImage(self._over, 0, 0)
        return self._pixels

    def _lens(self, seconds: float) -> float | None:
        """The distance in focus, as 1 / distance; None when everything is."""
        if self._focus == "deep":
            return None
        share = eased((seconds / self._seconds - 0.25) / 0.5) if self._seconds else 1.0
        ways = {"subject": 1.0, "background": 0.0, "rack to subject": share, "rack to background": 1 - share}
        return set_to(ways[self._focus], self._ground.away)

    def _lay(self, shown: Shown, eye: Eye, seconds: float, lens: float | None) -> None:
        layer = shown.layer
        pose = layer.life(seconds) if layer.life else STILL
        if pose.alpha <= 0.004:
            return
        where = skia.Matrix.Scale(self._ratio, self._ratio)
        where.preConcat(seen(layer, eye, self._ground))
        if pose is not STILL:
            where.preConcat(pose.matrix())
        plain = where.isScaleTranslate() and not layer.light
        canvas = (self._plain if plain or shown.image is None else self._other).getCanvas()
        canvas.save()
        canvas.concat(where)
        paint = skia.Paint(Alphaf=pose.alpha)
        if layer.light:
            paint.setBlendMode(skia.BlendMode.kScreen)
        if shown.image is not None:
            soft = 0.0 if lens is None or shown.soft is None else min(1.0, softness(layer, lens) / self._widest(layer))
            self._image(canvas, shown, paint, soft)
        if layer.live is not None:
            apart = layer.light or pose.alpha < 1
            if apart:
                canvas.saveLayer(None, paint)
            layer.live(canvas, seconds)
            if apart:
                canvas.restore()
        canvas.restore()

    def _image(self, canvas: skia.Canvas, shown: Shown, paint: skia.Paint, soft: float) -> None:
        canvas.translate(shown.left, shown.top)
        canvas.scale(1 / shown.scale, 1 / shown.scale)
        sampling = _SMALLER if shown.scale > 1.6 * self._ratio else _SMOOTH
        if soft < 0.02:
            canvas.drawImage(shown.image, 0, 0, sampling, paint)
        elif soft > 0.98:
            canvas.drawImage(shown.soft, 0, 0, sampling, paint)
        else:  # both over each other: near enough to a blur in between, and cheap
            canvas.drawImage(shown.image, 0, 0, sampling, paint)
            over = skia.Paint(paint)
            over.setAlphaf(paint.getAlphaf() * soft)
            canvas.drawImage(shown.soft, 0, 0, sampling, over)
        canvas.scale(shown.scale, shown.scale)
        canvas.translate(-shown.left, -shown.top)

    def _widest(self, layer: Layer) -> float:
        """The largest blur of a layer in this clip, in pixels of the set."""
        lenses = [lens for i in range(9) if (lens := self._lens(self._seconds * i / 8)) is not None]
        return max((softness(layer, lens) for lens in lenses), default=0.0) or 1.0

    def _ready(self, layer: Layer) -> Shown:
        """The layer as an image, as large as the camera will need it."""
        if layer.picture is None:
            return Shown(layer, None, None, 1.0, 0.0, 0.0)
        moments = [self._seconds * i / (_PLANES - 1) for i in range(_PLANES)]
        near = max(magnified(layer, self.eye(t), self._ground) for t in moments)
        scale = self._ratio * min(4.0, max(1.0, near))
        w, h = self._ground.size
        left, top = -_BEYOND * w, -_BEYOND * h
        pixels = np.zeros((math.ceil((h - 2 * top) * scale), math.ceil((w - 2 * left) * scale), 4), np.uint8)
        surface = _over_pixels(pixels, skia.kPremul_AlphaType)
        canvas = surface.getCanvas()
        canvas.scale(scale, scale)
        canvas.translate(-left, -top)
        canvas.drawPicture(layer.picture)
        box = _bounds(pixels[:, :, 3])
        if box is None:
            return Shown(layer, None, None, 1.0, 0.0, 0.0)
        image = surface.makeImageSnapshot(box).makeRasterImage()
        blur = self._widest(layer) if self._focus != "deep" else 0.0
        soft = _softened(image, blur * scale) if blur > 0.6 else None
        return Shown(layer, image, soft, scale, left + box.left() / scale, top + box.top() / scale)


def _joined(layers: tuple[Layer, ...]) -> list[Layer]:
    """The layers, those that follow each other and always lie alike as one: each costs its share of every frame."""
    found: list[Layer] = []
    for layer in layers:
        last = found[-1] if found else None
        alike = last is not None and (last.away, last.floor) == (layer.away, layer.floor)
        still = last is not None and not (last.life or last.live or layer.life or layer.live or last.light)
        # Light goes into what lies below it only where that covers all: the sky, which is painted first.
        if last is None or not alike or not still or (layer.light and len(found) > 1):
            found.append(layer)
            continue
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(last.picture.cullRect().makeOutset(1, 1))
        play(canvas, (last, layer))
        found[-1] = replace(last, name=f"{last.name}, {layer.name}", picture=recorder.finishRecordingAsPicture())
    return found


def _over_pixels(pixels: NDArray[np.uint8], alpha: skia.AlphaType) -> skia.Surface:
    """A surface that paints into an array (h, w, 4) of BGRA."""
    h, w = pixels.shape[:2]
    info = skia.ImageInfo.Make(w, h, skia.kBGRA_8888_ColorType, alpha)
    return skia.Surface.MakeRasterDirect(info, pixels, w * 4)


def _softened(image: skia.Image, sigma: float) -> skia.Image:
    """The image out of focus. Its edge is kept: what goes over it is outside of the picture."""
    surface = skia.Surface.MakeRasterN32Premul(image.width(), image.height())
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma, sigma, skia.TileMode.kClamp))
    surface.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(), paint)
    return surface.makeImageSnapshot()


def _bounds(alpha: NDArray[np.uint8]) -> skia.IRect | None:
    """What is painted, by its alpha (h, w), with an edge of two pixels; None when nothing is."""
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not len(rows):
        return None
    h, w = alpha.shape
    return skia.IRect.MakeLTRB(
        max(0, int(columns[0]) - 2), max(0, int(rows[0]) - 2), min(w, int(columns[-1]) + 3), min(h, int(rows[-1]) + 3)
    )


def _finish(built: Set, size: tuple[int, int]) -> skia.Image:
    """Vignette and wash: they belong to the lens and stay where they are."""
    surface = skia.Surface.MakeRasterN32Premul(*size)
    canvas = surface.getCanvas()
    canvas.scale(size[0] / built.size[0], size[1] / built.size[1])
    finish(Sheet(Flat(canvas), *built.size, built.light, np.random.default_rng(0)))
    return surface.makeImageSnapshot()
