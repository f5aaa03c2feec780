"""The ready plan "story": beats of an arc, filled with the brief's people, things and place."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from studio.agent import english
from studio.agent.bans import breaks
from studio.agent.beats import LONG, arc_for, beats_for
from studio.agent.fill import Slots, choose, temper
from studio.agent.places import Place, place_for, places_for
from studio.agent.players import being
from studio.agent.reading import Reading
from studio.agent.script import Shot
from studio.agent.wishes import HOURS

_CAMERAS = {
    "place": ("pull out", "pan right", "tilt down", "pan left"),
    "hero": ("push in", "orbit left", "tilt up", "push in"),
    "other": ("tilt up", "push in", "orbit right"),
    "both": ("pan right", "push in", "orbit left", "pull out"),
}
_LONGEST_SCENE = 110  # characters: in longer ones a painter loses the thread
_DAY = ("dawn", "morning", "day", "day", "sunset", "dusk", "night")


def hour_in(text: str, fallback: str) -> str:
    """The hour a sentence names."""
    words = re.findall(r"[a-z]+", text.lower())
    return next((hour for w in words for hour, of in HOURS.items() if w in of.split()), fallback)


def pictured(reading: Reading, show: str, place: Place, index: int, feels: str = "") -> str:
    """The scene of a shot in plain words: who is seen, what can be read in their face, where, in which weather."""
    tale, avoid = reading.tale, reading.wishes.avoid
    who = _seen(tale.hero.plain if tale.hero else "", tale.hero.a if tale.hero else "", reading)
    if tale.company and (company := _seen(tale.company.plain, tale.company.a, reading)):
        who = f"{who} and {company}" if who else company
    second = tale.other if tale.other and (tale.other.before or tale.other.plural or tale.other.name) else None
    other = _seen(second.plain, second.a, reading) if second else ""
    if feels and who and being(tale.hero):
        who = f"{who}, {feels},"
    subject = {"hero": who, "other": other or who, "both": f"{who} and {other}" if who and other else who or other}.get(
        show, ""
    )
    held = {w for w in re.findall(r"[a-z]+", subject.lower()) if len(w) > 3}
    index = next((i for i in range(index, index + 6) if not held & set(re.findall(r"[a-z]+", place.view(i)))), index)
    scene = f"{subject} {place.view(index)}" if subject else place.alone(index)
    if tale.place and tale.place.split()[-1].lower() not in scene.lower():
        scene = (
            f"{subject} {tale.place}"
            if subject and index % 2
            else f"{scene}, {tale.place}"
            if index == 0 and re.search("[A-Z]", tale.place)
            else scene
        )
    bad = breaks(scene, avoid)
    return (
        scene
        if not bad
        else next((place.alone(i) for i in range(6) if not breaks(place.alone(i), avoid)), "a wide landscape")
    )


def _unseen(reading: Reading, beat: dict[str, Any], places: Sequence[Place], index: int, before: Sequence[str]) -> str:
    """A scene that no shot before has: other views of the place, then places near it."""
    show, feels = beat["show"], _felt(beat.get("feels", ""), reading)
    first = pictured(reading, show, places[0], index, feels)
    shows = dict.fromkeys((show, "hero", "place", "other", "both"))
    more = (
        pictured(reading, s, place, index + k, feels)
        for s in shows
        for place in places[:4]
        for k in range(len(place.views))
    )
    return first if first not in before else next((scene for scene in more if scene not in before), first)


def _felt(feels: str, reading: Reading) -> str:
    """The feeling of a beat, where the moods asked for do not speak against it."""
    against = {"bright": "sad", "dim": "happy"}.get(temper(reading.wishes.moods))
    return "" if feels == against else feels


def _seen(plain: str, words: str, reading: Reading) -> str:
    """How someone is asked of a painter: names say nothing to it, so a name alone becomes a person."""
    if not plain or breaks(plain, reading.wishes.avoid):
        return ""
    hero = reading.tale.hero
    common = [w.lower() for w in plain.split() if place_for(w.lower()).name != "sky"] if plain[:1].isupper() else []
    if common:
        return english.a(common[-1])  # "Bruno's Bakery" is seen as a bakery
    if hero and plain == hero.name and not hero.words:
        return {"she": "a woman", "he": "a man"}.get(reading.tale.pronoun, "a person")
    if hero and hero.name and plain == hero.words:
        return english.a(plain)
    return re.sub(r"^(?:my|our|his|her|their|your|its)\s+(.*)", lambda m: english.a(m[1]), words)


def shots(reading: Reading, count: int, seed: int) -> list[Shot]:
    """The shots of a story, without their seconds."""
    chance = random.Random(f"{seed}:{reading.brief[:200]}")
    slots = Slots(reading)
    places = places_for(
        " ".join([*(reading.told if reading.english else ()), *reading.things]), reading.tale.place, reading.brief
    )
    place = places[0]
    beats = beats_for(reading, count)
    lines = _own_lines(reading, beats)
    if not lines and reading.english:
        lines = _ready_lines(reading, beats, slots, chance)
    start = chance.randrange(2)
    found: list[Shot] = []
    for i, beat in enumerate(beats):
        line = lines.get(i, "")
        own = bool(line) and any(_core(t) in line.lower() for t in reading.told)
        hours = [h for h in beat["hours"] if not breaks(h, reading.wishes.avoid)] or ["day"]
        hour = hours[(start if i else 0) % len(hours)]
        if any(b["keep"] == LONG for b in beats):  # longer than its arc: the hours just go by
            free = [h for h in _DAY if not breaks(h, reading.wishes.avoid)]
            hour = free[i * len(free) // len(beats)]
        several = len(reading.told) > 1
        hour = hour_in(line, hour) if several else reading.wishes.hour or hour
        scene = _unseen(reading, beat, places, i, [s.scene for s in found])
        if own and several:
            scene = scene_of(line, reading, place, i)
        elif _happens(beat, slots) and not any(s.scene.startswith(slots.event) for s in found):
            scene = _deed(scene_of(slots.event, reading, place, i), reading, place.view(i), scene)
        camera = next(c for c in _turned(_CAMERAS[beat["show"]], i) if not found or c != found[-1].camera)
        change = (slots.fill(beat["change"]) or beat["change"].split(",")[0]).rstrip(".") if beat["change"] else ""
        found.append(Shot(scene, line, change[:1].lower() + change[1:], hour, camera, own=own))
    return found


def _happens(beat: dict[str, Any], slots: Slots) -> bool:
    """Whether a beat tells the film's one deed, by somebody who can be seen doing it."""
    return "{event}" in str(beat["lines"]).lower() and not slots.fragment


def _deed(event: str, reading: Reading, view: str, otherwise: str) -> str:
    """The deed as a scene, in a view of the place unless it names one."""
    scene = event if reading.tale.place and reading.tale.place in event else f"{event}, {view}"
    return otherwise if len(scene) > _LONGEST_SCENE or breaks(scene, reading.wishes.avoid) else scene


def _turned(cameras: tuple[str, ...], by: int) -> tuple[str, ...]:
    by %= len(cameras)
    return (*cameras[by:], *cameras[:by])


def _core(sentence: str) -> str:
    """A sentence without its first and last marks, for finding it again inside a line."""
    return re.sub(r"^(?:a|an|the)\s+", "", sentence.lower()).rstrip(".!?。 ")


def scene_of(line: str, reading: Reading, place: Place, index: int) -> str:
    """A told sentence as a scene; its names become people, what is forbidden leaves only the place."""
    scene = re.sub(r"^(?:then|and|so|but|one day|once)\b,?\s*", "", line.rstrip(".!?"), flags=re.I)
    if not reading.english:
        return pictured(reading, "both" if index else "hero", place, index)
    hero = reading.tale.hero
    if hero and hero.name:
        person = {"she": "a woman", "he": "a man"}.get(reading.tale.pronoun, "a person")
        before = rf"(?:(?:my|our|his|her|their|the|an?)\s+)?(?:{re.escape(hero.words)},?\s+)?" if hero.words else ""
        seen = english.a(hero.words) if hero.words else person
        scene = re.sub(rf"\b{before}{re.escape(hero.name)}\b", seen, scene, flags=re.IGNORECASE)
    who = _seen(hero.plain, hero.a, reading) if hero else ""
    if re.match(r"(?:he|she|they)\b", scene, re.I):
        fits = who and (hero and hero.plural) == scene.lower().startswith("they")
        scene = re.sub(r"^(?:he|she|they)\b", who if fits else "", scene, flags=re.I).strip()
    scene = scene[:1].lower() + scene[1:] if scene[:1].isupper() and scene.split()[0] not in reading.names else scene
    return place.alone(index) if breaks(scene, reading.wishes.avoid) else scene


def _own_lines(reading: Reading, beats: list[dict[str, Any]]) -> dict[int, str]:
    """Two or more told sentences are the narration themselves, spread over the shots in their order.

    So is a single one in a language in which there are no ready lines.
    """
    told = list(reading.told)
    count = len(beats)
    if not told or (len(told) < 2 and reading.english):
        return {}
    groups: list[str] = []
    for i in range(min(count, len(told))):
        start, end = i * len(told) // min(count, len(told)), (i + 1) * len(told) // min(count, len(told))
        groups.append(" ".join(told[start:end]))
    return {i * count // len(groups): text for i, text in enumerate(groups)}


def _ready_lines(reading: Reading, beats: list[dict[str, Any]], slots: Slots, chance: random.Random) -> dict[int, str]:
    feeling = temper(reading.wishes.moods)
    lines: dict[int, str] = {}
    met = told_so = False
    for i, beat in enumerate(beats):
        variants = choose(beat.get(feeling) or beat["lines"], chance)
        if told_so and any("{event}" in v.lower() for v in beat["lines"]):
            continue
        if any("{event}" in v.lower() for v in beat["lines"]):
            variants = _event_variants(variants, slots)
        elif slots.fragment and reading.tale.hero and i == 0 and arc_for(reading) != "day":
            variants, told_so = ["This is the story of {event}."], True
        for variant in variants:
            line = slots.fill(variant, met=met)
            if line and not breaks(line.replace(slots.event, ""), reading.wishes.avoid) and line not in lines.values():
                lines[i] = line
                break
        met = met or bool(lines.get(i) and reading.tale.hero and slots.hero.words and slots.hero.words in lines[i])
    return lines


def _event_variants(variants: list[str], slots: Slots) -> list[str]:
    if slots.fragment:
        return ["{Event}."]
    return variants if slots.begins_with_hero and not slots.event.endswith("?") else ["{Event}."]


def wordless(shots_: list[Shot]) -> list[Shot]:
    """The same shots with nothing said over them."""
    return [replace(s, line="") for s in shots_]
