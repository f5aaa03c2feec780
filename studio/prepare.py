"""Before a step runs: its options settled, its inputs found, its key; and what state each step is in."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from studio.bench import Bench
from studio.errors import PersonError
from studio.events import Artifact
from studio.naming import by_name
from studio.plan import Plan, Ref, Step, Value
from studio.store import Record, Store, key_of
from studio.tool import Tool


@dataclass(frozen=True)
class Prepared:
    """A step with everything decided: what goes in, and the key of what will come out."""

    step: Step
    tool: Tool
    key: str
    inputs: Mapping[str, Any]  # names (digest + suffix), lists of them, or None
    options: Mapping[str, Any]
    packs: Mapping[str, str]
    notes: tuple[str, ...]
    texts: Mapping[str, str]  # name → characters of Texts written in place

    def arguments(self, store: Store) -> dict[str, Any]:
        """What the tool's function is called with: paths for inputs, values for options."""

        def path(name: str | None) -> Path | None:
            if name is None:
                return None
            if name in self.texts:
                return store.adopt_text(self.texts[name]).path
            return store.things / name

        found: dict[str, Any] = dict(self.options)
        for key, value in self.inputs.items():
            found[key] = [path(v) for v in value] if isinstance(value, list) else path(value)
        return found


def _text_name(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() + ".txt"


def prepare(step: Step, tool: Tool, things: Mapping[str, Artifact], bench: Bench) -> Prepared:
    """Settle a step whose inputs are all there. Raises PersonError when the tool's `settle` refuses."""
    inputs: dict[str, Any] = {}
    options: dict[str, Any] = {}
    texts: dict[str, str] = {}

    def name_of(value: Value) -> str | None:
        if isinstance(value, Ref):
            return things[value.name].name
        if isinstance(value, str):
            name = _text_name(value)
            texts[name] = value
            return name
        return None

    for key, value in step.arguments:
        if tool.input(key) is None:
            options[key] = list(value) if isinstance(value, tuple) else value
        elif isinstance(value, tuple):
            inputs[key] = [name_of(v) for v in value]
        else:
            inputs[key] = name_of(value)
    for each in tool.inputs:
        if each.name not in inputs and not each.required:
            inputs[each.name] = [] if each.many else None
    kinds = {things[name].kind for name in step.inputs()}
    settled = tool.settle(tool.validate(options), bench.packs.ready, kinds)
    packs = {name: bench.packs.digest(name) for name in settled.packs}
    chosen = dict(settled.options)
    key = key_of(tool.name, tool.code, inputs, chosen, packs)
    return Prepared(step, tool, key, inputs, chosen, packs, settled.notes, texts)


def needed_for(plan: Plan, targets: Iterable[str] | None) -> Plan:
    """The plan with only the steps that these need, themselves included; all when `targets` is None."""
    if targets is None:
        return plan
    wanted = set(targets)
    unknown = wanted - {s.name for s in plan.steps}
    if unknown:
        raise PersonError(f"There is no step named '{sorted(unknown)[0]}' in the plan.")
    for step in reversed(plan.steps):
        if step.name in wanted:
            wanted.update(step.inputs())
    return replace(plan, steps=tuple(s for s in plan.steps if s.name in wanted))


Status = Literal["current", "stale", "missing", "blocked"]


@dataclass(frozen=True)
class State:
    """What is known of a step without running it. `made` may be stale; it is shown and usable all the same."""

    status: Status
    why: str = ""
    made: Artifact | None = None
    record: Record | None = None
    packs_missing: tuple[str, ...] = ()


def look(
    plan: Plan, given: Mapping[str, Artifact], bench: Bench, last: Callable[[str], str | None]
) -> dict[str, State]:
    """The state of every step, derived now. `last(step)` is the key of its newest take, if it has one."""
    states: dict[str, State] = {}
    things: dict[str, Artifact] = dict(given)
    for step in plan.steps:
        tool = bench.tools[step.tool]
        absent = [n for n in step.inputs() if n not in things]
        if absent:
            states[step.name] = _old(step, bench, last, f"'{absent[0]}' above it is not made as the plan now says")
            continue
        try:
            ready = prepare(step, tool, things, bench)
        except PersonError as error:
            states[step.name] = State("blocked", str(error))
            continue
        found = bench.store.recall(ready.key)
        if found:
            things[step.name] = found[0]
            notes = dict.fromkeys((*ready.notes, *found[1].notes))
            record = replace(found[1], notes=tuple(by_name(words, things) for words in notes))
            states[step.name] = State("current", made=found[0], record=record)
        else:
            missing = tuple(p for p in ready.packs if not bench.packs.ready(p))
            old = _old(step, bench, last, "", ready)
            states[step.name] = State(old.status, old.why, old.made, old.record, missing)
    return states


def _old(step: Step, bench: Bench, last: Callable[[str], str | None], why: str, ready: Prepared | None = None) -> State:
    """Stale when an earlier take is still there, with what changed since; else missing."""
    key = last(step.name)
    record = bench.store.record(key) if key else None
    made = bench.store.artifact(record.made, record.kind) if record else None
    if record is None or made is None:
        return State("missing", why)
    return State("stale", why or (_changed(record, ready) if ready else ""), made, record)


def _changed(record: Record, ready: Prepared) -> str:
    """Why a step's last take is no longer what its line asks for, in words."""
    if record.tool != ready.tool.name:
        return f"it is now made by '{ready.tool.name}', not '{record.tool}'"
    words = [
        f"{name} was {record.options.get(name)!r}, is now {value!r}"
        for name, value in ready.options.items()
        if record.options.get(name) != (list(value) if isinstance(value, tuple) else value)
    ]
    words += [f"{name} changed" for name, value in ready.inputs.items() if record.inputs.get(name) != value]
    if record.packs != dict(ready.packs):
        words.append("its packs changed")
    if not words and record.code != ready.tool.code:
        words.append("the tool itself is newer")
    return "; ".join(words)
