"""Grounds for ideas, charts and numbers: paper folds, soft blobs, grids, rays, bokeh, blueprints, ink; gently moved."""

import math
from collections.abc import Callable

import numpy as np
import skia

from pipelines.make.drawn import wind
from pipelines.make.drawn.layering import FAR, Life, Pose
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, soft_dots
from pipelines.make.drawn.sheet import Sheet, Stage, along, around, down, flat, glow, outline, ridge, smooth
from pipelines.make.drawn.sky import everywhere

# Pale, strong and deep colour of a family; the dark ones are for the night.
_MOODS = (
    "#f7b267 #f4845f #7a4a8a", "#8fd3c4 #4f9ac9 #3a4a9a", "#f7c6d0 #c98ad0 #5f5ab8", "#f9d976 #6fb98f #2f6f7f",
    "#ffd9a8 #f28f79 #b5486f", "#cfe8ff #7fb0ec #3f5fb8", "#d9f0c4 #7fc08a #2f7a72", "#f4e3d3 #d3a58f #7d5a68",
)  # fmt: skip
_NIGHTS = ("#3f5fb8 #2a2f7a #12123f", "#2f8f9e #1f4f7a #0f1f45", "#7a4aa8 #47307f #1a1240", "#b5486f #5f2f70 #1f1440")
Tones = tuple[Colour, Colour, Colour]


def abstract(sheet: Sheet) -> Stage:
    """A ground for ideas: one of seven families in one mood's colours, calm in the middle, with a floor to stand on."""
    w, h = sheet.w, sheet.h
    moods = _NIGHTS if sheet.light.dark > 0.5 else _MOODS
    codes = moods[int(sheet.rng.integers(0, len(moods)))].split()
    tones: Tones = (hexa(codes[0]), hexa(codes[1]), hexa(codes[2]))
    _FAMILIES[int(sheet.rng.integers(0, len(_FAMILIES)))](sheet, tones)
    sheet.layer("floor", 1.2)
    deep = darker(tones[2], 0.25)
    sheet.canvas.drawRect(
        skia.Rect(-0.2 * w, h * 0.78, 1.2 * w, 1.2 * h), down(h * 0.78, h, (0, deep, 0), (1, deep, 0.3))
    )
    _dust(sheet)
    return Stage(h * 0.7, (h * 0.82, h * 0.88), (h * 0.2, h * 0.5), lit_by=(w * 0.3, 0), floor=tones[2])


def _ground(sheet: Sheet, tones: Tones, dark: bool = False) -> None:
    a, b, c = tones
    start, end = (mix(c, b, 0.3), darker(c, 0.25)) if dark else (lighter(a, 0.35), b)
    sheet.layer("ground", FAR)
    paint = along((0, 0), (sheet.w, sheet.h), (0, start, 1), (0.5, mix(start, end, 0.5), 1), (1, end, 1))
    sheet.canvas.drawRect(everywhere(sheet), paint)


def _round(sheet: Sheet, reach: float, laps: int = 1) -> Life:
    """A slow round of `reach` units in eight seconds; it starts where it was painted."""
    phase, u = sheet.between(0, 6.28), sheet.u

    def life(seconds: float) -> Pose:
        a = 2 * math.pi * laps * seconds / 8 + phase
        return Pose(
            dx=reach * u * (math.cos(a) - math.cos(phase)), dy=0.6 * reach * u * (math.sin(a) - math.sin(phase))
        )

    return life


def _dust(sheet: Sheet, count: int = 26) -> None:
    """A few motes of light that rise slowly."""
    rng, u, w, h = sheet.rng, sheet.u, sheet.w, sheet.h
    xs, ys, phase = rng.uniform(0, 1, count) * w, rng.uniform(0, 1, count), rng.uniform(0, 1, count)
    size = (4 + rng.exponential(7, count)) * u
    soft = soft_dots((1, 1, 1), hard=0.3)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        t = (ys - seconds / 40) % 1.0
        px = xs + 14 * u * np.sin(2 * np.pi * (seconds / 8 + phase))
        soft.draw(canvas, px, t * 1.1 * h - 0.05 * h, size, alphas=0.4 * np.sin(np.pi * t))

    sheet.alive("dust", live, 1.6, light=True)


def _folds(sheet: Sheet, tones: Tones) -> None:
    """Sheets of paper in waves over each other, each with its shadow."""
    w, h = sheet.w, sheet.h
    a, b, c = tones
    _ground(sheet, tones)
    glow(sheet, w * 0.5, h * 0.42, h * 0.75, lighter(a, 0.6), 0.55)
    for i in range(6):
        t = i / 5
        sheet.layer(f"fold {i + 1}", 9.0 / (1 + i), life=_round(sheet, 7 + 3 * i))
        line = ridge(sheet.rng, 44, 0.3, 1.3)
        base = h * (0.46 + 0.095 * i)
        points = [(w * (k / 43 * 1.4 - 0.2), base - (float(v) - 0.5) * h * 0.22) for k, v in enumerate(line)]
        fold = smooth(points, close=False)
        fold.lineTo(w * 1.2, 1.3 * h)
        fold.lineTo(-w * 0.2, 1.3 * h)
        fold.close()
        under = skia.Path(fold)
        under.offset(0, -9 * sheet.u)
        sheet.canvas.drawPath(under, flat(darker(c, 0.3), 0.26, 15 * sheet.u))
        tone = mix(mix(a, b, min(1.0, t * 1.6)), c, max(0.0, t * 1.25 - 0.25))
        sheet.canvas.drawPath(
            fold, down(base - h * 0.12, base + h * 0.22, (0, lighter(tone, 0.26), 1), (1, darker(tone, 0.06), 1))
        )


def _blobs(sheet: Sheet, tones: Tones) -> None:
    """Large soft clouds of colour that drift through each other."""
    _ground(sheet, tones)
    many = [lighter(tones[0], 0.4), lighter(tones[0], 0.15), tones[0], mix(tones[0], tones[1], 0.5), tones[1]]
    for i in range(9):
        sheet.layer(f"blob {i + 1}", 8.0 - 0.7 * i, life=_round(sheet, 60, 1 if i % 2 else -1))
        x, y, r = sheet.between(0, 1) * sheet.w, sheet.between(0, 1) * sheet.h, sheet.between(0.3, 0.55) * sheet.h
        own = many[int(sheet.rng.integers(0, 5))]
        sheet.canvas.drawCircle(x, y, r, around((x, y), r, (0, own, 0.6), (0.5, own, 0.36), (1, own, 0)))


def _grid(sheet: Sheet, tones: Tones) -> None:
    """A floor of lines that runs to the horizon, and a low sun over it."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.62
    a, b, c = tones
    sheet.layer("ground", FAR)
    sheet.canvas.drawRect(
        everywhere(sheet), down(0, horizon, (0, darker(c, 0.3), 1), (0.6, mix(c, b, 0.6), 1), (1, lighter(a, 0.2), 1))
    )
    sheet.layer("sun", FAR, light=True)
    glow(sheet, w / 2, horizon, h * 0.7, a, 0.7)
    sheet.layer("plain", floor=horizon)
    sheet.canvas.drawRect(
        skia.Rect(-w, horizon, 2 * w, 1.4 * h),
        down(horizon, h, (0, mix(a, b, 0.6), 1), (0.35, mix(b, c, 0.6), 1), (1, darker(c, 0.3), 1)),
    )
    bright = lighter(a, 0.4)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        path = skia.Path()
        for k in range(-26, 27):
            path.moveTo(w / 2 + k * 0.022 * w, horizon + 1)
            path.lineTo(w / 2 + k * 0.36 * w, 1.25 * h)
        canvas.drawPath(path, _line(bright, 0.35, 1.6 * sheet.u))
        share = (seconds / 4) % 1.0
        for k in range(22):
            far = k + 1 - share
            y = horizon + (h - horizon) * 1.3 / far
            canvas.drawLine(
                -0.2 * w,
                y,
                1.2 * w,
                y,
                _line(bright, 0.5 * min(1, 1.2 / far + 0.05) * min(1.0, (22 - far) / 4), (0.6 + 2.4 / far) * sheet.u),
            )

    sheet.alive("lines", live, FAR)


def _line(colour: Colour, alpha: float, width: float) -> skia.Paint:
    paint = flat(colour, max(0.0, alpha))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    return paint


def _rays(sheet: Sheet, tones: Tones) -> None:
    """Broad rays from below the middle, every second one lighter, turning very slowly."""
    w, h = sheet.w, sheet.h
    a, b, c = tones
    _ground(sheet, tones)
    centre, reach = (w / 2, h * 0.72), 1.3 * max(w, h)
    count = int(sheet.rng.integers(11, 17))
    sweep = 2 * math.pi / count

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = sweep * seconds / 8
        path = skia.Path()
        for i in range(count):
            p, q = (2 * math.pi * (i + k) / count + turn for k in (0.0, 0.5))
            path.addPath(outline([centre, (centre[0] + reach * math.cos(p), centre[1] + reach * math.sin(p)),
                                  (centre[0] + reach * math.cos(q), centre[1] + reach * math.sin(q))]))  # fmt: skip
        canvas.drawPath(
            path, around(centre, reach, (0, lighter(a, 0.6), 0.9), (0.35, lighter(a, 0.3), 0.5), (1, a, 0.1))
        )

    sheet.alive("rays", live, 20.0)
    sheet.layer("glow", 10.0, light=True)
    glow(sheet, *centre, h * 0.6, lighter(a, 0.5), 0.6)
    sheet.layer("hill", 2.6, life=_round(sheet, 5))
    hill = skia.Rect.MakeXYWH(-0.25 * w, h * 0.74, 1.5 * w, h)
    sheet.canvas.drawOval(hill, down(h * 0.74, h, (0, mix(b, c, 0.4), 1), (1, c, 1)))


def _bokeh(sheet: Sheet, tones: Tones) -> None:
    """Discs of light out of focus, before the dark; they breathe and drift."""
    w, h, u = sheet.w, sheet.h, sheet.u
    _ground(sheet, tones, dark=True)
    rng, count = sheet.rng, 58
    own = [lighter(tones[0], 0.2), tones[0], mix(tones[1], tones[0], 0.5), lighter(tones[1], 0.25)]
    disc = soft_dots(*own, hard=0.86)
    soft = soft_dots(*own)
    xs, ys, phase = rng.uniform(-0.1, 1.1, count) * w, rng.uniform(-0.05, 1.05, count) * h, rng.uniform(0, 1, count)
    size, which = (26 + rng.exponential(58, count)).clip(26, 240) * u, rng.integers(0, 4, count)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = 2 * np.pi * (seconds / 8 + phase)
        px, py = xs + 22 * u * np.sin(turn), ys + 15 * u * np.cos(turn)
        shine = 0.3 + 0.16 * np.sin(2 * turn)
        soft.draw(canvas, px, py, size * 2.2, which=which, alphas=shine * 0.35)
        disc.draw(canvas, px, py, size, which=which, alphas=shine)

    sheet.alive("bokeh", live, 7.0, light=True)


def _blueprint(sheet: Sheet, tones: Tones) -> None:
    """Squared paper with plans on it: circles, arcs and measures that are drawn and turn."""
    w, h, u = sheet.w, sheet.h, sheet.u
    b, c = tones[1], tones[2]
    deep = darker(mix(b, c, 0.6), 0.2)
    sheet.layer("ground", FAR)
    sheet.canvas.drawRect(
        everywhere(sheet), around((w / 2, h * 0.4), w * 0.8, (0, mix(deep, b, 0.45), 1), (1, deep, 1))
    )
    sheet.layer("squares", 12.0)
    for step, alpha in ((36 * u, 0.1), (180 * u, 0.2)):
        path = skia.Path()
        for k in range(int(-0.15 * w / step), int(1.15 * w / step) + 1):
            path.moveTo(k * step, -0.15 * h)
            path.lineTo(k * step, 1.15 * h)
        for k in range(int(-0.15 * h / step), int(1.15 * h / step) + 1):
            path.moveTo(-0.15 * w, k * step)
            path.lineTo(1.15 * w, k * step)
        sheet.canvas.drawPath(path, _line((1, 1, 1), alpha, 1.2 * u))
    for _ in range(5):
        x, y, r = sheet.between(0.05, 0.95) * w, sheet.between(0.05, 0.7) * h, sheet.between(70, 230) * u
        _plan(sheet, x, y, r, int(sheet.rng.integers(5, 13)), 1 if sheet.rng.random() < 0.5 else -1)


def _plan(sheet: Sheet, x: float, y: float, r: float, spokes: int, way: int) -> None:
    """One wheel of a plan: rings, spokes, a cross of measures; it turns by a spoke in eight seconds."""
    u = sheet.u

    def life(seconds: float) -> Pose:
        return Pose(turn=way * 360 / spokes * seconds / 8, anchor=(x, y))

    sheet.layer("plan", 9.0, life=life)
    path = skia.Path()
    for share in (1.0, 0.82, 0.36):
        path.addCircle(x, y, r * share)
    for k in range(spokes):
        a = 2 * math.pi * k / spokes
        path.moveTo(x + 0.36 * r * math.cos(a), y + 0.36 * r * math.sin(a))
        path.lineTo(x + 0.82 * r * math.cos(a), y + 0.82 * r * math.sin(a))
        path.addCircle(x + 0.59 * r * math.cos(a), y + 0.59 * r * math.sin(a), r * 0.07)
    sheet.canvas.drawPath(path, _line((1, 1, 1), 0.3, 2.0 * u))
    dashes = _line((1, 1, 1), 0.25, 1.6 * u)
    dashes.setPathEffect(skia.DashPathEffect.Make([14 * u, 8 * u], 0))
    cross = skia.Path()
    cross.addCircle(x, y, r * 1.18)
    sheet.canvas.drawPath(cross, dashes)


def _ink(sheet: Sheet, tones: Tones) -> None:
    """Washes of ink on pale paper: blooms with darker rims, one over the other."""
    paper = mix(hexa("#f7f1e4"), tones[0], 0.16) if sheet.light.dark < 0.5 else darker(tones[2], 0.2)
    sheet.layer("paper", FAR)
    sheet.canvas.drawRect(everywhere(sheet), flat(paper))
    for i in range(7):
        life = wind.wander(sheet, 16 + 4 * i, 8.0, sheet.between(0, 1), 0.86)
        sheet.layer(f"wash {i + 1}", 9.0 - i, life=life)
        x, y = sheet.between(-0.05, 1.05) * sheet.w, sheet.h * (0.3 + 0.6 * sheet.between(0, 1))
        r = sheet.between(0.2, 0.46) * sheet.h
        own = (tones[1], tones[2], mix(tones[0], tones[1], 0.5))[i % 3]
        rim = ridge(sheet.rng, 60, 0.62, 4)
        points = []
        for k in range(60):
            fade = min(1.0, min(k, 60 - k) / 8)  # the ring closes without a step
            reach = r * (1 + 0.42 * (float(rim[k]) - 0.5) * fade)
            a = 2 * math.pi * k / 60
            points.append((x + 1.5 * reach * math.cos(a), y + 0.72 * reach * math.sin(a)))
        bloom = smooth(points)
        sheet.canvas.drawPath(bloom, flat(own, 0.2, 8 * sheet.u))
        sheet.canvas.drawPath(bloom, around((x, y), 1.5 * r, (0, own, 0.3), (0.6, own, 0.16), (1, own, 0.3)))
        edge = _line(darker(own, 0.15), 0.2, 5 * sheet.u)
        edge.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 2.2 * sheet.u))
        sheet.canvas.drawPath(bloom, edge)
        for _ in range(9):
            a, reach = sheet.between(0, 6.28), r * sheet.between(1.0, 1.5)
            px, py = x + 1.5 * reach * math.cos(a), y + 0.72 * reach * math.sin(a)
            sheet.canvas.drawPoint(px, py, dot(own, 0.3, sheet.between(4, 18) * sheet.u))


_FAMILIES: tuple[Callable[[Sheet, Tones], None], ...] = (_folds, _blobs, _grid, _rays, _bokeh, _blueprint, _ink)
