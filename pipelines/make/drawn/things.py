"""The things a scene may name: by which words, drawn from which art, how tall in life, where they belong."""

from dataclasses import dataclass
from functools import lru_cache

from pipelines.make.drawn.table import PEOPLE, THINGS


@dataclass(frozen=True)
class Thing:
    """One kind of thing. `art` is 'fluent:name', 'own:name' or 'person:role'; `tall` in metres.

    `place`: g stands on the ground, w floats in water, u lives under water, s flies, o is held or lies (an object).
    `faces`: -1 when the art looks to the left, 1 to the right, 0 when it has no side.
    `sunk`: the share of its art, from below, that is cut off when it lies in water.
    """

    words: tuple[str, ...]
    art: str
    tall: float
    place: str
    faces: int = -1
    sunk: float = 0.0

    @property
    def name(self) -> str:
        return self.words[0]


# What drives, by the name of its art.
VEHICLES = frozenset({
    "automobile", "bus", "taxi", "tram", "locomotive", "delivery-truck", "minibus", "fire-engine", "ambulance",
    "police-car", "racing-car", "motorcycle", "bicycle", "tractor", "kick-scooter", "rover",
})  # fmt: skip

_FACING = {"<": -1, ">": 1, "=": 0}
PERSON_TALL = {"child": 1.15, "girl": 1.25, "boy": 1.25, "grandmother": 1.58, "grandfather": 1.7, "woman": 1.68}


def _row(line: str) -> Thing:
    names, art, tall, place, faces, *more = line.split(";")
    words = tuple(names.split(","))
    art = words[0].replace(" ", "-") if art == "=" else art
    art = art if ":" in art else f"fluent:{art}"
    return Thing(words, art, float(tall), place, _FACING[faces], float(more[0]) if more else 0.0)


@lru_cache(maxsize=1)
def all_things() -> tuple[Thing, ...]:
    """Every thing of the table, people included."""
    rows = [_row(line) for line in THINGS.strip().splitlines()]
    for line in PEOPLE.replace("\n  ", "").strip().splitlines():
        role, words = line.split(":")
        rows.append(Thing(tuple(words.split(",")), f"person:{role}", PERSON_TALL.get(role, 1.76), "g", 0))
    return tuple(rows)


@lru_cache(maxsize=1)
def by_word() -> dict[str, Thing]:
    """Each word or phrase of the table, singular and plain plural, to its thing. The first row wins."""
    found: dict[str, Thing] = {}
    for thing in all_things():
        for word in thing.words:
            for form in (word, *plurals(word)):
                found.setdefault(form, thing)
    return found


def plurals(word: str) -> tuple[str, ...]:
    """The plain plurals of a word."""
    if word.endswith(("s", "x", "ch", "sh")):
        return (word + "es",)
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word[:-1] + "ies",)
    if word.endswith("man"):
        return (word[:-3] + "men",)
    if word.endswith("f"):
        return (word + "s", word[:-1] + "ves")
    return (word + "s",)
