"""People who go together: two hand in hand, wherever their hands meet, and all at one pace."""

from dataclasses import replace
from itertools import pairwise

from pipelines.make.drawn.actor import Role, box_of, hand_of, stride
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.deeds import HAND_IN_HAND
from pipelines.make.drawn.figure import SOLE, build_of
from pipelines.make.drawn.joining import looks_left
from pipelines.make.drawn.spot import Spot

_CHAIN = 6  # so many at most hold hands in a row
_SPREAD = 0.95  # of how far both arms reach, the hands are apart from the shoulders
_HANGS = 0.8  # of an arm's length below the shoulder, a hand hangs by itself
_QUICK = (0.72, 1.5)  # how much slower or faster than by himself somebody may step


def together(placed: list[Spot], cast: Cast) -> list[Spot]:
    """The same spots, two who hold hands so near that they can, and those who go the same way at the same pace."""
    out = list(placed)
    pair = [n for n, s in enumerate(out) if HAND_IN_HAND in s.subject.doing and s.way == "ground" and not s.over
            and cast.role(s.subject, s.index) is not None]  # fmt: skip
    row = sorted(pair, key=lambda n: out[n].x)
    if 2 <= len(row) <= _CHAIN:
        for n, spot in zip(row, _joined([out[n] for n in row], cast), strict=True):
            out[n] = spot
    hugging = [n for n, s in enumerate(out) if s.way == "ground" and not s.over
               and (role := cast.role(s.subject, s.index)) is not None and role.act == "hug"]  # fmt: skip
    if len(hugging) == 2:
        one, other = hugging
        out[one], out[other] = _round(out[one], out[other], cast), _round(out[other], out[one], cast)
    return _in_step(out, cast)


def in_hand(placed: list[Spot], cast: Cast) -> list[Spot]:
    """The same spots, each thing that is in somebody's hand there, painted right after him."""
    out = [s for s in placed if s.subject.at != "hand"]
    for spot in placed:
        n = next((n for n, s in enumerate(out) if s.subject.word == spot.subject.by), -1)
        if spot.subject.at != "hand":
            continue
        role = cast.role(out[n].subject, out[n].index) if n >= 0 else None
        if role is None:
            out.append(spot)
            continue
        holder = out[n]
        x, y = _hand(holder, role, cast)
        tall = min(0.34, max(0.13, 0.75 * spot.subject.thing.tall)) * holder.standing
        held = replace(spot, x=x, foot=y + 0.5 * tall, tall=tall, standing=tall, way="table", over=True, goes=False,
                       carrier=holder, far=holder.far, mirrored=holder.mirrored, faced=True)  # fmt: skip
        out.insert(n + 1, held)
    return out


def _hand(spot: Spot, role: Role, cast: Cast) -> tuple[float, float]:
    """Where the hand is that holds, in pixels."""
    left, _, right, bottom = box_of(role)
    unit, way = _unit(spot, role, cast), -1 if spot.mirrored else 1
    x, y = hand_of(role, 0.0)
    return spot.x + way * (x - (left + right) / 2) * unit, spot.foot - (bottom - y) * unit


def _round(spot: Spot, other: Spot, cast: Cast) -> Spot:
    """Somebody whose arm goes round another: to the far side of the back, as high as both can bear."""
    row, length, _ = _arm(spot, cast)
    shoulder, reach, wide = _arm(other, cast)
    side = 1 if other.x > spot.x else -1
    high = min(max(row + 0.2 * length, shoulder + 0.3 * reach), row + 0.8 * length)
    return replace(spot, clasp=((other.x - _aside(other, cast) + side * 0.5 * wide, high),))


def _joined(row: list[Spot], cast: Cast) -> list[Spot]:
    """A row of people, each with a hand in the hand of the next."""
    foot = max(s.foot for s in row)
    arms = [_arm(replace(s, foot=foot), cast) for s in row]
    xs, meets = [0.0], []
    for (y0, reach0, side0), (y1, reach1, side1) in pairwise(arms):
        high = min((y0 + y1 + _HANGS * (reach0 + reach1)) / 2, y0 + 0.94 * reach0, y1 + 0.94 * reach1)
        apart = [side + _SPREAD * max(0.0, (0.97 * reach) ** 2 - (high - y) ** 2) ** 0.5
                 for y, reach, side in ((y0, reach0, side0), (y1, reach1, side1))]  # fmt: skip
        meets.append((xs[-1] + apart[0], high))
        xs.append(xs[-1] + sum(apart))
    shift = sum(s.x for s in row) / len(row) - (xs[0] + xs[-1]) / 2
    found = []
    for n, spot in enumerate(row):
        points = tuple((x + shift, y) for x, y in meets[max(0, n - 1) : n + 1])
        found.append(replace(spot, x=xs[n] + shift + _aside(spot, cast), foot=foot, clasp=points))
    return found


def _arm(spot: Spot, cast: Cast) -> tuple[float, float, float]:
    """Of somebody's arm: the row of the shoulder, its length, how far the shoulder is from the middle."""
    role = cast.role(spot.subject, spot.index)
    if role is None:
        raise TypeError(f"{spot.subject.word} is no person")
    build, unit = build_of(role.costume), _unit(spot, role, cast)
    return (spot.foot - (SOLE - build.shoulder - 3) * unit, build.arm * unit,
            7.2 * build.fat * role.costume.girth * unit)  # fmt: skip


def _aside(spot: Spot, cast: Cast) -> float:
    """How far the middle of the picture of somebody is from the middle of his body."""
    pose = cast.pose(spot.subject, spot.index)
    if pose is None:
        return 0.0
    (left, top, right, bottom), _ = pose
    return (-1 if spot.mirrored else 1) * (left + right) / 2 * spot.tall / (bottom - top)


def _unit(spot: Spot, role: Role, cast: Cast) -> float:
    pose = cast.pose(spot.subject, spot.index)
    return spot.tall / (pose[0][3] - pose[0][1]) if pose else 1.0


def _in_step(placed: list[Spot], cast: Cast) -> list[Spot]:
    """Those who go the same way on the ground, children a little quicker, the grown-ups slower."""
    own: dict[int, float] = {}
    for n, spot in enumerate(placed):
        role = cast.role(spot.subject, spot.index)
        if role is not None and role.travels and spot.way == "ground" and spot.goes and not spot.over:
            own[n] = _unit(spot, role, cast) * stride(role) / role.period
    ways = {looks_left(placed[n]) for n in own}
    acts = {role.act for n in own if (role := cast.role(placed[n].subject, placed[n].index)) is not None}
    if len(own) < 2 or len(ways) > 1 or len(acts) > 1:
        return placed
    pace = sum(own.values()) / len(own)
    out = list(placed)
    for n, natural in own.items():
        out[n] = replace(out[n], pace=min(max(pace, _QUICK[0] * natural), _QUICK[1] * natural))
    return out
