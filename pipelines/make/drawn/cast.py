"""Who plays a thing: its art, drawn or from the packs, as a picture of the height asked for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pipelines.make.drawn.art import Icons, Part, Sprite, shaded
from pipelines.make.drawn.beasts import beast
from pipelines.make.drawn.built import built
from pipelines.make.drawn.costume import costume_of, pose_of
from pipelines.make.drawn.crafted import crafted
from pipelines.make.drawn.figure import figure
from pipelines.make.drawn.plants import plant
from pipelines.make.drawn.read import Subject
from pipelines.make.drawn.stonework import stonework

# Where art burns: x, y and radius as shares of its size.
_FLAMES = {"candle": ((0.5, 0.17, 0.05),), "fire": ((0.5, 0.6, 0.12),), "diya-lamp": ((0.5, 0.25, 0.05),)}


class Cast:
    """Pictures of things by their art name. Remembers what it drew for this picture."""

    def __init__(self, fluent: Callable[[], Path], part: Part) -> None:
        self._fluent = fluent
        self._icons: Icons | None = None
        self._part = part
        self._drawn: dict[tuple[str, int, int], Sprite | None] = {}

    def icons(self) -> Icons:
        if self._icons is None:
            self._icons = Icons(self._fluent())
        return self._icons

    def shape(self, subject: Subject, index: int) -> float | None:
        """Width over height of its picture; None when there is no such art."""
        sprite = self.sprite(subject, index, 256)
        return sprite.pixels.shape[1] / sprite.pixels.shape[0] if sprite else None

    def sprite(self, subject: Subject, index: int, height: int) -> Sprite | None:
        key = (subject.thing.art, index, height)
        if key not in self._drawn:
            self._drawn[key] = self._draw(subject, index, height)
        return self._drawn[key]

    def _draw(self, subject: Subject, index: int, height: int) -> Sprite | None:
        kind, _, name = subject.thing.art.partition(":")
        if kind == "fluent":
            sprite = shaded(self.icons(), name, height, self._part)
            return replace(sprite, lamps=_FLAMES[name]) if sprite and name in _FLAMES else sprite
        if kind == "person":
            costume = costume_of(name, subject.word, subject.about, index)
            costume = replace(costume, held=subject.holding or costume.held) if index == 0 else costume
            return figure(costume, pose_of(subject.doing, costume), height)
        return self._own(name, height)

    def _own(self, name: str, height: int) -> Sprite | None:
        found = built(name, height) or crafted(name, height) or stonework(name, height)
        if found is None:
            found = beast(name, height, lambda art, tall: shaded(self.icons(), art, tall, self._part))
        return found or plant(name, height)
