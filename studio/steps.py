"""A plan as a value: its steps, and the edits that make a new plan from an old one."""

import keyword
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal, TypeAlias, Union

from studio.errors import PersonError

LONGEST_NAME = 60
BROKEN = re.compile("[\x00\ud800-\udfff]")  # no text file should hold a zero byte, and none can hold half a character


@dataclass(frozen=True)
class Ref:
    """A bare name in a plan: a thing made on a line above, or given by the person."""

    name: str


# Union[…] because a TypeAlias that names itself cannot be written with | before Python 3.12.
Value: TypeAlias = Union[str, int, float, bool, Ref, tuple["Value", ...], None]  # noqa: UP007


def tidy_note(words: str) -> str:
    """The words of a comment block as they read back: no carriage returns, no space or empty line at either end."""
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n", BROKEN.sub("\ufffd", words))]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)


def refs_in(value: Value) -> Iterator[str]:
    """Every name a value mentions, in order, repeats included."""
    if isinstance(value, Ref):
        yield value.name
    elif isinstance(value, tuple):
        for one in value:
            yield from refs_in(one)


def _with_name(value: Value, old: str, new: str) -> Value:
    if isinstance(value, Ref):
        return Ref(new) if value.name == old else value
    if isinstance(value, tuple):
        return tuple(_with_name(one, old, new) for one in value)
    return value


@dataclass(frozen=True)
class Step:
    """One line of a plan: `name = tool(key=value, …)` with the comments above it as its note.

    `line`, `places` (line and column of each argument, 1-based) and `gap` (an empty line stands above) tell how it
    stood in the text it was read from. They are no part of what the step says, so equality leaves them out.
    """

    name: str
    tool: str
    arguments: tuple[tuple[str, Value], ...] = ()
    note: str = ""
    line: int = field(default=0, compare=False)
    gap: bool = field(default=False, compare=False)
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "note", tidy_note(self.note))

    def has(self, key: str) -> bool:
        return any(k == key for k, _ in self.arguments)

    def get(self, key: str, default: Value = None) -> Value:
        """The value of an argument, or `default` when the step does not set it."""
        return next((value for k, value in self.arguments if k == key), default)

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of an argument in the text, or of the step where the argument's are not known."""
        for (k, _), place in zip(self.arguments, self.places, strict=False):
            if k == key:
                return place
        return self.line, 1

    def with_argument(self, key: str, value: Value) -> "Step":
        """The step with one argument set: in its place, or last when it is new."""
        if self.has(key):
            pairs = tuple((k, value if k == key else v) for k, v in self.arguments)
            return replace(self, arguments=pairs)
        return replace(self, arguments=(*self.arguments, (key, value)), places=())

    def without_argument(self, key: str) -> "Step":
        return replace(self, arguments=tuple((k, v) for k, v in self.arguments if k != key), places=())

    def inputs(self) -> tuple[str, ...]:
        """The names this step uses, each once, in the order it names them."""
        return tuple(dict.fromkeys(name for _, value in self.arguments for name in refs_in(value)))


@dataclass(frozen=True)
class Problem:
    """Something that keeps a plan from running: where (1-based), what is wrong, and a way out."""

    line: int
    column: int
    words: str
    way_out: str = ""
    step: str = ""
    argument: str = ""

    def __str__(self) -> str:
        return f"Line {self.line}: {self.words} {self.way_out}".rstrip()


@dataclass(frozen=True)
class Change:
    """One difference between two plans. `before` or `after` is None where the step is not in that plan.

    A change of the plan's own comments (title, closing words) is "noted" with an empty name and no steps.
    """

    kind: Literal["added", "removed", "changed", "moved", "noted"]
    name: str
    before: Step | None
    after: Step | None
    words: str


@dataclass(frozen=True)
class Plan:
    """A title, steps in running order, and the comments after the last step. Edits return a new plan."""

    title: str = ""
    steps: tuple[Step, ...] = ()
    tail: str = ""

    def __post_init__(self) -> None:
        title, tail = tidy_note(self.title), tidy_note(self.tail)
        if not self.steps and tail:  # comments alone read as a title, so they are one from the start
            title, tail = tidy_note(f"{title}\n\n{tail}"), ""
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "tail", tail)

    def names(self) -> tuple[str, ...]:
        return tuple(step.name for step in self.steps)

    def find(self, name: str) -> Step | None:
        return next((step for step in self.steps if step.name == name), None)

    def step(self, name: str) -> Step:
        """The step of this name. Raises PersonError when there is none."""
        return self.steps[self.index(name)]

    def index(self, name: str) -> int:
        """Where the step of this name stands, from 0. Raises PersonError when there is none."""
        for index, step in enumerate(self.steps):
            if step.name == name:
                return index
        raise PersonError(f"The plan has no step named '{name}'. It may have been removed or renamed.")

    def inputs_of(self, name: str) -> tuple[str, ...]:
        return self.step(name).inputs()

    def users(self, name: str) -> tuple[Step, ...]:
        """The steps that use a name, in order."""
        return tuple(step for step in self.steps if name in step.inputs())

    def fresh_name(self, base: str, taken: Collection[str] = ()) -> str:
        """A name nothing in this plan bears: "shot3" gives "shot4" or the next that is free.

        `taken` holds names outside the plan to keep clear of: tools, things given.
        """
        inputs = (name for step in self.steps for name in step.inputs())
        return fresh_name(base, {*taken, *self.names(), *inputs})

    def free_name(self, base: str, taken: Collection[str] = ()) -> str:
        """`base` itself where nothing bears it, else a fresh name after it."""
        inputs = (name for step in self.steps for name in step.inputs())
        return base if base not in {*taken, *self.names(), *inputs} else self.fresh_name(base, taken)

    # --- edits -------------------------------------------------------------------------------------------------

    def with_step(self, step: Step) -> "Plan":
        """The step in place of the one of its name, or at the end when the name is new."""
        if self.find(step.name) is None:
            return self.insert(step, len(self.steps))
        at = self.index(step.name)
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at + 1 :]))

    def insert(self, step: Step, at: int) -> "Plan":
        """A new step so that it stands at index `at`. Raises PersonError when its name is taken."""
        if self.find(step.name) is not None:
            raise PersonError(f"The plan already has a step named '{step.name}'. Give the new one another name.")
        at = min(max(at, 0), len(self.steps))
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at:]))

    def without(self, name: str) -> "Plan":
        """The plan less one step. Whatever used it still does: `users(name)` before tells what to mend."""
        at = self.index(name)
        return replace(self, steps=(*self.steps[:at], *self.steps[at + 1 :]))

    def moved(self, name: str, to: int) -> "Plan":
        """The step so that it stands at index `to` of the plan. The other steps keep their order."""
        at = self.index(name)
        rest = (*self.steps[:at], *self.steps[at + 1 :])
        to = min(max(to, 0), len(rest))
        # In one go: a plan that for a moment had no steps would take its closing words for its title.
        return replace(self, steps=(*rest[:to], self.steps[at], *rest[to:]))

    def renamed(self, old: str, new: str) -> "Plan":
        """The step under another name, here and wherever it is used. Raises PersonError when the name will not do."""
        new = clean_name(new)
        if new == old:
            return self
        at = self.index(old)
        if self.find(new) is not None:
            raise PersonError(f"The plan already has a step named '{new}'. Choose another name.")
        steps = [
            step
            if old not in step.inputs()
            else replace(step, arguments=tuple((k, _with_name(v, old, new)) for k, v in step.arguments))
            for step in self.steps
        ]
        steps[at] = replace(steps[at], name=new)
        return replace(self, steps=tuple(steps))

    def duplicated(self, name: str, taken: Collection[str] = ()) -> "Plan":
        """The step once more, right below, under `fresh_name(name, taken)`."""
        at = self.index(name)
        twin = replace(self.steps[at], name=self.fresh_name(name, taken), gap=False)
        return self.insert(twin, at + 1)

    def replace_argument(self, name: str, key: str, value: Value) -> "Plan":
        return self.with_step(self.step(name).with_argument(key, value))

    def without_argument(self, name: str, key: str) -> "Plan":
        return self.with_step(self.step(name).without_argument(key))


def fresh_name(base: str, used: Collection[str]) -> str:
    """`base` with the first number after it that gives a name not in `used`."""
    stem = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", base)).strip("_")
    stem = re.sub(r"\d+$", "", stem)[: LONGEST_NAME - 6]
    if not f"{stem}1".isidentifier():
        stem = "step"
    return next(f"{stem}{number}" for number in count(1) if f"{stem}{number}" not in used)


def name_trouble(name: str) -> str:
    """What is wrong with a name of a step, in words, or "" when nothing is. Tools' names are the checker's to know."""
    if not name.isidentifier():
        return "is not a name: use letters, digits and _, beginning with a letter"
    if keyword.iskeyword(name):
        return "is a word the plan language keeps for itself"
    if len(name) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} characters"
    return ""


def clean_name(name: str) -> str:
    """A name as the plan keeps it (NFKC, as Python's own reader does). Raises PersonError when it is not one."""
    name = unicodedata.normalize("NFKC", name.strip())
    trouble = name_trouble(name)
    if trouble:
        raise PersonError(f"'{name[:LONGEST_NAME]}' {trouble}.")
    return name
