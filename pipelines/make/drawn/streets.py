"""Streets: a row of houses across the way, a boulevard that runs away from us, a market square."""

import itertools
from collections.abc import Callable

import skia

from pipelines.make.drawn.facades import facing_house, side_house
from pipelines.make.drawn.growth import tree
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.skylines import passing
from pipelines.make.drawn.stirrings import breathing, lamplight, smoke
from pipelines.make.drawn.streetware import Glow, Way, awning, bunting, gloss, lamp_post, sheen, wet
from pipelines.make.drawn.towers import row
from pipelines.make.drawn.weather import mist


def street(sheet: Sheet) -> Stage:
    """A street of a town: sometimes seen across, sometimes along."""
    return across(sheet) if sheet.rng.random() < 0.45 else boulevard(sheet)


def across(sheet: Sheet) -> Stage:
    """A row of houses with shops, pavement and road before it."""
    w, h, u = sheet.w, sheet.h, sheet.u
    base, eye = h * 0.74, h * 0.58
    sun = open_sky(sheet, base * 0.94)
    row(sheet, base, 0.66, h * 0.34, h * 0.54, max(5, round(7 * w / h)), 9.0, w * 0.5)
    glows: list[Glow] = []
    sheet.layer("houses", sheet.away(base, eye))
    x, smoking = -0.12 * w - sheet.between(0, 80) * u, []
    while x < 1.12 * w and sheet.shows("house"):
        wide, high = sheet.between(200, 320) * u, min(h, 1.1 * w) * sheet.between(0.36, 0.54)
        chimney = facing_house(sheet, x, base, wide, high, glows)
        if chimney and 0 < x < w:
            smoking.append(chimney)
        x += wide
    if smoking and sheet.may("smoke"):
        tone = mix(sheet.light.on((0.93, 0.93, 0.95)), sheet.light.haze, 0.3)
        sheet.alive("smoke", smoke(*smoking[0], 46 * u, tone, 0.4), sheet.away(base, eye))
    _lit(sheet, "house lights", glows, sheet.away(base, eye))
    near: list[Glow] = []
    kerb = base + h * 0.07
    _road(sheet, base, kerb, eye, glows)
    gloss(sheet, base)
    sheet.layer("street furniture", sheet.away(base + h * 0.05, eye))
    if sheet.may("tree") and sheet.rng.random() < 0.8:
        for share in (0.06, 0.93):
            tree(sheet, w * share, base + h * 0.05, min(h, w) * 0.42)
    for share in (0.24, 0.76):
        near += lamp_post(sheet, w * share, base + h * 0.045, min(h, 1.2 * w) * 0.36)
    _lit(sheet, "lamplight", near, sheet.away(base + h * 0.05, eye))
    _rain(sheet, base, [*glows, *near], eye)
    return Stage(eye, (h * 0.87, h * 0.94), (h * 0.1, h * 0.34), lit_by=sun, floor=hexa("#8a8790"),
                 plots=base + 4 * u)  # fmt: skip


def _lit(sheet: Sheet, name: str, glows: list[Glow], away: float) -> None:
    if glows:
        sheet.layer(name, away, light=True, life=breathing(0.92))
        sheet.canvas.drawPicture(lamplight(glows))


def _rain(sheet: Sheet, top: float, glows: list[Glow], eye: float, way: Way | None = None) -> None:
    if sheet.light.weather in ("rain", "storm"):
        sheet.layer("wet ground", floor=eye, live=wet(sheet, top, sheet.h * 1.02, glows[:14], way))
        sheen(sheet, top, sheet.h, glows[:14])


def _road(sheet: Sheet, base: float, kerb: float, eye: float, glows: list[Glow]) -> None:
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    walk, tar = sheet.under_snow(hexa("#c9c0b8")), sheet.under_snow(hexa("#6f7080"), 0.5)
    left, right = -0.15 * w, 1.15 * w
    sheet.layer("road", floor=eye)
    sheet.canvas.drawRect(
        skia.Rect(left, base, right, kerb),
        down(base, kerb, (0, light.on(darker(walk, 0.25)), 1), (1, light.on(walk), 1)),
    )
    tones = ((0, light.on(lighter(tar, 0.12)), 1), (1, light.on(darker(tar, 0.35)), 1))
    sheet.canvas.drawRect(skia.Rect(left, kerb, right, h * 1.12), down(kerb, h, *tones))
    seam = flat(light.on(darker(walk, 0.5)), 0.35)
    seam.setStrokeWidth(2 * u)
    for i in range(-18, 19):
        x = w / 2 + i * w * 0.04
        sheet.canvas.drawLine(x, base, w / 2 + (x - w / 2) * (kerb - eye) / (base - eye), kerb, seam)
    sheet.canvas.drawRect(skia.Rect(left, kerb - 3 * u, right, kerb + 9 * u), flat(light.on(lighter(walk, 0.25))))
    y = h * 0.955
    for i in range(-1, 11):
        x = w * (i / 8 - 0.06)
        dash = outline([(x, y), (x + 110 * u, y), (x + 104 * u, y + 13 * u), (x - 10 * u, y + 13 * u)])
        sheet.canvas.drawPath(dash, flat(light.on(hexa("#f4efe2")), 0.75))
    for x, _, r, tone, strength in glows:  # shop windows lie on the pavement
        pool = skia.Rect(x - r * 0.5, base, x + r * 0.5, base + (kerb - base) * 1.2)
        sheet.canvas.drawOval(pool, flat(tone, 0.16 * strength, 12 * u))


_TOWN = ("#e8c9a0", "#d98f6a", "#c9b2d0", "#9fc0b8", "#f0dcb0", "#c97a6a", "#a9bcd6", "#e0a878", "#b8705a")
_TAR = "#6f7080"


def boulevard(sheet: Sheet) -> Stage:
    """A street that runs away from us between high houses, lamps and trees to both sides."""
    trees, half = sheet.rng.random() < 0.6, 5.6  # metres from the middle to the houses
    w, h = sheet.w, sheet.h
    eye, middle = h * 0.58, w * sheet.between(0.42, 0.58)
    focus = (h - eye) / 1.75  # a row of the ground at distance 1 is 1.75 m under the eye
    sun = open_sky(sheet, eye)
    half *= min(1.0, 0.62 * w / h + 0.1)
    row(sheet, eye + 2, 0.7, h * 0.1, h * 0.22, max(5, round(8 * w / h)), 22.0, middle)
    if sheet.light.lamps and sheet.may("car"):
        sheet.alive("cars far off", passing(sheet, eye + 3 * sheet.u, 0.4), 20.0)
    sheet.layer("street", floor=eye)
    _way(sheet, eye, middle, focus, half)
    gloss(sheet, eye)
    mist(sheet, eye, h * 0.045, 0.4)
    glows: list[Glow] = []
    steps = [9.5, 6.4, 4.4, 3.1, 2.2, 1.6, 1.14]
    posts: list[Glow] = []
    for k, (far, near) in enumerate(itertools.pairwise(steps)):
        if k % 2 == 0:  # two houses deep a layer
            sheet.layer("both sides", near)
        for side in (-1, 1):
            own = hexa(_TOWN[int(sheet.rng.integers(0, len(_TOWN)))])
            high = sheet.between(9.0, 15.0)
            if sheet.shows("house"):
                side_house(sheet, (middle, eye, focus), side * half, (far, near), high, own, glows)
            scale, foot = focus / near, eye + focus * 1.75 / near
            if trees and sheet.may("tree") and sheet.rng.random() < 0.8:
                x = middle + side * half * 0.84 * scale
                tree(sheet, x, foot, 3.7 * scale, 0.35 * min(1.0, near / 9))
        for side in (-1, 1):
            if near < 7:
                x, foot = middle + side * half * 0.7 * focus / near, eye + focus * 1.75 / near
                posts += lamp_post(sheet, x, foot, 3.9 * focus / near)
    if sheet.light.lamps:
        glows = [
            (x, y, r * 0.8, tone, 0.6 * s) for x, y, r, tone, s in [*glows[-22:], *posts] if -0.1 * w < x < 1.1 * w
        ]
        _lit(sheet, "lamplight", glows, 2.0)
    _rain(sheet, eye + h * 0.02, [g for g in posts if g[4] > 0.5], eye, (middle, eye, half * 0.95 / 1.75))
    return Stage(eye, (h * 0.85, h * 0.94), (h * 0.08, h * 0.3), lit_by=sun, floor=hexa(_TAR))


def _way(sheet: Sheet, eye: float, middle: float, focus: float, half: float) -> None:
    """The ground of a street in perspective: pavements, kerbs, the road and its marks."""
    light, w, h = sheet.light, sheet.w, sheet.h
    walk, own = sheet.under_snow(hexa("#c9c0b8")), sheet.under_snow(hexa(_TAR), 0.55)

    def strip(left: float, right: float, paint: skia.Paint, far: float = 40.0, near: float = 0.86) -> None:
        points = [
            (middle + x * focus / z, eye + 1.75 * focus / z)
            for x, z in ((left, far), (right, far), (right, near), (left, near))
        ]
        sheet.canvas.drawPath(outline(points), paint)

    base = down(
        eye,
        h,
        (0, mix(light.on(walk), light.haze, 0.6), 1),
        (0.25, light.on(walk), 1),
        (1, light.on(darker(walk, 0.25)), 1),
    )
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, eye, 1.15 * w, h * 1.12), base)
    road = down(
        eye, h, (0, mix(light.on(own), light.haze, 0.6), 1), (0.3, light.on(own), 1), (1, light.on(darker(own, 0.3)), 1)
    )
    inner = half * 0.62
    strip(-inner, inner, road)
    for side in (-1, 1):
        strip(side * inner - 0.07, side * inner + 0.07, flat(light.on(lighter(walk, 0.3)), 0.9))
    z = 12.0
    while z > 0.9:
        strip(-0.07, 0.07, flat(light.on(hexa("#f4efe2")), 0.8), z * 1.1, z)
        for side in (-1, 1):
            strip(side * inner, side * half, flat(light.on(darker(walk, 0.3)), 0.3), z * 1.012, z)
        z /= 1.24


def market(sheet: Sheet) -> Stage:
    """A square with stalls under striped awnings, old houses behind, bunting over all."""
    w, h, u = sheet.w, sheet.h, sheet.u
    base, eye = h * 0.7, h * 0.58
    sun = open_sky(sheet, base * 0.92)
    glows: list[Glow] = []
    sheet.layer("houses", sheet.away(base, eye))
    x = -0.12 * w - sheet.between(0, 80) * u
    while x < 1.12 * w and sheet.shows("house"):
        wide = sheet.between(170, 260) * u
        facing_house(sheet, x, base, wide, min(h, 1.1 * w) * sheet.between(0.32, 0.46), glows, plain=True)
        x += wide
    _lit(sheet, "house lights", glows, sheet.away(base, eye))
    sheet.layer("square", floor=eye)
    stone = sheet.under_snow(hexa("#b5a898"), 0.7)
    tones = (
        (0, sheet.light.on(darker(stone, 0.2)), 1),
        (0.2, sheet.light.on(stone), 1),
        (1, sheet.light.on(darker(stone, 0.35)), 1),
    )
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, base, 1.15 * w, h * 1.12), down(base, h, *tones))
    _cobbles(sheet, base, eye, stone)
    gloss(sheet, base)
    foot = h * 0.79
    sheet.layer("stalls", sheet.away(foot, eye))
    lamps: list[Glow] = []
    count = max(2, round(w / (430 * u)))
    for i in range(count):
        _stall(sheet, w * (i + 0.5) / count + sheet.between(-20, 20) * u, foot, 350 * u, lamps)
    _lit(sheet, "stall lights", lamps, sheet.away(foot, eye))
    sheet.alive("bunting", bunting(sheet, (-0.06 * w, h * 0.3), (1.06 * w, h * 0.26), h * 0.1), 2.4)
    _rain(sheet, base, [*glows, *lamps], eye)
    return Stage(eye, (h * 0.87, h * 0.94), (h * 0.06, h * 0.26), lit_by=sun, floor=stone)


def _cobbles(sheet: Sheet, top: float, eye: float, own: Colour) -> None:
    paths, w, h = [skia.Path() for _ in range(3)], sheet.w, sheet.h
    far = (h - eye) / (top - eye)
    while far > 0.86:
        y = eye + (h - eye) / far
        r = 0.026 * min(w, h) / far
        x = -0.15 * w + sheet.between(0, 2 * r)
        while x < 1.15 * w:
            paths[int(sheet.rng.integers(0, 3))].addOval(
                skia.Rect(x - r * 0.92, y - r * 0.3, x + r * 0.92, y + r * 0.3)
            )
            x += 2 * r
        far *= 0.94
    for path, tone in zip(paths, (lighter(own, 0.2), darker(own, 0.14), lighter(own, 0.08)), strict=True):
        sheet.canvas.drawPath(path, flat(sheet.light.on(tone), 0.4))


def _stall(sheet: Sheet, x: float, y: float, w: float, lamps: list[Glow]) -> None:
    """A market stall: an awning on posts over boxes of fruit."""
    light, u = sheet.light, w / 350
    own = hexa(("#d1503f", "#3f8a8a", "#d9923f", "#5f8a4f", "#6a5fa0")[int(sheet.rng.integers(0, 5))])
    post = flat(light.on(hexa("#8a6a4a")))
    back = skia.Rect(x - w * 0.46, y - 260 * u, x + w * 0.46, y - 60 * u)
    sheet.canvas.drawRect(back, flat(light.on(hexa("#5a463a")), 0.75))
    for side in (-1, 1):
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(x + side * w * 0.46 - 6 * u, y - 280 * u, 12 * u, 280 * u), post)
    table = skia.Rect(x - w * 0.48, y - 92 * u, x + w * 0.48, y)
    sheet.canvas.drawRect(
        table, down(table.top(), y, (0, light.on(hexa("#b98a5a")), 1), (1, light.on(hexa("#7a5638")), 1))
    )
    fruits = ("#e2503f", "#f7b53a", "#7fb84a", "#e88a3a", "#8a4fa0", "#f0d860")
    for k in range(6):
        tone = light.on(hexa(fruits[(k + int(sheet.rng.integers(0, 6))) % 6]))
        path = skia.Path()
        for _ in range(9):
            r = sheet.between(8, 12) * u
            path.addCircle(x + (k - 2.5) * w * 0.16 + sheet.between(-20, 20) * u, y - sheet.between(96, 122) * u, r)
        sheet.canvas.drawPath(path, flat(tone))
        sheet.canvas.drawPath(path, flat(lighter(tone, 0.4), 0.14))
    awning(sheet, x - w * 0.54, y - 330 * u, w * 1.08, 86 * u, own)
    if light.lamps:
        lamps.append((x, y - 200 * u, 230 * u, hexa("#ffd08a"), 0.7))


STREETS: dict[str, Callable[[Sheet], Stage]] = {
    "street": street,
    "roadside": across,
    "boulevard": boulevard,
    "market": market,
}
