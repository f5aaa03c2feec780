"""Settings under the open sky: each draws itself on a sheet and leaves a stage for its things."""

from pipelines.make.drawn import coast, deep, growth, land, sea
from pipelines.make.drawn.light import hexa
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
    horizon = sheet.h * 0.54
    sun = open_sky(sheet, horizon)
    sheet.layer("mountains", 30.0)
    land.mountains(sheet, horizon, sheet.h * 0.3, hexa("#7083b5"), 0.5, snow=True)
    sheet.layer("far bank", 14.0)
    land.hills(
        sheet, horizon + 8 * sheet.u, sheet.h * 0.08, hexa("#4d8a5c"), 0.28, trees=0.8 if sheet.may("tree") else 0
    )
    sea.water(sheet, horizon, sun, hexa("#2f8f9e"), calm=0.8, bottom=sheet.h * 0.95)
    sheet.layer("mist", 12.0)
    mist(sheet, horizon + 6 * sheet.u, 34 * sheet.u, 0.5)
    foot = sheet.h * 0.9
    sheet.layer("near bank", sheet.away(foot, horizon))
    top = land.hills(sheet, foot, sheet.h * 0.07, growth.GRASS, 0.0, waves=1.5)
    growth.grass(sheet, sheet.h * 0.88, sheet.h, growth.GRASS, 160)
    near = float(top.max()) / sheet.h

    def front() -> None:
        growth.grass(sheet, sheet.h * 0.99, sheet.h * 1.03, hexa("#7f9a48"), 6, 5)

    return stage_of(
        sheet,
        horizon,
        sun,
        near - 0.02,
        0.95,
        water=(sheet.h * 0.64, sheet.h * 0.8),
        floor=growth.GRASS,
        blades=growth.GRASS,
        front=front,
    )


def underwater(sheet: Sheet) -> Stage:
    floor = sheet.h * 0.84
    deep.deep(sheet)
    deep.reef(sheet, floor)
    deep.weeds(sheet, floor, near=False)

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
