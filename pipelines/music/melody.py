"""A tune one can hum: a motif, its sequence and answer, over the chords, breathing at the end of each phrase."""

import random
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from pipelines.music.harmony import Chord
from pipelines.music.idioms import IDIOMS, PLAIN, Idiom


@dataclass(frozen=True)
class Tone:
    """A note of the tune: `at` and `length` in beats from its bar's start, `pitch` in MIDI numbers."""

    bar: int
    at: float
    length: float
    pitch: int
    force: float = 1.0  # beside the tune's own


@dataclass(frozen=True)
class Motif:
    """Two bars of rhythm (onset, length), and the shape of the tune over them in scale steps from its first note."""

    first: tuple[tuple[float, float], ...]
    second: tuple[tuple[float, float], ...]
    shape: tuple[int, ...]


@dataclass(frozen=True)
class _Slot:
    """A note to be sung: where, over which chord, the pitch wished, and how far from the one before."""

    bar: int
    at: float
    length: float
    chord: Chord
    wish: float
    move: float | None
    stressed: bool


_SHAPES = (
    (0, 1, 2, 1, 0, -1, 0), (0, 2, 1, 0, 1, 2, 4), (0, -1, 0, 2, 1, 0, -1), (0, 4, 3, 2, 1, 2, 0),
    (0, 1, 4, 3, 2, 1, 0), (0, 2, 4, 2, 3, 1, 2), (0, -2, -1, 0, 2, 1, 0), (0, 0, 1, 2, 0, 3, 2),
    (0, 0, 0, 1, 2, 1, 0), (0, 3, 2, 3, 1, 2, 0), (0, -1, -2, 0, -1, 1, 0), (0, 2, 0, 3, 0, 4, 2),
)  # fmt: skip
_LIFTS = ((0, 0, 1, 0), (0, 0, 2, 1), (0, 0, -1, 0), (0, 0, 3, 1))  # of a phrase's four bars, in scale steps


@lru_cache(maxsize=512)
def _rhythm(pattern: str) -> tuple[tuple[float, float], ...]:
    at, notes = Fraction(0), []
    for part in pattern.split():
        length = Fraction(part)
        if length > 0:
            notes.append((float(at), float(length)))
        at += abs(length)
    return tuple(notes)


def motif(beats: int, density: int, dice: random.Random, idiom: str = "plain") -> Motif:
    """A new motif for bars of 3 or 4 beats; `density` 0 to 2."""
    own = IDIOMS[idiom]
    first = _rhythm(dice.choice(own.first[beats][density]))
    second = first if own.echo and dice.random() < 0.5 else _rhythm(dice.choice(own.second[beats][density]))
    return Motif(first, second, dice.choice(_SHAPES))


def answer(idea: Motif, dice: random.Random) -> Motif:
    """The same rhythm turned upside down."""
    return replace(idea, shape=tuple(-s for s in idea.shape[:3]) + tuple(dice.choice(((1, 2, 0, -1), (2, 1, 0, 1)))))


def _fitted(rhythm: tuple[tuple[float, float], ...], beats: int) -> list[tuple[float, float]]:
    return [(at, min(length, beats - at)) for at, length in rhythm if at < beats]


_RISE = 9.0  # semitones from a phrase's begin to its end where its line goes all the way up or down


def phrase(
    idea: Motif,
    bars: list[tuple[int, int, Chord]],
    close: str,
    low: int,
    high: int,
    start: int,
    dice: random.Random,
    idiom: str = "plain",
    lift: float = 0.0,
    slope: float = 0.0,
    width: float = 1.0,
) -> list[Tone]:
    """A phrase over `bars` of (number, beats, chord), coming from the pitch `start`. `close`: open, home or lean.

    Bars 1 and 2 state the motif, 3 takes it a step or more higher or lower, the last one closes on a long note and
    breathes. `lift` in semitones raises the whole phrase: the piece's climax has the most of it. `slope`, -1 to 1, is
    where its line goes, down or up; `width` widens the motif's steps.
    """
    own = IDIOMS[idiom]
    slots: list[_Slot] = []
    centre = (low + high) / 2 - 1 + lift
    lifts = dice.choice(_LIFTS)
    stride = own.stride * width
    count = 0
    for index, (number, beats, each) in enumerate(bars):
        closing = index == len(bars) - 1 and close != "lean"
        if closing:
            rhythm = _fitted(_rhythm(dice.choice(own.close.get(beats, own.close[4]))), beats)
        else:
            rhythm = _fitted(_said(idea, index, own, beats), beats)
        if index % 2 == 0 or own.echo:
            count = 0
        for at, length in rhythm:
            here = idea.shape[count % len(idea.shape)]
            wish = centre + stride * (here + lifts[index % 4]) - (3 if closing and close == "home" else 0)
            wish += _RISE * slope * ((index + at / beats) / len(bars) - 0.5)
            move = None if count == 0 or closing else stride * (here - idea.shape[(count - 1) % len(idea.shape)])
            slots.append(_Slot(number, at, length, each, wish, move, at in (0.0, 2.0) or length >= 1.5))
            count += 1
    return _sung(slots, close, low, high, start, own)


def _said(idea: Motif, index: int, own: Idiom, beats: int) -> tuple[tuple[float, float], ...]:
    """The rhythm of a phrase's bar: what speaks, then what rests; a bar that only echoes rests at the fourth."""
    if index % 2 == 0:
        return idea.first
    if index % 4 == 3 and idea.first == idea.second:
        return _rhythm(own.second.get(beats, own.second[4])[1][0])
    return idea.second


def _sung(slots: list[_Slot], close: str, low: int, high: int, start: int, own: Idiom = PLAIN) -> list[Tone]:
    """The pitches by dynamic programming: chord tones where it counts, steps before leaps, near the wished shape.

    A state is a pitch and the leap (of five semitones or more, up or down) by which it was reached, which wants to be
    turned back from.
    """
    if not slots:
        return []
    State = tuple[int, int]  # noqa: N806 - a type, only of use here
    table: list[dict[State, tuple[float, State]]] = []
    for index, slot in enumerate(slots):
        last = index == len(slots) - 1
        row: dict[State, tuple[float, State]] = {}
        for pitch in range(low, high + 1):
            cost = _fit(pitch, slot, last, close, own)
            if cost is None:
                continue
            cost += 0.3 * abs(pitch - slot.wish)
            if index == 0:
                row[pitch, 0] = (cost + 0.15 * abs(pitch - start), (start, 0))
                continue
            for state, (before, _) in table[-1].items():
                reached = (pitch, _leapt(pitch - state[0]))
                whole = before + cost + _step(state, pitch, slots[index - 1], slot, own)
                if reached not in row or (whole, state) < row[reached]:
                    row[reached] = (whole, state)
        table.append(row)
    state = min(table[-1], key=lambda s: (table[-1][s][0], s))
    tones: list[Tone] = []
    for index in range(len(slots) - 1, -1, -1):
        slot = slots[index]
        tones.append(Tone(slot.bar, slot.at, slot.length, state[0]))
        state = table[index][state][1]
    return tones[::-1]


def _leapt(size: int) -> int:
    return 0 if abs(size) < 5 else 1 if size > 0 else -1


def _fit(pitch: int, slot: _Slot, last: bool, close: str, own: Idiom) -> float | None:
    """What it costs to sing this pitch here; None where it would be wrong."""
    tone, each = pitch % 12, slot.chord
    if tone not in each.scale:
        return None
    rubs = any((tone - t) % 12 == 1 for t in each.tones)  # a semitone above a chord tone
    consonant = each.tones if own.rich and not last else each.tones[:3]
    if tone in consonant and not (rubs and slot.stressed):
        if last and close == "home":
            return 0.0 if tone == each.tones[0] else 0.8
        return 0.0 if tone != each.tones[0] or slot.stressed else 0.2
    if last or (slot.stressed and slot.length >= 1.5) or (rubs and (slot.stressed or slot.length > 0.5)):
        return None
    return (2.5 if slot.stressed else 0.6) + (1.0 if rubs else 0.0)


def _step(state: tuple[int, int], pitch: int, before: _Slot, slot: _Slot, own: Idiom) -> float:
    """What it costs to go on to a pitch: the interval, the motif's own interval, what the one before asks for."""
    came, leapt = state
    size = pitch - came
    loose = came % 12 not in before.chord.tones and not before.stressed
    turn = slot.at == 0 and before.chord is not slot.chord
    cost = _leap(size, loose, turn, own.leap)
    if slot.move is not None:
        cost += 0.22 * abs(size - slot.move) + (0.6 if size * slot.move < 0 else 0.0)
    if leapt and not (0 < -size * leapt <= 4):  # a leap is filled by going back, or stands on its own chord
        cost += 1.6 if size * leapt > 0 else 0.7
    if turn and size and (came - before.chord.bass) % 12 in (0, 7):
        hollow = (came - before.chord.bass) % 12 == (pitch - slot.chord.bass) % 12
        cost += 4.0 if hollow and before.chord.bass != slot.chord.bass else 0.0
    return cost


def _leap(size: int, loose: bool, turn: bool, ease: float) -> float:
    """What an interval costs; a note outside the chord must be left by step."""
    reach = abs(size)
    if loose and not 0 < reach <= 2:
        return 6.0
    if reach > 12 or reach in (6, 10, 11):
        return 8.0
    if reach >= 3:
        return {3: 0.5, 4: 0.7, 5: 1.0, 7: 1.4}.get(reach, 2.2) * ease
    return {0: 1.1 if not turn else 0.6, 1: 0.2, 2: 0.0}[reach]
