"""A title card: words set large on a designed ground or over a picture."""

from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces as fonts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

_MOST = 500  # characters; more is no title

settle = fonts.settle


def title(
    text: Text,
    subtitle: Annotated[str, Field(max_length=2000)] = "",
    look: Literal["auto", "quiet", "bold", "poster", "minimal", "paper", "neon", "documentary"] = "auto",
    mood: Literal["auto", "warm", "calm", "bright", "dark", "fresh"] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    background: Image | None = None,
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Set `text` as a title card, with `subtitle` under it.

    PNG of 1920×1080, 1080×1920, 1440×1440 or 1296×1620 pixels. Any script a font is found for; long titles are set
    smaller, on more lines. `animate` brings the words in one by one. Without words there is no card: a PersonError
    says so.

    Args:
        text: The title. A line feed begins a new line.
        subtitle: A smaller line under it.
        look: The card's design: quiet (a serif and a low sun), bold (bright forms), poster (capitals in a beam of
            light), minimal, paper (cut by hand), neon (a lit sign at night) or documentary (a map). Auto is one that
            suits the words; give all cards of a film the same.
        mood: Its colours; auto is what the words tell.
        shape: Width to height of the film it is for.
        background: A picture to lie darkened and softened behind the words, in place of the design's ground.
        seed: Another number moves the ground's forms, and where the words leave it open, look and mood.
    >>> card = title(text="The Keeper and the Whale", subtitle="A story of the sea", look="quiet")
    """
    from pipelines.type import typeset
    from pipelines.type.cards import making
    from pipelines.type.cards.order import CardOrder

    words = typeset.tidy(read_text(text))
    lines = [line for line in words.split("\n") if line.strip()]
    words = "\n".join(lines) if len(lines) <= 4 else typeset.joined(words)
    if typeset.blank(words):
        raise PersonError("The title has no words. Write its text.")
    if len(words) > _MOST:
        work.note(f"The title has {len(words)} characters; the card shows the first {_MOST}.")
        words = typeset.cut(words, _MOST)
    below = making.shortened(subtitle, _MOST, "subtitle", work)
    told = {"text": f"{words}\n{below}" if below else words, "title": typeset.joined(words)}
    order = CardOrder("title", words, below, look=look, mood=mood, shape=shape, seed=seed)
    return making.made(order, background, work, told)
