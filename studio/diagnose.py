"""Why a line is not a step, in words: for what Python's parser can only call a syntax error."""

import keyword
import re

from studio.scan import Statement, Token
from studio.steps import Problem

_FORM = "A step is: name = tool(key=value, …)."
_VALUES = ("name", "number", "text")
_CONSTANTS = ("True", "False", "None")


def _keyword(token: Token) -> bool:
    return token.kind == "name" and keyword.iskeyword(token.words) and token.words not in _CONSTANTS


def _name_side(tokens: tuple[Token, ...]) -> Problem | None:
    """What is wrong before the first `=`, which should be one name."""
    equals = next((i for i, t in enumerate(tokens) if t.words == "=" and t.kind == "sign"), None)
    opened = next((i for i, t in enumerate(tokens) if t.words == "("), None)
    first = tokens[0]
    if equals is None or (opened is not None and opened < equals):
        return Problem(first.line, first.column, "This line is not a step.", _FORM)
    before = tokens[:equals]
    if not before:
        return Problem(first.line, first.column, "The step has no name.", _FORM)
    if len(before) == 1 and before[0].kind == "name":
        return None
    joined = re.sub(r"\W+", "_", "_".join(t.words for t in before if t.kind != "sign")).strip("_")[:40]
    better = f"For example {joined}." if joined.isidentifier() else "For example shot1."
    return Problem(first.line, first.column, "The name of a step is one word of letters, digits and _.", better)


def _between(tokens: tuple[Token, ...]) -> Problem | None:
    """The first two neighbours in a call that cannot stand beside each other."""
    depth = 0
    for here, there, after in zip(tokens, tokens[1:], (*tokens[2:], None), strict=False):
        depth += (here.words in "([" and here.kind == "sign") - (here.words in ")]" and here.kind == "sign")
        place = (there.line, there.column)
        ends = here.kind in _VALUES or here.words in (")", "]")
        if here.words == "=" and here.kind == "sign" and there.words in (",", ")", "]"):
            return Problem(*place, "A value is missing after the =.", "Write one, or take the key away.")
        if here.words == "," and there.words == "," and here.kind == there.kind == "sign":
            return Problem(*place, "There is a comma too many.", "Take one away.")
        if not ends or there.kind not in _VALUES or here.kind == there.kind == "text":
            continue
        if after is not None and after.words == "=" and there.kind == "name" and depth:
            return Problem(*place, f"A comma is missing before {there.words[:40]}.", "Put one between the arguments.")
        if depth:
            return Problem(*place, f"'{there.words[:40]}' follows without a comma.", "Put words in quotes.")
    return None


def diagnose(statement: Statement) -> Problem:
    """One problem that says, as plainly as the words of the line allow, why it is not a step."""
    tokens = statement.tokens
    first = tokens[0]
    for token in tokens:
        if _keyword(token):
            words = f"'{token.words}' does not belong in a plan."
            return Problem(token.line, token.column, words, _FORM)
    side = _name_side(tokens)
    if side:
        return side
    for token in tokens:
        if token.kind == "sign" and token.words not in "=,()[]-+.":
            words = f"A plan has no {token.words}" if token.words.isprintable() else "A character here cannot be seen"
            return Problem(token.line, token.column, words + ".", _FORM)
    between = _between(tokens)
    if between:
        return between
    for token in tokens:
        if token.kind == "text" and token.words[0] not in "\"'":
            words = "The letters before this quote mean nothing in a plan."
            return Problem(token.line, token.column, words, "Take them away.")
    return Problem(first.line, first.column, "This line is not a step.", _FORM)
