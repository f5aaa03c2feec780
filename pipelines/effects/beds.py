"""The beds there are: what makes each, how loud it comes, in which room it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from pipelines.effects import birds, creatures, people, rooms, traffic, waters, weather
from pipelines.effects.stretches import Make, Stretch, together

Sounds = Callable[[Stretch, float], np.ndarray]
Beasts = dict[str, list[np.ndarray]]


@dataclass(frozen=True)
class Bed:
    """`gain`: decibels that bring it to -30 LUFS at a force of 0.5 (the mean of three seeds, a minute each)."""

    sounds: Sounds
    gain: float


BEDS: dict[str, Bed] = {
    "rain": Bed(weather.rain, -3.3),
    "rain on a roof": Bed(weather.rain_on_roof, -4.3),
    "rain on a window": Bed(weather.rain_on_window, -3.3),
    "thunderstorm": Bed(weather.thunderstorm, -8.0),
    "wind": Bed(weather.gusts, 4.8),
    "gale": Bed(weather.gale, 4.4),
    "breeze": Bed(weather.breeze, 8.4),
    "wind in trees": Bed(weather.leaves, 0.7),
    "cold wind": Bed(weather.cold_wind, 8.6),
    "desert wind": Bed(weather.desert_wind, 5.8),
    "calm shore": Bed(waters.shore, 2.0),
    "surf": Bed(waters.surf, -1.2),
    "stormy sea": Bed(waters.sea_storm, -5.2),
    "under water": Bed(waters.under_water, -4.8),
    "stream": Bed(waters.stream, -2.7),
    "river": Bed(waters.river, -4.9),
    "waterfall": Bed(waters.waterfall, -15.2),
    "cave": Bed(waters.cave_drips, -5.4),
    "campfire": Bed(waters.fire, -0.9),
    "fireplace": Bed(waters.fireplace, 0.0),
    "dawn chorus": Bed(birds.dawn_chorus, -12.9),
    "forest birds": Bed(birds.forest, -4.5),
    "seagulls": Bed(birds.seagulls, -1.5),
    "owl": Bed(birds.owl_at_night, -2.1),
    "crickets": Bed(creatures.crickets, 1.0),
    "frogs": Bed(creatures.frogs, -4.3),
    "farm": Bed(partial(creatures.farm, beasts={}), 0.0),
    "murmur": Bed(people.murmur, -6.3),
    "restaurant": Bed(people.chatter, -5.0),
    "market": Bed(people.market, -7.3),
    "applause": Bed(people.applause, 1.2),
    "cheering": Bed(people.cheering, -9.2),
    "children": Bed(people.playing_children, -6.2),
    "street": Bed(traffic.street, -7.5),
    "highway": Bed(traffic.highway, -10.3),
    "city hum": Bed(traffic.city_hum, -1.7),
    "train ride": Bed(traffic.train_ride, -5.1),
    "aeroplane": Bed(traffic.cabin, -4.8),
    "office": Bed(rooms.office, 10.8),
    "kitchen": Bed(rooms.kitchen, 8.4),
    "classroom": Bed(rooms.classroom, -0.3),
    "room tone": Bed(rooms.room_tone, 12.7),
    "space hum": Bed(rooms.space_hum, -4.2),
    "machine hall": Bed(rooms.machine_hall, -7.7),
    "laboratory": Bed(rooms.laboratory, 3.9),
}


@dataclass(frozen=True)
class Layer:
    """One bed of a recipe: its level beside the others in decibels, how hard it rains, blows or bustles (0 to 1), how
    far away it is (0 to 1)."""

    bed: str
    level: float = 0.0
    force: float = 0.5
    far: float = 0.0


def mixed(layers: tuple[Layer, ...], beasts: Beasts) -> Make:
    """Layers as one endless sound. `beasts`: recordings for the farm, by name."""
    from pipelines.effects.air import at_level, heard

    def one(layer: Layer, s: Stretch) -> np.ndarray:
        bed = BEDS[layer.bed]
        sounds = partial(creatures.farm, beasts=beasts) if layer.bed == "farm" else bed.sounds
        made = sounds(s, layer.force)
        if layer.far > 0.02:
            made = heard(made, "open", layer.far)
        return made * np.float32(at_level(bed.gain + layer.level))

    return lambda s: together(*(one(layer, s) for layer in layers))
