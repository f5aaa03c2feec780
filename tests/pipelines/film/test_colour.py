"""Grades and look-up tables: known values, neutral greys, tables of every kind, and sentences for broken ones."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.film import colour, cube, hdr, planes
from pipelines.film.footage import Reader, probe
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from studio.errors import PersonError
from studio.timeline import Grade, Shot, Timeline, exact_rate
from tests.odd_media import QUARTERS, corners, quarters, video

GREYS = np.arange(256, dtype=np.uint8)[None, :, None].repeat(2, 0).repeat(3, 2)


def graded(colours: object, grade: Grade, folder: Path = Path()) -> np.ndarray:
    picture = np.array(colours, np.uint8).reshape(1, -1, 3).repeat(2, 0)
    return colour.grade_picture(picture, grade, folder)[0].astype(int)


def test_a_stop_is_twice_the_light() -> None:
    # 99 is .1246 of sRGB's light, 136 twice and 71 half of it; highlights roll off into white.
    assert np.abs(graded([[99] * 3], Grade(exposure=1))[0] - 136).max() <= 1
    assert np.abs(graded([[99] * 3], Grade(exposure=-1))[0] - 71).max() <= 1
    bright = graded(GREYS[:1], Grade(exposure=1.5))[:, 0]
    assert (np.diff(bright) >= 0).all()
    assert (bright[0], bright[255]) == (0, 255)
    assert bright[200] < 252


def test_contrast_turns_around_mid_grey_and_keeps_black_and_white() -> None:
    more, less = (graded(GREYS[:1], Grade(contrast=c))[:, 0] for c in (1.5, 0.5))
    middle = round(colour.MIDDLE * 255)
    assert abs(more[middle] - middle) <= 1
    assert abs(less[middle] - middle) <= 1
    assert (more[0], more[255], more[60] < 60, more[200] > 200) == (0, 255, True, True)
    assert abs(less[0] - middle / 2) <= 1
    assert (graded(GREYS[:1], Grade(contrast=0))[:, 0] == middle).all()


@pytest.mark.parametrize(
    "grade", [Grade(exposure=1.3), Grade(contrast=1.6), Grade(exposure=-2, contrast=0.4), Grade(saturation=2)]
)
def test_neutral_greys_stay_neutral(grade: Grade) -> None:
    assert np.ptp(graded(GREYS[:1], grade), axis=1).max() == 0


def test_saturation_keeps_luma() -> None:
    weights = [0.2126, 0.7152, 0.0722]
    for share in (0.0, 0.5, 1.4):
        after = graded(QUARTERS, Grade(saturation=share))
        assert np.abs(after @ weights - np.array(QUARTERS) @ weights).max() <= 1.5
    assert np.ptp(graded(QUARTERS, Grade(saturation=0)), axis=1).max() <= 1


def test_white_balance_goes_the_named_way_and_keeps_the_brightness_of_grey() -> None:
    warm, cool, magenta, green = (
        graded([[118] * 3], g)[0] for g in (Grade(temperature=1), Grade(temperature=-1), Grade(tint=1), Grade(tint=-1))
    )
    assert warm[0] > 118 > warm[2]
    assert cool[2] > 118 > cool[0]
    assert magenta[1] < 118 < magenta[0]
    assert green[1] > 118 > green[2]
    light = colour._linear(np.array([warm, cool, magenta, green]) / 255) @ hdr.LUMA_709
    assert np.abs(light / colour._linear(np.array(118 / 255)) - 1).max() < 0.03


def test_a_grade_that_changes_nothing_costs_nothing() -> None:
    picture = quarters(64, 36)
    for grade in (None, Grade(), Grade(lut="missing.cube", share=0.0)):
        assert colour.grade_picture(picture, grade, Path()) is picture
        assert colour.open_look(grade, Path()) == colour.PLAIN


def table(path: Path, size: int, change, head: str = "", end: str = "\n") -> Path:  # type: ignore[no-untyped-def]
    steps = np.linspace(0, 1, size)
    rows = [change(np.array([r, g, b])) for b in steps for g in steps for r in steps]
    lines = [
        "# made by hand",
        'TITLE "a look"',
        head,
        f"LUT_3D_SIZE {size}",
        "",
        *(" ".join(map(str, r)) for r in rows),
    ]
    path.write_bytes(end.join([*lines, ""]).encode())
    return path


@pytest.mark.parametrize("size", [2, 17, 33, 36])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_of_three_dimensions(tmp_path: Path, size: int, end: str) -> None:
    table(tmp_path / "l.cube", size, lambda c: 1 - c, end=end)
    assert np.abs(graded(QUARTERS, Grade(lut="l.cube"), tmp_path) - (255 - np.array(QUARTERS))).max() <= 1
    half = graded(QUARTERS, Grade(lut="l.cube", share=0.25), tmp_path)
    assert np.abs(half - (0.75 * np.array(QUARTERS) + 0.25 * (255 - np.array(QUARTERS)))).max() <= 1


def test_a_table_of_two_halves_of_a_cube_keeps_greys_neutral(tmp_path: Path) -> None:
    # Interpolating between all eight corners would tint the greys between the entries.
    table(tmp_path / "l.cube", 5, lambda c: c if np.ptp(c) == 0 else np.array([1.0, 0.0, 0.5]))
    found = cube.read(tmp_path / "l.cube")(np.linspace(0, 1, 50)[:, None].repeat(3, 1))
    assert np.abs(found - np.linspace(0, 1, 50)[:, None]).max() < 1e-9


def test_tables_of_one_dimension_and_other_domains(tmp_path: Path) -> None:
    rows = "\n".join(f"{(i / 9) ** 2} {i / 9} {1 - i / 9}" for i in range(10))
    (tmp_path / "one.cube").write_text(f"LUT_1D_SIZE 10\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 1 1 1\n{rows}\n")
    after = graded([[255, 128, 0], [0, 0, 255]], Grade(lut="one.cube"), tmp_path)
    assert np.abs(after - [[255, 128, 255], [0, 0, 0]]).max() <= 1
    table(tmp_path / "wide.cube", 9, lambda c: c * 2 - 0.5, head="DOMAIN_MIN -0.5 -0.5 -0.5\nDOMAIN_MAX 1.5 1.5 1.5")
    assert np.abs(graded(QUARTERS, Grade(lut="wide.cube"), tmp_path) - QUARTERS).max() <= 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no line begins with LUT_3D_SIZE"),
        ("LUT_3D_SIZE 2\n0 0 0\n", "holds 1 colours where its size of 2 needs 8"),
        ("LUT_3D_SIZE 1\n", r"Line 1 .* gives no size from 2 to 129"),
        ("LUT_3D_SIZE 99999999999\n", "Line 1"),
        ("LUT_3D_SIZE two\n", "Line 1"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1\n", r"Line 3 .* three usable numbers"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 nan 1\n", "Line 3"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 one 1\n", r"Line 3 .* says '1 one 1'"),
        ("LUT_1D_SIZE 2\nLUT_1D_SIZE 2\n0 0 0\n1 1 1\n", "Line 2 .* a second time"),
        ("LUT_1D_SIZE 2\nDOMAIN_MAX 0 0 0\n0 0 0\n1 1 1\n", "domain ends before it begins"),
        ("<html>\n", "Line 1"),
    ],
)
def test_broken_tables_get_a_sentence_with_the_line(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bad.cube").write_text(text)
    with pytest.raises(PersonError, match=words) as error:
        graded(QUARTERS, Grade(lut="bad.cube"), tmp_path)
    assert "bad.cube" in str(error.value)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match=r"look-up table 'gone\.cube' is missing"):
        graded(QUARTERS, Grade(lut="gone.cube"), tmp_path)


def test_stills_and_videos_are_graded_alike(tmp_path: Path) -> None:
    grade = Grade(exposure=0.4, temperature=0.5, contrast=1.2, saturation=0.8)
    video(tmp_path / "v.mp4", times=[0, 40])
    Image.fromarray(quarters(320, 180)).save(tmp_path / "a.png")
    shown = []
    for shot in (Shot("a.png", "Image", 2, grade=grade), Shot("v.mp4", "Video", 2, grade=grade)):
        screen = Screen(Media(Timeline(exact_rate(24), (shot,)), tmp_path, 320, 180), Lettering((), 320, 180))
        target = planes.empty(320, 180)
        screen.draw(0, target)
        screen.close()
        shown.append(planes.to_rgb(target).astype(int)[np.ix_([45, 135], [80, 240])])
    assert np.abs(shown[0] - graded(QUARTERS, grade).reshape(2, 2, 3)).max() <= 3
    assert np.abs(shown[1] - shown[0]).max() <= 8


def test_a_shot_with_a_broken_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.cube").write_text("nothing")
    video(tmp_path / "v.mp4", times=[0, 40])
    Image.fromarray(quarters(320, 180)).save(tmp_path / "a.png")
    for shot in (Shot("a.png", "Image", 2), Shot("v.mp4", "Video", 2)):
        film = Timeline(exact_rate(24), (Shot(shot.media, shot.kind, 2, grade=Grade(lut="bad.cube")),))
        screen = Screen(Media(film, tmp_path, 320, 180), Lettering((), 320, 180))
        with pytest.raises(PersonError, match=r"Shot 1: Line 1 .*bad\.cube"):
            screen.draw(0, planes.empty(320, 180))


def test_hdr_and_grade_are_one_table(tmp_path: Path) -> None:
    video(tmp_path / "v.mkv", codec="libx265", pixels="yuv420p10le", times=[0, 40], matrix=9,
          tags={"color_trc": 16, "color_primaries": 9, "colorspace": 9},
          options={"x265-params": "log-level=none:qp=4:bframes=0"})  # fmt: skip
    plain = corners(tmp_path / "v.mkv", 320, 180, 0)
    reader = Reader(probe(tmp_path / "v.mkv"), 320, 180, Grade(saturation=0))
    grey = planes.to_rgb(reader.at(0))[np.ix_([45, 135], [80, 240])].reshape(4, 3).astype(int)
    assert np.abs(grey - (plain @ hdr.LUMA_709)[:, None]).max() <= 5
    reader.close()


def test_tone_mapping_keeps_hue_and_known_levels() -> None:
    light = hdr.Light("PQ", "BT.709", 1000)
    nits = np.array([[1, 1, 1], [92, 92, 92], [1000, 1000, 1000]], float)
    found = hdr.to_usual(hdr.nits_to_pq(nits), light)
    assert abs(found[0, 0] - (1 / hdr.WHITE) ** (1 / 2.4)) < 0.002  # below the knee light is kept
    assert abs(found[1, 0] - (92 / hdr.WHITE) ** (1 / 2.4)) < 0.01
    assert found[2].min() > 0.999
    warm = hdr.to_usual(hdr.nits_to_pq(np.array([[800.0, 400.0, 200.0]])), light) ** 2.4
    assert np.abs(warm / warm[:, :1] - [1, 0.5, 0.25]).max() < 0.01
    assert np.abs(hdr.pq_to_nits(np.array([0.5081, 0.5807])) - [100, 203]).max() < 1  # ST 2084, BT.2408
    assert np.abs(hdr.hlg_to_nits(np.array([[0.75] * 3]), 1000) - 203).max() < 2  # BT.2408


def test_colours_beyond_bt709_lose_saturation_only() -> None:
    green = hdr.to_usual(np.array([[0.0, 0.6, 0.0]]), hdr.Light("usual", "BT.2020"))[0]
    assert green[1] > green[0]
    assert green[1] > green[2]
    assert (green >= 0).all()
