"""Furniture and fittings of rooms, each drawn in the room's light."""

import math

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, smooth

WOOD = hexa("#b98354")


def box(sheet: Sheet, x: float, y: float, w: float, h: float, own: Colour, radius: float = 4.0) -> None:
    """A block with its upper left corner at (x, y): lit at the top, darker below, a bright upper edge."""
    light, r = sheet.light, radius * sheet.u
    tone = light.on(own)
    sheet.canvas.drawRoundRect(
        skia.Rect.MakeXYWH(x, y, w, h),
        r,
        r,
        along((x, y), (x + w * 0.4, y + h), (0, lighter(tone, 0.14), 1), (0.5, tone, 1), (1, darker(tone, 0.3), 1)),
    )
    sheet.canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, w, 4 * sheet.u), r, r, flat(lighter(tone, 0.35), 0.7))


def cast_shadow(sheet: Sheet, x: float, y: float, w: float) -> None:
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(x - w / 2, y - 8 * sheet.u, w, 22 * sheet.u), flat(sheet.light.shadow, 0.42, 9 * sheet.u)
    )


def frame(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A small landscape in a frame."""
    w, h = size * 1.25, size
    sheet.canvas.drawRect(
        skia.Rect.MakeXYWH(x - w / 2 + 6 * sheet.u, y - h / 2 + 9 * sheet.u, w, h),
        flat(sheet.light.shadow, 0.3, 6 * sheet.u),
    )
    box(sheet, x - w / 2, y - h / 2, w, h, hexa("#8a5a38"))
    inner = skia.Rect.MakeXYWH(x - w * 0.42, y - h * 0.39, w * 0.84, h * 0.78)
    own = hexa(("#f2c9a0", "#a9d0d8", "#f0d8a8")[int(sheet.rng.integers(0, 3))])
    sheet.canvas.save()
    sheet.canvas.clipRect(inner)
    sheet.canvas.drawRect(
        inner, down(inner.top(), inner.bottom(), (0, sheet.light.on(own), 1), (1, sheet.light.on(lighter(own, 0.4)), 1))
    )
    for i, code in enumerate(("#7fa0a8", "#5a8a70", "#3f6f55")):
        base = y + h * (0.06 + 0.12 * i)
        hill = smooth(
            [
                (x - w, base + h),
                (x - w * 0.5, base),
                (x - w * 0.1 + i * 9, base - h * 0.12),
                (x + w * 0.3, base + h * 0.04),
                (x + w, base - h * 0.05),
                (x + w, base + h),
            ]
        )
        sheet.canvas.drawPath(hill, flat(sheet.light.on(hexa(code))))
    sheet.canvas.restore()


_BOOKS = ("#c9503f", "#3f7fa8", "#d9a83f", "#5a8f5a", "#7a5a9a", "#e0d2b8", "#2f4a6a", "#d97a5a")


def shelf(sheet: Sheet, x: float, top: float, w: float, rows: int, goods: str = "books", gap: float = 0) -> None:
    """Boards on the wall, middle at `x`, first row's board below `top`, full of things."""
    gap = gap or sheet.h * 0.145
    for row in range(rows):
        y = top + gap * (row + 0.85)
        left = x - w / 2
        at = left + 8 * sheet.u
        while at < left + w - 26 * sheet.u:
            tone = hexa(_BOOKS[int(sheet.rng.integers(0, len(_BOOKS)))])
            at += _good(sheet, at, y, gap, tone, goods)
            if sheet.rng.random() < 0.12:
                at += 22 * sheet.u
        sheet.canvas.drawRect(
            skia.Rect.MakeXYWH(left + 6 * sheet.u, y + 12 * sheet.u, w, 12 * sheet.u),
            flat(sheet.light.shadow, 0.25, 6 * sheet.u),
        )
        box(sheet, left, y, w, 15 * sheet.u, hexa("#9a6a42"))


_OFFERS = {"mixed": ("jars", "books", "boxes"), "wares": ("jars", "boxes", "boxes", "bottles"),
           "food": ("cans", "cans", "bottles", "fruit", "boxes", "jars")}  # fmt: skip


def _crate(sheet: Sheet, x: float, y: float, gap: float) -> float:
    """A crate heaped with fruit. Returns the room it takes."""
    w, h = 110 * sheet.u, 0.24 * gap
    fruit = sheet.light.on(hexa(("#d8432f", "#f0a02f", "#6fae3a", "#e8d03f")[int(sheet.rng.integers(0, 4))]))
    for row in (1, 0):
        for k in range(5 - row):
            at = (x + w * (k + 0.5 + 0.5 * row) / 5, y - h - row * 0.1 * gap)
            sheet.canvas.drawCircle(*at, 0.11 * w, around((at[0] - 0.03 * w, at[1] - 0.04 * w), 0.15 * w, (
                0, lighter(fruit, 0.3), 1), (1, darker(fruit, 0.25), 1)))  # fmt: skip
    box(sheet, x, y - h, w, h, hexa("#b98a56"), 2)
    return w + 8 * sheet.u


def _good(sheet: Sheet, x: float, y: float, gap: float, tone: Colour, goods: str) -> float:
    """One thing on a shelf, its left foot at (x, y). Returns the room it takes."""
    u, light = sheet.u, sheet.light
    kinds = _OFFERS.get(goods, (goods,))
    kind = kinds[int(sheet.rng.integers(0, len(kinds)))] if len(kinds) > 1 else kinds[0]
    if kind == "books":
        w, h = sheet.between(14, 30) * u, gap * sheet.between(0.5, 0.72)
        box(sheet, x, y - h, w, h, tone, 2)
        sheet.canvas.drawRect(
            skia.Rect.MakeXYWH(x + w * 0.25, y - h * 0.8, w * 0.5, h * 0.08), flat(light.on(hexa("#f2dfb0")), 0.8)
        )
        return w + 1.5 * u
    if kind == "boxes":
        w, h = sheet.between(40, 70) * u, gap * sheet.between(0.34, 0.6)
        box(sheet, x, y - h, w, h, tone, 3)
        sheet.canvas.drawRect(
            skia.Rect.MakeXYWH(x + w * 0.2, y - h * 0.68, w * 0.6, h * 0.34), flat(light.on(hexa("#fff4dc")), 0.85)
        )
        return w + 8 * u
    if kind == "fruit":
        return _crate(sheet, x, y, gap)
    if kind in ("cans", "bottles"):
        w, h = (30 * u, 0.34 * gap) if kind == "cans" else (24 * u, 0.62 * gap)
        box(sheet, x, y - h, w, h, tone, 5)
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x, y - 0.66 * h, w, 0.34 * h), flat(light.on(hexa("#fff4dc")), 0.9))
        if kind == "bottles":
            box(sheet, x + 0.32 * w, y - 1.28 * h, 0.36 * w, 0.3 * h, darker(tone, 0.15), 3)
        return w + 5 * u
    w, h = sheet.between(34, 48) * u, gap * sheet.between(0.42, 0.6)
    if kind == "flasks":
        flask(sheet, x + w / 2, y, h, tone)
    else:
        box(sheet, x, y - h, w, h, mix(tone, hexa("#f2dfc0"), 0.25), 9)
        box(sheet, x + w * 0.1, y - h * 1.14, w * 0.8, h * 0.16, hexa("#b08a5a"), 3)
    return w + 12 * u


def flask(sheet: Sheet, x: float, y: float, h: float, tone: Colour) -> None:
    glass = smooth(
        [
            (x - h * 0.1, y - h),
            (x + h * 0.1, y - h),
            (x + h * 0.11, y - h * 0.6),
            (x + h * 0.42, y - h * 0.06),
            (x + h * 0.36, y),
            (x - h * 0.36, y),
            (x - h * 0.42, y - h * 0.06),
            (x - h * 0.11, y - h * 0.6),
        ]
    )
    sheet.canvas.drawPath(glass, flat(sheet.light.on((0.92, 0.98, 1.0)), 0.6))
    sheet.canvas.save()
    sheet.canvas.clipPath(glass, True)
    sheet.canvas.drawRect(
        skia.Rect(x - h, y - h * 0.42, x + h, y + 4),
        down(y - h * 0.42, y, (0, lighter(tone, 0.3), 0.95), (1, tone, 0.95)),
    )
    sheet.canvas.restore()
    sheet.canvas.drawLine(
        x - h * 0.2,
        y - h * 0.34,
        x - h * 0.28,
        y - h * 0.1,
        skia.Paint(Color=skia.Color(255, 255, 255, 190), StrokeWidth=3 * sheet.u, AntiAlias=True),
    )


def glassware(sheet: Sheet, x: float, y: float, h: float) -> None:
    for i, code in enumerate(("#57c98a", "#e0609a", "#4fa3e0")):
        flask(sheet, x + (i - 1) * h * 1.15, y, h * (1.0, 1.35, 0.85)[i], hexa(code))


def sofa(sheet: Sheet, x: float, y: float, w: float, own: Colour) -> None:
    h = w * 0.42
    cast_shadow(sheet, x, y, w * 1.05)
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
    cast_shadow(sheet, x, y, h * 0.5)
    for i in range(9):
        angle = math.radians(-80 + i * 20)
        reach = h * sheet.between(0.5, 0.72)
        tip = (x + reach * math.sin(angle) * 0.62, y - h * 0.3 - reach * math.cos(angle) * 0.85)
        fat = h * 0.06
        mid = ((x + tip[0]) / 2 + fat * 0.6 * math.sin(angle), (y - h * 0.3 + tip[1]) / 2 - fat)
        leaf = smooth([(x, y - h * 0.26), (mid[0] - fat, mid[1]), tip, (mid[0] + fat, mid[1] + fat)])
        tone = light.on(mix(hexa("#3f8a55"), hexa("#7fbf6a"), sheet.between(0, 1)))
        sheet.canvas.drawPath(
            leaf, along((x, y - h * 0.3), tip, (0, darker(tone, 0.3), 1), (1, lighter(tone, 0.12), 1))
        )
    body = smooth([(x - h * 0.17, y - h * 0.32), (x + h * 0.17, y - h * 0.32), (x + h * 0.12, y), (x - h * 0.12, y)])
    tone = light.on(hexa("#d9805a"))
    sheet.canvas.drawPath(
        body, along((x - h * 0.17, y), (x + h * 0.17, y), (0, lighter(tone, 0.2), 1), (1, darker(tone, 0.35), 1))
    )


def rug(sheet: Sheet, x: float, y: float, r: float, own: Colour) -> None:
    for share, tone in (
        (1.0, own),
        (0.84, lighter(own, 0.4)),
        (0.76, own),
        (0.5, lighter(own, 0.3)),
        (0.44, darker(own, 0.1)),
    ):
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(x - r * share, y - r * 0.16 * share, 2 * r * share, r * 0.32 * share),
            flat(sheet.light.on(tone), 0.94),
        )


def counter(sheet: Sheet, x: float, y: float, w: float, h: float, own: Colour) -> None:
    """A run of cupboards under a worktop, its foot at `y`."""
    cast_shadow(sheet, x, y, w)
    box(sheet, x - w / 2, y - h, w, h, own)
    count = max(2, round(w / (190 * sheet.u)))
    for i in range(count):
        left = x - w / 2 + w * i / count
        box(sheet, left + 10 * sheet.u, y - h * 0.8, w / count - 20 * sheet.u, h * 0.68, lighter(own, 0.1), 6)
        sheet.canvas.drawCircle(
            left + w / count * 0.82, y - h * 0.48, 5 * sheet.u, flat(sheet.light.on(hexa("#e8c878")))
        )
    box(sheet, x - w / 2 - 8 * sheet.u, y - h * 1.06, w + 16 * sheet.u, h * 0.12, hexa("#f0e4d0"), 4)


def desk(sheet: Sheet, x: float, y: float, w: float, h: float, own: Colour = WOOD) -> None:
    """A table on four legs, its foot at (x, y)."""
    cast_shadow(sheet, x, y, w)
    for side in (-1, 1):
        box(sheet, x + side * w * 0.45 - 11 * sheet.u, y - h, 22 * sheet.u, h, darker(own, 0.35), 3)
    box(sheet, x - w / 2, y - h - 12 * sheet.u, w, 26 * sheet.u, own, 6)
