"""What is fixed to the walls and ceilings of rooms: windows, boards, lamps, curtains, rails."""

import math

import skia

from pipelines.make.drawn.furniture import box, cast_shadow
from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, lighter
from pipelines.make.drawn.sheet import Sheet, along, down, flat, glow, outline, smooth
from pipelines.make.drawn.stirrings import wave


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


def curtain(sheet: Sheet, side: int, own: Colour) -> None:
    """A curtain drawn to one side of a stage."""
    w, h = sheet.w, sheet.h
    folds, reach = 7, w * 0.19
    for i in range(-3, folds):
        x = (reach * i / folds) if side < 0 else w - reach * (i + 1) / folds
        fold = reach / folds + 2
        shade = ((0, darker(own, 0.5), 1), (0.45, lighter(own, 0.14), 1), (1, darker(own, 0.4), 1))
        drop = h * (0.95 - 0.025 * max(0, i))
        sheet.canvas.drawRect(skia.Rect(x, -0.1 * h, x + fold, drop), along((x, 0), (x + fold, 0), *shade))


def valance(sheet: Sheet, own: Colour) -> None:
    """The scalloped cloth over a stage."""
    w, h = sheet.w, sheet.h
    for i in range(-1, 9):
        x = w * i / 8
        drop = smooth(
            [(x, -0.1 * h), (x + w / 8, -0.1 * h), (x + w / 8, h * 0.06), (x + w / 16, h * 0.15), (x, h * 0.06)]
        )
        sheet.canvas.drawPath(drop, down(0, h * 0.14, (0, darker(own, 0.35), 1), (1, lighter(own, 0.06), 1)))


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


def bubbling(x: float, y: float, r: float, u: float) -> Live:
    """Bubbles that rise in a flask whose foot is at (x, y)."""

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k in range(7):
            age = (seconds / 2 + k / 7) % 1
            paint = flat((1, 1, 1), 0.7 * (1 - age))
            canvas.drawCircle(
                x + r * 1.6 * math.sin(k * 2.6) * (1 - 0.6 * age), y - 1.5 * r * age, (1.6 + 0.5 * (k % 3)) * u, paint
            )

    return live


def heartbeat(screen: skia.Rect, u: float) -> Live:
    """A curve that runs over a small screen, one beat a second."""

    def live(canvas: skia.Canvas, seconds: float) -> None:
        path = skia.Path()
        for i in range(41):
            t = (i / 40 * 2 + 4 - seconds) % 1
            beat = math.exp(-((t - 0.5) ** 2) * 900) - 0.4 * math.exp(-((t - 0.56) ** 2) * 700)
            x, y = screen.left() + screen.width() * i / 40, screen.centerY() - screen.height() * 0.4 * beat
            path.lineTo(x, y) if i else path.moveTo(x, y)
        paint = flat(hexa("#6fffb0"))
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(3 * u)
        canvas.drawPath(path, paint)

    return live


def curves(sheet: Sheet, glass: skia.Rect, kind: int) -> Live:
    """What a screen of a control room shows: curves that flow, a map's dots, or bars that breathe."""
    seeds = [sheet.between(0, 1) for _ in range(12)]
    tones = [hexa(c) for c in ("#6fe0c0", "#ffb86a", "#7fb8ff")]
    u = sheet.u

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k in range(3 if kind == 0 else 1):
            path = skia.Path()
            if kind == 0:
                for i in range(25):
                    y = glass.centerY() + glass.height() * (0.16 * wave(seconds, 1, i / 9 + seeds[k]) + 0.14 * (k - 1))
                    x = glass.left() + glass.width() * i / 24
                    path.lineTo(x, y) if i else path.moveTo(x, y)
            for i in range(12 if kind else 0):
                share = 0.5 + 0.3 * wave(seconds, 1 + i % 2, seeds[i])
                left = glass.left() + glass.width() * (0.06 + 0.075 * i)
                if kind == 1:
                    path.addRect(
                        skia.Rect(
                            left,
                            glass.bottom() - glass.height() * 0.8 * share,
                            left + 0.05 * glass.width(),
                            glass.bottom(),
                        )
                    )
                else:
                    path.addCircle(left, glass.top() + glass.height() * (0.15 + 0.7 * seeds[i]), (3 + 5 * share) * u)
            paint = flat(tones[(k + kind) % 3], 0.9)
            if kind == 0:
                paint.setStyle(skia.Paint.kStroke_Style)
                paint.setStrokeWidth(3 * u)
            canvas.drawPath(path, paint)

    return live
