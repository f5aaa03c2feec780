"""Chords for every bar: progressions by section, and before each cut one that leans on the chord that lands there."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.music import harmony, shades
from pipelines.music.conditions import Conditions
from pipelines.music.form import Section
from pipelines.music.grid import Grid
from pipelines.music.harmony import Chord
from pipelines.music.keys import Key

# What leans on a degree, by mode: the plain chord, then the one with more pull ("!" raises its third).
_LEANS: dict[str, dict[int, tuple[str, str]]] = {
    "major": {1: ("4", "5"), 2: ("6", "6!"), 3: ("2", "4"), 4: ("1/3", "5"), 5: ("2", "2!"), 6: ("5", "3!")},
    "lydian": {1: ("2", "5"), 2: ("6", "6!"), 3: ("2", "6"), 5: ("2", "2"), 6: ("2", "3!")},
    "mixolydian": {1: ("4", "7"), 2: ("6", "6!"), 4: ("1/3", "1"), 5: ("2", "2!"), 6: ("5", "4"), 7: ("4", "4")},
    "dorian": {1: ("4", "7"), 3: ("7", "7"), 4: ("7", "1!"), 5: ("2", "2!"), 7: ("4", "4"), 2: ("3", "4")},
    "minor": {1: ("7", "5!"), 3: ("7", "7"), 4: ("3", "1!"), 6: ("3", "5!"), 7: ("4", "4!"), 5: ("4", "4")},
    "phrygian": {1: ("7", "2"), 2: ("3", "6"), 3: ("2", "7"), 4: ("3", "1!"), 6: ("3", "2"), 7: ("6", "4")},
}
_STABLE = {"major": "164", "lydian": "162", "mixolydian": "174", "dorian": "174", "minor": "1634", "phrygian": "163"}
_SUSPENDED = -0.1  # the arousal under which a leaning chord may be a suspension


@dataclass(frozen=True)
class Harmony:
    """A chord for each bar and one for the landing, the key and the progression's symbol of each, and how each phrase
    of each section closes."""

    chords: tuple[Chord, ...]
    symbols: tuple[str, ...]
    closes: tuple[tuple[str, ...], ...]


def harmonise(
    conditions: Conditions,
    parted: Sequence[Section],
    keys: Sequence[Key],
    grid: Grid,
    colour: int,
    words: str = "plain",
) -> Harmony:
    """Chords for all bars. A theme's return takes its chords again where the mode is the same. `keys` are those of the
    sections; of a piece without bars, the one it ends in."""
    patterns: dict[tuple[int, bool, str], str] = {}
    symbols: list[str] = []
    closes: list[tuple[str, ...]] = []
    of: list[Key] = []
    for index, (section, key) in enumerate(zip(parted, keys, strict=False)):
        last = index == len(parted) - 1
        name = (section.round, section.contrast, key.mode)
        chance = conditions.dice(f"chords {name}", free=True)
        pattern = patterns.setdefault(name, _progression(section, key.mode, chance, words))
        ends: list[str] = []
        for number, size in enumerate(section.phrases):
            final = number == len(section.phrases) - 1
            close = "home" if final and section.name in ("theme", "return") and number else "open"
            ends.append("lean" if final and last else close)
            symbols += _phrase(section, size, key.mode, pattern, ends[-1], words, number)
        closes.append(tuple(ends))
        of += [key] * (section.stop - section.first)
    level = {i: s for s in parted for i in range(s.first, s.stop)}
    chance = conditions.dice("landings", free=True)
    _land([level[i].feeling.valence for i in range(len(symbols))], symbols, of, grid, chance)
    chords = [
        harmony.chord(symbol, key.tonic, key.mode, shades.colour(colour, symbol, level[i].feeling.valence))
        for i, (symbol, key) in enumerate(zip(symbols, of, strict=True))
    ]
    final_key = of[-1] if of else keys[-1]
    for index in range(len(symbols)):
        if not _prepares(conditions, grid, index):
            continue
        ahead = index + 1 < len(symbols)
        key, goal = (of[index + 1], symbols[index + 1]) if ahead else (final_key, "1")
        feeling = level[index].feeling
        pull = feeling.arousal - min(0.0, feeling.valence)  # in minor the plain chord is the brighter one
        leaning = _lean(goal, key.mode, pull, chance)
        if index and symbols[index - 1] == leaning and of[index - 1] == key:
            leaning = _lean(goal, key.mode, 1.0 if feeling.arousal <= 0 else -1.0, chance)
        symbols[index] = leaning
        chords[index] = harmony.chord(leaning, key.tonic, key.mode, colour)
        if feeling.arousal < _SUSPENDED and chance.random() < 0.5:
            chords[index] = _suspended(chords[index])
    final = harmony.chord("1", final_key.tonic, final_key.mode, colour)
    return Harmony((*chords, final), (*symbols, "1"), tuple(closes))


def _phrase(section: Section, size: int, mode: str, pattern: str, close: str, words: str, turn: int) -> list[str]:
    if section.name == "intro" and size < 3:
        return ["1", pattern.split()[3]][:size]
    if size == 1:
        return [pattern.split()[0]]
    return harmony.phrase(size, mode, pattern, close, words, turn, section.feeling.valence)


def _progression(section: Section, mode: str, chance: random.Random, words: str) -> str:
    place = (section.feeling.valence, section.feeling.arousal)
    return harmony.progression(mode, section.contrast, chance, words, place)


def _prepares(conditions: Conditions, grid: Grid, index: int) -> bool:
    """Whether the next boundary is where this bar ends: it then leans on what lands there, unless it lands itself."""
    bar = grid.bars[index]
    return not bar.cut and abs(conditions.offset(bar.start) - bar.seconds) < 1e-3


def _land(valences: Sequence[float], symbols: list[str], of: list[Key], grid: Grid, dice: random.Random) -> None:
    """Where a cut falls on a chord that wants to go on, one that can stay is put; no two cuts land alike if it can be
    helped."""
    before = ""
    for index, bar in enumerate(grid.bars):
        if not bar.cut:
            continue
        mode = of[index].mode
        last = index == len(symbols) - 1  # it lands and goes home at once
        degree, restless = symbols[index][0], "b" in symbols[index] or "!" in symbols[index]
        if last or restless or degree not in _STABLE[mode] or (degree == before and degree != "1"):
            free = [s for s in _STABLE[mode] if s != before and not (last and s == "1")]
            symbols[index] = shades.likely(free, mode, valences[index], dice)
        before = symbols[index][0]


def _lean(goal: str, mode: str, pull: float, dice: random.Random) -> str:
    """The chord before a landing: the more is stirred, or dark, the more it pulls."""
    degree = int(goal[0])
    plain, strong = _LEANS[mode].get(degree, (str(degree % 7 + 1), str((degree + 3) % 7 + 1)))
    return strong if dice.random() < 0.55 + 0.45 * pull else plain


def _suspended(chord: Chord) -> Chord:
    """The chord with its fourth for its third, where the key has it."""
    fourth = (chord.root + 5) % 12
    if fourth not in chord.scale or chord.bass != chord.root:
        return chord
    return replace(chord, tones=(chord.root, fourth, chord.tones[2]))
