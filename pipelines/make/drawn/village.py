"""A village: cottages at a lane that winds between them to the church, their gardens, and lamps at night."""

import skia

from pipelines.make.drawn import fields, growth, meadows, scenery
from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.scenery import stage_of
from pipelines.make.drawn.season import Season, season_of
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.stirrings import breathing, lamplight, smoke, together
from pipelines.make.drawn.streetware import WARM, Glow, gloss, lamp_post
from pipelines.make.drawn.weather import mist

_WALLS = ("#f4ead8", "#f0d8b8", "#e8d0c0", "#dfe4dc", "#f2e0b0", "#e4c0a8")
_TILES = ("#a8503f", "#8a5a44", "#b5683f", "#6f6a78", "#c08a4a")
_DOORS = ("#5f7f5a", "#a8503f", "#3f5f8a", "#7a5a8a", "#b5843a")
_LIT = hexa("#ffdf9a")


def lane(sheet: Sheet) -> Stage:
    """A lane between cottages, hills behind the roofs."""
    w, h, horizon = sheet.w, sheet.h, sheet.h * 0.56
    season = season_of(sheet)
    sun = open_sky(sheet, horizon)
    scenery.ranges(sheet, horizon + 14 * sheet.u, h * 0.15, 1, [hexa("#7d8fc0")], [0.64])
    scenery.rolling(sheet, horizon, season, (0.5, 0.3), 0.035, 0.1, 0.7)
    side = 1 if sun[0] < w / 2 else -1
    sheet.layer("church", 12.0)
    _church(sheet, w * (0.5 - side * 0.025), horizon + 0.06 * h, h * 0.27, 0.3)
    top = horizon + h * 0.075
    meadows.lawn(sheet, top, horizon, season)
    sheet.layer("lane", floor=horizon)
    fields.way(sheet, top, season)
    gloss(sheet, top)
    mist(sheet, horizon + 0.06 * h, 0.05 * h, 0.25)
    rows = ((0.655, 0.15, (0.36, 0.66), 0.2), (0.695, 0.235, (0.2, 0.83), 0.1), (0.765, 0.42, (0.015, 1.0), 0.0))
    for foot, tall, columns, far in rows:
        away = sheet.away(h * foot, horizon)
        sheet.layer("cottages", away)
        glows: list[Glow] = []
        lives: list[Live] = []
        for k, x in enumerate(columns):
            px = w * (x + sheet.between(-0.012, 0.012))
            cottage(sheet, px, h * foot, min(h, 1.2 * w) * tall * sheet.between(0.92, 1.08), far, glows, lives)
            _fence(sheet, px, h * (foot + 0.012), tall * h * 1.05, far, season, -1 if k else 1)
        post = w * (0.5 + side * (0.055 + 0.62 * (foot - 0.62)))
        glows += lamp_post(sheet, post, h * (foot + 0.015), h * tall * 0.72)
        if lives and sheet.may("smoke"):
            sheet.alive("smoke", together(*lives), away)
        if sheet.light.lamps:
            sheet.layer("lamplight", away, light=True, life=breathing(0.93))
            sheet.canvas.drawPicture(lamplight(glows))

    def front() -> None:
        scenery.night_life(sheet, h * 0.62)
        meadows.verge(sheet, h * 1.03, season, h * 0.07, 0.9, 0.8)

    return stage_of(sheet, horizon, sun, 0.84, 0.93, floor=season.grass, front=front)


def cottage(
    sheet: Sheet,
    x: float,
    foot: float,
    tall: float,
    far: float,
    glows: list[Glow],
    lives: list[Live],
    half: float = 0.0,
) -> None:
    """A cottage that faces us, its foot in the middle at (x, foot), `tall` to its ridge: windows, a door, a chimney.
    `half` its width, 0 by chance."""
    light, canvas = sheet.light, sheet.canvas
    far = light.through(far)
    wall, tile = (hexa(codes[int(sheet.rng.integers(0, len(codes)))]) for codes in (_WALLS, _TILES))
    half, eaves = half or tall * sheet.between(0.58, 0.72), foot - tall * 0.5
    a, b = (x - half, x + half) if light.sun_at[0] * sheet.w < x else (x + half, x - half)
    lit, dim = mix(light.lit(wall, 0.2), light.haze, far), mix(light.shaded(wall, 0.2), light.haze, far)
    canvas.drawRect(skia.Rect(x - half, eaves, x + half, foot), along((a, 0), (b, 0), (0, lit, 1), (1, dim, 1)))
    plinth = flat(mix(light.on(hexa("#9a9288")), light.haze, far))
    canvas.drawRect(skia.Rect(x - half, foot - tall * 0.06, x + half, foot + tall * 0.01), plinth)
    cx = x + half * (0.5 if sheet.rng.random() < 0.5 else -0.5)
    stack = skia.Rect(cx - tall * 0.055, foot - tall * 1.1, cx + tall * 0.055, foot - tall * 0.7)
    brick = mix(light.on(hexa("#a86a54")), light.haze, far)
    canvas.drawRect(
        stack, along((stack.left(), 0), (stack.right(), 0), (0, lighter(brick, 0.12), 1), (1, darker(brick, 0.2), 1))
    )
    cap = skia.Rect(stack.left() - tall * 0.015, stack.top() - tall * 0.03, stack.right() + tall * 0.015, stack.top())
    canvas.drawRect(cap, flat(sheet.under_snow(darker(brick, 0.25))))
    tone = mix(light.haze, light.on((0.94, 0.94, 0.96)), 0.6)
    lives.append(smoke(cx, stack.top() - tall * 0.03, tall * 0.07, tone, 0.34, 0.5, 6))
    _roof(sheet, x, foot, tall, half, sheet.under_snow(tile), far)
    dx = half * 0.58
    glazing, frames, shutters = panes(x, foot, tall, half)
    own = hexa(_DOORS[int(sheet.rng.integers(0, len(_DOORS)))])
    paint = mix(light.on(own), light.haze, far)
    canvas.drawPath(shutters, flat(paint))
    canvas.drawPath(frames, flat(mix(light.on(hexa("#fbf6ec")), light.haze, far)))
    on = light.lamps
    glass = (
        mix(_LIT, light.haze, 0.4 * far)
        if on
        else mix(mix(light.sky[1], light.on(hexa("#4f6a88")), 0.5), light.haze, far)
    )
    canvas.drawPath(glazing, flat(glass))
    if on:
        glows += [(x + i * dx, foot - tall * 0.27, tall * 0.42, WARM, 0.55 * (1 - 0.5 * far)) for i in (-1, 1)]
    _door(sheet, x, foot, tall, paint, far)
    if sheet.may("flower") and not sheet.snowy:
        _blooms(sheet, [(x - dx, foot - tall * 0.155), (x + dx, foot - tall * 0.155)], tall, far)


def panes(x: float, foot: float, tall: float, half: float) -> tuple[skia.Path, skia.Path, skia.Path]:
    """The glass, the frames and the shutters of a cottage's windows."""
    glass, frames, shutters = skia.Path(), skia.Path(), skia.Path()
    dx = half * 0.58
    for wx, wy, size in (
        (x - dx, foot - tall * 0.27, 0.088),
        (x + dx, foot - tall * 0.27, 0.088),
        (x, foot - tall * 0.63, 0.062),
    ):
        s = tall * size
        frames.addRect(skia.Rect(wx - s * 1.16, wy - s * 1.26, wx + s * 1.16, wy + s * 1.26))
        for i in (-1, 1):
            for j in (-1, 1):
                glass.addRect(
                    skia.Rect.MakeLTRB(*sorted_box(wx + i * s * 0.06, wx + i * s, wy + j * s * 0.06, wy + j * s * 1.1))
                )
            if size > 0.07:
                shutters.addRect(
                    skia.Rect.MakeLTRB(*sorted_box(wx + i * s * 1.2, wx + i * s * 1.85, wy - s * 1.26, wy + s * 1.26))
                )
    return glass, frames, shutters


def sorted_box(x0: float, x1: float, y0: float, y1: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a box between two columns and two rows."""
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _roof(sheet: Sheet, x: float, foot: float, tall: float, half: float, own: Colour, far: float) -> None:
    """A roof that falls towards us, with a gable over the door, in rows of tiles."""
    light, canvas = sheet.light, sheet.canvas
    eaves, ridge = foot - tall * 0.47, foot - tall
    lit, plain, dark = (
        mix(c, light.haze, far) for c in (light.lit(own, 0.3), light.on(own), light.shaded(darker(own, 0.2), 0.3))
    )
    slope = outline(
        [(x - half * 1.14, eaves), (x - half * 0.82, ridge), (x + half * 0.82, ridge), (x + half * 1.14, eaves)]
    )
    canvas.drawPath(slope, down(ridge, eaves, (0, lit, 1), (0.6, plain, 1), (1, dark, 1)))
    rows = flat(dark, 0.5)
    rows.setStyle(skia.Paint.kStroke_Style)
    rows.setStrokeWidth(max(0.8, tall * 0.006))
    canvas.save()
    canvas.clipPath(slope, True)
    courses = skia.Path()
    for k in range(1, 9):
        y, step = ridge + (eaves - ridge) * k / 9, tall * 0.05
        px = x - half * 1.2 - (k % 2) * step / 2
        courses.moveTo(px, y)
        while px < x + half * 1.2:
            courses.rQuadTo(step / 2, step * 0.34, step, 0)
            px += step
    canvas.drawPath(courses, rows)
    canvas.restore()
    edge = flat(darker(plain, 0.35))
    canvas.drawRect(skia.Rect(x - half * 1.14, eaves - tall * 0.012, x + half * 1.14, eaves + tall * 0.018), edge)
    peak, w = foot - tall * 0.88, tall * 0.27
    wall = mix(light.lit(hexa("#f0e4d0"), 0.15), light.haze, far)
    canvas.drawPath(
        outline([(x - w * 0.8, eaves + tall * 0.02), (x, peak + tall * 0.05), (x + w * 0.8, eaves + tall * 0.02)]),
        flat(wall),
    )
    for side, tone in ((-1, lit), (1, plain)):
        board = [
            (x, peak - tall * 0.03),
            (x + side * w * 1.08, eaves + tall * 0.03),
            (x + side * w * 0.84, eaves + tall * 0.05),
            (x, peak + tall * 0.06),
        ]
        canvas.drawPath(outline(board), flat(darker(tone, 0.12)))


def _door(sheet: Sheet, x: float, foot: float, tall: float, paint: Colour, far: float) -> None:
    """A door with a round head and a step before it."""
    light, canvas = sheet.light, sheet.canvas
    w, h = tall * 0.1, tall * 0.33
    for grow, tone in ((0.022 * tall, mix(light.on(hexa("#d8cbb8")), light.haze, far)), (0.0, paint)):
        box = skia.Rect(x - w - grow, foot - h - grow, x + w + grow, foot)
        canvas.drawRRect(skia.RRect.MakeRectXY(box, w, w), flat(tone))
        canvas.drawRect(skia.Rect(box.left(), foot - h * 0.5, box.right(), foot), flat(tone))
    seams = flat(darker(paint, 0.3), 0.6)
    seams.setStrokeWidth(max(0.8, tall * 0.006))
    for k in (-0.4, 0.0, 0.4):
        canvas.drawLine(x + k * w, foot - h * 0.86, x + k * w, foot, seams)
    canvas.drawCircle(x + w * 0.6, foot - h * 0.45, tall * 0.012, flat(light.on(hexa("#e8c860"))))
    step = flat(mix(light.on(hexa("#b8b0a6")), light.haze, far))
    canvas.drawRect(skia.Rect(x - w * 1.5, foot - tall * 0.012, x + w * 1.5, foot + tall * 0.025), step)


def _blooms(sheet: Sheet, places: list[tuple[float, float]], tall: float, far: float) -> None:
    """Boxes of flowers under windows."""
    light = sheet.light
    for x, y in places:
        box = skia.Rect(x - tall * 0.11, y - tall * 0.01, x + tall * 0.11, y + tall * 0.035)
        sheet.canvas.drawRect(box, flat(mix(light.on(hexa("#8a6248")), light.haze, far)))
        for tone in ("#5f9a4a", "#f06f8a", "#ffd24d", "#f4f0ff"):
            path = skia.Path()
            for _ in range(6):
                path.addCircle(x + sheet.between(-0.1, 0.1) * tall, y - sheet.between(0.0, 0.04) * tall, tall * 0.016)
            sheet.canvas.drawPath(path, flat(mix(light.on(hexa(tone)), light.haze, far)))


def _fence(sheet: Sheet, x: float, foot: float, reach: float, far: float, season: Season, way: int) -> None:
    """Bushes and a fence of white pales before a cottage, open where its path is."""
    light, u = sheet.light, reach / 400
    for k in (-0.62, -0.4, 0.42, 0.64):
        own = season.leaves[int(sheet.rng.integers(0, len(season.leaves)))]
        growth.bush(sheet, x + k * reach * 1.25, foot, reach * sheet.between(0.1, 0.16), own, far)
    pales = skia.Path()
    for i in range(-16, 17):
        px = x + i * 19 * u
        if abs(i) < 3 or not 0 <= (i * way + 16) < 33:
            continue
        corners = ((-5, 8), (-5, -30), (0, -38), (5, -30), (5, 8))
        pales.addPoly([skia.Point(px + dx * u, foot + dy * u) for dx, dy in corners], True)
    for start, end in ((-16, -3), (3, 16)):
        for up in (8, 24):
            pales.addRect(skia.Rect(x + start * 19 * u, foot - up * u - 4 * u, x + end * 19 * u, foot - up * u))
    sheet.canvas.drawPath(pales, flat(mix(light.on(hexa("#f4efe6")), light.haze, light.through(far))))


def _church(sheet: Sheet, x: float, base: float, tall: float, far: float) -> None:
    """A small church at the end of the lane: a nave, a tower, a pointed roof."""
    light, canvas = sheet.light, sheet.canvas
    far = light.through(far)
    wall, roof = light.on(hexa("#e8ddc8"), far), light.on(sheet.under_snow(hexa("#8a5f54")), far)
    nave = skia.Rect(x, base - tall * 0.3, x + tall * 0.62, base)
    canvas.drawRect(nave, flat(darker(wall, 0.06)))
    top = base - tall * 0.5
    slope = [(-0.03, nave.top()), (0.05, top), (0.57, top), (0.66, nave.top())]
    canvas.drawPath(outline([(x + k * tall, y) for k, y in slope]), flat(roof))
    tower = skia.Rect(x - tall * 0.2, base - tall * 0.62, x + tall * 0.02, base)
    canvas.drawRect(
        tower, along((tower.left(), 0), (tower.right(), 0), (0, lighter(wall, 0.1), 1), (1, darker(wall, 0.1), 1))
    )
    canvas.drawPath(
        outline([(x - tall * 0.23, tower.top()), (x - tall * 0.09, base - tall), (x + tall * 0.05, tower.top())]),
        flat(roof),
    )
    panes = skia.Path()
    for px, py in ((x + tall * 0.14, 0.2), (x + tall * 0.32, 0.2), (x + tall * 0.5, 0.2), (x - tall * 0.09, 0.5)):
        pane = skia.Rect(px - tall * 0.03, base - tall * py, px + tall * 0.03, base - tall * (py - 0.12))
        panes.addRRect(skia.RRect.MakeRectXY(pane, tall * 0.03, tall * 0.03))
    canvas.drawPath(panes, flat(mix(_LIT, light.haze, 0.3 * far) if light.lamps else light.on(hexa("#5f7488"), far)))
