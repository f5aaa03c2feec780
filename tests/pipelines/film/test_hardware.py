"""Graphics cards: trusted only after a proof, left for the processor with a word when they fail."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from pipelines.assemble.render import render
from pipelines.film import encoding, hardware
from tests.small_film import SIZE, cut, desk, shown, small_media


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_media(tmp_path)


def test_no_graphics_card_is_said_and_the_film_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "_MAKERS", {"h264": ("h264_nowhere",)})
    notes: list[str] = []
    made = render(cut(folder), size=SIZE, encoder="hardware", work=desk(folder, remark=notes.append))
    assert len(shown(made)[0]) == 23
    assert any("processor" in note for note in notes)


def test_a_card_that_proves_itself_is_used_and_one_that_fails_later_gives_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libx264 stands in for a card's encoder: the proof, in a process of its own, is the same."""
    notes: list[str] = []
    monkeypatch.setattr(hardware, "_MAKERS", {"h264": ("libx264rgb", "libx264")})
    settings = encoding.Encoding(codec="h264", hardware="libx264")
    assert hardware.hardware_for("h264", (160, 90), Fraction(25), notes.append) == "libx264"
    assert notes == []
    assert settings.encoder.name == "libx264"
    add = encoding.add_picture

    def failing(container: Any, size: Any, rate: Any, settings: encoding.Encoding, frame: int = 0) -> Any:
        if settings.hardware:
            raise encoding.Refused(settings.hardware, frame, "no session left")
        return add(container, size, rate, settings, frame)

    monkeypatch.setattr(encoding, "add_picture", failing)
    made = render(cut(folder), size=SIZE, encoder="hardware", work=desk(folder, remark=notes.append))
    assert len(shown(made)[0]) == 23
    assert any("gave up at frame" in note for note in notes)
