"""Plan text into words and statements, so that one broken line hides nothing of the others."""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from studio.steps import Problem

_TOKEN = re.compile(
    r"""(?P<space>[^\S\n]+|\\\n)
      | (?P<line>\n)
      | (?P<comment>\#[^\n]*)
      | (?P<text>[A-Za-z]{0,2}(?:\"\"\"|'''|"|'))
      | (?P<curly>[“”„«»‘’‚])
      | (?P<number>(?:\d|\.\d)(?:[eE][+-]?\d|[\w.])*)
      | (?P<name>\w(?:\w|[^\x00-\u02ff\s\u2000-\u303f\uff00-\uffef\U0001f000-\U0001faff])*)
      | (?P<sign>;+|[^\s\w])
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"(?ai:0x[\da-f]+|0b[01]+|0o[0-7]+|[\d_]*\.?[\d_]*(e[+-]?\d+)?j?)")
_STEP_AHEAD = re.compile(r"[^\S\n]*\w+[^\S\n]*=[^\S\n]*\w+[^\S\n]*\(")
_ESCAPE = re.compile(
    r"""\\(?P<good>[\\'"abfnrtv\n]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U(?:000[\da-fA-F]|0010)[\da-fA-F]{4})|\\.?"""
)
_END = {quote: re.compile(r"\\.|" + quote, re.DOTALL) for quote in ('"""', "'''")}
_END |= {quote: re.compile(r"\\.|\n|" + quote, re.DOTALL) for quote in ('"', "'")}
_CLOSER = {"(": ")", "[": "]", "{": "}"}
_LONGEST_NUMBER = 40
_MOST_TOKENS = 10_000  # in one statement: a list of 2000 names is 4000


class Token(NamedTuple):
    """One word of plan text and where it begins (1-based)."""

    kind: Literal["name", "number", "text", "sign"]
    words: str
    line: int
    column: int


@dataclass(frozen=True)
class Statement:
    """Everything up to the end of a line outside brackets.

    `source` is its text as Python may read it: comments and odd spaces blanked, open brackets closed, every line and
    column as in the original, … in place of numbers and texts that are broken. `readable` is False where Python should
    not even try; `whole` is False where the end of the statement may be missing.
    """

    tokens: tuple[Token, ...]
    source: str
    comments: tuple[str, ...]
    problems: tuple[Problem, ...]
    readable: bool
    whole: bool
    deepest: int  # how many brackets stand inside each other

    @property
    def line(self) -> int:
        return self.tokens[0].line

    @property
    def column(self) -> int:
        return self.tokens[0].column


class Remark(NamedTuple):
    """A comment on a line of its own."""

    words: str


class Gap(NamedTuple):
    """An empty line."""


def _comment_words(comment: str) -> str:
    return comment[2:] if comment.startswith("# ") else comment[1:]


class _Scanner:
    """Walks the text once, gathering the statement that is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.line_start = 0
        self.endless: set[str] = set()  # triple quotes known not to come again: no second search to the end
        self.begin()

    def begin(self) -> None:
        self.open: list[Token] = []
        self.tokens: list[Token] = []
        self.source: list[str] = []
        self.comments: list[str] = []
        self.problems: list[Problem] = []
        self.readable = True
        self.whole = True
        self.deepest = 0

    def finish(self) -> Iterator[Statement]:
        """End the statement here. Brackets still open are a problem, and closed so that the rest can be read."""
        if self.open:
            first = self.open[0]
            if self.whole and self.readable:  # else a text without an end has swallowed it, and that is told already
                words = f"The bracket {first.words} is never closed."
                self.trouble(first, words, f"Add a {_CLOSER[first.words]}.", True)
            self.whole = False
            self.source.append("".join(_CLOSER[t.words] for t in reversed(self.open)))
        if self.tokens:
            yield Statement(
                tuple(self.tokens),
                "".join(self.source).rstrip(" \\\n"),
                tuple(self.comments),
                tuple(self.problems),
                self.readable,
                self.whole,
                self.deepest,
            )
        self.begin()

    def trouble(self, token: Token, words: str, way_out: str, readable: bool = False) -> None:
        self.problems.append(Problem(token.line, token.column, words, way_out))
        self.readable = self.readable and readable

    def walk(self) -> Iterator[Statement | Remark | Gap]:
        while self.at < len(self.text):
            found = _TOKEN.match(self.text, self.at)
            assert found is not None  # every character is one of the alternatives
            kind, words = str(found.lastgroup), found.group()
            if kind == "line":
                yield from self.line_end()
            elif kind == "comment":
                if not self.tokens:
                    yield Remark(_comment_words(words))
                else:
                    self.comments.append(_comment_words(words))
                    self.source.append(" " * len(words))
                self.at += len(words)
            elif kind == "space":
                self.space(words)
            elif words[0] == ";" and not self.open:
                yield from self.semicolon(words)
            elif len(self.tokens) < _MOST_TOKENS:
                self.token(kind, words)
            else:
                yield from self.give_up()
        yield from self.finish()

    def give_up(self) -> Iterator[Statement]:
        """End a statement of too many words, and go on where a line looks like a step again."""
        self.trouble(self.tokens[0], f"This step has more than {_MOST_TOKENS} words.", "Make several steps of it.")
        end = self.text.find("\n", self.at)
        while end >= 0 and not _STEP_AHEAD.match(self.text, end + 1):
            end = self.text.find("\n", end + 1)
        end = len(self.text) if end < 0 else end
        self.line += self.text.count("\n", self.at, end)
        self.line_start = self.text.rfind("\n", 0, end) + 1
        self.at = end
        yield from self.finish()

    def semicolon(self, words: str) -> Iterator[Statement]:
        token = Token("sign", ";", self.line, self.at - self.line_start + 1)
        self.at += len(words)
        if self.tokens:
            self.trouble(token, "A ; stands after a step.", "Give each step a line of its own, without the ;.", True)
            yield from self.finish()

    def line_end(self) -> Iterator[Statement | Gap]:
        blank = not self.text[self.line_start : self.at].strip()
        self.at += 1
        if not self.tokens:
            if blank:
                yield Gap()
        elif not self.open or _STEP_AHEAD.match(self.text, self.at):
            yield from self.finish()
        else:
            self.source.append("\n")
        self.line += 1
        self.line_start = self.at

    def space(self, words: str) -> None:
        self.at += len(words)
        joins = words[0] == "\\"
        if self.tokens:
            self.source.append(words if joins else " " * len(words))
        if joins:
            self.line += 1
            self.line_start = self.at

    def token(self, kind: str, words: str) -> None:
        here = (self.line, self.at - self.line_start + 1)
        if kind == "text":
            self.quoted(words, *here)
            return
        self.at += len(words)
        shown = words
        if kind == "number":
            token = Token("number", words, *here)
            shown = words if self.number(token) else "...".ljust(len(words))
        elif kind == "name":
            token = Token("name", words, *here)
            if not words.isidentifier():
                self.trouble(token, f"'{words[:40]}' is not a name.", "Use letters, digits and _.")
        else:
            token = Token("sign", words, *here)
            if kind == "curly":
                shown = '"' if words in "“”„«»" else "'"
                if not any(p.words.startswith("The quotes") for p in self.problems):
                    self.trouble(token, f"The quotes {words} are not straight ones.", f"Use {shown} instead.", True)
            else:
                self.bracket(token)
        self.tokens.append(token)
        self.source.append(shown)

    def number(self, token: Token) -> bool:
        """Whether it is one."""
        if len(token.words) > _LONGEST_NUMBER:
            self.trouble(token, "This number is too long.", f"Use at most {_LONGEST_NUMBER} digits.", True)
            return False
        if not _NUMBER.fullmatch(token.words):
            way_out = "Write it like 12 or 1.5."
            if re.fullmatch(r"\d+[^\W\d]\w*", token.words):
                way_out = "A name begins with a letter, words go in quotes, and a number stands without its unit."
            what = "number" if self.tokens else "name"
            self.trouble(token, f"'{token.words}' is not a {what}.", way_out, True)
            return False
        return True

    def bracket(self, token: Token) -> None:
        if token.words in _CLOSER:
            self.open.append(token)
            self.deepest = max(self.deepest, len(self.open))
        elif token.words in _CLOSER.values():
            if not self.open:
                self.trouble(token, f"This {token.words} closes nothing.", "Take it away, or open its bracket.")
                return
            opened = self.open.pop()
            closer = _CLOSER[opened.words]
            if closer != token.words:
                self.trouble(token, f"This {token.words} closes a {opened.words}.", f"Write {closer} instead.")

    def quoted(self, opening: str, line: int, column: int) -> None:
        """A text from its opening quote to its closing one, or to the end of the line when that never comes."""
        start = self.at
        quote = opening.lstrip(string.ascii_letters)
        end = -1 if quote in self.endless else self.closing(start + len(opening), quote)
        closed = end >= 0
        if not closed:
            if len(quote) == 3:
                self.endless.add(quote)
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
        token = Token("text", self.text[start:end], line, column)
        known = len(self.problems)
        if not closed:
            self.whole = False
            way_out = f"Add a {quote} where it ends."
            if quote == "'":
                way_out += " A text with an apostrophe in it goes in double quotes."
            self.trouble(token, f"The text that begins here with {quote} has no end.", way_out, True)
        elif "r" not in opening.lower():
            bad = next((e for e in _ESCAPE.finditer(token.words) if not e.group("good")), None)
            if bad:
                self.trouble(token, f"{bad.group()} means nothing in a text.", "Write \\\\ for a backslash.", True)
        self.tokens.append(token)
        breaks = token.words.count("\n")
        broken = len(self.problems) > known
        self.source.append("...".ljust(len(token.words)) if broken else token.words)
        if broken and breaks:  # the dots hold no lines, so what follows would stand elsewhere
            self.readable = False
        self.at = end
        if breaks:
            self.line += breaks
            self.line_start = start + token.words.rindex("\n") + 1

    def closing(self, at: int, quote: str) -> int:
        """Where the text that began before `at` ends, its closing quote included, or -1."""
        for found in _END[quote].finditer(self.text, at):
            if found.group() == quote:
                return found.end()
            if found.group() == "\n":
                break
        return -1


def scan(text: str) -> Iterator[Statement | Remark | Gap]:
    """The statements, comments and empty lines of a text, in order. Line breaks must already be \\n."""
    return _Scanner(text).walk()
