"""The shape of a piece in time: sections that begin on the film's cuts, phrases inside them, how loud each is."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.music.cuts import Target
from pipelines.music.feeling import Feeling
from pipelines.music.grid import Grid

if TYPE_CHECKING:
    from pipelines.music.scenes import Scene

_LEVELS = {"intro": 0.62, "theme": 0.88, "contrast": 0.95, "return": 1.18, "bridge": 0.7}
ALIKE = 0.3  # feelings nearer than this are the same one
_HOLD = 1.0  # bars, of four beats, that a section on a cut lasts at least: some tempo leads through any such stretch


@dataclass(frozen=True)
class Outline:
    """A section before there are bars: from `start`, seconds, to the next one's. `cut` where it begins on a cut and
    must; `round` counts the themes there were before its own, and `turn` how often its own was heard."""

    name: str
    start: float
    feeling: Feeling
    cut: bool = False
    round: int = 0
    turn: int = 0


@dataclass(frozen=True)
class Section:
    """Bars [first, stop). `level` is its loudness and fullness, 0 to 1; `phrases` the lengths it divides into."""

    name: str
    first: int
    stop: int
    level: float
    phrases: tuple[int, ...]
    feeling: Feeling
    round: int = 0
    turn: int = 0

    @property
    def contrast(self) -> bool:
        return self.name in ("contrast", "bridge")


def apart(one: Feeling, other: Feeling) -> float:
    """How far two feelings lie from each other, of 2.8 at most."""
    return float(((one.valence - other.valence) ** 2 + (one.arousal - other.arousal) ** 2) ** 0.5)


def outline(
    scenes: "Sequence[Scene]", targets: Sequence[Target], bar: Callable[[Feeling], float]
) -> tuple[Outline, ...]:
    """The sections a film asks for. Scenes begin sections; a long one has several. `bar` tells the seconds of a bar in
    a feeling's tempo. Borders are drawn to cuts nearby; the first theme comes home at the end."""
    counts = [(scene.end - scene.start) / bar(scene.feeling) for scene in scenes]
    whole = sum(counts)
    starts: list[tuple[float, Feeling, bool]] = []  # where, what is felt, whether a scene begins there
    for scene, count, pieces in zip(scenes, counts, _pieces(counts), strict=True):
        shares = [0.0, 0.38, 0.66] if len(counts) == 1 and pieces == 3 else [i / pieces for i in range(pieces)]
        length = scene.end - scene.start
        lead = min(4.0, max(1.0, 0.13 * whole), 0.35 * count) * bar(scene.feeling) if whole >= 6 and not starts else 0.0
        if lead:
            starts.append((0.0, scene.feeling, True))
        if lead and count < 3.5:  # a first scene so short is the introduction itself
            continue
        for number, share in enumerate(shares):
            starts.append((scene.start + lead + share * (length - lead), scene.feeling, not lead and not number))
    return _named(_drawn(starts, scenes[-1].end, targets, bar), whole >= 6)


def _pieces(counts: list[float]) -> list[int]:
    """How many sections each scene is divided into, of so many bars each."""
    whole = sum(counts)
    if len(counts) == 1:
        return [1 if whole < 7 else 3 if whole < 30 else max(3, round(whole / 9))]
    pieces = [max(1, round(count / 10)) for count in counts]
    if sum(pieces) == 2 and whole >= 14:
        pieces[counts.index(max(counts))] += 1
    return pieces


def _drawn(
    starts: list[tuple[float, Feeling, bool]], end: float, targets: Sequence[Target], bar: Callable[[Feeling], float]
) -> list[tuple[float, Feeling, bool]]:
    """Starts drawn to cuts nearby, each far enough from the one before and the last from the film's end; the third now
    tells whether it is on a cut."""
    found = [(0.0, starts[0][1], False)]
    for index, (wish, feeling, scene) in enumerate(starts[1:], 1):
        one = bar(feeling)
        after = starts[index + 1][0] if index + 1 < len(starts) else end
        room = 0.0 if scene else min(0.4 * (wish - starts[index - 1][0]), 0.4 * (after - wish), 3 * one)
        least = found[-1][0] + _HOLD * max(one, bar(found[-1][1]))
        latest = end - 1.5 * one
        near = [
            (abs(at - wish) - (0.0 if scene else 0.25 * one * target.weight), at)
            for target in _between(targets, wish - room - 0.1, wish + room + 0.1)
            for at in target.best
            if least <= at <= latest and abs(at - wish) <= room + 0.1
        ]
        if near:
            found.append((min(near)[1], feeling, True))
        elif found[-1][0] + one <= wish <= latest:
            found.append((wish, feeling, False))
    return found


def _between(targets: Sequence[Target], low: float, high: float) -> Sequence[Target]:
    first = max(0, bisect_left(targets, low, key=lambda t: t.cuts[0]) - 1)
    return targets[first : bisect_left(targets, high, key=lambda t: t.cuts[0])]


def _named(starts: list[tuple[float, Feeling, bool]], intro: bool) -> tuple[Outline, ...]:
    """Names for the sections: what feels other than the theme contrasts with it, what feels like it brings it back."""
    found: list[Outline] = []
    turns: dict[tuple[int, bool], int] = {}
    number, home = 0, starts[min(len(starts) - 1, int(intro))][1]
    intro = intro and len(starts) > 1
    for index, (start, feeling, cut) in enumerate(starts):
        left = len(starts) - index
        before = found[-1].name if found else ""
        like = apart(feeling, home) < ALIKE
        if intro and index == 0:
            name = "intro"
        elif before in ("", "intro"):
            name = "theme"
        elif left == 1:
            name, number = "return", 0
        elif before == "return" and left > 2:
            name = "bridge"
        elif before == "bridge" and left > 2:
            name, number, home = "theme", number + 1, feeling
        else:
            name = "return" if before == "contrast" and (like or left > 3) else "contrast"
        key = (number, name in ("contrast", "bridge"))
        found.append(Outline(name, start, feeling, cut, number, turns.get(key, 0)))
        turns[key] = turns.get(key, 0) + (name != "intro")
    return tuple(found)


def sections(parts: Sequence[Outline], grid: Grid, base: Callable[[Feeling], float]) -> tuple[Section, ...]:
    """The sections laid on bars; `base` is the loudness that a feeling asks for, 0 to 1."""
    count = len(grid.bars)
    if not count:
        return ()
    begins = [bar.start for bar in grid.bars]
    starts: list[tuple[int, Outline]] = [(0, parts[0])]
    for part in parts[1:]:
        before = starts[-1][0]
        nearest = bisect_left(begins, part.start - 1e-6)
        if nearest < count and nearest and begins[nearest] - part.start > part.start - begins[nearest - 1]:
            nearest -= 1
        if not part.cut:  # whole phrases where nothing else says where it begins
            near = range(max(before + 1, nearest - 2), min(count, nearest + 3))
            nearest = min(near, key=lambda i: abs(begins[i] - part.start) + _odd(i - before) * grid.bars[0].seconds,
                          default=count)  # fmt: skip
        if before < nearest < count:
            starts.append((nearest, part))
    found = []
    for index, (first, part) in enumerate(starts):
        stop = starts[index + 1][0] if index + 1 < len(starts) else count
        level = max(0.12, min(1.0, base(part.feeling) * (_LEVELS[part.name] if len(starts) > 1 else 1.0)))
        phrases = phrased([bar.cut for bar in grid.bars[first:stop]])
        found.append(Section(part.name, first, stop, level, phrases, part.feeling, part.round, part.turn))
    return tuple(found)


def _odd(bars: int) -> float:
    """How many bars' length it is worth to make a section of so many bars a whole number of phrases."""
    return 0.0 if bars % 4 == 0 else 0.5 if bars % 2 == 0 else 1.1


_SIZES = {1: 2.5, 2: 0.7, 3: 0.45, 4: 0.0, 5: 0.5, 6: 0.9}  # what a phrase of so many bars costs


def phrased(cuts: Sequence[bool]) -> tuple[int, ...]:
    """Bars, each of which may begin on a cut, as phrases: fours where it goes, and rather on cuts than not."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for stop in range(1, len(cuts) + 1):
        options = []
        for size, cost in _SIZES.items():
            if size <= stop:
                before, sizes = best[stop - size]
                met = 0.4 if stop < len(cuts) and cuts[stop] else 0.0
                options.append((before + cost - met + 0.3, (*sizes, size)))
        best.append(min(options))
    return best[-1][1]
