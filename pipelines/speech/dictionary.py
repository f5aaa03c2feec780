"""hibari's dictionaries of English, American and British: which words they know and how those are said."""

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=2)
def reader(british: bool) -> Any:
    """hibari's reader of English."""
    from hibari.g2p import G2P

    return G2P(british=british)


def known(word: str) -> str:
    """The phonemes of an English word as Americans say it; "" when no dictionary has it."""
    lexicon = reader(False).lexicon
    said = lexicon.golds.get(word) or lexicon.silvers.get(word) or ""
    return str(said.get("DEFAULT") or "") if isinstance(said, dict) else str(said)
