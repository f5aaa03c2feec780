"""What a brief forbids, looked for in a text: whole words, their plurals, and what belongs to them."""

import re
from collections.abc import Iterable
from functools import lru_cache

_BELONGS = {
    "people": "person persons man men woman women boy boys girl girls child children crowd human humans "
    "someone keeper friend "
    "friends grandmother grandfather mother father king queen knight baker teacher farmer sailor fisherman "
    "driver faces face",
    "text": "words letters lettering captions caption",
    "dark": "darkness darker night midnight nights",
    "night": "midnight nights moonlight starry stars",
    "sad": "sadness sorrow tears lonely grief weep weeping cry",
    "violence": "blood fight gun weapon kill death knife war",
    "blood": "bleeding bloody",
    "animals": "dog cat horse bird whale fish fox bear wolf animal",
    "cars": "car traffic truck vehicle",
    "rain": "rainy raining drizzle downpour",
    "snow": "snowy snowing snowfall blizzard",
    "children": "child kid kids boy girl",
}
_SAME = {
    "humans": "people",
    "human": "people",
    "persons": "people",
    "person": "people",
    "darkness": "dark",
    "gore": "blood",
}


@lru_cache(maxsize=256)
def banned_words(avoid: tuple[str, ...]) -> frozenset[str]:
    """Every word that would bring in something of the avoid list, lower case."""
    found: set[str] = set()
    for thing in avoid:
        words = re.findall(r"[^\W\d_]+(?:['’]\w+)?", thing.lower())
        if not words:
            continue
        key = words[-1]
        for word in {key, _SAME.get(key, key)}:
            found |= {word, word.rstrip("s") if len(word) > 4 else word, word + "s"}
            found |= set(_BELONGS.get(word, "").split())
    return frozenset(found - {""})


def breaks(text: str, avoid: Iterable[str]) -> str:
    """The first forbidden word in a text, or ""."""
    banned = banned_words(tuple(avoid))
    return next((w for w in re.findall(r"[^\W\d_]+", text.lower()) if w in banned), "")
