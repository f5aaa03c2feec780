"""Pictures painted over by a model or a server of the person's own: size, transparency, facts, and what is said."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from pipelines.shape.restyle import restyle, settle
from studio import facts
from studio.errors import PersonError, Unfit
from studio.kinds import Image
from studio.work import Work
from tests.pipelines.engines import tiny_models
from tests.pipelines.engines.endpoint.conftest import GRAPH
from tests.pipelines.engines.endpoint.image_server import PAGE, Comfy, openai, serving
from tests.pipelines.engines.unset import unset

KEY = "rw-secret-7f3a9c"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with unset(monkeypatch):
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_KEY", KEY)
        yield


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def work(tmp_path: Path, notes: list[str]) -> Work:
    return replace(Work.alone(tmp_path / "desk"), remark=notes.append)


@pytest.fixture
def picture(tmp_path: Path) -> Image:
    """An odd-sized picture whose right half is clear."""
    pixels = np.random.default_rng(1).integers(0, 255, (63, 97, 4), np.uint8)
    pixels[:, :, 3] = np.where(np.arange(97) < 48, 255, 0)
    about = {"drawn": ["whale"], "recipe": {"tool": "paint", "scene": "a whale"}}
    Pillow.fromarray(pixels).save(tmp_path / "p.png", pnginfo=facts.png_info(about))
    return Image(tmp_path / "p.png")


def engine() -> str:
    return str(settle({"engine": "auto", "look": "oil"}, lambda name: True).options["engine"])


def holds(made: Path, named: str, before: Image) -> None:
    """Its size and transparency are those of the picture it was made from; it tells who made it, and no recipe."""
    with Pillow.open(made) as after, Pillow.open(before) as first:
        assert (after.size, after.mode) == (first.size, "RGBA")
        assert after.getchannel("A").tobytes() == first.getchannel("A").tobytes()
        assert after.convert("RGB").tobytes() != first.convert("RGB").tobytes()
    told = facts.read(made)
    assert (told["made_with"], told["drawn"]) == ([named], ["whale"])
    assert "recipe" not in told
    assert KEY not in json.dumps(told)


@pytest.mark.slow
def test_a_model_paints_it_over(
    picture: Image, work: Work, notes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("diffusers")
    (tmp_path / "model").mkdir()
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", str(tiny_models.stable_diffusion(tmp_path / "model")))
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "2")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_PIXELS", str(64 * 64))
    named = engine()
    assert named.startswith("diffusers:")
    made = Path(restyle(picture, look="oil", strength=0.6, engine=named, seed=-3, work=work))
    holds(made, named, picture)
    before = made.read_bytes()
    assert Path(restyle(picture, look="oil", strength=0.6, engine=named, seed=-3, work=work)).read_bytes() == before
    restyle(picture, like=picture, engine=named, work=work)
    assert any("is told the look in words" in note for note in notes)


@pytest.mark.parametrize("kind", ["openai:flux", "comfyui"])
def test_a_server_paints_it_over(
    kind: str, picture: Image, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(GRAPH))
    monkeypatch.setenv("REELWRIGHT_COMFYUI_RESTYLE", str(tmp_path / "mine.json"))
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", kind)
    with serving(Comfy() if kind == "comfyui" else openai) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        named = engine()
        assert named.startswith("endpoint:")
        holds(Path(restyle(picture, look="oil", engine=named, work=work)), named, picture)
    assert any(b"oil" in asked.body and b"whale" in asked.body for asked in server.asked)


@pytest.mark.parametrize("answer", [(200, PAGE), (401, b""), (500, b"oops"), (200, b'{"data": []}')])
def test_a_server_that_cannot_gives_up_so_that_the_looks_do_it(
    answer: tuple[int, bytes], picture: Image, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    with serving(lambda call: answer) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        with pytest.raises(Unfit) as told:
            restyle(picture, engine=engine(), work=work)
        assert KEY not in str(told.value)
        settled = settle({"engine": "auto", "look": "oil"}, lambda name: True)
    assert settled.options["engine"] == "looks"
    assert settled.notes[0].endswith("So 'looks' does it.")
    assert not work.path("restyled.png").exists()


def test_a_picture_of_one_dot_is_painted_over(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Pillow.new("RGB", (1, 1), "red").save(tmp_path / "dot.png")
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    with serving(openai) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        made = restyle(Image(tmp_path / "dot.png"), engine=engine(), work=work)
        sent = next(a.body for a in server.asked)
    with Pillow.open(made) as image:
        assert image.size == (1, 1)
    start = sent.index(b"\x89PNG")
    with Pillow.open(io.BytesIO(sent[start:])) as image:
        assert min(image.size) >= 1


def test_one_that_is_not_there_is_a_sentence_before_anything_runs() -> None:
    for asked, said in (("diffusers", "REELWRIGHT_DIFFUSERS_RESTYLE"), ("endpoint", "needs an image server")):
        with pytest.raises(PersonError, match=said):
            settle({"engine": asked, "look": "oil"}, lambda name: True)
