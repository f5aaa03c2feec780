"""Wishes about words that no rule knows ("make the ending sadder"): the lines concerned are written anew, each checked.

Which lines are concerned is settled by code; every other line of the plan stays as it is, letter for letter.
"""

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from studio.agent import chat, writer
from studio.agent.accept import fault, tidy
from studio.agent.constrain import line_rules
from studio.agent.engine import SAMPLES
from studio.agent.reading import Reading, read
from studio.agent.script import Shot, need
from studio.agent.shotlist import SHOT, shots_of, wanted
from studio.errors import PersonError
from studio.plan import Plan

_OF_WORDS = re.compile(
    r"\b(?:lines?|words?|sentences?|narration|narrator|texts?|says?|tells?|told|rewrite|rephrase|write|writing|mentions?"
    r"|about|ending|opening|beginning|tone|story|funn\w+|humou?r\w*|jokes?|sad\w*|poetic\w*|simpl\w+|plain\w*"
    r"|dramatic\w*|serious\w*|warm\w*|tender\w*|hopeful\w*|myster\w+|scar\w+|excit\w+|playful\w*|formal\w*|child\w*"
    r"|kids?|stronger|better|livel\w+|concise|romantic\w*|dark\w*|light\w*)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\b(?:ending|the end|last (?:words|bit|part)|conclusion)\b", re.IGNORECASE)
_OPENING = re.compile(r"\b(?:opening|the (?:beginning|start)|first (?:words|bit|part))\b", re.IGNORECASE)
_PROMPT = """<|im_start|>system
You change lines of a short film as the person asks: one plain sentence each, present tense, concrete.<|im_end|>
<|im_start|>user
Line: The baker opens the shop at six.
Change: more tired
<|im_end|>
<|im_start|>assistant
New line: The baker yawns twice before the key finds the lock.<|im_end|>
<|im_start|>user
"""


def concerned(plan: Plan, words: str) -> tuple[str, ...]:
    """The steps whose words a wish is about, in the order of the shots; none when it is not about words."""
    voiced = [s for s in shots_of(plan) if s.voice and plan.find(s.voice)]
    match = re.search(SHOT, words, re.IGNORECASE)
    if match:
        shot = wanted(plan, match)
        return (shot.voice,) if shot in voiced else ()
    if not voiced or not _OF_WORDS.search(words):
        return ()
    chosen = voiced[-1:] if _ENDING.search(words) else voiced[:1] if _OPENING.search(words) else voiced
    return tuple(dict.fromkeys(s.voice for s in chosen))


def by_writer(
    plan: Plan, words: str, names: Sequence[str], folder: Path, cancelled: threading.Event | None
) -> tuple[Plan, tuple[str, ...]]:
    """The lines in the local writer's words. Raises PersonError when no new line passed the checks."""
    reading = _reading(plan)
    lines = {n: str(plan.step(n).get("text") or "") for n in names}
    others = [str(s.get("text")) for s in plan.steps if s.tool == "speak" and s.name not in lines]
    with writer.alone(cancelled):
        engine = writer.loaded(folder)
        engine.read(_PROMPT)
        fresh: dict[str, str] = {}
        for at, (name, line) in enumerate(lines.items()):
            room = Shot("", line or "-", seconds=need(line, "heart") * 1.4 + 1.0)
            said = engine.some(
                f"{_PROMPT}Line: {line}\nChange: {words[:200]}\n<|im_end|>\n<|im_start|>assistant\nNew line:",
                SAMPLES, cancelled, grammar=line_rules(18, banned=(), known=(*reading.names, *reading.numbers)),
                n_predict=40, temperature=0.8, min_p=0.05, seed=at + 1,
            )  # fmt: skip
            taken = [*others, *fresh.values()]
            good = [t for t in map(tidy, said) if t != line and not fault(t, room, reading, taken)]
            if good:
                fresh[name] = good[0]
    return _with(plan, fresh, by="the local writer")


def by_chat(
    plan: Plan, words: str, names: Sequence[str], model: Any, cancelled: threading.Event | None
) -> tuple[Plan, tuple[str, ...]]:
    """The lines in a chat model's words. Raises PersonError when it gave none that can be used."""
    reading = _reading(plan)
    lines = {n: str(plan.step(n).get("text") or "") for n in names}
    asked = chat.reworded(model, plan.title, list(lines.values()), words, cancelled)
    others = [str(s.get("text")) for s in plan.steps if s.tool == "speak" and s.name not in lines]
    fresh: dict[str, str] = {}
    for (name, line), said in zip(lines.items(), asked, strict=False):
        text = tidy(said)
        room = Shot("", line or "-", seconds=need(line, "heart") * 1.6 + 1.5)
        if text != line and not fault(text, room, replace(reading, purpose="film"), [*others, *fresh.values()]):
            fresh[name] = text
    return _with(plan, fresh, by="the chat model")


def _reading(plan: Plan) -> Reading:
    """The plan's own words read like a brief: their names and figures are the ones known."""
    said = " ".join(str(s.get(k)) for s in plan.steps for k in ("text", "subtitle", "scene") if s.get(k))
    return replace(read(f"{plan.title}. {said}"), purpose="story")


def _with(plan: Plan, fresh: Mapping[str, str], *, by: str) -> tuple[Plan, tuple[str, ...]]:
    if not fresh:
        raise PersonError(f"What {by} wrote did not pass the checks, so nothing was changed. Say it in other words.")
    for name, line in fresh.items():
        plan = plan.replace_argument(name, "text", line)
    return plan, tuple(f"{name} now says: {line}" for name, line in fresh.items())
