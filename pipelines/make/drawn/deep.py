"""The sea from below: light from the surface, reefs, weeds and bubbles."""

import math

import skia

from pipelines.make.drawn.layering import Life, Live, Pose
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, around, down, flat, glow, outline, smooth
from pipelines.make.drawn.stirrings import LOOP, coming_and_going, motes, swaying, together, wave


def deep(sheet: Sheet) -> None:
    """Under water: light from above, shafts that sway, the moving surface."""
    light, w, h = sheet.light, sheet.w, sheet.h
    top, mid, low = (light.on(hexa(c)) for c in ("#7fe3e6", "#1c86b8", "#0b2f63"))
    if light.dark > 0.5:
        top, mid, low = (mix(c, hexa("#061536"), 0.45) for c in (top, mid, low))
    sheet.layer("depths")
    sheet.canvas.drawRect(
        skia.Rect(-0.1 * w, -0.1 * h, 1.1 * w, 1.1 * h),
        down(0, h, (0, lighter(top, 0.35), 1), (0.12, top, 1), (0.5, mid, 1), (1, low, 1)),
    )
    sun = light.sun_at[0] * w
    glow(sheet, sun, -h * 0.05, h * 0.75, lighter(top, 0.6), 0.7)
    for k in range(2):
        sway = _swaying_light(sun, -0.4 * h, 0.5, k / 2)
        sheet.layer("shafts", 14.0 - 3 * k, light=True, life=sway)
        for i in range(k, 10, 2):
            _shaft(sheet, sun, sun + (i - 4.5) * w * 0.125 + sheet.between(-50, 50) * sheet.u, top)
    sheet.alive("surface", _surface(sheet), 12.0)


def _swaying_light(x: float, y: float, low: float, phase: float) -> Life:
    """Shafts lean and breathe."""
    return lambda seconds: Pose(
        lean=0.03 * wave(seconds, 1, phase),
        alpha=low + (1 - low) * (0.5 + 0.5 * wave(seconds, 1, phase + 0.2)),
        anchor=(x, y),
    )


def _shaft(sheet: Sheet, sun: float, x: float, tone: Colour) -> None:
    lean = (x - sun) * 0.5 + sheet.between(-60, 60) * sheet.u
    wide = sheet.between(18, 70) * sheet.u
    reach = sheet.h * sheet.between(0.6, 0.95)
    shaft = outline([(x - wide * 0.4, -90), (x + wide * 0.4, -90), (x + lean + wide * 1.6, reach),
                     (x + lean - wide * 1.6, reach)])  # fmt: skip
    paint = adding(down(0, reach, (0, lighter(tone, 0.5), 0.42), (1, tone, 0)))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 9 * sheet.u))
    sheet.canvas.drawPath(shaft, paint)


def _surface(sheet: Sheet) -> Live:
    """The waves from below: flat lights along the upper edge that wander."""
    groups = []
    for k in range(8):
        path = skia.Path()
        for _ in range(6):
            t = sheet.between(0, 1) ** 1.5
            length = sheet.between(40, 190) * sheet.u
            x, y = sheet.between(0, 1) * sheet.w, sheet.h * 0.085 * t
            path.addOval(skia.Rect.MakeXYWH(x - length, y, 2 * length, (3 + 6 * t) * sheet.u))
        groups.append((path, flat((1, 1, 1), 0.2 + 0.06 * (k % 3))))
    return coming_and_going(groups, 1, (40 * sheet.u, 5 * sheet.u))


def reef(sheet: Sheet, floor: float) -> None:
    """Far and near reefs, a shoal between them, and the sandy floor from height `floor`."""
    light, w, h = sheet.light, sheet.w, sheet.h
    murk = mix(light.on(hexa("#1c86b8")), light.on(hexa("#0b2f63")), 0.4)
    for row in range(2):
        base = floor + row * 0.05 * h
        sheet.layer("reef", (8.0, 3.6)[row])
        colour = mix(light.on(hexa("#173f66")), murk, 0.75 - 0.45 * row)
        for i in range(7):
            x = w * ((i + sheet.between(0, 1)) / 7 * 1.2 - 0.1)
            size = sheet.between(60, 190) * sheet.u * (1.2 - 0.2 * row)
            _crag(sheet, x, base, size, colour, murk)
        if sheet.may("fish", "animal"):
            tone = mix(colour, (0.02, 0.1, 0.25), 0.35)
            sheet.alive("shoal", _shoal(sheet, h * sheet.between(0.3, 0.62), tone, 1.5 - 0.6 * row), (6.0, 3.0)[row])
    sheet.layer("sea floor", floor=h * 0.5)
    sand = light.on(hexa("#c9b98c"))
    tones = ((0, mix(sand, murk, 0.85), 1), (0.4, mix(sand, murk, 0.55), 1), (1, mix(sand, murk, 0.3), 1))
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, floor, 1.15 * w, h * 1.1), down(floor, h, *tones))
    for _ in range(34):
        t = sheet.between(0, 1) ** 1.4
        y, r = floor + (h - floor) * t, (60 + 220 * t) * sheet.u
        box = skia.Rect.MakeXYWH(sheet.between(-0.1, 1.1) * w - r, y, 2 * r, 5 * sheet.u + r * 0.05)
        sheet.canvas.drawOval(box, flat(lighter(sand, 0.3), 0.16, 2 * sheet.u))
    sheet.layer("light on the floor", floor=h * 0.5, live=_caustics(sheet, floor))


def _crag(sheet: Sheet, x: float, base: float, size: float, colour: Colour, murk: Colour) -> None:
    """A rounded rock of the reef, its crown caught by the light from above."""
    bump = smooth([(x - size * 1.5, base + 90), (x - size * 1.1, base - size * 0.4), (x - size * 0.35, base - size),
                   (x + size * 0.1, base - size * 0.72), (x + size * 0.6, base - size * 0.85),
                   (x + size * 1.2, base - size * 0.2), (x + size * 1.5, base + 90)])  # fmt: skip
    crown = mix(colour, sheet.light.on(hexa("#6fd0d8")), 0.3)
    sheet.canvas.drawPath(
        bump, down(base - size, base, (0, crown, 1), (0.35, colour, 1), (1, mix(colour, murk, 0.5), 1))
    )


def _caustics(sheet: Sheet, floor: float) -> Live:
    """The net of light that waves throw on the sand."""
    groups = []
    for _ in range(6):
        path = skia.Path()
        for _ in range(7):
            t = sheet.between(0.05, 1)
            x, y, r = sheet.between(0, 1) * sheet.w, floor + (sheet.h - floor) * t, (40 + 130 * t) * sheet.u
            path.moveTo(x - r, y)
            path.quadTo(x - r * 0.3, y - r * 0.1, x + r * 0.1, y)
            path.quadTo(x + r * 0.5, y + r * 0.12, x + r, y - r * 0.03)
        paint = flat(lighter(sheet.light.on(hexa("#a9f0ea")), 0.3), 0.3)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(3.4 * sheet.u)
        groups.append((path, paint))
    return coming_and_going(groups, 1, (24 * sheet.u, 0))


def _shoal(sheet: Sheet, y: float, tone: Colour, size: float) -> Live:
    """Small fish that pass together, in three ranks that shift against each other."""
    way = 1 if sheet.rng.random() < 0.5 else -1
    start, ranks = sheet.between(0.2, 0.6), []
    for _ in range(3):
        path = skia.Path()
        for _ in range(6):
            x, dy, s = (
                sheet.between(-150, 150) * sheet.u,
                sheet.between(-52, 52) * sheet.u,
                sheet.between(9, 14) * sheet.u * size,
            )
            path.moveTo(x + way * s, dy)
            path.quadTo(x, dy - s * 0.55, x - way * s, dy)
            path.quadTo(x, dy + s * 0.55, x + way * s, dy)
            path.addPoly([skia.Point(x - way * s * 0.8, dy), skia.Point(x - way * s * 1.6, dy - s * 0.42),
                          skia.Point(x - way * s * 1.6, dy + s * 0.42)], True)  # fmt: skip
        ranks.append((path, sheet.between(0, 1)))
    paint, width, u = flat(tone, 0.85), sheet.w * 1.4, sheet.u

    def live(canvas: skia.Canvas, seconds: float) -> None:
        x = -0.2 * sheet.w + width * ((start + way * seconds / 26) % 1)
        for path, phase in ranks:
            canvas.save()
            canvas.translate(x + 12 * u * wave(seconds, 1, phase), y + 9 * u * wave(seconds, 1, phase + 0.3))
            canvas.drawPath(path, paint)
            canvas.restore()

    return live


def weeds(sheet: Sheet, floor: float, near: bool) -> None:
    """Sea grass and corals; `near` ones frame the lower corners."""
    light = sheet.light
    corals = [hexa(c) for c in ("#ff6f7d", "#ffab5e", "#c77dff", "#ff8fc0", "#57d3b0")]
    foot = sheet.h + 8 if near else floor + 0.26 * (sheet.h - floor)
    away = 0.93 if near else sheet.away(foot, sheet.h * 0.5)
    count = 14 if near else 12
    for i in sorted(range(count), key=lambda i: (i % 3 != 0, i % 3)):  # corals stand still, weeds wave in two groups
        if i in (0, 1, 2):
            life = swaying(sheet.w / 2, foot, 0.045, 1, 0.3 * i) if i else None
            sheet.layer("weeds" if i else "corals", away, life=life)
        x = (
            (sheet.between(-0.02, 0.24) if i % 2 else sheet.between(0.76, 1.02)) * sheet.w
            if near
            else sheet.between(0, 1) * sheet.w
        )
        base = sheet.h + 8 if near else floor + sheet.between(0.02, 0.5) * (sheet.h - floor)
        size = sheet.between(70, 190) * sheet.u * (1.2 if near else 0.7)
        dim = 0.25 if near else 0.5
        if i % 3:
            _blade(sheet, x, base, size, mix(light.on(hexa("#2f9e6e")), light.on(hexa("#0b2f63")), dim))
        else:
            _coral(
                sheet,
                x,
                base,
                size * 0.62,
                mix(light.on(corals[int(sheet.rng.integers(0, 5))]), light.on(hexa("#123a6e")), dim),
            )


def _blade(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    for k in range(4):
        sway = sheet.between(-0.35, 0.35) * size
        foot, tall, fat = x + (k - 1.5) * size * 0.1, size * sheet.between(0.7, 1.3), size * 0.05
        path = skia.Path()
        path.moveTo(foot - fat, y)
        path.cubicTo(foot - fat + sway, y - tall * 0.4, foot - sway, y - tall * 0.6, foot + sway * 0.6, y - tall)
        path.cubicTo(foot - sway + fat * 1.6, y - tall * 0.6, foot + fat * 1.6 + sway, y - tall * 0.4, foot + fat, y)
        sheet.canvas.drawPath(path, down(y - tall, y, (0, lighter(colour, 0.25), 0.95), (1, darker(colour, 0.3), 0.95)))


def _coral(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    def branch(bx: float, by: float, angle: float, length: float, fat: float, left: int) -> None:
        ex, ey = bx + length * math.cos(angle), by - length * math.sin(angle)
        paint = flat(mix(colour, (1, 1, 1), 0.06 * (4 - left)))
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeWidth(fat)
        sheet.canvas.drawLine(bx, by, ex, ey, paint)
        if left:
            for turn in (-0.5, 0.45):
                branch(ex, ey, angle + turn + sheet.between(-0.12, 0.12), length * 0.74, fat * 0.76, left - 1)

    branch(x, y, math.pi / 2 + sheet.between(-0.15, 0.15), size * 0.42, size * 0.17, 3)


def bubbles(sheet: Sheet, columns: int = 5) -> None:
    """Bubbles that rise in loose columns, and drifting specks."""
    u, rising = sheet.u, []
    for c in range(columns):
        x = sheet.between(0.06, 0.94) * sheet.w
        for _ in range(6):
            r = sheet.between(3, 12) * u
            rising.append(
                (x + sheet.between(-34, 34) * u, r, sheet.between(0, 1), 1 + (c + int(r)) % 2, sheet.between(0, 1))
            )
    ball = around((-0.3, -0.3), 1.3, (0, (1, 1, 1), 0.55), (0.6, (0.8, 1, 1), 0.1), (1, (0.9, 1, 1), 0.45))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, r, phase, times, swing in rising:
            age = (times * seconds / (3 * LOOP) + phase) % 1
            now = skia.Paint(ball)
            now.setAlphaf(min(1.0, 6 * age, 6 * (1 - age)))
            canvas.save()
            canvas.translate(x + 14 * u * wave(seconds, 2, swing), sheet.h * (1.02 - 1.0 * age))
            canvas.scale(r * (0.6 + 0.4 * age), r * (0.6 + 0.4 * age))
            canvas.drawCircle(0, 0, 1, now)
            canvas.restore()

    def anywhere() -> tuple[float, float]:
        return sheet.between(-0.02, 1.02) * sheet.w, sheet.between(0.05, 0.98) * sheet.h

    sheet.alive("bubbles", together(motes(sheet, anywhere, 60, 4 * u, (0.85, 1.0, 1.0), 0.35), live), 1.3)
