"""Pictures by a tiny random model: seeded, shown as they come, cancelled between steps, one at a time, never silent."""

import io
import json
import shutil
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio import facts
from studio.bench import Bench
from studio.errors import Cancelled, PersonError, Unfit
from studio.events import Event, StepDone, StepFailed, StepNote
from studio.execute import run
from studio.plan import parse
from studio.store import Store

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("clean")]
SIZE = (96, 54)


@pytest.fixture(autouse=True)
def chosen(tiny: Any, clean: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(tiny("stable_diffusion")))
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "3")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_PIXELS", str(64 * 64))


def paint(desk: Any, seed: int = 1, avoid: str = "") -> np.ndarray:
    from pipelines.engines.still import painted

    return painted("a whale in the sea", avoid, SIZE, seed, desk.work)


def test_the_model_paints_the_size_asked_for_and_words_and_seed_decide(desk: Any) -> None:
    here = desk()
    one = paint(here)
    assert one.shape == (54, 96, 3)
    assert one.dtype == np.uint8
    assert (paint(desk("b")) == one).all()
    assert (paint(desk("c"), seed=2) != one).any()
    assert (paint(desk("d"), avoid="boats") != one).any()
    assert [words for words in here.told if words.startswith("step")] == [f"step {n} of 3" for n in (1, 2, 3)]


def test_what_is_painted_so_far_is_shown(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipelines.engines import calling, peeking

    monkeypatch.setattr(calling, "Peek", partial(peeking.Peek, every=0.0))
    here = desk()
    paint(here)
    assert len(here.shown) == 3
    assert len(set(here.shown)) == 3
    for jpeg in here.shown:
        with Image.open(io.BytesIO(jpeg)) as picture:
            assert picture.format == "JPEG"
            assert max(picture.size) == 288
        assert len(jpeg) < 30_000


@pytest.mark.parametrize("after", ["loading", "reading", "step 1", "step 2"])
def test_a_cancel_at_any_moment_leaves_the_pipeline_good(desk: Any, after: str) -> None:
    from pipelines.engines.loading import PIPELINES

    whole = paint(desk())
    if after == "loading":
        PIPELINES.close()
    here = desk("cancelled")
    report = here.work.report

    def hear(share: float, words: str) -> None:
        report(share, words)
        if words.startswith(after):
            here.work.cancelled.set()

    object.__setattr__(here.work, "report", hear)
    with pytest.raises(Cancelled):
        paint(here)
    assert here.told[-1].startswith(after)
    assert (paint(desk("after")) == whole).all()


def test_two_at_once_are_painted_one_after_the_other_and_right(desk: Any) -> None:
    alone = {seed: paint(desk(str(seed)), seed) for seed in (1, 2, 3, 4)}
    found: dict[int, np.ndarray] = {}
    threads = [
        threading.Thread(target=lambda s=seed: found.update({s: paint(desk(f"t{s}"), s)})) for seed in (1, 2, 3, 4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert all((found[seed] == alone[seed]).all() for seed in alone)


def test_a_picture_is_painted_over_by_the_same_weights(desk: Any) -> None:
    from pipelines.engines.loading import PIPELINES
    from pipelines.engines.still import repainted

    whole = paint(desk("a"))
    pixels = np.asarray(Image.linear_gradient("L").resize(SIZE).convert("RGB"))
    one = repainted(pixels, "oil on canvas", 1.0, 1, desk("b").work)
    assert one.shape == pixels.shape
    assert (repainted(pixels, "oil on canvas", 1.0, 1, desk("c").work) == one).all()
    assert (repainted(pixels, "oil on canvas", 0.5, 1, desk("d").work) != one).any()
    faint = repainted(pixels, "oil on canvas", 0.0, 1, desk("f").work)  # never less than one step
    assert (faint != one).any()
    assert len(PIPELINES.names()) == 1
    assert (paint(desk("e")) == whole).all()  # the scheduler they share is set up anew


@pytest.mark.parametrize("bad", [float("nan"), 0.0])
def test_black_pictures_and_no_numbers_are_a_sentence(desk: Any, monkeypatch: pytest.MonkeyPatch, bad: float) -> None:
    from diffusers import AutoencoderKL

    paint(desk())
    decode = AutoencoderKL.decode

    def spoilt(self: Any, *args: Any, **more: Any) -> Any:
        found = decode(self, *args, **more)
        return (found[0] * 0 + (bad or -1.0),)

    monkeypatch.setattr(AutoencoderKL, "decode", spoilt)
    with pytest.raises(Unfit, match=r"black picture.*REELWRIGHT_DIFFUSERS_PRECISION=full"):
        paint(desk("b"))


def test_out_of_memory_is_a_sentence(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from diffusers import UNet2DConditionModel

    def full(self: Any, *args: Any, **more: Any) -> Any:
        raise RuntimeError("CUDA out of memory. Tried to allocate 20 GiB")

    monkeypatch.setattr(UNet2DConditionModel, "forward", full)
    with pytest.raises(Unfit, match="more memory than this machine has free"):
        paint(desk())


def test_a_bug_of_ours_stays_one(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from diffusers import UNet2DConditionModel

    monkeypatch.setattr(UNet2DConditionModel, "forward", lambda *a, **b: {}["no such thing"])
    with pytest.raises(KeyError):
        paint(desk())


@pytest.fixture
def mixed(tiny: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The model asked for has weights that do not fit its config."""
    folder = tmp_path / "mixed"
    shutil.copytree(tiny("stable_diffusion"), folder)
    config = json.loads((folder / "unet" / "config.json").read_text())
    (folder / "unet" / "config.json").write_text(json.dumps({**config, "block_out_channels": [16, 16]}))
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(folder))


@pytest.mark.usefixtures("mixed")
def test_weights_that_do_not_fit_their_config_are_a_sentence(desk: Any) -> None:
    with pytest.raises(Unfit, match=r"REELWRIGHT_DIFFUSERS. cannot be loaded"):
        paint(desk())


def test_a_model_of_clips_paints_no_pictures(desk: Any, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(tiny("ltx")))
    with pytest.raises(Unfit, match=r"paints no pictures from words .LTXPipeline."):
        paint(desk())


@pytest.fixture
def bench(tmp_path: Path, tools: Any, packs: Any, pack: Callable[[str], Path]) -> Bench:
    for name in ("fluent-emoji", "minilm"):
        pack(name)
    return Bench({"paint": tools["paint"]}, Store(tmp_path / "store"), packs)


def go(plan: str, bench: Bench) -> list[Event]:
    events: list[Event] = []
    run(parse(plan, bench.tools), {}, bench, on_event=events.append)
    return events


def test_a_plan_is_painted_by_the_model_that_is_named_and_another_model_makes_another_thing(
    bench: Bench, tiny: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = 'a = paint(scene="a whale", shape="1:1")\n'
    done = next(e for e in go(plan, bench) if isinstance(e, StepDone))
    engine = facts.read(done.made.path)["engine"]
    record = bench.store.record(done.key)
    assert record is not None
    assert record.options["engine"] == engine
    assert engine.startswith("diffusers:tiny@")
    assert next(e for e in go(plan, bench) if isinstance(e, StepDone)).recalled
    folder = tmp_path / "tiny"
    shutil.copytree(tiny("stable_diffusion"), folder)
    again = {**json.loads((folder / "scheduler" / "scheduler_config.json").read_text()), "beta_end": 0.03}
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(folder))
    assert next(e for e in go(plan, bench) if isinstance(e, StepDone)).recalled  # a copy is the same model
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps(again))
    other = next(e for e in go(plan, bench) if isinstance(e, StepDone))
    assert not other.recalled
    assert facts.read(other.made.path)["engine"] != engine


@pytest.mark.usefixtures("mixed")
def test_a_model_that_does_not_load_is_drawn_instead_under_auto_and_said(bench: Bench) -> None:
    events = go('a = paint(scene="a whale")\nb = paint(scene="a whale", engine="diffusers")\n', bench)
    done = next(e for e in events if isinstance(e, StepDone))
    assert facts.read(done.made.path)["engine"] == "drawn"
    assert any(isinstance(e, StepNote) and e.step == "a" and "cannot be loaded" in e.words for e in events)
    failed = next(e for e in events if isinstance(e, StepFailed))
    assert (failed.step, failed.bug) == ("b", False)
    assert "cannot be loaded" in failed.words


def test_the_safety_check_of_a_model_is_named(monkeypatch: pytest.MonkeyPatch, tiny: Any) -> None:
    from types import SimpleNamespace

    from pipelines.engines.calling import _pictures
    from pipelines.engines.models import chosen as named

    black = SimpleNamespace(images=np.zeros((1, 8, 8, 3)), nsfw_content_detected=[True])
    with pytest.raises(PersonError, match="safety check"):
        _pictures(black, named("paint"))
