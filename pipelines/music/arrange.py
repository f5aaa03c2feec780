"""The whole piece by rules, from a film's conditions: tempo, sections, keys, harmony, tune, players, landings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipelines.music import accompany, affect, cuts, expression, form, grid, harmony, keys, tune
from pipelines.music.bars import Bar
from pipelines.music.conditions import Conditions
from pipelines.music.feeling import Feeling
from pipelines.music.form import Outline, Section
from pipelines.music.grid import Grid, Stretch
from pipelines.music.harmonise import Harmony, harmonise
from pipelines.music.keys import Key
from pipelines.music.landing import landed
from pipelines.music.parts import Note, Place
from pipelines.music.styles import MIDDLE, RANGES, Style

_ASKED = 0.03  # how far from a tempo the person gives a stretch may settle; from a mood's own much further
_SWELL = 0.14  # how much louder it becomes on the way to a section's cut


@dataclass(frozen=True)
class Piece:
    """Notes in film time, the General MIDI program of each part, and what there is to say about it. `keys` are those
    of the sections."""

    notes: tuple[Note, ...]
    programs: dict[str, int]
    grid: Grid
    sections: tuple[Section, ...]
    key: Key
    keys: tuple[Key, ...]
    targets: tuple[cuts.Target, ...] = ()


def tempo_for(feeling: Feeling, style: Style) -> float:
    """Beats a minute that a feeling asks for, bent by the style and the person's wish."""
    plain = affect.tempo(feeling.valence, feeling.arousal) * style.tempo * feeling.tempo
    return max(style.slowest * min(1.0, feeling.tempo), min(style.quickest * max(1.0, feeling.tempo), plain))


def tempo_of(conditions: Conditions, style: Style) -> tuple[Callable[[Feeling], float], float]:
    """The tempo for each feeling, and the share by which a stretch may settle beside it."""
    if conditions.tempo:
        asked = conditions.tempo
        return lambda feeling: asked, _ASKED
    drift = 1 + conditions.dice("tempo").uniform(-0.03, 0.03)
    return lambda feeling: drift * tempo_for(feeling, style), grid.STEPS / 100


def aimed(conditions: Conditions, moments: Sequence[float], style: Style) -> Conditions:
    """The conditions with a film's cuts (seconds) to land on: those too close for the tempo are gathered, and the ones
    that begin scenes count double."""
    tempo, give = tempo_of(conditions, style)
    begins = [scene.start for scene in conditions.scenes if scene.start > 0]
    marks = {min(moments, key=lambda m: abs(m - at)): 1.0 for at in begins} if moments else {}
    targets = cuts.gathered(
        moments, conditions.seconds, lambda at: grid.shortest(tempo(conditions.feeling(at)), give), marks
    )
    return replace(conditions, targets=targets, boundaries=tuple(target.best[0] for target in targets))


def notes_for(conditions: Conditions, style: Style, check: Callable[[], None] = lambda: None) -> Piece:
    """Write the piece. The same conditions and style give the same notes."""
    tempo, give = tempo_of(conditions, style)
    parts = form.outline(conditions.scenes, conditions.targets, lambda felt: 240 / tempo(felt))
    metres = conditions.dice("metre").choice(style.metres)
    laid = grid.lay(conditions.seconds, _stretches(parts, conditions, tempo, give), metres, check)
    conditions = conditions.landing_on((*laid.met, *(() if laid.landing in laid.met else (laid.landing,))))
    parted = form.sections(parts, laid, lambda felt: 0.3 + 0.42 * affect.fullness(felt.valence, felt.arousal))
    mood, chance = conditions.mood, conditions.dice("key")
    main = keys.home(conditions.key, mood.mode or affect.mode(mood.valence, mood.arousal, chance), chance)
    modes = [_mode(section.feeling, mood, main, conditions) for section in parted]
    rounds = [] if conditions.key else [section.round for section in parted]  # a key that is asked for is kept
    own = keys.plan([section.feeling for section in parted], modes, main, mood, rounds)
    chance = conditions.dice("players")
    lead = chance.choice(style.lead)
    second = chance.choice([p for p in style.second if p != lead] or list(style.second))
    chords = harmonise(conditions, parted, own or [main], laid, style.colour, style.harmony)
    places = _places(conditions, laid, parted, chords, (lead, second))
    check()
    sung = tune.tune(conditions, style, parted, places, chords.closes, (lead, second), check)
    notes = landed([*sung, *accompany.under(style, parted, places, sung)], style, places)
    level = parted[-1].level if parted else 0.5
    notes += accompany.ending(style, laid, places[-1], sung, RANGES.get(lead, MIDDLE), level)
    check()
    seed = conditions.dice("players' hands", free=True).getrandbits(32)
    clean = _unclashed(expression.thinned(notes, laid.bars, lambda at: _place(conditions, at)))
    played = expression.performed(clean, lambda at: _place(conditions, at), seed, style.joined)
    rings = laid.landing - 1e-3  # the last chord is never cut short
    clean = _unclashed([replace(p, end=n.end) if n.start >= rings else p for n, p in zip(clean, played, strict=True)])
    programs = _programs(style, lead, second)
    used = {n.part for n in clean}
    programs = {part: program for part, program in programs.items() if part in used}
    return Piece(tuple(clean), programs, laid, parted, main, tuple(own), conditions.targets)


def _stretches(
    parts: Sequence[Outline], conditions: Conditions, tempo: Callable[[Feeling], float], give: float
) -> tuple[Stretch, ...]:
    """A stretch of one tempo for each section that begins on a cut."""
    begins = [part for part in parts if part.cut or part is parts[0]]
    found: list[Stretch] = []
    waiting = list(conditions.targets)
    for index, part in enumerate(begins):
        last = index + 1 == len(begins)
        own = []
        while waiting and (last or waiting[0].cuts[-1] < begins[index + 1].start):
            own.append(waiting.pop(0))
        found.append(Stretch(part.start, tempo(part.feeling), tuple(own), give))
    return tuple(found)


def _mode(feeling: Feeling, mood: Feeling, main: Key, conditions: Conditions) -> str:
    """The mode a section asks for; one that feels as the whole does stays at home."""
    if form.apart(feeling, mood) < 0.25:
        return main.mode
    return affect.mode(feeling.valence, feeling.arousal, conditions.dice("modes"))


def _place(conditions: Conditions, at: float) -> tuple[float, float]:
    feeling = conditions.feeling(at)
    return feeling.valence, feeling.arousal


def _programs(style: Style, lead: int, second: int) -> dict[str, int]:
    programs = {"lead": lead, "second": second, "timpani": 47, "drums": 0}
    for part, program in (("pad", style.pad), ("keys", style.keys), ("bass", style.bass), ("counter", style.counter)):
        if program is not None:
            programs[part] = program
    return programs | {layer.part: layer.program for layer in style.layers}


def _places(
    conditions: Conditions, laid: Grid, parted: Sequence[Section], chords: Harmony, players: tuple[int, int]
) -> list[Place]:
    """Every bar with its chord voiced out of the way of whoever sings there; the landing last."""
    voiced = _voiced(conditions.mood, parted, chords, players)
    bass = harmony.bass_line(list(chords.chords))
    places: list[Place] = []
    met = 0  # cuts met up to here: what is held is struck anew after each
    for section in parted:
        phrased = [(turn, number, size) for turn, size in enumerate(section.phrases) for number in range(size)]
        for index, (turn, number, size) in enumerate(phrased, section.first):
            bar = laid.bars[index]
            met += bar.cut
            coming = 1 - conditions.offset(bar.start) / 8.0  # 0 far from the next landing, 1 close to it
            level = section.level * (1 - _SWELL / 2 + _SWELL * (coming if not bar.cut else 0.5))
            where = f"{section.name} {section.first} {met}"
            last = number == size - 1
            places.append(
                Place(bar, chords.chords[index], voiced[index], bass[index], level, where, last, bass[index + 1],
                      number, turn)
            )  # fmt: skip
    beats = laid.bars[-1].beats if laid.bars else 4
    ring = Bar(laid.landing, max(0.2, laid.seconds - laid.landing), max(3, beats), True)
    level = (parted[-1].level if parted else 0.5) * 0.9
    places.append(Place(ring, chords.chords[-1], voiced[-1], bass[-1], level, "landing", True, None))
    return places


def _voiced(
    mood: Feeling, parted: Sequence[Section], chords: Harmony, players: tuple[int, int]
) -> list[tuple[int, ...]]:
    """The chords as pitches below the tune, or above it where a low player sings."""
    tops: list[int] = []
    for section in parted:
        low, high = RANGES.get(players[tune.by_second(section)], MIDDLE)
        lift = round(0.5 * affect.register(section.feeling.valence, section.feeling.arousal)) - 2 * mood.warm
        below = max(59, min(72, max(62, min(70, low + 7)) + lift))
        tops += [below if low + high > 122 or section.name == "intro" else 76] * (section.stop - section.first)
    tops.append(tops[-1] if tops else 67)
    found: list[tuple[int, ...]] = []
    for top, group in groupby(zip(tops, chords.chords, strict=True), key=lambda pair: pair[0]):
        found += harmony.lead([chord for _, chord in group], top - 18, top)
    return found


def _unclashed(notes: Sequence[Note]) -> list[Note]:
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
    return sorted(found, key=lambda n: (n.start, n.part, n.pitch))
