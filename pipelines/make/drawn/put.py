"""Putting a placed thing into the picture: its shadow or waterline, the light on it, its life."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from pipelines.make.drawn.actor import Actor, Role, Seen, after, box_of, seat_of
from pipelines.make.drawn.art import Pixels, Sprite, image_of, resized
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.creatures import life_of, swimmer, waved
from pipelines.make.drawn.layering import Life, Pose
from pipelines.make.drawn.lettering import lettered
from pipelines.make.drawn.light import hexa
from pipelines.make.drawn.lighting import lit_pixels
from pipelines.make.drawn.sheet import Sheet, Stage, glow
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.touching import (
    along_the_ground,
    away_of,
    blades,
    lamp,
    lit_from,
    mirrored_in_water,
    reflection,
    shadow,
    stool,
    waterline,
)
from pipelines.make.drawn.windscreen import framed
from pipelines.type.faces import Faces

_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear)


def put(sheet: Sheet, stage: Stage, spot: Spot, cast: Cast) -> None:
    """Draw one thing where it goes, with its shadow or waterline and its life."""
    role = cast.role(spot.subject, spot.index)
    if role is not None:
        put_person(sheet, stage, spot, role, cast)
        return
    sprite = cast.sprite(spot.subject, spot.index, round(spot.tall * sheet.density))
    if sprite is None:
        return
    h, w = sprite.pixels.shape[:2]
    width = w * spot.tall / h
    left, top = spot.x - width / 2, spot.foot - spot.tall
    side = lit_from(sheet, stage, spot.x)
    pixels = resized(sprite.pixels, round(width * sheet.density), round(spot.tall * sheet.density))
    pixels = np.ascontiguousarray(pixels[:, ::-1]) if spot.mirrored else pixels
    wet = spot.way == "deep" and stage.water is not None
    image = image_of(lit_pixels(pixels, sheet.light, side, spot.far, stage.floor, wet=wet))
    sunk = spot.subject.thing.sunk if spot.way == "water" else 0.0
    if spot.way == "water" and not sunk:
        sunk = 0.22
    away = away_of(sheet, stage, spot)
    life = _life(spot, cast, sheet.u)
    if spot.way == "ground":
        sheet.layer(f"under {spot.subject.word}", away, life=along_the_ground(life) if life else None)
        top += spot.subject.thing.sunk * spot.tall
        shadow(sheet, spot, width, side)
    elif spot.way == "water":
        mirror = reflection(sheet, image, left, spot, width, sunk)
        sheet.alive(f"under {spot.subject.word}", mirror, away, life=mirrored_in_water(life) if life else None)
    place = skia.Rect.MakeXYWH(left, top, width, spot.tall)
    if waved(spot):
        looks_right = (spot.subject.thing.faces > 0) != spot.mirrored
        sheet.alive(spot.subject.word, swimmer(image, left, top, width, spot.tall, looks_right), away, life=life)
    else:
        _thing(sheet, spot, sprite, image, place, away, life, sunk, cast.faces)
    if spot.way == "water":
        sheet.layer(f"waterline of {spot.subject.word}", away, life=along_the_ground(life) if life else None)
        waterline(sheet, spot, width, sunk)
    if spot.way == "ground" and stage.blades is not None:
        sheet.layer(f"grass before {spot.subject.word}", away)
        blades(sheet, spot, width, stage.blades)
    for lx, ly, radius in sprite.lamps:
        lx = 1 - lx if spot.mirrored else lx
        lamp(sheet, spot, (left + lx * width, top + ly * spot.tall), radius * spot.tall, away, beam=sprite.beam)


def _life(spot: Spot, cast: Cast, u: float) -> Life | None:
    """How a thing moves: as what it stands in or on does, else after its kind; None when it rests."""
    if spot.carrier is not None:
        return _life(spot.carrier, cast, u)
    return life_of(spot, spot.tall * (cast.shape(spot.subject, spot.index) or 1.0), u)


def _thing(sheet: Sheet, spot: Spot, sprite: Sprite, image: skia.Image, place: skia.Rect, away: float,
           life: Life | None, sunk: float, faces: Faces) -> None:  # fmt: skip
    """The thing itself, cut off where it is sunk into the ground or the water."""
    sheet.layer(spot.subject.word, away, life=life)
    canvas = sheet.canvas
    canvas.save()
    if spot.way == "ground" and spot.subject.thing.sunk:
        canvas.clipRect(skia.Rect(-sheet.w, -sheet.h, 2 * sheet.w, spot.foot), True)
    elif spot.way == "water":
        canvas.clipRect(
            skia.Rect(place.left() - 9, place.top() - 9, place.right() + 9, spot.foot - sunk * spot.tall), True
        )
    canvas.drawImageRect(image, place, _SAMPLING)
    if sprite.emit is not None and sheet.light.lamps:
        shine = np.ascontiguousarray(sprite.emit[:, ::-1]) if spot.mirrored else sprite.emit
        canvas.drawImageRect(image_of(shine), place, _SAMPLING)
    if sprite.board is not None and spot.subject.text:
        lettered(canvas, sprite.board, place, spot.subject.text, faces, sheet.light, spot.mirrored)
    canvas.restore()
    if sprite.board is not None and sprite.board.way == "lit":  # a glow on all around
        sheet.layer(f"light of {spot.subject.word}", away, light=True)
        middle = place.centerX(), place.centerY()
        glow(sheet, *middle, 0.75 * place.width(), hexa("#ff5ac0"), 0.16 + 0.3 * sheet.light.dark)


def put_person(sheet: Sheet, stage: Stage, spot: Spot, role: Role, cast: Cast) -> None:
    """Draw somebody, who breathes, blinks and does what the role says; of a crowd a whole row."""
    away = away_of(sheet, stage, spot)
    row = [_player(sheet, stage, one, cast) for one in (spot, *spot.others)]
    first = row[0]
    goes = first.gone if role.travels else None
    if spot.way == "ground":
        sheet.layer(f"under {spot.subject.word}", away, life=goes)
        for player in row:
            shadow(sheet, player.spot, player.wide, lit_from(sheet, stage, player.spot.x))
        if role.stance(0.0).back_leg[0] > 60 and not spot.over:
            stool(sheet, first.x, spot.foot, seat_of(role) * first.unit)
    carried = _life(spot.carrier, cast, sheet.u) if spot.carrier is not None else None
    breath = None if spot.others else _breath(role, (first.x, spot.foot), first.offset, spot.way)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for player in row:
            player.paint(canvas, seconds)

    live(skia.Surface(1, 1).getCanvas(), 0.0)
    sheet.alive(spot.subject.word, framed(live, spot, cast, sheet.density), away, life=carried or breath)
    if spot.way == "ground" and stage.blades is not None:
        sheet.layer(f"grass before {spot.subject.word}", away)
        for player in row:
            blades(sheet, player.spot, player.wide, stage.blades)
    light = first.actor.lamp()
    if light is not None:
        at = (first.x + first.way * light[0] * first.unit, first.y + light[1] * first.unit)
        lamp(sheet, spot, at, 0.035 * spot.tall, away, life=goes)


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

    def seen(self, seconds: float) -> Seen:
        return after(self.actor.role, seconds, self.spot.room / self.unit, self.offset)

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
    way = -1 if spot.mirrored else 1
    crowd = spot.subject.count > 6  # they share their pictures: all are lit from where they look
    side = 1 if crowd else way * lit_from(sheet, stage, spot.x)
    far = 0.08 if crowd else round(spot.far, 2)

    def lit(pixels: Pixels) -> skia.Image:
        return image_of(lit_pixels(pixels, sheet.light, side, far, stage.floor))

    return Player(
        spot, cast.actor(role, unit * sheet.density, side, far), lit, spot.x - way * (left + right) / 2 * unit,
        spot.foot - bottom * unit, way, unit, (right - left) * unit, 0.9 + (spot.x * 7.3 + spot.index * 1.7) % 2.4,
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
