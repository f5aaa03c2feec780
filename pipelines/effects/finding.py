"""From words to beds: "gentle surf with gulls" becomes layers, each with its level, force and distance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipelines.effects.bed_words import AFTER, FARS, FORCES, INSTEAD, forbidden, phrases
from pipelines.effects.beds import BEDS, Layer
from pipelines.effects.said import Found, read, tokens_of
from studio.errors import PersonError

Embed = Callable[[Sequence[str]], np.ndarray]
NEAR = 0.72  # cosine of a text and a phrase that are heard alike: of 24 texts, all wrong ones lay below 0.7
_MOST = 5  # layers
_SECOND = -4.0  # decibels of what is only "with" something
_FORCE = {word: force for force, words in FORCES.items() for word in words.split()}
_FAR = {word: far for far, words in FARS.items() for word in words.split()}


@dataclass(frozen=True)
class Recipe:
    """The layers a text asks for, and what the person should know of how it was read."""

    layers: tuple[Layer, ...]
    notes: tuple[str, ...] = ()


def recipe_of(text: str, embed: Embed | None) -> Recipe:
    """The beds that a text names: by the table of words, else by the phrase nearest in meaning (`embed`, where it is
    given). What the text says not to have is left out. Raises PersonError, saying what there is, for a text that names
    nothing that can be heard."""
    known = phrases()
    said = read(text, known, {*_FORCE, *_FAR, "distance", "away", "afar"})
    banned = forbidden(said.banned, said.negated)
    notes = []
    off = set(said.banned)
    layers = [(one.phrase, layer) for number, one in enumerate(said.found) for layer in _layers(one, number > 0)]
    if not layers and said.plain.strip(", ") and embed:
        nearest, likeness = _nearest(said.plain, embed)
        if likeness >= NEAR:
            layers = [(nearest, layer) for layer in _layers(Found(nearest, tuple(tokens_of(said.plain)), ""), False)]
            notes.append(f"“{_short(said.plain)}” is heard as “{nearest}”.")
    if not layers:
        raise PersonError(_nothing(text, bool(said.banned)))
    kept = [kept for phrase, layer in layers if phrase not in off and (kept := _allowed(layer, banned))]
    if not kept:
        raise PersonError(
            f"“{_short(text)}” asks for a sound and forbids it in one breath. Say only what shall be heard."
        )
    if said.unknown and not notes:
        notes.append(f"Nothing is known of how “{', '.join(said.unknown[:4])}” sounds; it is left out.")
    if len(kept) > _MOST:
        notes.append(f"More than {_MOST} sounds at once are only noise; the first {_MOST} are heard.")
    return Recipe(_each_once(kept)[:_MOST], tuple(notes))


def _layers(found: Found, second: bool) -> list[Layer]:
    force = next((_FORCE[w] for w in reversed(found.before) if w in _FORCE), None)
    far = next((_FAR[w] for w in reversed(found.before) if w in _FAR), None)
    if any(found.after.startswith(after) or f" {after}" in found.after for after in AFTER):
        far = 0.7
    made = []
    for bed, level, own, away in phrases()[found.phrase]:
        leaning = own if force is None else force if own is None else (own + force) / 2
        distance = max(away or 0.0, far or 0.0)
        made.append(Layer(bed, level + (_SECOND if second else 0), 0.5 if leaning is None else leaning, distance))
    return made


def _allowed(layer: Layer, banned: frozenset[str]) -> Layer | None:
    """The layer, or what is heard of its place without the voices that are forbidden."""
    if layer.bed not in banned:
        return layer
    other = INSTEAD.get(layer.bed, "")
    return replace(layer, bed=other) if other and other not in banned else None


def _each_once(layers: list[Layer]) -> tuple[Layer, ...]:
    """No bed twice: what is said of it later holds, at the louder level; the rain of a storm is in the storm."""
    found: dict[str, Layer] = {}
    for layer in layers:
        old = found.get(layer.bed)
        found[layer.bed] = replace(layer, level=max(layer.level, old.level)) if old else layer
    if "thunderstorm" in found:
        found.pop("rain", None)
    if {"crickets", "city hum"} <= set(found) or {"crickets", "street"} <= set(found):  # a city's night has none
        found.pop("crickets", None)
    return tuple(found.values())


def _nearest(text: str, embed: Embed) -> tuple[str, float]:
    table = phrases()
    count: dict[object, int] = {}
    anchors = [
        p for p, beds in table.items() if count.setdefault(beds, 0) < 4 and not count.update({beds: count[beds] + 1})
    ]
    likeness = embed([f"the sound of {phrase}" for phrase in anchors]) @ embed([f"the sound of {text[:300]}"])[0]
    best = int(np.argmax(likeness))
    return anchors[best], float(likeness[best])


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else plain[:57] + "…"


def _nothing(text: str, negated: bool) -> str:
    there = ", ".join(BEDS)
    if not text.strip():
        return f"Say what shall be heard. There are: {there}."
    if negated:
        return f"“{_short(text)}” says only what shall not be heard. Say what shall be: {there}."
    return f"Nothing is known of how “{_short(text)}” sounds. There are: {there}."


def pushed(layers: tuple[Layer, ...], intensity: float, distance: float) -> tuple[Layer, ...]:
    """The layers leant by the options: `intensity` 0.5 leaves each force as the words have it, 0 takes it to the least
    there is and 1 to the most; `distance` moves all of it away."""
    lean = 2 * intensity - 1
    return tuple(
        replace(
            layer,
            force=layer.force + lean * (1 - layer.force if lean > 0 else layer.force),
            far=min(1.0, layer.far + distance * (1 - layer.far)),
        )
        for layer in layers
    )
