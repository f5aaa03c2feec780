"""What a score says of itself: key, tempo, players, sections, and which cuts it meets."""

from collections.abc import Collection
from itertools import pairwise
from typing import Any

from pipelines.music.arrange import Piece
from pipelines.music.cuts import Heard, heard
from pipelines.music.film import Film

# The General MIDI sound set, level 1.
INSTRUMENTS = """
acoustic grand piano|bright piano|electric grand piano|honky-tonk piano|electric piano|FM electric piano|harpsichord
clavinet|celesta|glockenspiel|music box|vibraphone|marimba|xylophone|tubular bells|dulcimer|drawbar organ
percussive organ|rock organ|church organ|reed organ|accordion|harmonica|bandoneon|nylon guitar|steel guitar
jazz guitar|clean electric guitar|muted guitar|overdriven guitar|distorted guitar|guitar harmonics|double bass
electric bass|picked bass|fretless bass|slap bass|slap bass 2|synth bass|synth bass 2|violin|viola|cello|contrabass
tremolo strings|pizzicato strings|harp|timpani|strings|slow strings|synth strings|synth strings 2|choir|voices
synth voice|orchestra hit|trumpet|trombone|tuba|muted trumpet|French horn|brass section|synth brass|synth brass 2
soprano saxophone|alto saxophone|tenor saxophone|baritone saxophone|oboe|English horn|bassoon|clarinet|piccolo|flute
recorder|pan flute|bottle|shakuhachi|whistle|ocarina|square lead|saw lead|calliope lead|chiff lead|charang lead
voice lead|fifths lead|bass lead|new age pad|warm pad|polysynth pad|choir pad|bowed pad|metallic pad|halo pad
sweep pad|rain|soundtrack|crystal|atmosphere|brightness|goblins|echoes|sci-fi|sitar|banjo|shamisen|koto|kalimba
bagpipe|fiddle|shanai|tinkle bell|agogo|steel drums|woodblock|taiko|melodic tom|synth drum|reverse cymbal
fret noise|breath noise|seashore|bird tweet|telephone|helicopter|applause|gunshot
""".strip().replace("\n", "|").split("|")  # fmt: skip


def of_cuts(piece: Piece, film: Film) -> Heard:
    """What became of the film's cuts. The groups are those of the tempo each cut lies in."""
    return heard(film.cuts, film.seconds, piece.targets, piece.grid.met)


def about(piece: Piece, film: Film, *, mood: str, style: str, mute: Collection[str]) -> dict[str, Any]:
    """The facts inside the MIDI file, seconds and beats a minute. Lists are in time's order."""
    cuts = of_cuts(piece, film)
    bars = piece.grid.bars
    tempos: list[tuple[float, float]] = []
    for bar in bars:
        now = round(60 / bar.beat, 1)
        if not tempos or tempos[-1][1] != now:
            tempos.append((round(bar.start, 3), now))
    return {
        "mood": mood[:200],
        "style": style,
        "key": str(piece.key),
        "tempo": round(piece.grid.tempo, 1),
        "tempos": tempos[:400],
        "metre": max((bar.beats for bar in bars), default=4),
        "seconds": round(film.seconds, 3),
        "landing": round(piece.grid.landing, 3),
        "players": {part: _name(part, program) for part, program in piece.programs.items() if part not in mute},
        "muted": sorted(set(mute)),
        "sections": [
            {
                "name": section.name,
                "start": round(bars[section.first].start, 3),
                "key": str(key),
                "tempo": round(piece.grid.tempos[bars[section.first].part], 1),
                "valence": round(section.feeling.valence, 2),
                "arousal": round(section.feeling.arousal, 2),
            }
            for section, key in zip(piece.sections, piece.keys, strict=False)
        ],
        "scenes": [[round(s.start, 3), s.says[:80]] for s in film.scenes if s.says],
        "cuts": len(film.cuts),
        "reachable": cuts.reachable,
        "met": [round(t, 3) for t in cuts.met],
        "prepared": sum(bar.cut and not before.cut for before, bar in pairwise(bars)),  # by a bar that leans on them
        "grouped": [round(t, 3) for t in cuts.grouped],
        "missed": [[round(t, 3), why] for t, why in cuts.missed],
    }


def _name(part: str, program: int) -> str:
    return "drums" if part == "drums" else INSTRUMENTS[program % 128]
