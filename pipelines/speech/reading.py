"""Text as a reader takes it in: sentences, words as written, and the phonemes of each word."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

MOST_PHONEMES = 380  # hibari's network was trained on lines of at most this length
LONGEST_WORD = 60
_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=\S)")
_PUNCTUATION = frozenset(';:,.!?—…"“”() ˈˌ')
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC")
_TIDY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2026": "…"})


@dataclass(frozen=True)
class Spoken:
    """One line for the network. `spans` gives, for each word as written, the (start, end) of its phonemes."""

    words: tuple[str, ...]
    phonemes: str
    spans: tuple[tuple[int, int], ...]
    pause: float  # seconds of silence after it at speed 1


def sentences(text: str) -> Iterator[tuple[str, bool]]:
    """(sentence, whether a paragraph ends with it), white space tidied."""
    for paragraph in re.split(r"\n\s*\n|\r?\n", text):
        line = " ".join(paragraph.split())
        cuts = [0, *(m.end() for m in _END.finditer(line) if _ends(line, m.start(), line[m.end()])), len(line)]
        found = [line[a:b].strip() for a, b in itertools.pairwise(cuts) if line[a:b].strip()]
        for index, sentence in enumerate(found):
            yield sentence, index == len(found) - 1


def _ends(line: str, end: int, after: str) -> bool:
    """A full stop after a title, an initial or before a small letter ends nothing."""
    if after.islower():
        return False
    if line[end - 1] != ".":
        return True
    word = line[line.rfind(" ", 0, end) + 1 : end - 1].lstrip("(\"“'‘")
    if word in ("No", "Nos", "Fig", "Vol", "Ch", "p", "pp"):  # "No. 5" goes on, "No. Never" does not
        return not after.isdigit()
    return not (
        word in _titles() or word in ("vs", "e.g", "i.e") or (len(word) == 1 and word.isupper() and word != "I")
    )


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    try:
        from hibari.g2p.normalize import TITLES
    except ImportError:  # the silent voice works without the package
        return frozenset({"Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Capt", "Gen", "Sen", "Rev", "Jr", "Sr"})
    return frozenset(TITLES)


def foreign(text: str) -> tuple[float, str]:
    """(share of letters that are not Latin, the commonest script among those, in English)."""
    scripts: dict[str, int] = {}
    letters = 0
    for letter in text:
        if letter.isalpha():
            letters += 1
            script = unicodedata.name(letter, "UNKNOWN").split()[0]
            if script not in ("LATIN", "FULLWIDTH", "MODIFIER", "FEMININE", "MASCULINE", "MICRO"):
                scripts[script] = scripts.get(script, 0) + 1
    if not scripts:
        return 0.0, ""
    most = max(scripts, key=lambda s: scripts[s])
    names = {"CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
    if any(s in scripts for s in ("HIRAGANA", "KATAKANA")):
        most = "HIRAGANA"
    return sum(scripts.values()) / letters, names.get(most, most.capitalize())


def readable(word: str) -> str:
    """A word as the English voice is given it: Latin, no emoji or marks, repeats and monsters cut short."""
    plain = word.translate(_TIDY)
    if not word.isascii():
        plain = "".join(c if c in "½¼¾" else unicodedata.normalize("NFKC", c) for c in plain)
    kept = "".join(c for c in plain if c in "°€£¥¢₹₩“”—–…" or (ord(c) < 0x250 and c.isprintable()))
    kept = re.sub(r"([!?.,;:*_~=#<>^|\\-])\1{2,}", r"\1", kept.replace("...", "…"))
    kept = re.sub(r"\d{13,}", lambda run: " ".join(run.group()), kept)  # beyond trillions, digit by digit
    return kept if re.search(r"[^\W_]|[$€£%&+=@°]", kept) else "".join(c for c in kept if c in ",.;:!?—–…")


# Writings that hibari's own rules read wrongly, spelt so that they read right.
_SPELT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\d)½"), " and a half"),
    (re.compile(r"(?<=\d)¼"), " and a quarter"),
    (re.compile(r"(?<=\d)¾"), " and three quarters"),
    (re.compile(r"½"), "half a"),
    (re.compile(r"¼"), "a quarter"),
    (re.compile(r"¾"), "three quarters"),
    (re.compile(r"\b24/7\b"), "24 7"),
    (re.compile(r"\bhttps?://(?:www\.)?"), ""),
    (re.compile(r"(?<![\w$£€])(\d[\d,.]*\d|\d)\s?([€£])"), r"\2\1"),
    (re.compile(r"([$£€]\d[\d,.]*)\s?(?:bn|B)\b"), r"\1 billion"),
    (re.compile(r"([$£€]\d[\d,.]*)\s?(?:mn|mio|M)\b"), r"\1 million"),
)


def _spelt(line: str) -> str:
    for pattern, words in _SPELT:
        line = pattern.sub(words, line)
    return line


@lru_cache(maxsize=1)
def _reader() -> Any:
    from hibari.g2p import G2P

    return G2P()


def _read(line: str) -> list[tuple[str, str]]:
    """(word as read, its phonemes) for a line: numbers, dates, money and abbreviations spelt out."""
    from hibari.g2p.normalize import normalize

    reader = _reader()
    words: list[tuple[str, str]] = []
    joined = False
    try:
        tokens = reader.phonemize_tokens(reader.tokenize(normalize(line)))
    except (IndexError, KeyError, TypeError, ValueError, OverflowError):  # its rules stumble over odd symbols
        tokens = reader.phonemize_tokens(reader.tokenize(re.sub(r"[^A-Za-z,.!? ]+", " ", line)))
    for token in tokens:
        sound = token.phonemes or ""
        if joined:
            words[-1] = (words[-1][0] + token.text, words[-1][1] + sound)
        else:
            words.append((token.text, sound))
        joined = not token.whitespace
    return words


def _plain(word: str) -> str:
    return re.sub(r"[^\w$£€%]", "", word).lower()


def _owners(written: list[str], read: list[str]) -> list[int]:
    """For each word as read, the written word it speaks: "$5" owns "five" and "dollars". A mark owns nothing."""
    places = [i for i, word in enumerate(written) if _plain(word)] or [0]
    owners = _matched([_plain(written[i]) for i in places], [_plain(word) for word in read])
    return [places[i] for i in owners]


def _matched(written: list[str], read: list[str]) -> list[int]:
    owners = [0] * len(read)
    plain = SequenceMatcher(None, written, read, autojunk=False)
    for _, a, b, c, d in plain.get_opcodes():
        for index in range(c, d):
            share = (index - c + 0.5) / (d - c)
            owners[index] = min(len(written) - 1, a + int(share * (b - a)) if b > a else max(0, a - 1))
    return owners


def _lines(words: list[str], sounds: list[tuple[str, str]], owners: list[int], pause: float) -> Iterator[Spoken]:
    """The sentence as one line, or as several where the network could not take it at once."""
    at = 0
    while at < len(sounds):
        size, stop, good = 0, at, at
        while stop < len(sounds) and (size + len(sounds[stop][1]) < MOST_PHONEMES or stop == at):
            size += len(sounds[stop][1]) + 1
            stop += 1
            if sounds[stop - 1][1][-1:] in (",", ";", ":", "—") and size > MOST_PHONEMES // 3:
                good = stop
        if stop < len(sounds):
            stop = good if good > at else stop
            while stop < len(sounds) and stop > at + 1 and owners[stop] == owners[stop - 1]:
                stop -= 1  # a written word is never torn between two lines
        phonemes, spans = "", {}
        for index in range(at, stop):
            phonemes += " " if phonemes and sounds[index][1] else ""
            start = len(phonemes)
            phonemes += sounds[index][1][:MOST_PHONEMES]
            first = spans.get(owners[index], (start, start))[0]
            spans[owners[index]] = (first, len(phonemes))
        whole = stop == len(sounds)
        owned = range(min(spans), max(spans) + 1)
        held = [spans.get(i, (-1, -1)) for i in owned]
        yield Spoken(tuple(words[i] for i in owned), phonemes, tuple(held), pause if whole else 0.12)
        at = stop


def spoken(text: str) -> Iterator[Spoken]:
    """The lines a voice says for a text, in order. Words it cannot say keep a place in `words` without phonemes."""
    for sentence, last in sentences(text):
        words = [piece for word in sentence.split(" ") for piece in _pieces(word)]
        line = _spelt(" ".join(filter(None, (readable(word) for word in words))))
        if not re.search(r"[^\W_]|[$€£%&+=@°]", line):
            continue
        sounds = [s for s in _read(line) if s[1]]
        if not any(set(s[1]) - _PUNCTUATION for s in sounds):
            continue
        pause = 0.7 if last else 0.42 if line.endswith(("?", "!", "…")) else 0.36
        yield from _lines(words, sounds, _owners([readable(w) for w in words], [s[0] for s in sounds]), pause)


def _pieces(word: str) -> list[str]:
    return [word[i : i + LONGEST_WORD] for i in range(0, len(word), LONGEST_WORD)]


def trimmed(line: Spoken, span: tuple[int, int]) -> tuple[int, int]:
    """A span of phonemes without the punctuation at either end."""
    start, end = span
    while start < end and line.phonemes[start] in _PUNCTUATION - {"ˈ", "ˌ"}:
        start += 1
    while end > start and line.phonemes[end - 1] in _PUNCTUATION:
        end -= 1
    return start, end


def shown(text: str) -> list[str]:
    """The words of any text as captions show them; where a script writes no spaces, its characters."""
    words: list[str] = []
    for word in text.split():
        pieces: list[str] = []
        for letter in word:
            alone = _spaceless(letter)
            mark = unicodedata.category(letter)[0] in "MPSZ" or letter == "ー"
            if pieces and (mark or not (alone or _spaceless(pieces[-1][0]))):
                pieces[-1] += letter
            else:
                pieces.append(letter)
        words += pieces
    return words


def _spaceless(letter: str) -> bool:
    return letter > "\u0dff" and unicodedata.name(letter, "").startswith(_SPACELESS)
