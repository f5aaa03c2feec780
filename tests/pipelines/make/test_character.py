"""A character is made once and is the same in every shot."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.make.character import character
from pipelines.make.paint import paint
from studio import facts
from studio.errors import PersonError
from studio.work import Work

Make = Callable[..., Path]


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def desk(tmp_path: Path, pack: Callable[[str], Path], notes: list[str]) -> Callable[[str], tuple[Path, Work]]:
    def sit(words: str) -> tuple[Path, Work]:
        folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        text = folder / "words.txt"
        text.write_text(words, encoding="utf-8")
        return text, Work(folder, tmp_path, 1, remark=notes.append, find_pack=pack)

    return sit


@pytest.fixture
def tomas(desk) -> Path:
    text, work = desk("an old lighthouse keeper with a grey beard and a yellow coat")
    return character("Tomas", text, work=work)


def _yellow(path: Path) -> float:
    with Image.open(path) as image:
        seen = np.asarray(image.convert("RGB")).astype(int)
    return float(((seen[:, :, 0] > 180) & (seen[:, :, 1] > 110) & (seen[:, :, 2] < 90)).mean())


def test_the_sheet_tells_who_it_is_and_is_the_same_twice(tomas: Path, desk) -> None:
    told = facts.read(tomas)["character"]
    assert told["name"] == "Tomas"
    text, work = desk("an old lighthouse keeper with a grey beard and a yellow coat")
    assert character("Tomas", text, work=work).read_bytes() == tomas.read_bytes()
    assert _yellow(tomas) > 0.02


def test_who_is_named_is_in_the_picture_and_its_recipe(tomas: Path, desk, notes: list[str]) -> None:
    text, work = desk("Tomas waves in a meadow")
    path = paint(text, cast=[tomas], work=work)
    told = facts.read(path)
    assert "Tomas" in told["drawn"]
    assert told["recipe"]["cast"][0]["name"] == "Tomas"
    assert _yellow(path) > 0.004
    assert notes == []


def test_who_is_not_named_is_not_drawn(tomas: Path, desk, notes: list[str]) -> None:
    text, work = desk("a house in a meadow")
    told = facts.read(paint(text, cast=[tomas], work=work))
    assert told["drawn"] == ["house"]
    assert len(notes) == 1


def test_a_picture_that_is_no_character_is_noted(desk, notes: list[str], tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    Image.new("RGB", (40, 30), "teal").save(photo)
    text, work = desk("a house in a meadow")
    paint(text, cast=[photo], work=work)
    assert any("no character" in note for note in notes)


@pytest.mark.parametrize("name", ["", "   ", "123", "x" * 300])
def test_a_name_that_is_none_is_a_sentence(name: str, desk) -> None:
    text, work = desk("a man")
    with pytest.raises(PersonError, match="name"):
        character(name, text, work=work)


@pytest.mark.parametrize("looks", ["a whale", "a small robot", "a red fox", "", "someone strange"])
def test_beasts_machines_and_anybody(looks: str, desk) -> None:
    text, work = desk(looks)
    with Image.open(character("Blue", text, work=work)) as image:
        assert np.asarray(image).std() > 8
