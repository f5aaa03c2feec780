"""A railway station in the open: tracks between two platforms, a house with a clock, a roof on columns, a train."""

import math

import skia

from pipelines.make.drawn import skylines, trains
from pipelines.make.drawn.growth import tree
from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.stirrings import breathing, lamplight
from pipelines.make.drawn.streetware import Glow
from pipelines.make.drawn.trains import LIT
from pipelines.make.drawn.weather import mist

_TRAIN = ("train", "trains", "locomotive", "fluent:locomotive", "express", "railcar")


def platform(sheet: Sheet) -> Stage:
    """A platform of a country town's station, seen across its tracks; a train stands there if one is named."""
    w, h = sheet.w, sheet.h
    eye = h * 0.6
    sun = open_sky(sheet, eye)
    skylines.house_row(sheet, h * 0.63, h * 0.09, max(6, round(9 * w / h)), 0.6, 20.0)
    sheet.layer("far trees", 14.0)
    for k in range(9):
        if sheet.may("tree"):
            tree(sheet, w * (k / 8 + sheet.between(-0.05, 0.05)), h * 0.64, h * sheet.between(0.1, 0.17), 0.34)
    mist(sheet, h * 0.62, h * 0.05, 0.3)
    lamps: list[Glow] = []
    sheet.layer("station house", 8.0)
    _house(sheet, w * sheet.between(0.42, 0.62), h * 0.655, h * 0.3, lamps)
    _shining(sheet, lamps, 7.9)
    lamps.clear()
    sheet.layer("tracks", floor=eye)
    _tracks(sheet, eye)
    if sheet.told(*_TRAIN):
        trains.train(sheet, h * 0.762, h * 0.46, lamps, sheet.away(h * 0.762, eye))
    sheet.layer("platform", floor=eye)
    _paving(sheet, h * 0.79, eye)
    _roof(sheet, lamps, sheet.away(h * 0.84, eye))
    _shining(sheet, lamps, 1.7)
    return Stage(eye, (h * 0.885, h * 0.95), (h * 0.12, h * 0.32), lit_by=sun, floor=hexa("#a8a098"))


def _shining(sheet: Sheet, lamps: list[Glow], away: float) -> None:
    if sheet.light.lamps:
        sheet.layer("lamplight", away, light=True, life=breathing(0.93))
        sheet.canvas.drawPicture(lamplight(lamps))


def _house(sheet: Sheet, x: float, base: float, tall: float, lamps: list[Glow]) -> None:
    """The station's house on the far platform: two long wings and a gable with the clock."""
    light, canvas, u = sheet.light, sheet.canvas, sheet.u
    wall, trim = hexa(("#c8805f", "#d8b078", "#b5746a")[int(sheet.rng.integers(0, 3))]), hexa("#f2e6d2")
    tile = light.on(sheet.under_snow(hexa("#5f5a68")), 0.1)
    wide = tall * 2.6
    body = skia.Rect(x - wide, base - tall * 0.58, x + wide, base)
    canvas.drawRect(body, down(body.top(), base, (0, light.lit(wall, 0.15), 1), (1, light.on(darker(wall, 0.2)), 1)))
    roof = [(x - wide * 1.04, body.top()), (x - wide * 0.93, base - tall * 0.84), (x + wide * 0.93, base - tall * 0.84),
            (x + wide * 1.04, body.top())]  # fmt: skip
    canvas.drawPath(outline(roof), down(base - tall * 0.84, body.top(), (0, lighter(tile, 0.18), 1), (1, tile, 1)))
    gable = skia.Rect(x - tall * 0.42, base - tall * 0.86, x + tall * 0.42, base)
    canvas.drawRect(gable, down(gable.top(), base, (0, light.lit(wall, 0.25), 1), (1, light.on(wall), 1)))
    peak = [(x - tall * 0.5, gable.top() + u), (x, base - tall * 1.18), (x + tall * 0.5, gable.top() + u)]
    canvas.drawPath(outline(peak), flat(tile))
    panes, frames = skia.Path(), skia.Path()
    for k in (*range(-6, -1), *range(2, 7)):
        cx = x + k * tall * 0.37
        for path, grow in ((frames, 0.02), (panes, 0.0)):
            half, low = tall * (0.09 + grow), base - tall * (0.1 - grow)
            path.addRect(skia.Rect(cx - half, base - tall * 0.37, cx + half, low))
            path.addCircle(cx, base - tall * 0.37, half)
    door = skia.Rect(x - tall * 0.13, base - tall * 0.42, x + tall * 0.13, base)
    frames.addRRect(skia.RRect.MakeRectXY(door.makeOutset(tall * 0.03, tall * 0.03), tall * 0.1, tall * 0.1))
    panes.addRRect(skia.RRect.MakeRectXY(door, tall * 0.08, tall * 0.08))
    canvas.drawPath(frames, flat(light.on(trim)))
    canvas.drawPath(panes, flat(LIT if light.lamps else mix(light.sky[1], light.on(hexa("#4f6a88")), 0.5)))
    _dial(sheet, x, base - tall * 0.68, tall * 0.13)
    if light.lamps:
        lamps += [(x + k * tall * 1.1, base - tall * 0.25, tall * 0.8, LIT, 0.5) for k in (-1, 0, 1)]
    canvas.drawRect(skia.Rect(-0.15 * sheet.w, base, 1.15 * sheet.w, base + 9 * u), flat(light.on(hexa("#b8b0a4"))))


def _dial(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A station clock that shows ten past ten."""
    if not sheet.shows("clock"):
        return
    canvas, light = sheet.canvas, sheet.light
    canvas.drawCircle(x, y, r * 1.14, flat(light.on(hexa("#39404e"))))
    canvas.drawCircle(x, y, r, flat(hexa("#fff6dc") if light.lamps else light.on(hexa("#fbf8ee"))))
    ink = flat(hexa("#2a2f3a"))
    ink.setStrokeCap(skia.Paint.kRound_Cap)
    for k in range(12):
        a = math.pi * k / 6
        ink.setStrokeWidth(r * (0.1 if k % 3 == 0 else 0.05))
        canvas.drawLine(x + r * 0.76 * math.sin(a), y - r * 0.76 * math.cos(a), x + r * 0.88 * math.sin(a),
                        y - r * 0.88 * math.cos(a), ink)  # fmt: skip
    for a, long, thick in ((-0.97, 0.5, 0.11), (1.05, 0.72, 0.075)):
        ink.setStrokeWidth(r * thick)
        canvas.drawLine(x, y, x + r * long * math.sin(a), y - r * long * math.cos(a), ink)


def _second_hand(x: float, y: float, r: float) -> Live:
    """The red hand of a station clock: it goes round in a minute."""

    def live(canvas: skia.Canvas, seconds: float) -> None:
        a = 2 * math.pi * (seconds / 60 + 0.42)
        red = flat(hexa("#d8402f"))
        red.setStrokeWidth(r * 0.05)
        tip = (x + r * 0.62 * math.sin(a), y - r * 0.62 * math.cos(a))
        canvas.drawLine(x - r * 0.2 * math.sin(a), y + r * 0.2 * math.cos(a), *tip, red)
        canvas.drawCircle(*tip, r * 0.09, red)

    return live


def _tracks(sheet: Sheet, eye: float) -> None:
    """Gravel with two tracks: sleepers, and rails that shine."""
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    top, end, stone = h * 0.66, h * 0.81, sheet.under_snow(hexa("#8f867e"))
    tones = ((0, light.on(stone, 0.15), 1), (1, light.on(darker(stone, 0.3)), 1))
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, top, 1.15 * w, end), down(top, end, *tones))
    for tone, k in ((lighter(stone, 0.25), 0), (darker(stone, 0.35), 1)):
        grit = skia.Path()
        for _ in range(420):
            t = sheet.between(0, 1)
            grit.addOval(skia.Rect.MakeXYWH(sheet.between(-0.1, 1.1) * w, top + (end - top) * t, (3 + 4 * t) * u,
                                            (1.4 + 2 * t) * u))  # fmt: skip
        sheet.canvas.drawPath(grit, flat(light.on(tone), 0.5 - 0.1 * k))
    for far, near in ((0.682, 0.7), (0.742, 0.772)):
        y0, y1 = h * far, h * near
        ties = skia.Path()
        step, spread = w * (far - 0.6) * 0.62, (near - 0.6) / (far - 0.6)
        for k in range(-30, 31):
            a = w / 2 + k * step
            b = w / 2 + (a - w / 2) * spread
            ties.addPoly([skia.Point(a, y0 - 4 * u), skia.Point(a + step * 0.42, y0 - 4 * u),
                          skia.Point(b + step * 0.46, y1 + 7 * u), skia.Point(b, y1 + 7 * u)], True)  # fmt: skip
        sheet.canvas.drawPath(ties, flat(light.on(hexa("#5a463c"))))
        for y, thick in ((y0, 4.5), (y1, 7.0)):
            rail = skia.Rect(-0.15 * w, y - thick * u / 2, 1.15 * w, y + thick * u / 2)
            shine = mix(light.lit(hexa("#b8bcc4"), 0.4), light.sky[-1], 0.3)
            sheet.canvas.drawRect(
                rail, down(rail.top(), rail.bottom(), (0, shine, 1), (1, light.on(hexa("#4a4048")), 1))
            )


def _paving(sheet: Sheet, top: float, eye: float) -> None:
    """The near platform: its edge, a white line, slabs."""
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    stone = sheet.under_snow(hexa(("#b8b0a6", "#aaa6a8", "#c0b098")[int(sheet.rng.integers(0, 3))]), 0.6)
    left, right = -0.15 * w, 1.15 * w
    sheet.canvas.drawRect(skia.Rect(left, top, right, top + 13 * u), flat(light.on(darker(stone, 0.55))))
    edge = top + 11 * u
    tones = ((0, light.on(lighter(stone, 0.22)), 1), (0.3, light.on(stone), 1), (1, light.on(darker(stone, 0.32)), 1))
    sheet.canvas.drawRect(skia.Rect(left, edge, right, h * 1.12), down(edge, h, *tones))
    grow, seam = (h * 1.1 - eye) / (edge - eye), flat(light.on(darker(stone, 0.5)), 0.28)
    seam.setStrokeWidth(2 * u)
    for i in range(-18, 19):
        sheet.canvas.drawLine(w / 2 + i * w * 0.05, edge, w / 2 + i * w * 0.05 * grow, h * 1.1, seam)
    for i in range(1, 5):
        y = edge + (h * 1.08 - edge) * (i / 4) ** 1.5
        sheet.canvas.drawLine(left, y, right, y, seam)
    sheet.canvas.drawRect(skia.Rect(left, edge + 15 * u, right, edge + 24 * u), flat(light.on(hexa("#fbf4dc")), 0.9))
    if light.weather in ("rain", "storm"):
        sheet.canvas.drawRect(skia.Rect(left, edge, right, h * 1.12),
                              down(edge, h, (0, light.sky[-1], 0.3), (1, light.sky[-2], 0.08)))  # fmt: skip


def _roof(sheet: Sheet, lamps: list[Glow], away: float) -> None:
    """The roof over the near platform on its columns, a clock and lamps that hang from it."""
    light, canvas, w, h, u = sheet.light, sheet.canvas, sheet.w, sheet.h, sheet.u
    iron, wood = light.on(hexa("#3f5a54")), light.on(hexa("#c98f5f"))
    sheet.layer("roof", away)
    high = h * 0.062
    for x in (0.07, 0.93) if w > h else (0.06, 0.94):
        cx = w * x
        column = skia.Rect(cx - 11 * u, high, cx + 11 * u, h * 0.842)
        canvas.drawRect(column, along((column.left(), 0), (column.right(), 0), (0, lighter(iron, 0.3), 1),
                                      (0.5, iron, 1), (1, darker(iron, 0.45), 1)))  # fmt: skip
        canvas.drawRect(skia.Rect(cx - 22 * u, h * 0.8, cx + 22 * u, h * 0.845), flat(darker(iron, 0.25)))
        brace = flat(iron)
        brace.setStyle(skia.Paint.kStroke_Style)
        brace.setStrokeWidth(9 * u)
        for side in (-1, 1):
            canvas.drawArc(skia.Rect(cx - 130 * u + side * 130 * u, high, cx + 130 * u + side * 130 * u,
                                     high + 250 * u), 180 if side > 0 else 270, 90, False, brace)  # fmt: skip
    canvas.drawRect(skia.Rect(-0.15 * w, -0.15 * h, 1.15 * w, high),
                    down(-0.05 * h, high, (0, darker(wood, 0.5), 1), (1, darker(wood, 0.15), 1)))  # fmt: skip
    fringe, step, k = skia.Path(), 26 * u, 0
    while -0.15 * w + k * step < 1.15 * w:
        x = -0.15 * w + k * step
        fringe.addPoly([skia.Point(x, high), skia.Point(x + step - 3 * u, high),
                        skia.Point(x + step - 3 * u, high + 26 * u), skia.Point(x + step / 2, high + 40 * u),
                        skia.Point(x, high + 26 * u)], True)  # fmt: skip
        k += 1
    canvas.drawPath(fringe, down(high, high + 40 * u, (0, lighter(iron, 0.2), 1), (1, iron, 1)))
    cx, cy, r = w * (0.5 + 0.22 * (1 if light.sun_at[0] < 0.5 else -1)), h * 0.2, h * 0.052
    if sheet.may("clock"):
        canvas.drawRect(skia.Rect(cx - 5 * u, high, cx + 5 * u, cy - r), flat(darker(iron, 0.2)))
    _dial(sheet, cx, cy, r)
    for x in (0.26, 0.5, 0.74) if sheet.shows("pendant") else ():
        if abs(w * x - cx) < 0.1 * w:
            continue
        canvas.drawRect(skia.Rect(w * x - 2 * u, high, w * x + 2 * u, high + 74 * u), flat(iron))
        shade = [(w * x - 30 * u, high + 96 * u), (w * x - 11 * u, high + 70 * u), (w * x + 11 * u, high + 70 * u),
                 (w * x + 30 * u, high + 96 * u)]  # fmt: skip
        canvas.drawPath(outline(shade), flat(iron))
        canvas.drawOval(skia.Rect(w * x - 15 * u, high + 88 * u, w * x + 15 * u, high + 110 * u),
                        flat(hexa("#fff0bf") if light.lamps else light.on(hexa("#e8e8e0"))))  # fmt: skip
        lamps.append((w * x, high + 100 * u, 300 * u, LIT, 0.7))
    if sheet.may("clock"):
        sheet.alive("clock hand", _second_hand(cx, cy, r), away)
