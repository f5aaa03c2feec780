"""The sea from below: light from the surface, reefs, weeds and bubbles."""

import math

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, around, down, flat, glow, outline, smooth


def deep(sheet: Sheet) -> None:
    """Under water: light from above, shafts, far reefs, a sandy floor."""
    light = sheet.light
    top, mid, low = (light.on(hexa(c)) for c in ("#7fe3e6", "#1c86b8", "#0b2f63"))
    if light.dark > 0.5:
        top, mid, low = (mix(c, hexa("#061536"), 0.45) for c in (top, mid, low))
    sheet.canvas.drawRect(
        skia.Rect(0, 0, sheet.w, sheet.h),
        down(0, sheet.h, (0, lighter(top, 0.35), 1), (0.12, top, 1), (0.5, mid, 1), (1, low, 1)),
    )
    sun = light.sun_at[0] * sheet.w
    glow(sheet, sun, -sheet.h * 0.05, sheet.h * 0.75, lighter(top, 0.6), 0.7)
    for i in range(9):  # shafts from the surface
        x = sun + (i - 4) * sheet.w * 0.13 + sheet.between(-50, 50) * sheet.u
        lean = (x - sun) * 0.5 + sheet.between(-60, 60) * sheet.u
        wide = sheet.between(18, 70) * sheet.u
        reach = sheet.h * sheet.between(0.6, 0.95)
        shaft = outline(
            [
                (x - wide * 0.4, -10),
                (x + wide * 0.4, -10),
                (x + lean + wide * 1.6, reach),
                (x + lean - wide * 1.6, reach),
            ]
        )
        paint = adding(down(0, reach, (0, lighter(top, 0.5), 0.34), (1, top, 0)))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 9 * sheet.u))
        sheet.canvas.drawPath(shaft, paint)
    for i in range(34):  # the moving surface from below
        y = sheet.h * 0.075 * (i / 34) ** 1.5
        length = sheet.between(40, 190) * sheet.u
        x = sheet.between(0, 1) * sheet.w
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(x - length, y, 2 * length, (3 + 5 * i / 34) * sheet.u),
            flat((1, 1, 1), 0.22, 2 * sheet.u),
        )


def reef(sheet: Sheet, floor: float) -> None:
    """Far and near reefs and the sandy floor from height `floor`."""
    light = sheet.light
    murk = mix(light.on(hexa("#1c86b8")), light.on(hexa("#0b2f63")), 0.4)
    for layer in range(3):
        base = floor + layer * 0.03 * sheet.h
        colour = mix(light.on(hexa("#173f66")), murk, 0.75 - 0.3 * layer)
        for _ in range(6):
            x = sheet.between(-0.05, 1.05) * sheet.w
            size = sheet.between(50, 150) * sheet.u * (0.7 + 0.3 * layer)
            bump = smooth(
                [
                    (x - size * 1.5, base + 30),
                    (x - size * 0.9, base - size * 0.5),
                    (x - size * 0.2, base - size),
                    (x + size * 0.5, base - size * 0.7),
                    (x + size * 1.5, base + 30),
                ]
            )
            sheet.canvas.drawPath(bump, flat(colour))
    sand = light.on(hexa("#c9b98c"))
    sheet.canvas.drawRect(
        skia.Rect(0, floor, sheet.w, sheet.h),
        down(
            floor,
            sheet.h,
            (0, mix(sand, murk, 0.85), 1),
            (0.4, mix(sand, murk, 0.55), 1),
            (1, mix(sand, murk, 0.35), 1),
        ),
    )
    for _ in range(26):
        t = sheet.between(0, 1) ** 1.4
        y, r = floor + (sheet.h - floor) * t, (60 + 220 * t) * sheet.u
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(sheet.between(0, 1) * sheet.w - r, y, 2 * r, 5 * sheet.u + r * 0.05),
            flat(lighter(sand, 0.3), 0.16, 2 * sheet.u),
        )


def weeds(sheet: Sheet, floor: float, near: bool) -> None:
    """Sea grass and corals; `near` ones frame the lower corners."""
    light = sheet.light
    corals = [hexa(c) for c in ("#ff6f7d", "#ffab5e", "#c77dff", "#ff8fc0", "#57d3b0")]
    for i in range(14 if near else 10):
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


def bubbles(sheet: Sheet, count: int = 40) -> None:
    """Bubbles and drifting specks."""
    for i in range(count):
        x, y = sheet.between(0, 1) * sheet.w, sheet.between(0.05, 0.95) * sheet.h
        r = (sheet.between(1, 3) if i % 3 else sheet.between(5, 14)) * sheet.u
        sheet.canvas.drawCircle(
            x,
            y,
            r,
            around(
                (x - r * 0.3, y - r * 0.3), r * 1.3, (0, (1, 1, 1), 0.5), (0.6, (0.8, 1, 1), 0.1), (1, (0.9, 1, 1), 0.4)
            ),
        )
