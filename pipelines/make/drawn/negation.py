"""Negations in a scene's words: what is said not to be there, and the words without it."""

import re

from pipelines.make.drawn.deeds import ACT_OF
from pipelines.make.drawn.parts import covered, known
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import BREAKS, DETERMINERS, EMPTY, NEGATIONS, PREPOSITIONS, words_of

MOST_WORDS = 120  # of a long text the first words say what is seen


def tokens_of(text: str) -> list[str]:
    """Words, and a comma for every stop. At most `MOST_WORDS`."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text.replace("’", "'").replace("-", " "))
    found = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d{1,9}|[.,;:!?—–()\n]", plain)
    return [t if t[0].isalnum() else "," for t in found[:MOST_WORDS]]


def forbidden(text: str) -> frozenset[str]:
    """Words of a list of things that must not be there, with all that they cover."""
    low = [token for token in tokens_of(text.lower()) if token not in NEGATIONS]
    return frozenset(_covered(low))


def _covered(low: list[str]) -> set[str]:
    """All that forbidden words cover. Several that are one name (street lamps) say nothing of their own."""
    found: set[str] = set()
    i = 0
    while i < len(low):
        size = next((n for n in (3, 2) if i + n <= len(low) and known(" ".join(low[i : i + n]))), 1)
        if size > 1 or (low[i] not in BREAKS and low[i] != ","):
            found |= covered(" ".join(low[i : i + size]))
        i += size
    return found


# Where a list of negated things ends and something else is said.
_GOES_ON = words_of("but except where while when which who as because so then has have is are stands sits shows there")


def cut_negations(tokens: list[str]) -> tuple[list[str], set[str]]:
    """The tokens without what is negated, and all the words that it covers."""
    kept: list[str] = []
    out: set[str] = set()
    low = [token.lower() for token in tokens]
    i = 0
    while i < len(tokens):
        word = low[i]
        if word == "nobody" or low[i : i + 2] == ["no", "one"]:
            out |= covered("people")
            i += 2 if word == "no" else 1
        elif word in NEGATIONS or word.endswith("n't"):
            end = _end_of_negation(low, i + 1, word)
            out |= _covered([w for w in low[i + 1 : end] if w not in NEGATIONS])
            i = end + (low[end : end + 1] in (["except"], ["but"])) + _place(low[end : end + 3], kept)
        else:
            kept.append(tokens[i])
            i += 1
    return kept, out - _excepted(low)


def _excepted(low: list[str]) -> set[str]:
    """What is there all the same: no furniture but a chair."""
    found: list[str] = []
    for i, word in enumerate(low):
        if word in ("but", "except", "only", "just"):
            rest = low[i + 1 : i + 6]
            ends = (n for n, later in enumerate(rest) if later in NEGATIONS | PREPOSITIONS or later == ",")
            found += rest[: next(ends, len(rest))]
    things = [thing for word in found if (thing := by_word().get(word))]
    return set(found).union(*(thing.words for thing in things))  # not its kind: a chair is no sofa


# Places of what is negated ("no clouds in the sky", "no cars on the road"), not of the scene.
_OVERALL = words_of("sky skies air road water ground horizon distance walls")


def _place(low: list[str], kept: list[str]) -> int:
    """How many words after a negation tell only where the negated is not, in a scene that has said something before."""
    said = any(word.lower() not in BREAKS | EMPTY | {","} for word in kept)
    size = 3 if low[1:2] and low[1] in DETERMINERS else 2
    return size if said and low and low[0] in PREPOSITIONS and low[size - 1 : size] and low[size - 1] in _OVERALL else 0


def _end_of_negation(low: list[str], start: int, word: str) -> int:
    """Where what is negated from `start` on ends: `word` is what negates it."""
    taken = 0
    for i in range(start, len(low)):
        now = low[i]
        goes_on = low[i + 1 : i + 2] and low[i + 1] in ("or", "nor", "no")
        if taken == 8 or (taken and (now in PREPOSITIONS or now in _GOES_ON or (now == "," and not goes_on))):
            return i
        acts = any(later.endswith("s") and later in ACT_OF for later in low[i + 2 : i + 5])
        if now == "and" and (word == "no" or acts):  # without a table, and the cat sleeps
            return i
        taken += now not in BREAKS and now != "," and now not in NEGATIONS
    return len(low)
