"""Who comes in and who leaves: from where, how far, and how he is seen on the way."""

from dataclasses import replace
from itertools import pairwise

from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.creatures import life_of
from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.passages import enters, leaves
from pipelines.make.drawn.rounds import DEPTHS
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.spot import Spot

_FARTHEST = 0.42  # of the picture's width: from farther away nobody comes in


def passing(placed: list[Spot], cast: Cast, w: int) -> list[Spot]:
    """The same spots; those who come in have the way before them that they come, those who leave the way out."""
    return [_on_its_way(spot, cast, w) for spot in placed]


def _on_its_way(spot: Spot, cast: Cast, w: int) -> Spot:
    doing, thing = spot.subject.doing, spot.subject.thing
    if spot.over or spot.others or spot.way in ("table", "aboard"):
        return spot
    role = cast.role(spot.subject, spot.index)
    if role is not None and role.act in DEPTHS:
        return replace(spot, goes=False, room=0.0)
    comes = enters(doing)
    if not comes and not leaves(doing):
        return spot
    half = 0.55 * spot.tall * (cast.shape(spot.subject, spot.index) or 1.0)
    side = 1 if spot.x > w / 2 else -1
    x = spot.x
    if comes and min(x, w - x) > _FARTHEST * w:
        x = w / 2 + side * (0.5 - _FARTHEST) * w
    out = (w - x if side > 0 else x) + half
    way = -side if comes else side
    mirrored = way != (thing.faces or 1)
    return replace(spot, x=x, mirrored=mirrored, room=out, came=out if comes else 0.0, goes=True)


def life_in(spot: Spot, cast: Cast, sheet: Sheet) -> Life | None:
    """How a thing moves: as what it stands in or on does, else after its kind; None when it rests."""
    if spot.carrier is not None:
        return life_in(spot.carrier, cast, sheet)
    life = life_of(spot, spot.tall * (cast.shape(spot.subject, spot.index) or 1.0), sheet.u)
    return _from_outside(life, spot) if life is not None and spot.came and not sheet.still else life


def _from_outside(life: Life, spot: Spot) -> Life:
    """The life of what comes in: it begins outside, as far back as it then goes."""
    way = -1 if spot.mirrored == ((spot.subject.thing.faces or 1) > 0) else 1

    def from_outside(seconds: float) -> Pose:
        pose = life(seconds)
        return replace(pose, dx=pose.dx - way * spot.came)

    return from_outside


def in_depth(stage: Stage, spot: Spot, w: int, comes: bool) -> Life:
    """The life of who walks to the horizon, or from there to his place: all of him grows and shrinks about the point
    where the ground's lines meet."""
    far = _PACE * max(1.0, spot.standing or spot.tall) / w
    vanish = (w / 2, stage.horizon)

    def life(seconds: float) -> Pose:
        share = 1 / (1 + far * (_left(seconds) if comes else max(0.0, seconds)))
        return Pose(wide=share, tall=share, anchor=vanish)

    return life


def up_the_stairs(stage: Stage, spot: Spot, w: int) -> Life | None:
    """The life of who climbs: from step to step, one a second; None where no stairs are."""
    steps = sorted(stage.perches)
    if len(steps) < 2 or spot.way != "ground":
        return None
    (x0, y0), (x1, y1) = steps[0], steps[-1]
    wide = min(b[0] - a[0] for a, b in pairwise(steps)) or 1.0
    slope = (y1 - y0) / ((x1 - x0) or 1.0)
    way = 1 if slope < 0 else -1  # up
    tall = max(1.0, abs(slope) * wide)
    most = max(0.0, min(((w - spot.x if way > 0 else spot.x) - 0.4 * spot.tall) // wide,
                        (spot.foot - 1.05 * spot.tall) // tall))  # fmt: skip

    def life(seconds: float) -> Pose:
        done = min(most, seconds // 1)
        t = seconds % 1 if done < most else 0.0
        done += t * t * (3 - 2 * t)
        return Pose(dx=way * wide * done, dy=-tall * done)

    return life


_PACE = 0.78  # how fast somebody walks, in his heights a second, seen through a lens as long as the picture is wide
_ARRIVES = 4.0  # seconds after which who comes towards the viewer would be there, if he did not slow down


def _left(seconds: float) -> float:
    """Seconds of walking left to who comes towards the viewer."""
    if seconds < _ARRIVES - 1:
        return _ARRIVES - seconds
    late = max(0.0, _ARRIVES + 1 - seconds)
    return late * late / 4
