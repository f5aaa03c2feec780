"""Ground that is not the earth's: the moon under black space, Mars under its dusty sky."""

from dataclasses import replace

import skia

from pipelines.make.drawn import land
from pipelines.make.drawn.country import mesas
from pipelines.make.drawn.growth import rock
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, around, down, flat, glow
from pipelines.make.drawn.sky import everywhere, stars


def _craters(sheet: Sheet, top: float, own: Colour, count: int) -> None:
    """Flat bowls, dark on the side of the sun, with a bright far rim; larger nearer."""
    deep = sheet.h - top
    side = 1 if sheet.light.sun_at[0] < 0.5 else -1
    for i in range(count):
        t = ((i + sheet.between(0.1, 0.9)) / count) ** 1.3
        x, y = sheet.between(-0.02, 1.02) * sheet.w, top + deep * (0.06 + 0.9 * t)
        r = (20 + 130 * t) * sheet.u * sheet.between(0.5, 1.1)
        flatness = 0.16 + 0.08 * t
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(x - r, y - r * flatness, 2 * r, 2 * r * flatness), flat(lighter(own, 0.28), 0.9)
        )
        bowl = skia.Rect.MakeXYWH(
            x - r * 0.94 - side * r * 0.04, y - r * flatness * 0.86, 1.88 * r, 1.78 * r * flatness
        )
        shade = darker(own, 0.5)
        sheet.canvas.drawOval(
            bowl, down(bowl.top(), bowl.bottom(), (0, shade, 0.95), (0.6, mix(own, shade, 0.5), 0.95), (1, own, 1))
        )


def _ground(sheet: Sheet, horizon: float, tones: list[Colour], haze: Colour, veil: float) -> Colour:
    """Three ranges, each nearer and fuller of colour, and open ground before them."""
    own = tones[2]
    for i, (own_tone, far) in enumerate(zip(tones, (veil, veil * 0.5, veil * 0.15), strict=True)):
        sheet.layer(f"range {i + 1}", 24.0 / (1 + 1.5 * i))
        base = horizon + sheet.h * 0.035 * i
        top = base - sheet.h * (0.12 - 0.03 * i) * land.ridge(sheet.rng, 120, 0.42, 2.6 + i)
        tone = mix(own_tone, haze, far)
        land.band(
            sheet,
            top,
            1.2 * sheet.h,
            down(float(top.min()), sheet.h, (0, lighter(tone, 0.16), 1), (1, darker(tone, 0.12), 1)),
        )
    ground = horizon + sheet.h * 0.09
    sheet.layer("ground", floor=horizon)
    sheet.canvas.drawRect(
        skia.Rect(-0.2 * sheet.w, ground, 1.2 * sheet.w, 1.3 * sheet.h),
        down(ground, sheet.h, (0, own, 0), (0.25, own, 1), (1, darker(own, 0.34), 1)),
    )
    land.speckles(sheet, ground + 0.03 * sheet.h, own, 1300)
    return own


def _earth(sheet: Sheet, x: float, y: float, r: float) -> None:
    """The earth as it hangs over the moon: blue, with clouds and a shaded limb."""
    canvas = sheet.canvas
    glow(sheet, x, y, r * 2.2, hexa("#6fa8ff"), 0.4)
    disc = skia.Path()
    disc.addCircle(x, y, r)
    canvas.drawPath(disc, flat(hexa("#2f6fc4")))
    canvas.save()
    canvas.clipPath(disc, True)
    for code, count, alpha, blur in (("#4f8a5a", 7, 0.9, 0.03), ("#ffffff", 13, 0.7, 0.04)):
        for _ in range(count):
            wide, tall = sheet.between(0.2, 0.8) * r, sheet.between(0.08, 0.34) * r
            box = skia.Rect.MakeXYWH(x + sheet.between(-1.1, 0.7) * r, y + sheet.between(-1, 0.9) * r, wide, tall)
            canvas.drawOval(box, flat(hexa(code), alpha, blur * r))
    side = 1 if sheet.light.sun_at[0] < 0.5 else -1
    night = hexa("#02040c")
    centre = (x - side * r * 0.5, y - r * 0.4)
    canvas.drawPath(
        disc, around(centre, r * 1.75, (0, night, 0), (0.5, night, 0.05), (0.85, night, 0.88), (1, night, 0.95))
    )
    canvas.restore()


def moon(sheet: Sheet) -> Stage:
    """The moon: grey dust and craters under a black sky full of stars."""
    w, h = sheet.w, sheet.h
    horizon = h * 0.62
    sheet.canvas.drawRect(
        everywhere(sheet),
        down(0, horizon, (0, hexa("#04050f"), 1), (0.7, hexa("#0a0d24"), 1), (1, hexa("#1a2048"), 1)),
    )
    stars(sheet, horizon, 1.0, 0.0)
    sheet.layer("earth", 90.0)
    _earth(sheet, w * (0.7 if sheet.light.sun_at[0] < 0.5 else 0.3), h * 0.2, h * 0.075)
    own = _ground(sheet, horizon, [hexa(code) for code in ("#6f7486", "#868b9b", "#a3a7b4")], hexa("#141a3a"), 0.5)
    _craters(sheet, horizon + h * 0.1, own, 15)
    sheet.layer("rocks", 1.5)
    for _ in range(7):
        rock(
            sheet,
            sheet.between(0, 1) * w,
            h * sheet.between(0.8, 0.99),
            sheet.between(10, 34) * sheet.u,
            hexa("#8d91a0"),
        )
    side = w * (0.12 if sheet.light.sun_at[0] < 0.5 else 0.88)
    return Stage(horizon, (h * 0.82, h * 0.92), (h * 0.12, h * 0.42), lit_by=(side, 0), floor=own)


def mars(sheet: Sheet) -> Stage:
    """Mars: red rock and dust; by day a butterscotch sky, in the dark the stars."""
    w, h, light = sheet.w, sheet.h, sheet.light
    horizon = h * 0.6
    dark = min(1.0, light.dark * 1.1)
    zenith, low = mix(hexa("#b8805a"), hexa("#0b0a20"), dark), mix(hexa("#f2cfa2"), hexa("#5a2f3f"), dark)
    sheet.canvas.drawRect(
        everywhere(sheet), down(0, horizon, (0, zenith, 1), (0.6, mix(zenith, low, 0.55), 1), (1, low, 1))
    )
    if dark > 0.3 and sheet.may("star"):
        stars(sheet, horizon, dark)
    x, y = light.sun_at[0] * w, horizon * (1 - max(0.12, light.sun_at[1]))
    if dark < 0.5 and sheet.may("sun"):
        glow(sheet, x, y, h * 0.5, hexa("#ffe6c0"), 0.5)
        sheet.canvas.drawCircle(x, y, 30 * sheet.u, flat(hexa("#fff6e4"), 0.95, 1.5 * sheet.u))
    tones = [mix(hexa(code), hexa("#1a1030"), 0.6 * dark) for code in ("#b5684a", "#b0573a", "#a84f33")]
    sheet.layer("tables", 30.0)
    mesas(replace(sheet, light=replace(light, haze=low)), horizon + 0.01 * h, 0.19 * h, tones[1], 0.42)
    own = _ground(sheet, horizon, tones, low, 0.55)
    _craters(sheet, horizon + h * 0.12, own, 6)
    sheet.layer("rocks", 1.5)
    for _ in range(12):
        rock(
            sheet,
            sheet.between(0, 1) * w,
            h * sheet.between(0.78, 1.0),
            sheet.between(12, 52) * sheet.u,
            mix(hexa("#8a4630"), hexa("#1a1030"), 0.5 * dark),
        )
    return Stage(horizon, (h * 0.82, h * 0.92), (h * 0.12, h * 0.42), lit_by=(x, y), floor=own)
