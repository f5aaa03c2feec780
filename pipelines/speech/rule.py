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
