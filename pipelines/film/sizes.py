"""The size of a film as people write it, checked while the plan is read and not after an hour of painting."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from studio.errors import PersonError

_SMALLEST, _LARGEST = 64, 7680
_NAMED = re.compile(r"\s*(\d{3,4}\s*p|[248]\s*k)(?:\s*,?\s*(\d{1,2})\s*[:/]\s*(\d{1,2}))?\s*", re.IGNORECASE)
_THOUSANDS = {"2k": 1440, "4k": 2160, "8k": 4320}


def sides(size: str) -> tuple[int, int]:
    """Width and height from "1280x720", or from the length of the short side and a shape: "1080p", "4k", "720p 9:16".

    Raises PersonError with a size that works.
    """
    named = _NAMED.fullmatch(size)
    found = re.fullmatch(r"\s*(\d{1,5})\s*[x×*]\s*(\d{1,5})\s*", size)
    if named:
        width, height = _of_name(*named.groups())
    elif found:
        width, height = int(found[1]), int(found[2])
    else:
        raise PersonError(
            f"The size '{size[:40]}' is not a width and a height. Write it as 1280x720, 1080p or 1080p 9:16."
        )
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise PersonError(f"A film of {width}×{height} cannot be made: each side is from {_SMALLEST} to {_LARGEST}.")
    if width % 2 or height % 2:
        raise PersonError(f"A film's sides are even: write {width // 2 * 2}x{height // 2 * 2} for '{size.strip()}'.")
    return width, height


def _of_name(name: str, wide: str | None, high: str | None) -> tuple[int, int]:
    name = name.lower().replace(" ", "")
    short = _THOUSANDS.get(name) or int(name.removesuffix("p"))
    across, down = int(wide or 16), int(high or 9)
    if not 1 / 4 <= across / max(1, down) <= 4:
        raise PersonError(f"A film of {across}:{down} cannot be made. Write a shape such as 16:9, 9:16, 1:1 or 4:5.")
    return _even(short * max(1.0, across / down)), _even(short * max(1.0, down / across))


def _even(length: float) -> int:
    return 2 * round(length / 2)


def _sound(size: str) -> str:
    try:
        sides(size)
    except PersonError as error:
        raise ValueError(str(error)) from error  # what pydantic listens for
    return size


Size = Annotated[str, Field(max_length=40), AfterValidator(_sound)]
