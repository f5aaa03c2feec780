"""A card made into its file: words tidied, the order decided, the still drawn, and how it was made told inside it."""

from dataclasses import replace
from typing import Any

from PIL import Image as Pillow

from pipelines.pictures import read_rgb
from pipelines.recipes import sealed
from pipelines.type import typeset
from pipelines.type.cards.behind import calmed
from pipelines.type.cards.building import build, still
from pipelines.type.cards.order import SIZES, CardOrder, decided
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
    """Words as one line, at most so many characters."""
    return cut(typeset.joined(typeset.tidy(text)), most)


def cut(words: str, most: int) -> str:
    """Words cut at a space where they are longer than `most` characters, with an ellipsis."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"


def blank(words: str) -> bool:
    """Whether there is nothing to be seen in words: spaces, joiners and marks of direction."""
    return not any(not c.isspace() and c not in "\u200b\u200c\u200d\ufe0e\ufe0f\u2060" for c in words)
