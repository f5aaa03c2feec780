"""Clips by tiny random models: of the asked length, shape and colours, seeded, cancelled, honest about what is made."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from studio import facts
from studio.errors import Cancelled, Unfit

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("clean")]


@pytest.fixture(autouse=True)
def small(clean: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "2")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_VIDEO_PIXELS", str(128 * 64))


def probe(path: Path) -> dict[str, Any]:
    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        context = stream.codec_context
        return {
            "size": (context.width, context.height),
            "rate": stream.average_rate,
            "frames": sum(1 for _ in film.decode(video=0)),
            "colours": (context.colorspace, context.color_primaries, context.color_trc, context.color_range),
        }


def shot(desk: Any, seconds: float = 1.0, seed: int = 1, avoid: str = "") -> Path:
    from pipelines.engines.video import shot_of

    return shot_of("a whale", avoid, (16, 9), seconds, seed, desk.work)


@pytest.mark.parametrize(("model", "rate"), [("wan", 16), ("ltx", 25)])
def test_words_become_a_clip_of_the_asked_length(
    desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch, model: str, rate: int
) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_SHOOT", str(tiny(model)))
    here = desk()
    one = shot(here)
    found = probe(one)
    assert found["frames"] == rate
    assert found["rate"] == rate
    assert found["colours"] == (1, 1, 1, 1)
    assert abs(found["size"][0] / found["size"][1] / (16 / 9) - 1) < 0.04
    assert facts.read(one)["engine"].startswith(f"diffusers:tiny-{model}@")
    assert not here.notes
    assert shot(desk("again")).read_bytes() == one.read_bytes()
    assert shot(desk("other"), seed=2).read_bytes() != one.read_bytes()


def test_more_than_the_model_makes_is_slowed_then_held_and_said(
    desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_SHOOT", str(tiny("wan")))
    here = desk()
    found = probe(shot(here, seconds=12))
    assert (found["rate"], found["frames"]) == (8, 96)
    assert here.notes == [
        "The model makes 81 frames at once (5.1 s): for 12 s they play at 0.50 of their speed, "
        "and the last one is held."
    ]


def test_lengths() -> None:
    from pipelines.engines.video import Length, frames_for, length_of

    assert frames_for(1, Fraction(16), 81, 4) == 17
    assert frames_for(60, Fraction(16), 81, 4) == 81
    assert frames_for(0.01, Fraction(16), 81, 4) == 1
    assert length_of(1, Fraction(16), 17) == Length(16, Fraction(16), 16)
    assert length_of(6, Fraction(16), 81) == Length(81, Fraction(27, 2), 81)
    assert length_of(20, Fraction(16), 81) == Length(81, Fraction(8), 160)
    assert length_of(20, Fraction(16), 81).held == 79


def test_a_picture_becomes_a_clip_in_its_shape_by_the_same_family(
    desk: Any, tiny: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.engines.video import clip_of

    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_ANIMATE", str(tiny("ltx")))
    picture = tmp_path / "p.png"
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (96, 96, 3), np.uint8)).save(picture)
    one = clip_of(picture, "waves roll in", 0.5, 1, desk("a").work)
    assert clip_of(picture, "waves roll in", 0.5, 1, desk("b").work).read_bytes() == one.read_bytes()
    found = probe(one)
    assert found["size"][0] == found["size"][1]
    assert found["frames"] == 12
    Image.new("RGB", (96, 96), "red").save(picture)
    assert clip_of(picture, "waves roll in", 0.5, 1, desk("c").work).read_bytes() != one.read_bytes()


def test_a_model_without_a_way_to_begin_with_a_picture_is_a_sentence(
    desk: Any, tiny: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.engines.video import clip_of

    Image.new("RGB", (64, 64)).save(tmp_path / "p.png")
    for model, words in (("wan", "WanPipeline"), ("stable_diffusion", "StableDiffusionPipeline")):
        monkeypatch.setenv("REELWRIGHT_DIFFUSERS_ANIMATE", str(tiny(model)))
        with pytest.raises(Unfit, match=f"makes no clip from a picture .{words}."):
            clip_of(tmp_path / "p.png", "waves", 1, 1, desk().work)
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_SHOOT", str(tiny("stable_diffusion")))
    with pytest.raises(Unfit, match="films nothing from words"):
        shot(desk("b"))


def test_a_cancel_between_steps_leaves_nothing_and_the_pipeline_good(
    desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_SHOOT", str(tiny("ltx")))
    whole = shot(desk()).read_bytes()
    here = desk("b")
    object.__setattr__(here.work, "report", lambda share, words: words == "step 1 of 2" and here.work.cancelled.set())
    with pytest.raises(Cancelled):
        shot(here)
    assert [p.name for p in here.work.folder.iterdir()] == ["parts"]
    assert shot(desk("c")).read_bytes() == whole
