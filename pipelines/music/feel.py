"""How each style is played: who drags or pushes, what is accented, how chords roll, how sound swells and gives way.

Timing lies in milliseconds, as measured of players: a laid-back snare or soloist is 10 to 30 ms late (Friberg &
Sundström 2002 for jazz soloists), the Viennese waltz takes its second beat early (Gabrielsson 1985), a tune leads or
trails its accompaniment by some 20 ms (Goebl 2001). What lands on a cut is never shaken.
"""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.music.form import Section
from pipelines.music.grid import Bar, Grid
from pipelines.music.parts import Note

_POINT = 0.002  # seconds: a note so near a cut lands on it
_SNARES, _HATS, _KICKS = {37, 38, 39, 40}, {42, 44, 46, 51, 53, 59, 70, 82}, {35, 36}
# Players of held sounds that may tremble: strings, brass, reeds, pipes, leads.
_SINGING = {22, 23, 29, *range(40, 44), *range(56, 61), *range(64, 80), *range(80, 88), 109, 110, 111}
_BLOOM = ((0.0, 100), (0.12, 108), (0.25, 115), (0.45, 122), (0.7, 118), (0.85, 108))  # share of a note, expression
_Curve = list[tuple[float, int, float]]  # second, MIDI controller, value


@dataclass(frozen=True)
class Feel:
    """A way of playing. Milliseconds, and steps of velocity."""

    loose: float = 5.0  # how far each player strays
    touch: float = 3.0  # and how unevenly he strikes
    late: tuple[tuple[str, float], ...] = ()  # by part, and "snare", "hat", "kick": behind the beat, or before it
    accents: tuple[float, ...] = (4.0, 0.0, 2.0, 0.0)  # on each beat of a bar of four; of three: the first three
    off: float = -2.0  # between the beats
    roll: float = 0.0  # from note to note of a chord of the keys
    early: float = 0.0  # how early the second of three beats comes, as a share of a beat
    breath: float = 0.0  # how late the last bar of a phrase becomes
    swell: float = 4.0  # louder towards the middle of a phrase
    vibrato: int = 34  # of long notes, MIDI modulation


FEELS: dict[str, Feel] = {
    "plain": Feel(),
    "straight": Feel(loose=4, accents=(6, 0, 3, 0), off=-3),
    "rubato": Feel(loose=8, touch=4, late=(("lead", 12), ("second", 10)), roll=9, breath=45, swell=9, accents=(3, -1,
        1, -1)),
    "grand": Feel(loose=6, accents=(7, 0, 4, 1), swell=10, late=(("brass", 6), ("lead", 4)), breath=12, vibrato=28),
    "floating": Feel(loose=14, touch=5, accents=(1, 0, 0, 0), off=0, breath=40, swell=8, roll=16, vibrato=18),
    "easy": Feel(loose=7, touch=4, late=(("lead", 9), ("snare", 4)), roll=7, accents=(4, 0, 3, 1), swell=6, breath=10),
    "dance": Feel(loose=5, late=(("lead", -4),), accents=(8, -1, 5, -1), off=-4, vibrato=20),
    "tango": Feel(loose=4, touch=4, late=(("bass", -6), ("lead", 14), ("keys", -3)), accents=(9, -2, 5, 0), off=1,
        swell=9,
                  vibrato=44),
    "viennese": Feel(loose=6, touch=3, late=(("lead", 8),), accents=(8, -2, -4, 0), early=0.09, swell=9, breath=25),
    "tight": Feel(loose=3, touch=3, late=(("snare", 3), ("lead", -3)), accents=(5, 3, 4, 3), off=0),
    "swing": Feel(loose=6, touch=5, late=(("lead", 22), ("second", 18), ("hat", -4), ("bass", -5), ("keys", 6)),
                  accents=(0, 5, 0, 5), off=3, swell=5, vibrato=30),
    "laid back": Feel(loose=7, touch=5, late=(("snare", 16), ("lead", 20), ("second", 16), ("keys", 9), ("bass", 6)),
                      accents=(3, 3, 1, 4), off=-1, roll=5, vibrato=30),
    "driving": Feel(loose=4, touch=3, late=(("hat", -4), ("bass", -3), ("lead", -2)), accents=(6, 5, 5, 6), off=-1,
        vibrato=36),
    "machine": Feel(loose=0, touch=1, accents=(3, 0, 2, 0), off=-1, swell=2, vibrato=30),
    "clockwork": Feel(loose=3, touch=2, accents=(2, 0, 1, 0), off=-1, breath=60, swell=2, vibrato=0),
}  # fmt: skip


def humanised(
    notes: Sequence[Note], still: Sequence[float], seed: str, feel: str, grid: Grid, parted: Sequence[Section]
) -> list[Note]:
    """The notes as players of a `feel` strike them; at a moment of `still` (in order: cuts) to the point.

    Each part has chance of its own, so that none plays otherwise where another is silent. No note strays further
    than 70 ms, and none before the one it follows in its bar's first beat.
    """
    own = FEELS[feel]
    chances: dict[str, random.Random] = {}
    drift: dict[tuple[str, int], float] = {}
    places = _Places(grid, parted)
    found: list[Note] = []
    order: dict[tuple[str, int], int] = {}
    for note in sorted(notes, key=lambda n: (n.start, n.part, n.pitch)):
        dice = chances.setdefault(note.part, random.Random(f"{seed} {note.part}"))
        moment = (note.part, round(note.start * 50))
        if moment not in drift:
            drift[moment] = max(-2.5, min(2.5, dice.gauss(0.0, 1.0))) * own.loose
        rank = order[moment] = order.get(moment, -1) + 1
        uneven = dice.gauss(0.0, own.touch)
        bar, beat, along, last = places.of(note.start)
        late = drift[moment] + _late(own, note) + (min(rank, 6) * own.roll if note.part == "keys" else 0.0)
        if bar is not None:
            late += own.breath * (beat / bar.beats) ** 2 if last else 0.0
            late -= 1000 * own.early * bar.beat if bar.beats == 3 and 0.95 < beat < 1.05 and _under(note) else 0.0
        at = bisect_left(still, note.start - _POINT)
        landing = at < len(still) and still[at] <= note.start + _POINT
        start = note.start if landing else max(0.0, note.start + max(-70.0, min(70.0, late)) / 1000)
        accent = _accent(own, bar, beat) + own.swell * (1 - abs(2 * along - 1)) - own.swell / 2
        velocity = max(1, min(124, round(note.velocity + uneven + accent)))
        found.append(replace(note, start=start, end=max(start + 0.03, note.end), velocity=velocity))
    return found


class _Places:
    """The bar a moment lies in, its beat, how far along its phrase it is, and whether that bar is its last."""

    def __init__(self, grid: Grid, parted: Sequence[Section]) -> None:
        self._bars = grid.bars
        self._starts = [bar.start for bar in grid.bars]
        self._phrase: list[tuple[int, int]] = []  # of each bar: its number in its phrase, and how many that has
        for section in parted:
            self._phrase += [(number, size) for size in section.phrases for number in range(size)]

    def of(self, second: float) -> tuple[Bar | None, float, float, bool]:
        index = bisect_right(self._starts, second + 1e-6) - 1
        if not 0 <= index < len(self._bars) or second >= self._bars[index].start + self._bars[index].seconds - 1e-6:
            return None, 0.0, 0.5, False
        bar = self._bars[index]
        number, size = self._phrase[index] if index < len(self._phrase) else (0, 1)
        beat = (second - bar.start) / bar.beat
        return bar, beat, (number + beat / bar.beats) / size, number == size - 1 and size > 1


def _under(note: Note) -> bool:
    return note.part in ("keys", "pluck", "brass", "drums", "strings", "timpani")


def _late(own: Feel, note: Note) -> float:
    late = dict(own.late)
    if note.part == "drums":
        kind = "snare" if note.pitch in _SNARES else "hat" if note.pitch in _HATS else "kick"
        return late.get(kind, 0.0)
    return late.get(note.part, 0.0)


def _accent(own: Feel, bar: Bar | None, beat: float) -> float:
    if bar is None:
        return 0.0
    nearest = round(beat)
    return own.accents[nearest % len(own.accents)] if abs(beat - nearest) < 0.06 else own.off


def curves(
    notes: Sequence[Note], part: str, program: int, feel: str, grid: Grid, parted: Sequence[Section], pumping: bool
) -> _Curve:
    """How a part's sound moves: (second, controller, value). 11 is expression, 1 the vibrato of long notes.

    Held parts breathe over each phrase, in a pumping style they give way to each kick; everyone fades with the last
    chord.
    """
    found: _Curve = [(0.0, 11, 118.0)]
    own = [note for note in notes if note.part == part and note.start < grid.landing]
    if pumping and part in ("pad", "keys", "strings", "counter"):
        found += _pumped(notes, grid)
    elif part in ("pad", "counter", "strings"):
        found += _breathing(grid, parted)
    depth = FEELS[feel].vibrato
    if part in ("lead", "second", "counter") and program % 128 in _SINGING:
        found += _trembling(own, depth) if depth else []
        found += _blooming(own) if part != "counter" else []
    landing, ring = grid.landing, grid.seconds - grid.landing
    held = part in ("pad", "counter", "lead", "second", "bass", "strings", "brass")
    for step in range(49):
        share = step / 48
        value = 117 * (1 - share ** (2.2 if held else 3)) + 1
        found.append((landing + ring * share, 11, value))
    return found


def _breathing(grid: Grid, parted: Sequence[Section]) -> _Curve:
    found: _Curve = []
    for section in parted:
        first = section.first
        for size in section.phrases:
            start, end = grid.bars[first].start, grid.bars[first + size - 1].start + grid.bars[first + size - 1].seconds
            for step in range(size * 4):
                share = step / (size * 4)
                found.append((start + (end - start) * share, 11, 98 + 28 * (1 - abs(2 * share - 1.1))))
            first += size
    return found


def _pumped(notes: Sequence[Note], grid: Grid) -> _Curve:
    """Under at each kick, back after two thirds of a beat, as a compressor keyed by the drum does."""
    kicks = sorted({n.start for n in notes if n.part == "drums" and n.pitch in _KICKS and n.start < grid.landing})
    beat = grid.bars[0].beat if grid.bars else 0.5
    found: _Curve = []
    for kick, following in zip(kicks, [*kicks[1:], grid.landing], strict=False):
        for step in range(6):
            at = kick + beat * 0.68 * step / 5
            if at < following - 0.01:
                found.append((at, 11, 44 + 78 * (step / 5) ** 0.8))
    return found


def _blooming(own: Sequence[Note]) -> _Curve:
    """A long note begins softer, opens and closes a little, as breath and bow do."""
    found: _Curve = []
    for note in own:
        length = note.end - note.start
        if length >= 0.9:
            found += [(note.start + length * share, 11, value) for share, value in _BLOOM]
            found.append((note.end, 11, 118.0))
    return found


def _trembling(own: Sequence[Note], depth: int) -> _Curve:
    """Vibrato that sets in after a while on long notes and is gone with the next."""
    found: _Curve = [(0.0, 1, 0.0)]
    for note in own:
        length = note.end - note.start
        if length >= 0.7:
            found.append((note.start, 1, 0.0))
            found += [(note.start + 0.3 + 0.1 * step, 1, depth * (step + 1) / 3) for step in range(3)]
            found.append((note.end, 1, 0.0))
    return found
