"""Pictures that move: drawn where there is nothing else, by a model or server where one is named; cards stay drawn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image as Pillow

from pipelines.film.footage import probe
from pipelines.make.animate import PACKS, animate, settle
from pipelines.make.paint import paint
from pipelines.make.title import title
from pipelines.type import faces
from studio import facts
from studio.errors import PersonError, Unfit
from studio.kinds import Audio, Image, Text
from studio.work import Work
from tests.pipelines.engines import tiny_models
from tests.pipelines.engines.endpoint.conftest import GRAPH
from tests.pipelines.engines.endpoint.image_server import PAGE, Comfy, film, serving
from tests.pipelines.engines.unset import unset


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with unset(monkeypatch):
        yield


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def work(tmp_path: Path, pack: Callable[[str], Path], notes: list[str]) -> Work:
    return replace(Work.alone(tmp_path / "desk", pack), remark=notes.append)


@pytest.fixture
def picture(tmp_path: Path) -> Image:
    """A picture that says it was painted of a whale."""
    pixels = np.random.default_rng(1).integers(0, 255, (90, 160, 3), np.uint8)
    about = {"drawn": ["whale"], "setting": "sea", "engine": "drawn", "recipe": {"tool": "paint", "scene": "a whale"}}
    Pillow.fromarray(pixels).save(tmp_path / "p.png", pnginfo=facts.png_info(about))
    return Image(tmp_path / "p.png")


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server's graph that films pictures."""
    import json

    (tmp_path / "mine.json").write_text(json.dumps(GRAPH))
    monkeypatch.setenv("REELWRIGHT_COMFYUI_ANIMATE", str(tmp_path / "mine.json"))
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "comfyui")


def words(path: Path, text: str) -> Text:
    path.write_text(text)
    return Text(path)


def engine() -> str:
    return str(settle({"engine": "auto"}, lambda name: True).options["engine"])


def test_without_a_model_it_is_drawn_and_one_asked_for_by_name_is_a_sentence(tmp_path: Path, monkeypatch) -> None:
    settled = settle({"engine": "auto"}, lambda name: True)
    assert (settled.options["engine"], settled.packs, settled.notes) == ("drawn", (*PACKS, *faces.PACKS), ())
    for asked, said in (("diffusers", "REELWRIGHT_DIFFUSERS_ANIMATE"), ("endpoint", "needs an image server")):
        with pytest.raises(PersonError, match=said):
            settle({"engine": asked}, lambda name: True)
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_ANIMATE", str(tmp_path))  # no model is in it
    settled = settle({"engine": "auto"}, lambda name: True)
    assert settled.options["engine"] == "drawn"
    assert "REELWRIGHT_DIFFUSERS_ANIMATE" in settled.notes[0]


def test_a_server_of_pictures_is_not_asked_for_clips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai:flux")
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", "http://127.0.0.1:9/v1")
    settled = settle({"engine": "auto"}, lambda name: True)
    assert (settled.options["engine"], settled.notes) == ("drawn", ())


def test_the_drawn_world_moves_in_the_pictures_look(work: Work, tmp_path: Path) -> None:
    shown: dict[str, np.ndarray] = {}
    for look in ("shaded", "duotone"):
        scene = words(tmp_path / "scene.txt", "a lighthouse on a rocky shore")
        shot = paint(scene, look=look, engine="drawn", work=work)
        clip = animate(shot, seconds=0.3, size="360p", fps=10, work=work)
        assert facts.read(Path(clip))["engine"] == "drawn"
        with av.open(str(clip)) as reel:
            frames = [f.to_ndarray(format="rgb24") for f in reel.decode(video=0)]
        with Pillow.open(shot) as still:
            small = np.asarray(still.resize((640, 360), Pillow.Resampling.BOX)).astype(int)
        assert len(frames) == 3
        assert abs(frames[0].astype(int) - small).mean() < 12
        shown[look] = frames[0].astype(int)
    assert abs(shown["shaded"] - shown["duotone"]).mean() > 15


def test_a_server_films_what_it_is_told_and_the_facts_go_on(
    work: Work, notes: list[str], picture: Image, graph: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said, prompt in (("", "a whale, the camera pulls out slowly"), ("it dives", "it dives, the camera pulls")):
        comfy = Comfy(film(tmp_path), "clip_0001.mp4", looks=0)
        with serving(comfy) as server:
            monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
            clip = animate(picture, "pull out", 1.0, words=said, engine=engine(), seed=3, work=work)
        assert comfy.graphs[0]["1"]["inputs"]["text"].startswith(prompt)
        assert comfy.graphs[0]["3"]["inputs"]["seed"] == 3
        told = facts.read(Path(clip))
        assert told["engine"].startswith("endpoint:mine-")
        assert (told["drawn"], told["setting"]) == (["whale"], "sea")
        found = probe(Path(clip))
        assert abs(found.width / found.height / (16 / 9) - 1) < 0.05
        assert abs(found.seconds - 1) < 0.1
    assert any("enlarge_video" in said for said in notes)


def test_a_server_that_answers_with_a_page_gives_up_so_that_it_is_drawn(
    work: Work, picture: Image, graph: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(lambda call: (200, PAGE)) as server:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
        with pytest.raises(Unfit):
            animate(picture, seconds=1, engine=engine(), work=work)
        settled = settle({"engine": "auto"}, lambda name: True)
    assert settled.options["engine"] == "drawn"
    assert "So it is drawn." in settled.notes[0]


def test_a_card_is_not_given_to_a_model(work: Work, notes: list[str], tmp_path: Path) -> None:
    card = title(words(tmp_path / "t.txt", "Lamp"), look="bold", work=work)
    clip = animate(card, seconds=0.3, size="360p", fps=10, engine="endpoint:mine@127.0.0.1", work=work)
    assert probe(Path(clip)).height == 360
    assert any("card" in said for said in notes)


@pytest.mark.slow
def test_a_model_films_under_its_own_name(
    work: Work, picture: Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("diffusers")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_ANIMATE", str(tiny_models.ltx(tmp_path)))
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_STEPS", "2")
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS_VIDEO_PIXELS", str(128 * 64))
    named = engine()
    assert named.startswith("diffusers:")
    told = facts.read(Path(animate(picture, seconds=0.5, engine=named, work=work)))
    assert (told["engine"], told["drawn"], told["text"]) == (
        named, ["whale"], "a whale, the camera moves slowly: push in",
    )  # fmt: skip


def test_another_voice_of_no_other_length_films_nothing_again(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipelines.make.drawn import filmed

    shot = paint(words(work.path("scene.txt"), "a lighthouse on a rocky shore"), work=work)
    voices = []
    for name, seconds in (("a", 0.5), ("b", 0.6)):
        path = work.folder / f"{name}.flac"
        facts.write_audio(path, np.zeros(round(seconds * 24000), np.float32), 24000, {"text": name})
        voices.append(Audio(path))
    first = animate(shot, voice=voices[0], seconds=0.2, size="360p", work=work).read_bytes()
    monkeypatch.setattr(filmed, "filmed", lambda *told: pytest.fail("filmed again"))
    assert animate(shot, voice=voices[1], seconds=0.2, size="360p", work=work).read_bytes() == first
    told = facts.read(work.folder / "clip.mp4")
    assert told["flexes"] is True
    assert told["setting"]
    assert told["scene"] == "a lighthouse on a rocky shore"
    assert probe(work.folder / "clip.mp4").seconds == pytest.approx(1.5)


def test_a_damaged_clip_of_before_is_filmed_anew(work: Work) -> None:
    shot = paint(words(work.path("scene.txt"), "a lighthouse on a rocky shore"), work=work)
    first = animate(shot, seconds=0.2, size="360p", work=work).read_bytes()
    (part,) = work.parts.glob("clip-*.mp4")
    part.write_bytes(first[:-500] + bytes(500))
    assert animate(shot, seconds=0.2, size="360p", work=work).read_bytes() == first


@pytest.mark.parametrize("size", [(3, 500), (500, 3), (1, 1)])
def test_a_sliver_of_a_picture_is_filmed_in_a_shape_films_have(
    size: tuple[int, int], work: Work, notes: list[str], tmp_path: Path
) -> None:
    Pillow.new("RGB", size, "teal").save(tmp_path / "sliver.png")
    clip = animate(Image(tmp_path / "sliver.png"), seconds=0.2, size="360p", fps=10, work=work)
    found = probe(clip)
    assert max(found.width, found.height) <= 4 * min(found.width, found.height)
    assert any("only its middle" in note for note in notes) == (size != (1, 1))
