"""Towns: a skyline over water, and a street of houses; windows and lamps are lit when it is dark."""

import skia

from pipelines.make.drawn.growth import tree
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sea import water
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, glow, outline
from pipelines.make.drawn.sky import sky
from pipelines.make.drawn.weather import mist

_WALLS = ("#e8c9a0", "#d98f6a", "#c9b2d0", "#9fc0b8", "#f0dcb0", "#c97a6a", "#a9bcd6", "#e0a878")
_ROOFS = ("#9a4a3f", "#5a5f78", "#7a4a3a", "#4f6a70")


def block(sheet: Sheet, x: float, base: float, w: float, h: float, own: Colour, far: float) -> None:
    """A tall building of the skyline, `far` into the haze, with its windows."""
    light = sheet.light
    toward = light.sun_at[0] * sheet.w > x
    body, lit, dim = (
        light.on(own, far),
        mix(light.lit(own, 0.3), light.haze, far),
        mix(light.shaded(own, 0.35), light.haze, far),
    )
    left, right = (dim, lit) if toward else (lit, dim)
    top = base - h
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w / 2, top, w, h),
        along((x - w / 2, 0), (x + w / 2, 0), (0, left, 1), (0.5, body, 1), (1, right, 1)),
    )
    style = int(sheet.rng.integers(0, 4))
    if style == 0:
        sheet.canvas.drawPath(outline([(x - w / 2, top), (x, top - w * 0.42), (x + w / 2, top)]), flat(body))
    elif style == 1:
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.3, top - w * 0.3, w * 0.6, w * 0.32), flat(body))
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - 2 * sheet.u, top - w * 0.8, 4 * sheet.u, w * 0.55), flat(body))
    columns, step = max(2, int(w / (17 * sheet.u))), 24 * sheet.u
    rows = int((h - 20 * sheet.u) / step)
    shine = hexa("#ffd98a")
    for r in range(rows):
        for c in range(columns):
            on = light.lamps and sheet.rng.random() < 0.5
            tone = mix(shine, light.haze, far * 0.5) if on else mix(darker(body, 0.25), light.sky[1], 0.35)
            wx = x - w / 2 + w * (c + 0.5) / columns
            sheet.canvas.drawRect(
                skia.Rect.MakeXYWH(
                    wx - w / columns * 0.27, top + 14 * sheet.u + r * step, w / columns * 0.54, step * 0.5
                ),
                flat(tone, 0.95 if on else 0.6),
            )
    base_haze = down(base - h * 0.5, base, (0, light.haze, 0), (1, light.haze, 0.25 + 0.45 * far))
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w / 2, base - h * 0.5, w, h * 0.5), base_haze)


def city(sheet: Sheet) -> Stage:
    w, h = sheet.w, sheet.h
    line = h * 0.72
    sun = sky(sheet, line)
    for layer, (far, low, high, count) in enumerate(
        ((0.74, 0.2, 0.42, 22), (0.48, 0.16, 0.46, 16), (0.2, 0.12, 0.4, 12))
    ):
        tone = (hexa("#8fa3c9"), hexa("#6f86b0"), hexa("#55698f"))[layer]
        for i in range(count):
            x = w * ((i + sheet.between(0.2, 0.8)) / count)
            middle = 1 - abs(x / w - 0.55) * 0.9
            block(
                sheet,
                x,
                line,
                w / count * sheet.between(0.75, 1.25),
                h * sheet.between(low, high) * middle,
                mix(tone, hexa(_WALLS[i % 8]), 0.22),
                far,
            )
        mist(sheet, line, h * 0.09, 0.3)
    water(sheet, line, sun, hexa("#2f7f9e"), calm=0.7, bottom=h * 0.86) if sheet.may("water") else None
    _quay(sheet, h * 0.84)
    return Stage(line, (h * 0.88, h * 0.94), (h * 0.1, h * 0.4), lit_by=sun, floor=hexa("#8a8a90"))


def _quay(sheet: Sheet, top: float) -> None:
    light, w, h = sheet.light, sheet.w, sheet.h
    stone = hexa("#b0a8a4")
    sheet.canvas.drawRect(
        skia.Rect(0, top, w, h),
        down(
            top,
            h,
            (0, light.on(lighter(stone, 0.2)), 1),
            (0.12, light.on(stone), 1),
            (1, light.on(darker(stone, 0.4)), 1),
        ),
    )
    seam = flat(light.on(darker(stone, 0.5)), 0.3)
    seam.setStyle(skia.Paint.kStroke_Style)
    seam.setStrokeWidth(2 * sheet.u)
    for i in range(-14, 15):
        sheet.canvas.drawLine(w / 2 + i * w * 0.05, top, w / 2 + i * w * 0.1, h, seam)
    for i in range(1, 5):
        y = top + (h - top) * (i / 5) ** 1.5
        sheet.canvas.drawLine(0, y, w, y, seam)
    for x in (0.07, 0.36, 0.65, 0.94):
        street_lamp(sheet, w * x, top + 12 * sheet.u, h * 0.24)


def street_lamp(sheet: Sheet, x: float, y: float, tall: float) -> None:
    iron = sheet.light.on(hexa("#3a4052"))
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - 4 * sheet.u, y - tall, 8 * sheet.u, tall), flat(iron))
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - 9 * sheet.u, y - tall * 0.12, 18 * sheet.u, tall * 0.12), flat(iron))
    head = outline(
        [
            (x - 15 * sheet.u, y - tall),
            (x + 15 * sheet.u, y - tall),
            (x + 10 * sheet.u, y - tall + 34 * sheet.u),
            (x - 10 * sheet.u, y - tall + 34 * sheet.u),
        ]
    )
    on = sheet.light.lamps
    sheet.canvas.drawPath(head, flat(hexa("#fff0bf") if on else sheet.light.on(hexa("#dfe6ea"))))
    sheet.canvas.drawPath(
        outline([(x - 19 * sheet.u, y - tall), (x, y - tall - 17 * sheet.u), (x + 19 * sheet.u, y - tall)]), flat(iron)
    )
    if on:
        glow(sheet, x, y - tall + 16 * sheet.u, tall * 0.8, hexa("#ffcf87"), 0.75)


def front_of_house(sheet: Sheet, x: float, base: float, w: float, h: float, own: Colour, shop: bool) -> None:
    """A house of the street, seen from the front, its left edge at `x`."""
    light, u = sheet.light, sheet.u
    roof = hexa(_ROOFS[int(sheet.rng.integers(0, 4))])
    top = base - h
    toward = light.sun_at[0] * sheet.w > x + w / 2
    a, b = (light.shaded(own, 0.2), light.lit(own, 0.2)) if toward else (light.lit(own, 0.2), light.shaded(own, 0.2))
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x, top, w, h), along((x, top), (x + w, base), (0, a, 1), (0.5, light.on(own), 1), (1, b, 1))
    )
    if sheet.rng.random() < 0.6:
        peak = outline([(x - 10 * u, top + 4), (x + w / 2, top - w * 0.36), (x + w + 10 * u, top + 4)])
    else:
        peak = outline(
            [(x - 6 * u, top + 4), (x + w * 0.1, top - 50 * u), (x + w * 0.9, top - 50 * u), (x + w + 6 * u, top + 4)]
        )
    sheet.canvas.drawPath(
        peak, down(top - w * 0.36, top, (0, light.lit(roof, 0.25), 1), (1, light.on(darker(roof, 0.2)), 1))
    )
    floors = max(2, int(h / (150 * u)))
    for f in range(floors - 1):
        y = top + 34 * u + f * (h - 190 * u) / max(1, floors - 1)
        for i in range(2 if w < 260 * u else 3):
            n = 2 if w < 260 * u else 3
            _pane(sheet, x + w * (i + 0.5) / n - 26 * u, y, 52 * u, 74 * u)
    if shop:
        _shop_front(sheet, x, base, w)
    else:
        door = skia.Rect.MakeXYWH(x + w * 0.5 - 32 * u, base - 118 * u, 64 * u, 118 * u)
        sheet.canvas.drawRoundRect(door, 10 * u, 10 * u, flat(light.on(darker(roof, 0.1))))
        sheet.canvas.drawCircle(x + w * 0.5 + 20 * u, base - 56 * u, 4 * u, flat(light.on(hexa("#f2d58a"))))
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x + w - 5 * u, top, 6 * u, h), flat(light.shadow, 0.22))


def _pane(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    light, u = sheet.light, sheet.u
    on = light.lamps and sheet.rng.random() < 0.65
    glass = hexa("#ffd98a") if on else mix(light.sky[1], light.on(hexa("#5f7f9f")), 0.4)
    sheet.canvas.drawRoundRect(
        skia.Rect.MakeXYWH(x - 5 * u, y - 5 * u, w + 10 * u, h + 10 * u), 4 * u, 4 * u, flat(light.on(hexa("#f7efe2")))
    )
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x, y, w, h),
        along((x, y), (x + w, y + h), (0, lighter(glass, 0.25), 1), (1, darker(glass, 0.12), 1)),
    )
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x + w / 2 - 1.5 * u, y, 3 * u, h), flat(light.on(hexa("#f7efe2"))))
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - 9 * u, y + h + 4 * u, w + 18 * u, 8 * u), flat(light.on(hexa("#e8dcc8")))
    )
    if on:
        glow(sheet, x + w / 2, y + h / 2, w * 1.5, hexa("#ffcf87"), 0.35)


def _shop_front(sheet: Sheet, x: float, base: float, w: float) -> None:
    light, u = sheet.light, sheet.u
    on = light.lamps
    glass = hexa("#ffe2a0") if on else mix(light.sky[1], light.on(hexa("#7f9fb8")), 0.4)
    pane = skia.Rect.MakeXYWH(x + w * 0.08, base - 120 * u, w * 0.84, 92 * u)
    sheet.canvas.drawRect(
        pane,
        along((pane.left(), pane.top()), (pane.right(), pane.bottom()), (0, lighter(glass, 0.3), 1), (1, glass, 1)),
    )
    if on:
        glow(sheet, x + w / 2, base - 70 * u, w * 0.8, hexa("#ffcf87"), 0.4)
    stripes = 8
    red = hexa(("#d1503f", "#3f8a8a", "#d9923f")[int(sheet.rng.integers(0, 3))])
    for i in range(stripes):
        left = x + w * (0.03 + 0.94 * i / stripes)
        tone = light.on(red if i % 2 else hexa("#fbf3e4"))
        strip = outline(
            [
                (left + 6 * u, base - 164 * u),
                (left + w * 0.94 / stripes + 6 * u * (0.5 - i / stripes), base - 164 * u),
                (left + w * 0.94 / stripes, base - 116 * u),
                (left, base - 116 * u),
            ]
        )
        sheet.canvas.drawPath(
            strip, down(base - 164 * u, base - 112 * u, (0, lighter(tone, 0.15), 1), (1, darker(tone, 0.14), 1))
        )


def street(sheet: Sheet) -> Stage:
    w, h, light = sheet.w, sheet.h, sheet.light
    base = h * 0.74
    sun = sky(sheet, base)
    for i in range(9):
        block(
            sheet,
            w * (i + sheet.between(0.2, 0.8)) / 9,
            base,
            w * 0.1,
            h * sheet.between(0.3, 0.5),
            hexa("#9aa8c0"),
            0.66,
        )
    x = -sheet.between(0, 80) * sheet.u
    i = int(sheet.rng.integers(0, 8))
    while x < w:
        wide = sheet.between(190, 300) * sheet.u
        front_of_house(
            sheet, x, base, wide, h * sheet.between(0.36, 0.54), hexa(_WALLS[i % 8]), sheet.rng.random() < 0.4
        )
        x += wide
        i += 1
    _road(sheet, base)
    if sheet.may("tree"):
        for share in (0.06, 0.93):
            tree(sheet, w * share, base + h * 0.05, h * 0.42)
    for share in (0.22, 0.78):
        street_lamp(sheet, w * share, base + h * 0.045, h * 0.36)
    del light
    return Stage(base, (h * 0.87, h * 0.94), (h * 0.1, h * 0.34), lit_by=sun, floor=hexa("#8a8790"))


def _road(sheet: Sheet, base: float) -> None:
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    walk, tar = hexa("#c9c0b8"), hexa("#6f7080")
    kerb = base + h * 0.075
    sheet.canvas.drawRect(
        skia.Rect(0, base, w, kerb), down(base, kerb, (0, light.on(darker(walk, 0.2)), 1), (1, light.on(walk), 1))
    )
    sheet.canvas.drawRect(
        skia.Rect(0, kerb, w, h),
        down(kerb, h, (0, light.on(lighter(tar, 0.12)), 1), (1, light.on(darker(tar, 0.35)), 1)),
    )
    sheet.canvas.drawRect(skia.Rect(0, kerb - 3 * u, w, kerb + 9 * u), flat(light.on(lighter(walk, 0.25))))
    for i in range(9):
        x = w * (i / 8 - 0.06)
        y = h * 0.955
        dash = outline([(x, y), (x + 110 * u, y), (x + 104 * u, y + 13 * u), (x - 10 * u, y + 13 * u)])
        sheet.canvas.drawPath(dash, flat(light.on(hexa("#f4efe2")), 0.75))
    if light.weather in ("rain", "storm"):
        sheet.canvas.drawRect(
            skia.Rect(0, base, w, h), down(base, h, (0, light.sky[-1], 0.35), (1, light.sky[-1], 0.05))
        )
