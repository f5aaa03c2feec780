"""Placing by words of nearness: beside, against, between and around another thing."""

import math
from collections.abc import Callable
from dataclasses import replace

from pipelines.make.drawn.spot import Spot

Shape = Callable[[Spot], float]
_GAP = 0.035  # of the picture's height, between two that stand beside each other


def neared(placed: list[Spot], shape: Shape, w: int, h: int) -> list[Spot]:
    """The same spots; those of which the words say so stand beside, against, between or around the other thing."""
    out = list(placed)
    ringed = {s.subject.by for s in placed if s.subject.at == "around"}
    for n, spot in enumerate(placed):
        if spot.subject.thing.art == "fluent:fire" and spot.subject.word in ringed:  # in the middle of the picture too
            out[n] = replace(spot, x=0.5 * w + 0.3 * (spot.x - 0.5 * w))
    for n, spot in enumerate(placed):
        other = next((s for s in out if s.subject.word == spot.subject.by and s.subject is not spot.subject), None)
        at = spot.subject.at
        if other is None or spot.over or ((spot.way, other.way) != ("ground", "ground") and at != "through"):
            continue
        if at == "between":
            _part(out, n, other, shape, w)
        elif at == "around":
            out[n] = _on_the_ring(spot, other, shape, h)
        elif at == "through":
            tall = _LENS * spot.standing
            out[out.index(other)] = other = replace(other, tall=tall, foot=spot.foot, way="ground", carrier=None)
            out[n] = _at_the_lens(spot, other, shape)
        elif at == "up":
            fit = min(spot.tall, 0.56 * other.tall)
            out[n] = replace(spot, x=other.x, foot=other.foot - 0.3 * other.tall, tall=fit, standing=fit, way="table",
                             over=True, far=other.far, carrier=other)  # fmt: skip
        elif at in ("beside", "against"):
            out[n] = _beside(spot, other, shape, w, h)
    return out


def _beside(spot: Spot, other: Spot, shape: Shape, w: int, h: int) -> Spot:
    """At its side; who is said to be against it leans on it, and looks away."""
    leans = spot.subject.at == "against"
    trunk = 0.12 if other.subject.thing.art == "own:tree" else 0.5  # a tree is narrow where one stands
    half = trunk * other.tall * shape(other) if leans else 0.5 * other.tall * shape(other)
    own = (0.3 if leans else 0.5) * spot.tall * shape(spot)
    apart = half + own + (0.0 if leans else _GAP * h) + spot.index * 2.2 * own
    side = -1 if spot.x < other.x else 1
    if not 0.03 * w < other.x + side * (apart + own) < 0.97 * w:
        side = -side
    near = replace(spot, x=other.x + side * apart, foot=max(min(spot.foot, other.foot + 0.02 * h), other.foot))
    return replace(near, mirrored=side < 0, faced=True) if leans else near


_LENS = 1.12  # how high a telescope is against who looks through it
_EYEPIECE = 0.06  # where its eyepiece is, a share of its width from the left


def _at_the_lens(spot: Spot, other: Spot, shape: Shape) -> Spot:
    """Behind the eyepiece, the head at it."""
    wide = other.tall * shape(other)
    way = -1 if other.mirrored else 1
    x = other.x - way * ((0.5 - _EYEPIECE) * wide + 0.125 * spot.standing)
    return replace(spot, x=x, foot=other.foot, mirrored=other.mirrored, faced=True)


def _part(out: list[Spot], n: int, other: Spot, shape: Shape, w: int) -> None:
    """Two things make room, one on each side of what is between them."""
    spot = out[n]
    ends = [k for k, s in enumerate(out) if s.subject.word == spot.subject.by and s.way == "ground"]
    if len(ends) < 2:
        ends += [
            k for k, s in enumerate(out) if k not in (n, *ends) and s.subject is not spot.subject and s.way == "ground"
        ]
    if len(ends) < 2:
        return
    left, right = sorted(ends[:2], key=lambda k: out[k].x)
    own = 0.5 * spot.tall * shape(spot)
    apart = [own + 0.5 * out[k].tall * shape(out[k]) + 0.02 * w for k in (left, right)]
    room = (
        0.5 * w
        - 0.03 * w
        - max(a + 0.5 * out[k].tall * shape(out[k]) for a, k in zip(apart, (left, right), strict=True))
    )
    x = 0.5 * w + max(-abs(room), min(abs(room), spot.x - 0.5 * w)) * (room > 0)
    shift = (spot.index - (spot.subject.count - 1) / 2) * 1.2 * own
    out[n] = replace(spot, x=x + shift)
    for k, side, far in ((left, -1, apart[0]), (right, 1, apart[1])):
        out[k] = replace(out[k], x=x + side * far)


def _on_the_ring(spot: Spot, other: Spot, shape: Shape, h: int) -> Spot:
    """One of those around it: half of them behind it, who look the one way, half before it, who look the other."""
    angle = 2 * math.pi * (spot.index + 0.35) / spot.subject.count
    trunk = 0.2 if other.subject.thing.art == "own:tree" else 0.5
    seated = {"sits", "sit", "sitting"} & set(spot.subject.doing)
    wide = trunk * other.tall * shape(other) + max(
        (0.58 if seated else 0.4) * spot.standing, 0.72 * spot.tall * shape(spot)
    )
    if other.subject.thing.art == "fluent:fire":  # nobody stands before its light
        row, side = divmod(spot.index, 2)
        away = wide + row * (0.62 if seated else 0.5) * spot.standing
        foot = other.foot + (0.012 - 0.022 * row) * h
        return replace(
            spot,
            x=other.x + (away if side else -away),
            foot=foot,
            mirrored=(side == 1) == (spot.subject.thing.faces >= 0),
            faced=True,
        )
    behind = math.sin(angle) < 0
    deep = 0.055 * h * math.sin(angle)
    aside = math.cos(angle)
    aside = math.copysign(max(abs(aside), 0.62 + 0.1 * (spot.index % 2)), aside)  # nobody hides behind it
    return replace(spot, x=other.x + wide * aside, foot=other.foot + deep, mirrored=not behind, faced=True)
