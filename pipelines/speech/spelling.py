"""What is written, as it is said: numbers, dates, money, units, signs and initials spelt out in English words.

`spelt` keeps, for every letter it gives back, which written word it came from, so that captions can show the writing
while the voice says the words. The rules come in an order: the more a rule looks at, the earlier it stands.
"""

import re
from difflib import SequenceMatcher

from pipelines.speech.amounts import NUMBER_RULES
from pipelines.speech.rule import Rule
from pipelines.speech.webs import WEB_RULES
from pipelines.speech.wording import ROMAN_RULES, WORD_RULES

RULES = (*WEB_RULES, *ROMAN_RULES, *NUMBER_RULES, *WORD_RULES)


class Line:
    """A line of text in which every letter knows the written word it came from."""

    def __init__(self, words: list[str]) -> None:
        self.text = " ".join(words)
        self.owners = [i for i, word in enumerate(words) for _ in range(len(word) + 1)][: len(self.text)]

    def put(self, rule: Rule, british: bool) -> None:
        """Replace what the rule finds, once from left to right."""
        text, owners, at = "", [], 0
        for found in rule[0].finditer(self.text):
            made = rule[1](found, british)
            if made is None:
                continue
            start, end = found.span()
            text += self.text[at:start] + made
            owners += self.owners[at:start] + self._owned(start, end, made)
            at = end
        if at or text:
            self.text, self.owners = text + self.text[at:], owners + self.owners[at:]

    def _owned(self, start: int, end: int, made: str) -> list[int]:
        """Whose each letter of `made` is: of the words between, those that stayed keep theirs, the rest is shared."""
        between = sorted(set(self.owners[start:end])) or [self.owners[min(start, len(self.owners) - 1)]]
        if len(between) == 1:
            return between * len(made)
        old = [self.text[start:end].split(" "), made.split(" ")]
        shared = matched(*([re.sub(r"\W", "", w).lower() for w in words] for words in old))
        return [
            between[min(shared[i], len(between) - 1)] for i, word in enumerate(old[1]) for _ in range(len(word) + 1)
        ][: len(made)]


def matched(written: list[str], read: list[str]) -> list[int]:
    """For each word as read, the place of the written one it speaks: the same word, or its share of what changed."""
    owners = [0] * len(read)
    for _, a, b, c, d in SequenceMatcher(None, written, read, autojunk=False).get_opcodes():
        for index in range(c, d):
            share = (index - c + 0.5) / (d - c)
            owners[index] = min(len(written) - 1, a + int(share * (b - a)) if b > a else max(0, a - 1))
    return owners


def spelt(words: list[str], british: bool = False, first: Rule | None = None) -> Line:
    """The line as it is said. British English says "the third of May", "and" in numbers, and litres.

    `first`: a rule before all others, for names with a pronunciation of their own.
    """
    line = Line(words)
    for rule in RULES if first is None else (first, *RULES):
        line.put(rule, british)
    if words and words[-1].endswith(".") and not line.text.rstrip().endswith((".", "!", "?")):  # "etc." ends it too
        line.put((re.compile(r"\s*$"), lambda m, b: "."), british)
    return line


def said(text: str, british: bool = False) -> str:
    """The words a text is read as, white space tidied: "It's 7:45 p.m." -> "It's seven forty-five P M"."""
    return re.sub(r"\s+([,.;:!?])", r"\1", " ".join(spelt(text.split(), british).text.split()))
