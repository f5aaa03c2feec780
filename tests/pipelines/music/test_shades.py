"""shades: dark moods get dark chords, glad ones bright chords, each style from what it knows."""

import random

import pytest

from pipelines.music import progressions, shades


def test_light_counts_major_chords():
    assert shades.light("1 4 1 5", "major") == 1
    assert shades.light("6 4 1 5", "major") < shades.light("1 5 6 4", "major") < 1
    assert shades.light("6 7 1 1", "minor") > shades.light("1 6 3 7", "minor") > 0.4
    assert shades.light("1 4 1 5", "minor") == 0
    assert 0 < shades.light("1 4 6 5!7", "minor") < 0.5
    assert shades.light("1 2h 5!7 1", "minor") < 0.1


@pytest.mark.parametrize("words", sorted(progressions.WORDS))
@pytest.mark.parametrize("mode", ["major", "minor"])
def test_the_darker_the_mood_the_darker_its_chords(words, mode):
    options = progressions.themes(words, mode)
    places = ((-0.8, 0.0), (-0.3, 0.0)) if mode == "minor" else ((0.2, 0.0), (0.85, 0.3))

    def mean(place):
        return sum(shades.light(shades.chosen(options, mode, place, random.Random(i)), mode) for i in range(60)) / 60

    assert mean(places[0]) <= mean(places[1]) + 0.02


def test_only_strong_feelings_borrow_and_only_tense_ones_rub():
    options = ("1 6 3 7", "1 7 6 7")
    assert {shades.chosen(options, "minor", (-0.2, 0.0), random.Random(i)) for i in range(50)} == set(options)
    tense = {shades.chosen(options, "minor", (-0.8, 0.8), random.Random(i)) for i in range(80)}
    sad = {shades.chosen(options, "minor", (-0.7, -0.5), random.Random(i)) for i in range(80)}
    assert any("2b" in each or "2h" in each for each in tense)
    assert not any("2b" in each or "2h" in each for each in sad)
    assert any("5!" in each for each in sad)


def test_closes_and_colours():
    assert shades.close("home", "minor", -0.6) == ["5!", "1"]
    assert shades.close("home", "minor", -0.1) == shades.close("home", "major", -0.6) == []
    assert shades.colour(3, "1", 0.7) == shades.colour(3, "1/3", -0.7) == 1
    assert shades.colour(3, "1", 0.1) == shades.colour(3, "4", 0.7) == 3
    assert shades.colour(0, "1", 0.7) == 0
