"""Faces in films: found where the camera shows them, looked for once, kept clear of captions.

face.jpg is a part of NASA's portrait of Eileen Collins (S93-33101), in the public domain.
"""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.film import people, planes
from pipelines.film.filming import lettering
from pipelines.film.media import Media
from studio import facts
from studio.timeline import Box, Camera, Caption, Layer, Shot, Timeline, View
from studio.work import Work

FACE = Path(__file__).parents[1] / "face.jpg"
RATE = Fraction(30)
SIZE = (640, 360)
WORDS = (Caption(0, 20, "Words"),)


def _portrait(path: Path, left: int, top: int, side: int, size=(1280, 720)) -> Path:
    """A grey picture with the portrait in it."""
    sheet = Image.new("RGB", size, (92, 96, 100))
    sheet.paste(Image.open(FACE).resize((side, side)), (left, top))
    sheet.save(path)
    return path


@pytest.fixture
def look(tmp_path):
    work = Work.alone(tmp_path / "desk")

    def look(*shots: Shot, captions=WORDS, **more):
        film = Timeline(RATE, shots, captions=captions, **more)
        clear = people.keep_clear(Media(film, tmp_path, *SIZE), work)
        return [clear(caption) for caption in captions]

    look.work, look.folder = work, tmp_path
    return look


def test_a_face_is_found_with_brows_and_chin():
    rgb = np.asarray(Image.open(FACE))
    ((x, y, w, h),) = people.faces(rgb)
    assert 0.2 < x < x + w < 0.85
    assert 0.05 < y < 0.35
    assert 0.6 < y + h < 0.9
    assert people.faces(rgb[:8, :8]) == []


@pytest.mark.parametrize("shape", [(1, 1), (2, 900), (1000, 3)])
def test_pictures_of_any_shape_are_looked_at(shape):
    assert people.faces(np.full((*shape, 3), 200, np.uint8)) == []


def test_noise_and_gradients_are_no_faces():
    rng = np.random.default_rng(1)
    assert people.faces(rng.integers(0, 255, (360, 640, 3), dtype=np.uint8)) == []
    slope = np.linspace(0, 255, 640, dtype=np.uint8)
    assert people.faces(np.repeat(np.tile(slope, (360, 1))[:, :, None], 3, 2)) == []


def test_boxes_follow_the_camera(look):
    _portrait(look.folder / "low.png", 460, 400, 320)
    ((box,),) = look(Shot("low.png", "Image", 30))
    assert 240 < box[0] + box[2] / 2 < 360
    assert 200 < box[1] < 300
    push = Camera(View(zoom=1), View(0.5, 1.0, 2.0))
    (boxes,) = look(Shot("low.png", "Image", 30, camera=push))
    assert len(boxes) >= 2
    assert max(b[2] for b in boxes) > 1.5 * min(b[2] for b in boxes)


def test_faces_in_a_layer_count_and_colours_have_none(look):
    inset = Layer("face.jpg", "Image", box=Box(0.6, 0.5, 0.35, 0.5), whole=True)
    (look.folder / "face.jpg").write_bytes(FACE.read_bytes())
    (boxes,) = look(Shot("", "Colour", 30, layers=(inset,)))
    assert boxes
    assert all(x > 350 and y > 150 for x, y, _, _ in boxes)
    assert look(Shot("", "Colour", 30)) == [[]]


def test_only_shots_with_captions_are_looked_at_and_only_once(look, monkeypatch):
    _portrait(look.folder / "low.png", 460, 400, 320)
    seen = []
    real = people.faces
    monkeypatch.setattr(people, "faces", lambda rgb: seen.append(1) or real(rgb))
    shots = (Shot("low.png", "Image", 30), Shot("low.png", "Image", 40))
    captions = (Caption(0, 10, "one"), Caption(12, 25, "two"))
    first = look(*shots, captions=captions)
    assert len(seen) == 1
    assert first[0] == first[1] != []
    assert look(*shots, captions=captions) == first
    assert len(seen) == 1


def test_a_damaged_part_is_made_again(look):
    _portrait(look.folder / "low.png", 460, 400, 320)
    first = look(Shot("low.png", "Image", 30))
    (part,) = look.work.parts.glob("faces-*.json")
    for damage in ("", "[[1,2]]", "{}x", "[null]"):
        part.write_text(damage)
        assert look(Shot("low.png", "Image", 30)) == first
        assert json.loads(part.read_text())


def test_pictures_that_cannot_be_opened_have_no_faces_here(look):
    (look.folder / "bad.png").write_bytes(b"no picture")
    assert look(Shot("bad.png", "Image", 30)) == [[]]
    assert look(Shot("gone.png", "Image", 30)) == [[]]


def test_heads_that_a_drawn_picture_tells_of_are_mapped_as_it_is_shown(look):
    drawn = Image.new("RGB", (1920, 1080), (60, 120, 60))
    drawn.save(look.folder / "drawn.png", pnginfo=facts.png_info({"heads": [[0.5, 0.5, 0.1, 0.2]]}))
    (((x, y, w, h),),) = look(Shot("drawn.png", "Image", 30))
    assert (x, y, w, h) == pytest.approx((320, 180, 64, 72), abs=3)
    upright = Image.new("RGB", (1080, 1920), (60, 120, 60))
    upright.save(look.folder / "up.png", pnginfo=facts.png_info({"heads": [[0.0, 0.5, 1.0, 0.1], "x", [1]]}))
    (((x, y, w, h),),) = look(Shot("up.png", "Image", 30, fit="blurred sides"))
    assert (x, y, w, h) == pytest.approx((219, 180, 202, 36), abs=4)


def test_in_a_film_the_caption_over_a_face_moves_and_keeps_its_place_in_the_shot(look):
    _portrait(look.folder / "low.png", 440, 390, 390)
    captions = (Caption(0, 15, "A caption that would lie on her face"), Caption(15, 30, "Yes"))
    film = Timeline(RATE, (Shot("low.png", "Image", 30),), captions=captions)
    words = lettering(film, look.folder, SIZE, True, look.work)
    tops = {top for _, _, _, top, _ in words.seen(0, 30)}
    assert len(words.seen(0, 30)) == 2
    assert max(tops) < 80
    target = planes.empty(*SIZE)
    words.draw(3, target)


def name_strip(folder):
    strip = Image.new("RGBA", (1280, 720))
    strip.paste((20, 20, 30, 230), (100, 540, 500, 640))
    strip.save(folder / "strip.png")
    return Layer("strip.png", "Image", start=25, frames=30, whole=True)


def test_a_name_strip_over_the_film_is_kept_clear_while_it_is_there(look):
    """Only where it is drawn, only while it shows; what hides the whole picture counts for nothing."""
    layer = name_strip(look.folder)
    Image.new("RGB", (64, 36), (9, 9, 9)).save(look.folder / "all.png")
    captions = (Caption(0, 20, "Before"), Caption(30, 50, "With it"))
    layers = (
        layer,
        Layer("all.png", "Image", start=0),
        Layer("missing.png", "Image", start=0),
    )
    before, during = look(Shot("", "Colour", 60), captions=captions, layers=layers)
    assert before == []
    ((left, top, width, height),) = during
    assert abs(left - 50) <= 8
    assert abs(top - 270) <= 8
    assert abs(width - 200) <= 14
    assert abs(height - 50) <= 14


def test_a_name_strip_over_a_shot_is_kept_clear_and_the_parts_of_a_split_screen_are_not(look):
    layer = name_strip(look.folder)
    Image.new("RGB", (1280, 720), (90, 120, 90)).save(look.folder / "field.png")
    captions = (Caption(5, 20, "Before"), Caption(30, 50, "With it"))
    named = Shot("field.png", "Image", 60, layers=(layer,))
    before, during = look(named, captions=captions)
    assert before == []
    assert len(during) == 1
    halves = tuple(Layer("field.png", "Image", box=Box(left, 0, 0.5, 0.5)) for left in (0, 0.5))
    assert look(Shot("", "Colour", 60, layers=halves), captions=captions) == [[], []]
