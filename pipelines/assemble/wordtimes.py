"""When each word of a caption is said: spoken words found again in the text that is shown, in whole frames."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from studio.timeline import Caption

_AHEAD = 60  # letters that may stand between two words that were found
_PAUSE = 0.35  # seconds of silence after which no word counts as being said
_FLASH = 0.12  # a word shown alone for less than this is shown with the next one
_HELD = 0.5  # seconds a word shown alone stays after it was said
_MARKS = "\ufe0e\ufe0f"


@dataclass(frozen=True)
class Said:
    """Characters [first, last) of a text, said in film frames [start, end)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True)
class _Heard:
    first: int
    last: int
    begin: float
    end: float


def said(caption: Caption, text: str, rate: Fraction) -> tuple[list[Said], bool]:
    """The words of a caption whose characters are set as `text`, in order, each while it is said, and whether their
    times are known. Without usable times all words share the caption's time by their letters."""
    heard, known = _heard(caption, text, rate)
    found = []
    for this, after in zip(heard, [*heard[1:], None], strict=False):
        follows = after is not None and after.begin - this.end <= _PAUSE
        start = max(caption.start, round(this.begin * float(rate)))
        end = min(caption.end, round((after.begin if follows and after else this.end) * float(rate)))
        if start < end:
            found.append(Said(start, end, this.first, this.last))
    return found, known


def alone(caption: Caption, text: str, rate: Fraction) -> tuple[list[Said], bool]:
    """`said` for words that are shown one at a time: each stays until the next, or a little longer than it is said;
    the shortest are shown together with the next."""
    heard, known = _heard(caption, text, rate)
    joined: list[_Heard] = []
    for word in heard:
        last = joined[-1] if joined else None
        if last and word.begin - last.begin < _FLASH and "\n" not in text[last.last : word.first]:
            joined[-1] = _Heard(last.first, word.last, last.begin, word.end)
        else:
            joined.append(word)
    found = []
    for this, after in zip(joined, [*joined[1:], None], strict=False):
        until = this.end + _HELD if after is None else min(after.begin, this.end + _HELD)
        start, end = max(caption.start, round(this.begin * float(rate))), min(caption.end, round(until * float(rate)))
        if start < end:
            found.append(Said(start, end, this.first, this.last))
    return found, known


def _heard(caption: Caption, text: str, rate: Fraction) -> tuple[list[_Heard], bool]:
    """The text parted into its words, each with the punctuation beside it, and their times in seconds."""
    starts = _places(text, [word for word, _, _ in caption.words])
    found = [(at, begin, end) for at, (_, begin, end) in zip(starts, caption.words, strict=True) if at is not None]
    begins = [begin for _, begin, _ in found]
    known = bool(found) and len(found) * 2 > len(caption.words) and begins == sorted(begins)
    known = known and begins[0] < caption.end / rate
    if not known:
        return _even(caption, text, rate), False
    edges = [0, *(at for at, _, _ in found[1:]), len(text)]
    return [
        _Heard(*_trimmed(text, edges[i], edges[i + 1]), begin, max(begin, end))
        for i, (_, begin, end) in enumerate(found)
    ], True


def _even(caption: Caption, text: str, rate: Fraction) -> list[_Heard]:
    """The time of a caption shared out by letters."""
    spans = [part for match in re.finditer(r"\S+", text) for part in _parts(text, *match.span())]
    spans = [(a, b) for a, b in spans if any(_sounded(char) for char in text[a:b])]
    total = sum(b - a for a, b in spans)
    start, length = float(caption.start / rate), float((caption.end - caption.start) / rate)
    found, at = [], 0
    for a, b in spans:
        found.append(_Heard(a, b, start + length * at / total, start + length * (at + b - a) / total))
        at += b - a
    return found


def _parts(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Words of scripts without spaces: at each change of script, and after three Han characters at the latest."""
    found, begin = [], first
    for at in range(first + 1, last):
        before, here = _script(text[at - 1]), _script(text[at])
        if here and (here != before or (here == "CJK" and at - begin >= 3)) and (before or at - begin > 2):
            found.append((begin, at))
            begin = at
    return [*found, (begin, last)]


def _script(char: str) -> str:
    """CJK, HIRAGANA or KATAKANA; "" for letters of scripts that part words by spaces, and for what is no letter."""
    if unicodedata.east_asian_width(char) not in "WF":
        return ""
    name = unicodedata.name(char, "").split(" ")[0]
    return name if name in ("CJK", "HIRAGANA", "KATAKANA") else ""


def _sounded(char: str) -> bool:
    """Letters, marks upon letters, digits and pictures; no punctuation, no spaces, no marks of direction."""
    return unicodedata.category(char)[0] in "LMNS" and char not in _MARKS


def _plain(text: str) -> tuple[str, list[int]]:
    """What of a text is said, in letters that compare, and where in the text each of them stands."""
    letters, places = [], []
    for at, char in enumerate(text):
        if _sounded(char):
            folded = unicodedata.normalize("NFKC", char).casefold()
            letters.append(folded)
            places += [at] * len(folded)
    return "".join(letters), places


def _places(text: str, words: list[str]) -> list[int | None]:
    """Where in the text each word begins, punctuation before it included; None for words that are not there."""
    letters, places = _plain(text)
    found: list[int | None] = []
    at = 0
    for word in words:
        wanted, _ = _plain(word)
        place = _find(letters, places, wanted, at) if wanted else None
        found.append(None if place is None else _opening(text, places[place]))
        at = at if place is None else place + len(wanted)
    return found


def _find(letters: str, places: list[int], wanted: str, at: int) -> int | None:
    """Right here, or where a word begins a little later."""
    place = letters.find(wanted, at, at + _AHEAD + len(wanted))
    while place > at and places[place] == places[place - 1] + 1 and letters[place - 1].isalnum():
        place = letters.find(wanted, place + 1, at + _AHEAD + len(wanted))
    return None if place < 0 else place


def _opening(text: str, at: int) -> int:
    """`at`, or the quotation mark or bracket before it."""
    while at and not text[at - 1].isspace() and not _sounded(text[at - 1]) and text[at - 1] not in ",.;:!?…،؛؟、。":
        at -= 1
    return at


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
