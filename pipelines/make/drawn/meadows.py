"""Meadows with a season: ground, grass that sways in rows towards the lens, flowers, snow that glitters."""

import math

import numpy as np
import skia

from pipelines.make.drawn import air, growth, land, wind
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots
from pipelines.make.drawn.season import Season
from pipelines.make.drawn.sheet import Sheet, flat


def lawn(
    sheet: Sheet, top: float, horizon: float, season: Season, blooms: float = 1.0, own: Colour | None = None
) -> None:
    """The ground of a meadow from `top` on, lying flat, with what is small on it."""
    own = own or season.grass
    land.ground(sheet, top, own, horizon)
    if season.snow:
        drifts(sheet, top)
        return
    tufts(sheet, top + (sheet.h - top) * 0.05, own, int(520 * sheet.w / 1920))
    land.speckles(sheet, top + (sheet.h - top) * 0.03, own, 500)
    count = int(260 * sheet.w / 1920 * blooms * season.flowers)
    if count and sheet.may("flower"):
        spots(sheet, top + (sheet.h - top) * 0.06, season.blooms, count)


def drifts(sheet: Sheet, top: float) -> None:
    """Snow on the ground: long blue hollows, bright rims; it glitters where the sun stands."""
    light, u = sheet.light, sheet.u
    blue, bright = light.shaded(hexa("#a9c1ea"), 0.2), light.lit(hexa("#ffffff"), 0.5)
    for i in range(15):
        t = ((i + 0.5) / 15) ** 1.5
        y, r = top + (sheet.h - top) * t, (130 + 420 * t) * u * sheet.between(0.7, 1.2)
        x = sheet.between(-0.1, 1.1) * sheet.w
        sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - r, y, 2 * r, r * 0.15), flat(blue, 0.28, r * 0.04))
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(x - r * 0.8, y - r * 0.05, 1.6 * r, r * 0.055), flat(bright, 0.5, r * 0.02)
        )
    if sheet.light.glow > 0.15:
        xs, ys, sizes = land.sparkle(sheet, top + 0.1 * (sheet.h - top))
        air.glitter(sheet, xs, ys, sizes, mix(light.sun, (1, 1, 1), 0.5), 1.4)
        sheet.layer("on the snow", 3.0)


def blades(path: skia.Path, x: float, y: float, size: float, rng: np.random.Generator) -> None:
    """One tuft of four blades, added to a path."""
    for i, (wide, long) in enumerate(
        zip(rng.uniform(-0.15, 0.15, 4).tolist(), rng.uniform(0.7, 1.1, 4).tolist(), strict=True)
    ):
        lean = (i - 1.5) * 0.3 + wide
        foot = x + (i - 1.5) * size * 0.16
        path.moveTo(foot - size * 0.05, y)
        path.quadTo(foot + lean * size * 0.2, y - size * 0.6, foot + lean * size, y - size * long)
        path.quadTo(foot + lean * size * 0.35 + size * 0.06, y - size * 0.5, foot + size * 0.06, y)


def tufts(sheet: Sheet, top: float, own: Colour, count: int, tall: float = 1.0) -> None:
    """Tufts all over the ground in a few tones, small far off."""
    light, rng = sheet.light, sheet.rng
    t = np.sort(rng.uniform(0, 1, count) ** 0.8)
    xs = rng.uniform(-0.12, 1.12, count) * sheet.w
    for k in range(5):
        for tone in range(3):
            path = skia.Path()
            for i in np.flatnonzero((t >= k / 5) & (t < (k + 1) / 5) & (np.arange(count) % 3 == tone)):
                s = (5 + 21 * float(t[i])) * sheet.u * tall
                blades(path, float(xs[i]), top + (1.04 * sheet.h - top) * float(t[i]), s, rng)
            colour = mix(light.lit(own, 0.3), light.on(darker(own, 0.34)), (0.05, 0.5, 0.95)[tone])
            sheet.canvas.drawPath(path, flat(mix(colour, light.haze, 0.3 * (1 - (k + 0.5) / 5)), 0.85))


def spots(sheet: Sheet, top: float, blooms: tuple[Colour, ...], count: int) -> None:
    """Flowers as seen from some way off: five petals and an eye, in drifts of one colour."""
    rng, u, light = sheet.rng, sheet.u, sheet.light
    t = np.sort(rng.uniform(0, 1, count) ** 0.85)
    centre = rng.uniform(-0.1, 1.1, 9)
    drift = rng.integers(0, 9, count)
    xs = (centre[drift] + rng.normal(0, 0.09, count)) * sheet.w
    ys = top + (1.03 * sheet.h - top) * t
    kind = (drift + (rng.uniform(0, 1, count) < 0.2)) % len(blooms)
    for k in range(5):
        r = (1.5 + 1.15 * k) * u
        for c, own in enumerate(blooms):
            mine = (t >= k / 5) & (t < (k + 1) / 5) & (kind == c)
            colour = mix(light.on(own), light.haze, 0.35 * (1 - k / 4))
            for i in range(5):
                a = i * 2 * math.pi / 5
                dots(
                    sheet.canvas,
                    xs[mine] + r * 0.7 * math.cos(a),
                    ys[mine] + r * 0.5 * math.sin(a),
                    dot(colour, 1, r * 1.1),
                )
            if k > 1:
                dots(sheet.canvas, xs[mine], ys[mine], dot(light.on(hexa("#ffe27a")), 1, r * 0.8))


def verge(sheet: Sheet, foot: float, season: Season, tall: float, away: float, dense: float = 1.0, flowers: float = 1.0,
          own: Colour | None = None) -> None:  # fmt: skip
    """One row of long grass from side to side, its feet at the row `foot`: it leans with the wind as a whole."""
    light, rng, u = sheet.light, sheet.rng, sheet.u
    own = own or season.grass
    if season.snow:
        own = mix(hexa("#b9ab86"), hexa("#dfe6f2"), 0.3)
    sheet.layer(f"grass at {foot / sheet.h:.2f}", away, life=wind.sway(sheet, sheet.w / 2, foot, 0.3))
    count = int(90 * dense * sheet.w / 1920 * (0.35 if season.snow else 1.0))
    for tone in range(3):
        path = skia.Path()
        for _ in range(count // 3):
            size = tall * sheet.between(0.55, 1.15)
            blades(path, sheet.between(-0.13, 1.13) * sheet.w, foot + sheet.between(0, 0.16) * tall, size, rng)
        colour = mix(light.lit(own, 0.28), light.shaded(darker(own, 0.3), 0.3), (0.9, 0.5, 0.1)[tone])
        sheet.canvas.drawPath(path, flat(colour, 0.97))
    if not season.snow and flowers and sheet.may("flower"):
        for _ in range(int(14 * flowers * season.flowers)):
            x, long, r = (
                sheet.between(-0.1, 1.1) * sheet.w,
                tall * sheet.between(0.8, 1.25),
                tall * sheet.between(0.07, 0.12),
            )
            stem = flat(light.on(darker(own, 0.25)))
            stem.setStrokeWidth(2.0 * u)
            sheet.canvas.drawLine(x, foot + 0.1 * tall, x + 0.06 * tall, foot - long, stem)
            growth.bloom(
                sheet, x + 0.06 * tall, foot - long, r, season.blooms[int(rng.integers(0, len(season.blooms)))]
            )


def pebbles(sheet: Sheet, top: float, bottom: float, count: int, own: Colour, size: float = 1.0) -> None:
    """Stones that lie about, larger nearer, each with its shadow."""
    for i in range(count):
        t = ((i + sheet.between(0, 1)) / count) ** 1.3
        r = (5 + 34 * t) * sheet.u * sheet.between(0.5, 1.2) * size
        x, y = sheet.between(-0.08, 1.08) * sheet.w, top + (bottom - top) * t
        shade = flat(sheet.light.shadow, 0.3, r * 0.12)
        sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - r * 1.25, y - r * 0.12, r * 2.5, r * 0.34), shade)
        growth.rock(sheet, x, y, r, mix(own, lighter(own, 0.15), sheet.between(0, 1)), 0.2 * (1 - t))
