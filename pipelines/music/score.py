"""A piece written down as a Standard MIDI File, played the way people play: never quite on the beat."""

import random
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from pipelines.music.arrange import Piece
from pipelines.music.instruments import PLACES, patch, volume
from pipelines.music.parts import Note
from pipelines.music.style import Style
from studio import facts

TICKS = 480  # to a beat
_POINT = 0.002  # seconds: a note so near a cut lands on it
ORDER = ("lead", "second", "counter", "keys", "pad", "bass", "timpani", "strings", "brass", "pluck", "fx", "drums")


def humanised(notes: Sequence[Note], still: Sequence[float], seed: str) -> list[Note]:
    """Small unevenness of time and touch, no more than 14 ms; chords of one part stay together within 5.

    Notes that begin at a moment of `still` (in order) are struck to the point: they land on cuts. Each part has chance
    of its own, so that none plays otherwise where another is silent.
    """
    chances: dict[str, random.Random] = {}
    drift: dict[tuple[str, int], float] = {}
    found: list[Note] = []
    for note in notes:
        dice = chances.setdefault(note.part, random.Random(f"{seed} {note.part}"))
        moment = (note.part, round(note.start * 50))
        if moment not in drift:
            loose = {"lead": 0.006, "second": 0.006, "drums": 0.003}.get(note.part, 0.005)
            drift[moment] = max(-0.014, min(0.014, dice.gauss(0.0, loose)))
        late = drift[moment] + abs(dice.gauss(0, 0.002))
        near = bisect_left(still, note.start - _POINT)
        if near < len(still) and still[near] <= note.start + _POINT:
            late = 0.0
        start = max(0.0, note.start + late)
        velocity = max(1, min(124, note.velocity + round(dice.gauss(0, 3))))
        found.append(Note(note.part, start, max(start + 0.03, note.end), note.pitch, velocity))
    return found


class _Map:
    """Seconds to ticks by the bars' own tempos."""

    def __init__(self, piece: Piece) -> None:
        self.rows: list[tuple[float, int, float, float]] = []  # start second, start tick, seconds a beat, beats
        tick = 0
        for bar in piece.grid.bars:
            beats = bar.beats + bar.breath
            self.rows.append((bar.start, tick, bar.beat, beats))
            tick += round(TICKS * beats)
        beat = piece.grid.bars[-1].beat if piece.grid.bars else 60 / piece.grid.tempo
        beats = piece.grid.bars[-1].beats if piece.grid.bars else 4
        self.rows.append((piece.grid.landing, tick, beat, max(3.0, beats)))
        self._at = 0

    def tick(self, second: float) -> int:
        if second < self.rows[self._at][0]:
            self._at = 0
        while self._at + 1 < len(self.rows) and self.rows[self._at + 1][0] <= second:
            self._at += 1
        start, tick, beat, _ = self.rows[self._at]
        return max(0, tick + round((second - start) / beat * TICKS))


def write(
    piece: Piece,
    style: Style,
    path: Path,
    about: dict[str, Any],
    seed: str,
    check: Callable[[], None],
    mute: Collection[str] = (),
) -> None:
    """Write a piece as a type 1 MIDI file: tempo track with markers and facts, then a track for each player.

    The file ends where the film ends. The same piece gives the same bytes; `mute` leaves out whole parts and changes
    nothing in the others.
    """
    import mido

    clock = _Map(piece)
    song = mido.MidiFile(type=1, ticks_per_beat=TICKS)
    song.tracks.append(_track(_conductor(piece, clock, about), clock.tick(piece.grid.seconds)))
    free = (channel for channel in range(16) if channel != 9)
    channels = dict(zip((p for p in ORDER if p != "drums"), free, strict=False))
    channels["drums"] = 9
    played = humanised(piece.notes, sorted({*piece.grid.met, piece.grid.landing}), seed)
    for part in ORDER:
        if part not in piece.programs or part in mute:
            continue
        check()
        events = _setting(piece, style, part, channels[part])
        events += _swells(piece, clock, part, channels[part])
        for note in played:
            if note.part != part:
                continue
            start = clock.tick(note.start)
            stop = max(start + 10, clock.tick(note.end))
            on = {"channel": channels[part], "note": note.pitch}
            events.append((start, 3, mido.Message("note_on", velocity=note.velocity, **on)))
            events.append((stop, 1, mido.Message("note_off", velocity=0, **on)))
        song.tracks.append(_track(events, clock.tick(piece.grid.seconds)))
    song.save(path)


def _track(events: list[tuple[int, int, Any]], end: int) -> Any:
    import mido

    track = mido.MidiTrack()
    now = 0
    for tick, _, message in sorted(events, key=lambda e: (e[0], e[1])):
        message.time = tick - now
        track.append(message)
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=max(0, end - now)))
    return track


def _conductor(piece: Piece, clock: _Map, about: dict[str, Any]) -> list[tuple[int, int, Any]]:
    import mido

    events: list[tuple[int, int, Any]] = [
        (0, 0, mido.MetaMessage("track_name", name="Reelwright")),
        (0, 0, mido.MetaMessage("text", text=facts.pack(about))),
    ]
    tempo, beats, signature = 0, 0.0, ""
    spent = 0.0  # what the tempos written so far amount to, so that rounding never adds up
    for start, tick, beat, count in clock.rows:
        micro = round((beat + (start - spent) / count) * 1e6)
        if micro != tempo:
            events.append((tick, 1, mido.MetaMessage("set_tempo", tempo=min(micro, 0xFFFFFF))))
            tempo = micro
        if count != beats:
            beats = count
            numerator, denominator = (round(count * 2), 8) if count % 1 else (round(count), 4)
            signed = mido.MetaMessage("time_signature", numerator=numerator, denominator=denominator)
            events.append((tick, 1, signed))
        spent += micro * count / 1e6
    for section, key in zip(piece.sections, piece.keys, strict=False):
        tick = clock.rows[section.first][1]
        if key.signature != signature:
            signature = key.signature
            events.append((tick, 0, mido.MetaMessage("key_signature", key=signature)))
        events.append((tick, 2, mido.MetaMessage("marker", text=section.name)))
    events.append((clock.rows[-1][1], 2, mido.MetaMessage("marker", text="landing")))
    return events


def _setting(piece: Piece, style: Style, part: str, channel: int) -> list[tuple[int, int, Any]]:
    """Instrument, volume, place and reverb of a player."""
    import mido

    loud = volume(part, piece.programs[part], style.trim(part))
    bank, program = (0, style.kit) if part == "drums" else patch(piece.programs[part])
    controls = {7: loud, 10: PLACES.get(part, 58), 91: style.reverb if part not in ("bass", "drums") else
                style.reverb // 2, 93: 24 if part == "pad" else 0}  # fmt: skip
    events: list[tuple[int, int, Any]] = [(0, 0, mido.MetaMessage("track_name", name=part))]
    if bank:
        events.append((0, 0, mido.Message("control_change", channel=channel, control=0, value=bank)))
    events.append((0, 0, mido.Message("program_change", channel=channel, program=program)))
    for control, value in controls.items():
        message = mido.Message("control_change", channel=channel, control=control, value=value)
        events.append((0, 0, message))
    return events


def _swells(piece: Piece, clock: _Map, part: str, channel: int) -> list[tuple[int, int, Any]]:
    """Expression (CC 11): held parts breathe over each phrase; everyone fades with the last chord."""
    import mido

    def at(second: float, value: float) -> tuple[int, int, Any]:
        level = max(1, min(127, round(value)))
        return clock.tick(second), 0, mido.Message("control_change", channel=channel, control=11, value=level)

    events = [at(0.0, 118.0)]
    bars = piece.grid.bars
    if part in ("pad", "counter"):
        for section in piece.sections:
            first = section.first
            for size in section.phrases:
                start, end = bars[first].start, bars[first + size - 1].start + bars[first + size - 1].seconds
                for step in range(size * 4):
                    share = step / (size * 4)
                    events.append(at(start + (end - start) * share, 98 + 28 * (1 - abs(2 * share - 1.1))))
                first += size
    landing, ring = piece.grid.landing, piece.grid.seconds - piece.grid.landing
    held = part in ("pad", "counter", "lead", "second", "bass")
    for step in range(13):
        share = step / 12
        events.append(at(landing + ring * share, 118 * (1 - share**1.6) + 3 if held else 118 * (1 - share**3) + 8))
    return events
