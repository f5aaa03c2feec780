"""How a body stands: the angles of its joints, and how they change while it walks, waves, talks or plays."""

import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

Joint = tuple[float, float]  # degrees: forwards from hanging straight down, and the bend at elbow or knee


@dataclass(frozen=True)
class Stance:
    """One posture of a body that looks to the right. Angles in degrees, lengths in hundredths of its height.

    `lean` bends the trunk forwards about the hip, `nod` the head; `rise` lifts the whole body off the ground; `turn`
    lays it down (-90: on its back); `mouth` (0 to 1) is how far it is open in speech.
    """

    front_arm: Joint = (10, 14)
    back_arm: Joint = (-9, 14)
    front_leg: Joint = (4, -3)
    back_leg: Joint = (-4, -2)
    lean: float = 0.0
    nod: float = 0.0
    rise: float = 0.0
    turn: float = 0.0
    mouth: float = 0.0


def mixed(a: Stance, b: Stance, share: float) -> Stance:
    """`share` of the way from one stance to another."""
    found = {}
    for field in fields(Stance):
        x, y = getattr(a, field.name), getattr(b, field.name)
        if isinstance(x, tuple):
            found[field.name] = tuple(p + (q - p) * share for p, q in zip(x, y, strict=True))
        else:
            found[field.name] = x + (y - x) * share
    return Stance(**found)


STAND = Stance()
STILL: dict[str, Stance] = {
    "stand": STAND,
    "point": Stance((90, 6), (-14, 22)),
    "hold": Stance((40, 70), (-10, 16)),
    "carry": Stance((36, 58), (30, 62), lean=-3),
    "sit": Stance((30, 52), (14, 46), (88, -88), (80, -84), lean=-3),
    "kneel": Stance((30, 40), (12, 30), (74, -88), (-8, -84), lean=3),
    "lie": Stance((6, 30), (-4, 8), (5, -4), (-3, -2), turn=-88),
    "read": Stance((34, 78), (28, 82), nod=9),
    "read sitting": Stance((34, 78), (28, 82), (88, -88), (80, -84), nod=9, lean=-3),
    "think": Stance((34, 128), (30, 60), nod=5),
    "pray": Stance((38, 92), (34, 94), nod=10),
    "cheer": Stance((128, 14), (-128, -14), (9, -4), (-9, -4), nod=-6),
    "bow": Stance((12, 8), (-6, 10), (4, -2), (-4, -2), lean=42, nod=16),
    "look up": Stance((12, 14), (-10, 14), nod=-16, lean=-4),
    "hug": Stance((72, 34), (66, 38), lean=5),
    "push": Stance((84, 6), (80, 8), (26, -26), (-32, -4), lean=20),
    "shake": Stance((58, 26), (-12, 16), lean=3),
    "akimbo": Stance((-38, 92), (38, 58), (7, -2), (-8, -2)),
    "shrink": Stance((44, 112), (40, 110), (10, -18), (-2, -16), lean=-7, nod=4),
    "gape": Stance((52, 66), (-46, -54), (6, -2), (-7, -2), lean=-5, nod=-4),
    "row": Stance((62, 22), (56, 26), (88, -70), (80, -68), lean=6),
    "steer": Stance((72, 18), (66, 20), (88, -88), (80, -84)),
    "fish": Stance((62, 30), (46, 52), nod=3),
    "type": Stance((42, 48), (38, 50), (88, -88), (80, -84), nod=6),
    "violin": Stance((25, 72), (90, 8), nod=4),
    "guitar": Stance((6, 92), (44, 62), nod=5),
    "flute": Stance((58, 96), (64, 74), nod=2),
    "drum": Stance((40, 60), (34, 62), nod=4),
    "swim": Stance((150, 16), (-50, -20), (-4, -6), (-14, -8), lean=8),
    "garden": Stance((52, 10), (40, 18), (20, -30), (-14, -20), lean=34, nod=8),
}


def stepping(phase: float, reach: float, knee: float, arms: float) -> Stance:
    """A step of walking or running; `phase` 0 to 1. The foot on the ground goes back at an even speed.

    `reach`: how far the foot comes before the hip, as a share of the leg; `knee`: its bend as it swings forwards.
    """
    legs = [_leg(phase + shift, reach, knee) for shift in (0.0, 0.5)]
    swing = math.cos(2 * math.pi * phase)
    front, back = -arms * swing, arms * swing
    return Stance((front, 12 + 0.7 * max(0.0, front)), (back, 12 + 0.7 * max(0.0, back)), legs[0], legs[1], lean=2)


def _leg(phase: float, reach: float, knee: float) -> Joint:
    phase %= 1.0
    if phase < 0.5:  # on the ground, from before the hip to behind it
        along = reach * (1 - 4 * phase)
        return math.degrees(math.asin(along)), -4.0 - 5.0 * math.sin(2 * math.pi * phase)
    t = (phase - 0.5) * 2
    ease = t * t * (3 - 2 * t)
    along = reach * (-1 + 2 * ease)
    lifted = math.sin(math.pi * t) ** 1.2
    return math.degrees(math.asin(along)) + 0.32 * knee * lifted, -4.0 - knee * lifted


def _walk(t: float) -> Stance:
    return stepping(t, 0.42, 46, 26)


def _run(t: float) -> Stance:
    step = stepping(t, 0.62, 92, 48)
    return replace(step, lean=11, rise=3.2 * abs(math.sin(2 * math.pi * (t + 0.03))),
                   front_arm=(step.front_arm[0], 82), back_arm=(step.back_arm[0], 82))  # fmt: skip


def _sway(t: float, times: int = 1, shift: float = 0.0) -> float:
    return math.sin(2 * math.pi * (t * times + shift))


def _wave(t: float) -> Stance:
    return Stance((112 + 4 * _sway(t, 2), 42 + 24 * _sway(t, 2, 0.25)), (-12, 14), lean=-1, nod=-2 + _sway(t))


def _talk(t: float) -> Stance:
    mouth = max(0.0, 0.5 * _sway(t, 7) + 0.5 * _sway(t, 5, 0.2)) * (1 if t < 0.8 else 0)
    lift = 0.5 + 0.5 * _sway(t, 1, -0.05)
    return Stance((26 + 22 * lift, 62 + 14 * _sway(t, 2)), (-8 + 20 * lift, 22 + 22 * lift),
                  nod=1 + 3 * _sway(t, 2), lean=1.2 * _sway(t), mouth=mouth)  # fmt: skip


def _dance(t: float) -> Stance:
    side = _sway(t)
    beat = abs(_sway(t, 1, 0.25))
    return Stance((112 + 40 * side, 30), (-112 + 40 * side, -30), (14 + 13 * side, -14 - 12 * beat),
                  (-10 + 12 * side, -14 - 12 * beat), lean=8 * side, nod=5 * side, rise=3.5 * (1 - beat))  # fmt: skip


def _jump(t: float) -> Stance:
    up = max(0.0, _sway(t, 2, 0.04))
    crouch = max(0.0, -_sway(t, 2, 0.04))
    return Stance((70 + 58 * up, 20), (-66 - 60 * up, -20), (8 + 22 * crouch, -4 - 44 * crouch - 26 * up),
                  (-8 + 20 * crouch, -4 - 44 * crouch - 40 * up), rise=13 * up, lean=5 * crouch)  # fmt: skip


def _cheer(t: float) -> Stance:
    return mixed(STILL["cheer"], Stance((112, 30), (-112, -30), (10, -14), (0, -14), nod=-4), 0.5 - 0.5 * _sway(t, 2))


def _climb(t: float) -> Stance:
    a = 0.5 + 0.5 * _sway(t, 1, 0.25)
    return mixed(Stance((134, 12), (96, 42), (52, -78), (-6, -10), lean=5, nod=-8),
                 Stance((96, 42), (134, 12), (8, -10), (48, -74), lean=5, nod=-8), 1 - a)  # fmt: skip


def _violin(t: float) -> Stance:
    bow = _sway(t)
    return replace(
        STILL["violin"], front_arm=(24 + 9 * bow, 72 + 22 * bow), nod=5 + 2 * bow, lean=2.5 * _sway(t, 1, 0.2)
    )


def _guitar(t: float) -> Stance:
    strum = _sway(t, 4)
    return replace(
        STILL["guitar"], front_arm=(4 + 5 * strum, 92 + 8 * strum), nod=5 + 3 * _sway(t, 2), lean=2 * _sway(t)
    )


def _drum(t: float) -> Stance:
    one = _sway(t, 4)
    return replace(STILL["drum"], front_arm=(40, 60 + 20 * one), back_arm=(34, 62 - 20 * one), nod=4 + 2 * _sway(t, 2))


def _paint(t: float) -> Stance:
    return Stance((66 + 9 * _sway(t), 34 + 14 * _sway(t, 2, 0.1)), (20, 50), nod=-1 + 2 * _sway(t))


def _write(t: float) -> Stance:
    return Stance((36 + 2 * _sway(t, 3), 60 + 4 * _sway(t, 2)), (26, 70), nod=10 + _sway(t))


def _cook(t: float) -> Stance:
    return Stance((38 + 9 * _sway(t, 2), 54 + 9 * _sway(t, 2, 0.25)), (-8, 24), nod=6)


def _dig(t: float) -> Stance:
    a = 0.5 + 0.5 * _sway(t)
    return mixed(STILL["garden"], Stance((70, 22), (60, 26), (14, -16), (-14, -10), lean=16, nod=4), a)


def _type(t: float) -> Stance:
    return replace(STILL["type"], front_arm=(42, 48 + 5 * _sway(t, 5)), back_arm=(38, 50 + 5 * _sway(t, 6)))


def _row(t: float) -> Stance:
    return mixed(
        STILL["row"], Stance((44, 62), (38, 66), (84, -56), (76, -54), lean=-14), 0.5 - 0.5 * math.cos(2 * math.pi * t)
    )


def _laugh(t: float) -> Stance:
    shake = abs(_sway(t, 5)) * max(0.0, 0.5 + 0.5 * _sway(t))
    return Stance((30, 84), (-14, 20), lean=-3 + 5 * shake, nod=-6 + 4 * shake, rise=0.8 * shake)


def _weep(t: float) -> Stance:
    sob = abs(_sway(t, 2)) ** 2
    return Stance((40, 122), (34, 120), lean=6 + 2 * sob, nod=16 + 2 * sob)


def _shake(t: float) -> Stance:
    return replace(STILL["shake"], front_arm=(58 + 5 * _sway(t, 3), 26))


def _sing(t: float) -> Stance:
    return Stance((46 + 12 * _sway(t), 46), (-30 - 12 * _sway(t), -30), nod=-6 + 2 * _sway(t), lean=2 * _sway(t),
                  mouth=0.65 + 0.35 * _sway(t, 2))  # fmt: skip


def _swim(t: float) -> Stance:
    return replace(STILL["swim"], front_arm=(150 + 26 * _sway(t), 16), back_arm=(-50 - 30 * _sway(t), -20))


Cycle = Callable[[float], Stance]
# act: seconds of one round, and its stance at a share of the round. What is not here keeps its stance.
CYCLES: dict[str, tuple[float, Cycle]] = {
    "walk": (1.25, _walk), "run": (0.8, _run), "wave": (2.0, _wave), "talk": (2.0, _talk), "dance": (2.0, _dance),
    "jump": (2.0, _jump), "cheer": (2.0, _cheer), "climb": (2.0, _climb), "violin": (2.0, _violin),
    "guitar": (2.0, _guitar), "drum": (2.0, _drum), "paint": (2.0, _paint), "write": (2.0, _write),
    "cook": (2.0, _cook), "dig": (2.0, _dig), "type": (2.0, _type), "row": (2.0, _row), "laugh": (2.0, _laugh),
    "weep": (2.0, _weep), "shake": (2.0, _shake), "sing": (2.0, _sing), "swim": (2.0, _swim),
}  # fmt: skip
TRAVELS = ("walk", "run")


def stance_of(act: str, share: float = 0.0) -> Stance:
    """The stance of an act at a share of its round; an unknown act stands."""
    if act in CYCLES:
        return CYCLES[act][1](share % 1.0)
    return STILL.get(act, STAND)
