"""What players do with the notes of a feeling: loud or soft, short or joined, even or restless."""

import math
import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipelines.music import affect
from pipelines.music.grid import Bar
from pipelines.music.parts import Note

Place = tuple[float, float]  # valence and arousal
SOFTEST, LOUDEST = 26, 118  # velocities of single notes
SOFT, LOUD = 46, 101  # and of a whole scene: some 13 dB between the two, as much as a film's speech and ears bear
_SUNG = frozenset({"lead", "second", "counter", "pad", "brass"})
_ACCOMPANY = frozenset({"keys", "pluck", "fx", "strings", "brass", "bass", "drums"})
_UNBENT = frozenset({"drums", "timpani", "pad"})  # their sounds end by themselves; a pad is there to be held


def thinned(notes: Sequence[Note], bars: Sequence[Bar], felt: Callable[[float], Place]) -> list[Note]:
    """The notes without the weakest of those who accompany, where the feeling is still: half or fewer at the stillest.

    In every bar each such player keeps what he plays on its first beat and his accents, which are what a style is known
    by; of strokes as strong as each other those between the beats go first.
    """
    groups: dict[tuple[str, int], dict[float, list[int]]] = {}
    starts = [bar.start for bar in bars]
    for index, note in enumerate(notes):
        if note.part in _ACCOMPANY and bars and note.start < bars[-1].start + bars[-1].seconds:
            bar = max(0, bisect_right(starts, note.start + 0.03) - 1)
            groups.setdefault((note.part, bar), {}).setdefault(round(note.start, 2), []).append(index)
    gone: set[int] = set()
    for (_, number), strokes in groups.items():
        bar = bars[number]
        kept = max(1, math.ceil(len(strokes) * min(1.0, 1.0 + 0.85 * felt(bar.start + bar.seconds / 2)[1])))

        def strength(stroke: tuple[float, list[int]], bar: Bar = bar) -> tuple[bool, int, float]:
            at, own = stroke
            beat = (at - bar.start) / bar.beat
            return at - bar.start < 0.06, max(notes[i].velocity for i in own) // 6, -abs(beat - round(beat))

        for _, own in sorted(strokes.items(), key=strength, reverse=True)[kept:]:
            gone.update(own)
    return [note for index, note in enumerate(notes) if index not in gone]


def performed(notes: Sequence[Note], felt: Callable[[float], Place], seed: int, joined: float = 0.0) -> list[Note]:
    """The notes as played by somebody who feels: `felt` gives valence and arousal at a second of the film.

    Velocities move to where the feeling lies and keep their accents; lengths become shorter or join. A note never grows
    into the next one of its part that has its pitch, nor beyond the last end of all. The same seed, the same notes.
    `joined`, 0 to 1, is how far a style's singing parts stay joined however stirred: an anthem is not staccato.
    """
    dice = random.Random(f"{seed} expression")
    last = max((note.end for note in notes), default=0.0)
    following, after = _following(notes), _after(notes)
    played: list[Note] = []
    for index, note in enumerate(notes):
        valence, arousal = felt(note.start)
        centre = SOFT + (LOUD - SOFT) * affect.loudness(valence, arousal)
        uneven = 7 * affect.unrest(valence, arousal) * dice.uniform(-1, 1)
        velocity = centre + 0.62 * (note.velocity - 72) + uneven
        end = note.end
        if note.part not in _UNBENT:
            share = affect.articulation(valence, arousal)
            if share < 1 and note.part in _SUNG:
                share += (1 - share) * joined
            end = _ended(note, share, following[index], last)
            gap = min(after[index], last) - end
            if 0 < gap < 2:  # what is joined reaches towards the part's next stroke
                end = min(end + 0.7 * gap * min(1.0, max(0.0, (share - 0.7) / 0.38)), max(end, following[index]))
        played.append(replace(note, end=end, velocity=round(max(SOFTEST, min(LOUDEST, velocity)))))
    return played


def _ended(note: Note, share: float, following: float, last: float) -> float:
    """When a note ends. Long ones are cut less: a held chord is not staccato however gay the piece."""
    length = note.end - note.start
    held = min(1.0, max(0.0, (length - 0.6) / 2.4))
    wanted = length * (share + (1.0 - share) * held if share < 1 else share)
    return min(max(note.start + min(length, 0.09), note.start + wanted), max(note.end, following), max(last, note.end))


def _following(notes: Sequence[Note]) -> list[float]:
    """For each note, when its part strikes the same pitch again; endless where it does not."""
    found = [float("inf")] * len(notes)
    seen: dict[tuple[str, int], float] = {}
    for index in sorted(range(len(notes)), key=lambda i: -notes[i].start):
        note = notes[index]
        found[index] = seen.get((note.part, note.pitch), float("inf"))
        seen[note.part, note.pitch] = note.start
    return found


def _after(notes: Sequence[Note]) -> list[float]:
    """For each note, when its part strikes next at all; endless where it does not."""
    strokes: dict[str, list[float]] = {}
    for note in notes:
        strokes.setdefault(note.part, []).append(note.start)
    for times in strokes.values():
        times.sort()
    found: list[float] = []
    for note in notes:
        times = strokes[note.part]
        index = bisect_right(times, note.start + 0.03)
        found.append(times[index] if index < len(times) else float("inf"))
    return found
