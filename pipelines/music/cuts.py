"""A film's cuts as music sees them: those too close together gathered, and what became of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

FIRST, LAST = 0.5, 1.0  # seconds at a film's ends in which no cut can be met: there is no music before, only its end


@dataclass(frozen=True)
class Target:
    """Cuts that music can only meet as one, in order, in seconds. `best` are those it may meet, dearest first: the
    first of them, then the one after which pictures stay longest. `weight` grows with how much changes there."""

    cuts: tuple[float, ...]
    best: tuple[float, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Heard:
    """What became of the cuts: met by a chord, gathered round one that is met, or missed, and why."""

    met: tuple[float, ...]
    grouped: tuple[float, ...]
    missed: tuple[tuple[float, str], ...]
    reachable: int  # targets there were

    @property
    def words(self) -> str:
        """A sentence for the person; "" where every cut is met."""
        if not self.grouped and not self.missed:
            return ""
        reasons = [CLOSE] * len(self.grouped) + [why for _, why in self.missed]
        said = [f"The music meets {len(self.met)} of {len(self.met) + len(reasons)} cuts."]
        for why in dict.fromkeys(reasons):
            count = reasons.count(why)
            said.append(f"{count} {'is' if count == 1 else 'are'} {why}.")
        return " ".join(said)


CLOSE = "so close to one of those that music takes them as one"
EARLY = "before the music has begun"
LATE = "under the last chord"
UNFIT = "where no beat falls at a tempo near its own"


def gathered(
    cuts: Iterable[float],
    seconds: float,
    width: Callable[[float], float],
    marks: Mapping[float, float] | None = None,
) -> tuple[Target, ...]:
    """Targets for cuts (seconds, in any order) of a film: those closer than `width` to the first of a group belong to
    it, so two groups begin at least that far apart. `marks` gives weight to some cuts: such a one is met first.

    A target counts as reachable whether or not a tempo is found that fits it: only a film's first half second and its
    last second are left out. `width(at)`, seconds, is two beats at the fastest tempo allowed there.
    """
    marks = marks or {}
    inner = sorted({c for c in cuts if FIRST <= c <= seconds - LAST})
    groups: list[list[float]] = []
    for cut in inner:
        if groups and cut - groups[-1][0] < width(groups[-1][0]):
            groups[-1].append(cut)
        else:
            groups.append([cut])
    found = []
    for index, group in enumerate(groups):
        after = groups[index + 1][0] if index + 1 < len(groups) else seconds
        stays = {c: b - c for c, b in zip(group, [*group[1:], after], strict=True)}
        longest = max(group, key=lambda c: (stays[c], -c))
        dear = max(group, key=lambda c: (marks.get(c, 0.0), c == group[0]))
        order = dict.fromkeys((dear, group[0], longest) if marks.get(dear) else (group[0], longest))
        found.append(Target(tuple(group), tuple(order), 1.0 + marks.get(dear, 0.0)))
    return tuple(found)


def heard(cuts: Iterable[float], seconds: float, targets: tuple[Target, ...], met: Iterable[float]) -> Heard:
    """What became of each cut when music meets those in `met`."""
    hit = set(met)
    grouped: list[float] = []
    missed = [(c, EARLY if c < FIRST else LATE) for c in sorted(set(cuts)) if not FIRST <= c <= seconds - LAST]
    for target in targets:
        if hit & set(target.cuts):
            grouped += [c for c in target.cuts if c not in hit]
        else:
            missed += [(c, UNFIT) for c in target.cuts]
    return Heard(tuple(sorted(hit)), tuple(grouped), tuple(sorted(missed)), len(targets))
