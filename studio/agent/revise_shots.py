"""Wishes about single shots: longer, gone, new, elsewhere, another picture, another hour, other words."""

import re
from collections.abc import Mapping

from studio.agent.choices import fitting, plain
from studio.agent.english import capital, sentence
from studio.agent.length import length
from studio.agent.shotlist import (
    SHOT,
    card_of,
    cards_of,
    cast_in,
    cut_step,
    filmed_by,
    is_card,
    moved_shot,
    picture_of,
    shots_of,
    wanted,
    with_new_shot,
    without_shot,
    without_voice,
)
from studio.agent.wishes import HOURS, WEATHERS
from studio.errors import PersonError
from studio.plan import Plan, Value
from studio.tool import Tool

Done = tuple[Plan, str] | None
_CAMERAS = [
    ("push in", r"zoom(?:s|ing)? in|push(?:es|ing)? in|closer|move in"),
    ("pull out", r"zoom(?:s|ing)? out|pull(?:s|ing)? (?:out|back)|wider|move out|further away"),
    ("pan left", r"pan(?:s|ning)? (?:to the )?left"),
    ("pan right", r"pan(?:s|ning)? (?:to the )?right"),
    ("tilt up", r"tilt(?:s|ing)? up"),
    ("tilt down", r"tilt(?:s|ing)? down"),
    ("rotate left", r"(?:rotat|turn|roll)(?:es?|s|ing)? (?:to the )?(?:left|anti-?clockwise|counter-?clockwise)"),
    ("rotate right", r"rotat(?:es?|ing)|roll(?:s|ing)?|turn(?:s|ing)? (?:to the )?(?:right|clockwise)"),
    ("orbit left", r"(?:orbit|circl)(?:es?|s|ing)? (?:to the )?left"),
    ("orbit right", r"orbit(?:s|ing)?|circl(?:es?|ing)|(?:goes|go|moves|move) (?:a)?round"),
    ("handheld", r"hand[- ]?held|shak(?:y|es?|ing)"),
    ("still", r"(?:stay |stand |hold )?still|no camera (?:move(?:ment|s)?)|static|do(?:es)? not move"),
]


def _number(value: Value, fallback: float) -> float:
    return float(value) if isinstance(value, (int, float)) else fallback


def _tidy(value: float) -> Value:
    return plain(round(value, 1))


def longer(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "make the second shot longer", "shot 3: 6 seconds"."""
    shot_match = re.search(SHOT, wish, re.I)
    how = re.search(r"\b(longer|shorter|slower|faster|quicker|briefer|hold)\b", wish, re.I)
    span = (
        length(f"make it {m[0]}", english=True)
        if (m := re.search(r"\d+(?:\.\d+)?\s?(?:s\b|sec\w*)", wish, re.I))
        else None
    )
    if not shot_match or not (how or span) or re.search(r"\b(?:remove|add|delete)\b", wish, re.I):
        return None
    shot = wanted(plan, shot_match)
    step = filmed_by(plan, shot) or plan.step(shot.clip)
    now = _number(step.get("seconds"), 4.0)
    slower = bool(how) and how is not None and how[1].lower() in ("longer", "slower", "hold")
    much = (
        2.0
        if re.search(r"\b(?:much|twice|double|a lot)\b", wish, re.I)
        else 1.2
        if re.search(r"\b(?:bit|little|slightly)\b", wish, re.I)
        else 1.5
    )
    relative = re.search(r"by (?=\d)", wish, re.I) or re.search(r"\d\S* ?\w* (?:longer|shorter)", wish, re.I)
    if span and relative and how:
        then = now + (span.value if slower else -span.value)
    else:
        then = span.value if span else now * (much if slower else 1 / much)
    then = min(600.0, max(0.8, then))
    tool = tools.get(step.tool)
    if tool is not None and not tool.option("seconds"):
        return None
    return plan.replace_argument(
        step.name, "seconds", _tidy(then)
    ), f"Shot {shot.number} now takes {_tidy(then)} seconds (it took {_tidy(now)})."


def removed(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "remove shot 3", "drop the last shot", "remove the title"."""
    verb = re.match(r"(?:remove|delete|drop|cut(?: out)?|leave out|take out|skip|get rid of|without|no)\b", wish, re.I)
    if not verb:
        return None
    card = re.search(r"\b(opening|title|closing|end)(?: card| title)?$", wish, re.I)
    if card:
        cards = cards_of(plan)
        if not cards:
            return None
        chosen = cards[-1] if card[1].lower() in ("closing", "end") else cards[0]
        shown_by = card_of(plan, chosen.clip)
        return without_shot(plan, chosen), f"The card “{shown_by.get('text') if shown_by else ''}” is gone."
    match = re.search(SHOT, wish, re.I)
    if not match:
        return None
    if re.search(r"\b(?:line|sentence|words|narration)\b", wish, re.I):
        shot = wanted(plan, match)
        if not shot.voice:
            raise PersonError(f"Shot {shot.number} has no words to remove.")
        return without_voice(plan, shot.voice), f"Shot {shot.number} now has no words."
    shot = wanted(plan, match)
    return without_shot(plan, shot), f"Shot {shot.number} is gone."


def added(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "add a shot of X after shot 2", "end on the whale", "start with a sunrise"."""
    ends = re.match(r"(?:end|finish|close)s? (?:on|with)\s+(?:a (?:shot|picture|view) of\s+)?(?P<what>.+)", wish, re.I)
    starts = re.match(
        r"(?:start|begin|open)s? (?:on|with)\s+(?:a (?:shot|picture|view) of\s+)?(?P<what>.+)", wish, re.I
    )
    asked = re.match(
        r"(?:add|insert|put(?: in)?|show)\s+(?:a|an|another|one more)?\s*(?:new )?(?:shot|scene|picture|clip"
        r"|close-?up)\s+(?:of|with|showing|where)?\s*"
        rf"(?P<what>.+?)(?:\s+(?P<where>before|after|at the (?:end|start|beginning)|first|last)\s*(?P<shot>{SHOT})?)?$",
        wish, re.I,
    )  # fmt: skip
    match = ends or starts or asked
    cut = cut_step(plan)
    if match is None or cut is None:
        return None
    scene = match["what"].strip(' ."“”')
    shots = shots_of(plan)
    first, last = (shots[0].index, shots[-1].index + 1) if shots else (0, 0)
    at = first if starts else last
    if asked and not ends and not starts and asked["where"]:
        where = asked["where"].lower()
        if asked["shot"]:
            target = wanted(plan, re.search(SHOT, asked["shot"], re.I) or asked)
            at = target.index + (1 if where == "after" else 0)
        elif where in ("first", "at the start", "at the beginning"):
            at = first
    return with_new_shot(
        plan, scene, at, tools, given
    ), f"A new shot shows {scene}. Give it words on a line of its own if it needs any."


def reordered(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "swap shots 2 and 3", "move shot 4 to the start", "move the last shot before shot 2"."""
    swap = re.match(r"(?:swap|exchange|switch)\s+shots?\s+(\d+)\s+(?:and|with)\s+(?:shot\s+)?(\d+)", wish, re.I)
    shots = shots_of(plan)
    if swap:
        pair = sorted({int(swap[1]), int(swap[2])})
        if len(pair) < 2 or pair[0] < 1 or pair[1] > len(shots):
            raise PersonError(f"There are shots 1 to {len(shots)} to swap.")
        low, high = shots[pair[0] - 1], shots[pair[1] - 1]
        plan = moved_shot(plan, high, low.index)
        again = next(s for s in shots_of(plan) if s.clip == low.clip)
        return moved_shot(plan, again, high.index), f"Shots {pair[0]} and {pair[1]} changed places."
    move = re.match(rf"(?:move|put|place)\s+(?P<which>{SHOT})\s+(?:to )?(?P<to>.+)$", wish, re.I)
    if not move:
        return None
    shot = wanted(plan, re.search(SHOT, move["which"], re.I) or move)
    to = move["to"].lower()
    target = re.search(SHOT, to)
    if target:
        there = wanted(plan, target).index
        at = there + (1 if "after" in to else 0)
        at -= 1 if shot.index < at else 0
    elif re.search(r"start|beginning|first|front", to):
        at = shots[0].index
    elif re.search(r"\bend|last", to):
        at = shots[-1].index
    else:
        return None
    return moved_shot(plan, shot, at), f"Shot {shot.number} moved."


def another_take(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "another picture for shot 2", "redo the last shot", "new pictures"."""
    if not re.search(r"\b(?:another|new|different|other|redo|again|fresh)\b", wish, re.I):
        return None
    match = re.search(SHOT, wish, re.I)
    everywhere = re.search(r"\b(?:pictures|images|shots)\b", wish, re.I)
    if not match and not everywhere:
        return None
    pictures = [picture_of(plan, wanted(plan, match))] if match else [s for s in plan.steps if s.tool == "paint"]
    for step in pictures:
        if step is None:
            raise PersonError("That shot shows something you gave; there is nothing to paint again.")
        seed = step.get("seed")
        plan = plan.replace_argument(step.name, "seed", (int(seed) if isinstance(seed, int) else 1) + 100)
    return (plan, "Another take: new seeds for the pictures.") if pictures else None


def cameras(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "rotate the cameras", "all cameras push in", "no camera moves"."""
    about = re.search(r"\bcameras?\b|\b(?:every|each|all)(?: the)? (?:shots?|pictures?|scenes?|clips?)\b", wish, re.I)
    said = re.sub(r"\b(?:the |all )*cameras?\b (?!move)(?:should |must )?", "", f"{wish} ", flags=re.I)
    camera = next((name for name, pattern in _CAMERAS if re.search(rf"\b(?:{pattern})\b", said, re.I)), "")
    moves = [step for shot in shots_of(plan) if (step := filmed_by(plan, shot)) and step.tool != "trim"]
    if not about or not camera or not moves or re.search(SHOT, wish, re.I):
        return None
    for step in moves:
        plan = plan.replace_argument(step.name, "camera", fitting(tools.get(step.tool), "camera", camera))
    return plan, f"Every camera: {camera}."


def shown(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "shot 2 should show a harbour", "shot 3 says '…'", "change line 2 to …", "shot 2: zoom out"."""
    match = re.search(SHOT, wish, re.I)
    if not match:
        return None
    rest = wish[match.end() :].strip(" :,")
    says = re.match(
        r"(?:should |must |to |now )?(?:say|says|read|reads|tell|be spoken)\s*:?\s*(?P<what>.+)", rest, re.I
    )
    text = re.match(r"(?:to|=|:)\s*(?P<what>.+)", rest) if re.search(r"\b(?:line|sentence)\b", match[0], re.I) else None
    shot = wanted(plan, match)
    camera = next((name for name, pattern in _CAMERAS if re.search(rf"\b(?:{pattern})\b", wish, re.I)), "")
    if says or text:
        return _say(plan, shot.number, shot.voice, ((says or text) or match)["what"].strip(" \"“”'"))
    filming = filmed_by(plan, shot)
    if camera and filming and filming.tool != "trim":
        camera = str(fitting(tools.get(filming.tool), "camera", camera))
        return plan.replace_argument(filming.name, "camera", camera), f"Shot {shot.number}: {camera}."
    hour = next((h for h, of in HOURS.items() if set(re.findall(r"[a-z]+", wish.lower())) & set(of.split())), "")
    weather = next((w for w, of in WEATHERS.items() if set(re.findall(r"[a-z]+", wish.lower())) & set(of.split())), "")
    picture = picture_of(plan, shot)
    shows = re.match(
        r"(?:should |must |to |now )?(?:show|shows|be|have|has|with|of|is)\s*:?\s*(?P<what>.+)", rest, re.I
    )
    what = re.sub(r"^(?:at|in the|a bit|more)\s+", "", shows["what"]) if shows else rest
    if picture is not None and (hour or weather) and len(what.split()) <= 3:
        key, value = ("time", hour) if hour else ("weather", weather)
        tool = tools.get(picture.tool)
        if tool is None or tool.option(key):
            return plan.replace_argument(picture.name, key, fitting(tool, key, value)), f"Shot {shot.number}: {value}."
    if shows and picture is not None:
        scene = shows["what"].strip(" \"“”'")
        plan = plan.replace_argument(picture.name, "scene", scene)
        if cast := cast_in(plan, scene):
            plan = plan.replace_argument(picture.name, "cast", cast)
        elif picture.has("cast"):
            plan = plan.without_argument(picture.name, "cast")
        return plan, f"Shot {shot.number} now shows {scene}."
    return None


def _say(plan: Plan, number: int, voice: str, words: str) -> tuple[Plan, str]:
    step = plan.find(voice)
    if step is None:
        raise PersonError(
            f'Shot {number} has no narration line yet. Add a line such as: line{number} = speak(text="…").'
        )
    return plan.replace_argument(
        step.name, "text", sentence(capital(words))
    ), f"Shot {number} now says: {sentence(words)}"


RULES = (cameras, removed, added, reordered, longer, another_take, shown)
__all__ = ["RULES", "is_card"]
