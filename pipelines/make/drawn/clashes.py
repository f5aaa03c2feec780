"""Hours and weathers that a scene names and that cannot be at once: which is drawn is said."""

from collections.abc import Iterable, Iterator

from pipelines.make.drawn.words import SEASON_WORDS, TIME_WORDS, WEATHER_WORDS

# They tell an hour where no other word does, and go with any: a moon stands over many a noon.
_FAINT = {"moon", "star", "stars", "breakfast", "sunny"}
_LIGHT, _DARK = {"morning", "day"}, {"night"}
_EARLY, _LATE = {"dawn", "morning"}, {"sunset", "dusk"}
# What is seen of a weather beside another one.
_PART_OF = {"storm": {"rain", "wind", "cloudy"}, "rain": {"wind", "cloudy"}, "snow": {"wind", "cloudy"},
            "fog": {"cloudy"}, "dust": {"wind", "cloudy"}, "cloudy": {"wind"}, "clear": {"wind"},
            "wind": {"clear", "cloudy"}}  # fmt: skip


def clashes(words: tuple[str, ...], time: str, weather: str) -> Iterator[str]:
    """Sentences for the person; `time` and `weather` are what is drawn, "" where an option decided it."""
    hours = set(_named(words, TIME_WORDS))
    if time and ((hours & _LIGHT and hours & _DARK) or (hours & _EARLY and hours & _LATE)):
        yield _words(hours, time, "time")
    weathers = set(_named(words, WEATHER_WORDS)) | ({"clear"} if "sunny" in words else set())
    beside = _PART_OF.get(weather, set())
    if weather and weathers - {weather} - beside:
        yield _words(weathers - beside, weather, "weather")


def is_when(phrase: str) -> bool:
    """Whether a phrase names nothing but hours, weathers and seasons."""
    return all(w in TIME_WORDS or w in WEATHER_WORDS or w in SEASON_WORDS for w in phrase.split())


def _named(words: tuple[str, ...], table: dict[str, str]) -> Iterator[str]:
    for i in range(len(words)):
        for size in (2, 1):
            phrase = " ".join(words[i : i + size])
            if phrase in table and phrase not in _FAINT:
                yield table[phrase]
                break


def _words(named: Iterable[str], drawn: str, option: str) -> str:
    first, *others = [drawn, *sorted(set(named) - {drawn})]
    return f"The words ask for {' and '.join([first, *others])} at once: {drawn} is drawn. Set {option} to choose."
