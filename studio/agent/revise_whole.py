"""Wishes about the whole film: length, shape, title, hour, look, captions, transitions, words replaced."""

import math
import re
from collections.abc import Mapping

from studio.agent.cards import CARDS
from studio.agent.choices import clip_size, fitting, plain
from studio.agent.length import LONGEST, SHORTEST, SIZES, length, shape
from studio.agent.looks import card_for, look_wished
from studio.agent.shotlist import SHOT, cut_step, is_card
from studio.agent.wishes import HOURS, WEATHERS
from studio.errors import PersonError
from studio.plan import Plan, Value
from studio.tool import Tool

Done = tuple[Plan, str] | None
_WORDS = ("text", "subtitle", "scene", "mood", "name", "looks", "heading", "values", "by")


def _with(plan: Plan, tool_name: str, key: str, value: Value, tools: Mapping[str, Tool]) -> Plan:
    """One option on every step of a tool, where the tool has it."""
    tool = tools.get(tool_name)
    if tool is not None and not tool.option(key):
        return plan
    for step in plan.steps:
        if step.tool == tool_name:
            plan = plan.replace_argument(step.name, key, fitting(tool, key, value))
    return plan


def film_length(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "make it 30 seconds", "longer"."""
    if re.search(SHOT, wish, re.I):
        return None
    span = length(wish)
    cut = cut_step(plan)
    relative = re.fullmatch(
        r"(?:make )?(?:it|the film|the video|everything)?\s*(?:a (?:bit|little) |much |slightly )?(longer|shorter)",
        wish,
        re.I,
    )
    if cut is None or not (span or relative):
        return None
    now = cut.get("seconds")
    if relative:
        if not isinstance(now, (int, float)):
            return None
        value = float(now) * (1.25 if relative[1].lower() == "longer" else 0.8)
    else:
        value = span.value if span else 0.0
    if not SHORTEST <= value <= LONGEST:
        raise PersonError(f"A film here may be {SHORTEST:g} to {LONGEST:g} seconds long, not {value:g}.")
    whole = round(value) if value >= 10 else round(value, 1)
    plan = plan.replace_argument(cut.name, "seconds", whole)
    if isinstance(now, (int, float)) and 0 < now < whole:
        plan = _longer_clips(plan, whole / float(now))
    return plan, f"The film is now {whole:g} seconds long; its shots share them."


def _longer_clips(plan: Plan, factor: float) -> Plan:
    """Clips that run on for as long as a longer film shows them; a shorter one ends them sooner by itself."""
    for step in plan.steps:
        seconds = step.get("seconds")
        if step.tool == "animate" and isinstance(seconds, (int, float)) and not is_card(plan, step.name):
            longer = math.ceil(seconds * factor * 10 - 1e-6) / 10
            plan = plan.replace_argument(step.name, "seconds", plain(min(120.0, longer)))
    return plan


def film_shape(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "vertical", "square", "1080p"."""
    name, size, _ = shape(re.sub(r"^(?:make (?:it|the film) )|\s+please$", "", wish, flags=re.I))
    if not name and not size:
        return None
    if name:
        for tool in ("paint", *CARDS):
            plan = _with(plan, tool, "shape", name, tools)
    wide, high = SIZES[name or _shape_now(plan)]
    if not name and size:  # "1080p" keeps the film's own shape
        short = min(int(x) for x in size.split("x"))
        scale = short / min(wide, high)
        size = f"{round(wide * scale / 2) * 2}x{round(high * scale / 2) * 2}"
    plan = _with(plan, "render", "size", size or f"{wide}x{high}", tools)
    clips = clip_size(size or f"{wide}x{high}") or "720p"
    if clips != "720p" or any(step.tool == "animate" and step.has("size") for step in plan.steps):
        plan = _with(plan, "animate", "size", clips, tools)
    return plan, f"The film is now {name or size}."


def _shape_now(plan: Plan) -> str:
    found = next((str(s.get("shape")) for s in plan.steps if s.get("shape")), "16:9")
    return found if found in SIZES else "16:9"


def titles(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "change the title to …", "call it …", "subtitle: …"."""
    match = re.match(
        r"(?:(?:change|set|make|rename)\s+)?(?:the\s+)?(?P<what>title|subtitle|headline"
        r"|name)\s*(?:card)?\s*(?:to|is|should be|:|=|into|say)?\s+"
        r"(?P<text>.+)$|(?:call|name|title) (?:it|the film|the video)\s+(?P<call>.+)$", wish, re.I,
    )  # fmt: skip
    if not match:
        return None
    text = (match["call"] or match["text"]).strip(" \"“”'«»")
    key = "subtitle" if (match["what"] or "").lower() == "subtitle" else "text"
    card = next((s for s in plan.steps if s.tool == "title"), None)
    if card is None:
        if key == "text" and plan.title:
            return Plan(text, plan.steps, plan.tail), f"The plan is now called “{text}”. It has no title card."
        raise PersonError('There is no title card in this plan. Add a line such as: opening = title(text="…").')
    before = str(card.get("text", ""))
    plan = plan.replace_argument(card.name, key, text)
    if key == "text" and plan.title == before:
        plan = Plan(text, plan.steps, plan.tail)
    return plan, f"The {'subtitle' if key == 'subtitle' else 'title'} is now “{text}”."


def hours(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "night instead of day", "make it rain", "at dawn"."""
    words = re.findall(r"[a-z]+", re.split(r"\binstead of\b|\brather than\b|\bnot\b", wish.lower())[0])
    before = re.findall(r"[a-z]+", wish.lower().split("instead of")[1]) if "instead of" in wish.lower() else []
    hour = next((h for h, of in HOURS.items() if set(words) & {h, *of.split()}), "")
    weather = next((w for w, of in WEATHERS.items() if set(words) & set(of.split())), "")
    clear = bool({"sunny", "clear"} & set(words)) or bool(re.match(r"no (?:rain|snow|fog|storm)", wish, re.I))
    if not (hour or weather or clear) or len(words) > 7 or re.search(r"\b(?:replace|change .+ to)\b", wish, re.I):
        return None
    key, value = ("weather", "clear") if clear else ("time", hour) if hour else ("weather", weather)
    tool = tools.get("paint")
    if tool is None or not tool.option(key):
        return None
    old = next((h for h, of in HOURS.items() if set(before) & {h, *of.split()}), "")
    steps = [s for s in plan.steps if s.tool == "paint" and (not old or s.get("time", "day") == old)]
    steps = steps or [s for s in plan.steps if s.tool == "paint"]
    for step in steps:
        plan = plan.replace_argument(step.name, key, fitting(tool, key, value))
    count = f"{len(steps)} picture" + ("s" if len(steps) != 1 else "")
    return (plan, f"{count}: {value}.") if steps else None


def captions(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "no captions", "captions as a file", "with subtitles"."""
    if not re.search(r"\b(?:captions?|subtitles?|srt)\b", wish, re.I):
        return None
    off = re.search(r"\b(?:no|without|remove|drop|off|hide|delete)\b", wish, re.I)
    both = re.search(r"\bboth\b", wish, re.I)
    value = "off" if off else "both" if both else "file" if re.search(r"\bfile|srt|soft\b", wish, re.I) else "burned in"
    return _with(plan, "render", "captions", value, tools), f"Captions: {value}."


def transitions(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "hard cuts", "dissolves", "fade to black", "use wipes", "push transitions", "slide up"."""
    cut = cut_step(plan)
    option = tools["edit"].option("transition") if "edit" in tools else None
    if re.search(
        r"\b(?:hard|straight|simple|no dissolves?|direct)\b.*\bcuts?\b|\bno (?:dissolves?|transitions?|fades?)\b",
        wish,
        re.I,
    ):
        value = "cut"
    elif re.search(r"\bdissolves?|cross-?fades?\b|\bsoft(?:er)? transitions?\b", wish, re.I):
        value = "dissolve"
    elif re.search(r"\b(?:fade|dip)s?\b.*\bblack\b", wish, re.I):
        value = "dip to black"
    elif re.search(r"\b(?:fade|dip)s?\b.*\bwhite\b", wish, re.I):
        value = "dip to white"
    else:
        value = _moving(wish)
    if not value or (option is not None and value not in option.choices):
        return None
    return (plan.replace_argument(cut.name, "transition", value), f"Between shots: {value}.") if cut else None


def _moving(wish: str) -> str:
    """The transition a wish names that moves; "" where its words may mean a camera or what is shown."""
    match = re.match(
        r"(?:(?:use|with|only|make|try|have|let the shots|transitions?:?|between (?:the )?shots:?) )*(?:an? |the )?"
        r"(?P<kind>wip|slid|push|zoom|iris|blur)(?P<end>es?|s|ing)?(?P<name> transitions?)?"
        r"(?: (?:to the )?(?P<way>left|right|up|down))?(?P<more> transitions?)?"
        r"(?P<between> (?:between|from shot to shot|as transitions?)\b.*)?(?: please)?$", wish, re.I,
    )  # fmt: skip
    if not match:
        return ""
    kind = {"wip": "wipe", "slid": "slide"}.get(match["kind"].lower(), match["kind"].lower())
    said = match["name"] or match["more"] or match["between"] or re.match(r"transition", wish, re.I)
    if kind in ("zoom", "blur"):
        return kind if said else ""
    if kind == "iris":
        return kind
    sure = said or match["way"] or (match["end"] or "").lower() in ("es", "s") or kind == "wipe"
    return f"{kind} {(match['way'] or 'left').lower()}" if sure else ""


def look(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "watercolour look"; only where the painter has looks."""
    found = look_wished(wish)
    option = tools["paint"].option("look") if "paint" in tools else None
    if not found or option is None or (option.choices and found not in option.choices):
        return None
    for card in CARDS if card_for(found) else ():
        plan = _with(plan, card, "look", card_for(found), tools)
    return _with(plan, "paint", "look", found, tools), f"The look is now {found}."


def forbidden(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "no people", "don't show cars": added to what the painter leaves out."""
    match = re.match(
        r"(?:no|without|never|don['’]?t show|do not show|avoid|leave out)\s+(?:any |the )?(?P<what>[\w' -]{2,40})$",
        wish,
        re.I,
    )
    tool = tools.get("paint")
    if not match or tool is None or not tool.option("avoid"):
        return None
    what = match["what"].strip().lower()
    painted = [s for s in plan.steps if s.tool == "paint"]
    for step in painted:
        old = [a.strip() for a in str(step.get("avoid", "") or "").split(",") if a.strip()]
        plan = plan.replace_argument(step.name, "avoid", ", ".join(dict.fromkeys([*old, what])))
    return (plan, f"The painter leaves out: {what}. Lines that speak of it are yours to change.") if painted else None


def replaced(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "replace whale with dolphin", "a dolphin instead of the whale", "call the keeper Tomas"."""
    match = (
        re.match(r"(?:replace|swap|exchange)\s+(?P<old>.+?)\s+(?:with|by|for)\s+(?P<new>.+)$", wish, re.I)
        or re.match(r"(?:change|turn|rename)\s+(?P<old>.+?)\s+(?:to|into)\s+(?P<new>.+)$", wish, re.I)
        or re.match(r"(?:use |make it |with )?(?P<new>.+?)\s+instead of\s+(?P<old>.+)$", wish, re.I)
        or re.match(r"(?:call|name)\s+(?P<old>.+?)\s+(?P<new>[A-Z]\w+)$", wish)
    )
    if not match:
        return None
    old, new = match["old"].strip(" \"“”'"), match["new"].strip(" \"“”'")
    plan, count = _everywhere(plan, old, new)
    if not count and re.match(r"(?:a|an|the)\s+", old, re.I):
        plan, count = _everywhere(
            plan, re.sub(r"^(?:a|an|the)\s+", "", old, flags=re.I), re.sub(r"^(?:a|an|the)\s+", "", new, flags=re.I)
        )
    if not count:
        raise PersonError(f"“{old}” is nowhere in the plan, so nothing was replaced.")
    return plan, f"“{old}” became “{new}” in {count} line{'s' if count > 1 else ''}."


def _everywhere(plan: Plan, old: str, new: str) -> tuple[Plan, int]:
    """The words changed in every title, line and scene; a capital stays a capital."""
    count = 0

    def put(m: re.Match[str]) -> str:
        return new[:1].upper() + new[1:] if m[0][:1].isupper() else new

    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.I)
    for step in plan.steps:
        for key, value in step.arguments:
            if isinstance(value, str) and key in _WORDS and pattern.search(value):
                plan = plan.replace_argument(step.name, key, pattern.sub(put, value))
                count += 1
    return Plan(pattern.sub(put, plan.title), plan.steps, plan.tail), count


def frames(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "60 fps"."""
    match = re.search(r"\b(\d{1,3})\s?(?:fps|frames (?:a|per) second)\b", wish, re.I)
    cut = cut_step(plan)
    if not match or cut is None or not 1 <= int(match[1]) <= 120:
        return None
    plan = plan.replace_argument(cut.name, "fps", int(match[1]))
    return _with(plan, "animate", "fps", min(60, int(match[1])), tools), f"{match[1]} frames a second."


RULES = (titles, frames, captions, transitions, hours, film_shape, film_length, look)
LAST = (replaced, forbidden)
