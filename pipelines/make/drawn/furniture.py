"""Furniture and fittings of rooms, each drawn in the room's light."""

import math

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, along, down, flat, glow, outline, smooth
from pipelines.make.drawn.sky import cloud


def box(sheet: Sheet, x: float, y: float, w: float, h: float, own: Colour, radius: float = 4.0) -> None:
    """A block with its upper left corner at (x, y): lit at the top, darker below, a bright upper edge."""
    light, r = sheet.light, radius * sheet.u
    tone = light.on(own)
    sheet.canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, w, h), r, r, along((x, y), (x + w * 0.4, y + h), (0, lighter(tone, 0.14), 1), (0.5, tone, 1), (1, darker(tone, 0.3), 1)))
    sheet.canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, w, 4 * sheet.u), r, r, flat(lighter(tone, 0.35), 0.7))


def _cast(sheet: Sheet, x: float, y: float, w: float) -> None:
    sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - w / 2, y - 8 * sheet.u, w, 22 * sheet.u), flat(sheet.light.shadow, 0.42, 9 * sheet.u))


def window(sheet: Sheet, x: float, y: float, w: float, h: float, arched: bool = False) -> None:
    """A window around (x, y) with the hour's sky behind it."""
    light, canvas, u = sheet.light, sheet.canvas, sheet.u
    frame = light.on(hexa("#f6efe2"))
    left, top = x - w / 2, y - h / 2
    hole = skia.Path()
    radius = w / 2 if arched else 6 * u
    hole.addRoundRect(skia.Rect.MakeXYWH(left, top, w, h), radius, radius if arched else 6 * u)
    outer = skia.Path()
    outer.addRoundRect(skia.Rect.MakeXYWH(left - 14 * u, top - 14 * u, w + 28 * u, h + 28 * u), radius + 14 * u, radius + 14 * u if arched else 8 * u)
    canvas.drawPath(outer, flat(light.shadow, 0.3, 10 * u))
    canvas.drawPath(outer, along((left, top), (left + w, top + h), (0, lighter(frame, 0.2), 1), (1, darker(frame, 0.24), 1)))
    canvas.save()
    canvas.clipPath(hole, True)
    canvas.drawPath(hole, down(top, top + h, *[(s, c, 1.0) for s, c in zip(light.stops, light.sky, strict=True)]))
    if light.hour == "night":
        for _ in range(24):
            canvas.drawCircle(sheet.between(left, left + w), sheet.between(top, top + h * 0.8), sheet.between(0.8, 2.4) * u, flat((1, 1, 1), 0.9))
        canvas.drawCircle(x + w * 0.22, top + h * 0.26, w * 0.11, flat(hexa("#fdf6df")))
        glow(sheet, x + w * 0.22, top + h * 0.26, w * 0.5, hexa("#a9c4ff"), 0.6)
    else:
        glow(sheet, x, top + h * 0.7, w * 0.8, light.sun, 0.5)
        cloud(sheet, x - w * 0.1, top + h * 0.36, w * 0.26, 0.2, (x + w, top))
    far = mix(light.haze, hexa("#7a9a8a"), 0.35) if light.hour != "night" else hexa("#16294f")
    canvas.drawPath(smooth([(left - 20, top + h * 0.86), (left + w * 0.3, top + h * 0.68), (left + w * 0.7, top + h * 0.82), (left + w + 20, top + h * 0.7),
                            (left + w + 20, top + h + 20), (left - 20, top + h + 20)]), flat(far))  # fmt: skip
    canvas.restore()
    bar = 7 * u
    canvas.drawRect(skia.Rect.MakeXYWH(x - bar / 2, top, bar, h), flat(frame))
    canvas.drawRect(skia.Rect.MakeXYWH(left, y - bar / 2, w, bar), flat(frame))
    box(sheet, left - 26 * u, top + h + 10 * u, w + 52 * u, 16 * u, hexa("#f3e8d6"))
    if light.hour in ("day", "morning", "dawn", "sunset"):
        glow(sheet, x, y, max(w, h) * 0.95, light.sun, 0.34)


def frame(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A small landscape in a frame."""
    w, h = size * 1.25, size
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w / 2 + 6 * sheet.u, y - h / 2 + 9 * sheet.u, w, h), flat(sheet.light.shadow, 0.3, 6 * sheet.u))
    box(sheet, x - w / 2, y - h / 2, w, h, hexa("#8a5a38"))
    inner = skia.Rect.MakeXYWH(x - w * 0.42, y - h * 0.39, w * 0.84, h * 0.78)
    own = hexa(("#f2c9a0", "#a9d0d8", "#f0d8a8")[int(sheet.rng.integers(0, 3))])
    sheet.canvas.save()
    sheet.canvas.clipRect(inner)
    sheet.canvas.drawRect(inner, down(inner.top(), inner.bottom(), (0, sheet.light.on(own), 1), (1, sheet.light.on(lighter(own, 0.4)), 1)))
    for i, code in enumerate(("#7fa0a8", "#5a8a70", "#3f6f55")):
        base = y + h * (0.06 + 0.12 * i)
        hill = smooth([(x - w, base + h), (x - w * 0.5, base), (x - w * 0.1 + i * 9, base - h * 0.12), (x + w * 0.3, base + h * 0.04), (x + w, base - h * 0.05), (x + w, base + h)])
        sheet.canvas.drawPath(hill, flat(sheet.light.on(hexa(code))))
    sheet.canvas.restore()


_BOOKS = ("#c9503f", "#3f7fa8", "#d9a83f", "#5a8f5a", "#7a5a9a", "#e0d2b8", "#2f4a6a", "#d97a5a")


def shelf(sheet: Sheet, x: float, top: float, w: float, rows: int, goods: str = "books") -> None:
    """Boards on the wall, middle at `x`, first row's board below `top`, full of things."""
    gap = sheet.h * 0.145
    for row in range(rows):
        y = top + gap * (row + 0.85)
        left = x - w / 2
        at = left + 8 * sheet.u
        while at < left + w - 26 * sheet.u:
            tone = hexa(_BOOKS[int(sheet.rng.integers(0, len(_BOOKS)))])
            at += _good(sheet, at, y, gap, tone, goods)
            if sheet.rng.random() < 0.12:
                at += 22 * sheet.u
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(left + 6 * sheet.u, y + 12 * sheet.u, w, 12 * sheet.u), flat(sheet.light.shadow, 0.25, 6 * sheet.u))
        box(sheet, left, y, w, 15 * sheet.u, hexa("#9a6a42"))


def _good(sheet: Sheet, x: float, y: float, gap: float, tone: Colour, goods: str) -> float:
    """One thing on a shelf, its left foot at (x, y). Returns the room it takes."""
    u, light = sheet.u, sheet.light
    kind = goods if goods != "mixed" else ("jars", "books", "boxes")[int(sheet.rng.integers(0, 3))]
    if kind == "books":
        w, h = sheet.between(14, 30) * u, gap * sheet.between(0.5, 0.72)
        box(sheet, x, y - h, w, h, tone, 2)
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x + w * 0.25, y - h * 0.8, w * 0.5, h * 0.08), flat(light.on(hexa("#f2dfb0")), 0.8))
        return w + 1.5 * u
    if kind == "boxes":
        w, h = sheet.between(40, 70) * u, gap * sheet.between(0.34, 0.6)
        box(sheet, x, y - h, w, h, tone, 3)
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x + w * 0.2, y - h * 0.68, w * 0.6, h * 0.34), flat(light.on(hexa("#fff4dc")), 0.85))
        return w + 8 * u
    w, h = sheet.between(34, 48) * u, gap * sheet.between(0.42, 0.6)
    if kind == "flasks":
        flask(sheet, x + w / 2, y, h, tone)
    else:
        box(sheet, x, y - h, w, h, mix(tone, hexa("#f2dfc0"), 0.25), 9)
        box(sheet, x + w * 0.1, y - h * 1.14, w * 0.8, h * 0.16, hexa("#b08a5a"), 3)
    return w + 12 * u


def flask(sheet: Sheet, x: float, y: float, h: float, tone: Colour) -> None:
    glass = smooth([(x - h * 0.1, y - h), (x + h * 0.1, y - h), (x + h * 0.11, y - h * 0.6), (x + h * 0.42, y - h * 0.06), (x + h * 0.36, y), (x - h * 0.36, y), (x - h * 0.42, y - h * 0.06), (x - h * 0.11, y - h * 0.6)])
    sheet.canvas.drawPath(glass, flat(sheet.light.on((0.92, 0.98, 1.0)), 0.6))
    sheet.canvas.save()
    sheet.canvas.clipPath(glass, True)
    sheet.canvas.drawRect(skia.Rect(x - h, y - h * 0.42, x + h, y + 4), down(y - h * 0.42, y, (0, lighter(tone, 0.3), 0.95), (1, tone, 0.95)))
    sheet.canvas.restore()
    sheet.canvas.drawLine(x - h * 0.2, y - h * 0.34, x - h * 0.28, y - h * 0.1, skia.Paint(Color=skia.Color(255, 255, 255, 190), StrokeWidth=3 * sheet.u, AntiAlias=True))


def glassware(sheet: Sheet, x: float, y: float, h: float) -> None:
    for i, code in enumerate(("#57c98a", "#e0609a", "#4fa3e0")):
        flask(sheet, x + (i - 1) * h * 1.15, y, h * (1.0, 1.35, 0.85)[i], hexa(code))


def sofa(sheet: Sheet, x: float, y: float, w: float, own: Colour) -> None:
    h = w * 0.42
    _cast(sheet, x, y, w * 1.05)
    box(sheet, x - w * 0.44, y - h, w * 0.88, h * 0.75, own, 34)
    for i in range(2):
        box(sheet, x - w * 0.4 + i * w * 0.4, y - h * 0.55, w * 0.395, h * 0.34, lighter(own, 0.08), 18)
    for side in (-1, 1):
        box(sheet, x + side * w * 0.45 - w * 0.07, y - h * 0.7, w * 0.14, h * 0.62, darker(own, 0.08), 26)
    box(sheet, x - w * 0.25, y - h * 0.78, w * 0.15, h * 0.32, hexa("#f0b24f"), 14)
    for side in (-1, 1):
        box(sheet, x + side * w * 0.4 - 6 * sheet.u, y - h * 0.1, 12 * sheet.u, h * 0.12, hexa("#5a3a26"), 2)


def pot(sheet: Sheet, x: float, y: float, h: float) -> None:
    """A plant in a pot, its foot at (x, y)."""
    light = sheet.light
    _cast(sheet, x, y, h * 0.5)
    for i in range(9):
        angle = math.radians(-80 + i * 20)
        reach = h * sheet.between(0.5, 0.72)
        tip = (x + reach * math.sin(angle) * 0.62, y - h * 0.3 - reach * math.cos(angle) * 0.85)
        fat = h * 0.06
        mid = ((x + tip[0]) / 2 + fat * 0.6 * math.sin(angle), (y - h * 0.3 + tip[1]) / 2 - fat)
        leaf = smooth([(x, y - h * 0.26), (mid[0] - fat, mid[1]), tip, (mid[0] + fat, mid[1] + fat)])
        tone = light.on(mix(hexa("#3f8a55"), hexa("#7fbf6a"), sheet.between(0, 1)))
        sheet.canvas.drawPath(leaf, along((x, y - h * 0.3), tip, (0, darker(tone, 0.3), 1), (1, lighter(tone, 0.12), 1)))
    body = smooth([(x - h * 0.17, y - h * 0.32), (x + h * 0.17, y - h * 0.32), (x + h * 0.12, y), (x - h * 0.12, y)])
    tone = light.on(hexa("#d9805a"))
    sheet.canvas.drawPath(body, along((x - h * 0.17, y), (x + h * 0.17, y), (0, lighter(tone, 0.2), 1), (1, darker(tone, 0.35), 1)))


def lamp(sheet: Sheet, x: float, y: float, h: float) -> None:
    """A standing lamp, lit in the dark."""
    _cast(sheet, x, y, h * 0.26)
    box(sheet, x - 5 * sheet.u, y - h * 0.8, 10 * sheet.u, h * 0.8, hexa("#6a4a38"), 3)
    box(sheet, x - h * 0.1, y - 9 * sheet.u, h * 0.2, 12 * sheet.u, hexa("#6a4a38"), 6)
    shade = outline([(x - h * 0.09, y - h), (x + h * 0.09, y - h), (x + h * 0.17, y - h * 0.74), (x - h * 0.17, y - h * 0.74)])
    lit = sheet.light.hour in ("night", "dusk", "sunset")
    tone = hexa("#ffe3a6") if lit else sheet.light.on(hexa("#f3e2c2"))
    sheet.canvas.drawPath(shade, down(y - h, y - h * 0.74, (0, darker(tone, 0.1), 1), (1, tone, 1)))
    if lit:
        glow(sheet, x, y - h * 0.85, h * 0.85, hexa("#ffc97a"), 0.7)


def pendant(sheet: Sheet, x: float, y: float) -> None:
    """A lamp that hangs from the ceiling."""
    u = sheet.u
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - 2 * u, 0, 4 * u, y - 26 * u), flat(hexa("#3a302e")))
    shade = smooth([(x - 12 * u, y - 30 * u), (x + 12 * u, y - 30 * u), (x + 52 * u, y + 12 * u), (x - 52 * u, y + 12 * u)])
    tone = sheet.light.on(hexa("#c9503f"))
    sheet.canvas.drawPath(shade, along((x - 50 * u, y), (x + 50 * u, y), (0, lighter(tone, 0.2), 1), (1, darker(tone, 0.35), 1)))
    sheet.canvas.drawCircle(x, y + 12 * u, 15 * u, flat(hexa("#fff0c0")))
    strength = 0.75 if sheet.light.hour in ("night", "dusk", "sunset") else 0.3
    glow(sheet, x, y + 12 * u, 330 * u, hexa("#ffcf87"), strength)


def rug(sheet: Sheet, x: float, y: float, r: float, own: Colour) -> None:
    for share, tone in ((1.0, own), (0.84, lighter(own, 0.4)), (0.76, own), (0.5, lighter(own, 0.3)), (0.44, darker(own, 0.1))):
        sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - r * share, y - r * 0.16 * share, 2 * r * share, r * 0.32 * share), flat(sheet.light.on(tone), 0.94))


def tiles(sheet: Sheet, top: float, bottom: float, own: Colour) -> None:
    """A tiled strip of wall."""
    size = 46 * sheet.u
    sheet.canvas.drawRect(skia.Rect(0, top, sheet.w, bottom), flat(sheet.light.on(darker(own, 0.18))))
    y = top
    while y < bottom:
        x = 0.0
        while x < sheet.w:
            tone = mix(sheet.light.on(own), sheet.light.on(lighter(own, 0.5)), sheet.between(0, 0.6))
            sheet.canvas.drawRoundRect(skia.Rect.MakeXYWH(x + 1.5, y + 1.5, size - 3, min(size, bottom - y) - 3), 3, 3, flat(tone))
            x += size
        y += size


def counter(sheet: Sheet, x: float, y: float, w: float, h: float, own: Colour) -> None:
    """A run of cupboards under a worktop, its foot at `y`."""
    _cast(sheet, x, y, w)
    box(sheet, x - w / 2, y - h, w, h, own)
    count = max(2, round(w / (190 * sheet.u)))
    for i in range(count):
        left = x - w / 2 + w * i / count
        box(sheet, left + 10 * sheet.u, y - h * 0.8, w / count - 20 * sheet.u, h * 0.68, lighter(own, 0.1), 6)
        sheet.canvas.drawCircle(left + w / count * 0.82, y - h * 0.48, 5 * sheet.u, flat(sheet.light.on(hexa("#e8c878"))))
    box(sheet, x - w / 2 - 8 * sheet.u, y - h * 1.06, w + 16 * sheet.u, h * 0.12, hexa("#f0e4d0"), 4)


def board(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A blackboard with chalk on it, nothing that can be read."""
    light, u = sheet.light, sheet.u
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w / 2 + 8 * u, y - h / 2 + 12 * u, w, h), flat(light.shadow, 0.3, 9 * u))
    box(sheet, x - w / 2, y - h / 2, w, h, hexa("#a8713f"), 6)
    green = light.on(hexa("#2f5f4f"))
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.48, y - h * 0.455, w * 0.96, h * 0.91), along((x - w / 2, y - h / 2), (x + w / 2, y + h / 2), (0, lighter(green, 0.12), 1), (1, darker(green, 0.25), 1)))
    chalk = flat(light.on((0.95, 0.96, 0.92)), 0.75)
    chalk.setStyle(skia.Paint.kStroke_Style)
    chalk.setStrokeWidth(4 * u)
    chalk.setStrokeCap(skia.Paint.kRound_Cap)
    cx, cy, r = x - w * 0.28, y - h * 0.06, h * 0.22
    sheet.canvas.drawCircle(cx, cy, r, chalk)
    for angle in (-90, 30, 150):
        sheet.canvas.drawLine(cx, cy, cx + r * math.cos(math.radians(angle)), cy + r * math.sin(math.radians(angle)), chalk)
    sheet.canvas.drawPath(outline([(x + w * 0.02, y + h * 0.2), (x + w * 0.2, y + h * 0.2), (x + w * 0.2, y - h * 0.16)]), chalk)
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
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.46, y - h * 1.14, w * 0.92, h * 0.84), along((x - w / 2, y - h), (x + w / 2, y), (0, hexa("#8fd6f2"), 1), (1, hexa("#3f7fd0"), 1)))
    for i in range(5):
        tall = h * (0.12 + 0.1 * i)
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - w * 0.34 + i * w * 0.14, y - h * 0.38 - tall, w * 0.08, tall), flat((1, 1, 1), 0.75))
    glow(sheet, x, y - h * 0.8, h * 1.1, hexa("#7fc8ff"), 0.25)


def desk(sheet: Sheet, x: float, y: float, w: float) -> None:
    h = sheet.h * 0.17
    _cast(sheet, x, y, w)
    for side in (-1, 1):
        box(sheet, x + side * w * 0.45 - 11 * sheet.u, y - h, 22 * sheet.u, h, hexa("#7a5238"), 3)
    box(sheet, x - w / 2, y - h - 12 * sheet.u, w, 26 * sheet.u, hexa("#b98354"), 6)


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
    sheet.canvas.drawOval(skia.Rect.MakeXYWH(x1 - r * 1.1, y1 - r * 0.16, 2.2 * r, r * 0.32), adding(flat(colour, 0.42, 12 * sheet.u)))


def curtain(sheet: Sheet, side: int) -> None:
    """A red curtain drawn to one side, and the valance above."""
    w, h = sheet.w, sheet.h
    red = hexa("#b3243a")
    folds = 7
    reach = w * 0.19
    for i in range(folds):
        x = (reach * i / folds) if side < 0 else w - reach * (i + 1) / folds
        fold = reach / folds + 2
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x, 0, fold, h * (0.92 - 0.025 * i)), along((x, 0), (x + fold, 0), (0, darker(red, 0.5), 1), (0.45, lighter(red, 0.14), 1), (1, darker(red, 0.4), 1)))
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
                sheet.canvas.drawRoundRect(skia.Rect.MakeXYWH(x + 3 * u, y + 3 * u, w - 6 * u, 54 * u), 10 * u, 10 * u, flat(sheet.light.on(tone), sheet.between(0.05, 0.16)))
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
