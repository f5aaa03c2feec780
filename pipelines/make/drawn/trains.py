"""Trains seen from the side: a railcar with a nose, its carriages behind it; it stands, leaves or comes in."""

import skia

from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, down, flat
from pipelines.make.drawn.streetware import Glow

LIT = hexa("#ffdf9a")
_TONES = {"red": "#c8443a", "blue": "#2f6f8f", "green": "#3f7a5a", "yellow": "#e0a838", "orange": "#d8893a"}


def _going(sheet: Sheet, way: int) -> Life | None:
    """How the train moves: off slowly, in and to a stand, or not at all."""
    w = sheet.w
    if sheet.told("leaves", "leaving", "departs", "departing", "departure", "starts"):
        return lambda seconds: Pose(dx=way * 0.5 * w * min(1.0, seconds / 6.5) ** 2)
    if sheet.told("arrives", "arriving", "arrival", "comes", "enters"):
        return lambda seconds: Pose(dx=-way * 0.42 * w * (1 - min(1.0, seconds / 4)) ** 2)
    return None


def train(sheet: Sheet, foot: float, tall: float, lamps: list[Glow], away: float) -> None:
    """A railcar with its carriages, its wheels on the row `foot`; they reach out of the picture."""
    w = sheet.w
    way = -1 if sheet.rng.random() < 0.5 else 1
    own = hexa(list(_TONES.values())[int(sheet.rng.integers(0, len(_TONES)))])
    own = next((hexa(code) for name, code in _TONES.items() if sheet.told(name)), own)
    life = _going(sheet, way)
    sheet.layer("train", away, life=life)
    nose, long = w * (0.5 + way * 0.34), tall * 2.5
    x, first = nose, True
    while abs(x - nose) < 1.3 * w and -0.5 * w < x < 1.5 * w:
        _carriage(sheet, x, way, foot, long, tall, own, first)
        if sheet.light.lamps and life is None and 0 < x < w:
            lamps.append((x - way * long * 0.5, foot - tall * 0.55, tall * 0.9, LIT, 0.35))
        x -= way * (long + tall * 0.05)
        first = False
    if sheet.light.lamps and life is None:
        lamps.append((nose, foot - tall * 0.3, tall * 0.7, hexa("#fff4d0"), 0.9))


def _carriage(
    sheet: Sheet, x: float, way: int, foot: float, long: float, tall: float, own: Colour, first: bool
) -> None:
    """One carriage that ends at the column `x` on the side it goes to; the first has a nose with a lamp."""
    light, canvas = sheet.light, sheet.canvas
    cream, back = hexa("#f6ead0"), x - way * long
    low, top = foot - tall * 0.13, foot - tall

    def at(share: float, up: float) -> tuple[float, float]:
        return x - way * share * tall, foot - up * tall

    under = skia.Rect(min(x, back), low - tall * 0.03, max(x, back), foot - tall * 0.05)
    canvas.drawRect(under.makeInset(tall * 0.1, 0), flat(light.on(hexa("#2f3038"))))
    wheels, hubs = skia.Path(), skia.Path()
    for share in (0.28, 0.52, long / tall - 0.52, long / tall - 0.28):
        wheels.addCircle(*at(share, 0.075), tall * 0.075)
        hubs.addCircle(*at(share, 0.075), tall * 0.032)
    canvas.drawPath(wheels, flat(light.on(hexa("#3a3a44"))))
    canvas.drawPath(hubs, flat(light.on(hexa("#9a9aa4"))))
    body = skia.Path()
    body.moveTo(back, low)
    body.lineTo(back, top + tall * 0.06)
    body.quadTo(back, top, back + way * tall * 0.06, top)
    if first:
        body.lineTo(*at(0.42, 1.0))
        body.cubicTo(*at(0.16, 0.98), *at(0.06, 0.72), *at(0.02, 0.42))
        body.quadTo(*at(-0.02, 0.2), *at(0.03, 0.13))
    else:
        body.lineTo(*at(0.06, 1.0))
        body.quadTo(*at(0, 1.0), *at(0, 0.94))
        body.lineTo(*at(0, 0.13))
    body.close()
    pale, deep = light.lit(cream, 0.2), light.on(own)
    canvas.drawPath(body, down(top, low, (0, darker(light.on(own), 0.35), 1), (0.1, lighter(deep, 0.15), 1),
                               (0.12, pale, 1), (0.54, light.on(cream), 1), (0.55, lighter(deep, 0.12), 1),
                               (1, darker(deep, 0.3), 1)))  # fmt: skip
    canvas.save()
    canvas.clipPath(body, True)
    canvas.drawRect(skia.Rect(min(x, back), foot - tall * 0.335, max(x, back), foot - tall * 0.31), flat(pale))
    panes = skia.Path()
    start = 0.75 if first else 0.42
    share = start
    while share < long / tall - 0.4:
        (a, y0), (b, y1) = at(share, 0.83), at(share + 0.26, 0.55)
        panes.addRRect(skia.RRect.MakeRectXY(skia.Rect(min(a, b), y0, max(a, b), y1), tall * 0.03, tall * 0.03))
        share += 0.34
    if first:
        panes.addPoly([skia.Point(*p) for p in (at(0.2, 0.86), at(0.56, 0.86), at(0.56, 0.55), at(0.07, 0.55))], True)
    glass = mix(light.sky[1], light.on(hexa("#3f5a78")), 0.55)
    canvas.drawPath(panes, flat(LIT) if light.lamps else down(foot - tall * 0.83, foot - tall * 0.55, (0, lighter(
        glass, 0.3), 1), (1, glass, 1)))  # fmt: skip
    doors = flat(darker(deep, 0.35), 0.7)
    doors.setStyle(skia.Paint.kStroke_Style)
    doors.setStrokeWidth(2.4 * sheet.u)
    for share in (start - 0.18, long / tall - 0.2):
        (a, y0), (b, y1) = at(share - 0.1, 0.86), at(share + 0.1, 0.15)
        canvas.drawRect(skia.Rect(min(a, b), y0, max(a, b), y1), doors)
    canvas.restore()
    if first:
        canvas.drawCircle(*at(0.09, 0.3), tall * 0.04, flat(hexa("#fff6d8")))
