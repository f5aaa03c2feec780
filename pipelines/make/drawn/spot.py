"""Where one thing of a picture goes."""

from dataclasses import dataclass

from pipelines.make.drawn.subject import Subject

SWIMS = 0.56  # of the height of somebody who swims, under water


@dataclass(frozen=True)
class Spot:
    """Where one thing goes: its middle and its foot in pixels, its height, whether it is mirrored, how deep it lies."""

    subject: Subject
    index: int
    x: float
    foot: float
    tall: float
    mirrored: bool
    way: str  # ground, water, deep, sky, aboard, table
    far: float
    room: float = 0.0  # how far it may go the way it looks, in pixels
    carrier: "Spot | None" = None  # what it stands, sits or lies in or on: it moves with that and is as far away
    standing: float = 0.0  # its height if it stood up; 0 like `tall`
    goes: bool = False  # it is on its way somewhere
    others: "tuple[Spot, ...]" = ()  # the rest of its row, in a crowd
    came: float = 0.0  # how far it has come at the end from where it began: it enters the picture
    clasp: tuple[tuple[float, float], ...] = ()  # where its hands meet those of others
    pace: float = 0.0  # pixels a second, where it goes with others; 0 as fast as it likes
    faced: bool = False  # which way it looks is decided
    over: bool = False  # it is seen before what it belongs to
