"""Rock: table mountains, cliffs, canyon walls, in layers of stone with lit and shaded faces."""

import math

import numpy as np
import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline
from pipelines.make.drawn.trees import side_of


def _strata(sheet: Sheet, clip: skia.Path, top: float, bottom: float, own: Colour, far: float) -> None:
    """Layers of stone across a face: uneven bands of darker and paler rock."""
    light, canvas = sheet.light, sheet.canvas
    box = clip.getBounds()
    y = top
    while y < bottom:
        thick = (bottom - top) * sheet.between(0.03, 0.12)
        tone = (lighter(own, 0.22), darker(own, 0.2), mix(own, hexa("#e8c9a0"), 0.35), darker(own, 0.34))[
            int(sheet.rng.integers(0, 4))
        ]
        points = [
            (float(x), y + sheet.between(-0.2, 0.2) * thick) for x in np.linspace(box.left() - 4, box.right() + 4, 12)
        ]
        rest = [(x, py + thick * sheet.between(0.6, 1.1)) for x, py in reversed(points)]
        canvas.drawPath(outline([*points, *rest]), flat(light.on(tone, far), 0.5))
        y += thick * sheet.between(0.8, 1.9)


def face(sheet: Sheet, points: list[tuple[float, float]], own: Colour, far: float, ribs: int) -> None:
    """A wall of rock inside an outline: strata, and upright ribs that catch the light on one side."""
    light, canvas = sheet.light, sheet.canvas
    far = light.through(far)
    path = outline(points)
    box = path.getBounds()
    top, bottom = box.top(), box.bottom()
    canvas.drawPath(
        path,
        down(
            top,
            bottom,
            (0, light.on(lighter(own, 0.12), far), 1),
            (1, light.on(darker(own, 0.22), min(1, far + 0.1)), 1),
        ),
    )
    canvas.save()
    canvas.clipPath(path, True)
    _strata(sheet, path, top, bottom, own, far)
    side = side_of(sheet, box.centerX())
    lit, dark = mix(light.lit(own, 0.45), light.haze, far), mix(light.shaded(own, 0.55), light.haze, far)
    for i in range(ribs):
        x = box.left() + box.width() * (i + sheet.between(0, 1)) / ribs
        wide = box.width() / ribs * sheet.between(0.4, 1.1)
        y0 = top + (bottom - top) * sheet.between(-0.1, 0.35)
        reach = sheet.between(0.3, 1.0)
        foot = y0 + (bottom - y0) * sheet.between(0.5, 1.1)
        jag = [(x + sheet.between(-0.2, 0.2) * wide, y0 + (foot - y0) * k / 5) for k in range(6)]
        thin = [math.sin(math.pi * (0.12 + 0.8 * k / 5)) * reach for k in range(6)]  # ribs come and go
        shade = [(px - side * wide * 0.9 * t, py) for (px, py), t in zip(jag, thin, strict=True)]
        canvas.drawPath(outline([*jag, *reversed(shade)]), flat(dark, 0.42))
        gleam = [(px + side * wide * 0.3 * t, py) for (px, py), t in zip(jag, thin, strict=True)]
        canvas.drawPath(outline([*jag, *reversed(gleam)]), flat(lit, 0.38))
    veil = down(top, bottom, (0, light.haze, 0), (0.6, light.haze, 0), (1, light.haze, 0.3 + 0.3 * far))
    canvas.drawRect(box, veil)
    canvas.restore()


def table(sheet: Sheet, x: float, base: float, half: float, tall: float, own: Colour, far: float) -> None:
    """A table mountain: a flat top, steep walls, a skirt of scree; its foot at the row `base`."""
    wall = 0.45
    top, neck = base - tall, base - tall * wall
    points = [(x - half * 0.72, top), (x - half * 0.74, neck), (x - half * 1.2, base), (x + half * 1.2, base),
              (x + half * 0.76, neck), (x + half * 0.7, top)]  # fmt: skip
    rough = [(px + sheet.between(-0.03, 0.03) * half, py + sheet.between(-0.01, 0.01) * tall) for px, py in points]
    crest = [(x + half * t, top + sheet.between(-0.02, 0.03) * tall) for t in (0.5, 0.2, -0.1, -0.4)]
    face(sheet, [*rough, *crest], own, far, max(5, int(half / (22 * sheet.u))))


def cliff(
    sheet: Sheet, side: int, edge: float, top: float, foot: float, own: Colour, far: float, steps: int = 7
) -> list[tuple[float, float]]:
    """A wall that fills one side of the picture (-1 left, 1 right), in ledges from (edge, foot) up to `top`.

    Returns its outline towards the middle, from the top down, in pixels.
    """
    w = sheet.w
    border = -0.2 * w if side < 0 else 1.2 * w
    inner, x = [], edge + side * 0.1 * w
    for i in range(steps + 1):
        y = top + (foot - top) * i / steps
        inner.append((x, y))
        inner.append((x + sheet.between(-0.008, 0.004) * w * side, y + (foot - top) / steps * 0.8))
        x -= side * sheet.between(0.004, 0.03) * w
    face(
        sheet,
        [(border, top + sheet.between(-0.03, 0.0) * sheet.h), *inner, (border, foot + 0.05 * sheet.h)],
        own,
        far,
        9,
    )
    ledge = sheet.light.lit(lighter(own, 0.2), 0.5)
    for (x0, y0), (x1, _) in zip(inner[1::2], inner[2::2], strict=False):
        sheet.canvas.drawPath(
            outline(
                [
                    (x0, y0),
                    (x1, y0 - 3 * sheet.u),
                    (x1 + side * 60 * sheet.u, y0 - 2 * sheet.u),
                    (x0 + side * 50 * sheet.u, y0 + 3 * sheet.u),
                ]
            ),
            flat(mix(ledge, sheet.light.haze, far), 0.55),
        )
    return inner


def slope(sheet: Sheet, points: list[tuple[float, float]], own: Colour, far: float) -> None:
    """A plain flank of earth or lava, lit from the sun's side."""
    light = sheet.light
    path = outline(points)
    box = path.getBounds()
    left = light.sun_at[0] < 0.5
    a, b = ((box.left(), 0), (box.right(), 0)) if left else ((box.right(), 0), (box.left(), 0))
    lit, dark = mix(light.lit(own, 0.3), light.haze, far), mix(light.shaded(own, 0.5), light.haze, far)
    sheet.canvas.drawPath(path, along(a, b, (0, lit, 1), (0.5, light.on(own, far), 1), (1, dark, 1)))
