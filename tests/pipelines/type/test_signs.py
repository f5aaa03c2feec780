"""Words on boards: inside their box, as large as it allows, in any script, never failing."""

import numpy as np
import pytest
import skia

from pipelines.type.faces import Faces
from pipelines.type.signs import sign_text

BOX = (60.0, 40.0, 460.0, 160.0)


def _written(text: str, faces: Faces | None = None, **more) -> tuple[np.ndarray, str]:
    """The alpha of what was painted, (200, 520), and what was lost."""
    pixels = np.zeros((200, 520, 4), np.uint8)
    surface = skia.Surface(pixels)
    lost = sign_text(surface.getCanvas(), BOX, text, faces or Faces(), **more)
    surface.flushAndSubmit()
    return pixels[..., 3], lost


@pytest.mark.parametrize("text", ["OPEN", "Fresh bread every morning", "Хлеб", "x", "a" * 300, "Café “Zur Post”"])
@pytest.mark.parametrize("way", ["painted", "carved", "chalk"])
def test_words_fill_their_board_and_stay_on_it(text: str, way: str) -> None:
    alpha, lost = _written(text, way=way)
    rows, columns = alpha.any(axis=1).nonzero()[0], alpha.any(axis=0).nonzero()[0]
    assert not lost
    assert rows[0] >= 40
    assert rows[-1] <= 160
    assert columns[0] >= 60
    assert columns[-1] <= 460
    assert columns[-1] - columns[0] > 250 or rows[-1] - rows[0] > 70


@pytest.mark.parametrize("text", ["", "  ", "\u200b\u0000"])
def test_nothing_is_written_of_no_words(text: str) -> None:
    assert not _written(text)[0].any()


def test_what_no_font_has_is_told() -> None:
    alpha, lost = _written("\U0001df00")
    assert lost or alpha.any()


def test_arabic_is_written_joined(pack) -> None:
    alpha, lost = _written("مفتوح", Faces((pack("noto-fonts"),)))
    assert not lost
    assert alpha.any()


def test_a_board_without_room_stays_bare() -> None:
    pixels = np.zeros((20, 20, 4), np.uint8)
    assert sign_text(skia.Surface(pixels).getCanvas(), (5, 5, 5, 9), "OPEN", Faces()) == ""
