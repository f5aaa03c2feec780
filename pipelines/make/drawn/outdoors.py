"""Settings under the open sky: each draws itself on a sheet and leaves a stage for its things."""

from pipelines.make.drawn import coast, deep, growth, land, meadows, reefs, scenery, sea
from pipelines.make.drawn.light import hexa, mix
from pipelines.make.drawn.season import season_of
from pipelines.make.drawn.sheet import Sheet, Stage, down
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.weather import mist


def stage_of(sheet: Sheet, horizon: float, sun: tuple[float, float], far: float, near: float, **more: object) -> Stage:
    return Stage(
        horizon=horizon, ground=(sheet.h * far, sheet.h * near), sky=(sheet.h * 0.1, horizon * 0.72), lit_by=sun, **more
    )  # type: ignore[arg-type]


def open_sea(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.56
    sun = open_sky(sheet, horizon)
    sea.water(sheet, horizon, sun)
    sheet.layer("mist", 20.0)
    mist(sheet, horizon, 34 * sheet.u, 0.35)
    return stage_of(
        sheet, horizon, sun, 0.72, 0.92, water=(sheet.h * 0.68, sheet.h * 0.9), floor=hexa("#2f86b4"), afloat=True
    )


def shore(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.56
    sun = open_sky(sheet, horizon)
    side = -1 if sun[0] > sheet.w / 2 else 1
    far = sheet.light.on(growth.ROCK, 0.72)
    sheet.layer("far coast", 30.0)
    land.band(
        sheet,
        horizon - 46 * sheet.u * land.ridge(sheet.rng, 90, 0.4, 3) * _taper(sheet, -side),
        horizon + 2,
        down(horizon - 50 * sheet.u, horizon, (0, far, 1), (1, far, 1)),
    )
    sea.water(sheet, horizon, sun)
    sheet.layer("mist", 20.0)
    mist(sheet, horizon, 30 * sheet.u, 0.35)
    coast.skerries(sheet, horizon, 3)
    coast.headland(sheet, side, sheet.h * 0.86, 0.58, sheet.h * 0.7, horizon)
    spans = (
        {"ground": (0.03, 0.47), "water": (0.47, 0.97)} if side < 0 else {"ground": (0.53, 0.97), "water": (0.03, 0.53)}
    )
    return stage_of(
        sheet, horizon, sun, 0.73, 0.79, water=(sheet.h * 0.7, sheet.h * 0.88), floor=hexa("#8a8a70"), spans=spans
    )


def beach(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.5
    sun = open_sky(sheet, horizon)
    sea.water(sheet, horizon, sun, hexa("#1f95b4"), bottom=sheet.h * 0.88)
    sheet.layer("mist", 20.0)
    mist(sheet, horizon, 30 * sheet.u, 0.35)
    coast.skerries(sheet, horizon, 2)
    coast.beach(sheet, sheet.h * 0.77, growth.SAND, horizon)
    coast.boulders(sheet, 1 if sun[0] > sheet.w / 2 else -1, horizon)
    return stage_of(sheet, horizon, sun, 0.88, 0.95, water=(sheet.h * 0.6, sheet.h * 0.72), floor=growth.SAND)


def _taper(sheet: Sheet, side: int) -> "land.NDArray[land.np.float64]":
    import numpy as np

    t = np.linspace(0, 1, 90) if side > 0 else np.linspace(1, 0, 90)
    return np.asarray(np.clip(t * 2.2 - 1.1, 0, 1))


def lake(sheet: Sheet) -> Stage:
    """A lake before mountains, woods on its far bank, a tree and reeds on the near one."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.54
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    scenery.ranges(sheet, horizon, h * 0.3, 2, [hexa("#7d8fc0"), hexa("#6a7fae")], (0.58, 0.42), 0.5)
    for i, far in enumerate((0.36, 0.24)):
        sheet.layer(f"far bank {i + 1}", 16.0 - 3 * i)
        land.hills(sheet, horizon + (6 + 6 * i) * sheet.u, h * (0.1 - 0.04 * i), mix(season.hill, season.grass, i), far,
                   trees=(0.7 + 0.2 * i) if sheet.may("tree") else 0, pine=season.pine)  # fmt: skip
    sea.water(sheet, horizon, sun, hexa("#2f8f9e"), calm=0.8, bottom=h * 0.95)
    sheet.layer("mist", 12.0)
    mist(sheet, horizon + 6 * sheet.u, 34 * sheet.u, 0.5)
    foot = h * 0.9
    sheet.layer("near bank", sheet.away(foot, horizon))
    top = land.hills(sheet, foot, h * 0.07, season.grass, 0.0, waves=1.5)
    meadows.tufts(sheet, h * 0.89, season.grass, 150 if not season.snow else 30)
    if sheet.may("flower") and season.flowers:
        meadows.spots(sheet, h * 0.9, season.blooms, int(70 * season.flowers))
    side = 0.07 if sun[0] > w / 2 else 0.93
    kind = ("broad", "birch", "willow", "pine")[int(sheet.rng.integers(0, 4))]
    scenery.standing(sheet, kind, w * side, h * 0.88, h * sheet.between(0.46, 0.6), horizon, season)
    meadows.verge(sheet, h * 0.86, season, h * 0.05, sheet.away(h * 0.86, horizon), 0.5, 0)

    def front() -> None:
        scenery.night_life(sheet, h * 0.6)
        meadows.verge(sheet, h * 1.03, season, h * 0.075, 0.9, 0.9)

    return stage_of(sheet, horizon, sun, float(top.max()) / h - 0.02, 0.95, water=(h * 0.64, h * 0.8),
                    floor=season.grass, blades=None if season.snow else season.grass, front=front)  # fmt: skip


def underwater(sheet: Sheet) -> Stage:
    floor = sheet.h * 0.84
    deep.deep(sheet)
    deep.reef(sheet, floor)
    deep.weeds(sheet, floor, near=False)
    reefs.gardens(sheet)

    def front() -> None:
        deep.weeds(sheet, floor, near=True)
        deep.bubbles(sheet)

    return Stage(
        sheet.h * 0.5,
        (floor, sheet.h * 0.93),
        (sheet.h * 0.2, sheet.h * 0.6),
        water=(0, sheet.h),
        floating=True,
        front=front,
        floor=hexa("#1c86b8"),
        lit_by=(sheet.light.sun_at[0] * sheet.w, 0),
    )
