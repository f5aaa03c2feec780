"""Grade: looks and values on every shot of a clip, one upon another; tables are checked at once."""

from pathlib import Path

import pytest
from PIL import Image

from pipelines.shape.grade import LOOKS, grade
from pipelines.shape.move import move
from studio.errors import PersonError
from studio.given import identify
from studio.timeline import Grade, Shot, Timeline, exact_rate, load, save
from studio.work import Work
from tests.odd_media import quarters, video

INVERSE = "LUT_1D_SIZE 2\n1 1 1\n0 0 0\n"


def desk(tmp_path: Path, notes: list[str] | None = None) -> Work:
    (tmp_path / "w").mkdir(exist_ok=True)
    return Work(folder=tmp_path / "w", parts=tmp_path / "w", remark=(notes if notes is not None else []).append)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.fromarray(quarters(640, 360)).save(tmp_path / "a.png")
    return tmp_path / "a.png"


def test_pictures_videos_and_cuts_are_graded(tmp_path: Path, picture: Path) -> None:
    video(tmp_path / "v.mp4", times=[0, 40])
    for path in (picture, tmp_path / "v.mp4"):
        (shot,) = load(grade(path, exposure=0.5, work=desk(tmp_path))).shots
        assert (shot.media, shot.grade) == (path.name, Grade(exposure=0.5))
    clip = move(picture, "push in", work=Work.alone(tmp_path / "m"))
    (shot,) = load(grade(clip, look="black and white", work=desk(tmp_path))).shots
    assert shot.camera is not None
    assert shot.grade == LOOKS["black and white"]


def test_values_come_on_top_of_a_look_and_a_grade_on_a_grade(tmp_path: Path, picture: Path) -> None:
    (shot,) = load(grade(picture, "warm evening", exposure=0.2, saturation=0.5, work=desk(tmp_path))).shots
    look = LOOKS["warm evening"]
    assert shot.grade == Grade(0.3, look.temperature, look.tint, look.contrast, look.saturation / 2)
    first = Path(grade(picture, exposure=1, work=desk(tmp_path))).rename(tmp_path / "first.otio")
    (shot,) = load(grade(first, exposure=-1, contrast=1.5, work=desk(tmp_path))).shots  # type: ignore[arg-type]
    assert shot.grade == Grade(contrast=1.5)


def test_a_colour_becomes_another_colour(tmp_path: Path) -> None:
    save(Timeline(exact_rate(24), (Shot("", "Colour", 24, colour="#204060"),)), tmp_path / "c.otio")
    (shot,) = load(grade(tmp_path / "c.otio", saturation=0, work=desk(tmp_path))).shots
    assert shot.grade is None
    assert shot.colour == "#3c3c3c"  # its luma


def test_a_table_lies_beside_the_cut(tmp_path: Path, picture: Path) -> None:
    table = tmp_path / "look.cube"
    table.write_text(INVERSE)
    assert (identify(table).kind, identify(table).suffix) == ("Text", ".cube")
    cut = grade(picture, lut=table, share=0.5, work=desk(tmp_path))
    (shot,) = load(cut).shots
    assert shot.grade == Grade(lut="look.cube", share=0.5)
    assert "look.cube" in load(cut).media
    notes: list[str] = []
    first = Path(cut).rename(tmp_path / "first.otio")
    load(grade(first, lut=table, work=desk(tmp_path, notes)))  # type: ignore[arg-type]
    assert any("takes its place" in note for note in notes)


def test_a_broken_table_is_told_before_anything_is_made(tmp_path: Path, picture: Path) -> None:
    (tmp_path / "bad.cube").write_text("LUT_3D_SIZE 2\n0 0 0\nand so on\n")
    with pytest.raises(PersonError, match=r"Line 3 of the look-up table 'lut' says 'and so on'"):
        grade(picture, lut=tmp_path / "bad.cube", work=desk(tmp_path))


def test_every_look_is_one_a_shot_can_have(tmp_path: Path, picture: Path) -> None:
    for look in LOOKS:
        (shot,) = load(grade(picture, look, work=desk(tmp_path))).shots
        assert shot.grade == LOOKS[look]
