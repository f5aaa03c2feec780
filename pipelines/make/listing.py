"""A list on a card: a heading, and items that come one by one."""

from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces as fonts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

_MOST = 200  # characters of an item

settle = fonts.settle


def listing(
    text: Text,
    heading: Annotated[str, Field(max_length=2000)] = "",
    look: Literal["auto", "quiet", "bold", "poster", "minimal", "paper", "neon", "documentary"] = "auto",
    mood: Literal["auto", "warm", "calm", "bright", "dark", "fresh"] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    background: Image | None = None,
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Set `text` as a list of at most twelve items, one a line, under `heading`.

    Items may also be parted by semicolons or, on a single line, by commas; dashes and numbers before them are taken as
    marks of a list. Two columns where a wide card needs them. PNG of the film's shape, as `title` makes it, in the same
    designs; `animate` brings the items one by one. Without items there is no card: a PersonError says so; a note says
    what was left out.

    Args:
        text: The items. Numbered ones ("1. …") keep their numbers.
        heading: What they are.
        look: The card's design, as for `title`. Auto is one that suits the words.
        mood: Its colours; auto is what the words tell.
        shape: Width to height of the film it is for.
        background: A picture to lie darkened and softened behind the words.
        seed: Another number, another ground.
    >>> card = listing(text="Flour; Water; A pinch of salt; Time", heading="What a bread needs", look="paper")
    """
    from pipelines.type import typeset
    from pipelines.type.cards import items, making
    from pipelines.type.cards.order import CardOrder

    words = typeset.tidy(read_text(text))
    found = [each for each in items.split(words) if not typeset.blank(each)]
    if not found:
        raise PersonError("The list has no items. Write them one a line, or parted by semicolons.")
    if len(found) > items.MOST:
        work.note(f"The list has {len(found)} items; the card shows the first {items.MOST}.")
    if any(len(each) > _MOST for each in found[: items.MOST]):
        work.note(f"Items longer than {_MOST} characters are cut.")
    mark = "{}. {}" if items.numbered(words) else "{1}"
    rows = [mark.format(n + 1, typeset.cut(each, _MOST)) for n, each in enumerate(found[: items.MOST])]
    above = making.shortened(heading, 160, "heading", work)
    order = CardOrder("listing", "\n".join(rows), heading=above, look=look, mood=mood, shape=shape, seed=seed)
    return making.made(order, background, work, {"text": "\n".join([above, *rows] if above else rows)})
