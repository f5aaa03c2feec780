"""The sheet a picture is drawn on, and the paints it is drawn with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.layering import FAR, Flat, Layer, Life, Live, Recorder
from pipelines.make.drawn.light import Colour, Light, mix


@dataclass(frozen=True)
class Sheet:
    """A canvas of `w` × `h` pixels, its light, its chance and what must not be on it."""

    on: Recorder | Flat
    w: int
    h: int
    light: Light
    rng: np.random.Generator
    without: frozenset[str] = frozenset()
    density: float = 1.0  # pixels it will be shown at for one of its own: cut-out pictures are made this much larger
    season: str = ""
    wonders: frozenset[str] = frozenset()  # what the sky or the air shall show: aurora, comet, leaves, sparks
    named: frozenset[str] = frozenset()  # the words of the scene, and the art of its things
    still: bool = False  # it is not going to move: who comes in is nearly there
    parts: set[str] = field(default_factory=set)  # what the setting drew by itself, as far as it was asked for by name

    @property
    def canvas(self) -> skia.Canvas:
        """Where one paints now. Ask again after `layer`: each layer has its own."""
        return self.on.canvas

    def layer(self, name: str, away: float = FAR, *, floor: float | None = None, light: bool = False,
              life: Life | None = None, live: Live | None = None) -> None:  # fmt: skip
        """What is painted from here on is a layer of its own, before all painted so far. See `layering.Layer`."""
        self.on.begin(Layer(name, away, floor, light, None, life, live))

    def alive(self, name: str, live: Live, away: float = 1.0, *, light: bool = False, life: Life | None = None) -> None:
        """Something painted anew at every moment (rain, sparks, glitter), before all painted so far.

        `live(canvas, seconds)` must paint the same for the same moment: draw its chance before, from `rng`.
        """
        self.on.add(Layer(name, away, None, light, None, life, live))

    def away(self, foot: float, horizon: float) -> float:
        """How far away stands what has its foot at this row: 1 at the lower edge, farther towards the horizon."""
        return (self.h - horizon) / max(foot - horizon, 0.002 * self.h)

    @property
    def u(self) -> float:
        """One unit: a 1080th of the shorter side."""
        return min(self.w, self.h) / 1080

    def told(self, *words: str) -> bool:
        """Whether the scene's words name one of these, or the art of its things does, and none is forbidden."""
        return any(word in self.named for word in words) and self.may(*words)

    @property
    def snowy(self) -> bool:
        """Whether snow lies: in winter, and where it is falling."""
        return (self.season == "winter" or self.light.weather == "snow") and self.may("snow")

    def under_snow(self, own: Colour, share: float = 0.8) -> Colour:
        """The colour of what lies open to the sky: where snow lies, `share` of it is white."""
        return mix(own, (0.95, 0.97, 1.0), share) if self.snowy else own

    def wintry(self) -> "Sheet":
        """The same sheet in winter."""
        return replace(self, season="winter")

    def may(self, *things: str) -> bool:
        """Whether none of these things is forbidden here."""
        return not any(thing in self.without for thing in things)

    def shows(self, part: str) -> bool:
        """Whether a part of the setting may be drawn. Who asks draws it if so: it is noted among the parts."""
        if self.may(part):
            self.parts.add(part)
        return self.may(part)

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * float(self.rng.random())  # what rng.uniform gives, in a third of its time


@dataclass(frozen=True)
class Stage:
    """What a setting leaves for the things that stand on it. All heights in pixels from the top.

    `ground` is the band of feet (far, near) for what stands; `water` the same for what floats, or None;
    `sky` the band for what flies. `front` draws what lies before the things. `scale` enlarges or shrinks them.
    """

    horizon: float
    ground: tuple[float, float]
    sky: tuple[float, float]
    water: tuple[float, float] | None = None
    front: Callable[[], None] = field(default=lambda: None)
    scale: float = 1.0
    floor: Colour = (0.3, 0.3, 0.3)  # the colour light bounces off from below
    blades: Colour | None = None  # grass that grows before the feet
    floating: bool = False  # nothing stands: space, deep water, open sky
    lit_by: tuple[float, float] | None = None  # where the main light is, in pixels
    perches: tuple[tuple[float, float], ...] = ()  # feet of those who stand, where a setting keeps places for them
    spans: dict[str, tuple[float, float]] = field(default_factory=dict)  # way: left and right edge, shares of the width
    facing: int = 0  # which way those who stand look; 0 as they like
    afloat: bool = False  # only water all around
    inside: bool = False  # a room, or an empty ground: nothing tells how large things are
    bare: bool = False  # an empty ground for ideas: what stands there alone stands in the middle
    plots: float | None = None  # the row on which houses stand, where it is another than that of feet


def rgba(colour: Colour, alpha: float = 1.0) -> int:
    """The colour as skia's number, each part brought between 0 and 1."""
    # written out, without a loop: a picture asks tens of thousands of times
    red, green, blue = colour
    a = 255 if alpha >= 1 else 0 if alpha <= 0 else round(255 * alpha)
    r = 255 if red >= 1 else 0 if red <= 0 else round(255 * red)
    g = 255 if green >= 1 else 0 if green <= 0 else round(255 * green)
    b = 255 if blue >= 1 else 0 if blue <= 0 else round(255 * blue)
    return a << 24 | r << 16 | g << 8 | b


def flat(colour: Colour, alpha: float = 1.0, blur: float = 0.0) -> skia.Paint:
    """A plain paint; `blur` softens its edge (sigma in pixels)."""
    paint = skia.Paint(Color=rgba(colour, alpha), AntiAlias=True)
    if blur > 0.3:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


Stop = tuple[float, Colour, float]  # where (0 to 1), colour, alpha


def down(top: float, bottom: float, *stops: Stop) -> skia.Paint:
    """A paint that runs from `top` to `bottom`."""
    return along((0, top), (0, bottom), *stops)


def along(start: tuple[float, float], end: tuple[float, float], *stops: Stop) -> skia.Paint:
    """A paint that runs along a line."""
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(*start), skia.Point(*end)], [rgba(c, a) for _, c, a in stops], [s for s, _, _ in stops]
    )
    return skia.Paint(Shader=shader, AntiAlias=True, Dither=True)


def around(centre: tuple[float, float], radius: float, *stops: Stop) -> skia.Paint:
    """A paint that runs outwards from a centre."""
    shader = skia.GradientShader.MakeRadial(
        skia.Point(*centre), max(radius, 0.01), [rgba(c, a) for _, c, a in stops], [s for s, _, _ in stops]
    )
    return skia.Paint(Shader=shader, AntiAlias=True, Dither=True)


def adding(paint: skia.Paint, mode: skia.BlendMode = skia.BlendMode.kScreen) -> skia.Paint:
    """The same paint, laid on as light instead of as pigment."""
    paint.setBlendMode(mode)
    return paint


def glow(sheet: Sheet, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
    """A soft ball of light."""
    sheet.canvas.drawCircle(
        x,
        y,
        radius,
        adding(
            around(
                (x, y),
                radius,
                (0, colour, strength),
                (0.25, colour, strength * 0.5),
                (0.55, colour, strength * 0.16),
                (1, colour, 0),
            )
        ),
    )


def outline(points: Sequence[tuple[float, float]], close: bool = True) -> skia.Path:
    """A path with straight sides."""
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in points], close)
    return path


def smooth(points: Sequence[tuple[float, float]], close: bool = True) -> skia.Path:
    """A path that rounds its way past the points (quadratic midpoints)."""
    path = skia.Path()
    n = len(points)
    middle = [
        ((points[i][0] + points[(i + 1) % n][0]) / 2, (points[i][1] + points[(i + 1) % n][1]) / 2) for i in range(n)
    ]
    if close:
        path.moveTo(*middle[-1])
        for i in range(n):
            path.quadTo(*points[i], *middle[i])
        path.close()
        return path
    path.moveTo(*points[0])
    for i in range(1, n - 1):
        path.quadTo(*points[i], *middle[i])
    path.lineTo(*points[-1])
    return path


def ridge(rng: np.random.Generator, n: int, rough: float = 0.5, waves: float = 3.0) -> NDArray[np.float64]:
    """A line of heights, 0 to 1, shape (n,): octaves of smooth noise. `rough` is how much the small ones count."""
    total = np.zeros(n)
    at = np.linspace(0, 1, n)
    weight, count = 1.0, waves
    while count < n / 2 and weight > 0.01:
        knots = rng.uniform(-1, 1, int(count) + 3)
        x = at * count + float(rng.uniform(0, 0.99))
        i = np.floor(x).astype(int)
        f = x - i
        f = f * f * (3 - 2 * f)
        total += weight * (knots[i] * (1 - f) + knots[i + 1] * f)
        weight *= rough
        count *= 2.1
    low, high = float(total.min()), float(total.max())
    return np.asarray((total - low) / max(high - low, 1e-9))
