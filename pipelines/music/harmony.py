"""Chords: which follow which in each mode, and how their notes move to the next with the least stir."""

import random
from dataclasses import dataclass
from itertools import pairwise, product

MODES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
}

# Four-bar progressions by degree; "/7" puts that degree in the bass, "!" makes the chord major (a raised third).
_THEMES: dict[str, tuple[str, ...]] = {
    "major": ("1 5/7 6 4", "1 3 4 5", "1 4 6 5", "1 6 4 5", "1 5 6 4", "1 4 1/3 5", "1 2 4 5"),
    "lydian": ("1 2 1 2", "1 2 3 2", "1 2 6 2", "1 3 2 1/3"),
    "mixolydian": ("1 7 4 1", "1 4 7 4", "1 5 7 4"),
    "dorian": ("1 4 1 7", "1 3 4 7", "1 4 7 4", "1 2 3 4"),
    "minor": ("1 6 3 7", "1 4 6 5", "1 7 6 7", "1 6 4 5", "1 3 6 7", "1 5/7 6 5"),
    "phrygian": ("1 2 1 2", "1 6 2 1", "1 7 2 1", "1 4 2 1"),
}
_CONTRASTS: dict[str, tuple[str, ...]] = {
    "major": ("6 4 1 5", "4 5 3 6", "6 3 4 5", "4 1/3 2 5", "2 5 3 6"),
    "lydian": ("6 2 3 2", "3 2 6 2", "6 3 2 2"),
    "mixolydian": ("4 7 1 5", "6 7 4 1", "4 1 7 7"),
    "dorian": ("3 7 4 1", "7 4 3 4", "3 4 7 5"),
    "minor": ("6 7 3 1", "4 7 3 6", "6 3 4 5", "3 7 4 6"),
    "phrygian": ("6 7 1 2", "4 3 2 1", "6 3 2 2"),
}
# The two chords that close a phrase: left open, come home, or lean on the chord that follows (the last of all).
_CLOSES: dict[str, dict[str, str]] = {
    "open": {"major": "4 5", "lydian": "6 2", "mixolydian": "4 7", "dorian": "7 4", "minor": "4 5", "phrygian": "3 2"},
    "home": {"major": "5 1", "lydian": "2 1", "mixolydian": "7 1", "dorian": "4 1", "minor": "5! 1", "phrygian": "2 1"},
    "lean": {"major": "4 5", "lydian": "3 2", "mixolydian": "7 4", "dorian": "7 4", "minor": "4 5!", "phrygian": "7 2"},
}


@dataclass(frozen=True)
class Chord:
    """A chord of one bar. Pitch classes: `tones` from root up, `bass`, and the `scale` that fits over it."""

    degree: int
    root: int
    tones: tuple[int, ...]
    bass: int
    scale: frozenset[int]


def chord(symbol: str, tonic: int, mode: str, colour: int = 0) -> Chord:
    """A chord from its symbol. `colour` 0 is a plain triad, 1 adds the ninth where it is soft, 2 the seventh."""
    steps = MODES[mode]
    head, _, under = symbol.partition("/")
    degree = int(head.rstrip("!"))

    def tone(number: int) -> int:
        return (tonic + steps[(number - 1) % 7]) % 12

    root, third, fifth = tone(degree), tone(degree + 2), tone(degree + 4)
    scale = {(tonic + s) % 12 for s in steps}
    if head.endswith("!"):
        raised = (root + 4) % 12
        scale = (scale - {third}) | {raised}
        third = raised
    if (fifth - root) % 12 == 6:  # a diminished chord is softened to its first inversion's neighbour, the sixth chord
        fifth = (root + 8) % 12 if (root + 8) % 12 in scale else fifth
    tones = [root, third, fifth]
    ninth, seventh = tone(degree + 1), tone(degree + 6)
    if colour == 2 and (root - seventh) % 12 in (1, 2) and not head.endswith("!"):
        tones.append(seventh)
    elif colour == 1 and (ninth - root) % 12 == 2 and (third - ninth) % 12 != 1:
        tones.append(ninth)
    return Chord(degree, root, tuple(tones), tone(int(under)) if under else root, frozenset(scale))


def progression(mode: str, contrast: bool, dice: random.Random) -> str:
    """A four-bar progression to build a section on."""
    return dice.choice((_CONTRASTS if contrast else _THEMES)[mode])


def phrase(bars: int, mode: str, pattern: str, close: str) -> list[str]:
    """Symbols for a phrase of `bars` on a progression. `close` is "open", "home" or "lean"."""
    loop = pattern.split()
    symbols = [loop[i % 4] for i in range(bars)]
    ending = _CLOSES[close][mode].split()
    symbols[-min(2, bars - 1) or bars :] = ending[-min(2, max(1, bars - 1)) :]
    for i in range(1, bars - 1):
        if symbols[i] == symbols[i - 1] and symbols[i].isdigit():
            symbols[i] = next(s for s in ("4", "6", "2") if s not in symbols[i - 1 : i + 2])
    return symbols


def lead(chords: list[Chord], low: int, high: int, voices: int = 3) -> list[tuple[int, ...]]:
    """Each chord as pitches between `low` and `high`, each voice moving as little as it can; no seconds low down."""
    found: list[tuple[int, ...]] = []
    centre = (low + high) / 2
    for each in chords:
        tones = _voiced(each, voices)
        options = [
            tuple(sorted(pick))
            for pick in product(*([p for p in range(low, high + 1) if p % 12 == t] for t in tones))
            if len(set(pick)) == len(pick)
        ]
        before = found[-1] if found else None

        def stir(pitches: tuple[int, ...], before: tuple[int, ...] | None = before) -> tuple[float, tuple[int, ...]]:
            cost = 0.15 * abs(sum(pitches) / len(pitches) - centre)
            cost += sum(3.0 for a, b in pairwise(pitches) if b - a < 3 and (b - a == 1 or a < 57))
            cost += sum(0.5 for a, b in pairwise(pitches) if b - a > 9)
            if before:
                moves = [b - a for a, b in zip(before, pitches, strict=False)]
                cost += sum(abs(m) for m in moves) * 0.5
                cost += 2.0 * (len({m > 0 for m in moves}) == 1 and all(moves))  # all in one direction
            return cost, pitches

        found.append(min(options, key=stir) if options else tuple(sorted(low + (t - low) % 12 for t in tones)))
    return found


def _voiced(each: Chord, voices: int) -> tuple[int, ...]:
    tones = each.tones
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
