"""From words to one effect: "three knocks on a wooden door" is a kind, a number, a force."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from pipelines.effects.air import at_level, heard
from pipelines.effects.bed_words import FORCES, phrases
from pipelines.effects.oneshots import BEASTS, EFFECTS, made, room_of, words
from pipelines.effects.said import read
from pipelines.effects.stretches import RATE
from pipelines.effects.strikes import Take
from studio.errors import PersonError

Embed = Callable[[Sequence[str]], np.ndarray]
NEAR = 0.75  # cosine of a text and an effect that are heard alike: of 16 texts, all wrong ones lay below 0.72
PEAK = -3.0  # dBFS of an effect at middling intensity, near by
_FORCE = {word: force for force, words in FORCES.items() for word in words.split()}
_COUNTED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: count for count, word in enumerate(_COUNTED, 2)}
_MOST = 60
_ROOMS = {"hall": "hall church cathedral", "cave": "cave cavern tunnel", "street": "street alley", "valley": "valley",
          "wood": "forest woods", "room": "room kitchen indoors", "open": "outdoors field"}  # fmt: skip
_ROOM = {word: room for room, listed in _ROOMS.items() for word in listed.split()}
_LEAST = 0.04  # seconds


@dataclass(frozen=True)
class Call:
    """One effect asked for: its name, how hard, how many where said, in which room; notes for the person."""

    name: str
    force: float
    count: int | None
    room: str
    notes: tuple[str, ...] = ()


def call_of(text: str, embed: Embed | None) -> Call:
    """The effect that a text names: by the table, else by meaning. Raises PersonError with all there is."""
    table = words()
    count, notes = _count(text)
    said = read(
        text, table, {*_FORCE, *_NUMBERS, *_ROOM, "distance", "away", "far", "distant", "times", "once", "twice"}
    )
    banned = {table[phrase] for phrase in said.banned}
    names = [table[one.phrase] for one in said.found if table[one.phrase] not in banned]
    spots = [one.phrase for one in said.found if table[one.phrase] not in banned]
    name = table[max(spots, key=lambda phrase: phrase.count(" "))] if spots else ""  # of the longest, the first
    if not name and (bed := re.sub(r"^(?:the|an?|some) ", "", said.plain.strip(", "))) in phrases():
        raise PersonError(f'“{bed}” is no single effect, it goes on: make it with ambience(kind="{bed}").')
    if not name and said.plain.strip(", ") and embed and not said.banned:
        name = _nearest(said.plain, embed)
        notes += [f"“{said.plain[:60]}” is heard as “{name}”."] if name else []
    if not name:
        raise PersonError(f"{_why_none(text, bool(said.banned))} There are: {', '.join([*EFFECTS, *BEASTS])}.")
    others = list(dict.fromkeys(other for other in names if other != name))
    if others:
        notes.append(
            f"One effect at a time: this is “{name}”; make “{'”, “'.join(others[:3])}” by a step of their own."
        )
    spoken = [word for one in said.found for word in one.before] + said.plain.split()
    force = next((_FORCE[word] for word in spoken if word in _FORCE), EFFECTS[name].force if name in EFFECTS else 0.5)
    room = next((_ROOM[word] for word in said.plain.split() if word in _ROOM), room_of(name))
    return Call(name, force, count, room, tuple(notes))


def _why_none(text: str, negated: bool) -> str:
    if not text.strip():
        return "Say which effect."
    short = " ".join(text.split())[:60]
    if negated:
        return f"“{short}” says what shall not be heard. Say which effect shall be."
    return f"Nothing is known of how “{short}” sounds as an effect."


def _count(text: str) -> tuple[int | None, list[str]]:
    """How many are asked for, and what to say where it can not be so many."""
    low = text.lower()
    if found := re.search(r"(?<![\w.,-])\d+\b(?![.,]\d)", low):
        asked = int(found[0][:9])
        count = max(1, min(_MOST, asked))
        many = "at least one is" if asked < 1 else f"at most {_MOST} are"
        return count, [] if count == asked else [f"“{found[0][:20]}”: {many} heard in one effect."]
    if re.search(r"\btwice\b", low):
        return 2, []
    return next((n for word, n in _NUMBERS.items() if re.search(rf"\b{word}\b", low)), None), []


def _nearest(text: str, embed: Embed) -> str:
    names = [*EFFECTS]  # a beast is never taken for another
    likeness = (
        embed([f"the sound effect of {name}" for name in names]) @ embed([f"the sound effect of {text[:200]}"])[0]
    )
    best = int(np.argmax(likeness))
    return names[best] if likeness[best] >= NEAR else ""


def sounded(call: Call, take: Take, distance: float, beasts: dict[str, list[np.ndarray]]) -> np.ndarray:
    """The effect in its room, its silence cut off, its ends faded, shape (n, 2), peak 1 where it is near."""
    wave = made(call.name, take, beasts)
    wave = wave / np.float32(np.abs(wave).max() + 1e-9)
    if take.seconds is not None:
        wave = wave[: max(1, round(take.seconds * RATE))]
        _fade(wave, min(len(wave) // 4, RATE // 20))
    out = heard(wave, call.room, distance * 0.9)
    out = out - out.mean(axis=0)
    loud = np.flatnonzero(np.abs(out).max(axis=1) > 0.0008 * np.abs(out).max())
    out = out[: max(int(loud[-1]) + RATE // 50, round(_LEAST * RATE))]
    _fade(out, min(len(out) // 3, RATE // 25), come=24)
    return np.asarray(out / np.float32(np.abs(out).max() + 1e-9) * np.float32(at_level(-9 * distance)), np.float32)


def _fade(wave: np.ndarray, go: int, come: int = 0) -> None:
    """Let a sound end (and begin) at nothing, in place."""
    if go:
        wave[-go:] *= (np.cos(np.linspace(0, np.pi / 2, go)) ** 1.5).astype(np.float32)[:, None]
        wave[-1] = 0
    if come:
        wave[:come] *= np.linspace(0, 1, come, dtype=np.float32)[:, None]
