"""Facts: they go in and come out of every format, change nothing else, and never come from somebody else's comment."""

from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from studio import facts

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dictionaries(st.text(max_size=10), PLAIN, max_size=5))
def test_a_comment_gives_back_what_it_was_given(found: dict) -> None:
    assert facts.unpack(facts.pack(found)) == found


@pytest.mark.parametrize(
    "comment",
    ["", None, "made with love", "reelwright {", "reelwright [1]", "reelwright null", "reelwright " + "[" * 99999],
)
def test_other_comments_are_no_facts(comment: str | None) -> None:
    assert facts.unpack(comment) == {}


WORDS = {"text": "Grüß Gott, 鯨", "words": [[f"w{n}", n / 7, n / 7 + 0.1] for n in range(3000)]}


def test_png_carries_facts(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (4, 4)).save(path, pnginfo=facts.png_info(WORDS))
    assert facts.read(path) == WORDS


def test_flac_carries_long_word_times_and_its_bytes_do_not_depend_on_when(tmp_path: Path) -> None:
    path, again = tmp_path / "a.flac", tmp_path / "b.flac"
    samples = numpy.sin(numpy.arange(4800) / 20)
    facts.write_audio(path, samples, 48000, WORDS)
    facts.write_audio(again, samples, 48000, WORDS)
    assert facts.read(path) == WORDS
    assert path.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("suffix", [".png", ".flac", ".mp4", ".mid", ".txt"])
@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"fLaC\x00", b"MThd", b"hello" * 100])
def test_a_broken_file_has_no_facts(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    assert facts.read(path) == {}


def test_a_bomb_in_a_png_text_is_no_facts(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("reelwright", "reelwright " + "[" * 3_000_000, zip=True)
    path = tmp_path / "a.png"
    Image.new("RGB", (4, 4)).save(path, pnginfo=info)
    assert facts.read(path) == {}


def test_facts_of_a_png_are_read_without_decoding_it_and_behind_the_picture_too(tmp_path: Path) -> None:
    front, back = tmp_path / "front.png", tmp_path / "back.png"
    Image.new("RGB", (64, 64)).save(front, pnginfo=facts.png_info({"a": 1}))
    whole = front.read_bytes()
    front.write_bytes(whole[: whole.index(b"IDAT") + 6])  # cut off in its picture
    assert facts.read(front) == {"a": 1}
    begin = whole.index(b"iTXt") - 4
    end = begin + 12 + int.from_bytes(whole[begin : begin + 4], "big")
    last = whole.index(b"IEND") - 4
    back.write_bytes(whole[:begin] + whole[end:last] + whole[begin:end] + whole[last:])
    assert facts.read(back) == {"a": 1}
