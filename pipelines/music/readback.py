"""Valence and arousal read back from a MIDI file alone, by features and weights of the literature.

It knows nothing of how the piece was made: it opens the file, hears notes and tempo, and judges as published studies
found that listeners do. The norms (what is slow, high, loud) are those of music at large and the weights rounded from
the order in which the studies rank the cues; neither was ever fitted to our own composer, or the figure would be void.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Key profiles, from the tonic up: Krumhansl & Kessler (1982) by listeners, Temperley (2007) by counting music.
_PROFILES = {
    "major": (
        (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
        (0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400),
    ),
    "minor": (
        (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
        (0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330),
    ),
}
# Consonance of intervals by class (Huron 1994, from three studies): unison apart, minor second to tritone.
_CONSONANCE = (None, -1.428, -0.582, 0.594, 0.386, 1.240, -0.453)
_WINDOW = 16.0  # seconds over which a key is looked for
_DRUMS = 9

# Valence: mode first, then register, consonance, tempo, articulation (Eerola, Friberg & Bresin 2013 rank mode, tempo,
# register, dynamics, articulation over four emotions; Gomez & Danuser 2007 find mode and harmony for valence).
VALENCE = {"mode": 0.50, "register": 0.15, "consonance": 0.13, "tempo": 0.12, "articulation": 0.10}
# Arousal: tempo, loudness and how many notes there are, then articulation and height (Gomez & Danuser 2007; Juslin &
# Laukka 2004; Gabrielsson & Lindström 2010).
AROUSAL = {"tempo": 0.30, "density": 0.25, "loudness": 0.25, "articulation": 0.12, "register": 0.08}


@dataclass(frozen=True)
class Heard:
    """A note: begin and end in seconds, MIDI channel, pitch and velocity."""

    start: float
    end: float
    channel: int
    pitch: int
    velocity: int


@dataclass(frozen=True)
class Reading:
    """Valence and arousal, -1 to 1, and the features they come from, each about -1 to 1."""

    valence: float
    arousal: float
    features: dict[str, float]


@dataclass(frozen=True)
class Song:
    """What a MIDI file plays: notes by their beginning, (second, beats a minute) of each tempo, and its length."""

    notes: tuple[Heard, ...]
    tempos: tuple[tuple[float, float], ...]
    seconds: float


def load(path: Path) -> Song:
    """Open a MIDI file. Raises what mido raises for a broken one."""
    import mido

    notes: list[Heard] = []
    tempos: list[tuple[float, float]] = [(0.0, 120.0)]
    held: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    now = 0.0
    message: Any
    for message in mido.MidiFile(path, clip=True):
        now += message.time
        if message.type == "set_tempo":
            tempos.append((now, 60e6 / message.tempo))
        elif message.type == "note_on" and message.velocity:
            held[message.channel, message.note].append((now, message.velocity))
        elif message.type in ("note_on", "note_off") and held[message.channel, message.note]:
            start, velocity = held[message.channel, message.note].pop(0)
            notes.append(Heard(start, now, message.channel, message.note, velocity))
    notes.sort(key=lambda n: (n.start, n.channel, n.pitch))
    return Song(tuple(notes), tuple(tempos), now)


def read(song: Song, start: float = 0.0, end: float | None = None) -> Reading:
    """How the stretch [start, end) of a song feels. A stretch without pitched notes is (0, -1): silence is still."""
    stop = song.seconds if end is None else end
    notes = [n for n in song.notes if start <= n.start < stop]
    pitched = [n for n in notes if n.channel != _DRUMS]
    if not pitched:
        return Reading(0.0, -1.0, {})
    raw = {
        "tempo": math.log2(_tempo(song, start, stop) / 100) / math.log2(1.6),  # 62 to 160
        "density": math.log2(max(0.1, _onsets(notes) / max(0.5, stop - start)) / 3) / math.log2(3),  # 1 to 9 a second
        "loudness": (sum(n.velocity for n in notes) / len(notes) - 72) / 36,  # 36 to 108: pp to ff
        "articulation": (0.75 - _joined(pitched)) / 0.3,  # 1.05 to 0.45 of the time to the next note
        "register": (sum(n.pitch for n in pitched) / len(pitched) - 60) / 12,  # an octave about middle C
        "mode": _majorness(pitched, start, stop) / 0.2,
        "consonance": (_consonance(pitched, start, stop) - 0.5) / 0.4,
    }
    features = {name: round(max(-1.2, min(1.2, value)), 4) for name, value in raw.items()}
    valence, arousal = (sum(w * features[name] for name, w in weights.items()) for weights in (VALENCE, AROUSAL))
    return Reading(round(max(-1.0, min(1.0, valence)), 4), round(max(-1.0, min(1.0, arousal)), 4), features)


def _tempo(song: Song, start: float, stop: float) -> float:
    """Mean beats a minute as written, each tempo by how long it lasts."""
    spans = []
    for index, (at, tempo) in enumerate(song.tempos):
        until = song.tempos[index + 1][0] if index + 1 < len(song.tempos) else max(stop, at)
        spans.append((max(0.0, min(until, stop) - max(at, start)), tempo))
    whole = sum(length for length, _ in spans)
    return sum(length * tempo for length, tempo in spans) / whole if whole else 120.0


def _onsets(notes: list[Heard]) -> int:
    """Moments at which something begins; what begins within 35 ms is heard as one."""
    count, last = 0, -1.0
    for note in notes:
        if note.start - last > 0.035:
            count, last = count + 1, note.start
    return count


def _joined(notes: list[Heard]) -> float:
    """How much of the time to its part's next beginning a note sounds: the mean over all notes, each at most 1.3."""
    by_part: dict[int, list[Heard]] = defaultdict(list)
    for note in notes:
        by_part[note.channel].append(note)
    shares: list[float] = []
    for part in by_part.values():
        starts = sorted({round(n.start, 2) for n in part})
        for note in part:
            index = bisect_left(starts, round(note.start, 2) + 0.035)
            if index < len(starts):
                shares.append(min(1.3, (note.end - note.start) / (starts[index] - note.start)))
    return sum(shares) / len(shares) if shares else 1.0


def _majorness(notes: list[Heard], start: float, stop: float) -> float:
    """How much better the best major key fits than the best minor one, as a difference of correlations, by windows
    (the "mode" of MIRtoolbox, Lartillot & Toiviainen 2007, over the sum of sounding times by pitch class)."""
    step = _WINDOW / 2
    count = max(1, math.ceil((stop - start - _WINDOW) / step) + 1)
    total = weights = 0.0
    for number in range(count):
        a = start + number * step
        b = min(stop, a + _WINDOW)
        sums = [0.0] * 12
        for note in notes:
            inside = min(b, note.end) - max(a, note.start)
            if inside > 0:
                sums[note.pitch % 12] += inside
        if sum(sums) > 0:
            best = {mode: _fit(sums, profiles) for mode, profiles in _PROFILES.items()}
            total += (best["major"] - best["minor"]) * sum(sums)
            weights += sum(sums)
    return total / weights if weights else 0.0


def _fit(sums: list[float], profiles: tuple[tuple[float, ...], ...]) -> float:
    """The correlation of the best of twelve keys, the mean over the profiles."""
    return max(
        sum(_correlation(sums[key:] + sums[:key], profile) for profile in profiles) / len(profiles) for key in range(12)
    )


def _correlation(a: list[float], b: tuple[float, ...]) -> float:
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    top = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    under = math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return top / under if under else 0.0


def _consonance(notes: list[Heard], start: float, stop: float) -> float:
    """The mean consonance of all pairs of pitches that sound together, four times a second; 0.5 where none do."""
    found: list[float] = []
    sounding: list[Heard] = []
    upcoming = iter(sorted(notes, key=lambda n: n.start))
    waiting = next(upcoming, None)
    for number in range(int((stop - start) * 4)):
        at = start + number / 4 + 0.1
        while waiting is not None and waiting.start <= at:
            sounding.append(waiting)
            waiting = next(upcoming, None)
        sounding = [n for n in sounding if n.end > at]
        tones = sorted({n.pitch % 12 for n in sounding})
        pairs = [min((b - a) % 12, (a - b) % 12) for i, a in enumerate(tones) for b in tones[i + 1 :]]
        values = [_CONSONANCE[p] for p in pairs]
        told = [v for v in values if v is not None]
        if told:
            found.append(sum(told) / len(told))
    return sum(found) / len(found) if found else 0.5
