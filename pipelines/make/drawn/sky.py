"""The sky of an hour: its gradient, sun or moon, stars and clouds; and what falls from it."""

import skia

from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, adding, around, down, flat, glow, rgba


def sun_point(sheet: Sheet, horizon: float) -> tuple[float, float]:
    """Where the sun or moon stands, in pixels."""
    x, height = sheet.light.sun_at
    return x * sheet.w, horizon * (1 - height)


def sky(sheet: Sheet, horizon: float, clouds: float = 1.0) -> tuple[float, float]:
    """Draw the whole sky down to `horizon`. Returns the sun's place."""
    light, canvas = sheet.light, sheet.canvas
    stops = list(zip(light.stops, light.sky, [1.0] * len(light.sky), strict=True))
    canvas.drawRect(skia.Rect(0, 0, sheet.w, sheet.h), down(0, horizon, *stops))
    place = sun_point(sheet, horizon)
    dull = {"clear": 1.0, "cloudy": 0.55, "snow": 0.3, "fog": 0.4, "rain": 0.12, "storm": 0.0}[light.weather]
    if light.dark > 0.4 and sheet.may("star") and dull > 0.2:
        _stars(sheet, horizon, dull * min(1.0, (light.dark - 0.3) * 1.6))
    _sun(sheet, place, horizon, dull)
    if sheet.may("cloud") and clouds > 0:
        _clouds(sheet, horizon, place, clouds)
    return place


def _stars(sheet: Sheet, horizon: float, strength: float) -> None:
    count = int(420 * sheet.w * sheet.h / (1920 * 1080))
    xs = sheet.rng.uniform(0, sheet.w, count)
    ys = horizon * sheet.rng.uniform(0, 1, count) ** 1.35 * 0.95
    sizes = sheet.rng.exponential(0.62, count) + 0.45
    for x, y, size in zip(xs, ys, sizes, strict=True):
        fade = strength * (1 - y / horizon * 0.8) * min(1.0, 0.3 + size * 0.4)
        sheet.canvas.drawCircle(
            float(x), float(y), float(min(size, 2.6)) * sheet.u, flat((0.93, 0.96, 1.0), float(fade))
        )
        if size > 2.3:
            glow(sheet, float(x), float(y), 16 * sheet.u, (0.75, 0.85, 1.0), 0.5 * strength)
    if sheet.light.dark > 0.8 and sheet.light.weather == "clear":
        _milky_way(sheet, horizon)


def _milky_way(sheet: Sheet, horizon: float) -> None:
    lean = sheet.between(-0.5, 0.5)
    for _ in range(26):
        share = sheet.between(0, 1)
        x = sheet.w * (0.25 + 0.5 * share + lean * (share - 0.5)) + sheet.between(-60, 60) * sheet.u
        y = horizon * share * 0.9
        r = sheet.between(90, 240) * sheet.u
        glow(sheet, x, y, r, mix((0.42, 0.5, 0.85), (0.7, 0.5, 0.8), sheet.between(0, 1)), 0.075)


def _sun(sheet: Sheet, place: tuple[float, float], horizon: float, dull: float) -> None:
    light, (x, y) = sheet.light, place
    if light.hour == "night":
        if dull > 0.2 and sheet.may("moon"):
            _moon(sheet, x, y, 52 * sheet.u, dull)
        return
    wide = max(sheet.w, sheet.h)
    low = light.sun_at[1] < 0.2
    warm = mix(light.sky[-1], light.sun, 0.3 if low else 0.8)
    if low:  # a broad warm band along the horizon under the ball of light
        canvas = sheet.canvas
        canvas.save()
        canvas.translate(x, horizon)
        canvas.scale(1.0, 0.4)
        canvas.drawCircle(
            0,
            0,
            wide * 0.8,
            adding(
                around((0, 0), wide * 0.8, (0, warm, 0.5 * light.glow), (0.4, warm, 0.2 * light.glow), (1, warm, 0))
            ),
        )
        canvas.restore()
    glow(sheet, x, y, wide * 0.42, warm, 0.75 * light.glow * (0.3 + 0.7 * dull))
    if dull > 0.2 and light.sun_at[1] > 0 and sheet.may("sun"):
        r = (46 if low else 38) * sheet.u
        glow(sheet, x, y, r * 4.5, light.sun, 0.8 * dull)
        edge = mix(light.sun, light.sky[-1], 0.25 if low else 0.0)
        sheet.canvas.drawCircle(
            x, y, r, around((x, y), r, (0, lighter(light.sun, 0.6), 1), (0.86, light.sun, 1), (1, edge, 0.9))
        )


def _moon(sheet: Sheet, x: float, y: float, r: float, dull: float) -> None:
    cool = hexa("#bcd2ff")
    glow(sheet, x, y, r * 13, hexa("#5d83d6"), 0.42 * dull)
    glow(sheet, x, y, r * 4, cool, 0.5 * dull)
    face = around(
        (x - r * 0.3, y - r * 0.3), r * 1.7, (0, hexa("#fffdf2"), 1), (0.6, hexa("#e9eefb"), 1), (1, hexa("#a9bce6"), 1)
    )
    sheet.canvas.drawCircle(x, y, r, face)
    for dx, dy, size in (
        (-0.35, -0.1, 0.22),
        (0.2, -0.42, 0.14),
        (0.1, 0.3, 0.26),
        (0.5, 0.08, 0.12),
        (-0.2, 0.56, 0.1),
    ):
        sheet.canvas.drawCircle(x + dx * r, y + dy * r, size * r, flat(hexa("#b9c6e6"), 0.5, r * 0.03))


def _clouds(sheet: Sheet, horizon: float, sun: tuple[float, float], amount: float) -> None:
    heavy = {"clear": 0, "cloudy": 1, "fog": 0, "snow": 1, "rain": 2, "storm": 2}[sheet.light.weather]
    _wisps(sheet, horizon, amount)
    if heavy:
        _deck(sheet, horizon, heavy)
    count = {0: 5, 1: 9, 2: 8}[heavy]
    for i in range(max(2, round(count * amount))):
        near = (i + 0.5) / count  # small and low first, large and high last
        size = (60 + 190 * near**1.4) * sheet.u * sheet.between(0.75, 1.25)
        x = sheet.w * ((i * 0.618 + sheet.between(-0.06, 0.06) + 0.13) % 1.0)
        y = horizon * (0.86 - 0.66 * near + sheet.between(-0.05, 0.05))
        cloud(sheet, x, y, size, fade=0.25 + 0.5 * (1 - near), sun=sun)


def _wisps(sheet: Sheet, horizon: float, amount: float) -> None:
    """Thin streaks of high cloud that take the sun's colour."""
    light = sheet.light
    for _ in range(int(11 * amount)):
        y = horizon * (1 - sheet.between(0.06, 0.95) ** 1.3)
        near = 1 - y / horizon
        length = sheet.between(180, 520) * sheet.u * (0.6 + near)
        x = sheet.between(-0.05, 1.05) * sheet.w
        thick = (3 + 16 * near) * sheet.u
        colour = mix(light.cloud[0], light.cloud[1], sheet.between(0, 0.7))
        paint = flat(colour, sheet.between(0.1, 0.3) * (1 - 0.45 * light.dark), thick * 0.8)
        sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - length, y, 2 * length, thick), paint)
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(x - length * sheet.between(0.1, 0.9), y + thick * 0.9, length, thick * 0.6), paint
        )


def _deck(sheet: Sheet, horizon: float, heavy: int) -> None:
    """A closed ceiling of cloud, darker towards the top."""
    light = sheet.light
    for i in range(7 * heavy):
        y = horizon * (-0.06 + 0.42 * i / (7 * heavy)) + sheet.between(-20, 20) * sheet.u
        for _ in range(5):
            r = sheet.between(140, 320) * sheet.u
            colour = mix(light.cloud[1], light.sky[0], sheet.between(0.0, 0.5))
            x = sheet.between(-0.1, 1.1) * sheet.w
            sheet.canvas.drawOval(
                skia.Rect.MakeXYWH(x - r * 1.5, y - r * 0.4, r * 3, r * 0.8), flat(colour, 0.3, r * 0.24)
            )


def cloud(sheet: Sheet, x: float, y: float, size: float, fade: float, sun: tuple[float, float]) -> None:
    """One heap of cloud around (x, y), about 2.4 × `size` wide, `fade` (0 to 1) lost in the air."""
    light = sheet.light
    path, lumps = _heap(sheet, x, y, size)
    bounds = path.getBounds()
    air = mix(light.sky[-2], light.sky[-1], 0.5)
    lit, shade = mix(light.cloud[0], air, fade * 0.7), mix(light.cloud[1], air, fade * 0.8)
    paint = down(
        bounds.top(),
        bounds.bottom(),
        (0, lit, 0.97),
        (0.5, mix(lit, shade, 0.4), 0.95),
        (0.78, shade, 0.8),
        (1, shade, 0),
    )
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.8, size * 0.016)))
    canvas = sheet.canvas
    canvas.drawPath(path, paint)
    side = 1 if sun[0] > x else -1
    canvas.save()
    canvas.clipPath(path, True)
    bright, dim = lighter(lit, 0.55), mix(shade, lit, 0.25)
    for cx, cy, r in sorted(
        lumps, key=lambda lump: lump[1]
    ):  # each lump throws a soft shade below and catches light above
        canvas.drawCircle(
            cx - side * r * 0.3,
            cy + r * 0.5,
            r,
            around((cx - side * r * 0.3, cy + r * 0.5), r, (0, dim, 0.42), (1, dim, 0)),
        )
        at = (cx + side * r * 0.24, cy - r * 0.34)
        canvas.drawCircle(*at, r * 0.78, around(at, r * 0.78, (0, bright, 0.7), (0.5, bright, 0.3), (1, bright, 0)))
    canvas.restore()


def _heap(sheet: Sheet, x: float, y: float, size: float) -> tuple[skia.Path, list[tuple[float, float, float]]]:
    """The outline of a cloud with a flat base, and its lumps (x, y, radius)."""
    count = 8 + int(sheet.rng.integers(0, 4))
    lumps: list[tuple[float, float, float]] = []
    lean = sheet.between(-0.35, 0.35)
    for i in range(count):
        t = (i + 0.5) / count * 2 - 1
        hump = max(0.0, 1 - (t - lean) ** 2 * 0.9)
        r = size * (0.15 + 0.32 * hump * sheet.between(0.55, 1.2))
        lumps.append((x + t * size * 1.15, y - r * sheet.between(0.3, 0.7), r))
        if hump > 0.7:
            lumps.append(
                (
                    x + (t + sheet.between(-0.1, 0.1)) * size,
                    y - size * sheet.between(0.4, 0.62),
                    size * sheet.between(0.16, 0.3),
                )
            )
    path = skia.Path()
    path.addRoundRect(
        skia.Rect.MakeXYWH(x - size * 1.4, y - size * 0.12, size * 2.8, size * 0.24), size * 0.12, size * 0.12
    )
    base = skia.Path()
    base.addRect(skia.Rect(x - size * 2, y - size * 2, x + size * 2, y + size * 0.08))
    for cx, cy, r in lumps:
        ball = skia.Path()
        ball.addCircle(cx, cy, r)
        path = skia.Op(path, ball, skia.PathOp.kUnion_PathOp)
    return skia.Op(path, base, skia.PathOp.kIntersect_PathOp), lumps


def flock(sheet: Sheet, x: float, y: float, count: int, colour: Colour) -> None:
    """A few far birds, as two strokes each."""
    path = skia.Path()
    for i in range(count):
        bx = x + (i - count / 2) * 34 * sheet.u * sheet.between(0.7, 1.3)
        by = y + abs(i - count / 2) * 13 * sheet.u + sheet.between(-8, 8) * sheet.u
        s = sheet.between(8, 14) * sheet.u
        path.moveTo(bx - s, by - s * 0.35)
        path.quadTo(bx - s * 0.45, by - s * 0.75, bx, by)
        path.quadTo(bx + s * 0.45, by - s * 0.75, bx + s, by - s * 0.35)
    paint = skia.Paint(
        Color=rgba(colour, 0.75), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=2.4 * sheet.u
    )
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    sheet.canvas.drawPath(path, paint)
