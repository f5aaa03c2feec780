"""The film's own characters: made from a name and looks once, known by their names in every scene."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.deeds import STAND_IN
from pipelines.make.drawn.read import Scene, tokens_of
from pipelines.make.drawn.things import Thing, by_word
from pipelines.make.drawn.wardrobe import costume_from, role_of, sex_of
from pipelines.make.drawn.words import EMPTY, NUMBERS, PRONOUNS, SETTING_WORDS
from studio import facts

Note = Callable[[str], None]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HAND_OF = re.compile(r"(?:holds?|holding|takes?|taking) (\w+)['’]s hands?\b", re.IGNORECASE)
MOST = 12  # characters of one scene


@dataclass(frozen=True)
class Member:
    """One character. `thing` is what it is on the stage, `costume` what a person wears (None for beast or machine)."""

    name: str
    looks: str
    thing: Thing
    costume: Costume | None
    sex: str
    mood: str = ""

    @property
    def about(self) -> tuple[str, ...]:
        """What its looks say of a beast or a machine, as if the scene said it; a person wears it."""
        return () if self.costume is not None else tuple(t.lower() for t in tokens_of(self.looks))

    def told(self, seed: int) -> dict[str, Any]:
        """What a file says of it, for `member_of`."""
        return {"name": self.name, "looks": self.looks, "seed": seed, "mood": self.mood}


def member(name: str, looks: str, seed: int, mood: str = "", note: Note = lambda words: None) -> Member:
    """A character of this name, looks and seed: the same three give the same one."""
    words = [t.lower() for t in tokens_of(looks)]
    kind = _kind(words)
    if kind is not None and not kind.art.startswith("person:"):
        return Member(name, looks, kind, None, sex_of(words), mood)
    if kind is None and not sex_of(words):
        note(f"The looks of {name} name nobody known, so {name} is drawn as a person.")
    digest = hashlib.sha256(f"{name}/{looks}/{seed}".encode()).digest()
    costume = costume_from(words, digest, note)
    sex = sex_of(words) or ("woman" if costume.lashes else "man" if costume.beard else "")
    tall = 1.2 if costume.child else 1.68 if sex == "woman" else 1.76
    return Member(name, looks, Thing((name.lower(),), "person:", tall, "g", 0), costume, sex, mood)


def member_of(told: Mapping[str, Any]) -> Member:
    """The character that a file told of. Raises KeyError or ValueError for what is none."""
    return member(str(told["name"]), str(told["looks"]), int(told["seed"]), str(told.get("mood", "")))


def played(path: Path, note: Note) -> dict[str, Any] | None:
    """What the picture of a character tells of it, for `member_of`; None, with a note, where it is none."""
    told = facts.read(path).get("character")
    try:
        member_of(told)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError):
        note("One picture of the cast tells of no character: make it with character(name=…, looks=…).")
        return None
    return dict(told)  # type: ignore[arg-type]


def _kind(words: list[str]) -> Thing | None:
    """What the looks say it is: the first person, beast or machine they name."""
    table = by_word()
    for i in range(len(words)):
        for size in (3, 2, 1):
            thing = table.get(" ".join(words[i : i + size]))
            if thing is not None and words[i] not in PRONOUNS and (thing.place != "o" or thing.tall > 3):
                worn = i and words[i - 1] in ("with", "and", "in") and thing.art.startswith("person:")
                if not worn:
                    return thing
                break
    return None


@dataclass(frozen=True)
class Staged:
    """A scene's words with the names of the cast put in a form that the reader knows, and what those stand for."""

    text: str
    known: dict[str, Thing]
    names: dict[str, Member]
    wardrobe: dict[str, Costume]

    def named(self, scene: Scene) -> Scene:
        """The scene read, its characters called by their names again."""
        called = {word: m.name for word, m in self.names.items()}
        subjects = tuple(
            replace(s, word=called.get(s.word, s.word), by=called.get(s.by, s.by), feeling=self._mood(s.word),
                    about=s.about + (self.names[s.word].about if s.word in self.names else ()))
            for s in scene.subjects
        )  # fmt: skip
        return replace(scene, subjects=subjects)

    def _mood(self, word: str) -> str:
        return self.names[word].mood if word in self.names else ""


def staged(text: str, members: list[Member], note: Note = lambda words: None) -> Staged:
    """Find the cast in a scene: by name, by their role ("the keeper") or, where none is named, by a pronoun."""
    known: dict[str, Thing] = {}
    names: dict[str, Member] = {}
    wardrobe: dict[str, Costume] = {}
    text = _HAND_OF.sub(r"hand in hand with \1", text)  # whoever's hand it is, is there
    for n, m in enumerate(sorted(members[:MOST], key=lambda m: -len(m.name))):
        word = STAND_IN + _LETTERS[n] + "o"
        thing = replace(m.thing, words=(word,), art=f"person:{word}") if m.costume is not None else m.thing
        found = _named(text, m, word)
        found = _by_role(found, m, members, word)
        if found == text:
            continue
        text, known[word], names[word] = found, thing, m
        if m.costume is not None:
            wardrobe[word] = m.costume
    if not names and len(members) == 1:
        return _by_pronoun(text, members[0], note)
    if members and not names:
        note("The scene names nobody of the cast, so none of them is drawn.")
    return Staged(text, known, names, wardrobe)


def _named(text: str, m: Member, word: str) -> str:
    """The text with the name replaced; whose it is ("Tomas's boat") does not bring the character in."""
    name = re.escape(m.name.strip())
    ordinary = all(w in by_word() or w in EMPTY or w in SETTING_WORDS or w in NUMBERS for w in m.name.lower().split())
    how = 0 if ordinary else re.IGNORECASE
    text = re.sub(rf"(?<!\w){name}['’]s?(?!\w)", {"woman": "her", "man": "his"}.get(m.sex, "its"), text, flags=how)
    return re.sub(rf"(?<!\w){name}(?!\w)", word, text, flags=how)


def _by_role(text: str, m: Member, members: list[Member], word: str) -> str:
    """ "The keeper" is the keeper of the cast, if it has one, and so is who is named Keeper."""
    for phrase in _called(m):
        if sum(phrase in _called(other) for other in members) == 1:
            text = re.sub(rf"(?<!\w)the {re.escape(phrase)}(?!\w)", word, text, flags=re.IGNORECASE)
    return text


def _called(m: Member) -> list[str]:
    """The roles that somebody answers to: those of the looks, and the name where it is one ("Detective")."""
    name = m.name.strip().lower()
    thing = by_word().get(name)
    return [name, *_titles(m)] if thing is not None and thing.art.startswith("person:") else _titles(m)


def _titles(m: Member) -> list[str]:
    """What a character is also called: words of its role that its looks hold, the longest first."""
    if m.costume is None:
        return [m.thing.words[0]] if len(m.thing.words[0]) > 2 else []
    role = role_of([t.lower() for t in tokens_of(m.looks)])
    low = m.looks.lower()
    table = by_word()
    said = [w for t in {table[k] for k in table if table[k].art == f"person:{role}"} for w in t.words]
    return sorted((w for w in said if w in low and w not in PRONOUNS), key=lambda w: -len(w))


def _by_pronoun(text: str, m: Member, note: Note) -> Staged:
    word = STAND_IN + "ao"
    pronoun = {"woman": "she", "man": "he"}.get(m.sex, "it" if m.costume is None else "they")
    found = re.sub(rf"(?<!\w){pronoun}(?!\w)", word, text, count=1, flags=re.IGNORECASE)
    if found == text:
        note(f"The scene does not name {m.name}, so {m.name} is not drawn.")
        return Staged(text, {}, {}, {})
    thing = replace(m.thing, words=(word,), art=f"person:{word}") if m.costume is not None else m.thing
    return Staged(found, {word: thing}, {word: m}, {word: m.costume} if m.costume is not None else {})


def described(text: str, members: list[Member]) -> str:
    """The scene for a painter who does not know the cast: each name, or role ("the keeper"), is followed by the looks
    where it first stands."""
    for m in members:
        ways = [re.escape(m.name.strip()), *(rf"[Tt]he {re.escape(title)}" for title in _titles(m))]
        text = re.sub(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", partial(_with_looks, m.looks.strip()), text, count=1)
    return text


def _with_looks(looks: str, match: re.Match[str]) -> str:
    return f"{match[0]} ({looks})"
