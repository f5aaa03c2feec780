"""Captions from timed words: readable, in order, in time, and nothing that was said is lost."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.type.phrasing import LINE, apart, caption, lines, width
from studio.timeline import Caption, Voice

RATE = Fraction(30)


def timed(text: str, pace: float = 0.3) -> Voice:
    words = tuple((w.strip(".,;!?"), i * pace, i * pace + pace * 0.9) for i, w in enumerate(text.split()))
    return Voice("v.flac", 30, round(len(words) * pace * 30) + 1, words)


WORDS = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "Sc"]), min_size=1, max_size=14), min_size=1, max_size=60
)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.floats(0.05, 1.0))
def test_no_caption_overlaps_and_lines_fit(words: list[str], pace: float) -> None:
    text = " ".join(words)
    voice = timed(text, pace)
    found = apart(caption(voice, text, RATE, voice.start + voice.frames + 60))
    assert all(0 <= c.start < c.end <= voice.start + voice.frames + 60 for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for c in found:
        assert len(c.text.split("\n")) <= 2
        assert all(width(line) <= LINE for line in c.text.split("\n"))


def test_everything_said_is_shown_in_order_with_its_punctuation() -> None:
    text = (
        "Every morning, Tomas climbs the stairs and lights the lamp. One night, out of the dark, a whale came close; "
        "he sang to her, and she answered. They have been friends ever since!"
    )
    voice = timed(text)
    found = caption(voice, text, RATE, 10_000)
    assert " ".join(" ".join(c.text.split()) for c in found) == text
    assert len(found) >= 3
    assert found[0].start == voice.start
    assert all(c.end - c.start >= 30 for c in found)


def test_captions_end_where_sentences_do() -> None:
    text = "The keeper waves at the whale. The whale waves back with her great tail. Then it is night."
    found = caption(timed(text), text, RATE, 10_000)
    assert [c.text.replace("\n", " ")[-1] for c in found] == ["."] * len(found)


def test_slow_readers_are_given_time() -> None:
    text = "She sings of the deep. He listens at the lamp. The sea is very quiet tonight. Somebody knocks at the door."
    voice = timed(text, 0.42)
    for c in caption(voice, text, RATE, voice.start + voice.frames + 30):
        assert len(c.text) / ((c.end - c.start) / 30) <= 17.5


def test_words_of_a_caption_are_in_seconds_of_the_film() -> None:
    text = "Good morning, sea."
    (only,) = caption(timed(text), text, RATE, 400)
    assert [w for w, _, _ in only.words] == ["Good", "morning,", "sea."]
    assert only.words[0][1] == 1.0


def test_a_voice_without_times_shares_them_out() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen."
    found = caption(Voice("v.flac", 0, 300), text, RATE, 300)
    assert len(found) >= 2
    assert " ".join(" ".join(c.text.split()) for c in found) == text
    assert found[-1].end <= 300


def test_scripts_without_spaces_break_too() -> None:
    text = "灯台守は毎朝、階段を上り、ランプに火をともします。ある夜、一頭の鯨が近くに来ました。彼は歌いました。"
    found = caption(Voice("v.flac", 0, 400), text, RATE, 400)
    assert "".join(c.text.replace("\n", "") for c in found) == text
    assert all(width(line) <= LINE for c in found for line in c.text.split("\n"))


def test_nothing_said_gives_no_captions() -> None:
    assert caption(Voice("v.flac", 0, 90), "", RATE, 90) == []
    assert caption(Voice("v.flac", 0, 90), " \n\t\0", RATE, 90) == []
    assert apart([]) == []


def test_two_lines_break_at_a_phrase_and_are_balanced() -> None:
    assert lines("He lights the lamp, and the whale comes to the shore.") == (
        "He lights the lamp,\nand the whale comes to the shore."
    )
    assert lines("A short one.") == "A short one."


def test_overlapping_voices_take_turns() -> None:
    found = apart([Caption(0, 90, "a"), Caption(60, 120, "b"), Caption(60, 70, "c")])
    assert all(a.end <= b.start for a, b in pairwise(found))
