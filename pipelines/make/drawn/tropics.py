"""Settings of hot countries: savanna, rainforest, a grove of bamboo."""

import math

import skia

from pipelines.make.drawn import air, exotic, growth, land, meadows, scenery, wonders
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat
from pipelines.make.drawn.sky import open_sky, sky, sun_point
from pipelines.make.drawn.weather import mist


def savanna(sheet: Sheet) -> Stage:
    """Golden grass to the horizon, umbrella trees, far hills."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.62
    sun = open_sky(sheet, horizon, 0.6)
    gold = (hexa("#d2a94e"), hexa("#c4a452"), hexa("#b8a854"))[int(sheet.rng.integers(0, 3))]
    leaves = tuple(hexa(c) for c in ("#7f9a48", "#6d8a42", "#8aa04c", "#75903f"))
    season = Season("summer", gold, hexa("#a8a060"), leaves, hexa("#5f7d48"), (hexa("#f0d87a"),), flowers=0.0)
    scenery.ranges(sheet, horizon + 8 * sheet.u, h * 0.1, 1, [hexa("#9a86a0")], [0.62], snow=False)
    sheet.layer("far plain", 12.0)
    land.hills(
        sheet,
        horizon + 0.02 * h,
        h * 0.03,
        mix(gold, season.hill, 0.5),
        0.45,
        trees=0.3 if sheet.may("tree") else 0,
        pine=season.pine,
    )
    meadows.lawn(sheet, horizon + 0.025 * h, horizon, season, 0.0)
    for i, (foot, tall, count) in enumerate(((0.03, 0.1, 8), (0.06, 0.17, 4))):
        scenery.row(
            sheet,
            f"acacias {i + 1}",
            "acacia",
            horizon + h * foot,
            h * tall,
            0.4 - 0.18 * i,
            9.0 / (1 + i),
            season,
            count,
        )
    air.shimmer(sheet, horizon + 0.02 * h, 0.012 * h, mix(gold, sheet.light.sun, 0.5), 0.3)
    for k, foot in enumerate((0.73, 0.77, 0.815)):
        meadows.verge(sheet, h * foot, season, h * (0.022 + 0.012 * k), sheet.away(h * foot, horizon), 1.3, 0)
    scenery.standing(sheet, "acacia", w * (0.12 if sun[0] > w / 2 else 0.88), h * 0.8, h * 0.52, horizon, season)

    def front() -> None:
        meadows.verge(sheet, h * 0.99, season, h * 0.075, 1.0, 1.2, 0)
        meadows.verge(sheet, h * 1.05, season, h * 0.12, 0.86, 0.8, 0)

    return stage_of(sheet, horizon, sun, 0.82, 0.93, floor=gold, blades=gold, front=front)


def jungle(sheet: Sheet) -> Stage:
    """A rainforest: giants in layers of green haze, ferns, palms, vines, shafts of light."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.64
    sun = sun_point(sheet, horizon)
    sky(sheet, horizon, 0.2)
    leaves = tuple(hexa(c) for c in ("#3f8a4a", "#2f7a4c", "#5a9a3f", "#4a9a5c"))
    season = Season(
        "summer",
        hexa("#4f8a42"),
        hexa("#4f9468"),
        leaves,
        hexa("#2f6b52"),
        (hexa("#ff5a8a"), hexa("#ffb03a"), hexa("#e85ad0")),
    )
    sheet.layer("green air", 30.0)
    green = mix(sheet.light.haze, sheet.light.on(hexa("#9ad0a0")), 0.55)
    sheet.canvas.drawRect(
        skia.Rect(-0.2 * w, 0, 1.2 * w, h), down(0.05 * h, horizon, (0, green, 0.2), (1, green, 0.75))
    )
    for i in range(2):
        top = horizon - h * (0.34 - 0.14 * i) * (0.6 + 0.7 * land.ridge(sheet.rng, 90, 0.5, 6))
        land.far_trees(sheet, top, leaves[i], 0.84 - 0.1 * i, 1.0, leaves[3], 4.5)
        land.band(sheet, top, horizon + 0.05 * h, flat(sheet.light.on(leaves[i], 0.84 - 0.1 * i)))
    gaps = (None, None, (0.32, 0.68), (0.32, 0.68))
    wood = scenery.Wood("giants", "jungle", (-0.01, 0.03), (0.5, 0.15), (0.76, -0.2), (11, -2), gaps, (10.0, 0.7))
    for i, foot, far in wood.rows(sheet, horizon, season):
        sheet.layer(f"thicket {i + 1}", 9.0 / (1 + 0.7 * i))
        for _ in range(9 - i):
            x = sheet.between(-0.1, 1.1)
            if (gap := gaps[i]) is None or not gap[0] < x < gap[1]:
                growth.bush(
                    sheet, w * x, foot + h * 0.015, sheet.between(60, 110) * sheet.u * (0.6 + 0.25 * i), leaves[i], far
                )
        mist(sheet, foot, h * 0.05, 0.22, green)
    meadows.lawn(sheet, horizon + h * 0.075, horizon - 0.03 * h, season, 0.3, own=hexa("#4a7a3c"))
    for x, kind in ((0.03, "palm"), (0.97, "palm")):
        scenery.standing(sheet, kind, w * x, h * 0.82, h * sheet.between(0.6, 0.75), horizon, season)
    wonders.beams(sheet, (sun[0], -0.15 * h), horizon, 0.34 * (1 - sheet.light.dark), 4.0)
    air.motes(sheet, 0.2 * h, 0.95 * h, 60, lighter(green, 0.4))
    sheet.layer("ferns", 1.7, life=scenery.wind.sway(sheet, w / 2, h * 0.86, 0.04))
    _ferns(sheet, h * 0.86, 0.9, leaves[2])

    def front() -> None:
        scenery.night_life(sheet, h * 0.45)
        sheet.layer("near ferns", 0.85, life=scenery.wind.sway(sheet, w / 2, h * 1.04, 0.05))
        _ferns(sheet, h * 1.04, 2.0, darker(leaves[1], 0.3))
        scenery.hanging(sheet, leaves[1], season)

    return stage_of(sheet, horizon, sun, 0.8, 0.9, floor=hexa("#4a7a3c"), blades=hexa("#4f8a42"), front=front)


def _ferns(sheet: Sheet, foot: float, size: float, own: Colour) -> None:
    """Sheaves of fronds at both sides."""
    for side in (-1, 1):
        for _ in range(4):
            x = sheet.w * (0.5 + side * sheet.between(0.33, 0.56))
            for k in range(7):
                a = math.radians(20 + 140 * k / 6 + sheet.between(-8, 8))
                long = sheet.between(90, 150) * sheet.u * size
                tip = (x + long * math.cos(a), foot - long * math.sin(a) * 0.75)
                mid = (x + 0.5 * long * math.cos(a), foot - long * math.sin(a) * 0.85 - 0.2 * long)
                tone = mix(sheet.light.shaded(own, 0.4), sheet.light.lit(own, 0.3), sheet.between(0.1, 0.9))
                exotic.frond(sheet, (x, foot), mid, tip, long * 0.13, tone, sheet.light.shaded(darker(own, 0.3), 0.5))


def bamboo(sheet: Sheet) -> Stage:
    """A grove of bamboo with a path of light through it."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.66
    sun = sun_point(sheet, horizon)
    sky(sheet, horizon, 0.2)
    leaves = tuple(hexa(c) for c in ("#7fae4a", "#6a9f48", "#94b858", "#5c9450"))
    season = Season(
        "summer", hexa("#7a9a4c"), hexa("#7fae6a"), leaves, hexa("#4a8a5c"), (hexa("#ffffff"),), flowers=0.0
    )
    sheet.layer("green air", 30.0)
    green = mix(sheet.light.haze, sheet.light.on(hexa("#c4e09a")), 0.5)
    sheet.canvas.drawRect(skia.Rect(-0.2 * w, 0, 1.2 * w, h), down(0, horizon, (0, green, 0.3), (1, green, 0.8)))
    gaps = ((0.46, 0.54), (0.43, 0.57), (0.24, 0.76), (0.19, 0.81))
    wood = scenery.Wood("canes", "bamboo", (-0.01, 0.035), (0.72, 0.22), (0.72, -0.2), (34, -7), gaps, (9.0, 0.7))
    for i, foot, _ in wood.rows(sheet, horizon, season):
        mist(sheet, foot, h * 0.07, 0.24 - 0.05 * i, green)
    meadows.lawn(sheet, horizon + h * 0.09, horizon - 0.03 * h, season, own=hexa("#8a9a54"))
    for x in (-0.02, 0.05, 0.12, 0.9, 0.96, 1.02):
        scenery.standing(
            sheet, "bamboo", w * x, h * sheet.between(0.82, 0.9), h * sheet.between(1.1, 1.4), horizon, season
        )
    wonders.beams(sheet, (sun[0], -0.15 * h), horizon, 0.34 * (1 - sheet.light.dark), 4.0)

    def front() -> None:
        scenery.night_life(sheet, h * 0.45)
        meadows.verge(sheet, h * 1.03, season, h * 0.06, 0.9, flowers=0)
        scenery.hanging(sheet, leaves[3], season)

    return stage_of(sheet, horizon, sun, 0.8, 0.9, floor=hexa("#8a9a54"), blades=hexa("#7a9a4c"), front=front)
