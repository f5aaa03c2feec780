"""A small reader of GBNF for tests: a grammar as one regular expression, and sentences drawn from it.

It knows what our grammars use: literals, character classes, groups, |, ?, *, +, {n,m}; no rule may lead to itself.
"""

import random
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r'"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[()|?*+]|[a-zA-Z][a-zA-Z0-9-]*|(?P<space>\s+)'
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_SOME = [*"abc XYZ09.,#'é𝄞", "ночь"]


@dataclass(frozen=True)
class Part:
    """`sort` is words, class, rule, row (one after the other), either or times."""

    sort: str
    words: str = ""
    parts: tuple["Part", ...] = ()
    low: int = 1
    high: int | None = 1


class Grammar:
    def __init__(self, text: str) -> None:
        self.rules: dict[str, Part] = {}
        for line in text.strip().split("\n"):
            name, body = line.split(" ::= ", 1)
            assert name not in self.rules, f"two rules are named {name}"
            found, at = [], 0
            while at < len(body):
                match = _TOKEN.match(body, at)
                assert match, f"{name}: cannot read {body[at : at + 20]!r}"
                at = match.end()
                found += [] if match.group("space") else [match.group()]
            self.tokens = found
            self.rules[name] = self._either()
            assert not self.tokens, f"{name}: {self.tokens[0]} is left over"
        self.pattern = re.compile(self._pattern(self.rules["root"]), re.DOTALL)

    def accepts(self, text: str) -> bool:
        return self.pattern.fullmatch(text) is not None

    def _either(self) -> Part:
        rows = [self._row()]
        while self.tokens and self.tokens[0] == "|":
            self.tokens.pop(0)
            rows.append(self._row())
        return rows[0] if len(rows) == 1 else Part("either", parts=tuple(rows))

    def _row(self) -> Part:
        parts: list[Part] = []
        while self.tokens and self.tokens[0] not in "|)":
            token = self.tokens.pop(0)
            if token == "(":
                part = self._either()
                assert self.tokens.pop(0) == ")"
            elif token[0] == '"':
                words = re.sub(r"\\(.)", lambda m: _ESCAPES.get(m.group(1), m.group(1)), token[1:-1])
                part = Part("words", words)
            else:
                part = Part("class" if token[0] == "[" else "rule", token)
            if self.tokens and self.tokens[0][0] in "?*+{":
                part = self._times(part, self.tokens.pop(0))
            parts.append(part)
        assert parts, "an empty alternative"
        return Part("row", parts=tuple(parts))

    @staticmethod
    def _times(part: Part, sign: str) -> Part:
        if sign[0] == "{":
            low, _, high = sign[1:-1].partition(",")
            return Part("times", parts=(part,), low=int(low), high=int(high) if high else None)
        return Part("times", parts=(part,), low=int(sign == "+"), high=1 if sign == "?" else None)

    def _pattern(self, part: Part) -> str:
        if part.sort == "words":
            return re.escape(part.words)
        if part.sort == "class":
            return part.words
        if part.sort == "rule":
            return f"(?:{self._pattern(self.rules[part.words])})"
        inner = [self._pattern(p) for p in part.parts]
        if part.sort == "times":
            return f"(?:{inner[0]}){{{part.low},{'' if part.high is None else part.high}}}"
        return f"(?:{'|'.join(inner)})" if part.sort == "either" else "".join(inner)

    def sentence(self, chance: random.Random) -> str:
        """A text of the grammar, drawn at random."""
        return self._draw(self.rules["root"], chance)

    def _draw(self, part: Part, chance: random.Random) -> str:
        if part.sort == "words":
            return part.words
        if part.sort == "class":
            some = [c for c in [chr(n) for n in range(128)] + _SOME if re.fullmatch(part.words, c)]
            return chance.choice(some)
        if part.sort == "rule":
            return self._draw(self.rules[part.words], chance)
        if part.sort == "either":
            return self._draw(chance.choice(part.parts), chance)
        if part.sort == "times":
            high = part.low + 3 if part.high is None else min(part.high, part.low + 8)
            return "".join(self._draw(part.parts[0], chance) for _ in range(chance.randint(part.low, high)))
        return "".join(self._draw(p, chance) for p in part.parts)
