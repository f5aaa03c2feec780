"""A piece written down as a Standard MIDI File, played the way people play: never quite on the beat."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from pipelines.music import feel
from pipelines.music.arrange import Piece
from pipelines.music.instruments import PLACES, chorus, patch, volume
from pipelines.music.style import Style
from studio import facts

TICKS = 480  # to a beat
ORDER = ("lead", "second", "counter", "keys", "pad", "bass", "timpani", "strings", "brass", "pluck", "fx", "drums")


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
    still = sorted({*piece.grid.met, piece.grid.landing})
    played = feel.humanised(piece.notes, still, seed, style.feel, piece.grid, piece.sections)
    for part in ORDER:
        if part not in piece.programs or part in mute:
            continue
        check()
        events = _setting(piece, style, part, channels[part])
        events += _swells(piece, style, clock, part, channels[part])
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
                style.reverb // 2, 93: chorus(part, piece.programs[part])}  # fmt: skip
    events: list[tuple[int, int, Any]] = [(0, 0, mido.MetaMessage("track_name", name=part))]
    if bank:
        events.append((0, 0, mido.Message("control_change", channel=channel, control=0, value=bank)))
    events.append((0, 0, mido.Message("program_change", channel=channel, program=program)))
    for control, value in controls.items():
        message = mido.Message("control_change", channel=channel, control=control, value=value)
        events.append((0, 0, message))
    return events


def _swells(piece: Piece, style: Style, clock: _Map, part: str, channel: int) -> list[tuple[int, int, Any]]:
    """Expression and vibrato of a part, as its style has them (see feel.py)."""
    import mido

    curve = feel.curves(
        piece.notes, part, piece.programs[part], style.feel, piece.grid, piece.sections, style.pumping
    )  # fmt: skip
    events: list[tuple[int, int, Any]] = []
    for second, control, value in curve:
        level = max(0 if control == 1 else 1, min(127, round(value)))
        message = mido.Message("control_change", channel=channel, control=control, value=level)
        events.append((clock.tick(second), 0, message))
    return events
