"""In which of its guises a thing is seen: asleep, in flight, howling; on a post or on the wall; open or shut."""

from dataclasses import replace
from itertools import pairwise

from pipelines.make.drawn.boards import HANGS, HUNG
from pipelines.make.drawn.garments import COLOURS
from pipelines.make.drawn.sleepers import laid_to_rest
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.words import DETERMINERS

_FLIES = frozenset({"flies", "flying", "fly", "soars", "soaring", "glides", "gliding", "circles", "hovers", "swoops"})
_HOWLS = frozenset({"howls", "howling", "howl"})
_SITS = frozenset({"sits", "sitting", "seated"})
HOLDS_UP = frozenset(
    {"holds", "holding", "hold", "raises", "raising", "carries", "carrying", "lifts", "shows", "showing"}
)
_WORN = frozenset({
    f"fluent:{name}"
    for name in (
        "t-shirt", "jeans", "dress", "coat", "scarf", "gloves", "socks", "necktie", "kimono", "billed-cap",
        "rescue-workers-helmet", "military-helmet", "glasses", "sunglasses", "goggles", "high-heeled-shoe", "headphone",
        "hiking-boot", "top-hat", "womans-hat", "graduation-cap", "stethoscope", "prayer-beads",
    )
})  # fmt: skip
# Art that stands, the art of the same in flight, and a colour for it where it has another.
_ALOFT = {
    "fluent:dragon": ("own:dragon-flying", ""), "fluent:bird": ("own:songbird", ""),
    "fluent:blackbird": ("own:songbird", "black"), "fluent:parrot": ("own:songbird", "green"),
}  # fmt: skip


def dressed(subjects: tuple[Subject, ...], indoors: bool) -> tuple[Subject, ...]:
    """The things in the guise that their words and the place ask for."""
    if any(s.thing.art.startswith("person:") for s in subjects):  # then somebody wears it, or carries it unseen
        subjects = tuple(s for s in subjects if s.thing.art not in _WORN and s.word != "glasses")
    if any(s.thing.art.startswith("person:") and HOLDS_UP & set(s.doing) for s in subjects):
        subjects = tuple(
            replace(s, thing=replace(s.thing, art="own:placard")) if s.thing.art == "own:sign" else s for s in subjects
        )
    kite = any(s.thing.art == "fluent:kite" or _steers(s) for s in subjects)
    return tuple(_dressed(laid_to_rest(_flying(s) if kite else s), indoors) for s in subjects)


def _steers(subject: Subject) -> bool:
    """Whether somebody flies something: "flies a drone"."""
    doing = subject.doing
    return subject.thing.art.startswith("person:") and any(
        w in ("flies", "flying", "fly") and after in DETERMINERS for w, after in pairwise(doing)
    )


def _flying(subject: Subject) -> Subject:
    """Who flies a kite holds its string up, and stays on the ground with all who are there."""
    art = subject.thing.art
    if subject.thing.place == "g" and art not in _ALOFT and not art.startswith("person:"):
        return replace(subject, doing=tuple(w for w in subject.doing if w not in {"fly", *_FLIES}))
    flies = subject.thing.art.startswith("person:") and subject.act is None and {"fly", *_FLIES} & set(subject.doing)
    doing = tuple(w for w in subject.doing if w not in {"fly", *_FLIES})
    return replace(subject, act="hold", feeling=subject.feeling or "happy", doing=doing) if flies else subject


def _dressed(subject: Subject, indoors: bool) -> Subject:
    thing, said = subject.thing, {*subject.doing, *subject.about}
    if indoors and thing.art in HANGS:
        return replace(subject, thing=replace(thing, art=thing.art + HUNG, tall=0.6 * thing.tall, place="h"))
    if subject.text and thing.art in ("fluent:open-book", "fluent:books"):
        return replace(subject, thing=replace(thing, art="own:cover"))
    if thing.art in _ALOFT and (_FLIES & said or subject.at == "above"):
        art, colour = _ALOFT[thing.art]
        about = subject.about if not colour or set(subject.about) & COLOURS.keys() else (*subject.about, colour)
        return replace(subject, thing=replace(thing, art=art, tall=1.6 * thing.tall, place="s", faces=-1), about=about)
    if thing.art == "own:wolf" and _HOWLS & said:
        return replace(subject, thing=replace(thing, art="own:wolf-howling", faces=-1))
    if thing.art in ("own:bear-walking", "own:polar-bear-walking") and _SITS & said:
        return replace(subject, thing=replace(thing, art=thing.art.removesuffix("-walking"), faces=0))
    return subject
