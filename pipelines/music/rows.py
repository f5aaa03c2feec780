"""Patterns written down as rows of letters: a group a beat, a letter where something sounds, bars parted by "|".

"X..x" is one beat in four: a stroke, two rests, a softer stroke. "-" lets the letter before it sound on. A group
of three letters is a triplet. So a pattern is read at a glance and fits bars of any number of beats.
"""

from dataclasses import dataclass
from functools import lru_cache

from pipelines.music.parts import Place

CALM, FULL = 0.33, 0.66  # levels of a place under and over which a pattern thins out or thickens


@dataclass(frozen=True)
class Cell:
    """A letter of a row: where it begins and how long it sounds, in beats."""

    at: float
    length: float
    mark: str


@dataclass(frozen=True)
class Figure:
    """A pattern in its calm, plain and full form; `three` for bars of three; `close` for the end of a phrase."""

    plain: str
    calm: str = ""
    full: str = ""
    three: str = ""
    close: str = ""

    def cells(self, place: Place) -> tuple[Cell, ...]:
        """The letters of one bar: the form by its loudness, the bar of the pattern by its number in the phrase."""
        row = self.plain
        if place.bar.beats == 3 and self.three:
            row = self.three
        elif place.last and self.close and place.bar.beats == 4 and place.level >= CALM:
            row = self.close
        elif place.level < CALM and self.calm:
            row = self.calm
        elif place.level >= FULL and self.full:
            row = self.full
        return read(row, place.number + 4 * place.turn, place.bar.beats)


@lru_cache(maxsize=4096)
def read(row: str, number: int, beats: int) -> tuple[Cell, ...]:
    """The letters of bar `number` of a row, fitted to `beats`: three beats of four leave out the third."""
    bars = row.split("|")
    groups = bars[number % len(bars)].split()
    if len(groups) == 4 and beats == 3:
        groups = [groups[0], groups[1], groups[3]]
    elif len(groups) == 3 and beats > 3:
        groups = [*groups, *groups[1:]][:beats]
    groups = [groups[index % len(groups)] for index in range(beats)]
    found: list[Cell] = []
    for beat, group in enumerate(groups):
        for index, mark in enumerate(group):
            at, length = beat + index / len(group), 1 / len(group)
            if mark == "-" and found and abs(found[-1].at + found[-1].length - at) < 1e-6:
                found[-1] = Cell(found[-1].at, found[-1].length + length, found[-1].mark)
            elif mark not in ".-":
                found.append(Cell(at, length, mark))
    return tuple(found)
