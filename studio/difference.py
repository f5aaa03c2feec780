"""What differs between two plans, step by step, in words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from studio.printer import write_value
from studio.steps import Change, Plan, Step, Value

_CUT = 80


def same(a: Value, b: Value) -> bool:
    """Equal in meaning: 4 and 4.0 are, True and 1 are not."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    return isinstance(a, bool) == isinstance(b, bool) and a == b


def _show(value: Value) -> str:
    words = write_value(value)
    return words if len(words) <= _CUT else words[: _CUT - 1] + "…"


def _argument_words(old: Step, new: Step) -> Iterator[str]:
    if old.tool != new.tool:
        yield f"made by {new.tool} instead of {old.tool}"
    before, after = dict(old.arguments), dict(new.arguments)
    for key, value in old.arguments:
        if key not in after:
            yield f"{key} no longer {_show(value)}"
        elif not same(value, after[key]):
            yield f"{key} {_show(value)} → {_show(after[key])}"
    for key, value in new.arguments:
        if key not in before:
            yield f"{key} now {_show(value)}"


def _changed(old: Step, new: Step) -> str:
    words = list(_argument_words(old, new))
    if not words and [k for k, _ in old.arguments] != [k for k, _ in new.arguments]:
        words = ["the same, written in another order"]
    return "; ".join(words)


def _staying(order: Sequence[int]) -> set[int]:
    """Indices into `order` of a longest rising run: the steps that need not be called moved."""
    ends: list[int] = []  # smallest last value of a run of each length
    holders: list[int] = []
    before: list[int] = []
    for index, value in enumerate(order):
        at = bisect_left(ends, value)
        ends[at : at + 1] = [value]
        holders[at : at + 1] = [index]
        before.append(holders[at - 1] if at else -1)
    staying: set[int] = set()
    index = holders[-1] if holders else -1
    while index >= 0:
        staying.add(index)
        index = before[index]
    return staying


def _keyed(plan: Plan) -> dict[tuple[str, int], Step]:
    """Steps by name; a name made twice (a plan with problems) is told apart by its count."""
    found: dict[tuple[str, int], Step] = {}
    seen: dict[str, int] = {}
    for step in plan.steps:
        count = seen[step.name] = seen.get(step.name, 0) + 1
        found[step.name, count] = step
    return found


def _words_changed(what: str, before: str, after: str) -> str:
    if not before:
        return f"{what} is now {_show(after)}"
    return f"{what} {_show(before)} → {_show(after)}" if after else f"{what} {_show(before)} is gone"


def _comments(old: Plan, new: Plan) -> tuple[tuple[str, str, str], ...]:
    """The plan's own comments, in pairs to compare. Without steps title and tail are one, so then they are joined."""
    if old.steps and new.steps:
        return ("title", old.title, new.title), ("closing comment", old.tail, new.tail)
    joined = ["\n\n".join(words for words in (plan.title, plan.tail) if words) for plan in (old, new)]
    return (("title", joined[0], joined[1]),)


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every difference that is not mere layout: what is gone first, then in the order of the new plan."""
    changes: list[Change] = []
    for what, was, now in _comments(old, new):
        if was != now:
            changes.append(Change("noted", "", None, None, _words_changed(what, was, now)))
    olds, news = _keyed(old), _keyed(new)
    changes += [Change("removed", s.name, s, None, f"{s.name} removed") for k, s in olds.items() if k not in news]
    places = {key: index for index, key in enumerate(olds)}
    common = [key for key in news if key in olds]
    staying = {common[i] for i in _staying([places[key] for key in common])}
    above = ""
    for key, step in news.items():
        before = olds.get(key)
        if before is None:
            words = f"{step.name} added: {step.tool}({', '.join(f'{k}={_show(v)}' for k, v in step.arguments)})"
            changes.append(Change("added", step.name, None, step, words))
        else:
            if key not in staying:
                where = f"below {above}" if above else "to the top"
                changes.append(Change("moved", step.name, before, step, f"{step.name} moved {where}"))
            words = _changed(before, step)
            if words:
                changes.append(Change("changed", step.name, before, step, f"{step.name}: {words}"))
            if before.note != step.note:
                words = _words_changed("note", before.note, step.note)
                changes.append(Change("noted", step.name, before, step, f"{step.name}: {words}"))
        above = step.name
    return tuple(changes)
