"""Cutting out: what stands out is found, its edge is its own, backgrounds of every sort come behind it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.retouch import matte
from pipelines.retouch.colours import colour_of
from pipelines.shape.cut_out import cut_out
from pipelines.shape.cut_out_video import cut_out_video
from pipelines.shape.replace_background import replace_background, settle
from pipelines.shape.replace_background_video import replace_background_video
from studio import facts
from studio.errors import PersonError
from tests.pipelines.retouch.shots import desk, frames_of, heard, save, subject, video


@pytest.fixture
def u2net(pack):
    return pack("u2net")


def ball(width: int = 320, height: int = 240, grown: float = 0) -> np.ndarray:
    """Where the ball of `subject` is."""
    y, x = np.mgrid[:height, :width]
    return (x - width // 2) ** 2 + (y - height // 2) ** 2 < (height // 3 + grown) ** 2


def test_a_ball_is_cut_out_to_its_edge(tmp_path: Path, u2net: Path) -> None:
    given = save(subject(), tmp_path / "a.png", {"drawn": ["ball"], "where": [[0.2, 0.1, 0.5, 0.7]]})
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    made = cut_out(given, work=work)
    found = np.asarray(Image.open(made))
    alpha = found[..., 3] / 255
    assert found.shape == (240, 320, 4)
    assert alpha[ball(grown=-4)].min() > 0.9
    assert alpha[~ball(grown=6)].max() < 0.1
    edge = ball(grown=1) & ~ball(grown=-2) & (alpha > 0.1)
    assert found[edge][:, 1].mean() < 75, "the green behind is still in the edge"
    told = facts.read(Path(made))
    assert told["drawn"] == ["ball"]
    assert told["made_with"] == [matte.MADE_WITH]


def test_the_same_picture_gives_the_same_matte(u2net: Path) -> None:
    one, two = (matte.alpha_of(subject(), matte.Finder(u2net, 2), lambda: None) for _ in range(2))
    assert np.array_equal(one, two)


def test_an_even_picture_has_nothing_to_cut_out(tmp_path: Path, u2net: Path) -> None:
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    for size in ((1, 1), (200, 120)):
        given = save(np.full((size[1], size[0], 3), 140, np.uint8), tmp_path / "even.png")
        with pytest.raises(PersonError, match="Nothing stands out"):
            cut_out(given, work=work)


def test_what_was_clear_stays_clear(u2net: Path) -> None:
    picture = np.dstack([subject(), np.full((240, 320), 255, np.uint8)])
    picture[:120, :, 3] = 0
    alpha = matte.alpha_of(picture, matte.Finder(u2net, 2), lambda: None)
    assert alpha[:120].max() == 0
    assert alpha[125:150, 150:170].min() > 0.9


@pytest.mark.parametrize(("behind", "wanted"), [("sky blue", (135, 206, 235)), ("#102030", (16, 32, 48))])
def test_a_colour_comes_behind(behind: str, wanted: tuple[int, ...], tmp_path: Path, u2net: Path) -> None:
    given = save(subject(), tmp_path / "a.png")
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    made = np.asarray(Image.open(replace_background(given, behind=behind, work=work)))
    assert np.abs(made[~ball(grown=10)].astype(int) - wanted).max() <= 3
    assert np.abs(made[ball(grown=-6)].astype(int) - subject()[ball(grown=-6)]).mean() < 3


def test_a_picture_comes_behind_and_fills(tmp_path: Path, u2net: Path) -> None:
    given = save(subject(), tmp_path / "a.png")
    back = save(np.dstack([np.full((90, 30), v, np.uint8) for v in (20, 60, 220)]), tmp_path / "b.png")
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    made = np.asarray(Image.open(replace_background(given, back, work=work)))
    assert made.shape == (240, 320, 3)
    assert np.abs(made[~ball(grown=10)].astype(int) - (20, 60, 220)).max() <= 3


def test_before_another_background_it_is_somewhere_else(tmp_path: Path, u2net: Path) -> None:
    about = {"drawn": ["ball"], "setting": "snow", "time": "night", "weather": "storm"}
    given, back = tmp_path / "a.png", tmp_path / "b.png"
    Image.fromarray(subject()).save(given, pnginfo=facts.png_info(about))
    Image.new("RGB", (30, 20), "blue").save(back, pnginfo=facts.png_info({"setting": "beach", "time": "day"}))
    told = []
    for number, options in enumerate(({"background": back}, {"behind": "sky blue"}, {"behind": "blur"})):
        work, _ = desk(tmp_path / str(number), lambda name: u2net)
        found = facts.read(Path(replace_background(given, **options, work=work)))
        assert found["drawn"] == ["ball"]
        told.append([found.get(name) for name in ("setting", "time", "weather")])
    assert told == [["beach", "day", None], [None] * 3, ["snow", "night", "storm"]]
    moving = video(tmp_path / "a.mp4", [subject(160, 120)], sound=False)
    work, _ = desk(tmp_path / "video", lambda name: u2net)
    made = Path(replace_background_video(moving, back, work=work))
    assert facts.read(made)["setting"] == "beach"


def test_a_blurred_background_holds_nothing_of_the_thing(tmp_path: Path, u2net: Path) -> None:
    given = save(subject(), tmp_path / "a.png")
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    made = np.asarray(Image.open(replace_background(given, behind="blur", blur=1, work=work))).astype(int)
    around = ball(grown=14) & ~ball(grown=5)
    assert (made[around][:, 0] - made[around][:, 1]).max() < 25, "the red ball bleeds into its background"


def test_no_colour_is_said_before_anything_runs() -> None:
    with pytest.raises(PersonError, match="no colour"):
        settle({"behind": "quite nice", "blur": 0.5, "light": True}, lambda pack: True)
    assert colour_of(" dark green ") == (0, 100, 0)


def test_a_video_is_cut_out_with_transparency_and_sound(tmp_path: Path, u2net: Path) -> None:
    given = video(tmp_path / "a.mp4", [subject(160, 120, n) for n in range(4)])
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    made = Path(cut_out_video(given, work=work))
    from pipelines.film.footage import probe
    from pipelines.retouch.clip import open_clip, pictures

    assert probe(made).clear
    again = list(pictures(open_clip(made, work), work))
    assert len(again) == 4
    assert again[0].shape == (120, 160, 4)
    assert again[0][60, 80, 3] > 240
    assert again[0][5, 5, 3] < 12
    assert again[0][50, 80, 0] > 150 > again[0][50, 80, 1]
    assert len(heard(made)) == pytest.approx(0.4 * 48000, abs=2048)
    assert facts.read(made)["made_with"] == [matte.MADE_WITH]


def test_a_video_gets_another_background(tmp_path: Path, u2net: Path) -> None:
    given = video(tmp_path / "a.mp4", [subject(160, 120, n) for n in range(3)], sound=False)
    work, _ = desk(tmp_path / "desk", lambda name: u2net)
    made = Path(replace_background_video(given, behind="#2040c0", work=work))
    frames = frames_of(made)
    assert made.suffix == ".mp4"
    assert len(frames) == 3
    assert np.abs(frames[1][4, 4].astype(int) - (32, 64, 192)).max() < 12
    clear = Path(replace_background_video(given, behind="transparent", work=desk(tmp_path / "two", lambda n: u2net)[0]))
    assert clear.suffix == ".webm"


def test_a_damaged_pack_is_said(tmp_path: Path) -> None:
    (tmp_path / "u2netp.onnx").write_bytes(b"nothing of the kind")
    with pytest.raises(PersonError, match="damaged"):
        matte.Finder(tmp_path, 1)
