"""Words as outlines: cut in reading order, whole, and hanging where they should."""

import pytest

from pipelines.type import typeset
from pipelines.type.faces import Faces
from pipelines.type.outlines import outlined


def _set(text: str, width: float = 1500, align: str = "left", **more):
    shown, faces, lost = Faces().covering(text, "Literata-Display")
    assert not lost
    return typeset.set_lines(shown, faces, 100, width, align=align, **more)


def test_words_and_letters_are_pieces_of_their_own() -> None:
    lines = _set("The keeper of the lamp")
    words = outlined(lines)
    assert [m.text for m in words.marks] == ["The", "keeper", "of", "the", "lamp"]
    assert all(a.box[2] < b.box[0] for a, b in zip(words.marks, words.marks[1:], strict=False))
    letters = outlined(lines, "letter")
    assert "".join(m.text for m in letters.marks) == "Thekeeperofthelamp"


def test_lines_are_told_apart() -> None:
    words = outlined(_set("The keeper\nof the lamp"))
    assert [m.line for m in words.marks] == [0, 0, 1, 1, 1]
    assert len(words.rows()) == 2


def test_an_outline_covers_what_the_paragraph_paints() -> None:
    import numpy as np
    import skia

    lines = _set("Quay ágil")
    pixels = []
    for way in ("paragraph", "outline"):
        made = np.zeros((160, 800, 4), np.uint8)
        surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(800, 160), made)
        if way == "paragraph":
            lines.paint(surface.getCanvas(), 10, 10)
        else:
            surface.getCanvas().translate(10, 10)
            surface.getCanvas().drawPath(outlined(lines).whole(), skia.Paint(Color=skia.ColorWHITE, AntiAlias=True))
        surface.flushAndSubmit()
        pixels.append(made[..., 3].astype(int))
    assert np.corrcoef(pixels[0].ravel(), pixels[1].ravel())[0, 1] > 0.98  # rims differ by the glyphs' gamma


@pytest.mark.parametrize("align", ["left", "right"])
def test_quotation_marks_and_stops_hang_outside(align: str) -> None:
    bare, marked = (outlined(_set(t, align=align), align=align) for t in ("Home now", "“Home now.”"))
    if align == "left":
        assert marked.box[0] < -8
        assert abs(bare.box[0]) < 0.5
    else:
        assert marked.box[2] > marked.width + 5
        assert abs(bare.box[2] - bare.width) < 0.5


def test_letters_that_join_stay_together(pack) -> None:
    folder = pack("noto-fonts")
    shown, faces, lost = Faces((folder,)).covering("مرحبا بالعالم", "Inter-SemiBold")
    assert not lost
    made = outlined(typeset.set_lines(shown, faces, 100, 1500), "letter")
    assert [m.text for m in made.marks] == ["مرحبا", "بالعالم"]
    assert made.right
    assert made.marks[0].box[0] > made.marks[1].box[0]
