"""A whole drawn picture: a scene read, its setting drawn, its things found, placed and lit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
import skia

from pipelines.looks.table import LOOKS
from pipelines.looks.textures import grained
from pipelines.make.drawn import (
    airfield,
    backdrops,
    beyond,
    bridges,
    carriage,
    country,
    falls,
    fields,
    growth,
    harbours,
    heights,
    outdoors,
    planets,
    playhouse,
    railway,
    rooms,
    skylines,
    streets,
    tropics,
    village,
    wilds,
)
from pipelines.make.drawn.art import pixels_of
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.coming import passing
from pipelines.make.drawn.costume import NOTHING_OWN
from pipelines.make.drawn.finish import finish
from pipelines.make.drawn.hands import in_hand, together
from pipelines.make.drawn.heads import Place, box_of, head_of, shares
from pipelines.make.drawn.held import TINT
from pipelines.make.drawn.homes import indoors
from pipelines.make.drawn.layering import FAR, Flat, Layer, Recorder
from pipelines.make.drawn.lens import Sharp, cared_for, through
from pipelines.make.drawn.light import Light, light_of
from pipelines.make.drawn.mounted import mounted, pulled, pushed, wheeled_up
from pipelines.make.drawn.order import Order
from pipelines.make.drawn.parts import part_of
from pipelines.make.drawn.place import spots
from pipelines.make.drawn.put import put
from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.shown import NOTHING, Shown, shown_of
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.tabletop import small, tabletop
from pipelines.make.drawn.tether import tethered
from pipelines.make.drawn.touching import away_of
from pipelines.make.drawn.treated import treated
from pipelines.make.drawn.weather import LEAF, falling, leaves

DRAWN_BY: dict[str, Callable[[Sheet], Stage]] = {
    "shore": outdoors.shore,
    "beach": outdoors.beach,
    "sea": outdoors.open_sea,
    "underwater": outdoors.underwater,
    "forest": country.forest,
    "mountains": country.mountains,
    "hills": country.hills,
    "summit": heights.summit,
    "cliffs": heights.cliffs,
    "tundra": heights.tundra,
    "lake": outdoors.lake,
    "desert": country.desert,
    "snow": country.snow,
    "farm": fields.farm,
    "garden": fields.garden,
    "vineyard": fields.vineyard,
    "river": wilds.river,
    "bridge": bridges.country_bridge,
    "waterfall": falls.waterfall,
    "canyon": wilds.canyon,
    "volcano": wilds.volcano,
    "swamp": wilds.swamp,
    "savanna": tropics.savanna,
    "jungle": tropics.jungle,
    "bamboo": tropics.bamboo,
    "city": skylines.city,
    "roofs": skylines.roofs,
    "harbour": harbours.harbour,
    **streets.STREETS,
    "lane": village.lane,
    "road": fields.road,
    "platform": railway.platform,
    "carriage": carriage.carriage,
    "apron": airfield.apron,
    **rooms.ROOMS,
    "stage": playhouse.stage,
    "stairs": playhouse.stairs,
    "space": beyond.space,
    "moon": planets.moon,
    "mars": planets.mars,
    "clouds": beyond.clouds,
    "cave": beyond.cave,
    "abstract": backdrops.abstract,
}


BLOSSOM = "fluent:blossom"
# What a setting itself shows when there are many of it.
_SPREAD = {
    "forest": ("own:tree", "own:pine"),
    "snow": ("own:tree", "own:pine"),
    "mountains": ("own:pine",),
    "hills": (BLOSSOM,),
    "garden": (BLOSSOM,),
    "farm": (BLOSSOM,),
    "road": (BLOSSOM,),
}


# Things that a setting draws itself where they are named: they belong to it.
_PART_OF = {
    "platform": ("fluent:locomotive",),
    "apron": ("fluent:airplane",),
    "volcano": ("fluent:volcano",),
    "bridge": ("own:bridge",),
    "city": ("own:bridge",),
    "lane": ("fluent:houses",),
}


# Things of the sky that it draws itself, over the settings that have one.
_IN_THE_SKY = {"own:rainbow": "rainbow", "fluent:comet": "comet", "fluent:shooting-star": "shooting star"}
_SKY_OVER = {"hills", "forest", "mountains", "desert", "snow", "farm", "garden", "vineyard", "road", "river",
             "waterfall", "canyon", "volcano", "swamp", "savanna", "shore", "beach", "sea", "lake",
             "clouds"}  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A picture, RGB of uint8 (h, w, 3), and what is in it: the names of all things, where those with a place of their
    own stand, the leading one first, and where heads are: left, top, width and height as shares of the picture."""

    pixels: np.ndarray
    names: list[str]
    where: list[Place]
    heads: list[Place]
    shown: Shown = NOTHING


@dataclass(frozen=True)
class Set:
    """A scene built and not yet looked at: its layers, farthest first, on a ground of `size` (w, h) pixels.

    `lens`: whether the vignette and wash of the drawn world go over it. `away`: how far off the leading thing is; None
    where nothing is placed.
    """

    layers: tuple[Layer, ...]
    size: tuple[int, int]
    stage: Stage
    light: Light
    names: list[str]
    where: list[Place]
    heads: list[Place]
    lens: bool = True
    look: str = "shaded"
    seed: int = 1
    away: float | None = None
    parts: frozenset[str] = frozenset()  # what the setting drew by itself, by its painters' names
    shown: Shown = NOTHING


def build(order: Order, cast: Cast, density: float, progress: Callable[[float, str], None], still: bool = False) -> Set:
    """Paint the scene's layers. `density`: how many pixels one of them will be shown at when the camera is nearest;
    `still`: they are not going to move.

    `progress` is told the share done, 0.15 to 0.82, and what comes now.
    """
    w, h = order.size
    rng = np.random.default_rng([order.seed, crc32(f"{order.setting} {order.time}".encode())])
    tape = Recorder(w, h)
    shown = {s.thing.art: s for s in order.subjects if s.thing.art in _IN_THE_SKY and order.setting in _SKY_OVER}
    wonders = order.wonders | {_IN_THE_SKY[art] for art in shown}
    sheet = Sheet(tape, w, h, _light(order, rng), rng, order.without, density, order.season, wonders, order.named,
                  still)  # fmt: skip
    progress(0.15, "the setting")
    stage = DRAWN_BY.get(order.setting, country.hills)(sheet)
    stage = replace(stage, inside=indoors(order.setting) or order.setting in ("abstract", "space"),
                    bare=order.setting == "abstract")  # fmt: skip
    near = indoors(order.setting) and order.setting != "stage" and small(order.subjects) and sheet.may("table")
    if near:
        stage = tabletop(sheet, tape.take(), stage)
    progress(0.45, "the things in it")
    many = {s.thing.art: s for s in order.subjects if s.count > 1 and not indoors(order.setting)}
    spread = [many[art] for art in (LEAF, *_SPREAD.get(order.setting, ())) if art in many]
    spread += [s for s in shown.values() if s not in spread]
    spread += [s for s in order.subjects if _belongs(s, order.setting, near) and s not in spread]
    subjects = tuple(s for s in order.subjects if s not in spread and cast.shape(s, 0) is not None)
    if any(s.thing.art == BLOSSOM for s in spread):
        growth.field(sheet, stage.ground[0] - 0.1 * h, 0.97 * h)
    placed = spots(sheet, stage, subjects, order.frame, order.seed, lambda s, i: cast.shape(s, i) or 1.0,
                   cast.share)  # fmt: skip
    placed = in_hand(passing(together(_coupled(mounted(placed, cast, w, h), cast, w), cast), cast, w), cast)
    for n, spot in enumerate(placed):
        progress(0.45 + 0.35 * n / len(placed), spot.subject.word)
        put(sheet, stage, spot, cast)
    tethered(sheet, stage, placed, cast)
    progress(0.82, "light and weather")
    # Before the things of a room are only its darker corners: they stay where they are, as if in the lens.
    sheet.layer("front", FAR if order.setting in rooms.ROOMS else 0.9)
    stage.front()
    if LEAF in many:
        leaves(sheet)
    if not indoors(order.setting) and order.setting not in ("space", "moon", "mars", "underwater", "cave", "abstract"):
        falling(sheet)
    held = [s.holding.partition(TINT)[0] for s in subjects if s.holding not in ("", NOTHING_OWN)]
    names = [*(s.word for s in (*subjects, *spread)), *held, *sorted(order.wonders)]
    ranked = sorted(placed, key=lambda spot: (subjects.index(spot.subject), spot.index))
    boxed = [box_of(spot, cast.shape(spot.subject, spot.index) or 1.0) for spot in ranked]
    heads = [head for spot, box in zip(ranked, boxed, strict=True) if (head := head_of(spot, box, order.size[1]))]
    where, heads = ([shares(box, order.size) for box in each] for each in (boxed, heads))
    away = away_of(sheet, stage, ranked[0]) if ranked else None
    layers = tuple(layer for layer in tape.take() if sheet.may(part_of(layer.name)))
    parts = sheet.parts | {part_of(layer.name) for layer in layers} - {""}
    seen = shown_of(order.setting, (*subjects, *spread), placed, {*parts, *order.wonders},
                    [layer.name for layer in layers], cast.role,
                    lambda spot: cast.shape(spot.subject, spot.index) or 1.0)  # fmt: skip
    return Set(layers, order.size, stage, sheet.light, names, where, heads, look=order.look, seed=order.seed,
               away=away, parts=frozenset(parts), shown=seen)  # fmt: skip


def _coupled(placed: list[Spot], cast: Cast, w: int) -> list[Spot]:
    """Those who push, pull or have come on wheels, at what they do it with."""
    return wheeled_up(pulled(pushed(placed, cast), cast, w), cast)


def _belongs(subject: Subject, setting: str, near: bool) -> bool:
    """Whether the setting draws it itself: a train on its rails, an airliner, the table seen from near."""
    if near and subject.thing.art == "own:table":
        return True
    aloft = setting == "apron" and bool(airfield.ALOFT & set(subject.doing))
    return subject.thing.art in _PART_OF.get(setting, ()) and not aloft


def _light(order: Order, rng: np.random.Generator) -> Light:
    """The light of the order's hour, and from which side it comes."""
    hour = "day" if order.setting in ("space", "moon") else order.time  # there it is always the sun that lights
    light = light_of(hour, "clear" if indoors(order.setting) else order.weather)
    if "eclipse" in order.wonders and light.sun_at[1] > 0.2:  # the sun stands high and it is dusk
        light = replace(light_of("dusk", order.weather), sun_at=light.sun_at)
    if indoors(order.setting):
        light = replace(rooms.indoor_light(light), weather=order.weather)
    alone = len(order.subjects) < 2
    x = light.sun_at[0] if alone else 0.48  # between the things, or across from the one
    if order.seed % 2 if alone else order.seed % 4 in (1, 2):  # shots that follow each other are lit from other sides
        x = 1 - x
    return replace(light, sun_at=(x + float(rng.uniform(-0.015, 0.015)), light.sun_at[1]))


def draw(order: Order, cast: Cast, progress: Callable[[float, str], None], sharp: Sharp = "deep") -> Drawn:
    """Draw the picture that the resting camera sees, its lens set to what shall be `sharp`."""
    built = build(order, cast, 1.0, progress, still=True)
    w, h = built.size
    surface = skia.Surface(w, h)
    look = LOOKS[order.look]
    layers = treated(built.layers, look, order.seed, built.size)
    through(surface.getCanvas(), layers, sharp, cared_for(built.away))
    finish(Sheet(Flat(surface.getCanvas()), w, h, built.light, np.random.default_rng(order.seed)))
    pixels = np.ascontiguousarray(pixels_of(surface)[:, :, :3])
    if look.name == "shaded":  # grain hides the steps of long gradients; of it a look would make specks
        pixels = grained(pixels, order.seed)
    pixels = look.prepare(built.size, order.seed, layered=True)(pixels, 0.0)
    return Drawn(pixels, built.names, built.where, built.heads, built.shown)
