"""Windows of rooms: their kinds, their frames, and the curtains before them."""

from dataclasses import dataclass

import skia

from pipelines.make.drawn.light import darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, outline

# kind: width, height, height of the sill in metres; columns and rows of panes
_KINDS = {
    "sash": (1.5, 1.75, 0.95, 2, 2),
    "tall": (1.5, 2.35, 0.2, 2, 3),
    "wide": (2.9, 1.55, 1.0, 3, 1),
    "narrow": (0.8, 1.6, 1.0, 1, 2),
    "round": (1.3, 1.3, 1.25, 2, 2),
    "arched": (1.15, 2.1, 0.95, 2, 3),
    "grid": (2.3, 1.9, 1.0, 5, 4),
    "wall": (1.7, 2.5, 0.12, 1, 1),
    "stained": (0.95, 2.6, 1.2, 2, 5),
    "port": (1.5, 1.5, 0.95, 1, 1),
    "slit": (0.5, 1.7, 1.5, 1, 1),
    "shopfront": (2.6, 2.0, 0.45, 2, 1),
    "roof": (1.2, 1.2, 1.5, 2, 1),
}
_ROUND = ("round", "port")
_ARCHED = ("arched", "stained", "slit")


@dataclass(frozen=True)
class Opening:
    """A window in the wall: its middle column, its top row, its size, in pixels."""

    kind: str
    x: float
    top: float
    wide: float
    tall: float
    unit: float

    @staticmethod
    def of(kind: str, x: float, line: float, metre: float) -> "Opening":
        """A window of a kind in a wall that ends at the row `line`."""
        wide, tall, sill, _, _ = _KINDS[kind]
        return Opening(kind, x, line - (sill + tall) * metre, wide * metre, tall * metre, metre)

    @property
    def y(self) -> float:
        return self.top + self.tall / 2

    def hole(self, grow: float = 0.0) -> skia.Path:
        """Its outline, `grow` pixels wider on each side."""
        path = skia.Path()
        box = skia.Rect.MakeXYWH(
            self.x - self.wide / 2 - grow, self.top - grow, self.wide + 2 * grow, self.tall + 2 * grow
        )
        if self.kind in _ROUND:
            path.addOval(box)
        elif self.kind in _ARCHED:
            r = min(self.wide / 2 + grow, self.tall)
            path.addRoundRect(box, [r, r, r, r, 2, 2, 2, 2])
        else:
            path.addRoundRect(box, 3, 3)
        return path


_GLASS = ("#c9503f", "#3f6fb8", "#d9a83f", "#4f9a6a", "#8a4f9a", "#e0d2a8")


def glaze(sheet: Sheet, opening: Opening) -> None:
    """The frame with its bars and sill, a faint sheen on the glass."""
    light, canvas, u, o = sheet.light, sheet.canvas, sheet.u, opening
    _, _, _, columns, rows = _KINDS[o.kind]
    stone = o.kind in ("stained", "slit")
    metal = o.kind in ("grid", "wall", "port", "shopfront")
    frame = light.on(hexa("#8f867f" if stone else "#5a6270" if metal else "#f6efe2"))
    left, right, low = o.x - o.wide / 2, o.x + o.wide / 2, o.top + o.tall
    thick = (0.09 if o.kind in ("port", "stained", "slit") else 0.06) * o.unit
    if o.kind == "stained":
        _stained(sheet, o)
    ring = skia.Op(o.hole(thick), o.hole(), skia.PathOp.kDifference_PathOp)
    canvas.drawPath(ring, along((left, o.top), (right, low), (0, lighter(frame, 0.25), 1), (1, darker(frame, 0.25), 1)))
    shade = flat(light.shadow, 0.35, 5 * u)
    shade.setStyle(skia.Paint.kStroke_Style)
    shade.setStrokeWidth(5 * u)
    canvas.save()
    canvas.clipPath(o.hole(), True)
    canvas.drawPath(o.hole(), shade)
    sheen = outline(
        [(left, low), (left + o.wide * 0.3, o.top), (left + o.wide * 0.5, o.top), (left + o.wide * 0.2, low)]
    )
    canvas.drawPath(sheen, flat((1, 1, 1), 0.1))
    bar = (0.03 if metal else 0.045) * o.unit
    for i in range(1, columns):
        canvas.drawRect(skia.Rect.MakeXYWH(left + o.wide * i / columns - bar / 2, o.top, bar, o.tall), flat(frame))
    for i in range(1, rows):
        canvas.drawRect(skia.Rect.MakeXYWH(left, o.top + o.tall * i / rows - bar / 2, o.wide, bar), flat(frame))
    canvas.restore()
    if o.kind not in (*_ROUND, "tall", "wall"):
        sill = skia.Rect.MakeXYWH(left - 0.13 * o.unit, low + thick * 0.6, o.wide + 0.26 * o.unit, 0.07 * o.unit)
        canvas.drawRect(sill, down(sill.top(), sill.bottom(), (0, lighter(frame, 0.3), 1), (1, darker(frame, 0.2), 1)))
        under = skia.Rect.MakeXYWH(sill.left(), sill.bottom(), sill.width(), 0.1 * o.unit)
        canvas.drawRect(under, down(under.top(), under.bottom(), (0, light.shadow, 0.3), (1, light.shadow, 0)))


def _stained(sheet: Sheet, o: Opening) -> None:
    canvas, light = sheet.canvas, sheet.light
    canvas.save()
    canvas.clipPath(o.hole(), True)
    bright = 0.35 + 0.6 * (1 - min(1.0, 2 * light.dark))
    for row in range(9):
        for column in range(4):
            tone = hexa(_GLASS[int(sheet.rng.integers(0, len(_GLASS)))])
            x, y = o.x - o.wide / 2 + o.wide * column / 4, o.top + o.tall * row / 9
            tone = mix(darker(tone, 0.5), lighter(tone, 0.25), bright)
            canvas.drawRect(skia.Rect.MakeXYWH(x, y, o.wide / 4 - 1.5, o.tall / 9 - 1.5), flat(tone, 0.93))
    canvas.restore()


def hang_curtain(sheet: Sheet, opening: Opening, own: str) -> None:
    """Curtains drawn to both sides of a window, on their rod."""
    light, o, canvas = sheet.light, opening, sheet.canvas
    tone = light.on(hexa(own))
    wide, drop = 0.24 * o.unit, o.tall + 0.3 * o.unit
    y = o.top - 0.14 * o.unit
    for side in (-1, 1):
        inner = o.x + side * (o.wide / 2 - wide * 0.45)
        outer = o.x + side * (o.wide / 2 + wide)
        path = skia.Path()
        path.moveTo(inner, y)
        path.cubicTo(
            inner, y + drop * 0.4, inner + side * wide * 0.5, y + drop * 0.6, inner + side * wide * 0.3, y + drop
        )
        path.lineTo(outer, y + drop)
        path.lineTo(outer, y)
        path.close()
        stops = [(k / 8, (lighter(tone, 0.16), darker(tone, 0.24))[k % 2], 1.0) for k in range(9)]
        canvas.drawPath(path, along((min(inner, outer), 0), (max(inner, outer), 0), *stops))
    rod = skia.Rect(
        o.x - o.wide / 2 - wide * 1.25, y - 0.03 * o.unit, o.x + o.wide / 2 + wide * 1.25, y + 0.02 * o.unit
    )
    canvas.drawRoundRect(rod, 4, 4, flat(light.on(hexa("#6a4a38"))))
    for x in (rod.left(), rod.right()):
        canvas.drawCircle(x, rod.centerY(), 0.05 * o.unit, flat(light.on(hexa("#8a6a48"))))
