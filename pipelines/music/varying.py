"""A theme told again: the same tune with its long notes and leaps filled in."""

import random
from collections.abc import Sequence
from dataclasses import replace

from pipelines.music.harmony import Chord
from pipelines.music.melody import Tone

_FILLED, _TURNED = 0.75, 0.5  # how often a leap is filled, and a long note turned round its neighbour


def varied(tones: Sequence[Tone], chords: Sequence[Chord], dice: random.Random) -> list[Tone]:
    """A phrase with passing notes where it leaps and a neighbour where it rests; its own notes keep their places and
    its last one its length. `chords` has one for each tone."""
    found: list[Tone] = []
    for index, (tone, chord) in enumerate(zip(tones, chords, strict=True)):
        after = tones[index + 1] if index + 1 < len(tones) else None
        if after is None or tone.length < 1 or (after.bar == tone.bar and after.at < tone.at + tone.length - 1e-6):
            found.append(tone)
            continue
        leap = after.pitch - tone.pitch
        if 3 <= abs(leap) <= 7 and dice.random() < _FILLED:
            passing = _between(tone.pitch, after.pitch, chord)
            found += _split(tone, passing) if passing else [tone]
        elif tone.length >= 2 and abs(leap) <= 2 and dice.random() < _TURNED:
            neighbour = _beside(tone.pitch, chord, up=dice.random() < 0.6)
            half = replace(tone, length=tone.length - 1)
            step = replace(tone, at=tone.at + tone.length - 1, length=0.5, pitch=neighbour, force=0.9 * tone.force)
            back = replace(tone, at=tone.at + tone.length - 0.5, length=0.5, force=0.9 * tone.force)
            found += [half, step, back]
        else:
            found.append(tone)
    return found


def _split(tone: Tone, pitch: int) -> list[Tone]:
    """A note that gives its last half beat to another pitch."""
    passing = replace(tone, at=tone.at + tone.length - 0.5, length=0.5, pitch=pitch, force=0.9 * tone.force)
    return [replace(tone, length=tone.length - 0.5), passing]


def _between(low: int, high: int, chord: Chord) -> int | None:
    """The pitch of the scale nearest to the middle of a leap, nearer to where it goes."""
    inner = [p for p in range(min(low, high) + 1, max(low, high)) if p % 12 in chord.scale]
    return min(inner, key=lambda p: abs(p - (low + 2 * high) / 3), default=None)


def _beside(pitch: int, chord: Chord, up: bool) -> int:
    steps = (1, 2, -1, -2) if up else (-1, -2, 1, 2)
    return next((pitch + s for s in steps if (pitch + s) % 12 in chord.scale), pitch)
