"""Clips from words: drawn where there is nothing else, by a tiny model where one is named, and said where it cannot."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import pytest

from pipelines.make.shoot import PACKS, settle, shoot
from pipelines.type import faces
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work
from tests.pipelines.engines import tiny_models
from tests.pipelines.engines.endpoint.conftest import GRAPH
from tests.pipelines.engines.endpoint.image_server import Comfy, serving
from tests.pipelines.engines.endpoint.image_server import film as stub_film
from tests.pipelines.engines.unset import unset


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with unset(monkeypatch):
        yield


def film(
    desk: Work, engine: str, seconds: float = 0.5, shape: str = "16:9", seed: int = 1, look: str = "shaded"
) -> Path:
    scene = desk.path("scene.txt")
    scene.write_text("waves break on a rocky shore, a lighthouse")
    return shoot(scene, seconds=seconds, shape=shape, look=look, engine=engine, seed=seed, work=desk)  # type: ignore[arg-type]


def test_without_a_model_it_is_drawn_and_one_asked_for_by_name_is_a_sentence(tmp_path: Path) -> None:
    settled = settle({"engine": "auto"}, lambda name: True)
    assert (settled.options["engine"], settled.packs, settled.notes) == ("drawn", (*PACKS, *faces.PACKS), ())
    with pytest.raises(PersonError, match="REELWRIGHT_DIFFUSERS_SHOOT"):
        settle({"engine": "diffusers"}, lambda name: True)


def test_a_named_model_that_is_none_is_drawn_instead_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_SHOOT", str(tmp_path))
    settled = settle({"engine": "auto"}, lambda name: True)
    assert settled.options["engine"] == "drawn"
    assert "REELWRIGHT_DIFFUSERS_SHOOT" in settled.notes[0]


def test_a_drawn_clip_moves_and_has_the_asked_length_and_shape(tmp_path: Path, pack: Callable[[str], Path]) -> None:
    made = film(Work.alone(tmp_path, pack), "drawn", shape="9:16")
    with av.open(str(made)) as clip:
        pictures = [frame.to_ndarray(format="gray").astype(int) for frame in clip.decode(video=0)]
    assert len(pictures) == 15
    assert pictures[0].shape == (1280, 720)
    assert abs(pictures[-1] - pictures[0]).mean() > 1
    assert facts.read(made)["engine"] == "drawn"
    assert "lighthouse" in str(facts.read(made)["drawn"])


def test_a_drawn_clip_is_in_the_films_look(tmp_path: Path, pack: Callable[[str], Path]) -> None:
    frames = []
    for look in ("shaded", "noir"):
        with av.open(str(film(Work.alone(tmp_path / look, pack), "drawn", 0.1, look=look))) as clip:
            frames.append(next(clip.decode(video=0)).to_ndarray(format="rgb24").astype(int))
    colourful, grey = ((frame.max(axis=2) - frame.min(axis=2)).mean() for frame in frames)
    assert colourful > 4 * grey


def test_a_server_films_in_the_films_look(
    tmp_path: Path, pack: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(GRAPH))
    monkeypatch.setenv("REELWRIGHT_COMFYUI_SHOOT", str(tmp_path / "mine.json"))
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "comfyui")
    comfy = Comfy(stub_film(tmp_path), "clip_0001.mp4", looks=0)
    with serving(comfy) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        engine = settle({"engine": "auto"}, lambda name: True).options["engine"]
        made = film(Work.alone(tmp_path / "desk", pack), engine, 1.0, look="oil")
    assert facts.read(made)["engine"] == engine
    assert comfy.graphs[0]["1"]["inputs"]["text"].endswith("a lighthouse, oil painting with visible brush strokes")


def test_a_cancel_ends_the_drawing(tmp_path: Path, pack: Callable[[str], Path]) -> None:
    desk = Work.alone(tmp_path, pack)
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        film(desk, "drawn")


@pytest.mark.slow
def test_a_model_films_under_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("diffusers")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_SHOOT", str(tiny_models.wan(tmp_path)))
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "2")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_VIDEO_PIXELS", str(128 * 64))
    engine = settle({"engine": "auto"}, lambda name: True).options["engine"]
    made = film(Work.alone(tmp_path / "desk"), engine)
    assert facts.read(made)["engine"] == engine
    with av.open(str(made)) as clip:
        assert clip.streams.video[0].frames == 8
