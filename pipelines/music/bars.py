"""Bars between two cuts: how many beats each has, and a tempo that bends from one pair of cuts to the next."""

from dataclasses import dataclass

BEND = 0.075  # the most a bar's tempo may differ from its stretch's own
LEAST = 2.0  # beats of the shortest bar


@dataclass(frozen=True)
class Bar:
    """One bar in film time: `beats` (2, 3 or 4) and `breath`, half a beat or none that follows them before the next
    bar. `cut` where it begins on a cut, `part` the stretch of one tempo it lies in."""

    start: float
    seconds: float
    beats: int
    cut: bool
    breath: float = 0.0
    part: int = 0

    @property
    def beat(self) -> float:
        return self.seconds / (self.beats + self.breath)


@dataclass(frozen=True)
class Span:
    """Time between two anchors, filled with `beats` beats (a multiple of a half)."""

    start: float
    end: float
    beats: float

    @property
    def beat(self) -> float:
        return (self.end - self.start) / self.beats


def bars_of(beats: float, metre: int) -> list[float]:
    """A number of beats as bars: whole ones, then what is left over before the cut, never under two beats."""
    bars = []
    while beats >= metre + LEAST:
        bars.append(float(metre))
        beats -= metre
    if beats == metre:
        return [*bars, beats] if bars or metre < 4 else [2.0, 2.0]
    if beats >= 5:
        return [*bars, 3.0, beats - 3]
    return [*bars, 2.0, beats - 2] if beats >= 4 else [*bars, beats]


def eased(span: Span, sizes: list[float], before: Span | None, after: Span | None, usual: float) -> list[float]:
    """Seconds a beat takes in each bar of a span: from half way to the neighbours' pace at its ends to its own between,
    so that the tempo bends and does not jump. They fill the span, and stay within the bend of the `usual` beat."""
    own, count = span.beat, len(sizes)
    middles = [(number + 0.5) / count for number in range(count)]
    shapes = [[(1 - u) ** 2 for u in middles], [u**2 for u in middles]]
    shapes = [[w - sum(x * s for x, s in zip(shape, sizes, strict=True)) / span.beats for w in shape]
              for shape in shapes]  # fmt: skip
    wishes = [((side.beat + own) / 2 / own - 1 if side else 0.0) for side in (before, after)]
    if count == 1 or not any(wishes):
        return [own] * count
    first, last = wishes[0] / shapes[0][0], wishes[1] / shapes[1][-1]
    for share in (1.0, 0.7, 0.4, 0.2):
        beats = [own * (1 + share * (first * a + last * b)) for a, b in zip(*shapes, strict=True)]
        if all(abs(usual / beat - 1) <= BEND for beat in beats):
            return beats
    return [own] * count
