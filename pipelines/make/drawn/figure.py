"""People, drawn whole: a head, clothes, arms and legs with soft shading, in a pose. They look to the right."""

import math
from dataclasses import dataclass

import skia

from pipelines.make.drawn.art import Sprite, corner, pixels_of, trimmed
from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.headgear import hat, held
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import along, around, flat, smooth

Point = tuple[float, float]

# pose: (front arm, its bend), (back arm, its bend), (front leg, its bend), (back leg, its bend),
# in degrees, forwards positive
_LIMBS: dict[str, tuple[tuple[float, float], ...]] = {
    "stand": ((12, 12), (-10, 12), (3, 0), (-3, 0)),
    "walk": ((28, 30), (-32, 26), (22, -8), (-20, -24)),
    "run": ((52, 70), (-55, 60), (42, -30), (-34, -62)),
    "wave": ((142, 26), (-12, 14), (4, 0), (-4, 0)),
    "climb": ((112, 20), (-18, 40), (50, -74), (-10, -6)),
    "point": ((92, 8), (-14, 22), (4, 0), (-4, 0)),
    "dance": ((138, 24), (-132, -30), (26, -14), (-12, -18)),
    "hold": ((42, 72), (-12, 14), (4, 0), (-4, 0)),
    "sit": ((34, 50), (10, 40), (84, -84), (76, -80)),
}


@dataclass(frozen=True)
class Build:
    """Where a body's joints are, in hundredths of its height."""

    head: float  # radius
    face_y: float
    shoulder: float
    hip: float
    arm: float
    fat: float


_GROWN = Build(10.6, 17.5, 33.0, 63.0, 26.0, 1.0)
_CHILD = Build(14.5, 20.0, 39.5, 67.0, 21.0, 0.98)


def figure(costume: Costume, pose: str, height: int) -> Sprite:
    """A person of `height` pixels, about half as wide, looking to the right. A lantern in the hand is a lamp."""
    scale = height / 104
    top = 22 * scale  # room for tall hats
    w, h = int(height * 1.2), int(height * 1.28) + 4
    surface = skia.Surface(w, h)
    canvas = surface.getCanvas()
    canvas.translate(w / 2, top)
    canvas.scale(scale, scale)
    build = _CHILD if costume.child else _GROWN
    drop = 16.0 if pose == "sit" else 0.0
    canvas.translate(0, drop)
    hand = _body(canvas, costume, pose, build)
    pixels = pixels_of(surface)
    left, up = corner(pixels)
    cut = trimmed(pixels)
    if costume.held != "lantern":
        return Sprite(cut)
    lamp = ((hand[0] + 0.6) * scale + w / 2 - left, (hand[1] + 11.5 + drop) * scale + top - up)
    return Sprite(cut, ((lamp[0] / cut.shape[1], lamp[1] / cut.shape[0], 0.035),))


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


def limb(canvas: skia.Canvas, points: tuple[Point, Point, Point], thick: float, end: float, colour: Colour) -> None:
    """An arm or a leg that bends at its middle point, `thick` at the top and `end` at the tip."""
    (x0, y0), (mx, my), (x2, y2) = points
    cx, cy = 2 * mx - (x0 + x2) / 2, 2 * my - (y0 + y2) / 2  # the curve passes through the middle point
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


def _reach(x: float, y: float, angle: float, bend: float, length: float) -> tuple[Point, Point, Point]:
    """Joint, middle and tip of a limb that hangs from (x, y), swung forwards by `angle` and bent by `bend` degrees."""
    a, b = math.radians(angle), math.radians(angle + bend)
    mx, my = x + length * 0.5 * math.sin(a), y + length * 0.5 * math.cos(a)
    return (x, y), (mx, my), (mx + length * 0.5 * math.sin(b), my + length * 0.5 * math.cos(b))


def _body(canvas: skia.Canvas, c: Costume, pose: str, b: Build) -> Point:
    front_arm, back_arm, front_leg, back_leg = _LIMBS[pose]
    top, skin = hexa(c.top), hexa(c.skin)
    leg_colour = hexa(c.legs)
    long_robe = c.body == "robe"
    puffy = 1.35 if c.body == "space" else 1.0
    arm_end = _arm(canvas, -7.4 * b.fat, b, back_arm, darker(top, 0.2), darker(skin, 0.12), puffy)
    del arm_end
    length = 98 - b.hip
    for x, leg, shade in ((-3.6, back_leg, 0.22), (3.4, front_leg, 0.0)):
        points = _reach(x, b.hip, leg[0], leg[1], length)
        bare = c.body == "dress"
        limb(
            canvas,
            points,
            4.3 * puffy if not bare else 2.9,
            3.2 * puffy if not bare else 2.2,
            darker(mix(skin, leg_colour, 0.75) if bare else leg_colour, shade),
        )
        _shoe(canvas, points[2], leg[0] + leg[1], darker(hexa("#4a3a36" if c.body != "space" else "#c9d0dc"), shade))
    _clothes(canvas, c, b, long_robe, pose)
    if c.scarf:
        _scarf(canvas, hexa(c.extra), b)
    _head(canvas, c, b)
    hand = _arm(canvas, 7.2 * b.fat, b, front_arm, top, skin, puffy, c, pose)
    return hand


def _shoe(canvas: skia.Canvas, at: Point, angle: float, colour: Colour) -> None:
    x, y = at
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(max(-40, min(40, -angle * 0.6)))
    shape(canvas, smooth([(-4, -2.6), (0, -3.4), (3.4, -2), (8, 0), (8, 2.4), (-4.2, 2.4)]), colour)
    canvas.restore()


def _arm(
    canvas: skia.Canvas,
    x: float,
    b: Build,
    swing: tuple[float, float],
    sleeve: Colour,
    skin: Colour,
    puffy: float,
    c: Costume | None = None,
    pose: str = "",
) -> Point:
    """One arm; the front one also holds what the costume carries. Returns the hand's place."""
    points = _reach(x, b.shoulder + 3, swing[0], swing[1], b.arm)
    hand = points[2]
    if c is not None and c.held and pose != "dance":
        held(canvas, c.held, hand)
    canvas.drawCircle(
        hand[0],
        hand[1],
        3.1 * puffy,
        around((hand[0] - 1, hand[1] - 1), 4.4, (0, lighter(skin, 0.15), 1), (1, darker(skin, 0.22), 1)),
    )
    short = (
        points[0],
        points[1],
        (points[1][0] + (hand[0] - points[1][0]) * 0.82, points[1][1] + (hand[1] - points[1][1]) * 0.82),
    )
    limb(canvas, short, 3.9 * puffy, 3.2 * puffy, sleeve)
    return hand


def _clothes(canvas: skia.Canvas, c: Costume, b: Build, robe: bool, pose: str) -> None:
    top, extra = hexa(c.top), hexa(c.extra)
    s, hip, f = b.shoulder, b.hip, b.fat
    hem = {"coat": hip + 13, "labcoat": hip + 15, "dress": hip + 13, "robe": 97.0}.get(c.body, hip + 3.0)
    flare = {"coat": 13.5, "labcoat": 12.5, "dress": 17.0, "robe": 18.0, "space": 12.5}.get(c.body, 9.8) * f
    if pose == "sit" and not robe:
        hem = hip + 4
    body = smooth(
        [
            (-9.5 * f, s + 1.5),
            (-5, s - 1.6),
            (5, s - 1.6),
            (9.5 * f, s + 1.5),
            (10.4 * f, s + 12),
            (flare * 0.86, hip - 6),
            (flare, hem),
            (flare * 0.4, hem + 2.2),
            (-flare * 0.4, hem + 2.2),
            (-flare, hem),
            (-flare * 0.86, hip - 6),
            (-10.4 * f, s + 12),
        ]
    )
    shirt = c.body in ("overalls", "apron")
    shape(canvas, body, extra if c.body == "overalls" else top)
    canvas.save()
    canvas.clipPath(body, True)
    if c.body in ("jacket", "coat", "suit", "labcoat"):
        wide = 3.2 if c.body != "coat" else 2.2
        opening = smooth(
            [(2.5 - wide, s - 3), (2.5 + wide, s - 3), (3.4, s + (14 if c.body != "suit" else 18)), (2.4, s + 19)]
        )
        canvas.drawPath(opening, flat(extra))
        seam = flat(darker(top, 0.4), 0.55)
        seam.setStyle(skia.Paint.kStroke_Style)
        seam.setStrokeWidth(0.7)
        canvas.drawLine(2.8, s + 15, 2.2, hem + 4, seam)
        for i in range(3):
            canvas.drawCircle(5.4, s + 18 + i * 7, 1.0, flat(mix(hexa("#f2d58a"), top, 0.15)))
        if c.body == "suit":
            canvas.drawPath(
                smooth([(1.6, s), (3.8, s), (4.3, s + 13), (2.8, s + 16), (1.4, s + 13)]), flat(hexa("#c9483a"))
            )
    elif c.body == "overalls":
        bib = smooth([(-4, s + 9), (8.5, s + 9), (10.5, hip - 8), (12, hem + 5), (-12, hem + 5), (-10.5, hip - 8)])
        shape(canvas, bib, top)
        for x in (-3.6, 7.6):
            strap = flat(darker(top, 0.12))
            strap.setStyle(skia.Paint.kStroke_Style)
            strap.setStrokeWidth(2.2)
            canvas.drawLine(x, s - 2, x + 0.4, s + 11, strap)
            canvas.drawCircle(x + 0.4, s + 11, 1.2, flat(hexa("#f2d58a")))
    elif shirt:
        shape(
            canvas, smooth([(-5, s + 8), (8, s + 8), (11, hip - 4), (12, hem + 6), (-8, hem + 6), (-8, hip - 4)]), extra
        )
    elif c.body in ("dress", "robe"):
        canvas.drawRect(skia.Rect.MakeXYWH(-20, (hip + s) / 2 + 3, 40, 2.6), flat(extra, 0.85))
    elif c.body == "space":
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-3.5, s + 9, 12, 9), 2, 2, flat(hexa("#aab6c8")))
        for i, code in enumerate(("#e2503f", "#3f8fd0", "#f2c530")):
            canvas.drawCircle(-0.6 + i * 3.2, s + 13.5, 1.15, flat(hexa(code)))
        canvas.drawRect(skia.Rect.MakeXYWH(-20, hip - 3, 40, 2.6), flat(extra))
    elif c.body == "armour":
        canvas.drawPath(
            smooth([(-3, s + 4), (8, s + 4), (8, hip - 8), (2.5, hip - 3), (-3, hip - 8)]), flat(extra, 0.95)
        )
    canvas.restore()


def _scarf(canvas: skia.Canvas, colour: Colour, b: Build) -> None:
    y = b.shoulder - 2.5
    shape(
        canvas, smooth([(-7, y - 1.5), (1, y + 0.5), (8.4, y - 1.5), (8.8, y + 3), (1, y + 5), (-7.6, y + 3)]), colour
    )
    shape(canvas, smooth([(-6, y + 2), (-2, y + 2), (-2.6, y + 15), (-6.6, y + 15)]), darker(colour, 0.1))


def _head(canvas: skia.Canvas, c: Costume, b: Build) -> None:
    from pipelines.make.drawn.head import head

    if c.hat != "bubble":
        neck = flat(darker(hexa(c.skin), 0.2))
        canvas.drawRect(
            skia.Rect.MakeXYWH(-2.6, b.face_y + b.head * 0.7, 6.2, b.shoulder - b.face_y - b.head * 0.55), neck
        )
    head(canvas, c, b.head, b.face_y)
    hat(canvas, c, b.head, b.face_y)
