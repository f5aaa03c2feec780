"""Who plays a thing: its art, drawn or from the packs, as a picture of the height asked for; people by their roles."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pipelines.make.drawn.actor import Actor, Role, box_of, hip_of
from pipelines.make.drawn.art import Icons, Part, Sprite, shaded
from pipelines.make.drawn.beasts import beast
from pipelines.make.drawn.boards import board_of, boarded
from pipelines.make.drawn.built import built
from pipelines.make.drawn.civic import civic
from pipelines.make.drawn.costume import Costume
from pipelines.make.drawn.crafted import crafted
from pipelines.make.drawn.deeds import act_of
from pipelines.make.drawn.drawn_by import drawn_by
from pipelines.make.drawn.dyed import dye_of, dyed, glazed
from pipelines.make.drawn.feelings import feeling_of
from pipelines.make.drawn.household import household
from pipelines.make.drawn.marvels import marvel
from pipelines.make.drawn.plants import plant
from pipelines.make.drawn.seats import seat
from pipelines.make.drawn.sleepers import sleeper
from pipelines.make.drawn.stonework import stonework
from pipelines.make.drawn.subject import Subject
from pipelines.make.drawn.wardrobe import costume_of
from pipelines.make.drawn.wildlife import wildlife
from pipelines.type.faces import Faces

# Where art burns: x, y and radius as shares of its size.
_FLAMES = {"candle": ((0.5, 0.17, 0.05),), "fire": ((0.5, 0.6, 0.12),), "diya-lamp": ((0.5, 0.25, 0.05),)}
_VARIETY = 6
_ORCHESTRA = ("violin", "flute", "violin", "trumpet", "drum", "guitar")
_PLAYERS = {"violinist": "violin", "cellist": "cello", "trumpeter": "trumpet", "drummer": "drum", "flautist": "flute",
            "singer": "", "pianist": "", "composer": "", "harpist": ""}  # fmt: skip
# Art that is played by other art: the pack's house is too plain beside what is drawn here, and it has no cello.
_BETTER = {"house": ("own", "cottage"), "cello": ("fluent", "violin"), "trombone": ("fluent", "trumpet")}
_INSTRUMENTS = frozenset({"violin", "cello", "guitar", "flute", "trumpet", "trombone", "drum"})


_BARE_HANDS = frozenset({"lie", "hug", "swim", "climb", "dance", "jump", "cheer", "pray", "hand in hand", "walk away"})
_GRIPS = frozenset({"pedal", "astride", "crouch", "steer", "scoot", "ride", "straddle", "lie"})  # seats that take hands


_BY_TRADE = {"dancer": "dance"}  # what somebody does of whom nothing else is said


class Cast:
    """Pictures of things by their art name. Remembers what it drew for this picture.

    `wardrobe`: the costumes of the film's own characters, by the role in their thing's art. `faces`: the letters of
    what stands on signs.
    """

    def __init__(self, fluent: Callable[[], Path], part: Part, wardrobe: Mapping[str, Costume] | None = None,
                 faces: Faces | None = None) -> None:  # fmt: skip
        self._fluent = fluent
        self.faces = faces or Faces()
        self._icons: Icons | None = None
        self._part = part
        self._drawn: dict[tuple[object, ...], Sprite | None] = {}
        self._wardrobe = wardrobe or {}
        self._actors: dict[tuple[object, ...], Actor] = {}

    def icons(self) -> Icons:
        if self._icons is None:
            self._icons = Icons(self._fluent())
        return self._icons

    def shape(self, subject: Subject, index: int) -> float | None:
        """Width over height of its picture; None when there is no such art."""
        role = self.role(subject, index)
        if role is not None:
            left, top, right, bottom = box_of(role)
            return (right - left) / (bottom - top)
        sprite = self._kept(subject, 256)
        return sprite.pixels.shape[1] / sprite.pixels.shape[0] if sprite else None

    def share(self, subject: Subject, index: int) -> float:
        """How high its picture is against the thing's own height: less than 1 for those who sit or lie."""
        role = self.role(subject, index)
        if role is None:
            return 1.0
        _, top, _, bottom = box_of(role)
        return role.costume.stature * (bottom - top) / 100

    def role(self, subject: Subject, index: int) -> Role | None:
        """What a person does, feels and wears; None for what is no person."""
        kind, _, name = subject.thing.art.partition(":")
        if kind != "person":
            return None
        if subject.count > _VARIETY:  # in a crowd some look alike
            index %= _VARIETY
        costume = self._wardrobe.get(name) or costume_of(
            name, subject.word, subject.about, index, subject.doing, subject.wear
        )
        if subject.holding and index == 0:
            costume = replace(costume, held=subject.holding)
        elif costume.held in _INSTRUMENTS and not {"play", "plays", "playing"} & set(subject.doing):
            costume = replace(costume, held=costume.held if subject.act is None else "")
        if subject.word in _PLAYERS:
            costume = replace(costume, held=costume.held and _PLAYERS[subject.word])
        if subject.at == "at" and costume.held in _INSTRUMENTS:  # at the keys
            costume = replace(costume, held="")
        if subject.word == "orchestra":
            costume = replace(costume, held=_ORCHESTRA[index % len(_ORCHESTRA)])
        said = (*subject.about, *subject.doing)
        act = subject.act or act_of(subject.doing, costume)
        act = _BY_TRADE.get(name, act) if act == "stand" else act
        feeling = feeling_of(said) or subject.feeling
        if act == "lie" and feeling == "":
            feeling = "asleep" if not {"lies", "lying"} & set(said) else ""
        if act in ("read", "read sitting") and costume.held in ("", "book"):
            costume = replace(costume, held="open book")
        elif act == "fish" and costume.held == "":
            costume = replace(costume, held="rod")
        elif act == "type" and subject.at != "at":
            costume = replace(costume, held="laptop")
        elif act == "carry" and costume.held == "":
            costume = replace(costume, held="box")
        elif act in _BARE_HANDS or (subject.seat in _GRIPS and act in ("stand", "sit", "steer", "hold")):
            costume = replace(costume, held="")
        return Role(costume, act, feeling, _start(act, index + subject.turn), subject.seat)

    def pose(
        self, subject: Subject, index: int
    ) -> tuple[tuple[float, float, float, float], tuple[float, float]] | None:
        """The box of a person's first moment and where the hip is in it, in hundredths of his height; feet at (0,
        SOLE). None for what is no person."""
        role = self.role(subject, index)
        return (box_of(role), hip_of(role)) if role is not None else None

    def actor(self, role: Role, scale: float, *seen: object) -> Actor:
        """Who draws a role at `scale` pixels a unit or nearly so; those who are `seen` alike share their pictures."""
        found = self._actors.get((role, *seen))
        if found is None or not 0.8 <= found.scale / scale <= 1.6:
            found = self._actors[(role, *seen)] = Actor(role, scale)
        return found

    def sprite(self, subject: Subject, index: int, height: int) -> Sprite | None:
        return self._kept(subject, height, dye_of(subject, index))

    def _kept(self, subject: Subject, height: int, dye: str = "") -> Sprite | None:
        key = (subject.thing.art, height, dye, not subject.text)
        if key not in self._drawn:
            found = self._draw(subject, height)
            if found is not None and dye:
                found = replace(found, pixels=dyed(found.pixels, dye, subject.thing.sunk, glazed(subject.thing)))
            self._drawn[key] = found
        return self._drawn[key]

    def _draw(self, subject: Subject, height: int) -> Sprite | None:
        kind, _, name = subject.thing.art.partition(":")
        kind, name = _BETTER.get(name, (kind, name))
        if found := drawn_by(name, height, lambda art, tall: shaded(self.icons(), art, tall, self._part)):
            return found
        if kind == "fluent":
            sprite = shaded(self.icons(), name, height, self._part)
            return replace(sprite, lamps=_FLAMES.get(name, ()), board=board_of(name)) if sprite else None
        return boarded(name, height, not subject.text) or self._own(name, height)

    def _own(self, name: str, height: int) -> Sprite | None:
        makers = (built, crafted, stonework, wildlife, marvel, sleeper, household, seat, plant, civic)
        found = next((made for make in makers if (made := make(name, height)) is not None), None)
        if found is None:
            found = beast(name, height, lambda art, tall: shaded(self.icons(), art, tall, self._part))
        return found


def _start(act: str, turn: int) -> float:
    """The moment of its round at which an act begins: two who talk take turns, two who waltz keep step."""
    shift = {"talk": 0.5, "waltz": 0.5, "hand in hand": 0.0}.get(act, 0.31)
    return round((0.06 + shift * turn) % 1.0, 3)
