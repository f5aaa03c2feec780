"""What a style of music is made of: players, patterns, harmony, melody and touch, each by name."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Layer:
    """One more player beside the usual ones: the figure (see comping.py) it plays, from what level on, and how high."""

    part: str  # strings, brass, pluck or fx
    program: int
    figure: str  # "held" for the chord itself
    least: float = 0.0
    shift: int = 0
    force: float = 1.0


@dataclass(frozen=True)
class Style:
    """Players by part (None: the part is silent) and the pattern each plays; see instruments.py for their numbers."""

    lead: tuple[int, ...]  # one is drawn for the theme
    second: tuple[int, ...]  # and one for the contrast
    pad: int | None
    keys: int | None
    motion: str  # of the keys: see comping.FIGURES
    bass: int | None
    step: str  # of the bass: see bass.STEPS
    drums: str | None  # see drums.BEATS; "orchestral" is timpani
    least: float  # the arousal from which drums join in unasked
    colour: int  # of the chords: see harmony.chord
    swing: float = 0.5
    tempo: float = 1.0
    reverb: int = 60
    counter: int | None = None
    slowest: float = 56.0
    quickest: float = 132.0
    kit: int = 0  # the drum kit's program
    layers: tuple[Layer, ...] = ()
    metres: tuple[tuple[int, ...], ...] = ((4, 3),)  # one is drawn: the beats a bar may have, best first
    harmony: str = "plain"  # see harmony.WORDS
    idiom: str = "plain"  # of the melody: see idioms.IDIOMS
    feel: str = "plain"  # see feel.FEELS
    lift: int = 0  # of the keys, semitones
    joined: float = 0.0  # how far its singing parts stay legato however stirred, 0 to 1
    pumping: bool = False  # held sounds give way to every beat of the kick
    trims: tuple[tuple[str, float], ...] = ()  # dB by part, beside the usual balance
    takes: tuple[dict[str, Any], ...] = ()  # other players and patterns, one of them or none drawn by seed

    @property
    def unaccompanied(self) -> bool:
        """Whether nobody plays chords or a bass under the tune."""
        return self.keys is None and self.pad is None and self.bass is None

    def trim(self, part: str) -> float:
        """How much louder this style plays a part, dB."""
        return dict(self.trims).get(part, 0.0)
