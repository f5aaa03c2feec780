"""Subtitle files: read back by pysubs2 as they were meant, whatever the words hold."""

from fractions import Fraction
from pathlib import Path

import pysubs2
import pytest

from pipelines.assemble.captions import captions
from studio import timeline
from studio.timeline import Caption, Shot, Timeline
from studio.work import Work


@pytest.fixture
def write(tmp_path: Path):
    def write(said, format="srt", rate=Fraction(30), notes=None) -> str:
        film = Timeline(rate, (Shot("x.png", "Image", 300),), captions=tuple(Caption(*c) for c in said))
        timeline.save(film, tmp_path / "cut.otio")
        (tmp_path / "desk").mkdir(exist_ok=True)
        desk = Work(folder=tmp_path / "desk", parts=tmp_path, remark=(notes if notes is not None else []).append)
        path = captions(tmp_path / "cut.otio", format, work=desk)
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
