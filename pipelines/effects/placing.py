"""What a film's pictures ask to be heard: a bed for each place through all its shots, effects at their moments."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.effects.bed_words import INSTEAD, forbidden, phrases
from pipelines.effects.beds import Layer
from pipelines.effects.cue_words import deeds
from pipelines.effects.oneshots import BEASTS
from pipelines.effects.oneshots import words as effect_words
from pipelines.effects.place_words import BED_OF, DOUBTFUL, GROUNDS, INDOORS, WORDS_BRING
from pipelines.effects.said import read, spot, tokens_of
from pipelines.effects.seen import Seen, seen_in
from studio.timeline import Timeline

_AT_NIGHT = {"forest birds": "owl", "breeze": "crickets", "farm": "crickets", "street": "city hum"}
_HUSH = 0.8  # seconds; a shot shorter than this takes its neighbour's bed


@dataclass(frozen=True)
class Stay:
    """A bed from `start` to `end` (seconds of the film), through all shots of one place."""

    start: float
    end: float
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Cue:
    """An effect at a moment (seconds of the film): its words, its peak in dBFS, how far, how hard, for how long."""

    at: float
    effect: str
    peak: float
    far: float = 0.0
    force: float = 0.5
    seconds: float | None = None


@dataclass(frozen=True)
class Foley:
    """All that a film's pictures ask for; both empty where they ask for nothing."""

    stays: tuple[Stay, ...]
    cues: tuple[Cue, ...]


def placed(film: Timeline, folder: Path, without: str = "") -> Foley:
    """Beds and effects for a whole film, whose media lie in `folder`. `without`: what shall not be heard, in words."""
    return arranged(seen_in(film, folder), without)


def arranged(shots: Iterable[Seen], without: str = "") -> Foley:
    """Beds and effects for shots in their order. Shots of one place share one bed without a seam; a shot too short to
    be anywhere stays where the one before it was."""
    tokens, beds, names = tokens_of(without), phrases(), effect_words()
    banned = forbidden([phrase for *_, phrase in spot(tokens, beds)], tokens)
    unheard = {names[phrase] for *_, phrase in spot(tokens, names)}
    if "footsteps" in unheard:
        unheard |= {name for name in names.values() if name.startswith(("footsteps", "running"))}
    stays: list[Stay] = []
    cues: list[Cue] = []
    for seen in shots:
        layers = bed_of(seen, banned)
        last = stays[-1] if stays and abs(stays[-1].end - seen.start) < 1e-6 else None
        if last and (seen.end - seen.start < _HUSH or _alike(last.layers, layers)):
            stays[-1] = replace(last, end=seen.end)
        elif layers:
            stays.append(Stay(seen.start, seen.end, layers))
        cues += [cue for cue in cues_of(seen, banned) if cue.effect not in unheard and not _heard(cue, cues)]
    return Foley(tuple(stays), tuple(sorted(cues, key=lambda cue: cue.at)))


def _alike(a: tuple[Layer, ...], b: tuple[Layer, ...]) -> bool:
    return bool(a) and [layer.bed for layer in a] == [layer.bed for layer in b]


def _heard(cue: Cue, cues: list[Cue]) -> bool:
    """Whether the same effect was heard a moment ago: nothing is struck twice for two shots of one thing."""
    gap = 6.0 if cue.effect.startswith(("footsteps", "running")) else 12.0
    return any(old.effect == cue.effect and cue.at - old.at < gap for old in cues)


def bed_of(seen: Seen, banned: Iterable[str] = ()) -> tuple[Layer, ...]:
    """The bed of one shot, as layers; () where its picture asks for none. What the words of the scene negate is not in
    it, nor what is `banned`."""
    said = read(seen.words, phrases())
    out = forbidden(said.banned, said.negated) | frozenset(banned)
    inside = seen.setting in INDOORS
    base = _by_hour(BED_OF.get(seen.setting, ""), seen)
    base = INSTEAD.get(base, "") if base in out else base
    layers = [Layer(base)] if base and base not in out else []
    layers += [layer for layer in _weather(seen, inside) if layer.bed not in out]
    for one in said.found:
        for bed, level, force, far in phrases()[one.phrase] if one.phrase not in DOUBTFUL else ():
            if bed in WORDS_BRING and bed not in out and not (inside and bed in ("rain", "thunderstorm")):
                layers.append(Layer(bed, level - (3 if layers else 0), 0.5 if force is None else force, far or 0.0))
    gulls = any("gull" in name for name in seen.drawn)
    if gulls and "seagulls" not in out and not inside:
        layers.append(Layer("seagulls", -6, 0.4, 0.3))
    if _heard_storm(layers):
        layers = [
            layer for layer in layers if layer.bed not in ("rain", "forest birds", "crickets", "breeze", "seagulls")
        ]
    return tuple({layer.bed: layer for layer in reversed(layers)}.values())[::-1][:4]


def _heard_storm(layers: list[Layer]) -> bool:
    return any(layer.bed in ("thunderstorm", "stormy sea") for layer in layers)


def _by_hour(bed: str, seen: Seen) -> str:
    """The same place at another hour or in another weather."""
    if bed == "surf" and seen.weather == "storm":
        return "stormy sea"
    if bed in ("forest birds", "farm", "breeze") and seen.weather in ("rain", "storm", "snow"):
        wet = "wind in trees" if bed == "forest birds" else ""
        return {"rain": wet, "storm": "gale", "snow": "cold wind"}[seen.weather]
    if seen.hour == "night":
        return _AT_NIGHT.get(bed, bed)
    if seen.hour in ("dawn", "morning") and bed == "forest birds":
        return "dawn chorus"
    return bed


def _weather(seen: Seen, inside: bool) -> list[Layer]:
    if seen.setting in ("space", "spaceship", "moon", "mars", "underwater", "cave", "carriage"):
        return []
    if inside:
        return {
            "rain": [Layer("rain on a window", 2)],
            "storm": [Layer("rain on a window", 3, 0.8), Layer("gale", -3, 0.5, 0.5)],
        }.get(seen.weather, [])
    return {
        "rain": [Layer("rain", 1)],
        "storm": [Layer("thunderstorm", 2, 0.6)],
        "wind": [Layer("wind", 0, 0.6)],
        "snow": [Layer("cold wind", -2, 0.3)],
        "dust": [Layer("desert wind", 0, 0.7)],
    }.get(seen.weather, [])


def cues_of(seen: Seen, banned: Iterable[str] = ()) -> list[Cue]:
    """The effects of one shot, at their moments: what its words say that happens, what its picture shows doing so."""
    long = seen.end - seen.start
    said = read(seen.words, effect_words())
    never = {effect_words()[phrase] for phrase in said.banned}
    made = []
    for deed in deeds():
        effect = _on_ground(deed.effect, seen)
        if effect and deed.effect not in never and deed.pattern.search(said.plain):
            at = seen.start + deed.where * long
            made.append(Cue(at, effect, deed.peak, deed.far, 0.5, min(deed.most, seen.end - at) if deed.most else None))
    if seen.weather == "storm" and seen.setting not in INDOORS and "thunderstorm" not in banned and long >= 1:
        made.append(Cue(seen.start + 0.12 * long, "thunder", -9.0, 0.3, 0.6))
    if any(name.startswith("owl") for name in seen.drawn) and "owl" not in never and seen.hour in ("night", "dusk"):
        made.append(Cue(seen.start + 0.2 * long, "owl", -20.0, 0.3))
    return made


def _on_ground(effect: str, seen: Seen) -> str:
    """Steps as they sound there; "" where nobody steps."""
    if effect != "footsteps":
        return effect
    if seen.setting in ("sea", "underwater", "space", "clouds"):
        return ""
    if seen.setting in GROUNDS:
        return GROUNDS[seen.setting]
    if seen.setting in INDOORS:
        return "footsteps on wood"
    return "footsteps in snow" if seen.weather == "snow" else "footsteps"


def told(foley: Foley, beasts: set[str]) -> list[str]:
    """What was laid, in sentences for the person. `beasts`: those of which there are recordings."""
    if not foley.stays and not foley.cues:
        return ["Nothing in these pictures asks for a sound, so the track is silent."]
    notes = []
    if foley.stays:
        beds = [f"{' with '.join(layer.bed for layer in s.layers)} ({s.start:.0f}–{s.end:.0f} s)" for s in foley.stays]
        notes.append(f"Places: {'; '.join(beds[:8])}{' …' if len(beds) > 8 else ''}.")
    if foley.cues:
        cues = [f"{cue.effect} at {cue.at:.1f} s" for cue in foley.cues]
        notes.append(f"Deeds: {'; '.join(cues[:10])}{' …' if len(cues) > 10 else ''}.")
    missing = sorted({cue.effect for cue in foley.cues if cue.effect in BEASTS} - beasts)
    if missing:
        notes.append(
            f"The pack 'animals' is not here, so no {', '.join(missing)} is heard. "
            "Get it with: python app.py packs get animals"
        )
    return notes
