"""A name strip on a clear ground, to lay over a shot: who speaks, where we are."""

from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces as fonts
from pipelines.type import typeset
from studio import facts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

_MOST = 160  # characters; more is no name

settle = fonts.settle


def lower_third(
    text: Text,
    subtitle: Annotated[str, Field(max_length=400)] = "",
    look: Literal["plain", "bar", "ribbon", "paper"] = "bar",
    side: Literal["auto", "left", "middle", "right"] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    colour: Annotated[str, Field(pattern=r"^(#[0-9a-fA-F]{6})?$")] = "",
    *,
    work: Work,
) -> Image:
    """Set a name, and what is said of it, as a strip in the lower third of a clear picture of the film's shape.

    Lay it with `overlay(cut=…, picture=…, place="whole", start=…, seconds=…)`; only where something is drawn does
    it touch the picture. `animate` makes a clear video of it that opens and closes. It stands above where captions
    lie. PNG of 1920×1080, 1080×1920, 1440×1440 or 1296×1620 pixels with alpha. Any script a font is found for; long
    names are set smaller, on two lines. Without words there
    is no strip: a PersonError says so.

    Args:
        text: The name: of a person, a place, a thing.
        subtitle: What is said of it: a role, a date.
        look: plain (words with a rule), bar (a dark plate), ribbon (bands of colour) or paper (a warm card).
        side: Where it stands; auto is where its words begin.
        shape: Width to height of the film it is for.
        colour: The accent, as #rrggbb; the look's own when left out.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... cut = edit(shots=[shot1])
    ... strip = lower_third(text="Tomas Berg", subtitle="Lighthouse keeper", look="bar")
    """
    from PIL import Image as Pillow

    from pipelines.film import strips
    from pipelines.recipes import sealed
    from pipelines.shapes import SIZES
    from pipelines.type.cards.order import CardOrder

    name = typeset.joined(typeset.tidy(read_text(text)))
    below = typeset.joined(typeset.tidy(subtitle))
    below = "" if typeset.blank(below) else below
    if typeset.blank(name):
        raise PersonError("The strip has no name on it. Write its text.")
    if len(name) > _MOST:
        work.note(f"The name has {len(name)} characters; the strip shows the first {_MOST}.")
        name = typeset.cut(name, _MOST)
    if len(below) > _MOST:
        work.note(f"The subtitle has {len(below)} characters; the strip shows the first {_MOST}.")
        below = typeset.cut(below, _MOST)
    work.progress(0.2, "Setting the words")
    where = None if side == "auto" else side
    pixels, lost = strips.strip(name, below, look, SIZES[shape], where, colour, fonts.faces_for(work))
    if not pixels.any():
        raise PersonError(f"The name cannot be set. {fonts.missing_words(lost)}")
    if lost:
        work.note(fonts.missing_words(lost))
    path = work.path("strip.png")
    order = CardOrder("lower_third", name, below, look=look, shape=shape, colour=colour, side=side)
    told = facts.png_info({"text": f"{name}\n{below}" if below else name, "recipe": sealed(order.recipe(), pixels)})
    Pillow.fromarray(pixels).save(path, pnginfo=told, compress_level=6)
    return Image(path)
