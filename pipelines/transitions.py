"""How one shot hands over to the next: both pictures in, one out, in planes."""

from pipelines import planes as p
from studio.timeline import Transition

_DIPS = {"dip to black": "#000000", "dip to white": "#ffffff"}


def shown(change: Transition, share: float) -> tuple[bool, bool]:
    """Whether the old and the new picture are seen at all at this share (0 to 1, both outside) of a transition."""
    if change.kind.startswith("dip"):
        return share < 0.5, share >= 0.5
    return True, True


def blend(change: Transition, share: float, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """Paint the transition's picture. Both pictures may be used up; one that `shown` calls unseen is undefined."""
    if change.kind.startswith("dip"):
        ground = p.colour(_DIPS.get(change.kind, change.colour))
        for plane, out, to in zip((old if share < 0.5 else new).all, target.all, ground, strict=True):
            p.towards(plane, out, abs(1 - 2 * share), to)
        return
    p.mix(old, new, share, target)
