"""Settings that are no landscape: space, the clouds, a cave."""

import math

import skia

from pipelines.make.drawn import air, wind, wonders
from pipelines.make.drawn.growth import ROCK, rock
from pipelines.make.drawn.layering import FAR
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, along, around, down, flat, glow, outline, ridge, smooth
from pipelines.make.drawn.sky import cloud, everywhere, flock, sky, stars
from pipelines.make.drawn.stirrings import breathing


def clouds(sheet: Sheet) -> Stage:
    """High in the sky, over a sea of cloud that moves below."""
    w, h = sheet.w, sheet.h
    sun = sky(sheet, h * 0.9, 0.8)
    if sheet.may("cloud"):
        for bank in range(4):
            sheet.layer(f"sea of cloud {bank + 1}", 20.0 / (1 + 2.0 * bank), life=wind.drift(sheet, 4.0 + 6.0 * bank))
            for i in range(8):
                x = w * (((i + 0.5 * (bank % 2)) / 8 * 1.3 - 0.15) + sheet.between(-0.04, 0.04))
                size = sheet.between(150, 240) * sheet.u * (0.7 + 0.34 * bank)
                cloud(sheet, x, h * (0.78 + 0.1 * bank), size, 0.5 - 0.14 * bank, sun)
    if sheet.light.dark < 0.5 and sheet.may("bird", "animal"):
        flock(sheet, w * 0.3, h * 0.5, 5, mix(sheet.light.shadow, sheet.light.haze, 0.3))
    floor = lighter(darker(sheet.light.sky[-1], 0.1), 0.3)
    return Stage(h * 0.9, (h * 0.8, h * 0.85), (h * 0.3, h * 0.62), floating=True, lit_by=sun, floor=floor)


def space(sheet: Sheet) -> Stage:
    """Deep space: nebulae, twinkling stars, planets with their lit limbs, now and then a meteor."""
    w, h, u = sheet.w, sheet.h, sheet.u
    schemes = (
        "#060820 #141046 #331a5c",
        "#04101c #0a2440 #123f55",
        "#10061c #2c0f3c #5a1f3f",
        "#03060f #0b1230 #1a2a55",
    )
    deep = [hexa(c) for c in schemes[int(sheet.rng.integers(0, len(schemes)))].split()]
    sheet.layer("space", FAR)
    sky_paint = along((0, 0), (w * 0.4, h), (0, deep[0], 1), (0.55, deep[1], 1), (1, deep[2], 1))
    sheet.canvas.drawRect(everywhere(sheet), sky_paint)
    hues = ("#3b5bd6 #d0559a #5a3fd0 #2fa8c9", "#2fc9a8 #3b8bd6 #2f5fd0 #8ad0c9", "#e0704a #d0559a #a83fd0 #f0b04a")
    tones = [hexa(c) for c in hues[int(sheet.rng.integers(0, len(hues)))].split()]
    lean = sheet.between(-0.4, 0.4)
    for i in range(54):
        t = sheet.between(-0.1, 1.1)
        off = float(sheet.rng.normal(0, 0.13))
        glow(sheet, w * t, h * (0.5 + lean * (t - 0.5) * 2 + off), sheet.between(80, 320) * u, tones[i % 4], 0.15)
    for _ in range(16):
        t, r = sheet.between(0, 1), sheet.between(40, 150) * u
        at = (w * t, h * (0.5 + lean * (t - 0.5) * 2 + float(sheet.rng.normal(0, 0.1))))
        sheet.canvas.drawCircle(*at, r, around(at, r, (0, deep[0], 0.4), (1, deep[0], 0)))
    stars(sheet, h, 1.0, 0.0)
    wonders.behind_clouds(sheet, h, (w * 0.5, 0))
    side = -1 if sheet.rng.random() < 0.5 else 1
    worlds = ("#4f8fd6", "#e0915a", "#8a6ad0", "#5fb08a", "#c9586a")
    own = hexa(worlds[int(sheet.rng.integers(0, len(worlds)))])
    sheet.layer("far planet", 60.0)
    _planet(sheet, w * (0.5 - side * 0.36), h * 0.2, h * sheet.between(0.05, 0.1), hexa("#d9c3a0"), side)
    sheet.layer("planet", 14.0)
    _planet(sheet, w * (0.5 + side * 0.4), h * 1.06, h * 0.52, own, side)
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
    sheet.layer("land outside", 14.0)
    land_tone = mix(light.haze, hexa("#6f9a8a"), 0.3)
    top = h * (0.6 - 0.08 * ridge(sheet.rng, 60, 0.4, 2))
    sheet.canvas.drawPath(
        outline([(0, h), *[(w * i / 59, float(y)) for i, y in enumerate(top)], (w, h)]), flat(land_tone)
    )
    sheet.layer("light outside", 12.0, light=True)
    glow(sheet, w * 0.5, h * 0.45, h * 0.6, light.sky[-1], 0.6)
    for layer, (shrink, tone) in enumerate(((1.0, "#7a6a78"), (1.25, "#544a60"), (1.6, "#352e44"))):
        sheet.layer(f"wall {layer + 1}", 3.4 - 0.9 * layer)
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
        wall.addRect(everywhere(sheet))
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
        _facets(sheet, wall, mouth, own, shrink)
    floor = hexa("#4a4258")
    sheet.layer("floor", floor=h * 0.62)
    sheet.canvas.drawRect(
        skia.Rect(-0.2 * w, h * 0.8, 1.2 * w, 1.2 * h),
        down(h * 0.78, h, (0, light.on(floor), 0), (0.2, light.on(floor), 1), (1, darker(light.on(floor), 0.6), 1)),
    )
    wonders.beams(sheet, (w * 0.5, h * 0.2), h * 0.6, 0.13 * (1 - light.dark), 1.5)
    air.motes(sheet, 0.2 * h, 0.9 * h, 46)
    sheet.layer("rocks", 1.3)
    for _ in range(9):
        rock(
            sheet,
            sheet.between(0, 1) * w,
            h * sheet.between(0.83, 1.0),
            sheet.between(24, 80) * sheet.u,
            darker(ROCK, 0.35),
        )
    if not sheet.told("mine", "tunnel", "underground"):
        for side in (-1, 1):
            _crystals(sheet, w * (0.5 + side * sheet.between(0.33, 0.42)), h * 0.845, h * 0.1)
    sheet.layer("dripstone", 1.05)
    for i in range(9):
        x = w * (i + sheet.between(0.2, 0.8)) / 9
        tall = h * sheet.between(0.08, 0.24)
        spike = smooth(
            [
                (x - 26 * sheet.u, -0.15 * h),
                (x + 26 * sheet.u, -0.15 * h),
                (x + 5 * sheet.u, tall * 0.7),
                (x, tall),
                (x - 5 * sheet.u, tall * 0.7),
            ]
        )
        sheet.canvas.drawPath(spike, down(0, tall, (0, hexa("#241f30"), 1), (1, hexa("#463d55"), 1)))
    return Stage(h * 0.62, (h * 0.86, h * 0.93), (h * 0.2, h * 0.45), lit_by=sun, floor=floor)


def _facets(sheet: Sheet, wall: skia.Path, mouth: list[tuple[float, float]], own: Colour, shrink: float) -> None:
    """Broken faces of rock around the mouth of a cave: those below catch the light from outside."""
    w, h, canvas = sheet.w, sheet.h, sheet.canvas
    canvas.save()
    canvas.clipPath(wall, True)
    gleam = mix(own, sheet.light.sky[-1], 0.4)
    for ring in range(3):
        for i, (x, y) in enumerate(mouth):
            px, py = mouth[(i + 1) % len(mouth)]
            out = 1 + (0.16 + 0.2 * ring) * sheet.between(0.7, 1.3)
            near = 1 + 0.16 * ring
            tip = (w / 2 + ((x + px) / 2 - w / 2) * out, h * 0.47 + ((y + py) / 2 - h * 0.47) * out)
            a, b = ((w / 2 + (qx - w / 2) * near, h * 0.47 + (qy - h * 0.47) * near) for qx, qy in ((x, y), (px, py)))
            lit = (y > h * 0.47) == (sheet.rng.random() < 0.75)
            tone, strength = (gleam, 0.34) if lit else (darker(own, 0.5), 0.3)
            paint = along(
                ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), tip, (0, tone, strength / (1 + 0.5 * ring)), (1, tone, 0)
            )
            canvas.drawPath(outline([a, b, tip, ((a[0] + tip[0]) / 2, tip[1])]), paint)
    canvas.restore()


def _crystals(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    """A cluster of crystals that glow."""
    own = hexa(("#6fe0e8", "#b58cff", "#7fd8a0", "#ff9cd0")[int(sheet.rng.integers(0, 4))])
    sheet.layer("crystals", 1.35)
    for k in range(7):
        lean, long = (
            (k - 3) * 0.22 + sheet.between(-0.08, 0.08),
            tall * sheet.between(0.45, 1.0) * (1 - 0.09 * abs(k - 3)),
        )
        bx, wide = x + (k - 3) * tall * 0.13, tall * 0.085
        tip = (bx + lean * long, foot - long)
        neck = (bx + lean * long * 0.78, foot - long * 0.8)
        left, right = (neck[0] - wide, neck[1]), (neck[0] + wide, neck[1])
        lit, deep = lighter(own, 0.45), darker(own, 0.45)
        sheet.canvas.drawPath(outline([(bx - wide * 0.8, foot), left, tip, neck, (bx, foot)]), flat(lit, 0.95))
        sheet.canvas.drawPath(outline([(bx, foot), neck, tip, right, (bx + wide * 0.8, foot)]),
                              down(tip[1], foot, (0, own, 0.95), (1, deep, 0.95)))  # fmt: skip
    sheet.layer("light of the crystals", 1.34, light=True, life=breathing(0.7))
    glow(sheet, x, foot - tall * 0.4, tall * 2.4, own, 0.55)
