"""What a card is made from: all decided, as it travels inside the card's own file, so that it can be built again."""

import re
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

from pipelines.shapes import SIZES
from pipelines.type.cards.designs import LOOKS, design_for
from pipelines.type.cards.palette import MOODS, mood_of
from studio.errors import PersonError

Shape = Literal["16:9", "9:16", "1:1", "4:5"]


@dataclass(frozen=True)
class CardOrder:
    """`tool` says which card. `text` is its main words, `below` what stands under them, `heading` above; `kind` and
    `unit` are a chart's. `behind` is the picture it stands over: a small JPEG, base64."""

    tool: str
    text: str
    below: str = ""
    heading: str = ""
    kind: str = ""
    unit: str = ""
    look: str = "quiet"
    mood: str = "calm"
    shape: str = "16:9"
    colour: str = ""
    side: str = ""
    seed: int = 1
    behind: str = ""

    @property
    def letters(self) -> str:
        """All there is to read."""
        return self.heading + self.text + self.below

    def recipe(self) -> dict[str, Any]:
        """As it is kept in a file's facts."""
        return {key: value for key, value in asdict(self).items() if value != ""}


def decided(order: CardOrder) -> CardOrder:
    """The order with "auto" looks and moods chosen from its words and seed."""
    words = f"{order.heading} {order.text} {order.below}"
    mood = order.mood if order.mood in MOODS else mood_of(words, order.seed)
    look = order.look if order.look in LOOKS else design_for(words, mood, order.seed)
    return replace(order, mood=mood, look=look)


def order_from(recipe: dict[str, Any]) -> CardOrder:
    """The order a file's facts tell. Raises PersonError when they are not of a card."""
    names = {field.name for field in fields(CardOrder)}
    kept = {key: value for key, value in recipe.items() if key in names}
    fits = all(isinstance(value, int if key == "seed" else str) for key, value in kept.items())
    known = fits and kept.get("shape", "16:9") in SIZES and kept.get("mood", "calm") in MOODS
    known = known and re.fullmatch(r"(#[0-9a-fA-F]{6})?", kept.get("colour", "")) is not None
    if not known or "tool" not in kept or "text" not in kept:
        raise PersonError("This picture does not tell how its card was made. Make the card anew.")
    if len(kept["text"]) > 20_000 or len(kept.get("behind", "")) > 2_000_000:
        raise PersonError("What this picture tells of its card is too long to be one of ours. Make the card anew.")
    return CardOrder(**kept)
