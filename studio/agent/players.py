"""Who acts in a film: each named once in the plan, and called the same in every scene."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from studio.agent import english
from studio.agent.given_names import gender_of
from studio.agent.reading import Reading
from studio.agent.subject import Noun
from studio.agent.words import bag

PEOPLE = bag(
    """person someone man woman boy girl child kid baby toddler teenager mother father mum mom dad parent grandmother
    grandfather grandma grandpa granny grandson granddaughter son daughter brother sister uncle aunt cousin friend
    neighbour neighbor stranger lady gentleman bride groom widow widower couple king queen prince princess knight wizard
    witch fairy mermaid pirate captain sailor fisherman fisherwoman fisher keeper diver swimmer surfer climber hiker
    explorer traveller traveler wanderer rider runner cyclist driver pilot astronaut cosmonaut scientist chemist
    physicist biologist engineer inventor mechanic builder carpenter blacksmith potter weaver tailor shoemaker
    clockmaker watchmaker baker cook chef waiter waitress barista butcher farmer shepherd gardener beekeeper florist
    hunter ranger postman postwoman courier teacher professor student pupil librarian writer poet author journalist
    painter artist sculptor photographer musician pianist violinist cellist guitarist drummer singer dancer ballerina
    actor actress clown magician juggler acrobat conductor composer doctor nurse surgeon dentist vet pharmacist
    firefighter fireman policeman policewoman officer detective judge lawyer soldier guard thief monk nun priest cleaner
    worker miner fisherwoman lifeguard tourist commuter passenger player footballer goalkeeper boxer skier skater
    designer programmer developer hacker gamer president mayor secretary shopkeeper seller merchant trader tinker
    storyteller dreamer hermit nomad viking samurai ninja cowboy pharaoh emperor superhero hero"""
)
OTHERS = bag(
    """robot android alien dragon monster ghost giant dwarf elf troll unicorn snowman scarecrow fox wolf bear cat kitten
    dog puppy mouse rat rabbit hare squirrel hedgehog deer fawn owl bird sparrow crow raven penguin duck duckling goose
    swan hen chicken rooster parrot frog toad turtle tortoise snail fish whale dolphin shark octopus crab seal otter
    beaver horse pony donkey cow calf pig piglet sheep lamb goat lion tiger elephant giraffe zebra monkey gorilla panda
    koala kangaroo camel llama crocodile dinosaur lizard snake bee butterfly caterpillar ant ladybird spider"""
)
_WORN = (
    r"(?:with|in|wearing)\s+(?:an?\s+|his\s+|her\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:beard|moustache|mustache|hair|braids?"
    r"|ponytail|curls|coat|jacket|cloak|cape|robe|dress|gown|skirt|shirt|sweater|jumper|suit|overalls|apron|uniform"
    r"|hat|cap|hood|helmet|crown|scarf|glasses|boots|eyes|skin|freckles)\b(?:\s+and\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:beard|moustache|mustache|hair|coat|jacket|cloak|dress|shirt|sweater|hat|cap|helmet|scarf|glasses|boots|eyes))?"
)
_ITS = r"(?:an?|the|my|our|his|her|their|one)\s+"
_LONGEST = 40  # characters of a name


@dataclass(frozen=True)
class Player:
    """One who acts. `step` is the name in the plan, `called` what scenes say ("Tomas", "the keeper")."""

    step: str
    name: str
    looks: str
    called: str
    _seen: re.Pattern[str]
    _told: re.Pattern[str]  # called so, and then told who that is

    def put(self, scene: str) -> str:
        """The scene with this player called so, however it was named there first."""
        return self._told.sub(self.called, self._seen.sub(self.called, scene, count=1))

    def is_in(self, scene: str) -> bool:
        """Whether a scene calls this player."""
        return bool(re.search(rf"(?<!\w){re.escape(self.called)}(?!\w|['’]s)", scene, re.IGNORECASE))


def being(noun: Noun | None) -> bool:
    """Whether a noun is one person, animal or machine that can act."""
    if noun is None or noun.plural or " and " in noun.words:
        return False
    return _head(noun) in PEOPLE | OTHERS or (bool(noun.name) and not noun.words and _a_person(noun.name))


def _a_person(name: str) -> bool:
    """Whether a bare name may be somebody's: one or two words, none of them ordinary as in "Bruno's Bakery"."""
    words = name.split()
    return len(words) <= 2 and not any("'" in w or "’" in w or not w[:1].isupper() or w.isupper() for w in words)


def _head(noun: Noun) -> str:
    words = re.split(r"\s+of\s+", noun.words.lower())[0].split()
    return words[-1] if words else ""


def players(reading: Reading, taken: Collection[str] = ()) -> tuple[Player, ...]:
    """Those of the brief who act in the film and would look different from shot to shot were they not named once.

    An animal of which nothing is said looks the same anyway. `taken`: names that steps must not have.
    """
    if not reading.english:
        return ()
    found: list[Player] = []
    for noun in (reading.tale.hero, reading.tale.company, reading.tale.other):
        if noun is None or not being(noun) or not _needed(noun, reading):
            continue
        made = _player(noun, reading, noun is reading.tale.hero, {*taken, *(p.step for p in found)})
        if made and all(p.called.lower() != made.called.lower() for p in found):
            found.append(made)
    return tuple(found)


def _needed(noun: Noun, reading: Reading) -> bool:
    if noun.name and not noun.words:  # a place may be named just so: who is called she or he is somebody
        return bool(gender_of(noun.name)) or (noun is reading.tale.hero and reading.tale.pronoun in ("she", "he"))
    return bool(noun.name) or _head(noun) in PEOPLE or len(noun.words.split()) > 1


def _player(noun: Noun, reading: Reading, leading: bool, taken: Collection[str]) -> Player | None:
    head = _head(noun)
    known = gender_of(noun.name) or (reading.tale.pronoun if leading else "")
    gendered = {"she": "a woman", "he": "a man"}.get(known, "a person")
    looks = english.a(noun.words) if noun.words else gendered
    if noun.words and head in PEOPLE and gendered != "a person" and not english.gender(noun.words):
        looks = f"{looks}, {gendered}"
    worn = _worn(noun, reading)
    name = noun.name or english.capital(head)
    if not re.search(r"[^\W\d_]", name) or len(name) > _LONGEST:
        return None
    called = noun.name or f"the {head}"
    ways: list[str] = []
    told = re.escape(called)
    if noun.words:
        before = "|".join(re.escape(w) for w in noun.words.lower().split()[:-1])
        kind = (rf"(?:(?:{before})[\s-]+)*" if before else "") + re.escape(head)
        told = rf"{told},\s+{_ITS}{kind},?"  # "Maya, a young baker, opens …"
        named = rf"(?:,?\s+(?:(?:named|called)\s+)?{re.escape(noun.name)})?" if noun.name else ""
        ways += [told, rf"(?:{_ITS})?{kind}{named}"]
    elif leading:
        ways.append(re.escape(gendered))
    ways += [re.escape(noun.name)] if noun.name else []
    return Player(_step(name, taken), name, f"{looks} {worn}".strip(), called, _whole("|".join(ways)), _whole(told))


def _whole(ways: str) -> re.Pattern[str]:
    """These words by themselves: "keeper", but not "beekeeper" nor "the keeper's"."""
    return re.compile(rf"(?<![\w-])(?:{ways})(?![\w-]|['’]s)", re.IGNORECASE)


def _worn(noun: Noun, reading: Reading) -> str:
    """What the brief says they wear or look like: "with a grey beard and a yellow coat"."""
    who = noun.words or noun.name
    match = re.search(rf"{re.escape(who)},?\s+({_WORN})", reading.brief, re.IGNORECASE)
    return re.sub(r"\s+", " ", match[1]).strip() if match else ""


def _step(name: str, taken: Collection[str]) -> str:
    """A step's name from a person's: "Zoë" becomes zoe."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")
    base = base if re.match(r"[a-z]", base) else "player"
    return base if base not in taken else next(n for i in range(2, 999) if (n := f"{base}_{i}") not in taken)
