"""Which engine makes a thing: decided before anything is hashed, by what is there, and said where it is another."""

from collections.abc import Callable
from typing import Any

from pipelines.engines import endpoint, endpoint_server, models
from pipelines.engines.models import Craft
from pipelines.type import faces
from studio.tool import Settled

# What each engine may be asked: its name as hashed, or "" with what the person should know of why not. A model on this
# machine comes before a server: it costs nothing, needs no network, and no words leave the machine.
_OFFERS: tuple[Callable[[Craft], tuple[str, tuple[str, ...]]], ...] = (models.offered, endpoint.offered)
_NAMES: dict[str, Callable[[Craft], str]] = {
    "diffusers": lambda craft: models.chosen(craft).name,
    "endpoint": lambda craft: endpoint_server.named(craft).name,
}


def settled(engine: str, craft: Craft, otherwise: str = "drawn") -> tuple[str, tuple[str, ...]]:
    """(the engine to hash, notes) for a tool's `settle`.

    "auto" is the first that is named and can be used, else `otherwise`; the notes tell why those before it are not.
    One asked for by its plain name ("diffusers") becomes that name with model and revision, so that another model makes
    another thing. Raises PersonError where that cannot be.
    """
    if engine in _NAMES:
        return _NAMES[engine](craft), ()
    if engine != "auto":
        return engine, ()
    notes: list[str] = []
    for offered in _OFFERS:
        name, told = offered(craft)
        notes += told
        if name:
            return name, tuple(notes)
    how = "it is drawn" if otherwise == "drawn" else f"'{otherwise}' does it"
    return otherwise, tuple(f"{words} So {how}." for words in notes)


def settled_or_drawn(options: dict[str, Any], craft: Craft, packs: tuple[str, ...],
                     ready: Callable[[str], bool]) -> Settled:  # fmt: skip
    """What a tool's `settle` decides that may draw: the engine of `craft` and its notes, and for a drawing the packs of
    the drawn world and those packs of typefaces that are here, for the words that stand in it. Raises as `settled`."""
    engine, notes = settled(options["engine"], craft)
    letters = tuple(name for name in faces.PACKS if ready(name))
    return Settled({**options, "engine": engine}, (*packs, *letters) if engine == "drawn" else (), notes)
