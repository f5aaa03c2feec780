"""Notes, the place of a bar in a piece, and chords held over several bars."""

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
