"""People, drawn whole: a head, clothes, arms and legs with soft shading, in a stance. They look to the right."""

import math
from dataclasses import dataclass, replace

import skia

from pipelines.make.drawn.clothing import SLEEVELESS, clothes, lap, shoe
from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.forms import CHILD, GROWN, Build, Limb, Point, hand, limb, reach
from pipelines.make.drawn.head import back_of_head, behind, head
from pipelines.make.drawn.headgear import hat
from pipelines.make.drawn.held import held, in_both_hands
from pipelines.make.drawn.light import Colour, darker, hexa, mix
from pipelines.make.drawn.sheet import flat
from pipelines.make.drawn.stance import Stance

SOLE = 100.4  # where the shoes end: the row a figure stands on
_ANKLE = 98.0


@dataclass(frozen=True)
class Face:
    """What a face shows at one moment: a feeling, and how far the eyes are shut (0 to 1)."""

    feeling: str = ""
    shut: float = 0.0


def build_of(c: Costume) -> Build:
    """The joints of somebody in this costume."""
    return replace(CHILD if c.child else GROWN)


def legs_of(stance: Stance, b: Build) -> tuple[Limb, Limb]:
    """The front and the back leg of a stance, the hip at its own height."""
    length = _ANKLE - b.hip
    near, far = (0.5 * (1 - fore) for fore in stance.fore)
    return reach(3.2, b.hip, stance.front_leg, length, near), reach(-3.4, b.hip, stance.back_leg, length, far)


def drop_of(stance: Stance, b: Build) -> float:
    """How far the body comes down so that its lower foot is on the ground."""
    knees = max(points[1][1] + 3.5 for points in legs_of(stance, b))
    return _ANKLE - max(*(points[2][1] for points in legs_of(stance, b)), min(knees, _ANKLE))


def handed(stance: Stance, b: Build, girth: float, at: Point) -> Stance:
    """The same stance, one hand at a place: the front one for what is before the body, else the back one."""
    front = at[0] >= 0
    side, up = (1 if front else -1) * 7.2 * b.fat * girth, b.shoulder + 3 - b.hip
    lean, down = math.radians(stance.lean), drop_of(stance, b) - stance.rise
    x = at[0] - (side * math.cos(lean) - up * math.sin(lean))
    y = at[1] - (b.hip + down + side * math.sin(lean) + up * math.cos(lean))
    far = min(math.hypot(x, y), 0.999 * b.arm)
    inner = math.degrees(math.acos(far / b.arm))
    joint = (math.degrees(math.atan2(x, y)) - inner + stance.lean, 2 * inner)
    return replace(stance, front_arm=joint) if front else replace(stance, back_arm=joint)


def lying_at(y: float, stance: Stance) -> Point:
    """Where the middle of a body at the height `y` comes to be when it is laid down."""
    a, up = math.radians(stance.turn), y - SOLE + 4
    return -46 - up * math.sin(a), SOLE - 11.0 + up * math.cos(a) - stance.rise


def paint_figure(canvas: skia.Canvas, c: Costume, stance: Stance, face: Face) -> Point:
    """A person a hundred units high without the hat, standing on (0, SOLE). Returns where the hand is that holds."""
    b = build_of(c)
    canvas.save()
    if stance.turn:  # lies: on the back, along the ground
        canvas.translate(-46, SOLE - 11.0)
        canvas.rotate(stance.turn)
        canvas.translate(0, -SOLE + 4)
    drop = 0.0 if stance.turn else drop_of(stance, b)
    canvas.translate(0, drop - stance.rise)
    at = _body(canvas, c, stance, face, b)
    canvas.restore()
    return at[0], at[1] + drop - stance.rise


def _body(canvas: skia.Canvas, c: Costume, stance: Stance, face: Face, b: Build) -> Point:
    top, skin = hexa(c.top), hexa(c.skin)
    puffy = 1.35 if c.body == "space" else 1.0
    frontal = min(stance.fore) > 0.5
    sits = stance.front_leg[0] > 40 or frontal
    canvas.save()
    _leaned(canvas, stance.lean, b)
    canvas.save()
    _nodding(canvas, stance.nod, b)
    if stance.behind < 0.5:
        behind(canvas, c, b.head, b.face_y)
    canvas.restore()
    sleeve = skin if c.bare_arms else hexa(c.extra) if c.body in SLEEVELESS else top
    _arm(
        canvas,
        (-7.2 * b.fat * c.girth, b.shoulder + 3),
        b,
        stance.back_arm,
        darker(sleeve, 0.2),
        darker(skin, 0.12),
        puffy,
    )
    canvas.restore()
    if not frontal:
        _legs(canvas, c, stance, b, puffy)
    canvas.save()
    _leaned(canvas, stance.lean, b)
    stride = (stance.front_leg[0] - stance.back_leg[0]) / 60
    clothes(canvas, c, b, sits, max(-1.0, min(1.0, stride)) * 0.3, stance.behind >= 0.5)
    if frontal:  # the knees come towards the viewer
        canvas.restore()
        _legs(canvas, c, stance, b, puffy * 1.12)
        front, back = legs_of(stance, b)
        lap(canvas, c, b, (front[1], back[1]))
        canvas.save()
        _leaned(canvas, stance.lean, b)
    _head(canvas, c, stance, face, b)
    shoulder = (7.0 * b.fat * c.girth, b.shoulder + 3)
    points = reach(*shoulder, stance.front_arm, b.arm)
    back = reach(-7.2 * b.fat * c.girth, b.shoulder + 3, stance.back_arm, b.arm)[2]
    in_both_hands(canvas, c.held, points[2], back, b)
    at = _arm(canvas, shoulder, b, stance.front_arm, sleeve, skin, puffy, c.held)
    to = canvas.getTotalMatrix().mapXY(*at)
    canvas.restore()
    inverse = skia.Matrix()
    canvas.getTotalMatrix().invert(inverse)
    back_at = inverse.mapXY(to.x(), to.y())
    return back_at.x(), back_at.y()


def _leaned(canvas: skia.Canvas, lean: float, b: Build) -> None:
    canvas.translate(0, b.hip)
    canvas.rotate(lean)
    canvas.translate(0, -b.hip)


def _nodding(canvas: skia.Canvas, nod: float, b: Build) -> None:
    canvas.translate(0.6, b.shoulder - 3)
    canvas.rotate(nod)
    canvas.translate(-0.6, 3 - b.shoulder)


def _legs(canvas: skia.Canvas, c: Costume, stance: Stance, b: Build, puffy: float) -> None:
    skin, cloth = hexa(c.skin), hexa(c.legs)
    front, back = legs_of(stance, b)
    bare = c.body in ("dress", "gown", "patient") or c.bare_legs
    thick, end = (3.1, 2.3) if bare else (4.5 * puffy * c.girth**0.5, 3.3 * puffy)
    leather = hexa(c.shoes if c.body != "space" else "#c9d0dc")
    for points, leg, shade in ((back, stance.back_leg, 0.22), (front, stance.front_leg, 0.0)):
        tone = mix(skin, cloth, 0.12) if bare else cloth
        limb(canvas, points, thick, end, darker(tone, shade))
        shoe(canvas, points[2], leg[0] + leg[1], darker(leather, shade), stance.face <= 0.2)


def _arm(canvas: skia.Canvas, shoulder: Point, b: Build, swing: tuple[float, float], sleeve: Colour, skin: Colour,
         puffy: float, what: str = "") -> Point:  # fmt: skip
    """One arm; the front one also holds what the costume carries. Returns the hand's place."""
    points = reach(*shoulder, swing, b.arm)
    at = points[2]
    held(canvas, what, at)
    hand(canvas, at, swing[0] + swing[1], skin, 1.12 * puffy)
    share = 0.86
    cuff = (points[1][0] + (at[0] - points[1][0]) * share, points[1][1] + (at[1] - points[1][1]) * share)
    limb(canvas, (points[0], points[1], cuff), 4.1 * puffy, 3.1 * puffy, sleeve)
    return at


def _head(canvas: skia.Canvas, c: Costume, stance: Stance, face: Face, b: Build) -> None:
    canvas.save()
    _nodding(canvas, stance.nod, b)
    if stance.behind >= 0.5:
        back_of_head(canvas, c, b.head, b.face_y)
        hat(canvas, c, b.head, b.face_y)
        canvas.restore()
        return
    if c.hat != "bubble" and c.hat != "veil":
        neck = skia.Rect.MakeXYWH(-2.8, b.face_y + b.head * 0.7, 6.8, b.shoulder - b.face_y - b.head * 0.55)
        canvas.drawRect(neck, flat(darker(hexa(c.skin), 0.24)))
    head(canvas, c, b.head, b.face_y, face.feeling, face.shut, stance.mouth, stance.face)
    hat(canvas, c, b.head, b.face_y)
    canvas.restore()
