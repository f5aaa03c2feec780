"""What grows or lies on the land: grass, flowers, trees, bushes, rocks."""

import math

import skia

from pipelines.make.drawn import air, trees
from pipelines.make.drawn.light import Colour, darker, hexa, mix
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, outline, smooth

GRASS = hexa("#6fae4a")
ROCK = hexa("#7c7f95")
SAND = hexa("#ecc98c")
SNOW = hexa("#f3f7ff")
PINE = hexa("#2f6b52")
LEAF = hexa("#5c9e46")


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


def flowers(sheet: Sheet, top: float, bottom: float, count: int) -> None:
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
    far = light.through(far)
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
            cap = outline(
                [
                    (x, high),
                    (x + wide * 0.62, low - (low - high) * 0.24),
                    (x + wide * 0.2, low - (low - high) * 0.36),
                    (x - wide * 0.1, low - (low - high) * 0.22),
                    (x - wide * 0.6, low - (low - high) * 0.26),
                ]
            )
            sheet.canvas.drawPath(cap, flat(light.on(SNOW, far * 0.8), 0.92))


def tree(sheet: Sheet, x: float, y: float, tall: float, far: float = 0.0, own: Colour = LEAF) -> None:
    """A broad-leaved tree with its foot at (x, y), bare where snow lies."""
    if sheet.snowy:
        trees.bare(sheet, x, y, tall, far, snow=True)
        return
    trees.broad(sheet, x, y, tall, far, own)


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
    if not sheet.shows("bush"):
        return
    own, heaps = sheet.under_snow(own, 0.85), []
    for i in range(9):
        r = size * sheet.between(0.24, 0.4) * (1.1 - abs(i - 4) * 0.12)
        heaps.append((x + (i - 4) * size * 0.25, y - r * sheet.between(0.5, 1.0), r))
    trees.crown(sheet, heaps, own, far, size * 0.085)


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


def fireflies(sheet: Sheet, top: float, bottom: float, count: int = 34) -> None:
    """Points of warm light in the dark, wandering."""
    air.fireflies(sheet, top, bottom, count)


def fence(sheet: Sheet, y: float) -> None:
    """A low wooden fence from edge to edge, its foot at `y`."""
    light, u = sheet.light, sheet.u
    wood = hexa("#c9a27a")
    for rail in (0.034, 0.062):
        top = y - sheet.h * rail
        sheet.canvas.drawRect(
            skia.Rect(0, top, sheet.w, top + 9 * u),
            down(top, top + 9 * u, (0, light.lit(wood, 0.3), 1), (1, light.shaded(wood, 0.35), 1)),
        )
    step = 74 * u
    x = -sheet.between(0, 60) * u
    while x < sheet.w + step:
        tall = sheet.h * 0.085
        post = outline([(x, y), (x, y - tall), (x + 9 * u, y - tall - 9 * u), (x + 18 * u, y - tall), (x + 18 * u, y)])
        sheet.canvas.drawPath(
            post, along((x, 0), (x + 18 * u, 0), (0, light.lit(wood, 0.35), 1), (1, light.shaded(wood, 0.35), 1))
        )
        x += step


def beds(sheet: Sheet, y: float, size: float = 1.0, blooms: tuple[Colour, ...] = ()) -> None:
    """Tall flowers on stems, in clumps to the left and the right."""
    if not sheet.may("flower"):
        return
    light, u = sheet.light, sheet.u
    kinds = blooms or tuple(hexa(c) for c in ("#ff6f9c", "#ffd24d", "#ffffff", "#b58cff", "#ff8a5c"))
    for i in range(34):
        t = sheet.between(0, 1)
        x = sheet.w * (t * 0.26 if i % 2 else 0.74 + t * 0.26)
        tall = sheet.between(40, 92) * u * size
        foot = y + sheet.between(-6, 16) * u * size
        stem = flat(light.on(hexa("#4f8a3f")))
        stem.setStyle(skia.Paint.kStroke_Style)
        stem.setStrokeWidth(3 * u * size)
        lean = sheet.between(-10, 10) * u
        sheet.canvas.drawLine(x, foot, x + lean, foot - tall, stem)
        own, r = kinds[int(sheet.rng.integers(0, len(kinds)))], sheet.between(7, 13) * u * size
        bloom(sheet, x + lean, foot - tall, r, own)


def field(sheet: Sheet, top: float, bottom: float, count: int = 130) -> None:
    """A field full of flowers, small and dense far off, large and loose near."""
    light, u = sheet.light, sheet.u
    kinds = [hexa(c) for c in ("#ff6f9c", "#ffd24d", "#ffffff", "#b58cff", "#ff8a5c")]
    for i in range(count):
        t = ((i + sheet.between(0, 1)) / count) ** 1.15
        x, y = sheet.between(-0.02, 1.02) * sheet.w, top + (bottom - top) * t
        tall, r = (12 + 58 * t) * u * sheet.between(0.8, 1.3), (3.4 + 13 * t) * u * sheet.between(0.8, 1.15)
        stem = flat(light.on(hexa("#4f8a3f")))
        stem.setStrokeWidth((1.2 + 2.4 * t) * u)
        lean = sheet.between(-6, 6) * u
        sheet.canvas.drawLine(x, y, x + lean, y - tall, stem)
        bloom(sheet, x + lean, y - tall, r, kinds[int(sheet.rng.integers(0, 5))])


def bloom(sheet: Sheet, x: float, y: float, r: float, own: Colour) -> None:
    light = sheet.light
    for i in range(6):
        a = i * math.pi / 3
        px, py = x + r * 0.8 * math.cos(a), y + r * 0.7 * math.sin(a)
        sheet.canvas.drawCircle(
            px,
            py,
            r * 0.58,
            around((px, py - r * 0.2), r * 0.8, (0, light.lit(own, 0.2), 1), (1, light.shaded(own, 0.2), 1)),
        )
    sheet.canvas.drawCircle(x, y, r * 0.42, flat(light.on(hexa("#ffcf4a"))))
