"""The ready plans as they lie in `assets/plans`: a pattern whose steps ending in 1 are repeated for every shot."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.agent.places import PLANS
from studio.plan import Step, read


@dataclass(frozen=True)
class Pattern:
    """A ready plan: steps before the repeated ones, the repeated ones, steps after."""

    head: tuple[Step, ...]
    repeated: tuple[Step, ...]
    tail: tuple[Step, ...]
    given: str  # the placeholder of a given thing ("photo1"), or ""


def pattern(name: str, folder: Path = PLANS) -> Pattern:
    """Read a ready plan. A plan of ours that does not read is a bug."""
    plan, problems = read((folder / f"{name}.plan").read_text(encoding="utf-8"))
    if problems:
        raise ValueError(f"{name}.plan: {problems[0]}")
    repeats = [i for i, s in enumerate(plan.steps) if s.name.endswith("1")]
    first, last = (repeats[0], repeats[-1] + 1) if repeats else (len(plan.steps), len(plan.steps))
    made = {s.name for s in plan.steps}
    given = next((n for s in plan.steps for n in s.inputs() if n not in made), "")
    return Pattern(plan.steps[:first], plan.steps[first:last], plan.steps[last:], given)


@lru_cache
def everyday_tools(folder: Path = PLANS) -> frozenset[str]:
    """The names of all tools that the ready plans use, and of `character`, which the agent adds to them."""
    plans = (pattern(path.stem, folder) for path in folder.glob("*.plan"))
    return frozenset(s.tool for p in plans for s in (*p.head, *p.repeated, *p.tail)) | {"character"}
