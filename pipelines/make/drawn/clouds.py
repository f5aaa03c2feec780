"""Clouds: heaps with lit tops, wisps high up, closed ceilings; small and slow far off, large and quicker near."""

import math

import skia

from pipelines.make.drawn import wind
from pipelines.make.drawn.layering import FAR, Pose
from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, around, down, flat, outline

Lump = tuple[float, float, float]
_HEAVY = {"clear": 0, "cloudy": 1, "fog": 0, "snow": 1, "rain": 2, "storm": 2, "wind": 0, "dust": 0}


def clouds(sheet: Sheet, horizon: float, sun: tuple[float, float], amount: float) -> None:
    """All the clouds of a sky, in three layers that drift, the high ones slowest."""
    heavy = _HEAVY.get(sheet.light.weather, 0)
    sheet.layer("high clouds", FAR, life=wind.drift(sheet, 2.2))
    _wisps(sheet, horizon, amount)
    if heavy:
        _deck(sheet, horizon, heavy)
    count = {0: 7, 1: 10, 2: 5}[heavy]
    count = max(2, round(count * amount * sheet.between(0.6, 1.3)))
    start = sheet.between(0, 1)
    for near, name, away, speed in ((False, "far clouds", 90.0, 3.0), (True, "near clouds", 34.0, 6.0)):
        sheet.layer(name, away, life=wind.drift(sheet, speed))
        for i in range(count):
            t = (i + 0.5) / count  # small and low first, large and high last
            if (t > 0.5) != near:
                continue
            size = (54 + 210 * t**1.5) * sheet.u * sheet.between(0.7, 1.3)
            x = sheet.w * (((i * 0.618 + start + sheet.between(-0.05, 0.05)) % 1.0) * 1.24 - 0.12)
            y = horizon * (0.88 - 0.72 * t + sheet.between(-0.06, 0.06))
            cloud(sheet, x, y, size, fade=0.2 + 0.4 * (1 - t) + 0.1 * heavy, sun=sun)


def _wisps(sheet: Sheet, horizon: float, amount: float) -> None:
    """Brushes of high ice cloud that take the sun's colour: fans of thin strokes, bent by the wind."""
    light, canvas = sheet.light, sheet.canvas
    lean = sheet.between(-0.16, 0.05)
    for _ in range(int(sheet.between(4, 9) * amount)):
        y = horizon * (1 - sheet.between(0.12, 0.97) ** 1.2)
        near = 1 - y / horizon
        length = sheet.between(170, 470) * sheet.u * (0.5 + near)
        x = sheet.between(-0.1, 1.1) * sheet.w
        colour = mix(light.cloud[0], light.cloud[1], sheet.between(0, 0.5))
        alpha = sheet.between(0.1, 0.24) * (1 - 0.5 * light.dark)
        for k in range(9):
            t = k / 8 - 0.5
            thick = (2 + 13 * near) * sheet.u * sheet.between(0.5, 1.3)
            x0 = x + length * sheet.between(-0.5, 0.1)
            y0 = y + t * length * 0.16
            rise = length * (lean + 0.1 * t)
            reach = length * sheet.between(0.5, 1.1)
            upper = [(x0, y0), (x0 + reach * 0.5, y0 + rise * 0.3 - thick), (x0 + reach, y0 + rise)]
            path = skia.Path()
            path.moveTo(*upper[0])
            path.quadTo(*upper[1], *upper[2])
            path.quadTo(upper[1][0], upper[1][1] + 2 * thick, *upper[0])
            canvas.drawPath(path, flat(colour, alpha * sheet.between(0.4, 1), thick * 0.55))


def _deck(sheet: Sheet, horizon: float, heavy: int) -> None:
    """A closed ceiling of cloud, darker towards the top, its rolls narrower towards the horizon."""
    light, canvas = sheet.light, sheet.canvas
    cover = mix(light.cloud[1], light.sky[0], 0.35)
    reach = horizon * (0.5 if heavy == 1 else 0.85)
    canvas.drawRect(
        skia.Rect(-0.2 * sheet.w, -0.2 * sheet.h, 1.2 * sheet.w, reach),
        down(0, reach, (0, cover, 0.75), (0.6, cover, 0.4), (1, cover, 0)),
    )
    rows = 7 if heavy == 1 else 11
    for i in range(rows):
        t = 1 - i / rows  # the nearest rolls are the highest: painted last
        y = reach * t**1.4 + sheet.between(-10, 10) * sheet.u
        for _ in range(6):
            r = (70 + 230 * (1 - t)) * sheet.u * sheet.between(0.7, 1.3)
            x = sheet.between(-0.15, 1.15) * sheet.w
            lit = mix(light.cloud[0], light.cloud[1], sheet.between(0.25, 0.9))
            dark = mix(light.cloud[1], light.sky[0], sheet.between(0.2, 0.7))
            _puff(sheet, x, y, 1.95 * r, 0.5 * r, dark, 0.46)
            _puff(sheet, x - 0.1 * r, y - 0.2 * r, 1.5 * r, 0.26 * r, lit, 0.26)


def _puff(sheet: Sheet, x: float, y: float, wide: float, tall: float, colour: Colour, strength: float) -> None:
    """A soft flat heap around (x, y); a gradient, for a blur of that size takes ten times as long."""
    sheet.canvas.save()
    sheet.canvas.translate(x, y)
    sheet.canvas.scale(wide, tall)
    sheet.canvas.drawCircle(
        0, 0, 1, around((0, 0), 1, (0, colour, strength), (0.5, colour, strength * 0.8), (1, colour, 0))
    )
    sheet.canvas.restore()


def cloud(sheet: Sheet, x: float, y: float, size: float, fade: float, sun: tuple[float, float]) -> None:
    """One heap of cloud around (x, y), about 2.6 × `size` wide, `fade` (0 to 1) lost in the air."""
    light, canvas = sheet.light, sheet.canvas
    lumps = _lumps(sheet, x, y, size)
    air = mix(light.sky[-2], light.sky[-1], 0.5)
    lit, shade = mix(light.cloud[0], air, fade * 0.7), mix(light.cloud[1], air, fade * 0.8)
    low = light.sun_at[1] < 0.2
    bright = mix(lighter(lit, 0.5), light.sun, 0.5 if low and light.dark < 0.5 else 0.0)
    path = skia.Path()
    for cx, cy, r in lumps:
        path.addCircle(cx, cy, r)
    bounds = path.computeTightBounds()
    top, bottom = bounds.top(), bounds.bottom()
    # Under a low sun it is the lower side that catches the light.
    dx, dy = (sun[0] - x), (sun[1] - y)
    far = max(1.0, math.hypot(dx, dy))
    to_x, to_y = (0.34 * dx / far, 0.34 * dy / far) if low else (0.2 if dx > 0 else -0.2, -0.34)
    canvas.saveLayer(skia.Rect(bounds.left() - 9, top - 9, bounds.right() + 9, bottom + 9), None)
    body = down(top, bottom, (0, mix(lit, shade, 0.1), 1), (0.5, mix(lit, shade, 0.5), 1), (1, shade, 1))
    body.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.8, size * 0.014)))
    canvas.drawPath(path, body)
    canvas.save()
    canvas.clipPath(path, True)
    dim = mix(shade, lit, 0.15)
    glare = (0.75 if light.dark < 0.5 else 0.4) * {0: 1.0, 1: 0.6, 2: 0.3}[_HEAVY.get(light.weather, 0)]
    for cx, cy, r in sorted(lumps, key=lambda lump: lump[1] - lump[2] * 0.2):
        if r < 3.0:  # smaller than its own edge
            continue
        share = min(1.0, r / (size * 0.3))  # the small ones only roughen the edge: they must not look like pearls
        at = (cx - to_x * r * 1.3, cy - to_y * r * 1.5)
        canvas.drawCircle(*at, r, around(at, r, (0, dim, 0.5 * share), (1, dim, 0)))
        at, reach, a = (cx + to_x * r, cy + to_y * r), r * (1.25 - 0.35 * share), glare * (0.35 + 0.65 * share)
        canvas.drawCircle(*at, reach, around(at, reach, (0, bright, a), (0.5, bright, a * 0.5), (1, bright, 0)))
    canvas.restore()
    gone = down(bottom - (bottom - top) * 0.42, bottom, (0, (0, 0, 0), 0), (0.7, (0, 0, 0), 0.72), (1, (0, 0, 0), 1))
    gone.setBlendMode(skia.BlendMode.kDstOut)
    canvas.drawRect(skia.Rect(bounds.left() - 9, top, bounds.right() + 9, bottom + 9), gone)
    canvas.restore()


def _lumps(sheet: Sheet, x: float, y: float, size: float) -> list[Lump]:
    """The balls a heap is made of: (x, y, radius), a few large ones and many small ones on their shoulders."""
    count = 6 + int(sheet.rng.integers(0, 3))
    lean, long = sheet.between(-0.4, 0.4), sheet.between(0.95, 1.35)
    large: list[Lump] = []
    for i in range(count):
        t = (i + 0.5) / count * 2 - 1
        hump = max(0.06, 1 - (t - lean) ** 2)
        r = size * (0.17 + 0.27 * hump * sheet.between(0.7, 1.15))
        large.append((x + t * size * long, y - r * sheet.between(0.35, 0.75) - size * 0.12 * hump, r))
    small: list[Lump] = []
    for cx, cy, r in large:
        for _ in range(4):
            a = math.radians(sheet.between(190, 350))
            s = r * sheet.between(0.3, 0.56)
            small.append((cx + r * 0.84 * math.cos(a), cy + r * 0.8 * math.sin(a), s))
        a = math.radians(sheet.between(20, 160))
        small.append((cx + r * 0.8 * math.cos(a), cy + r * 0.55 * math.sin(a), r * sheet.between(0.3, 0.5)))
    return large + small


def bolt(sheet: Sheet, horizon: float) -> None:
    """One forked stroke of lightning and the cloud it lights up; it flickers out and strikes again."""
    struck = (0.0, 0.14, 2.6)

    def life(seconds: float) -> Pose:
        now = seconds % 5.2
        since = min((now - at for at in struck if now >= at), default=9.0)
        fresh = 1.0 if since < 0.05 else max(0.0, 1 - (since - 0.05) / 0.5) ** 2
        # It dies away, and comes within two frames: lightning is the one thing in the sky that may be sudden.
        coming = max((1 - (at - now) / 0.08 for at in (*struck, 5.2) if 0 < at - now < 0.08), default=0.0)
        return Pose(alpha=max(fresh, coming, 0.0))

    sheet.layer("lightning", 40.0, light=True, life=life)
    x, y = sheet.between(0.2, 0.8) * sheet.w, -0.12 * sheet.h
    centre, wide = (x, horizon * 0.1), sheet.w * 0.5
    sheet.canvas.drawCircle(*centre, wide, around(centre, wide, (0, hexa("#b9c8ff"), 0.6), (1, hexa("#b9c8ff"), 0)))
    main = [(x, y)]
    while y < horizon * 0.98:
        y += sheet.between(16, 46) * sheet.u
        x += sheet.between(-40, 40) * sheet.u
        main.append((x, min(y, horizon)))
    lines = [(main, 4.2)]
    for _ in range(3):
        bx, by = main[int(len(main) * sheet.between(0.3, 0.75))]
        side, fork = (1 if sheet.between(0, 1) < 0.5 else -1), [(bx, by)]
        for _ in range(6):
            bx, by = bx + side * sheet.between(4, 44) * sheet.u, by + sheet.between(10, 40) * sheet.u
            fork.append((bx, min(by, horizon)))
        lines.append((fork, 1.9))
    for line, width in lines:
        path = outline(line, close=False)
        for grow, alpha, blur in ((5.0, 0.4, 10.0), (1.0, 1.0, 0.0)):
            paint = flat(hexa("#eef2ff"), alpha, blur * sheet.u)
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(width * grow * sheet.u)
            paint.setStrokeJoin(skia.Paint.kMiter_Join)
            sheet.canvas.drawPath(path, paint)
