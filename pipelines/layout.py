"""How long each shot shows: narration sets the least, an asked length is met to the frame, transitions fit between."""

import math
from dataclasses import dataclass
from fractions import Fraction

LEAD, TAIL = Fraction(3, 10), Fraction(4, 10)  # seconds of quiet around what a shot says
BETWEEN = Fraction(35, 100)  # seconds between two voices on the same shot


@dataclass(frozen=True)
class Wish:
    """What a shot would like, in frames. `flexible` ones (stills) stretch and shrink to meet an asked length.

    `most`: beyond it there is nothing new to see, None for what never ends: it is passed only when nothing else gives.
    """

    natural: int
    least: int
    flexible: bool
    most: int | None = None


@dataclass(frozen=True)
class Lengths:
    """The frames each shot shows and each transition overlaps; `missed` is how many frames the film
    is longer than asked."""

    visible: tuple[int, ...]
    overlaps: tuple[int, ...]
    missed: int


def overlaps_for(wishes: list[Wish], wanted: list[int], total: int | None) -> list[int]:
    """Frames of each transition: as `wanted`, but under half of a rigid neighbour and a third of a fair share."""
    most = max(wanted, default=0) if total is None else total // len(wishes) // 3
    found = []
    for want, a, b in zip(wanted, wishes, wishes[1:], strict=False):
        rigid = [w.natural for w in (a, b) if not w.flexible]
        found.append(max(0, min([want, most, *((n - 1) // 2 for n in rigid)])))
    return found


def lay_out(wishes: list[Wish], wanted: list[int], total: int | None) -> Lengths:
    """Give every shot its frames. `wanted`: frames of the transition between each shot and the next.

    Without `total` each has its natural length, or its least where that is more. With `total` the flexible shots
    are scaled by one factor until the film is exactly that long, none below its least and, as long as the others stay
    under twice their length, none beyond its most; when they cannot give enough, the rigid ones are shortened too, and
    what is still missed is told.
    """
    overlaps = overlaps_for(wishes, wanted, total)
    sides = zip([0, *overlaps], [*overlaps, 0], strict=True)
    least = [max(wish.least, 2 * max(a, b) + 1) for wish, (a, b) in zip(wishes, sides, strict=True)]
    natural = [max(w.natural, n) for w, n in zip(wishes, least, strict=True)]
    if total is None:
        return Lengths(tuple(natural), tuple(overlaps), 0)
    goal = total + sum(overlaps)
    flexible = [i for i, w in enumerate(wishes) if w.flexible]
    rigid = [i for i, w in enumerate(wishes) if not w.flexible]
    lengths = list(natural)
    weights = [wish.natural for wish in wishes]
    most = [max(n, _limit(wish)) for wish, n in zip(wishes, least, strict=True)]
    room = goal - sum(natural[i] for i in rigid)
    if not any(wish.most for wish in wishes) or room > sum(most[i] for i in flexible):
        most = [max(n, goal) for n in least]
    _scale(lengths, weights, least, most, flexible, room)
    if sum(lengths) > goal:
        _scale(lengths, weights, least, natural, rigid, goal - sum(lengths[i] for i in flexible))
    if sum(lengths) < goal and not flexible:
        lengths[-1] += goal - sum(lengths)
    return Lengths(tuple(lengths), tuple(overlaps), sum(lengths) - goal)


def _limit(wish: Wish) -> int:
    """How long a flexible shot becomes before those that end are held on their last picture."""
    return 2 * wish.natural if wish.most is None else wish.most


def _scale(lengths: list[int], weights: list[int], least: list[int], most: list[int], which: list[int],
           goal: int) -> None:  # fmt: skip
    """Scale the shots in `which` by one factor to a sum of `goal` frames, each within its bounds.

    Those that one factor would take out of their bounds are held there and the others share the rest, as the flexible
    lengths of CSS are resolved (css-flexbox-1, 9.7): first the side on which more is amiss.
    """
    free, held = list(which), dict.fromkeys(which, 0)
    while free:
        left = goal - sum(held[i] for i in which if i not in free)
        weight = sum(weights[i] for i in free)
        low = [i for i in free if weights[i] * left < least[i] * weight]
        high = [i for i in free if weights[i] * left > most[i] * weight]
        if not low and not high:
            break
        amiss = sum(least[i] * weight - weights[i] * left for i in low)
        amiss -= sum(weights[i] * left - most[i] * weight for i in high)
        stuck = dict.fromkeys(low if amiss >= 0 else (), least) | dict.fromkeys(high if amiss <= 0 else (), most)
        held |= {i: bound[i] for i, bound in stuck.items()}
        free = [i for i in free if i not in stuck]
    for i in which:
        lengths[i] = held[i]
    left = goal - sum(held[i] for i in which if i not in free)
    weight, at = sum(weights[i] for i in free), 0
    for i in free:  # the running sum is rounded, so that the frames add up exactly
        end = at + weights[i]
        lengths[i] = max(left * end // weight - left * at // weight, least[i])
        at = end


def quiet_before(rate: Fraction, overlap: int) -> int:
    """Frames from a shot's first to its voice: the lead-in, and not before the middle of the transition."""
    return max(math.ceil(LEAD * rate), (overlap + 1) // 2)


def room_for(rate: Fraction, voices: list[int], before: int, after: int) -> int:
    """The least frames of a shot that says these voices, between transitions of these lengths."""
    if not voices:
        return 0
    spoken = sum(voices) + int(BETWEEN * rate) * (len(voices) - 1)
    return quiet_before(rate, before) + spoken + math.ceil(TAIL * rate) + (after + 1) // 2
