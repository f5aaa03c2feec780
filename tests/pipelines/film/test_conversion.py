"""Frames of every format become the same planes: matrices, ranges, depths, transparency, turns, HDR."""

from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from pipelines.film.conversion import Converter
from pipelines.film.footage import Reader, probe
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from pipelines.film.planes import empty, from_rgb, to_rgb
from studio.timeline import Shot, Timeline, exact_rate
from tests.odd_media import GREEN, QUARTERS, RED, corners, quarters, video


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("709.mp4", {"tags": {"colorspace": 1}, "matrix": 1}),
        ("601.mp4", {"tags": {"colorspace": 5}, "matrix": 5}),
        ("2020.mkv", {"tags": {"colorspace": 9}, "matrix": 9}),
        ("full.mp4", {"tags": {"color_range": 2, "colorspace": 1}, "matrix": 1}),
        ("deep.mov", {"codec": "prores_ks", "pixels": "yuv422p10le"}),
        ("deeper.mkv", {"codec": "ffv1", "pixels": "yuv444p12le"}),
        ("new.mp4", {"codec": "libsvtav1", "pixels": "yuv420p10le", "options": {"preset": "12"}}),
        ("web.webm", {"codec": "libvpx-vp9", "options": {"deadline": "realtime", "cpu-used": "8"}}),
        ("rgb.mov", {"codec": "png", "pixels": "rgb24"}),
        ("uneven.mkv", {"codec": "ffv1", "size": (321, 181)}),
    ],
)
def test_codecs_matrices_ranges_and_depths(tmp_path: Path, name: str, options: dict) -> None:  # type: ignore[type-arg]
    video(tmp_path / name, times=[0, 40, 80], **options)
    assert np.abs(corners(tmp_path / name, 320, 180, 0.04) - np.array(QUARTERS)).max() <= 6


def test_grey_and_palettes(tmp_path: Path) -> None:
    video(tmp_path / "grey.mkv", codec="ffv1", pixels="gray", times=[0, 40])
    found = corners(tmp_path / "grey.mkv", 320, 180, 0)
    assert np.abs(found - found.mean(axis=1, keepdims=True)).max() <= 1
    assert np.abs(found[:, 0] - np.array(QUARTERS) @ [0.299, 0.587, 0.114]).max() <= 2
    video(tmp_path / "palette.gif", codec="gif", pixels="rgb8", times=[0, 100])
    assert np.abs(corners(tmp_path / "palette.gif", 320, 180, 0) - np.array(QUARTERS)).max() <= 20  # of 256 colours


@pytest.mark.parametrize(
    ("name", "codec", "pixels"),
    [("a.webm", "libvpx-vp9", "yuva420p"), ("a.mov", "prores_ks", "yuva444p10le"), ("b.mov", "qtrle", "argb")],
)
def test_transparency_lies_over_black_and_is_told(tmp_path: Path, name: str, codec: str, pixels: str) -> None:
    ramp = np.broadcast_to(np.linspace(0, 255, 320).astype(np.uint8), (180, 320))
    video(tmp_path / name, codec=codec, pixels=pixels, times=[0, 40],
          draw=lambda number: np.dstack([quarters(320, 180), ramp]))  # fmt: skip
    footage = probe(tmp_path / name)
    assert footage.clear
    reader = Reader(footage, 320, 180)
    rgb = to_rgb(reader.at(0))
    assert reader.alpha is not None
    assert np.abs(reader.alpha[90].astype(int) - ramp[0]).max() <= 3
    for x in (40, 80, 280):
        want = np.array(RED if x < 160 else GREEN) * ramp[0, x] / 255
        assert np.abs(rgb[40, x] - want).max() <= 6
    reader.close()


def test_what_is_transparent_shows_the_sides_of_the_shot(tmp_path: Path) -> None:
    ramp = np.broadcast_to(np.linspace(0, 255, 160).astype(np.uint8), (180, 160))
    video(tmp_path / "v.mov", codec="qtrle", pixels="argb", size=(160, 180), times=[0, 40],
          draw=lambda number: np.dstack([np.full((180, 160, 3), 200, np.uint8), ramp]))  # fmt: skip
    shot = Shot("v.mov", "Video", 2, fit="coloured sides", colour="#2040a0")
    screen = Screen(Media(Timeline(exact_rate(24), (shot,)), tmp_path, 320, 180), Lettering((), 320, 180))
    target = empty(320, 180)
    screen.draw(0, target)
    screen.close()
    row = to_rgb(target)[90].astype(int)
    side = np.array([0x20, 0x40, 0xA0])
    for x in (10, 82, 160, 236, 310):
        share = ramp[0, x - 80] / 255 if 80 <= x < 240 else 0
        assert np.abs(row[x] - (side * (1 - share) + 200 * share)).max() <= 4, x


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [False, True])
def test_every_way_a_camera_can_be_held(tmp_path: Path, turned: int, mirrored: bool) -> None:
    video(tmp_path / "v.mp4", turned=turned, mirrored=mirrored, times=[0, 40])
    upright = np.rot90(quarters(320, 180), turned // 90)
    upright = upright[:, ::-1] if mirrored else upright
    high, wide = upright.shape[:2]
    want = [upright[y, x] for y in (high // 4, 3 * high // 4) for x in (wide // 4, 3 * wide // 4)]
    assert np.abs(corners(tmp_path / "v.mp4", wide, high, 0) - np.array(want, int)).max() <= 8


@pytest.mark.parametrize("turned", [1, 2, 3])
def test_turning_leaves_colour_where_it_was(turned: int) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (180, 320, 3), np.uint8)
    picture = cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 3), None, 20, 235, cv2.NORM_MINMAX)
    planes = from_rgb(picture)
    frame = av.VideoFrame.from_ndarray(np.concatenate([p.ravel() for p in planes.all]).reshape(270, 320), "yuv420p")
    frame.colorspace = 1
    done, _ = Converter(*((180, 320) if turned % 2 else (320, 180)), turned)(frame)
    off = np.abs(to_rgb(done).astype(int) - np.rot90(picture, turned)).mean()
    assert off < 2.6  # 1.7 by halving chroma alone; 3.2 and more when its samples are not moved back


def test_a_picture_of_the_right_size_is_not_copied(tmp_path: Path) -> None:
    video(tmp_path / "v.mp4", tags={"colorspace": 1}, matrix=1, times=[0, 40])
    reader = Reader(probe(tmp_path / "v.mp4"), 320, 180)
    own = np.frombuffer(reader._find(0).frame.planes[0], np.uint8)
    assert reader.at(0).y.__array_interface__["data"][0] == own.__array_interface__["data"][0]


@pytest.mark.parametrize(("curve", "code"), [("PQ", 16), ("HLG", 18)])
def test_hdr_is_shown_as_an_ordinary_screen_can(tmp_path: Path, curve: str, code: int) -> None:
    video(tmp_path / "v.mkv", codec="libx265", pixels="yuv420p10le", times=[0, 40], matrix=9,
          tags={"color_trc": code, "color_primaries": 9, "colorspace": 9},
          draw=lambda number: np.repeat(np.linspace(0, 255, 320).astype(np.uint8)[None, :, None], 180, 0).repeat(3, 2),
          options={"x265-params": "log-level=none:qp=4:bframes=0:frame-threads=1:pools=none"})  # fmt: skip
    footage = probe(tmp_path / "v.mkv")
    assert footage.light is not None
    assert footage.light.curve == curve
    assert any("HDR" in note for note in footage.notes)
    reader = Reader(footage, 320, 180)
    row = to_rgb(reader.at(0))[90].astype(int)
    assert (np.diff(row[:, 1]) >= -1).all()
    assert np.ptp(row, axis=1).max() <= 3  # grey stays grey
    white = round(319 * (0.58 if curve == "PQ" else 0.75))  # 203 cd/m²
    assert 215 <= row[white, 1] <= 240
    assert row[-1, 1] >= 252
    reader.close()


@pytest.mark.parametrize(("matrix", "red", "blue"), [(5, 0.299, 0.114), (9, 0.2627, 0.0593), (7, 0.212, 0.087)])
def test_another_matrix_makes_nothing_darker_or_brighter(matrix: int, red: float, blue: float) -> None:
    rng = np.random.default_rng(matrix)
    rgb = rng.uniform(0.1, 0.9, (24, 3))  # patches of 16 columns
    light = rgb @ [red, 1 - red - blue, blue]
    codes = [
        16 + 219 * light,
        128 + 112 * (rgb[:, 2] - light) / (1 - blue),
        128 + 112 * (rgb[:, 0] - light) / (1 - red),
    ]
    frame = av.VideoFrame(384, 64, "yuv420p")
    frame.colorspace, frame.color_range = matrix, 1
    for plane, values in zip(frame.planes, codes, strict=True):
        row = np.rint(values).astype(np.uint8).repeat(16 * plane.width // 384)
        padded = np.zeros((plane.height, plane.line_size), np.uint8)
        padded[:, : plane.width] = row
        plane.update(padded.tobytes())
    planes, _ = Converter(384, 64)(frame)
    found = to_rgb(planes)[32, 8::16] / 255
    assert np.abs(found - rgb).max() < 0.02
    assert np.abs((found - rgb).mean(axis=0) * 255).max() < 0.6
