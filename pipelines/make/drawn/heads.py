"""Where in a drawn picture things and their heads are, for those who crop it or lay words over it later."""

from pipelines.make.drawn.spot import Spot

Box = tuple[float, float, float, float]  # left, top, width, height in pixels
Place = tuple[float, float, float, float]  # the same as shares of the picture

_LEAST = 0.06  # who is smaller than this share of the picture's height has no face to speak of
# Drawn from the front, with a face in the upper half.
_FRONT = frozenset({
    "penguin", "owl", "hen", "chick", "turkey", "frog", "raccoon", "fox", "wolf", "bear", "polar bear", "lion", "panda",
    "koala", "moose", "sloth", "octopus", "robot", "snowman", "scarecrow", "ghost", "alien", "statue",
})  # fmt: skip
# Drawn from the side, and without a face.
_VEHICLES = frozenset({
    "ferry", "boat", "sailboat", "speedboat", "sail", "submarine", "aeroplane", "helicopter", "train", "bus", "car",
    "taxi", "truck", "tractor", "van", "fire engine", "ambulance", "police car", "racing car", "bicycle", "motorcycle",
    "scooter",
})  # fmt: skip


def box_of(spot: Spot, shape: float) -> Box:
    """Where a thing stands. `shape`: its width over its height."""
    wide = spot.tall * shape
    return spot.x - wide / 2, spot.foot - spot.tall, wide, spot.tall


def head_of(spot: Spot, box: Box, height: int) -> Box | None:
    """The head of a person or an animal in `box`, on a picture `height` pixels high; None where there is none."""
    thing, (left, top, wide, tall) = spot.subject.thing, box
    if tall < _LEAST * height:
        return None
    if thing.art.startswith("person:") and wide > 1.5 * tall:  # lies: the head is at one end
        return (left + 0.7 * wide if spot.mirrored else left), top, 0.3 * wide, tall
    if thing.art.startswith("person:"):
        across = min(wide, tall * 0.32)
        return spot.x - across / 2, top, across, tall * 0.33
    if thing.name in _FRONT and not thing.art.endswith("-walking"):
        return left, top, wide, tall * 0.55
    side_on = thing.place in "gwus" and thing.tall < 9 and thing.faces != 0 and thing.name not in _VEHICLES
    if side_on:  # an animal, its head to the side it looks to
        right = (thing.faces > 0) != spot.mirrored
        return left + wide / 2 if right else left, top, wide / 2, tall * 0.65
    return None


def shares(box: Box, size: tuple[int, int]) -> Place:
    """A box as shares of a picture of this size."""
    left, top, wide, tall = box
    return round(left / size[0], 4), round(top / size[1], 4), round(wide / size[0], 4), round(tall / size[1], 4)
