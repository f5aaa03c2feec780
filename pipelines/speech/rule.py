"""A rule of spelling out: what it finds in a line, and the words that are said for it."""

import re
from collections.abc import Callable, Iterable

Make = Callable[[re.Match[str], bool], str | None]  # the words for a match, British or not; None leaves it as it is
Rule = tuple[re.Pattern[str], Make]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def made(pattern: str, make: Make, flags: int = 0) -> Rule:
    return re.compile(pattern, flags), make


def read_out(word: str, stress: int | None, rules: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """A word's letters as the sounds that the first fitting rule gives for each place, "ˈ" before letter `stress`."""
    marked = word if stress is None else word[:stress] + "ˈ" + word[stress:]
    known = tuple(rules)
    out, place = "", 0
    while place < len(marked):
        found, said = next(((m, said) for rule, said in known if (m := rule.match(marked, place))), (None, ""))
        out += said if found else marked[place]
        place = found.end() if found else place + 1
    return out
