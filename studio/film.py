"""Which step of a plan makes its film, the judge put behind it, and the small plans that make a thing showable."""

import shutil
import uuid
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from studio.disk import disk_said
from studio.events import Artifact
from studio.plan import Plan, Ref, Step, Value
from studio.tool import Tool

# What a browser cannot show by itself, and the tool that makes of it what one can.
_PREVIEWS = {"Cut": ("proxy", "cut"), "Music": ("perform", "music")}


def one_step(tool: str, **inputs: str) -> Plan:
    """A plan of one step, named as its tool, over things of these names."""
    return Plan(steps=(Step(tool, tool, tuple((key, Ref(name)) for key, name in inputs.items())),))


def named(step: Step, key: str) -> str | None:
    """The name an argument of a step refers to, if it is one."""
    value = step.get(key)
    return value.name if isinstance(value, Ref) else None


def film_step(plan: Plan, tools: Mapping[str, Tool]) -> Step | None:
    """The last step that makes a film; a quick preview is none."""
    quick = {tool for tool, _ in _PREVIEWS.values()}
    films = [s for s in plan.steps if s.tool in tools and tools[s.tool].makes == "Video" and s.tool not in quick]
    return films[-1] if films else None


def judge_name(step: Step) -> str:
    """The name of the step that judges a film's step."""
    return f"{step.name}_judged"


def with_judge(plan: Plan, tools: Mapping[str, Tool]) -> Plan:
    """The plan with a judge behind its film, so that judging is run, recalled and shown like any step."""
    film = film_step(plan, tools)
    judge = tools.get("judge_technical")
    if film is None or judge is None or plan.find(judge_name(film)):
        return plan
    arguments: list[tuple[str, Value]] = [("film", Ref(film.name))]
    cut = named(film, "cut")
    if cut:
        arguments.append(("cut", Ref(cut)))
        made = plan.find(cut)
        while made and (under := named(made, "cut")):  # what only lies over a cut says nothing of the film's length
            made = plan.find(under)
        asked = made.get("seconds") if made else None
        if isinstance(asked, int | float) and not isinstance(asked, bool):
            arguments.append(("seconds", asked))
    return replace(plan, steps=(*plan.steps, Step(judge_name(film), judge.name, tuple(arguments))))


def preview_plan(kind: str) -> Plan | None:
    """A plan that makes of a thing named `it` what a browser can show; None when there is none or no need."""
    if kind not in _PREVIEWS:
        return None
    tool, takes = _PREVIEWS[kind]
    return one_step(tool, **{takes: "it"})


def save_copy(artifact: Artifact, path: Path) -> Path:
    """Copy a thing to where the person wants it: whole under its name, or not at all."""
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    with disk_said(str(path), "choose another folder"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(artifact.path, temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    return path
