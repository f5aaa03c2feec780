"""What a model wrote for a shot, checked by code: kept, mended, or refused with the reason in words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studio.agent import english
from studio.agent.bans import breaks
from studio.agent.places import table
from studio.agent.reading import Reading
from studio.agent.script import Shot, budget, shorten

_FIRST = re.compile(r"\b(?:I|I'm|my|me|mine|we|our|us|myself)\b")
_SECOND = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_STAGE = re.compile(
    r"\b(?:narrator|camera|shot|scene|film|video|viewer|audience sees|fade|cut to|close-?up)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|went|saw|said|came|stood|found|felt|knew|began|looked|walked|turned|realized|thought|would|could)\b",
    re.I,
)
_DULL = re.compile(
    r"\b(?:sense of|filled with (?:joy|hope|wonder|warmth)|embark\w*|testament|tapestry|amidst|hopeful and|symphony)\b"
    r"|\bIt(?:'s| is) \w+\.$",
    re.I,
)


def fault(line: str, shot: Shot, reading: Reading, before: Sequence[str]) -> str:
    """Why a line cannot be said in this shot, or "". `before` holds the lines already taken."""
    text = line.strip()
    if len(re.findall(r"\w", text)) < 8 or len(text.split()) < 3:
        return "too short"
    if not re.search(r"[.!?…]$", text) or re.search(r"[\"“”<>{}]", text):
        return "not a whole sentence"
    if len(text) > max(24, 1.15 * budget(shot.seconds)):  # the cut gives a little where words need it
        return "too long for its shot"
    banned = breaks(text, reading.wishes.avoid)
    if banned:
        return f"it speaks of {banned}, which must not be there"
    if _FIRST.search(text) and not _FIRST.search(reading.brief):
        return "it speaks of itself"
    if (_SECOND.search(text) and reading.purpose == "story") or _STAGE.search(text):
        return "it speaks of the film"
    if reading.purpose == "story" and _PAST.search(text) and not _PAST.search(" ".join(reading.told)):
        return "it is told in the past"
    if _DULL.search(text):
        return "it is empty words"
    return _strange(text, reading) or _repeats(text, before)


def _strange(text: str, reading: Reading) -> str:
    """Names and figures the person never gave."""
    known = reading.brief.lower()
    for name in re.findall(r"(?<=[a-z,;] )[A-Z][a-z]+", text):
        if name.lower() not in known:
            return f"it brings in {name}, who is not in the brief"
    for figure in re.findall(r"\d[\d.,:]*\d|\d", text):
        if figure not in reading.brief:
            return f"it brings in the number {figure}"
    return "it is in another script" if re.search(r"[\u0400-\u9fff\uac00-\ud7af]", text) and reading.english else ""


def _stems(text: str) -> set[str]:
    return {w[:5] for w in re.findall(r"[a-z]+", text.lower()) if len(w) > 3}


def _repeats(text: str, before: Sequence[str]) -> str:
    mine = _stems(text)
    for other in before:
        theirs = _stems(other)
        if mine and theirs and len(mine & theirs) >= 0.6 * min(len(mine), len(theirs)):
            return "it repeats another line"
        if text.split()[:3] == other.split()[:3]:
            return "it begins like another line"
    return ""


_FLAT = re.compile(r"\b(?:is|are|be|being|now|still|again|very|just|really|something|there)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:hope|love|joy|peace|wonder|beauty|dreams?|soul|heart|world|life|feelings?|moment|mystery|comfort|happiness"
    r"|friendship|adventure|memor(?:y|ies)|strength|magic|future|past)\b",
    re.IGNORECASE,
)


def merit(line: str, reading: Reading, before: Sequence[str] = ()) -> float:
    """How much a line gives: new concrete words and a fair length count for it; flat and vague words, and whatever
    the lines before it (and the writer's example) already said, against it."""
    known = _stems(reading.brief)
    said = {stem for other in before for stem in _stems(other)} - known
    mine = _stems(line)
    length = len(line.split())
    return (
        min(len(mine - known - said), 4)
        + (1.0 if mine & known else 0.0)
        - 0.7 * len(mine & said)
        - 1.5 * len(_FLAT.findall(line))
        - 1.0 * len(_VAGUE.findall(line))
        + (1.0 if 6 <= length <= 13 else 0.0)
    )


def tidy(line: str) -> str:
    """One clean sentence of what a model wrote: no quotes, labels, numbers or brackets around it."""
    text = re.split(r"[\n\[\]|]", line.strip().strip("\"“”'* "))[0]
    text = re.sub(r"^(?:(?:say|narrator|line|shot)\s*\d*\s*:|\d+[.)]|\([^)]*\))\s*", "", text, flags=re.I).strip(
        "\"“”'* "
    )
    text = re.sub(r"\s+", " ", text)
    if text and not re.search(r"[.!?…]$", text):
        whole = re.match(r".*[.!?](?=\s)", text)
        text = whole[0] if whole else text
    return english.capital(text)


def scene(words: str, shot: Shot, reading: Reading) -> str:
    """A model's scene when it can be painted, else the ready one."""
    text = re.sub(r"\s+", " ", re.split(r"[\n\[\]|]", words)[0]).strip(" .\"“”'*")
    text = re.sub(r"^(?:show|picture|scene|image|a (?:picture|shot|view|close-?up) of)\s*:?\s+", "", text, flags=re.I)
    if not 8 <= len(text) <= 160 or breaks(text, reading.wishes.avoid) or re.search(r"[^\x00-\u024f’“”–—…]", text):
        return shot.scene
    text = shorten(text, 110).rstrip(".…")
    text = text if text.split()[0] in reading.names else text[:1].lower() + text[1:]
    return text if _seen(text, reading) else f"{text}, {_setting(shot.scene)}"


def _seen(text: str, reading: Reading) -> bool:
    """Whether a place or the film's own people and things are named, so that a painter has something to hold on to."""
    found = set(re.findall(r"[a-z]+", text.lower()))
    known = {w for entry in table("places").values() for w in entry["words"].split()}
    return bool(found & known) or any(s in found for w in found for s in (w.rstrip("s"),) if s in known)


def _setting(ready: str) -> str:
    match = re.search(r"\b(?:on|in|at|by|beside|among|before|under|below|near)\s+(?:an?|the)\b.+$", ready)
    return match[0] if match else ready


def alike(scene_: str, others: Sequence[str]) -> bool:
    """Whether a scene shows what another one already does."""
    mine = _stems(scene_)
    return any(mine and len(mine & _stems(o)) >= 0.8 * max(len(mine), len(_stems(o))) for o in others)


def accepted(shot: Shot, line: str, words: str, reading: Reading, before: Sequence[str]) -> tuple[Shot, str]:
    """The shot with a model's line and scene, and why the line was refused ("" when it was not)."""
    text = tidy(line)
    why = "" if shot.own or not shot.line else fault(text, shot, reading, before)
    said = shot.line if shot.own or why or not shot.line else text
    return replace(shot, line=said, scene=scene(words, shot, reading) if words else shot.scene), why
