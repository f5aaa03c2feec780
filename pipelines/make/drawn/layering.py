"""A picture in layers: what is painted is recorded, layer by layer, each at its distance and with its own life."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

FAR = math.inf  # the sky: no step of the camera changes it


@dataclass(frozen=True)
class Pose:
    """How a layer lies at one moment, against how it was painted. Everything about `anchor`, in pixels of the set.

    `dx`, `dy` in pixels; `turn` in degrees, clockwise; `wide`, `tall` as factors; `lean` shears: the top goes sideways
    by this share of its height over the anchor; `alpha` 0 to 1.
    """

    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0
    wide: float = 1.0
    tall: float = 1.0
    lean: float = 0.0
    alpha: float = 1.0
    anchor: tuple[float, float] = (0.0, 0.0)

    def matrix(self) -> skia.Matrix:
        """The same as a matrix for points of the set."""
        x, y = self.anchor
        found = skia.Matrix.Translate(x + self.dx, y + self.dy)
        found.preConcat(skia.Matrix().setRotate(self.turn))
        found.preConcat(skia.Matrix.MakeAll(self.wide, -self.lean, 0, 0, self.tall, 0, 0, 0, 1))
        found.preConcat(skia.Matrix.Translate(-x, -y))
        return found


STILL = Pose()
Life = Callable[[float], Pose]  # seconds since the clip began -> how the layer lies
Live = Callable[[skia.Canvas, float], None]  # paints one moment, seconds since the clip began


@dataclass(frozen=True)
class Layer:
    """One layer. `away` is its distance from the camera: 1 at the lower edge of the picture, `FAR` for the sky.

    `floor` is the row of the horizon for what lies flat on the ground: it is then seen in perspective and `away` says
    nothing. `light` is laid on as light (screen). A layer has what was painted once (`picture`) and moves as `life`
    says, or is painted anew at every moment (`live`), or both.
    """

    name: str
    away: float = 1.0
    floor: float | None = None
    light: bool = False
    picture: skia.Picture | None = None
    life: Life | None = None
    live: Live | None = None


class Recorder:
    """Takes down what is painted as layers, farthest first. `canvas` is where one paints now."""

    def __init__(self, width: int, height: int) -> None:
        # Beyond the picture's edges too: a camera that steps aside sees a little of it.
        self._bounds = skia.Rect.MakeLTRB(-0.5 * width, -0.5 * height, 1.5 * width, 1.5 * height)
        self._recorder = skia.PictureRecorder()
        self._now = Layer("ground", FAR)
        self._made: list[Layer] = []
        self.canvas: skia.Canvas = self._recorder.beginRecording(self._bounds)

    def begin(self, layer: Layer) -> None:
        """What is painted from here on belongs to `layer`, before everything painted until now."""
        self._end()
        self._now = layer
        self.canvas = self._recorder.beginRecording(self._bounds)

    def add(self, layer: Layer) -> None:
        """A layer that is painted by its `live` alone; what is painted next goes on in a layer like the last."""
        last = self._now
        self.begin(layer)
        self.begin(last)

    def _end(self) -> None:
        picture = self._recorder.finishRecordingAsPicture()
        if picture.approximateOpCount() or self._now.live:
            self._made.append(replace(self._now, picture=picture if picture.approximateOpCount() else None))

    def take(self) -> tuple[Layer, ...]:
        """All layers painted so far, farthest first; the recording begins anew."""
        self._end()
        made, self._made = tuple(self._made), []
        self._now = Layer("ground", FAR)
        self.canvas = self._recorder.beginRecording(self._bounds)
        return made


class Flat:
    """A canvas without layers, for those who paint one thing by itself."""

    def __init__(self, canvas: skia.Canvas) -> None:
        self.canvas = canvas

    def begin(self, layer: Layer) -> None:
        """Nothing: all is one layer."""

    def add(self, layer: Layer) -> None:
        """Its first moment, painted."""
        if layer.live:
            layer.live(self.canvas, 0.0)


def play(canvas: skia.Canvas, layers: tuple[Layer, ...], seconds: float = 0.0) -> None:
    """Paint all layers as the resting camera sees them at one moment."""
    for layer in layers:
        pose = layer.life(seconds) if layer.life else STILL
        paint = skia.Paint(Alphaf=pose.alpha)
        if layer.light:
            paint.setBlendMode(skia.BlendMode.kScreen)
        apart = layer.light or pose.alpha < 1
        if apart:
            canvas.saveLayer(None, paint)
        canvas.save()
        if pose is not STILL:
            canvas.concat(pose.matrix())
        if layer.picture is not None:
            canvas.drawPicture(layer.picture)
        if layer.live is not None:
            layer.live(canvas, seconds)
        canvas.restore()
        if apart:
            canvas.restore()
