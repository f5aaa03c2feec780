"""High and bare country: a summit over the clouds, cliffs over the sea, the tundra."""

import itertools

import numpy as np
import skia

from pipelines.make.drawn import air, land, meadows, rocks, scenery, sea, wind
from pipelines.make.drawn.clouds import cloud
from pipelines.make.drawn.growth import SNOW
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season, season_of
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat, outline, ridge, smooth
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.stirrings import LOOP, wave
from pipelines.make.drawn.weather import mist


def summit(sheet: Sheet) -> Stage:
    """The top of a mountain: bare rock under the feet, other peaks far below in a sea of clouds."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.56
    sun = open_sky(sheet, horizon, 0.5)
    side = 1 if sun[0] < w / 2 else -1
    own = [hexa(c) for c in ("#7f92c4", "#6b7fae")]
    scenery.ranges(sheet, horizon + 0.02 * h, h * 0.2, 2, own, (0.62, 0.42), 0.8)
    _sea_of_clouds(sheet, sun)
    stone = hexa("#7a7684")
    sheet.layer("ridge", 3.0)
    peak = ((0.02, 0.96), (0.16, 0.83), (0.22, 0.74), (0.27, 0.7), (0.33, 0.62), (0.37, 0.6), (0.42, 0.67),
            (0.49, 0.71), (0.56, 0.79), (0.68, 0.84))  # fmt: skip
    crest = [(0.5 + side * x, y) for x, y in peak]
    _crag(sheet, crest, mix(stone, hexa("#8a90a8"), 0.4), 0.14)
    mist(sheet, h * 0.86, h * 0.07, 0.5)
    sheet.layer("summit", 1.5)
    top = [(-0.2, 1.06), (-0.04, 0.985), (0.06, 0.93), (0.15, 0.91), (0.22, 0.855), (0.29, 0.826), (0.36, 0.822),
           (0.5, 0.812), (0.62, 0.82), (0.71, 0.83), (0.77, 0.86), (0.86, 0.9), (0.94, 0.95), (1.04, 0.985),
           (1.2, 1.08)]  # fmt: skip
    _crag(sheet, top, stone, 0.0)
    _cairn(sheet, w * (0.5 - side * 0.3), h * 0.858, h * 0.13, side)
    return stage_of(sheet, horizon, sun, 0.825, 0.838, floor=stone, spans={"ground": (0.27, 0.73)})


def _sea_of_clouds(sheet: Sheet, sun: tuple[float, float]) -> None:
    """Cloud that fills the valleys, in banks that drift."""
    w, h = sheet.w, sheet.h
    pale = mix(sheet.light.cloud[0], sheet.light.haze, 0.3)
    for bank in range(3):
        row = h * (0.645 + 0.075 * bank)
        sheet.layer(
            f"{'sea of cloud' if sheet.may('cloud') else 'haze'} {bank + 1}",
            18.0 / (1 + 1.6 * bank),
            life=wind.drift(sheet, 3.0 + 4.0 * bank),
        )
        body = down(row - 0.01 * h, row + 0.3 * h, (0, pale, 0), (0.18, pale, 0.85), (1, pale, 0.95))
        sheet.canvas.drawRect(skia.Rect(-0.4 * w, row - 0.01 * h, 1.4 * w, 1.1 * h), body)
        if not sheet.may("cloud"):
            continue
        for i in range(8):
            x = w * (((i + 0.5 * (bank % 2)) / 8 * 1.3 - 0.15) + sheet.between(-0.04, 0.04))
            cloud(
                sheet, x, row + 0.02 * h, sheet.between(90, 160) * sheet.u * (0.8 + 0.4 * bank), 0.4 - 0.1 * bank, sun
            )


def _crag(sheet: Sheet, points: list[tuple[float, float]], own: Colour, far: float) -> None:
    """A mass of bare rock under a line (shares of the sheet): broken faces, and snow that lies where it can."""
    light, canvas, w, h = sheet.light, sheet.canvas, sheet.w, sheet.h
    far = light.through(far)
    line = [(x * w, y * h + sheet.between(-5, 5) * sheet.u) for x, y in points]
    path = outline([(line[0][0], 1.2 * h), *line, (line[-1][0], 1.2 * h)])
    high = min(y for _, y in line)
    body, foot = light.on(lighter(own, 0.08), far), light.on(darker(own, 0.35), far)
    canvas.drawPath(path, down(high, 1.05 * h, (0, body, 1), (1, foot, 1)))
    canvas.save()
    canvas.clipPath(path, True)
    side = 1 if light.sun_at[0] < 0.5 else -1
    lit, dark = mix(light.lit(own, 0.4), light.haze, far), mix(light.shaded(own, 0.55), light.haze, far)
    for k, (x, y) in enumerate(line[1:-1]):
        base = y + (0.62 if k % 2 else 0.4) * (1.1 * h - y)
        land.faces(sheet, x, y, base, -side, lit, dark, 0.9)
        for _ in range(2):
            px, py = x + sheet.between(-0.04, 0.04) * w, y + sheet.between(0.01, 0.1) * h
            wide, tall = sheet.between(0.01, 0.025) * w, sheet.between(0.015, 0.05) * h
            low = (px + sheet.between(-0.3, 0.3) * wide, py + tall)
            canvas.drawPath(outline([(px, py), (px + side * wide, py + tall * 0.55), low]), flat(dark, 0.3))
            canvas.drawPath(outline([(px, py), (px - side * wide * 0.7, py + tall * 0.5), low]), flat(lit, 0.26))
    canvas.restore()
    white = mix(light.on(SNOW), light.haze, far)
    for (x0, y0), (x1, y1) in itertools.pairwise(line):
        if sheet.between(0, 1) < 0.75:
            drop = sheet.between(0.008, 0.022) * h
            tongue = [(x0, y0 - 1), (x1, y1 - 1), (x1 * 0.8 + x0 * 0.2, y1 * 0.8 + y0 * 0.2 + drop * 0.5),
                      ((x0 + x1) / 2, (y0 + y1) / 2 + drop),
                      (x0 * 0.75 + x1 * 0.25, y0 * 0.75 + y1 * 0.25 + drop * 0.4)]  # fmt: skip
            canvas.drawPath(outline(tongue), flat(white, 0.95))
            shade = [tongue[2], tongue[3], tongue[4], ((x0 + x1) / 2, (y0 + y1) / 2 + drop * 0.5)]
            canvas.drawPath(outline(shade), flat(mix(light.shaded(SNOW, 0.3), light.haze, far), 0.6))


def _cairn(sheet: Sheet, x: float, foot: float, tall: float, side: int) -> None:
    """Stones piled up with a pole in them; small flags on a line to the ground flutter."""
    light, u = sheet.light, sheet.u
    stone, y, wide = hexa("#8a8690"), foot, tall * 0.34
    pole = flat(light.on(hexa("#6a4f3c")))
    pole.setStrokeWidth(6 * u)
    sheet.canvas.drawLine(x, foot - tall * 0.4, x, foot - tall * 1.75, pole)
    for _ in range(5):
        high = tall * sheet.between(0.11, 0.16)
        own = mix(stone, hexa("#a09a98"), sheet.between(0, 1))
        off = sheet.between(-0.1, 0.1) * wide
        box = skia.Rect(x + off - wide, y - high, x + off + wide, y + 0.02 * tall)
        sheet.canvas.drawRoundRect(box, high * 0.45, high * 0.45, down(box.top(), box.bottom(), (
            0, light.lit(own, 0.3), 1), (1, light.shaded(own, 0.5), 1)))  # fmt: skip
        y, wide = y - high * 0.86, wide * 0.78
    tones = [light.on(hexa(c)) for c in ("#3f7fd0", "#f4f0e6", "#d8503f", "#4fa86a", "#f0c040")]
    start, end = (x, foot - tall * 1.7), (x - side * tall * 1.6, foot + 0.1 * tall)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        paths = [skia.Path() for _ in tones]
        line = flat(light.on(hexa("#5a5560")))
        line.setStrokeWidth(2 * u)
        canvas.drawLine(*start, *end, line)
        for k in range(9):
            t = (k + 0.7) / 10
            px, py = start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
            blow = tall * (0.1 + 0.05 * wave(seconds, round(LOOP), k * 0.17))
            paths[k % 5].addPoly([skia.Point(px - 0.06 * tall, py), skia.Point(px + 0.06 * tall, py),
                                  skia.Point(px + 0.06 * tall + blow, py + 0.17 * tall),
                                  skia.Point(px - 0.05 * tall + blow, py + 0.19 * tall)], True)  # fmt: skip
        for path, tone in zip(paths, tones, strict=True):
            canvas.drawPath(path, flat(tone))

    sheet.alive("flags", live, 1.5)


def cliffs(sheet: Sheet) -> Stage:
    """Headlands of pale rock that drop into the sea; we stand on the grass at the edge of one."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.5
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    side = 1 if sun[0] < w / 2 else -1
    sea.water(sheet, horizon, sun, hexa("#2389ac"))
    stone = hexa(("#d8d0c4", "#b09a8a", "#9a9694")[int(sheet.rng.integers(0, 3))])
    for k, (tip, top, foot, far) in enumerate(
        ((0.06, 0.445, 0.527, 0.5), (0.0, 0.4, 0.575, 0.3), (0.11, 0.37, 0.68, 0.1))
    ):
        _headland(sheet, f"headland {k + 1}", side, w * (0.5 + side * tip), h * top, h * foot, stone, far, season,
                  sheet.away(h * foot, horizon))  # fmt: skip
    mist(sheet, horizon + 0.02 * h, 0.05 * h, 0.25)
    sheet.layer("edge", 1.6)
    edge = [(0.5 + side * x, y) for x, y in ((-0.34, 1.16), (-0.23, 0.98), (-0.13, 0.86), (-0.02, 0.79), (0.1, 0.75),
                                             (0.24, 0.72), (0.42, 0.7), (0.7, 0.68))]  # fmt: skip
    line = [(x * w, y * h) for x, y in edge]
    under = [(x - side * (30 + 50 * (7 - k) / 7) * sheet.u, y + 12 * sheet.u) for k, (x, y) in enumerate(line)]
    sheet.canvas.drawPath(smooth([*under, (w * (0.5 + side * 0.75), 1.3 * h), (w * (0.5 - side * 0.3), 1.3 * h)]),
                          flat(sheet.light.shaded(stone, 0.35)))  # fmt: skip
    turf = outline([*line, (w * (0.5 + side * 0.75), 1.3 * h)])
    grass = season.grass
    sheet.canvas.drawPath(turf, down(0.68 * h, 1.05 * h, (0, sheet.light.lit(grass, 0.3), 1), (
        0.4, sheet.light.on(grass), 1), (1, sheet.light.on(darker(grass, 0.3)), 1)))  # fmt: skip
    sheet.canvas.save()
    sheet.canvas.clipPath(turf, True)
    meadows.tufts(sheet, 0.71 * h, grass, 260)
    if sheet.may("flower") and season.flowers:
        meadows.spots(sheet, 0.74 * h, season.blooms, int(150 * season.flowers))
    sheet.canvas.restore()
    if sheet.light.dark < 0.5 and sheet.may("bird", "animal"):
        air.birds(
            sheet, w * (0.5 - side * 0.2), h * 0.36, 5, mix(sheet.light.on((1, 1, 1)), sheet.light.haze, 0.2), 6.0
        )
    spans = (
        {"ground": (0.5, 0.97), "water": (0.03, 0.42)} if side > 0 else {"ground": (0.03, 0.5), "water": (0.58, 0.97)}
    )
    return stage_of(sheet, horizon, sun, 0.79, 0.86, water=(h * 0.7, h * 0.8), floor=grass, spans=spans,
                    blades=None if season.snow else grass)  # fmt: skip


def _headland(sheet: Sheet, name: str, side: int, tip: float, top: float, foot: float, own: Colour, far: float,
              season: Season, away: float) -> None:  # fmt: skip
    """One headland from the side of the picture to its tip: a face of rock, turf on it, surf at its foot."""
    w, u, light = sheet.w, sheet.u, sheet.light
    sheet.layer(name, away)
    border, n = w * (0.5 + side * 0.72), 16
    wavy = ridge(sheet.rng, n, 0.4, 2) - 0.5
    tall = foot - top
    crown = [
        (border + (tip - border) * k / (n - 1), top - tall * (0.22 * (1 - k / (n - 1)) + 0.12 * wavy[k]))
        for k in range(n)
    ]
    drop = [
        (tip - side * (0.05 * k + sheet.between(-0.03, 0.03)) * tall, top + tall * (0.18 + 0.82 * k / 6))
        for k in range(7)
    ]
    rocks.face(sheet, [*crown, *drop, (border, foot)], own, far, max(8, int(abs(border - tip) / (42 * u))))
    haze = light.through(far)
    turf = [(x, y + tall * sheet.between(0.06, 0.14)) for x, y in reversed(crown)]
    sheet.canvas.drawPath(outline([*crown, *turf]), down(top - 0.3 * tall, top + 0.1 * tall, (
        0, mix(light.lit(season.grass, 0.35), light.haze, haze), 1),
        (1, light.on(darker(season.grass, 0.2), haze), 1)))  # fmt: skip
    shade = flat(light.shadow, 0.25 * (1 - haze), 6 * u)
    sheet.canvas.drawOval(skia.Rect(min(tip, border), foot - 5 * u, max(tip, border), foot + 14 * u), shade)
    surf = [
        (drop[-1][0] + (border - drop[-1][0]) * k / 12 - side * 6 * u, foot + sheet.between(-2, 3) * u)
        for k in range(13)
    ]
    sheet.alive(f"surf of {name}", sea.lapping(sheet, surf, (2 + 4 * (1 - haze)) * u, 3 * u, 0.9 * (1 - haze)), away)


def tundra(sheet: Sheet) -> Stage:
    """Treeless country of moss, heather and ponds, low hills with the last snow behind it."""
    h, horizon = sheet.h, sheet.h * 0.58
    sun = open_sky(sheet, horizon)
    white = sheet.snowy
    moss = hexa(("#a89a58", "#96985c", "#b0905a")[int(sheet.rng.integers(0, 3))]) if not white else SNOW
    season = Season("winter" if white else "summer", moss, mix(moss, hexa("#8a9aa8"), 0.4), (moss,), moss,
                    (hexa("#ffffff"), hexa("#f4efe4")), snow=white, flowers=0.0 if white else 0.5)  # fmt: skip
    scenery.ranges(sheet, horizon + 8 * sheet.u, h * 0.15, 2, [hexa("#8090ae"), hexa("#7a8698")], (0.62, 0.42), 0.55)
    for i, far in enumerate((0.3, 0.16)):
        sheet.layer(f"heath {i + 1}", 15.0 / (1 + i))
        land.hills(
            sheet,
            horizon + h * (0.03 + 0.04 * i),
            h * 0.045,
            season.hill if white else mix(season.hill, hexa("#a86a4a"), 0.3 * i),
            far,
            waves=1.6,
        )
    meadows.lawn(sheet, horizon + h * 0.08, horizon, season, 0.4)
    _ponds(sheet, horizon, moss, white)
    sheet.layer("stones", 1.8)
    meadows.pebbles(sheet, h * 0.74, h * 0.93, 13, hexa("#8d8f96"), 1.2)

    def front() -> None:
        meadows.verge(sheet, h * 1.02, season, h * 0.045, 0.95, 1.2, 0.9)

    return stage_of(sheet, horizon, sun, 0.81, 0.92, floor=moss, blades=None if white else moss, front=front)


def _ponds(sheet: Sheet, horizon: float, moss: Colour, white: bool) -> None:
    """Patches of red and green moss, and pools that hold the sky."""
    w, h, u, light = sheet.w, sheet.h, sheet.u, sheet.light
    sheet.layer("moss and pools", floor=horizon)
    for k in range(0 if white else 26):
        t = sheet.between(0.12, 1)
        x, y, r = (
            sheet.between(-0.1, 1.1) * w,
            horizon + (h - horizon) * t,
            (40 + 190 * t) * u * sheet.between(0.6, 1.3),
        )
        own = hexa(("#b0583f", "#8a9a48", "#c8853f", "#7f8a4c")[k % 4])
        sheet.canvas.drawOval(skia.Rect(x - r, y - r * 0.13, x + r, y + r * 0.13), flat(light.on(own), 0.5, r * 0.05))
    for x, t, r in ((0.2, 0.3, 0.13), (0.72, 0.36, 0.17), (0.46, 0.245, 0.08), (0.93, 0.27, 0.07), (0.05, 0.5, 0.12)):
        cx, cy, rx = w * (x + sheet.between(-0.04, 0.04)), horizon + (h - horizon) * t, w * r * sheet.between(0.8, 1.15)
        ring = [(cx + rx * sheet.between(0.8, 1.08) * np.cos(a), cy + rx * 0.11 * sheet.between(0.75, 1.1) * np.sin(a))
                for a in np.linspace(0, 6.283, 18, endpoint=False)]  # fmt: skip
        bank, pool = smooth([(px, py - 3 * u) for px, py in ring]), smooth(ring)
        sheet.canvas.drawPath(bank, flat(light.on(darker(moss, 0.35))))
        near = mix(light.sky[-2], light.on(hexa("#4f86a0" if not white else "#cfe4f4")), 0.4 if not white else 0.8)
        sheet.canvas.drawPath(pool, down(cy - rx * 0.11, cy + rx * 0.11, (0, light.sky[-1], 1), (1, near, 1)))
    n = 30
    air.glitter(sheet, sheet.rng.uniform(0.05, 0.95, n) * w, horizon + (h - horizon) * sheet.rng.uniform(0.25, 0.4, n),
                sheet.rng.uniform(1.5, 3, n) * u, mix(light.sun, (1, 1, 1), 0.4), 3.0)  # fmt: skip
