"""What a finished set shows: the things in it by all their names, what is done, and where things are to each other."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pipelines.make.drawn.actor import Role
from pipelines.make.drawn.costume import HOLDS, NOTHING_OWN
from pipelines.make.drawn.held import TINT
from pipelines.make.drawn.parts import covered
from pipelines.make.drawn.search import singles
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.things import by_word

# What somebody does who is drawn in this posture, beside what it is called.
_ALSO = {
    "read sitting": "read sit", "read front": "read sit", "approach": "walk", "walk away": "walk", "waltz": "dance",
    "type": "type", "type front": "type sit", "cradle": "hold carry", "steer": "steer sit", "row": "row sit",
    "ride": "sit", "straddle": "sit", "pedal": "sit", "astride": "sit", "crouch": "sit kneel", "scoot": "sit",
    "sit front": "sit", "sit throne": "sit", "lie": "lie", "violin": "play", "guitar": "play", "flute": "play",
    "drum": "play", "cello": "play sit", "trombone": "play", "garden": "dig", "carry": "carry hold",
    "eat": "sit",
}  # fmt: skip
# Other names of what is in a hand.
_HELD = {"rod": "fishing rod", "staff": "stick walking stick", "spoon": "wooden spoon ladle", "brush": "paintbrush",
         "fork": "pitchfork", "box": "parcel package", "wrench": "spanner tool", "open book": "book",
         "lantern": "lamp"}  # fmt: skip
_PULLED = frozenset({"own:cart", "own:carriage", "fluent:sled"})  # by beasts
_HOLDS = {"own:cart": frozenset({"hay", "straw"}), "own:balloon": frozenset({"basket"})}  # what the art shows besides
_WORDS = re.compile(r"[a-zé]+")


@dataclass(frozen=True)
class Shown:
    """What is in a set. `names`: every name, singular and plural, of what is there; `acts` what is done by people;
    `rides` and `goes`: whether somebody is borne along, whether anything is on its way."""

    setting: str = ""
    names: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    rides: bool = False
    goes: bool = False
    spots: tuple[Spot, ...] = ()
    shape: Callable[[Spot], float] = field(default=lambda spot: 1.0)


NOTHING = Shown()


def shown_of(setting: str, subjects: Iterable[Subject], placed: list[Spot], parts: Iterable[str], layers: Iterable[str],
             role_of: Callable[[Subject, int], Role | None], shape: Callable[[Spot], float]) -> Shown:  # fmt: skip
    """What a set shows: `parts` and `layers` of the setting by their names, `placed` the things with their places."""
    names: set[str] = set()
    acts: set[str] = set()
    for subject in subjects:
        names |= _HOLDS.get(subject.thing.art, frozenset())
        names |= {subject.word, subject.by} | set(subject.thing.words) | _alike(subject)
    for part in parts:
        names = names.union(*(covered(form) for form in singles(part)))
    for layer in layers:
        names |= {layer} | set(_WORDS.findall(layer))
    for spot in placed:
        if spot.carrier is not None and spot.subject.thing.art in _PULLED:
            acts |= {"pulls", "pull", "pulling"} & set(spot.carrier.subject.doing)
        role = role_of(spot.subject, spot.index)
        if role is None:
            continue
        for act in (role.act, role.seat):
            acts |= {act, *_ALSO.get(act, "").split()}
        held = role.costume.held.partition(TINT)[0]
        if held and held != NOTHING_OWN:
            acts |= {"hold"}
            names |= {held, *_HELD.get(held, "").split()} | _held(held)
    return Shown(setting, frozenset(names), frozenset(acts), any(s.subject.seat for s in placed),
                 any(s.goes or s.came for s in placed), tuple(placed), shape)  # fmt: skip


def _alike(subject: Subject) -> set[str]:
    """The words of the table that are drawn by the same art."""
    if subject.thing.art.startswith("person:"):
        return set()
    return {word for word, thing in by_word().items() if thing.art == subject.thing.art}


def _held(held: str) -> set[str]:
    """The words of what would be drawn beside somebody, were it not in the hand."""
    arts = {art for art, name in HOLDS.items() if name == held.split()[-1]}
    return {word for word, thing in by_word().items() if thing.art in arts}
