"""Land: ridges of mountains and hills in the haze, meadows, dunes, snow, and the trees that stand on them."""

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.growth import GRASS, PINE, SNOW, flowers, grass
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, outline, ridge

EDGE = 0.14  # how far beyond the picture's sides land is painted, as a share of its width


def across(sheet: Sheet, n: int) -> NDArray[np.float64]:
    """n places from beyond the left side to beyond the right one, in pixels."""
    return np.linspace(-EDGE * sheet.w, (1 + EDGE) * sheet.w, n)


def band(sheet: Sheet, top: NDArray[np.float64], bottom: float, paint: skia.Paint) -> skia.Path:
    """Fill from a line of heights (pixels, evenly spread over the width and a little more) down to `bottom`."""
    xs = across(sheet, len(top))
    path = outline([(xs[0], bottom), *zip(xs.tolist(), top.tolist(), strict=True), (xs[-1], bottom)])
    sheet.canvas.drawPath(path, paint)
    return path


def mountains(sheet: Sheet, base: float, height: float, own: Colour, far: float, snow: bool | float = False,
              sharp: float = 1.3) -> NDArray[np.float64]:  # fmt: skip
    """One chain of mountains: lit and shaded faces parted by crooked spines, gullies, snow above a line, mist below.

    `snow`: how far down it reaches, as a share of the height. Returns the ridge's rows in pixels, shape (220,).
    """
    light, canvas = sheet.light, sheet.canvas
    far = light.through(far)
    n = 220
    line = ridge(sheet.rng, n, 0.5, sheet.between(2.4, 4.6)) ** sharp
    top = base - height * (0.16 + 0.84 * line)
    high, foot = float(top.min()), base + height * 0.3
    body = light.on(own, far)
    path = band(
        sheet, top, foot + 0.06 * sheet.h, down(high, base, (0, body, 1), (1, light.on(own, min(1, far + 0.3)), 1))
    )
    canvas.save()
    canvas.clipPath(path, True)
    if snow:
        _snow_fields(sheet, top, height * (0.42 if snow is True else float(snow)), far)
    xs = across(sheet, n)
    side = -1 if light.sun_at[0] < 0.5 else 1
    lit, dark = mix(light.lit(own, 0.34), light.haze, far * 0.8), mix(light.shaded(own, 0.5), light.haze, far * 0.7)
    for i in (i for i in range(2, n - 2) if top[i] == top[max(0, i - 5) : i + 6].min()):
        faces(sheet, float(xs[i]), float(top[i]), base, side, lit, dark, 1 - far * 0.55)
    edge = flat(mix(light.lit(lighter(own, 0.3), 0.6), light.haze, far * 0.8), 0.4 * (1 - far * 0.6))
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(2.6 * sheet.u)
    canvas.drawPath(outline(list(zip(xs.tolist(), top.tolist(), strict=True)), close=False), edge)
    mist = mix(light.haze, light.sky[-1], 0.3)
    veil = down(base - height * 0.75, base, (0, mist, 0), (1, mist, 0.4 + 0.45 * far))
    canvas.drawRect(skia.Rect(xs[0], base - height * 0.75, xs[-1], foot + height), veil)
    canvas.restore()
    return top


def faces(sheet: Sheet, x: float, y: float, base: float, side: int, lit: Colour, dark: Colour, alpha: float) -> None:
    """The two faces under one peak, parted by a crooked spine, each cut by gullies."""
    tall, between, canvas = base - y, sheet.between, sheet.canvas
    spine, px, py = [(x, y)], x, y
    while py < base:
        py += tall * between(0.05, 0.13)
        px += tall * between(-0.09, 0.13) * -side
        spine.append((px, py))
    fade = ((0, 0.62 * alpha), (0.55, 0.4 * alpha), (1, 0.0))
    for facing, colour in ((-side, dark), (side, lit)):
        shade = down(y, y + tall * 0.95, *((s, colour, a) for s, a in fade))
        canvas.drawPath(outline([*spine, (x + facing * tall * 1.5, base), (x, y)]), shade)
    for k in range(2, len(spine) - 1):
        sx, sy = spine[k]
        left = base - sy
        for facing, colour, share in ((side, dark, 0.34), (-side, lit, 0.2)):
            if between(0, 1) < 0.75:
                reach, drop = left * between(0.18, 0.5), left * between(0.35, 0.8)
                tip = (sx + facing * reach, sy + drop)
                back = (sx + facing * reach * 0.25, sy + drop * 0.75)
                paint = down(sy, sy + drop, (0, colour, share * alpha), (1, colour, 0))
                canvas.drawPath(outline([(sx, sy), tip, back]), paint)


def _snow_fields(sheet: Sheet, top: NDArray[np.float64], depth: float, far: float) -> None:
    """White above a ragged line; deepest on the highest peaks. Painted before the faces, which then shade it."""
    n, xs = len(top), across(sheet, len(top))
    high, low = float(top.min()), float(top.max())
    teeth = ridge(sheet.rng, n, 0.75, 22) - 0.5
    reach = depth * np.clip(1.15 - (top - high) / max(low - high, 1) * 1.5, 0, 1)
    line = top + reach * (0.55 + 1.1 * np.abs(teeth) + 0.5 * teeth)
    bright = mix(sheet.light.on(SNOW), sheet.light.haze, far * 0.6)
    rows = [
        *zip(xs.tolist(), (top - 2).tolist(), strict=True),
        *reversed(list(zip(xs.tolist(), line.tolist(), strict=True))),
    ]
    sheet.canvas.drawPath(outline(rows), flat(bright, 0.97))


def hills(sheet: Sheet, base: float, height: float, own: Colour, far: float, trees: float = 0.0, waves: float = 2.0,
          pine: Colour = PINE) -> NDArray[np.float64]:  # fmt: skip
    """One rolling hill line; `trees` (0 to 1) sets small woods on it. Returns its heights in pixels, shape (241,)."""
    light, canvas = sheet.light, sheet.canvas
    top = base - height * ridge(sheet.rng, 241, 0.32, waves)
    if trees:
        far_trees(sheet, top, own, far, trees, pine)
    far = light.through(far)
    crest, foot = light.on(lighter(own, 0.08), far), light.on(darker(own, 0.2), min(1.0, far * 0.9))
    high = float(top.min())
    path = band(
        sheet,
        top,
        min(1.2 * sheet.h, base + 0.5 * height + 0.13 * sheet.h),
        down(high, base + height * 1.3, (0, crest, 1), (1, foot, 1)),
    )
    canvas.save()
    canvas.clipPath(path, True)
    side = sheet.light.sun_at[0] * sheet.w
    warm = light.lit(lighter(own, 0.1), 0.55)  # the slopes towards the sun catch its light
    pool = around((side, high), sheet.w * 0.75, (0, warm, 0.34 * (1 - far * 0.6)), (1, warm, 0))
    canvas.drawRect(skia.Rect(-EDGE * sheet.w, high, (1 + EDGE) * sheet.w, base + height * 3), pool)
    relief(sheet, top, height, warm, mix(light.shaded(own, 0.45), light.haze, far), 0.4 * (1 - far * 0.6))
    edge = flat(mix(light.lit(own, 0.5), light.haze, far), 0.5, 5 * sheet.u)
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(7 * sheet.u)
    xs = across(sheet, len(top))
    canvas.drawPath(outline(list(zip(xs.tolist(), top.tolist(), strict=True)), close=False), edge)
    canvas.restore()
    return top


def far_trees(sheet: Sheet, top: NDArray[np.float64], own: Colour, far: float, share: float, pine: Colour = PINE,
              scale: float = 1.0) -> None:  # fmt: skip
    """Small round and pointed trees along a crest, in clumps."""
    light, between = sheet.light, sheet.between
    far = light.through(far)
    clump = ridge(sheet.rng, len(top), 0.5, 6)
    size = (14 + 34 * (1 - far)) * sheet.u * scale
    dark, bright = (
        light.on(darker(mix(own, pine, 0.6), 0.1), far),
        mix(light.lit(mix(own, pine, 0.3), 0.3), light.haze, far),
    )
    xs = across(sheet, len(top))
    pointed = between(0, 1) < 0.5
    side = -1 if light.sun_at[0] < 0.5 else 1
    for x, y, c in zip(xs.tolist(), top.tolist(), clump, strict=True):
        if c < 1 - share:
            continue
        s = size * between(0.6, 1.25)
        px, py = x + between(-4, 4) * sheet.u, y + 0.12 * s
        tone = mix(dark, light.on(lighter(own, 0.1), far), between(0, 0.3))
        if pointed:
            path = outline([(px, py - s * 1.8), (px + s * 0.4, py), (px - s * 0.4, py)])
            sheet.canvas.drawPath(path, flat(tone))
            half = outline([(px, py - s * 1.8), (px + side * s * 0.4, py), (px, py)])
            sheet.canvas.drawPath(half, flat(bright, 0.3))
            continue
        sheet.canvas.drawOval(skia.Rect.MakeXYWH(px - s * 0.55, py - s * 1.05, s * 1.1, s * 1.1), flat(tone))
        if s < 2.5:  # too small for its light to be seen
            continue
        at = (px + side * s * 0.18, py - s * 0.72)
        sheet.canvas.drawCircle(*at, s * 0.36, around(at, s * 0.36, (0, bright, 0.6), (1, bright, 0)))


def ground(sheet: Sheet, top: float, own: Colour, horizon: float, patches: int = 18) -> None:
    """Open ground from `top` to beyond the lower edge, lying flat: a run of colour, pools of light and shade."""
    light, w, h = sheet.light, sheet.w, sheet.h
    sheet.layer("ground", floor=horizon)
    canvas = sheet.canvas
    deep = h - top
    stops = [(0.0, light.on(lighter(own, 0.14), 0.24), 0.0), (0.045, light.on(lighter(own, 0.13), 0.22), 1.0),
             (0.25, light.on(lighter(own, 0.06), 0.06), 1.0),
             (0.6, light.on(own), 1.0), (1.0, light.on(darker(own, 0.3)), 1.0)]  # fmt: skip
    canvas.drawRect(skia.Rect(-0.3 * w, top, 1.3 * w, 1.3 * h), down(top, h, *stops))
    sun = light.sun_at[0] * w
    warm = light.lit(lighter(own, 0.12), 0.6)
    canvas.save()
    canvas.translate(sun, top)
    canvas.scale(1, 0.5)
    strength = (0.5 if light.sun_at[1] < 0.2 or light.dark > 0.6 else 0.3) * (0.4 + 0.6 * light.glow)
    canvas.drawCircle(
        0, 0, 0.62 * w, around((0, 0), 0.62 * w, (0, warm, strength), (0.5, warm, strength * 0.35), (1, warm, 0))
    )
    canvas.restore()
    for _ in range(patches):
        t = sheet.between(0.03, 1) ** 1.5
        y, r = top + deep * t, (110 + 430 * t) * sheet.u
        colour = light.lit(own, 0.4) if sheet.between(0, 1) < 0.5 else light.shaded(own, 0.45)
        x = sheet.between(-0.1, 1.1) * w
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(1.1 * r, 0.16 * r)
        canvas.drawCircle(0, 0, 1, around((0, 0), 1, (0, colour, 0.2), (0.45, colour, 0.15), (1, colour, 0)))
        canvas.restore()


def speckles(sheet: Sheet, top: float, own: Colour, count: int = 900, light: bool = True) -> None:
    """Small marks all over the ground, finer far off: pebbles, stubble, crumbs of earth."""
    rng, u, tones = sheet.rng, sheet.u, sheet.light
    t = rng.uniform(0, 1, count) ** 0.7
    xs, ys = rng.uniform(-0.12, 1.12, count) * sheet.w, top + (1.08 * sheet.h - top) * t
    pale, dark = tones.lit(lighter(own, 0.2), 0.4), tones.shaded(darker(own, 0.2), 0.4)
    for k in range(4):
        part = (t >= k / 4) & (t < (k + 1) / 4)
        size = (1.2 + 1.5 * k) * u
        half = np.arange(count) % 2 == 0
        dots(sheet.canvas, xs[part & half], ys[part & half], dot(dark, 0.22 + 0.06 * k, size))
        if light:
            dots(sheet.canvas, xs[part & ~half], ys[part & ~half], dot(pale, 0.24 + 0.06 * k, size * 0.8))


def meadow(sheet: Sheet, top: float, own: Colour = GRASS, blooms: bool = True, tufts: bool = True) -> None:
    """Open ground from `top` to the lower edge: a run of colour, light patches and shadows, grass that grows nearer."""
    ground(sheet, top, own, top - 0.02 * sheet.h)
    if tufts:
        grass(sheet, top + (sheet.h - top) * 0.08, sheet.h, own, int(240 * sheet.w / 1920))
    if blooms and sheet.may("flower"):
        flowers(sheet, top + (sheet.h - top) * 0.1, sheet.h, int(150 * sheet.w / 1920))


def dune(sheet: Sheet, base: float, height: float, own: Colour, far: float, waves: float = 1.4) -> None:
    """A line of dunes: knife edges, a lit windward side, a blue lee, ripples."""
    light, canvas = sheet.light, sheet.canvas
    far = light.through(far)
    n = 200
    line = ridge(sheet.rng, n, 0.2, waves)
    top = base - height * line
    lit, plain, dark = (
        mix(c, light.haze, far) for c in (light.lit(lighter(own, 0.1), 0.35), light.on(own), light.shaded(own, 0.34))
    )
    high = float(top.min())
    path = band(
        sheet,
        top,
        1.2 * sheet.h,
        down(high, base + height, (0, lit, 1), (0.5, plain, 1), (1, mix(plain, dark, 0.3), 1)),
    )
    canvas.save()
    canvas.clipPath(path, True)
    relief(sheet, top, height * 1.3, lit, dark, 0.8)
    if far < 0.3:
        ripples(sheet, base - height * 0.2, mix(dark, plain, 0.4), lit)
    canvas.restore()


def relief(sheet: Sheet, top: NDArray[np.float64], deep: float, lit: Colour, dark: Colour, strength: float) -> None:
    """Light on the slopes of a line that rise towards the sun, shade on those that fall away, down to `deep` pixels.

    Expects the land under the line as the clip.
    """
    n = 48
    rows = np.interp(np.linspace(0, 1, n), np.linspace(0, 1, len(top)), top)
    way = 1 if sheet.light.sun_at[0] < 0.5 else -1
    slope = np.gradient(rows) * -way
    slope = np.convolve(np.pad(slope, 2, "edge"), np.ones(5) / 5, "valid")
    share = np.clip(slope / max(float(np.abs(slope).max()), 1e-6), -1, 1)
    stops = [(i / (n - 1), lit if v > 0 else dark, float(abs(v)) * strength) for i, v in enumerate(share)]
    xs, high = across(sheet, 2), float(top.min())
    paint = along((xs[0], 0), (xs[1], 0), *stops)
    fade = down(high, float(top.max()) + deep, (0, dark, 1), (0.4, dark, 0.85), (1, dark, 0)).getShader()
    paint.setShader(skia.Shaders.Blend(skia.BlendMode.kDstIn, paint.getShader(), fade))
    sheet.canvas.drawRect(skia.Rect(xs[0], high, xs[1], float(top.max()) + deep), paint)


def ripples(sheet: Sheet, top: float, dark: Colour, lit: Colour) -> None:
    """Ripples of blown sand, closer together far off."""
    for colour, shift, alpha in ((dark, 0.0, 0.3), (lit, 2.2, 0.3)):
        path = skia.Path()
        y, step = top, 5 * sheet.u
        while y < 1.05 * sheet.h:
            wave = sheet.between(0, 6.28) if not shift else y
            x = -EDGE * sheet.w
            path.moveTo(x, y + shift * sheet.u)
            while x < (1 + EDGE) * sheet.w:
                path.rQuadTo(34 * sheet.u, step * 0.5 * np.sin(wave + x), 68 * sheet.u, 0)
                x += 68 * sheet.u
            y += step
            step *= 1.13
        paint = flat(colour, alpha, 0.6)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(1.8 * sheet.u)
        sheet.canvas.drawPath(path, paint)


def sparkle(
    sheet: Sheet, top: float, count: int = 90
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Places on the ground where something may glitter: x, y and size in pixels, each of shape (count,)."""
    t = sheet.rng.uniform(0, 1, count)
    return sheet.rng.uniform(-0.1, 1.1, count) * sheet.w, top + (sheet.h - top) * t, (1.2 + 2.2 * t) * sheet.u


WATER = hexa("#2f8f9e")
