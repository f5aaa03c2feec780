"""Putting a placed thing into the picture: its shadow or waterline, the light on it, its life."""

import numpy as np
import skia

from pipelines.make.drawn.art import Sprite, image_of, resized
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.coming import life_in
from pipelines.make.drawn.creatures import name_of, swimmer, swung, waved
from pipelines.make.drawn.drawn_by import STACK, share_of_the_engine
from pipelines.make.drawn.layering import Life
from pipelines.make.drawn.lettering import lettered
from pipelines.make.drawn.light import hexa, mix
from pipelines.make.drawn.lighting import lit_pixels
from pipelines.make.drawn.people import hand_life, put_person
from pipelines.make.drawn.sheet import Sheet, Stage, flat, glow
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.stirrings import smoke
from pipelines.make.drawn.touching import (
    along_the_ground,
    away_of,
    blades,
    lamp,
    lit_from,
    mirrored_in_water,
    reflection,
    shadow,
    waterline,
)
from pipelines.make.drawn.wheels import turning
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
    life = life_in(spot, cast, sheet) if name_of(spot) != "swing" else None  # its frame stands
    if spot.subject.at == "hand" and spot.carrier is not None:
        life = hand_life(sheet, stage, spot.carrier, cast)
    if spot.way == "ground":
        sheet.layer(f"under {spot.subject.word}", away, life=along_the_ground(life) if life else None)
        top += spot.subject.thing.sunk * spot.tall
        shadow(sheet, spot, width, side)
    elif spot.way == "water":
        mirror = reflection(sheet, image, left, spot, width, sunk)
        sheet.alive(f"under {spot.subject.word}", mirror, away, life=mirrored_in_water(life) if life else None)
    place = skia.Rect.MakeXYWH(left, top, width, spot.tall)
    if waved(spot):
        looks_right = (spot.subject.thing.faces > 0) != spot.mirrored  # a flag's pole is at its left: it looks left
        sheet.alive(spot.subject.word, swimmer(image, left, top, width, spot.tall, looks_right), away, life=life)
    else:
        _thing(sheet, spot, sprite, image, place, away, life, sunk, cast.faces)
        wheels = turning(name_of(spot), place, spot.mirrored, sheet.light, life) if spot.way == "ground" else None
        if wheels is not None:
            sheet.alive(f"wheels of {spot.subject.word}", wheels, away, life=life)
    _moving_parts(sheet, spot, place, away, life, cast)
    if spot.way == "water":
        sheet.layer(f"waterline of {spot.subject.word}", away, life=along_the_ground(life) if life else None)
        waterline(sheet, spot, width, sunk)
    if spot.way == "ground" and stage.blades is not None:
        sheet.layer(f"grass before {spot.subject.word}", away)
        blades(sheet, spot, width, stage.blades)
    for lx, ly, radius in sprite.lamps:
        lx = 1 - lx if spot.mirrored else lx
        lamp(sheet, spot, (left + lx * width, top + ly * spot.tall), radius * spot.tall, away, beam=sprite.beam)


def _moving_parts(sheet: Sheet, spot: Spot, place: skia.Rect, away: float, life: Life | None, cast: Cast) -> None:
    """What moves by itself at a thing: the board of a swing, the smoke of a train."""
    light, name = sheet.light, name_of(spot)
    if name == "swing":
        sheet.layer(f"board of {spot.subject.word}", away, life=life_in(spot, cast, sheet))
        swung(sheet.canvas, spot, flat(light.on(hexa("#d9c49a"))), flat(light.on(hexa("#8a5a34"))))
    elif name == "locomotive" and sheet.may("smoke"):
        x = share_of_the_engine(place.width(), place.height()) * STACK[0]
        x = place.left() + (1 - x if spot.mirrored else x) * place.width()
        tone = mix(light.haze, light.on((0.95, 0.95, 0.97)), 0.6)
        size, way = 0.26 * spot.tall, -1 if spot.mirrored else 1
        puffs = smoke(x, place.top() + STACK[1] * spot.tall, size, tone, 0.9, 1.6 * way, 12)
        sheet.alive(f"smoke of {spot.subject.word}", puffs, away, life=life)


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
