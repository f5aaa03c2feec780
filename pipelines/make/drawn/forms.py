"""Soft forms that people and beasts are made of: lit from the upper left, darker at the far edge."""

import math
from dataclasses import dataclass

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import along, around, flat

Point = tuple[float, float]
Limb = tuple[Point, Point, Point]


def shape(canvas: skia.Canvas, path: skia.Path, colour: Colour, deep: float = 0.34) -> None:
    """A filled form that turns from the light (upper left) into shade (lower right), softly darker at its far edge."""
    box = path.getBounds()
    canvas.drawPath(
        path,
        along(
            (box.left(), box.top()),
            (box.right(), box.bottom()),
            (0, lighter(colour, 0.2), 1),
            (0.45, colour, 1),
            (1, darker(mix(colour, hexa("#3a2a6a"), 0.14), deep), 1),
        ),
    )
    canvas.save()
    canvas.clipPath(path, True)
    edge = flat(darker(mix(colour, hexa("#2a1a5a"), 0.25), 0.35), 0.32, 1.1)
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(2.6)
    moved = skia.Path(path)
    moved.offset(-0.5, -0.7)
    canvas.drawPath(moved, edge)
    canvas.restore()


def stroke(canvas: skia.Canvas, points: list[Point], colour: Colour, thick: float, alpha: float = 1.0) -> None:
    """A line with round ends: straight through two points, curved past a third."""
    paint = flat(colour, alpha)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(thick)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    path = skia.Path()
    path.moveTo(*points[0])
    if len(points) == 3:
        path.quadTo(*points[1], *points[2])
    else:
        for point in points[1:]:
            path.lineTo(*point)
    canvas.drawPath(path, paint)


def limb(canvas: skia.Canvas, points: Limb, thick: float, end: float, colour: Colour) -> None:
    """An arm or a leg that bends at its middle point, `thick` at the top and `end` at the tip."""
    (x0, y0), (mx, my), (x2, y2) = points
    cx, cy = 2 * mx - (x0 + x2) / 2, 2 * my - (y0 + y2) / 2  # the curve passes through the middle point
    cx, cy = mx + (cx - mx) * 0.8, my + (cy - my) * 0.8
    left: list[Point] = []
    right: list[Point] = []
    steps = 14
    for i in range(steps + 1):
        t = i / steps
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x2
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y2
        angle = math.atan2((1 - t) * (cy - y0) + t * (y2 - cy), (1 - t) * (cx - x0) + t * (x2 - cx))
        r = thick + (end - thick) * t
        left.append((x + r * math.sin(angle), y - r * math.cos(angle)))
        right.append((x - r * math.sin(angle), y + r * math.cos(angle)))
        if i in (0, steps):  # round ends
            turn = [angle + math.pi / 2 * (k / 4) for k in (-3, -2, -1, 0, 1, 2, 3)]
            if i == 0:
                left = [*((x - r * math.cos(a), y - r * math.sin(a)) for a in turn), *left]
            else:
                left += [(x + r * math.cos(a), y + r * math.sin(a)) for a in turn]
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in [*left, *reversed(right)]], True)
    shape(canvas, path, colour)


def reach(x: float, y: float, swing: tuple[float, float], length: float, upper: float = 0.5) -> Limb:
    """Joint, middle and tip of a limb that hangs from (x, y), swung forwards and bent by so many degrees; `upper` is
    how long its first part looks, as a share of `length`."""
    a, b = math.radians(swing[0]), math.radians(swing[0] + swing[1])
    mx, my = x + length * upper * math.sin(a), y + length * upper * math.cos(a)
    return (x, y), (mx, my), (mx + length * 0.5 * math.sin(b), my + length * 0.5 * math.cos(b))


def hand(canvas: skia.Canvas, at: Point, angle: float, skin: Colour, size: float = 1.0) -> None:
    """A hand whose fingers point along `angle` (degrees from straight down, forwards positive), with its thumb."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(-angle)
    canvas.scale(size, size)
    paint = around((-0.8, 0.2), 5.2, (0, lighter(skin, 0.15), 1), (1, darker(mix(skin, hexa("#b0503f"), 0.2), 0.2), 1))
    thumb = skia.Path()
    thumb.addRoundRect(skia.Rect.MakeXYWH(1.2, -0.6, 2.3, 4.2), 1.15, 1.15)
    canvas.drawPath(thumb, paint)
    palm = skia.Path()
    palm.addRoundRect(skia.Rect.MakeXYWH(-2.7, -2.2, 5.2, 6.6), 2.5, 2.6)
    canvas.drawPath(palm, paint)
    for x in (-0.9, 0.7):
        stroke(canvas, [(x, 2.4), (x, 3.9)], darker(skin, 0.3), 0.35, 0.5)
    canvas.restore()


@dataclass(frozen=True)
class Build:
    """Where a body's joints are, in hundredths of its height."""

    head: float  # radius
    face_y: float
    shoulder: float
    hip: float
    arm: float
    fat: float


GROWN = Build(12.4, 17.8, 34.5, 64.0, 27.0, 1.0)
CHILD = Build(15.6, 20.6, 41.5, 68.0, 22.0, 0.96)


def tapered(points: list[Point], start: float, end: float) -> skia.Path:
    """A round form along a curve through the points, half as thick as `start` at the first and `end` at the last."""
    places: list[Point] = []
    ends = [points[0], *points, points[-1]]
    for k in range(len(points) - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ends[k : k + 4]
        for i in range(8):  # Catmull and Rom, 1974
            t = i / 8
            a, b, c, d = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
            places.append(((a * x0 + b * x1 + c * x2 + d * x3) / 2, (a * y0 + b * y1 + c * y2 + d * y3) / 2))
    places.append(points[-1])
    left: list[Point] = []
    right: list[Point] = []
    for k, (x, y) in enumerate(places):
        (xa, ya), (xb, yb) = places[max(0, k - 1)], places[min(len(places) - 1, k + 1)]
        angle = math.atan2(yb - ya, xb - xa)
        r = (start + (end - start) * k / (len(places) - 1)) / 2
        left.append((x + r * math.sin(angle), y - r * math.cos(angle)))
        right.append((x - r * math.sin(angle), y + r * math.cos(angle)))
        if k == len(places) - 1:  # a round tip
            left += [(x + r * math.cos(angle + u), y + r * math.sin(angle + u)) for u in (-1.2, -0.6, 0.0, 0.6, 1.2)]
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in [*left, *reversed(right)]], True)
    return path
