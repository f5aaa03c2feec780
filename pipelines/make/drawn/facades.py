"""House fronts: seen straight on with shop or door, and seen along a street, running to its vanishing point."""

from collections.abc import Callable

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline
from pipelines.make.drawn.streetware import Glow, awning

_WALLS = ("#e8c9a0", "#d98f6a", "#c9b2d0", "#9fc0b8", "#f0dcb0", "#c97a6a", "#a9bcd6", "#e0a878", "#b8705a", "#dfe0d0")
_ROOFS = ("#9a4a3f", "#5a5f78", "#7a4a3a", "#4f6a70")
_LIT = hexa("#ffd98a")


def facing_house(
    sheet: Sheet, x: float, base: float, w: float, h: float, glows: list[Glow], plain: bool = False
) -> tuple[float, float] | None:
    """A house of the street, its left edge at `x`. Returns its chimney's mouth when it has one."""
    light, u, rng, canvas = sheet.light, sheet.u, sheet.rng, sheet.canvas
    own, paint = hexa(_WALLS[int(rng.integers(0, len(_WALLS)))]), hexa(_ROOFS[int(rng.integers(0, 4))])
    roof = sheet.under_snow(paint)
    top = base - h
    toward = light.sun_at[0] * sheet.w > x + w / 2
    a, b = (light.shaded(own, 0.2), light.lit(own, 0.2)) if toward else (light.lit(own, 0.2), light.shaded(own, 0.2))
    chimney = None
    style = int(rng.integers(0, 4))
    if style < 3 and rng.random() < 0.6:
        cx = x + w * 0.72
        canvas.drawRect(skia.Rect(cx, top - w * 0.34, cx + w * 0.09, top), flat(light.shaded(hexa("#a8604a"), 0.2)))
        chimney = (cx + w * 0.045, top - w * 0.34)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, top, w + 1, h),
        along((x, top), (x + w, base), (0, a, 1), (0.5, light.on(own), 1), (1, b, 1)),
    )
    tiles = down(top - w * 0.36, top, (0, light.lit(roof, 0.25), 1), (1, light.on(darker(roof, 0.2)), 1))
    if style == 0:
        canvas.drawPath(outline([(x - 10 * u, top + 4), (x + w / 2, top - w * 0.36), (x + w + 10 * u, top + 4)]), tiles)
    elif style == 3:  # a flat roof with a cornice
        canvas.drawRect(skia.Rect(x - 6 * u, top - 16 * u, x + w + 6 * u, top + 6 * u), flat(light.lit(own, 0.3)))
    elif style == 2:  # a stepped gable
        for k in range(4):
            canvas.drawRect(
                skia.Rect(x + w * 0.12 * k, top - 34 * u * (k + 1), x + w * (1 - 0.12 * k), top + 2),
                flat(light.on(own)),
            )
    else:
        slope = [
            (x - 6 * u, top + 4),
            (x + w * 0.1, top - 56 * u),
            (x + w * 0.9, top - 56 * u),
            (x + w + 6 * u, top + 4),
        ]
        canvas.drawPath(outline(slope), tiles)
        if rng.random() < 0.6:
            for dx in (0.28, 0.62):
                _pane(sheet, x + w * dx, top - 46 * u, w * 0.1, 36 * u, glows)
    _floors(sheet, x, base, w, h, glows)
    shop = not plain and rng.random() < 0.55 and sheet.shows("shop")
    if shop:
        _shop(sheet, x, base, w, glows)
    else:
        _door(sheet, x + w * (0.5 if rng.random() < 0.5 else 0.28), base, paint)
    canvas.drawRect(skia.Rect(x + w - 5 * u, top, x + w, base), flat(light.shadow, 0.22))
    return chimney


def _floors(sheet: Sheet, x: float, base: float, w: float, h: float, glows: list[Glow]) -> None:
    light, u = sheet.light, sheet.u
    floors = max(2, int(h / (150 * u)))
    columns = 2 if w < 260 * u else 3
    boxes = sheet.rng.random() < 0.4 and sheet.may("flower")
    for f in range(floors - 1):
        y = base - h + 34 * u + f * (h - 190 * u) / max(1, floors - 1)
        for i in range(columns):
            px = x + w * (i + 0.5) / columns - 26 * u
            _pane(sheet, px, y, 52 * u, 74 * u, glows)
            if boxes and (i + f) % 2:
                for k in range(6):
                    tone = light.on(hexa(("#e2506f", "#f7b53a", "#5f9a4f")[k % 3]))
                    sheet.canvas.drawCircle(px + (k + 0.4) * 9 * u, y + 78 * u - (k % 2) * 4 * u, 6 * u, flat(tone))


def _pane(sheet: Sheet, x: float, y: float, w: float, h: float, glows: list[Glow]) -> None:
    light, u, canvas = sheet.light, sheet.u, sheet.canvas
    on = light.lamps and sheet.rng.random() < 0.6
    glass = _LIT if on else mix(light.sky[1], light.on(hexa("#5f7f9f")), 0.4)
    frame = light.on(hexa("#f7efe2"))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x - 5 * u, y - 5 * u, w + 10 * u, h + 10 * u), 4 * u, 4 * u, flat(frame))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, y, w, h),
        along((x, y), (x + w, y + h), (0, lighter(glass, 0.25), 1), (1, darker(glass, 0.12), 1)),
    )
    if on:
        side = w * sheet.between(0.16, 0.3)
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, side, h), flat(hexa("#c97a4a"), 0.35))
        canvas.drawRect(skia.Rect.MakeXYWH(x + w - side, y, side, h), flat(hexa("#c97a4a"), 0.35))
        glows.append((x + w / 2, y + h / 2, w * 1.5, hexa("#ffcf87"), 0.35))
    canvas.drawRect(skia.Rect.MakeXYWH(x + w / 2 - 1.5 * u, y, 3 * u, h), flat(frame))
    canvas.drawRect(skia.Rect.MakeXYWH(x, y + h * 0.38, w, 3 * u), flat(frame))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 9 * u, y + h + 4 * u, w + 18 * u, 8 * u), flat(light.on(hexa("#e8dcc8"))))


def _door(sheet: Sheet, x: float, base: float, own: Colour) -> None:
    light, u, canvas = sheet.light, sheet.u, sheet.canvas
    canvas.drawRoundRect(
        skia.Rect(x - 40 * u, base - 128 * u, x + 40 * u, base), 12 * u, 12 * u, flat(light.on(hexa("#f0e6d6")))
    )
    door = skia.Rect(x - 32 * u, base - 118 * u, x + 32 * u, base)
    tone = light.on(darker(own, 0.1))
    canvas.drawRoundRect(
        door,
        10 * u,
        10 * u,
        along((door.left(), 0), (door.right(), 0), (0, lighter(tone, 0.15), 1), (1, darker(tone, 0.2), 1)),
    )
    canvas.drawCircle(x + 20 * u, base - 56 * u, 4 * u, flat(light.on(hexa("#f2d58a"))))


def _shop(sheet: Sheet, x: float, base: float, w: float, glows: list[Glow]) -> None:
    """A shop window under its awning."""
    light, u, canvas = sheet.light, sheet.u, sheet.canvas
    on = light.lamps
    glass = hexa("#ffe2a0") if on else mix(light.sky[1], light.on(hexa("#7f9fb8")), 0.4)
    pane = skia.Rect(x + w * 0.06, base - 124 * u, x + w * 0.66, base - 22 * u)
    canvas.drawRect(skia.Rect(x + w * 0.03, base - 132 * u, x + w * 0.97, base), flat(light.on(hexa("#5a463c"))))
    canvas.drawRect(
        pane,
        along((pane.left(), pane.top()), (pane.right(), pane.bottom()), (0, lighter(glass, 0.3), 1), (1, glass, 1)),
    )
    for k in range(6):
        tall, tone = (
            sheet.between(16, 46) * u,
            hexa(("#c9503f", "#3f7fa8", "#d9a83f", "#5a8f5a", "#7a5a9a")[int(sheet.rng.integers(0, 5))]),
        )
        left = pane.left() + pane.width() * (0.06 + 0.155 * k)
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(left, pane.bottom() - tall, 22 * u, tall), 3 * u, 3 * u, flat(mix(tone, glass, 0.35))
        )
    door = skia.Rect(x + w * 0.71, base - 122 * u, x + w * 0.92, base)
    canvas.drawRect(door, flat(mix(glass, light.on(hexa("#6a4a38")), 0.5)))
    own = hexa(("#d1503f", "#3f8a8a", "#d9923f", "#5f7f4f", "#7a5a9a", "#3f5f8f")[int(sheet.rng.integers(0, 6))])
    awning(sheet, x + w * 0.02, base - 176 * u, w * 0.96, 52 * u, own)
    if on:
        glows.append((x + w * 0.4, base - 70 * u, w * 0.8, hexa("#ffcf87"), 0.55))


def side_house(
    sheet: Sheet, from_eye: tuple[float, float, float], offset: float, reach: tuple[float, float], tall: float,
    own: Colour, glows: list[Glow],
) -> None:  # fmt: skip
    """A house along a street, `offset` metres beside its middle (minus: left), its front from `reach[0]` to `reach[1]`.

    Distances: 1 is the lower edge of the picture. `from_eye`: the vanishing point's column and row, and
    the pixels of a metre at distance 1.
    """
    light, canvas = sheet.light, sheet.canvas
    (x0, y0, focus), (far, near) = from_eye, reach
    side = 1 if offset > 0 else -1

    def at(z: float, up: float, out: float = 0.0) -> tuple[float, float]:
        return x0 + (offset + side * out) * focus / z, y0 + (1.75 - up) * focus / z

    haze = 0.5 * min(1.0, near / 9)
    toward = (light.sun_at[0] > 0.5) != (side > 0)  # the sun lies on the other side: this front is lit
    tone = mix(light.lit(own, 0.2) if toward else light.shaded(own, 0.3), light.haze, haze)
    front = outline([at(far, 0), at(far, tall), at(near, tall), at(near, 0)])
    back = outline([at(near, 0), at(near, tall), at(near, tall, 14), at(near, 0, 14)])
    canvas.drawPath(back, flat(darker(mix(light.on(own), light.haze, haze), 0.16)))
    canvas.drawPath(front, down(at(near, tall)[1], at(near, 0)[1], (0, tone, 1), (1, darker(tone, 0.12), 1)))
    tile = sheet.under_snow(hexa(_ROOFS[int(sheet.rng.integers(0, 4))]))
    shade = mix(light.lit(tile, 0.2) if toward else light.on(darker(tile, 0.15)), light.haze, haze)
    rise = 1.6
    slope = outline([at(far, tall, -0.3), at(far, tall + rise, 2.2), at(near, tall + rise, 2.2), at(near, tall, -0.3)])
    ends = [at(near, tall, -0.1), at(near, tall + rise, 2.2), at(near, tall + rise, 14), at(near, tall, 14)]
    canvas.drawPath(outline(ends), flat(darker(shade, 0.25)))
    canvas.drawPath(slope, flat(shade))
    _side_windows(sheet, at, reach, tall, haze, tone, glows)


def _side_windows(
    sheet: Sheet,
    at: Callable[..., tuple[float, float]],
    reach: tuple[float, float],
    tall: float,
    haze: float,
    tone: Colour,
    glows: list[Glow],
) -> None:
    """Rows of windows, shops below, all in perspective."""
    light, canvas = sheet.light, sheet.canvas
    far, near = reach
    long = (far - near) * 1.75
    columns = max(2, min(6, round(long / 1.6)))
    lit, dark, frames = skia.Path(), skia.Path(), skia.Path()
    shop = sheet.rng.random() < 0.6 and sheet.shows("shop")

    def quad(path: skia.Path, a: float, b: float, low: float, top: float) -> None:
        path.addPoly([skia.Point(*p) for p in (at(a, low), at(a, top), at(b, top), at(b, low))], True)

    floors = max(1, int((tall - 3.4) / 2.3))
    for c in range(columns):
        a = near + (far - near) * (c + 0.28) / columns
        b = near + (far - near) * (c + 0.72) / columns
        for f in range(floors):
            low = 3.9 + 2.3 * f
            high = low + 1.45
            if high > tall - 0.2:
                continue
            on = light.lamps and sheet.rng.random() < 0.5
            quad(frames, a - 0.03 * a, b + 0.03 * b, low - 0.12, high + 0.12)
            quad(lit if on else dark, a, b, low, high)
            if on and near < 4:
                x, y = at((a + b) / 2, (low + high) / 2)
                glows.append((x, y, 120 * sheet.u / near + 20 * sheet.u, hexa("#ffcf87"), 0.34))
        on = light.lamps and shop
        quad(lit if on else dark, a - 0.06 * (far - near) / columns, b + 0.06 * (far - near) / columns, 0.5, 2.6)
        if on and near < 5:
            x, y = at((a + b) / 2, 1.4)
            glows.append((x, y, 260 * sheet.u / near, hexa("#ffcf87"), 0.45))
    canvas.drawPath(frames, flat(lighter(tone, 0.4), 0.9))
    glass = mix(mix(light.sky[1], light.on(hexa("#4f6a88")), 0.5), light.haze, haze * 0.7)
    canvas.drawPath(dark, flat(glass))
    canvas.drawPath(lit, flat(mix(_LIT, light.haze, haze * 0.5)))
    if shop:
        band = skia.Path()
        quad(band, far, near, 2.75, 3.3)
        sign = hexa(("#d1503f", "#3f8a8a", "#d9923f", "#5f7f4f", "#3f5f8f")[int(sheet.rng.integers(0, 5))])
        canvas.drawPath(band, flat(mix(light.on(sign), light.haze, haze)))
