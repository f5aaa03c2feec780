"""The beds there are: what makes each, how loud it comes, in which room it lies."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pipelines.effects import birds, creatures, people, rooms, traffic, waters, weather
from pipelines.effects.air import at_level, heard
from pipelines.effects.stretches import Make, Stretch, together
from pipelines.effects.talk import Recorded


@dataclass(frozen=True)
class Bed:
    """`gain`: decibels that bring it to -30 LUFS at a force of 0.5 (the mean of three seeds, 40 s each). `recorded`:
    whether its maker is given recordings, too."""

    sounds: Callable[..., np.ndarray]
    gain: float
    recorded: bool = False


BEDS: dict[str, Bed] = {
    "rain": Bed(weather.rain, -3.7),
    "rain on a roof": Bed(weather.rain_on_roof, -4.4),
    "rain on a window": Bed(weather.rain_on_window, -2.9),
    "thunderstorm": Bed(weather.thunderstorm, -3.3),
    "wind": Bed(weather.gusts, 4.5),
    "gale": Bed(weather.gale, 2.2),
    "breeze": Bed(weather.breeze, 8.5),
    "wind in trees": Bed(weather.leaves, 1.2),
    "cold wind": Bed(weather.cold_wind, 7.9),
    "desert wind": Bed(weather.desert_wind, 4.7),
    "calm shore": Bed(waters.shore, 7.8),
    "surf": Bed(waters.surf, 0.9),
    "stormy sea": Bed(waters.sea_storm, -3.8),
    "under water": Bed(waters.under_water, -3.9),
    "stream": Bed(waters.stream, -2.9),
    "river": Bed(waters.river, -3.9),
    "waterfall": Bed(waters.waterfall, -15.2),
    "cave": Bed(waters.cave_drips, -5.8),
    "campfire": Bed(waters.fire, -1.5),
    "fireplace": Bed(waters.fireplace, 0.2),
    "dawn chorus": Bed(birds.dawn_chorus, -12.5),
    "forest birds": Bed(birds.forest, -4.6),
    "seagulls": Bed(birds.seagulls, -0.1),
    "owl": Bed(birds.owl_at_night, -3.4),
    "crickets": Bed(creatures.crickets, 1.1),
    "frogs": Bed(creatures.frogs, -4.5),
    "farm": Bed(creatures.farm, -5.4, recorded=True),
    "murmur": Bed(people.murmur, -11.4, recorded=True),
    "restaurant": Bed(people.chatter, -7.2, recorded=True),
    "market": Bed(people.market, -9.7, recorded=True),
    "applause": Bed(people.applause, 0.3),
    "cheering": Bed(people.cheering, -9.5, recorded=True),
    "children": Bed(people.playing_children, -6.9, recorded=True),
    "street": Bed(traffic.street, -7.2),
    "highway": Bed(traffic.highway, -9.6),
    "city hum": Bed(traffic.city_hum, -3.1),
    "train ride": Bed(traffic.train_ride, -5.0),
    "aeroplane": Bed(traffic.cabin, -4.8),
    "office": Bed(rooms.office, 9.4, recorded=True),
    "kitchen": Bed(rooms.kitchen, 7.4),
    "classroom": Bed(rooms.classroom, 0.0, recorded=True),
    "room tone": Bed(rooms.room_tone, 12.7),
    "space hum": Bed(rooms.space_hum, -4.4),
    "machine hall": Bed(rooms.machine_hall, -7.8),
    "laboratory": Bed(rooms.laboratory, 3.8),
}


@dataclass(frozen=True)
class Layer:
    """One bed of a recipe: its level beside the others in decibels, how hard it rains, blows or bustles (0 to 1), how
    far away it is (0 to 1)."""

    bed: str
    level: float = 0.0
    force: float = 0.5
    far: float = 0.0


def mixed(layers: tuple[Layer, ...], recorded: Recorded) -> Make:
    """Layers as one endless sound. `recorded`: calls of beasts and phrases of people, by who utters them; beds that
    have use for them do without where they are not there."""

    def one(layer: Layer, s: Stretch) -> np.ndarray:
        bed = BEDS[layer.bed]
        made = bed.sounds(s, layer.force, _for(bed, recorded)) if bed.recorded else bed.sounds(s, layer.force)
        if layer.far > 0.02:
            made = heard(made, "open", layer.far)
        return np.asarray(made * np.float32(at_level(bed.gain + layer.level)), np.float32)

    return lambda s: together(*(one(layer, s) for layer in layers))


def _for(bed: Bed, recorded: Recorded) -> Recorded:
    """Beasts for a farm, people for all else."""
    people = {"woman", "man", "cheers"}
    return {who: calls for who, calls in recorded.items() if (who not in people) == (bed.sounds is creatures.farm)}


def wanted(layers: tuple[Layer, ...]) -> frozenset[str]:
    """What recordings the layers have use for: "beasts", "talk"."""
    kinds = ("beasts" if each.bed == "farm" else "talk" for each in layers if BEDS[each.bed].recorded)
    return frozenset(kinds)
