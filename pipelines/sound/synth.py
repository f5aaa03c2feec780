"""MIDI made audible: rustysynth (through midirenderer) playing a soundfont, a stretch at a time.

A whole film's score is never rendered at once: each stretch plays the notes that begin in it, to the end of
their tails, and the tails are added to the stretch that follows. So memory stays flat, and a cancel or a
progress bar has somewhere to sit.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.patience import patiently
from studio.errors import PersonError

if TYPE_CHECKING:
    import numpy as np

    Sound = np.ndarray[Any, np.dtype[np.float32]]

RATE = 48000
STRETCH = 30.0  # seconds of notes rendered at once
TAIL = 4.0  # seconds a released note may still ring, reverb included
LONGEST_NOTE = 60.0  # a note never released is released after this long
LONGEST = 3 * 3600.0
_TICKS = 24000  # to a beat of half a second: one tick is one sample


@dataclass(frozen=True)
class _Note:
    start: float
    end: float
    channel: int
    pitch: int
    velocity: int


@dataclass(frozen=True)
class Score:
    """A MIDI file in seconds: notes by their start, and every other channel message."""

    notes: tuple[_Note, ...]
    controls: tuple[tuple[float, Any], ...]
    end: float  # of the last event


@lru_cache(maxsize=1)
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def soundfont_file(folder: Path) -> Path:
    """The .sf2 in a pack's folder (or the file itself)."""
    found = [folder] if folder.is_file() else sorted(folder.rglob("*.sf2"))
    if not found:
        raise PersonError(f"No soundfont (.sf2) is in {folder}. Get it with: python app.py packs get general-user")
    return found[0]


# What mido raises for files that are no MIDI; a division of zero ticks a beat among them.
_BROKEN = (OSError, EOFError, ValueError, KeyError, IndexError, TypeError, AttributeError, struct.error,
           ZeroDivisionError)  # fmt: skip


def read_score(path: Path) -> Score:
    """The notes of a MIDI file. Raises PersonError when it is broken, silent or endless."""
    import mido

    notes: list[_Note] = []
    held: dict[tuple[int, int], list[tuple[float, int]]] = {}
    controls: list[tuple[float, Any]] = []
    now = 0.0
    try:
        for message in mido.MidiFile(path, clip=True):
            now += message.time
            if now > LONGEST:
                break
            if message.type == "note_on" and message.velocity:
                held.setdefault((message.channel, message.note), []).append((now, message.velocity))
            elif message.type in ("note_on", "note_off"):
                started = held.get((message.channel, message.note))
                if started:
                    start, velocity = started.pop(0)
                    notes.append(_Note(start, min(now, start + LONGEST_NOTE), message.channel, message.note, velocity))
            elif message.type in ("control_change", "program_change", "pitchwheel", "aftertouch"):
                controls.append((now, message))
    except _BROKEN as error:
        raise PersonError(
            "The music is not a MIDI file that can be read: it is broken or of another kind. Give a .mid file."
        ) from error
    if now > LONGEST:
        raise PersonError("The music lasts over three hours. Give a shorter MIDI file.")
    for (channel, pitch), started in held.items():
        notes += [_Note(start, min(now, start + LONGEST_NOTE), channel, pitch, v) for start, v in started]
    if not notes:
        raise PersonError("The music has no notes. Give a MIDI file with at least one.")
    notes.sort(key=lambda n: (n.start, n.channel, n.pitch))
    return Score(tuple(notes), tuple(controls), now)


def players(path: Path) -> dict[str, frozenset[int]]:
    """The channels of each named track of a MIDI file that `read_score` can read, by the track's name in small letters;
    channel 10 is "drums" whatever it is called."""
    import mido

    found: dict[str, frozenset[int]] = {}
    for track in mido.MidiFile(path, clip=True).tracks:
        used = {message.channel for message in track if message.type == "note_on"}
        for name, channels in (("drums", used & {9}), (track.name.strip().lower(), used - {9})):
            if channels and name:
                found[name] = found.get(name, frozenset()) | channels
    return found


def only(score: Score, channels: frozenset[int]) -> Score:
    """The notes of those channels alone."""
    return replace(score, notes=tuple(note for note in score.notes if note.channel in channels))


def _stretch(score: Score, start: float, stop: float) -> bytes | None:
    """A MIDI file of the notes that begin in [start, stop), with every controller set as it stands there."""
    import io

    import mido

    notes = [n for n in score.notes if start <= n.start < stop]
    if not notes:
        return None
    end = max(n.end for n in notes)
    standing: dict[tuple[Any, ...], Any] = {}
    events: list[tuple[float, int, Any]] = []
    for at, message in score.controls:
        if at < start:
            extra = getattr(message, "control", None)
            standing[(message.type, message.channel, extra)] = message
        elif at <= end + TAIL:
            events.append((at - start, 1, message))
            if message.type == "control_change" and message.control == 64 and message.value < 64:
                end = max(end, min(at, end + LONGEST_NOTE))
    events += [(0.0, 0, message) for message in standing.values()]
    for note in notes:
        on = {"channel": note.channel, "note": note.pitch}
        events.append((note.start - start, 3, mido.Message("note_on", velocity=note.velocity, **on)))
        events.append((max(note.end, note.start + 0.01) - start, 2, mido.Message("note_off", **on)))
    events.sort(key=lambda e: (round(e[0] * RATE), e[1]))
    track = mido.MidiTrack()
    now = 0
    for at, _, message in events:
        tick = round(at * RATE)
        message.time = tick - now
        track.append(message.copy())
        now = tick
    last = max(now, round((end - start) * RATE)) + round(TAIL * RATE)
    track.append(mido.MetaMessage("end_of_track", time=last - now))
    file = mido.MidiFile(ticks_per_beat=_TICKS)
    file.tracks.append(track)
    out = io.BytesIO()
    file.save(file=out)
    return out.getvalue()


def _played(midi: bytes, font: bytes) -> "Sound":
    import io
    import wave

    import midirenderer
    import numpy as np

    with wave.open(io.BytesIO(midirenderer.render_wave_from(font, midi))) as sound:
        raw = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").reshape(-1, sound.getnchannels())
    return raw.astype(np.float32) / 32768


def sound_blocks(score: Score, soundfont: Path, check: Callable[[], None] = lambda: None) -> Iterator["Sound"]:
    """The music as blocks (n, 2) in order, 48 kHz, its last tail included. `check` is heard at once."""
    import numpy as np

    font = _bytes(soundfont_file(soundfont))
    ringing = np.zeros((0, 2), np.float32)
    size = round(STRETCH * RATE)
    last = score.notes[-1].start
    count = int(last // STRETCH) + 1
    for index in range(count):
        check()
        midi = _stretch(score, index * STRETCH, (index + 1) * STRETCH)
        played = patiently(check, partial(_played, midi, font)) if midi else np.zeros((0, 2), np.float32)
        block = np.zeros((max(size, len(played), len(ringing)), 2), np.float32)
        block[: len(played)] += played
        block[: len(ringing)] += ringing
        yield block[:size] if index + 1 < count else _without_silence(block)
        ringing = block[size:]


def _without_silence(block: "Sound") -> "Sound":
    import numpy as np

    loud = np.flatnonzero(np.abs(block).max(axis=1) > 1e-4)
    return block[: int(loud[-1]) + 1] if len(loud) else block[:1]
