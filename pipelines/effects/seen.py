"""What each shot of a film shows, as its media tell it: words, things, place, hour, weather."""

from dataclasses import dataclass
from pathlib import Path

from studio import facts
from studio.timeline import Shot, Timeline

_LONGEST = 400  # characters of a scene


@dataclass(frozen=True)
class Seen:
    """One shot from `start` to `end` (seconds of the film). "" and () where nothing is told."""

    start: float
    end: float
    words: str = ""
    drawn: tuple[str, ...] = ()
    setting: str = ""
    hour: str = ""
    weather: str = ""


def seen_in(film: Timeline, folder: Path) -> tuple[Seen, ...]:
    """Every shot of a film; `folder` holds its media. A medium that is missing or tells nothing is an empty one, and so
    is a card of type, which shows no place."""
    edges = [0.0, *(float(frame / film.rate) for frame in film.boundaries), float(film.seconds)]
    known = {shot.media: facts.read(folder / shot.media) for shot in film.shots if shot.media}
    return tuple(_seen(shot, known.get(shot.media, {}), *edges[n : n + 2]) for n, shot in enumerate(film.shots))


def _seen(shot: Shot, about: facts.Facts, start: float, end: float) -> Seen:
    recipe = about.get("recipe")
    recipe = recipe if isinstance(recipe, dict) else {}
    setting = str(about.get("setting") or "")
    if setting == "card" or "title" in about or recipe.get("tool") not in (None, "paint", "shoot"):
        return Seen(start, end)
    words = recipe.get("scene") or about.get("scene") or about.get("text") or ""
    drawn = about.get("drawn")
    things = tuple(str(name).lower() for name in drawn[:24]) if isinstance(drawn, list) else ()
    said = " ".join(str(words).split())[:_LONGEST] if isinstance(words, str) else ""
    return Seen(start, end, said, things, setting, str(about.get("time") or ""), str(about.get("weather") or ""))
