"""What code decides of a step's options: nearest choices, sizes, strengths, the voice, which given things count."""

import re
from collections.abc import Mapping, Sequence

from studio.agent import narrators
from studio.agent.reading import Reading
from studio.errors import PersonError
from studio.plan import Value, clean_name
from studio.tool import Tool


def strength(moods: Sequence[str]) -> Value:
    """How far cameras go, by the film's moods; "" for as usual."""
    bold = {"energetic", "upbeat", "exciting", "epic", "dramatic", "fast", "bold", "lively", "adventurous"}
    soft = {"calm", "peaceful", "gentle", "quiet", "serene", "slow", "meditative", "contemplative", "intimate"}
    return 0.8 if bold & set(moods) else 0.35 if soft & set(moods) else ""


def clip_size(size: str) -> str:
    """The size of clips for a film of WIDTHxHEIGHT: the smallest that is not smaller; "" for the usual one."""
    short = min(int(side) for side in size.split("x"))
    return "4k" if short > 1080 else "1080p" if short > 720 else "" if short > 360 else "360p"


def seen_things(avoid: Sequence[str]) -> list[str]:
    """What a picture can leave out; narration and captions are none of the painter's business."""
    heard = (
        r"\b(?:narrat\w*|voice\w*|vocals?|captions?|subtitles?|music|words|talking|speech|dialogue|sound\w*|speaking"
        r"|singing)\b"
    )
    return [a for a in avoid if not re.search(heard, a)]


def fitting(tool: Tool | None, key: str, value: Value) -> Value:
    """The value, or the choice of the tool that is nearest to it; a number inside its bounds."""
    option = tool.option(key) if tool else None
    if option is None:
        return value
    if option.choices and value not in option.choices:
        near = {
            "afternoon": "day",
            "morning": "dawn",
            "dusk": "sunset",
            "dawn": "sunset",
            "wind": "clear",
            "watercolor": "watercolour",
            "rotate left": "orbit left",
            "rotate right": "orbit right",
            "orbit left": "rotate left",
            "orbit right": "rotate right",
        }
        other = near.get(str(value), "")
        return other if other in option.choices else option.default
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = max(value, option.low) if option.low is not None else value
        value = min(value, option.high) if option.high is not None else value
    return value


def plain(value: Value) -> Value:
    """4 for 4.0: a plan reads better so."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def voice(reading: Reading, tools: Mapping[str, Tool] | None = None) -> str:
    """Which voice reads: as the brief describes it, else the usual one of its language; where none speaks that, the
    words are timed for captions and not voiced."""
    option = tools["speak"].option("voice") if tools and "speak" in tools else None
    choices = tuple(str(choice) for choice in option.choices) if option else ()
    asked = narrators.described(reading.wishes.voice, choices, reading.language) if reading.wishes.voice else ""
    return asked or narrators.usual(reading.language, choices)


def is_song(name: str, kind: str, reading: Reading) -> bool:
    """Whether a given thing is music: a score, or a sound that nothing says to be speech."""
    if kind == "Music":
        return True
    told = re.search(
        r"voice|speech|narrat|interview|spoken|talk|read(?:ing)?\b", f"{name} {reading.brief}", re.IGNORECASE
    )
    return kind == "Audio" and (bool(re.search(r"song|music|tune|track|score", name, re.IGNORECASE)) or not told)


def usable_given(given: Mapping[str, str]) -> dict[str, str]:
    """The given things a plan can name. Names were made by the session; a bad one is left out."""
    found: dict[str, str] = {}
    for name, kind in given.items():
        try:
            found[clean_name(name)] = kind
        except PersonError:
            continue
    return found
