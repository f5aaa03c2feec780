"""The season of a picture: what colour its grass, leaves and flowers have, and whether snow lies."""

from dataclasses import dataclass

from pipelines.make.drawn.light import Colour, hexa, mix
from pipelines.make.drawn.sheet import Sheet

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True)
class Season:
    """Colours of what grows. `leaves` are for trees, `blooms` for flowers; `bare` trees have no leaves."""

    name: str
    grass: Colour
    hill: Colour  # grass farther off
    leaves: tuple[Colour, ...]
    pine: Colour
    blooms: tuple[Colour, ...]
    snow: bool = False
    bare: bool = False
    flowers: float = 1.0  # how many, against a summer meadow


def _colours(text: str) -> tuple[Colour, ...]:
    return tuple(hexa(code) for code in text.split())


# Several summers, so that no two meadows need be the same green.
_GRASSES = {
    "spring": ("#86c64e #6fbf68", "#7cc258 #5fb487", "#9acb4a #78b85c"),
    "summer": ("#6fae4a #5aa368", "#8fae45 #7aa050", "#5c9f52 #4a9378", "#a9b34e #86a552", "#78b552 #63a05c"),
    "autumn": ("#b5a24a #b58b4a", "#a8a04c #96934c", "#c2a552 #c08a4c"),
    "winter": ("#eef4ff #dbe7f7", "#f4f6ff #e2e8f6", "#e9f2fa #d3e2f2"),
}
_LEAVES = {
    "spring": ("#f3a9c4 #f7c3d4 #ee8fb2 #8fcb5a", "#ffd9e4 #f6b3cb #a4d465 #8fc65a", "#a4d465 #8fcb5a #b9dc74 #ffd9e4"),
    "summer": ("#5c9e46 #4d8f4a #6fae4a #7ab04c", "#4f9a5c #5c9e46 #3f8a55 #78ae4e", "#6d9f3f #86ad48 #5c9440 #4d8a46"),
    "autumn": ("#e0803a #d9502f #f0b13c #c9692f", "#f0b13c #e8922e #d9a23a #b8632f", "#c94a34 #e0702f #b53f3a #ecaa3c"),
    "winter": ("#8a7a74 #7c6f6c #938580 #857a78",) * 3,
}
_BLOOMS = {
    "spring": ("#ffe27a #ffffff #ffb3d1 #c9a4ff", "#ffffff #ffd24d #ff9cc4 #9cc4ff"),
    "summer": ("#ff7aa8 #ffd24d #ffffff #b58cff", "#ff5a5a #ffffff #6f8cff #ffd24d", "#b58cff #8c7aff #ffffff #ff9cc4",
               "#ff8a5c #ffd24d #ff5a5a #ffffff"),
    "autumn": ("#e8862e #b5462f #f0c14c #b58c5c",) * 2,
    "winter": ("#ffffff",) * 2,
}  # fmt: skip
_PINES = {"spring": "#3a7a55", "summer": "#2f6b52", "autumn": "#3d6a4c", "winter": "#35645c"}
_FLOWERS = {"spring": 1.5, "summer": 1.0, "autumn": 0.2, "winter": 0.0}


def season_of(sheet: Sheet) -> Season:
    """The season of the sheet; where none was asked for, a summer's, or winter's when snow is falling.

    Draws from the sheet's chance: ask once for each picture.
    """
    name = sheet.season or ("winter" if sheet.snowy else "summer")
    bare = name == "winter"
    snow = bare and sheet.snowy
    ground = "autumn" if bare and not snow else name  # a winter without snow lies in the last grass

    def one(of: dict[str, tuple[str, ...]], name: str = name) -> tuple[Colour, ...]:
        return _colours(of[name][int(sheet.rng.integers(0, len(of[name])))])

    grass, hill = one(_GRASSES, ground)
    return Season(
        name, grass, mix(hill, hexa("#5f97a0"), 0.0 if snow else 0.12), one(_LEAVES), hexa(_PINES[name]),
        one(_BLOOMS), snow, bare, _FLOWERS[name],
    )  # fmt: skip
