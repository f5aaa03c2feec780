"""The camera before a set of layers: where it goes, and how each layer looks from there.

A pinhole camera over a flat ground. A row of the picture tells how far away what stands there is: the lower edge is at
distance 1, the horizon at infinity. Steps of the camera are in these distances, turns in shares of the picture.
"""

import math
from dataclasses import dataclass, replace
from typing import Literal, get_args

import skia

from pipelines.make.drawn.layering import FAR, Layer

Move = Literal["push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "orbit left", "orbit right",
               "handheld", "still"]  # fmt: skip
MOVES: tuple[Move, ...] = get_args(Move)
_NEAREST = 0.3  # a layer the camera has come nearer to is passed, and no longer seen


@dataclass(frozen=True)
class Eye:
    """The camera at one moment, against its rest.

    `aside`, `up`, `ahead`: steps in distances of the ground. `pan`, `tilt`: how far the whole picture has moved, in
    shares of its width and height, to the right and down. `zoom` enlarges about the middle.
    """

    aside: float = 0.0
    up: float = 0.0
    ahead: float = 0.0
    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 1.0


@dataclass(frozen=True)
class Ground:
    """What the camera looks at: a picture of `size` (w, h) pixels with its `horizon` row, and the point it cares for:
    `aim` in pixels, at distance `away`."""

    size: tuple[int, int]
    horizon: float
    aim: tuple[float, float]
    away: float


def smooth(t: float) -> float:
    """From 0 to 1 without a jerk at either end (smootherstep, Perlin 2002)."""
    t = min(1.0, max(0.0, t))
    return t * t * t * (t * (6 * t - 15) + 10)


def eased(t: float) -> float:
    """From 0 to 1: sets off softly, keeps its speed, comes to rest softly."""
    edge = 0.22
    t = min(1.0, max(0.0, t))
    speed = 1 / (1 - edge)
    if t < edge:
        return speed * edge * _ramp(t / edge)
    if t > 1 - edge:
        return 1 - speed * edge * _ramp((1 - t) / edge)
    return speed * (t - edge / 2)


def _ramp(t: float) -> float:
    """The way gone while speed rises from 0 to 1 as 3t² − 2t³."""
    return t**3 - t**4 / 2


def eye_at(move: Move, share: float, seconds: float, ground: Ground, strength: float) -> Eye:
    """The camera when `share` (0 to 1) of the clip is over, `seconds` after it began. `strength` 0 to 1."""
    s, t = 0.25 + 0.75 * strength, eased(share)
    swing = 2 * t - 1
    if move in ("push in", "pull out"):
        t = t if move == "push in" else 1 - t
        return _framed(Eye(ahead=0.42 * s * t * min(ground.away, 1.4), zoom=1 + 0.05 * s * t), ground, t)
    if move in ("pan left", "pan right"):
        side = -1 if move == "pan left" else 1
        return _held(Eye(aside=0.02 * s * side * swing, pan=-0.055 * s * side * swing), s)
    if move in ("tilt up", "tilt down"):
        side = 1 if move == "tilt up" else -1
        return _held(Eye(up=0.012 * s * side * swing, tilt=0.05 * s * side * swing), s)
    if move in ("orbit left", "orbit right"):
        side = -1 if move == "orbit left" else 1
        aside = 0.075 * s * side * swing
        return _held(Eye(aside=aside, pan=aside / ground.away * 0.92), s)
    if move == "handheld":
        return _held(_by_hand(seconds, s), 0.32 * s)
    return Eye()


def _held(eye: Eye, strength: float) -> Eye:
    """Near enough that the picture's edges stay outside."""
    return replace(eye, zoom=1 + 0.155 * strength)


def _framed(eye: Eye, ground: Ground, t: float) -> Eye:
    """On its way to what it cares for: that stays where it is seen, or comes a little towards the middle.

    The camera steps aside for it and does not turn, so that no edge of the far layers comes into sight.
    """
    w, h = ground.size
    x, y = ground.aim[0] - w / 2, ground.aim[1] - ground.horizon
    goal_x, goal_y = x * (1 - 0.3 * t), y + (h / 2 - ground.aim[1]) * 0.3 * t
    now = max(_NEAREST, ground.away - eye.ahead)
    aside, up = (x * ground.away - goal_x * now) / w, (goal_y * now - y * ground.away) / w
    most = 0.48 * eye.ahead
    return replace(eye, aside=min(most, max(-most, aside)), up=min(most, max(-most * 0.5, up)))


def _by_hand(seconds: float, strength: float) -> Eye:
    """The sway of a camera on a shoulder: slow waves whose periods never meet again."""

    def wave(*parts: tuple[float, float, float]) -> float:
        return sum(a * math.sin(2 * math.pi * (f * seconds + p)) for a, f, p in parts)

    x = wave((0.55, 0.19, 0.1), (0.3, 0.43, 0.7), (0.15, 0.91, 0.35))
    y = wave((0.55, 0.23, 0.6), (0.3, 0.51, 0.2), (0.15, 1.03, 0.8))
    step = 0.008 * x * strength
    return Eye(aside=step, pan=step, tilt=0.009 * y * strength)


def _at(away: float, eye: Eye, ground: Ground) -> skia.Matrix:
    """How points painted upright at this distance move when the camera steps."""
    w, _ = ground.size
    if away == FAR:
        return skia.Matrix()
    now = max(_NEAREST, away - eye.ahead)
    scale, x, y = away / now, w / 2, ground.horizon
    shift_x, shift_y = -w * eye.aside / now, w * eye.up / now
    return skia.Matrix.MakeAll(scale, 0, x * (1 - scale) + shift_x, 0, scale, y * (1 - scale) + shift_y, 0, 0, 1)


def _on_floor(horizon: float, eye: Eye, ground: Ground) -> skia.Matrix:
    """The same for points painted on the ground: each row is at its own distance, so it is a change of perspective."""
    w, h = ground.size
    k = max(1.0, h - horizon)
    found = skia.Matrix.MakeAll(k, -w * eye.aside, 0, 0, k + w * eye.up, 0, 0, -min(eye.ahead, 1 - _NEAREST), k)
    found.postConcat(skia.Matrix.Translate(w / 2, horizon))
    found.preConcat(skia.Matrix.Translate(-w / 2, -horizon))
    return found


def view(eye: Eye, ground: Ground) -> skia.Matrix:
    """What turns of the camera and its lens do to the whole picture."""
    w, h = ground.size
    found = skia.Matrix.Translate(w / 2, h / 2)
    found.preConcat(skia.Matrix.Scale(eye.zoom, eye.zoom))
    found.preConcat(skia.Matrix.Translate(-w / 2 + eye.pan * w, -h / 2 + eye.tilt * h))
    return found


def seen(layer: Layer, eye: Eye, ground: Ground) -> skia.Matrix:
    """From points as the layer was painted to points of the picture the camera takes, in the set's pixels."""
    step = _at(layer.away, eye, ground) if layer.floor is None else _on_floor(layer.floor, eye, ground)
    found = view(eye, ground)
    found.preConcat(step)
    return found


def magnified(layer: Layer, eye: Eye, ground: Ground) -> float:
    """How much larger than painted the layer shows where it is nearest."""
    if layer.floor is not None:
        return eye.zoom / max(_NEAREST, 1 - eye.ahead)
    if layer.away == FAR:
        return eye.zoom
    return eye.zoom * layer.away / max(_NEAREST, layer.away - eye.ahead)
