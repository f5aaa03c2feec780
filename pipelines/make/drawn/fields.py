"""Settings that people have worked on: farm, garden, vineyard, and the road through the country."""

import itertools
import math

import numpy as np
import skia

from pipelines.make.drawn import air, growth, land, meadows, scenery
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season, season_of
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat, glow, outline
from pipelines.make.drawn.sky import open_sky

_CROPS = {
    "spring": ("#9ccf5a #7fb04f", "#e8d64a #9ccf5a", "#8a6a4c #9ccf5a"),
    "summer": ("#e3b653 #8fb04a", "#d9a63f #e8c86a", "#a58be0 #7f9a58", "#9fbf55 #6f9a3f"),
    "autumn": ("#8a6546 #a98055", "#c9913f #8a6a3c", "#b5863f #d0a24f"),
    "winter": ("#e9f0fa #cdd9ea",),
}


def farm(sheet: Sheet) -> Stage:
    """Fields in rows that run to the hills, a barn, a fence, a meadow before it."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.58
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    scenery.rolling(sheet, horizon, season, (0.56, 0.36), 0.05)
    crops = _CROPS[season.name]
    a, b = (hexa(c) for c in crops[int(sheet.rng.integers(0, len(crops)))].split())
    rows(sheet, horizon + h * 0.07, h * 0.82, horizon, a, b, sun)
    side = 0.15 if sun[0] > w / 2 else 0.85
    foot = horizon + h * 0.14
    if sheet.shows("barn"):
        sheet.layer("barn", sheet.away(foot, horizon))
        _barn(sheet, w * side, foot, h * 0.19, season)
    scenery.standing(
        sheet,
        ("broad", "slim")[int(sheet.rng.integers(0, 2))],
        w * (side + (0.13 if side < 0.5 else -0.13)),
        foot,
        h * 0.2,
        horizon,
        season,
    )
    near = season.grass if season.snow else mix(season.grass, hexa("#7fb04f"), 0.4)
    meadows.lawn(sheet, h * 0.79, horizon, season, own=near)
    sheet.layer("fence", sheet.away(h * 0.795, horizon))
    growth.fence(sheet, h * 0.795)

    def front() -> None:
        scenery.night_life(sheet, h * 0.7)
        meadows.verge(sheet, h * 0.985, season, h * 0.05, 1.0, own=near)
        meadows.verge(sheet, h * 1.045, season, h * 0.08, 0.86, 0.7, own=near)

    return stage_of(sheet, horizon, sun, 0.84, 0.93, floor=near, blades=None if season.snow else near, front=front)


def rows(
    sheet: Sheet, top: float, bottom: float, horizon: float, a: Colour, b: Colour, sun: tuple[float, float]
) -> None:
    """Rows of a crop that run to one point on the horizon, the plants told apart where they are near."""
    light, w = sheet.light, sheet.w
    sheet.layer("field", floor=horizon)
    canvas = sheet.canvas
    vanish = (w * 0.5 + (w * 0.5 - sun[0]) * 0.3, top - sheet.h * 0.08)
    soil = mix(a, hexa("#8a6a4c"), 0.25)
    canvas.drawRect(
        skia.Rect(-0.2 * w, top, 1.2 * w, bottom * 1.1),
        down(top, bottom, (0, light.on(soil, 0.35), 1), (1, light.on(soil), 1)),
    )
    count = 34
    share = (top - vanish[1]) / (bottom - vanish[1])
    for i in range(count):
        x0, x1 = (w * ((i + k) / count * 3.4 - 1.2) for k in (0.0, 0.62))
        tone = light.on(b if i % 4 == 0 else a)
        lit = light.lit(b if i % 4 == 0 else a, 0.45)
        for lo, hi, colour in ((x0, x1, tone), (x0, x0 + (x1 - x0) * 0.4, lit)):
            far = [(vanish[0] + (x - vanish[0]) * share, top) for x in (hi, lo)]
            paint = down(top, bottom, (0, mix(colour, light.haze, 0.4), 0.95), (1, colour, 0.95))
            canvas.drawPath(outline([(lo, bottom * 1.05), (hi, bottom * 1.05), *far]), paint)
        n = 60  # leaves and ears along the row
        t = sheet.rng.uniform(0, 1, n) ** 0.6
        ys = top + (bottom - top) * t
        k = (ys - vanish[1]) / (bottom - vanish[1])
        middle = (x0 + x1) / 2 + sheet.rng.uniform(-0.5, 0.5, n) * (x1 - x0)
        xs = vanish[0] + (middle - vanish[0]) * k
        half = t > 0.5
        for part, size in ((half, 5.0), (~half, 2.4)):
            even = np.arange(n) % 2 == 0
            dots(canvas, xs[part & even], ys[part & even], dot(lit, 0.55, size * sheet.u))
            dots(canvas, xs[part & ~even], ys[part & ~even], dot(darker(tone, 0.25), 0.4, size * sheet.u))


def _barn(sheet: Sheet, x: float, y: float, size: float, season: Season) -> None:
    light, canvas = sheet.light, sheet.canvas
    red = (hexa("#b5443a"), hexa("#a8503c"), hexa("#8c5a44"))[int(sheet.rng.integers(0, 3))]
    roof = growth.SNOW if season.snow else hexa("#6a5a62")
    w = size * 1.15
    shade = flat(light.shadow, 0.35, size * 0.03)
    canvas.drawOval(skia.Rect.MakeXYWH(x - w * 0.62, y - size * 0.04, w * 1.24, size * 0.1), shade)
    wall = skia.Rect.MakeXYWH(x - w / 2, y - size * 0.62, w, size * 0.62)
    canvas.drawRect(wall, down(y - size * 0.62, y, (0, light.lit(red, 0.15), 1), (1, light.on(darker(red, 0.2)), 1)))
    board = flat(darker(light.on(red), 0.3), 0.4)
    for k in range(1, 14):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - w / 2 + w * k / 14, y - size * 0.62, max(1, size * 0.006), size * 0.62), board
        )
    peak = [(-0.56, 0.6), (-0.36, 0.9), (0.0, 1.06), (0.36, 0.9), (0.56, 0.6)]
    gable = outline([(x + a * w, y - b * size) for a, b in peak])
    canvas.drawPath(gable, down(y - size, y - size * 0.6, (0, light.lit(roof, 0.25), 1), (1, light.on(roof), 1)))
    white = light.on(hexa("#f4ece0"))
    canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.17, y - size * 0.42, w * 0.34, size * 0.42), flat(white))
    door = hexa("#ffd98a") if light.lamps else light.on(darker(red, 0.3))
    canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.145, y - size * 0.395, w * 0.29, size * 0.395), flat(door))
    if light.lamps:
        sheet.layer("light of the barn", 3.5, light=True)
        glow(sheet, x, y - size * 0.2, size * 1.1, hexa("#ffc86a"), 0.6)


def garden(sheet: Sheet) -> Stage:
    """A lawn with flower beds, bushes, a fence and a tree; butterflies' country."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.58
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    sheet.layer("hill", 9.0)
    land.hills(
        sheet,
        horizon + h * 0.03,
        h * 0.09,
        season.hill,
        0.4,
        trees=0.7 if sheet.may("tree") else 0,
        pine=mix(season.pine, season.leaves[0], 0.6),
    )
    sheet.layer("hedge", 4.6)
    for i in range(15 if not season.bare else 0):
        own = mix(hexa("#4f9a4c"), season.leaves[i % 4], 0.5)
        growth.bush(
            sheet,
            w * ((i + sheet.between(0.2, 0.8)) / 15 * 1.2 - 0.1),
            horizon + h * 0.125,
            sheet.between(70, 110) * sheet.u,
            own,
            0.2,
        )
    own = season.grass if season.snow else mix(season.grass, hexa("#78b552"), 0.5)
    meadows.lawn(sheet, horizon + h * 0.12, horizon, season, 0.5, own=own)
    sheet.layer("garden fence", sheet.away(horizon + h * 0.15, horizon))
    growth.fence(sheet, horizon + h * 0.15)
    for i in range(9 if not season.bare else 0):
        x = (i + sheet.between(0.2, 0.8)) / 9
        if not 0.3 < x < 0.7:
            growth.bush(
                sheet,
                w * x,
                horizon + h * sheet.between(0.15, 0.19),
                sheet.between(60, 110) * sheet.u,
                mix(hexa("#4f9a4c"), season.leaves[i % 4], 0.4),
            )
    scenery.standing(
        sheet, "broad", w * (0.08 if sun[0] > w / 2 else 0.92), horizon + h * 0.2, h * 0.5, horizon, season
    )
    if not season.snow:
        foot = horizon + h * 0.22
        sheet.layer("flower beds", sheet.away(foot, horizon), life=scenery.wind.sway(sheet, w / 2, foot, 0.1))
        growth.beds(sheet, foot, blooms=season.blooms)

    def front() -> None:
        scenery.night_life(sheet, h * 0.6)
        if not season.snow:
            sheet.layer("near beds", 0.95, life=scenery.wind.sway(sheet, w / 2, h, 0.14))
            growth.beds(sheet, h * 0.985, 1.7, season.blooms)
        meadows.verge(sheet, h * 1.04, season, h * 0.07, 0.88, 0.8, own=own)

    return stage_of(sheet, horizon, sun, 0.82, 0.92, floor=own, blades=None if season.snow else own, front=front)


def vineyard(sheet: Sheet) -> Stage:
    """Terraces of vines on rolling slopes, cypresses, a hill town's light far off."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.52
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    scenery.ranges(sheet, horizon + 10 * sheet.u, h * 0.16, 1, [hexa("#8a86b0")], [0.62], snow=False)
    scenery.rolling(sheet, horizon, season, (0.5,), height=0.08)
    vine = season.leaves[1] if season.name != "winter" else hexa("#8f8378")
    for i, far in enumerate((0.34, 0.2, 0.08)):
        away = 6.5 / (1 + 0.8 * i)
        sheet.layer(f"terrace {i + 1}", away)
        foot = horizon + h * (0.08 + 0.085 * i)
        top = land.hills(sheet, foot, h * 0.07, mix(season.grass, hexa("#c2a86a"), 0.3), far, waves=1.3)
        _vines(sheet, top, h * (0.012 + 0.008 * i), vine, far, 5 + i)
        for _ in range(3):
            if sheet.may("tree"):
                k = int(sheet.rng.integers(20, 220))
                x = land.across(sheet, 241)[k]
                scenery.trees.slim(sheet, float(x), float(top[k]) + 4, h * (0.09 + 0.03 * i), far, hexa("#3f6a48"))
    meadows.lawn(sheet, horizon + h * 0.29, horizon, season)
    for x, size in ((0.05, 0.5), (0.12, 0.38)) if sun[0] > w / 2 else ((0.95, 0.5), (0.88, 0.38)):
        dark = Season(season.name, season.grass, season.hill, (hexa("#3a6444"),) * 4, season.pine, season.blooms)
        scenery.standing(sheet, "slim", w * x, h * 0.84, h * size, horizon, dark)

    def front() -> None:
        scenery.night_life(sheet, h * 0.6)
        meadows.verge(sheet, h * 1.03, season, h * 0.07, 0.9)

    return stage_of(
        sheet, horizon, sun, 0.84, 0.93, floor=season.grass, blades=None if season.snow else season.grass, front=front
    )


def _vines(sheet: Sheet, top: np.ndarray, size: float, own: Colour, far: float, lines: int) -> None:
    """Rows of vines along the lie of a hill, closer together towards its crest."""
    light, xs = sheet.light, land.across(sheet, len(top))
    lit, dark = mix(light.lit(own, 0.35), light.haze, far), mix(light.shaded(own, 0.4), light.haze, far)
    for k in range(lines):
        ys = top + size * (0.8 + 1.6 * k + 0.28 * k * k)
        grow = size * (0.7 + 0.16 * k)
        for shift, colour, scale in ((0.35, dark, 1.2), (0.0, mix(lit, dark, 0.5), 1.0), (-0.28, lit, 0.62)):
            spread = sheet.rng.uniform(-0.3, 0.3, len(xs)) * grow
            dots(sheet.canvas, xs + spread, ys + shift * grow, dot(colour, 0.95, grow * scale * 1.3))


def road(sheet: Sheet) -> Stage:
    """Hills, and a pale road that comes towards the eye in two bends."""
    w, h, u, horizon = sheet.w, sheet.h, sheet.u, sheet.h * 0.56
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    scenery.ranges(sheet, horizon + 20 * u, h * 0.2, 1, [hexa("#7d8fc0")], [0.66])
    scenery.rolling(sheet, horizon, season, (0.55, 0.32), 0.05, 0.09)
    top = horizon + h * 0.085
    meadows.lawn(sheet, top, horizon, season)
    sheet.layer("road", floor=horizon)
    way(sheet, top, season)
    for x, foot, size in ((0.2, 0.145, 0.18), (0.09, 0.2, 0.36)):
        scenery.standing(
            sheet, "broad", w * (x if sun[0] > w / 2 else 1 - x), horizon + h * foot, h * size, horizon, season
        )
    if sheet.light.weather in ("clear", "wind") and sheet.light.dark < 0.3:
        air.motes(sheet, 0.5 * h, h, 34)

    def front() -> None:
        scenery.night_life(sheet, h * 0.6)
        meadows.verge(sheet, h * 1.035, season, h * 0.075, 0.9)

    return stage_of(sheet, horizon, sun, 0.8, 0.9, floor=season.grass, blades=None, front=front)


def way(sheet: Sheet, top: float, season: Season) -> None:
    """A road or lane over the land: narrow and hazy far off, wide and clear near, with ruts."""
    w, h, light = sheet.w, sheet.h, sheet.light
    sand = hexa("#cdd3dc") if season.snow else hexa("#d9bf94")
    turn = 1 if sheet.rng.random() < 0.5 else -1
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    ruts: tuple[list[tuple[float, float, float]], ...] = ([], [])
    steps = 46
    for i in range(steps + 1):
        t = i / steps * 1.08  # 0 far, 1 at the lower edge, and on below it
        near = t**1.9
        y = top + (h - top) * near
        x = w * (0.5 + turn * 0.14 * math.sin(t * 6.0) * max(0.0, 1 - t) ** 0.7)
        half = w * (0.004 + 0.2 * near)
        left.append((x - half * sheet.between(0.97, 1.02), y))
        right.append((x + half * sheet.between(0.97, 1.02), y))
        for line, side in zip(ruts, (-0.45, 0.45), strict=True):
            line.append((x + half * side, y, half * 0.1))
    road = outline([*left, *reversed(right)])
    near_tone, far_tone = light.on(darker(sand, 0.1)), mix(light.on(lighter(sand, 0.1)), light.haze, 0.4)
    sheet.canvas.drawPath(road, down(top, h, (0, far_tone, 1), (0.5, light.on(sand), 1), (1, near_tone, 1)))
    sheet.canvas.save()
    sheet.canvas.clipPath(road, True)
    land.speckles(sheet, top, sand, 900)
    sheet.canvas.restore()
    for line in ruts:
        path = outline([*((x - r, y) for x, y, r in line), *((x + r, y) for x, y, r in reversed(line))])
        sheet.canvas.drawPath(path, flat(light.shaded(sand, 0.35), 0.35, 3 * sheet.u))
    edge = flat(light.on(darker(season.grass, 0.1)), 0.8)
    edge.setStyle(skia.Paint.kStroke_Style)
    for line in (left, right):
        for (x0, y0), (x1, y1) in itertools.pairwise(line):
            edge.setStrokeWidth((1 + 9 * (y0 - top) / (h - top)) * sheet.u)
            sheet.canvas.drawLine(x0, y0, x1, y1, edge)
