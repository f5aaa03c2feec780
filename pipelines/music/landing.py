"""What everyone does at a cut: before it a lead-in, on it one chord and its bass, struck together and held."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.music import comping
from pipelines.music.parts import Note, Place
from pipelines.music.styles import MIDDLE, RANGES, Style

_NEAR = 0.004  # seconds: as good as together
_LEAD_IN = 0.46  # force of the step that leads to a landing
_ACCENT = 5  # velocity a chord struck on a cut has over the loudest its player plays in that bar


def landed(notes: Sequence[Note], style: Style, places: Sequence[Place]) -> list[Note]:
    """The notes with every cut met: what still sounds from before ends there, the chord of the bar is struck by those
    who play chords, at the level of its section, with its bass. Half a beat left over before a cut is held through."""
    found = sorted(notes, key=lambda n: n.start)
    starts = [n.start for n in found]
    more: list[Note] = []
    for place, after in pairwise(places):
        bar = place.bar
        first, stop = (bisect_left(starts, at - _NEAR) for at in (bar.start, bar.start + bar.seconds))
        if bar.breath:
            found[first:stop] = [_held_through(note, place) for note in found[first:stop]]
        if after.bar.cut:
            found[first:stop], step = _led_in(found[first:stop], place, after)
            more += step
        if bar.cut:
            more += _struck(found[first:stop], style, place)
    return _cleared([*found, *more], [place.bar.start for place in places if place.bar.cut])


def _held_through(note: Note, place: Place) -> Note:
    """What sounds at a bar's last beat goes on through the half beat that follows it."""
    close, end = place.time(place.bar.beats), place.bar.start + place.bar.seconds
    last = note.part not in ("drums", "timpani") and abs(note.end - close) < 0.3 * place.bar.beat
    return replace(note, end=end) if last and note.start < close else note


def _led_in(own: list[Note], place: Place, after: Place) -> tuple[list[Note], list[Note]]:
    """A bar's notes and what is added: a long bass note gives its last beat to a step to the bass of the landing."""
    last = place.bar.start + place.bar.seconds - place.bar.beat
    low = [n for n in own if n.part == "bass" and n.end > last + _NEAR]
    if len(low) != 1 or low[0].start > last - 0.5 * place.bar.beat or low[0].pitch == after.bass:
        return own, []
    steps = [p for p in range(after.bass - 2, after.bass + 3) if p != after.bass and p % 12 in place.chord.scale]
    steps = [p for p in steps if 28 <= p <= 57 and p != low[0].pitch]
    if not steps:
        return own, []
    pitch = min(steps, key=lambda p: (abs(p - low[0].pitch), p))
    lead = replace(place.note("bass", 0, 1, pitch, _LEAD_IN), start=last, end=last + 0.96 * place.bar.beat)
    return [replace(n, end=last - 0.01) if n is low[0] else n for n in own], [lead]


def _struck(own: Sequence[Note], style: Style, place: Place) -> list[Note]:
    """What is missing for a chord and its bass at a bar's beginning, as loud as who strikes it plays in that bar."""
    beats = place.bar.beats
    part = "keys" if style.keys is not None else "pad" if style.pad is not None else "second"
    there = [n for n in own if n.start < place.bar.start + _NEAR]
    if style.unaccompanied:
        return [] if there else [_alone(style, place)]
    more = [
        place.note(part, 0, beats, pitch, 0.55)
        for pitch in (comping.ringing(style.motion, place) if part == "keys" else place.voicing)
        if not any(n.part == part and n.pitch == pitch for n in there)
    ]
    lowest = min((n.pitch for n in there if n.part not in ("drums", "lead", "second")), default=127)
    if lowest % 12 != place.bass % 12 or lowest > 55:
        if style.bass is not None:
            more.append(place.note("bass", 0, beats, place.bass, 0.52))
        else:
            more.append(place.note(part, 0, beats, place.bass + (12 if place.bass < 40 else 0), 0.5))
    usual: dict[str, int] = {}
    for note in own:
        usual[note.part] = max(usual.get(note.part, 0), note.velocity + _ACCENT)
    return [replace(n, velocity=min(n.velocity, usual.get(n.part, n.velocity))) for n in more]


def _alone(style: Style, place: Place) -> Note:
    """The one note on a cut of somebody who plays alone and was about to rest."""
    low, high = RANGES.get(style.second[0], MIDDLE)
    tones = [p for p in range(low, high + 1) if p % 12 in place.chord.tones[:2]]
    return place.note("second", 0, place.bar.beats, tones[len(tones) // 3], 0.6)


def _cleared(notes: list[Note], cuts: list[float]) -> list[Note]:
    """Without sounds that hang over from before a cut; those that begin within a hair of it begin on it."""
    found: list[Note] = []
    index = 0
    for note in sorted(notes, key=lambda n: n.start):
        while index < len(cuts) and cuts[index] < note.start - _NEAR:
            index += 1
        if index < len(cuts) and abs(cuts[index] - note.start) <= _NEAR:
            note = replace(note, start=cuts[index])
            over = cuts[index + 1] if index + 1 < len(cuts) else None
        else:
            over = cuts[index] if index < len(cuts) else None
        if over is not None and note.end > over:
            note = replace(note, end=max(note.start + 0.04, over))
        found.append(note)
    return found
