"""Keys: those a person names, and which one each section is in: the home key, its relatives, and ways between them."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.music.feeling import Feeling
from pipelines.music.harmony import MODES
from studio.errors import PersonError

NAMES = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_LETTERS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11, "h": 11}
_MODES = {"major": "major", "maj": "major", "dur": "major", "minor": "minor", "min": "minor", "moll": "minor",
          "m": "minor", "aeolian": "minor", "ionian": "major", **{mode: mode for mode in MODES}}  # fmt: skip
_GLAD = ("major", "lydian", "mixolydian")
_ABOVE = {"major": 0, "dorian": 2, "phrygian": 4, "lydian": 5, "mixolydian": 7, "minor": 9}  # tonic over its major's
# Tonics that lie well for hands and for this soundfont's samples, by pitch class: C D Eb F G A Bb.
_TONICS = (0, 2, 3, 5, 7, 9, 10)
_ROUNDS = (0, 5, 7, 2)  # semitones over home
_FAR = 0.9  # of valence: from here on major and minor change places on one tonic


@dataclass(frozen=True)
class Key:
    """A tonic (pitch class, C is 0) and a mode; "" where a person left the mode to the mood."""

    tonic: int
    mode: str

    def __str__(self) -> str:
        return f"{NAMES[self.tonic]} {self.mode}"

    @property
    def glad(self) -> bool:
        return self.mode in _GLAD

    @property
    def signature(self) -> str:
        """The major key with the same notes, as MIDI files name it."""
        return NAMES[(self.tonic - _ABOVE[self.mode]) % 12]


def named(words: str) -> Key | None:
    """The key somebody writes: "D minor", "F♯", "Bb dorian", "am"; None for "auto". Raises PersonError otherwise."""
    text = " ".join(words.strip().lower().replace("♯", "#").replace("♭", "b").split())
    if text in ("", "auto"):
        return None
    text = re.sub(r"[ -]?sharp\b", "#", re.sub(r"[ -]?flat\b", "b", text))
    found = re.fullmatch(r"([a-h])([#b]?)[ -]?([a-z]*)", text)
    mode = _MODES.get(found[3]) if found and found[3] else ""
    if found is None or mode is None:
        said = words.strip()[:40]
        raise PersonError(
            f"“{said}” is not a key the composer knows. Write a note and a mode, such as “D minor”, “F# major” or "
            "“G dorian”, or “auto”."
        )
    return Key((_LETTERS[found[1]] + {"#": 1, "b": -1}.get(found[2], 0)) % 12, mode)


def home(asked: Key | None, mode: str, dice: random.Random) -> Key:
    """The piece's own key; `mode` is what its mood asks for."""
    tonic = dice.choice(_TONICS)
    return Key(tonic if asked is None else asked.tonic, (asked.mode if asked else "") or mode)


def plan(
    feelings: Sequence[Feeling], modes: Sequence[str], main: Key, mood: Feeling, rounds: Sequence[int] = ()
) -> list[Key]:
    """A key for each section from the mode its feeling asks for.

    Where light and dark change places the section goes to the relative key, whose notes are the same, or, for a great
    change of feeling, to the other mode on the same tonic. In a long piece new themes (`rounds` counts them) stand a
    fourth higher or lower in turn, or a tone; all else stays at home, so that a key is heard as one.
    """
    found = []
    home = main
    for index, (feeling, mode) in enumerate(zip(feelings, modes, strict=True)):
        glad = mode in _GLAD
        main = Key((home.tonic + _ROUNDS[rounds[index] % len(_ROUNDS)]) % 12, home.mode) if rounds else home
        if glad == main.glad:
            found.append(main)
        elif abs(feeling.valence - mood.valence) >= _FAR:
            found.append(Key(main.tonic, mode))
        else:
            plain = "major" if glad else "minor"
            found.append(Key((main.tonic - _ABOVE[main.mode] + _ABOVE[plain]) % 12, plain))
    return found
