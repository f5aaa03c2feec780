"""A card made into its file: words tidied, the order decided, the still drawn, and how it was made told inside it."""

from dataclasses import replace
from typing import Any

from PIL import Image as Pillow

from pipelines.pictures import read_rgb
from pipelines.recipes import sealed
from pipelines.shapes import SIZES
from pipelines.type import typeset
from pipelines.type.cards.behind import calmed
from pipelines.type.cards.building import build, still
from pipelines.type.cards.order import CardOrder, decided
from pipelines.type.faces import faces_for, missing_words
from studio import facts
from studio.kinds import Image
from studio.work import Work


def made(order: CardOrder, background: Image | None, work: Work, about: dict[str, Any]) -> Image:
    """The card of an order over its design's ground or `background`, as a PNG that tells what is written on it.

    A note says which characters no font could draw. Raises PersonError when none can, or the background is no picture.
    """
    work.progress(0.1, "Laying out the card")
    if background is not None:
        size = SIZES[order.shape]
        order = replace(order, behind=calmed(read_rgb(background, size), size))
    order = decided(order)
    card = build(order, faces_for(work))
    if card.lost:
        work.note(missing_words(card.lost))
    work.progress(0.5, "Drawing the card")
    pixels = still(card, order.seed)
    work.progress(0.85, "Keeping the picture")
    told = {**about, "look": order.look, "drawn": [], "recipe": sealed(order.recipe(), pixels)}
    path = work.path(f"{order.tool}.png")
    Pillow.fromarray(pixels).save(path, pnginfo=facts.png_info(told), compress_level=4)
    return Image(path)


def line(text: str, most: int) -> str:
    """Words as one line, at most so many characters; "" where nothing in them can be seen."""
    words = typeset.cut(typeset.joined(typeset.tidy(text)), most)
    return "" if typeset.blank(words) else words


def shortened(text: str, most: int, what: str, work: Work) -> str:
    """`line`, with a note where something is left out; `what` is what the words are: "heading"."""
    whole = typeset.joined(typeset.tidy(text))
    if len(whole) > most:
        work.note(f"The {what} has {len(whole)} characters; the card shows the first {most}.")
    return line(whole, most)
