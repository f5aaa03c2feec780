"""Bars laid over a film so that downbeats fall on its cuts: the tempo bends a little, nobody hears it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

BEND = 0.075  # the most a bar's tempo may differ from the piece's own
STEPS = 14  # and the piece's own tempo from the one asked for, in per cent


@dataclass(frozen=True)
class Bar:
    """One bar in film time. `beats` is 2 (a half bar before a cut), 3 or 4; `cut` where it begins on a cut."""

    start: float
    seconds: float
    beats: int
    cut: bool

    @property
    def beat(self) -> float:
        return self.seconds / self.beats


@dataclass(frozen=True)
class Grid:
    """The bars of a piece, then the moment of its last chord and how long that may ring."""

    bars: tuple[Bar, ...]
    landing: float
    seconds: float
    tempo: float  # beats a minute
    met: tuple[float, ...]  # cuts that begin a bar (the landing counts)


@dataclass(frozen=True)
class _Span:
    """A stretch between two anchors filled with `units` half bars (whole bars in three)."""

    start: float
    end: float
    units: int


def _plan(points: list[float], last: tuple[float, float], unit: float, halves: bool) -> tuple[float, list[_Span]]:
    """The cheapest chain of anchors from 0 to a landing, and its cost: cuts missed, tempo bent, bars broken.

    `points` are 0 and the cuts, `last` the earliest and latest landing.
    """
    best: list[tuple[float, int, int]] = [(0.0, -1, 0)]
    reach = 9  # cuts that may be passed over between two that are met
    for j in range(1, len(points)):
        options: list[tuple[float, int, int]] = []
        for i in range(max(0, j - reach), j):
            fit = _units(points[j] - points[i], unit, halves)
            if fit:
                options.append((best[i][0] + fit[1] + 1.0 * (j - i - 1), i, fit[0]))
        options.append((best[j - 1][0] + 1e6, j - 1, 1))
        best.append(min(options))
    finish: list[tuple[float, int, int, float]] = []
    for i in range(max(0, len(points) - reach), len(points)):
        missed = 1.0 * (len(points) - 1 - i)
        if last[0] <= points[i] <= last[1]:
            finish.append((best[i][0] + missed - 0.5, i, 0, points[i]))
        for units in range(1, int((last[1] - points[i]) / unit / (1 - BEND)) + 2):
            end = min(max(points[i] + units * unit, last[0]), last[1])
            if end <= points[i]:
                continue
            bend = abs((end - points[i]) / (units * unit) - 1)
            if bend <= BEND:
                odd = 0.35 if halves and units % 2 else 0.0
                phrase = 0.12 * (-units // (2 if halves else 1) % 4)
                finish.append((best[i][0] + missed + 30 * bend**2 + odd + phrase, i, units, end))
    if not finish:
        return float("inf"), []
    cost, i, units, end = min(finish)
    spans = [_Span(points[i], end, units)] if units else []
    while i > 0:
        _, before, count = best[i]
        spans.append(_Span(points[before], points[i], count))
        i = before
    return cost, spans[::-1]


def _units(gap: float, unit: float, halves: bool) -> tuple[int, float] | None:
    """(number of units that fill a gap, cost), or None where none does within the bend."""
    found: list[tuple[float, int]] = []
    for count in {max(1, int(gap / unit)), int(gap / unit) + 1}:
        bend = abs(gap / (count * unit) - 1)
        if bend <= BEND:
            odd = (0.35 if count > 1 else 0.7) if halves and count % 2 else 0.0
            found.append((30 * bend**2 + odd, count))
    return (min(found)[1], min(found)[0]) if found else None


def lay(seconds: float, cuts: tuple[float, ...], tempo: float, metres: tuple[int, ...] = (4, 3)) -> Grid:
    """Bars for a film of `seconds` at about `tempo`, with as many downbeats on `cuts` as can be.

    `metres` are the beats a bar may have, best first: another than the first is taken where it meets more cuts.
    The last chord lands with room to ring before the end. A film too short for a bar gets only that chord.
    """
    bar = 60 / tempo * metres[0]
    latest = seconds - min(max(1.4, 0.6 * bar), seconds * 0.5)
    earliest = seconds - min(max(3.0, 1.5 * bar), seconds * 0.6)
    if seconds < 3 or latest < bar * 0.9:
        landing = 0.0 if seconds < 3 else latest
        bars = () if landing == 0 else (Bar(0.0, landing, metres[0], False),)
        return Grid(bars, landing, seconds, tempo, ())
    low = 0.8  # cuts closer than this to the one before cannot all be met
    points = [0.0]
    for cut in sorted(cuts):
        if cut - points[-1] > low and cut < latest + 1e-9:
            points.append(cut)
    plans = []
    for rank, beats in enumerate(metres):
        for step in range(-STEPS, STEPS + 1):
            pace = tempo * (1 + 0.01 * step)
            unit = 60 / pace * (2 if beats == 4 else beats)
            cost, spans = _plan(points, (earliest, latest), unit, beats == 4)
            plans.append((cost + 0.3 * rank + 0.02 * abs(step), beats, pace, spans))
    _, beats, pace, spans = min(plans, key=lambda p: p[:3])
    return _grid(spans, seconds, pace, beats, cuts)


def _grid(spans: list[_Span], seconds: float, tempo: float, beats: int, cuts: tuple[float, ...]) -> Grid:
    bars: list[Bar] = []
    met: list[float] = []
    ordered = sorted(cuts)

    def on_cut(at: float) -> bool:
        i = bisect_left(ordered, at - 1e-6)
        return i < len(ordered) and i < bisect_right(ordered, at + 1e-6)

    for span in spans:
        at = span.start
        each = (span.end - span.start) / span.units
        left = span.units
        while left:
            whole = beats == 4 and left >= 2
            length = each * (2 if whole else 1)
            cut = on_cut(at)
            if cut:
                met.append(at)
            bars.append(Bar(at, length, 2 if beats == 4 and not whole else beats, cut))
            at += length
            left -= 2 if whole else 1
    landing = spans[-1].end if spans else 0.0
    if on_cut(landing):
        met.append(landing)
    return Grid(tuple(bars), landing, seconds, tempo, tuple(met))
