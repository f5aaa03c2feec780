"""Subtitle files: read back by pysubs2 as they were meant, whatever the words hold."""

import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pysubs2
import pytest

from pipelines.assemble.captions import captions
from pipelines.assemble.letters import CaptionPlace, CaptionStyle
from studio import timeline
from studio.timeline import Caption, Shot, Timeline
from studio.work import Work


@pytest.fixture
def write(tmp_path: Path):
    def write(said, format="srt", rate=Fraction(30), notes=None, **more) -> str:
        film = Timeline(rate, (Shot("x.png", "Image", 300),), captions=tuple(Caption(*c) for c in said))
        timeline.save(film, tmp_path / "cut.otio")
        (tmp_path / "desk").mkdir(exist_ok=True)
        desk = Work(folder=tmp_path / "desk", parts=tmp_path, remark=(notes if notes is not None else []).append)
        path = captions(tmp_path / "cut.otio", format, work=desk, **more)
        assert path.suffix == f".{format}"
        return path.read_text(encoding="utf-8")

    return write


SAID = [(0, 45, "Every morning,\nTomas climbs the stairs."), (60, 90, "كل صباح 🐋")]


@pytest.mark.parametrize("format", ["srt", "vtt", "ass"])
def test_words_and_times_survive(write, format):
    read = pysubs2.SSAFile.from_string(write(SAID, format), format)
    assert [(e.start, e.end) for e in read] == [(0, 1500), (2000, 3000)]
    assert [e.plaintext for e in read] == [words for _, _, words in SAID]


def test_times_follow_a_rate_that_is_no_whole_number(write):
    assert "00:00:02,002 --> 00:00:03,003" in write([(60, 90, "late")], rate=Fraction(30000, 1001))


def test_words_that_mean_something_to_a_format_stay_words(write):
    words = r"a {b} <i>c</i> & \N d --> e"
    assert r"a {b} <i>c</i> & \N d → e" in write([(0, 30, words)])
    assert r"a {b} &lt;i&gt;c&lt;/i&gt; &amp; \N d → e" in write([(0, 30, words)], "vtt")
    line = write([(0, 30, words)], "ass").strip().split("\n")[-1]
    assert r"a \{b\} <i>c</i>" in line
    assert r"\N" not in line


def test_an_empty_line_inside_a_caption_does_not_end_it(write):
    read = pysubs2.SSAFile.from_string(write([(0, 30, "one\n\n\ntwo")]), "srt")
    assert [e.plaintext for e in read] == ["one\ntwo"]


def test_no_captions_make_a_valid_empty_file_and_a_note(write):
    notes: list[str] = []
    assert write([], notes=notes).strip() == ""
    assert write([], "vtt").strip() == "WEBVTT"
    assert len(pysubs2.SSAFile.from_string(write([], "ass"), "ass")) == 0
    assert "no captions" in notes[0]


# ---------------------------------------------------------------- styles, places, words

WORDS = [(0, 30, "Every “morning”,\nTomas", (("every", 0.0, 0.2), ("morning", 0.2, 0.5), ("tomas", 0.6, 1.0)))]


def test_word_by_word_marks_words_with_timestamps_in_webvtt(write):
    text = write(WORDS, "vtt", style="word by word")
    assert "Every <00:00:00.200>“morning”,\n<00:00:00.600>Tomas" in text
    assert "::cue(:past) { color: #ffd60a }" in text


def test_word_by_word_is_karaoke_in_ass_and_the_text_stays(write):
    text = write(WORDS, "ass", style="word by word")
    line = text.strip().split("\n")[-1]
    assert line.count("\\k") == 3
    assert "\\t(200,200,\\1c&H0AD6FF&)\\t(600,600" in line
    assert pysubs2.SSAFile.from_string(text)[0].plaintext == "Every “morning”,\nTomas"


@pytest.mark.parametrize("format", ["srt", "vtt", "ass"])
def test_one_word_makes_each_word_an_entry(write, format):
    read = pysubs2.SSAFile.from_string(write(WORDS, format, style="one word"), format)
    assert [e.plaintext for e in read] == ["Every", "“morning”,", "Tomas"]
    assert all(a.end <= b.start for a, b in pairwise(read))


@pytest.mark.parametrize("style", get_args(CaptionStyle))
@pytest.mark.parametrize("place", get_args(CaptionPlace))
def test_ass_says_every_style_and_place(write, style, place):
    read = pysubs2.SSAFile.from_string(write(WORDS, "ass", style=style, place=place))
    look = read.styles["Default"]
    assert look.fontsize >= 36
    assert look.outline > 1
    aligned = {"bottom": "", "middle": "{\\an5}", "top": "{\\an8}"}[place]
    assert all(e.text.startswith(aligned) for e in read)
    assert look.borderstyle == (3 if style == "plate" else 1)


def test_a_caption_that_would_cover_a_face_stands_at_the_top_in_webvtt_and_ass(write, monkeypatch):
    monkeypatch.setattr("pipelines.film.people.keep_clear", lambda *told: lambda caption: [(400, 500, 500, 220)])
    assert "00:00:01.000 line:7%\n" in write(WORDS, "vtt")
    assert "{\\an8}" in write(WORDS, "ass")


def test_the_middle_is_said_in_webvtt(write):
    assert " line:50%,center\n" in write(WORDS, "vtt", place="middle")


def test_guessed_word_times_are_told(write):
    notes: list[str] = []
    write([(0, 30, "One two")], "vtt", style="word by word", notes=notes)
    assert "no times" in notes[0]


def test_hostile_words_stay_words_in_every_style(write):
    words = r"{\an9} <i> & \N --> 00:00:01.000 <00:00:00.500>"
    for style in get_args(CaptionStyle):
        vtt = write([(0, 30, words)], "vtt", style=style)
        assert "<i>" not in vtt
        assert all(re.match(r"\d\d:\d\d:\d\d\.\d{3} --> \d", line) for line in vtt.split("\n") if "-->" in line)
        ass = write([(0, 30, words)], "ass", style=style).strip().split("\n")[-1]
        assert "{\\an9}" not in ass
