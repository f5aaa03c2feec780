"""How a word stands in its sentence: as a verb, as a word that describes the next one, far away, or unknown."""

import itertools

from pipelines.make.drawn.lexicon import is_verb, names_nothing
from pipelines.make.drawn.things import Thing, by_word
from pipelines.make.drawn.words import (
    ALSO_VERBS,
    BREAKS,
    EMPTY,
    MODIFIED,
    NUMBERS,
    PARTS_OF_BUILDINGS,
    PAST,
    PRONOUNS,
)


def acts(low: list[str], i: int, used: set[int]) -> bool:
    """Whether a word that is a verb as often as a thing stands where a verb does: "a keeper ships", "she books"."""
    word, before = low[i], low[i - 1] if i else ""
    if word in PAST:
        return i - 1 in used or before in PRONOUNS or before in ("sun", "moon")
    if not is_verb(word) and not {word.removesuffix("s"), word.removesuffix("es")} & ALSO_VERBS:
        return False
    if before in PRONOUNS - {"her", "him", "them"} or before in ("to", "will", "can", "must", "sun", "moon"):
        return True
    if i - 1 not in used:
        return False
    plural = before.endswith("s") or before in ("people", "children", "men", "women", "mice", "fish", "sheep")
    return plural != word.endswith("s")  # "skyscrapers tower", "a keeper ships"


def says_which(low: list[str], i: int, size: int, thing: Thing) -> bool:
    """Whether a thing only says which of the next one: the cat of cat food, the guitar of a guitar case."""
    after, then = [*low[i + size : i + size + 2], "", ""][:2]
    person = thing.art.startswith("person:")
    if not after or low[i + size - 1].endswith("s"):
        return False
    if after in MODIFIED and not person:
        verb = is_verb(after) and (after.endswith("s") or not (then in BREAKS or then in ("", ",") or is_verb(then)))
        return not verb and not (thing.tall >= 5 and after in PARTS_OF_BUILDINGS)
    head = by_word().get(after)
    if head is None or after in PRONOUNS or is_verb(after) or after.removesuffix("s") in ALSO_VERBS:
        return False
    return not person or head.art.startswith("person:")


def is_far(after: list[str]) -> bool:
    """Whether the words after a thing, up to the next stop, put it far away."""
    said = after[: after.index(",")] if "," in after[:3] else after
    return any(a == "far" and b in ("away", "off", "out", "below", "behind") for a, b in itertools.pairwise(said))


def unknown_nouns(tokens: list[str], low: list[str], spoken: set[int]) -> tuple[str, ...]:
    """The noun of every phrase that nothing above could place, with the word before it where that may name it too."""
    found: list[str] = []
    phrase: list[int] = []
    for i in [*range(len(low)), -1]:
        if i == -1 or low[i] == "," or low[i] in BREAKS:
            if phrase and not any(k in spoken for k in phrase):
                found += _noun_of([k for k in phrase if not (k and tokens[k][:1].isupper())], low)
            phrase = []
        else:
            phrase.append(i)
    return tuple(dict.fromkeys(found))[:6]


def _noun_of(phrase: list[int], low: list[str]) -> list[str]:
    """The noun of a phrase: its last word before a verb, unless it names nothing that can be seen."""
    nouns = [low[k] for k in phrase if len(low[k]) > 2 and low[k].isalpha() and low[k] not in NUMBERS]
    nouns = [w for w in nouns if w not in PRONOUNS]
    while nouns and (nouns[-1] in EMPTY or names_nothing(nouns[-1])):
        nouns.pop()
    if not nouns:
        return []
    before = [w for w in nouns[-2:-1] if w not in EMPTY]
    return [" ".join([*before, nouns[-1]])]
