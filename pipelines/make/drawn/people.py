"""Putting people into the picture: their shadows, their light, and all they do from moment to moment."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

from pipelines.make.drawn.actor import Actor, Role, Seen, after, box_of, hand_of, seat_of, stride
from pipelines.make.drawn.art import Pixels, image_of
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.coming import in_depth, life_in, up_the_stairs
from pipelines.make.drawn.layering import Life, Live, Pose
from pipelines.make.drawn.lighting import lit_pixels
from pipelines.make.drawn.rounds import DEPTHS
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.spot import SWIMS, Spot
from pipelines.make.drawn.touching import away_of, blades, lamp, lit_from, shadow, stool, waterline
from pipelines.make.drawn.windscreen import framed

_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear)
_HURRY = 1.25  # who comes in walks a little faster
_NEARLY = 0.9  # seconds before he stands, a still shows him


def put_person(sheet: Sheet, stage: Stage, spot: Spot, role: Role, cast: Cast) -> None:
    """Draw somebody, who breathes, blinks and does what the role says; of a crowd a whole row."""
    away = away_of(sheet, stage, spot)
    row = [_player(sheet, stage, one, cast) for one in (spot, *spot.others)]
    first = row[0]
    goes: Life | None = first.gone if role.travels else None
    carried = life_in(spot.carrier, cast, sheet) if spot.carrier is not None else None
    breath = None if spot.others else _breath(role, (first.x, spot.foot), first.offset, spot.way)
    deep = in_depth(stage, spot, sheet.w, role.act == "approach") if role.act in DEPTHS else None
    climbs = up_the_stairs(stage, spot, sheet.w) if role.act == "climb" else None
    life = None if sheet.still and deep else carried or deep or climbs or breath
    if spot.way == "ground":
        sheet.layer(f"under {spot.subject.word}", away, life=goes or (life if role.act in DEPTHS or climbs else None))
        for player in row:
            shadow(sheet, player.spot, player.wide, lit_from(sheet, stage, player.spot.x))
        if role.stance(0.0).back_leg[0] > 60 and not spot.over:
            stool(sheet, first.x, spot.foot, seat_of(role) * first.unit)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for player in row:
            player.paint(canvas, seconds)

    live(skia.Surface(1, 1).getCanvas(), 0.0)
    swims = spot.way == "water"
    sheet.alive(spot.subject.word, _up_to(live, spot.foot - SWIMS * spot.tall) if swims else
                framed(live, spot, cast, sheet.density), away, life=life)  # fmt: skip
    if swims:
        sheet.layer(f"waterline of {spot.subject.word}", away)
        for player in row:
            waterline(sheet, player.spot, 0.7 * player.wide, SWIMS)
    if spot.way == "ground" and stage.blades is not None:
        sheet.layer(f"grass before {spot.subject.word}", away, life=life if role.act in DEPTHS else None)
        for player in row:
            blades(sheet, player.spot, player.wide, stage.blades)
    light = first.actor.lamp()
    if light is not None:
        at = (first.x + first.way * light[0] * first.unit, first.y + light[1] * first.unit)
        lamp(sheet, spot, at, 0.035 * spot.tall, away, life=goes)


def _up_to(live: Live, line: float) -> Live:
    """The same, only what is over a row."""

    def over(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.clipRect(skia.Rect(-1e5, -1e5, 1e5, line), True)
        live(canvas, seconds)
        canvas.restore()

    return over


def hand_life(sheet: Sheet, stage: Stage, spot: Spot, cast: Cast) -> Life:
    """How a thing moves that is in somebody's hand."""
    player = _player(sheet, stage, spot, cast)
    role = player.actor.role
    first = hand_of(role, 0.0)

    def life(seconds: float) -> Pose:
        seen = player.seen(seconds)
        x, y = hand_of(role, seen.moment.step / role.steps, seen.moment.vigour / 8)
        return Pose(dx=player.way * player.unit * (x - first[0] + seen.gone), dy=player.unit * (y - first[1]))

    return life


@dataclass(frozen=True)
class Player:
    """Somebody on the stage: feet at (x, y + SOLE units), looking right (`way` 1) or left, `unit` pixels a unit."""

    spot: Spot
    actor: Actor
    lit: Callable[[Pixels], skia.Image]
    x: float
    y: float
    way: int
    unit: float
    wide: float
    offset: float
    tempo: float = 1.0  # how much faster than by himself he goes
    still: bool = False  # who comes in is nearly there

    def seen(self, seconds: float) -> Seen:
        """How he is at a second; `gone` is told from where he has his place."""
        room, came = self.spot.room / self.unit, self.spot.came / self.unit
        role = self.actor.role
        if came and self.still:
            seconds = max(0.0, came / stride(role) * role.period - _NEARLY)
        seen = after(role, seconds * self.tempo, room, self.offset)
        return replace(seen, gone=seen.gone - came) if came else seen

    def gone(self, seconds: float) -> Pose:
        """How far along the ground, for what goes along."""
        return Pose(dx=self.way * self.unit * self.seen(seconds).gone)

    def paint(self, canvas: skia.Canvas, seconds: float) -> None:
        seen, (left, top, right, bottom) = self.seen(seconds), self.actor.box
        canvas.save()
        canvas.translate(self.x, self.y)
        canvas.scale(self.way * self.unit, self.unit)
        place = skia.Rect.MakeLTRB(left + seen.gone, top, right + seen.gone, bottom)
        canvas.drawImageRect(self.actor.image(seen.moment, self.lit), place, _SAMPLING)
        canvas.restore()


def _player(sheet: Sheet, stage: Stage, spot: Spot, cast: Cast) -> Player:
    role = cast.role(spot.subject, spot.index)
    if role is None:
        raise TypeError(f"{spot.subject.word} is no person")
    left, top, right, bottom = box_of(role)
    unit = spot.tall / (bottom - top)
    x, y = spot.x - (-1 if spot.mirrored else 1) * (left + right) / 2 * unit, spot.foot - bottom * unit
    tempo = _HURRY if spot.came else spot.pace / (unit * stride(role) / role.period) if spot.pace else 1.0
    way = -1 if spot.mirrored else 1
    crowd = spot.subject.count > 6  # they share their pictures: all are lit from where they look
    side = 1 if crowd else way * lit_from(sheet, stage, spot.x)
    far = 0.08 if crowd else round(spot.far, 2)

    def lit(pixels: Pixels) -> skia.Image:
        return image_of(lit_pixels(pixels, sheet.light, side, far, stage.floor))

    at = tuple((round((px - x) * way / unit, 1), round((py - y) / unit, 1)) for px, py in spot.clasp)
    role = replace(role, clasp=at)
    return Player(
        spot, cast.actor(role, unit * sheet.density, side, far), lit, x, y, way, unit, (right - left) * unit,
        0.9 + (spot.x * 7.3 + spot.index * 1.7) % 2.4, tempo, sheet.still,
    )  # fmt: skip


def _breath(role: Role, foot: tuple[float, float], offset: float, way: str) -> Life:
    """The chest rises and sinks, the weight goes a little from foot to foot; somebody adrift floats."""
    asleep = role.feeling == "asleep"
    deep = 0.016 if role.act == "lie" else 0.012 if asleep else 0.006
    still = role.act in ("stand", "hold", "point", "think", "look up", "akimbo")

    def life(seconds: float) -> Pose:
        breath = math.sin(2 * math.pi * seconds / 4)
        shift = math.sin(2 * math.pi * seconds / 8) * (1 if offset < 2 else -1)
        adrift = 0.02 * foot[1] * breath if way == "deep" else 0.0
        return Pose(dy=-adrift, turn=2.5 * shift if way == "deep" else 0.0, tall=1 + deep * breath,
                    lean=0.008 * shift if still else 0.0, anchor=foot)  # fmt: skip

    return life
