"""What is heard around a shot: the bed of sound that its weather, place and hour ask for."""

import re

from studio.agent.places import table
from studio.plan import Ref, Step

_LITTLE = {"and", "a", "an", "in", "on", "with", "inside", "distant", "calm", "cold"}
_ABSENT = re.compile(r"\b(?:no|without(?: any| the)?|never|not)\s+(?:an?\s+)?([\w-]+)", re.IGNORECASE)
_NIGHT = ("dusk", "night", "evening", "midnight")


def heard(scene: str, hour: str = "auto", weather: str = "", avoid: tuple[str, ...] = ()) -> str:
    """The `kind` of `ambience` for a scene, "" where nothing in it is heard.

    What the scene or the brief's `avoid` says is not there is not heard: "a street without traffic".
    """
    absent = (*avoid, *_ABSENT.findall(scene))
    barred = {form for thing in absent for w in _words(thing) for form in (w, w + "s", w.removesuffix("s"))}
    words = _words(f"{scene} {weather}") - barred
    late = hour in _NIGHT or bool(words & {*_NIGHT, "moonlight", "moonlit", "stars"})
    place = _first("place", words)
    sky = _first("weather", words)
    here = str((place.get("night") if late else None) or place.get("kind", ""))
    over = str(sky.get("kind", ""))
    if over and place.get("inside"):
        over = str(sky.get("inside", ""))
    if over.endswith("wind") and here.endswith("wind"):
        return here
    if over == "thunderstorm" and "birds" in here:
        return over
    kinds = (without(kind, barred) for kind in (over, here))
    return " and ".join(dict.fromkeys(kind for kind in kinds if kind))


def happens(scene: str, avoid: tuple[str, ...] = ()) -> bool:
    """Whether a scene tells of something that is heard when it happens: "he knocks", "a ship departs"."""
    absent = {word for thing in (*avoid, *_ABSENT.findall(scene)) for word in _words(thing)}
    return bool((_words(scene) - absent) & set(table("sounds")["deeds"].split()))


def heard_in(picture: Step, avoid: tuple[str, ...] = ()) -> str:
    """`heard`, of a step that paints."""
    scene, hour, weather = (str(picture.get(key, "")) for key in ("scene", "time", "weather"))
    return heard(scene, hour, weather, avoid)


def deeds_over(cut: str, deeds: str, laid: str) -> tuple[Step, Step]:
    """The steps, of these names, that make what happens in a cut's pictures heard and lay it over the cut."""
    made = Step(deeds, "foley", (("cut", Ref(cut)), ("what", "deeds")))
    return made, Step(laid, "lay_sound", (("cut", Ref(cut)), ("sound", Ref(deeds))))


def name_of(kind: str, taken: set[str]) -> str:
    """A short name for the step of a bed, as "sea" for "sea with seagulls"."""
    words = [word for word in re.findall(r"[a-z]+", kind) if word not in _LITTLE]
    name = words[0] if words else "sound"
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}{number}"
    return found


def without(kind: str, barred: set[str]) -> str:
    """A kind less those of its parts that are barred: "sea" of "sea with seagulls" where there are no gulls."""
    parts = re.split(r"( with | and )", kind)
    kept = [p for p in parts[::2] if not any(word in p for word in barred if len(word) > 2)]
    return kind if len(kept) == len(parts[::2]) else " and ".join(kept)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def _first(group: str, words: set[str]) -> dict[str, object]:
    return next((each for each in table("sounds")[group].values() if words & set(each["words"].split())), {})
