"""What people ride, drive, sit and lie on: where a body goes on it, and how it holds itself there."""

from dataclasses import dataclass

Pane = tuple[float, float, float, float]  # left, top, right, bottom as shares of the art


@dataclass(frozen=True)
class Rig:
    """Where a body goes on or in a thing. Places are shares of the thing's art, as it is drawn, from its left upper
    corner.

    `at`: the hip, or the soles where `feet` is set. `seat`: how the legs are held (an act). `size`: a grown-up's height
    if he stood, in heights of the thing; for a child less, unless the thing `fits`: it is then made as large as its
    rider needs. `goes`: it takes its rider along. `glass`: he is seen through its panes. `within`: only so much of him
    is seen. `step`: how far from each other two sit, as a share of the thing's width.
    """

    at: tuple[float, float]
    seat: str
    size: float
    goes: bool = False
    feet: bool = False
    fits: bool = False
    glass: bool = False
    within: Pane | None = None
    step: float = 0.16
    rests: str = ""  # how the legs are held while it stands
    behind: bool = False  # it stands before him: a table
    looks: int = 0  # which way he looks, where it is not as he likes: -1 to the left of the art
    stool: bool = False  # he needs something to sit on
    act: str = ""  # what he does there, if nothing else
    most: int = 4  # so many have room
    nearer: float = 1.0  # so much larger than beside those who stand, as the camera comes near to who sits or lies


def _beast(x: float, y: float, size: float) -> Rig:
    return Rig((x, y), "ride", size, goes=True, rests="straddle", step=0.2)


def _machine(x: float, y: float, size: float) -> Rig:
    return Rig((x, y), "steer", size, goes=True, glass=True, nearer=1.28)


def _chair(x: float, y: float, size: float, step: float = 0.3) -> Rig:
    return Rig((x, y), "sit front", size, feet=True, step=step, nearer=1.28)


def _table(size: float, step: float, nearer: float = 1.3, most: int = 2) -> Rig:
    return Rig((0.5, 0.97), "sit front", size, feet=True, behind=True, step=step, nearer=nearer, most=most)


RIGS: dict[str, Rig] = {
    "fluent:horse": _beast(0.6, 0.335, 0.9),
    "fluent:zebra": _beast(0.62, 0.33, 0.95),
    "fluent:two-hump-camel": _beast(0.535, 0.27, 0.72),
    "fluent:camel": _beast(0.56, 0.02, 0.72),
    "fluent:donkey": _beast(0.5, 0.33, 1.1),
    "fluent:elephant": _beast(0.52, 0.0, 0.58),
    "fluent:deer": _beast(0.62, 0.34, 0.9),
    "fluent:ox": _beast(0.55, 0.2, 0.95),
    "fluent:cow": _beast(0.6, 0.3, 0.95),
    "fluent:llama": _beast(0.6, 0.46, 0.9),
    "fluent:bicycle": Rig((0.685, 0.115), "pedal", 1.86, goes=True, fits=True, rests="astride"),
    "fluent:motorcycle": Rig((0.62, 0.27), "crouch", 1.42, goes=True, fits=True),
    "fluent:kick-scooter": Rig((0.6, 0.83), "scoot", 1.72, goes=True, feet=True, fits=True),
    "fluent:tractor": _machine(0.66, 0.5, 0.6),
    "fluent:automobile": _machine(0.42, 0.74, 0.98),
    "fluent:taxi": _machine(0.38, 0.7, 0.92),
    "fluent:police-car": _machine(0.4, 0.7, 0.86),
    "fluent:bus": _machine(0.36, 0.6, 0.62),
    "fluent:minibus": _machine(0.2, 0.66, 0.8),
    "fluent:delivery-truck": _machine(0.19, 0.62, 0.6),
    "fluent:fire-engine": _machine(0.31, 0.64, 0.66),
    "fluent:locomotive": _machine(0.2, 0.52, 0.5),
    "fluent:helicopter": _machine(0.26, 0.62, 0.55),
    "own:throne": Rig((0.5, 0.9), "sit throne", 0.82, feet=True, nearer=1.28),
    "own:sofa": _chair(0.5, 1.03, 1.85),
    "own:bench": _chair(0.5, 1.0, 1.85),
    "own:armchair": _chair(0.5, 1.0, 1.7),
    "fluent:couch-and-lamp": _chair(0.4, 0.98, 1.6),
    "fluent:chair": _chair(0.5, 1.0, 1.75),
    "fluent:manual-wheelchair": Rig((0.47, 0.42), "sit", 1.62, goes=True, rests="sit"),
    "fluent:motorized-wheelchair": Rig((0.45, 0.42), "sit", 1.6, goes=True, rests="sit"),
    "own:piano": Rig((-0.12, 0.985), "sit", 1.16, feet=True, looks=1, stool=True, act="type", most=1),
    "own:swing": Rig((0.5, 0.74), "sit", 0.62, rests="sit", most=1, nearer=1.5),
    "own:balloon": Rig((0.5, 0.965), "stand", 0.25, feet=True, within=(0.3, 0.0, 0.7, 0.868), step=0.055, most=3),
    "fluent:bed": Rig((0.66, 0.36), "lie", 1.2, within=(-0.2, -1.0, 0.5, 1.0), step=0.0, nearer=1.7),
    "own:table": _table(2.05, 0.4),
    "own:long-table": _table(2.15, 0.19, 1.35, 5),
    "own:desk": _table(2.05, 0.4, 1.5),
    "own:writing-desk": _table(2.05, 0.4, 1.5),
}
# Words that take a rider along, and words that leave him where he is, on whatever it is.
RIDES = frozenset({"rides", "ride", "riding", "rode", "drives", "drive", "driving", "drove", "gallops", "galloping",
                   "pedals", "pedalling", "cycles"})  # fmt: skip
RESTS = frozenset({"sits", "sit", "sitting", "seated", "stands", "standing", "waits", "waiting", "rests", "resting",
                   "sleeps", "sleeping", "parked"})  # fmt: skip
# Whoever does this on a thing does not take the place that it has for him.
UPRIGHT = frozenset({"stand", "jump", "dance", "climb", "walk", "run", "cheer", "push", "swim"})


# One sits at them, on nothing else.
AT = frozenset({"own:table", "own:long-table", "own:desk", "own:writing-desk",
                "own:piano"})  # fmt: skip


def rig_of(art: str) -> Rig | None:
    """The rig of a thing; None where nobody rides or sits on it."""
    return RIGS.get(art)
