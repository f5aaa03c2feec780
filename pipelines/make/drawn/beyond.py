"""Settings that are no landscape: space, the clouds, a cave, and an abstract ground for ideas."""

import math

import skia

from pipelines.make.drawn.growth import ROCK, rock
from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, adding, along, around, down, flat, glow, outline, ridge, smooth
from pipelines.make.drawn.sky import cloud, sky


def clouds(sheet: Sheet) -> Stage:
    """High in the sky, over a sea of cloud."""
    w, h = sheet.w, sheet.h
    sun = sky(sheet, h * 0.9, 0.8)
    if sheet.may("cloud"):
        for i in range(20):
            t = i / 19
            x = w * ((i * 0.618 + sheet.between(-0.05, 0.05)) % 1.0)
            cloud(
                sheet, x, h * (0.78 + 0.3 * t), sheet.between(130, 250) * sheet.u * (0.7 + 0.6 * t), 0.55 * (1 - t), sun
            )
    floor = lighter(darker(sheet.light.sky[-1], 0.1), 0.3)
    return Stage(h * 0.9, (h * 0.8, h * 0.85), (h * 0.3, h * 0.62), floating=True, lit_by=sun, floor=floor)


def space(sheet: Sheet) -> Stage:
    """Deep space: nebulae, stars, a planet with its lit limb."""
    w, h, u = sheet.w, sheet.h, sheet.u
    sheet.canvas.drawRect(
        skia.Rect(0, 0, w, h),
        along((0, 0), (w * 0.4, h), (0, hexa("#060820"), 1), (0.55, hexa("#141046"), 1), (1, hexa("#331a5c"), 1)),
    )
    tones = [hexa(c) for c in ("#3b5bd6", "#d0559a", "#5a3fd0", "#2fa8c9")]
    lean = sheet.between(-0.4, 0.4)
    for i in range(38):
        t = sheet.between(0, 1)
        x, y = w * t, h * (0.5 + lean * (t - 0.5) * 2 + sheet.between(-0.22, 0.22))
        glow(sheet, x, y, sheet.between(110, 340) * u, tones[i % 4], 0.16)
    for _ in range(int(520 * w * h / (1920 * 1080))):
        size = min(3.0, float(sheet.rng.exponential(0.7)) + 0.5)
        x, y = sheet.between(0, w), sheet.between(0, h)
        sheet.canvas.drawCircle(x, y, size * u, flat(mix((1, 1, 1), tones[int(x) % 4], 0.25), sheet.between(0.35, 1)))
        if size > 2.5:
            glow(sheet, x, y, 26 * u, (0.8, 0.88, 1), 0.6)
    side = -1 if sheet.rng.random() < 0.5 else 1
    _planet(
        sheet,
        w * (0.5 + side * 0.4),
        h * 1.06,
        h * 0.52,
        (hexa("#4f8fd6"), hexa("#e0915a"), hexa("#8a6ad0"))[int(sheet.rng.integers(0, 3))],
        side,
    )
    _planet(sheet, w * (0.5 - side * 0.36), h * 0.2, h * 0.075, hexa("#d9c3a0"), side)
    return Stage(
        h, (h, h), (h * 0.2, h * 0.7), floating=True, lit_by=(w * (0.5 - side * 0.5), 0), floor=hexa("#2b1a5e")
    )


def _planet(sheet: Sheet, x: float, y: float, r: float, own: tuple[float, float, float], side: int) -> None:
    glow(sheet, x, y, r * 1.35, lighter(own, 0.3), 0.5)
    disc = skia.Path()
    disc.addCircle(x, y, r)
    canvas = sheet.canvas
    canvas.drawPath(disc, flat(own))
    canvas.save()
    canvas.clipPath(disc, True)
    for _ in range(12):  # bands of weather
        by = y + sheet.between(-1, 1) * r
        band = sheet.between(0.03, 0.12) * r
        tone = lighter(own, 0.35) if sheet.rng.random() < 0.5 else darker(own, 0.3)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - r * 1.2 + sheet.between(-0.5, 0.5) * r, by, r * 2.2, band),
            flat(tone, 0.32, band * 0.35),
        )
    at = (x - side * r * 0.5, y - r * 0.6)
    canvas.drawPath(
        disc,
        around(
            at,
            r * 1.8,
            (0, (1, 1, 1), 0.35),
            (0.35, (1, 1, 1), 0),
            (0.5, hexa("#05061a"), 0.1),
            (0.9, hexa("#05061a"), 0.88),
            (1, hexa("#05061a"), 0.9),
        ),
    )
    canvas.restore()


def cave(sheet: Sheet) -> Stage:
    """A cave that looks out into the light."""
    w, h, light = sheet.w, sheet.h, sheet.light
    sun = sky(sheet, h * 0.62, 0.4)
    land_tone = mix(light.haze, hexa("#6f9a8a"), 0.3)
    top = h * (0.6 - 0.08 * ridge(sheet.rng, 60, 0.4, 2))
    sheet.canvas.drawPath(
        outline([(0, h), *[(w * i / 59, float(y)) for i, y in enumerate(top)], (w, h)]), flat(land_tone)
    )
    glow(sheet, w * 0.5, h * 0.45, h * 0.6, light.sky[-1], 0.6)
    for layer, (shrink, tone) in enumerate(((1.0, "#7a6a78"), (1.25, "#544a60"), (1.6, "#352e44"))):
        mouth = []
        for i in range(36):
            a = 2 * math.pi * i / 36
            wob = sheet.between(0.9, 1.1)
            mouth.append(
                (
                    w * 0.5 + math.cos(a) * w * 0.22 * shrink * wob * 1.25,
                    h * 0.47 + math.sin(a) * h * 0.29 * shrink * wob,
                )
            )
        wall = skia.Path()
        wall.addRect(skia.Rect(-9, -9, w + 9, h + 9))
        wall = skia.Op(wall, smooth(mouth), skia.PathOp.kDifference_PathOp)
        own = mix(hexa(tone), light.on(hexa(tone)), 0.6)
        sheet.canvas.drawPath(
            wall,
            around(
                (w * 0.5, h * 0.5),
                w * 0.6,
                (0, lighter(mix(own, light.sky[-1], 0.35), 0.1), 1),
                (0.5 + 0.1 * layer, own, 1),
                (1, darker(own, 0.6), 1),
            ),
        )
    floor = hexa("#4a4258")
    sheet.canvas.drawRect(
        skia.Rect(0, h * 0.8, w, h),
        down(h * 0.78, h, (0, light.on(floor), 0), (0.2, light.on(floor), 1), (1, darker(light.on(floor), 0.6), 1)),
    )
    for _ in range(9):
        rock(
            sheet,
            sheet.between(0, 1) * w,
            h * sheet.between(0.83, 1.0),
            sheet.between(24, 80) * sheet.u,
            darker(ROCK, 0.35),
        )
    for i in range(9):
        x = w * (i + sheet.between(0.2, 0.8)) / 9
        tall = h * sheet.between(0.08, 0.24)
        spike = smooth(
            [
                (x - 26 * sheet.u, -10),
                (x + 26 * sheet.u, -10),
                (x + 5 * sheet.u, tall * 0.7),
                (x, tall),
                (x - 5 * sheet.u, tall * 0.7),
            ]
        )
        sheet.canvas.drawPath(spike, down(0, tall, (0, hexa("#241f30"), 1), (1, hexa("#463d55"), 1)))
    return Stage(h * 0.62, (h * 0.86, h * 0.93), (h * 0.2, h * 0.45), lit_by=sun, floor=floor)


def abstract(sheet: Sheet) -> Stage:
    """A ground for ideas: folded layers of one family of colours under a soft light, a floor to stand on."""
    w, h, light = sheet.w, sheet.h, sheet.light
    families = (
        ("#f7b267", "#f4845f", "#7a4a8a"),
        ("#8fd3c4", "#4f9ac9", "#3a4a9a"),
        ("#f7c6d0", "#c98ad0", "#5f5ab8"),
        ("#f9d976", "#6fb98f", "#2f6f7f"),
    )
    a, b, c = (light.on(hexa(code)) for code in families[int(sheet.rng.integers(0, len(families)))])
    sheet.canvas.drawRect(
        skia.Rect(0, 0, w, h), along((0, 0), (w, h), (0, lighter(a, 0.35), 1), (0.5, mix(a, b, 0.4), 1), (1, b, 1))
    )
    glow(sheet, w * 0.5, h * 0.42, h * 0.75, lighter(a, 0.6), 0.55)
    for i in range(5):
        t = i / 4
        line = ridge(sheet.rng, 40, 0.3, 1.3)
        base = h * (0.48 + 0.11 * i)
        points = [(w * (k / 39 * 1.1 - 0.05), base - (float(v) - 0.5) * h * 0.2) for k, v in enumerate(line)]
        fold = smooth(points, close=False)
        fold.lineTo(w * 1.06, h + 9)
        fold.lineTo(-w * 0.06, h + 9)
        fold.close()
        under = skia.Path(fold)
        under.offset(0, -9 * sheet.u)
        sheet.canvas.drawPath(under, flat(darker(c, 0.3), 0.26, 15 * sheet.u))
        tone = mix(mix(a, b, min(1.0, t * 1.6)), c, max(0.0, t * 1.25 - 0.25))
        sheet.canvas.drawPath(
            fold, down(base - h * 0.12, base + h * 0.22, (0, lighter(tone, 0.26), 1), (1, darker(tone, 0.06), 1))
        )
    for _ in range(16):
        x, y, r = sheet.between(0, 1) * w, sheet.between(0.04, 0.6) * h, sheet.between(6, 34) * sheet.u
        sheet.canvas.drawCircle(
            x, y, r, adding(around((x, y), r, (0, (1, 1, 1), 0.28), (0.85, (1, 1, 1), 0.16), (1, (1, 1, 1), 0)))
        )
    return Stage(h * 0.7, (h * 0.82, h * 0.88), (h * 0.2, h * 0.5), lit_by=(w * 0.3, 0), floor=c)
