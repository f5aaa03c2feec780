"""Spoken words found again in the text of a caption, whatever punctuation and script it has."""

from fractions import Fraction

import pytest

from pipelines.assemble.wordtimes import alone, said
from studio.timeline import Caption

RATE = Fraction(30)


def _said(text, words, how=said, start=0, end=60):
    found, known = how(Caption(start, end, text, tuple(words)), text, RATE)
    return [(text[w.first : w.last], w.start, w.end) for w in found], known


def test_punctuation_and_line_feeds_that_the_words_lack_belong_to_the_word_beside_them():
    found, known = _said("“Every morning,”\nTomas climbs.", [("every", 0, 0.3), ("morning", 0.3, 0.8),
                                                              ("TOMAS", 0.8, 1.2), ("climbs", 1.2, 1.5)])  # fmt: skip
    assert known
    assert found == [("“Every", 0, 9), ("morning,”", 9, 24), ("Tomas", 24, 36), ("climbs.", 36, 45)]


def test_no_word_is_being_said_in_a_pause():
    found, _ = _said("One. Two.", [("One", 0, 0.3), ("Two", 1.0, 1.3)])
    assert found == [("One.", 0, 9), ("Two.", 30, 39)]


def test_scripts_without_spaces():
    found, known = _said("毎朝、灯台守は", [("毎朝", 0, 0.3), ("灯台守", 0.3, 0.8), ("は", 0.8, 1.0)])
    assert known
    assert [w for w, _, _ in found] == ["毎朝、", "灯台守", "は"]
    assert [w for w, _, _ in _said("毎朝、灯台守は階段", [])[0]] == ["毎朝、", "灯台守", "は", "階段"]


def test_a_word_is_not_found_inside_another():
    found, _ = _said("The lamp has a light", [("a", 0.5, 0.6), ("light", 0.6, 1.0)])
    assert found[1] == ("light", 18, 30)


def test_words_said_otherwise_than_written_share_the_place_of_the_one_before():
    found, known = _said("I'm going to go", [("I'm", 0, 0.2), ("gonna", 0.2, 0.5), ("go", 0.5, 1)])
    assert known
    assert found == [("I'm", 0, 6), ("going to go", 15, 30)] or found[0][0].startswith("I'm")


@pytest.mark.parametrize("words", [[("something", 0, 1), ("else", 1, 2)], [("Two", 1, 2), ("One", 0, 1)],
                                   [("One", 9, 10), ("two", 10, 11)], [("", 0, 1)], []])  # fmt: skip
def test_words_of_no_use_are_replaced_by_an_even_spread(words):
    found, known = _said("One two", words)
    assert not known
    assert found == [("One", 0, 30), ("two", 30, 60)]


@pytest.mark.parametrize("text", ["", "…", " - \n"])
@pytest.mark.parametrize("how", [said, alone])
def test_nothing_to_say_has_no_words(text, how):
    assert _said(text, [("x", 0, 1)], how) == ([], False)


def test_shown_alone_the_shortest_words_go_with_the_next_and_the_last_stays_a_little():
    found, _ = _said(
        "It was a lamp", [("It", 0, 0.05), ("was", 0.05, 0.3), ("a", 0.3, 0.35), ("lamp", 0.35, 0.6)], alone
    )
    assert found == [("It was", 0, 9), ("a lamp", 9, 33)]


def test_times_stay_inside_the_caption():
    found, _ = _said("One two", [("One", -3, 0.5), ("two", 0.5, 99)], start=3, end=30)
    assert found == [("One", 3, 15), ("two", 15, 30)]
