"""What is fixed to the walls and ceilings of rooms: windows, boards, lamps, curtains, rails."""

import math

import skia

from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, along, down, flat, glow, outline, smooth
from pipelines.make.drawn.sky import cloud


def window(sheet: Sheet, x: float, y: float, w: float, h: float, arched: bool = False) -> None:
    """A window around (x, y) with the hour's sky behind it."""
    light, canvas, u = sheet.light, sheet.canvas, sheet.u
    frame = light.on(hexa("#f6efe2"))
    left, top = x - w / 2, y - h / 2
    hole = skia.Path()
    radius = w / 2 if arched else 6 * u
    hole.addRoundRect(skia.Rect.MakeXYWH(left, top, w, h), radius, radius if arched else 6 * u)
    outer = skia.Path()
    outer.addRoundRect(
        skia.Rect.MakeXYWH(left - 14 * u, top - 14 * u, w + 28 * u, h + 28 * u),
        radius + 14 * u,
        radius + 14 * u if arched else 8 * u,
    )
    canvas.drawPath(outer, flat(light.shadow, 0.3, 10 * u))
    canvas.drawPath(
        outer, along((left, top), (left + w, top + h), (0, lighter(frame, 0.2), 1), (1, darker(frame, 0.24), 1))
    )
    canvas.save()
    canvas.clipPath(hole, True)
    canvas.drawPath(hole, down(top, top + h, *[(s, c, 1.0) for s, c in zip(light.stops, light.sky, strict=True)]))
    if light.hour == "night":
        for _ in range(24):
            canvas.drawCircle(
                sheet.between(left, left + w),
                sheet.between(top, top + h * 0.8),
                sheet.between(0.8, 2.4) * u,
                flat((1, 1, 1), 0.9),
            )
        canvas.drawCircle(x + w * 0.22, top + h * 0.26, w * 0.11, flat(hexa("#fdf6df")))
        glow(sheet, x + w * 0.22, top + h * 0.26, w * 0.5, hexa("#a9c4ff"), 0.6)
    else:
        glow(sheet, x, top + h * 0.7, w * 0.8, light.sun, 0.5)
        cloud(sheet, x - w * 0.1, top + h * 0.36, w * 0.26, 0.2, (x + w, top))
    far = mix(light.haze, hexa("#7a9a8a"), 0.35) if light.hour != "night" else hexa("#16294f")
    canvas.drawPath(
        smooth(
            [
                (left - 20, top + h * 0.86),
                (left + w * 0.3, top + h * 0.68),
                (left + w * 0.7, top + h * 0.82),
                (left + w + 20, top + h * 0.7),
                (left + w + 20, top + h + 20),
                (left - 20, top + h + 20),
            ]
        ),
        flat(far),
    )
    canvas.restore()
    bar = 7 * u
    canvas.drawRect(skia.Rect.MakeXYWH(x - bar / 2, top, bar, h), flat(frame))
    canvas.drawRect(skia.Rect.MakeXYWH(left, y - bar / 2, w, bar), flat(frame))
    box(sheet, left - 26 * u, top + h + 10 * u, w + 52 * u, 16 * u, hexa("#f3e8d6"))
    if light.hour in ("day", "morning", "dawn", "sunset"):
        glow(sheet, x, y, max(w, h) * 0.95, light.sun, 0.34)


def lamp(sheet: Sheet, x: float, y: float, h: float) -> None:
    """A standing lamp, lit in the dark."""
    cast_shadow(sheet, x, y, h * 0.26)
    box(sheet, x - 5 * sheet.u, y - h * 0.8, 10 * sheet.u, h * 0.8, hexa("#6a4a38"), 3)
    box(sheet, x - h * 0.1, y - 9 * sheet.u, h * 0.2, 12 * sheet.u, hexa("#6a4a38"), 6)
    shade = outline(
        [(x - h * 0.09, y - h), (x + h * 0.09, y - h), (x + h * 0.17, y - h * 0.74), (x - h * 0.17, y - h * 0.74)]
    )
    lit = sheet.light.hour in ("night", "dusk", "sunset")
    tone = hexa("#ffe3a6") if lit else sheet.light.on(hexa("#f3e2c2"))
    sheet.canvas.drawPath(shade, down(y - h, y - h * 0.74, (0, darker(tone, 0.1), 1), (1, tone, 1)))
    if lit:
        glow(sheet, x, y - h * 0.85, h * 0.85, hexa("#ffc97a"), 0.7)


def pendant(sheet: Sheet, x: float, y: float) -> None:
    """A lamp that hangs from the ceiling."""
    u = sheet.u
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - 2 * u, 0, 4 * u, y - 26 * u), flat(hexa("#3a302e")))
    shade = smooth(
        [(x - 12 * u, y - 30 * u), (x + 12 * u, y - 30 * u), (x + 52 * u, y + 12 * u), (x - 52 * u, y + 12 * u)]
    )
    tone = sheet.light.on(hexa("#c9503f"))
    sheet.canvas.drawPath(
        shade, along((x - 50 * u, y), (x + 50 * u, y), (0, lighter(tone, 0.2), 1), (1, darker(tone, 0.35), 1))
    )
    sheet.canvas.drawCircle(x, y + 12 * u, 15 * u, flat(hexa("#fff0c0")))
    strength = 0.75 if sheet.light.hour in ("night", "dusk", "sunset") else 0.3
    glow(sheet, x, y + 12 * u, 330 * u, hexa("#ffcf87"), strength)


def tiles(sheet: Sheet, top: float, bottom: float, own: Colour) -> None:
    """A tiled strip of wall."""
    size = 46 * sheet.u
    sheet.canvas.drawRect(skia.Rect(0, top, sheet.w, bottom), flat(sheet.light.on(darker(own, 0.18))))
    y = top
    while y < bottom:
        x = 0.0
        while x < sheet.w:
            tone = mix(sheet.light.on(own), sheet.light.on(lighter(own, 0.5)), sheet.between(0, 0.6))
            sheet.canvas.drawRoundRect(
                skia.Rect.MakeXYWH(x + 1.5, y + 1.5, size - 3, min(size, bottom - y) - 3), 3, 3, flat(tone)
            )
            x += size
        y += size


def board(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A blackboard with chalk on it, nothing that can be read."""
    light, u = sheet.light, sheet.u
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w / 2 + 8 * u, y - h / 2 + 12 * u, w, h), flat(light.shadow, 0.3, 9 * u)
    )
    box(sheet, x - w / 2, y - h / 2, w, h, hexa("#a8713f"), 6)
    green = light.on(hexa("#2f5f4f"))
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w * 0.48, y - h * 0.455, w * 0.96, h * 0.91),
        along(
            (x - w / 2, y - h / 2), (x + w / 2, y + h / 2), (0, lighter(green, 0.12), 1), (1, darker(green, 0.25), 1)
        ),
    )
    chalk = flat(light.on((0.95, 0.96, 0.92)), 0.75)
    chalk.setStyle(skia.Paint.kStroke_Style)
    chalk.setStrokeWidth(4 * u)
    chalk.setStrokeCap(skia.Paint.kRound_Cap)
    cx, cy, r = x - w * 0.28, y - h * 0.06, h * 0.22
    sheet.canvas.drawCircle(cx, cy, r, chalk)
    for angle in (-90, 30, 150):
        sheet.canvas.drawLine(
            cx, cy, cx + r * math.cos(math.radians(angle)), cy + r * math.sin(math.radians(angle)), chalk
        )
    sheet.canvas.drawPath(
        outline([(x + w * 0.02, y + h * 0.2), (x + w * 0.2, y + h * 0.2), (x + w * 0.2, y - h * 0.16)]), chalk
    )
    curve = skia.Path()
    curve.moveTo(x + w * 0.27, y + h * 0.24)
    curve.cubicTo(x + w * 0.32, y + h * 0.2, x + w * 0.34, y - h * 0.24, x + w * 0.44, y - h * 0.28)
    sheet.canvas.drawPath(curve, chalk)
    box(sheet, x - w * 0.5, y + h * 0.5, w, 12 * u, hexa("#8a5a34"), 3)


def screen(sheet: Sheet, x: float, y: float, h: float) -> None:
    """A monitor whose foot is at (x, y)."""
    w = h * 1.5
    box(sheet, x - h * 0.08, y - h * 0.26, h * 0.16, h * 0.26, hexa("#4a5060"), 2)
    box(sheet, x - h * 0.3, y - h * 0.06, h * 0.6, h * 0.07, hexa("#4a5060"), 3)
    box(sheet, x - w / 2, y - h * 1.2, w, h, hexa("#3a4052"), 8)
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w * 0.46, y - h * 1.14, w * 0.92, h * 0.84),
        along((x - w / 2, y - h), (x + w / 2, y), (0, hexa("#8fd6f2"), 1), (1, hexa("#3f7fd0"), 1)),
    )
    for i in range(5):
        tall = h * (0.12 + 0.1 * i)
        sheet.canvas.drawRect(
            skia.Rect.MakeXYWH(x - w * 0.34 + i * w * 0.14, y - h * 0.38 - tall, w * 0.08, tall), flat((1, 1, 1), 0.75)
        )
    glow(sheet, x, y - h * 0.8, h * 1.1, hexa("#7fc8ff"), 0.25)


def chart(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A white board with rising bars."""
    box(sheet, x - size * 0.7, y - size * 0.5, size * 1.4, size, hexa("#f6f7f9"), 8)
    for i, code in enumerate(("#8fb8e8", "#6aa5e0", "#4f8fd6", "#3f7ac9", "#e2713f")):
        tall = size * (0.16 + 0.12 * i)
        box(sheet, x - size * 0.5 + i * size * 0.21, y + size * 0.36 - tall, size * 0.13, tall, hexa(code), 3)


def tools(sheet: Sheet, x: float, y: float, w: float) -> None:
    """A board of hanging tools."""
    box(sheet, x - w / 2, y - w * 0.2, w, w * 0.4, hexa("#c9a06a"), 6)
    for i in range(7):
        tx, tall = x - w * 0.42 + i * w * 0.14, w * sheet.between(0.16, 0.24)
        box(sheet, tx - 5 * sheet.u, y - w * 0.14, 10 * sheet.u, tall, hexa("#8a5a34"), 3)
        if i % 2:
            box(sheet, tx - 24 * sheet.u, y - w * 0.15, 48 * sheet.u, 22 * sheet.u, hexa("#7f8898"), 4)
        else:
            box(sheet, tx - 8 * sheet.u, y - w * 0.16, 16 * sheet.u, tall * 0.5, hexa("#9aa4b4"), 6)


def cone(sheet: Sheet, x0: float, y0: float, x1: float, y1: float, r: float, colour: Colour) -> None:
    """A spotlight's cone and its pool on the floor."""
    path = outline([(x0 - 14 * sheet.u, y0), (x0 + 14 * sheet.u, y0), (x1 + r, y1), (x1 - r, y1)])
    paint = adding(down(y0, y1, (0, colour, 0.6), (1, colour, 0.1)))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 10 * sheet.u))
    sheet.canvas.drawPath(path, paint)
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(x1 - r * 1.1, y1 - r * 0.16, 2.2 * r, r * 0.32), adding(flat(colour, 0.42, 12 * sheet.u))
    )


def curtain(sheet: Sheet, side: int) -> None:
    """A red curtain drawn to one side, and the valance above."""
    w, h = sheet.w, sheet.h
    red = hexa("#b3243a")
    folds = 7
    reach = w * 0.19
    for i in range(folds):
        x = (reach * i / folds) if side < 0 else w - reach * (i + 1) / folds
        fold = reach / folds + 2
        sheet.canvas.drawRect(
            skia.Rect.MakeXYWH(x, 0, fold, h * (0.92 - 0.025 * i)),
            along(
                (x, 0), (x + fold, 0), (0, darker(red, 0.5), 1), (0.45, lighter(red, 0.14), 1), (1, darker(red, 0.4), 1)
            ),
        )
    for i in range(8):
        x = w * i / 8
        drop = smooth([(x, -30), (x + w / 8, -30), (x + w / 8, h * 0.06), (x + w / 16, h * 0.15), (x, h * 0.06)])
        sheet.canvas.drawPath(drop, down(0, h * 0.14, (0, darker(red, 0.35), 1), (1, lighter(red, 0.06), 1)))


def masonry(sheet: Sheet, own: Colour) -> None:
    """Courses of stone, barely drawn."""
    u = sheet.u
    row, y = 0, 0.0
    while y < sheet.h:
        x = -sheet.between(0, 120) * u
        while x < sheet.w:
            w = sheet.between(90, 190) * u
            if sheet.rng.random() < 0.62:
                tone = lighter(own, 0.4) if sheet.rng.random() < 0.5 else darker(own, 0.5)
                sheet.canvas.drawRoundRect(
                    skia.Rect.MakeXYWH(x + 3 * u, y + 3 * u, w - 6 * u, 54 * u),
                    10 * u,
                    10 * u,
                    flat(sheet.light.on(tone), sheet.between(0.05, 0.16)),
                )
            x += w
        y += 60 * u
        row += 1


def rail(sheet: Sheet, start: tuple[float, float], end: tuple[float, float], drop: float) -> None:
    """A banister along a stair."""
    light, u = sheet.light, sheet.u
    iron, wood = light.on(hexa("#3f3a44")), light.on(hexa("#9a6238"))
    count = 18
    for i in range(count + 1):
        t = i / count
        x, y = start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - 2.5 * u, y, 5 * u, drop), flat(iron, 0.85))
    paint = flat(wood)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(17 * u)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    sheet.canvas.drawLine(*start, *end, paint)
    paint = flat(lighter(wood, 0.4), 0.8)
    paint.setStrokeWidth(4 * u)
    sheet.canvas.drawLine(start[0], start[1] - 5 * u, end[0], end[1] - 5 * u, paint)
