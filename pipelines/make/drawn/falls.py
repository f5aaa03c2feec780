"""Falling water: a fall over a cliff into a pool, in woods or in the rainforest; and what grows by water."""

import numpy as np
import skia

from pipelines.make.drawn import growth, land, meadows, rocks, scenery, streams
from pipelines.make.drawn.light import Colour, darker, hexa, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season, season_of
from pipelines.make.drawn.sheet import Sheet, Stage, flat, ridge
from pipelines.make.drawn.sky import open_sky

_TROPICAL = ("jungle", "rainforest", "tropical", "tropics", "amazon")
WOODED = ("forest", "woods", "wood", "woodland", "jungle", "rainforest", "trees")


def country(sheet: Sheet) -> tuple[Season, str]:
    """The season and the kind of trees: of the rainforest, where the words name it."""
    season = season_of(sheet)
    grove = ("mixed", "broad", "birch", "pine")[int(sheet.rng.integers(0, 4))]
    if not sheet.told(*_TROPICAL):
        return season, grove
    leaves = tuple(hexa(c) for c in ("#3f8a4a", "#2f7a4c", "#5a9a3f", "#4a9a5c"))
    blooms = (hexa("#ff5a8a"), hexa("#ffb03a"), hexa("#e85ad0"))
    return Season("summer", hexa("#4f8a42"), hexa("#4f9468"), leaves, hexa("#2f6b52"), blooms), "jungle"


def waterfall(sheet: Sheet) -> Stage:
    """White water that falls over a cliff into a pool, in spray, between woods."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.5
    season, grove = country(sheet)
    hot = grove == "jungle"
    sun = open_sky(sheet, horizon, 0.6)
    scenery.ranges(sheet, horizon, h * 0.3, 1, [hexa("#7286ac")], [0.5], snow=not hot)
    stone = hexa("#6f7a6c" if hot else "#7d7f88")
    top, foot, x = h * 0.24, h * 0.7, w * sheet.between(0.44, 0.56)
    sheet.layer("cliff", 7.0)
    crest = [
        (float(px), top + float(v) * 0.05 * h)
        for px, v in zip(land.across(sheet, 30), ridge(sheet.rng, 30, 0.5, 4), strict=True)
    ]
    rocks.face(sheet, [(-0.15 * w, foot + 0.06 * h), *crest, (1.15 * w, foot + 0.06 * h)], stone, 0.16, 20)
    kind, tall, many = ("jungle", 0.24, 22) if hot else ("mixed", 0.15, 16)
    gap = (x / w - 0.09, x / w + 0.09)
    scenery.row(sheet, "trees above", kind, top + 0.03 * h, h * tall, 0.3, 7.2, season, many, gap)
    _clothed(sheet, season, hot, top, foot, x)
    streams.fall(sheet, x, top + 0.02 * h, foot, 0.085 * w, 6.5)
    sheet.layer("pool", floor=horizon)
    streams.pool(sheet, foot - 0.02 * h, h * 1.05)
    streams.spray(sheet, x, foot, 0.24 * w, 0.16 * h, 6.0)
    for side in (-1, 1):
        sheet.layer(f"bank {side}", 3.0)
        rocks.cliff(sheet, side, w * (0.5 + side * 0.33), h * 0.5, h * 0.82, darker(stone, 0.12), 0.04, 4)
        growth.bush(
            sheet,
            w * (0.5 + side * 0.42),
            h * 0.52,
            120 * sheet.u,
            season.leaves[0] if not season.bare else growth.SNOW,
        )
    left, right = ("palm", "palm") if hot else ("pine", "broad" if not season.bare else "pine")
    scenery.standing(sheet, left, w * 0.09, h * 0.56, h * 0.5, horizon, season)
    scenery.standing(sheet, right, w * 0.93, h * 0.56, h * 0.42, horizon, season)
    bank = mix(season.grass, hexa("#6a8a4c"), 0.4) if not season.snow else season.grass
    sheet.layer("near bank", 1.5)
    land.hills(sheet, h * 0.88, h * 0.06, bank, 0.0, waves=1.4)
    meadows.pebbles(sheet, h * 0.86, h * 0.96, 16, stone, 1.1)

    def front() -> None:
        meadows.verge(sheet, h * 1.0, season, h * 0.06, 1.0, own=bank)
        scenery.hanging(sheet, season.leaves[1], season)

    return stage_of(
        sheet,
        horizon,
        sun,
        0.87,
        0.95,
        floor=bank,
        blades=None if season.snow else bank,
        front=front,
        water=(h * 0.78, h * 0.84),
    )


def _clothed(sheet: Sheet, season: Season, hot: bool, top: float, foot: float, x: float) -> None:
    """Bushes and moss that hang on the face beside the falling water, and boulders at its foot."""
    w, h = sheet.w, sheet.h
    sheet.layer("green on the cliff", 6.9)
    for k in range(0 if season.bare else 46 if hot else 22):
        px = sheet.between(-0.12, 1.12) * w
        if abs(px - x) < 0.08 * w:
            continue
        own = season.leaves[int(sheet.rng.integers(0, len(season.leaves)))]
        low, size = k % 3 == 2, sheet.between(34, 70) * sheet.u * (1.2 if hot else 0.9)
        py = foot + 0.01 * h if low else top + sheet.between(0.045, 0.075) * h
        if hot and not low:
            _vine(sheet, px, py, sheet.between(0.06, 0.3) * (foot - top), own)
        growth.bush(sheet, px, py, size, own, 0.2)
    sheet.layer("boulders at the foot", 6.6)
    for _ in range(15):
        px, size = sheet.between(-0.05, 1.05) * w, sheet.between(22, 58) * sheet.u
        growth.rock(sheet, px, foot + 0.012 * h * sheet.between(0, 1.5), size * (1.3 if abs(px - x) > 0.1 * w else 0.8),
                    hexa("#6f747c"), 0.16)  # fmt: skip


def _vine(sheet: Sheet, x: float, y: float, long: float, own: Colour) -> None:
    """A creeper that hangs down a face of rock: a strand, and leaves to both sides of it."""
    leaves, tone, u = skia.Path(), sheet.light.on(darker(own, 0.15), 0.18), sheet.u
    for k in range(int(long / (7 * u))):
        t, r = k * 7 * u / long, sheet.between(4, 8) * u
        px = x + 9 * u * float(np.sin(5 * t + x)) + (r if k % 2 else -r) * 0.7
        leaves.addOval(skia.Rect.MakeXYWH(px - r, y + t * long, 2 * r * (1 - 0.5 * t), r * 1.5))
    sheet.canvas.drawPath(leaves, flat(tone, 0.95))
