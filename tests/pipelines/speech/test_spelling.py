"""Numbers, dates, money, units, names and signs, at the level of what is said; and whose word each said word is."""

import itertools
from pathlib import Path

import pytest

from pipelines.speech import numbers
from pipelines.speech.spelling import said, spelt

LINES = (Path(__file__).parent / "said.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(part.strip() for part in line.split("=>")) for line in LINES if not line.startswith("#")]


def test_there_are_cases_enough():
    assert len(CASES) >= 150


@pytest.mark.parametrize(("written", "spoken"), CASES)
def test_what_is_written_is_said_as_people_say_it(written, spoken):
    assert said(written.removeprefix("GB: "), british=written.startswith("GB: ")) == spoken


def test_every_said_word_knows_the_written_one():
    words = ["On", "3", "May", "1984", "he", "paid", "$3.50", "for", "5", "km", "at", "10:30am."]
    line = spelt(words)
    assert len(line.text) == len(line.owners)
    spoken = {
        words[owner]: "".join(letter for letter, _ in letters).strip()
        for owner, letters in itertools.groupby(zip(line.text, line.owners, strict=True), key=lambda pair: pair[1])
    }
    assert spoken["3"] == "the third of"
    assert spoken["1984"] == "nineteen eighty-four"
    assert spoken["$3.50"] == "three dollars and fifty cents"
    assert spoken["5"] == "five"
    assert spoken["km"] == "kilometers"
    assert spoken["10:30am."] == "ten thirty A M."


@pytest.mark.parametrize(
    "text", ["1" * 400, "$" * 50, "5/0", "99/99/99", "@@@", "#", "IIII", "-" * 80, "1..2..3", "€€5€"]
)
def test_odd_signs_are_said_somehow(text):
    line = spelt([text])
    assert len(line.text) == len(line.owners)


def test_numbers_of_every_size():
    assert numbers.cardinal(0) == "zero"
    assert numbers.cardinal(1_000_000) == "one million"
    assert numbers.cardinal(1_002_000) == "one million two thousand"
    assert numbers.cardinal(10**15) == "one " + " ".join(["zero"] * 15)
    assert numbers.ordinal(1000) == "one thousandth"
    assert numbers.roman("MCMXCIV") == 1994
