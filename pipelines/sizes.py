"""The size of a film as people write it, checked while the plan is read and not after an hour of painting."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from studio.errors import PersonError

_SMALLEST, _LARGEST = 64, 7680


def sides(size: str) -> tuple[int, int]:
    """Width and height from "1280x720". Raises PersonError with a size that works."""
    found = re.fullmatch(r"\s*(\d{1,5})\s*[x×*]\s*(\d{1,5})\s*", size)
    if not found:
        raise PersonError(f"The size '{size[:40]}' is not a width and a height. Write it as 1280x720.")
    width, height = int(found[1]), int(found[2])
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise PersonError(f"A film of {width}×{height} cannot be made: each side is from {_SMALLEST} to {_LARGEST}.")
    if width % 2 or height % 2:
        raise PersonError(f"A film's sides are even: write {width // 2 * 2}x{height // 2 * 2} for '{size.strip()}'.")
    return width, height


def _sound(size: str) -> str:
    try:
        sides(size)
    except PersonError as error:
        raise ValueError(str(error)) from error  # what pydantic listens for
    return size


Size = Annotated[str, Field(max_length=40), AfterValidator(_sound)]
