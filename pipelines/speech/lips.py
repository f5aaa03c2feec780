"""When and how far a mouth opens: cues for figures that speak without drawn lips, and for drawn ones.

Two strings, one letter for every 1/30 s: how far the mouth is open, "0" to "9", and its shape, one of five that
animators draw (after Preston Blair's mouths, 1948, several of his drawn as one):

    "-" at rest   "M" closed (m b p)   "F" teeth on lip (f v)   "E" wide (ee, eh, s, t)   "O" round (oh, oo, w, r)
    "A" open (ah, uh, eye)
"""

from collections.abc import Iterable
from typing import Any

RATE = 30  # cues a second
_SHAPES = {"M": "mbp", "F": "fv", "O": "uʊOɔwɹWYQ", "A": "ɑæʌIaɐəɒᵊ"}
_SHAPE = {sound: shape for shape, sounds in _SHAPES.items() for sound in sounds}
_OPEN = {"-": 0.0, "M": 0.0, "F": 0.35, "E": 0.7, "O": 0.8, "A": 1.0}
_AT_ONCE = 1800  # cues looked at together: a minute, so that hours take no memory
_QUIET, _FULL = -42.0, -14.0  # dBFS at which a mouth of a finished reading is shut and wide open
_SILENT_SIGNS = frozenset(' ˈˌ.,;:!?—…"“”()ː')

Sounds = Iterable[tuple[str, float, float]]  # (phoneme, from, to) in seconds


def cues(samples: Any, rate: int, sounds: Sounds = ()) -> dict[str, Any]:
    """{"mouth": "0479…", "shapes": "-AAM…", "mouth_rate": 30} for samples (n,); without phonemes, no shapes."""
    import numpy as np

    frames = max(1, -(-len(samples) * RATE // rate))
    edges = np.linspace(0, len(samples), frames + 1).astype(int)
    power = np.zeros(frames)
    for first in range(0, frames, _AT_ONCE):
        some = edges[first : first + _AT_ONCE + 1]
        square = np.square(samples[some[0] : some[-1]], dtype=np.float64)
        inside = np.minimum(some[:-1] - some[0], max(0, len(square) - 1))
        power[first : first + _AT_ONCE] = np.add.reduceat(square, inside) if len(square) else 0.0
    power /= np.maximum(1, np.diff(edges))
    loud = np.clip((10 * np.log10(np.maximum(power, 1e-12)) - _QUIET) / (_FULL - _QUIET), 0, 1)
    shapes = ["-"] * frames
    for sound, start, end in sounds:
        if sound not in _SILENT_SIGNS:
            for frame in range(int(start * RATE), min(frames, max(int(start * RATE) + 1, round(end * RATE)))):
                shapes[frame] = _SHAPE.get(sound, "E")
    told = any(shape != "-" for shape in shapes)
    shapes = [shape if level > 0.08 else "-" for shape, level in zip(shapes, loud, strict=True)]
    wide = loud * np.array([_OPEN[shape] for shape in shapes]) if told else loud
    found = {"mouth": "".join(str(round(9 * float(level))) for level in wide), "mouth_rate": RATE}
    return found | ({"shapes": "".join(shapes)} if told else {})
