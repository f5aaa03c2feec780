"""How surely a style is known by what it plays: features of score and sound, nearest neighbour, seeds and moods."""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from app import open_packs
from pipelines.make.compose import compose
from pipelines.music.styles import STYLES
from pipelines.sound import synth
from studio import facts
from studio.work import Work

MOODS = ("hopeful", "sad", "tense", "joyful, energetic")
_FAMILIES = 16  # General MIDI's, eight programs each
# Drums by what they sound like: kick, snare, rim, closed and open hat, cymbals, toms, shaken, hand drums, wood, metal.
_DRUMS = (
    {35, 36}, {38, 40}, {37, 39}, {42, 44}, {46}, {49, 51, 53, 57, 59}, {41, 43, 45, 47, 48, 50}, {54, 69, 70, 82},
    {60, 61, 62, 63, 64, 65}, {75, 76, 77, 85}, {56, 80, 81},
)  # fmt: skip
_NAMES = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]


@dataclass(frozen=True)
class Heard:
    """A piece as a listener with the score sees it. `notes` alone leave out who plays; `bands` say who."""

    style: str
    mood: str
    seed: int
    notes: np.ndarray
    bands: np.ndarray
    sound: np.ndarray | None


def _beats(path: Path) -> tuple[list[tuple[float, float, int, int, int, int]], list[tuple[float, int]], float]:
    """Notes as (beat, length in beats, pitch, velocity, channel, program) and where bars begin with their beats."""
    import mido

    song = mido.MidiFile(path)
    per = song.ticks_per_beat
    notes, metres, tempo = [], [], 500_000
    for track in song.tracks:
        now, program, held = 0, 0, {}
        for message in track:
            now += message.time
            if message.type == "program_change":
                program = message.program
            elif message.type == "time_signature":
                metres.append((now / per, message.numerator * 4 // message.denominator))
            elif message.type == "set_tempo" and now == 0:
                tempo = message.tempo
            elif message.type == "note_on" and message.velocity:
                held[message.note] = (now, message.velocity)
            elif message.type in ("note_off", "note_on") and message.note in held:
                start, velocity = held.pop(message.note)
                notes.append((start / per, (now - start) / per, message.note, velocity, message.channel, program))
    return sorted(notes), metres, 60e6 / tempo


def score_features(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """(what is played, who plays it), each a vector; from the MIDI file and its key alone."""
    notes, metres, tempo = _beats(path)
    tonic = _NAMES.index(str(facts.read(path)["key"]).split()[0])
    tuned = [n for n in notes if n[4] != 9]
    struck = [n for n in notes if n[4] == 9]
    end = max(n[0] + n[1] for n in notes)
    common = Counter(m for _, m in metres).most_common(1)[0][0]
    grid = np.zeros(24)  # where in a beat notes begin: thirds and sixteenths told apart
    for beat, *_ in notes:
        grid[round((beat % 1) * 24) % 24] += 1
    grid = np.convolve(np.concatenate([grid[-1:], grid, grid[:1]]), [0.25, 0.5, 0.25], "valid")
    low = [n for n in tuned if n[2] < 55]
    bass = _places(low, metres)
    drums = np.concatenate([_places([n for n in struck if n[2] in kind], metres, 8) for kind in _DRUMS])
    profile = np.bincount([(n[2] - tonic) % 12 for n in tuned], weights=[n[1] for n in tuned], minlength=12)
    pitches = np.array([n[2] for n in tuned])
    lengths = np.array([n[1] for n in tuned])
    held = np.histogram(lengths, [0, 0.2, 0.4, 0.7, 1.2, 2.2, 4.2, 99])[0] / len(tuned)
    sounding = [{n[2] % 12 for n in tuned if n[0] <= at < n[0] + n[1]} for at in np.arange(2, end, 1.5)]
    plain = np.array([
        tempo / 40, 4.0 * (common == 3), len(tuned) / end / 3, len(struck) / end / 2,
        np.mean([len(s) for s in sounding]),
        np.mean(pitches) / 6, np.std(pitches) / 4, np.percentile(pitches, 95) / 6, np.percentile(pitches, 5) / 6,
        np.std([n[3] for n in notes]) / 8, 2.0 * bool(struck),
    ])  # fmt: skip
    what = np.concatenate([plain, 6 * grid / grid.sum(), 3 * profile / profile.sum(), 3 * held, 3 * bass, 4 * drums])
    return what, _players(tuned, struck)


def _places(notes: Sequence[tuple], metres: list[tuple[float, int]], slots: int = 16) -> np.ndarray:
    """The share of notes that begin in each of a bar's slots (sixteenths of four beats)."""
    found = np.zeros(slots)
    starts = np.array([start for start, _ in metres])
    for beat, *_ in notes:
        index = max(0, int(np.searchsorted(starts, beat + 1e-6)) - 1)
        inside = (beat - metres[index][0]) % metres[index][1]
        found[min(slots - 1, int(inside * slots / 4 + 0.5)) % slots] += 1
    return found / max(1, len(notes)) * min(1.0, len(notes) / 4)


def _players(tuned: Sequence[tuple], struck: Sequence[tuple]) -> np.ndarray:
    """How much each family of instruments sounds, and which drum kit."""
    families = np.zeros(_FAMILIES)
    for _, length, _, velocity, _, program in tuned:
        families[program // 8] += min(length, 2) * velocity
    kit = np.zeros(7)
    if struck:
        kit[{0: 0, 8: 1, 16: 2, 24: 3, 25: 3, 26: 3, 32: 4, 40: 5, 48: 6}.get(struck[0][5], 0)] = 1
    return np.concatenate([4 * families / families.sum(), kit])


def sound_features(path: Path, font: Path) -> np.ndarray:
    """A stretch of the sound: level and unrest of 24 bands, how it decays, how often it strikes."""
    blocks = list(synth.sound_blocks(synth.read_score(path), font))
    wave = np.concatenate(blocks).mean(axis=1)[: 14 * synth.RATE][5 * synth.RATE :]
    size = 2048
    frames = np.lib.stride_tricks.sliding_window_view(wave, size)[:: size // 2] * np.hanning(size)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2 + 1e-12
    edges = np.geomspace(45, 14_000, 25)
    bins = np.fft.rfftfreq(size, 1 / synth.RATE)
    bands = np.stack([
        power[:, (bins >= a) & (bins < b)].mean(axis=1) if ((bins >= a) & (bins < b)).any() else power[:, 2]
        for a, b in pairwise(edges)
    ], axis=1)  # fmt: skip
    level = 10 * np.log10(bands)
    level -= level.mean()
    flux = np.maximum(0, np.diff(level, axis=0))
    beat = np.array([np.corrcoef(f := flux.mean(axis=1), np.roll(f, lag))[0, 1] for lag in (5, 8, 11, 15, 20, 27, 36)])
    return np.concatenate([level.mean(axis=0) / 6, level.std(axis=0) / 3, flux.mean(axis=0), 2 * beat])


def _pieces(seeds: Sequence[int], moods: Sequence[str], seconds: float, font: Path | None) -> Iterator[Heard]:
    with tempfile.TemporaryDirectory() as folder:
        for name in STYLES:
            for mood in moods:
                for seed in seeds:
                    work = Work.alone(Path(folder) / f"{name} {mood} {seed}")
                    path = compose(mood=mood, style=name, seconds=seconds, seed=seed, work=work)
                    what, who = score_features(path)
                    heard = font and mood == moods[0] and seed < 4
                    yield Heard(name, mood, seed, what, who, sound_features(path, font) if heard else None)


def _guesses(known: list[tuple[str, np.ndarray]], asked: list[tuple[str, np.ndarray]]) -> list[tuple[str, str]]:
    """(what it is, the nearest neighbour's style), every feature scaled by its spread over the known."""
    base = np.stack([vector for _, vector in known])
    spread = base.std(axis=0) + 0.15
    base = base / spread
    return [(style, known[int(np.argmin(np.abs(base - vector / spread).sum(axis=1)))][0]) for style, vector in asked]


def distinctness(quick: bool) -> dict[str, Any]:
    """How often a piece's nearest neighbour among pieces of other seeds has its style.

    Three ways: by all of the score, by notes alone (nobody says who plays), and, not quick, by the sound alone.
    """
    seeds, moods, seconds = ((1, 2), MOODS[:1], 12.0) if quick else ((1, 2, 3, 4), MOODS, 24.0)
    font = None if quick else _font()
    pieces = list(_pieces(seeds, moods, seconds, font))
    ways = {
        "style_accuracy": lambda p: np.concatenate([p.notes, p.bands]),
        "style_accuracy_notes_only": lambda p: p.notes,
    }
    if font:
        ways["style_accuracy_sound_only"] = lambda p: p.sound
    found: dict[str, Any] = {"styles": len(STYLES), "style_pieces": len(pieces)}
    for name, vector in ways.items():
        wrong: Counter[str] = Counter()
        asked = [(p.seed, p.style, v) for p in pieces if (v := vector(p)) is not None]
        for seed in seeds:
            known = [(style, v) for other, style, v in asked if other != seed]
            guesses = _guesses(known, [(style, v) for other, style, v in asked if other == seed])
            wrong.update(" / ".join(sorted(pair)) for pair in guesses if pair[0] != pair[1])
        found[name] = round(1 - wrong.total() / len(asked), 4)
        if wrong:
            found[f"{name}_confused"] = dict(wrong.most_common(3))
    found["closest_styles"] = _closest(pieces)
    return found


def _font() -> Path | None:
    """The soundfont, where its pack is here."""
    packs = open_packs()
    return packs.find("general-user") if packs.ready("general-user") else None


def _closest(pieces: list[Heard]) -> str:
    """The two styles whose middles lie nearest, beside how far their own pieces stray."""
    groups: dict[str, list[np.ndarray]] = defaultdict(list)
    for piece in pieces:
        groups[piece.style].append(np.concatenate([piece.notes, piece.bands]))
    middles = {style: np.mean(own, axis=0) for style, own in groups.items()}
    stray = {style: np.mean([np.abs(v - middles[style]).sum() for v in own]) for style, own in groups.items()}
    pairs = [(np.abs(middles[a] - middles[b]).sum() / (stray[a] + stray[b]), a, b)
             for a in groups for b in groups if a < b]  # fmt: skip
    ratio, a, b = min(pairs)
    return f"{a} / {b} ({ratio:.2f})"


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    began = time.perf_counter()
    found = distinctness(quick)
    print(json.dumps({**found, "seconds": round(time.perf_counter() - began, 1)}))


if __name__ == "__main__":
    main()
