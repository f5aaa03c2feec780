"""Inside a railway carriage: two wide windows, seats that face each other, and the country that goes by."""

import numpy as np
import skia

from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, light_of, lighter, mix
from pipelines.make.drawn.room import corners
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, outline, ridge
from pipelines.make.drawn.stirrings import breathing, lamplight

# What goes by: colour, how deep in the haze, the row of its foot, its height and its pace as shares of the sheet.
_COUNTRY = (("#7d8fc0", 0.6, 0.46, 0.12, 0.025), ("#5f9a68", 0.36, 0.5, 0.09, 0.08), ("#6fae4a", 0.1, 0.57, 0.07, 0.24))
_CLOTHS = ("#8a3f48", "#3f6a5a", "#3f5a8a", "#a8703a")


def carriage(sheet: Sheet) -> Stage:
    """A compartment of a train under way."""
    w, h = sheet.w, sheet.h
    outside = light_of(sheet.light.hour, sheet.light.weather)
    sheet.layer("sky outside", 30.0)
    stops = list(zip(outside.stops, outside.sky, [1.0] * len(outside.sky), strict=True))
    sheet.canvas.drawRect(skia.Rect(-0.2 * w, 0, 1.2 * w, 0.66 * h), down(0.08 * h, 0.5 * h, *stops))
    for k, (code, far, row, tall, pace) in enumerate(_COUNTRY):
        own = outside.on(sheet.under_snow(hexa(code)), far)
        sheet.alive(f"country {k + 1}", _passing(sheet, own, row * h, tall * h, pace * w, k), 12.0 / (1 + k))
    wood = hexa(("#a8744a", "#8f6248", "#b58a5a")[int(sheet.rng.integers(0, 3))])
    sheet.layer("wall", 2.6)
    _wall(sheet, wood)
    sheet.layer("floor", floor=0.6 * h)
    floor = sheet.light.on(hexa("#7a6a5f"))
    sheet.canvas.drawRect(
        skia.Rect(-0.15 * w, 0.8 * h, 1.15 * w, 1.15 * h),
        down(0.8 * h, h, (0, lighter(floor, 0.12), 1), (1, darker(floor, 0.3), 1)),
    )
    sheet.layer("seats", 2.0)
    cloth = hexa(_CLOTHS[int(sheet.rng.integers(0, len(_CLOTHS)))])
    for side in (-1, 1):
        _seat(sheet, side, cloth)
    _table(sheet, wood)
    if sheet.light.hour in ("night", "dusk", "sunset") or sheet.light.weather == "storm":
        sheet.layer("lamplight", 1.9, light=True, life=breathing(0.93))
        sheet.canvas.drawPicture(
            lamplight([(w * x, 0.1 * h, 0.5 * h, hexa("#ffd9a0"), 0.6) for x in (0.08, 0.5, 0.92)])
        )
    return Stage(0.6 * h, (0.88 * h, 0.95 * h), (0.15 * h, 0.45 * h), lit_by=(w / 2, 0.3 * h), floor=hexa("#7a6a5f"),
                 front=lambda: corners(sheet))  # fmt: skip


def _passing(sheet: Sheet, tone: Colour, base: float, tall: float, pace: float, near: int) -> Live:
    """A line of hills, trees on the nearer ones, that goes by at `pace` pixels a second, for ever."""
    long, u = 1.5 * sheet.w, sheet.u
    line = ridge(sheet.rng, 60, 0.4, 4)
    line = line * np.minimum(1, np.minimum(np.arange(60), np.arange(59, -1, -1)) / 8)  # it ends as it begins
    rows = [(long * k / 59, base - tall * float(v)) for k, v in enumerate(line)]
    hill = outline([(0, 0.72 * sheet.h), *rows, (long, 0.72 * sheet.h)])
    trees = skia.Path()
    for _ in range(0 if not near or not sheet.may("tree") else 16):
        x = sheet.between(0.02, 0.96) * long
        y, r = float(np.interp(x, [p[0] for p in rows], [p[1] for p in rows])), sheet.between(14, 30) * near * u
        trees.addRect(skia.Rect(x - r * 0.12, y - r, x + r * 0.12, y + r * 0.2))
        for dx, dy, s in ((0, -1.5, 0.8), (-0.5, -1.1, 0.6), (0.5, -1.1, 0.62)):
            trees.addCircle(x + dx * r, y + dy * r, s * r)
    body, dark = (
        down(base - tall, base + tall, (0, lighter(tone, 0.1), 1), (1, darker(tone, 0.15), 1)),
        flat(darker(tone, 0.22)),
    )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        shift = (pace * seconds) % long
        for start in (-0.2 * sheet.w - shift, -0.2 * sheet.w - shift + long):
            canvas.save()
            canvas.translate(start, 0)
            canvas.drawPath(trees, dark)
            canvas.drawPath(hill, body)
            canvas.restore()

    return live


def _wall(sheet: Sheet, wood: Colour) -> None:
    """The side of the carriage: panels, two windows with rounded corners and curtains, a rack over them."""
    light, canvas, w, h, u = sheet.light, sheet.canvas, sheet.w, sheet.h, sheet.u
    panes = [skia.Rect(w * a, h * 0.17, w * b, h * 0.575) for a, b in ((0.06, 0.47), (0.53, 0.94))]
    wall, holes = skia.Path(), skia.Path()
    wall.addRect(skia.Rect(-0.15 * w, -0.15 * h, 1.15 * w, 0.83 * h))
    for pane in panes:
        holes.addRRect(skia.RRect.MakeRectXY(pane, 34 * u, 34 * u))
    wall = skia.Op(wall, holes, skia.PathOp.kDifference_PathOp)
    cream = light.on(hexa("#efe2c8"))
    canvas.drawPath(wall, down(0, 0.83 * h, (0, darker(cream, 0.1), 1), (0.3, cream, 1), (1, darker(cream, 0.14), 1)))
    panel = skia.Rect(-0.15 * w, 0.635 * h, 1.15 * w, 0.83 * h)
    canvas.drawRect(
        panel, down(panel.top(), panel.bottom(), (0, light.lit(wood, 0.15), 1), (1, light.on(darker(wood, 0.35)), 1))
    )
    seams = flat(light.on(darker(wood, 0.5)), 0.4)
    seams.setStrokeWidth(2 * u)
    for k in range(-3, 24):
        canvas.drawLine(w * k / 20, panel.top(), w * k / 20, panel.bottom(), seams)
    for pane in panes:
        frame = flat(light.on(hexa("#9aa0a8")))
        frame.setStyle(skia.Paint.kStroke_Style)
        frame.setStrokeWidth(13 * u)
        canvas.drawRRect(skia.RRect.MakeRectXY(pane, 34 * u, 34 * u), frame)
        gleam = [
            (pane.left() + pane.width() * a, pane.top() if k in (1, 2) else pane.bottom())
            for k, a in enumerate((0.1, 0.3, 0.42, 0.22))
        ]
        canvas.save()
        canvas.clipRRect(skia.RRect.MakeRectXY(pane, 34 * u, 34 * u), True)
        canvas.drawPath(outline(gleam), flat((1, 1, 1), 0.1))
        canvas.restore()
        for side in (-1, 1):
            edge = pane.left() if side < 0 else pane.right()
            own = light.on(hexa("#c9503f"))
            drape = skia.Rect(edge - 30 * u, pane.top() - 16 * u, edge + 30 * u, pane.bottom() + 10 * u)
            folds = [(k / 6, lighter(own, 0.12) if k % 2 else darker(own, 0.18), 1.0) for k in range(7)]
            canvas.drawRoundRect(drape, 8 * u, 8 * u, along((drape.left(), 0), (drape.right(), 0), *folds))
    brass = flat(light.on(hexa("#d8b060")))
    canvas.drawRect(skia.Rect(-0.15 * w, 0.135 * h, 1.15 * w, 0.135 * h + 7 * u), brass)
    for x, code, wide in ((0.16, "#8a5a3f", 0.1), (0.3, "#4f6a8a", 0.075), (0.72, "#a8503f", 0.09)):
        own = light.on(hexa(code))
        case = skia.Rect(w * x, 0.135 * h - 62 * u, w * (x + wide), 0.135 * h)
        canvas.drawRoundRect(
            case, 9 * u, 9 * u, down(case.top(), case.bottom(), (0, lighter(own, 0.15), 1), (1, darker(own, 0.25), 1))
        )
        for k in (0.25, 0.75):
            canvas.drawRect(
                skia.Rect.MakeXYWH(case.left() + case.width() * k - 5 * u, case.top(), 10 * u, case.height()),
                flat(darker(own, 0.4), 0.6),
            )


def _seat(sheet: Sheet, side: int, own: Colour) -> None:
    """A bench of the compartment from its side, its back to the edge of the picture."""
    light, canvas, w, h, u = sheet.light, sheet.canvas, sheet.w, sheet.h, sheet.u
    edge = w * (0.5 + side * 0.53)
    lit, plain, dark = light.lit(own, 0.2), light.on(own), light.on(darker(own, 0.35))

    def box(inner: float, outer: float, top: float, bottom: float, round_by: float) -> None:
        a, b = sorted((edge - side * inner * w, edge - side * outer * w))
        rect = skia.Rect(a, h * top, b, h * bottom)
        canvas.drawRoundRect(
            rect,
            round_by * u,
            round_by * u,
            down(rect.top(), rect.bottom(), (0, lit, 1), (0.4, plain, 1), (1, dark, 1)),
        )

    box(0.03, 0.1, 0.42, 0.8, 26)
    box(0.0, 0.19, 0.665, 0.745, 22)
    a, b = sorted((edge - side * 0.02 * w, edge - side * 0.17 * w))
    canvas.drawRect(skia.Rect(a, h * 0.745, b, h * 0.815), flat(light.on(hexa("#4a3a34"))))
    rest = skia.Rect(min(edge, edge - side * 0.105 * w), h * 0.44, max(edge, edge - side * 0.105 * w), h * 0.5)
    canvas.drawRoundRect(rest, 16 * u, 16 * u, flat(mix(light.on(hexa("#f4ead8")), plain, 0.1)))


def _table(sheet: Sheet, wood: Colour) -> None:
    """A small table under the pillar between the windows, with a cup on it."""
    light, canvas, w, h, u = sheet.light, sheet.canvas, sheet.w, sheet.h, sheet.u
    canvas.drawRect(skia.Rect(w * 0.494, h * 0.64, w * 0.506, h * 0.81), flat(light.on(hexa("#6a6f78"))))
    top = skia.Rect(w * 0.41, h * 0.628, w * 0.59, h * 0.65)
    canvas.drawRoundRect(
        top,
        8 * u,
        8 * u,
        down(top.top(), top.bottom(), (0, light.lit(wood, 0.3), 1), (1, light.on(darker(wood, 0.3)), 1)),
    )
    cup = skia.Rect(w * 0.54, h * 0.592, w * 0.54 + 40 * u, h * 0.63)
    canvas.drawRoundRect(cup, 8 * u, 8 * u, flat(light.on(hexa("#f6f2ea"))))
