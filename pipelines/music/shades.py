"""Dark and bright chords: of the progressions a style knows, those that feel as the scene does.

A mode alone does not make the mood: i VI III VII is minor and has three major chords of four, and I V vi IV is heard as
bittersweet. What counts is how many chords are minor, and that a minor home is come to by its raised leading note
(Krumhansl 1990; in Gabrielsson & Lindström 2010 simple consonant harmony is glad, minor and complex harmony sad).
"""

import math
import random
import re
from collections.abc import Sequence

from pipelines.music import affect

_BRIGHT = frozenset({"major", "lydian", "mixolydian"})
# Degrees with a major chord, by mode.
_MAJOR = {"major": "145", "lydian": "125", "mixolydian": "147", "dorian": "347", "minor": "367", "phrygian": "236"}
# What any style may borrow at the ends of the scale: the most used of all, so that they are at home everywhere.
_BORROWED = {
    "major": ("1 4 1 5", "1 4 5 1", "1 5 1 4", "1 1/3 4 5"),
    "minor": ("1 4 1 5!", "1 6 4 5!", "1 4 6 5!", "1 4 5! 1"),
}
# And in minor where the scene is tense: the flat second, diminished chords, a seventh on the fifth.
_TENSE = ("1 2b 5!7 1", "1 2h 5!7 1", "1 2b 1 5!7", "1 6 2h 5!7", "1 4 2b 5!7")
_KNOWN_BY = frozenset({"jazz", "blues", "tango", "latin", "funk", "reggae"})
_RUBS = 0.68  # the tension (see affect.py) from which they may be had
_FROM = 0.35  # of valence, up or down: from here on styles borrow
_BEGIN = 1.5  # how much more the chord counts that a progression begins on
_SHARP = 9.0  # how strictly the light of a progression is matched
_CLOSES = {"open": "4 5!", "home": "5! 1", "lean": "4 5!"}


def light(pattern: str, mode: str) -> float:
    """How bright a progression is, 0 to 1: the share of its major chords, the first one's above all.

    In minor the fifth's major chord, which leads home, and the flat second are dark.
    """
    shares = []
    for symbol in pattern.split():
        degree, flat, quality = symbol[0], "b" in symbol, re.sub(r"[\d/b]", "", symbol)
        if mode not in _BRIGHT and (symbol.startswith("5!") or symbol.startswith("2b")):
            shares.append(0.15)
        elif quality in ("m", "o", "h"):
            shares.append(0.0)
        else:
            shares.append(1.0 if quality in ("!", "M") or flat or degree in _MAJOR[mode] else 0.0)
    if not shares:
        return 0.5
    return (sum(shares) + _BEGIN * shares[0]) / (len(shares) + _BEGIN)


def wanted(valence: float, mode: str) -> float:
    """The light that suits a feeling: in major from half to all chords, in minor from none to half of them."""
    if mode in _BRIGHT:
        return 0.5 + 0.5 * max(0.0, min(1.0, 1.6 * valence))
    return max(0.0, 0.55 * min(1.0, 1 + 1.5 * valence))


def chosen(
    options: Sequence[str], mode: str, place: tuple[float, float], dice: random.Random, words: str = "plain"
) -> str:
    """One of a style's progressions, the likelier the nearer its light is to what a feeling's valence wants.

    The very glad and the very sad may also have those that everybody knows, the tense those that rub; but not in a
    style that is known by its harmony.
    """
    valence, pool = place[0], list(options)
    if words in _KNOWN_BY:
        return likely(pool, mode, valence, dice)
    far = (abs(valence) - _FROM) / (1 - _FROM)
    if far > 0 and (valence > 0) == (mode in _BRIGHT):
        pool += [each for each in _BORROWED.get(mode, ()) if each not in pool]
    if mode == "minor" and affect.tension(*place) > _RUBS:
        pool += [each for each in _TENSE if each not in pool]
    return likely(pool, mode, valence, dice)


def likely(options: Sequence[str], mode: str, valence: float, dice: random.Random) -> str:
    """One of the options, progressions or single chords, the likelier the better its light suits the valence."""
    goal = wanted(valence, mode)
    weights = [math.exp(-_SHARP * abs(light(each, mode) - goal)) for each in options]
    return dice.choices(options, weights)[0]


def close(kind: str, mode: str, valence: float) -> list[str]:
    """The chords that close a phrase of a dark scene in minor; none where the style's own do."""
    return _CLOSES[kind].split() if mode == "minor" and valence < -_FROM else []


def colour(own: int, symbol: str, valence: float) -> int:
    """A style's colour (see harmony.chord) for one chord: the more is felt, the plainer the home chord.

    A seventh blurs what is glad and what is sad: the minor seventh chord is also the sixth chord of its relative major.
    """
    home = symbol[0] == "1" and "b" not in symbol
    return min(own, 1) if home and abs(valence) >= _FROM else own
