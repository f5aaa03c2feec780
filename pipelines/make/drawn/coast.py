"""Where land meets the sea: headlands, beaches, rocks in the water, piers."""

import math

import skia

from pipelines.make.drawn.growth import ROCK, rock
from pipelines.make.drawn.light import Colour, darker, hexa, mix
from pipelines.make.drawn.sea import lapping, surf
from pipelines.make.drawn.sheet import Sheet, adding, along, down, flat, outline, smooth


def headland(
    sheet: Sheet, side: int, top: float, reach: float, high: float, horizon: float, own: Colour = ROCK
) -> None:
    """A rocky point that comes in from the left (-1) or the right (1): its flat crown lies at `high`."""
    light = sheet.light
    w = sheet.w
    sheet.layer("headland", sheet.away(top, horizon))

    def at(share: float) -> float:
        return share * reach * w if side < 0 else w - share * reach * w

    crown = [(-0.25, high - 6 * sheet.u)]
    x = 0.02
    while x < 0.72:
        crown.append((x, high + sheet.between(-9, 9) * sheet.u))
        x += sheet.between(0.05, 0.1)
    fall = [(0.78, 0.14), (0.83, 0.34), (0.89, 0.42), (0.93, 0.68), (1.0, 0.84), (1.04, 1.0)]
    deep = top - high
    crown += [(s, high + deep * d + sheet.between(-4, 4) * sheet.u) for s, d in fall]
    face = [(at(s), y) for s, y in crown]
    body = outline([*face, (at(1.1), top + 26 * sheet.u), (at(-0.25), top + 60 * sheet.u)])
    toward_sun = (light.sun_at[0] > 0.5) == (side < 0)
    tip, root = (
        (light.lit(own, 0.3), light.shaded(own, 0.35)) if toward_sun else (light.shaded(own, 0.45), light.on(own))
    )
    sheet.canvas.drawPath(
        body, along((at(1), high), (at(0), high), (0, tip, 1), (0.35, light.on(own), 1), (1, root, 1))
    )
    sheet.canvas.save()
    sheet.canvas.clipPath(body, True)
    for _ in range(34):  # slabs: lit tops, shaded joints
        s = sheet.between(0, 1.0)
        y = high + (deep + 50 * sheet.u) * sheet.between(0.1, 1.0)
        size = sheet.between(24, 92) * sheet.u
        px = at(s)
        slab = outline(
            [
                (px - size, y),
                (px - size * 0.5, y - size * 0.42),
                (px + size * 0.6, y - size * 0.36),
                (px + size, y + size * 0.1),
                (px + size * 0.3, y + size * 0.4),
                (px - size * 0.7, y + size * 0.36),
            ]
        )
        tone = (
            light.lit(own, sheet.between(0.1, 0.3))
            if sheet.between(0, 1) < 0.5
            else light.shaded(own, sheet.between(0.3, 0.6))
        )
        sheet.canvas.drawPath(slab, down(y - size * 0.4, y + size * 0.4, (0, tone, 0.6), (1, tone, 0)))
    turf = hexa("#7f9a58")
    grass_line = [(at(s), y - 4 * sheet.u) for s, y in crown if s < 0.74]
    below = [(px, y + sheet.between(16, 34) * sheet.u) for px, y in reversed(grass_line)]
    sheet.canvas.drawPath(
        smooth([*grass_line, *below]),
        down(
            high - 12 * sheet.u,
            high + 34 * sheet.u,
            (0, light.lit(turf, 0.3), 1),
            (1, light.on(darker(turf, 0.3)), 0.9),
        ),
    )
    sheet.canvas.restore()
    sheet.canvas.drawPath(
        body, adding(down(top - deep * 0.2, top + 40 * sheet.u, (0, light.sky[0], 0), (1, light.sky[0], 0.1)))
    )
    shore = [
        (at(1.12 - 1.37 * i / 14), top + (22 + 34 * i / 14) * sheet.u + sheet.between(-14, 14) * sheet.u)
        for i in range(15)
    ]
    sheet.layer("surf at the headland", sheet.away(top, horizon), live=lapping(sheet, shore, 6 * sheet.u, 5 * sheet.u))


def beach(sheet: Sheet, y: float, own: Colour, horizon: float) -> None:
    """Wet and dry sand along the lower edge from about `y`, and waves that run up on it."""
    light = sheet.light
    lean = sheet.between(-0.05, 0.05) * sheet.h
    n = 18
    line = [
        (sheet.w * (i / (n - 1) * 1.3 - 0.15), y + lean * (i / n - 0.5) + math.sin(i * 0.9 + 1) * 9 * sheet.u)
        for i in range(n)
    ]
    sheet.layer("sand", floor=horizon)
    for drop, colour, alpha in ((0, darker(own, 0.24), 0.9), (46, own, 1.0)):
        edge = [(px, py + drop * sheet.u) for px, py in line]
        path = smooth(edge, close=False)
        path.lineTo(sheet.w * 1.16, sheet.h * 1.1)
        path.lineTo(-sheet.w * 0.16, sheet.h * 1.1)
        path.close()
        sheet.canvas.drawPath(
            path, down(y, sheet.h, (0, light.lit(colour, 0.15), alpha), (1, light.on(darker(colour, 0.14)), alpha))
        )
    for _ in range(120):
        t = sheet.between(0, 1)
        px, py = sheet.between(-0.05, 1.05) * sheet.w, y + 70 * sheet.u + (sheet.h * 1.04 - y) * t
        sheet.canvas.drawOval(
            skia.Rect.MakeXYWH(px, py, (3 + 9 * t) * sheet.u, (1.5 + 3 * t) * sheet.u),
            flat(light.shaded(own, 0.3), 0.35),
        )
    shallow = mix(light.on(hexa("#7fd0d0")), light.sky[-1], 0.4)
    sheet.layer("surf", floor=horizon, live=surf(sheet, line, 34 * sheet.u, shallow))


def skerries(sheet: Sheet, top: float, count: int) -> None:
    """A few small rocks out in the water, the sea washing about them."""
    for t in sorted(sheet.between(0.06, 0.35) for _ in range(count)):
        x = sheet.between(0.1, 0.9) * sheet.w
        y = top + (sheet.h - top) * t
        size = (12 + 70 * t) * sheet.u
        ring = [
            (x - size * 1.3, y),
            (x - size * 0.5, y + 4 * sheet.u),
            (x + size * 0.5, y + 3 * sheet.u),
            (x + size * 1.3, y),
        ]
        sheet.layer("skerry", sheet.away(y, top), live=lapping(sheet, ring, 3.4 * sheet.u, 2 * sheet.u, 0.7))
        rock(sheet, x, y, size, far=0.4 * (1 - t))


def boulders(sheet: Sheet, side: int, horizon: float) -> None:
    """Rocks at the near edge of a beach, to the left (-1) or the right (1)."""
    for x, size in ((-0.01, 110), (0.03, 70), (0.1, 42)):
        foot = sheet.h * (0.86 + x * 0.5)
        if x == -0.01:
            sheet.layer("boulders", sheet.away(foot, horizon))
        rock(sheet, sheet.w * (0.5 - side * (0.5 - x)), foot, size * sheet.u)
