"""Bars on cuts: whatever the cuts, bars follow each other, bend little, are long enough, and meet what can be met."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.music import bars, cuts, grid


def whole(seconds, moments, tempo, metres=(4, 3)):
    targets = cuts.gathered(moments, seconds, lambda at: grid.shortest(tempo))
    return grid.lay(seconds, (grid.Stretch(0.0, tempo, targets),), metres), targets


def sound(laid, seconds):
    """Bars that are bars: in order, without gaps, two beats at least, near their stretch's tempo."""
    at = 0.0
    for bar in laid.bars:
        assert bar.start == pytest.approx(at, abs=1e-6)
        assert bar.beats >= 2
        assert bar.breath in (0.0, 0.5)
        assert abs(60 / bar.beat / laid.tempos[bar.part] - 1) < 0.08
        at = bar.start + bar.seconds
    assert laid.landing == pytest.approx(at, abs=1e-6)
    assert laid.landing <= seconds


@settings(max_examples=60, deadline=None)
@given(
    seconds=st.floats(0.2, 90),
    gaps=st.lists(st.floats(0.02, 12), max_size=40),
    tempo=st.floats(44, 170),
    metres=st.sampled_from([(4, 3), (4,), (3,), (3, 4)]),
)
def test_any_cuts_give_sound_bars(seconds, gaps, tempo, metres):
    moments = [sum(gaps[: i + 1]) for i in range(len(gaps)) if sum(gaps[: i + 1]) < seconds]
    laid, targets = whole(seconds, moments, tempo, metres)
    sound(laid, seconds)
    assert set(laid.met) <= set(moments)
    begins = {bar.start for bar in laid.bars} | {laid.landing}
    assert all(min(abs(cut - begin) for begin in begins) < 1e-6 for cut in laid.met)
    told = cuts.heard(moments, seconds, targets, laid.met)
    assert sorted([*told.met, *told.grouped, *(at for at, _ in told.missed)]) == sorted(set(moments))


@pytest.mark.parametrize("tempo", [60, 84, 120])
def test_nearly_every_target_of_usual_films_is_met(tempo):
    met = reachable = odd = bars = 0
    for seed in range(12):
        dice, moments = random.Random(seed), [0.0]
        while moments[-1] < 60:
            moments.append(round((moments[-1] + dice.uniform(1, 8)) * 24) / 24)
        laid, targets = whole(moments[-1], moments[1:-1], tempo)
        sound(laid, moments[-1])
        told = cuts.heard(moments[1:-1], moments[-1], targets, laid.met)
        met, reachable = met + len(told.met), reachable + told.reachable
        odd, bars = odd + sum(bar.breath > 0 for bar in laid.bars), bars + len(laid.bars)
    assert met / reachable >= 0.98
    assert odd / bars < 0.1  # a half beat left over stays rare


def test_stretches_keep_their_own_tempo_and_begin_on_their_cuts():
    moments = [10.0, 14.0, 20.0, 33.0, 41.0]
    targets = cuts.gathered(moments, 60, lambda at: 1.0)
    laid = grid.lay(60, (grid.Stretch(0.0, 70, targets[:2]), grid.Stretch(20.0, 110, targets[2:])))
    sound(laid, 60)
    assert abs(laid.tempos[0] / 70 - 1) <= 0.141
    assert abs(laid.tempos[1] / 110 - 1) <= 0.141
    assert next(bar for bar in laid.bars if bar.part == 1).start == pytest.approx(20.0)
    assert laid.met == tuple(moments)


def test_a_tempo_that_is_asked_for_is_kept():
    targets = cuts.gathered([7.1, 13.3], 30, lambda at: 1.0)
    laid = grid.lay(30, (grid.Stretch(0.0, 100, targets, 0.03),))
    assert abs(laid.tempo / 100 - 1) <= 0.031


@given(st.floats(2.0, 200.0), st.sampled_from([3, 4]))
def test_beats_become_bars_without_rest(beats, metre):
    beats = round(beats * 2) / 2
    sizes = bars.bars_of(beats, metre)
    assert sum(sizes) == beats
    assert all(2 <= size <= 4.5 for size in sizes)


@given(st.lists(st.floats(0.925, 1.075), min_size=2, max_size=6), st.integers(4, 40))
def test_the_tempo_bends_from_one_pair_of_cuts_to_the_next(paces, beats):
    """Half way to the neighbour's pace at the border, never out of bounds, and the span stays filled."""
    spans, at = [], 0.0
    for pace in paces:
        spans.append(bars.Span(at, at + beats * 0.7 / pace, beats))
        at = spans[-1].end
    sizes = bars.bars_of(beats, 4)
    for before, span, after in zip([None, *spans], spans, [*spans[1:], None], strict=False):
        found = bars.eased(span, sizes, before, after, 0.7)
        assert sum(b * s for b, s in zip(found, sizes, strict=True)) == pytest.approx(span.end - span.start)
        assert all(abs(0.7 / beat - 1) < 0.0751 for beat in found)


def test_borders_no_tempo_leads_to_are_given_up():
    """Two stretches a beat apart: one of them goes."""
    targets = cuts.gathered([10.0, 11.0], 30, lambda at: 0.5)
    laid = grid.lay(30, (grid.Stretch(0.0, 60, ()), grid.Stretch(10.0, 60, targets[:1]),
                         grid.Stretch(11.0, 60, targets[1:])))  # fmt: skip
    sound(laid, 30)
    assert laid.met


def test_two_hours_without_a_cut_and_cuts_every_three_frames():
    sound(whole(7200, [], 84)[0], 7200)
    moments = [i * 0.125 for i in range(1, 240)]
    laid, targets = whole(30, moments, 84)
    sound(laid, 30)
    assert len(laid.met) >= 0.9 * len(targets)
    assert all(b - a >= grid.shortest(84) - 1e-6 for a, b in pairwise(laid.met))
