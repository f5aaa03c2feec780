"""Plan text to a plan: read with Python's own parser, never executed; whatever is not a plan becomes a problem."""

import ast
import math
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from studio.diagnose import diagnose
from studio.scan import Gap, Remark, Statement, scan
from studio.steps import BROKEN, Plan, Problem, Ref, Step, Value, name_trouble

LONGEST_TEXT = 256_000  # characters
MOST_LINES = 20_000
MOST_STEPS = 2000
MOST_PROBLEMS = 200
_DEEPEST = 8  # brackets inside brackets; no plan needs more than two or three
_LARGEST = 2**53 - 1  # every whole number up to here survives JSON and the browser

_FORM = "A step is: name = tool(key=value, …)."
_NOT_VALUES: dict[type[ast.AST], tuple[str, str]] = {
    ast.Call: ("A call stands inside another call.", "Give it a line of its own above, and use its name here."),
    ast.JoinedStr: ("A plan does not fill in f-texts.", "Write the words themselves, without the f."),
    ast.BinOp: ("A plan does not calculate.", "Write the result itself."),
    ast.Starred: ("A * means nothing in a plan.", "Write each thing out, or a list in [ ]."),
    ast.Dict: ("A value cannot be written in { }.", "Use a list in [ ]."),
    ast.Set: ("A value cannot be written in { }.", "Use a list in [ ]."),
    ast.Lambda: ("A plan has no functions of its own.", "Write a value."),
    ast.NamedExpr: ("A name cannot be made inside a call.", "Give it a line of its own above."),
    ast.IfExp: ("A plan does not decide.", "Write the value you want."),
    ast.Attribute: ("A name has no parts after a dot.", "Use the name alone."),
    ast.Subscript: ("A name has no parts in [ ].", "Use the name alone."),
}
_NOT_VALUES |= dict.fromkeys(
    (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    ("A plan has no loops.", "Write each thing out, in a list."),
)


@dataclass(frozen=True)
class Reading:
    """What a text says. `unread` is keyed by a step's line: the arguments that are there but could not be read ("*" for
    those it is not known of).

    `lost` maps the names that statements without a readable call would have made to their lines.
    """

    plan: Plan
    problems: tuple[Problem, ...]
    unread: Mapping[int, frozenset[str]]
    lost: Mapping[str, int]


class _UnreadError(Exception):
    """A value that is none; the problem says why."""

    def __init__(self, at: ast.AST, words: str, way_out: str) -> None:
        super().__init__(words)
        self.at = at
        self.words = words
        self.way_out = way_out

    @property
    def at_dots(self) -> bool:
        return isinstance(self.at, ast.Constant) and self.at.value is ...


class _Places:
    """Where Python's positions (line of the statement, byte of the line) lie in the text."""

    def __init__(self, statement: Statement) -> None:
        self.line, self.column = statement.line, statement.column
        self.lines = statement.source.split("\n")
        self.bytes: dict[int, list[int]] = {}

    def of(self, found: ast.AST) -> tuple[int, int]:
        row = getattr(found, "lineno", 1) - 1
        column = getattr(found, "col_offset", 0)
        words = self.lines[min(row, len(self.lines) - 1)]
        if not words.isascii():
            if row not in self.bytes:
                self.bytes[row] = [0, *accumulate(len(c.encode()) for c in words)]
            column = bisect_left(self.bytes[row], column)
        return self.line + row, column + (self.column if row == 0 else 1)


def _number(found: ast.AST, value: object) -> int | float:
    if isinstance(value, int) and abs(value) <= _LARGEST:
        return int(value)
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, complex):
        raise _UnreadError(found, "A number ends in j.", "Write a plain number.")
    raise _UnreadError(found, "This number is too large.", f"Use one up to {_LARGEST}.")


def _value(found: ast.AST) -> Value:
    """A literal, a name or a list of them. Raises `_UnreadError`."""
    if isinstance(found, ast.Constant):
        if isinstance(found.value, str):
            if BROKEN.search(found.value):
                raise _UnreadError(found, "This text holds half a character or a zero byte.", "Take the \\ code away.")
            return found.value
        if found.value is None or isinstance(found.value, bool):
            return found.value
        if isinstance(found.value, bytes):
            raise _UnreadError(found, "This text has a b before its quote.", "Take the b away.")
        if found.value is ...:
            raise _UnreadError(found, "The three dots stand for something that is not there.", "Write the value.")
        return _number(found, found.value)
    if isinstance(found, ast.Name):
        return Ref(found.id)
    if isinstance(found, ast.UnaryOp) and not isinstance(found.op, ast.Not):
        inner = found.operand
        plus_or_minus = isinstance(found.op, ast.USub | ast.UAdd)
        if plus_or_minus and isinstance(inner, ast.Constant) and type(inner.value) in (int, float):
            number = _number(found, inner.value)
            return -number if isinstance(found.op, ast.USub) else number
        raise _UnreadError(found, "A sign stands before something that is not a number.", "Write a number like -1.5.")
    if isinstance(found, ast.List | ast.Tuple):
        return tuple(_value(one) for one in found.elts)
    words, way_out = _NOT_VALUES.get(type(found), ("This is not a value.", "Write a text, a number, a name or a list."))
    raise _UnreadError(found, words, way_out)


def _call(statement: Statement) -> tuple[str, ast.Call, list[Problem]] | Problem | None:
    """The name and the call of a statement, with what is wrong about the call as a whole; or why there is none.

    None: nothing to add to the problems the scanner found.
    """
    if not statement.readable:
        return None
    if statement.deepest > _DEEPEST:
        return Problem(statement.line, statement.column, f"Brackets stand {statement.deepest} deep.", _FORM)
    try:
        body = ast.parse(statement.source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return None if statement.problems else diagnose(statement)
    places = _Places(statement)
    found = body[0] if len(body) == 1 else None
    if isinstance(found, ast.Expr) and isinstance(found.value, ast.Call) and isinstance(found.value.func, ast.Name):
        tool = found.value.func.id
        return Problem(*places.of(found), "This step makes something that has no name.", f"Write name = {tool}(…).")
    if not isinstance(found, ast.Assign) or len(found.targets) != 1 or not isinstance(found.targets[0], ast.Name):
        return diagnose(statement)
    name, value = found.targets[0].id, found.value
    if not isinstance(value, ast.Call):
        words = f"'{name[:40]}' is not made by a tool."
        return Problem(*places.of(value), words, f"Write {name[:40]} = tool(key=value, …).", name)
    if not isinstance(value.func, ast.Name):
        return Problem(*places.of(value.func), "A tool is called by its bare name.", _FORM, name)
    extra = [
        Problem(*places.of(one), "A value stands here without its key.", "Write key=value.", name)
        for one in value.args
        if not isinstance(one, ast.Starred)
    ]
    stars = [one for one in value.args if isinstance(one, ast.Starred)]
    stars_too = [one for one in value.keywords if one.arg is None]
    extra += [Problem(*places.of(one), *_NOT_VALUES[ast.Starred], name) for one in (*stars, *stars_too)]
    return name, value, extra


def _step(statement: Statement, name: str, call: ast.Call) -> tuple[Step, list[Problem], set[str]]:
    """The step, the problems of its arguments, and the keys that are there but say nothing readable."""
    places = _Places(statement)
    problems: list[Problem] = []
    arguments: dict[str, Value] = {}
    where: list[tuple[int, int]] = []
    unread: set[str] = set()
    trouble = name_trouble(name)
    if trouble:
        problems.append(Problem(statement.line, statement.column, f"'{name[:40]}' {trouble}.", "Shorten it.", name))
    for one in call.keywords:
        key = one.arg
        if key is None:
            continue
        if key in arguments or key in unread:
            words = f"{key[:60]} is set twice."
            problems.append(Problem(*places.of(one), words, "Keep one of the two.", name, key))
            continue
        try:
            arguments[key] = _value(one.value)
            where.append(places.of(one))
        except _UnreadError as wrong:
            unread.add(key)
            if wrong.at_dots and statement.problems:
                continue  # the scanner put the dots there, and has said why
            problems.append(Problem(*places.of(wrong.at), wrong.words, wrong.way_out, name, key))
    assert isinstance(call.func, ast.Name)
    step = Step(name, call.func.id, tuple(arguments.items()), line=statement.line, places=tuple(where))
    return step, problems, unread


class _Comments:
    """Comment lines waiting for the step below them, in blocks set apart by empty lines."""

    def __init__(self) -> None:
        self.blocks: list[list[str]] = [[]]
        self.gap = False

    def add(self, words: str) -> None:
        self.blocks[-1].append(words)

    def empty_line(self) -> None:
        self.gap = True
        if self.blocks[-1]:
            self.blocks.append([])

    def take(self) -> str:
        """Everything that waits, as one note."""
        note = "\n\n".join("\n".join(block) for block in self.blocks if block)
        self.blocks, self.gap = [[]], False
        return note

    def take_title(self) -> str:
        """The first block, if an empty line sets it apart from the first step."""
        return "\n".join(self.blocks.pop(0)) if len(self.blocks) > 1 else ""


def _too_much(text: str) -> Problem | None:
    """Why a text is not even looked at, if so."""
    if len(text) > LONGEST_TEXT:
        words = f"This text has {len(text)} characters; a plan has at most {LONGEST_TEXT}."
        return Problem(1, 1, words, "Shorten it, or make two films of it.")
    lines = text.count("\n") + text.count("\r")
    if lines > MOST_LINES:
        words = f"This text has {lines} lines; a plan has at most {MOST_LINES}."
        return Problem(1, 1, words, "Take empty lines and comments away.")
    return None


def _broken_characters(text: str) -> list[Problem]:
    problems = []
    for broken in islice(BROKEN.finditer(text), MOST_PROBLEMS):
        line, column = text.count("\n", 0, broken.start()) + 1, broken.start() - text.rfind("\n", 0, broken.start())
        problems.append(Problem(line, column, "A character here is broken.", "Delete it and type it again."))
    return problems


def read_text(text: str) -> Reading:
    """What a text says, and every problem of its form. Survives anything; runs nothing."""
    refused = _too_much(text)
    if refused:
        return Reading(Plan(), (refused,), {}, {})
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems = _broken_characters(text)
    steps: list[Step] = []
    unread: dict[int, frozenset[str]] = {}
    lost: dict[str, int] = {}
    comments = _Comments()
    title = ""
    begun = False
    for part in scan(BROKEN.sub("\ufffd", text)):
        if isinstance(part, Remark):
            comments.add(part.words)
        elif isinstance(part, Gap):
            comments.empty_line()
        elif len(problems) >= MOST_PROBLEMS:
            problems.append(Problem(part.line, part.column, "There may be more problems below.", "Mend these first."))
            break
        elif len(steps) >= MOST_STEPS:
            problems.append(Problem(part.line, part.column, f"A plan has at most {MOST_STEPS} steps.", "Shorten it."))
            break
        else:
            title = title if begun else comments.take_title()
            gap = comments.gap and begun
            begun = True
            note = "\n".join((comments.take(), *part.comments))
            found = _call(part)
            name = found[0] if isinstance(found, tuple) else ""
            problems += (replace(problem, step=name) for problem in part.problems)
            if isinstance(found, tuple):
                name, call, extra = found
                step, wrong, keys = _step(part, name, call)
                steps.append(replace(step, note=note, gap=gap))
                problems += extra + wrong
                keys |= {"*"} if extra or not part.whole else set()
                unread[part.line] = unread.get(part.line, frozenset()) | keys
            else:
                problems += [found] if found else []
                if [token.words for token in part.tokens[1:2]] == ["="]:
                    lost.setdefault(unicodedata.normalize("NFKC", part.tokens[0].words), part.line)
    plan = Plan(title, tuple(steps), comments.take())
    return Reading(plan, tuple(sorted(problems, key=lambda p: (p.line, p.column))), unread, lost)


def read(text: str) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan a text says, and every problem of its form, in order.

    With problems, the plan is what could be read: good for showing, not for writing back over the text.
    """
    reading = read_text(text)
    return reading.plan, reading.problems
