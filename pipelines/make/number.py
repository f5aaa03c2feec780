"""A big number on a card, and what it counts. It counts up when it is brought alive."""

from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces as fonts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

settle = fonts.settle


def number(
    value: Annotated[str, Field(max_length=60)],
    text: Text | None = None,
    look: Literal["auto", "quiet", "bold", "poster", "minimal", "paper", "neon", "documentary"] = "auto",
    mood: Literal["auto", "warm", "calm", "bright", "dark", "fresh"] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    background: Image | None = None,
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Set `value` as large as the card holds it, with `text` under it.

    The number keeps the notation it is written in, while it counts up under `animate` too: "1,250,000", "73 %",
    "€4.5 bn", "−3,5 °C". PNG of the film's shape, as `title` makes it, in the same designs. Without a number, or any
    words in its place, there is no card: a PersonError says so.

    Args:
        value: The number as it should be read.
        text: What it counts.
        look: The card's design, as for `title`. Auto is one that suits the words.
        mood: Its colours; auto is what the words tell.
        shape: Width to height of the film it is for.
        background: A picture to lie darkened and softened behind the words.
        seed: Another number, another ground.
    >>> card = number(value="1,250,000", text="people see the northern lights each winter", look="poster")
    """
    from pipelines.type.cards import making
    from pipelines.type.cards.amounts import read_amount
    from pipelines.type.cards.order import CardOrder

    figure = making.line(value, 60)
    words = making.shortened(read_text(text), 240, "text", work) if text is not None else ""
    if not figure:
        raise PersonError('The card has no number. Write its value, such as "73 %".')
    if read_amount(figure) is None:
        work.note(f'"{figure}" holds no number, so it cannot count up; it is shown as it is.')
    order = CardOrder("number", figure, words, look=look, mood=mood, shape=shape, seed=seed)
    return making.made(order, background, work, {"text": f"{figure}\n{words}" if words else figure})
