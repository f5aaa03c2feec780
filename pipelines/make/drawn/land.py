"""Land: ridges of mountains and hills in the haze, meadows, dunes, snow, and the trees that stand on them."""

import numpy as np
import skia
from numpy.typing import NDArray

from pipelines.make.drawn.growth import GRASS, PINE, SNOW, flowers, grass
from pipelines.make.drawn.light import Colour, darker, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline, ridge


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


def _flank(
    sheet: Sheet, x: float, y: float, base: float, side: int, lit: Colour, dark: Colour, far: float, snow: Colour | None
) -> None:
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
    sheet.canvas.drawPath(
        outline(points),
        along(
            (x + side * deep, y),
            (x - side * deep, y + deep * 0.3),
            (0, bright, 0.96),
            (0.46, bright, 0.94),
            (0.56, dim, 0.92),
            (1, dim, 0.9),
        ),
    )


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


def meadow(sheet: Sheet, top: float, own: Colour = GRASS, blooms: bool = True, tufts: bool = True) -> None:
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
    if blooms and sheet.may("flower"):
        flowers(sheet, top + deep * 0.1, sheet.h, int(150 * sheet.w / 1920))
