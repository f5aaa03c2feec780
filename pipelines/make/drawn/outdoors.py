"""Settings under the open sky: each draws itself on a sheet and leaves a stage for its things."""

import skia

from pipelines.make.drawn import land, sea
from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, down, glow
from pipelines.make.drawn.sky import flock, lightning, mist, sky, sun_point


def _open_sky(sheet: Sheet, horizon: float, clouds: float = 1.0) -> tuple[float, float]:
    place = sky(sheet, horizon, clouds)
    if sheet.light.weather == "storm":
        lightning(sheet, horizon)
    if sheet.may("bird") and sheet.light.dark < 0.5 and sheet.light.weather in ("clear", "cloudy"):
        flock(
            sheet,
            sheet.between(0.2, 0.8) * sheet.w,
            horizon * sheet.between(0.3, 0.6),
            5,
            mix(sheet.light.shadow, sheet.light.haze, 0.35),
        )
    return place


def _stage(sheet: Sheet, horizon: float, sun: tuple[float, float], far: float, near: float, **more: object) -> Stage:
    return Stage(
        horizon=horizon, ground=(sheet.h * far, sheet.h * near), sky=(sheet.h * 0.1, horizon * 0.72), lit_by=sun, **more
    )  # type: ignore[arg-type]


def open_sea(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.56
    sun = _open_sky(sheet, horizon)
    sea.water(sheet, horizon, sun)
    mist(sheet, horizon, 34 * sheet.u, 0.35)
    return _stage(sheet, horizon, sun, 0.72, 0.92, water=(sheet.h * 0.68, sheet.h * 0.9), floor=hexa("#2f86b4"))


def shore(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.56
    sun = _open_sky(sheet, horizon)
    side = -1 if sun[0] > sheet.w / 2 else 1
    far = sheet.light.on(land.ROCK, 0.72)
    land.band(
        sheet,
        horizon - 46 * sheet.u * land.ridge(sheet.rng, 90, 0.4, 3) * _taper(sheet, -side),
        horizon + 2,
        down(horizon - 50 * sheet.u, horizon, (0, far, 1), (1, far, 1)),
    )
    sea.water(sheet, horizon, sun)
    mist(sheet, horizon, 30 * sheet.u, 0.35)
    sea.skerries(sheet, horizon, 4)
    sea.headland(sheet, side, sheet.h * 0.86, 0.58, sheet.h * 0.7)
    middle = (sheet.w * 0.26, sheet.h * 0.74) if side < 0 else (sheet.w * 0.74, sheet.h * 0.74)
    return _stage(
        sheet,
        horizon,
        sun,
        0.73,
        0.79,
        water=(sheet.h * 0.7, sheet.h * 0.92),
        floor=hexa("#8a8a70"),
        perch={"rock": middle},
    )


def _taper(sheet: Sheet, side: int) -> "land.NDArray[land.np.float64]":
    import numpy as np

    t = np.linspace(0, 1, 90) if side > 0 else np.linspace(1, 0, 90)
    return np.asarray(np.clip(t * 2.2 - 1.1, 0, 1))


def hills(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.6
    sun = _open_sky(sheet, horizon)
    land.mountains(sheet, horizon + 20 * sheet.u, sheet.h * 0.24, hexa("#7d8fc0"), 0.66, snow=True)
    for i, far in enumerate((0.55, 0.36, 0.18)):
        land.hills(
            sheet,
            horizon + sheet.h * (0.02 + 0.055 * i),
            sheet.h * 0.1,
            mix(land.GRASS, hexa("#4f9a6a"), 0.5 - 0.2 * i),
            far,
            trees=0.42 if sheet.may("tree") else 0,
        )
        mist(sheet, horizon + sheet.h * (0.06 + 0.055 * i), 40 * sheet.u, 0.2)
    land.meadow(sheet, horizon + sheet.h * 0.13)
    if sheet.may("tree"):
        x = 0.09 if sun[0] > sheet.w / 2 else 0.91
        land.tree(sheet, sheet.w * x, horizon + sheet.h * 0.2, sheet.h * 0.42)
    return _stage(
        sheet,
        horizon,
        sun,
        0.8,
        0.92,
        floor=land.GRASS,
        front=lambda: land.grass(sheet, sheet.h * 0.96, sheet.h * 1.04, land.GRASS, 90, 2.6),
    )


def forest(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.66
    sun = sun_point(sheet, horizon)
    sky(sheet, horizon, 0.3)
    glow(
        sheet,
        sheet.w * 0.5,
        horizon * 0.7,
        sheet.w * 0.4,
        lighter(sheet.light.sky[-1], 0.3),
        0.5 * (1 - 0.6 * sheet.light.dark),
    )
    for layer in range(4):
        far = 0.78 - 0.2 * layer
        base = horizon + sheet.h * (-0.01 + 0.03 * layer)
        count = 16 - 2 * layer
        for i in range(count):
            x = sheet.w * ((i + sheet.between(0.1, 0.9)) / count)
            if layer >= 2 and 0.24 < x / sheet.w < 0.76:
                continue
            tall = sheet.h * (0.34 + 0.12 * layer) * sheet.between(0.75, 1.2)
            if sheet.may("tree"):
                land.pine(sheet, x, base, tall, far)
        mist(sheet, base, sheet.h * 0.07, 0.5 - 0.08 * layer)
    land.meadow(sheet, horizon + sheet.h * 0.03, hexa("#5f8f45"), flowers=False)
    for _ in range(7):
        x = sheet.between(0, 1)
        x = x * 0.3 if x < 0.5 else 0.7 + (x - 0.5) * 0.6
        land.bush(
            sheet, x * sheet.w, sheet.h * sheet.between(0.74, 0.82), sheet.between(50, 100) * sheet.u, hexa("#4d8a46")
        )
    if sheet.may("tree"):
        for x in (-0.01, 0.11, 0.9, 1.0):
            land.pine(
                sheet, sheet.w * x, sheet.h * sheet.between(0.86, 0.93), sheet.h * sheet.between(0.85, 1.05), 0.02
            )

    def front() -> None:
        land.framing(sheet, land.LEAF)
        if sheet.light.dark > 0.4:
            land.fireflies(sheet, sheet.h * 0.5, sheet.h * 0.92)

    return _stage(sheet, horizon, sun, 0.8, 0.9, floor=hexa("#5f8f45"), front=front)


def mountains(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.68
    sun = _open_sky(sheet, horizon * 0.92)
    for i, far in enumerate((0.7, 0.46, 0.22)):
        land.mountains(
            sheet,
            horizon + sheet.h * 0.03 * i,
            sheet.h * (0.5 - 0.09 * i),
            mix(hexa("#6c7fb5"), hexa("#5b6c8c"), i / 2),
            far,
            snow=i < 2,
        )
        mist(sheet, horizon + sheet.h * 0.03 * i, sheet.h * 0.06, 0.35)
    land.hills(
        sheet, horizon + sheet.h * 0.1, sheet.h * 0.09, hexa("#5a8a5c"), 0.16, trees=0.5 if sheet.may("tree") else 0
    )
    land.meadow(sheet, horizon + sheet.h * 0.12, hexa("#6f9c57"))
    for _ in range(6):
        land.rock(
            sheet, sheet.between(0, 1) * sheet.w, sheet.h * sheet.between(0.84, 0.97), sheet.between(20, 62) * sheet.u
        )
    return _stage(sheet, horizon, sun, 0.82, 0.93, floor=hexa("#6f9c57"))


def lake(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.54
    sun = _open_sky(sheet, horizon)
    land.mountains(sheet, horizon, sheet.h * 0.3, hexa("#7083b5"), 0.5, snow=True)
    land.hills(
        sheet, horizon + 8 * sheet.u, sheet.h * 0.08, hexa("#4d8a5c"), 0.28, trees=0.8 if sheet.may("tree") else 0
    )
    sea.water(sheet, horizon, sun, hexa("#2f8f9e"), calm=0.8, bottom=sheet.h * 0.86)
    mist(sheet, horizon + 6 * sheet.u, 34 * sheet.u, 0.5)
    top = land.hills(sheet, sheet.h * 0.9, sheet.h * 0.07, land.GRASS, 0.0, waves=1.5)
    land.grass(sheet, sheet.h * 0.88, sheet.h, land.GRASS, 160)
    near = float(top.max()) / sheet.h

    def front() -> None:
        for side in (0.0, 0.93):
            land.grass(sheet, sheet.h * 0.99, sheet.h * 1.03, hexa("#7f9a48"), 3, 5)
            del side

    return _stage(
        sheet, horizon, sun, near - 0.02, 0.95, water=(sheet.h * 0.64, sheet.h * 0.8), floor=land.GRASS, front=front
    )


def desert(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.6
    sun = _open_sky(sheet, horizon, 0.4)
    land.mountains(sheet, horizon + 10 * sheet.u, sheet.h * 0.16, hexa("#c98a6a"), 0.6)
    for i, far in enumerate((0.45, 0.25, 0.08, 0.0)):
        land.hills(
            sheet,
            horizon + sheet.h * (0.03 + 0.085 * i),
            sheet.h * (0.06 + 0.02 * i),
            mix(land.SAND, hexa("#e0a468"), i / 4),
            far,
            waves=1.3,
        )
    return _stage(sheet, horizon, sun, 0.82, 0.93, floor=land.SAND)


def snow(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.6
    sun = _open_sky(sheet, horizon, 0.7)
    land.mountains(sheet, horizon + 14 * sheet.u, sheet.h * 0.3, hexa("#8fa6cf"), 0.55, snow=True)
    for i, far in enumerate((0.4, 0.2, 0.05)):
        land.hills(
            sheet,
            horizon + sheet.h * (0.03 + 0.08 * i),
            sheet.h * 0.08,
            mix(hexa("#dbe7f7"), land.SNOW, i / 2),
            far,
            waves=1.6,
        )
        if sheet.may("tree"):
            for _ in range(7 - 2 * i):
                x = sheet.between(0, 1)
                x = x if i == 0 else (x * 0.36 if x < 0.5 else 0.64 + (x - 0.5) * 0.72)
                land.pine(
                    sheet,
                    x * sheet.w,
                    horizon + sheet.h * (0.03 + 0.08 * i),
                    sheet.h * (0.12 + 0.12 * i) * sheet.between(0.8, 1.3),
                    far,
                    snow=True,
                )
    return _stage(sheet, horizon, sun, 0.82, 0.92, floor=land.SNOW)


def farm(sheet: Sheet) -> Stage:
    stage = hills(sheet)
    return stage


def garden(sheet: Sheet) -> Stage:
    return hills(sheet)


def clouds(sheet: Sheet) -> Stage:
    from pipelines.make.drawn.sky import cloud

    horizon = sheet.h * 0.92
    sun = sky(sheet, horizon, 0.8)
    for i in range(16):
        t = i / 15
        cloud(
            sheet,
            sheet.between(-0.05, 1.05) * sheet.w,
            sheet.h * (0.78 + 0.26 * t),
            sheet.between(150, 260) * sheet.u,
            0.5 * (1 - t),
            sun,
        )
    return Stage(
        horizon,
        (sheet.h * 0.8, sheet.h * 0.85),
        (sheet.h * 0.3, sheet.h * 0.62),
        floating=True,
        lit_by=sun,
        floor=lighter(darker(sheet.light.sky[-1], 0.1), 0.3),
    )


def underwater(sheet: Sheet) -> Stage:
    floor = sheet.h * 0.84
    sea.deep(sheet)
    sea.reef(sheet, floor)
    sea.weeds(sheet, floor, near=False)

    def front() -> None:
        sea.weeds(sheet, floor, near=True)
        sea.bubbles(sheet)

    return Stage(
        0,
        (floor, sheet.h * 0.93),
        (sheet.h * 0.2, sheet.h * 0.6),
        water=(0, sheet.h),
        floating=True,
        front=front,
        floor=hexa("#1c86b8"),
        lit_by=(sheet.light.sun_at[0] * sheet.w, 0),
    )


def space(sheet: Sheet) -> Stage:
    sheet.canvas.drawRect(
        skia.Rect(0, 0, sheet.w, sheet.h),
        down(0, sheet.h, (0, hexa("#05071c"), 1), (0.6, hexa("#151046"), 1), (1, hexa("#2b1a5e"), 1)),
    )
    for _ in range(24):
        glow(
            sheet,
            sheet.between(0, 1) * sheet.w,
            sheet.between(0, 1) * sheet.h,
            sheet.between(150, 420) * sheet.u,
            mix(hexa("#3b5bd6"), hexa("#d0559a"), sheet.between(0, 1)),
            0.13,
        )
    return Stage(
        sheet.h,
        (sheet.h, sheet.h),
        (sheet.h * 0.2, sheet.h * 0.7),
        floating=True,
        lit_by=(sheet.w * 0.2, 0),
        floor=hexa("#2b1a5e"),
    )
