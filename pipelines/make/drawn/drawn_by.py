"""What runs on rails or is drawn by beasts: a train with its carriages, a cart."""

from collections.abc import Callable

import numpy as np
import skia

from pipelines.make.drawn.art import Sprite, image_of, pixels_of, resized, trimmed
from pipelines.make.drawn.built import round_fill
from pipelines.make.drawn.light import darker, hexa, lighter
from pipelines.make.drawn.sheet import along, down, flat, outline

CARRIAGES = 2
_LONG, _GAP = 1.42, 0.07  # of a carriage, in heights of the locomotive; and the coupling
STACK = (0.3, 0.02)  # where a locomotive smokes, as shares of its own art
_LIT = hexa("#ffdf9a")


def drawn_by(name: str, height: int, art: Callable[[str, int], Sprite | None]) -> Sprite | None:
    """A train or a cart, `height` pixels high; None for anything else. `art` draws the pack's art of a name."""
    if name == "cart":
        return _cart(height)
    return _train(height, art) if name == "locomotive" else None


def share_of_the_engine(wide: float, tall: float) -> float:
    """Which share of a train's width, from its front, is the engine."""
    return 1 - CARRIAGES * (_LONG + _GAP) * tall / max(wide, 1.0)


def _train(height: int, art: Callable[[str, int], Sprite | None]) -> Sprite | None:
    """The pack's locomotive, which looks to the left, and carriages behind it."""
    engine = art("locomotive", height)
    if engine is None:
        return None
    head = engine.pixels
    wide = round(height * head.shape[1] / head.shape[0])
    whole = wide + round(CARRIAGES * (_LONG + _GAP) * height)
    made = []
    for lit in (False, True):
        surface = skia.Surface(whole, height)
        canvas = surface.getCanvas()
        canvas.scale(height / 100, height / 100)
        for k in range(CARRIAGES):
            left = 100 * (wide / height + _GAP + k * (_LONG + _GAP))
            _carriage(canvas, left, lit)
        canvas.resetMatrix()
        if not lit:
            canvas.drawImage(image_of(resized(head, wide, height)), 0, 0)
        made.append(pixels_of(surface))
    return Sprite(np.ascontiguousarray(made[0]), emit=np.ascontiguousarray(made[1]))


def _carriage(canvas: skia.Canvas, left: float, lit: bool) -> None:
    """A carriage with its left end here, its wheels on row 100. `lit`: only its windows, shining."""
    long, top, low = 100 * _LONG, 34.0, 86.0
    panes = skia.Path()
    for k in range(5):
        panes.addRoundRect(skia.Rect.MakeXYWH(left + 9 + 26 * k, 44, 19, 18), 3, 3)
    if lit:
        canvas.drawPath(panes, flat(_LIT))
        return
    red, iron, cream = hexa("#d8365a"), hexa("#4a4660"), hexa("#f6e6c8")
    canvas.drawRect(skia.Rect.MakeXYWH(left - 9, 78, long + 10, 6), flat(iron))
    for at in (16, 38, long - 38, long - 16):
        for radius, tone in ((10, iron), (5, hexa("#a8a4b8"))):
            canvas.drawCircle(left + at, 90, radius, flat(tone))
    body = skia.Path()
    body.addRoundRect(skia.Rect(left, top, left + long, low), 6, 6)
    canvas.drawPath(body, down(top, low, (0, lighter(red, 0.22), 1), (0.5, red, 1), (1, darker(red, 0.3), 1)))
    canvas.drawRect(skia.Rect(left, 65, left + long, 68), flat(cream))
    glass = hexa("#7fc4f0")
    canvas.drawPath(panes, down(44, 62, (0, lighter(glass, 0.3), 1), (1, glass, 1)))
    roof = skia.Path()
    roof.addRoundRect(skia.Rect(left - 3, 27, left + long + 3, 37), 6, 6)
    canvas.drawPath(roof, down(27, 37, (0, lighter(iron, 0.25), 1), (1, darker(iron, 0.2), 1)))


def _cart(height: int) -> Sprite:
    """A wooden cart with two large wheels and hay on it, its shafts to the left."""
    scale = height / 100
    surface = skia.Surface(round(230 * scale), height)
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    wood, hay = hexa("#a8713f"), hexa("#e0b84a")
    heap = skia.Path()
    heap.moveTo(82, 44)
    heap.cubicTo(88, 8, 128, -4, 160, 8)
    heap.cubicTo(196, 8, 212, 22, 216, 44)
    heap.close()
    canvas.drawPath(heap, along((90, 0), (216, 50), (0, lighter(hay, 0.25), 1), (1, darker(hay, 0.2), 1)))
    straw = skia.Paint(Color=0x88B8862A, StrokeWidth=1.4, AntiAlias=True)
    for k in range(26):
        x = 90 + 4.7 * k
        canvas.drawLine(x, 40 - (k * 7) % 17, x + 9 - (k * 5) % 18, 26 - (k * 11) % 14, straw)
    canvas.drawPath(outline([(0, 58), (92, 54), (92, 59), (0, 62)]), flat(darker(wood, 0.2)))
    sides = [(72, 40), (224, 40), (216, 68), (82, 68)]
    canvas.drawPath(outline(sides), down(40, 68, (0, lighter(wood, 0.25), 1), (1, darker(wood, 0.2), 1)))
    for y in (49, 58):
        canvas.drawRect(skia.Rect(78, y, 219, y + 1.4), flat(darker(wood, 0.35)))
    for x in (84, 148, 210):
        canvas.drawRect(skia.Rect(x, 37, x + 5, 70), round_fill(x, x + 5, darker(wood, 0.12)))
    for x in (114, 182):
        ring = flat(darker(wood, 0.3))
        ring.setStyle(skia.Paint.kStroke_Style)
        ring.setStrokeWidth(5)
        canvas.drawCircle(x, 76, 21, ring)
        for k in range(6):
            canvas.save()
            canvas.translate(x, 76)
            canvas.rotate(30 + 60 * k)
            canvas.drawRect(skia.Rect(-1.5, 0, 1.5, 20), flat(wood))
            canvas.restore()
        canvas.drawCircle(x, 76, 5, flat(darker(wood, 0.4)))
    return Sprite(np.asarray(trimmed(pixels_of(surface))))
