"""Recordings and meanings for the tools, as far as their packs are there."""

from collections.abc import Callable, Collection
from typing import Any

from pipelines.effects import talk
from pipelines.effects.creatures import recordings
from pipelines.effects.talk import Recorded
from studio.errors import PersonError
from studio.work import Work


def recorded(wanted: Collection[str], work: Work) -> Recorded:
    """Calls of beasts ("beasts") and phrases of people ("talk"). Where a pack is not there a note says what stands in
    its place."""
    found: Recorded = {}
    if "beasts" in wanted:
        try:
            found |= recordings(work.pack("animals"), work)
        except PersonError:
            work.note(
                "The pack 'animals' is not here, so a farm has only birds. Get it: python app.py packs get animals"
            )
    if "talk" in wanted:
        said = talk.phrases(work)
        if not said:
            work.note("No voice is here, so people only babble. Get one with: python app.py packs get hibari-voice")
        found |= said
    return found


def embedder(work: Work) -> Callable[..., Any] | None:
    """The little model of meanings, loaded only when it is asked; None where its pack is not there."""
    try:
        folder = work.pack("minilm")
    except PersonError:
        return None
    from studio.meaning import Meaning

    return Meaning(folder).embed
