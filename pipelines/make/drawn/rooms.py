"""Settings indoors: a wall, a floor, a window with the hour's sky in it, and furniture that says which room it is."""

from collections.abc import Callable
from dataclasses import replace

import skia

from pipelines.make.drawn import fittings, furniture
from pipelines.make.drawn.light import Colour, Light, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, adding, along, around, down, flat, glow, outline

FLOOR = 0.74  # where wall and floor meet, as a share of the height


def indoor_light(light: Light) -> Light:
    """The light inside at that hour: lamps make the night warm, walls soften the day."""
    warm = mix((1.0, 0.97, 0.93), (0.86, 0.7, 0.56), light.dark)
    ambient = mix(warm, light.ambient, 0.25 * (1 - light.dark))
    shadow = mix(hexa("#3a2a3f"), hexa("#1c1226"), light.dark)
    return replace(
        light,
        ambient=ambient,
        shadow=shadow,
        haze=mix(hexa("#e9dccb"), hexa("#5a4038"), light.dark),
        dark=light.dark * 0.5,
        sun=mix(light.sun, hexa("#ffd9a0"), light.dark),
        glow=max(light.glow, 0.5),
        indoors=True,
    )


def _walls(sheet: Sheet, wall: Colour, floor: Colour, boards: bool = True) -> float:
    """Wall, skirting and floor. Returns where they meet."""
    light, w, h = sheet.light, sheet.w, sheet.h
    line = h * FLOOR
    sheet.canvas.drawRect(
        skia.Rect(0, 0, w, line),
        down(
            0,
            line,
            (0, light.on(darker(wall, 0.2)), 1),
            (0.6, light.on(wall), 1),
            (1, light.on(lighter(wall, 0.06)), 1),
        ),
    )
    near = light.on(darker(floor, 0.24))
    sheet.canvas.drawRect(skia.Rect(0, line, w, h), down(line, h, (0, light.on(lighter(floor, 0.1)), 1), (1, near, 1)))
    seam = flat(light.on(darker(floor, 0.45)), 0.4)
    seam.setStyle(skia.Paint.kStroke_Style)
    seam.setStrokeWidth(2 * sheet.u)
    if boards:
        for i in range(-14, 15):
            sheet.canvas.drawLine(w / 2 + i * w * 0.045, line, w / 2 + i * w * 0.13, h, seam)
    else:
        for i in range(1, 7):
            y = line + (h - line) * (i / 7) ** 1.5
            sheet.canvas.drawLine(0, y, w, y, seam)
        for i in range(-12, 13):
            sheet.canvas.drawLine(w / 2 + i * w * 0.06, line, w / 2 + i * w * 0.17, h, seam)
    skirting = light.on(lighter(wall, 0.35))
    sheet.canvas.drawRect(
        skia.Rect(0, line - 20 * sheet.u, w, line),
        down(line - 20 * sheet.u, line, (0, skirting, 1), (1, darker(skirting, 0.2), 1)),
    )
    sheet.canvas.drawRect(
        skia.Rect(0, line, w, line + 50 * sheet.u),
        down(line, line + 50 * sheet.u, (0, light.shadow, 0.35), (1, light.shadow, 0)),
    )
    return line


def _room(
    sheet: Sheet,
    wall: str,
    floor: str,
    furnish: Callable[[float, int], None],
    window: bool = True,
    boards: bool = True,
    lamp: bool = True,
) -> Stage:
    """A room: `furnish(line, side)` sets what stands in it; `side` is where the window is (-1 left, 1 right)."""
    side = -1 if sheet.rng.random() < 0.5 else 1
    line = _walls(sheet, hexa(wall), hexa(floor), boards)
    w, h, light = sheet.w, sheet.h, sheet.light
    at = (w * (0.2 if side < 0 else 0.8), h * 0.34)
    if window:
        fittings.window(sheet, at[0], at[1], min(w * 0.24, h * 0.42), h * 0.42)
    furnish(line, side)
    if window and light.hour not in ("night", "dusk"):
        _shaft(sheet, at, side, line)
    if lamp and light.hour in ("night", "dusk", "sunset"):
        glow(sheet, w * 0.5, h * 0.12, max(w, h) * 0.5, hexa("#ffcf87"), 0.34)
    source = at if light.hour not in ("night",) else (w * 0.5, 0.0)
    return Stage(
        line, (h * 0.86, h * 0.94), (h * 0.15, h * 0.5), lit_by=source, floor=hexa(floor), front=lambda: _corners(sheet)
    )


def _shaft(sheet: Sheet, at: tuple[float, float], side: int, line: float) -> None:
    """Daylight that falls through the window to the floor."""
    w, h = sheet.w, sheet.h
    reach = -side * w * 0.36
    half_x, half_y = min(w * 0.11, h * 0.19), h * 0.19
    beam = outline(
        [
            (at[0] - half_x, at[1] - half_y),
            (at[0] + half_x, at[1] - half_y),
            (at[0] + half_x + reach * 1.25, h),
            (at[0] - half_x + reach, h),
        ]
    )
    paint = adding(
        along(
            at, (at[0] + reach, h), (0, sheet.light.sun, 0.4), (0.7, sheet.light.sun, 0.17), (1, sheet.light.sun, 0.05)
        )
    )
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14 * sheet.u))
    sheet.canvas.drawPath(beam, paint)
    patch = outline(
        [
            (at[0] + reach * 0.62 - half_x, line + 0.3 * (h - line)),
            (at[0] + reach * 0.62 + half_x, line + 0.3 * (h - line)),
            (at[0] + reach + half_x * 1.3, h * 0.95),
            (at[0] + reach - half_x * 1.3, h * 0.95),
        ]
    )
    sheet.canvas.drawPath(patch, adding(flat(sheet.light.sun, 0.24, 9 * sheet.u)))


def _corners(sheet: Sheet) -> None:
    w, h = sheet.w, sheet.h
    sheet.canvas.drawRect(
        skia.Rect(0, 0, w, h),
        around(
            (w / 2, h * 0.5),
            (w * w + h * h) ** 0.5 / 2,
            (0, sheet.light.shadow, 0),
            (0.65, sheet.light.shadow, 0),
            (1, sheet.light.shadow, 0.3),
        ),
    )


def home(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        furniture.frame(sheet, w * 0.5 - side * w * 0.02, h * 0.27, h * 0.17)
        furniture.frame(sheet, w * 0.5 - side * w * 0.14, h * 0.3, h * 0.12)
        furniture.shelf(sheet, w * (0.5 - side * 0.36), h * 0.2, w * 0.17, 3)
        furniture.sofa(sheet, w * (0.5 - side * 0.26), line + h * 0.05, w * 0.36, hexa("#4f8a8b"))
        furniture.pot(sheet, w * (0.5 + side * 0.44), line + h * 0.06, h * 0.3)
        fittings.lamp(sheet, w * (0.5 - side * 0.44), line + h * 0.04, h * 0.46)
        furniture.rug(sheet, w * 0.5, h * 0.89, w * 0.34, hexa("#c9604f"))

    return _room(sheet, "#e9c9a4", "#b07a4e", furnish)


def kitchen(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        fittings.tiles(sheet, h * 0.4, line, hexa("#e6efe9"))
        furniture.shelf(sheet, w * (0.5 - side * 0.22), h * 0.26, w * 0.34, 1, goods="jars")
        furniture.counter(sheet, w * (0.5 - side * 0.16), line + h * 0.02, w * 0.68, h * 0.26, hexa("#5f9a8a"))
        fittings.pendant(sheet, w * 0.5, h * 0.22)

    return _room(sheet, "#f2d9a8", "#c98f5f", furnish, boards=False)


def classroom(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        fittings.board(sheet, w * (0.5 - side * 0.12), h * 0.33, w * 0.46, h * 0.38)
        furniture.shelf(sheet, w * (0.5 - side * 0.43), h * 0.34, w * 0.11, 3)
        furniture.pot(sheet, w * (0.5 + side * 0.46), line + h * 0.05, h * 0.24)

    return _room(sheet, "#f0e2bd", "#c4925f", furnish)


def lab(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        furniture.shelf(sheet, w * (0.5 - side * 0.2), h * 0.24, w * 0.4, 2, goods="flasks")
        furniture.counter(sheet, w * 0.5, line + h * 0.02, w * 1.1, h * 0.2, hexa("#dbe6ee"))
        furniture.glassware(sheet, w * (0.5 - side * 0.3), line - h * 0.18, h * 0.11)
        fittings.screen(sheet, w * (0.5 + side * 0.34), line - h * 0.18, h * 0.15)

    return _room(sheet, "#cfe2ea", "#b9c7d0", furnish, boards=False)


def office(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        fittings.chart(sheet, w * (0.5 - side * 0.1), h * 0.3, h * 0.3)
        furniture.shelf(sheet, w * (0.5 - side * 0.38), h * 0.24, w * 0.18, 3)
        furniture.desk(sheet, w * (0.5 - side * 0.26), line + h * 0.06, w * 0.4)
        fittings.screen(sheet, w * (0.5 - side * 0.26), line - h * 0.09, h * 0.17)
        furniture.pot(sheet, w * (0.5 + side * 0.44), line + h * 0.06, h * 0.34)

    return _room(sheet, "#d3dbe8", "#9a8f86", furnish)


def shop(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        furniture.shelf(sheet, w * (0.5 - side * 0.2), h * 0.12, w * 0.5, 4, goods="mixed")
        furniture.counter(sheet, w * (0.5 - side * 0.26), line + h * 0.06, w * 0.42, h * 0.2, hexa("#b5713f"))
        for x in (0.25, 0.5, 0.75):
            fittings.pendant(sheet, w * x, h * 0.13)

    return _room(sheet, "#e8d3b0", "#a9744a", furnish)


def workshop(sheet: Sheet) -> Stage:
    def furnish(line: float, side: int) -> None:
        w, h = sheet.w, sheet.h
        fittings.tools(sheet, w * (0.5 - side * 0.18), h * 0.3, w * 0.4)
        furniture.shelf(sheet, w * (0.5 - side * 0.43), h * 0.3, w * 0.12, 3, goods="mixed")
        furniture.desk(sheet, w * (0.5 - side * 0.2), line + h * 0.05, w * 0.46)
        fittings.pendant(sheet, w * 0.5, h * 0.2)

    return _room(sheet, "#bfa58a", "#8a6a50", furnish)


def stage(sheet: Sheet) -> Stage:
    w, h = sheet.w, sheet.h
    line = h * 0.76
    sheet.canvas.drawRect(
        skia.Rect(0, 0, w, h), down(0, h, (0, hexa("#1a0f2e"), 1), (0.7, hexa("#43214f"), 1), (1, hexa("#2a1530"), 1))
    )
    sheet.canvas.drawRect(skia.Rect(0, line, w, h), down(line, h, (0, hexa("#a8683f"), 1), (1, hexa("#4a2a22"), 1)))
    seam = flat(hexa("#3a1f18"), 0.45)
    seam.setStyle(skia.Paint.kStroke_Style)
    seam.setStrokeWidth(2 * sheet.u)
    for i in range(-12, 13):
        sheet.canvas.drawLine(w / 2 + i * w * 0.05, line, w / 2 + i * w * 0.15, h, seam)
    for x, code in ((0.5, "#ffe2b0"), (0.22, "#ff9ac0"), (0.78, "#8fc0ff")):
        fittings.cone(sheet, w * x, -h * 0.06, w * (0.5 + (x - 0.5) * 0.35), h * 0.88, w * 0.15, hexa(code))
    for side in (-1, 1):
        fittings.curtain(sheet, side)
    return Stage(
        line,
        (h * 0.85, h * 0.92),
        (h * 0.2, h * 0.5),
        lit_by=(w * 0.5, 0),
        floor=hexa("#a8683f"),
        front=lambda: _corners(sheet),
    )


def stairs(sheet: Sheet) -> Stage:
    """Inside a round tower: stone walls, a window on the sea's light, steps that rise to a warm landing."""
    w, h, light = sheet.w, sheet.h, sheet.light
    stone = hexa("#a99a95")
    sheet.canvas.drawRect(
        skia.Rect(0, 0, w, h),
        along(
            (0, 0),
            (w, 0),
            (0, light.on(darker(stone, 0.62)), 1),
            (0.3, light.on(darker(stone, 0.14)), 1),
            (0.55, light.on(lighter(stone, 0.1)), 1),
            (1, light.on(darker(stone, 0.66)), 1),
        ),
    )
    fittings.masonry(sheet, stone)
    fittings.window(sheet, w * 0.3, h * 0.3, min(w * 0.14, h * 0.24), h * 0.36, arched=True)
    _shaft(sheet, (w * 0.3, h * 0.32), -1, h * 0.7)
    count = 9
    x0, y0, x1, y1 = -0.04 * w, 1.02 * h, 1.06 * w, 0.34 * h
    glow(sheet, w * 0.98, h * 0.1, max(w, h) * 0.55, hexa("#ffc978"), 0.75)
    wood = hexa("#8f7f7a")
    for i in range(count):
        sx, sy = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * (i + 1) / count
        wide = (x1 - x0) / count
        rise = (y0 - y1) / count
        tread = light.lit(wood, 0.2 + 0.03 * i)
        sheet.canvas.drawRect(
            skia.Rect(sx, sy, w + 9, h + 9),
            down(sy, h, (0, light.on(darker(wood, 0.22)), 1), (1, light.on(darker(wood, 0.62)), 1)),
        )
        sheet.canvas.drawRect(skia.Rect(sx, sy, sx + 3 * sheet.u, sy + rise), flat(light.shaded(wood, 0.7), 0.7))
        sheet.canvas.drawRect(
            skia.Rect(sx - 10 * sheet.u, sy - 9 * sheet.u, sx + wide + 4, sy + 8 * sheet.u),
            down(sy - 9 * sheet.u, sy + 8 * sheet.u, (0, lighter(tread, 0.2), 1), (1, darker(tread, 0.25), 1)),
        )
    fittings.rail(sheet, (x0, y0 - 0.26 * h), (x1, y1 - 0.26 * h), 0.26 * h)
    perches = tuple(
        (x0 + (x1 - x0) * (k + 0.45) / count, y0 + (y1 - y0) * (k + 1) / count - 4 * sheet.u) for k in (4, 2, 6, 3, 5)
    )
    return Stage(
        h * 0.7,
        (h * 0.8, h * 0.8),
        (h * 0.1, h * 0.3),
        lit_by=(w, 0),
        floor=stone,
        scale=0.82,
        perches=perches,
        facing=1,
        front=lambda: _corners(sheet),
    )
