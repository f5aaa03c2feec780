"""Cities from afar: a skyline over a river, the roofs of an old town, a harbour with its pier."""

import skia

from pipelines.make.drawn import bridges, sea, towers
from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.stirrings import Point, breathing, lamplight, smoke, twinkling
from pipelines.make.drawn.streetware import lamp_post, railing
from pipelines.make.drawn.weather import mist

_HOUSES = ("#e8c9a0", "#d98f6a", "#c9b2d0", "#9fc0b8", "#f0dcb0", "#c97a6a", "#a9bcd6", "#e0a878", "#e8ddd0")
_ROOFS = ("#a8503f", "#8a4a3f", "#5a5f78", "#b5654a", "#7a4a3a")


def city(sheet: Sheet) -> Stage:
    """A skyline of towers behind a river, seen from a promenade; by night all its windows lie in the water."""
    w, h = sheet.w, sheet.h
    line = h * sheet.between(0.64, 0.7)
    sun = open_sky(sheet, line)
    peak = w * sheet.between(0.3, 0.7)
    high = min(0.5 * h, 0.8 * w)
    if sheet.light.lamps and sheet.may("building"):
        _dome(sheet, line, peak)
    wide = w / min(w, h * 1.3)
    rows = [
        towers.row(sheet, line, far, high * low, high * top, max(6, round(count * wide)), away, peak + shift * w)
        for far, low, top, count, away, shift in (
            (0.72, 0.5, 1.0, 15, 26.0, 0.1), (0.42, 0.38, 0.92, 11, 17.0, -0.06), (0.14, 0.16, 0.56, 9, 12.0, 0.0)
        )
    ]  # fmt: skip
    if not sheet.may("tower"):
        house_row(sheet, line + 2 * sheet.u, 0.085 * h, max(5, round(13 * wide)), 0.3, 12.0)
    _embankment(sheet, line)
    quay = h * 0.85
    if sheet.may("water"):
        lamps = [(x, tone, s) for x, tone, s in _lamps_of(sheet, rows)] if sheet.light.lamps else []
        sea.water(sheet, line, sun, hexa("#2f7f9e"), calm=0.7, bottom=h * 0.92, lamps=tuple(lamps))
        towers.mirrored(sheet, rows, line, h * 0.16)
    if bridges.named(sheet):
        bridges.hanging_bridge(sheet, line, 8.0)
    _promenade(sheet, quay, line)
    return Stage(line, (h * 0.89, h * 0.95), (h * 0.1, h * 0.36), lit_by=sun, floor=hexa("#8a8a90"))


def _lamps_of(sheet: Sheet, rows: list[towers.Panes]) -> list[tuple[float, Colour, float]]:
    lamps = []
    for panes in rows[1:]:
        for x, _, tall, _ in panes.outlines:
            tone = (hexa("#ffd08a"), hexa("#ffb86a"), hexa("#a8d0ff"))[int(sheet.rng.integers(0, 3))]
            lamps.append((x + sheet.between(-8, 8) * sheet.u, tone, min(1.0, tall / (0.4 * sheet.h))))
    return lamps[:18]


def _dome(sheet: Sheet, line: float, peak: float) -> None:
    """The glow of a city over its roofs."""
    sheet.layer("glow of the city", 30.0, light=True, life=breathing(0.9))
    tone = hexa("#ff9f6a") if sheet.light.weather == "clear" else hexa("#d09a7a")
    sheet.canvas.save()
    sheet.canvas.translate(peak, line)
    sheet.canvas.scale(1.6, 0.8)
    sheet.canvas.drawPicture(lamplight([(0, 0, sheet.h * 0.62, tone, 0.42)]))
    sheet.canvas.restore()


def _embankment(sheet: Sheet, line: float) -> None:
    """The far bank: a low wall, trees, and cars whose lamps pass at night."""
    w, u, light = sheet.w, sheet.u, sheet.light
    sheet.layer("far bank", 10.0)
    mist(sheet, line, sheet.h * 0.05, 0.4)
    path = skia.Path()
    x = -0.1 * w
    while x < 1.1 * w and sheet.may("tree"):
        r = sheet.between(7, 16) * u
        path.addCircle(x, line - r * 0.8, r)
        x += r * sheet.between(1.0, 3.4)
    sheet.canvas.drawPath(path, flat(light.on(hexa("#3f6a4f"), 0.3)))
    wall = light.on(hexa("#8f8a88"), 0.25)
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, line - 7 * u, 1.15 * w, line + 3 * u), flat(wall))
    if light.lamps and sheet.may("car"):
        sheet.alive("cars far off", passing(sheet, line - 8 * u, 0.5), 10.0)


def passing(sheet: Sheet, y: float, size: float) -> Live:
    """Lamps of cars that pass far off: white ones to the one side, red ones to the other."""
    u, w = sheet.u, sheet.w
    cars = [(sheet.between(0, 1), sheet.between(0.7, 1.2), k % 2) for k in range(10)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        paths = (skia.Path(), skia.Path())
        for start, speed, way in cars:
            x = w * (-0.15 + 1.3 * ((start + (1 if way else -1) * speed * seconds / 22) % 1))
            for dx in (-4, 4):
                paths[way].addCircle(x + dx * u * size, y + 5 * u * way * size, 2.6 * u * size * 2)
        canvas.drawPath(paths[0], flat(hexa("#fff4d0"), 0.95))
        canvas.drawPath(paths[1], flat(hexa("#ff5a4a"), 0.9))

    return live


def _promenade(sheet: Sheet, top: float, eye: float) -> None:
    """Paving before the water, a railing and lamps on it."""
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    sheet.layer("promenade", floor=eye)
    stone = sheet.under_snow(hexa(("#b0a8a4", "#a8a09a", "#b8ac9c")[int(sheet.rng.integers(0, 3))]))
    tones = ((0, light.on(lighter(stone, 0.2)), 1), (0.12, light.on(stone), 1), (1, light.on(darker(stone, 0.4)), 1))
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, top, 1.15 * w, h * 1.12), down(top, h, *tones))
    seam = flat(light.on(darker(stone, 0.5)), 0.3)
    seam.setStrokeWidth(2 * u)
    grow = (h * 1.1 - eye) / (top - eye)
    for i in range(-16, 17):
        sheet.canvas.drawLine(w / 2 + i * w * 0.045, top, w / 2 + i * w * 0.045 * grow, h * 1.1, seam)
    for i in range(1, 6):
        y = top + (h * 1.08 - top) * (i / 5) ** 1.5
        sheet.canvas.drawLine(-0.15 * w, y, 1.15 * w, y, seam)
    sheet.layer("railing", sheet.away(top, eye))
    railing(sheet, top + 6 * u, 74 * u)
    glows = [lamp_post(sheet, w * x, top + 10 * u, h * 0.25) for x in (0.05, 0.36, 0.67, 0.98)]
    if light.lamps:
        sheet.layer("lamplight", sheet.away(top, eye), light=True, life=breathing(0.93))
        sheet.canvas.drawPicture(lamplight([g for each in glows for g in each]))


def roofs(sheet: Sheet) -> Stage:
    """The roofs of an old town, one row behind the other, smoke over the chimneys; we stand on a terrace."""
    w, h, u = sheet.w, sheet.h, sheet.u
    line = h * 0.6
    sun = open_sky(sheet, line)
    sheet.layer("far towers", 24.0)
    for _ in range(4 if sheet.shows("church") else 0):
        _steeple(sheet, w * sheet.between(0.05, 0.95), line + 6 * u, h * sheet.between(0.12, 0.24), 0.6)
    for far, base, tall, count, away in (
        (0.6, 0.64, 0.07, 17, 18.0),
        (0.38, 0.71, 0.1, 12, 9.0),
        (0.12, 0.82, 0.15, 8, 4.0),
    ):
        chimneys = house_row(sheet, h * base, h * tall, round(count * max(0.5, w / (1.6 * h))), far, away)
        if sheet.may("smoke"):
            for x, y in chimneys[: 1 if far > 0.5 else 2 if far < 0.2 else 1]:
                tone = mix(sheet.light.on((0.92, 0.92, 0.94)), sheet.light.haze, 0.4)
                sheet.alive("smoke", smoke(x, y, h * tall * 0.34, tone, 0.42, 0.5), away)
    _terrace(sheet, h * 0.85, line)
    return Stage(line, (h * 0.9, h * 0.95), (h * 0.1, h * 0.34), lit_by=sun, floor=hexa("#a8705a"))


def _steeple(sheet: Sheet, x: float, base: float, tall: float, far: float) -> None:
    light, w = sheet.light, tall * 0.2
    wall, cap = hexa("#c9b8a8"), hexa("#5f8a80")
    sheet.canvas.drawRect(skia.Rect(x - w / 2, base - tall * 0.62, x + w / 2, base), flat(light.on(wall, far)))
    if sheet.rng.random() < 0.5:
        tip = outline([(x - w * 0.6, base - tall * 0.6), (x, base - tall), (x + w * 0.6, base - tall * 0.6)])
        sheet.canvas.drawPath(tip, flat(light.on(cap, far)))
    else:
        dome = skia.Rect(x - w * 0.75, base - tall * 0.86, x + w * 0.75, base - tall * 0.4)
        sheet.canvas.drawOval(dome, flat(light.on(cap, far)))
        sheet.canvas.drawRect(skia.Rect(x - w * 0.75, base - tall * 0.6, x + w * 0.75, base), flat(light.on(wall, far)))
        sheet.canvas.drawRect(skia.Rect(x - 2, base - tall, x + 2, base - tall * 0.8), flat(light.on(cap, far)))


def house_row(sheet: Sheet, base: float, tall: float, count: int, far: float, away: float) -> list[Point]:
    """Houses with gables and tiled roofs, their windows. Returns where chimneys smoke."""
    light, w, u = sheet.light, sheet.w, sheet.u
    if not sheet.shows("house"):
        return []
    sheet.layer("houses", away)
    lit, dark, chimneys = skia.Path(), skia.Path(), []
    for i in range(-1, count + 1):
        wide = w / count * sheet.between(1.0, 1.35)
        x, h = w * (i + sheet.between(0, 0.4)) / count, tall * sheet.between(0.8, 1.35)
        wall = hexa(_HOUSES[int(sheet.rng.integers(0, len(_HOUSES)))])
        tile = sheet.under_snow(hexa(_ROOFS[int(sheet.rng.integers(0, len(_ROOFS)))]))
        top = base - h
        tones = ((0, light.on(wall, far), 1), (1, mix(light.shaded(wall, 0.35), light.haze, far), 1))
        sheet.canvas.drawRect(skia.Rect(x, top, x + wide, base + tall * 1.4), along((x, 0), (x + wide, 0), *tones))
        peak = tall * sheet.between(0.5, 0.8)
        chimney = (x + wide * sheet.between(0.2, 0.7), top - peak * 0.75)
        sheet.canvas.drawRect(
            skia.Rect.MakeXYWH(chimney[0], chimney[1] - peak * 0.3, wide * 0.09, peak),
            flat(mix(light.shaded(tile, 0.3), light.haze, far)),
        )
        if sheet.rng.random() < 0.45:
            roof = outline([(x - 5 * u, top + 2), (x + wide / 2, top - peak), (x + wide + 5 * u, top + 2)])
        else:
            roof = outline(
                [
                    (x - 6 * u, top + 2),
                    (x + wide * 0.14, top - peak * 0.8),
                    (x + wide * 0.86, top - peak * 0.8),
                    (x + wide + 6 * u, top + 2),
                ]
            )
        shade = down(
            top - peak,
            top,
            (0, mix(light.lit(tile, 0.3), light.haze, far), 1),
            (1, light.on(darker(tile, 0.2), far), 1),
        )
        sheet.canvas.drawPath(roof, shade)
        for k in range(max(1, int(wide / (tall * 0.5)))):
            for floor in range(2):
                pane = skia.Rect.MakeXYWH(
                    x + tall * (0.16 + 0.46 * k), top + tall * (0.16 + 0.55 * floor), tall * 0.17, tall * 0.26
                )
                (lit if light.lamps and sheet.rng.random() < 0.5 else dark).addRect(pane)
        chimneys.append((chimney[0] + wide * 0.045, chimney[1] - peak * 0.3))
    sheet.canvas.drawPath(dark, flat(light.on(hexa("#4a5468"), far), 0.75))
    mist(sheet, base, tall * 0.7, 0.2 * far + 0.08)
    if not lit.isEmpty():
        sheet.canvas.drawPath(lit, flat(mix(towers.WARM, light.haze, 0.4 * far)))
        sheet.alive("lit windows", twinkling([(lit, flat(hexa("#fff0c8"), 0.4))], 0.3), away)
    return [chimneys[int(i)] for i in sheet.rng.permutation(len(chimneys))]


def _terrace(sheet: Sheet, top: float, eye: float) -> None:
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    tile = sheet.under_snow(hexa("#b5765a"))
    sheet.layer("terrace", floor=eye)
    sheet.canvas.drawRect(
        skia.Rect(-0.15 * w, top, 1.15 * w, h * 1.12),
        down(top, h, (0, light.on(lighter(tile, 0.15)), 1), (1, light.on(darker(tile, 0.35)), 1)),
    )
    seam = flat(light.on(darker(tile, 0.5)), 0.35)
    seam.setStrokeWidth(2 * u)
    grow = (h * 1.1 - eye) / (top - eye)
    for i in range(-20, 21):
        sheet.canvas.drawLine(w / 2 + i * w * 0.035, top, w / 2 + i * w * 0.035 * grow, h * 1.1, seam)
    for i in range(1, 8):
        y = top + (h * 1.1 - top) * (i / 8) ** 1.3
        sheet.canvas.drawLine(-0.15 * w, y, 1.15 * w, y, seam)
    sheet.layer("parapet", sheet.away(top, eye))
    railing(sheet, top + 4 * u, 66 * u)
