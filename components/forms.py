"""Tools and plans as plain values for the browser: what a card's form needs, and nothing else. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from studio.plan import Plan, Problem, Ref, Step, Value
from studio.tool import Input, Option, Tool

ROOMS = {"make": "Make", "shape": "Shape", "assemble": "Put together", "understand": "Understand", "judge": "Judge"}


def _input(take: Input) -> dict[str, Any]:
    return {
        "name": take.name,
        "sort": "input",
        "kinds": list(take.kinds),
        "many": take.many,
        "gaps": take.gaps,
        "required": take.required,
        "words": take.words,
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "name": option.name,
        "sort": "option",
        "type": option.type,
        "default": plain(option.default),
        "required": option.required,
        "choices": [plain(c) for c in option.choices],
        "low": option.low,
        "high": option.high,
        "nullable": option.nullable,
        "words": option.words,
    }


def catalogue(tools: Mapping[str, Tool]) -> list[dict[str, Any]]:
    """Every tool with its fields, inputs first, in the order of its signature within each."""
    return [
        {
            "name": tool.name,
            "room": ROOMS.get(tool.room, tool.room.title()),
            "summary": tool.summary,
            "words": tool.words,
            "makes": tool.makes,
            "judge": tool.judge,
            "fields": [_input(i) for i in tool.inputs] + [_option(o) for o in tool.options],
        }
        for tool in tools.values()
    ]


def plain(value: Any) -> Any:
    """A plan's value in JSON: a reference is {"ref": name}, a tuple is a list."""
    if isinstance(value, Ref):
        return {"ref": value.name}
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return str(value)


def valued(value: Any) -> Value:
    """The plan's value the browser sent. Raises ValueError for what no plan can hold."""
    if isinstance(value, dict):
        name = value.get("ref")
        if isinstance(name, str) and name.isidentifier():
            return Ref(name)
        raise ValueError("a reference needs a name")
    if isinstance(value, list):
        return tuple(valued(v) for v in value)
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise ValueError("not a value a plan can hold")


def card(step: Step, problems: Sequence[Problem]) -> dict[str, Any]:
    """One step as its card shows it, with the problems that concern it."""
    return {
        "name": step.name,
        "tool": step.tool,
        "line": step.line,
        "note": step.note,
        "values": {key: plain(value) for key, value in step.arguments},
        "problems": [problem(p) for p in problems if p.step == step.name],
    }


def cards(plan: Plan, problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """The plan's steps in story order."""
    return [card(step, problems) for step in plan.steps]


def problem(found: Problem) -> dict[str, Any]:
    return {
        "line": found.line,
        "column": found.column,
        "words": found.words,
        "way_out": found.way_out,
        "argument": found.argument,
    }
