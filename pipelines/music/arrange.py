"""The whole piece, from a feeling and a grid: sections, harmony, tune, players."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipelines.music import accompany, harmony, melody
from pipelines.music.feeling import Feeling
from pipelines.music.form import Section, sections
from pipelines.music.grid import Bar, Grid
from pipelines.music.harmony import Chord
from pipelines.music.parts import Note, Place
from pipelines.music.styles import MIDDLE, RANGES, Style

# Tonics that lie well for hands and for this soundfont's samples, by pitch class: C D Eb F G A Bb.
_TONICS = (0, 2, 3, 5, 7, 9, 10)


@dataclass(frozen=True)
class Piece:
    """Notes in film time, the General MIDI program of each part, and what there is to say about it."""

    notes: tuple[Note, ...]
    programs: dict[str, int]
    grid: Grid
    sections: tuple[Section, ...]
    tonic: int
    mode: str


def mode_for(valence: float, arousal: float, dice: random.Random) -> str:
    """Glad is major, sad minor; between them the modes that are a little of both."""
    if valence >= 0.3:
        return "lydian" if arousal < -0.3 and valence < 0.5 and dice.random() < 0.35 else "major"
    if valence >= 0.1:
        return dice.choice(("major", "mixolydian", "major"))
    if valence >= -0.15:
        return dice.choice(("dorian", "dorian", "mixolydian" if arousal > 0 else "minor"))
    if valence > -0.6 or arousal < 0.2:
        return "minor"
    return dice.choice(("minor", "phrygian"))


def tempo_for(arousal: float, style: Style, factor: float, dice: random.Random) -> float:
    """Beats a minute: 58 for the stillest, 132 for the most stirred, bent by the style and the person's wish."""
    plain = (58 + 74 * ((arousal + 1) / 2) ** 1.15) * style.tempo * (1 + dice.uniform(-0.03, 0.03))
    return max(style.slowest * min(1.0, factor), min(style.quickest * max(1.0, factor), plain * factor))


def arrange(
    feeling: Feeling, style: Style, grid: Grid, dice: random.Random, check: Callable[[], None] = lambda: None
) -> Piece:
    """Write the piece. The same feeling, style, grid and dice give the same notes."""
    mode = mode_for(feeling.valence, feeling.arousal, dice)
    tonic = dice.choice(_TONICS)
    base = 0.52 + 0.3 * feeling.arousal
    parted = sections(grid, base)
    lead = dice.choice(style.lead)
    second = dice.choice([p for p in style.second if p != lead] or list(style.second))
    programs = {"lead": lead, "second": second, "timpani": 47, "drums": 0}
    for part, program in (("pad", style.pad), ("keys", style.keys), ("bass", style.bass), ("counter", style.counter)):
        if program is not None:
            programs[part] = program
    programs |= {layer.part: layer.program for layer in style.layers}
    modes = {s.name: _section_mode(s, mode, feeling) for s in parted}
    symbols, closes = _harmony(parted, modes, dice)
    tonics = {name: _relative(tonic, mode, modes[name]) for name in modes}
    chords = [
        harmony.chord(symbol, tonics[section.name], modes[section.name], style.colour)
        for section, group in zip(parted, symbols, strict=True)
        for symbol in group
    ]
    end_mode = modes[parted[-1].name] if parted else mode
    end_tonic = tonics[parted[-1].name] if parted else tonic
    final = harmony.chord("1", end_tonic, end_mode, min(style.colour, 1))
    places = _places(grid, parted, chords, final, feeling, RANGES.get(lead, MIDDLE))
    tune = _tune(feeling, style, parted, places, closes, (lead, second), dice, check)
    notes = [*tune, *accompany.under(style, parted, places)]
    notes += accompany.ending(style, grid, places[-1], tune, RANGES.get(lead, MIDDLE), base)
    clean = tuple(sorted(_unclashed(notes), key=lambda n: (n.start, n.part, n.pitch)))
    used = {n.part for n in clean}
    return Piece(clean, {p: v for p, v in programs.items() if p in used}, grid, parted, tonic, mode)


def _section_mode(section: Section, mode: str, feeling: Feeling) -> str:
    """Where the mood travels from dark to light or back, the return has already arrived; the notes are the same."""
    if feeling.after and section.name == "return":
        dark = mode in ("minor", "phrygian", "dorian")
        if feeling.after[0] > 0.2 and dark:
            return "major"
        if feeling.after[0] < -0.2 and not dark:
            return "minor"
    return mode


def _relative(tonic: int, mode: str, other: str) -> int:
    """The tonic of the relative major or minor when a section changes between the two."""
    if mode != other and other == "major":
        return (tonic + {"minor": 3, "phrygian": 8, "dorian": 10}[mode]) % 12
    if mode != other and other == "minor":
        return (tonic + {"major": 9, "lydian": 4, "mixolydian": 2}.get(mode, 0)) % 12
    return tonic


def _harmony(
    parted: tuple[Section, ...], modes: dict[str, str], dice: random.Random
) -> tuple[list[list[str]], list[list[str]]]:
    """Chord symbols and phrase closes for each section; the return takes the theme's chords again."""
    patterns: dict[tuple[str, int], str] = {}
    for section in parted:
        source = "theme" if section.name in ("intro", "theme", "return") else section.name
        fresh = harmony.progression(modes[section.name], section.contrast, dice)
        if modes[section.name] != modes.get(source, modes[section.name]):
            source = section.name
        patterns[section.name, section.round] = patterns.setdefault((source, section.round), fresh)
    symbols: list[list[str]] = []
    closes: list[list[str]] = []
    for index, section in enumerate(parted):
        group: list[str] = []
        ends: list[str] = []
        for number, size in enumerate(section.phrases):
            final = number == len(section.phrases) - 1
            close = "home" if final and section.name == "theme" and number else "open"
            if final and index == len(parted) - 1:
                close = "lean"
            mode = modes[section.name]
            if section.name == "intro" and size < 3:
                group += ["1", patterns["intro", 0].split()[3]][:size]
            else:
                group += harmony.phrase(size, mode, patterns[section.name, section.round], close)
            ends.append(close)
        symbols.append(group)
        closes.append(ends)
    return symbols, closes


def _places(
    grid: Grid,
    parted: tuple[Section, ...],
    chords: list[Chord],
    final: Chord,
    feeling: Feeling,
    reach: tuple[int, int],
) -> list[Place]:
    """Every bar with its chord voiced below the tune, which moves within `reach`; the landing last."""
    high = max(62, min(70, reach[0] + 7)) - (2 if feeling.warm or feeling.valence < -0.3 else 0)
    low = high - 18
    voiced = harmony.lead([*chords, final], low, high)
    bass = harmony.bass_line([*chords, final])
    places: list[Place] = []
    for section in parted:
        phrased = [(turn, number, size) for turn, size in enumerate(section.phrases) for number in range(size)]
        for index, (turn, number, size) in enumerate(phrased, section.first):
            rise = (index - section.first) / max(1, section.stop - section.first)
            bar = grid.bars[index]
            where = f"{section.name} {section.first}"
            level = section.level * (0.94 + 0.12 * rise)
            last = number == size - 1
            places.append(
                Place(bar, chords[index], voiced[index], bass[index], level, where, last, bass[index + 1], number, turn)
            )
    beats = grid.bars[-1].beats if grid.bars else 4
    ring = Bar(grid.landing, max(0.2, grid.seconds - grid.landing), max(3, beats), True)
    level = (parted[-1].level if parted else 0.5) * 0.9
    places.append(Place(ring, final, voiced[-1], bass[-1], level, "landing", True, None))
    return places


def _tune(
    feeling: Feeling,
    style: Style,
    parted: tuple[Section, ...],
    places: list[Place],
    closes: list[list[str]],
    players: tuple[int, int],
    dice: random.Random,
    check: Callable[[], None],
) -> list[Note]:
    """The melody: the theme's motif, its answer in the contrast, the theme again, fuller, on its return."""
    beats = 3 if any(p.bar.beats == 3 for p in places[:-1]) else 4
    density = 0 if feeling.arousal < -0.6 else 1 if feeling.arousal < 0.4 else 2
    notes: list[Note] = []
    at = sum(RANGES.get(players[0], MIDDLE)) // 2
    cycle, seed = -1, 0
    for section, ends in zip(parted, closes, strict=True):
        check()
        if section.round > cycle:
            cycle, seed = section.round, dice.getrandbits(32)
            idea = melody.motif(beats, density, dice)
            ideas = {False: idea, True: melody.answer(idea, dice)}
        if section.name == "intro":
            continue
        other = section.contrast != bool(section.round % 2)
        part = "second" if other else "lead"
        low, high = RANGES.get(players[other], MIDDLE)
        low, high = (max(50, low - 4), high - 4) if feeling.warm else (low, high)
        bar = section.first
        for number, (size, close) in enumerate(zip(section.phrases, ends, strict=True)):
            # The theme and its return throw the same dice: so the return is the theme.
            chosen = random.Random(seed + number // 2)
            group = [(i, places[i].bar.beats, places[i].chord) for i in range(bar, bar + size)]
            tones = melody.phrase(ideas[section.contrast], group, close, low, high, at, chosen)
            notes += _played(part, tones, places, style.swing)
            at = tones[-1].pitch if tones else at
            bar += size
        if section.name == "return" and feeling.arousal > 0.1 and not other:
            notes += _doubled([n for n in notes if n.start >= places[section.first].bar.start - 1e-6])
    return notes


def _played(part: str, tones: list[melody.Tone], places: list[Place], swing: float) -> list[Note]:
    """A phrase with its swell, its stressed first beats and the air between notes."""
    notes: list[Note] = []
    for index, tone in enumerate(tones):
        swell = 0.09 * (1 - abs(2 * index / len(tones) - 1))
        accent = 0.05 if tone.at == 0 else 0.0
        length = tone.length * (0.97 if tone.length < 2 else 0.94)
        notes.append(places[tone.bar].note(part, tone.at, length, tone.pitch, 0.74 + swell + accent, swing))
    return notes


def _doubled(tune: list[Note]) -> list[Note]:
    """The tune an octave lower and softer, in the second player's hands."""
    return [replace(n, part="second", pitch=n.pitch - 12, velocity=round(n.velocity * 0.8)) for n in tune]


def _unclashed(notes: list[Note]) -> list[Note]:
    """Without notes that would strike a pitch twice at once in one part; one struck again ends the one before."""
    found: list[Note] = []
    sounding: dict[tuple[str, int], int] = {}
    for note in sorted(notes, key=lambda n: (n.start, -n.velocity, n.part, n.pitch)):
        index = sounding.get((note.part, note.pitch))
        if index is not None and found[index].end > note.start:
            if note.start - found[index].start < 0.03:
                continue
            found[index] = replace(found[index], end=note.start)
        sounding[note.part, note.pitch] = len(found)
        found.append(note)
    return found
