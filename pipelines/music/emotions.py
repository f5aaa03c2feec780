"""Words and sentences as feeling: shares of Ekman's six emotions, then valence and arousal, as in EMSYNC."""

import hashlib
import math
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipelines.music.anchors import SENTENCES, WORDS
from pipelines.music.moods import LEXICON
from pipelines.music.negation import denied, stem_denied, words_of
from pipelines.music.tongues import in_english
from studio.errors import PersonError
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Valence and arousal of the six, after Russell & Mehrabian (1977), as EMSYNC (arXiv 2502.10154) maps them. Stillness
# is none of Ekman's, but films have much of it; its place is ours. A plain sentence has no feeling.
PLACES: dict[str, tuple[float, float]] = {
    "anger": (-0.51, 0.59),
    "disgust": (-0.60, 0.35),
    "fear": (-0.64, 0.60),
    "joy": (0.76, 0.48),
    "sadness": (-0.63, -0.27),
    "surprise": (0.40, 0.67),
    "calm": (0.45, -0.60),
    "plain": (0.0, 0.0),
}
NAMES = tuple(PLACES)
_SHARP = 13.0  # how much a cosine (about -1 to 1) weighs as a logit
_WORD = 1.3  # and a telling word, of which two count
_PLAIN = 3.5  # what speaks for no feeling where only words are read
_MOOD = 0.3  # share of the mood words' own places in the result
# What to put in the place of a denied word before its sentence is embedded: embeddings hardly hear a "not".
_OPPOSITE = {
    "anger": "friendly", "disgust": "pleasant", "fear": "safe", "joy": "sad", "sadness": "happy",
    "surprise": "expected", "calm": "restless",
}  # fmt: skip


class Embeds(Protocol):
    """What `studio.meaning.Meaning` does."""

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]": ...


@dataclass(frozen=True)
class Emotion:
    """What a text feels: the share of each emotion of `PLACES` (their sum is 1), and its place, each -1 to 1.

    `strength` (0 to 1) is how much feeling there is at all.
    """

    shares: tuple[float, ...]
    valence: float
    arousal: float

    @property
    def strength(self) -> float:
        return 1.0 - self.shares[NAMES.index("plain")]

    @property
    def name(self) -> str:
        """The emotion with the largest share."""
        return NAMES[max(range(len(NAMES)), key=lambda i: self.shares[i])]


class Listener:
    """Reads emotions. With an embedder it goes by meaning and by words, without one by words alone."""

    def __init__(self, embedder: Embeds | None, work: Work | None = None) -> None:
        self._embedder, self._work = embedder, work

    def read(self, texts: Sequence[str]) -> list[Emotion]:
        """The emotion of each text. An empty text is plain. The same text is felt alike beside any others."""
        asked = list(dict.fromkeys(text for text in texts if text.strip()))
        near = self._near([turned(text) for text in asked if english(text)])
        rows = iter(near if near is not None else [])
        felt = {text: _felt(text, next(rows) if near is not None and english(text) else None) for text in asked}
        return [felt.get(text, Emotion((0.0,) * (len(NAMES) - 1) + (1.0,), 0.0, 0.0)) for text in texts]

    def _near(self, texts: list[str]) -> "NDArray[np.float32] | None":
        """Cosine of each text to each emotion, shape (n, 8), around what all anchors have in common."""
        import numpy as np

        if self._embedder is None:
            return None
        if not texts:
            return np.zeros((0, len(NAMES)), np.float32)
        rows = []
        for start in range(0, len(texts), 8):
            if self._work is not None:
                self._work.check()
            rows.append(self._embedder.embed(texts[start : start + 8]))
        anchors = self._anchors()
        apart = np.concatenate(rows) - anchors[0]
        apart /= np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-6)
        return np.asarray(apart @ anchors[1:].T, np.float32)

    def _anchors(self) -> "NDArray[np.float32]":
        """The mean of all anchors, then each emotion's direction from it, shape (9, 384). Kept as a part."""
        import numpy as np

        assert self._embedder is not None
        told = "\n".join(sentence for name in NAMES for sentence in SENTENCES[name])
        name = f"music-emotions-{hashlib.sha256(told.encode()).hexdigest()[:16]}.npy"
        path = self._work.part(name) if self._work is not None else None
        if path is not None and path.exists():
            try:
                return np.asarray(np.load(path), np.float32)
            except (OSError, ValueError, EOFError):
                pass
        groups = [self._embedder.embed(SENTENCES[name]) for name in NAMES]
        middle = np.concatenate(groups).mean(axis=0)
        away = np.stack([group.mean(axis=0) - middle for group in groups])
        made = np.vstack([middle, away / np.linalg.norm(away, axis=1, keepdims=True)]).astype(np.float32)
        if path is not None:
            waiting = path.with_name(f"{os.getpid()}-{path.name}")
            np.save(waiting, made)
            waiting.replace(path)
        return made


def listener(work: Work) -> Listener:
    """The listener for a step: with the pack "minilm" where it is there; else by words alone, which a note says."""
    try:
        folder: Path = work.pack("minilm")
    except PersonError:
        work.note(
            "How the film's scenes feel was read from single words only: the pack 'minilm' is not here. "
            "Get it with: python app.py packs get minilm"
        )
        return Listener(None, work)
    from studio.meaning import Meaning

    return Listener(Meaning(folder, work.threads), work)


_ENGLISH = re.compile(
    r"\b(?:the|an?|of|and|to|in|is|was|were|are|it|he|she|they|we|you|i|his|her|their|its|my|your|our|with|on|at|for"
    r"|from|by|that|this|not|no|into|there|then|all|as|had|has|have|be|one|up|out|so|who|what|when|but)\b"
)


def english(text: str) -> bool:
    """Whether a text may be English, the only language of the embedder: a word or two may, a sentence must show it."""
    letters = [c for c in text if c.isalpha()]
    if sum(c.isascii() for c in letters) < 0.9 * len(letters):
        return False
    return bool(_ENGLISH.search(text.lower())) or len(text.split()) < 6


def telling(word: str) -> str | None:
    """The emotion that a word tells by itself, None for most words."""
    for name, stems in WORDS.items():
        for stem in stems:
            if (word == stem[1:]) if stem[0] == "=" else word.startswith(stem):
                return name
    return None


def _words(text: str) -> list[str]:
    """The words of a text, those of another language in English where they are known."""
    words = words_of(text)
    return words if english(text) else [in_english(word) or word for word in words]


def _told(text: str) -> list[tuple[int, str, bool]]:
    """(number of the word, emotion, denied) of the telling words of a text."""
    words = _words(text)
    denials = denied(words, lambda word: _side(_root(word) or telling(word)))
    found: list[tuple[int, str, bool]] = []
    for at, word in enumerate(words):
        root = _root(word)
        name = root or telling(word)
        if name is not None:
            found.append((at, name, denials[at] != (root is not None)))
    return found


def _side(name: str | None) -> str | None:
    return name and ("dark" if PLACES[name][0] < 0 else "bright")


def _root(word: str) -> str | None:
    """The emotion that the form of a word denies: joy of "unhappy" and "joyless"."""
    if word in LEXICON:
        return None
    stem = stem_denied(word)
    return telling(stem) if stem else None


def turned(text: str) -> str:
    """A text in which what is denied is replaced by what it then is: "not afraid" by "safe"."""
    words = words_of(text[:2000])
    for at, name, no in reversed(_told(text[:2000])):
        if no:
            words[at] = _OPPOSITE[name]
            for before in range(at - 1, max(-1, at - 4), -1):
                if words[before] in ("not", "no", "never", "without", "hardly", "barely"):
                    del words[before]
                    break
    return " ".join(words) if any(no for *_, no in _told(text[:2000])) else text[:2000]


def _felt(text: str, near: "NDArray[np.float32] | None") -> Emotion:
    logits = [float(near[i]) * _SHARP for i in range(len(NAMES))] if near is not None else [0.0] * len(NAMES)
    if near is None:
        logits[NAMES.index("plain")] = _PLAIN
    hits = dict.fromkeys(NAMES, 0)
    for _, name, no in _told(text[:2000]):
        real = {"joy": "sadness", "sadness": "joy", "fear": "calm", "anger": "calm"}.get(name, "plain") if no else name
        hits[real] = min(2, hits[real] + 1)
    strong = _WORD if near is not None else 3 * _WORD
    logits = [logit + strong * hits[name] for logit, name in zip(logits, NAMES, strict=True)]
    top = max(logits)
    raised = [math.exp(logit - top) for logit in logits]
    shares = tuple(round(each / sum(raised), 4) for each in raised)
    place = [sum(p * PLACES[name][axis] for p, name in zip(shares, NAMES, strict=True)) for axis in (0, 1)]
    words = _mood_words(text)
    if words is not None:
        place = [(1 - _MOOD) * a + _MOOD * b for a, b in zip(place, words, strict=True)]
    return Emotion(shares, *(round(max(-1.0, min(1.0, each)), 3) for each in place))


def _mood_words(text: str) -> tuple[float, float] | None:
    """Where the mood words of a text lie on average; a denied one lies across."""
    words = _words(text[:2000])
    denials = denied(words, lambda word: ("dark" if LEXICON[word][0] < 0 else "bright") if word in LEXICON else None)
    places = [
        (-0.6 * LEXICON[word][0], -0.5 * LEXICON[word][1]) if no else LEXICON[word]
        for word, no in zip(words, denials, strict=True)
        if word in LEXICON
    ]
    return (sum(v for v, _ in places) / len(places), sum(a for _, a in places) / len(places)) if places else None
