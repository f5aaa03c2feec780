"""Land: ridges of mountains and hills in the haze, meadows, dunes, snow, and the trees that stand on them."""

import math

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, glow, outline, ridge, smooth

GRASS = hexa("#6fae4a")
ROCK = hexa("#7c7f95")
SAND = hexa("#ecc98c")
SNOW = hexa("#f3f7ff")
SOIL = hexa("#a9805a")
PINE = hexa("#2f6b52")
LEAF = hexa("#5c9e46")


def band(sheet: Sheet, top: NDArray[np.float64], bottom: float, paint: skia.Paint) -> skia.Path:
    """Fill from a line of heights (pixels, evenly spread over the width) down to `bottom`."""
    xs = np.linspace(-4, sheet.w + 4, len(top))
    path = outline([(-4, bottom), *zip(xs.tolist(), top.tolist(), strict=True), (sheet.w + 4, bottom)])
    sheet.canvas.drawPath(path, paint)
    return path


def mountains(sheet: Sheet, base: float, height: float, own: Colour, far: float, snow: bool = False) -> None:
    """One chain of mountains: sharp peaks, a lit and a shaded flank, snow on the tops, mist at its feet."""
    light = sheet.light
    n = 160
    line = ridge(sheet.rng, n, 0.48, sheet.between(2.2, 4.0)) ** 1.25
    top = base - height * (0.18 + 0.82 * line)
    body = light.on(own, far)
    path = band(
        sheet,
        top,
        base + height * 0.3,
        down(float(top.min()), base, (0, body, 1), (1, light.on(own, min(1, far + 0.35)), 1)),
    )
    sheet.canvas.save()
    sheet.canvas.clipPath(path, True)
    xs = np.linspace(-4, sheet.w + 4, n)
    side = -1 if light.sun_at[0] < 0.5 else 1
    peaks = [i for i in range(2, n - 2) if top[i] == top[max(0, i - 5) : i + 6].min()]
    for i in peaks:
        _flank(
            sheet,
            float(xs[i]),
            float(top[i]),
            base,
            side,
            light.lit(own, 0.3),
            light.shaded(own, 0.3),
            far,
            own if snow else None,
        )
    mist_colour = mix(light.haze, light.sky[-1], 0.3)
    sheet.canvas.drawRect(
        skia.Rect(0, base - height * 0.7, sheet.w, base + height * 0.3),
        down(base - height * 0.7, base, (0, mist_colour, 0), (1, mist_colour, 0.35 + 0.45 * far)),
    )
    sheet.canvas.restore()


def _flank(sheet: Sheet, x: float, y: float, base: float, side: int, lit: Colour, dark: Colour, far: float,
           snow: Colour | None) -> None:  # fmt: skip
    """The two faces under one peak, parted by a crooked spine."""
    tall = base - y
    spine = [(x, y)]
    px, py = x, y
    while py < base:
        py += tall * sheet.between(0.07, 0.16)
        px += tall * sheet.between(-0.09, 0.12) * side
        spine.append((px, py))
    haze = sheet.light.haze
    for facing, colour, alpha in ((-side, dark, 0.5), (side, lit, 0.5)):
        edge = [(x + facing * tall * 1.25, base), (x, y)]
        shade = mix(colour, haze, far)
        sheet.canvas.drawPath(
            outline([*spine, *edge]), down(y, y + tall * 0.9, (0, shade, alpha * (1 - far * 0.6)), (1, shade, 0))
        )
    if snow is not None:
        _snow_cap(sheet, x, y, tall, side, far)


def _snow_cap(sheet: Sheet, x: float, y: float, tall: float, side: int, far: float) -> None:
    deep = tall * sheet.between(0.26, 0.4)
    points = [(x, y - 2)]
    steps = 7
    for i in range(steps + 1):
        t = i / steps * 2 - 1
        points.append((x + t * deep * 1.25, y + deep * (0.75 + (0.36 if i % 2 else -0.22) * sheet.between(0.5, 1.2))))
    bright, dim = sheet.light.on(SNOW, far * 0.8), mix(sheet.light.shaded(SNOW, 0.35), sheet.light.haze, far * 0.8)
    sheet.canvas.drawPath(outline(points), along((x + side * deep, y), (x - side * deep, y + deep * 0.3),
                          (0, bright, 0.96), (0.46, bright, 0.94), (0.56, dim, 0.92), (1, dim, 0.9)))  # fmt: skip


def hills(
    sheet: Sheet, base: float, height: float, own: Colour, far: float, trees: float = 0.0, waves: float = 2.0
) -> NDArray[np.float64]:
    """One rolling hill line; `trees` (0 to 1) sets small woods on it. Returns its heights in pixels, shape (241,)."""
    light = sheet.light
    top = base - height * ridge(sheet.rng, 241, 0.32, waves)
    if trees:
        _far_trees(sheet, top, height, own, far, trees)
    crest, foot = light.on(lighter(own, 0.06), far), light.on(darker(own, 0.16), min(1.0, far * 0.9))
    path = band(sheet, top, sheet.h + 4, down(float(top.min()), base + height * 1.3, (0, crest, 1), (1, foot, 1)))
    sheet.canvas.save()
    sheet.canvas.clipPath(path, True)
    edge = flat(mix(light.lit(own, 0.5), light.haze, far), 0.5, 5 * sheet.u)  # the crest catches the light
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(7 * sheet.u)
    xs = np.linspace(-4, sheet.w + 4, len(top))
    sheet.canvas.drawPath(outline(list(zip(xs.tolist(), top.tolist(), strict=True)), close=False), edge)
    sheet.canvas.restore()
    return top


def _far_trees(sheet: Sheet, top: NDArray[np.float64], height: float, own: Colour, far: float, share: float) -> None:
    """Small round and pointed trees along a crest, in clumps."""
    clump = ridge(sheet.rng, len(top), 0.5, 6)
    size = (16 + 34 * (1 - far)) * sheet.u
    dark = sheet.light.on(darker(mix(own, PINE, 0.55), 0.12), far)
    xs = np.linspace(-4, sheet.w + 4, len(top))
    pointed = sheet.between(0, 1) < 0.5
    for x, y, c in zip(xs, top, clump, strict=True):
        if c < 1 - share:
            continue
        s = size * sheet.between(0.6, 1.25)
        px = float(x) + sheet.between(-4, 4) * sheet.u
        if pointed:
            path = outline([(px, float(y) - s * 1.7), (px + s * 0.42, float(y) + 6), (px - s * 0.42, float(y) + 6)])
        else:
            path = skia.Path()
            path.addOval(skia.Rect.MakeXYWH(px - s * 0.5, float(y) - s * 0.95, s, s * 1.1))
        sheet.canvas.drawPath(path, flat(mix(dark, sheet.light.on(lighter(own, 0.1), far), sheet.between(0, 0.35))))


def meadow(sheet: Sheet, top: float, own: Colour = GRASS, flowers: bool = True, tufts: bool = True) -> None:
    """Open ground from `top` to the lower edge: a run of colour, light patches and shadows, grass that grows nearer."""
    light = sheet.light
    ground = [
        (0.0, light.on(lighter(own, 0.12), 0.32), 1.0),
        (0.3, light.on(own, 0.08), 1.0),
        (1.0, light.on(darker(own, 0.34)), 1.0),
    ]
    sheet.canvas.drawRect(skia.Rect(0, top, sheet.w, sheet.h), down(top, sheet.h, *ground))
    deep = sheet.h - top
    for _ in range(16):
        t = sheet.between(0.02, 1) ** 1.6
        y, r = top + deep * t, (120 + 420 * t) * sheet.u
        colour = light.lit(own, 0.4) if sheet.between(0, 1) < 0.55 else light.shaded(own, 0.4)
        x = sheet.between(0, 1) * sheet.w
        sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - r, y - r * 0.1, 2 * r, r * 0.2), flat(colour, 0.2, r * 0.09))
    if tufts:
        grass(sheet, top + deep * 0.08, sheet.h, own, int(240 * sheet.w / 1920))
    if flowers and sheet.may("flower"):
        _flowers(sheet, top + deep * 0.1, sheet.h, int(150 * sheet.w / 1920))


def grass(sheet: Sheet, top: float, bottom: float, own: Colour, count: int, tall: float = 1.0) -> None:
    """Tufts of a few blades, small in the distance and larger nearer."""
    light = sheet.light
    places = sorted(float(t) for t in sheet.rng.uniform(0, 1, count) ** 0.8)
    for t in places:
        x, y = sheet.between(0, 1) * sheet.w, top + (bottom - top) * t
        size = (7 + 26 * t) * sheet.u * tall
        colour = mix(light.lit(own, 0.25), light.on(darker(own, 0.3)), sheet.between(0.1, 1))
        colour = mix(colour, light.haze, 0.3 * (1 - t))
        path = skia.Path()
        for i in range(4):
            lean = (i - 1.5) * 0.3 + sheet.between(-0.15, 0.15)
            foot = x + (i - 1.5) * size * 0.16
            path.moveTo(foot - size * 0.05, y)
            path.quadTo(
                foot + lean * size * 0.2, y - size * 0.6, foot + lean * size, y - size * sheet.between(0.75, 1.1)
            )
            path.quadTo(foot + lean * size * 0.35 + size * 0.06, y - size * 0.5, foot + size * 0.06, y)
        sheet.canvas.drawPath(path, flat(colour, 0.9))


def _flowers(sheet: Sheet, top: float, bottom: float, count: int) -> None:
    kinds = [hexa(c) for c in ("#ff7aa8", "#ffd24d", "#ffffff", "#b58cff", "#ff8a5c")]
    first = int(sheet.rng.integers(0, len(kinds)))
    for t in sorted(float(v) for v in sheet.rng.uniform(0, 1, count)):
        x, y = sheet.between(0, 1) * sheet.w, top + (bottom - top) * t
        r = (1.6 + 5.2 * t) * sheet.u
        own = kinds[(first + int(sheet.rng.integers(0, 3))) % len(kinds)]
        colour = mix(sheet.light.on(own), sheet.light.haze, 0.35 * (1 - t))
        for i in range(5):
            a = i * 2 * math.pi / 5
            sheet.canvas.drawCircle(x + r * 0.72 * math.cos(a), y + r * 0.6 * math.sin(a), r * 0.55, flat(colour))
        sheet.canvas.drawCircle(x, y, r * 0.4, flat(sheet.light.on(hexa("#ffe27a"))))


def pine(
    sheet: Sheet, x: float, y: float, tall: float, far: float = 0.0, snow: bool = False, own: Colour = PINE
) -> None:
    """A conifer with its foot at (x, y): drooping tiers, the sun's side lighter."""
    light = sheet.light
    side = -1 if light.sun_at[0] * sheet.w < x else 1
    trunk = light.on(hexa("#6b4a3a"), far)
    sheet.canvas.drawRect(skia.Rect.MakeXYWH(x - tall * 0.025, y - tall * 0.16, tall * 0.05, tall * 0.16), flat(trunk))
    tiers = 6
    body, bright, deep = (
        light.on(own, far),
        mix(light.lit(own, 0.3), light.haze, far),
        mix(light.shaded(own, 0.45), light.haze, far),
    )
    wobble = [sheet.between(0.88, 1.12) for _ in range(tiers)]
    for i in range(tiers):
        t = i / tiers
        low = y - tall * (0.1 + 0.72 * t)
        wide = tall * 0.25 * (1 - t) ** 0.85 * wobble[i] + tall * 0.03
        high = low - tall * (0.33 - 0.1 * t)
        path = skia.Path()
        path.moveTo(x, high)
        path.quadTo(x + wide * 0.35, low - (low - high) * 0.32, x + wide, low)
        for k in range(1, 7):
            path.lineTo(x + wide * (1 - k / 3.5 + 0.06), low + tall * (0.018 if k % 2 else -0.006))
        path.lineTo(x - wide, low)
        path.quadTo(x - wide * 0.35, low - (low - high) * 0.32, x, high)
        sheet.canvas.drawPath(
            path, along((x + side * wide, low), (x - side * wide, low), (0, bright, 1), (0.45, body, 1), (1, deep, 1))
        )
        if snow:
            cap = outline([(x, high), (x + wide * 0.62, low - (low - high) * 0.24), (x + wide * 0.2, low - (low - high) * 0.36),
                           (x - wide * 0.1, low - (low - high) * 0.22), (x - wide * 0.6, low - (low - high) * 0.26)])  # fmt: skip
            sheet.canvas.drawPath(cap, flat(light.on(SNOW, far * 0.8), 0.92))


def tree(sheet: Sheet, x: float, y: float, tall: float, far: float = 0.0, own: Colour = LEAF) -> None:
    """A broad-leaved tree with its foot at (x, y): a forked trunk under heaps of leaves, lit from the sun's side."""
    light = sheet.light
    side = -1 if light.sun_at[0] * sheet.w < x else 1
    bark = hexa("#74513f")
    w = tall * 0.05
    trunk = skia.Path()
    trunk.moveTo(x - w * 1.6, y)
    trunk.quadTo(x - w * 0.7, y - tall * 0.16, x - w * 0.7, y - tall * 0.5)
    trunk.lineTo(x + w * 0.7, y - tall * 0.5)
    trunk.quadTo(x + w * 0.7, y - tall * 0.16, x + w * 1.6, y)
    trunk.close()
    sheet.canvas.drawPath(trunk, along((x + side * w, y), (x - side * w, y), (0, mix(light.lit(bark, 0.2), light.haze, far), 1),
                                       (1, mix(light.shaded(bark, 0.5), light.haze, far), 1)))  # fmt: skip
    heaps: list[tuple[float, float, float]] = []
    for i in range(11):
        a = i * 2.4 + sheet.between(-0.3, 0.3)
        reach = tall * 0.24 * math.sqrt((i + 0.4) / 11)
        heaps.append(
            (
                x + reach * math.cos(a) * 1.15,
                y - tall * 0.66 + reach * math.sin(a) * 0.95,
                tall * sheet.between(0.13, 0.19),
            )
        )
    for shift, colour in ((0.0, mix(light.shaded(own, 0.42), light.haze, far)),):
        for cx, cy, r in heaps:
            sheet.canvas.drawCircle(cx, cy + r * (0.14 + shift), r * 1.05, flat(colour))
    for cx, cy, r in sorted(heaps, key=lambda heap: heap[1], reverse=True):
        at = (cx + side * r * 0.4, cy - r * 0.5)
        tone = own if (int(cx) % 3) else lighter(own, 0.06)
        sheet.canvas.drawCircle(cx, cy, r, around(at, r * 1.5, (0, mix(light.lit(tone, 0.4), light.haze, far), 1),
                                (0.5, light.on(tone, far), 1), (1, mix(light.shaded(tone, 0.35), light.haze, far), 1)))  # fmt: skip


def rock(sheet: Sheet, x: float, y: float, size: float, own: Colour = ROCK, far: float = 0.0) -> None:
    """A boulder with its foot at (x, y), about 2 × `size` wide: a lit top, a shaded flank."""
    light = sheet.light
    side = -1 if light.sun_at[0] * sheet.w < x else 1
    ring = []
    for i in range(9):
        a = math.pi + math.pi * i / 8
        r = size * sheet.between(0.8, 1.12)
        ring.append((x + r * 1.1 * math.cos(a), y + r * 0.86 * math.sin(a) + size * 0.1))
    body = outline(ring)
    shade, lit = mix(light.shaded(own, 0.4), light.haze, far), mix(light.lit(own, 0.35), light.haze, far)
    sheet.canvas.drawPath(body, down(y - size, y + size * 0.1, (0, light.on(own, far), 1), (1, shade, 1)))
    sheet.canvas.save()
    sheet.canvas.clipPath(body, True)
    crest = [(p[0], p[1]) for p in ring[1:-1]]
    inner = [(x + (px - x) * 0.72 + side * size * 0.16, y + (py - y) * 0.62) for px, py in reversed(crest)]
    sheet.canvas.drawPath(
        outline([*crest, *inner]),
        along((x + side * size, y - size), (x - side * size, y), (0, lit, 0.95), (0.7, lit, 0.25), (1, lit, 0)),
    )
    crack = [
        (x - side * size * 0.1, y - size * 0.8),
        (x + side * size * 0.1, y - size * 0.4),
        (x - side * size * 0.06, y + size * 0.1),
    ]
    sheet.canvas.drawPath(
        outline([*crack, (x - side * size * 1.2, y + size * 0.2), (x - side * size * 1.2, y - size * 0.7)]),
        flat(shade, 0.55),
    )
    sheet.canvas.restore()


def bush(sheet: Sheet, x: float, y: float, size: float, own: Colour = LEAF, far: float = 0.0) -> None:
    """A low round bush with its foot at (x, y)."""
    light = sheet.light
    for i in range(7):
        cx = x + (i - 3) * size * 0.3
        r = size * sheet.between(0.3, 0.46) * (1.1 - abs(i - 3) * 0.14)
        cy = y - r * 0.7
        sheet.canvas.drawCircle(cx, cy, r, around((cx - r * 0.3, cy - r * 0.5), r * 1.6, (0, mix(light.lit(own, 0.25), light.haze, far), 1),
                                (0.5, light.on(own, far), 1), (1, mix(light.shaded(own, 0.45), light.haze, far), 1)))  # fmt: skip


def framing(sheet: Sheet, own: Colour) -> None:
    """Dark leaves in the lower corners, out of focus: they push the scene back into depth."""
    light = sheet.light
    colour = light.shaded(darker(own, 0.35), 0.5)
    for side in (0, 1):
        for i in range(9):
            angle = math.radians(sheet.between(18, 80))
            length = sheet.between(90, 230) * sheet.u
            x0 = (side * sheet.w) + (1 - 2 * side) * (i * 20 - 40) * sheet.u
            y0 = sheet.h + 12 * sheet.u
            x1 = x0 + (1 - 2 * side) * length * math.cos(angle) * 0.7
            y1 = y0 - length * math.sin(angle)
            fat = length * 0.13
            leaf = smooth(
                [
                    (x0, y0),
                    ((x0 + x1) / 2 - fat, (y0 + y1) / 2 - fat * 0.4),
                    (x1, y1),
                    ((x0 + x1) / 2 + fat, (y0 + y1) / 2 + fat * 0.4),
                ]
            )
            sheet.canvas.drawPath(leaf, flat(mix(colour, light.on(own), sheet.between(0, 0.16)), 0.96, 3.2 * sheet.u))


def fireflies(sheet: Sheet, top: float, bottom: float, count: int = 26) -> None:
    """Points of warm light in the dark."""
    for _ in range(count):
        x, y = sheet.between(0, 1) * sheet.w, sheet.between(top, bottom)
        glow(sheet, x, y, sheet.between(10, 26) * sheet.u, hexa("#ffe27a"), 0.75)
        sheet.canvas.drawCircle(x, y, 2.2 * sheet.u, flat(hexa("#fff6c8")))
