"""Wishes about colours: the film or one shot in black and white, warmer, cooler, faded, with more contrast."""

import re
from collections.abc import Mapping

from studio.agent.shotlist import SHOT, cut_step, wanted
from studio.plan import Plan, Ref, Step
from studio.tool import Tool

_COLOURS = r"(?:colou?rs?|tones?|light|look|grading|grade)"
_LOOKS = (
    ("black and white", r"black[- ](?:and|&)[- ]white|monochrome|gr[ae]y ?scale"),
    ("warm evening", rf"warm(?:er)? {_COLOURS}|{_COLOURS} warmer"),
    ("cool morning", rf"(?:cool(?:er)?|cold(?:er)?) {_COLOURS}|{_COLOURS} (?:cooler|colder)"),
    ("faded film", rf"fad(?:ed|ing) (?:{_COLOURS}|film)|(?:paler|softer) colou?rs"),
    ("high contrast", r"(?:more|high(?:er)?|strong(?:er)?) contrast"),
)
_HEARD = ("Audio", "Music")  # what is made of a cut for the ear needs no new making


def graded(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> tuple[Plan, str] | None:
    """ "black and white", "warmer colours", "shot 2 in black and white"."""
    look = next((name for name, words in _LOOKS if re.search(rf"\b(?:{words})\b", wish, re.I)), "")
    option = tools["grade"].option("look") if "grade" in tools else None
    undone = re.search(r"\b(?:no|not|without|never|instead of|add|replace|show)\b", wish, re.I)
    cut = cut_step(plan)
    if not look or undone or cut is None or option is None or look not in option.choices:
        return None
    name, match = plan.fresh_name("graded", {*given, *tools}), re.search(SHOT, wish, re.I)
    if match is None:
        seen = tuple(u for u in plan.users(cut.name) if u.tool not in tools or tools[u.tool].makes not in _HEARD)
        return _laid(plan, Step(name, "grade", (("clip", Ref(cut.name)), ("look", look))), seen), (
            f"The film's colours: {look}."
        )
    shot = wanted(plan, match)
    clip = plan.step(shot.clip)
    # A picture is graded below the step that moves over it; one that comes alive has to be as it was drawn.
    picture = clip.get("picture") if clip.tool == "move" else None
    source, user = (picture, clip) if isinstance(picture, Ref) else (Ref(clip.name), cut)
    return _laid(plan, Step(name, "grade", (("clip", source), ("look", look))), (user,)), (
        f"Shot {shot.number}'s colours: {look}."
    )


def _laid(plan: Plan, step: Step, users: tuple[Step, ...]) -> Plan:
    """The plan with a grade between what it takes and these users of that; one that is there is changed instead."""
    source, look = step.get("clip"), step.get("look")
    made = plan.find(source.name) if isinstance(source, Ref) else None
    there = next((s for s in (*users, made) if s and s.tool == "grade"), None)
    if there is not None:
        return plan.replace_argument(there.name, "look", look)
    plan = plan.insert(step, plan.index(made.name) + 1 if made else plan.index(users[0].name))
    for user in users:
        for key, value in user.arguments:
            if value == source:
                plan = plan.replace_argument(user.name, key, Ref(step.name))
            elif isinstance(value, tuple):
                names = tuple(Ref(step.name) if each == source else each for each in value)
                plan = plan.replace_argument(user.name, key, names)
    return plan


RULES = (graded,)
