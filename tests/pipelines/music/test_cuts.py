"""Cuts gathered for music, and what is told of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipelines.music import cuts


@given(st.lists(st.floats(0, 100), max_size=60), st.floats(0.3, 3))
def test_every_cut_is_in_one_group_and_groups_are_apart(moments, width):
    found = cuts.gathered(moments, 100.0, lambda at: width)
    inner = sorted({m for m in moments if cuts.FIRST <= m <= 100 - cuts.LAST})
    assert [c for target in found for c in target.cuts] == inner
    firsts = [target.cuts[0] for target in found]
    assert all(b - a >= width for a, b in pairwise(firsts))
    for target in found:
        assert set(target.best) <= set(target.cuts)
        assert target.best[0] == target.cuts[0]


def test_a_scene_s_cut_is_met_before_the_first_of_its_group():
    found = cuts.gathered([5.0, 5.4, 5.9], 20.0, lambda at: 1.5, {5.4: 1.0})
    assert found[0].best[0] == 5.4
    assert found[0].weight == 2.0


def test_the_sentence_counts_what_is_met_and_why_the_rest_is_not():
    moments = [0.2, 4.0, 4.3, 9.0, 19.5]
    targets = cuts.gathered(moments, 20.0, lambda at: 1.5)
    told = cuts.heard(moments, 20.0, targets, (4.0,))
    assert (told.met, told.grouped, told.reachable) == ((4.0,), (4.3,), 2)
    assert told.missed == ((0.2, cuts.EARLY), (9.0, cuts.UNFIT), (19.5, cuts.LATE))
    assert told.words == (
        "The music meets 1 of 5 cuts. 1 is so close to one of those that music takes them as one. "
        "1 is before the music has begun. 1 is where no beat falls at a tempo near its own. 1 is under the last chord."
    )
    assert not cuts.heard([4.0], 20.0, cuts.gathered([4.0], 20.0, lambda at: 1.5), (4.0,)).words
