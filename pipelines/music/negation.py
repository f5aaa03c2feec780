"""Words that are denied: "not sad", "without any fear", "never dark or scary", "joyless", "no longer afraid"."""

import re
from collections.abc import Callable

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.,;:!?—–]")
_NOT = frozenset(
    """not no never without neither nor hardly barely scarcely lacks lacking lacked less avoid avoiding minus cannot
    stop stops stopped cease ceased isn't aren't wasn't weren't don't doesn't didn't won't can't wouldn't
    shouldn't ain't
    """.split()  # noqa: SIM905 - a list of words is read as words
)
# Pairs that deny together; and those that only look as if they did.
_NOT_PAIRS = frozenset(
    {("free", "of"), ("free", "from"), ("lack", "of"), ("far", "from"), ("anything", "but"), ("devoid", "of")}
    | {("rid", "of"), ("end", "of"), ("instead", "of"), ("rather", "than"), ("loss", "of"), ("lost", "all")}
)
_ONLY = frozenset({"only", "just", "merely", "simply", "unlike"})
_STOPS = frozenset(".;:!?—–") | {"but", "yet", "though", "although", "however"}
_OR = frozenset({"or", "nor"})
_FILLERS = frozenset(
    """a an the any too so very really all at of being be feel feeling feels felt been seem get getting in to overly
    particularly especially longer more that this it was is are were sound mood music bit little""".split()  # noqa: SIM905
)
REACH = 3  # words a denial reaches over, fillers apart


def words_of(text: str) -> list[str]:
    """The words and stops of a text, small letters."""
    return WORD.findall(text.lower().replace("’", "'"))


def denied(words: list[str], kind: Callable[[str], str | None]) -> list[bool]:
    """For each of `words` (as `words_of` gives) whether it is denied.

    `kind` names the sort of those words that are looked for, None for all others. A denial is used up by the first it
    meets and what follows at once ("no loud drums"), but goes on over "or", and over "and" to another of the same sort
    ("no fear, anger or grief"; "without drums and strings").
    """
    found = [False] * len(words)
    left = 0  # how many words the denial still reaches over
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in _STOPS:
            left = left if words[at - 1 : at + 1] == ["anything", "but"] else 0
            continue
        if (word in _NOT or (word, after) in _NOT_PAIRS) and after not in _ONLY:
            left = 0 if left and _denies_before(words, at) else REACH
            continue
        if word == ",":
            left = left if left and _listed(words, at) else 0
            continue
        if not left:
            continue
        if kind(word):
            found[at] = True
            left = REACH if _goes_on(words, at, kind) else 0
        elif word not in _FILLERS and word not in _OR:
            left -= 1
    return found


def _goes_on(words: list[str], at: int, kind: Callable[[str], str | None]) -> bool:
    """Whether the denial of a word holds for what follows it."""
    after, beyond = [*words[at + 1 : at + 3], "", ""][:2]
    if after in _OR or (after == "," and _listed(words, at + 1)) or kind(after) == "thing":
        return True
    return after in ("and", "&") and kind(beyond) == kind(words[at])


def _denies_before(words: list[str], at: int) -> bool:
    """Whether the word right before also denies: "not without hope" is hope."""
    return at > 0 and words[at - 1] in _NOT


def _listed(words: list[str], comma: int) -> bool:
    """Whether a comma stands in a list that ends in "or": short members up to the word."""
    for word in words[comma + 1 : comma + 8]:
        if word in _OR:
            return True
        if word in _STOPS or word in _NOT:
            return False
    return False


def stem_denied(word: str) -> str | None:
    """The word that one denies by its form: "unhappy" gives "happy", "fearless" "fear"; None for other words."""
    for pattern, least in ((r"(?:un|non-?|dis)(\w+)", 4), (r"(\w+?)(?:less|lessly|-free)", 3), (r"in(\w+)", 6)):
        match = re.fullmatch(pattern, word)
        if match and len(match[1]) >= least:
            return match[1]
    return None
