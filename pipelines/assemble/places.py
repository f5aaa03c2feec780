"""Where captions stand: inside the safe area, on no face, on no other caption, at rest while a shot lasts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

CaptionPlace = Literal["bottom", "middle", "top"]
Box = tuple[int, int, int, int]  # left, top, width, height in pixels

_INSTEAD: dict[CaptionPlace, tuple[CaptionPlace, ...]] = {
    "bottom": ("bottom", "top", "middle"),
    "middle": ("middle", "bottom", "top"),
    "top": ("top", "bottom", "middle"),
}


@dataclass(frozen=True)
class Margins:
    """What stays free at the sides, above and below, as shares of the picture."""

    sides: float
    top: float
    bottom: float


# SMPTE ST 2046-1: titles keep to the middle 90 % of width and height. Players lay their buttons over the foot of a
# wide picture when it is paused; on phones, names and buttons lie over a sixth of an upright one all the time.
WIDE = Margins(sides=0.05, top=0.06, bottom=0.07)
UPRIGHT = Margins(sides=0.05, top=0.11, bottom=0.17)


def margins(width: int, height: int) -> Margins:
    return UPRIGHT if height > width * 1.3 else WIDE


@dataclass(frozen=True)
class Wish:
    """A caption to be placed: its frames, its sides in pixels, and the boxes it should not cover."""

    start: int
    end: int
    width: int
    height: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Spot:
    """Where it stands: its place's name, and its upper left corner in even pixels."""

    place: CaptionPlace
    left: int
    top: int


def spots(wishes: Sequence[Wish], width: int, height: int, place: CaptionPlace) -> list[Spot]:
    """A spot for each; they come in order of their starts. Captions with the same boxes, those of one shot, keep to
    one place: the one asked for, another where all of them would cover no box, else where they cover least."""
    together: dict[tuple[Box, ...], list[Wish]] = {}
    for wish in wishes:
        together.setdefault(wish.boxes, []).append(wish)
    orders = {boxes: _order(group, width, height, place) for boxes, group in together.items()}
    found: list[Spot] = []
    showing: list[tuple[int, Box]] = []
    for wish in wishes:
        showing = [(end, box) for end, box in showing if end > wish.start]
        taken = [box for _, box in showing]
        ways = [(place, _free(wish, place, width, height, taken)) for place in orders[wish.boxes]]
        place, box = min(ways, key=lambda way: (_covered(way[1], taken), _covered(way[1], wish.boxes)))
        found.append(Spot(place, box[0], box[1]))
        showing.append((wish.end, box))
    return found


def _order(group: list[Wish], width: int, height: int, place: CaptionPlace) -> list[CaptionPlace]:
    """The places, best first. Sorting keeps what is equal in order."""
    return sorted(
        _INSTEAD[place],
        key=lambda place: sum(_covered(_box(wish, place, width, height), wish.boxes) for wish in group),
    )


def _box(wish: Wish, place: CaptionPlace, width: int, height: int) -> Box:
    """Where a caption stands when it is alone."""
    free = margins(width, height)
    highest, lowest = round(height * free.top), height - round(height * free.bottom) - wish.height
    top = {"bottom": max(lowest, 0), "middle": (height - wish.height) / 2, "top": min(highest, max(lowest, 0))}[place]
    return max(0, (width - wish.width) // 2) & ~1, max(0, int(top)) & ~1, wish.width, wish.height


def _free(wish: Wish, place: CaptionPlace, width: int, height: int, taken: list[Box]) -> Box:
    """The same, moved above (below, at the top) the captions that are there as long as it stays inside the margins."""
    free = margins(width, height)
    left, top, wide, tall = _box(wish, place, width, height)
    for other in sorted(taken, key=lambda box: box[1], reverse=place != "top"):
        if _covered((left, top, wide, tall), [other]):
            top = (other[1] + other[3] + 1) & ~1 if place == "top" else (other[1] - tall) & ~1
    inside = round(height * free.top) - 1 <= top <= height - round(height * free.bottom) - tall
    return (left, top, wide, tall) if inside else _box(wish, place, width, height)


def _covered(box: Box, others: Sequence[Box]) -> int:
    """Pixels of the others under a box."""
    left, top, wide, tall = box
    return sum(
        max(0, min(left + wide, x + w) - max(left, x)) * max(0, min(top + tall, y + h) - max(top, y))
        for x, y, w, h in others
    )
