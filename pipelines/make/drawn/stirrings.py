"""Small lives that settings share: glitter, lamps that twinkle, smoke, steam, flames, flags, dust, rings in puddles.

Each gives a `Live`: it paints one moment, and after `LOOP` seconds everything is as it was. All chance is drawn before.
"""

import math
from collections.abc import Callable, Sequence

import skia

from pipelines.make.drawn.layering import Life, Live, Pose
from pipelines.make.drawn.light import Colour, hexa
from pipelines.make.drawn.sheet import Sheet, adding, around, flat, rgba

LOOP = 4.0
Point = tuple[float, float]


def wave(seconds: float, times: int = 1, phase: float = 0.0) -> float:
    """A slow swing, -1 to 1, `times` in a loop."""
    return math.sin(2 * math.pi * (times * seconds / LOOP + phase))


def together(*lives: Live) -> Live:
    """Several lives as one, in their order."""

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for each in lives:
            each(canvas, seconds)

    return live


def swaying(x: float, y: float, lean: float, times: int = 1, phase: float = 0.0) -> Life:
    """How what grows from the row `y` (or hangs from it) sways: its far end goes sideways by `lean` of its height."""
    return lambda seconds: Pose(lean=lean * wave(seconds, times, phase), anchor=(x, y))


def breathing(low: float, times: int = 1, phase: float = 0.0) -> Life:
    """How a light breathes: between `low` and 1 of its strength."""
    return lambda seconds: Pose(alpha=low + (1 - low) * (0.5 + 0.5 * wave(seconds, times, phase)))


def coming_and_going(groups: Sequence[tuple[skia.Path, skia.Paint]], times: int = 1, drift: Point = (0, 0)) -> Live:
    """Groups of strokes that take turns: each comes, drifts a little and goes, one after the other."""
    strengths = [paint.getAlphaf() for _, paint in groups]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, (path, paint) in enumerate(groups):
            age = (times * seconds / LOOP + k / len(groups)) % 1
            now = skia.Paint(paint)
            strength = strengths[k] * math.sin(math.pi * age) ** 2
            if strength < 0.012:  # less than an eye sees: three steps of 255
                continue
            now.setAlphaf(strength)
            canvas.save()
            canvas.translate(drift[0] * (age - 0.5), drift[1] * (age - 0.5))
            canvas.drawPath(path, now)
            canvas.restore()

    return live


def dash(path: skia.Path, x: float, y: float, half: float, thick: float) -> None:
    """Add a flat light from the row `y` down: six corners, which are filled in a third of an oval's time."""
    inner, low = 0.62 * half, y + thick
    path.addPoly([skia.Point(x - half, y + thick / 2), skia.Point(x - inner, y), skia.Point(x + inner, y),
                  skia.Point(x + half, y + thick / 2), skia.Point(x + inner, low), skia.Point(x - inner, low)],
                 True)  # fmt: skip


def twinkling(groups: Sequence[tuple[skia.Path, skia.Paint]], low: float = 0.55, times: int = 1) -> Live:
    """Groups of lights whose strength swings, each in its own time: never dark, never all alike."""
    strengths = [paint.getAlphaf() for _, paint in groups]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, (path, paint) in enumerate(groups):
            now = skia.Paint(paint)
            swing = 0.5 + 0.5 * wave(seconds, times + k % 2, k * 0.37)
            now.setAlphaf(strengths[k] * (low + (1 - low) * swing))
            canvas.drawPath(path, now)

    return live


def blinking(groups: Sequence[tuple[skia.Path, skia.Paint]], times: int = 2) -> Live:
    """Small lamps that go on and off softly, each group in its turn."""
    strengths = [paint.getAlphaf() for _, paint in groups]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, (path, paint) in enumerate(groups):
            now = skia.Paint(paint)
            on = min(1.0, max(0.0, 0.5 + 1.6 * wave(seconds, times, k / len(groups))))
            now.setAlphaf(strengths[k] * (0.12 + 0.88 * on))
            canvas.drawPath(path, now)

    return live


def switching(groups: Sequence[tuple[skia.Path, skia.Paint]]) -> Live:
    """Windows where somebody comes home or goes to bed: now and then one group fades to dark and comes again."""
    strengths = [paint.getAlphaf() for _, paint in groups]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k, (path, paint) in enumerate(groups):
            at = (seconds / (2 * LOOP) + (k + 0.5) / len(groups)) % 1  # 0.5: the middle of its darkness
            dark = min(1.0, max(0.0, (0.16 - abs(at - 0.5)) / 0.03))
            if dark < 1:
                now = skia.Paint(paint)
                now.setAlphaf(strengths[k] * (1 - dark))
                canvas.drawPath(path, now)

    return live


def smoke(x: float, y: float, size: float, tone: Colour, strength: float, wind: float = 0.5, count: int = 9) -> Live:
    """Puffs that rise from (x, y), grow and thin out, `size` the radius of a grown one."""
    paint = around((0, 0), 1, (0, tone, strength), (0.5, tone, strength * 0.55), (1, tone, 0))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for k in range(count):
            age = (seconds / (2 * LOOP) + k / count) % 1
            now = skia.Paint(paint)
            now.setAlphaf(min(1.0, age * 6) * (1 - age) ** 1.2)
            canvas.save()
            rise = size * 5.4 * age
            canvas.translate(x + wind * rise * age + size * 0.16 * math.sin(7 * age + k * 2.4), y - rise)
            r = size * (0.22 + 0.9 * age)
            canvas.scale(r, r)
            canvas.drawCircle(0, 0, 1, now)
            canvas.restore()

    return live


def steam(x: float, y: float, size: float) -> Live:
    """A thin curl over a cup."""
    return smoke(x, y, size, (1.0, 1.0, 1.0), 0.3, 0.1, 6)


def flame(x: float, y: float, tall: float, glow: float = 1.0, phase: float = 0.0) -> Live:
    """A fire whose foot is at (x, y), with its light around it."""
    tones = ((1.0, hexa("#ff8a2a"), 0.9), (0.68, hexa("#ffc04a"), 0.95), (0.38, hexa("#fff3b8"), 1.0))
    hot, warm = hexa("#ffae4a"), hexa("#ff8a2a")
    halo = adding(around((0, 0), 1, (0, hot, 0.6 * glow), (0.3, warm, 0.24 * glow), (1, warm, 0)))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        flicker = 0.06 * wave(seconds, 9, phase) + 0.05 * wave(seconds, 14, phase + 0.3)
        canvas.save()
        canvas.translate(x, y - tall * 0.4)
        r = tall * (2.3 + 2 * flicker)
        canvas.scale(r, r)
        canvas.drawCircle(0, 0, 1, halo)
        canvas.restore()
        for k, (share, tone, alpha) in enumerate(tones):
            high = tall * share * (1 + flicker * (1 - 0.3 * k))
            fat = tall * 0.3 * share
            tip = tall * 0.1 * share * wave(seconds, 5 + 2 * k, phase + 0.2 * k)
            path = skia.Path()
            path.moveTo(x, y)
            path.cubicTo(x - fat * 1.5, y - fat * 0.2, x - fat * 0.7 + tip * 0.3, y - high * 0.55, x + tip, y - high)
            path.cubicTo(x + fat * 0.9 + tip * 0.3, y - high * 0.5, x + fat * 1.5, y - fat * 0.2, x, y)
            canvas.drawPath(path, flat(tone, alpha))

    return live


def flag(x: float, y: float, wide: float, tall: float, own: Colour, second: Colour) -> Live:
    """Cloth that waves from a pole; its upper left corner is at (x, y)."""

    def strip(seconds: float, top: float, bottom: float) -> skia.Path:
        upper, lower = [], []
        for i in range(13):
            t = i / 12
            sway = tall * 0.16 * t * wave(seconds, 3, -0.9 * t)
            upper.append(skia.Point(x + wide * t, y + tall * top + sway))
            lower.append(skia.Point(x + wide * t, y + tall * bottom + sway))
        path = skia.Path()
        path.addPoly([*upper, *reversed(lower)], True)
        return path

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawPath(strip(seconds, 0, 1), flat(own))
        canvas.drawPath(strip(seconds, 0.36, 0.64), flat(second))

    return live


def motes(sheet: Sheet, inside: Callable[[], Point], count: int, size: float, tone: Colour, alpha: float = 0.5) -> Live:
    """Dust in the light: `inside` draws one place by chance. Every speck floats in a slow ring."""
    groups = []
    for k in range(6):
        points = [skia.Point(*inside()) for _ in range(max(1, count // 6))]
        groups.append((points, sheet.between(0, 1), sheet.between(5, 16) * sheet.u, size * (0.6 + 0.2 * (k % 3))))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for points, phase, reach, thick in groups:
            paint = skia.Paint(Color=rgba(tone, alpha * (0.62 + 0.38 * wave(seconds, 1, phase))), AntiAlias=True)
            paint.setStrokeWidth(thick)
            paint.setStrokeCap(skia.Paint.kRound_Cap)
            canvas.save()
            canvas.translate(reach * wave(seconds, 1, phase), reach * 0.7 * wave(seconds, 1, phase + 0.27))
            canvas.drawPoints(skia.Canvas.kPoints_PointMode, points, paint)
            canvas.restore()

    return live


def rings(sheet: Sheet, spots: Sequence[tuple[float, float, float]], tone: Colour, flatness: float = 0.3) -> Live:
    """Rings where drops fall into water: (x, y, radius) each."""
    timed = [(x, y, r, sheet.between(0, 1), 3 + int(sheet.rng.integers(0, 3))) for x, y, r in spots]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, y, r, phase, times in timed:
            age = (times * seconds / LOOP + phase) % 1
            paint = skia.Paint(
                Color=rgba(tone, 0.55 * (1 - age) ** 1.5), AntiAlias=True, StrokeWidth=max(0.6, r * 0.09)
            )
            paint.setStyle(skia.Paint.kStroke_Style)
            reach = r * (0.15 + 0.85 * age)
            canvas.drawOval(skia.Rect.MakeLTRB(x - reach, y - reach * flatness, x + reach, y + reach * flatness), paint)

    return live


def lamplight(spots: Sequence[tuple[float, float, float, Colour, float]]) -> skia.Picture:
    """Glows at (x, y, radius, colour, strength) as one picture, for a `light` layer of its own."""
    recorder = skia.PictureRecorder()
    bounds = skia.Rect.MakeLTRB(-1e5, -1e5, 1e5, 1e5)
    canvas = recorder.beginRecording(bounds)
    for x, y, r, tone, strength in spots:
        shade = ((0, tone, strength), (0.25, tone, strength * 0.5), (0.55, tone, strength * 0.16), (1, tone, 0))
        canvas.drawCircle(x, y, r, adding(around((x, y), r, *shade)))
    return recorder.finishRecordingAsPicture()


def boxes(rects: Sequence[tuple[float, float, float, float]]) -> skia.Path:
    """Many rectangles (left, top, width, height) as one path."""
    path = skia.Path()
    for x, y, w, h in rects:
        path.addRect(skia.Rect.MakeXYWH(x, y, w, h))
    return path
