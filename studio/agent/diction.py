"""What the local writer does not say: what is forbidden, what is flat, and whoever is not in the story."""

import re

from studio.agent.bans import banned_words
from studio.agent.choices import seen_things
from studio.agent.reading import Reading
from studio.agent.words import bag

_OF_THE_FILM = bag("camera shot scene film video viewer viewers audience narrator narration screen frame story")
_FLAT = bag(
    """let lets still again very just really something somehow suddenly sense testament tapestry amidst symphony embark
    embarks beautiful amazing wonderful magical mysterious serene hopeful hopefully peacefully peaceful tranquil
    whispers whisper whispering unfold unfolds embrace embraces journey destiny essence beacon glimmer dance dances
    dancing tale tales mesmerizing vibrant majestic"""
)
_PAST = bag(
    """was were had did went saw said came stood found felt knew began looked walked turned realized thought would
    could made took gave told left heard"""
)
_SELF, _YOU = bag("i me my mine we our us myself ours ourselves im"), bag("you your yours yourself")
_SHE, _HE, _THEY = bag("she her hers herself"), bag("he his him himself"), bag("they them their themselves")


def never(reading: Reading) -> frozenset[str]:
    """Words that must not be there at all."""
    return banned_words(tuple(seen_things(reading.wishes.avoid)))


def unsaid(reading: Reading) -> set[str]:
    """Words no line may hold: flat ones, those of film-making, and for a story the past and whoever is not in it.

    The sampler keeps them out, a token at a time; what is forbidden is kept out by the grammar besides.
    """
    brief = set(re.findall(r"[a-z]+", reading.brief.lower()))
    found = set(_OF_THE_FILM | _FLAT)
    if not brief & _SELF:
        found |= _SELF
    if reading.purpose == "story":
        found |= _YOU
        found |= _PAST if not set(re.findall(r"[a-z]+", " ".join(reading.told).lower())) & _PAST else set()
    found -= brief
    pronoun, hero = reading.tale.pronoun, reading.tale.hero
    if pronoun in ("she", "he"):
        found |= _HE if pronoun == "she" else _SHE
    if hero and not hero.plural and not (reading.tale.other and reading.tale.other.plural):
        found |= _THEY
    return found | set(never(reading))


def pronoun_of(line: str) -> str:
    """ "she" or "he" when a line calls somebody so and nobody the other, else ""."""
    words = set(re.findall(r"[a-z]+", line.lower()))
    she, he = bool(words & _SHE), bool(words & _HE)
    return "" if she == he else "she" if she else "he"


def other_than(pronoun: str) -> frozenset[str]:
    """The words that would call somebody by the other pronoun."""
    return {"she": _HE, "he": _SHE}.get(pronoun, frozenset())
