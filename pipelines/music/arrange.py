"""The whole piece, from a feeling and a grid: sections, harmony, tune, players."""

import random
from dataclasses import dataclass, replace

from pipelines.music import harmony, melody, parts
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
    lead_range: tuple[int, int]


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


def arrange(feeling: Feeling, style: Style, grid: Grid, dice: random.Random) -> Piece:
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
    places = _places(grid, parted, chords, final, feeling)
    tune = _tune(feeling, style, parted, places, closes, lead, second, dice)
    notes = [*tune, *_accompaniment(style, parted, places)]
    notes += _ending(style, grid, places[-1], tune, RANGES.get(lead, MIDDLE), base)
    clean = tuple(sorted(_unclashed(notes), key=lambda n: (n.start, n.part, n.pitch)))
    used = {n.part for n in clean}
    return Piece(clean, {p: v for p, v in programs.items() if p in used}, grid, parted, tonic, mode,
                 RANGES.get(lead, MIDDLE))  # fmt: skip


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
    patterns = {s.name: harmony.progression(modes[s.name], s.contrast, dice) for s in parted}
    if "theme" in patterns and modes.get("return") == modes["theme"]:
        patterns["return"] = patterns["theme"]
    if "theme" in patterns:
        patterns["intro"] = patterns["theme"]
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
                group += ["1", patterns["intro"].split()[3]][:size]
            else:
                group += harmony.phrase(size, mode, patterns[section.name], close)
            ends.append(close)
        symbols.append(group)
        closes.append(ends)
    return symbols, closes


def _places(
    grid: Grid, parted: tuple[Section, ...], chords: list[Chord], final: Chord, feeling: Feeling
) -> list[Place]:
    """Every bar with its chord voiced, the landing last."""
    low, high = (50, 69) if feeling.warm or feeling.valence < -0.3 else (52, 72)
    voiced = harmony.lead([*chords, final], low, high)
    bass = harmony.bass_line([*chords, final])
    places: list[Place] = []
    for section in parted:
        lasts = {section.first + sum(section.phrases[: i + 1]) - 1 for i in range(len(section.phrases))}
        for index in range(section.first, section.stop):
            rise = (index - section.first) / max(1, section.stop - section.first)
            bar = grid.bars[index]
            where = f"{section.name} {section.first}"
            level = section.level * (0.94 + 0.12 * rise)
            places.append(
                Place(bar, chords[index], voiced[index], bass[index], level, where, index in lasts, bass[index + 1])
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
    lead: int,
    second: int,
    dice: random.Random,
) -> list[Note]:
    """The melody: the theme's motif, its answer in the contrast, the theme again, fuller, on its return."""
    beats = max((p.bar.beats for p in places[:-1]), default=4)
    density = 0 if feeling.arousal < -0.3 else 1 if feeling.arousal < 0.35 else 2
    idea = melody.motif(beats if beats in (3, 4) else 4, density, dice)
    other = melody.answer(idea, dice)
    notes: list[Note] = []
    at = sum(RANGES.get(lead, MIDDLE)) // 2
    turn = dice.getrandbits(32)
    for section, ends in zip(parted, closes, strict=True):
        if section.name == "intro":
            continue
        part = "second" if section.contrast else "lead"
        low, high = RANGES.get(second if section.contrast else lead, MIDDLE)
        if feeling.warm:
            low, high = max(50, low - 4), high - 4
        chosen = random.Random(turn)  # the theme and its return throw the same dice, so that the return is the theme
        bar = section.first
        for number, (size, close) in enumerate(zip(section.phrases, ends, strict=True)):
            group = [(i, places[i].bar.beats, places[i].chord) for i in range(bar, bar + size)]
            tones = melody.phrase(other if section.contrast else idea, group, close, low, high, at, chosen)
            arch = len(tones) or 1
            for index, tone in enumerate(tones):
                swell = 0.09 * (1 - abs(2 * index / arch - 1))
                place = places[tone.bar]
                accent = 0.05 if tone.at == 0 else 0.0
                length = tone.length * (0.97 if tone.length < 2 else 0.94)
                notes.append(place.note(part, tone.at, length, tone.pitch, 0.74 + swell + accent, style.swing))
            at = tones[-1].pitch if tones else at
            bar += size
            if number % 2:
                chosen = random.Random(turn + number)
    return notes


def _accompaniment(style: Style, parted: tuple[Section, ...], places: list[Place]) -> list[Note]:
    """Pad, keys, bass, counter line and drums: which of them play grows from section to section."""
    notes: list[Note] = []
    for index, section in enumerate(parted):
        own = places[section.first : section.stop]
        full = section.name == "return" or (section.name == "theme" and len(parted) < 3)
        sparse_pad = style.motion == "broken"  # a piano needs strings only at the height
        if style.pad is not None and (not sparse_pad or full):
            notes += parts.held("pad", own, 0.5 if full else 0.42)
        if style.keys is not None:
            for place in own:
                notes += parts.keys("keys", place, style.motion, style.swing)
        if style.bass is not None and section.name not in ("intro", "bridge"):
            for place in own:
                notes += parts.bass("bass", place, style.step, style.swing)
        if style.counter is not None and full:
            notes += _counter(own)
        if style.drums and section.name in ("theme", "return", "contrast") and (index or len(parted) == 1):
            for number, place in enumerate(own):
                notes += parts.drums(place, style.drums, style.swing, fill=number == len(own) - 1 and len(own) > 2)
    return notes


def _counter(own: list[Place]) -> list[Note]:
    """A slow line of thirds and sevenths below the tune, one note a bar, moving by the smallest step."""
    notes: list[Note] = []
    before = 58
    for place in own:
        guides = [t for t in place.chord.tones[1:]]
        pitch = min((p for p in range(52, 66) if p % 12 in guides), key=lambda p: (abs(p - before), p))
        notes.append(place.note("counter", 0, place.bar.beats * 0.98, pitch, 0.5))
        before = pitch
    return notes


def _ending(
    style: Style,
    grid: Grid,
    place: Place,
    tune: list[Note],
    reach: tuple[int, int],
    base: float,
) -> list[Note]:
    """The last chord: everyone lands together, keys rolled upwards, and it rings out before the film ends."""
    ring = grid.seconds - grid.landing
    stop = grid.seconds - min(1.1, ring * 0.3)
    start = grid.landing
    level = max(0.25, min(1.0, base))

    def struck(part: str, pitch: int, force: float, late: float = 0.0) -> Note:
        velocity = round(24 + 80 * force * (0.45 + 0.6 * level))
        return Note(part, start + late, max(stop, start + late + 0.1), pitch, velocity)

    notes: list[Note] = []
    if style.pad is not None:
        notes += [struck("pad", pitch, 0.5) for pitch in place.voicing]
    if style.keys is not None:
        rolled = sorted({place.bass + 12, *place.voicing, place.voicing[0] + 12})
        roll = 0.0 if style.motion in ("chip", "chords", "offbeat") else min(0.07, ring * 0.03)
        notes += [struck("keys", pitch, 0.5, roll * i) for i, pitch in enumerate(rolled)]
    if style.bass is not None:
        notes.append(struck("bass", place.bass, 0.6))
    last = tune[-1].pitch if tune else sum(reach) // 2
    homes = [p for p in range(reach[0], reach[1] + 1) if p % 12 in place.chord.tones[:2]]
    root = place.chord.tones[0]
    home = min(homes or [last], key=lambda p: (abs(p - last) + (1.5 if p % 12 != root else 0), p))
    notes.append(struck("lead", home, 0.68))
    if style.drums in ("pop", "cinematic", "8-bit") and ring > 1:
        notes.append(replace(struck("drums", 49, 0.5), end=start + 0.3))
        notes.append(replace(struck("drums", 36 if style.drums != "cinematic" else 41, 0.6), end=start + 0.3))
    if style.drums == "orchestral":
        notes.append(struck("timpani", place.bass, 0.55))
    return notes


def _unclashed(notes: list[Note]) -> list[Note]:
    """Without notes that would strike a pitch twice in one part, and without a semitone of a pad against the tune."""
    found: list[Note] = []
    sounding: dict[tuple[str, int], Note] = {}
    for note in sorted(notes, key=lambda n: (n.start, -n.velocity)):
        before = sounding.get((note.part, note.pitch))
        if before is not None and before.end > note.start:
            if note.start - before.start < 0.03:
                continue
            found[found.index(before)] = replace(before, end=note.start)
        sounding[(note.part, note.pitch)] = note
        found.append(note)
    return found
