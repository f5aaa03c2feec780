"""Overlay: where, when and how solid; on clips, films and bare pictures; what cannot be laid is said."""

from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from pipelines.shape.overlay import overlay
from studio.errors import PersonError
from studio.timeline import Camera, Layer, Shot, Timeline, View, Voice, load, save
from studio.work import Work
from tests.odd_media import quarters, video


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.fromarray(quarters(320, 180)).save(tmp_path / "a.png")
    Image.fromarray(quarters(60, 60)).save(tmp_path / "logo.png")
    video(tmp_path / "v.mp4", sound="stereo")
    shots = (Shot("a.png", "Image", 60), Shot("a.png", "Image", 60))
    save(Timeline(Fraction(30), shots, (Voice("x.flac", 5, 20),)), tmp_path / "film.otio")
    clip = Shot("v.mp4", "Video", 24, source_in=12, available=48, camera=Camera(View(), View(zoom=2)))
    save(Timeline(Fraction(24), (clip,)), tmp_path / "clip.otio")
    return tmp_path


def lay(folder: Path, cut: str, picture: str, notes: list[str] | None = None, **options: object) -> Timeline:
    room = folder / "w"
    room.mkdir(exist_ok=True)
    work = Work(folder=room, parts=room, remark=(notes if notes is not None else []).append)
    return load(overlay(folder / cut, folder / picture, work=work, **options))  # type: ignore[arg-type]


def only(timeline: Timeline) -> Layer:
    (layer,) = timeline.layers or timeline.shots[0].layers
    return layer


def test_a_logo_lies_over_the_whole_film(folder: Path) -> None:
    film = lay(folder, "film.otio", "logo.png", place="top right", width=0.1, opacity=0.7)
    layer = only(film)
    assert film.layers == (layer,)
    assert (layer.media, layer.kind, layer.start, layer.frames) == ("logo.png", "Image", 0, None)
    assert (layer.opacity, layer.rounded, layer.whole, layer.align) == (0.7, 0.0, True, (1.0, 0.0))
    assert layer.box.left + layer.box.width == pytest.approx(0.97)
    assert film.voices


@pytest.mark.parametrize(("place", "align"), [("bottom left", (0, 1)), ("middle", (0.5, 0.5)), ("left", (0, 0.5)),
                                              ("bottom", (0.5, 1))])  # fmt: skip
def test_places_lean_where_they_say(folder: Path, place: str, align: tuple[float, float]) -> None:
    assert only(lay(folder, "a.png", "logo.png", place=place)).align == align


def test_whole_is_contained_and_fill_covers(folder: Path) -> None:
    assert only(lay(folder, "a.png", "logo.png", place="whole")).whole
    filled = only(lay(folder, "a.png", "logo.png", place="fill", blend="screen"))
    assert (filled.whole, filled.box.width, filled.blend) == (False, 1.0, "screen")


def test_over_one_shot_the_layer_belongs_to_the_shot(folder: Path) -> None:
    film = lay(folder, "v.mp4", "logo.png", start=0.5, seconds=1, fade=0.25)
    layer = film.shots[0].layers[0]
    assert (film.rate, film.layers, film.shots[0].sound) == (24, (), True)
    assert (layer.start, layer.frames, layer.fade_in, layer.fade_out) == (12, 24, 6, 6)


def test_a_second_layer_lies_over_the_first(folder: Path) -> None:
    lay(folder, "a.png", "logo.png").name  # noqa: B018
    (folder / "w" / "cut.otio").rename(folder / "once.otio")
    assert [each.media for each in lay(folder, "once.otio", "v.mp4").shots[0].layers] == ["logo.png", "v.mp4"]


def test_a_video_shows_for_its_own_length_at_the_films_rate(folder: Path) -> None:
    layer = only(lay(folder, "film.otio", "v.mp4", start=1, sound=True))
    assert (layer.start, layer.frames, layer.sound, layer.available) == (30, 60, True, 60)
    assert layer.rounded > 0
    assert (layer.fade_in, layer.fade_out) == (9, 9)
    longer = only(lay(folder, "film.otio", "v.mp4", start=3, seconds=30))
    assert (longer.start, longer.frames, longer.fade_out) == (90, None, 0)


def test_a_clip_brings_its_stretch_and_says_what_it_leaves(folder: Path) -> None:
    notes: list[str] = []
    layer = only(lay(folder, "film.otio", "clip.otio", notes, sound=True))
    assert (layer.media, layer.source_in, layer.frames, layer.available) == ("v.mp4", 15, 30, 60)
    assert any("camera move" in note for note in notes)
    assert any("no sound" in note for note in notes)


def test_what_cannot_be_laid_is_said(folder: Path) -> None:
    (folder / "broken.png").write_text("no")
    with pytest.raises(PersonError, match=r"4\.0 s long.*at 9 s.*below 4\.0"):
        lay(folder, "film.otio", "logo.png", start=9)
    with pytest.raises(PersonError, match="cut of 2 shots"):
        lay(folder, "a.png", "film.otio")
    with pytest.raises(PersonError, match=r"picture to lay over it: 'broken\.png'"):
        lay(folder, "a.png", "broken.png")
    with pytest.raises(PersonError, match=r"broken\.png"):
        lay(folder, "broken.png", "a.png")
