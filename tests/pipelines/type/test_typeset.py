"""Letters of many scripts: what is kept, how lines break, what is said when no font can draw a character."""

from pathlib import Path

import pytest

from pipelines.type import faces
from pipelines.type.faces import PLAIN, Faces, missing_words
from pipelines.type.typeset import cut, fit_lines, joined, line_ends, right_to_left, set_lines, tidy

LONG = "The keeper of the lamp climbs every stair of the tower before the sun comes up over the sea"


def _set(text: str, width: float = 600, size: float = 30):
    kept, fonts, _ = Faces().covering(text, PLAIN)
    return set_lines(kept, fonts, size, width)


def _ink(lines):
    """The painted paragraph as an array of opacities."""
    import numpy as np
    import skia

    pixels = np.zeros((lines.height, lines.width, 4), np.uint8)
    info = skia.ImageInfo.Make(lines.width, lines.height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    lines.paint(skia.Surface.MakeRasterDirect(info, pixels).getCanvas(), 0, 0)
    return pixels[..., 3]


def test_lines_are_balanced():
    lines = _set(LONG, 1000)
    ink = _ink(lines)
    assert lines.count == 2
    half = ink.shape[0] // 2
    widths = [_reach(ink[:half]), _reach(ink[half:])]
    assert min(widths) > 0.75 * max(widths)
    assert lines.width < 1000


def _reach(ink) -> int:
    columns = ink.any(axis=0).nonzero()[0]
    return int(columns[-1] - columns[0])


def test_lines_end_where_speech_pauses_and_not_in_a_short_word():
    words = ["He", "waits,", "and", "the", "lamp", "is", "out", "of", "oil"]
    ends = line_ends(words, [float(len(word)) for word in words], 1.0, 22)
    assert len(ends) == 2
    assert len(words[ends[0] - 1]) > 3
    words = ["The", "keeper", "and", "the", "whale"]
    assert line_ends(words, [float(len(word)) for word in words], 1.0, 12) == [2, 4, 5]


def test_nothing_is_painted_outside_the_box():
    ink = _ink(_set(LONG, 420))
    assert not ink[:, :1].any()
    assert not ink[:, -1:].any()


def test_a_word_longer_than_the_line_is_broken():
    lines = _set("x" * 200, 300)
    assert lines.count > 5
    assert lines.width <= 301


def test_long_text_shrinks_until_it_fits():
    kept, fonts, _ = Faces().covering(LONG * 6, PLAIN)
    lines = fit_lines(kept, fonts, 60, 500, 300, 2, least=40)
    assert lines.height <= 300
    assert lines.size < 40


@pytest.mark.parametrize("text", ["Ελληνικά", "Привет, мир", "Žluťoučký kůň", "naïve façade — “so”…", "ﬁne ﬂow"])
def test_our_own_fonts_draw_european_scripts(text, monkeypatch):
    monkeypatch.setattr(faces, "_machine_face", lambda char: None)
    faces._face_of.cache_clear()
    kept, fonts, lost = Faces().covering(text, "Literata-Display")
    faces._face_of.cache_clear()
    assert (len(fonts), lost) == (2, "")
    assert kept.startswith(text[0]) or text[0] == "ﬁ"


def test_characters_without_a_font_are_left_out_and_named(monkeypatch):
    monkeypatch.setattr(faces, "_machine_face", lambda char: None)
    faces._face_of.cache_clear()
    kept, _, lost = Faces().covering("ok 每 \U000105c9", PLAIN)
    faces._face_of.cache_clear()
    assert kept.strip() == "ok"
    assert lost == "每\U000105c9"
    assert "每" in missing_words(lost)
    assert missing_words("") == ""


def test_a_packed_font_draws_more_scripts(pack):
    folder: Path = pack("noto-fonts")
    text = "مرحبا नमस्ते สวัสดี שלום"
    kept, fonts, lost = Faces((folder,)).covering(text, PLAIN)
    assert (kept, lost) == (text, "")
    assert len(fonts) == 5
    assert _ink(set_lines(kept, fonts, 30, 900)).any()


def test_text_is_tidied_and_joined():
    assert tidy("a\u0000b\u202ec\r\n  d \u2028e\ufeff") == "abc\nd\ne"
    assert tidy("e\u0301") == "é"
    assert joined("one\ntwo") == "one two"
    assert joined("每天\n早上") == "每天早上"
    assert right_to_left("123 שלום abc")
    assert not right_to_left("abc שלום")


def test_every_line_runs_as_its_paragraph_does():
    """A bracket that opens on one line of a Hebrew text and closes on the next, beside Latin letters only."""
    lines = _set("עלות מחיר (2024) – ABC", width=200).text.split("\n")
    assert len(lines) > 1
    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines)
    assert "\u2067" not in _set("a word עלות (2024) – ABC", width=120).text


@pytest.mark.parametrize(
    ("words", "most", "wanted"),
    [
        ("one two three", 9, "one two…"),
        ("one", 3, "one"),
        ("🐳👩\u200d👧🐳", 3, "🐳…"),
        ("🐳🐳👍🏽🐳", 3, "🐳🐳…"),
        ("🇩🇪🇫🇷🇫🇮", 3, "🇩🇪…"),
        ("ee\u0301e", 2, "e…"),
        ("\u0301" * 9, 4, "\u0301…"),
    ],
)
def test_a_cut_leaves_no_half_of_an_emoji(words: str, most: int, wanted: str):
    assert cut(words, most) == wanted


@pytest.mark.parametrize("words", ["2+2=4", "example.com/summer-school"])
def test_a_sum_or_an_address_is_set_smaller_rather_than_broken(words: str):
    kept, fonts, _ = Faces().covering(words, PLAIN)
    lines = fit_lines(kept, fonts, 100, 200, 400, 4, least=8)
    assert lines.count == 1
    assert lines.whole
