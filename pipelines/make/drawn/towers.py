"""Tall buildings: blocks, stepped towers, glass, spires; whole rows of them, with their windows lit at night."""

from dataclasses import dataclass, field

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline
from pipelines.make.drawn.stirrings import blinking, boxes, switching, together

Box = tuple[float, float, float, float]  # left, top, width, height
_WALLS = ("#8f9bb5", "#b09a8f", "#7f93a8", "#a89ab8", "#9aa89a", "#c0a890", "#7f8898", "#b58f85")
WARM, COOL = hexa("#ffd98a"), hexa("#d8ecff")


@dataclass
class Panes:
    """The windows of a row of buildings, gathered to be painted in few strokes."""

    dark: list[Box] = field(default_factory=list)
    warm: list[Box] = field(default_factory=list)
    cool: list[Box] = field(default_factory=list)
    rare: list[Box] = field(default_factory=list)  # those where somebody comes and goes
    beacons: list[tuple[float, float]] = field(default_factory=list)
    outlines: list[tuple[float, float, float, Colour]] = field(default_factory=list)  # x, width, height, tone


def row(sheet: Sheet, base: float, far: float, low: float, high: float, count: int, away: float, peak: float) -> Panes:
    """A row of towers on the row `base`, as a layer of its own, `far` (0 to 1) in the haze; heights in pixels.

    They are tallest about the column `peak`. Returns what was built, for its mirror in water.
    """
    light, w = sheet.light, sheet.w
    panes = Panes()
    if not sheet.shows("tower"):
        return panes
    sheet.layer("towers", away)
    for i in sheet.rng.permutation(count):
        x = w * ((i + sheet.between(0.2, 0.8)) / count * 1.16 - 0.08)
        middle = max(0.32, 1 - (abs(x - peak) / w * 1.5) ** 1.4)
        tall = sheet.between(low, high) * middle
        wide = w / count * sheet.between(0.7, 1.2)
        tone = mix(hexa(_WALLS[int(sheet.rng.integers(0, 8))]), hexa("#6a7a9a"), 0.35)
        _tower(sheet, x, base, wide, tall, tone, far, panes)
    glass = mix(light.sky[1], light.on(hexa("#46566e")), 0.5)
    sheet.canvas.drawPath(boxes(panes.dark), flat(mix(glass, light.haze, far), 0.6))
    for lit, tone in ((panes.warm, WARM), (panes.cool, COOL)):
        sheet.canvas.drawPath(boxes(lit), flat(mix(tone, light.haze, far * 0.45), 0.95))
    haze = down(base - high, base, (0, light.haze, 0), (1, light.haze, 0.2 + 0.5 * far))
    sheet.canvas.drawRect(skia.Rect(-0.12 * w, base - high, 1.12 * w, base), _within(haze))
    lives = []
    if panes.rare:
        paint = flat(mix(WARM, light.haze, far * 0.4))
        lives.append(switching([(boxes(panes.rare[k::5]), paint) for k in range(5)]))
    if panes.beacons and light.lamps:
        dots = [(x - 3 * sheet.u, y - 3 * sheet.u, 6 * sheet.u, 6 * sheet.u) for x, y in panes.beacons]
        lives.append(blinking([(boxes(dots[k::3]), flat(hexa("#ff5a4a"))) for k in range(3)], 2))
    if lives:
        sheet.alive("windows", together(*lives), away)
    return panes


def _within(paint: skia.Paint) -> skia.Paint:
    """Only on what is painted already."""
    paint.setBlendMode(skia.BlendMode.kSrcATop)
    return paint


def _tower(sheet: Sheet, x: float, base: float, w: float, h: float, own: Colour, far: float, panes: Panes) -> None:
    light, canvas = sheet.light, sheet.canvas
    style = int(sheet.rng.integers(0, 7))
    glassy = style in (2, 3)
    if glassy:
        own = mix(own, hexa("#5f8fb8"), 0.6)
    body = light.on(own, far)
    lit, dim = mix(light.lit(own, 0.3), light.haze, far), mix(light.shaded(own, 0.35), light.haze, far)
    left, right = (dim, lit) if light.sun_at[0] * sheet.w > x else (lit, dim)
    paint = along((x - w / 2, 0), (x + w / 2, 0), (0, left, 1), (0.5, body, 1), (1, right, 1))
    top = base - h
    tiers = [(w, h)]
    if style == 0:  # steps back twice
        tiers = [(w, h * 0.62), (w * 0.72, h * 0.84), (w * 0.44, h)]
    elif style == 1:
        tiers = [(w, h * 0.86), (w * 0.6, h)]
    for wide, tall in tiers:
        canvas.drawRect(skia.Rect(x - wide / 2, base - tall, x + wide / 2, base + 3), paint)
    if style == 2:  # a slanted crown
        side = 1 if sheet.rng.random() < 0.5 else -1
        canvas.drawPath(
            outline([(x - w / 2, top + 1), (x + w / 2, top + 1), (x + side * w / 2, top - w * 0.55)]), paint
        )
    elif style == 4:
        canvas.drawPath(
            outline([(x - w / 2, top + 1), (x, top - w * 0.5), (x + w / 2, top + 1)]), flat(darker(body, 0.12))
        )
    elif style == 5:
        canvas.drawOval(skia.Rect(x - w / 2, top - w * 0.28, x + w / 2, top + w * 0.28), paint)
    elif style == 6:
        for dx, wide, tall in ((-0.2, 0.3, 0.16), (0.18, 0.22, 0.26)):
            canvas.drawRect(
                skia.Rect.MakeXYWH(x + (dx - wide / 2) * w, top - tall * w, wide * w, tall * w + 1), flat(dim)
            )
    if style in (0, 1, 4) or (glassy and sheet.rng.random() < 0.4):
        tip = top - w * sheet.between(0.5, 1.0) - (w * 0.45 if style == 4 else 0)
        canvas.drawRect(skia.Rect(x - 1.6 * sheet.u, tip, x + 1.6 * sheet.u, top), flat(dim))
        panes.beacons.append((x, tip))
    _windows(sheet, x, base, tiers, glassy, panes)
    if glassy:
        sheen = [(x - w * 0.3, base), (x + w * 0.1, top), (x + w * 0.32, top), (x - w * 0.08, base)]
        canvas.drawPath(outline(sheen), flat(lighter(light.sky[-2], 0.4), 0.22 * (1 - 0.7 * far)))
    panes.outlines.append((x, w, h, body))


def _windows(sheet: Sheet, x: float, base: float, tiers: list[tuple[float, float]], glassy: bool, panes: Panes) -> None:
    """Windows floor by floor: a lit office floor is lit as a whole, homes one by one."""
    u, rng, lamps = sheet.u, sheet.rng, sheet.light.lamps
    step = (20 if glassy else 26) * u
    cool = rng.random() < 0.3
    at = 0.0
    for wide, tall in tiers:
        columns = max(2, int(wide / ((13 if glassy else 19) * u)))
        cell = wide / columns
        rows = int((tall - at - 12 * u) / step)
        for r in range(rows):
            whole = rng.random()
            y = base - at - 10 * u - (r + 1) * step + step * 0.3
            for c, chance in enumerate(rng.random(columns)):
                pane = (x - wide / 2 + cell * (c + 0.2), y, cell * 0.6, step * (0.62 if glassy else 0.52))
                if lamps and (whole < 0.1 or (whole < 0.88 and chance < 0.36)):
                    (panes.rare if chance < 0.022 else panes.cool if cool else panes.warm).append(pane)
                else:
                    panes.dark.append(pane)
        at = tall


def mirrored(sheet: Sheet, rows: list[Panes], line: float, reach: float) -> None:
    """The towers upside down in the water below `line`: soft bands, no windows."""
    for panes in rows:
        for x, w, h, tone in panes.outlines:
            deep = min(reach, h * 0.7)
            shade = down(line, line + deep, (0, tone, 0.36), (0.6, tone, 0.14), (1, tone, 0))
            sheet.canvas.drawRect(skia.Rect(x - w * 0.5, line, x + w * 0.5, line + deep), shade)
