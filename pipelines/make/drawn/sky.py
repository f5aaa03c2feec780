"""The sky of an hour: its gradient, sun or moon, stars and clouds, what is wonderful in it, and birds far off."""

import math

import numpy as np
import skia

from pipelines.make.drawn import clouds as heaps
from pipelines.make.drawn import wonders
from pipelines.make.drawn.air import birds
from pipelines.make.drawn.layering import FAR
from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots, soft_dots
from pipelines.make.drawn.sheet import Sheet, adding, around, down, flat, glow

cloud = heaps.cloud
_DULL = {"clear": 1.0, "wind": 0.9, "cloudy": 0.5, "dust": 0.45, "snow": 0.3, "fog": 0.35, "rain": 0.1, "storm": 0.0}


def sun_point(sheet: Sheet, horizon: float) -> tuple[float, float]:
    """Where the sun or moon stands, in pixels."""
    x, height = sheet.light.sun_at
    return x * sheet.w, horizon * (1 - height)


def everywhere(sheet: Sheet) -> skia.Rect:
    """The whole sheet and what a moving camera may see beyond its edges."""
    return skia.Rect(-0.15 * sheet.w, -0.15 * sheet.h, 1.15 * sheet.w, 1.15 * sheet.h)


def open_sky(sheet: Sheet, horizon: float, clouds: float = 1.0) -> tuple[float, float]:
    """A sky with all that moves in it: lightning in a storm, far birds by day. Returns the sun's place."""
    place = sky(sheet, horizon, clouds)
    if sheet.light.weather == "storm":
        heaps.bolt(sheet, horizon)
        sheet.layer("behind", 30.0)
    if sheet.may("bird", "animal") and sheet.light.dark < 0.5 and sheet.light.weather in ("clear", "cloudy", "wind"):
        x, y = sheet.between(0.2, 0.8) * sheet.w, horizon * sheet.between(0.25, 0.6)
        flock(sheet, x, y, int(sheet.rng.integers(4, 9)), mix(sheet.light.shadow, sheet.light.haze, 0.3))
    return place


def sky(sheet: Sheet, horizon: float, clouds: float = 1.0) -> tuple[float, float]:
    """Draw the whole sky down to `horizon`; what is painted next stands before it. Returns the sun's place."""
    light = sheet.light
    sheet.layer("sky", FAR)
    stops = list(zip(light.stops, light.sky, [1.0] * len(light.sky), strict=True))
    sheet.canvas.drawRect(everywhere(sheet), down(0, horizon, *stops))
    place = sun_point(sheet, horizon)
    dull = _DULL.get(light.weather, 1.0)
    starry = min(1.0, max(0.0, light.dark - 0.3) * 1.6) * min(1.0, dull * 1.3)
    if starry > 0.1 and sheet.may("star"):
        if (light.dark > 0.8 and dull > 0.8) or "milky way" in sheet.wonders:
            wonders.milky_way(sheet, horizon)
        stars(sheet, horizon, starry)
    wonders.behind_clouds(sheet, horizon, place)
    parted = starry > 0.1 or bool(sheet.wonders)  # else the light lies on the sky itself: a layer less to move
    if parted:
        sheet.layer("sunlight", FAR, light=True)
    _shine(sheet, place, horizon, dull)
    if parted:
        sheet.layer("sun", FAR)
    _sun(sheet, place, dull)
    if sheet.wonders & {"aurora", "milky way", "comet", "shooting star", "eclipse"} or light.weather == "dust":
        clouds *= 0.35
    elif light.weather == "fog":
        clouds = 0
    elif light.dark > 0.6 and light.weather == "clear":
        clouds *= 0.6
    if clouds > 0 and sheet.shows("cloud"):
        heaps.clouds(sheet, horizon, place, clouds)
    wonders.before_clouds(sheet, horizon, place)
    sheet.layer("behind", 30.0)
    return place


def stars(sheet: Sheet, horizon: float, strength: float, fading: float = 0.8) -> None:
    """Stars down to `horizon`, dimmer there by `fading`: most stand still, the bright ones twinkle."""
    rng, u = sheet.rng, sheet.u
    count = int(620 * sheet.w * sheet.h / (1920 * 1080))
    xs = rng.uniform(-0.12, 1.12, count) * sheet.w
    share = rng.uniform(-0.1, 1, count)
    ys = horizon * np.sign(share) * np.abs(share) ** 1.3 * 0.96
    sizes = np.minimum(rng.exponential(0.62, count) + 0.55, 3.2)
    fade = strength * np.clip(1 - ys / horizon * fading, 0, 1) * np.minimum(1.0, 0.28 + sizes * 0.36)
    tints: tuple[Colour, ...] = ((0.95, 0.97, 1.0), (0.8, 0.88, 1.0), (1.0, 0.93, 0.82))
    kind = rng.integers(0, 3, count)
    twinkle = sizes > 1.5
    for k, tint in enumerate(tints):
        for low, high in ((0.0, 0.35), (0.35, 0.65), (0.65, 1.1)):
            for small, large in ((0.5, 0.9), (0.9, 1.5)):
                which = (kind == k) & (fade >= low) & (fade < high) & (sizes >= small) & (sizes < large)
                paint = dot(tint, (low + min(high, 1.0)) / 2, (small + large) * 0.95 * u)
                dots(sheet.canvas, xs[which], ys[which], paint)
    _twinkling(sheet, xs[twinkle], ys[twinkle], sizes[twinkle] * u, fade[twinkle])


def _twinkling(sheet: Sheet, xs: np.ndarray, ys: np.ndarray, sizes: np.ndarray, fade: np.ndarray) -> None:
    """Bright stars with a halo, each brighter and dimmer in its own time."""
    phase, beat = sheet.rng.uniform(0, 1, len(xs)), sheet.rng.integers(1, 4, len(xs))
    sheet_of = soft_dots((0.8, 0.88, 1.0))
    core = soft_dots((1.0, 1.0, 1.0), hard=0.5)
    halo = np.where(sizes > 2.3 * sheet.u, 15.0, 6.5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        now = fade * (0.74 + 0.26 * np.sin(2 * np.pi * (seconds * beat / 4 + phase)))
        sheet_of.draw(canvas, xs, ys, sizes * halo, alphas=now * 0.5)
        core.draw(canvas, xs, ys, sizes * 2.3, alphas=np.minimum(now * 1.25, 1))

    sheet.alive("stars", live, FAR)


def _shine(sheet: Sheet, place: tuple[float, float], horizon: float, dull: float) -> None:
    """The light around the sun or moon."""
    light, (x, y), canvas = sheet.light, place, sheet.canvas
    if light.hour == "night":
        if dull > 0.2 and sheet.may("moon"):
            glow(sheet, x, y, 680 * sheet.u, hexa("#5d83d6"), 0.42 * dull)
            glow(sheet, x, y, 200 * sheet.u, hexa("#bcd2ff"), 0.5 * dull)
        return
    wide, low = max(sheet.w, sheet.h), light.sun_at[1] < 0.2
    warm = mix(light.sky[-1], light.sun, 0.3 if low else 0.8)
    if low:  # a broad warm band along the horizon under the ball of light
        canvas.save()
        canvas.translate(x, horizon)
        canvas.scale(1.0, 0.4)
        reach = wide * 0.8
        band = around((0, 0), reach, (0, warm, 0.5 * light.glow), (0.4, warm, 0.2 * light.glow), (1, warm, 0))
        canvas.drawCircle(0, 0, reach, adding(band))
        canvas.restore()
    glow(sheet, x, y, wide * 0.42, warm, 0.75 * light.glow * (0.3 + 0.7 * dull))
    if dull > 0.2 and light.sun_at[1] > 0 and sheet.may("sun"):
        glow(sheet, x, y, 190 * sheet.u, light.sun, 0.8 * dull)


def _sun(sheet: Sheet, place: tuple[float, float], dull: float) -> None:
    light, (x, y) = sheet.light, place
    if light.hour == "night":
        if dull > 0.2 and sheet.may("moon"):
            _moon(sheet, x, y, 52 * sheet.u)
        return
    if dull > 0.2 and light.sun_at[1] > 0 and sheet.may("sun"):
        low = light.sun_at[1] < 0.2
        r = (50 if low else 38) * sheet.u
        if light.weather in ("fog", "dust"):  # it shines through as a pale disc
            sheet.canvas.drawCircle(x, y, r, flat(lighter(light.sun, 0.3), 0.55, r * 0.3))
            return
        edge = mix(light.sun, light.sky[-1], 0.25 if low else 0.0)
        face = around((x, y), r, (0, lighter(light.sun, 0.6), 1), (0.86, light.sun, 1), (1, edge, 0.9))
        sheet.canvas.drawCircle(x, y, r, face)
        if "eclipse" in sheet.wonders:
            sheet.canvas.drawCircle(x, y, r * 0.97, flat(hexa("#05070f")))


_SEAS = ((-0.35, -0.1, 0.22), (0.2, -0.42, 0.14), (0.1, 0.3, 0.26), (0.5, 0.08, 0.12), (-0.2, 0.56, 0.1),
         (-0.05, -0.2, 0.16), (0.34, -0.12, 0.09))  # fmt: skip


def _moon(sheet: Sheet, x: float, y: float, r: float) -> None:
    """The moon with its seas, full or some days from it."""
    canvas = sheet.canvas
    light, dark = hexa("#fffdf2"), hexa("#a9bce6")
    face = around((x - r * 0.3, y - r * 0.3), r * 1.7, (0, light, 1), (0.6, hexa("#e9eefb"), 1), (1, dark, 1))
    disc = skia.Path()
    disc.addCircle(x, y, r)
    phase = sheet.between(-0.5, 2.6)  # 1 and more: full; below 0 a crescent
    if phase < 1:
        canvas.drawPath(disc, flat(hexa("#24375f"), 0.4))
        side = 1 if sheet.light.sun_at[0] < 0.5 else -1
        lit = skia.Path()
        lit.moveTo(x, y - r)
        for a in np.linspace(-math.pi / 2, math.pi / 2, 24):
            lit.lineTo(x + side * r * math.cos(a), y + r * math.sin(a))
        for a in np.linspace(math.pi / 2, -math.pi / 2, 24):
            lit.lineTo(x - side * r * phase * math.cos(a), y + r * math.sin(a))
        lit.close()
        disc = lit
    canvas.drawPath(disc, face)
    canvas.save()
    canvas.clipPath(disc, True)
    for dx, dy, size in _SEAS:
        canvas.drawCircle(x + dx * r, y + dy * r, size * r, flat(hexa("#b3c1e4"), 0.5, r * 0.03))
    canvas.restore()


def flock(sheet: Sheet, x: float, y: float, count: int, colour: Colour) -> None:
    """A few far birds around (x, y) that fly on, in a loose wedge."""
    birds(sheet, x, y, count, colour)
