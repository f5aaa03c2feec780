"""A second line beneath the tune: against it where it moves, moving where it rests, never in bare parallels with it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipelines.music.instruments import RANGES
from pipelines.music.parts import Note, Place

_LOW, _HIGH = 50, 67
_SUNG = ("lead", "second")


def counter(own: Sequence[Place], tune: Sequence[Note], program: int) -> list[Note]:
    """One note a bar from the chord, near the one before; where the tune holds still, a step on the way to the next.

    `tune` is the melody in film time, `own` the bars it is written for.
    """
    low, high = RANGES.get(program, (_LOW, _HIGH))
    low, high = max(low, _LOW), max(max(low, _LOW) + 12, min(high, _HIGH))
    sung = sorted((n for n in tune if n.part in _SUNG), key=lambda n: n.start)
    starts = [note.start for note in sung]
    line: list[int] = []
    tops: list[int | None] = []
    for place in own:
        index = bisect_right(starts, place.bar.start + 0.05) - 1
        top = sung[index].pitch if index >= 0 and sung[index].end > place.bar.start else None
        line.append(_chosen(place, low, high, line, tops, top, own))
        tops.append(top)
    notes: list[Note] = []
    for index, place in enumerate(own):
        beats = place.bar.beats
        after = line[index + 1] if index + 1 < len(line) else None
        step = _passing(place, line[index], after) if beats >= 3 and _rests(place, starts) else None
        length = beats - 1 if step is not None else beats
        notes.append(place.note("counter", 0, length * 0.98, line[index], 0.5))
        if step is not None:
            notes.append(place.note("counter", beats - 1, 0.96, step, 0.46))
    return notes


def _chosen(
    place: Place, low: int, high: int, line: list[int], tops: list[int | None], top: int | None, own: Sequence[Place]
) -> int:
    """The chord tone that moves least, goes against the tune and stays clear of parallels with it and with the bass."""
    before = line[-1] if line else (low + high) // 2
    bass = own[len(line)].bass
    earlier = own[len(line) - 1].bass if line else bass

    def cost(pitch: int) -> tuple[float, int]:
        moved = pitch - before
        found = (
            abs(moved) * 0.5 + (0.8 if pitch % 12 == place.chord.root else 0.0) + (1.0 if not moved and line else 0.0)
        )
        for now, then in ((top, tops[-1] if tops else None), (bass, earlier)):
            if now is None or then is None or not line:
                continue
            found += 0.6 if moved * (now - then) > 0 else 0.0
            hollow = abs(now - pitch) % 12 in (0, 7) and abs(now - pitch) % 12 == abs(then - before) % 12
            found += 3.0 if hollow and moved * (now - then) > 0 else 0.0
        if top is not None:
            found += 4.0 if pitch > top - 3 else 0.0
        return found, pitch

    return min((p for p in range(low, high + 1) if p % 12 in place.chord.tones), key=cost)


def _rests(place: Place, starts: Sequence[float]) -> bool:
    """Whether the tune begins nothing in the last beat of a bar."""
    last = place.time(place.bar.beats - 1) - 0.03
    return bisect_left(starts, last) == bisect_left(starts, place.bar.start + place.bar.seconds - 0.03)


def _passing(place: Place, here: int, after: int | None) -> int | None:
    """A note of the scale between this and the next, or beside it where they are the same or far apart."""
    if after is None or after == here:
        return None
    step = 1 if after > here else -1
    between = [p for p in range(after - step, here, -step) if p % 12 in place.chord.scale]
    return between[0] if between else None
