"""A colour in a person's words."""

import re

from studio.errors import PersonError


def ground_of(behind: str) -> tuple[int, int, int] | None:
    """The colour that is to come behind something; None for "blur" and "transparent". Raises PersonError."""
    return None if behind in ("blur", "transparent") else colour_of(behind)


def colour_of(words: str) -> tuple[int, int, int]:
    """A colour by name or as #rrggbb. Raises PersonError."""
    from PIL import ImageColor

    try:
        return ImageColor.getrgb(words.strip())[:3]  # type: ignore[return-value]
    except ValueError as error:
        near = re.sub(r"\s+", "", words)
        if near != words.strip():
            return colour_of(near)
        raise PersonError(
            f"'{words[:40]}' is no colour. Give a name such as 'sky blue', or #rrggbb such as #2a6f97."
        ) from error
