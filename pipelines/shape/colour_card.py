"""A shot of one plain colour: a pause, a ground for a title, a flash."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from studio.kinds import Cut
from studio.timeline import Shot, Timeline, exact_rate, save, to_frames
from studio.work import Work

_RATE = exact_rate(30)
_NAMES = {
    "black": "#000000", "white": "#ffffff", "grey": "#808080", "charcoal": "#24272e", "cream": "#f4efe4",
    "red": "#c8322b", "orange": "#e8833a", "yellow": "#f2c744", "green": "#3d8b5a", "teal": "#2a8c8c",
    "blue": "#2f6fb5", "navy": "#16264a", "purple": "#6b4a9c", "pink": "#e59aae", "brown": "#6f4a34",
}  # fmt: skip


def _known(colour: str) -> str:
    _code(colour)
    return colour


def _code(colour: str) -> str:
    """The "#rrggbb" of a colour as people write it. Raises ValueError with those that work."""
    word = colour.strip().lower().replace("gray", "grey")
    if re.fullmatch(r"#?[0-9a-f]{6}", word):
        return "#" + word.removeprefix("#")
    if re.fullmatch(r"#[0-9a-f]{3}", word):
        return "#" + "".join(letter * 2 for letter in word[1:])
    if word not in _NAMES:
        raise ValueError(f"'{colour[:40]}' is no colour known here; write it as #rrggbb, or one of {', '.join(_NAMES)}")
    return _NAMES[word]


def colour_card(
    colour: Annotated[str, Field(max_length=40), AfterValidator(_known)] = "black",
    seconds: Annotated[float, Field(gt=0, le=600)] = 2.0,
    *,
    work: Work,
) -> Cut:
    """A plain colour for some time: a Cut of one shot.

    Args:
        colour: "#rrggbb", or a name: black, white, grey, charcoal, cream, red, orange, yellow, green, teal, blue,
            navy, purple, pink, brown.
        seconds: How long it lasts.
    >>> card1 = colour_card(colour="navy", seconds=2)
    """
    shot = Shot("", "Colour", max(1, to_frames(seconds, _RATE)), colour=_code(colour))
    made = work.path("card.otio")
    save(Timeline(_RATE, (shot,)), made)
    return Cut(made)
