"""A plan against the tools: every name, key, kind and value that does not fit, in words and with a way out."""

import difflib
import inspect
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from studio.printer import write_value
from studio.reader import MOST_PROBLEMS
from studio.steps import LONGEST_NAME, Plan, Problem, Ref, Step, Value, fresh_name
from studio.tool import Input, Option, Tool

_OR_GIVE = "Make it on a line above, or give a file by that name."
_NEARBY = 100  # names looked through for a suggestion: enough for a person, bounded for a hostile text


def _near(word: str, among: Iterable[str]) -> str:
    """'Did you mean "x"?' when something close is among the words, else ""."""
    if len(word) > LONGEST_NAME:
        return ""
    candidates = list(dict.fromkeys(among))[-_NEARBY:]
    lowered = {one.lower(): one for one in candidates}
    found = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return f"Did you mean {lowered[found[0]]}?" if found else ""


def _some(words: Iterable[str], most: int = 12) -> str:
    listed = list(words)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")


def _show(value: Value) -> str:
    """A value as the person wrote it, cut short."""
    words = write_value(value)
    return words if len(words) <= 60 else words[:57] + "…"


def _article(words: str) -> str:
    return ("an " if words[:1] in "AEIOU" else "a ") + words


def _kinds(kinds: Collection[str]) -> str:
    return _article(" or ".join(dict.fromkeys(kinds)))


@dataclass(frozen=True)
class _Known:
    """What a step sees: the kinds of the names above it ("" where not known), and where later names are made."""

    kinds: Mapping[str, str]
    later: Mapping[str, int]


@dataclass(frozen=True)
class _Asked:
    """One argument of one step, and how to complain about it."""

    step: Step
    key: str
    value: Value

    def problem(self, words: str, way_out: str = "") -> Problem:
        return Problem(*self.step.place(self.key), words, way_out, self.step.name, self.key)


def _name_problems(asked: _Asked, takes: Input, name: str, known: _Known) -> Iterator[Problem]:
    if name in known.kinds:
        kind = known.kinds[name]
        if kind and kind not in takes.kinds:
            wanted = _kinds(takes.kinds)
            fitting = [n for n, k in known.kinds.items() if k in takes.kinds]
            way_out = f"These fit: {_some(fitting[::-1], 6)}." if fitting else f"Make {wanted} above first."
            yield asked.problem(f"{asked.key} takes {wanted}, but {name} is {_article(kind)}.", way_out)
    elif name == asked.step.name:
        yield asked.problem(f"{name} is made from itself.", "Name something from a line above.")
    elif name in known.later:
        words = f"{name} is made only on line {known.later[name]}, below."
        yield asked.problem(words, f"Move that step above {asked.step.name}.")
    else:
        near = _near(name, (n for n, k in known.kinds.items() if not k or k in takes.kinds)) or _near(name, known.kinds)
        quoted = f'Words go in quotes: {asked.key}="{name}".' if "Text" in takes.kinds else _OR_GIVE
        yield asked.problem(f"Nothing above is named {name[:LONGEST_NAME]}.", near or quoted)


def _one_input(asked: _Asked, takes: Input, value: Value, known: _Known) -> Iterator[Problem]:
    """Problems of one thing for an input: a name, a Text written in place, or None for a gap."""
    if isinstance(value, Ref):
        yield from _name_problems(asked, takes, value.name, known)
    elif value is None:
        if not takes.gaps:
            yield asked.problem(f"{asked.key} cannot be None.", f"Name {_kinds(takes.kinds)}.")
    elif isinstance(value, str):
        if "Text" not in takes.kinds:
            bare = f"Take the quotes away: {value}." if value in known.kinds else "Write a name, without quotes."
            yield asked.problem(f"{asked.key} takes {_kinds(takes.kinds)}, not a text.", bare)
    elif isinstance(value, tuple):
        yield asked.problem(f"A list stands inside {asked.key}.", "Write its things one by one.")
    else:
        way_out = "Put it in quotes." if "Text" in takes.kinds else "Write a name from a line above."
        yield asked.problem(f"{asked.key} takes {_kinds(takes.kinds)}, not {_show(value)}.", way_out)


def _input_problems(asked: _Asked, takes: Input, known: _Known, default: object) -> Iterator[Problem]:
    value = asked.value
    if not takes.many:
        if isinstance(value, tuple):
            yield asked.problem(f"{asked.key} takes one thing, not a list.", "Take the square brackets away.")
        else:
            yield from _one_input(asked, takes, value, known)
    elif isinstance(value, tuple):
        if takes.required and not value:
            yield asked.problem(f"The list {asked.key} is empty.", f"Name {_kinds(takes.kinds)} in it.")
        for one in value:
            yield from _one_input(asked, takes, one, known)
    elif value is not None or default is not None:  # None alone stands for the list only where it is the default
        yield asked.problem(f"{asked.key} takes a list.", f"Write {asked.key}=[{_show(value)}].")


_OWN = "Value error, "
_PLAIN = (
    (r"greater than or equal to (\S+)", "must be at least {0}"),
    (r"less than or equal to (\S+)", "must be at most {0}"),
    (r"greater than (\S+)", "must be more than {0}"),
    (r"less than (\S+)", "must be less than {0}"),
    (r"multiple of (\S+)", "must be a multiple of {0}"),
    (r"at most (\d+) character", "must have at most {0} characters"),
    (r"at least (\d+) character", "must have at least {0} characters"),
    (r"at most (\d+) item", "must have at most {0} things in it"),
    (r"at least (\d+) item", "must have at least {0} things in it"),
    (r"valid integer", "must be a whole number"),
    (r"valid number", "must be a number"),
    (r"valid string", "must be a text in quotes"),
    (r"valid boolean", "must be True or False"),
    (r"valid (?:list|tuple)", "must be a list in [ ]"),
    (r"match pattern", "must be written like its default"),
    (r"^Input should be (.*)$", "must be {0}"),
)


def _plain(words: str) -> str:
    """pydantic's words as the middle of a sentence of ours."""
    for pattern, ours in _PLAIN:
        found = re.search(pattern, words)
        if found:
            return ours.format(*found.groups())
    return f"does not fit ({words})"


_TYPES: dict[str, tuple[type | tuple[type, ...], str]] = {
    "text": (str, "a text in quotes"),
    "integer": ((int, float), "a whole number"),
    "number": ((int, float), "a number"),
    "switch": (bool, "True or False"),
}


def _option_problems(asked: _Asked, option: Option, tool: Tool) -> Iterator[Problem]:
    value, key = asked.value, asked.key
    if value is None and option.nullable:
        return
    if isinstance(value, Ref):
        way_out = f'Words go in quotes: {key}="{value.name}".' if option.type in ("text", "choice") else ""
        yield asked.problem(f"{key} takes a value, not the name {_show(value)}.", way_out or "Write the value itself.")
    elif option.type == "choice":
        if not any(value == c and type(value) is type(c) for c in option.choices):
            offered = [write_value(c) for c in option.choices]
            near = _near(value, (str(c) for c in option.choices)) if isinstance(value, str) else ""
            words = f"{key} cannot be {_show(value)}."
            yield asked.problem(words, f"{near} It can be {_some(offered, 30)}.".strip())
    else:
        wanted, named = _TYPES.get(option.type, (object, ""))
        if not isinstance(value, wanted) or (isinstance(value, bool) and option.type in ("integer", "number")):
            loose = isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?|True|False", value)
            way_out = "Take the quotes away." if loose else f"Its default is {_show(option.default)}."
            if option.required and not loose:
                way_out = "Put it in quotes." if option.type == "text" else "Write one."
            yield asked.problem(f"{key} must be {named}, not {_show(value)}.", way_out)
            return
        for where, words in tool.problems({key: list(value) if isinstance(value, tuple) else value}):
            if where == key and words.startswith(_OWN):
                yield asked.problem(words.removeprefix(_OWN))  # a sentence of the tool's own
                return
            if where == key:
                way_out = option.words if option.required else f"{option.words} Its default is {_show(option.default)}."
                yield asked.problem(f"{key} {_plain(words)}, not {_show(value)}.", way_out.strip())
                return


def _step_problems(step: Step, tool: Tool, known: _Known, unread: Collection[str]) -> Iterator[Problem]:
    signature = inspect.signature(tool.function).parameters
    keys = [name for name in signature if tool.input(name) or tool.option(name)]
    for key, value in step.arguments:
        asked = _Asked(step, key, value)
        takes, option = tool.input(key), tool.option(key)
        if takes:
            yield from _input_problems(asked, takes, known, signature[key].default)
        elif option:
            yield from _option_problems(asked, option, tool)
        else:
            near = _near(key, keys) or f"It takes {_some(keys, 30)}."
            yield asked.problem(f"{tool.name} has nothing called {key[:LONGEST_NAME]}.", near)
    if "*" in unread:
        return
    parameters: tuple[Input | Option, ...] = (*tool.inputs, *tool.options)
    for wanted in parameters:
        if wanted.required and not step.has(wanted.name) and wanted.name not in unread:
            hint = f" {wanted.words}" if wanted.words else ""
            words = f"{tool.name} needs {wanted.name}."
            yield Problem(step.line, 1, words, f"Add {wanted.name}=….{hint}", step.name, wanted.name)


def _all_problems(
    plan: Plan,
    tools: Mapping[str, Tool],
    given: Mapping[str, str],
    unread: Mapping[int, frozenset[str]],
    lost: Mapping[str, int],
) -> Iterator[Problem]:
    kinds: dict[str, str] = dict(given)
    made: dict[str, int] = {}
    later: dict[str, int] = {}
    for step in plan.steps:
        later.setdefault(step.name, step.line)
    used = {*kinds, *tools, *lost, *plan.names()}
    lost = {name: line for name, line in lost.items() if name not in later and name not in kinds}
    kinds |= dict.fromkeys(lost, "")
    for step in plan.steps:
        if step.name in tools:
            words = f"{step.name} is the name of a tool."
            yield Problem(step.line, 1, words, f"Call the step {fresh_name(step.name, used)}.", step.name)
        elif step.name in made:
            words = f"{step.name} is already made on line {made[step.name]}."
            yield Problem(step.line, 1, words, f"Call this one {fresh_name(step.name, used)}.", step.name)
        elif step.name in given:
            words = f"{step.name} is something you gave."
            yield Problem(step.line, 1, words, f"Call the step {fresh_name(step.name, used)}.", step.name)
        tool = tools.get(step.tool)
        if tool is None:
            way_out = _near(step.tool, tools) or f"There are {_some(sorted(tools), 30)}."
            yield Problem(step.line, 1, f"There is no tool {step.tool[:LONGEST_NAME]}.", way_out, step.name)
        else:
            yield from _step_problems(step, tool, _Known(kinds, later), unread.get(step.line, ()))
        made.setdefault(step.name, step.line)
        kinds[step.name] = tool.makes if tool else ""


def check(
    plan: Plan,
    tools: Mapping[str, Tool],
    given: Mapping[str, str] | None = None,
    *,
    unread: Mapping[int, frozenset[str]] | None = None,
    lost: Mapping[str, int] | None = None,
) -> tuple[Problem, ...]:
    """Everything that keeps a plan from running, in order of its lines; empty when it is sound.

    `given` maps the names the person gave to their kinds. `unread` and `lost` are what reading left out (see
    `reader.Reading`), so that one mistake is not told twice.
    """
    found = list(islice(_all_problems(plan, tools, given or {}, unread or {}, lost or {}), MOST_PROBLEMS))
    return tuple(sorted(found, key=lambda p: (p.line, p.column)))
