"""Wild country: a river through a wood, a canyon, a swamp, a volcano."""

import numpy as np
import skia

from pipelines.make.drawn import air, growth, land, meadows, rocks, scenery, streams
from pipelines.make.drawn.falls import WOODED, country
from pipelines.make.drawn.light import darker, hexa, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season
from pipelines.make.drawn.sheet import Sheet, Stage, along, around, down, flat, glow, outline, smooth
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.weather import mist


def river(sheet: Sheet) -> Stage:
    """A river that winds out of the hills through a wood, stones in it, reeds on its banks."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.52
    season, grove = country(sheet)
    dense = sheet.told(*WOODED)  # the words say that it flows through a wood
    sun = open_sky(sheet, horizon, 0.7)
    scenery.ranges(sheet, horizon + 14 * sheet.u, h * sheet.between(0.2, 0.32), 1, [hexa("#7a8cbc")], [0.58])
    scenery.rolling(sheet, horizon, season, (0.5, 0.34), 0.045, 0.09, 0.8)
    scenery.row(sheet, "far trees", grove, horizon + h * 0.1, h * 0.17, 0.34, 6.0, season, 19, (0.44, 0.56))
    meadows.lawn(sheet, horizon + h * 0.09, horizon, season)
    turn = 1 if sheet.rng.random() < 0.5 else -1
    streams.river(sheet, horizon + h * 0.092, horizon, turn, season.snow)
    if dense:
        scenery.row(sheet, "wood", grove, horizon + h * 0.12, h * 0.27, 0.24, 4.8, season, 21, (0.37, 0.66))
    tall, many = (0.37, 17) if dense else (0.3, 11)
    scenery.row(sheet, "trees on the banks", grove, horizon + h * 0.145, h * tall, 0.16, 3.6, season, many, (0.3, 0.7))
    sheet.layer("stones", 2.2)
    meadows.pebbles(sheet, horizon + h * 0.16, h * 0.95, 14, scenery.STONE, 0.8)
    for x in (0.06, 0.94):
        scenery.standing(
            sheet,
            scenery.kind_of(sheet, grove),
            w * x,
            h * sheet.between(0.76, 0.8),
            h * sheet.between(0.56, 0.74),
            horizon,
            season,
        )
    if sheet.light.dark < 0.4 and sheet.light.weather in ("clear", "fog"):
        air.motes(sheet, 0.4 * h, 0.95 * h, 50)

    def front() -> None:
        scenery.night_life(sheet, h * 0.55)
        meadows.verge(sheet, h * 1.03, season, h * 0.08, 0.9, 0.8)
        scenery.hanging(sheet, season.leaves[1], season)

    spans = (
        {"ground": (0.03, 0.42), "water": (0.3, 0.75)} if turn > 0 else {"ground": (0.58, 0.97), "water": (0.25, 0.7)}
    )
    return stage_of(sheet, horizon, sun, 0.78, 0.9, water=(h * 0.84, h * 0.97), floor=season.grass, spans=spans,
                    blades=None if season.snow else season.grass, front=front)  # fmt: skip


def canyon(sheet: Sheet) -> Stage:
    """Red walls in layers to both sides, table mountains between them, a dry floor."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.6
    sun = open_sky(sheet, horizon, 0.5)
    red = (hexa("#b8623f"), hexa("#c07848"), hexa("#a8584a"))[int(sheet.rng.integers(0, 3))]
    for i, far in enumerate((0.58, 0.36)):
        sheet.layer(f"tables {i + 1}", 26.0 / (1 + i))
        for k in range(3):
            rocks.table(
                sheet,
                w * ((k + sheet.between(0.1, 0.9)) / 3),
                horizon + (8 + 16 * i) * sheet.u,
                w * sheet.between(0.08, 0.17),
                h * sheet.between(0.14, 0.3),
                red,
                far,
            )
    land.ground(sheet, horizon + 0.012 * h, mix(red, growth.SAND, 0.45), horizon)
    land.speckles(sheet, horizon + 0.05 * h, red, 1500)
    for i, (reach, top, foot, far) in enumerate(((0.25, 0.3, 0.69, 0.2), (0.13, 0.1, 0.78, 0.02))):
        for side in (-1, 1):
            sheet.layer(f"wall {i + 1} {side}", sheet.away(h * foot, horizon))
            rocks.cliff(
                sheet,
                side,
                w * (0.5 + side * (0.5 - reach * sheet.between(0.7, 1.2))),
                h * top * sheet.between(0.8, 1.3),
                h * foot,
                red,
                far,
            )
    sheet.layer("stones", 1.8)
    meadows.pebbles(sheet, h * 0.76, h * 0.94, 16, mix(red, hexa("#8a6a5a"), 0.4))

    def front() -> None:
        sheet.layer("near stones", 0.95)
        meadows.pebbles(sheet, h * 1.0, h * 1.04, 4, darker(red, 0.2), 1.8)

    return stage_of(sheet, horizon, sun, 0.8, 0.92, floor=red, front=front)


def swamp(sheet: Sheet) -> Stage:
    """Still dark water between trees hung with moss, mist, reeds."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.56
    sun = open_sky(sheet, horizon, 0.6)
    moss = tuple(hexa(c) for c in ("#75855a", "#66784f", "#84905f", "#5c7058"))
    season = Season("summer", hexa("#6f7f48"), hexa("#66805f"), moss, hexa("#4f6a58"), (hexa("#e8e0a0"),), flowers=0.2)
    gaps = (None, (0.3, 0.7), (0.3, 0.7))
    wood = scenery.Wood("mossy trees", "willow", (0.01, 0.04), (0.3, 0.12), (0.66, -0.2), (12, -3), gaps, (9.0, 1.0))
    for _, foot, _ in wood.rows(sheet, horizon, season):
        mist(sheet, foot, h * 0.06, 0.4)
    sheet.layer("water", floor=horizon)
    streams.pool(sheet, horizon + h * 0.09, h * 1.1, hexa("#4a5f4a"))
    streams.lilies(sheet, horizon + h * 0.14, h * 0.8)
    for x in (0.05, 0.95):
        scenery.standing(sheet, "willow", w * x, h * 0.8, h * 0.74, horizon, season)
    sheet.layer("bank", 1.5)
    land.hills(sheet, h * 0.87, h * 0.05, hexa("#5f6b40"), 0.0, waves=1.5)
    air.smoke(sheet, w * 0.3, h * 0.72, 0.12 * w, 0.1 * h, sheet.light.haze, 0.16, 3.0, 12)

    def front() -> None:
        scenery.night_life(sheet, h * 0.45)
        meadows.verge(sheet, h * 0.99, season, h * 0.12, 1.0, 0.8, 0.4)
        scenery.hanging(sheet, moss[1], season)

    return stage_of(
        sheet,
        horizon,
        sun,
        0.86,
        0.94,
        floor=hexa("#5f6b40"),
        blades=hexa("#6f7f48"),
        front=front,
        water=(h * 0.72, h * 0.84),
    )


def volcano(sheet: Sheet) -> Stage:
    """A burning mountain over a field of lava: smoke, glow, embers."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.62
    sun = open_sky(sheet, horizon, 0.5)
    hot, stone = hexa("#ff7a2a"), hexa("#4f4650")
    x, top = w * (0.62 if sun[0] < w / 2 else 0.38), h * 0.2
    sheet.layer("fire in the sky", 40.0, light=True)
    glow(sheet, x, top, h * 0.55, hot, 0.5 + 0.4 * sheet.light.dark)
    air.smoke(
        sheet, x, top + 0.03 * h, 0.07 * w, 0.42 * h, mix(sheet.light.cloud[1], hexa("#5a4c50"), 0.6), 0.75, 24.0, 18
    )
    sheet.layer("volcano", 22.0)
    n = 24
    t = np.linspace(0, 1, n)
    flank = t * (horizon + 0.03 * h - top) + top
    jag = sheet.rng.uniform(-1, 1, (2, n)) * 5 * sheet.u
    reach = w * (0.04 + 0.36 * t**1.9)
    left = list(zip((x - reach + jag[0]).tolist(), flank.tolist(), strict=True))
    right = list(zip((x + reach + jag[1]).tolist(), flank.tolist(), strict=True))
    crater = [(x + w * 0.02, top + 0.012 * h), (x, top + 0.004 * h), (x - w * 0.02, top + 0.014 * h)]
    rocks.slope(sheet, [*reversed(left), *reversed(crater), *right], stone, 0.26)
    sheet.layer("lava", 21.9)
    for k in range(4):
        _lava(
            sheet,
            x + w * sheet.between(-0.03, 0.03),
            top + 0.01 * h,
            horizon,
            (k - 1.5) * 0.12 * w,
            0.007 * w * sheet.between(0.6, 1.3),
        )
    sheet.layer("lava light", 21.5, light=True, life=scenery.wind.wander(sheet, 0, 4.0, 0.0, 0.6))
    glow(sheet, x, top + 0.1 * h, 0.26 * h, hot, 0.75)
    air.sparks(sheet, x, top + 0.02 * h, 0.06 * w, 0.34 * h, 70, 20.0)
    scenery.ranges(sheet, horizon + 0.02 * h, h * 0.12, 1, [hexa("#5a4f5c")], [0.3], snow=False)
    land.ground(sheet, horizon + 0.02 * h, hexa("#4a4248"), horizon)
    land.speckles(sheet, horizon + 0.04 * h, hexa("#5f555a"), 1300)
    _lava_river(sheet, x, horizon + 0.025 * h, horizon)
    sheet.layer("glowing cracks", floor=horizon)
    for _ in range(9):
        y = horizon + (h - horizon) * sheet.between(0.12, 0.95)
        px, s = w * sheet.between(0, 1), (y - horizon) / (h - horizon)
        points = [(px + k * 46 * s * sheet.u, y + sheet.between(-10, 10) * s * sheet.u) for k in range(7)]
        for wide, colour, blur in ((9, hot, 7.0), (2.6, hexa("#ffd27a"), 0.0)):
            crack = flat(colour, 0.8, blur * sheet.u)
            crack.setStyle(skia.Paint.kStroke_Style)
            crack.setStrokeWidth(wide * s * sheet.u)
            sheet.canvas.drawPath(outline(points, close=False), crack)
    sheet.layer("rocks", 1.8)
    meadows.pebbles(sheet, h * 0.76, h * 0.94, 18, hexa("#4f474e"), 1.1)

    def front() -> None:
        air.sparks(sheet, w / 2, 1.05 * h, 1.1 * w, 0.9 * h, 60, 1.2)

    return stage_of(sheet, horizon, sun, 0.82, 0.93, floor=hexa("#6a4a44"), front=front)


def _lava_river(sheet: Sheet, x: float, top: float, horizon: float) -> None:
    """Lava that has come down to the plain and winds towards us, a dark crust at its banks; it lights the ground."""
    w, h, hot = sheet.w, sheet.h, hexa("#ff7a2a")
    middle = []
    for i in range(41):
        t = i / 40 * 1.12
        y = top + (h - top) * t**1.7
        px = x + (w * 0.5 - x) * t + w * 0.11 * float(np.sin(4.4 * t + 0.5)) * t**0.6
        middle.append((px, y, w * (0.005 + 0.085 * t**1.5)))

    def strip(grow: float) -> skia.Path:
        left, right = (
            [(px + side * half * grow * sheet.between(0.72, 1.2), y) for px, y, half in middle] for side in (-1, 1)
        )
        return smooth([*left, *reversed(right)])

    sheet.layer("fire on the ground", floor=horizon, light=True, life=scenery.wind.wander(sheet, 0, 4.0, 0.5, 0.75))
    for px, y, half in middle[::5]:
        sheet.canvas.save()
        sheet.canvas.translate(px, y)
        sheet.canvas.scale(1, 0.34)
        r = half * 3.2 + 0.05 * w
        sheet.canvas.drawCircle(0, 0, r, around((0, 0), r, (0, hot, 0.26 + 0.16 * sheet.light.dark), (1, hot, 0)))
        sheet.canvas.restore()
    sheet.layer("lava river", floor=horizon)
    crust = hexa("#38242a")
    sheet.canvas.drawPath(strip(1.3), flat(crust, 0.9, 5 * sheet.u))
    sheet.canvas.drawPath(
        strip(0.95), down(top, h, (0, hexa("#ff9a3f"), 1), (0.5, hexa("#f0702a"), 1), (1, hexa("#d8481c"), 1))
    )
    sheet.canvas.drawPath(strip(0.6), flat(hexa("#ff9a3a"), 0.9, 7 * sheet.u))
    sheet.canvas.drawPath(strip(0.26), flat(hexa("#ffe08a"), 0.95, 6 * sheet.u))
    plates = skia.Path()
    for k in range(70):
        px, y, half = middle[3 + k // 2]
        cx, cy, r = (
            px + sheet.between(-0.9, 0.9) * half,
            y + sheet.between(-6, 6) * sheet.u,
            half * sheet.between(0.08, 0.3),
        )
        plates.addPath(smooth([(cx + r * sheet.between(0.6, 1.3) * float(np.cos(a)), cy + r * 0.24 * float(np.sin(a)))
                               for a in np.linspace(0, 6.283, 8, endpoint=False)]))  # fmt: skip
    sheet.canvas.drawPath(plates, flat(crust, 0.82))


def _lava(sheet: Sheet, x: float, top: float, foot: float, aside: float, wide: float) -> None:
    """One stream of lava down a flank."""
    points = []
    for k in range(14):
        t = k / 13
        points.append((x + aside * t**1.3 + sheet.between(-1, 1) * wide, top + (foot - top) * t**1.1 * 0.9))
    for grow, colour, blur in ((3.2, hexa("#ff5a1f"), wide), (1.0, hexa("#ff9a3a"), 0.0), (0.45, hexa("#ffe08a"), 0.0)):
        paint = along(points[0], points[-1], (0, colour, 0.9), (0.7, colour, 0.7), (1, colour, 0.1))
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(wide * grow)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        if blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        sheet.canvas.drawPath(outline(points, close=False), paint)
