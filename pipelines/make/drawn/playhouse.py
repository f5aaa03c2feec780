"""Two rooms like no other: a stage with its curtain and spotlights, and a stair inside a round tower."""

import skia

from pipelines.make.drawn import fittings
from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.outlooks import outlook
from pipelines.make.drawn.panes import Opening, glaze
from pipelines.make.drawn.room import corners
from pipelines.make.drawn.sheet import Sheet, Stage, adding, along, down, flat, glow, outline
from pipelines.make.drawn.stirrings import breathing, motes, swaying, wave

_CLOTHS = ("#b3243a", "#7a2350", "#1f4f6f", "#5a2a7a", "#8a3a1f")
_GROUNDS = (("#1a0f2e", "#43214f", "#2a1530"), ("#0c1a30", "#1f4060", "#14263c"), ("#241010", "#5a2a24", "#2c1614"))
_BEAMS = (("#ffe2b0", "#ff9ac0", "#8fc0ff"), ("#fff0d0", "#a8ffd8", "#ffb870"), ("#ffe8c8", "#b89aff", "#ff9a8a"))


def stage(sheet: Sheet) -> Stage:
    """A stage under lights that breathe and lean."""
    w, h, u = sheet.w, sheet.h, sheet.u
    line, eye = h * 0.76, h * 0.6
    pick = [int(sheet.rng.integers(0, n)) for n in (len(_CLOTHS), len(_GROUNDS), len(_BEAMS))]
    back = [hexa(code) for code in _GROUNDS[pick[1]]]
    sheet.layer("backdrop", sheet.away(line, eye))
    box = skia.Rect(-0.2 * w, -0.2 * h, 1.2 * w, line + 2)
    sheet.canvas.drawRect(box, down(0, line, (0, back[0], 1), (0.75, back[1], 1), (1, back[2], 1)))
    if sheet.may("curtain"):
        _folds(sheet, back[1], line)
    sheet.layer("boards", floor=eye)
    sheet.canvas.drawRect(
        skia.Rect(-0.2 * w, line, 1.2 * w, h * 1.12), down(line, h, (0, hexa("#a8683f"), 1), (1, hexa("#4a2a22"), 1))
    )
    seam = flat(hexa("#3a1f18"), 0.45)
    seam.setStyle(skia.Paint.kStroke_Style)
    seam.setStrokeWidth(2 * u)
    for i in range(-14, 15):
        sheet.canvas.drawLine(w / 2 + i * w * 0.05, line, w / 2 + i * w * 0.05 * 3.25, eye + (line - eye) * 3.25, seam)
    for k, (x, code) in enumerate(zip((0.5, 0.22, 0.78), _BEAMS[pick[2]], strict=True)):
        sheet.layer("spotlight", 1.9 + 0.2 * k, light=True, life=_leaning(w * x, -h * 0.06, 0.018, 0.3 * k))
        _beam(sheet, w * x, w * (0.5 + (x - 0.5) * 0.35), h * 0.88, w * 0.15, hexa(code))

    def inside() -> tuple[float, float]:
        return w * (0.5 + sheet.between(-0.3, 0.3)), h * sheet.between(0.1, 0.85)

    sheet.alive("dust in the light", motes(sheet, inside, 48, 3.2 * u, (1.0, 0.95, 0.85), 0.4), 1.8)
    own = hexa(_CLOTHS[pick[0]])
    for side in (-1, 1):
        x = 0 if side < 0 else w
        sheet.layer("curtain", 1.45, life=swaying(x, 0, 0.006 * side, 1, 0.25 * side))
        fittings.curtain(sheet, side, own)
    sheet.layer("valance", 1.4, life=swaying(w / 2, 0, 0.01, 1, 0.4))
    fittings.valance(sheet, own)
    return Stage(
        eye,
        (h * 0.85, h * 0.92),
        (h * 0.2, h * 0.5),
        lit_by=(w * 0.5, 0),
        floor=hexa("#a8683f"),
        front=lambda: corners(sheet),
    )


def _folds(sheet: Sheet, own: tuple[float, float, float], line: float) -> None:
    """The cloth at the back hangs in soft folds."""
    x, w = -0.1 * sheet.w, sheet.w
    while x < 1.1 * w:
        wide = sheet.between(0.03, 0.06) * w
        shade = along(
            (x, 0), (x + wide, 0), (0, darker(own, 0.5), 0), (0.5, darker(own, 0.5), 0.4), (1, darker(own, 0.5), 0)
        )
        sheet.canvas.drawRect(skia.Rect(x, -0.1 * sheet.h, x + wide, line), shade)
        x += wide


def _leaning(x: float, y: float, lean: float, phase: float) -> Life:
    """A spotlight that breathes and wanders a little."""
    return lambda seconds: Pose(
        lean=lean * wave(seconds, 1, phase), alpha=0.86 + 0.14 * wave(seconds, 1, phase + 0.4), anchor=(x, y)
    )


def _beam(sheet: Sheet, x0: float, x1: float, y1: float, r: float, tone: tuple[float, float, float]) -> None:
    y0 = -0.06 * sheet.h
    path = outline([(x0 - 14 * sheet.u, y0), (x0 + 14 * sheet.u, y0), (x1 + r, y1), (x1 - r, y1)])
    paint = adding(down(y0, y1, (0, tone, 0.6), (1, tone, 0.1)))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 10 * sheet.u))
    sheet.canvas.drawPath(path, paint)
    pool = skia.Rect.MakeXYWH(x1 - r * 1.1, y1 - r * 0.16, 2.2 * r, r * 0.32)
    sheet.canvas.drawOval(pool, adding(flat(tone, 0.42, 12 * sheet.u)))


def stairs(sheet: Sheet) -> Stage:
    """Inside a round tower: stone walls, a window on the sea's light, steps that rise to a warm landing."""
    w, h, light = sheet.w, sheet.h, sheet.light
    stone = hexa(("#a99a95", "#9aa0a4", "#b0a08a")[int(sheet.rng.integers(0, 3))])
    metre = min(0.235 * h, w / 4.2)
    opening = Opening("arched", w * 0.3, h * 0.12, min(w * 0.14, h * 0.24), h * 0.36, metre)
    sheet.layer("view")
    outlook(sheet, opening, "sea")
    sheet.layer("tower wall", 3.0)
    sheet.canvas.save()
    sheet.canvas.clipPath(opening.hole(), skia.ClipOp.kDifference, True)
    tones = ((0, light.on(darker(stone, 0.62)), 1), (0.3, light.on(darker(stone, 0.14)), 1),
             (0.55, light.on(lighter(stone, 0.1)), 1), (1, light.on(darker(stone, 0.66)), 1))  # fmt: skip
    sheet.canvas.drawRect(skia.Rect(-0.2 * w, -0.2 * h, 1.2 * w, 1.2 * h), along((0, 0), (w, 0), *tones))
    fittings.masonry(sheet, stone)
    sheet.canvas.restore()
    glaze(sheet, opening)
    if light.hour not in ("night", "dusk"):
        sheet.layer("daylight", 2.4, light=True, life=breathing(0.82))
        _daylight(sheet, opening)
    _steps(sheet, stone)
    count, (x0, y0), (x1, y1) = 9, (-0.04 * w, 1.02 * h), (1.06 * w, 0.34 * h)
    perches = tuple(
        (x0 + (x1 - x0) * (k + 0.45) / count, y0 + (y1 - y0) * (k + 1) / count - 4 * sheet.u) for k in (4, 2, 6, 3, 5)
    )
    return Stage(
        h * 0.5, (h * 0.8, h * 0.8), (h * 0.1, h * 0.3), lit_by=(w, 0), floor=stone, scale=0.82, perches=perches,
        facing=1, front=lambda: corners(sheet),
    )  # fmt: skip


def _daylight(sheet: Sheet, opening: Opening) -> None:
    h, reach = sheet.h, 0.3 * sheet.w
    left, right = opening.x - opening.wide / 2, opening.x + opening.wide / 2
    beam = outline([(left, opening.top), (right, opening.top), (right + reach * 1.2, h), (left + reach, h)])
    sun = sheet.light.sun
    paint = adding(
        along((opening.x, opening.top), (opening.x + reach, h), (0, sun, 0.34), (0.7, sun, 0.12), (1, sun, 0))
    )
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14 * sheet.u))
    sheet.canvas.drawPath(beam, paint)

    def inside() -> tuple[float, float]:
        t = sheet.between(0, 1)
        return opening.x + reach * t + sheet.between(-0.5, 0.5) * opening.wide, h * (0.2 + 0.65 * t)

    sheet.alive("dust", motes(sheet, inside, 36, 3.4 * sheet.u, (1.0, 0.96, 0.82), 0.5), 2.2)


def _steps(sheet: Sheet, stone: tuple[float, float, float]) -> None:
    w, h, u, light = sheet.w, sheet.h, sheet.u, sheet.light
    count = 9
    x0, y0, x1, y1 = -0.04 * w, 1.02 * h, 1.06 * w, 0.34 * h
    sheet.layer("landing", 2.8, light=True, life=breathing(0.85, 2))
    glow(sheet, w * 0.98, h * 0.1, max(w, h) * 0.55, hexa("#ffc978"), 0.75)
    sheet.layer("steps", 1.9)
    wood = darker(stone, 0.15)
    for i in range(-1, count + 1):
        sx, sy = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * (i + 1) / count
        wide, rise = (x1 - x0) / count, (y0 - y1) / count
        tread = light.lit(wood, min(1.0, 0.2 + 0.03 * max(i, 0)))
        body = down(sy, h, (0, light.on(darker(wood, 0.22)), 1), (1, light.on(darker(wood, 0.62)), 1))
        sheet.canvas.drawRect(skia.Rect(sx, sy, w * 1.2, h * 1.2), body)
        sheet.canvas.drawRect(skia.Rect(sx, sy, sx + 3 * u, sy + rise), flat(light.shaded(wood, 0.7), 0.7))
        sheet.canvas.drawRect(
            skia.Rect(sx - 10 * u, sy - 9 * u, sx + wide + 4, sy + 8 * u),
            down(sy - 9 * u, sy + 8 * u, (0, lighter(tread, 0.2), 1), (1, darker(tread, 0.25), 1)),
        )
    fittings.rail(sheet, (x0, y0 - 0.26 * h), (x1, y1 - 0.26 * h), 0.26 * h)
