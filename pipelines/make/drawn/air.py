"""What moves in the air besides weather: birds far off, fireflies, motes in the light, sparks, smoke."""

import numpy as np
import skia

from pipelines.make.drawn import wind
from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots, soft_dots, wrapped
from pipelines.make.drawn.sheet import Sheet, flat


def birds(sheet: Sheet, x: float, y: float, count: int, colour: Colour, away: float = 26.0) -> None:
    """Far birds around (x, y) in a loose wedge: they beat their wings, glide, and fly on, bobbing."""
    rng, u = sheet.rng, sheet.u
    i = np.arange(count)
    rank = (i + 1) // 2 * np.where(i % 2, 1, -1)
    way = 1 if x < sheet.w / 2 else -1
    xs = x - way * np.abs(rank) * 30 * u * rng.uniform(0.75, 1.25, count)
    ys = y + rank * 13 * u + rng.uniform(-7, 7, count) * u
    size, phase = rng.uniform(9, 15, count) * u, rng.uniform(0, 1, count)
    paint = flat(colour, 0.85)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        beat = 2 * np.pi * (1.5 * seconds + phase)
        # They row for a while and glide for a while, each in its own time.
        rowing = 0.5 + 0.5 * np.tanh(3 * np.sin(2 * np.pi * (seconds / 4 + phase * 0.6) + 0.9))
        lift = 0.32 + rowing * 0.62 * np.sin(beat)
        px = xs + way * seconds * 17 * u
        py = ys + 5 * u * np.sin(2 * np.pi * (seconds / 4 + phase)) - rowing * 2.2 * u * np.sin(beat)
        path = skia.Path()
        for bx, by, s, up in zip(px.tolist(), py.tolist(), size.tolist(), lift.tolist(), strict=True):
            for side in (-1, 1):  # a wing: thin at its tip, bent at its wrist
                path.moveTo(bx, by + s * 0.1)
                path.quadTo(bx + side * s * 0.5, by - s * (0.55 * up + 0.16), bx + side * s, by - s * up * 0.62)
                path.quadTo(bx + side * s * 0.5, by - s * (0.55 * up - 0.12), bx, by + s * 0.24)
            path.addOval(skia.Rect.MakeXYWH(bx - s * 0.2, by + s * 0.02, s * 0.4, s * 0.2))
        canvas.drawPath(path, paint)

    sheet.alive("birds", live, away)


def fireflies(sheet: Sheet, top: float, bottom: float, count: int = 34, away: float = 1.6) -> None:
    """Points of warm light in the dark that wander, glow up and go out."""
    rng, u = sheet.rng, sheet.u
    xs, ys = rng.uniform(0, 1, count) * sheet.w, rng.uniform(top, bottom, count)
    phase, other = rng.uniform(0, 1, count), rng.uniform(0, 1, count)
    beat, size = rng.integers(1, 3, count), rng.uniform(16, 46, count) * u
    sprites = soft_dots(hexa("#ffe27a"), hexa("#d8ff8a"))
    core = soft_dots(hexa("#fffbe0"), hexa("#f6ffd8"), hard=0.4)
    which = rng.integers(0, 2, count)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = 2 * np.pi * (seconds / 4)
        px = xs + 26 * u * np.sin(turn + 6.28 * phase) + 12 * u * np.sin(2 * turn + 6.28 * other)
        py = ys + 15 * u * np.sin(turn + 6.28 * other) + 7 * u * np.cos(2 * turn + 6.28 * phase)
        shine = np.clip(0.55 + 0.6 * np.sin(turn * beat + 6.28 * other), 0, 1)
        sprites.draw(canvas, px, py, size, which=which, alphas=shine * 0.8)
        core.draw(canvas, px, py, np.full(count, 6.5 * u), which=which, alphas=shine)

    sheet.alive("fireflies", live, away, light=True)


def motes(sheet: Sheet, top: float, bottom: float, count: int = 70, colour: Colour | None = None) -> None:
    """Dust and pollen that hang in the light, sinking hardly."""
    rng, u, w = sheet.rng, sheet.u, sheet.w
    colour = colour or lighter(sheet.light.sun, 0.3)
    xs, ys = rng.uniform(-0.1, 1.1, count) * w, rng.uniform(top, bottom, count)
    phase, size = rng.uniform(0, 1, count), (2.5 + rng.exponential(3.0, count)) * u
    sprites = soft_dots(colour, hard=0.2)
    pace = wind.heading(sheet.light) * 7 * u

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = 2 * np.pi * (seconds / 4 + phase)
        px = wrapped(xs + pace * seconds + 9 * u * np.sin(turn), -0.12 * w, 1.12 * w)
        py = wrapped(ys + 3 * u * seconds + 6 * u * np.cos(turn), top, bottom)
        edge = np.clip(np.minimum(py - top, bottom - py) / (0.12 * (bottom - top)), 0, 1)
        sprites.draw(canvas, px, py, size, alphas=edge * (0.45 + 0.25 * np.sin(turn * 2)))

    sheet.alive("motes", live, 1.3, light=True)


def sparks(sheet: Sheet, x: float, y: float, wide: float, tall: float, count: int = 80, away: float = 1.4) -> None:
    """Embers that rise from around (x, y), `wide` pixels across, up to `tall` pixels, and burn out."""
    rng, u = sheet.rng, sheet.u
    start, phase = rng.uniform(0, 1, count), rng.uniform(0, 1, count)
    xs, reach = x + rng.uniform(-0.5, 0.5, count) * wide, tall * rng.uniform(0.45, 1.0, count)
    size, laps = (2.2 + rng.exponential(1.5, count)) * u, rng.integers(1, 3, count)
    hot, halo = soft_dots(hexa("#fff0b0"), hexa("#ffc65a"), hard=0.3), soft_dots(hexa("#ff9a3a"), hexa("#ff6a2a"))
    which = rng.integers(0, 2, count)
    lean = (0.15 + 0.6 * wind.strength(sheet.light)) * wind.heading(sheet.light)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        life = (seconds * laps / 8 + start) % 1.0
        turn = 2 * np.pi * (life * 2 + phase)
        px = xs + reach * lean * life**1.4 + (6 + 34 * life) * u * np.sin(turn)
        py = y - reach * life
        shine = np.clip(life * 12, 0, 1) * np.clip((1 - life) * 2.2, 0, 1)
        halo.draw(canvas, px, py, size * 6, which=which, alphas=shine * 0.55)
        hot.draw(canvas, px, py, size * 1.5, which=which, alphas=shine)

    sheet.alive("sparks", live, away, light=True)


def smoke(sheet: Sheet, x: float, y: float, wide: float, tall: float, colour: Colour, strength: float = 0.5,
          away: float = 8.0, count: int = 20) -> None:  # fmt: skip
    """Smoke or steam that rises from (x, y), `wide` pixels across at its foot, swelling and thinning to `tall`."""
    rng = sheet.rng
    start, phase = (np.arange(count) + rng.uniform(0, 0.6, count)) / count, rng.uniform(0, 1, count)
    sprites = soft_dots(lighter(colour, 0.12), colour, mix(colour, sheet.light.shadow, 0.25))
    which, spin = rng.integers(0, 3, count), rng.uniform(0.8, 1.3, count)
    lean = (0.1 + 0.7 * wind.strength(sheet.light)) * wind.heading(sheet.light)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        life = (seconds / 8 + start) % 1.0
        px = x + tall * lean * life**1.6 + wide * (0.25 + 0.8 * life) * np.sin(2 * np.pi * (life + phase)) * 0.6
        py = y - tall * life**0.85
        size = wide * (1.2 + 2.4 * life) * spin
        shine = strength * np.clip(life * 8, 0, 1) * (1 - life) ** 1.1
        order = np.argsort(-life)
        sprites.draw(canvas, px[order], py[order], size[order], which=which[order], alphas=shine[order])

    sheet.alive("smoke", live, away)


def shimmer(sheet: Sheet, y: float, tall: float, colour: Colour, strength: float = 0.5, away: float = 12.0) -> None:
    """Heat over hot ground: thin bright pools at the row `y` that stretch, shrink and fade."""
    rng, w = sheet.rng, sheet.w
    count = 16
    xs, ys = rng.uniform(-0.05, 1.05, count) * w, y + rng.uniform(-0.5, 0.5, count) * tall
    wide, phase = rng.uniform(0.05, 0.17, count) * w, rng.uniform(0, 1, count)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = 2 * np.pi * (seconds / 4 + phase)
        for px, py, size, wave in zip(xs, ys, wide, np.sin(turn), strict=True):
            long, thick = float(size * (1 + 0.16 * wave)), tall * 0.16
            paint = flat(colour, strength * float(0.55 + 0.45 * wave), thick * 0.5)
            canvas.drawOval(skia.Rect.MakeXYWH(float(px) - long / 2, float(py), long, thick), paint)

    sheet.alive("heat", live, away)


def glitter(sheet: Sheet, xs: np.ndarray, ys: np.ndarray, sizes: np.ndarray, colour: Colour, away: float) -> None:
    """Points of light that come and go where they are: on snow, on water, in wet leaves."""
    phase, beat = sheet.rng.uniform(0, 1, len(xs)), sheet.rng.integers(1, 4, len(xs))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        shine = np.clip(np.sin(2 * np.pi * (seconds * beat / 4 + phase)), 0, 1) ** 2
        for low in (0.15, 0.45, 0.75):
            which = (shine >= low) & (shine < low + 0.31)
            dots(canvas, xs[which], ys[which], dot(colour, low + 0.15, float(sizes.mean()) * (0.6 + low)))

    sheet.alive("glitter", live, away, light=True)
