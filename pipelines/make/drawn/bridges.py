"""Bridges: an old one of stone over a river in the country, and one that hangs across a city's water."""

import skia

from pipelines.make.drawn import meadows, scenery, streams
from pipelines.make.drawn.growth import SNOW
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import season_of
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.stirrings import boxes, twinkling
from pipelines.make.drawn.weather import mist

_NAMED = ("bridge", "bridges", "own:bridge", "viaduct")


def named(sheet: Sheet) -> bool:
    """Whether the scene's words name a bridge."""
    return sheet.told(*_NAMED)


def country_bridge(sheet: Sheet) -> Stage:
    """A bridge of stone, seen from the river it crosses; people stand on it."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.55
    season = season_of(sheet)
    sun = open_sky(sheet, horizon, 0.8)
    grove = ("mixed", "broad", "slim", "birch")[int(sheet.rng.integers(0, 4))]
    scenery.ranges(sheet, horizon + 10 * sheet.u, h * sheet.between(0.16, 0.26), 1, [hexa("#7a8cbc")], [0.6])
    scenery.rolling(sheet, horizon, season, (0.48, 0.3), 0.04, 0.08, 0.8)
    scenery.row(sheet, "far trees", grove, horizon + h * 0.085, h * 0.16, 0.34, 7.0, season, 17, (0.4, 0.6))
    meadows.lawn(sheet, horizon + h * 0.075, horizon, season)
    streams.river(sheet, horizon + h * 0.08, horizon, 1 if sun[0] < w / 2 else -1, season.snow)
    for x, size in ((0.05, 0.5), (0.95, 0.42)):
        scenery.standing(sheet, scenery.kind_of(sheet, grove), w * x, h * 0.79, h * size, horizon, season)
    mist(sheet, horizon + 0.12 * h, 0.05 * h, 0.22)
    sheet.layer("river below", floor=horizon)
    streams.pool(sheet, h * 0.845, h * 1.1)
    stone = hexa(("#a89c8c", "#b0a090", "#98948e")[int(sheet.rng.integers(0, 3))])
    away = sheet.away(h * 0.82, horizon)
    sheet.layer("far parapet", away * 1.1)
    _parapet(sheet, h * 0.745, h * 0.785, stone, SNOW if season.snow else lighter(stone, 0.2))
    sheet.layer("stone arches", away)
    _arches(sheet, h * 0.78, h * 0.985, stone)

    def front() -> None:
        meadows.verge(sheet, h * 1.05, season, h * 0.12, 0.9, 0.7)

    return stage_of(sheet, horizon, sun, 0.792, 0.803, water=(h * 0.93, h * 0.99), floor=stone, front=front)


def _rise(sheet: Sheet, x: float) -> float:
    """How much higher the way over the bridge lies at a column than at its ends, in pixels."""
    t = (x / sheet.w - 0.5) / 0.75
    return 0.022 * sheet.h * (1 - t * t)


def _parapet(sheet: Sheet, top: float, foot: float, own: Colour, cap: Colour) -> None:
    """The wall on the far side of the way."""
    light, w, u = sheet.light, sheet.w, sheet.u
    xs = [w * (-0.15 + 1.3 * k / 40) for k in range(41)]
    upper, lower = [(x, top - _rise(sheet, x)) for x in xs], [(x, foot - _rise(sheet, x) + 12 * u) for x in xs]
    wall = outline([*upper, *reversed(lower)])
    tones = ((0, light.lit(own, 0.2), 1), (1, light.shaded(own, 0.3), 1))
    sheet.canvas.drawPath(wall, down(top - 0.03 * sheet.h, foot, *tones))
    coping = outline([*[(x, y - 9 * u) for x, y in upper], *reversed([(x, y + 4 * u) for x, y in upper])])
    sheet.canvas.drawPath(coping, flat(light.lit(cap, 0.3)))
    joints = skia.Path()
    for k in range(27):
        x = w * (-0.15 + 1.3 * (k + sheet.between(0.2, 0.8)) / 27)
        joints.addRect(skia.Rect.MakeXYWH(x, top - _rise(sheet, x) + 4 * u, 2.4 * u, (foot - top) * 0.9))
    sheet.canvas.drawPath(joints, flat(light.shaded(darker(own, 0.3), 0.3), 0.5))


def _arches(sheet: Sheet, top: float, foot: float, own: Colour) -> None:
    """The way over the bridge, its wall with three arches, and their mirror in the water."""
    light, canvas, w, h, u = sheet.light, sheet.canvas, sheet.w, sheet.h, sheet.u
    xs = [w * (-0.15 + 1.3 * k / 40) for k in range(41)]
    kerb = top + 0.036 * h
    way = outline([*[(x, top - _rise(sheet, x)) for x in xs], *reversed([(x, kerb - _rise(sheet, x)) for x in xs])])
    canvas.drawPath(way, down(top - 0.03 * h, kerb, (0, light.on(darker(own, 0.1)), 1), (1, light.lit(own, 0.3), 1)))
    wall = outline([*[(x, kerb - _rise(sheet, x)) for x in xs], (1.15 * w, foot), (-0.15 * w, foot)])
    holes = skia.Path()
    for cx, half, rise in ((0.5, 0.15, 0.125), (0.155, 0.115, 0.105), (0.845, 0.115, 0.105)):
        x, half, up = w * cx, w * half, h * rise
        holes.addOval(skia.Rect(x - half, foot - up, x + half, foot + up))
    mirror = skia.Path(holes)
    mirror.transform(skia.Matrix.MakeAll(1, 0, 0, 0, 0.5, foot * 0.5, 0, 0, 1))
    deep = skia.Rect(-0.15 * w, foot, 1.15 * w, foot + 0.1 * h)
    dark = flat(light.shaded(darker(own, 0.35), 0.4), 0.5)
    canvas.save()
    canvas.clipPath(mirror, skia.ClipOp.kDifference, True)
    canvas.drawRect(deep, dark)
    canvas.restore()
    canvas.save()
    canvas.clipPath(holes, skia.ClipOp.kDifference, True)
    canvas.drawPath(wall, down(kerb - 0.02 * h, foot, (0, light.lit(own, 0.2), 1), (0.5, light.on(own), 1), (
        1, light.shaded(darker(own, 0.2), 0.4), 1)))  # fmt: skip
    _courses(sheet, wall, kerb, foot, own)
    ring = flat(light.lit(lighter(own, 0.15), 0.2))
    ring.setStyle(skia.Paint.kStroke_Style)
    ring.setStrokeWidth(30 * u)
    canvas.drawPath(holes, ring)
    wedge = flat(light.shaded(darker(own, 0.3), 0.3), 0.7)
    wedge.setStyle(skia.Paint.kStroke_Style)
    wedge.setStrokeWidth(30 * u)
    wedge.setPathEffect(skia.DashPathEffect.Make([2.4 * u, 27 * u], 0))
    canvas.drawPath(holes, wedge)
    canvas.restore()
    inner = flat(light.shadow, 0.4)
    inner.setStyle(skia.Paint.kStroke_Style)
    inner.setStrokeWidth(26 * u)
    canvas.save()
    canvas.clipPath(holes, True)
    canvas.clipRect(skia.Rect(-0.15 * w, 0, 1.15 * w, foot))
    canvas.drawPath(holes, inner)
    canvas.restore()
    upper = [(x, kerb - _rise(sheet, x)) for x in xs]
    line = outline([*upper, *reversed([(x, y + 13 * u) for x, y in upper])])
    canvas.drawPath(line, flat(light.lit(lighter(own, 0.25), 0.35)))


def _courses(sheet: Sheet, wall: skia.Path, top: float, foot: float, own: Colour) -> None:
    """Stones in rows on a wall, no two alike in tone."""
    light, canvas, w, u = sheet.light, sheet.canvas, sheet.w, sheet.u
    paths = [skia.Path() for _ in range(3)]
    step = 30 * u
    for r in range(int((foot - top) / step) + 3):
        x = -0.15 * w + sheet.between(-60, 0) * u
        while x < 1.15 * w:
            long = sheet.between(44, 96) * u
            k = int(sheet.rng.integers(0, 5))
            if k < 3:
                box = skia.Rect.MakeXYWH(x, top - step + r * step + 2 * u, long - 4 * u, step - 4 * u)
                paths[k].addRRect(skia.RRect.MakeRectXY(box, 4 * u, 4 * u))
            x += long
    canvas.save()
    canvas.clipPath(wall, True)
    for path, tone in zip(paths, (lighter(own, 0.22), darker(own, 0.25), mix(own, hexa("#c8a880"), 0.5)), strict=True):
        canvas.drawPath(path, flat(light.on(tone), 0.45))
    canvas.restore()


def hanging_bridge(sheet: Sheet, line: float, away: float) -> None:
    """A bridge that hangs from two towers across a river, its way over the row `line`; lamps on its cables at night."""
    light, canvas, w, h, u = sheet.light, sheet.canvas, sheet.w, sheet.h, sheet.u
    own = hexa(("#b5523f", "#6f7f90", "#8a9a8a")[int(sheet.rng.integers(0, 3))])
    sheet.layer("hanging bridge", away)
    steel, dark = light.on(own, 0.12), mix(light.shaded(own, 0.4), light.haze, 0.12)
    deck, top = line - 0.055 * h, line - 0.36 * h
    towers = (0.2 * w, 0.8 * w)
    cables, hangers = skia.Path(), skia.Path()
    dots = []
    for start, end, sag in ((-0.4 * w, towers[0], 0.5), (*towers, 1.0), (towers[1], 1.4 * w, 0.5)):
        points = []
        for k in range(33):
            t = k / 32
            s = t if sag == 1.0 else (t if start < 0 else 1 - t) * 0.5 + 0.5
            drop = 4 * s * (1 - s) if sag == 1.0 else 1 - (2 * s - 1) ** 2
            x, y = start + (end - start) * t, top + (deck - 0.03 * h - top) * drop
            points.append(skia.Point(x, y))
            if k % 2 == 0:
                hangers.moveTo(x, y)
                hangers.lineTo(x, deck)
            dots.append((x - 3 * u, y - 3 * u, 6 * u, 6 * u))
        cables.addPoly(points, False)
    thin, thick = flat(steel, 0.7), flat(dark)
    for paint, wide in ((thin, 2.0), (thick, 6.5)):
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(wide * u)
    canvas.drawPath(hangers, thin)
    canvas.drawPath(cables, thick)
    for x in towers:
        for dx in (-24, 24):
            leg = skia.Rect(x + dx * u - 9 * u, top - 10 * u, x + dx * u + 9 * u, line + 6 * u)
            canvas.drawRect(leg, down(leg.top(), leg.bottom(), (0, lighter(steel, 0.2), 1), (1, dark, 1)))
        for y in (top + 4 * u, top + 0.32 * (deck - top), top + 0.66 * (deck - top)):
            canvas.drawRect(skia.Rect(x - 33 * u, y, x + 33 * u, y + 20 * u), flat(steel))
        canvas.drawRect(
            skia.Rect(x - 52 * u, line - 12 * u, x + 52 * u, line + 16 * u), flat(light.on(hexa("#8f8a88"), 0.15))
        )
    canvas.drawRect(skia.Rect(-0.15 * w, deck - 7 * u, 1.15 * w, deck + 13 * u),
                    down(deck - 7 * u, deck + 13 * u, (0, lighter(steel, 0.25), 1), (1, dark, 1)))  # fmt: skip
    if light.lamps:
        lamps = [(boxes(dots[k::3]), flat(hexa("#ffe0a0"))) for k in range(3)]
        sheet.alive("bridge lamps", twinkling(lamps, 0.5), away)
