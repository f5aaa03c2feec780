"""A quote on a card: what was said, large, and who said it."""

from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces as fonts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

_MOST = 600  # characters; more is not read from a screen
_LINES = 12

settle = fonts.settle


def quote(
    text: Text,
    by: Annotated[str, Field(max_length=2000)] = "",
    look: Literal["auto", "quiet", "bold", "poster", "minimal", "paper", "neon", "documentary"] = "auto",
    mood: Literal["auto", "warm", "calm", "bright", "dark", "fresh"] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    background: Image | None = None,
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Set `text` as a quote, its quotation mark hanging beside it in its script's own form.

    Marks around the words are taken off: the card has its own. PNG of the film's shape, as `title` makes it, in the
    same designs; `animate` brings the words in. Without words there is no card: a PersonError says so.

    Args:
        text: What was said.
        by: Who said it.
        look: The card's design, as for `title`. Auto is one that suits the words.
        mood: Its colours; auto is what the words tell.
        shape: Width to height of the film it is for.
        background: A picture to lie darkened and softened behind the words.
        seed: Another number, another ground.
    >>> card = quote(text="The sea, once it casts its spell, holds one forever.", by="Jacques Cousteau", look="quiet")
    """
    from pipelines.type import typeset
    from pipelines.type.cards import making
    from pipelines.type.cards.order import CardOrder
    from pipelines.type.cards.sayings import bare

    words = bare(typeset.tidy(read_text(text)))
    if typeset.blank(words):
        raise PersonError("The quote has no words. Write what was said.")
    lines = [line for line in words.split("\n") if line.strip()]
    if len(lines) > _LINES:
        work.note(f"The quote has {len(lines)} lines; the card shows them as running text.")
        words = typeset.joined(words)
    if len(words) > _MOST:
        work.note(f"The quote has {len(words)} characters; the card shows the first {_MOST}.")
        words = typeset.cut(words, _MOST)
    said = making.shortened(by, 160, "name", work)
    order = CardOrder("quote", words, said, look=look, mood=mood, shape=shape, seed=seed)
    return making.made(order, background, work, {"text": f"{words}\n{said}" if said else words})
