"""Wishes about what is heard: narration, voice, pace, music."""

import re
from collections.abc import Mapping

from studio.agent import narrators
from studio.agent.shotlist import cut_step, without_voice
from studio.agent.wishes import INSTRUMENTS, MOODS, STYLES
from studio.errors import PersonError
from studio.plan import Plan, Ref, Step
from studio.tool import Tool

Done = tuple[Plan, str] | None
_FELT = {
    "warmer": "warm", "sadder": "sad", "happier": "happy", "calmer": "calm", "brighter": "bright", "darker": "dark",
    "softer": "soft", "gentler": "gentle", "livelier": "lively", "faster": "fast", "slower": "slow", "quieter": "quiet",
    "merrier": "cheerful", "funnier": "playful", "scarier": "eerie", "sweeter": "sweet", "lighter": "light",
    "bolder": "bold", "grander": "epic", "jollier": "joyful", "cosier": "cosy", "cheerier": "cheerful",
    "moodier": "dark",
    "tenser": "tense", "dreamier": "dreamy",
}  # fmt: skip
_AGAINST = [
    {"warm", "eerie", "dark", "tense", "ominous", "scary"},
    {"sad", "happy", "joyful", "cheerful", "upbeat", "playful", "lively", "bright"},
    {"calm", "gentle", "peaceful", "energetic", "fast", "tense", "exciting", "upbeat", "lively"},
    {"fast", "slow"}, {"bright", "dark"},
]  # fmt: skip


def narration(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "no narration", "male voice", "another voice", "speak slower"."""
    lines = [s for s in plan.steps if s.tool == "speak"]
    about = re.search(
        r"\b(?:narrat\w*|voices?|voice-?over|speech|speaker|spoken|speak\w*|talk\w*|read(?:s|er|ing)?|words)\b",
        wish,
        re.I,
    )
    if not about:
        return None
    if re.search(r"\b(?:no|without|remove|drop|mute|silence|stop|delete|turn off|get rid of)\b", wish, re.I):
        if not lines:
            raise PersonError("There is no narration in this plan.")
        return _silent(plan, lines), "The narration is gone, and the pictures keep their time."
    if not lines:
        raise PersonError('There is no narration in this plan yet. Add a line such as: line1 = speak(text="…").')
    pace = re.search(r"\b(slower|slow|faster|fast|quicker)\b", wish, re.I)
    if pace:
        factor = 0.9 if pace[1].lower().startswith("slow") else 1.12
        for step in lines:
            now = step.get("speed", 1.0)
            plan = plan.replace_argument(step.name, "speed", round(min(2.0, max(0.5, float(str(now)) * factor)), 2))
        return plan, f"The voice speaks {'slower' if factor < 1 else 'faster'}."
    voice = _voice(wish, lines, tools)
    if not voice:
        return None
    for step in lines:
        plan = plan.replace_argument(step.name, "voice", voice)
    return plan, f"All lines are now read by the voice “{voice}”."


def _voice(wish: str, lines: list[Step], tools: Mapping[str, Tool]) -> str:
    option = tools["speak"].option("voice") if "speak" in tools else None
    choices = [str(c) for c in option.choices] if option else ["heart", "joe"]
    found = narrators.described(wish, choices)
    if found:
        return found
    if re.search(r"\b(?:another|other|different|change|new)\b", wish, re.I):
        now = str(lines[0].get("voice", choices[0]))
        heard = [c for c in choices if c != "silent"]
        return heard[(heard.index(now) + 1) % len(heard)] if now in heard else heard[0]
    return ""


def _silent(plan: Plan, lines: list[Step]) -> Plan:
    for step in lines:
        plan = without_voice(plan, step.name)
    return plan


def music(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """ "warmer music", "no music", "jazz instead", "another tune", "louder music"; a bare "warmer" is music's too."""
    words = [w.lower() for w in re.findall(r"[a-z]+(?:-[a-z]+)?", wish, re.I)]
    about = any(w in ("music", "tune", "score", "soundtrack", "song", "melody", "tempo") for w in words)
    felt = [_FELT.get(w, w) for w in words if w in _FELT or w in MOODS | INSTRUMENTS | STYLES]
    composed = [s for s in plan.steps if s.tool == "compose"]
    films = [s for s in plan.steps if s.tool == "render"]
    of_words = {"line", "lines", "words", "ending", "opening", "beginning", "story", "narration", "sentence", "text"}
    if not about and (of_words & set(words) or not felt or len(words) > 4):
        return None
    if about and {"no", "without", "remove", "drop", "mute", "delete"} & set(words) and not felt:
        for film in films:
            plan = plan.without_argument(film.name, "music")
        for step in composed:
            if not plan.users(step.name):
                plan = plan.without(step.name)
        return plan, "The music is gone."
    level = _level(plan, words, films, tools) if about else None
    if level:
        return level
    if not composed:
        return _scored(plan, felt, films, tools)
    if felt:
        for step in composed:
            plan = plan.replace_argument(step.name, "mood", _mood(str(step.get("mood", "")), felt))
        return plan, f"The music is now {plan.step(composed[0].name).get('mood')}."
    if {"another", "other", "different", "new", "change"} & set(words):
        for step in composed:
            seed = step.get("seed", 1)
            plan = plan.replace_argument(step.name, "seed", (seed if isinstance(seed, int) else 1) + 1)
        return plan, "Another piece of music in the same mood."
    return None


def _mood(before: str, felt: list[str]) -> str:
    """The new mood first; what goes against it leaves."""
    against = {w for f in felt for group in _AGAINST if f in group for w in group} - set(felt)
    old = [m.strip() for m in before.split(",") if m.strip()]
    return ", ".join(dict.fromkeys([*felt, *(m for m in old if m not in against)]))


def _scored(plan: Plan, felt: list[str], films: list[Step], tools: Mapping[str, Tool]) -> Done:
    cut = cut_step(plan)
    if not films or cut is None or "compose" not in tools:
        return None
    name = plan.free_name("music")
    step = Step(name, "compose", (("cut", Ref(cut.name)), ("mood", ", ".join(felt) or "calm")))
    plan = plan.insert(step, plan.index(films[-1].name))
    return plan.replace_argument(films[-1].name, "music", Ref(name)), "Music was added."


def _level(plan: Plan, words: list[str], films: list[Step], tools: Mapping[str, Tool]) -> Done:
    louder = {"louder", "loud"} & set(words)
    softer = {"quieter", "softer", "lower"} & set(words)
    option = tools["render"].option("music_level") if "render" in tools else None
    if not (louder or softer) or option is None or not films:
        return None
    default = option.default if isinstance(option.default, (int, float)) else 0.0
    low = option.low if option.low is not None else -60.0
    high = option.high if option.high is not None else 60.0
    step = 4.0 if abs(low) > 5 or high > 5 else 0.3 * max(abs(float(default)), 0.3)
    for film in films:
        now = film.get("music_level", default)
        value = float(now) if isinstance(now, (int, float)) else float(default)
        plan = plan.replace_argument(
            film.name, "music_level", round(min(high, max(low, value + (step if louder else -step))), 2)
        )
    return plan, f"The music is {'louder' if louder else 'quieter'}."


def slower(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> Done:
    """A bare "slower" or "faster": the voice's pace and the length of the film."""
    bare = re.fullmatch(
        r"(?:make (?:it|everything|the film) )?(?:a (?:bit|little) |much )?(slower|faster|calmer pace|quicker)",
        wish,
        re.I,
    )
    cut = cut_step(plan)
    if not bare or cut is None:
        return None
    factor = 1.2 if bare[1].lower() in ("slower", "calmer pace") else 0.85
    seconds = cut.get("seconds")
    if isinstance(seconds, (int, float)):
        plan = plan.replace_argument(cut.name, "seconds", round(float(seconds) * factor))
    for step in [s for s in plan.steps if s.tool == "speak"]:
        now = step.get("speed", 1.0)
        plan = plan.replace_argument(step.name, "speed", round(min(2.0, max(0.5, float(str(now)) / factor**0.6)), 2))
    return plan, f"The film and its voice are {'slower' if factor > 1 else 'faster'}."


RULES = (slower, narration, music)
