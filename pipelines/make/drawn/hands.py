"""People who go together: two hand in hand, wherever their hands meet, and all at one pace."""

from dataclasses import replace

from pipelines.make.drawn.actor import Role, stride
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.deeds import HAND_IN_HAND
from pipelines.make.drawn.figure import build_of
from pipelines.make.drawn.joining import looks_left
from pipelines.make.drawn.spot import Spot

_SPREAD = 0.95  # of how far both arms reach, the hands are apart from the shoulders
_HANGS = 0.8  # of an arm's length below the shoulder, a hand hangs by itself
_QUICK = (0.72, 1.5)  # how much slower or faster than by himself somebody may step


def together(placed: list[Spot], cast: Cast) -> list[Spot]:
    """The same spots, two who hold hands so near that they can, and those who go the same way at the same pace."""
    out = list(placed)
    pair = [n for n, s in enumerate(out) if HAND_IN_HAND in s.subject.doing and s.way == "ground" and not s.over
            and cast.role(s.subject, s.index) is not None]  # fmt: skip
    if len(pair) == 2:
        left, right = sorted(pair, key=lambda n: out[n].x)
        out[left], out[right] = _joined(out[left], out[right], cast)
    return _in_step(out, cast)


def _joined(left: Spot, right: Spot, cast: Cast) -> tuple[Spot, Spot]:
    foot = max(left.foot, right.foot)
    both = [replace(s, foot=foot) for s in (left, right)]
    arms = []
    for spot in both:
        role = cast.role(spot.subject, spot.index)
        build, unit = build_of(role.costume), _unit(spot, role, cast)
        shoulder = foot - (100.4 - build.shoulder - 3) * unit
        arms.append((shoulder, build.arm * unit, 7.2 * build.fat * role.costume.girth * unit))
    row = sum(y + _HANGS * length for y, length, _ in arms) / 2
    row = min(row, *(y + 0.94 * length for y, length, _ in arms))
    reach = [_SPREAD * max(0.0, (0.97 * length) ** 2 - (row - y) ** 2) ** 0.5 for y, length, _ in arms]
    apart = [max(reach[k] + arms[k][2], 0.8 * arms[k][2] + 5 * both[k].standing / 100) for k in (0, 1)]
    middle = (left.x + right.x) / 2
    meet = (middle + (apart[0] - apart[1]) / 2, row)
    return tuple(replace(s, x=meet[0] + side * apart[k] + _aside(s, cast), clasp=meet)
                 for k, (s, side) in enumerate(zip(both, (-1, 1), strict=True)))  # type: ignore[return-value]  # fmt: skip


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
