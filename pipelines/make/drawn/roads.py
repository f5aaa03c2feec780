"""A road through open country, winding from the near edge to the hills."""

import itertools
import math

import skia

from pipelines.make.drawn import growth, land
from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.outdoors import open_sky, stage_of
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat, outline
from pipelines.make.drawn.weather import mist


def road(sheet: Sheet) -> Stage:
    """Hills, and a pale road that comes towards the eye in two bends."""
    w, h, u = sheet.w, sheet.h, sheet.u
    horizon = h * 0.56
    sun = open_sky(sheet, horizon)
    land.mountains(sheet, horizon + 20 * u, h * 0.2, hexa("#7d8fc0"), 0.68, snow=True)
    for i, far in enumerate((0.55, 0.34)):
        tone = mix(growth.GRASS, hexa("#4f9a6a"), 0.5 - 0.2 * i)
        land.hills(sheet, horizon + h * (0.02 + 0.05 * i), h * 0.09, tone, far, trees=0.4 if sheet.may("tree") else 0)
        mist(sheet, horizon + h * (0.05 + 0.05 * i), 36 * u, 0.2)
    top = horizon + h * 0.085
    land.meadow(sheet, top)
    _way(sheet, top)
    if sheet.may("tree"):
        growth.tree(sheet, w * (0.1 if sun[0] > w / 2 else 0.9), horizon + h * 0.2, h * 0.36)
    return stage_of(
        sheet, horizon, sun, 0.8, 0.9, floor=growth.GRASS, blades=None,
        front=lambda: growth.grass(sheet, h * 0.97, h * 1.04, growth.GRASS, 50, 2.4),
    )  # fmt: skip


def _way(sheet: Sheet, top: float) -> None:
    """The road itself: narrow and hazy far off, wide and clear near, with ruts."""
    w, h, light = sheet.w, sheet.h, sheet.light
    sand = hexa("#d9bf94")
    turn = 1 if sheet.rng.random() < 0.5 else -1
    steps = 40
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    ruts: tuple[list[tuple[float, float, float]], ...] = ([], [])
    for i in range(steps + 1):
        t = i / steps  # 0 far, 1 near
        near = t**1.9
        y = top + (h * 1.02 - top) * near
        x = w * (0.5 + turn * 0.14 * math.sin(t * 6.0) * (1 - t) ** 0.7)
        half = w * (0.004 + 0.2 * near)
        left.append((x - half, y))
        right.append((x + half, y))
        for line, side in zip(ruts, (-0.45, 0.45), strict=True):
            line.append((x + half * side, y, half * 0.1))
    way = outline([*left, *reversed(right)])
    near_tone, far_tone = light.on(darker(sand, 0.08)), mix(light.on(lighter(sand, 0.1)), light.haze, 0.4)
    sheet.canvas.drawPath(way, down(top, h, (0, far_tone, 1), (0.5, light.on(sand), 1), (1, near_tone, 1)))
    for line in ruts:
        path = outline([*((x - r, y) for x, y, r in line), *((x + r, y) for x, y, r in reversed(line))])
        sheet.canvas.drawPath(path, flat(light.shaded(sand, 0.35), 0.35, 3 * sheet.u))
    edge = flat(light.on(hexa("#6f9a4a")), 0.8)
    edge.setStyle(skia.Paint.kStroke_Style)
    for side in (left, right):
        for (x0, y0), (x1, y1) in itertools.pairwise(side):
            edge.setStrokeWidth((1 + 9 * (y0 - top) / (h - top)) * sheet.u)
            sheet.canvas.drawLine(x0, y0, x1, y1, edge)
