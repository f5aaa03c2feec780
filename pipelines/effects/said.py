"""Words of what somebody wants to hear: negations taken out, known phrases found, the longest first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NOT = {"no", "without", "not", "never", "nor", "neither", "minus", "excluding", "except", "nobody", "nothing"}
_ENDS = {
    ",",
    "but",
    "with",
    "only",
    "just",
    "at",
    "on",
    "in",
    "by",
    "under",
    "over",
    "through",
    "while",
    "when",
    "near",
}
_SMALL = frozenset(
    """a an the of and or with in on at to by for from over under through into are is was some any i want need please
    sound sounds noise noises ambience ambient bed background atmosphere effect effects audio very really quite rather
    bit like as its it there this that my our your one two few all around upon along against inside behind near while
    when where up down out off then""".split()  # noqa: SIM905 - a list of words is read as words
)


@dataclass(frozen=True)
class Found:
    """A phrase in the text: which, and the words before it that belong to nothing else. `after`: what follows, up to
    the next phrase."""

    phrase: str
    before: tuple[str, ...]
    after: str


@dataclass(frozen=True)
class Said:
    """What a text asks for, what it forbids (phrases, and every negated word), and the words of it that nothing is
    known of."""

    found: tuple[Found, ...]
    banned: tuple[str, ...]
    negated: tuple[str, ...]
    unknown: tuple[str, ...]
    plain: str  # the text without what is negated


def tokens_of(text: str) -> list[str]:
    """Words in small letters, and a comma for every stop; at most 200."""
    low = text.lower().replace("’", "'").replace("-", " ").replace("sci fi", "sci-fi")
    return [t if t[0].isalpha() else "," for t in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[.,;:!?/+&()\n]", low)[:200]]


def without_negations(tokens: list[str]) -> tuple[list[str], list[list[str]]]:
    """The tokens that are meant, and each stretch of those that are not: "no birds or people" up to a stop, a "but" or
    a word of place."""
    kept: list[str] = []
    banned: list[list[str]] = []
    i = 0
    while i < len(tokens):
        if tokens[i] in _NOT or tokens[i].endswith("n't"):
            i += 1
            out: list[str] = []
            while i < len(tokens) and not (tokens[i] in _ENDS and out):
                goes_on = tokens[i] == "and" and out and len(tokens) > i + 1
                if goes_on and tokens[i + 1] not in _NOT and tokens[i - 1] != "or" and "or" not in out:
                    break  # without rain and wind is both; "no rain and soft wind" is not: the first is safer
                out.append(tokens[i])
                i += 1
            banned.append([t for t in out if t not in _NOT])
        else:
            kept.append(tokens[i])
            i += 1
    return kept, banned


def _forms(phrase: str) -> tuple[str, ...]:
    last = phrase.rsplit(" ", 1)[-1]
    return (phrase,) if last.endswith("s") else (phrase, phrase + "s")


def spot(tokens: list[str], known: Mapping[str, object]) -> list[tuple[int, int, str]]:
    """(begin, end, phrase) of the known phrases in the tokens, the longest first wherever several begin."""
    table = {
        tuple(form.replace("-", " ").split()) if "sci-fi" not in form else tuple(form.split()): phrase
        for phrase in known
        for form in _forms(phrase)
    }
    longest = max(map(len, table))
    found, i = [], 0
    while i < len(tokens):
        for size in range(min(longest, len(tokens) - i), 0, -1):
            phrase = table.get(tuple(tokens[i : i + size]))
            if phrase is not None:
                found.append((i, i + size, phrase))
                i += size
                break
        else:
            i += 1
    return found


def read(text: str, known: Mapping[str, object], other: Iterable[str] = ()) -> Said:
    """Find the phrases of `known` in a text. `other`: further words that are understood (how hard, how far)."""
    tokens, banned = without_negations(tokens_of(text))
    spots = spot(tokens, known)
    understood = set(other)
    found, unknown, at = [], [], 0
    for number, (begin, end, phrase) in enumerate(spots):
        before = tuple(t for t in tokens[at:begin])
        later = spots[number + 1][0] if number + 1 < len(spots) else len(tokens)
        found.append(Found(phrase, before, " ".join(tokens[end:later])))
        unknown += [t for t in before if t not in _SMALL | understood and t != ","]
        at = end
    unknown += [t for t in tokens[at:] if t not in _SMALL | understood and t != ","]
    forbidden = [phrase for words in banned for _, _, phrase in spot(words, known)]
    return Said(
        tuple(found),
        tuple(forbidden),
        tuple(w for words in banned for w in words),
        tuple(dict.fromkeys(unknown)),
        " ".join(tokens).replace(" ,", ","),
    )
