"""Title cards: sizes, any words, contrast, what travels in the file."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.make.title import SIZES, settle, title
from studio import facts
from studio.errors import PersonError
from studio.work import Work

LOOKS = ("quiet", "bold", "poster", "paper")


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
    for seed in (1, 3):
        pixels = _pixels(make("Keeper", look=look, seed=seed))
        block = pixels[380:620, 140:1780].reshape(-1, 3)
        light = np.sort(block.sum(axis=1))
        ground = block[np.argsort(block.sum(axis=1))[len(light) // 2]]
        ink = block[block.sum(axis=1).argmin() if look == "paper" else block.sum(axis=1).argmax()]
        one, other = sorted((_luminance(ground), _luminance(ink)))
        assert (other + 0.05) / (one + 0.05) > 4.0
        assert (abs(block - ground).sum(axis=1) > 250).mean() > 0.01


def test_another_seed_gives_another_card_and_the_same_seed_the_same_bytes(make):
    first = make("Lamp", seed=3).read_bytes()
    assert make("Lamp", seed=3).read_bytes() == first
    assert make("Lamp", seed=4).read_bytes() != first


def test_a_long_title_stays_on_the_card(make):
    bare, full = _pixels(make(".", look="paper")), _pixels(make("words of a report " * 22, look="paper"))
    inked = abs(full - bare).sum(axis=2) > 150
    assert inked.mean() > 0.02
    rows, columns = inked.any(axis=1).nonzero()[0], inked.any(axis=0).nonzero()[0]
    assert rows[0] > 0.1 * 1080
    assert rows[-1] < 0.9 * 1080
    assert columns[0] > 0.08 * 1920
    assert columns[-1] < 0.92 * 1920


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


def test_capitals_of_a_poster_follow_the_script(make):
    from pipelines.make.title import _capitals

    assert _capitals("Φάρος του Βορρά, café") == "ΦΑΡΟΣ ΤΟΥ ΒΟΡΡΑ, CAFÉ"
    assert _capitals("灯塔 straße") == "灯塔 STRASSE"


def test_fonts_of_more_scripts_count_only_where_they_are():
    assert settle({"seed": 1}, lambda name: False).packs == ()
    assert settle({"seed": 1}, lambda name: name == "noto-fonts").packs == ("noto-fonts",)
