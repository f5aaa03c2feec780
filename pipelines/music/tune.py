"""Who sings when: the theme's motif, its answer in the contrast, the theme again and otherwise on its return."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipelines.music import affect, melody, ornaments
from pipelines.music.conditions import Conditions
from pipelines.music.feeling import Feeling
from pipelines.music.form import Section
from pipelines.music.idioms import IDIOMS
from pipelines.music.parts import Note, Place
from pipelines.music.styles import MIDDLE, RANGES, Style
from pipelines.music.varying import varied


def tune(
    conditions: Conditions,
    style: Style,
    parted: Sequence[Section],
    places: Sequence[Place],
    closes: Sequence[Sequence[str]],
    players: tuple[int, int],
    check: Callable[[], None] = lambda: None,
) -> list[Note]:
    """The melody through all sections. A theme keeps its motif wherever it comes again; a variation sings it other
    notes."""
    beats = 3 if sum(p.bar.beats == 3 for p in places[:-1]) * 2 > len(places) - 1 else 4
    notes: list[Note] = []
    at = sum(RANGES.get(players[0], MIDDLE)) // 2
    ideas: dict[int, dict[bool, melody.Motif]] = {}
    for section, ends in zip(parted, closes, strict=True):
        check()
        feeling = section.feeling
        felt = feeling.valence, feeling.arousal
        if section.round not in ideas:
            chance = conditions.dice(f"motif {section.round}")
            density = affect.density(feeling.valence, feeling.arousal)
            idea = melody.motif(beats, 0 if density < 0.65 else 1 if density < 1.25 else 2, chance, style.idiom)
            ideas[section.round] = {False: idea, True: melody.answer(idea, chance)}
        if section.name == "intro" and not style.unaccompanied:
            continue
        other = by_second(section)
        part = "second" if other else "lead"
        low, high = _reach(players[other], feeling)
        bar = section.first
        began = len(notes)
        for number, (size, close) in enumerate(zip(section.phrases, ends, strict=True)):
            # The theme and its return throw the same dice: so the return is the theme.
            chance = conditions.dice(f"phrase {section.round} {section.contrast} {number // 2}", free=True)
            group = [(i, places[i].bar.beats, places[i].chord) for i in range(bar, bar + size)]
            idea = ideas[section.round][section.contrast]
            lift = _climax((bar + size / 2) / max(1, len(places) - 1))
            slope, width = affect.contour(*felt), 0.8 + 0.4 * affect.leaps(*felt)
            tones = melody.phrase(idea, group, close, low, high, at, chance, style.idiom, lift, slope, width)
            if section.turn:
                over = [places[tone.bar].chord for tone in tones]
                tones = varied(tones, over, conditions.dice(f"varied {bar}", free=True))
            sung = [places[tone.bar].chord for tone in tones]
            flourish = conditions.dice(f"ornaments {bar}", free=True)
            notes += _played(part, ornaments.adorned(tones, sung, style.idiom, flourish), places, style)
            if section.name == "return" and not other and IDIOMS[style.idiom].doubled:
                voice = ornaments.along(tones, sung, IDIOMS[style.idiom].doubled)
                notes += _played("second", voice, places, style)
            at = tones[-1].pitch if tones else at
            bar += size
        if section.name == "return" and feeling.arousal > 0.1 and not other and not IDIOMS[style.idiom].doubled:
            notes += _doubled(notes[began:])
    return notes


def by_second(section: Section) -> bool:
    """Whether the second player sings a section: contrasts, which are what feels unlike the theme, and every other
    theme with the first one's instead."""
    return section.contrast != bool(section.round % 2)


def _reach(player: int, feeling: Feeling) -> tuple[int, int]:
    """The pitches a player sings in: his range, a little higher or lower as the feeling asks."""
    low, high = RANGES.get(player, MIDDLE)
    lift = round(affect.register(feeling.valence, feeling.arousal) * 0.6) - (2 if feeling.warm else 0)
    return max(low - 3, min(high - 14, low + lift)), min(high + 2, high + lift)


def _climax(share: float) -> float:
    """How many semitones higher a phrase lies, by where in the piece it is: the most about two thirds in."""
    return 4.5 * max(0.0, 1 - abs(share - 0.68) / 0.34) - 1.0


def _played(part: str, tones: Sequence[melody.Tone], places: Sequence[Place], style: Style) -> list[Note]:
    """A phrase with its swell, its stressed first beats and the air between notes."""
    notes: list[Note] = []
    touch = IDIOMS[style.idiom].touch
    for index, tone in enumerate(tones):
        swell = 0.09 * (1 - abs(2 * index / len(tones) - 1))
        accent = 0.05 if tone.at == 0 else 0.0
        length = tone.length * touch if tone.length < 2 else tone.length * (0.5 + 0.5 * touch) - 0.04
        force = (0.74 + swell + accent) * tone.force
        notes.append(places[tone.bar].note(part, tone.at, length, tone.pitch, force, style.swing))
    return notes


def _doubled(sung: Sequence[Note]) -> list[Note]:
    """The tune an octave lower and softer, in the second player's hands."""
    return [replace(n, part="second", pitch=n.pitch - 12, velocity=round(n.velocity * 0.8)) for n in sung]
