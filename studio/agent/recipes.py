"""The floor: every brief becomes a script by ready plans alone, in well under a second, without any model."""

import random
import re
from collections.abc import Mapping
from dataclasses import replace

from studio.agent import english, story
from studio.agent.bans import breaks
from studio.agent.cards import card_of, no_text, with_cards
from studio.agent.choices import voice
from studio.agent.fill import Slots, temper
from studio.agent.lines import CLOSERS, EXPLAIN, POEM, REMEMBER, brings, titled
from studio.agent.places import place_for
from studio.agent.reading import Reading
from studio.agent.script import DISSOLVE, Script, Shot, budget, need, share, shorten, tighten

_MOODS = {
    "story": "warm, hopeful",
    "explainer": "bright, curious",
    "advert": "upbeat, confident",
    "poem": "calm, reflective",
    "photos": "warm, nostalgic",
    "montage": "upbeat",
    "narrated": "calm",
    "announcement": "joyful",
    "music": "calm",
}
_OVERLAPS = {"advert": 0.0, "montage": 0.0, "poem": 1.0}


def script_for(reading: Reading, given: Mapping[str, str], seed: int = 1) -> Script:
    """The ready script for a reading: shots with scenes, lines and seconds that add up to the length asked."""
    recipe = reading.purpose
    mood = ", ".join([*reading.wishes.moods, *reading.wishes.instruments]) or _MOODS.get(recipe, "calm")
    title = titled(reading)
    blank = Script(recipe, title, (), mood=mood)
    if recipe == "picture":
        return replace(blank, shots=(Shot(scene_words(reading), hour=reading.wishes.hour or "auto"),), card=0.0)
    if recipe == "music":
        return replace(blank, card=0.0)
    card = card_seconds(reading)
    overlap = _OVERLAPS.get(recipe, DISSOLVE)
    things = [
        n for n, k in given.items() if k == {"photos": "Image", "montage": "Video", "narrated": "Video"}.get(recipe)
    ]
    count = shot_count(reading, card, overlap, len(things))
    chance = random.Random(f"{seed}:{reading.brief[:200]}")
    shots, closing = _shots(recipe, reading, count, seed, chance)
    notes: list[str] = []
    if not reading.spoken and recipe != "announcement":
        shots = story.wordless(shots)
    if recipe == "poem" or (recipe == "advert" and not closing):
        card = 0.0
    made = with_cards(replace(blank, shots=tuple(shots), card=card, closing=closing), reading)
    return timed(keeping(made, reading, notes), reading, notes)


def card_seconds(reading: Reading) -> float:
    """How long a title stands; films under 8 s, and films without text, have none."""
    return 0.0 if no_text(reading) or reading.seconds < 8 else 2.5 if reading.seconds < 15 else 3.0


def shot_count(reading: Reading, card: float, overlap: float, given: int) -> int:
    """How many shots fit the length; as many as things were given, where they fit."""
    free = reading.seconds - card
    pace = 4.2 + max(0.0, reading.seconds - 30) / 45
    moods = set(reading.wishes.moods)
    pace *= (
        0.8
        if moods & {"fast", "energetic", "exciting", "upbeat"}
        else 1.2
        if moods & {"slow", "meditative", "contemplative"}
        else 1.0
    )
    most = max(1, int(free / 1.6))
    if given:
        return max(1, min(given if given > 1 or reading.purpose != "photos" else 1, most))
    return max(1, min(most, 40, round(free / pace)))


def timed(script: Script, reading: Reading, notes: list[str] | None = None) -> Script:
    """The script with lines that fit and seconds that add up."""
    said = voice(reading)
    overlap = _OVERLAPS.get(script.recipe, DISSOLVE)
    card = script.card
    found = list(notes or [])
    shots, cut = tighten(reading.seconds, script.shots, said, overlap=overlap, card=card)
    if cut:
        found.append(
            f"{clock_words(reading.seconds)} cannot hold all your words, so {len(cut)} of the lines "
            f"{'was' if len(cut) == 1 else 'were'} shortened. A longer film holds more."
        )
    lengths = share(reading.seconds, shots, said, overlap=overlap, card=card)
    return replace(
        script,
        shots=tuple(replace(s, seconds=x) for s, x in zip(shots, lengths, strict=True)),
        notes=(*script.notes, *found),
    )


def clock_words(seconds: float) -> str:
    """A length in words, for a note."""
    return f"{seconds:g} seconds"


def scene_words(reading: Reading) -> str:
    """The brief as one scene for a painter."""
    text = " ".join(reading.told) or ", ".join(reading.things) or reading.brief
    return shorten(re.sub(r"\s+", " ", text).rstrip("."), 240)


def keeping(script: Script, reading: Reading, notes: list[str]) -> Script:
    """Names, numbers and quoted words of the brief that are nowhere yet go on the title card, else a note says so."""
    there = script.words().casefold()
    quoted = [q for q, _ in reading.quotes if q.casefold().rstrip(".!") not in there]
    missing = [
        n for n in (*reading.names, *reading.numbers) if n.casefold() not in there and not any(n in q for q in quoted)
    ]
    missing = [m for m in missing if not any(m != o and m.casefold() in o.casefold() for o in missing)]
    parts = [q for q in quoted if q != script.title] + missing
    if not parts:
        return script
    if script.closing or (script.recipe == "advert" and script.card):
        text = " · ".join(dict.fromkeys([*([script.closing] if script.closing else []), *parts]))
        return replace(script, closing=shorten(text, 160))
    if script.card:
        return replace(
            script, subtitle=shorten(" · ".join(([script.subtitle] if script.subtitle else []) + parts), 160)
        )
    if script.shots and reading.spoken and not script.shots[-1].line:
        last = len(script.shots) - 1
        return script.with_shot(last, replace(script.shots[last], line=english.sentence(", ".join(parts)), own=True))
    notes.append(f"Not in the film for want of room: {', '.join(parts)}.")
    return script


def _shots(recipe: str, reading: Reading, count: int, seed: int, chance: random.Random) -> tuple[list[Shot], str]:
    if recipe == "advert":
        return _advert(reading, count, seed, chance)
    if recipe == "explainer":
        return _lined(reading, count, seed, EXPLAIN, chance), ""
    if recipe == "poem":
        return _lined(reading, count, seed, POEM[temper(reading.wishes.moods) or "calm"], chance), ""
    if recipe == "photos":
        return _lined(reading, count, seed, REMEMBER, chance), ""
    if recipe in ("montage", "narrated"):
        return _lined(reading, count, seed, () if recipe == "montage" else REMEMBER, chance), ""
    if recipe == "announcement":
        return _cards(reading, count), ""
    return story.shots(reading, count, seed), ""


def _pieces(reading: Reading, most: int, room: float) -> list[str]:
    """The told sentences as at most `most` pieces; long ones are parted at their clauses when there is room, but for
    those that a chart or a list shows whole."""
    pieces = list(reading.told)
    limit = max(30, budget(room))
    while len(pieces) < most:
        whole = {p for p in pieces if (card := card_of(p, "")) and card.tool != "number"}
        at = next((i for i, p in enumerate(pieces) if len(p) > limit and p not in whole and len(_parted(p)) > 1), None)
        if at is None:
            break
        pieces[at : at + 1] = _parted(pieces[at])
    if len(pieces) > most:
        size = len(pieces) / most
        pieces = [" ".join(pieces[int(i * size) : int((i + 1) * size)]) for i in range(most)]
    return pieces


def _parted(sentence: str) -> list[str]:
    """A sentence in two, at a colon, semicolon or the comma nearest its middle; digits' commas are left alone."""
    marks = [m.end() for m in re.finditer(r"[:;](?=\s)|,(?=\s)|\s[–—](?=\s)|[،、，]", sentence)]
    if not marks:
        return [sentence]
    at = min(marks, key=lambda m: abs(m - len(sentence) / 2))
    first, second = sentence[:at].rstrip(" ,:;–—،、，"), sentence[at:].strip()
    second = re.sub(r"^(?:and|or|but)\s+", "", second)
    return [english.sentence(first), english.sentence(second)] if len(first) > 8 and len(second) > 8 else [sentence]


def _lined(
    reading: Reading, count: int, seed: int, ready: tuple[tuple[str, ...], ...], chance: random.Random
) -> list[Shot]:
    """The person's words first, ready lines after them as far as there are shots; scenes as in a story."""
    room = reading.seconds / max(1, count)
    own = _pieces(reading, count, room)
    shots = [
        replace(s, line="", change=brings(reading.purpose, i, count))
        for i, s in enumerate(story.shots(replace(reading, told=reading.told[:1]), count, seed))
    ]
    slots = Slots(reading)
    lines: list[tuple[str, bool]] = [(p, True) for p in own]
    free = count - len(lines)
    chosen = [slots.fill(chance.choice(variants)) for variants in ready] if reading.english else []
    filled = [c for c in chosen if c and not breaks(c, reading.wishes.avoid)]
    keep = filled[: max(0, free - 1)] + filled[-1:] if free < len(filled) else filled
    lines += [(text, False) for text in keep[:free]]
    places = [i * count // len(lines) for i in range(len(lines))] if lines else []
    place = place_for(" ".join(reading.told), reading.tale.place, reading.brief)
    for at, (text, mine) in zip(places, lines, strict=True):
        scene = shots[at].scene
        if mine and len(own) > 1:
            scene = story.scene_of(text, reading, place, at)
        shots[at] = replace(shots[at], line=text, own=mine, scene=scene)
    hours = (
        ("morning", "day", "day", "sunset")
        if reading.purpose in ("advert", "explainer")
        else ("dawn", "day", "sunset", "dusk", "night")
    )
    if not reading.wishes.hour:
        free_hours = [h for h in hours if not breaks(h, reading.wishes.avoid)] or ["day"]
        shots = [
            replace(s, hour=story.hour_in(s.line, free_hours[i * len(free_hours) // count]))
            for i, s in enumerate(shots)
        ]
    return shots


def _advert(reading: Reading, count: int, seed: int, chance: random.Random) -> tuple[list[Shot], str]:
    slogan = next((q for q, how in reading.quotes if how in ("shown", "said")), "")
    shots = _lined(reading, count, seed, (), chance)
    if len([s for s in shots if s.line]) < count and reading.english:
        last = len(shots) - 1
        if not shots[last].line and need(CLOSERS[0], voice(reading)) < reading.seconds / max(1, count):
            shots[last] = replace(shots[last], line=slogan)
    return shots, slogan or (chance.choice(CLOSERS) if reading.english else "")


def _cards(reading: Reading, count: int) -> list[Shot]:
    """An announcement's lines, one a card: sentences, then their clauses."""
    title = titled(reading).rstrip(".! ")
    pieces = [p.rstrip(".") for p in reading.told if p.rstrip(".! ") != title]
    cards = [_headed(p) for p in pieces][: max(1, min(count, 6))]
    return [Shot(under, top, own=True) for top, under in cards or [(reading.brief[:80], "")]]


def _headed(piece: str) -> tuple[str, str]:
    """A card's large words and the smaller ones under them: parted at the first comma, colon or dash."""
    parts = re.split(r"\s*[:;,،，]\s+|\s+[–—-]\s+", piece, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and len(parts[0]) < 50 else (piece, "")
