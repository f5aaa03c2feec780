"""The slots of a ready line, filled from a brief so that the grammar holds."""

import random
import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from studio.agent import english
from studio.agent.reading import Reading
from studio.agent.subject import Noun, Tale
from studio.agent.wishes import BRIGHT, DIM

_THEIR = {"she": ("her", "her", "herself"), "he": ("his", "him", "himself"), "it": ("its", "it", "itself")}
_PLAIN = ("their", "them", "themselves")


class Slots:
    """Words for the slots of a reading's tale. A slot of a missing {other} makes its line unfit."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tale: Tale = reading.tale

    @cached_property
    def hero(self) -> Noun:
        return self._tale.hero or Noun("day", "the")

    @cached_property
    def event(self) -> str:
        """The main sentence without its end mark, in lower case unless it begins with a name."""
        reading = self._reading
        told = next((t for t in reading.told if self._tale.verb and self._tale.verb in t.lower()), "")
        text = (told or (reading.told[0] if reading.told else "")).rstrip(".!。 ")
        if not text:
            other = f" and {self._tale.other.a}" if self._tale.other else ""
            text = f"{self.hero.a}{other}"
        first = text.split()[0] if text.split() else ""
        lower = first.lower() in english.DETERMINERS | english.PREPOSITIONS | english.PRONOUNS and first != "I"
        return text[:1].lower() + text[1:] if lower else text

    @property
    def fragment(self) -> bool:
        """Whether the event is no whole sentence: "a bus driver who waits", "a lonely robot on Mars"."""
        if not self._tale.verb or not self._tale.hero:
            return True
        head = re.escape(self.hero.name or self.hero.words)
        return bool(re.search(rf"{head},?\s+(?:who|that|which|whose)\b", self.event, re.I)) or self._tale.verb.endswith(
            "ing"
        )

    @property
    def begins_with_hero(self) -> bool:
        starts = (self.hero.a, self.hero.the, f"{self.hero.before} {self.hero.words}".strip())
        return bool(self._tale.hero) and self.event.lower().startswith(tuple(s.lower() for s in starts))

    def known(self, text: str) -> str:
        """The event told of someone already met: "a keeper …" becomes "the keeper …"."""
        return re.sub(r"^(?:a|an)\s+", "the ", text) if self._tale.hero and not self._tale.hero.fixed else text

    @cached_property
    def _words(self) -> dict[str, str]:
        hero, other = self.hero, self._tale.other
        many = hero.plural
        their, them, themselves = _PLAIN if many else _THEIR.get(self._tale.pronoun, _PLAIN)
        event = self.event
        words = {
            "a_hero": hero.a,
            "the_hero": hero.the,
            "short": hero.short,
            "their": their,
            "them": them,
            "themselves": themselves if many or themselves != "themselves" else "themself",
            "s": "" if many else "s",
            "es": "" if many else "es",
            "is": "are" if many else "is",
            "has": "have" if many else "has",
            "does": "do" if many else "does",
            "event": event,
            "title": "",
        }
        if other and other.plain:
            several = other.plural
            words |= {
                "a_other": other.a,
                "the_other": other.the,
                "short_other": other.short,
                "os": "" if several else "s",
                "ois": "are" if several else "is",
                "ohas": "have" if several else "has",
            }
        return (
            words
            | {english.capital(k): english.capital(v) for k, v in words.items()}
            | {"Short_cap": english.capital(hero.short)}
        )

    def fill(self, line: str, *, met: bool = False) -> str | None:
        """The line with its slots filled, or None when one has nothing to go in."""
        words = dict(self._words)
        if met:
            words["event"] = self.known(words["event"])
            words["Event"] = english.capital(words["event"])
        names = re.findall(r"\{(\w+)\}", line)
        if any(n not in words for n in names):
            return None
        return english.sentence(re.sub(r"\{(\w+)\}", lambda m: words[m[1]], line))


def temper(moods: Iterable[str]) -> str:
    """ "bright", "dim" or "" by the moods asked."""
    moods = set(moods)
    bright, dim = len(moods & BRIGHT), len(moods & DIM)
    return "bright" if bright > dim else "dim" if dim > bright else ""


def choose(variants: Sequence[str], chance: random.Random) -> list[str]:
    """The variants in an order that depends on the seed alone."""
    order = list(variants)
    chance.shuffle(order)
    return order
