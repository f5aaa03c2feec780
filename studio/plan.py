"""The plan language: everything others need of it, under one name.

plan, problems = read(text)      never executes, never fails
problems = check(plan, tools)    against the tools' signatures
plan = parse(text, tools)        both, or PlanError with every problem at once
text = write(plan)               reads back as the same plan
changes = compare(old, new)
"""

from collections.abc import Mapping

from studio.check import check
from studio.difference import compare
from studio.errors import PersonError
from studio.printer import write, write_step, write_value
from studio.reader import MOST_PROBLEMS, read, read_text
from studio.steps import Change, Plan, Problem, Ref, Step, Value, clean_name
from studio.tool import Tool

__all__ = [
    "Change",
    "Plan",
    "PlanError",
    "Problem",
    "Ref",
    "Step",
    "Value",
    "check",
    "clean_name",
    "compare",
    "examine",
    "parse",
    "read",
    "write",
    "write_step",
    "write_value",
]


class PlanError(PersonError):
    """A plan that cannot run. `problems` holds all of them; the message is their sentences, one a line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def examine(
    text: str, tools: Mapping[str, Tool], given: Mapping[str, str] | None = None
) -> tuple[Plan, tuple[Problem, ...]]:
    """What could be read of a text, with every problem of its form and of its fit to the tools, by line."""
    reading = read_text(text)
    fit = check(reading.plan, tools, given, unread=reading.unread, lost=reading.lost)
    problems = sorted((*reading.problems, *fit), key=lambda p: (p.line, p.column))
    return reading.plan, tuple(problems[: MOST_PROBLEMS + 1])


def parse(text: str, tools: Mapping[str, Tool], given: Mapping[str, str] | None = None) -> Plan:
    """The plan of a text. `given` maps names the person gave to their kinds. Raises PlanError with every problem."""
    plan, problems = examine(text, tools, given)
    if problems:
        raise PlanError(problems)
    return plan
