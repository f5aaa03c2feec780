"""Small things indoors are seen from near, on a table, the room soft behind them."""

from dataclasses import replace

import skia

from pipelines.make.drawn.layering import Layer, play
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.read import Subject
from pipelines.make.drawn.sheet import Sheet, Stage, around, down, flat

_EDGE = 0.7  # where the table begins, as a share of the height


def small(subjects: tuple[Subject, ...]) -> bool:
    """Whether all there is lies on a table in life: cups, bread, a book; and no one beside it."""
    lying = [s for s in subjects if s.thing.art != "own:table"]
    return bool(lying) and all(s.thing.place == "o" and s.thing.tall <= 1 for s in lying)


def tabletop(sheet: Sheet, room: tuple[Layer, ...], stage: Stage) -> Stage:
    """A table before the room, which goes soft. Returns the stage for what stands on the table."""
    w, h, u, light = sheet.w, sheet.h, sheet.u, sheet.light
    sheet.layer("room", 5.0)
    canvas = sheet.canvas
    soft = skia.Paint(ImageFilter=skia.ImageFilters.Blur(11 * u, 11 * u, skia.TileMode.kClamp))
    canvas.saveLayer(None, soft)
    canvas.translate(w * 0.5, h * 0.42)
    canvas.scale(1.3, 1.3)
    canvas.translate(-w * 0.5, -h * 0.36)
    play(canvas, room)
    canvas.restore()
    sheet.layer("table", floor=h * 0.42)
    canvas = sheet.canvas
    wood, top = hexa("#b0763f"), h * _EDGE
    canvas.drawRect(
        skia.Rect(0, top - 26 * u, w, top), down(top - 26 * u, top, (0, light.shadow, 0), (1, light.shadow, 0.35))
    )
    canvas.drawRect(
        skia.Rect(0, top, w, h),
        down(
            top, h, (0, light.on(lighter(wood, 0.22)), 1), (0.4, light.on(wood), 1), (1, light.on(darker(wood, 0.4)), 1)
        ),
    )
    seam = flat(light.on(darker(wood, 0.5)), 0.5)
    seam.setStrokeWidth(2.4 * u)
    for i in range(-7, 8):
        canvas.drawLine(w / 2 + i * w * 0.1, top, w / 2 + i * w * 0.19, h, seam)
    for _ in range(46):  # grain
        t = sheet.between(0.03, 1)
        x, y, length = sheet.between(0, 1) * w, top + (h - top) * t, sheet.between(30, 170) * u * (0.4 + t)
        canvas.drawOval(skia.Rect.MakeXYWH(x, y, length, 2.2 * u), flat(light.on(darker(wood, 0.35)), 0.22))
    canvas.drawRect(skia.Rect(0, top, w, top + 5 * u), flat(light.lit(lighter(wood, 0.3), 0.4), 0.8))
    x = stage.lit_by[0] if stage.lit_by else w / 2
    canvas.drawRect(
        skia.Rect(0, top, w, h),
        around((x, top), w * 0.5, (0, light.sun, 0.3), (0.5, light.sun, 0.1), (1, light.sun, 0)),
    )
    return replace(stage, horizon=h * 0.42, ground=(h * 0.8, h * 0.88), floor=wood, perches=(), spans={}, facing=0)
