"""Wishes about what is heard around the shots: surroundings on and off, one sound in one shot, louder, softer."""

import re
from collections.abc import Mapping

from studio.agent import around
from studio.agent.shotlist import SHOT, cut_step, picture_of, shots_of, wanted, with_sounds, without_beside
from studio.errors import PersonError
from studio.plan import Plan, Ref, Step
from studio.tool import Tool

Done = tuple[Plan, str] | None
_ALL = (
    r"(?:(?:sound|background|ambient|nature) )?(?:effects|noises?|sounds)|ambien(?:ce|ces|t sound)|atmosphere sounds?"
    r"|surroundings|sfx|foley|sound design"
)
_NO = r"(?:no|without|remove|drop|mute|silence|delete|turn off|stop|get rid of|take out)(?: all| any| the)*"
_ADD = r"(?:add|with|use|put in|turn on|bring back|give (?:it|me)|i want)(?: some| all| the)*"
_SOUND = (
    r"(?:(?:add|use|put|let me hear|i want to hear|play)\s+)?(?:the |a |some )?"
    r"(?:sounds? of (?:the |a |an )?(?P<of>[\w' -]+?)|(?P<what>[\w' -]+?) (?:sounds?|noises?|ambience))"
)


def surroundings(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "no sound effects", "add ambience", "the sound of rain in shot 2", "remove the seagulls", "quieter effects"."""
    if "ambience" not in tools or not shots_of(plan):
        return None
    if re.fullmatch(rf"{_NO} (?:{_ALL})", wish, re.I):
        return _gone(plan)
    if re.fullmatch(rf"{_ADD} (?:{_ALL})", wish, re.I):
        return _filled(plan, tools, {*tools, *given})
    level = re.fullmatch(rf"(?:(?:make|turn) )?(?:the )?(?:(?P<a>louder|quieter|softer) )?(?:{_ALL})(?: (?P<b>louder"
                         r"|quieter|softer|up|down))?", wish, re.I)  # fmt: skip
    if level and (level["a"] or level["b"]):
        return _level(plan, (level["a"] or level["b"]).lower() in ("louder", "up"))
    return _less(plan, wish) or _one(plan, wish, {*tools, *given})


def _beds(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.tool == "ambience"]


def _without_bed(plan: Plan, bed: Step) -> Plan:
    plan = without_beside(plan, "sounds", bed.name)
    return plan if plan.users(bed.name) else plan.without(bed.name)


def _gone(plan: Plan) -> Done:
    beds = _beds(plan)
    before = plan
    for step in beds:
        plan = _without_bed(plan, step)
    for step in [s for s in plan.steps if s.tool == "foley"]:
        plan = _without_deeds(plan, step)
    if plan == before:
        raise PersonError("Nothing is heard around the shots of this plan.")
    return plan, "The sounds around the shots are gone."


def _without_deeds(plan: Plan, deeds: Step) -> Plan:
    """The plan less a track of deeds: what used the cut with it uses the cut below."""
    for laid in plan.users(deeds.name):
        under = laid.get("cut")
        if laid.tool != "lay_sound" or not isinstance(under, Ref):
            return plan
        for user in plan.users(laid.name):
            if user.get("cut") == Ref(laid.name):
                plan = plan.replace_argument(user.name, "cut", under)
        plan = plan if plan.users(laid.name) else plan.without(laid.name)
    return plan if plan.users(deeds.name) else plan.without(deeds.name)


def _with_deeds(plan: Plan, tools: Mapping[str, Tool], taken: set[str]) -> Plan:
    """The plan with what happens in its pictures heard, where something does."""
    cut = cut_step(plan)
    pictures = (picture_of(plan, shot) for shot in shots_of(plan))
    told = any(around.happens(str(picture.get("scene", ""))) for picture in pictures if picture)
    if (
        cut is None
        or not told
        or not {"foley", "lay_sound"} <= set(tools)
        or any(s.tool == "foley" for s in plan.steps)
    ):
        return plan
    deeds, laid = around.deeds_over(cut.name, plan.free_name("deeds", taken), plan.free_name("heard", taken))
    films = [s for s in plan.users(cut.name) if s.get("cut") == Ref(cut.name) and s.tool in ("render", "soundtrack")]
    at = plan.index(cut.name) + 1
    plan = plan.insert(deeds, at).insert(laid, at + 1)
    for film in films:
        plan = plan.replace_argument(film.name, "cut", Ref(laid.name))
    return plan


def _filled(plan: Plan, tools: Mapping[str, Tool], taken: set[str]) -> Done:
    pictures = {shot.index: picture_of(plan, shot) for shot in shots_of(plan)}
    kinds = {index: around.heard_in(picture) for index, picture in pictures.items() if picture}
    full = _with_deeds(_with(plan, kinds, taken), tools, taken)
    if not any(kinds.values()) and full == plan:
        raise PersonError('No shot of this plan says where it is. Name a sound: "the sound of rain in shot 1".')
    return full, "Every shot has the sound of its place, and what happens in it is heard."


def _level(plan: Plan, louder: bool) -> Done:
    beds = _beds(plan)
    if not beds:
        raise PersonError('Nothing is heard around the shots yet. Say "add ambience" first.')
    for step in beds:
        now = step.get("distance", 0.0)
        far = (float(now) if isinstance(now, int | float) else 0.0) + (-0.4 if louder else 0.4)
        strong = step.get("intensity", 0.5)
        if far < 0 and isinstance(strong, int | float):
            plan = plan.replace_argument(step.name, "intensity", round(min(1.0, float(strong) + 0.25), 2))
        plan = plan.replace_argument(step.name, "distance", round(min(1.0, max(0.0, far)), 2))
    return plan, f"What is heard around the shots is {'nearer' if louder else 'farther away'}."


def _less(plan: Plan, wish: str) -> Done:
    """One thing fewer in the beds that have it: "remove the seagulls", "no traffic noise"."""
    asked = re.fullmatch(rf"{_NO} (?P<what>[\w-]+)(?: sounds?| noises?)?", wish, re.I)
    if not asked:
        return None
    word = asked["what"].lower()
    with_it = [s for s in _beds(plan) if around.without(str(s.get("kind", "")), {word}) != s.get("kind", "")]
    for step in with_it:
        left = around.without(str(step.get("kind")), {word})
        plan = plan.replace_argument(step.name, "kind", left) if left else _without_bed(plan, step)
    return (plan, f"No {word} is heard any more.") if with_it else None


def _one(plan: Plan, wish: str, taken: set[str]) -> Done:
    """One sound in one shot, or in all."""
    asked = re.fullmatch(rf"{_SOUND}(?:\s+(?:to|in|under|over|during|for)\s+(?:{SHOT}|(?P<all>all (?:the )?shots|"
                         r"everything|the (?:whole )?film)))?(?:\s+everywhere)?", wish, re.I)  # fmt: skip
    if not asked:
        return None
    kind = (asked["of"] or asked["what"]).strip().lower()
    if re.search(r"\b(?:music|voice|narrat\w*|louder|quieter|no|more|less)\b", kind):
        return None
    shots = [wanted(plan, asked)] if asked["ord"] or asked["num"] else shots_of(plan)
    plan = _with(plan, {shot.index: kind for shot in shots}, taken)
    where = f"shot {shots[0].number}" if len(shots) == 1 else "all shots"
    return plan, f"In {where} one hears: {kind}."


def _with(plan: Plan, kinds: Mapping[int, str], taken: set[str]) -> Plan:
    """The plan in which these shots have these kinds of sound; a bed there already is used again."""
    names = {str(step.get("kind")): step.name for step in _beds(plan)}
    first = next((i for i, step in enumerate(plan.steps) if isinstance(step.get("shots"), tuple)), len(plan.steps))
    for kind in filter(None, kinds.values()):
        if kind not in names:
            names[kind] = around.name_of(kind, {*taken, *plan.names()})
            plan = plan.insert(Step(names[kind], "ambience", (("kind", kind),)), first)
            first += 1
    plan = with_sounds(plan, {index: names[kind] for index, kind in kinds.items() if kind})
    for step in _beds(plan):
        plan = plan if plan.users(step.name) else plan.without(step.name)
    return plan


RULES = (surroundings,)
