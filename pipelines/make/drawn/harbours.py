"""A harbour: houses along the far quay, boats at anchor that rock, the pier we stand on."""

import skia

from pipelines.make.drawn import sea
from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.sheet import Sheet, Stage, along, down, flat, outline
from pipelines.make.drawn.sky import open_sky
from pipelines.make.drawn.skylines import house_row
from pipelines.make.drawn.stirrings import flag, smoke, wave


def harbour(sheet: Sheet) -> Stage:
    """A harbour: houses along the far quay, boats at anchor that rock, and the pier we stand on."""
    w, h, u = sheet.w, sheet.h, sheet.u
    line = h * 0.55
    sun = open_sky(sheet, line)
    chimneys = house_row(sheet, line + 2 * u, h * 0.075, round(15 * max(0.5, w / (1.6 * h))), 0.34, 16.0)
    for x, y in chimneys[:1] if sheet.may("smoke") else []:
        sheet.alive("smoke", smoke(x, y, h * 0.03, sheet.light.on((0.93, 0.93, 0.95)), 0.4), 16.0)
    lamps = [(x, hexa("#ffcf87"), 0.35) for x, _ in chimneys[:10]] if sheet.light.lamps else []
    sea.water(sheet, line, sun, hexa("#2a7f9a"), calm=0.5, lamps=tuple(lamps))
    moored = ((0.6, 0.4, 0.62), (0.635, 0.04, 0.22), (0.66, 0.74, 0.95))  # row, from column, to column
    for k, (y, left, right) in enumerate(moored):
        share = sheet.between(left, right)
        if sheet.may("boat"):
            foot = h * y
            sheet.layer("boat", sheet.away(foot, line), life=_rocking(w * share, foot, 0.3 * k))
            _sloop(sheet, w * share, foot, (y - 0.5) * h * 1.7)
    _pier(sheet, h * 0.8, line)
    return Stage(
        line, (h * 0.86, h * 0.94), (h * 0.1, h * 0.34), water=(h * 0.66, h * 0.74), lit_by=sun, floor=hexa("#9a7a58")
    )


def _rocking(x: float, y: float, phase: float) -> Life:
    return lambda seconds: Pose(
        dy=2.5 * wave(seconds, 1, phase), turn=1.3 * wave(seconds, 1, phase + 0.2), anchor=(x, y)
    )


def _sloop(sheet: Sheet, x: float, y: float, tall: float) -> None:
    """A small boat at anchor, its sails down or up, and its mirror in the water."""
    light, w = sheet.light, tall * 0.5
    hull = hexa(("#c9503f", "#f0ece0", "#3f6f9f", "#d9a84f", "#4f8a7a")[int(sheet.rng.integers(0, 5))])
    shade = flat(light.on(darker(hull, 0.4)), 0.3, 3 * sheet.u)
    sheet.canvas.drawOval(skia.Rect(x - w * 0.9, y - tall * 0.02, x + w * 0.9, y + tall * 0.09), shade)
    mast = flat(light.on(hexa("#8a6a4f")))
    sheet.canvas.drawRect(skia.Rect(x - 2.4 * sheet.u, y - tall, x + 2.4 * sheet.u, y - tall * 0.1), mast)
    if sheet.rng.random() < 0.6:
        cloth = light.lit((0.97, 0.95, 0.9), 0.2)
        for side, low, reach in ((1, 0.2, 0.75), (-1, 0.22, 0.55)):
            sail = outline(
                [
                    (x + side * 5 * sheet.u, y - tall * 0.97),
                    (x + side * w * reach, y - tall * low),
                    (x + side * 5 * sheet.u, y - tall * low),
                ]
            )
            sheet.canvas.drawPath(sail, along((x, 0), (x + side * w, 0), (0, cloth, 1), (1, darker(cloth, 0.16), 1)))
    deck = outline(
        [
            (x - w, y - tall * 0.13),
            (x + w * 1.05, y - tall * 0.15),
            (x + w * 0.75, y + tall * 0.02),
            (x - w * 0.75, y + tall * 0.02),
        ]
    )
    sheet.canvas.drawPath(
        deck, down(y - tall * 0.15, y, (0, light.lit(hull, 0.3), 1), (1, light.on(darker(hull, 0.35)), 1))
    )


def _pier(sheet: Sheet, top: float, eye: float) -> None:
    light, w, h, u = sheet.light, sheet.w, sheet.h, sheet.u
    wood = sheet.under_snow(hexa(("#a07a54", "#8f7258", "#a88a68")[int(sheet.rng.integers(0, 3))]), 0.5)
    sheet.layer("pier", floor=eye)
    tones = ((0, light.on(lighter(wood, 0.2)), 1), (1, light.on(darker(wood, 0.35)), 1))
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, top, 1.15 * w, h * 1.12), down(top, h, *tones))
    far, y0 = (h - eye) / (top - eye), top
    while far > 0.88:
        far *= 0.93
        y1 = eye + (h - eye) / far
        tone = lighter(wood, 0.18) if sheet.rng.random() < 0.5 else darker(wood, 0.2)
        sheet.canvas.drawRect(skia.Rect(-0.15 * w, y0, 1.15 * w, y1), flat(light.on(tone), 0.25))
        sheet.canvas.drawRect(
            skia.Rect(-0.15 * w, y1 - 1.4 * u / far, 1.15 * w, y1 + 1.4 * u / far),
            flat(light.on(darker(wood, 0.6)), 0.55),
        )
        y0 = y1
    sheet.layer("posts", sheet.away(top, eye))
    sheet.canvas.drawRect(skia.Rect(-0.15 * w, top - 8 * u, 1.15 * w, top + 8 * u), flat(light.on(darker(wood, 0.25))))
    for x in (0.1, 0.37, 0.63, 0.9):
        post = skia.Rect(w * x - 13 * u, top - 70 * u, w * x + 13 * u, top + 12 * u)
        shade = ((0, light.lit(wood, 0.3), 1), (1, light.on(darker(wood, 0.5)), 1))
        sheet.canvas.drawRoundRect(post, 6 * u, 6 * u, along((post.left(), 0), (post.right(), 0), *shade))
        sheet.canvas.drawRect(
            skia.Rect(w * x - 15 * u, top - 40 * u, w * x + 15 * u, top - 28 * u), flat(light.on(hexa("#d9c9a0")))
        )
    x = w * (0.1 if sheet.rng.random() < 0.5 else 0.9)
    sheet.canvas.drawRect(skia.Rect(x - 3 * u, top - 330 * u, x + 3 * u, top - 60 * u), flat(light.on(hexa("#e8e4dc"))))
    cloth = flag(x, top - 326 * u, 120 * u, 66 * u, light.on(hexa("#c9403f")), light.on(hexa("#f4efe4")))
    sheet.alive("flag", cloth, sheet.away(top, eye))
