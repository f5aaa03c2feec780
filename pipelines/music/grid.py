"""Bars laid over a film so that downbeats fall on its cuts: the tempo bends a little, nobody hears it."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipelines.music.bars import BEND, LEAST, Bar, Span, bars_of, eased
from pipelines.music.cuts import Target

STEPS = 14  # and that from the one asked for, in per cent, where the person did not give it
_MISS = 8.0  # what leaving a target unmet costs, beside a whole bend (0.17) or an odd bar (0.3 to 0.9)
_JUMP = 40.0  # what a change of tempo from one stretch between cuts to the next costs: 0.4 for a tenth
_PASS = 4  # targets that may be passed over between two that are met


@dataclass(frozen=True)
class Stretch:
    """A part of the film that keeps one tempo, from `start` (0, or a cut of its first target) to the next stretch.
    `tempo` is the one asked for, `give` how far from it, as a share, it may settle."""

    start: float
    tempo: float
    targets: tuple[Target, ...]
    give: float = STEPS / 100


@dataclass(frozen=True)
class Grid:
    """The bars of a piece, then the moment of its last chord, which rings until `seconds`."""

    bars: tuple[Bar, ...]
    landing: float
    seconds: float
    tempos: tuple[float, ...]  # beats a minute, of each stretch
    met: tuple[float, ...]  # cuts that begin a bar (the landing counts)

    @property
    def tempo(self) -> float:
        return self.tempos[0]


@dataclass(frozen=True)
class _Point:
    """A moment where a bar may begin, and how many targets lie up to it."""

    at: float
    rank: int
    cost: float = 0.0
    weight: float = 1.0


def fastest(tempo: float, give: float = STEPS / 100) -> float:
    """The quickest a beat may go where a tempo is asked for, in beats a minute."""
    return tempo * (1 + give) * (1 + BEND)


def shortest(tempo: float, give: float = STEPS / 100) -> float:
    """Seconds two met cuts must lie apart at least: two beats at the fastest."""
    return LEAST * 60 / fastest(tempo, give)


def filled(gap: float, beat: float, metre: int) -> tuple[float, float] | None:
    """(cost, beats) that best fill `gap` seconds with beats of about `beat`; None where none does within the bend."""
    wish = gap / beat
    found: list[tuple[float, float]] = []
    low, high = max(LEAST, wish * (1 - BEND)), wish * (1 + BEND)
    twice = int(max(low, wish - 4) * 2)
    while twice / 2 <= min(high, wish + 4):
        beats = twice / 2
        bend = beats / wish - 1
        if beats >= LEAST and abs(bend) <= BEND:
            over = beats % metre
            odd = 0.0 if over == 0 else 0.9 if over % 1 else 0.3 if over == 2 else 0.5
            found.append((30 * bend**2 + odd + 0.08 * (over == 0 and beats // metre % 2 and beats > metre), beats))
        twice += 1
    return min(found) if found else None


_Row = tuple[float, int, float, float]  # cost, the point before, beats from there, seconds a beat takes on the way


def _chain(points: list[_Point], beat: float, metre: int) -> list[_Row]:
    """For each point the cheapest way from the first: targets missed, tempo bent, bars broken. Unreached is endless."""
    best: list[_Row] = [(0.0, -1, 0.0, beat)]
    for j in range(1, len(points)):
        here = points[j]
        row: _Row = (float("inf"), -1, 0.0, beat)
        for i in range(j - 1, -1, -1):
            there = points[i]
            passed = here.rank - there.rank - 1
            if passed > _PASS:
                break
            if passed < 0 or best[i][0] == float("inf"):
                continue
            fit = filled(here.at - there.at, beat, metre)
            if fit is None:
                continue
            missed = sum(_MISS * p.weight for p in points[i + 1 : j] if p.cost == 0 and there.rank < p.rank < here.rank)
            own = (here.at - there.at) / fit[1]
            jump = _JUMP * (own / best[i][3] - 1) ** 2
            row = min(row, (best[i][0] + fit[0] + here.cost + missed + jump, i, fit[1], own))
        best.append(row)
    return best


def _spans(points: list[_Point], best: list[_Row], last: int) -> list[Span]:
    found: list[Span] = []
    while last > 0:
        _, before, beats, _ = best[last]
        found.append(Span(points[before].at, points[last].at, beats))
        last = before
    return found[::-1]


def _points(stretch: Stretch, end: float | None) -> list[_Point]:
    points = [_Point(stretch.start, 0)]
    inner = [t for t in stretch.targets if stretch.start not in t.cuts]
    for rank, target in enumerate(inner, 1):
        points += [_Point(at, rank, 0.12 * place, target.weight) for place, at in enumerate(target.best)]
    points.sort(key=lambda p: p.at)
    return [*points, _Point(end, len(inner) + 1)] if end is not None else points


def _finish(
    points: list[_Point], best: list[_Row], reach: tuple[float, float, float], beat: float, metre: int
) -> tuple[float, list[Span]]:
    """The cheapest way on to a last chord within `reach` (earliest, latest, latest on a cut); the cost, the spans."""
    earliest, latest, cut_latest = reach
    top = max(p.rank for p in points)
    found: list[tuple[float, int, float, float]] = []
    for i, point in enumerate(points):
        if top - point.rank > _PASS or best[i][0] == float("inf"):
            continue
        missed = sum(_MISS * p.weight for p in points[i + 1 :] if p.cost == 0 and p.rank > point.rank)
        if i and earliest <= point.at <= cut_latest:
            found.append((best[i][0] + missed - 0.5, i, 0.0, point.at))
        twice = round(LEAST * 2)
        while point.at + twice / 2 * beat / (1 + BEND) <= latest:
            beats = twice / 2
            end = min(max(point.at + beats * beat, earliest), latest)
            bend = beats * beat / (end - point.at) - 1 if end > point.at else 1.0
            if abs(bend) <= BEND:
                over = beats % metre
                odd = 0.0 if over == 0 else 0.9 if over % 1 else 0.35
                phrase = 0.12 * (-(beats // metre) % 4)
                found.append((best[i][0] + missed + 30 * bend**2 + odd + phrase, i, beats, end))
            twice = max(twice + 1, int((earliest - point.at) / beat * (1 - BEND) * 2))
    if not found:
        return float("inf"), []
    cost, i, beats, end = min(found)
    return cost, _spans(points, best, i) + ([Span(points[i].at, end, beats)] if beats else [])


def _reach(seconds: float, bar: float) -> tuple[float, float, float]:
    """(earliest, latest, latest where it meets a cut) moment of the last chord, so that it has room to ring."""
    latest = seconds - min(max(1.4, 0.6 * bar), seconds * 0.5)
    earliest = seconds - min(max(3.0, 1.5 * bar), seconds * 0.6)
    return earliest, latest, max(latest, seconds - 1.0)


def lay(
    seconds: float,
    stretches: tuple[Stretch, ...],
    metres: tuple[int, ...] = (4, 3),
    check: Callable[[], None] = lambda: None,
) -> Grid:
    """Bars for a film of `seconds`, with as many downbeats on targets as can be.

    Every stretch settles on a tempo near the one asked for, in which its bars bend by 7.5 % at most; neighbours that
    ask for the same settle close together. `metres` are the beats a bar may have, best first: another than the first
    is taken where it costs less. The last chord lands with room to ring before the end. A film too short for a bar
    gets only that chord.
    """
    first = stretches[0]
    bar = 60 / first.tempo * metres[0]
    reach = _reach(seconds, 60 / stretches[-1].tempo * metres[0])
    if seconds < 3 or reach[1] < bar * 0.9:
        landing = 0.0 if seconds < 3 else reach[1]
        bars = () if landing == 0 else (Bar(0.0, landing, metres[0], False),)
        return Grid(bars, landing, seconds, (first.tempo if landing == 0 else 60 / landing * metres[0],), ())
    while True:
        plans = []
        for rank, metre in enumerate(metres):
            cost, chosen = _tempos(stretches, reach, metre, check)
            plans.append((cost + 0.6 * rank, metre, chosen))
        cost, metre, chosen = min(plans, key=lambda p: p[:2])
        if cost < float("inf"):
            return _grid(chosen, seconds, metre, {cut for s in stretches for t in s.targets for cut in t.cuts})
        stretches = _fewer(stretches, len(chosen))


def _fewer(stretches: tuple[Stretch, ...], stuck: int) -> tuple[Stretch, ...]:
    """Without the border that no tempo led to: the stretch that was stuck goes on as the one beside it."""
    if len(stretches) == 1:
        return (replace(stretches[0], targets=()),)
    at = max(1, min(stuck, len(stretches) - 1))
    whole = replace(stretches[at - 1], targets=(*stretches[at - 1].targets, *stretches[at].targets))
    return (*stretches[: at - 1], whole, *stretches[at + 1 :])


@dataclass(frozen=True)
class _Settled:
    cost: float
    tempo: float
    spans: list[Span] = field(default_factory=list)


def _tempos(
    stretches: tuple[Stretch, ...], reach: tuple[float, float, float], metre: int, check: Callable[[], None]
) -> tuple[float, list[_Settled]]:
    """The cheapest tempo of every stretch: what it costs inside, and how far it jumps from the one before. Endless, and
    the stretches up to the one that is stuck, where no tempo leads through."""
    table: list[list[tuple[float, int, _Settled]]] = []
    for index, stretch in enumerate(stretches):
        end = stretches[index + 1].start if index + 1 < len(stretches) else None
        points = _points(stretch, end)
        row: list[tuple[float, int, _Settled]] = []
        for step in range(-7, 8):
            check()
            tempo = stretch.tempo * (1 + stretch.give * step / 7)
            best = _chain(points, 60 / tempo, metre)
            if end is None:
                cost, spans = _finish(points, best, reach, 60 / tempo, metre)
            else:
                cost, spans = best[-1][0], _spans(points, best, len(points) - 1)
            if cost < float("inf"):
                own = _Settled(cost + 0.04 * abs(step), tempo, spans)
                row.append(_joined(own, stretch, table[-1] if table else [], stretches[index - 1] if index else None))
        if not row:
            return float("inf"), [first for _, _, first in (each[0] for each in table)]
        table.append(row)
    cost, at = min((each[0], place) for place, each in enumerate(table[-1]))
    chosen: list[_Settled] = []
    for row in reversed(table):
        chosen.append(row[at][2])
        at = row[at][1]
    return cost, chosen[::-1]


def _joined(
    own: _Settled, stretch: Stretch, row: list[tuple[float, int, _Settled]], before: Stretch | None
) -> tuple[float, int, _Settled]:
    """A stretch's cost with the cheapest of those before it: what they were asked to differ by is free."""
    if before is None:
        return own.cost, -1, own
    asked = stretch.tempo / before.tempo
    joins = [
        (cost + own.cost + 14 * abs(own.tempo / settled.tempo / asked - 1), place)
        for place, (cost, _, settled) in enumerate(row)
    ]
    cost, place = min(joins)
    return cost, place, own


def _grid(chosen: list[_Settled], seconds: float, metre: int, cuts: set[float]) -> Grid:
    bars: list[Bar] = []
    ordered = sorted(cuts)

    def near(at: float) -> float | None:
        i = bisect_left(ordered, at - 1e-6)
        return ordered[i] if i < len(ordered) and ordered[i] <= at + 1e-6 else None

    for part, settled in enumerate(chosen):
        spans = settled.spans
        for before, span, after in zip([None, *spans], spans, [*spans[1:], None], strict=False):
            sizes = bars_of(span.beats, metre)
            at = span.start
            for size, each in zip(sizes, eased(span, sizes, before, after, 60 / settled.tempo), strict=True):
                whole = int(size)
                bars.append(Bar(at, each * size, whole, near(at) is not None, size - whole, part))
                at += each * size
    landing = chosen[-1].spans[-1].end if chosen[-1].spans else 0.0
    met = [near(at) for at in (*(bar.start for bar in bars), landing)]
    return Grid(tuple(bars), landing, seconds, tuple(s.tempo for s in chosen), tuple(m for m in met if m is not None))
