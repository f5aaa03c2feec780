"""Wishes about how names are said: one list of pronunciations in the plan, for all its lines."""

import re
from collections.abc import Mapping

from studio.errors import PersonError
from studio.plan import Plan, Ref, Step, Value
from studio.tool import Tool

Done = tuple[Plan, str] | None
_ASKED = (
    r"(?:say|pronounce|read)\s+[\"“]?(?P<a>[\w' -]{1,60}?)[\"”]?\s+(?:as|like)\s+[\"“]?(?P<as>[^\"“”]{1,80}?)[\"”]?",
    r"pronounce\s+[\"“]?(?P<a>[\w'-]{1,60})[\"”]?[:,]?\s+[\"“]?(?P<as>[^\"“”]{1,80}?)[\"”]?",
    r"[\"“]?(?P<a>[\w' -]{1,60}?)[\"”]?\s+is\s+(?:said|pronounced|read)\s+(?:as |like )?"
    r"[\"“]?(?P<as>[^\"“”]{1,80}?)[\"”]?",
)


def said_as(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "say Tomas as TOH-mahss", "Siobhan is pronounced shi-VAWN"."""
    asked = next((m for pattern in _ASKED if (m := re.fullmatch(pattern, wish, re.I))), None)
    if asked is None or "pronounce" not in tools:
        return None
    lines = [s for s in plan.steps if s.tool == "speak" and s.get("voice") != "silent"]
    if not lines:
        raise PersonError("No voice reads anything in this plan, so there is nothing to pronounce.")
    word, way = asked["a"].strip(), asked["as"].strip()
    names = next((s for s in plan.steps if s.tool == "pronounce"), None)
    before = names.get("words") if names else ()
    kept: tuple[Value, ...] = tuple(
        entry for entry in (before if isinstance(before, tuple) else ())
        if str(entry).partition(":")[0].strip().casefold() != word.casefold()
    )  # fmt: skip
    entries = (*kept, f"{word}: {way}")
    if names:
        plan = plan.replace_argument(names.name, "words", entries)
    else:
        names = Step(plan.free_name("names", {*given, *tools}), "pronounce", (("words", entries),))
        plan = plan.insert(names, min(plan.index(line.name) for line in lines))
    for line in lines:
        if line.get("pronunciation") is None:
            plan = plan.replace_argument(line.name, "pronunciation", Ref(names.name))
    return plan, f"“{word}” is now said “{way}” in every line."


RULES = (said_as,)
