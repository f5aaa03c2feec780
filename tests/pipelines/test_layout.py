"""Lengths of shots: exact totals when they can be, least lengths always, transitions that fit."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.layout import Wish, lay_out, quiet_before, room_for

STILLS = st.builds(Wish, st.integers(1, 400), st.integers(1, 200), st.just(True))
CLIPS = st.builds(lambda n, least: Wish(n, least, True, n), st.integers(1, 400), st.integers(1, 200))
VIDEOS = st.integers(1, 400).flatmap(lambda n: st.builds(Wish, st.just(n), st.integers(1, n), st.just(False)))


@settings(max_examples=400, deadline=None)
@given(st.lists(STILLS | VIDEOS | CLIPS, min_size=1, max_size=8), st.integers(0, 60), st.none() | st.integers(1, 3000))
def test_lengths_add_up_and_nothing_is_too_short(wishes: list[Wish], overlap: int, total: int | None) -> None:
    made = lay_out(wishes, [overlap] * (len(wishes) - 1), total)
    before, after = [0, *made.overlaps], [*made.overlaps, 0]
    for wish, visible, a, b in zip(wishes, made.visible, before, after, strict=True):
        assert visible >= wish.least
        assert a + b < visible
        assert 2 * max(a, b) < visible
    frames = sum(made.visible) - sum(made.overlaps)
    if total is not None:
        assert frames == total + made.missed
        if any(wish.flexible for wish in wishes):
            assert made.missed >= 0  # stills always stretch


def test_equal_stills_share_an_asked_length_equally() -> None:
    made = lay_out([Wish(120, 60, True)] * 3, [15, 15], 720)
    assert made.visible == (250, 250, 250)
    assert made.missed == 0


def test_narration_is_kept_and_the_others_give() -> None:
    made = lay_out([Wish(120, 300, True), Wish(120, 60, True), Wish(240, 60, True)], [0, 0], 600)
    assert made.visible == (300, 100, 200)


def test_a_film_too_short_for_its_words_says_by_how_much() -> None:
    made = lay_out([Wish(120, 300, True), Wish(120, 300, True)], [0], 450)
    assert (made.visible, made.missed) == ((300, 300), 150)


def test_videos_keep_their_length_until_stills_can_give_no_more() -> None:
    wishes = [Wish(100, 30, False), Wish(100, 50, True)]
    assert lay_out(wishes, [0], 300).visible == (100, 200)
    assert lay_out(wishes, [0], 120).visible == (70, 50)


def test_a_clip_ends_sooner_and_goes_on_no_longer_than_it_runs() -> None:
    clips = [Wish(120, 60, True, 120), Wish(120, 60, True, 120), Wish(90, 30, True)]
    assert lay_out(clips, [0, 0], 165).visible == (60, 60, 45)
    assert lay_out(clips, [0, 0], 400).visible == (120, 120, 160)


def test_when_all_clips_have_ended_all_shots_are_held_alike() -> None:
    clips = [Wish(120, 60, True, 120), Wish(120, 60, True, 120), Wish(90, 30, True)]
    assert lay_out(clips, [0, 0], 660).visible == (240, 240, 180)


def test_a_voice_begins_after_the_middle_of_a_transition() -> None:
    rate = Fraction(30)
    assert quiet_before(rate, 0) == 9
    assert quiet_before(rate, 60) == 30
    assert room_for(rate, [90], 15, 15) == 9 + 90 + 12 + 8
