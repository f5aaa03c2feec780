"""A project's pronunciations: how names and words are said that no dictionary knows.

A pronunciation is written as a respelling or in IPA between slashes, each line "word: how it is said":

    Tomas: TOH-mahss        syllables joined by hyphens, the stressed one in capitals
    SQL: sequel             a word that sounds the same, read as it is in English
    Siobhan: /ʃɪˈvɔːn/      IPA
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipelines.speech.dictionary import known
from studio.errors import PersonError

MOST = 500
_PRIVATE = 0xE100

# IPA as dictionaries write it, in the letters the voices read (misaki's: one for each diphthong and affricate).
_IPA: tuple[tuple[str, str], ...] = (
    ("eɪ", "A"), ("ei", "A"), ("aɪ", "I"), ("ai", "I"), ("oʊ", "O"), ("ou", "O"), ("əʊ", "O"), ("aʊ", "W"), ("au", "W"),
    ("ɔɪ", "Y"), ("ɔi", "Y"), ("oi", "Y"), ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("t͡ʃ", "ʧ"), ("d͡ʒ", "ʤ"), ("ɝ", "ɜɹ"),
    ("ɚ", "əɹ"), ("ɜː", "ɜɹ"), ("iː", "i"), ("uː", "u"), ("ɑː", "ɑ"), ("ɔː", "ɔ"), ("ː", ""), ("r", "ɹ"), ("g", "ɡ"),
    ("'", "ˈ"), (",", "ˌ"), (".", ""), ("‿", ""), ("a", "ɑ"), ("e", "ɛ"), ("o", "O"), ("y", "i"), ("ɹɹ", "ɹ"),
    ("x", "k"), ("χ", "k"), ("ʁ", "ɹ"), ("ɲ", "nj"), ("ʎ", "lj"), ("ø", "ɜ"), ("œ", "ɜ"), ("ɥ", "w"), ("β", "b"),
    ("ɣ", "ɡ"), ("ɒ", "ɑ"), ("ç", "h"), ("ɫ", "l"), ("ʀ", "ɹ"), ("ɐ", "ə"), ("ɨ", "ɪ"), ("ʏ", "i"), ("ɾ", "T"),
)  # fmt: skip
_LETTERS = frozenset("AIOWYʧʤbdfhijklmnpstuvwzðŋɑɔəɛɜɡɪɹʃʊʌʒθæᵊTˈˌ ")

# Respelling: the longest first, each with the sound an English reader gives it.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("eigh", "A"), ("augh", "ɔ"), ("ough", "ɔ"), ("igh", "I"), ("tch", "ʧ"), ("eye", "I"), ("air", "ɛɹ"), ("eer", "ɪɹ"),
    ("ear", "ɪɹ"), ("ire", "Iəɹ"), ("our", "Wəɹ"), ("oor", "ʊɹ"), ("dge", "ʤ"), ("ahr", "ɑɹ"), ("ohr", "ɔɹ"),
    ("uhr", "ɜɹ"), ("ehr", "ɛɹ"), ("ayr", "ɛɹ"), ("aye", "I"), ("ss", "s"), ("ll", "l"), ("tt", "t"), ("nn", "n"),
    ("mm", "m"), ("ff", "f"), ("pp", "p"), ("bb", "b"), ("dd", "d"), ("gg", "ɡ"), ("rr", "ɹ"), ("zz", "z"),
    ("ch", "ʧ"), ("sh", "ʃ"), ("zh", "ʒ"), ("th", "θ"), ("dh", "ð"), ("ph", "f"), ("kh", "k"), ("gh", "ɡ"),
    ("wh", "w"), ("ck", "k"), ("ng", "ŋ"), ("qu", "kw"), ("ah", "ɑ"), ("aw", "ɔ"), ("au", "ɔ"), ("ay", "A"),
    ("ai", "A"), ("ei", "A"), ("ee", "i"), ("ea", "i"), ("eh", "ɛ"), ("ey", "A"), ("ie", "i"), ("oh", "O"), ("oa", "O"),
    ("oo", "u"), ("ou", "W"), ("ow", "W"), ("oy", "Y"), ("oi", "Y"), ("uh", "ə"), ("ih", "ɪ"), ("uu", "ʊ"),
    ("yu", "ju"), ("ew", "ju"),
    ("ar", "ɑɹ"), ("er", "əɹ"), ("ir", "ɜɹ"), ("ur", "ɜɹ"), ("or", "ɔɹ"), ("oe", "O"), ("ue", "u"),
    ("a", "æ"), ("b", "b"), ("c", "k"), ("d", "d"), ("e", "ɛ"), ("f", "f"), ("g", "ɡ"), ("h", "h"), ("i", "ɪ"),
    ("j", "ʤ"), ("k", "k"), ("l", "l"), ("m", "m"), ("n", "n"), ("o", "ɑ"), ("p", "p"), ("q", "k"), ("r", "ɹ"),
    ("s", "s"), ("t", "t"), ("u", "ʌ"), ("v", "v"), ("w", "w"), ("x", "ks"), ("y", "I"), ("z", "z"),
)  # fmt: skip
_VOWELS = frozenset("AIOWYiuæɑɔəɛɜɪʊʌ")


@dataclass(frozen=True)
class Names:
    """Words and how they are said. In a line each is replaced by a private letter while the rest is spelt out."""

    said: Mapping[str, str]  # the word as written, in small letters → misaki phonemes

    @property
    def pattern(self) -> re.Pattern[str]:
        words = sorted(self.said, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def letter(self, word: str) -> str:
        """The private letter that stands for a word of the dictionary."""
        return chr(_PRIVATE + list(self.said).index(word.lower()))

    def sounds(self) -> Mapping[str, str]:
        """The phonemes of each private letter."""
        return {chr(_PRIVATE + i): sound for i, sound in enumerate(self.said.values())}


NONE = Names({})


def read(lines: Iterable[str]) -> Names:
    """The dictionary in lines such as "Tomas: TOH-mahss". Raises PersonError that names every line it cannot use."""
    said: dict[str, str] = {}
    wrong: list[str] = []
    for line in lines:
        line = unicodedata.normalize("NFC", line.replace("’", "'")).strip()
        if not line or line.startswith("//"):
            continue
        word, found, how = line.partition(":")
        word, how = " ".join(word.split()), how.strip()
        if not found or not word or not how:
            wrong.append(f"“{line[:60]}” has no word, a colon and how it is said")
        elif not re.search(r"\w", word) or len(word) > 60 or len(how) > 120:
            wrong.append(f"“{line[:60]}” is not a word and its pronunciation")
        else:
            try:
                said[word.lower()] = phonemes(how)
            except PersonError as error:
                wrong.append(f"“{word}”: {error}")
    if len(said) > MOST:
        wrong.append(f"there are {len(said)} words, and at most {MOST} can be kept")
    if wrong:
        raise PersonError(
            "Some pronunciations cannot be used: " + "; ".join(wrong[:5]) + ". Write each as word: respelling, such as "
            '"Tomas: TOH-mahss", or in IPA between slashes, such as "Siobhan: /ʃɪˈvɔːn/".'
        )
    return Names(said)


def phonemes(how: str) -> str:
    """A respelling ("TOH-mahss") or IPA ("/ˈtoʊməs/") in the voices' phonemes. Raises PersonError at what is odd."""
    if how.startswith(("/", "[")):
        return _from_ipa(how.strip("/[] "))
    if re.search(r"[^A-Za-z' -]", how):
        odd = next(c for c in how if re.match(r"[^A-Za-z' -]", c))
        raise PersonError(f"“{odd}” is no letter of a respelling; IPA goes between slashes")
    words = [(word.islower() and known(word)) or _from_respelling(word) for word in how.replace("'", "").split()]
    if not any(set(word) & _VOWELS for word in words):
        raise PersonError("it has no vowel that could be said")
    return " ".join(words)


def _from_ipa(written: str) -> str:
    for old, new in _IPA:
        written = written.replace(old, new)
    odd = [c for c in written if c not in _LETTERS]
    if odd:
        raise PersonError(f"“{odd[0]}” is no sound the voices have")
    if not set(written) & _VOWELS:
        raise PersonError("it has no vowel that could be said")
    if "ˈ" not in written:
        return _stressed(written)
    return re.sub(
        f"([ˈˌ])([^{''.join(_VOWELS)} ]+)", r"\2\1", written
    )  # IPA marks the syllable, these voices the vowel


def _from_respelling(word: str) -> str:
    pieces = [p for p in word.split("-") if p]
    loud = [p.isupper() and (len(p) > 1 or len(pieces) == 1) for p in pieces]
    if all(loud):
        loud = [i == 0 for i in range(len(pieces))]
    said = [_sounds(p.lower()) for p in pieces]
    if not any(loud) and said:
        loud[0] = True
    return "".join(_stressed(s) if is_loud else s for s, is_loud in zip(said, loud, strict=True))


def _sounds(piece: str) -> str:
    out, at = "", 0
    silent_e = re.fullmatch(r"([^aeiouy]*)([aeiou])([^aeiouywx])e", piece)  # "jake", "tome"
    if silent_e:
        long = {"a": "A", "e": "i", "i": "I", "o": "O", "u": "u"}[silent_e[2]]
        return _sounds(silent_e[1]) + long + _sounds(silent_e[3])
    while at < len(piece):
        written, sound = next(pair for pair in _SOUNDS if piece.startswith(pair[0], at))
        if written == "y" and (at == 0 or piece[at + 1 : at + 2] in tuple("aeiou")):
            sound = "j"
        elif written == "y" and at == len(piece) - 1 and out and set(out) & _VOWELS:
            sound = "i"
        elif written in ("e", "a", "o", "u", "i") and at == len(piece) - 1:
            sound = {"e": "A" if out else "i", "a": "ɑ", "o": "O", "u": "u", "i": "i"}[written]
        out += sound
        at += len(written)
    return out


def _stressed(sounds: str) -> str:
    """With the stress before the first vowel, as the voices' dictionaries have it."""
    at = next((i for i, c in enumerate(sounds) if c in _VOWELS), None)
    return sounds if at is None else (sounds[:at] + "ˈ" + sounds[at:]).replace("ˈəɹ", "ˈɜɹ").replace("ˈə", "ˈʌ")
