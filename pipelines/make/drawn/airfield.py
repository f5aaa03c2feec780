"""An airfield: the apron before a terminal with its tower, airliners that stand there, lamps along the way."""

import skia

from pipelines.make.drawn import land
from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.stirrings import blinking, boxes, breathing, lamplight
from pipelines.make.drawn.streetware import Glow
from pipelines.make.drawn.trains import LIT
from pipelines.make.drawn.weather import mist

ALOFT = frozenset({"flies", "fly", "flying", "soars", "lands", "landing", "takes", "taking", "rises", "climbs"})
_TONES = ("#2f6fb0", "#c8443a", "#2f8a7a", "#e0983a", "#5a4f9a")


def apron(sheet: Sheet) -> Stage:
    """Where airliners stand before the terminal; one stands near if it is named."""
    w, h = sheet.w, sheet.h
    eye = h * 0.57
    sun = open_sky(sheet, eye)
    sheet.layer("far hills", 30.0)
    land.hills(
        sheet,
        eye + 6 * sheet.u,
        h * 0.07,
        sheet.under_snow(hexa("#6f9a7a")),
        0.55,
        trees=0.4 if sheet.may("tree") else 0.0,
    )
    side = 1 if sun[0] < w / 2 else -1
    lamps: list[Glow] = []
    sheet.layer("terminal", 14.0)
    _terminal(sheet, w * (0.5 + side * 0.24), eye + 0.018 * h, h * 0.13, side, lamps)
    _shining(sheet, lamps, 13.9)
    mist(sheet, eye + 0.01 * h, h * 0.05, 0.35)
    sheet.layer("apron", floor=eye)
    _concrete(sheet, eye + 0.018 * h, eye)
    near: list[Glow] = []
    hero = sheet.told("airplane", "plane", "jet", "airliner", "fluent:airplane") and not sheet.told(*ALOFT)
    for share, row in () if hero else ((-0.3, 0.635), (0.05, 0.66)):
        foot = h * row
        sheet.layer("airliner", sheet.away(foot, eye))
        airliner(sheet, w * (0.5 + side * share), foot, h * (row - 0.57) * 6.4, -side, near)
    if hero:
        foot = h * 0.82
        sheet.layer("near airliner", sheet.away(foot, eye))
        airliner(sheet, w * (0.5 - side * 0.03), foot, min(w * 0.84, h * 1.5), side, near)
    _shining(sheet, [*near, *_edge_lamps(sheet, eye)], 1.6)
    return Stage(eye, (h * 0.88, h * 0.95), (h * 0.1, h * 0.34), lit_by=sun, floor=hexa("#a8a8a4"))


def _shining(sheet: Sheet, lamps: list[Glow], away: float) -> None:
    if sheet.light.lamps and lamps:
        sheet.layer("lamplight", away, light=True, life=breathing(0.93))
        sheet.canvas.drawPicture(lamplight(lamps))


def _terminal(sheet: Sheet, x: float, base: float, tall: float, side: int, lamps: list[Glow]) -> None:
    """A long hall of glass under a swung roof, and the control tower beside it."""
    light, canvas, u = sheet.light, sheet.canvas, sheet.u
    wide, far = tall * 4.2, 0.16
    glass = mix(light.sky[1], light.on(hexa("#6f94b0")), 0.45)
    body = skia.Rect(x - wide, base - tall * 0.72, x + wide, base)
    tones = ((0, LIT, 1), (1, darker(LIT, 0.25), 1)) if light.lamps else ((0, lighter(glass, 0.35), 1), (1, glass, 1))
    canvas.drawRect(body, down(body.top(), base, *tones))
    bars = skia.Path()
    for k in range(-14, 15):
        bars.addRect(skia.Rect.MakeXYWH(x + k * wide / 14 - 1.5 * u, body.top(), 3 * u, tall * 0.72))
    for up in (0.36, 0.06):
        bars.addRect(skia.Rect.MakeXYWH(x - wide, base - tall * up, 2 * wide, 4 * u))
    canvas.drawPath(bars, flat(light.on(hexa("#e8ecf0"), far)))
    roof = skia.Path()
    roof.moveTo(x - wide * 1.06, body.top() + 7 * u)
    roof.quadTo(x - side * wide * 0.3, body.top() - tall * 0.62, x + wide * 1.06, body.top() + 7 * u)
    roof.close()
    pale = light.on(hexa("#f0f3f6"), far)
    canvas.drawPath(
        roof, down(body.top() - tall * 0.3, body.top() + 9 * u, (0, lighter(pale, 0.3), 1), (1, darker(pale, 0.14), 1))
    )
    tx, wall = x - side * wide * 1.28, light.on(hexa("#dfe2e6"), far)
    shaft = [(tx - tall * 0.13, base), (tx - tall * 0.09, base - tall * 1.5), (tx + tall * 0.09, base - tall * 1.5),
             (tx + tall * 0.13, base)]  # fmt: skip
    canvas.drawPath(
        outline(shaft), along((tx - tall * 0.13, 0), (tx + tall * 0.13, 0), (0, wall, 1), (1, darker(wall, 0.25), 1))
    )
    cab = [(tx + a * tall, base - b * tall) for a, b in ((-0.2, 1.48), (-0.3, 1.82), (0.3, 1.82), (0.2, 1.48))]
    canvas.drawPath(outline(cab), flat(LIT if light.lamps else darker(glass, 0.2)))
    canvas.drawRect(skia.Rect(tx - tall * 0.34, base - tall * 1.9, tx + tall * 0.34, base - tall * 1.81), flat(pale))
    canvas.drawRect(skia.Rect(tx - 1.6 * u, base - tall * 2.2, tx + 1.6 * u, base - tall * 1.9), flat(wall))
    if light.lamps:
        lamps += [(x + k * wide * 0.5, base - tall * 0.3, tall * 1.3, LIT, 0.5) for k in (-1.6, -0.5, 0.5, 1.6)]
        lamps.append((tx, base - tall * 1.65, tall * 0.7, LIT, 0.6))
    beacon = boxes([(tx - 4 * u, base - tall * 2.25, 8 * u, 8 * u)])
    sheet.alive("beacon", blinking([(beacon, flat(hexa("#ff5a4a")))], 2), 14.0)


def _concrete(sheet: Sheet, top: float, eye: float) -> None:
    """The apron in large slabs with its yellow lines; grass behind it."""
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    left, right, stone = -0.15 * w, 1.15 * w, sheet.under_snow(hexa("#b4b4b0"), 0.65)
    tones = ((0, light.on(stone, 0.4), 1), (0.2, light.on(stone, 0.1), 1), (1, light.on(darker(stone, 0.3)), 1))
    sheet.canvas.drawRect(skia.Rect(left, top, right, h * 1.12), down(top, h, *tones))
    seam, rows = flat(light.on(darker(stone, 0.5)), 0.25), (0.06, 0.16, 0.32, 0.56, 0.9)
    seam.setStrokeWidth(2 * u)
    for t in rows:
        sheet.canvas.drawLine(left, top + (h - top) * t, right, top + (h - top) * t, seam)
    grow = (h * 1.1 - eye) / (top + 0.02 * h - eye)
    for k in range(-9, 10):
        x = w / 2 + k * w * 0.03
        sheet.canvas.drawLine(x, top + 0.02 * h, w / 2 + (x - w / 2) * grow, h * 1.1, seam)
    for start, bend, end, thick in (
        ((0.1, 0.0), (0.42, 0.3), (-0.15, 0.52), 1.0),
        ((0.62, 0.0), (0.5, 0.5), (1.15, 0.8), 1.5),
    ):
        points = [skia.Point(w * x, top + (h - top) * y) for x, y in (start, bend, end)]
        line = skia.Path()
        for near, shift in ((0, 0.0), (1, 13 * u * thick)):
            ends = [
                points[0],
                skia.Point(points[1].x(), points[1].y() + shift * 0.6),
                skia.Point(points[2].x(), points[2].y() + shift),
            ]
            if near:
                line.lineTo(ends[2])
                line.quadTo(ends[1], ends[0])
            else:
                line.moveTo(ends[0])
                line.quadTo(ends[1], ends[2])
        sheet.canvas.drawPath(line, flat(light.on(hexa("#f0c83a")), 0.9))
    if light.weather in ("rain", "storm"):
        gloss = down(top, h, (0, light.sky[-1], 0.4), (1, light.sky[-2], 0.1))
        sheet.canvas.drawRect(skia.Rect(left, top, right, h * 1.12), gloss)


def _edge_lamps(sheet: Sheet, eye: float) -> list[Glow]:
    """Blue lamps along the edge of the apron."""
    found: list[Glow] = []
    sheet.layer("edge lamps", 1.6)
    for k in range(9):
        x, y = sheet.w * (0.03 + 0.118 * k), sheet.h * (0.865 if k % 2 else 0.86)
        r = 7 * sheet.u
        sheet.canvas.drawRect(
            skia.Rect(x - r * 0.3, y, x + r * 0.3, y + 2.4 * r), flat(sheet.light.on(hexa("#5a606a")))
        )
        sheet.canvas.drawCircle(
            x, y, r, flat(hexa("#8ab8ff") if sheet.light.lamps else sheet.light.on(hexa("#b8cfe8")))
        )
        found.append((x, y, 90 * sheet.u, hexa("#5f98ff"), 0.55))
    return found


def airliner(sheet: Sheet, x: float, foot: float, long: float, way: int, lamps: list[Glow]) -> None:
    """An airliner from the side, its wheels on the row `foot`, `long` pixels from nose to tail, its nose to `way`."""
    light, canvas = sheet.light, sheet.canvas
    own = hexa(_TONES[int(sheet.rng.integers(0, len(_TONES)))])
    white, middle, r = light.on(hexa("#f6f8fa")), foot - 0.118 * long, 0.054 * long
    far = 0.3 if long < 0.6 * sheet.h else 0.0
    white, tone = mix(white, light.haze, far), mix(light.on(own), light.haze, far)

    def at(ahead: float, up: float) -> tuple[float, float]:
        return x + way * ahead * long, middle - up * long

    shade = skia.Rect(x - long * 0.5, foot - 0.018 * long, x + long * 0.5, foot + 0.026 * long)
    canvas.drawOval(shade, flat(light.shadow, 0.35, 0.012 * long))
    gear, tyre = (
        flat(mix(light.on(hexa("#6a707a")), light.haze, far)),
        flat(mix(light.on(hexa("#2c2e36")), light.haze, far)),
    )
    for ahead, size in ((0.36, 0.017), (-0.02, 0.021), (-0.062, 0.021)):
        gx, gy = at(ahead, 0.0)
        canvas.drawRect(skia.Rect(gx - 0.005 * long, gy, gx + 0.005 * long, foot - size * long), gear)
        canvas.drawCircle(gx, foot - size * long, size * long, tyre)
    wing_far = [at(0.03, 0.01), at(-0.1, 0.1), at(-0.15, 0.1), at(-0.09, 0.0)]
    canvas.drawPath(outline(wing_far), flat(darker(white, 0.25)))
    fin = [at(-0.3, 0.045), at(-0.43, 0.2), at(-0.5, 0.2), at(-0.455, 0.03)]
    canvas.drawPath(
        outline(fin), down(middle - 0.2 * long, middle, (0, lighter(tone, 0.15), 1), (1, darker(tone, 0.15), 1))
    )
    body = skia.Path()
    body.moveTo(*at(-0.5, 0.042))
    body.cubicTo(*at(-0.4, 0.056), *at(-0.3, 0.054), *at(-0.2, 0.054))
    body.lineTo(*at(0.36, 0.054))
    body.cubicTo(*at(0.42, 0.054), *at(0.47, 0.03), *at(0.5, -0.012))
    body.cubicTo(*at(0.5, -0.036), *at(0.42, -0.054), *at(0.36, -0.054))
    body.lineTo(*at(-0.2, -0.054))
    body.cubicTo(*at(-0.32, -0.05), *at(-0.42, 0.0), *at(-0.5, 0.03))
    body.close()
    canvas.drawPath(
        body, down(middle - r, middle + r, (0, lighter(white, 0.5), 1), (0.5, white, 1), (1, darker(white, 0.38), 1))
    )
    canvas.save()
    canvas.clipPath(body, True)
    canvas.drawRect(skia.Rect(x - long / 2, middle + 0.012 * long, x + long / 2, middle + 0.023 * long), flat(tone))
    canvas.drawPath(outline([at(-0.26, 0.08), at(-0.4, -0.08), at(-0.6, -0.08), at(-0.6, 0.08)]), flat(tone))
    panes, doors = skia.Path(), skia.Path()
    for k in range(30):
        px, py = at(-0.23 + 0.0195 * k, 0.012)
        if k not in (3, 12, 25):
            pane = skia.Rect.MakeXYWH(px - 0.0045 * long, py - 0.008 * long, 0.009 * long, 0.013 * long)
            panes.addRRect(skia.RRect.MakeRectXY(pane, 0.004 * long, 0.004 * long))
        else:
            doors.addRect(skia.Rect.MakeXYWH(px - 0.009 * long, py - 0.018 * long, 0.018 * long, 0.042 * long))
    panes.addPoly([skia.Point(*p) for p in (at(0.425, 0.038), at(0.452, 0.02), at(0.418, 0.014), at(0.4, 0.038))], True)
    glass = LIT if light.lamps else mix(light.on(hexa("#3f5670")), light.haze, far)
    canvas.drawPath(panes, flat(glass))
    frame = flat(darker(white, 0.4), 0.8)
    frame.setStyle(skia.Paint.kStroke_Style)
    frame.setStrokeWidth(max(1.0, 0.002 * long))
    canvas.drawPath(doors, frame)
    canvas.restore()
    canvas.drawPath(
        outline([at(-0.39, 0.03), at(-0.5, 0.052), at(-0.54, 0.052), at(-0.47, 0.024)]), flat(darker(white, 0.12))
    )
    wing = [
        at(0.11, -0.022),
        at(-0.14, -0.074),
        at(-0.2, -0.074),
        at(-0.21, -0.082),
        at(-0.14, -0.03),
        at(-0.1, -0.022),
    ]
    canvas.drawPath(
        outline(wing), down(middle, middle + 0.08 * long, (0, lighter(white, 0.1), 1), (1, darker(white, 0.3), 1))
    )
    (ex, ey), ew = at(0.035, -0.073), 0.095 * long
    pod = skia.Rect(ex - ew / 2, ey - 0.026 * long, ex + ew / 2, ey + 0.026 * long)
    canvas.drawRoundRect(
        pod,
        0.03 * long,
        0.026 * long,
        down(pod.top(), pod.bottom(), (0, lighter(tone, 0.35), 1), (1, darker(tone, 0.35), 1)),
    )
    mouth = ex + way * ew * 0.42
    canvas.drawOval(
        skia.Rect(mouth - 0.012 * long, pod.top() + 1, mouth + 0.012 * long, pod.bottom() - 1), flat(darker(white, 0.6))
    )
    if light.lamps:
        lamps += [(*at(k * 0.2, 0.0), 0.09 * long, LIT, 0.3) for k in (-1, 0, 1)]
        lamps.append((*at(0.36, -0.09), 0.12 * long, hexa("#fff4d0"), 0.8))
