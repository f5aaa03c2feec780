"""Trees of every kind, each with its foot at (x, y) and `tall` pixels high: lit from the sun's side, hazed afar."""

import math

import numpy as np
import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat

Heap = tuple[float, float, float]
BARK = hexa("#74513f")
BIRCH = hexa("#e9e4dc")
SNOW = hexa("#f3f7ff")


class Tones:
    """The colours of one surface in this light, `far` into the haze: lit, plain, shaded."""

    def __init__(self, sheet: Sheet, own: Colour, far: float) -> None:
        light = sheet.light
        far = light.through(far)
        low = light.sun_at[1] < 0.2 and light.dark < 0.5
        self.lit = mix(light.lit(lighter(own, 0.05), 0.5 if low else 0.36), light.haze, far)
        self.plain = light.on(own, far)
        self.shaded = mix(light.shaded(own, 0.42), light.haze, far)
        self.deep = mix(light.shaded(darker(own, 0.25), 0.5), light.haze, far)


def side_of(sheet: Sheet, x: float) -> int:
    """From which side the sun lights what stands at x: -1 left, 1 right."""
    return -1 if sheet.light.sun_at[0] * sheet.w < x else 1


def crown(sheet: Sheet, heaps: list[Heap], own: Colour, far: float, dab: float, snow: bool = False) -> None:
    """Heaps of leaves: round bodies, then dabs of leaf in three tones, light on the sun's side, dark underneath."""
    rng, canvas, tones = sheet.rng, sheet.canvas, Tones(sheet, own, far)
    side = side_of(sheet, sum(h[0] for h in heaps) / len(heaps))
    under = skia.Path()
    for cx, cy, r in heaps:
        under.addCircle(cx, cy + r * 0.14, r * 1.03)
    canvas.drawPath(under, flat(tones.deep))
    for cx, cy, r in sorted(heaps, key=lambda heap: heap[1], reverse=True):
        at = (cx + side * r * 0.42, cy - r * 0.5)
        body = around(at, r * 1.6, (0, tones.lit, 1), (0.45, tones.plain, 1), (1, tones.shaded, 1))
        canvas.drawCircle(cx, cy, r, body)
    fine = min(dab, 15 * sheet.u)  # leaves are as small on a tree near the lens
    per = int((130 if far < 0.15 else 60 if far < 0.4 else 18) * min(2.5, (dab / fine) ** 1.4))
    dab = fine
    n = len(heaps) * per
    which = np.repeat(np.arange(len(heaps)), per)
    hx, hy, hr = (np.array([h[k] for h in heaps])[which] for k in range(3))
    a, reach = rng.uniform(0, 2 * math.pi, n), np.sqrt(rng.uniform(0.3, 1.2, n))
    xs, ys = hx + hr * reach * np.cos(a), hy + hr * reach * np.sin(a)
    high, low = min(h[1] for h in heaps), max(h[1] for h in heaps)
    facing = (
        side * np.cos(a) * 0.5 - np.sin(a) * 0.7 - 0.5 * (ys - high) / max(low - high, 1.0) + rng.normal(0.2, 0.22, n)
    )
    ragged = reach > 0.93
    for least, most, colour, alpha in ((-9, -0.35, tones.deep, 0.5), (-0.35, 0.2, tones.shaded, 0.6),
                                       (0.2, 0.6, tones.plain, 0.6), (0.6, 9, tones.lit, 0.75)):  # fmt: skip
        mine = (facing >= least) & (facing < most)
        dots(canvas, xs[mine & ragged], ys[mine & ragged], dot(colour, 0.95, dab * 0.75))
        dots(canvas, xs[mine & ~ragged], ys[mine & ~ragged], dot(colour, alpha, dab * 0.5))
    if snow:
        top = (ys < hy - hr * 0.35) & (rng.uniform(0, 1, n) < 0.8)
        dots(canvas, xs[top], ys[top], dot(sheet.light.on(SNOW, far * 0.8), 0.95, dab * 1.3))


def trunk(
    sheet: Sheet, x: float, y: float, width: float, tall: float, own: Colour, far: float, lean: float = 0.0
) -> None:
    """A stem that widens at its foot; `lean` moves its top sideways, in pixels."""
    tones, side = Tones(sheet, own, far), side_of(sheet, x)
    path = skia.Path()
    path.moveTo(x - width * 1.7, y + width * 0.1)
    path.quadTo(x - width * 0.7, y - tall * 0.12, x - width * 0.55 + lean, y - tall)
    path.lineTo(x + width * 0.55 + lean, y - tall)
    path.quadTo(x + width * 0.7, y - tall * 0.12, x + width * 1.7, y + width * 0.1)
    path.quadTo(x, y + width * 0.5, x - width * 1.7, y + width * 0.1)
    paint = along(
        (x + side * width, y), (x - side * width, y), (0, tones.lit, 1), (0.4, tones.plain, 1), (1, tones.deep, 1)
    )
    sheet.canvas.drawPath(path, paint)


def broad(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour, snow: bool = False) -> None:
    """An oak or a lime: a forked trunk under a wide crown."""
    between = sheet.between
    trunk(sheet, x, y, tall * 0.042, tall * 0.55, BARK, far, between(-0.02, 0.02) * tall)
    tones = Tones(sheet, BARK, far)
    bough = flat(tones.shaded)
    bough.setStyle(skia.Paint.kStroke_Style)
    bough.setStrokeWidth(tall * 0.024)
    for way in (-1, 1):
        path = skia.Path()
        path.moveTo(x, y - tall * 0.36)
        path.quadTo(x + way * tall * 0.05, y - tall * 0.48, x + way * tall * 0.16, y - tall * 0.58)
        sheet.canvas.drawPath(path, bough)
    wide, high = between(0.95, 1.3), between(0.82, 1.02)
    heaps = []
    for i in range(13):
        a = i * 2.4 + between(-0.3, 0.3)
        reach = tall * 0.25 * math.sqrt((i + 0.4) / 13)
        r = tall * between(0.1, 0.165)
        heaps.append((x + reach * math.cos(a) * wide, y - tall * 0.67 + reach * math.sin(a) * high, r))
    crown(sheet, heaps, own, far, tall * 0.026, snow)


def slim(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour, bark: Colour = BARK) -> None:
    """A poplar: a tall narrow crown from near the ground."""
    trunk(sheet, x, y, tall * 0.022, tall * 0.4, bark, far)
    heaps = []
    for i in range(9):
        t = i / 8
        r = tall * 0.115 * math.sin(math.pi * (0.16 + 0.74 * t)) ** 0.8
        heaps.append((x + sheet.between(-0.3, 0.3) * r, y - tall * (0.2 + 0.72 * t), r * sheet.between(0.9, 1.15)))
    crown(sheet, heaps, own, far, tall * 0.02)


def birch(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour, bare: bool = False) -> None:
    """A birch: a white stem with dark marks, an airy crown that hangs a little."""
    u, lean = sheet.u, sheet.between(-0.04, 0.04) * tall
    trunk(sheet, x, y, tall * 0.019, tall * (0.5 if bare else 0.86), BIRCH, far, lean)
    mark = flat(mix(sheet.light.on(hexa("#3f3a3c")), sheet.light.haze, far), 0.8)
    for _ in range(int(14 * (1 - far)) + 3):
        t = sheet.between(0.02, 0.45 if bare else 0.8)
        cx, wide = x + lean * t, tall * 0.012 * (1.2 - 0.5 * t)
        cx += sheet.between(-0.8, 0.8) * wide
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(cx - wide * 0.7, y - tall * t, wide * 1.4, max(1.2 * u, tall * 0.006)), mark
        )
    if bare:
        boughs(sheet, x + lean, y - tall * 0.46, tall * 0.6, far, mix(BIRCH, BARK, 0.75), snow=True, thick=0.7)
        return
    heaps = []
    for i in range(20):
        t = (i + 0.5) / 20
        r = tall * sheet.between(0.05, 0.075) * (1.15 - 0.5 * t)
        off = sheet.between(-1, 1) * tall * 0.15 * math.sin(math.pi * (0.25 + 0.72 * t))
        heaps.append((x + lean * t + off, y - tall * (0.34 + 0.6 * t), r))
    crown(sheet, heaps, own, far, tall * 0.015)


def boughs(
    sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour, snow: bool = False, thick: float = 1.0
) -> None:
    """Bare branches that fork again and again from a stem at (x, y)."""
    tones = Tones(sheet, own, far)
    levels: list[list[tuple[tuple[float, float], tuple[float, float], tuple[float, float]]]] = [[] for _ in range(6)]

    def grow(px: float, py: float, angle: float, length: float, level: int) -> None:
        bend = angle + sheet.between(-0.16, 0.16)
        mid = (px + 0.5 * length * math.sin(bend), py - 0.5 * length * math.cos(bend))
        tip = (px + length * math.sin(angle), py - length * math.cos(angle))
        levels[level].append(((px, py), mid, tip))
        if level < (5 if far < 0.35 else 4 if far < 0.6 else 3):
            for turn in (-1, 1) if level else (-1, 0, 1):
                spread = turn * sheet.between(0.28, 0.62) + sheet.between(-0.1, 0.1)
                grow(*tip, angle * 0.9 + spread, length * sheet.between(0.62, 0.82), level + 1)

    grow(x, y, sheet.between(-0.06, 0.06), tall * 0.3, 0)
    for level, strokes in enumerate(levels):
        path = skia.Path()
        for start, mid, tip in strokes:
            path.moveTo(*start)
            path.quadTo(*mid, *tip)
        wide = max(0.9 * sheet.u, tall * thick * 0.05 * 0.6**level)
        paint = flat(mix(tones.shaded, tones.plain, 0.4 if level < 2 else 0.1))
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(wide)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        sheet.canvas.drawPath(path, paint)
        if snow and 0 < level < 5:
            path.offset(0, -wide * 0.55)
            paint.setColor(flat(sheet.light.on(SNOW, far * 0.8), 0.95).getColor())
            paint.setStrokeWidth(wide * 0.75)
            sheet.canvas.drawPath(path, paint)


def bare(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour = BARK, snow: bool = False) -> None:
    """A leafless tree, in winter or dead."""
    trunk(sheet, x, y, tall * 0.036, tall * 0.2, own, far)
    boughs(sheet, x, y - tall * 0.17, tall * 0.86, far, own, snow)


def willow(sheet: Sheet, x: float, y: float, tall: float, far: float, own: Colour) -> None:
    """A tree hung with moss or long twigs, for swamps and banks."""
    bark = hexa("#5b5048")
    trunk(sheet, x, y, tall * 0.045, tall * 0.5, bark, far)
    boughs(sheet, x, y - tall * 0.36, tall * 0.6, far, bark, thick=0.8)
    heaps = [
        (x + sheet.between(-0.3, 0.3) * tall, y - tall * sheet.between(0.66, 0.88), tall * sheet.between(0.07, 0.12))
        for _ in range(11)
    ]
    crown(sheet, heaps, own, far, tall * 0.022)
    tones = Tones(sheet, own, far)
    for cx, cy, r in heaps:
        for _ in range(7):
            px = cx + sheet.between(-1, 1) * r
            paint = flat(mix(tones.deep, tones.plain, sheet.between(0, 1)), 0.75)
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(max(1.1 * sheet.u, tall * 0.006))
            path = skia.Path()
            path.moveTo(px, cy)
            path.quadTo(px + r * 0.3, cy + r, px + sheet.between(-0.3, 0.3) * r, cy + tall * sheet.between(0.1, 0.32))
            sheet.canvas.drawPath(path, paint)


def ground_shadow(sheet: Sheet, x: float, y: float, wide: float, strength: float = 0.4) -> None:
    """The shadow a tree throws on the ground: long and away from a low sun, a pool under a high one."""
    light = sheet.light
    side, low = side_of(sheet, x), light.sun_at[1] < 0.25
    reach = wide * (1.7 if low else 0.7)
    tall = wide * 0.12
    left = x - reach if side > 0 else x - wide * 0.35
    box = skia.Rect.MakeXYWH(left, y - tall * 0.45, reach + wide * 0.35, tall)
    shade = down(box.top(), box.bottom(), (0, light.shadow, strength), (1, light.shadow, strength * 0.8))
    shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, tall * 0.3))
    sheet.canvas.drawOval(box, shade)
