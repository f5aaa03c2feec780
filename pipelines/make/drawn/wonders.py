"""What is wonderful in a sky: aurora, the Milky Way, comets, shooting stars, rainbows, beams of sunlight."""

import math

import numpy as np
import skia

from pipelines.make.drawn import wind
from pipelines.make.drawn.layering import FAR
from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.particles import dot, dots, soft_dots
from pipelines.make.drawn.sheet import Sheet, along, around, glow, outline, rgba

WONDERS = ("aurora", "milky way", "comet", "shooting star", "rainbow", "eclipse", "beams", "heat", "leaves", "petals",
           "sparks")  # fmt: skip


def behind_clouds(sheet: Sheet, horizon: float, sun: tuple[float, float]) -> None:
    """What stands among the stars."""
    if "comet" in sheet.wonders:
        sheet.layer("comet", FAR, light=True)
        _comet(sheet, horizon, sun)
    if "shooting star" in sheet.wonders:
        _shooting(sheet, horizon)
    if "aurora" in sheet.wonders:
        aurora(sheet, horizon)
    if "eclipse" in sheet.wonders and sheet.light.sun_at[1] > 0:
        sheet.layer("corona", FAR, light=True)
        _corona(sheet, sun)


def before_clouds(sheet: Sheet, horizon: float, sun: tuple[float, float]) -> None:
    """What shines through the air before the clouds."""
    if "rainbow" in sheet.wonders:
        sheet.layer("rainbow", 60.0, light=True)
        _rainbow(sheet, horizon, sun)
    asked = "beams" in sheet.wonders
    low = -0.05 < sheet.light.sun_at[1] < 0.5 and sheet.light.dark < 0.4
    if asked or (low and sheet.light.weather in ("clear", "cloudy", "fog") and sheet.between(0, 1) < 0.6):
        beams(sheet, sun, horizon, 0.5 if asked else 0.2, sets=2 if asked else 1)


def milky_way(sheet: Sheet, horizon: float) -> None:
    """A slanting band of star dust with dark lanes."""
    rng, u, canvas = sheet.rng, sheet.u, sheet.canvas
    lean = sheet.between(0.35, 0.8) * (1 if sheet.light.sun_at[0] < 0.5 else -1)
    middle = sheet.w * (0.5 + 0.1 * lean)

    def band(share: np.ndarray, off: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return middle + (0.5 - share) * lean * sheet.w + off * 0.9, horizon * share * 0.96 - off * 0.25 * lean

    tones = (hexa("#4a5fb8"), hexa("#7a5aa8"), hexa("#3f7ab8"), hexa("#b08a9a"))
    for _ in range(46):
        share, off = np.array([sheet.between(-0.15, 1)]), np.array([rng.normal(0, 46) * u])
        x, y = band(share, off)
        glow(sheet, float(x[0]), float(y[0]), sheet.between(60, 190) * u, tones[int(rng.integers(0, 4))], 0.07)
    for _ in range(12):
        x, y = band(np.array([sheet.between(0, 0.95)]), np.array([rng.normal(0, 22) * u]))
        r = sheet.between(30, 90) * u
        dark = sheet.light.sky[0]
        canvas.drawCircle(
            float(x[0]), float(y[0]), r, around((float(x[0]), float(y[0])), r, (0, dark, 0.12), (1, dark, 0))
        )
    for size, alpha, count in ((0.9, 0.35, 1300), (1.2, 0.5, 500), (1.7, 0.65, 120)):
        x, y = band(rng.uniform(-0.1, 1, count), rng.normal(0, 62, count) * u)
        dots(canvas, x, y, dot((0.9, 0.93, 1.0), alpha, size * u * 1.3))


def aurora(sheet: Sheet, horizon: float) -> None:
    """Curtains of green and violet light that fold slowly and flicker along their rays (a strip of triangles)."""
    rng = sheet.rng
    n = 72
    at = np.linspace(-0.12, 1.12, n)
    hues = ((hexa("#39f0a0"), hexa("#2fb8d8"), hexa("#8a5af0")), (hexa("#5af08a"), hexa("#3fd8b8"), hexa("#c05ae0")),
            (hexa("#4af0c8"), hexa("#5a9af0"), hexa("#e05aa8")))  # fmt: skip
    curtains = []
    for k in range(3):
        knots = rng.uniform(0, 1, 8)
        curtains.append((k, knots, horizon * (0.72 - 0.17 * k + rng.uniform(-0.05, 0.05)), hues[k]))
    rows = np.array([0.0, 0.06, 0.34, 0.68, 1.0])  # from the lower hem upwards
    alphas = np.array([0.0, 0.95, 0.62, 0.26, 0.0])
    one = np.array([0, 1, len(rows), 1, len(rows), len(rows) + 1])  # two triangles
    index = [int(i * len(rows) + r + v) for i in range(n - 1) for r in range(len(rows) - 1) for v in one]
    strength = 1.5 * max(0.35, sheet.light.dark)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        turn = 2 * np.pi * seconds / 8
        for k, knots, base, hue in curtains:
            p = knots * 6.28
            fold = (
                np.sin(at * 5 + p[0] + turn)
                + 0.5 * np.sin(at * 11 + p[1] - 2 * turn)
                + 0.2 * np.sin(at * 23 + p[2] + turn)
            )
            xs = sheet.w * (at + 0.025 * np.sin(at * 9 + p[3] + turn))
            hem = base + horizon * 0.09 * fold
            ray = (
                0.55
                + 0.3 * np.sin(at * 41 + p[4] - 2 * turn) * np.sin(at * 17 + p[5] + turn)
                + 0.15 * np.sin(at * 90 + p[6] + 3 * turn)
            )
            tall = horizon * (0.5 - 0.06 * k) * (0.7 + 0.5 * ray)
            veil = np.clip(0.5 + 0.6 * np.sin(at * 3.3 + p[7] + turn), 0.05, 1) * ray * strength * (1 - 0.2 * k)
            xy = [
                skia.Point(x + 0.05 * t * float(v), h - t * float(v))
                for x, h, t in zip(xs.tolist(), hem.tolist(), tall.tolist(), strict=True)
                for v in rows
            ]
            hue_at = [hue[0], hue[0], mix(hue[0], hue[1], 0.7), mix(hue[1], hue[2], 0.6), hue[2]]
            colours = [rgba(hue_at[r], float(a) * float(v)) for v in veil for r, a in enumerate(alphas)]
            mesh = skia.Vertices(skia.Vertices.kTriangles_VertexMode, xy, None, colours, index)
            canvas.drawVertices(mesh, skia.Paint(), skia.BlendMode.kDst)

    sheet.alive("aurora", live, FAR, light=True)


def _comet(sheet: Sheet, horizon: float, sun: tuple[float, float]) -> None:
    way = -1 if sun[0] > sheet.w / 2 else 1
    x, y = sheet.w * (0.5 - way * sheet.between(0.1, 0.22)), horizon * sheet.between(0.42, 0.6)
    long = 0.36 * sheet.w
    for spread, colour, alpha in (
        (0.16, hexa("#6fa8ff"), 0.4),
        (0.09, hexa("#cfe4ff"), 0.65),
        (0.03, hexa("#ffffff"), 0.7),
    ):
        tip = (x + way * long * 0.86, y - long * 0.42)
        nx, ny = 0.42 * long * spread, way * 0.86 * long * spread
        tail = outline([(x, y), (tip[0] + nx, tip[1] + ny), (tip[0] - nx, tip[1] - ny)])
        paint = along((x, y), tip, (0, colour, alpha), (0.5, colour, alpha * 0.3), (1, colour, 0))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, long * spread * 0.14))
        sheet.canvas.drawPath(tail, paint)
    glow(sheet, x, y, 90 * sheet.u, hexa("#bfe0ff"), 0.9)
    glow(sheet, x, y, 22 * sheet.u, hexa("#ffffff"), 1.0)


def _shooting(sheet: Sheet, horizon: float) -> None:
    """Shooting stars, one after the other; the first is under way when the clip begins."""
    rng, u = sheet.rng, sheet.u
    starts = (-0.35, 0.9, 1.7, 2.9)
    places = [
        (rng.uniform(0.15, 0.85) * sheet.w, rng.uniform(0.05, 0.42) * horizon, rng.uniform(0.24, 0.44)) for _ in starts
    ]
    way = 1 if sheet.light.sun_at[0] < 0.5 else -1
    head = soft_dots((1.0, 1.0, 1.0))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for start, (x, y, slope) in zip(starts, places, strict=True):
            share = ((seconds - start) % 4.0) / 0.85
            if share >= 1:
                continue
            reach, bright = 520 * u, math.sin(math.pi * share)
            hx, hy = x + way * reach * share, y + reach * slope * share
            tail = 230 * u * min(1.0, 3 * share)
            tx, ty = hx - way * tail, hy - tail * slope
            paint = along((hx, hy), (tx, ty), (0, (1, 1, 1), bright), (1, hexa("#9fc4ff"), 0))
            canvas.drawPath(outline([(hx, hy - 1.9 * u), (tx, ty), (hx, hy + 1.9 * u)]), paint)
            head.draw(canvas, np.array([hx]), np.array([hy]), np.array([26 * u]), alphas=np.array([bright]))

    sheet.alive("shooting stars", live, FAR, light=True)


def _rainbow(sheet: Sheet, horizon: float, sun: tuple[float, float]) -> None:
    """A bow across from the sun, red outside, and the faint second one in reversed order (Descartes 1637)."""
    centre = (sheet.w * (0.64 if sun[0] < sheet.w / 2 else 0.36), horizon * 1.12)
    tones = [hexa(c) for c in ("#7a4ad8", "#3f6cf0", "#39c8e0", "#4fe06a", "#f8f05a", "#ff9a3a", "#ff4a4a")]
    for r, wide, alpha, order in (
        (0.78 * horizon + 0.1 * sheet.w, 0.115, 0.44, tones),
        (1.06 * horizon + 0.13 * sheet.w, 0.12, 0.13, tones[::-1]),
    ):
        stops: list[tuple[float, Colour, float]] = [(1 - wide * 1.35, order[0], 0.0)]
        stops += [(1 - wide + wide * k / 7, c, alpha) for k, c in enumerate(order)]
        stops.append((1.0, order[-1], 0.0))
        sheet.canvas.drawCircle(*centre, r, around(centre, r, *stops))


def _corona(sheet: Sheet, sun: tuple[float, float]) -> None:
    x, y = sun
    r = 44 * sheet.u
    glow(sheet, x, y, r * 9, hexa("#cfd8ff"), 0.75)
    for i in range(26):
        a = 2 * math.pi * (i + sheet.between(-0.3, 0.3)) / 26
        reach = r * sheet.between(1.8, 4.2)
        tip = (x + reach * math.cos(a), y + reach * math.sin(a))
        off = (-0.3 * r * math.sin(a), 0.3 * r * math.cos(a))
        ray = outline([(x + off[0], y + off[1]), tip, (x - off[0], y - off[1])])
        paint = along((x, y), tip, (0, (1, 1, 1), 0.5), (0.3, hexa("#dfe6ff"), 0.3), (1, hexa("#dfe6ff"), 0))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.1 * r))
        sheet.canvas.drawPath(ray, paint)


def beams(sheet: Sheet, sun: tuple[float, float], horizon: float, strength: float, away: float = 45.0,
          sets: int = 1) -> None:  # fmt: skip
    """Sunlight in shafts, fanning out from the sun; two sets of them breathe in turn."""
    warm = lighter(mix(sheet.light.sun, sheet.light.sky[-1], 0.25), 0.1)
    reach = 1.25 * max(sheet.w, sheet.h)
    for k in range(sets):
        life = wind.wander(sheet, 0, 8.0, 0.5 * k, 0.45)
        sheet.layer(f"sunbeams {k + 1}", away, light=True, life=life)
        for i in range(14 // sets):
            a = math.pi * (0.06 + 0.88 * (i + 0.5 * k + sheet.between(0.0, 0.5)) / (14 / sets + 0.5))
            half = sheet.between(0.012, 0.05)
            ends = [(sun[0] + reach * math.cos(a + s), sun[1] + reach * math.sin(a + s)) for s in (-half, half)]
            stops = (
                (0, warm, strength * 0.9),
                (0.35, warm, strength * 0.5),
                (0.8, warm, strength * 0.06),
                (1, warm, 0),
            )
            paint = around(sun, reach, *stops)
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 10 * sheet.u))
            sheet.canvas.drawPath(outline([sun, *ends]), paint)
