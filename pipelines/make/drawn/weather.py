"""What weather lays over a picture, moving: rain, snow, fog, dust, wind; and leaves, petals or sparks in the air."""

import math

import numpy as np
import skia

from pipelines.make.drawn import air, clouds, wind
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.particles import Sprites, dot, dots, soft_dots, sprites, wrapped
from pipelines.make.drawn.sheet import Sheet, along, around, down, flat, smooth

LEAF = "fluent:fallen-leaf"  # several of these are not set down but blow about
lightning = clouds.bolt


def mist(sheet: Sheet, y: float, thick: float, strength: float, colour: Colour | None = None) -> None:
    """A bank of mist lying around height `y`; thicker and higher in fog."""
    colour = colour or sheet.light.haze
    if sheet.light.weather == "fog":
        thick, strength = thick * 1.7, min(0.85, strength * 2.0)
    band = down(y - thick, y + thick, (0, colour, 0), (0.5, colour, strength), (1, colour, 0))
    sheet.canvas.drawRect(skia.Rect(-0.15 * sheet.w, y - thick, 1.15 * sheet.w, y + thick), band)


def falling(sheet: Sheet) -> None:
    """Rain, snow, fog, dust or wind over the whole picture, as the weather has it, and what is asked for in the air."""
    weather = sheet.light.weather
    if weather in ("rain", "storm"):
        _rain(sheet, 1.0 if weather == "rain" else 1.5)
    elif weather == "snow":
        snowfall(sheet)
    elif weather == "fog":
        _banks(sheet, sheet.light.haze, 0.4, 16.0)
    elif weather == "dust":
        _banks(sheet, mix(sheet.light.haze, hexa("#d9a060"), 0.5), 0.5, 6.0)
        _grit(sheet)
    if weather in ("wind", "storm", "dust"):
        _streaks(sheet)
    if weather == "wind" and not sheet.wonders & {"leaves", "petals"}:
        leaves(sheet, 16)
    if "leaves" in sheet.wonders:
        leaves(sheet)
    if "petals" in sheet.wonders:
        petals(sheet)
    if "sparks" in sheet.wonders:
        air.sparks(sheet, sheet.w / 2, 1.04 * sheet.h, 1.15 * sheet.w, 1.0 * sheet.h, 150)


def _rain(sheet: Sheet, amount: float) -> None:
    """Three sheets of rain, the near one quick and coarse. Each is one pattern that falls through itself."""
    rng, u, w, h = sheet.rng, sheet.u, sheet.w, sheet.h
    slant = wind.heading(sheet.light) * (0.1 + 0.16 * amount)
    colour = mix((0.9, 0.94, 1.0), sheet.light.haze, 0.25)
    kinds = ((30, 1.0, 0.2, 330, 1, 3.0), (62, 1.6, 0.27, 170, 2, 1.9), (120, 2.6, 0.2, 60, 3, 1.1))
    for length, width, alpha, count, speed, away in kinds:
        tall = 1.3 * h
        paint = flat(colour, alpha * (1 - 0.3 * sheet.light.dark))
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width * u)
        path = skia.Path()
        for _ in range(int(count * amount * w / 1920) + 8):
            x, y = rng.uniform(-0.2, 1.2) * w + slant * tall * rng.uniform(-0.5, 0.5), rng.uniform(0, tall)
            reach = length * u * rng.uniform(0.6, 1.2)
            path.moveTo(float(x), float(y))
            path.lineTo(float(x + slant * reach), float(y + reach))
        _pour(sheet, path, paint, tall, slant, speed / 2, away)
    _splashes(sheet, colour, amount)


def _pour(
    sheet: Sheet, path: skia.Path, paint: skia.Paint, tall: float, slant: float, laps: float, away: float
) -> None:
    """A pattern `tall` pixels high that falls `laps` of its height a second, for ever."""
    top = -0.15 * sheet.h

    def live(canvas: skia.Canvas, seconds: float) -> None:
        share = (seconds * laps) % 1.0
        for lap in (share, share - 1):
            canvas.save()
            canvas.translate(slant * tall * lap, top + tall * lap)
            canvas.drawPath(path, paint)
            canvas.restore()

    sheet.alive("rain", live, away)


def _splashes(sheet: Sheet, colour: Colour, amount: float) -> None:
    """Rings where drops strike the ground, each for a moment."""
    rng, u = sheet.rng, sheet.u
    count = int(46 * amount)
    t = rng.uniform(0, 1, count) ** 0.8
    xs, ys, start = rng.uniform(0, 1, count) * sheet.w, sheet.h * (0.74 + 0.28 * t), rng.uniform(0, 1, count)
    size = (5 + 17 * t) * u
    paints = [flat(colour, 0.34 * (1 - k / 4)) for k in range(4)]
    for paint in paints:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(1.5 * u)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        life = (seconds * 1.5 + start) % 1.0
        for k, paint in enumerate(paints):
            path = skia.Path()
            for i in np.flatnonzero((life * 4).astype(int) == k):
                r = float(size[i] * (0.25 + life[i]))
                path.addOval(skia.Rect.MakeXYWH(float(xs[i]) - r, float(ys[i]) - r * 0.28, 2 * r, r * 0.56))
            canvas.drawPath(path, paint)

    sheet.alive("splashes", live, 1.1)


def snowfall(sheet: Sheet) -> None:
    """Snow: fine and slow far off, a few large soft flakes near the lens. It never hides what it falls on."""
    rng, u, w, h = sheet.rng, sheet.u, sheet.w, sheet.h
    share = (w * h / (1920 * 1080)) ** 0.5
    push = wind.heading(sheet.light) * 22 * u
    # (how many, across, alpha, laps of the sheet in eight seconds, away)
    for count, size, alpha, speed, away in ((360, 3.4, 0.7, 1, 6.0), (190, 5.8, 0.8, 2, 2.4), (46, 9.0, 0.7, 3, 1.3)):
        n = int(count * share) + 4
        xs, ys = rng.uniform(-0.15, 1.15, n) * w, rng.uniform(0, 1, n)
        phase, sizes = rng.uniform(0, 1, n), rng.uniform(0.6, 1.4, n)
        classes = [sizes < 0.85, (sizes >= 0.85) & (sizes < 1.15), sizes >= 1.15]

        def live(canvas: skia.Canvas, seconds: float, xs: np.ndarray = xs, ys: np.ndarray = ys, size: float = size,
                 phase: np.ndarray = phase, speed: float = speed, alpha: float = alpha,
                 classes: list[np.ndarray] = classes) -> None:  # fmt: skip
            turn = 2 * np.pi * (seconds / 4 + phase)
            py = (-0.14 + 1.28 * ((ys + seconds * speed / 8) % 1.0)) * h
            px = wrapped(xs + push * speed * seconds + size * 4 * u * np.sin(turn), -0.15 * w, 1.15 * w)
            for which, grow in zip(classes, (0.7, 1.0, 1.35), strict=True):
                dots(canvas, px[which], py[which], dot((1, 1, 1), alpha, size * grow * u))

        sheet.alive("snow", live, away)
    _near_flakes(sheet, push)


def _near_flakes(sheet: Sheet, push: float) -> None:
    rng, u, w, h = sheet.rng, sheet.u, sheet.w, sheet.h
    n = 15
    xs, ys, phase = rng.uniform(-0.15, 1.15, n) * w, rng.uniform(0, 1, n), rng.uniform(0, 1, n)
    size = rng.uniform(18, 40, n) * u
    soft = soft_dots((1, 1, 1), hard=0.15)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        px = wrapped(xs + push * 4 * seconds + 30 * u * np.sin(2 * np.pi * (seconds / 4 + phase)), -0.15 * w, 1.15 * w)
        soft.draw(canvas, px, (-0.14 + 1.28 * ((ys + seconds / 2) % 1.0)) * h, size, alphas=np.full(n, 0.45))

    sheet.alive("snow before the lens", live, 0.8)


def _banks(sheet: Sheet, colour: Colour, strength: float, period: float) -> None:
    """Torn banks of fog or dust at three depths, that move through each other."""
    for k, away in enumerate((9.0, 3.0, 1.1)):
        sheet.layer(f"fog {k + 1}", away, life=wind.wander(sheet, 90 + 60 * k, period, 0.33 * k, 0.75))
        y = sheet.h * (0.5 + 0.2 * k)
        for _ in range(9):
            r = sheet.between(190, 420) * sheet.u * (1 + 0.3 * k)
            x, dy = sheet.between(-0.15, 1.15) * sheet.w, sheet.between(-0.1, 0.1) * sheet.h
            canvas = sheet.canvas
            canvas.save()
            canvas.translate(x, y + dy)
            canvas.scale(1.9, 0.42)
            canvas.drawCircle(
                0, 0, r, around((0, 0), r, (0, colour, strength), (0.5, colour, strength * 0.45), (1, colour, 0))
            )
            canvas.restore()


def _grit(sheet: Sheet) -> None:
    """Sand that the wind drives along."""
    rng, u, w = sheet.rng, sheet.u, sheet.w
    n = 260
    xs, ys = rng.uniform(-0.15, 1.15, n) * w, sheet.h * (0.25 + 0.8 * rng.uniform(0, 1, n) ** 0.7)
    pace, phase = wind.heading(sheet.light) * rng.uniform(500, 1100, n) * u, rng.uniform(0, 1, n)
    colour = mix(hexa("#f3d7a4"), sheet.light.haze, 0.3)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        px = wrapped(xs + pace * seconds, -0.15 * w, 1.15 * w)
        py = ys + 10 * u * np.sin(2 * np.pi * (seconds / 2 + phase))
        lines = [skia.Point(*p) for x, y, v in zip(px.tolist(), py.tolist(), pace.tolist(), strict=True)
                 for p in ((x, y), (x - v * 0.022, y - 1.0))]  # fmt: skip
        paint = dot(colour, 0.5, 1.7 * u)
        canvas.drawPoints(skia.Canvas.PointMode.kLines_PointMode, lines, paint)

    sheet.alive("grit", live, 1.5)


def _streaks(sheet: Sheet) -> None:
    """Gusts made visible: long thin strokes that run along curls of air and fade."""
    rng, u, w, h = sheet.rng, sheet.u, sheet.w, sheet.h
    way = wind.heading(sheet.light)
    n = 9
    ys, start, curl = rng.uniform(0.12, 0.82, n) * h, rng.uniform(0, 1, n), rng.uniform(16, 46, n) * u
    xs, laps = rng.uniform(-0.3, 0.7, n) * w, rng.integers(1, 3, n)
    if way < 0:
        xs = w - xs
    at = np.linspace(0, 1, 15)
    paint = flat((1, 1, 1), 1.0)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        life = (seconds * laps / 4 + start) % 1.0
        for i in range(n):
            bright = 0.34 * math.sin(math.pi * float(life[i]))
            if bright < 0.02:
                continue
            s = float(life[i]) * 0.75 + 0.3 * at
            px = xs[i] + way * 0.62 * w * s
            py = ys[i] + curl[i] * np.sin(s * 7.5 + 6 * start[i]) - 26 * u * s
            fat = 1.7 * u * np.sin(np.pi * at)
            upper = list(zip(px.tolist(), (py - fat).tolist(), strict=True))
            lower = list(zip(px.tolist(), (py + fat).tolist(), strict=True))
            paint.setAlphaf(bright)
            canvas.drawPath(smooth([*upper, *reversed(lower)]), paint)

    sheet.alive("gusts", live, 1.6)


_LEAF_TONES = ("#d9502f", "#e8862e", "#f0b13c", "#b5462f", "#c9832f")
_GREEN_TONES = ("#8fb54a", "#6f9f3f", "#b9c45a", "#c9a24a")


def _leaf_sprites(sheet: Sheet, tones: tuple[str, ...]) -> Sprites:
    """Leaves, each in four steps of its tumble."""
    painters = []
    for code in tones:
        own = sheet.light.on(hexa(code), 0.06)
        for flatness in (1.0, 0.74, 0.42, 0.16):

            def paint(canvas: skia.Canvas, own: Colour = own, flatness: float = flatness) -> None:
                canvas.scale(1, flatness)
                leaf = smooth([(-0.44, 0), (-0.18, -0.23), (0.22, -0.18), (0.44, 0), (0.22, 0.18), (-0.18, 0.23)])
                canvas.drawPath(
                    leaf, along((-0.4, -0.4), (0.4, 0.4), (0, lighter(own, 0.25), 1), (1, darker(own, 0.25), 1))
                )
                rib = flat(darker(own, 0.4), 0.7)
                rib.setStrokeWidth(0.03)
                canvas.drawLine(-0.49, 0, 0.36, 0, rib)

            painters.append(paint)
    return sprites(96, painters)


def leaves(sheet: Sheet, count: int = 46) -> None:
    """Leaves that fall, tumble and blow through the whole picture, the nearer ones larger and quicker."""
    autumn = sheet.season == "autumn" or "leaves" in sheet.wonders or count > 30
    tones = _LEAF_TONES if autumn else _GREEN_TONES
    _blown(sheet, _leaf_sprites(sheet, tones), len(tones), count, (11, 40), "leaves")


def petals(sheet: Sheet, count: int = 70) -> None:
    """Blossom petals that sail down in the wind."""
    painters = []
    for code in ("#ffc4d8", "#ffdbe6", "#f7a8c4", "#fff0f4"):
        own = sheet.light.on(hexa(code))
        for flatness in (1.0, 0.74, 0.42, 0.16):

            def paint(canvas: skia.Canvas, own: Colour = own, flatness: float = flatness) -> None:
                canvas.scale(1, flatness)
                path = smooth([(-0.4, 0), (-0.1, -0.3), (0.34, -0.2), (0.26, 0), (0.34, 0.2), (-0.1, 0.3)])
                canvas.drawPath(
                    path,
                    along((-0.4, 0), (0.4, 0), (0, mix(own, sheet.light.on(hexa("#e87aa4")), 0.5), 1), (0.6, own, 1)),
                )

            painters.append(paint)
    _blown(sheet, sprites(64, painters), 4, count, (7, 22), "petals")


def _blown(sheet: Sheet, pictures: Sprites, kinds: int, count: int, across: tuple[float, float], name: str) -> None:
    """Light things on their way down: they swing, turn and go with the wind, far ones behind near ones."""
    rng, u, w, h = sheet.rng, sheet.u, sheet.w, sheet.h
    t = ((np.arange(count) + rng.uniform(0, 1, count)) / count) ** 1.6
    xs, ys, phase = rng.uniform(-0.15, 1.15, count) * w, rng.uniform(0, 1, count), rng.uniform(0, 1, count)
    size = (across[0] + (across[1] - across[0]) * t) * 1.7 * u
    kind, spin = rng.integers(0, kinds, count) * 4, rng.integers(-1, 2, count)
    force = wind.strength(sheet.light)
    pace = wind.heading(sheet.light) * (25 + 420 * force**2) * u * (0.45 + 0.55 * t)
    sink = (0.05 + 0.06 * t) * (1 + 0.4 * force)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = 2 * np.pi * (seconds / 4 + phase)
        py = (-0.14 + 1.28 * ((ys + seconds * sink) % 1.0)) * h + 10 * u * np.sin(2 * turn)
        px = wrapped(xs + pace * seconds + (26 + 34 * t) * u * np.sin(turn), -0.15 * w, 1.15 * w)
        tumble = np.abs(np.sin(turn + 1.1))
        step = np.clip((1 - tumble) * 4, 0, 3).astype(np.int64)
        angle = 6.28 * phase + 0.7 * np.sin(turn * 2) + spin * turn
        pictures.draw(canvas, px, py, size, angle, kind + step)

    sheet.alive(name, live, 1.15)
