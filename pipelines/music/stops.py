"""Where the mood words of a text lie, and the stops a mood goes through: "sad", "from sad to hopeful"."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipelines.music import asks
from pipelines.music.moods import LEXICON
from pipelines.music.negation import WORD, denied, stem_denied

Place = tuple[float, float]  # valence and arousal
Weighed = tuple[str, Place, float]  # a word, where it lies, and how much it counts
_CONFLICT = 1.3  # how far apart on one axis two words of one mood contradict each other


@dataclass(frozen=True)
class Token:
    """A word at [start, end) of its text, and whether it is denied."""

    word: str
    start: int
    end: int
    no: bool = False


_DEGREES = {
    "very": 1.3, "really": 1.25, "so": 1.2, "deeply": 1.25, "extremely": 1.4, "slightly": 0.6, "little": 0.6,
    "somewhat": 0.7, "bit": 0.6, "quite": 1.1, "more": 1.2, "utterly": 1.4, "incredibly": 1.35, "mildly": 0.6,
    "faintly": 0.5, "touch": 0.6, "hint": 0.5, "overwhelmingly": 1.4, "rather": 1.0,
}  # fmt: skip
_DENIED = (-0.6, -0.5)  # where a denied mood lies beside the mood itself, by axis: "not sad" is not yet happy
_AGAINST, _WEAKLY = 0.4, 0.15  # how much a denied mood and a word of praise count beside a mood itself
_WEAK = frozenset(
    """beautiful nice good great pretty lovely bad down emotional moving dramatic pleasant simple natural modern loud
    hard heavy strong free kind busy still night morning professional corporate serious""".split()  # noqa: SIM905
)
_PACE = frozenset({"slow", "slower", "fast", "faster", "quick", "quicker", "quickly", "uptempo", "rushed"})
_THEN = frozenset(
    """then into becoming becomes become turning turns turn afterwards afterward later finally eventually ends end until
    growing grows grow followed building builds resolving resolves giving gives opening opens leading leads before
    → ⇒ > shifting shifts changing changes moving""".split()  # noqa: SIM905
)
_FIRST = frozenset({"start", "beginning", "intro", "opening"})
_LAST = frozenset({"ending", "end", "finale", "finish", "climax", "outro", "conclusion"})


def tokens(text: str) -> list[Token]:
    """The words, stops and arrows of a text in small letters, with what is denied."""
    found = [Token(m[0], *m.span()) for m in re.finditer(WORD.pattern + r"|->|→|⇒|>", text)]
    found = [replace(t, word="→") if t.word in ("->", ">") else t for t in found]
    no = denied([t.word for t in found], _kind)
    return [replace(t, no=n) for t, n in zip(found, no, strict=True)]


@lru_cache(4096)
def _kind(word: str) -> str | None:
    """The sort of a word that can be denied: a dark or bright mood, or a thing of music."""
    place = _place(word)
    if asks.instruments(word) or asks.DRUMS.fullmatch(word):
        return "thing"
    if place is not None:
        return "dark" if place[0] < 0 else "bright"
    return "thing" if word in _PACE or (len(word) > 2 and asks.style(word, ())) else None


@lru_cache(4096)
def _place(word: str) -> Place | None:
    """Where a word of mood lies; None for other words. Its endings are taken off; "un" and "less" turn it around."""
    bare = [word.removesuffix(ending) for ending in ("ly", "er", "est", "ness", "y", "-ish")]
    changed = [word.removesuffix(ending) + "y" for ending in ("ily", "iness", "ier", "iest")]
    changed.append(word.removesuffix("ing") + "ed")
    for form in (word, *bare, word + "ful", *changed):
        if form in LEXICON:
            return LEXICON[form]
    stem = stem_denied(word)
    if stem in LEXICON:
        return _DENIED[0] * LEXICON[stem][0], _DENIED[1] * LEXICON[stem][1]
    return None


def stops(words: Sequence[Token]) -> tuple[list[Place], tuple[str, ...]]:
    """The places a mood goes through, one for each clause that has any, and what to say of contradictions."""
    path: list[Place] = []
    notes: list[str] = []
    for clause in _clauses(words):
        weighed = _weighed(clause)
        if not weighed:
            continue
        place, note = _middle(weighed)
        notes += [note] if note else []
        if not path or math.dist(path[-1], place) > 0.3:
            path.append(place)
    return path, tuple(notes)


def _clauses(words: Sequence[Token]) -> list[list[Token]]:
    """The words parted where the mood goes on to another: "from A to B", "A, then B", "A → B", "A with a B ending"."""
    clauses: list[list[Token]] = [[]]
    last: list[Token] = []
    setting_out = False
    for at, token in enumerate(words):
        after = words[at + 1].word if at + 1 < len(words) else ""
        known = _place(token.word) is not None
        if known and after in _LAST:
            last.append(token)
            continue
        if token.word == "from":
            setting_out = True
        step = token.word == "to" and (setting_out or (_near(words, at, -1) and _near(words, at, 1)))
        if step or (token.word in _THEN and not known) or (token.word in _FIRST and clauses[-1]):
            clauses.append([])
            continue
        clauses[-1].append(token)
    return [*clauses, last]


def _near(words: Sequence[Token], at: int, way: int) -> bool:
    """Whether one of the two words beside a place, fillers apart, is a mood."""
    beside = words[max(0, at - 2) : at] if way < 0 else words[at + 1 : at + 3]
    return any(_place(t.word) is not None for t in beside)


def _weighed(clause: list[Token]) -> list[Weighed]:
    """(word, place, weight) of the mood words of a clause, their degree and denial worked in."""
    found = []
    for at, token in enumerate(clause):
        place = _place(token.word)
        if place is None or place == (0.0, 0.0) or token.word in _PACE:
            continue
        degree = 1.0
        for before in clause[max(0, at - 2) : at]:
            degree = _DEGREES.get(before.word, degree)
        way = _DENIED if token.no else (degree, degree)
        word = f"not {token.word}" if token.no else token.word
        weight = _WEAKLY if token.word in _WEAK else _AGAINST if token.no else 1.0
        found.append((word, (place[0] * way[0], place[1] * way[1]), weight))
    return found


def _middle(words: Sequence[Weighed]) -> tuple[Place, str]:
    """The place between words; where they contradict each other, nearer to the first one's side, and a note."""
    note = ""
    for axis, poles in enumerate((("glad", "dark"), ("stirred", "still"))):
        strong = [w for w in words if w[2] == 1.0 and abs(w[1][axis]) >= 0.3]
        if len(strong) < 2:
            continue
        high, low = (pick(strong, key=lambda w: w[1][axis]) for pick in (max, min))
        if high[1][axis] - low[1][axis] < _CONFLICT or low[1][axis] > 0 or high[1][axis] < 0:
            continue
        first, up = strong[0], strong[0][1][axis] > 0
        words = [(w, p, weight * (1.0 if (p[axis] > 0) == up else 0.35)) for w, p, weight in words]
        one, other = (high, low) if up else (low, high)
        note = note or (
            f"The mood contradicts itself: “{one[0]}” is {poles[not up]}, “{other[0]}” {poles[up]}. The music stays "
            f"nearer to “{first[0]}”, named first. Write “from {one[0]} to {other[0]}” to have one after the other."
        )
    whole = sum(weight for *_, weight in words)
    mean = [sum(place[axis] * weight for _, place, weight in words) / whole for axis in (0, 1)]
    return (max(-1.0, min(1.0, mean[0])), max(-1.0, min(1.0, mean[1]))), note
