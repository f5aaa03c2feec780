"""What each shot of a film tells: the words spoken over it, what is drawn and written in it, its hour and weather."""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from studio import facts
from studio.timeline import Timeline, Voice

MOST_TEXT = 600  # characters of one saying that are read

# How much an hour or a weather leans a feeling, (valence, arousal): light gladdens, storms stir, night and fog still.
LIGHTS: dict[str, tuple[float, float]] = {
    "dawn": (0.25, -0.2), "morning": (0.3, 0.0), "day": (0.1, 0.05), "afternoon": (0.15, -0.1), "sunset": (0.2, -0.3),
    "dusk": (-0.1, -0.3), "night": (-0.3, -0.25),
    "storm": (-0.55, 0.6), "rain": (-0.35, -0.25), "snow": (0.1, -0.35), "fog": (-0.3, -0.3), "wind": (-0.05, 0.25),
}  # fmt: skip


@dataclass(frozen=True)
class Saying:
    """Words heard or read over shots: `share` of them falls to each shot by its number."""

    text: str
    share: tuple[tuple[int, float], ...]
    spoken: bool


@dataclass(frozen=True)
class Told:
    """All that the shots tell; `lights` by shot: the leanings of its hour and weather."""

    sayings: tuple[Saying, ...]
    lights: tuple[tuple[tuple[float, float], ...], ...]


def told(film: Timeline, folder: Path) -> Told:
    """Read what the media in `folder` tell of themselves; a file that is missing or mute tells nothing."""
    edges = [0.0, *(float(frame / film.rate) for frame in film.boundaries), float(film.seconds)]
    known = {name: facts.read(folder / name) for name in dict.fromkeys(s.media for s in film.shots if s.media)}
    sayings: list[Saying] = []
    lights: list[tuple[tuple[float, float], ...]] = []
    for number, shot in enumerate(film.shots):
        about = known.get(shot.media, {})
        seen = _seen(about)
        if seen:
            sayings.append(Saying(seen, ((number, 1.0),), False))
        found = (LIGHTS.get(str(about.get(key, ""))) for key in ("time", "weather"))
        lights.append(tuple(place for place in found if place) if about.get("setting") != "card" else ())
    for voice in film.voices:
        sayings += _spoken(voice, film.rate, folder, edges)
    if not film.voices:
        for caption in film.captions:
            part = _share(float(caption.start / film.rate), float(caption.end / film.rate), edges)
            sayings.append(Saying(" ".join(caption.text.split())[:MOST_TEXT], part, True))
    return Told(tuple(s for s in sayings if s.text.strip() and s.share), tuple(lights))


def _seen(about: facts.Facts) -> str:
    """What a picture or clip shows or has written on it, in words."""
    recipe = about.get("recipe")
    recipe = recipe if isinstance(recipe, dict) else {}
    words = about.get("text") or recipe.get("scene") or about.get("scene") or recipe.get("text")
    if not isinstance(words, str) or not words.strip():
        drawn = about.get("drawn")
        words = ", ".join(str(name) for name in drawn[:12]) if isinstance(drawn, list) else ""
    return " ".join(words.split())[:MOST_TEXT]


def _spoken(voice: Voice, rate: Fraction, folder: Path, edges: list[float]) -> list[Saying]:
    """The sentences of a voice, each with the shots it is heard over."""
    words, start = voice.words, float(voice.start / rate)
    if not words:
        text = " ".join(str(facts.read(folder / voice.media).get("text", "")).split())
        part = _share(start, start + float(voice.frames / rate), edges)
        return [Saying(text[:MOST_TEXT], part, True)] if text else []
    found: list[Saying] = []
    sentence: list[tuple[str, float, float]] = []
    for index, word in enumerate(words):
        sentence.append(word)
        if re.search(r"[.!?…。！？]['\"”»)]*$", word[0]) or index == len(words) - 1:
            text = " ".join(w for w, *_ in sentence)
            found.append(Saying(text[:MOST_TEXT], _share(start + sentence[0][1], start + sentence[-1][2], edges), True))
            sentence = []
    return found


def _share(start: float, end: float, edges: list[float]) -> tuple[tuple[int, float], ...]:
    """How a stretch of time falls to the shots between `edges`: (number, share), the shares adding up to 1."""
    parts = [
        (number, min(end, stop) - max(start, first))
        for number, (first, stop) in enumerate(pairwise(edges))
        if min(end, stop) - max(start, first) > 0
    ]
    whole = sum(part for _, part in parts)
    return tuple((number, part / whole) for number, part in parts) if whole else ()
