"""Text as a reader takes it in: sentences, words as written, and the phonemes of each word."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipelines.speech import abbreviations, marks
from pipelines.speech.dictionary import reader
from pipelines.speech.names import NONE, Names
from pipelines.speech.spelling import spelt

MOST_PHONEMES = 380  # hibari's network was trained on lines of at most this length
LONGEST_WORD = 60
_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=\S)")
_PUNCTUATION = frozenset(';:,.!?—…"“”() ˈˌ')
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC")
_TIDY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "…": "…"})
_SIGNS = "°€£¥₹₩₽“”—–…−×÷±≈≠≤≥√π∞½¼¾⅓⅔⅛²³→§‰Ω№₀₁₂₃₄₅₆₇₈₉"  # beyond Latin, what English has words for

_INITIAL = re.compile(r"A [B-Z]\b|\b[B-Z] A")  # in "A M" and "I A" the letter is said, not the article

Sounds = list[tuple[str, str, int]]  # (word as read, its phonemes, the written word it speaks)
Reader = Callable[[list[str]], Sounds]


@dataclass(frozen=True)
class Spoken:
    """One line for the network. `spans` gives, for each word as written, the (start, end) of its phonemes."""

    words: tuple[str, ...]
    phonemes: str
    spans: tuple[tuple[int, int], ...]
    pause: float  # seconds of silence after it
    stressed: tuple[tuple[int, int], ...] = ()  # the spans said with emphasis
    exact: bool = False  # whether the pause was asked for, and is not shortened with the speed


def sentences(text: str) -> Iterator[tuple[str, bool]]:
    """(sentence, whether a paragraph ends with it), white space tidied."""
    for paragraph in re.split(r"\n\s*\n|\r?\n", text):
        line = " ".join(paragraph.split())
        cuts = [0, *(m.end() for m in _END.finditer(line) if _ends(line, m.start(), line[m.end()])), len(line)]
        found = [line[a:b].strip() for a, b in pairwise(cuts) if line[a:b].strip()]
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
        word in abbreviations.TITLES
        or word in ("vs", "e.g", "i.e", "approx", "a.k.a")
        or (len(word) == 1 and word.isupper() and word != "I")
    )


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
        plain = "".join(c if c in _SIGNS else unicodedata.normalize("NFKC", c) for c in plain)
    kept = "".join(c for c in plain if c in _SIGNS or (ord(c) < 0x250 and c.isprintable()))
    kept = re.sub(r"([!?.,;:*_~=#<>^|\\-])\1{2,}", r"\1", kept.replace("...", "…"))
    kept = re.sub(r"\d{16,}", lambda run: " ".join(run.group()), kept).replace("](", "] (")
    return kept if _says(kept) else "".join(c for c in kept if c in ",.;:!?—–…")


def _says(line: str) -> bool:
    return bool(re.search(rf"[^\W_]|[$&%+=@{_SIGNS}]", line.translate({ord(c): None for c in "“”—–…"})))


def english(names: Names = NONE, british: bool = False) -> Reader:
    """How English words are said: spelt out, then looked up by hibari; the dictionary of names comes first."""
    known = names.sounds()
    rule = (names.pattern, lambda found, is_british: names.letter(found[0])) if names.said else None

    def read(words: list[str]) -> Sounds:
        line = spelt(words, british, rule)
        tokens = _tokens(line.text, known, reader(british))
        sounds: Sounds = []
        at = 0
        for token in tokens:
            found = line.text.find(token.text, at)
            place = found if found >= 0 else min(at, len(line.text) - 1)
            at = place + len(token.text)
            letter = re.search(r"[^\W_]|[\ue100-\uf000]", line.text[place:at])
            owner = line.owners[min(place + (letter.start() if letter else 0), len(line.owners) - 1)]
            sound = (
                "ˈA" if token.text == "A" and _INITIAL.search(line.text[max(0, place - 2) : at + 2]) else token.phonemes
            )
            sounds.append((token.text + ("" if token.whitespace else "\0"), sound or "", owner))
        return sounds

    return read


def _tokens(line: str, known: dict[str, str], g2p: Any) -> list[Any]:
    """hibari's tokens of a line already spelt out, with their phonemes."""
    told = re.sub("[\ue100-\uf000]", lambda found: f"[{found[0]}](/{known[found[0]]}/)", line)
    try:
        return list(g2p.phonemize_tokens(g2p.tokenize(told)))
    except (IndexError, KeyError, TypeError, ValueError, OverflowError):  # its rules stumble over odd symbols
        return list(g2p.phonemize_tokens(g2p.tokenize(re.sub(r"[^A-Za-z,.!? ]", " ", line))))


def _joined(sounds: Sounds) -> Sounds:
    """Words read without a space between them (a word and its comma, "don" and "'t") as one, where one wrote them."""
    out: Sounds = []
    for text, sound, owner in sounds:
        if out and out[-1][0].endswith("\0"):
            before = out[-1]
            out[-1] = (before[0][:-1] + text, before[1] + sound, before[2])
        else:
            out.append((text, sound, owner))
    return [s for s in out if s[1]]


def _lines(words: list[str], loud: set[int], sounds: Sounds, pause: float, exact: bool) -> Iterator[Spoken]:
    """The sentence as one line, or as several where the network could not take it at once."""
    at = 0
    while at < len(sounds):
        stop = _reach(sounds, at)
        phonemes, spans = "", {}
        for _, sound, owner in sounds[at:stop]:
            phonemes += " " if phonemes and sound else ""
            start = len(phonemes)
            phonemes += sound[:MOST_PHONEMES]
            first = spans.get(owner, (start, start))[0]
            spans[owner] = (first, len(phonemes))
        owned = range(min(spans), max(spans) + 1)
        held = tuple(spans.get(i, (-1, -1)) for i in owned)
        stressed = tuple(spans[i] for i in sorted(loud & set(spans)))
        whole = stop == len(sounds)
        shown = tuple(words[i] for i in owned)
        yield Spoken(shown, phonemes, held, pause if whole else 0.12, stressed, exact and whole)
        at = stop


def _reach(sounds: Sounds, at: int) -> int:
    """How many words from `at` on fit one line: up to a comma where there is one; a written word is never torn."""
    size, stop, good = 0, at, at
    while stop < len(sounds) and (size + len(sounds[stop][1]) < MOST_PHONEMES or stop == at):
        size += len(sounds[stop][1]) + 1
        stop += 1
        if sounds[stop - 1][1][-1:] in (",", ";", ":", "—") and size > MOST_PHONEMES // 3:
            good = stop
    if stop < len(sounds):
        stop = good if good > at else stop
        while stop < len(sounds) and stop > at + 1 and sounds[stop][2] == sounds[stop - 1][2]:
            stop -= 1
    return stop


def spoken(text: str, read: Reader | None = None) -> Iterator[Spoken]:
    """The lines a voice says for a text, in order. Words it cannot say keep a place in `words` without phonemes.

    A pause that stands before any word is a line without words.
    """
    read = read or english()
    for passage in marks.passages(text):
        ended = False
        found = list(sentences(passage.text))
        for number, (sentence, last) in enumerate(found):
            final = number == len(found) - 1
            asked = passage.pause if final else None
            for line in _said(sentence, last, asked, read):
                ended = ended or line.exact
                yield line
        if passage.pause and not ended:
            yield Spoken((), "", (), passage.pause, (), True)


def _said(sentence: str, last: bool, asked: float | None, read: Reader) -> Iterator[Spoken]:
    """The lines of one sentence, which "…" parts."""
    parts = re.split(r"(?:(?<=…)|(?<=\.\.\.))\s+", sentence)
    for number, part in enumerate(parts):
        told = [marks.unmarked(piece) for word in part.split(" ") for piece in _pieces(word)]
        words = [word for word, _ in told]
        plain = [readable(word) for word in words]
        if not _says(" ".join(plain)):
            continue
        kept = [i for i, word in enumerate(plain) if word]
        sounds = [(s, p, kept[min(o, len(kept) - 1)]) for s, p, o in _joined(read([plain[i] for i in kept]))]
        if not any(set(sound[1]) - _PUNCTUATION for sound in sounds):
            continue
        end = plain[kept[-1]]
        if number < len(parts) - 1:
            pause, exact = marks.BREATH, False
        else:
            usual = 0.7 if last else marks.BREATH if end.endswith("…") else 0.42 if end.endswith(("?", "!")) else 0.36
            pause, exact = (usual, False) if asked is None else (asked, True)
        yield from _lines(words, {i for i, (_, loud) in enumerate(told) if loud}, sounds, pause, exact)


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
