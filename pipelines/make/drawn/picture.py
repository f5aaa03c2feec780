"""A whole drawn picture: a scene read, its setting drawn, its things found, placed and lit."""

from collections.abc import Callable
from dataclasses import replace
from zlib import crc32

import numpy as np
import skia

from pipelines.make.drawn import beyond, country, outdoors, planets, roads, rooms, town
from pipelines.make.drawn.art import pixels_of
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.finish import finish, grained, looked
from pipelines.make.drawn.homes import indoors
from pipelines.make.drawn.light import light_of
from pipelines.make.drawn.order import Order
from pipelines.make.drawn.place import spots
from pipelines.make.drawn.put import put
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.tabletop import small, tabletop
from pipelines.make.drawn.weather import LEAF, falling, leaves

DRAWN_BY: dict[str, Callable[[Sheet], Stage]] = {
    "shore": outdoors.shore,
    "beach": outdoors.beach,
    "sea": outdoors.open_sea,
    "underwater": outdoors.underwater,
    "forest": country.forest,
    "mountains": country.mountains,
    "hills": country.hills,
    "lake": outdoors.lake,
    "desert": country.desert,
    "snow": country.snow,
    "farm": country.farm,
    "garden": country.garden,
    "city": town.city,
    "street": town.street,
    "road": roads.road,
    "home": rooms.home,
    "kitchen": rooms.kitchen,
    "classroom": rooms.classroom,
    "lab": rooms.lab,
    "office": rooms.office,
    "shop": rooms.shop,
    "stage": rooms.stage,
    "stairs": rooms.stairs,
    "workshop": rooms.workshop,
    "space": beyond.space,
    "moon": planets.moon,
    "mars": planets.mars,
    "clouds": beyond.clouds,
    "cave": beyond.cave,
    "abstract": beyond.abstract,
}


def draw(order: Order, cast: Cast, progress: Callable[[float, str], None]) -> tuple[np.ndarray, list[str]]:
    """Draw it. Returns RGB pixels, shape (h, w, 3), and the names of the things that are in it."""
    w, h = order.size
    surface = skia.Surface(w, h)
    rng = np.random.default_rng([order.seed, crc32(f"{order.setting} {order.time}".encode())])
    hour = "day" if order.setting in ("space", "moon") else order.time  # there it is always the sun that lights
    light = light_of(hour, "clear" if indoors(order.setting) else order.weather)
    if indoors(order.setting):
        light = rooms.indoor_light(light)
    x = 0.5 if len(order.subjects) > 1 else light.sun_at[0]  # between the things, or across from the one
    if rng.random() < 0.5:
        x = 1 - x
    light = replace(light, sun_at=(x + float(rng.uniform(-0.05, 0.05)), light.sun_at[1]))
    sheet = Sheet(surface.getCanvas(), w, h, light, rng, order.without)
    progress(0.15, "the setting")
    stage = DRAWN_BY.get(order.setting, country.hills)(sheet)
    if indoors(order.setting) and order.setting != "stage" and small(order.subjects):
        stage = tabletop(sheet, surface, stage)
    progress(0.45, "the things in it")
    blown = [s for s in order.subjects if s.thing.art == LEAF and s.count > 1 and not indoors(order.setting)]
    subjects = tuple(s for s in order.subjects if s not in blown and cast.shape(s, 0) is not None)
    placed = spots(sheet, stage, subjects, order.frame, order.seed, lambda s, i: cast.shape(s, i) or 1.0)
    for n, spot in enumerate(placed):
        progress(0.45 + 0.35 * n / len(placed), spot.subject.word)
        sprite = cast.sprite(spot.subject, spot.index, round(spot.tall))
        if sprite is not None:
            put(sheet, stage, spot, sprite)
    progress(0.82, "light and weather")
    stage.front()
    if blown:
        leaves(sheet)
    if not indoors(order.setting) and order.setting not in ("space", "moon", "mars", "underwater", "cave", "abstract"):
        falling(sheet)
    finish(sheet)
    pixels = pixels_of(surface)[:, :, :3]
    return grained(looked(pixels, order.look, order.seed), order.seed), [s.word for s in (*subjects, *blown)]
