"""Reading a scene: from a sentence to the things in it, where and when they are, and what must not be there."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.make.drawn.deeds import said_of
from pipelines.make.drawn.garments import COLOURS
from pipelines.make.drawn.grammar import acts, is_far, says_which, unknown_nouns
from pipelines.make.drawn.inscribed import inscribed, quoted
from pipelines.make.drawn.negation import cut_negations, forbidden, tokens_of
from pipelines.make.drawn.relations import related, together
from pipelines.make.drawn.sayings import plain
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import Thing, by_word
from pipelines.make.drawn.words import (
    BREAKS,
    DETERMINERS,
    EMPTY,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    SEASON_WORDS,
    SETTING_WORDS,
    TIME_WORDS,
    WEATHER_WORDS,
    WITHIN,
    WONDER_WORDS,
)

_COLOURS = [[word] for word in COLOURS]
MOST_THINGS = 7  # kinds of thing in one picture
MOST_OF_A_KIND = 30  # they stand in rows
MOST_OF_THE_LARGE = 6
CROWDS = {"children": 3, "kids": 3, "twins": 2, "people": 4, "crowd": 16, "crowds": 18, "family": 3, "team": 5,
          "crew": 4, "audience": 12, "students": 4, "villagers": 8, "customers": 4, "orchestra": 10}  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """What a sentence asks to see. `setting`, `time`, `weather` are "" where it does not say."""

    subjects: tuple[Subject, ...]
    setting: str
    time: str
    weather: str
    without: frozenset[str]
    unknown: tuple[str, ...]  # noun-like words that no table holds
    dropped: int = 0  # things asked for beyond what one picture can hold
    words: tuple[str, ...] = ()
    frame: str = ""  # how near the camera is said to be: "close", "wide" or ""
    season: str = ""
    wonders: frozenset[str] = frozenset()  # what the sky or the air shall show


def read_scene(text: str, avoid: str = "", known: Mapping[str, Thing] | None = None) -> Scene:
    """Read a scene. Never fails: what it cannot make out is in `unknown`."""
    said = quoted(text[:2000])
    words, frame = plain(said.text)
    tokens, negated = cut_negations(tokens_of(words))
    without = frozenset(negated) | forbidden(avoid)
    low = [t.lower() for t in tokens]
    subjects, used = _find_things(low, without, known or {})
    setting, set_at = _find_setting(low, used, without)
    time, time_at = _find(low, TIME_WORDS)
    weather, weather_at = _find(low, WEATHER_WORDS)
    season, season_at = _find(low, SEASON_WORDS)
    wonders, wonders_at = _find_all(low, WONDER_WORDS, without)
    spoken = used | set_at | time_at | weather_at | season_at | wonders_at
    subjects, names = _name_people(tokens, subjects, spoken, without)
    signs = said.at(low)
    unknown = unknown_nouns(tokens, low, spoken | names | set(signs))
    whole = together(low, subjects[:MOST_THINGS])
    kept = tuple(related(low, whole if "text" in without else inscribed(low, whole, signs)))
    return Scene(kept, setting, time, weather, without, unknown, max(0, len(subjects) - MOST_THINGS), tuple(low), frame,
                 season, wonders)  # fmt: skip


def _find(low: list[str], table: dict[str, str]) -> tuple[str, set[int]]:
    """What a table says of the words (the first phrase wins), and where it was said."""
    for i in range(len(low)):
        for size in (2, 1):
            if " ".join(low[i : i + size]) in table:
                return table[" ".join(low[i : i + size])], set(range(i, i + size))
    return "", set()


def _find_all(low: list[str], table: dict[str, str], without: frozenset[str]) -> tuple[frozenset[str], set[int]]:
    """Everything a table says of the words, and where it was said."""
    found: set[str] = set()
    at: set[int] = set()
    for i in range(len(low)):
        for size in (2, 1):
            phrase = " ".join(low[i : i + size])
            if phrase in table and phrase not in without and i not in at:
                found.add(table[phrase])
                at |= set(range(i, i + size))
    return frozenset(found), at


def forbids(thing: Thing, without: frozenset[str]) -> bool:
    """Whether a thing, or its kind, must not be drawn."""
    if any(word in without for word in thing.words):
        return True
    families = {
        "person": thing.art.startswith("person:"),
        "boat": thing.place == "w" and thing.tall > 1 and thing.sunk > 0.15,
    }
    animal = thing.place in "gwus" and thing.tall < 9 and thing.faces != 0 and "person:" not in thing.art
    families["animal"] = animal or thing.place == "u"
    return any(yes and family in without for family, yes in families.items())


def _find_things(low: list[str], without: frozenset[str], known: Mapping[str, Thing]) -> tuple[list[Subject], set[int]]:
    table = ChainMap(dict(known), by_word())
    found: dict[str, Subject] = {}
    used: set[int] = set()
    i = 0
    while i < len(low):
        for size in range(min(3, len(low) - i), 0, -1):
            phrase = " ".join(low[i : i + size])
            if size > 1 and phrase in SETTING_WORDS and phrase not in table:
                i += size  # "on the moon" is where, and no moon
                break
            if phrase in table and phrase != "clouds" and not (size == 1 and acts(low, i, used)):
                thing = table[phrase]
                used |= set(range(i, i + size))
                if not forbids(thing, without) and not says_which(low, i, size, thing):
                    _add(found, low, i, size, phrase, thing)
                i += size
                break
        else:
            i += 1
    subjects = list(found.values())
    people = [s for s in subjects if s.thing.art.startswith("person:") and s.word not in PRONOUNS]
    if people:  # "the keeper lights the lamp and he smiles" is one man
        subjects = [s for s in subjects if s.word not in PRONOUNS]
    return subjects, used


def _add(found: dict[str, Subject], low: list[str], i: int, size: int, phrase: str, thing: Thing) -> None:
    before: list[str] = []
    for word in reversed(low[max(0, i - 4) : i]):
        if word in (PREPOSITIONS - {"of"}) or word == "," or (word == "and" and before[-1:] not in _COLOURS):
            break
        before.append(word)
        if word in DETERMINERS:
            break
    count = 1
    said = [w for w in before if w in NUMBERS or w.isdecimal()]
    if said:
        count = NUMBERS[said[0]] if said[0] in NUMBERS else int(said[0])
    elif phrase.endswith(("s", "men", "ves")) and (phrase not in thing.words or phrase[:-1] in thing.words):
        count = 3 if thing.tall < 3 else 2
    elif phrase in CROWDS:
        count = CROWDS[phrase]
    elif phrase == "couple":
        count = 2
    most = MOST_OF_A_KIND if thing.place == "g" and thing.tall < 3.5 else MOST_OF_THE_LARGE
    asked, count = count, max(1, min(count, most))
    doing = said_of(low, i + size)
    about = tuple(w for w in before if w not in DETERMINERS and w not in NUMBERS)
    far = "distant" in before or is_far(low[i + size : i + size + 6])
    key, first = thing.art, found.get(thing.art)
    new = thing.art.startswith("person:") and "the" not in before
    if first and new and first.word.rstrip("s") != phrase.rstrip("s"):
        key = f"{thing.art} {phrase}"  # a surgeon and two nurses are dressed alike, and three
    old = found.get(key)
    if old:
        other = _coloured(about) and _coloured(old.about) and _coloured(about) != _coloured(old.about)
        more = old.count + (count if other else 1 if "another" in before or "second" in before else 0)
        found[key] = Subject(
            thing, old.word, min(most, max(more, count)), old.about + about, old.doing + doing, far=old.far
        )
    else:
        found[key] = Subject(thing, phrase, count, about, doing, far=far, asked=asked)


_SAYS_LITTLE = {"window": 0.4, "snow": 0.5}  # a tower has windows too, and snow lies everywhere


def _coloured(about: tuple[str, ...]) -> set[str]:
    return {word for word in about if word in COLOURS}


def _find_setting(low: list[str], used: set[int], without: frozenset[str]) -> tuple[str, set[int]]:
    """The setting said with the most weight: a phrase after a preposition says more than a bare word."""
    scores: dict[str, float] = {}
    at: set[int] = set()
    for i in range(len(low)):
        for size in () if i in at else (3, 2, 1):
            phrase = " ".join(low[i : i + size])
            form = phrase if phrase in SETTING_WORDS else phrase.removesuffix("s")
            if form not in SETTING_WORDS or phrase in without:
                continue
            before = [w for w in low[max(0, i - 3) : i] if w not in EMPTY and w not in DETERMINERS]
            weight = (
                (1.0 if i in used else 1.6) + 0.6 * (size - 1) + (1.5 if before and before[-1] in PREPOSITIONS else 0)
            )
            weight = _SAYS_LITTLE.get(form, weight)
            if phrase == "waves" and i and low[i - 1] not in (DETERMINERS | PREPOSITIONS | {"big", "high"}):
                continue
            name = SETTING_WORDS[form]
            scores[name] = scores.get(name, 0) + weight - 0.01 * i
            at |= set(range(i, i + size))
            break
    best = max(scores, key=lambda name: scores[name], default="")
    return next((name for name in scores if best in WITHIN.get(name, ())), best), at


def _name_people(
    tokens: list[str], subjects: list[Subject], spoken: set[int], without: frozenset[str]
) -> tuple[list[Subject], set[int]]:
    """A capitalised word that acts ("Tomas climbs") is somebody, unless somebody is there already."""
    names: set[int] = set()
    for i, token in enumerate(tokens):
        nearby = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
        active = nearby == "and" or (nearby.endswith(("s", "ed", "ing")) and nearby not in PREPOSITIONS)
        if (
            token[:1].isupper()
            and token[1:].islower()
            and i not in spoken
            and token.lower() not in BREAKS | EMPTY
            and active
        ):
            names.add(i)
    if names and "person" not in without and not any(s.thing.art.startswith("person:") for s in subjects):
        first = min(names)
        person = by_word()["person"]
        subjects = [
            Subject(person, tokens[first].lower(), 1, (), tuple(t.lower() for t in tokens[first + 1 : first + 4])),
            *subjects,
        ]
    return subjects, names
