"""An edit made on a card as an edit of the plan: one operation in, a new plan out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from components.forms import valued
from studio.errors import PersonError
from studio.plan import Plan, Ref, Step, Value
from studio.tool import Input, Option, Tool

LONGEST_NOTE = 20_000

# What a new step is called after: paint makes shot1, speak makes line1.
_BASES = {"paint": "shot", "animate": "clip", "move": "clip", "trim": "clip", "speak": "line", "compose": "music",
          "edit": "cut"}  # fmt: skip


@dataclass(frozen=True)
class Edited:
    """The plan after an edit, why in a word for its history, and the step concerned."""

    plan: Plan
    why: str
    step: str = ""
    users: tuple[str, ...] = ()  # of a removed step


def apply(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    """The plan after `op` ({"op": "set", "step": …}). Raises PersonError when it cannot be done as asked."""
    acts = {
        "set": _set,
        "unset": _unset,
        "note": _note,
        "rename": _rename,
        "duplicate": _duplicate,
        "remove": _remove,
        "move": _move,
        "add": _add,
    }
    act = acts.get(str(op.get("op")))
    if act is None:
        raise PersonError("The studio does not know that edit. Reload the page: it may be older than the studio.")
    return act(plan, op, tools, given)


def _step(plan: Plan, op: Mapping[str, Any]) -> Step:
    return plan.step(str(op.get("step", "")))


def _set(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    step, key = _step(plan, op), str(op.get("key", ""))
    if not key.isidentifier():
        raise PersonError("That field has no name a plan can hold.")
    try:
        value = valued(op.get("value"))
    except ValueError as error:
        raise PersonError(f"{step.name}: {key} cannot be set to that ({error}).") from error
    return Edited(plan.replace_argument(step.name, key, value), f"{key} of {step.name}", step.name)


def _unset(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    step, key = _step(plan, op), str(op.get("key", ""))
    return Edited(plan.without_argument(step.name, key), f"{key} of {step.name}", step.name)


def _note(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    step, words = _step(plan, op), str(op.get("note", ""))
    if len(words) > LONGEST_NOTE:
        raise PersonError(f"A note has at most {LONGEST_NOTE:,} characters; this one has {len(words):,}.")
    return Edited(plan.with_step(replace(step, note=words)), f"note of {step.name}", step.name)


def _rename(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    step, to = _step(plan, op), str(op.get("to", "")).strip()
    if to in given or to in tools:
        raise PersonError(f"'{to}' is already the name of a {'file you gave' if to in given else 'tool'}. Try another.")
    return Edited(plan.renamed(step.name, to), f"renamed {step.name} to {to}", to)


def _duplicate(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    step = _step(plan, op)
    after = plan.duplicated(step.name, {*tools, *given})
    return Edited(after, f"copied {step.name}", after.steps[after.index(step.name) + 1].name)


def _remove(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    """Take a step out, and out of lists that named it; where it was the only thing named, the card says so."""
    step = _step(plan, op)
    after = plan.without(step.name)
    for user in plan.users(step.name):
        for key, value in user.arguments:
            if isinstance(value, tuple) and Ref(step.name) in value:
                rest = tuple(v for v in value if v != Ref(step.name))
                after = after.replace_argument(user.name, key, rest)
    users = tuple(s.name for s in after.steps if step.name in s.inputs())
    return Edited(after, f"removed {step.name}", step.name, users)


def _move(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    step, to = _step(plan, op), op.get("to")
    if not isinstance(to, int) or isinstance(to, bool):
        raise PersonError("That is no place in the plan.")
    to = max(0, min(to, len(plan.steps) - 1))
    after = plan.moved(step.name, to)
    places = {s.name: at for at, s in enumerate(after.steps)}
    for s in after.steps:
        above = next((n for n in s.inputs() if n in places and places[n] >= places[s.name]), None)
        if above:
            raise PersonError(f"{s.name} uses {above}, so it has to stay below it.")
    return Edited(after, f"moved {step.name}", step.name)


def _add(plan: Plan, op: Mapping[str, Any], tools: Mapping[str, Tool], given: Mapping[str, str]) -> Edited:
    tool = tools.get(str(op.get("tool", "")))
    if tool is None:
        raise PersonError("There is no such tool. Choose one from the list.")
    to = op.get("to")
    at = to if isinstance(to, int) and not isinstance(to, bool) and 0 <= to <= len(plan.steps) else len(plan.steps)
    above = {**given, **{s.name: tools[s.tool].makes for s in plan.steps[:at] if s.tool in tools}}
    arguments: list[tuple[str, Value]] = []
    for take in tool.inputs:
        value = _first_input(take, above)
        if value is not None:
            arguments.append((take.name, value))
    arguments += [(o.name, _first_option(o)) for o in tool.options if o.required]
    name = plan.fresh_name(_BASES.get(tool.name, tool.name), {*tools, *given})
    step = Step(name, tool.name, tuple(arguments))
    return Edited(plan.insert(step, at), f"added {name}", name)


def _first_input(take: Input, above: Mapping[str, str]) -> Value | None:
    """What a new step's input begins with: the nearest fitting thing above, or words to write over."""
    fitting = [name for name, kind in above.items() if kind in take.kinds]
    if take.many:
        return tuple(Ref(name) for name in fitting) if take.required else None
    if not take.required:
        return None
    if "Text" in take.kinds:
        return "…"
    return Ref(fitting[-1]) if fitting else None


def _first_option(option: Option) -> Value:
    if option.type == "choices":
        return ()
    if option.choices:
        return option.choices[0]  # type: ignore[no-any-return]
    if option.type in ("integer", "number"):
        return option.low if option.low is not None else 1
    return False if option.type == "switch" else "…"
