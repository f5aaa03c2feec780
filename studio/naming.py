"""Sentences about files of the store, told by the names that the plan calls them by."""

import re
from collections.abc import Mapping

from studio.events import Artifact

# How tools name a file whose name is a hash: '0c7509bc….mkv', 0c7509bc… or whole, with or without quotes.
_HASHED = re.compile(r"'?\b([0-9a-f]{8,64})(?:…)?(?:\.[a-z0-9]{2,5})?(?:'|\b|(?<=…))")


def by_name(words: str, things: Mapping[str, Artifact]) -> str:
    """The sentence with every file that is one of `things` called by its name there; others stay."""

    def called(found: re.Match[str]) -> str:
        for name, thing in things.items():
            if thing.digest.startswith(found[1]):
                return f"'{name}'"
        return found[0]

    return _HASHED.sub(called, words)
