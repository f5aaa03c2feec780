"""Pauses, emphasis, sentences, lines: what is said, what is shown, and how long it rests."""

import pytest

from pipelines.speech import marks, reading
from pipelines.speech.reading import spoken


def lines(text: str, **options) -> list[reading.Spoken]:
    return list(spoken(text, **options))


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        ("Look! [pause 1.5] A whale.", [1.5, 0.7]),
        ("Look! (pause 2s) A whale.", [2.0, 0.7]),
        ("Look! [pause] A whale.", [0.8, 0.7]),
        ("Look. [PAUSE: 0,5 seconds] A whale.", [0.5, 0.7]),
        ("Wait… and listen.", [0.5, 0.7]),
        ("Wait... and listen.", [0.5, 0.7]),
        ("[pause 2] Hello.", [2.0, 0.7]),
        ("Hello. [pause 3]", [3.0]),
        ("A[pause 1]B", [1.0, 0.7]),
        ("Stay. [pause 9999] Go.", [30.0, 0.7]),
        ("One. [pause 1] [pause 1] Two.", [1.0, 1.0, 0.7]),
    ],
)
def test_pauses_are_kept_and_never_said(text, pauses):
    found = lines(text)
    assert [line.pause for line in found] == pauses
    assert "pause" not in " ".join(word for line in found for word in line.words).lower()
    assert "pause" not in marks.plain(text).lower()


def test_a_word_between_asterisks_is_stressed_and_shown_without_them():
    (line,) = lines("It was *her* lamp, **not his**, 5 * 3.")
    assert line.words == ("It", "was", "her", "lamp,", "not", "his,", "5", "*", "3.")
    said = [line.phonemes[a:b].strip(",") for a, b in line.stressed]
    assert said == [line.phonemes[a:b].strip(",") for a, b in (line.spans[2], line.spans[4], line.spans[5])]
    assert marks.plain("It was *her* lamp, **not his**, 5 * 3.") == "It was her lamp, not his, 5 * 3."


def test_asterisks_that_mark_nothing_stay():
    assert marks.plain("5*3 and a* b") == "5*3 and a* b"
    assert marks.plain("* a list") == "* a list"


def test_written_words_own_what_is_said_for_them():
    (line,) = lines("NASA paid $3.50 on 3 May 1984.")
    said = {word: line.phonemes[a:b] for word, (a, b) in zip(line.words, line.spans, strict=True)}
    assert said["$3.50"].startswith("θɹˈi dˈɑ")
    assert said["1984."].startswith("nˌIntˈin")
    assert said["3"].endswith("ʌv")


def test_british_voices_read_british_english():
    (line,) = lines("The bath is 5 litres.", read=reading.english(british=True))
    assert "ɑː" in line.phonemes or "bˈɑː" in line.phonemes
    assert (
        lines("The bath.", read=reading.english())[0].phonemes
        != lines("The bath.", read=reading.english(british=True))[0].phonemes
    )


def test_letters_are_said_as_letters():
    assert "ˈA ˈɛm" in lines("At 7 a.m. sharp.")[0].phonemes
    assert lines("A map.")[0].phonemes.startswith("ɐ")


@pytest.mark.parametrize("text", ["12345", "3.14", "24/7", "$5", "100%", "7:45"])
def test_digits_alone_are_read(text):
    assert len(lines(text)) == 1


@pytest.mark.parametrize("text", ["😀😀", "…", "*", "[pause]", "— – -"])
def test_nothing_to_say_has_no_phonemes(text):
    assert not any(line.phonemes for line in lines(text))


def test_control_and_private_characters_are_left_out():
    assert marks.plain("a\x00b\ue010 c\ue105d\n\ne") == "ab cd\n\ne"
