"""Spoken words made into captions: at most two lines, long enough to read, broken where a phrase ends."""

import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from studio.timeline import Caption, Voice, Word

LINE, LINES = 42, 2  # letters in a line, lines in a caption
SPEED = 17.0  # letters a second that are comfortably read
LEAST = 1.0  # seconds a caption stays
_LINGER = 0.8  # seconds the last caption of a voice can count on after its last word
_PARTED = 2  # frames between two captions
_SENTENCE, _PHRASE = ".!?…。！？؟", ",;:—–、，；：،"
_LEADING = frozenset({  # words that open a phrase: a break is good before them and bad after
    "and", "but", "or", "nor", "so", "because", "that", "which", "who", "whose", "when", "where", "while", "if", "as",
    "than", "to", "of", "in", "on", "at", "by", "for", "from", "with", "into", "onto", "over", "under", "after",
    "before", "until", "though", "although",
})  # fmt: skip


@dataclass(frozen=True)
class _Token:
    """A word as written, punctuation and the space after it included, with when it is heard."""

    text: str
    start: float
    end: float


def caption(voice: Voice, text: str, rate: Fraction, limit: int) -> list[Caption]:
    """Captions of one voice in film frames, none past frame `limit`. `text` is what it says, `voice.words` when.

    Each has at most two lines of 42 letters (21 of full width); none overlaps another. Words of a Caption are in
    seconds of the film.
    """
    tokens = _tokens(text, voice.words, voice.frames / float(rate))
    blocks = _blocks(tokens)
    offset = voice.start / float(rate)
    found: list[Caption] = []
    for number, block in enumerate(blocks):
        start = max(voice.start + round(block[0].start * rate), found[-1].end + _PARTED if found else 0)
        spoken = "".join(t.text for t in block).strip()
        read = max(LEAST, width(spoken) / SPEED)
        last = round((offset + block[-1].end) * rate)
        free = limit if number + 1 == len(blocks) else voice.start + round(blocks[number + 1][0].start * rate) - _PARTED
        end = min(max(last + round(rate / 5), start + round(Fraction(read) * rate)), free, limit)
        if end <= start:
            continue
        words = tuple((t.text.strip(), offset + t.start, offset + t.end) for t in block if t.text.strip())
        found.append(Caption(start, end, lines(spoken), words))
    return found


def apart(captions: list[Caption]) -> list[Caption]:
    """Captions of all voices in order, each ending before the next begins."""
    ordered = sorted(captions, key=lambda c: (c.start, c.end))
    found = []
    for this, after in zip(ordered, [*ordered[1:], None], strict=False):
        end = this.end if after is None else min(this.end, after.start)
        if end > this.start:
            found.append(Caption(this.start, end, this.text, this.words))
    return found


def width(text: str) -> int:
    """Letters as the eye counts them: full-width ones are two, marks over others none."""
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(1 for c in text if unicodedata.combining(c))


def lines(text: str) -> str:
    """One caption's words on one line, or two of like length broken at a phrase, parted by a line feed."""
    if width(text) <= LINE:
        return text
    best, cost = "", float("inf")
    for at in _places(text):
        first, second = text[:at].strip(), text[at:].strip()
        a, b = width(first), width(second)
        over = max(0, a - LINE) + max(0, b - LINE)
        now = over * 100 + abs(a - b) * 0.6 + (6 if a > b else 0) + _break_cost(first, second) * 8
        if now < cost:
            best, cost = f"{first}\n{second}", now
    return best or text


def _places(text: str) -> list[int]:
    """Where a line may break: at spaces, and anywhere between full-width letters."""
    spaces = [i for i, c in enumerate(text) if c.isspace() and 0 < i < len(text) - 1]
    full = [
        i
        for i in range(1, len(text))
        if unicodedata.east_asian_width(text[i - 1]) in "WF" and text[i] not in _SENTENCE + _PHRASE + "」』）"
    ]
    return sorted({*spaces, *full}) or [i for i in range(1, len(text)) if not unicodedata.combining(text[i])]


def _break_cost(before: str, after: str) -> float:
    """How much a break here hurts: 0 after a sentence, little at a comma, most inside a phrase."""
    tail = before.rstrip("\"'”’)»」")[-1:]
    if tail and tail in _SENTENCE:
        return 0.0
    if tail and tail in _PHRASE:
        return 0.35
    first = after.split(maxsplit=1)[0].strip("\"'“‘(«").lower() if after.split() else ""
    last = before.split()[-1].lower() if before.split() else ""
    if last in _LEADING or last in ("a", "an", "the", "his", "her", "their", "its", "my", "your", "our"):
        return 1.5
    return 0.7 if first in _LEADING else 1.0


def _tokens(text: str, words: tuple[Word, ...], seconds: float) -> list[_Token]:
    """The text cut at its words, each with its times; words that are not found share the time around them."""
    text = " ".join("".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc").split())
    if not text:
        text = " ".join(" ".join(word for word, _, _ in words).split())
    lower = text.lower() if len(text.lower()) == len(text) else text
    marks: list[tuple[int, float, float]] = []
    at = 0
    for word, start, end in words:
        bare = word.strip().lower()
        found = lower.find(bare, at) if bare else -1
        if 0 <= found <= at + 40:
            marks.append((found, start, end))
            at = found + len(bare)
    if not marks or (len(text) > 60 and marks[-1][0] < len(text) * 0.5):
        return _even(text, words, seconds)
    marks[0] = (0, marks[0][1], marks[0][2])
    cuts = [m[0] for m in marks] + [len(text)]
    tokens = [_Token(text[a:b], s, max(s, e)) for (a, s, e), b in zip(marks, cuts[1:], strict=True)]
    return [part for token in tokens for part in _short(token)]


def _even(text: str, words: tuple[Word, ...], seconds: float) -> list[_Token]:
    """Without usable times: every word gets its share of the time by its letters."""
    start, end = (words[0][1], words[-1][2]) if words else (0.0, seconds)
    places = [i + 1 if text[i].isspace() else i for i in _places(text)] if len(text) > 1 else []
    cuts = [0, *places, len(text)]
    per = (end - start) / max(1, len(text))
    tokens = [_Token(text[a:b], start + a * per, start + b * per) for a, b in pairwise(cuts) if b > a]
    return [part for token in tokens for part in _short(token)]


def _short(token: _Token) -> list[_Token]:
    """A token no longer than a line."""
    if width(token.text) <= LINE:
        return [token]
    size = LINE // 2
    parts = [token.text[i : i + size] for i in range(0, len(token.text), size)]
    per = (token.end - token.start) / len(parts)
    return [_Token(part, token.start + i * per, token.start + (i + 1) * per) for i, part in enumerate(parts)]


def _blocks(tokens: list[_Token]) -> list[list[_Token]]:
    """The cheapest way to part the words into captions, found from the end backwards."""
    count = len(tokens)
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for first in range(count - 1, -1, -1):
        options: list[tuple[float, int]] = []
        text = ""
        for end in range(first + 1, count + 1):
            text += tokens[end - 1].text
            bare = text.strip()
            fits = width(bare) <= LINE or max(width(part) for part in lines(bare).split("\n")) <= LINE
            if not fits and end > first + 1:
                break
            options.append((_cost(tokens, first, end, bare) + best[end][0], end))
        best[first] = min(options)
    blocks, at = [], 0
    while at < count:
        blocks.append(tokens[at : best[at][1]])
        at = best[at][1]
    return blocks


def _cost(tokens: list[_Token], first: int, end: int, text: str) -> float:
    """What one caption costs: an ending inside a phrase, too little time, a lone word, a pause within."""
    until = tokens[end].start if end < len(tokens) else tokens[end - 1].end + _LINGER
    seconds = until - tokens[first].start
    size = width(text)
    cost = 1.0 + (_break_cost(text, tokens[end].text) * 3 if end < len(tokens) else 0.0)
    cost += max(0.0, LEAST - seconds) * 4 + max(0.0, size / max(seconds, 0.1) - SPEED) * 0.3
    cost += 2.0 if end - first == 1 and len(tokens) > 1 and size < 12 else 0.0
    inner = text[:-1].rstrip(_SENTENCE)
    cost += 1.2 * sum(c in _SENTENCE for c in inner) * (size > LINE)
    for a, b in zip(tokens[first:end], tokens[first + 1 : end], strict=False):
        cost += max(0.0, b.start - a.end - 0.5) * 3
    return cost
