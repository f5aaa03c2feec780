"""A tune one can hum: a motif, its sequence and answer, over the chords, breathing at the end of each phrase."""

import random
from dataclasses import dataclass, replace

from pipelines.music.harmony import Chord


@dataclass(frozen=True)
class Tone:
    """A note of the tune: `at` and `length` in beats from its bar's start, `pitch` in MIDI numbers."""

    bar: int
    at: float
    length: float
    pitch: int


@dataclass(frozen=True)
class Motif:
    """Two bars of rhythm (onset, length), and the shape of the tune over them in scale steps from its first note."""

    first: tuple[tuple[float, float], ...]
    second: tuple[tuple[float, float], ...]
    shape: tuple[int, ...]


# Rhythms in beats; a negative number is a rest. By metre, then from sparse to busy.
_ACTIVE: dict[int, tuple[tuple[str, ...], ...]] = {
    4: (
        ("2 2", "3 1", "-1 1 2", "2 1 1", "1 3"),
        ("1 1 2", "1.5 .5 2", "2 1 1", "-1 1 1 1", "1.5 .5 1 1", "1 .5 .5 2"),
        ("1 .5 .5 1 1", ".5 .5 1 1.5 .5", "1.5 .5 .5 .5 1", "-.5 .5 1 .5 .5 1", ".5 1 .5 1 1"),
    ),
    3: (("3", "2 1", "1 2"), ("2 1", "1 1 1", "1.5 .5 1"), ("1 .5 .5 1", ".5 .5 1 1", "1.5 .5 .5 .5", "1 1 .5 .5")),
}
_RESTFUL: dict[int, tuple[tuple[str, ...], ...]] = {
    4: (("4", "3 -1"), ("3 1", "2 2", "3 -1"), ("2 1 1", "1.5 .5 2", "2 -1 1")),
    3: (("3",), ("3", "2 -1"), ("2 1", "2 -1")),
}
_CLOSE = {4: ("3 -1", "2 -2", "4"), 3: ("2 -1", "3"), 2: ("2", "1 -1")}
_SHAPES = (
    (0, 1, 2, 1, 0, -1, 0), (0, 2, 1, 0, 1, 2, 4), (0, -1, 0, 2, 1, 0, -1), (0, 4, 3, 2, 1, 2, 0),
    (0, 1, 4, 3, 2, 1, 0), (0, 2, 4, 2, 3, 1, 2), (0, -2, -1, 0, 2, 1, 0), (0, 0, 1, 2, 0, 3, 2),
)  # fmt: skip


def _rhythm(pattern: str) -> tuple[tuple[float, float], ...]:
    at, notes = 0.0, []
    for part in pattern.split():
        length = float(part)
        if length > 0:
            notes.append((at, length))
        at += abs(length)
    return tuple(notes)


def motif(beats: int, density: int, dice: random.Random) -> Motif:
    """A new motif; `density` 0 to 2."""
    first = _rhythm(dice.choice(_ACTIVE[beats][density]))
    second = _rhythm(dice.choice(_RESTFUL[beats][density]))
    return Motif(first, second, dice.choice(_SHAPES))


def answer(idea: Motif, dice: random.Random) -> Motif:
    """The same rhythm turned upside down."""
    return replace(idea, shape=tuple(-s for s in idea.shape[:3]) + tuple(dice.choice(((1, 2, 0, -1), (2, 1, 0, 1)))))


def _fitted(rhythm: tuple[tuple[float, float], ...], beats: int) -> list[tuple[float, float]]:
    return [(at, min(length, beats - at)) for at, length in rhythm if at < beats]


def phrase(
    idea: Motif,
    bars: list[tuple[int, int, Chord]],
    close: str,
    low: int,
    high: int,
    start: int,
    dice: random.Random,
) -> list[Tone]:
    """A phrase over `bars` of (number, beats, chord), coming from the pitch `start`. `close`: open, home or lean.

    Bars 1 and 2 state the motif, 3 takes it a step or two higher, the last one closes on a long note and breathes.
    """
    slots: list[tuple[int, float, float, Chord, float, bool]] = []  # bar, at, length, chord, wish, stressed
    centre = (low + high) / 2
    lifts = {0: 0, 1: 0, 2: dice.choice((1, 2, 3)), 3: 1}
    count = 0
    for index, (number, beats, each) in enumerate(bars):
        closing = index == len(bars) - 1 and close != "lean"
        if closing:
            rhythm = _fitted(_rhythm(dice.choice(_CLOSE[beats])), beats)
        else:
            rhythm = _fitted(idea.first if index % 2 == 0 else idea.second, beats)
        if index % 2 == 0:
            count = 0
        for at, length in rhythm:
            step = idea.shape[count % len(idea.shape)] + lifts.get(index % 4, 0)
            wish = centre + 2.2 * step - (3 if closing and close == "home" else 0)
            stressed = at in (0.0, 2.0) or length >= 1.5
            slots.append((number, at, length, each, wish, stressed))
            count += 1
    return _sung(slots, close, low, high, start)


def _sung(
    slots: list[tuple[int, float, float, Chord, float, bool]], close: str, low: int, high: int, start: int
) -> list[Tone]:
    """The pitches by dynamic programming: chord tones where it counts, steps before leaps, near the wished shape."""
    if not slots:
        return []
    table: list[dict[int, tuple[float, int]]] = []
    for index, (_, at, length, each, wish, stressed) in enumerate(slots):
        last = index == len(slots) - 1
        row: dict[int, tuple[float, int]] = {}
        for pitch in range(low, high + 1):
            own = _fit(pitch, each, length, stressed, last, close)
            if own is None:
                continue
            own += 0.42 * abs(pitch - wish)
            if index == 0:
                row[pitch] = (own + 0.15 * abs(pitch - start), start)
                continue
            new_chord = slots[index - 1][3] is not each
            costs = []
            for before, (cost, _) in table[-1].items():
                loose = before % 12 not in slots[index - 1][3].tones and not slots[index - 1][5]
                costs.append((cost + _leap(pitch - before, loose, at == 0 and new_chord), before))
            best = min(costs)
            row[pitch] = (best[0] + own, best[1])
        table.append(row)
    pitch = min(table[-1], key=lambda p: (table[-1][p][0], p))
    tones: list[Tone] = []
    for index in range(len(slots) - 1, -1, -1):
        number, at, length, _, _, _ = slots[index]
        tones.append(Tone(number, at, length, pitch))
        pitch = table[index][pitch][1]
    return tones[::-1]


def _fit(pitch: int, each: Chord, length: float, stressed: bool, last: bool, close: str) -> float | None:
    """What it costs to sing this pitch here; None where it would be wrong."""
    tone = pitch % 12
    if tone not in each.scale:
        return None
    rubs = any((tone - t) % 12 == 1 for t in each.tones)  # a semitone above a chord tone
    if tone in each.tones[:3] and not (rubs and stressed):
        if last and close == "home":
            return 0.0 if tone == each.tones[0] else 0.8
        return 0.0 if tone != each.tones[0] or stressed else 0.2
    if last or (stressed and length >= 1.5) or (rubs and (stressed or length > 0.5)):
        return None
    return (2.5 if stressed else 0.6) + (1.0 if rubs else 0.0)


def _leap(size: int, loose: bool, turn: bool) -> float:
    """What an interval costs; a note outside the chord must be left by step."""
    reach = abs(size)
    if loose and not 0 < reach <= 2:
        return 6.0
    if reach > 12 or reach in (6, 10, 11):
        return 8.0
    return {0: 1.1 if not turn else 0.6, 1: 0.2, 2: 0.0, 3: 0.5, 4: 0.7, 5: 1.0, 7: 1.4}.get(reach, 2.2)
