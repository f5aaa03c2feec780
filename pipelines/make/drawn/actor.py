"""A person of a scene in time: what somebody does from moment to moment, and the picture of each moment."""

import math
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import skia

from pipelines.make.drawn.art import Pixels, pixels_of
from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.feelings import felt
from pipelines.make.drawn.figure import SOLE, Face, build_of, drop_of, handed, legs_of, lying_at, paint_figure
from pipelines.make.drawn.forms import Point
from pipelines.make.drawn.rounds import CYCLES, TRAVELS, stance_of
from pipelines.make.drawn.stance import STAND, Stance, mixed

Box = tuple[float, float, float, float]  # left, top, right, bottom in hundredths of the body's height
_A_SECOND = 24  # pictures drawn for a second of a round
_A_ROUND = 48  # and at most for a whole round
_HOLDS = 64  # pictures of one person kept at a time
_SMALL = 0.6  # pixels for a unit when only the outline is looked for
_PLANES = 240  # points at which a round of steps is measured
_SLOWS = 0.55  # seconds in which somebody who arrives comes to stand
_CLOSE = 8.0  # who has no more room than this stays
_BLINK = 0.17  # seconds
_IDLE = frozenset({"stand", "sit", "lie", "steer", "hold"})  # nothing that arms do beside holding on
_AWAKE = frozenset({"", "calm", "happy", "sad", "angry", "afraid", "surprised", "tired"})


@dataclass(frozen=True)
class Role:
    """Somebody in a scene: what is worn, what is done and felt. `start` is the moment of the round at which it begins,
    a share of it, so that two who walk do not march."""

    costume: Costume
    act: str = "stand"
    feeling: str = ""
    start: float = 0.06
    seat: str = ""
    clasp: tuple[Point, ...] = ()

    @property
    def period(self) -> float:
        """Seconds of one round of the act; 0 when it is a posture."""
        if self.act in _IDLE and self.seat in CYCLES:
            return CYCLES[self.seat][0]
        return CYCLES[self.act][0] if self.act in CYCLES else 0.0

    @property
    def steps(self) -> int:
        """How many pictures a round is drawn in."""
        return max(1, min(_A_ROUND, round(self.period * _A_SECOND)))

    @property
    def travels(self) -> bool:
        return self.act in TRAVELS

    def stance(self, share: float, vigour: float = 1.0) -> Stance:
        """The stance at a share of the round; `vigour` 0 is somebody who has stopped."""
        if self.seat:
            return felt(self._seated(share), "sit", self.feeling)
        found = felt(stance_of(self.act, self.start + share), self.act, self.feeling)
        found = found if vigour >= 1 else mixed(felt(STAND, "walk", self.feeling), found, vigour)
        for at in self.clasp:
            found = handed(found, build_of(self.costume), self.costume.girth, at)
        return found

    def _seated(self, share: float) -> Stance:
        """The stance on a seat: its legs, and what the act does over them."""
        if self.act in _IDLE:
            return stance_of(self.seat, self.start + share)
        rounds = max(1, round(self.period / CYCLES[self.seat][0])) if self.seat in CYCLES and self.period else 1
        low, high = stance_of(self.seat, share * rounds), stance_of(self.act, self.start + share)
        lean, face = low.lean + 0.5 * high.lean, min(high.face, low.face + 0.25)
        return replace(high, front_leg=low.front_leg, back_leg=low.back_leg, fore=low.fore, rise=low.rise,
                       turn=low.turn, lean=lean, face=face)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """One picture to be drawn: the step of the round, the vigour and the blink, in whole steps, so that it is kept."""

    step: int = 0
    vigour: int = 8
    shut: int = 0


FIRST = Moment()


@dataclass(frozen=True)
class Seen:
    """How somebody is at a second: the picture, and how far he has come, in hundredths of the body's height."""

    moment: Moment
    gone: float = 0.0


@lru_cache(maxsize=64)
def box_of(role: Role) -> Box:
    """What the first moment of a role covers, feet at (0, SOLE)."""
    return _covered(role, (0.0,))


@lru_cache(maxsize=64)
def whole_box_of(role: Role) -> Box:
    """What all its moments cover."""
    shares = [i / 8 for i in range(8)] if role.period else [0.0]
    left, top, right, bottom = _covered(role, tuple(shares))
    return left - 3, top - 4, right + 3, bottom + 2


def _covered(role: Role, shares: tuple[float, ...]) -> Box:
    side = round(260 * _SMALL)
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    canvas.scale(_SMALL, _SMALL)
    canvas.translate(130, 150)
    for share in shares:
        paint_figure(canvas, role.costume, role.stance(share), Face(role.feeling))
    seen = pixels_of(surface)[:, :, 3] > 8
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    return (columns[0] / _SMALL - 130, rows[0] / _SMALL - 150, (columns[-1] + 1) / _SMALL - 130,
            (rows[-1] + 1) / _SMALL - 150)  # fmt: skip


@lru_cache(maxsize=64)
def _steps(role: Role) -> tuple[float, ...]:
    """How far a body has come at each of `_PLANES` shares of a round: as far as the foot on the ground went back."""
    build = build_of(role.costume)
    feet = []
    for i in range(_PLANES + 1):
        stance = role.stance(i / _PLANES)
        feet.append([points[2] for points in legs_of(stance, build)])
    gone = [0.0]
    for before, after in pairwise(feet):
        low = max((0, 1), key=lambda k: before[k][1] + after[k][1])
        gone.append(gone[-1] + max(0.0, before[low][0] - after[low][0]))
    return tuple(gone)


def stride(role: Role) -> float:
    """How far a round of steps goes, in hundredths of the body's height."""
    return _steps(role)[-1]


def after(role: Role, seconds: float, room: float, offset: float) -> Seen:
    """How somebody is at a second. `room`: how far there is to go; `offset` (0 to 4): when the eyes blink."""
    blink = _blink(role, seconds, offset)
    if not role.period:
        return Seen(Moment(shut=blink))
    steps = role.steps
    if not role.travels:
        return Seen(Moment(round(seconds / role.period * steps) % steps, shut=blink))
    if room < _CLOSE:  # no way to go: caught in mid-stride
        return Seen(Moment(shut=blink))
    pace = stride(role) / role.period
    slow = min(_SLOWS * pace, room)  # the way on which it comes to stand
    far = pace * seconds
    if far > room - slow:  # slows down evenly
        late = seconds - (room - slow) / pace
        whole = 2 * slow / pace
        t = min(1.0, late / whole) if whole > 0 else 1.0
        far = room - slow + slow * (2 * t - t * t)
        vigour = 1 - t
    else:
        vigour = 1.0
    share = _share_at(role, far)
    vigour = min(8, math.ceil(vigour * 8 - 1e-9))
    return Seen(Moment(round(share * steps) % steps if vigour else 0, vigour, blink), far)


def _share_at(role: Role, far: float) -> float:
    """The share of the round at which a body has come so far."""
    gone = _steps(role)
    rest = far % gone[-1] if gone[-1] > 0 else 0.0
    i = max(1, min(_PLANES, bisect_left(gone, rest)))
    low, high = gone[i - 1], gone[i]
    return (i - 1 + ((rest - low) / (high - low) if high > low else 0.0)) / _PLANES


def _blink(role: Role, seconds: float, offset: float) -> int:
    """How far the eyes are shut, in thirds."""
    if role.feeling not in _AWAKE:
        return 0
    since = (seconds - offset) % 4.0
    return 0 if seconds < 0.3 or since > _BLINK else (2, 3, 2)[min(2, int(since / _BLINK * 3))]


class Actor:
    """Draws a role's moments, `scale` pixels for a unit, and keeps them. One thread at a time."""

    def __init__(self, role: Role, scale: float) -> None:
        self.role, self.scale = role, scale
        self.box = whole_box_of(role)
        self._kept: OrderedDict[Moment, skia.Image] = OrderedDict()

    def pixels(self, moment: Moment) -> Pixels:
        """One moment, on a sheet as large as `box`, premultiplied RGBA."""
        left, top, right, bottom = self.box
        surface = skia.Surface(math.ceil((right - left) * self.scale), math.ceil((bottom - top) * self.scale))
        canvas = surface.getCanvas()
        canvas.scale(self.scale, self.scale)
        canvas.translate(-left, -top)
        stance = self.role.stance(moment.step / self.role.steps, moment.vigour / 8)
        paint_figure(canvas, self.role.costume, stance, Face(self.role.feeling, moment.shut / 3))
        return pixels_of(surface)

    def lamp(self) -> Point | None:
        """Where a lantern in the hand shines in the first moment, in units."""
        if self.role.costume.held != "lantern":
            return None
        x, y = paint_figure(skia.Surface(1, 1).getCanvas(), self.role.costume, self.role.stance(0.0), Face())
        return x + 0.6, y + 11.5

    def image(self, moment: Moment, lit: Callable[[Pixels], skia.Image]) -> skia.Image:
        """The picture of a moment in its light, from those kept when it was drawn before."""
        if moment not in self._kept:
            self._kept[moment] = lit(self.pixels(moment))
            while len(self._kept) > _HOLDS:
                self._kept.popitem(last=False)
        return self._kept[moment]


@lru_cache(maxsize=512)
def hand_of(role: Role, share: float, vigour: float = 1.0) -> Point:
    """Where the hand that holds is at a share of the round, in units: feet at (0, SOLE)."""
    return paint_figure(skia.Surface(1, 1).getCanvas(), role.costume, role.stance(share, vigour), Face())


def hip_of(role: Role) -> Point:
    """Where the hip is in the first moment, in units: feet at (0, SOLE)."""
    build, stance = build_of(role.costume), role.stance(0.0)
    if stance.turn:
        return lying_at(build.hip, stance)
    return 0.0, build.hip + drop_of(stance, build) - stance.rise


def seat_of(role: Role) -> float:
    """How high somebody sits over the ground, in units."""
    build = build_of(role.costume)
    return SOLE - build.hip - drop_of(role.stance(0.0), build)
