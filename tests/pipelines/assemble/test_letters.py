"""Captions as overlays: placed inside the safe area, on even pixels, readable, whatever they say."""

from fractions import Fraction
from typing import get_args

import numpy as np
import pytest

from pipelines.assemble.letters import CaptionPlace, CaptionStyle, Overlay, overlays, standing
from pipelines.type.faces import Faces
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


# ---------------------------------------------------------------- styles and words

LOOKS = get_args(CaptionStyle)
SAID = (("Every", 0.0, 0.3), ("morning", 0.3, 0.6), ("Tomas", 0.6, 1.0))


def _one(style, text="Every morning, Tomas", words=SAID, width=640, height=360, **more) -> list[Overlay]:
    return list(overlays([Caption(0, 30, text, words)], width, height, RATE, style=style, **more))


@pytest.mark.parametrize("place", get_args(CaptionPlace))
@pytest.mark.parametrize("style", LOOKS)
@pytest.mark.parametrize("shape", [(426, 240), (240, 426), (640, 640), (3840, 2160)])
def test_every_style_stays_inside_the_frame_at_every_size(shape, style, place):
    width, height = shape
    for overlay in _one(style, "Donaudampfschifffahrtsgesellschaftskapitän, so many words here", (), width, height,
                        place=place):  # fmt: skip
        tall, wide, _ = overlay.pixels.shape
        assert overlay.left >= 0.04 * width
        assert overlay.left + wide <= 0.96 * width + 2
        assert overlay.top >= 0.04 * height
        assert overlay.top + tall <= 0.95 * height
        assert not any(n % 2 for n in (overlay.left, overlay.top, tall, wide))


def test_a_place_is_where_it_says():
    tops = {place: _one("plate", place=place)[0].top / 360 for place in get_args(CaptionPlace)}
    assert tops["top"] < 0.15 < 0.4 < tops["middle"] < 0.6 < 0.75 < tops["bottom"]


def test_letters_stay_legible_at_240_lines():
    from pipelines.assemble.letterstyles import STYLES

    assert all(look.pixels(426, 240) >= 12 for look in STYLES.values())


def test_outlined_letters_are_white_on_dark_with_nothing_around():
    (overlay,) = _one("outline")
    assert overlay.pixels[0, 0].max() == 0
    assert overlay.pixels[..., :3].min(axis=2).max() > 240
    opaque = overlay.pixels[overlay.pixels[..., 3] > 250][:, :3]
    assert (opaque.max(axis=1) < 40).any()


def test_the_said_word_alone_changes_colour_and_nothing_around_it():
    (overlay,) = _one("word by word")
    assert [(p.start, p.end) for p in overlay.patches] == [(0, 9), (9, 18), (18, 30)]
    lefts = [p.left for p in overlay.patches]
    assert lefts == sorted(lefts)
    for patch in overlay.patches:
        tall, wide, _ = patch.pixels.shape
        under = overlay.pixels[patch.top : patch.top + tall, patch.left : patch.left + wide]
        assert np.abs(patch.pixels[..., 3].astype(int) - under[..., 3]).max() <= 1  # rounding
        assert (patch.pixels[:2] == under[:2]).all()
        assert (patch.pixels[:, :2] == under[:, :2]).all()
        gold = (patch.pixels[..., 0] > 240) & (patch.pixels[..., 2] < 60)
        assert gold.any()
        assert wide * tall < overlay.pixels[..., 0].size / 1.8


def test_words_from_right_to_left_are_marked_from_right_to_left():
    words = (("كل", 0.0, 0.3), ("صباح", 0.3, 0.6), ("توماس", 0.6, 1.0))
    text = "كل صباح، توماس"
    if Faces().covering(text, "Inter-ExtraBold")[2]:
        pytest.skip("no font here draws Arabic")
    (overlay,) = _one("word by word", text, words)
    lefts = [p.left for p in overlay.patches]
    assert lefts == sorted(lefts, reverse=True)
    assert len(lefts) == 3


def test_one_word_shows_each_alone_and_none_together():
    found = _one("one word")
    assert [(o.start, o.end) for o in found] == [(0, 9), (9, 18), (18, 30)]
    assert found[0].pixels.shape[0] > _one("bold")[0].pixels.shape[0]


def test_words_without_times_follow_each_other_evenly_and_it_is_told_once():
    told: list[str] = []
    captions = [Caption(0, 30, "One two"), Caption(30, 60, "three four")]
    found = list(overlays(captions, 640, 360, RATE, style="word by word", note=told.append))
    assert [(p.start, p.end) for o in found for p in o.patches] == [(0, 15), (15, 30), (30, 47), (47, 60)]
    assert len(told) == 1
    assert "no times" in told[0]


# ---------------------------------------------------------------- faces and other captions


def _rect(overlay: Overlay) -> tuple[int, int, int, int]:
    return overlay.left, overlay.top, overlay.pixels.shape[1], overlay.pixels.shape[0]


def test_a_caption_over_a_face_moves_to_the_top_and_so_do_all_of_its_shot():
    face = [(260, 230, 120, 110)]
    captions = [Caption(0, 30, "A long caption that lies over the face there"), Caption(30, 60, "Yes.")]
    moved = list(overlays(captions, 640, 360, RATE, avoid=lambda caption: face))
    assert all(o.top < 60 for o in moved)
    corner = [(0, 300, 60, 60)]
    assert all(o.top > 240 for o in overlays(captions, 640, 360, RATE, avoid=lambda caption: corner))


def test_faces_everywhere_are_covered_as_little_as_can_be():
    faces = [(200, 0, 240, 90), (200, 270, 240, 90), (300, 140, 40, 80)]
    (overlay,) = _one("plate", avoid=lambda caption: faces)
    assert 120 < overlay.top < 200


def test_no_caption_covers_another_however_many_there_are():
    captions = [Caption(i, 60, f"Speaker {i} says something") for i in range(6)]
    for style in ("plate", "bold"):
        rects = [_rect(o) for o in overlays(captions, 1280, 720, RATE, style=style)]
        assert _covered_pairs(rects) == 0


def _covered_pairs(rects) -> int:
    return sum(
        a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
        for i, a in enumerate(rects)
        for b in rects[:i]
    )


def test_where_captions_stand_is_known_without_painting():
    caption = Caption(0, 30, "Hello there")
    assert standing([caption], 640, 360, RATE) == {caption: "bottom"}
    assert standing([caption], 640, 360, RATE, avoid=lambda c: [(200, 250, 300, 110)]) == {caption: "top"}
