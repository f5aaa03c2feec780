"""Languages beside English that a voice speaks: words into phonemes by rules of spelling, numbers spelt out."""

import re
from types import ModuleType
from typing import TYPE_CHECKING

from pipelines.speech import italian, spanish
from pipelines.speech.names import NONE, Names

if TYPE_CHECKING:
    from pipelines.speech.reading import Reader, Sounds

_TONGUES: dict[str, ModuleType] = {"es": spanish, "it": italian}
_PIECES = re.compile(r"\d{1,3}(?:[.\u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*\.?|[^\w\s]")
_MARKS = {"¿": "", "¡": "", "«": "“", "»": "”", "–": "—", "-": ""}


def reader(language: str, names: Names = NONE) -> "Reader":
    """How words of a language ("es", "it") are said; the dictionary of names comes first."""
    tongue = _TONGUES[language]

    def read(words: list[str]) -> "Sounds":
        return [
            (word, sound, owner)
            for owner, word in enumerate(words)
            if (sound := "".join(_said(piece, tongue, names) for piece in _PIECES.findall(word)).strip())
        ]

    return read


def _said(piece: str, tongue: ModuleType, names: Names) -> str:
    small = piece.lower()
    if small.rstrip(".") in names.said:
        return names.said[small.rstrip(".")] + ("." if small.endswith(".") else "")
    if small in tongue.SIGNS:
        return " " + " ".join(tongue.sounds(word) for word in tongue.SIGNS[small].split())
    if piece[0].isdecimal():
        return " ".join(tongue.sounds(word) for word in _number(piece, tongue).split())
    if piece[0].isalpha():
        ending = "." if small.endswith(".") else ""
        return "".join(tongue.sounds(part) for part in re.split("['’]", small.rstrip("."))) + ending
    return _MARKS.get(piece, piece if piece in ',.;:!?…—“”"()' else "")


def _number(written: str, tongue: ModuleType) -> str:
    whole, _, part = re.sub(r"[.\u00a0](?=\d{3}(?:\D|$))", "", written).replace(".", ",").partition(",")
    digits = " ".join(tongue.number(int(c)) for c in part)
    read = tongue.number(int(whole)) if len(whole) < 10 else " ".join(tongue.number(int(c)) for c in whole)
    return read + (f" {tongue.POINT} {digits}" if part else "")
