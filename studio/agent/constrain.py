"""The grammar under which the local writer writes one line of a film: what it cannot spell, it cannot say.

A line is one sentence of bounded length and, in brackets, what the picture shows. Both hold only letters, spaces and
plain marks, so that as text literals of a plan they always parse. Words that must not be there are left out letter by
letter: the rules are the tree of the banned words turned inside out.
"""

import re
import string
from collections.abc import Iterable, Sequence

from studio.grammar import quoted

LONGEST_WORD, ROOT = 15, 4
_PLAIN = re.compile(r"[a-z]+")
_FREE = re.compile(r"[^\x00-\x1f\x7f\"\\\[\]{}<>()|]+")

_SHARED = ('gap ::= " " | ", " | "-"', f"more ::= [a-z]{{0,{LONGEST_WORD - 1}}}")


def line_rules(most: int, *, banned: Iterable[str], known: Sequence[str] = ()) -> str:
    """GBNF for " Sentence.", as it follows a prompt.

    most: words in the sentence. banned: words that cannot be spelled, lower case. known: names and figures of the
    brief, allowed as they are written. A banned word of four letters and more takes those that begin with it along
    ("night", "nightly"): a model kept from ending a word would spell on, "nightand".
    """
    names = [quoted(name) for name in known if _FREE.fullmatch(name)]
    name = f" | ({' | '.join(names)}) own?" if names else ""
    unsaid = {w for w in banned if _PLAIN.fullmatch(w)}
    rules = [
        f'root ::= " " first (gap word){{2,{max(3, most) - 1}}} [.!?]',
        f"first ::= capital own?{name}",
        f"word ::= said own?{name}",
        'own ::= "\'" ("s" | "t" | "re" | "ll")',
        *_SHARED,
        *_other_than("capital", unsaid, capital=True),
        *_other_than("said", unsaid),
    ]
    return "\n".join(rules) + "\n"


def scene_rules(banned: Iterable[str]) -> str:
    """GBNF for a noun phrase and the bracket that ends it: "an old man among clocks]"."""
    never = {w for w in banned if _PLAIN.fullmatch(w)}
    return "\n".join(['root ::= seen (gap seen){2,14} "]"', *_SHARED, *_other_than("seen", never)]) + "\n"


def _other_than(base: str, words: Iterable[str], *, capital: bool = False) -> list[str]:
    """Rules for any word of small letters that is none of `words`; with `capital`, its first letter is a capital."""
    whole = frozenset(words)
    roots = {w for w in whole if len(w) >= ROOT}
    stems = {w[:i] for w in whole for i in range(1, len(w) + 1)}
    stems = {s for s in stems if not any(s[:i] in roots for i in range(ROOT, len(s) + 1))}
    rules = [f"{base} ::= {_branches(base, '', whole, stems, capital=capital)}"]
    return rules + [f"{base}-{stem} ::= {_branches(base, stem, whole, stems)}" for stem in sorted(stems)]


def _branches(base: str, stem: str, whole: frozenset[str], stems: set[str], *, capital: bool = False) -> str:
    """What may follow a stem: a letter that leads on in the tree, a letter that leaves it, or the end of the word."""
    parts, leaves = [], ""
    for letter in string.ascii_lowercase:
        shown = letter.upper() if capital else letter
        if stem + letter in stems:
            parts.append(f"{quoted(shown)} {base}-{stem}{letter}")
        elif not (len(stem) >= ROOT - 1 and stem + letter in whole):
            leaves += shown
    parts += [f"[{leaves}] more"] if leaves else []
    either = " | ".join(parts)
    return either if not stem or stem in whole else f"({either})?"
