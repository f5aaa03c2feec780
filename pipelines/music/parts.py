"""What each player does under the tune, bar by bar: chords held or broken, a bass, light percussion."""

from dataclasses import dataclass

from pipelines.music.grid import Bar
from pipelines.music.harmony import Chord


@dataclass(frozen=True)
class Note:
    """A note in film time, seconds; `velocity` 1 to 127; `part` names its player."""

    part: str
    start: float
    end: float
    pitch: int
    velocity: int


@dataclass(frozen=True)
class Place:
    """One bar with all a player needs: its chord, voiced chord, bass pitch, loudness 0 to 1 and section."""

    bar: Bar
    chord: Chord
    voicing: tuple[int, ...]
    bass: int
    level: float
    section: str
    last: bool  # of its phrase
    following: int | None  # the bass pitch of the next bar
    number: int = 0  # of the bar in its phrase
    turn: int = 0  # of the phrase in its section

    def time(self, beat: float, swing: float = 0.5) -> float:
        """Film time of a beat; with `swing` over .5 the off-beat eighth comes late."""
        whole, part = divmod(beat, 1.0)
        bent = part / 0.5 * swing if part <= 0.5 else swing + (part - 0.5) / 0.5 * (1 - swing)
        return self.bar.start + (whole + bent) * self.bar.beat

    def note(self, part: str, at: float, length: float, pitch: int, force: float, swing: float = 0.5) -> Note:
        """A note from beat `at` for `length` beats; `force` 0 to 1 beside the level of the place."""
        velocity = round(34 + 92 * max(0.0, min(1.0, force * (0.45 + 0.6 * self.level))))
        return Note(part, self.time(at, swing), self.time(at + length, swing), pitch, max(1, min(118, velocity)))


def held(part: str, places: list[Place], force: float, shift: int = 0) -> list[Note]:
    """Chords held; a pitch the next chord has too sounds on, up to four bars and never over a section's start."""
    notes: list[Note] = []
    going: dict[int, tuple[Note, int]] = {}
    for index, place in enumerate(places):
        fresh = index == 0 or places[index - 1].section != place.section
        now: dict[int, tuple[Note, int]] = {}
        for pitch in place.voicing:
            key = pitch + shift
            before = going.get(key)
            if before and not fresh and before[1] < 4:
                grown = Note(part, before[0].start, place.time(place.bar.beats), key, before[0].velocity)
                now[key] = (grown, before[1] + 1)
            else:
                now[key] = (place.note(part, 0, place.bar.beats, key, force), 1)
        notes += [note for key, (note, count) in going.items() if key not in now or now[key][1] == 1]
        going = now
    return notes + [note for note, _ in going.values()]


def _spread(place: Place) -> list[int]:
    """The chord laid out wide from the bass: root, fifth, octave, third above, fifth."""
    low = place.bass + (12 if place.bass < 43 else 0)
    third = next((p for p in range(low + 14, low + 19) if p % 12 == place.chord.tones[1]), low + 16)
    fifth = next((p for p in range(low + 5, low + 10) if p % 12 == place.chord.tones[2]), low + 7)
    return [low, fifth, low + 12, third, fifth + 12]


def keys(part: str, place: Place, motion: str, swing: float = 0.5) -> list[Note]:
    """One bar of broken, picked, plucked or struck chords."""
    beats = place.bar.beats
    voiced = list(place.voicing)
    wide = _spread(place)
    notes: list[Note] = []

    def put(at: float, length: float, pitch: int, force: float) -> None:
        if at < beats:
            notes.append(place.note(part, at, min(length, beats - at), pitch, force, swing))

    if motion == "broken":
        order = [0, 1, 2, 3, 4, 3, 2, 1] if place.level > 0.4 else [0, 1, 2, 3]
        stride = 4 / len(order)
        for step in range(round(beats / stride)):
            put(step * stride, beats - step * stride, wide[order[step % len(order)]], 0.62 if step == 0 else 0.44)
    elif motion == "arpeggio":
        up = [place.bass + 12, *voiced, voiced[0] + 12]
        order = [0, 1, 2, 3, 2, 1] if beats == 3 else [0, 1, 2, 3, 4, 3, 2, 1]
        stride = 0.5 if place.level > 0.35 else 1.0
        for step in range(round(beats / stride)):
            put(step * stride, 1.5, up[order[step % len(order)] % len(up)], 0.55 if step == 0 else 0.4)
    elif motion == "picked":
        bottom = place.bass + 12
        order = [bottom, voiced[0], voiced[-1], voiced[1], bottom + 7 if bottom + 7 in wide else bottom, voiced[1],
                 voiced[-1], voiced[0]]  # fmt: skip
        for step in range(beats * 2):
            put(step * 0.5, 1.0, order[step % 8], 0.6 if step % 4 == 0 else 0.42)
    elif motion == "chords":
        hits = [0.0, 1.5, 2.5] if beats == 4 else [0.0, 1.0, 2.0][:beats]
        for hit in hits if place.level > 0.45 else hits[:1]:
            for pitch in voiced:
                put(hit, 1.2 if len(hits) > 1 and place.level > 0.45 else beats, pitch, 0.52 if hit == 0 else 0.42)
    elif motion == "offbeat":
        for hit, length in ((0.0, 1.4), (1.5, 0.5), (2.5, 1.3)) if beats == 4 else ((0.0, 1.0), (1.5, 1.0)):
            for pitch in voiced:
                put(hit, length, pitch, 0.5 if hit == 0 else 0.4)
    elif motion == "slow":
        for step, pitch in enumerate([voiced[0], voiced[-1], voiced[1] + 12][:beats]):
            put(float(step), beats - step, pitch, 0.42 - 0.04 * step)
    elif motion == "pluck":
        for hit in range(beats):
            for pitch in [voiced[0]] if hit == 0 else voiced[1:]:
                put(float(hit), 0.5, pitch, 0.5 if hit == 0 else 0.38)
    elif motion == "chip":
        for step in range(beats * 4):
            put(step * 0.25, 0.22, voiced[step % len(voiced)] + (12 if step % 8 >= 4 else 0), 0.42)
    return notes


def bass(part: str, place: Place, step: str, swing: float = 0.5) -> list[Note]:
    """One bar of bass: held, root and fifth, a pulse of eighths, or a walk to the next chord."""
    beats, low = place.bar.beats, place.bass
    fifth = next((p for p in (low + 7, low - 5) if 33 <= p <= 55 and p % 12 in place.chord.tones), low)
    if step == "root":
        turns = [(0.0, beats / 2, low), (beats / 2, beats / 2, fifth)] if beats != 3 else [(0.0, 2.8, low)]
        return [place.note(part, at, length * 0.92, pitch, 0.62) for at, length, pitch in turns]
    if step == "pulse":
        if place.level < 0.45:
            return [place.note(part, 0, beats, low, 0.58)]
        return [place.note(part, i * 0.5, 0.44, low, 0.62 if i % 2 == 0 else 0.5) for i in range(beats * 2 - 1)] + [
            place.note(part, beats - 0.5, 0.44, fifth, 0.54)
        ]
    if step == "walk" and beats >= 3:
        notes = [place.note(part, 0, 1.45, low, 0.64, swing), place.note(part, 1.5, beats - 2.5, low, 0.5, swing)]
        goal = place.following if place.following is not None else low
        near = [p for p in range(33, 56) if p % 12 in place.chord.scale and 0 < abs(p - goal) <= 2]
        last = min(near, key=lambda p: abs(p - low)) if near else fifth
        return [*notes, place.note(part, beats - 1, 0.9, last, 0.5, swing)]
    return [place.note(part, 0, beats, low, 0.56)]


# General MIDI percussion: 36 kick, 38 snare, 37 rim, 42 closed hat, 46 open hat, 49 crash, 51 ride, 54 tambourine,
# 70 maracas, 82 shaker, 41 and 45 low toms, 57 second crash. (beat, drum, force)
_Pattern = tuple[tuple[float, int, float], ...]
_DRUMS: dict[str, dict[int, _Pattern]] = {
    "pop": {
        4: ((0, 36, 0.75), (1, 38, 0.62), (2, 36, 0.66), (2.5, 36, 0.5), (3, 38, 0.64),
            *((i / 2, 42, 0.36 if i % 2 else 0.46) for i in range(8))),
        3: ((0, 36, 0.72), (1, 37, 0.5), (2, 37, 0.5), *((i / 2, 42, 0.36) for i in range(6))),
        2: ((0, 36, 0.7), (1, 38, 0.6), *((i / 2, 42, 0.4) for i in range(4))),
    },
    "lo-fi": {
        4: ((0, 36, 0.6), (1, 37, 0.46), (1.5, 36, 0.4), (2.5, 36, 0.5), (3, 37, 0.48),
            *((i / 2, 42, 0.26 if i % 2 else 0.34) for i in range(8))),
        3: ((0, 36, 0.58), (1, 37, 0.4), (2, 37, 0.42), *((i / 2, 42, 0.28) for i in range(6))),
        2: ((0, 36, 0.58), (1, 37, 0.44), *((i / 2, 42, 0.28) for i in range(4))),
    },
    "folk": {
        4: ((0, 36, 0.42), (2, 36, 0.36), (1, 54, 0.34), (3, 54, 0.38),
            *((i / 2, 82, 0.24 if i % 2 else 0.36) for i in range(8))),
        3: ((0, 36, 0.42), (1, 54, 0.3), (2, 54, 0.34), *((i / 2, 82, 0.26) for i in range(6))),
        2: ((0, 36, 0.4), (1, 54, 0.34), *((i / 2, 82, 0.28) for i in range(4))),
    },
    "cinematic": {
        4: ((0, 41, 0.66), (1.5, 45, 0.4), (2, 41, 0.5), (3, 45, 0.42), (3.5, 45, 0.46)),
        3: ((0, 41, 0.66), (1.5, 45, 0.4), (2, 45, 0.44)),
        2: ((0, 41, 0.62), (1, 45, 0.42), (1.5, 45, 0.46)),
    },
    "soft": {
        4: ((0, 36, 0.4), (2, 37, 0.3), *((i, 82, 0.26) for i in range(4))),
        3: ((0, 36, 0.4), *((i, 82, 0.26) for i in range(3))),
        2: ((0, 36, 0.4), (1, 82, 0.26)),
    },
    "8-bit": {
        4: ((0, 36, 0.6), (1, 38, 0.5), (2, 36, 0.6), (2.5, 36, 0.5), (3, 38, 0.52),
            *((i / 2, 42, 0.32) for i in range(8))),
        3: ((0, 36, 0.6), (1, 38, 0.46), (2, 38, 0.46), *((i / 2, 42, 0.3) for i in range(6))),
        2: ((0, 36, 0.6), (1, 38, 0.5), *((i / 2, 42, 0.3) for i in range(4))),
    },
}  # fmt: skip
_FILLS: dict[str, _Pattern] = {
    "pop": ((3, 38, 0.5), (3.25, 38, 0.44), (3.5, 45, 0.56), (3.75, 41, 0.6)),
    "cinematic": ((3, 45, 0.5), (3.25, 45, 0.52), (3.5, 41, 0.58), (3.75, 41, 0.64)),
    "8-bit": ((3, 38, 0.46), (3.5, 38, 0.5), (3.75, 38, 0.54)),
    "lo-fi": ((3.5, 37, 0.36),),
}


def drums(place: Place, kind: str, swing: float = 0.5, fill: bool = False) -> list[Note]:
    """One bar of percussion; a `fill` leads into the next section. The orchestra has timpani only."""
    beats = place.bar.beats
    if kind == "orchestral":
        return [place.note("timpani", 0, 1.5, place.bass, 0.5)] + (
            [place.note("timpani", beats - 1 + i / 4, 0.25, place.bass, 0.3 + 0.07 * i) for i in range(4 * fill)]
        )
    hits = list(_DRUMS[kind][beats])
    if fill and beats == 4 and kind in _FILLS:
        hits = [h for h in hits if h[0] < 3] + list(_FILLS[kind])
    return [place.note("drums", at, 0.2, drum, force, swing) for at, drum, force in hits]
