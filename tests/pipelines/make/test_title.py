"""Title cards: sizes, any words, contrast, what travels in the file."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.make.title import settle, title
from pipelines.shapes import SIZES
from pipelines.type.cards.designs import LOOKS
from pipelines.type.cards.palette import MOODS
from studio import facts
from studio.errors import PersonError
from studio.work import Work


@pytest.fixture
def make(tmp_path: Path):
    def make(words: str, notes: list[str] | None = None, **options) -> Path:
        text = tmp_path / "words.txt"
        text.write_text(words, encoding="utf-8")
        desk = Work.alone(tmp_path / "desk")
        if notes is not None:
            desk = Work(folder=desk.folder, parts=desk.parts, remark=notes.append)
        return title(text, work=desk, **options)

    return make


def _pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image).astype(int)


def _luminance(colour) -> float:
    linear = (np.asarray(colour, float) / 255) ** 2.2
    return float(linear @ (0.2126, 0.7152, 0.0722))


@pytest.mark.parametrize("shape", SIZES)
def test_size_follows_the_shape_and_facts_travel_inside(make, shape):
    path = make("The Keeper\nand the Whale", subtitle="A story", shape=shape)
    with Image.open(path) as image:
        assert (image.size, image.mode) == (SIZES[shape], "RGB")
    assert facts.read(path)["text"] == "The Keeper\nand the Whale\nA story"


@pytest.mark.parametrize("look", LOOKS)
def test_words_stand_out_from_every_ground(make, look):
    for mood in MOODS:
        bare, full = (_pixels(make(words, look=look, mood=mood)) for words in (".", "Keeper\nof the lamp"))
        inked = abs(full - bare).sum(axis=2) > 150
        assert 0.008 < inked.mean() < 0.4
        rows, columns = inked.any(axis=1).nonzero()[0], inked.any(axis=0).nonzero()[0]
        block = np.s_[rows[0] : rows[-1], columns[0] : columns[-1]]
        light = sorted(_luminance(colour) for colour in full[block].reshape(-1, 3)[::97])
        low, high = light[len(light) // 100], light[-len(light) // 100]
        assert (high + 0.05) / (low + 0.05) > 4.5, mood


def test_another_seed_gives_another_card_and_the_same_seed_the_same_bytes(make):
    first = make("Lamp", seed=3).read_bytes()
    assert make("Lamp", seed=3).read_bytes() == first
    assert make("Lamp", seed=4).read_bytes() != first


@pytest.mark.parametrize("look", LOOKS)
def test_a_long_title_stays_inside_the_safe_area(make, look):
    bare, full = (_pixels(make(words, look=look, mood="calm")) for words in (".", "words of a report " * 22))
    inked = abs(full - bare).sum(axis=2) > 220
    rows, columns = inked.any(axis=1).nonzero()[0], inked.any(axis=0).nonzero()[0]
    assert rows[0] > 0.04 * 1080
    assert rows[-1] < 0.96 * 1080
    assert columns[0] > 0.03 * 1920
    assert columns[-1] < 0.97 * 1920


def test_a_title_that_is_no_title_is_cut_with_a_note(make):
    notes: list[str] = []
    path = make("word " * 2000, notes)
    assert len(facts.read(path)["text"]) <= 501
    assert "9999 characters" in notes[0]


@pytest.mark.parametrize("words", ["", "  \n\t ", "\u200b\u0000"])
def test_a_title_without_words_is_a_sentence(make, words):
    with pytest.raises(PersonError, match="no words"):
        make(words)


def test_white_picture_behind_the_words_is_darkened(make, tmp_path):
    Image.new("RGB", (300, 900), "white").save(tmp_path / "white.png")
    pixels = _pixels(make("Lamp", background=tmp_path / "white.png"))
    assert pixels.shape == (1080, 1920, 3)
    assert np.median(pixels) < 100
    assert pixels.max() > 240


def test_a_broken_background_is_a_sentence(make, tmp_path):
    (tmp_path / "bad.png").write_bytes(b"not a picture")
    with pytest.raises(PersonError, match=r"bad\.png"):
        make("Lamp", background=tmp_path / "bad.png")


def test_fonts_of_more_scripts_count_only_where_they_are():
    assert settle({"seed": 1}, lambda name: False).packs == ()
    assert settle({"seed": 1}, lambda name: name == "noto-fonts").packs == ("noto-fonts",)
