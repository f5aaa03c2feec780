"""Who plays a thing: its art, drawn or from the packs, as a picture of the height asked for."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pipelines.make.drawn.art import Icons, Part, Sprite, shaded, silhouette
from pipelines.make.drawn.beasts import beast
from pipelines.make.drawn.built import built
from pipelines.make.drawn.costume import costume_of, pose_of
from pipelines.make.drawn.figure import figure
from pipelines.make.drawn.light import hexa
from pipelines.make.drawn.plants import plant
from pipelines.make.drawn.read import Subject

_COLOURS = ("#c9573f", "#3f7fc9", "#4d9a5c", "#d99a3a", "#8a63c0", "#3aa5a5", "#c25f8f")


class Cast:
    """Pictures of things by their art name. Remembers what it drew for this picture."""

    def __init__(self, fluent: Callable[[], Path], mdi: Callable[[], Path], part: Part) -> None:
        self._folders = {"fluent": fluent, "mdi": mdi}
        self._icons: dict[str, Icons] = {}
        self._part = part
        self._drawn: dict[tuple[str, int, int], Sprite | None] = {}

    def icons(self, pack: str) -> Icons:
        if pack not in self._icons:
            self._icons[pack] = Icons(self._folders[pack]())
        return self._icons[pack]

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
            return shaded(self.icons("fluent"), name, height, self._part)
        if kind == "mdi":
            return silhouette(self.icons("mdi"), name, min(height, 1024), hexa(own_colour(name)))
        if kind == "person":
            costume = costume_of(name, subject.word, subject.about, index)
            costume = replace(costume, held=subject.holding or costume.held) if index == 0 else costume
            return figure(costume, pose_of(subject.doing, costume), height)
        return self._own(name, height)

    def _own(self, name: str, height: int) -> Sprite | None:
        found = built(name, height)
        if found is None:
            found = beast(name, height, lambda art, tall: shaded(self.icons("fluent"), art, tall, self._part))
        return found or plant(name, height)


def own_colour(name: str) -> str:
    """A colour that a name always has."""
    return _COLOURS[hashlib.sha256(name.encode()).digest()[0] % len(_COLOURS)]
