"""Enlarging: seams nowhere, the same bytes always, every kind of picture, videos with their sound."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.retouch import enlarging
from pipelines.shape.enlarge import enlarge, settle
from pipelines.shape.enlarge_video import enlarge_video
from studio import facts
from studio.errors import Cancelled, PersonError
from tests.pipelines.retouch.shots import decibels, desk, frames_of, heard, save, textured, video


def quiet() -> None:
    pass


@pytest.fixture
def span(pack):
    pytest.importorskip("ncnn")
    return pack("span")


@pytest.mark.parametrize("by", [2, 3, 4])
def test_tiles_join_without_seams(by: int, span: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = textured(150, 100)
    network = enlarging.Span(span, by, 2)
    whole = enlarging.enlarged(picture, by, network, quiet)
    monkeypatch.setattr(enlarging, "_TILE", 32)
    tiled = enlarging.enlarged(picture, by, network, quiet)
    assert tiled.shape == (100 * by, 150 * by, 3)
    assert int(np.abs(whole.astype(int) - tiled).max()) <= 1


def test_it_draws_detail_that_lanczos_does_not(span: Path) -> None:
    true = textured(256, 256)
    small = np.asarray(Image.fromarray(true).resize((128, 128), Image.Resampling.BICUBIC))
    drawn = enlarging.enlarged(small, 2, enlarging.Span(span, 2, 2), quiet)
    smooth = enlarging.enlarged(small, 2, None, quiet)
    assert decibels(drawn, true) > decibels(smooth, true) + 4


def test_threads_do_not_change_a_byte(span: Path) -> None:
    picture = textured(90, 70)
    one, two = (enlarging.enlarged(picture, 4, enlarging.Span(span, 4, count), quiet) for count in (1, 2))
    assert np.array_equal(one, two)


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (3, 2)])
def test_tiny_pictures(size: tuple[int, int], span: Path) -> None:
    picture = np.full((size[1], size[0], 3), (200, 40, 90), np.uint8)
    made = enlarging.enlarged(picture, 2, enlarging.Span(span, 2, 1), quiet)
    assert made.shape == (size[1] * 2, size[0] * 2, 3)
    assert np.abs(made.astype(int) - (200, 40, 90)).max() < 12


def test_hidden_colours_do_not_shine_through_a_clear_edge() -> None:
    picture = np.zeros((40, 40, 4), np.uint8)
    picture[..., 1] = 255  # green lies unseen
    picture[:, :20] = (255, 0, 0, 255)
    made = enlarging.enlarged(picture, 2, None, quiet)
    edge = made[:, 30:44]
    assert edge[edge[..., 3] > 8][:, 1].max() < 30


def test_what_was_known_goes_on(tmp_path: Path) -> None:
    about = {"drawn": ["fox"], "where": [[0.1, 0.2, 0.3, 0.4]], "recipe": {"tool": "paint", "pixels": 1}}
    given = save(textured(60, 40), tmp_path / "a.png", about)
    work, _ = desk(tmp_path / "desk")
    made = Path(enlarge(given, 2, "lanczos", work=work))
    told = facts.read(made)
    assert told["drawn"] == ["fox"]
    assert told["where"] == [[0.1, 0.2, 0.3, 0.4]]
    assert "recipe" not in told
    assert Image.open(made).size == (120, 80)


def test_odd_pictures_come_upright_in_eight_bits(tmp_path: Path) -> None:
    turned = Image.fromarray(textured(60, 40))
    exif = turned.getexif()
    exif[274] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    Image.fromarray(textured(60, 40)[..., 0].astype(np.uint16) * 257).save(tmp_path / "deep.png")
    turned.convert("CMYK").save(tmp_path / "cmyk.tif")
    sizes = {}
    for name in ("turned.jpg", "deep.png", "cmyk.tif"):
        work, _ = desk(tmp_path / f"desk-{name}")
        sizes[name] = Image.open(enlarge(tmp_path / name, 2, "lanczos", work=work)).size
    assert sizes == {"turned.jpg": (80, 120), "deep.png": (120, 80), "cmyk.tif": (120, 80)}


def test_of_a_moving_picture_the_first_is_used_and_that_is_said(tmp_path: Path) -> None:
    first, second = (Image.fromarray(textured(30, 20, seed)) for seed in (1, 2))
    first.save(tmp_path / "a.gif", save_all=True, append_images=[second])
    work, notes = desk(tmp_path / "desk")
    assert Image.open(enlarge(tmp_path / "a.gif", 2, "lanczos", work=work)).size == (60, 40)
    assert "2 pictures" in notes[0]


def test_too_large_a_picture_is_refused_with_a_way_out(tmp_path: Path) -> None:
    Image.new("L", (20000, 900)).save(tmp_path / "wide.png")
    work, _ = desk(tmp_path / "desk")
    with pytest.raises(PersonError, match="150 million"):
        enlarge(tmp_path / "wide.png", 4, "lanczos", work=work)


def test_a_cancel_is_heard_within_a_tile(tmp_path: Path, span: Path) -> None:
    given = save(textured(700, 700), tmp_path / "a.png")
    work, _ = desk(tmp_path / "desk", lambda name: span)
    stop = threading.Event()
    work = replace(work, cancelled=stop)
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Cancelled):
        enlarge(given, 4, "span", work=work)


def test_without_ncnn_auto_is_lanczos_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.retouch.engines.find_spec", lambda name: None)
    found = settle({"by": 2, "engine": "auto"}, lambda pack: False)
    assert found.options["engine"] == "lanczos"
    assert found.packs == ()
    assert "ncnn" in found.notes[0]
    asked = settle({"by": 2, "engine": "span"}, lambda pack: False)
    assert (asked.packs, asked.notes) == (("span",), ())


def test_a_damaged_pack_is_said(tmp_path: Path) -> None:
    pytest.importorskip("ncnn")
    (tmp_path / "spanx2_ch48.param").write_text("nonsense")
    (tmp_path / "spanx2_ch48.bin").write_bytes(b"")
    with pytest.raises(PersonError, match="damaged"):
        enlarging.Span(tmp_path, 2, 1)


def test_a_video_keeps_its_length_and_sound(tmp_path: Path) -> None:
    given = video(tmp_path / "a.mp4", [textured(64, 48, n) for n in range(6)], about={"drawn": ["fox"]})
    work, _ = desk(tmp_path / "desk")
    made = Path(enlarge_video(given, 3, "lanczos", work=work))
    frames = frames_of(made)
    assert len(frames) == 6
    assert frames[0].shape == (144, 192, 3)
    assert facts.read(made)["drawn"] == ["fox"]
    assert len(heard(made)) == pytest.approx(0.6 * 48000, abs=2048)


def test_a_video_too_wide_to_play_is_refused(tmp_path: Path) -> None:
    given = video(tmp_path / "a.mp4", [np.zeros((16, 2100, 3), np.uint8)] * 2, sound=False)
    work, _ = desk(tmp_path / "desk")
    with pytest.raises(PersonError, match="8192"):
        enlarge_video(given, 4, "lanczos", work=work)
