"""Chords: what a symbol means in a mode, and how voices move from each to the next with the least stir."""

import random
import re
from dataclasses import dataclass
from itertools import pairwise, product

from pipelines.music import progressions, shades

MODES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
}
_SYMBOL = re.compile(r"([1-7])(b?)([!mohMs]?)(7?)(?:/([1-7]))?")
_QUALITIES = {"!": (4, 7), "m": (3, 7), "o": (3, 6), "h": (3, 6), "M": (4, 7), "s": (5, 7)}
_SEVENTHS = {"o": 9, "h": 10, "M": 11}


@dataclass(frozen=True)
class Chord:
    """A chord of one bar. Pitch classes: `tones` from root up, `bass`, and the `scale` that fits over it."""

    degree: int
    root: int
    tones: tuple[int, ...]
    bass: int
    scale: frozenset[int]


def chord(symbol: str, tonic: int, mode: str, colour: int = 0) -> Chord:
    """A chord from its symbol (see progressions.py).

    `colour`: 0 a plain triad, 1 with the ninth where it is soft, 2 with the seventh, 3 with both, 4 with a ninth on a
    minor seventh (funk), 5 with a minor seventh throughout (blues).
    """
    found = _SYMBOL.fullmatch(symbol)
    if found is None:
        raise ValueError(f"{symbol!r} is no chord")
    degree, flat, quality, seventh, under = found.groups()
    steps = MODES[mode]

    def tone(number: int) -> int:
        return (tonic + steps[(number - 1) % 7]) % 12

    number = int(degree)
    root = (tonic + MODES["major"][number - 1] - 1) % 12 if flat else tone(number)
    third, fifth = (tone(number + 2) - root) % 12, (tone(number + 4) - root) % 12
    dominant = colour >= 4 and mode in progressions.LIGHT and number in (1, 4, 5)
    if quality or flat or dominant:
        third, fifth = _QUALITIES[quality or "!"]
    elif fifth == 6 and colour < 2:  # softened to its first inversion's neighbour, the sixth chord
        fifth = 8 if (root + 8) % 12 in {tone(n) for n in range(1, 8)} else fifth
    more = [] if quality == "s" else _more(bool(seventh), quality, flat, colour, (tone(number + 6) - root) % 12)
    if colour in (1, 3, 4) and not flat and quality in ("", "!"):
        ninth = (tone(number + 1) - root) % 12
        if ninth == 2 and (third - ninth) != 1:
            more.append(ninth)
    tones = tuple((root + interval) % 12 for interval in (0, third, fifth, *more))
    scale = _scale({tone(n) for n in range(1, 8)}, tones, raised=quality == "!")
    return Chord(number, root, tones, tone(int(under)) if under else root, scale)


def _more(asked: bool, quality: str, flat: str, colour: int, own: int) -> list[int]:
    """The seventh of a chord, where it has one."""
    if asked or colour >= 4:
        return [_SEVENTHS.get(quality, 10)]
    if colour in (2, 3) or quality in _SEVENTHS:
        if flat:
            return [10]
        return [_SEVENTHS.get(quality, 10 if quality in ("!", "m") else own)]
    return []


def _scale(own: set[int], tones: tuple[int, ...], raised: bool) -> frozenset[int]:
    """The mode's scale with a foreign chord tone in place of its neighbour."""
    scale = set(own)
    for index, tone in enumerate(tones):
        if tone in scale:
            continue
        below, above = (tone - 1) % 12, (tone + 1) % 12
        first, other = (below, above) if index == 1 and raised else (above, below)
        scale.discard(first if first in scale and first not in tones else other if other not in tones else -1)
        scale.add(tone)
    return frozenset(scale)


def progression(
    mode: str, contrast: bool, dice: random.Random, words: str = "plain", place: tuple[float, float] | None = None
) -> str:
    """A progression to build a section on, from a style's `words`, as bright as a `place` (valence, arousal) wants."""
    options = (progressions.contrasts if contrast else progressions.themes)(words, mode)
    return dice.choice(options) if place is None else shades.chosen(options, mode, place, dice, words)


def phrase(
    bars: int, mode: str, pattern: str, close: str, words: str = "plain", turn: int = 0, valence: float = 0.0
) -> list[str]:
    """Symbols for a phrase of `bars` on a progression, the phrase's number being `turn`. `close`: open, home, lean."""
    loop = pattern.split()
    first = 4 * turn if len(loop) > 4 else 0
    symbols = [loop[(first + i) % len(loop)] for i in range(bars)]
    ending = progressions.close(words, mode, close).split()
    ending = (ending and shades.close(close, mode, valence)) or ending
    if not ending or bars < 2:
        return symbols
    kept = min(2, bars - 1)
    symbols[-kept:] = ending[-kept:]
    for i in range(max(1, bars - 2), bars):  # the end stirs where the progression was already there
        if symbols[i] == symbols[i - 1] and symbols[i].isdigit() and i < bars - 1:
            symbols[i] = next(s for s in ("4", "6", "2") if s not in symbols[i - 1 : i + 2])
    return symbols


def lead(chords: list[Chord], low: int, high: int, voices: int = 3) -> list[tuple[int, ...]]:
    """Each chord as pitches between `low` and `high`, each voice moving as little as it can; no seconds low down.

    Fifths and octaves in parallel, between two voices or with the bass, are avoided; common tones stay.
    """
    found: list[tuple[int, ...]] = []
    line = bass_line(chords)
    for index, each in enumerate(chords):
        tones = _voiced(each, voices)
        options = [
            tuple(sorted(pick))
            for pick in product(*([p for p in range(low, high + 1) if p % 12 == t] for t in tones))
            if len(set(pick)) == len(pick)
        ]
        before = (line[index - 1], *found[-1]) if found else None
        scored = [
            (_stir(pitches, before, line[index], (low + high) / 2), pitches)
            for pitches in options or [tuple(sorted(low + (t - low) % 12 for t in tones))]
        ]
        found.append(min(scored)[1])
    return found


def _stir(pitches: tuple[int, ...], before: tuple[int, ...] | None, bass: int, centre: float) -> float:
    """What it costs to go from the sounding pitches (the bass first) to these."""
    cost = 0.15 * abs(sum(pitches) / len(pitches) - centre)
    cost += sum(3.0 for a, b in pairwise(pitches) if b - a < 3 and (b - a == 1 or a < 57))
    cost += sum(0.5 for a, b in pairwise(pitches) if b - a > 9)
    if before is None or len(before) != len(pitches) + 1:
        return cost
    moves = [b - a for a, b in zip(before[1:], pitches, strict=True)]
    cost += sum(abs(m) for m in moves) * 0.5
    cost += 2.0 * (len({m > 0 for m in moves}) == 1 and all(moves))  # all in one direction
    return cost + 2.2 * parallels(before, (bass, *pitches))


def parallels(before: tuple[int, ...], after: tuple[int, ...]) -> int:
    """How many pairs of voices go from a fifth or an octave to another in the same direction."""
    count = 0
    for i in range(len(before)):
        for j in range(i + 1, len(before)):
            size = (before[j] - before[i]) % 12
            moved = (after[i] - before[i]) * (after[j] - before[j])
            count += size in (0, 7) and (after[j] - after[i]) % 12 == size and moved > 0
    return count


def _voiced(each: Chord, voices: int) -> tuple[int, ...]:
    tones = each.tones
    if len(tones) == 5 and voices == 3:  # third, seventh and ninth say it all
        return (tones[1], tones[3], tones[4])
    if len(tones) > voices:  # the bass has the root
        tones = tones[1 : 1 + voices]
    return tones + tones[: max(0, voices - len(tones))] if voices <= 2 * len(tones) else tones


def bass_line(chords: list[Chord], low: int = 36, high: int = 52) -> list[int]:
    """One bass pitch for each chord, near the one before."""
    line: list[int] = []
    for each in chords:
        options = [p for p in range(low, high + 1) if p % 12 == each.bass]
        before = line[-1] if line else (low + high) // 2 - 2
        line.append(min(options, key=lambda p: (abs(p - before), p)))
    return line
