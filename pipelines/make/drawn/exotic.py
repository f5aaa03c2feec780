"""Plants of hot countries: palms, acacias, the giants of the rainforest, bamboo, cactus. See trees.py."""

import math
from collections.abc import Callable

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, mix
from pipelines.make.drawn.sheet import Sheet, along, flat, outline, smooth
from pipelines.make.drawn.trees import Tones, crown, side_of, trunk


def palm(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour) -> None:
    """A palm: a ringed stem in a curve, a star of fronds."""
    way = 1 if sheet.between(0, 1) < 0.5 else -1
    tones, leaf = Tones(sheet, hexa("#9a7a58"), far), Tones(sheet, own, far)
    top = (x + way * tall * sheet.between(0.1, 0.24), y - tall * 0.8)
    left, right = [], []
    for i in range(15):
        t = i / 14
        cx = x + (top[0] - x) * t**1.7
        cy = y + (top[1] - y) * t
        half = tall * (0.026 - 0.011 * t) * (1.08 if i % 2 else 0.95)
        left.append((cx - half, cy))
        right.append((cx + half, cy))
    side = side_of(sheet, x)
    ends = ((x + side * tall * 0.05, y), (x - side * tall * 0.05, y))
    sheet.canvas.drawPath(outline([*left, *reversed(right)]), along(*ends, (0, tones.lit, 1), (1, tones.deep, 1)))
    for i in range(11):
        a = math.pi * (1.06 + 0.88 * ((i * 5 % 11) / 10)) + sheet.between(-0.1, 0.1)
        long, drop = tall * sheet.between(0.28, 0.4), tall * sheet.between(0.08, 0.24)
        tip = (top[0] + long * math.cos(a), top[1] + long * math.sin(a) * 0.6 + drop)
        mid = (top[0] + 0.55 * long * math.cos(a), top[1] + long * math.sin(a) * 0.75 - tall * 0.02)
        sunny = math.cos(a) * side
        frond(sheet, top, mid, tip, tall * 0.05, mix(leaf.shaded, leaf.lit, 0.5 + 0.45 * sunny), leaf.deep)


def frond(sheet: Sheet, foot: tuple[float, float], mid: tuple[float, float], tip: tuple[float, float], wide: float,
           colour: Colour, deep: Colour) -> None:  # fmt: skip
    """A feathered leaf along a curve: teeth on both sides of its rib."""
    upper, lower, rib = [], [], []
    for i in range(13):
        t = i / 12
        px = (1 - t) ** 2 * foot[0] + 2 * t * (1 - t) * mid[0] + t * t * tip[0]
        py = (1 - t) ** 2 * foot[1] + 2 * t * (1 - t) * mid[1] + t * t * tip[1]
        rib.append((px, py))
        fat = wide * math.sin(math.pi * min(1, 0.12 + 0.88 * t)) * (1.25 if i % 2 else 0.55)
        upper.append((px + fat * 0.25, py - fat * 0.5))
        lower.append((px - fat * 0.1, py + fat))
    sheet.canvas.drawPath(outline([*upper, *reversed(lower)]), flat(colour))
    paint = flat(deep, 0.7)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(max(1.0, wide * 0.09))
    sheet.canvas.drawPath(smooth(rib, close=False), paint)


def acacia(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour) -> None:
    """An umbrella thorn: a forked stem under flat plates of leaves."""
    bark = hexa("#5f4a3c")
    trunk(sheet, x, y, tall * 0.03, tall * 0.36, bark, far)
    stroke = flat(Tones(sheet, bark, far).shaded)
    stroke.setStyle(skia.Paint.kStroke_Style)
    stroke.setStrokeWidth(tall * 0.024)
    for reach in (-0.36, -0.15, 0.12, 0.34):
        path = skia.Path()
        path.moveTo(x, y - tall * 0.33)
        path.quadTo(x + reach * tall * 0.35, y - tall * 0.5, x + reach * tall, y - tall * 0.74)
        sheet.canvas.drawPath(path, stroke)
    heaps = []
    for plate, (cx, cy, wide) in enumerate(((-0.3, 0.74, 0.3), (0.3, 0.78, 0.32), (0.0, 0.87, 0.46))):
        for k in range(9):
            t = (k + 0.5) / 9 * 2 - 1
            r = tall * (0.062 - 0.026 * t * t) * sheet.between(0.85, 1.15)
            heaps.append((x + (cx + t * wide) * tall, y - tall * (cy + 0.02 * (plate % 2)), r))
    crown(sheet, heaps, own, far, tall * 0.02)


def jungle(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour) -> None:
    """A giant of the rainforest: a smooth stem on buttress roots, a high crown, vines."""
    bark, lean = hexa("#6d5f52"), sheet.between(-0.04, 0.04) * tall
    tones = Tones(sheet, bark, far)
    for way in (-1, 1):
        root = outline([(x, y - tall * 0.2), (x + way * tall * 0.1, y + tall * 0.01), (x - way * tall * 0.01, y)])
        sheet.canvas.drawPath(root, flat(tones.shaded if way != side_of(sheet, x) else tones.plain))
    trunk(sheet, x, y, tall * 0.03, tall * 0.8, bark, far, lean)
    heaps = [
        (
            x + lean + sheet.between(-0.26, 0.26) * tall,
            y - tall * sheet.between(0.72, 0.95),
            tall * sheet.between(0.08, 0.14),
        )
        for _ in range(12)
    ]
    heaps += [(x + lean * 0.9, y - tall * 0.78, tall * 0.12), (x + lean, y - tall * 0.88, tall * 0.1)]
    crown(sheet, heaps, own, far, tall * 0.022)
    vine = flat(Tones(sheet, darker(own, 0.2), far).shaded, 0.9)
    vine.setStyle(skia.Paint.kStroke_Style)
    vine.setStrokeWidth(max(1.2 * sheet.u, tall * 0.005))
    for cx, cy, r in heaps[:5]:
        path = skia.Path()
        path.moveTo(cx, cy)
        path.quadTo(
            cx + r * 0.5, cy + tall * 0.2, cx + sheet.between(-0.6, 0.6) * r, cy + tall * sheet.between(0.2, 0.5)
        )
        sheet.canvas.drawPath(path, vine)


def bamboo(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour) -> None:
    """One cane with its joints, leaning, with tufts of narrow leaves."""
    tones, side, canvas = Tones(sheet, own, far), side_of(sheet, x), sheet.canvas
    half, lean = tall * 0.0115, sheet.between(-0.07, 0.07) * tall
    joints = 11
    for i in range(joints):
        a, b = i / joints, (i + 1) / joints - 0.004
        xa, xb = x + lean * a**1.6, x + lean * b**1.6
        cane = outline(
            [
                (xa - half, y - tall * a),
                (xb - half * 0.94, y - tall * b),
                (xb + half * 0.94, y - tall * b),
                (xa + half, y - tall * a),
            ]
        )
        ends = ((x + side * half, 0), (x - side * half, 0))
        canvas.drawPath(cane, along(*ends, (0, tones.lit, 1), (0.45, tones.plain, 1), (1, tones.deep, 1)))
        canvas.drawRect(
            skia.Rect.MakeXYWH(xb - half * 1.12, y - tall * b - half * 0.2, half * 2.24, half * 0.42),
            flat(tones.deep, 0.8),
        )
    for _ in range(int(9 * (1 - far)) + 4):
        t = sheet.between(0.45, 1.0)
        px, py = x + lean * t**1.6, y - tall * t
        way = 1 if sheet.between(0, 1) < 0.5 else -1
        for k in range(5):
            long = tall * sheet.between(0.05, 0.1)
            a = math.radians(12 + 17 * k + sheet.between(-8, 8))
            tip = (px + way * long * math.cos(a), py + long * math.sin(a) * 0.9)
            mid = ((px + tip[0]) / 2, (py + tip[1]) / 2 - long * 0.13)
            path = skia.Path()
            path.moveTo(px, py)
            path.quadTo(mid[0], mid[1] - long * 0.05, *tip)
            path.quadTo(mid[0], mid[1] + long * 0.1, px, py)
            canvas.drawPath(path, flat(mix(tones.shaded, tones.lit, sheet.between(0, 0.8))))


def cactus(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour) -> None:
    """A saguaro: a ribbed column with arms."""
    tones, side, canvas = Tones(sheet, own, far), side_of(sheet, x), sheet.canvas
    wide = tall * 0.15

    def limb(cx: float, foot: float, top: float, w: float) -> None:
        box = skia.Rect(cx - w / 2, top, cx + w / 2, foot)
        ends = ((cx + side * w / 2, 0), (cx - side * w / 2, 0))
        canvas.drawRoundRect(
            box, w / 2, w / 2, along(*ends, (0, tones.lit, 1), (0.4, tones.plain, 1), (1, tones.deep, 1))
        )
        rib = flat(tones.deep, 0.35)
        rib.setStrokeWidth(w * 0.05)
        for k in (-0.24, 0.0, 0.24):
            canvas.drawLine(cx + k * w, top + w * 0.3, cx + k * w, foot - w * 0.2, rib)

    for way in (-1, 1):
        if sheet.between(0, 1) < 0.8:
            low, high = y - tall * sheet.between(0.32, 0.5), y - tall * sheet.between(0.62, 0.82)
            elbow = x + way * wide * 1.35
            box = skia.Rect(min(x, elbow) - wide * 0.02, low - wide * 0.62, max(x, elbow) + wide * 0.02, low)
            canvas.drawRoundRect(box, wide * 0.3, wide * 0.3, flat(tones.shaded))
            limb(elbow, low, high, wide * 0.66)
    limb(x, y + wide * 0.1, y - tall, wide)


Kind = Callable[[Sheet, float, float, float, float, Colour], None]
KINDS: dict[str, Kind] = {"palm": palm, "acacia": acacia, "jungle": jungle, "bamboo": bamboo, "cactus": cactus}
