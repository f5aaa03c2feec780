"""Settings of the open country: hills, forest, mountains, desert, snow, farm, garden."""

import skia

from pipelines.make.drawn import growth, land
from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.outdoors import open_sky, stage_of
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat, glow, outline
from pipelines.make.drawn.sky import sky, sun_point
from pipelines.make.drawn.weather import mist


def hills(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.6
    sun = open_sky(sheet, horizon)
    land.mountains(sheet, horizon + 20 * sheet.u, sheet.h * 0.24, hexa("#7d8fc0"), 0.66, snow=True)
    for i, far in enumerate((0.55, 0.36, 0.18)):
        land.hills(
            sheet,
            horizon + sheet.h * (0.02 + 0.055 * i),
            sheet.h * 0.1,
            mix(growth.GRASS, hexa("#4f9a6a"), 0.5 - 0.2 * i),
            far,
            trees=0.42 if sheet.may("tree") else 0,
        )
        mist(sheet, horizon + sheet.h * (0.06 + 0.055 * i), 40 * sheet.u, 0.2)
    land.meadow(sheet, horizon + sheet.h * 0.13)
    if sheet.may("tree"):
        x = 0.09 if sun[0] > sheet.w / 2 else 0.91
        growth.tree(sheet, sheet.w * x, horizon + sheet.h * 0.2, sheet.h * 0.42)
    return stage_of(
        sheet,
        horizon,
        sun,
        0.8,
        0.92,
        floor=growth.GRASS,
        blades=growth.GRASS,
        front=lambda: growth.grass(sheet, sheet.h * 0.96, sheet.h * 1.04, growth.GRASS, 90, 2.6),
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
    land.hills(sheet, horizon + sheet.h * 0.01, sheet.h * 0.02, hexa("#6f9f58"), 0.55)
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
                growth.pine(sheet, x, base, tall, far)
        mist(sheet, base, sheet.h * 0.07, 0.5 - 0.08 * layer)
    land.meadow(sheet, horizon + sheet.h * 0.03, hexa("#5f8f45"), blooms=False)
    for _ in range(7):
        x = sheet.between(0, 1)
        x = x * 0.3 if x < 0.5 else 0.7 + (x - 0.5) * 0.6
        growth.bush(
            sheet, x * sheet.w, sheet.h * sheet.between(0.74, 0.82), sheet.between(50, 100) * sheet.u, hexa("#4d8a46")
        )
    if sheet.may("tree"):
        for x in (-0.01, 0.11, 0.9, 1.0):
            growth.pine(
                sheet, sheet.w * x, sheet.h * sheet.between(0.86, 0.93), sheet.h * sheet.between(0.85, 1.05), 0.02
            )

    def front() -> None:
        growth.framing(sheet, growth.LEAF)
        if sheet.light.dark > 0.4:
            growth.fireflies(sheet, sheet.h * 0.5, sheet.h * 0.92)

    return stage_of(sheet, horizon, sun, 0.8, 0.9, floor=hexa("#5f8f45"), blades=hexa("#5f8f45"), front=front)


def mountains(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.68
    sun = open_sky(sheet, horizon * 0.92)
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
        growth.rock(
            sheet, sheet.between(0, 1) * sheet.w, sheet.h * sheet.between(0.84, 0.97), sheet.between(20, 62) * sheet.u
        )
    return stage_of(sheet, horizon, sun, 0.82, 0.93, floor=hexa("#6f9c57"), blades=hexa("#6f9c57"))


def desert(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.6
    sun = open_sky(sheet, horizon, 0.4)
    land.mountains(sheet, horizon + 10 * sheet.u, sheet.h * 0.16, hexa("#c98a6a"), 0.6)
    for i, far in enumerate((0.45, 0.25, 0.08, 0.0)):
        land.hills(
            sheet,
            horizon + sheet.h * (0.03 + 0.085 * i),
            sheet.h * (0.06 + 0.02 * i),
            mix(growth.SAND, hexa("#e0a468"), i / 4),
            far,
            waves=1.3,
        )
    return stage_of(sheet, horizon, sun, 0.82, 0.93, floor=growth.SAND)


def snow(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.6
    sun = open_sky(sheet, horizon, 0.7)
    land.mountains(sheet, horizon + 14 * sheet.u, sheet.h * 0.3, hexa("#8fa6cf"), 0.55, snow=True)
    for i, far in enumerate((0.4, 0.2, 0.05)):
        land.hills(
            sheet,
            horizon + sheet.h * (0.03 + 0.08 * i),
            sheet.h * 0.08,
            mix(hexa("#dbe7f7"), growth.SNOW, i / 2),
            far,
            waves=1.6,
        )
        if sheet.may("tree"):
            for _ in range(7 - 2 * i):
                x = sheet.between(0, 1)
                x = x if i == 0 else (x * 0.36 if x < 0.5 else 0.64 + (x - 0.5) * 0.72)
                growth.pine(
                    sheet,
                    x * sheet.w,
                    horizon + sheet.h * (0.03 + 0.08 * i),
                    sheet.h * (0.12 + 0.12 * i) * sheet.between(0.8, 1.3),
                    far,
                    snow=True,
                )
    return stage_of(sheet, horizon, sun, 0.82, 0.92, floor=growth.SNOW)


def farm(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.58
    sun = open_sky(sheet, horizon)
    for i, far in enumerate((0.56, 0.36)):
        land.hills(
            sheet,
            horizon + sheet.h * 0.05 * i,
            sheet.h * 0.1,
            mix(growth.GRASS, hexa("#4f9a6a"), 0.4),
            far,
            trees=0.4 if sheet.may("tree") else 0,
        )
    _rows(sheet, horizon + sheet.h * 0.07, sun)
    if sheet.may("building"):
        _barn(sheet, sheet.w * (0.14 if sun[0] > sheet.w / 2 else 0.86), horizon + sheet.h * 0.15, sheet.h * 0.2)
    growth.fence(sheet, sheet.h * 0.79)
    land.meadow(sheet, sheet.h * 0.79, hexa("#7fb04f"))
    return stage_of(sheet, horizon, sun, 0.84, 0.93, floor=growth.GRASS, blades=hexa("#7fb04f"))


def _rows(sheet: Sheet, top: float, sun: tuple[float, float]) -> None:
    """Ploughed and golden rows that run to one point on the horizon."""
    light, w, bottom = sheet.light, sheet.w, sheet.h * 0.82
    gold, green = hexa("#e3b653"), hexa("#8fb04a")
    vanish = (w * 0.5 + (w * 0.5 - sun[0]) * 0.3, top - sheet.h * 0.08)
    sheet.canvas.drawRect(
        skia.Rect(0, top, w, bottom), down(top, bottom, (0, light.on(gold, 0.35), 1), (1, light.on(gold), 1))
    )
    count = 30
    for i in range(count):
        x0, x1 = w * (i / count * 2.6 - 0.8), w * ((i + 0.5) / count * 2.6 - 0.8)
        strip = [(x0, bottom), (x1, bottom)]
        far = [(vanish[0] + (x - vanish[0]) * 0.24, top) for x, _ in reversed(strip)]
        tone = light.on(green if i % 3 == 0 else darker(gold, 0.16))
        sheet.canvas.drawPath(
            outline([*strip, *far]), down(top, bottom, (0, mix(tone, light.haze, 0.4), 0.9), (1, tone, 0.9))
        )


def _barn(sheet: Sheet, x: float, y: float, size: float) -> None:
    light = sheet.light
    red, roof = hexa("#b5443a"), hexa("#6a5a62")
    w = size * 1.15
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w / 2, y - size * 0.62, w, size * 0.62),
        down(y - size * 0.62, y, (0, light.lit(red, 0.15), 1), (1, light.on(darker(red, 0.2)), 1)),
    )
    gable = outline(
        [
            (x - w * 0.56, y - size * 0.6),
            (x - w * 0.36, y - size * 0.9),
            (x, y - size * 1.06),
            (x + w * 0.36, y - size * 0.9),
            (x + w * 0.56, y - size * 0.6),
        ]
    )
    sheet.canvas.drawPath(gable, down(y - size, y - size * 0.6, (0, light.lit(roof, 0.25), 1), (1, light.on(roof), 1)))
    white = light.on(hexa("#f4ece0"))
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.17, y - size * 0.42, w * 0.34, size * 0.42), flat(white))
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w * 0.145, y - size * 0.395, w * 0.29, size * 0.395), flat(light.on(darker(red, 0.3)))
    )


def garden(sheet: Sheet) -> Stage:
    horizon = sheet.h * 0.58
    sun = open_sky(sheet, horizon)
    land.hills(
        sheet,
        horizon + sheet.h * 0.03,
        sheet.h * 0.09,
        mix(growth.GRASS, hexa("#4f9a6a"), 0.4),
        0.4,
        trees=0.7 if sheet.may("tree") else 0,
    )
    growth.fence(sheet, horizon + sheet.h * 0.15)
    land.meadow(sheet, horizon + sheet.h * 0.13, hexa("#78b552"))
    for i in range(9):
        x = sheet.w * (i + sheet.between(0.2, 0.8)) / 9
        if 0.3 < x / sheet.w < 0.7:
            continue
        growth.bush(
            sheet, x, horizon + sheet.h * sheet.between(0.15, 0.19), sheet.between(60, 110) * sheet.u, hexa("#4f9a4c")
        )
    if sheet.may("tree"):
        growth.tree(
            sheet,
            sheet.w * (0.08 if sun[0] > sheet.w / 2 else 0.92),
            horizon + sheet.h * 0.2,
            sheet.h * 0.5,
            0.0,
            hexa("#7aa845"),
        )
    growth.beds(sheet, horizon + sheet.h * 0.2)
    return stage_of(
        sheet,
        horizon,
        sun,
        0.82,
        0.92,
        floor=growth.GRASS,
        blades=growth.GRASS,
        front=lambda: growth.beds(sheet, sheet.h * 0.985, 1.7),
    )
