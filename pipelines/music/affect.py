"""How music says what is felt: one table from valence and arousal to tempo, mode, loudness and the other cues.

Each cue goes evenly with valence and arousal and adds to the others, as listeners' ratings do (Eerola, Friberg & Bresin
2013: straight lines explain 77 to 89 % of them, and no cue changes what another does). Directions follow the reviews of
Gabrielsson & Lindström (2010) and Juslin & Laukka (2004), the rules of Livingstone et al. (2010, CMERS) and, for what
belongs to valence rather than arousal, Eerola & Vuoskoski (2013). The ranges are ours, for film music.
Everybody asks here; nobody has figures of his own.
"""

import random
from dataclasses import dataclass

# From the darkest to the brightest (Livingstone et al. 2010 and Gabrielsson & Lindström 2010 know major and minor; the
# order between them is that of the sharps a mode has).
LIGHT = ("phrygian", "minor", "dorian", "mixolydian", "major", "lydian")


@dataclass(frozen=True)
class Cue:
    """One cue: its value where all speaks against it and where all speaks for it, and what speaks.

    `valence` and `arousal` are shares, their sizes adding up to 1; a negative one speaks against. `ratio`: the way from
    low to high is one of factors, not of steps.
    """

    low: float
    high: float
    valence: float
    arousal: float
    why: str
    ratio: bool = False

    def at(self, valence: float, arousal: float) -> float:
        """The value for a feeling, each axis -1 to 1."""
        share = 0.5 + 0.5 * (self.valence * _bound(valence) + self.arousal * _bound(arousal))
        if self.ratio:
            return self.low * (self.high / self.low) ** share
        return self.low + (self.high - self.low) * share


def _bound(value: float) -> float:
    return max(-1.0, min(1.0, value))


TABLE: dict[str, Cue] = {
    # beats a minute
    "tempo": Cue(
        50, 156, 0.16, 0.84, "Fast is stirred and, less so, glad: the strongest cue of all (all sources).", True
    ),
    # of all notes: 0 pianissimo, 1 fortissimo
    "loudness": Cue(0.0, 1.0, -0.04, 0.96, "Loud is stirred: joy and anger; soft is sad or tender (Juslin & Laukka)."),
    # notes of the tune and of figures to a beat beside the usual
    "density": Cue(0.4, 2.2, 0.08, 0.92, "Many notes are stirred, few are still (Gabrielsson & Lindström).", True),
    # how long a note sounds, as a share of its time
    "articulation": Cue(
        1.08, 0.42, 0.36, 0.64, "Short notes are gay or angry, joined ones sad, tender, solemn (Juslin & Laukka)."
    ),
    # semitones up or down from where a part usually lies
    "register": Cue(-7.0, 7.0, 0.68, 0.32, "High is glad and light, low sad, grave, threatening (Eerola et al. 2013)."),
    # of the mode: 0 phrygian, 1 lydian
    "light": Cue(0.0, 1.0, 0.97, -0.03, "Major is glad, minor sad or angry: the first cue of valence (all sources)."),
    # of the harmony: 0 plain triads that come home, 1 seconds, sevenths, raised and lowered notes, homes avoided
    "tension": Cue(0.0, 1.0, -0.62, 0.38, "Dissonance is tense, angry, afraid; consonance calm or glad (Livingstone)."),
    # of the tune's line: -1 falls, 1 rises
    "contour": Cue(
        -1.0, 1.0, 0.6, 0.4, "Rising lines are stirred or glad, falling ones sad (Gabrielsson & Lindström)."
    ),
    # of the tune: 0 steps and repeated notes, 1 wide leaps
    "leaps": Cue(0.0, 1.0, 0.25, 0.75, "Wide intervals are powerful, narrow ones sad (Gabrielsson & Lindström)."),
    # how full the band is: 0 one player, 1 all
    "fullness": Cue(0.0, 1.0, 0.08, 0.92, "More voices are louder and busier; one is lonely or intimate."),
    # how unlike notes are in loudness and timing: 0 like a machine, 1 wayward
    "unrest": Cue(0.0, 1.0, -0.55, 0.45, "Fear and anger are uneven; calm and joy even (Juslin & Laukka)."),
}


def tempo(valence: float, arousal: float) -> float:
    """Beats a minute, about 50 to 156."""
    return TABLE["tempo"].at(valence, arousal)


def loudness(valence: float, arousal: float) -> float:
    """How loud the players play, 0 to 1."""
    return TABLE["loudness"].at(valence, arousal)


def density(valence: float, arousal: float) -> float:
    """Notes to a beat beside the usual, 0.4 to 2.2; 0.94 in the middle."""
    return TABLE["density"].at(valence, arousal)


def articulation(valence: float, arousal: float) -> float:
    """How long a note sounds, as a share of its time: 1.08 overlaps the next, 0.42 is staccato."""
    return TABLE["articulation"].at(valence, arousal)


def register(valence: float, arousal: float) -> float:
    """Semitones up or down from where a part usually lies, -7 to 7."""
    return TABLE["register"].at(valence, arousal)


def tension(valence: float, arousal: float) -> float:
    """How much the harmony rubs and leaves open, 0 to 1."""
    return TABLE["tension"].at(valence, arousal)


def contour(valence: float, arousal: float) -> float:
    """Where the tune's line goes, from -1 (falls) to 1 (rises)."""
    return TABLE["contour"].at(valence, arousal)


def leaps(valence: float, arousal: float) -> float:
    """How wide the tune's intervals are, 0 to 1."""
    return TABLE["leaps"].at(valence, arousal)


def fullness(valence: float, arousal: float) -> float:
    """How many of the players play, 0 (one) to 1 (all)."""
    return TABLE["fullness"].at(valence, arousal)


def unrest(valence: float, arousal: float) -> float:
    """How uneven notes are in loudness and time, 0 to 1."""
    return TABLE["unrest"].at(valence, arousal)


def mode(valence: float, arousal: float, dice: random.Random) -> str:
    """The mode of a scene: by its light, with a little chance between two neighbours.

    Lydian, which floats, is for the glad and still; phrygian, which threatens, seldom and only for the darkest and most
    stirred: major and minor are what listeners know as glad and sad (Gabrielsson & Lindström 2010).
    """
    light = TABLE["light"].at(valence, arousal) + dice.uniform(-0.035, 0.035)
    if light >= 0.6:
        return "lydian" if arousal < -0.25 and light < 0.8 and dice.random() < 0.3 else "major"
    if light >= 0.54:
        return "mixolydian" if arousal > -0.2 else "major"
    if light >= 0.46:
        return "dorian"
    return "phrygian" if light < 0.2 and arousal > 0.5 and dice.random() < 0.3 else "minor"
