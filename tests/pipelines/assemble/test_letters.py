"""Captions as overlays: placed inside the safe area, on even pixels, readable, whatever they say."""

from fractions import Fraction

import numpy as np
import pytest

from pipelines.assemble.letters import Overlay, overlays
from studio.timeline import Caption

RATE = Fraction(30)


def _all(texts, width=1280, height=720, **more) -> list[Overlay]:
    captions = [Caption(i * 30, i * 30 + 30, text) for i, text in enumerate(texts)]
    return list(overlays(captions, width, height, RATE, **more))


@pytest.mark.parametrize("shape", [(1280, 720), (720, 1280), (640, 360), (1080, 1080), (320, 180)])
@pytest.mark.parametrize("text", ["Short.", "Every morning, Tomas climbs the stairs and lights the lamp.", "x" * 90,
                                  "so many words " * 30])  # fmt: skip
def test_overlays_lie_on_even_pixels_inside_the_safe_area(shape, text):
    width, height = shape
    (overlay,) = _all([text], width, height)
    tall, wide, _ = overlay.pixels.shape
    assert not any(n % 2 for n in (overlay.left, overlay.top, tall, wide))
    assert overlay.left >= 0.04 * width
    assert overlay.left + wide <= 0.96 * width
    assert overlay.top + tall <= 0.94 * height
    assert overlay.top >= 0.4 * height
    assert overlay.pixels.dtype == np.uint8
    assert (overlay.pixels[..., :3] <= overlay.pixels[..., 3:]).all()  # premultiplied


def test_white_letters_stand_on_a_dark_plate():
    (overlay,) = _all(["Lights the lamp"])
    assert overlay.pixels[..., :3].max() > 240
    middle = overlay.pixels[3, overlay.pixels.shape[1] // 2]
    assert middle[3] > 130
    assert middle[:3].max() < 20


def test_times_are_the_captions_own():
    first, second = _all(["one", "two"])
    assert [(o.start, o.end) for o in (first, second)] == [(0, 30), (30, 60)]


def test_a_caption_over_another_stands_above_it():
    pair = [Caption(0, 60, "first"), Caption(30, 90, "second")]
    first, second = overlays(pair, 1280, 720, RATE)
    assert second.top + second.pixels.shape[0] <= first.top


def test_nothing_to_say_makes_no_overlay():
    assert _all(["", "  \n ", "\u0000\u200b"]) == []


def test_what_no_font_can_draw_is_told_once():
    told: list[str] = []
    assert _all(["\U000105c9, \U000105c9", "ok \U000105c9"], note=told.append)[0].start == 30
    assert len(told) == 1
    assert "\U000105c9" in told[0]


def test_broken_lines_are_broken_anew_but_a_dialogue_stays():
    (joined,) = _all(["One\nwhale"])
    (spoken,) = _all(["- One\n- whale"])
    assert spoken.pixels.shape[0] > joined.pixels.shape[0] * 1.5


def test_the_same_caption_gives_the_same_pixels():
    first, second = _all(["Same words"]), _all(["Same words"])
    assert np.array_equal(first[0].pixels, second[0].pixels)
