"""A few words on a clear ground, to lay over a film: a watermark, a date, a source."""

from typing import Annotated

from pydantic import Field

from pipelines.type import faces as fonts
from pipelines.type import typeset
from studio import facts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

_MOST = 120  # characters; more is no stamp

settle = fonts.settle


def stamp(
    text: Text,
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#ffffff",
    *,
    work: Work,
) -> Image:
    """Set a few words as a picture with nothing around them, readable on light and dark.

    Lay it with `overlay(cut=…, picture=…, place="bottom right", width=0.15, opacity=0.6)`. PNG with alpha. Without
    words there is no stamp: a PersonError says so.

    Args:
        text: The words, such as a name or "© 2026 Corner Bakery".
        colour: Of the letters, as #rrggbb.
    >>> mark = stamp(text="© Corner Bakery")
    """
    from PIL import Image as Pillow

    from pipelines.film import strips

    words = typeset.joined(typeset.tidy(read_text(text)))
    if typeset.blank(words):
        raise PersonError("The stamp has no words. Write its text.")
    if len(words) > _MOST:
        work.note(f"The stamp's text has {len(words)} characters; the first {_MOST} are shown.")
        words = typeset.cut(words, _MOST)
    pixels, lost = strips.stamp(words, colour, fonts.faces_for(work))
    if not pixels.any():
        raise PersonError(f"The stamp cannot be set. {fonts.missing_words(lost)}")
    if lost:
        work.note(fonts.missing_words(lost))
    path = work.path("stamp.png")
    Pillow.fromarray(pixels).save(path, pnginfo=facts.png_info({"text": words}), compress_level=6)
    return Image(path)
