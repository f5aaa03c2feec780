"""Marks in a text that change how it is read and are never shown or said: pauses and emphasis.

Wait… and listen.          a breath of half a second
Look! [pause 1.5] A whale. 1.5 seconds of silence, whatever the speed; (pause 1.5) is the same, [pause] is 0.8 s
It was *her* lamp.         "her" is said longer, louder and higher; **her** is the same
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

BREATH = 0.5  # seconds after "…"
USUAL = 0.8  # seconds of a pause with no length of its own
LONGEST = 30.0
_PAUSE = re.compile(
    r"[\[(]\s*(?:pause|silence)\s*:?\s*(?:(\d{1,4}(?:[.,]\d+)?)\s*(?:s|secs?|seconds?)?)?\s*[\])]", re.IGNORECASE
)
_STRESS = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]{0,200}?[^\s*])\1(?![\w*])")
_MARK = "\ue010"  # stands before a stressed word; private, so no text has it (see `cleaned`)


@dataclass(frozen=True)
class Passage:
    """A stretch of text between two pauses. `pause`: seconds of silence after it, None for the voice's own."""

    text: str
    pause: float | None


def cleaned(text: str) -> str:
    """Without control and private characters, which no voice says and no caption shows."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Co", "Cs"))


def passages(text: str) -> Iterator[Passage]:
    """The text between its pauses, in order. An empty passage is a pause at the beginning or after another one."""
    marked = _STRESS.sub(lambda m: re.sub(r"(?<!\S)(?=\S)", _MARK, m[2]), cleaned(text))
    at = 0
    for found in _PAUSE.finditer(marked):
        length = min(LONGEST, float(found[1].replace(",", "."))) if found[1] else USUAL
        yield Passage(marked[at : found.start()].strip(), length)
        at = found.end()
    if rest := marked[at:].strip():
        yield Passage(rest, None)


def unmarked(word: str) -> tuple[str, bool]:
    """(a word of a passage as it is shown, whether it is stressed)."""
    return word.replace(_MARK, ""), _MARK in word


def plain(text: str) -> str:
    """The text as captions show it: no pauses, no asterisks of emphasis."""
    shown = _PAUSE.sub(" ", _STRESS.sub(lambda m: m[2], cleaned(text)))
    return "\n".join(" ".join(line.split()) for line in shown.split("\n")).strip()
