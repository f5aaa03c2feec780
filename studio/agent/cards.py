"""Cards of a film: one design and mood for all of them, and those that show a line's own numbers and lists."""

import re
from dataclasses import replace

from studio.agent import english
from studio.agent.looks import card_for
from studio.agent.reading import Reading
from studio.agent.script import Card, Script
from studio.agent.wishes import BRIGHT, DIM
from studio.agent.words import bag
from studio.plan import Value

CARDS = ("title", "quote", "listing", "number", "chart")
_WARM = bag(
    """warm heartwarming tender romantic nostalgic cosy cozy intimate touching hopeful grateful festive sweet"""
)
_SOFT = bag("""calm peaceful gentle quiet serene dreamy soft meditative contemplative soothing reflective slow""")
_BY_PURPOSE = {"explainer": "minimal", "advert": "bold", "announcement": "quiet", "poem": "quiet", "photos": "quiet",
               "montage": "poster", "narrated": "documentary"}  # fmt: skip


def design(reading: Reading) -> str:
    """The one look of all the film's cards: the picture's look, then its moods, then what the film is for."""
    wishes = reading.wishes
    moods = set(wishes.moods)
    if wishes.looks and (fitting := card_for(wishes.looks[0])):
        return fitting
    if moods & {"epic", "dramatic", "tense", "suspenseful", "triumphant", "ominous", "majestic"}:
        return "poster"
    if moods & {"playful", "funny", "humorous", "silly", "energetic", "upbeat", "exciting", "bold", "lively", "fast"}:
        return "bold"
    return _BY_PURPOSE.get(reading.purpose, "quiet")


def mood(reading: Reading) -> str:
    """The one mood of their colours."""
    wishes = reading.wishes
    if wishes.hour in ("night", "dusk") or set(wishes.moods) & DIM:
        return "dark"
    by_mood = (("bright", BRIGHT), ("warm", _WARM), ("calm", _SOFT))
    found = next((name for m in wishes.moods for name, words in by_mood if m in words), "")
    if found:
        return found
    return {"explainer": "fresh", "advert": "bright", "photos": "warm", "announcement": "warm"}.get(
        reading.purpose, "calm"
    )


def no_text(reading: Reading) -> bool:
    """Whether the film is to have no words on screen."""
    text = r"(?:text|words on screen|titles?|title cards?|lettering|texte?|texto|testo|words)"
    return any(re.fullmatch(text, avoided) for avoided in reading.wishes.avoid)


_FIGURE = r"[£$€¥]?\s?\d{1,3}(?:[ ,.]\d{3})+(?!\d)|[£$€¥]?\d+(?:[.,]\d+)?"
_UNIT = r"(?:\s?(?:%|percent|per cent|million|billion|thousand|trillion|km|kilometres?|kilometers?|kg|tons?|tonnes?" \
        r"|degrees|°C|°|years|hours|people|TWh|GWh|kWh))?"  # fmt: skip
_PAIR = re.compile(
    rf"(?:^|[,;:]\s*|\band\s+)(?:in\s+)?(?P<name>(?:(?:19|20)\d\d|[^\W\d_][\w'’ -]{{0,28}}?))"
    rf"(?:\s*[:=–-]\s*|,?\s+(?:it\s+)?(?:(?:is|are|was|were|at|with|gives|makes|takes|has|had)\s+)?)"
    rf"(?P<value>{_FIGURE})(?P<unit>{_UNIT})(?=\s*(?:[,;.]|$|\band\b))",
    re.IGNORECASE,
)
_LARGE = re.compile(
    r"(?P<value>[£$€¥]\d[\d.,]*(?:\s?(?:million|billion|trillion))?|\d{1,3}(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)"
    r"|\d[\d.,]*\s(?:million|billion|trillion)\b|\d{1,3}(?:[ ,]\d{3})+(?![\d,]))\s*(?P<rest>[^.!?]*)",
    re.IGNORECASE,
)
_LIST = re.compile(r"^(?P<head>[^:]{3,80}):\s+(?P<items>[^:.!?,]+(?:,[^:.!?,]+|,(?=\d{3}(?!\d))){2,})[.!?]?$")


def card_of(line: str, told: str) -> Card | None:
    """The card that shows what a sentence of the brief counts: a chart of three values and more, a large number, a
    list of three things and more; None where it counts nothing. `told`: the sentence before it, as a heading."""
    return _chart(line, told) or _listing(line) or _number(line)


def _chart(line: str, told: str) -> Card | None:
    text = line.rstrip(".!?。 ")
    head, _, rest = text.partition(": ") if re.match(r"[^:]{4,60}:\s", text) else ("", "", text)
    pairs = list(_PAIR.finditer(rest))
    if head and len(pairs) < 3:  # "Solar: 40, wind: 35": no heading, but the first name
        head, pairs = "", list(_PAIR.finditer(text))
    units = {_plain(p["unit"]) for p in pairs}
    names = [re.sub(r"^(?:(?:and|the|in)\s+)+", "", p["name"].strip(), flags=re.IGNORECASE) for p in pairs]
    if len(pairs) < 3 or len(units) > 1 or len(set(names)) < len(names) or sum(len(n.split()) for n in names) > 12:
        return None
    values = (f"{name[:1].upper() + name[1:]}: {p['value'].strip()}" for name, p in zip(names, pairs, strict=True))
    arguments: list[tuple[str, Value]] = [("values", "; ".join(values))]
    heading = head or (told.rstrip(".!?。 ") if len(told) <= 60 else "")
    unit = units.pop()
    arguments += [("heading", heading)] if heading else []
    arguments += [("unit", unit)] if unit else []
    return Card("chart", tuple(arguments))


def _plain(unit: str) -> str:
    return {"percent": "%", "per cent": "%"}.get(unit.strip().lower(), unit.strip())


def _listing(line: str) -> Card | None:
    match = _LIST.match(line.strip())
    if not match:
        return None
    items = [
        re.sub(r"^(?:and|or)\s+", "", i.strip())
        for i in re.split(r",(?!\d{3}(?!\d))\s*|\s+(?:and|or)\s+", match["items"])
    ]
    items = [i for i in items if i]
    if len(items) < 3 or any(len(i) > 50 for i in items):
        return None
    shown = "; ".join(i[:1].upper() + i[1:] for i in items)
    return Card("listing", (("text", shown), ("heading", match["head"].strip())))


def _number(line: str) -> Card | None:
    match = _LARGE.search(line)
    if not match or len(re.findall(r"\d[\d.,]*", line)) > 1:
        return None
    value = re.sub(r"\s?(?:percent|per cent)$", " %", match["value"].rstrip(".,"), flags=re.IGNORECASE)
    rest = match["rest"].strip(" ,;:–—-")
    before = line[: match.start()].strip(" ,;:–—-")
    said = rest if len(rest.split()) >= 2 else f"{before} {rest}".strip()
    return Card("number", (("value", value), *((("text", said),) if said else ())))


def with_cards(script: Script, reading: Reading) -> Script:
    """The script with a card in place of the picture where one of the person's own lines counts something: of values to
    compare in any film, of one number or a list where a film explains or sells."""
    if not script.shots or no_text(reading):
        return script
    shots, before = list(script.shots), ""
    all_kinds = script.recipe in ("explainer", "advert")
    for index, shot in enumerate(shots):
        for sentence in english.sentences(shot.line) if shot.own else ():
            card = card_of(sentence, before)
            if card and (all_kinds or card.tool == "chart") and shots[index].card is None:
                shots[index] = replace(shot, card=card)
            before = sentence
    return replace(script, shots=tuple(shots))
