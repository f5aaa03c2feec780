"""What a player adds to a tune: grace notes, turns, slides, approaches, a second voice along with it."""

import random
from collections.abc import Sequence
from dataclasses import replace

from pipelines.music.harmony import Chord
from pipelines.music.idioms import IDIOMS
from pipelines.music.melody import Tone

_GRACE = 0.11  # beats of a grace note
_SOFTER = 0.82


def adorned(tones: Sequence[Tone], chords: Sequence[Chord], idiom: str, dice: random.Random) -> list[Tone]:
    """The tune with its idiom's ornaments; `chords` by the tones' bars. A note on a bar's beginning keeps its place.

    So what lands on a cut still lands there: ornaments take their time from inside the note, or lie before it.
    """
    own = IDIOMS[idiom]
    found: list[Tone] = []
    for index, tone in enumerate(tones):
        wanted = bool(own.ornament) and dice.random() < own.often
        more = _ORNAMENTS[own.ornament](tone, chords[index], index and tones[index - 1]) if wanted else [tone]
        if more[0].at < tone.at and found:  # the note before gives way
            found[-1] = replace(found[-1], length=min(found[-1].length, more[0].at - found[-1].at))
        found += more
    return found


def _beside(pitch: int, scale: frozenset[int], up: bool) -> int:
    """The next pitch of the scale."""
    step = 1 if up else -1
    return next(p for p in range(pitch + step, pitch + 12 * step, step) if p % 12 in scale)


def _cut(tone: Tone, chord: Chord, _: object) -> list[Tone]:
    """A flick of the note above, in the middle of the note: it strikes twice."""
    if tone.length < 0.6:
        return [tone]
    half = tone.length / 2
    above = _beside(tone.pitch, chord.scale, True)
    return [
        replace(tone, length=half - _GRACE),
        replace(tone, at=tone.at + half - _GRACE, length=_GRACE, pitch=above, force=tone.force * _SOFTER),
        replace(tone, at=tone.at + half, length=half, force=tone.force * 0.95),
    ]


def _slide(tone: Tone, _: Chord, before: Tone | int) -> list[Tone]:
    """The semitone below, just before the note, where the one before leaves room."""
    free = not isinstance(before, int) and (before.bar == tone.bar and before.length > 0.4)
    if tone.at < _GRACE or not free:
        return [tone]
    return [
        replace(tone, at=tone.at - _GRACE, length=_GRACE, pitch=tone.pitch - 1, force=tone.force * _SOFTER),
        tone,
    ]


def _turn(tone: Tone, chord: Chord, _: object) -> list[Tone]:
    """Above, the note, below, then the note: at the end of a long one."""
    if tone.length < 1.5:
        return [tone]
    around = [_beside(tone.pitch, chord.scale, True), tone.pitch, _beside(tone.pitch, chord.scale, False)]
    start = tone.at + tone.length - 0.75
    return [
        replace(tone, length=tone.length - 0.75),
        *(
            replace(tone, at=start + 0.25 * i, length=0.25, pitch=p, force=tone.force * 0.9)
            for i, p in enumerate(around)
        ),
    ]


def _mordent(tone: Tone, chord: Chord, _: object) -> list[Tone]:
    """The note, the one below and the note again, quickly."""
    if tone.length < 0.75:
        return [tone]
    below = _beside(tone.pitch, chord.scale, False)
    return [
        replace(tone, length=0.125),
        replace(tone, at=tone.at + 0.125, length=0.125, pitch=below, force=tone.force * 0.9),
        replace(tone, at=tone.at + 0.25, length=tone.length - 0.25, force=tone.force * 0.96),
    ]


def _approach(tone: Tone, chord: Chord, before: Tone | int) -> list[Tone]:
    """From the semitone below, taking the last half beat of a longer note before."""
    if isinstance(before, int) or before.bar != tone.bar or before.length < 1 or tone.at < 0.5:
        return [tone]
    return [replace(tone, at=tone.at - 0.5, length=0.45, pitch=tone.pitch - 1, force=tone.force * 0.88), tone]


_ORNAMENTS = {"cut": _cut, "slide": _slide, "turn": _turn, "mordent": _mordent, "approach": _approach}


def along(tones: Sequence[Tone], chords: Sequence[Chord], steps: int) -> list[Tone]:
    """A second voice `steps` scale steps below the tune, moved to a chord tone where the tune rests."""
    found: list[Tone] = []
    for tone, chord in zip(tones, chords, strict=True):
        pitch = tone.pitch
        for _ in range(steps):
            pitch = _beside(pitch, chord.scale, False)
        if tone.length >= 1 and pitch % 12 not in chord.tones:
            lower = _beside(pitch, chord.scale, False)
            pitch = lower if lower % 12 in chord.tones else pitch
        found.append(replace(tone, pitch=pitch, force=tone.force * 0.8))
    return found
