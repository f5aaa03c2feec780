"""What is done in rounds: walking, waving, talking, playing, pedalling; and the stance of every act."""

import math
from collections.abc import Callable
from dataclasses import replace

from pipelines.make.drawn.stance import STAND, STILL, Joint, Stance, mixed


def stepping(phase: float, reach: float, knee: float, arms: float) -> Stance:
    """A step of walking or running; `phase` 0 to 1. The foot on the ground goes back at an even speed.

    `reach`: how far the foot comes before the hip, as a share of the leg; `knee`: its bend as it swings forwards.
    """
    legs = [_leg(phase + shift, reach, knee) for shift in (0.0, 0.5)]
    swing = math.cos(2 * math.pi * phase)
    front, back = -arms * swing, arms * swing
    return Stance((front, 12 + 0.7 * max(0.0, front)), (back, 12 + 0.7 * max(0.0, back)), legs[0], legs[1], lean=2,
                  face=0.85)  # fmt: skip


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
    """Speaks for the first half of the round, with the hands too, and listens for the other."""
    speaks = min(1.0, max(0.0, min((t + 0.06) * 12, (0.5 - t) * 12))) if t < 0.9 else min(1.0, (t - 0.94) * 12 + 0.3)
    speaks = max(0.0, speaks)
    mouth = speaks * max(0.12, 0.5 * _sway(t, 13) + 0.5 * _sway(t, 9, 0.2))
    lift = speaks * (0.6 + 0.4 * _sway(t, 4, -0.05))
    nods = (1 - speaks) * max(0.0, _sway(t, 4)) * 5
    return Stance((12 + 36 * lift, 18 + 50 * lift + 12 * speaks * _sway(t, 4)), (-8 + 20 * lift, 18 + 26 * lift),
                  nod=2 + 3 * speaks * _sway(t, 4) + nods, lean=1.5 * speaks, mouth=mouth, face=0.68)  # fmt: skip


def _listen(t: float) -> Stance:
    return replace(STILL["listen"], nod=3 + 5 * max(0.0, _sway(t, 2)) ** 2, lean=0.8 * _sway(t))


def _point(t: float) -> Stance:
    return replace(STILL["point"], front_arm=(97 + 4 * _sway(t, 2), 2), nod=-2 + 2 * _sway(t))


def _eat(t: float) -> Stance:
    """Brings something to the mouth, and chews."""
    up = max(0.0, _sway(t)) ** 0.7
    return Stance((20 + 12 * up, 62 + 62 * up), (-20, 46), (24, -24), (-24, 24), nod=6 - 4 * up, fore=(0.72, 0.72),
                  mouth=0.4 * max(0.0, _sway(t, 1, -0.12)) ** 4, face=0.3)  # fmt: skip


def _pedal(t: float) -> Stance:
    """On a bicycle: the feet go round on the pedals."""
    legs = []
    for shift in (0.0, 0.5):
        a = 2 * math.pi * (t + shift)
        legs.append(leg_to((8.5 + 6.6 * math.sin(a), 24.5 - 6.6 * math.cos(a)), 34.0))
    return Stance((58, 14), (54, 16), legs[0], legs[1], lean=17, nod=-8 + _sway(t, 2), face=0.85)


def leg_to(foot: tuple[float, float], length: float) -> Joint:
    """The angles of a leg of two equal halves whose foot is so far forwards and below the hip, the knee before it."""
    x, y = foot
    far = min(math.hypot(x, y), 0.999 * length)
    to, inner = math.atan2(x, y), math.acos(far / length)
    return math.degrees(to + inner), -2 * math.degrees(inner)


def _ride(t: float) -> Stance:
    """In the saddle: gives way with every step of the beast."""
    bob = _sway(t)
    return replace(STILL["straddle"], lean=3 + 3 * bob, nod=-2 - 2 * bob, rise=0.7 * bob,
                   front_arm=(50 + 5 * bob, 24), back_arm=(46 + 5 * bob, 28))  # fmt: skip


def _depth(t: float, behind: float) -> Stance:
    """Steps to the viewer or away: each leg in turn is lifted, the shoulders roll."""
    lift = [max(0.0, _sway(t, 1, shift)) for shift in (0.0, 0.5)]
    swing = _sway(t)
    return Stance((9, 8 + 10 * lift[1]), (-9, -8 - 10 * lift[0]), (3, -3), (-3, 3), lean=1.6 * swing,
                  fore=(0.42 * lift[0], 0.42 * lift[1]), face=0.0, behind=behind)  # fmt: skip


def _dance(t: float) -> Stance:
    side = _sway(t)
    beat = abs(_sway(t, 1, 0.25))
    return Stance((112 + 40 * side, 30), (-112 + 40 * side, -30), (14 + 13 * side, -14 - 12 * beat),
                  (-10 + 12 * side, -14 - 12 * beat), lean=8 * side, nod=5 * side, rise=3.5 * (1 - beat))  # fmt: skip


def _waltz(t: float) -> Stance:
    """Holds another: one hand up and out, one at the other's waist; from foot to foot."""
    side = _sway(t)
    return Stance((96 + 5 * side, 12), (52 + 4 * side, 26), (7 + 8 * side, -8 - 7 * max(0.0, side)),
                  (-7 + 8 * side, -8 - 7 * max(0.0, -side)), lean=4 * side, nod=-3 + 3 * side,
                  rise=1.6 * abs(side), face=0.75)  # fmt: skip


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


def _work(t: float) -> Stance:
    """Both hands busy with something before the belly."""
    return Stance((44 + 7 * _sway(t, 2), 40 + 8 * _sway(t, 2, 0.2)), (36 - 7 * _sway(t, 2), 46), nod=9 + _sway(t),
                  lean=4, face=0.55)  # fmt: skip


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
    "walk": (1.25, _walk), "run": (0.8, _run), "walk away": (1.2, lambda t: _depth(t, 1.0)),
    "approach": (1.2, lambda t: _depth(t, 0.0)), "wave": (2.0, _wave), "talk": (4.0, _talk), "listen": (4.0, _listen),
    "point": (4.0, _point), "eat": (4.0, _eat), "pedal": (1.2, _pedal), "ride": (0.8, _ride), "dance": (2.0, _dance),
    "waltz": (2.0, _waltz),
    "jump": (2.0, _jump), "cheer": (2.0, _cheer), "climb": (2.0, _climb), "violin": (2.0, _violin),
    "guitar": (2.0, _guitar), "drum": (2.0, _drum), "paint": (2.0, _paint), "write": (2.0, _write),
    "cook": (2.0, _cook), "work": (2.0, _work), "dig": (2.0, _dig), "type": (2.0, _type), "row": (2.0, _row),
    "laugh": (2.0, _laugh),
    "weep": (2.0, _weep), "shake": (2.0, _shake), "sing": (2.0, _sing), "swim": (2.0, _swim),
}  # fmt: skip
TRAVELS = ("walk", "run")
DEPTHS = ("walk away", "approach")  # go to the horizon or come from there


def stance_of(act: str, share: float = 0.0) -> Stance:
    """The stance of an act at a share of its round; an unknown act stands."""
    if act in CYCLES:
        return CYCLES[act][1](share % 1.0)
    return STILL.get(act, STAND)
