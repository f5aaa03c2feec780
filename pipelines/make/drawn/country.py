"""Settings of the open country: hills, forest, mountains, desert, snow."""

from pipelines.make.drawn import air, exotic, growth, land, meadows, rocks, scenery, wonders
from pipelines.make.drawn.light import hexa, lighter, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season, season_of
from pipelines.make.drawn.sheet import Sheet, Stage, flat, glow
from pipelines.make.drawn.sky import open_sky, sky, sun_point
from pipelines.make.drawn.weather import mist


def hills(sheet: Sheet) -> Stage:
    """Meadows before rolling hills, mountains behind them in the haze; one or two trees."""
    h, horizon = sheet.h, sheet.h * 0.6
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    if sheet.between(0, 1) < 0.75:
        scenery.ranges(sheet, horizon + 20 * sheet.u, h * sheet.between(0.14, 0.28), 1, [hexa("#7d8fc0")], [0.62])
    scenery.rolling(sheet, horizon, season, (0.55, 0.36, 0.16))
    meadows.lawn(sheet, horizon + h * 0.13, horizon, season)
    side = 0.09 if sun[0] > sheet.w / 2 else 0.91
    kind = ("broad", "broad", "birch", "slim")[int(sheet.rng.integers(0, 4))]
    if sheet.between(0, 1) < 0.5:
        scenery.standing(sheet, kind, sheet.w * (1 - side + sheet.between(-0.04, 0.04)), horizon + h * 0.16, h * 0.2,
                         horizon, season)  # fmt: skip
    scenery.standing(sheet, kind, sheet.w * side, horizon + h * 0.2, h * sheet.between(0.38, 0.46), horizon, season)
    meadows.verge(sheet, h * 0.815, season, h * 0.026, sheet.away(h * 0.815, horizon), flowers=0)

    def front() -> None:
        scenery.night_life(sheet, h * 0.6)
        meadows.verge(sheet, h * 0.985, season, h * 0.05, 1.0)
        meadows.verge(sheet, h * 1.045, season, h * 0.085, 0.86, 0.7)

    blades = None if season.snow else season.grass
    return stage_of(sheet, horizon, sun, 0.8, 0.92, floor=season.grass, blades=blades, front=front)


def forest(sheet: Sheet) -> Stage:
    """Inside a wood: rows of trees that fade into light, large ones at the sides, leaves above."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.66
    season = season_of(sheet)
    grove = scenery.GROVES[int(sheet.rng.integers(0, 4))]
    sun = sun_point(sheet, horizon)
    sky(sheet, horizon, 0.3)
    sheet.layer("light between the trees", 30.0, light=True)
    glow(
        sheet, w * 0.5, horizon * 0.75, w * 0.3, lighter(sheet.light.sky[-1], 0.2), 0.55 * (1 - 0.6 * sheet.light.dark)
    )
    floor = season.grass if season.snow else mix(hexa("#6a8a42"), season.grass, 0.45)
    if sheet.may("tree"):
        sheet.layer("wood far off", 16.0)
        wall = mix(season.pine if grove == "pine" or season.bare else season.leaves[0], season.hill, 0.3)
        for i in range(2):
            top = horizon - h * (0.13 - 0.06 * i) * (0.7 + 0.6 * land.ridge(sheet.rng, 90, 0.5, 7))
            land.band(sheet, top, horizon + 0.04 * h, flat(sheet.light.on(wall, 0.82 - 0.08 * i)))
            land.far_trees(sheet, top, wall, 0.82 - 0.08 * i, 1.0, season.pine, 2.6)
    sheet.layer("far floor", 12.0)
    land.hills(sheet, horizon + h * 0.012, h * 0.02, mix(floor, season.leaves[0], 0.3), 0.5)
    gaps = (None, None, (0.24, 0.76), (0.16, 0.84))
    wood = scenery.Wood("trees", grove, (-0.01, 0.028), (0.34, 0.13), (0.78, -0.2), (17, -2), gaps, (11.0, 0.7))
    for i, foot, _ in wood.rows(sheet, horizon, season):
        mist(sheet, foot, h * 0.07, 0.42 - 0.08 * i)
    meadows.lawn(sheet, horizon + h * 0.03, horizon - 0.04 * h, season, 0.35, own=floor)
    _undergrowth(sheet, season, floor)
    for x in (0.9, 0.06) if sun[0] < w / 2 else (0.1, 0.94):
        scenery.standing(
            sheet,
            scenery.kind_of(sheet, grove),
            w * x,
            h * sheet.between(0.8, 0.85),
            h * sheet.between(0.74, 0.92),
            horizon,
            season,
        )
    for x in (-0.03, 1.03):
        scenery.standing(
            sheet, scenery.kind_of(sheet, grove), w * x, h * 0.92, h * sheet.between(1.0, 1.2), horizon, season
        )
    if sheet.light.dark < 0.5 and sheet.light.weather in ("clear", "fog", "cloudy"):
        wonders.beams(sheet, (sun[0], -0.1 * h), horizon, 0.3 * (0.4 + 0.6 * sheet.light.glow), 5.0)
        air.motes(sheet, 0.3 * h, 0.92 * h)

    def front() -> None:
        scenery.night_life(sheet, h * 0.5)
        if not season.bare:
            sheet.layer("leaves below", 0.8)
            growth.framing(sheet, season.leaves[0])
        scenery.hanging(sheet, season.leaves[1], season)

    return stage_of(sheet, horizon, sun, 0.8, 0.9, floor=floor, blades=None if season.snow else floor, front=front)


def _undergrowth(sheet: Sheet, season: Season, floor: tuple[float, float, float]) -> None:
    """Bushes at both sides of a clearing."""
    if season.bare:
        return
    sheet.layer("bushes", 2.2)
    for _ in range(8):
        x = sheet.between(0, 1)
        x = x * 0.3 - 0.05 if x < 0.5 else 0.72 + (x - 0.5) * 0.66
        own = mix(floor, season.leaves[int(sheet.rng.integers(0, 4))], 0.6)
        growth.bush(sheet, x * sheet.w, sheet.h * sheet.between(0.73, 0.8), sheet.between(50, 100) * sheet.u, own)


def mountains(sheet: Sheet) -> Stage:
    """A high range, valleys full of haze, woods at its foot, an alp with rocks."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.66
    season = season_of(sheet)
    sun = open_sky(sheet, horizon * 0.92)
    warm = sheet.between(0, 1) < 0.35
    own = [hexa(c) for c in (("#8a7f9c", "#84747f", "#75675f") if warm else ("#6c7fb5", "#5f7098", "#56687f"))]
    high = sheet.between(0.46, 0.54) * (0.62 if "aurora" in sheet.wonders else 1.0)  # the sky has the stage
    scenery.ranges(sheet, horizon, h * high, 3, own, (0.6, 0.38, 0.16), 0.75 if season.snow else 0.42)
    sheet.layer("wooded slope", 7.0)
    woods = 0.75 if sheet.may("tree") else 0.0
    land.hills(
        sheet,
        horizon + h * 0.1,
        h * 0.1,
        mix(season.hill, hexa("#4f7d5c"), 0.0 if season.snow else 0.6),
        0.14,
        trees=woods,
        pine=season.pine,
    )
    mist(sheet, horizon + h * 0.13, h * 0.03, 0.25)
    alp = season.grass if season.snow else mix(season.grass, hexa("#6f9c57"), 0.5)
    meadows.lawn(sheet, horizon + h * 0.12, horizon - 0.02 * h, season, 0.5, own=alp)
    sheet.layer("rocks", 1.9)
    meadows.pebbles(sheet, h * 0.82, h * 0.9, 9, scenery.STONE, 1.2)
    for x, size in ((0.06, 0.3), (0.13, 0.2)) if sun[0] > w / 2 else ((0.94, 0.3), (0.87, 0.2)):
        scenery.standing(sheet, "pine", w * x, h * (0.8 + 0.25 * (size - 0.2)), h * size, horizon, season)

    def front() -> None:
        sheet.layer("near rocks", 1.0)
        meadows.pebbles(sheet, h * 1.0, h * 1.04, 3, scenery.STONE, 2.0)
        meadows.verge(sheet, h * 1.03, season, h * 0.06, 0.9, 0.6, 0.7)

    return stage_of(sheet, horizon, sun, 0.82, 0.93, floor=alp, blades=None if season.snow else alp, front=front)


def desert(sheet: Sheet) -> Stage:
    """Dunes, or stony flats with table mountains and cactus; heat over the ground by day."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.6
    sun = open_sky(sheet, horizon, 0.35)
    season = season_of(sheet)
    sand = (growth.SAND, hexa("#e6b070"), hexa("#d99a68"))[int(sheet.rng.integers(0, 3))]
    if sheet.light.dark > 0.6:
        sand = mix(sand, hexa("#c4cce8"), 0.45)  # sand is pale under moon and stars
    stony = sheet.between(0, 1) < 0.4
    sheet.layer("far rock", 40.0)
    if stony:
        mesas(sheet, horizon + 6 * sheet.u, h * 0.2, hexa("#b8694a"), 0.5)
        sheet.layer("near rock", 22.0)
        mesas(sheet, horizon + 16 * sheet.u, h * 0.15, hexa("#b0603f"), 0.28)
        land.ground(sheet, horizon + 0.01 * h, mix(sand, hexa("#c98a5a"), 0.4), horizon)
        land.speckles(sheet, horizon + 0.04 * h, sand, 1500)
    else:
        land.mountains(sheet, horizon + 10 * sheet.u, h * 0.14, hexa("#c98a6a"), 0.6)
        for i, far in enumerate((0.42, 0.22, 0.06)):
            sheet.layer(f"dunes {i + 1}", 15.0 / (1 + 1.4 * i))
            land.dune(
                sheet, horizon + h * (0.05 + 0.075 * i), h * (0.07 + 0.03 * i), mix(sand, hexa("#e0a468"), i / 4), far
            )
        land.ground(sheet, horizon + h * 0.2, sand, horizon)
        land.ripples(sheet, horizon + h * 0.22, sheet.light.shaded(sand, 0.3), sheet.light.lit(sand, 0.4))
    if (sheet.light.dark < 0.3 and sheet.light.weather in ("clear", "wind")) or "heat" in sheet.wonders:
        air.shimmer(sheet, horizon + 0.012 * h, 0.014 * h, mix(sheet.light.sky[-2], (1, 1, 1), 0.4), 0.4)
    side = 0.07 if sun[0] > w / 2 else 0.93
    if stony and sheet.may("cactus"):
        sheet.layer("cactus far", 4.0)
        for _ in range(5):
            exotic.cactus(
                sheet,
                w * sheet.between(0.02, 0.98),
                horizon + h * sheet.between(0.05, 0.09),
                h * sheet.between(0.06, 0.1),
                0.22,
                hexa("#5c8a5a"),
            )
        scenery.standing(sheet, "cactus", w * side, horizon + h * 0.25, h * 0.38, horizon, season)
    elif sheet.between(0, 1) < 0.5:
        scenery.standing(sheet, "palm", w * side, horizon + h * 0.22, h * 0.4, horizon, season)
    sheet.layer("stones", 1.7)
    meadows.pebbles(sheet, h * 0.8, h * 0.92, 10, hexa("#b08a66"), 0.8)

    def front() -> None:
        sheet.layer("near stones", 0.95)
        meadows.pebbles(sheet, h * 1.0, h * 1.03, 4, hexa("#a87f5c"), 1.4)

    return stage_of(sheet, horizon, sun, 0.82, 0.93, floor=sand, front=front)


def mesas(sheet: Sheet, base: float, height: float, own: tuple[float, float, float], far: float) -> None:
    """Table mountains in layers of red and pale rock, with straight lit and shaded faces."""
    for i in range(4):
        x = sheet.w * ((i + sheet.between(0.1, 0.9)) / 4 * 1.2 - 0.1)
        rocks.table(sheet, x, base, sheet.w * sheet.between(0.07, 0.2), height * sheet.between(0.45, 1.1), own, far)


def snow(sheet: Sheet) -> Stage:
    """A white plain with pines before icy mountains, or the treeless ice of the poles."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.6
    season = season_of(sheet.wintry())
    sun = open_sky(sheet, horizon, 0.7)
    scenery.ranges(
        sheet,
        horizon + 14 * sheet.u,
        h * sheet.between(0.24, 0.36),
        2,
        [hexa("#7f98c9"), hexa("#6f86b8")],
        (0.55, 0.36),
        0.9,
    )
    polar = sheet.between(0, 1) < 0.25 or not sheet.may("tree")
    for i, far in enumerate((0.4, 0.2)):
        sheet.layer(f"snowy hills {i + 1}", 14.0 / (1 + 1.2 * i))
        foot = horizon + h * (0.03 + 0.075 * i)
        land.hills(sheet, foot, h * 0.08, mix(hexa("#dbe7f7"), growth.SNOW, i / 2), far, waves=1.6,
                   trees=0.0 if polar else 0.3, pine=hexa("#4d7078"))  # fmt: skip
        if not polar:
            scenery.row(
                sheet,
                f"pines {i + 1}",
                "pine",
                foot,
                h * (0.11 + 0.1 * i),
                far,
                11.0 / (1 + 1.2 * i),
                season,
                11,
                (0.2, 0.8) if i else None,
            )
        mist(sheet, foot + 0.03 * h, 0.04 * h, 0.2)
    meadows.lawn(sheet, horizon + h * 0.13, horizon, season, own=growth.SNOW)
    if not polar:
        for x, size in ((0.05, 0.46), (0.15, 0.3)) if sun[0] > w / 2 else ((0.95, 0.46), (0.85, 0.3)):
            scenery.standing(sheet, "pine", w * x, h * (0.77 + 0.15 * (size - 0.3)), h * size, horizon, season)

    def front() -> None:
        sheet.layer("near drift", 0.9)
        land.hills(sheet, h * 1.05, h * 0.05, growth.SNOW, 0.0, waves=1.2)

    return stage_of(sheet, horizon, sun, 0.82, 0.92, floor=growth.SNOW, front=front)
