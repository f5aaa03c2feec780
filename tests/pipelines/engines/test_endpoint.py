"""Image servers of the person's own: each kind asked as it wants to be, and what comes back made a picture of ours."""

import base64
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipelines.engines import endpoint
from pipelines.engines.endpoint_server import GONE, REFUSED, named
from pipelines.engines.openai_images import working_size
from studio.errors import Cancelled, PersonError, Unfit
from studio.work import Work
from tests.pipelines.engines.image_server import Call, Comfy, openai, picture, serving, soon

KEY = "rw-secret-7f3a9c"
SIZE = (160, 90)
Desk = Callable[..., Work]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server named, nothing remembered, no proxy."""
    for name in ("", "_URL", "_KEY", "_SECONDS", "_PLAIN"):
        monkeypatch.delenv("REELWRIGHT_ENDPOINT" + name, raising=False)
    for name in ("", "_RESTYLE", "_ANIMATE", "_SHOOT"):
        monkeypatch.delenv("REELWRIGHT_COMFYUI" + name, raising=False)
    for name in ("OPENAI_API_KEY", "HF_TOKEN", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    GONE.forget()
    REFUSED.forget()


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def work(tmp_path: Path, notes: list[str]) -> Work:
    return Work(tmp_path, tmp_path, 1, remark=notes.append)


def name_it(monkeypatch: pytest.MonkeyPatch, what: str, url: str, key: str = KEY) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", what)
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", url)
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_KEY", key)


def is_ours(pixels: Any, about: Any = None) -> bool:
    """Red left, blue right, at the size asked for."""
    left, right = pixels[:, :40].mean(axis=(0, 1)), pixels[:, -40:].mean(axis=(0, 1))
    return pixels.shape == (90, 160, 3) and left[0] > 180 > left[2] and right[2] > 180 > right[0]


# OpenAI


def test_openai_is_asked_for_the_nearest_size_and_one_picture(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    with serving(openai) as server:
        name_it(monkeypatch, "openai:gpt-image-1", server.url)
        assert is_ours(*endpoint.picture("a whale", "boats", SIZE, 3, work))
    (asked,) = server.asked
    assert (asked.path, asked.headers["authorization"]) == ("/v1/images/generations", f"Bearer {KEY}")
    assert asked.told == {
        "model": "gpt-image-1",
        "prompt": "a whale. There must be no boats in it.",
        "n": 1,
        "size": "1536x1024",
    }


def test_other_models_are_told_the_seed_and_what_to_avoid(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    with serving(lambda call: (200, picture())) as server:  # some answer with the picture itself
        name_it(monkeypatch, "openai:flux", f"{server.url}/v1/images/generations")
        assert is_ours(*endpoint.picture("a whale", "boats", SIZE, 3, work))
    told = server.asked[0].told
    assert (told["prompt"], told["negative_prompt"], told["seed"], told["size"]) == ("a whale", "boats", 3, "1344x768")


@pytest.mark.parametrize(
    ("model", "size", "asked"),
    [
        ("gpt-image-1", (1920, 1080), (1536, 1024)),
        ("gpt-image-1", (1080, 1920), (1024, 1536)),
        ("gpt-image-1", (1440, 1440), (1024, 1024)),
        ("dall-e-3", (1920, 1080), (1792, 1024)),
        ("dall-e-2", (1920, 1080), (1024, 1024)),
        ("", (1296, 1620), (896, 1152)),
    ],
)
def test_sizes(model: str, size: tuple[int, int], asked: tuple[int, int]) -> None:
    assert working_size(model, size) == asked


def test_a_picture_behind_an_address_is_fetched_and_the_key_stays_at_home(
    monkeypatch: pytest.MonkeyPatch, work: Work
) -> None:
    with serving(lambda call: (200, picture())) as other:

        def answer(call: Call) -> tuple[int, bytes]:
            return 200, json.dumps({"data": [{"url": f"http://localhost:{other.port}/made.png?signed=1"}]}).encode()

        with serving(answer) as server:
            name_it(monkeypatch, "openai:flux", server.url)
            assert is_ours(*endpoint.picture("a whale", "", SIZE, 3, work))
    assert "authorization" in server.asked[0].headers
    assert "authorization" not in other.asked[0].headers


def test_a_picture_is_painted_anew(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    before = np.zeros((90, 160, 3), np.uint8)
    with serving(openai) as server:
        name_it(monkeypatch, "openai:gpt-image-1", server.url)
        assert is_ours(endpoint.repainted(before, "as an oil painting", 0.4, 3, work))
    (asked,) = server.asked
    assert asked.path == "/v1/images/edits"
    assert b"as an oil painting" in asked.body
    assert b"\x89PNG" in asked.body


# Hugging Face


def test_a_model_that_loads_is_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []

    def answer(call: Call) -> tuple[int, bytes]:
        if len(server.asked) < 3:
            return 503, b'{"error": "Model is currently loading", "estimated_time": 0.2}'
        return 200, picture(form="JPEG")

    with serving(answer) as server:
        name_it(monkeypatch, "huggingface:a/flux", f"{server.url}/hf-inference")
        desk = Work(tmp_path, tmp_path, 1, report=lambda share, words: told.append(words))
        assert is_ours(*endpoint.picture("a whale", "boats", SIZE, 3, desk))
    assert "the server loads its model" in told
    last = server.asked[-1]
    assert len(server.asked) == 3
    assert last.path == "/hf-inference/models/a/flux"
    wanted = {"width": 1344, "height": 768, "seed": 3, "negative_prompt": "boats"}
    assert last.told == {"inputs": "a whale", "parameters": wanted}


def test_hugging_face_paints_anew(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    with serving(lambda call: (200, picture())) as server:
        name_it(monkeypatch, "huggingface:a/edit", server.url)
        assert is_ours(endpoint.repainted(np.zeros((90, 160, 3), np.uint8), "in ink", 0.7, 3, work))
    told = server.asked[0].told
    assert base64.b64decode(told["inputs"]).startswith(b"\xff\xd8")
    assert told["parameters"] == {"prompt": "in ink", "strength": 0.7, "seed": 3}


# ComfyUI

GRAPH = {
    "1": {"class_type": "CLIPTextEncode", "inputs": {"text": "x", "clip": ["9", 1]}, "_meta": {"title": "A"}},
    "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "ugly", "clip": ["9", 1]}, "_meta": {"title": "B"}},
    "3": {
        "class_type": "KSampler",
        "inputs": {"seed": 5, "denoise": 1, "positive": ["1", 0], "negative": ["4", 0], "latent_image": ["5", 0]},
    },
    "4": {"class_type": "Combine", "inputs": {"conditioning_1": ["2", 0]}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512, "batch_size": 1}},
    "6": {"class_type": "ImageScale", "inputs": {"width": 99, "height": 99, "image": ["7", 0]}},
    "7": {"class_type": "LoadImage", "inputs": {"image": "example.png"}},
    "8": {"class_type": "EmptyHunyuanLatentVideo", "inputs": {"width": 512, "height": 512, "length": 9}},
    "9": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd.safetensors"}},
    "10": {"class_type": "VHS_VideoCombine", "inputs": {"frame_rate": 16, "images": ["3", 0]}},
}


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(GRAPH))
    return path


def test_a_graph_of_the_persons_own_is_filled_and_its_picture_fetched(
    monkeypatch: pytest.MonkeyPatch, work: Work, graph: Path
) -> None:
    comfy = Comfy()
    with serving(comfy) as server:
        name_it(monkeypatch, "comfyui", server.url)
        monkeypatch.setenv("REELWRIGHT_COMFYUI", str(graph))
        assert is_ours(*endpoint.picture("a whale", "boats", SIZE, 3, work))
    inputs = {key: box["inputs"] for key, box in comfy.graphs[0].items()}
    assert (inputs["1"]["text"], inputs["2"]["text"], inputs["3"]["seed"]) == ("a whale", "boats, ugly", 3)
    assert (inputs["5"]["width"], inputs["5"]["height"]) == (704, 384)
    assert inputs["6"]["width"] == 99  # what is only scaled keeps its size
    assert inputs["7"]["image"] == "example.png"
    name = named("paint").name
    assert name.startswith("endpoint:mine-")
    graph.write_text(json.dumps(GRAPH | {"11": GRAPH["1"]}))
    assert named("paint").name != name  # another graph makes another picture


def test_titles_come_before_what_boxes_are_linked_to(
    monkeypatch: pytest.MonkeyPatch, work: Work, graph: Path, notes: list[str]
) -> None:
    boxes: dict[str, Any] = json.loads(json.dumps(GRAPH))
    boxes["2"]["_meta"]["title"] = "My Prompt"
    del boxes["3"]["inputs"]["negative"]
    graph.write_text(json.dumps({"prompt": boxes}))
    comfy = Comfy(looks=0)
    with serving(comfy) as server:
        name_it(monkeypatch, "comfyui", server.url)
        monkeypatch.setenv("REELWRIGHT_COMFYUI", str(graph))
        endpoint.picture("a whale", "boats", SIZE, 3, work)
    assert [comfy.graphs[0][k]["inputs"]["text"] for k in "12"] == ["x", "a whale"]
    assert "boats" in notes[0]


def test_a_checkpoint_alone_will_do(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    comfy = Comfy(looks=0)
    with serving(comfy) as server:
        name_it(monkeypatch, "comfyui:dream.safetensors", server.url)
        assert is_ours(*endpoint.picture("a whale", "boats", SIZE, 3, work))
    assert comfy.graphs[0]["model"]["inputs"]["ckpt_name"] == "dream.safetensors"
    assert comfy.graphs[0]["without"]["inputs"]["text"] == "boats"


def test_comfyui_paints_anew_and_makes_clips(
    monkeypatch: pytest.MonkeyPatch, work: Work, graph: Path, tmp_path: Path
) -> None:
    from fractions import Fraction

    from pipelines.film.reel import write_video

    before = np.zeros((90, 160, 3), np.uint8)
    frames = (np.full((90, 160, 3), v, np.uint8) for v in (0, 80, 160))
    film = write_video(tmp_path / "film.mp4", frames, (160, 90), Fraction(16), {}).read_bytes()
    for craft in ("RESTYLE", "ANIMATE", "SHOOT"):
        monkeypatch.setenv(f"REELWRIGHT_COMFYUI_{craft}", str(graph))
    comfy = Comfy(looks=0)
    with serving(comfy) as server:
        name_it(monkeypatch, "comfyui", server.url)
        assert is_ours(endpoint.repainted(before, "in ink", 0.4, 3, work))
    inputs = {key: box["inputs"] for key, box in comfy.graphs[0].items()}
    assert (inputs["7"]["image"], inputs["3"]["denoise"]) == ("reelwright.png", 0.4)
    for pixels in (None, before):
        comfy = Comfy(film, "clip_0001.mp4", looks=0)
        with serving(comfy) as server:
            name_it(monkeypatch, "comfyui", server.url)
            path = endpoint.clip("a whale", "", (160, 90), 2.0, 3, work, pixels)
        assert path.read_bytes() == film
        assert comfy.graphs[0]["8"]["inputs"]["length"] == 33
        assert comfy.graphs[0]["7"]["inputs"]["image"] == ("example.png" if pixels is None else "reelwright.png")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"nodes": [], "links": []}', "Export \\(API\\)"),
        ("{", "damaged or no JSON"),
        ('{"a": {"class_type": "X", "inputs": {}}}', "no place for the words"),
        ("[]", "no graph of ComfyUI"),
    ],
)
def test_a_file_that_is_no_graph_is_a_sentence(
    text: str, words: str, monkeypatch: pytest.MonkeyPatch, work: Work, graph: Path
) -> None:
    graph.write_text(text)
    name_it(monkeypatch, "comfyui", "http://127.0.0.1:1")
    monkeypatch.setenv("REELWRIGHT_COMFYUI", str(graph))
    with pytest.raises(PersonError, match=words):
        endpoint.picture("a whale", "", SIZE, 3, work)


def test_what_comfyui_says_went_wrong_is_told(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    with serving(Comfy(looks=0, error="out of memory")) as server:
        name_it(monkeypatch, "comfyui:dream.safetensors", server.url)
        with pytest.raises(Unfit, match="KSampler: out of memory"):
            endpoint.picture("a whale", "", SIZE, 3, work)
    with serving(lambda call: (200, b'{"status": "ok"}')) as server:
        name_it(monkeypatch, "comfyui:dream.safetensors", server.url)
        with pytest.raises(Unfit, match="not answer as ComfyUI"):
            endpoint.picture("a whale", "", SIZE, 3, work)


def test_a_cancel_is_heard_at_once_and_told_to_comfyui(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []
    desk = Work(tmp_path, tmp_path, 1, report=lambda share, words: told.append(words))
    with serving(Comfy(looks=10**6)) as server:
        name_it(monkeypatch, "comfyui:dream.safetensors", server.url)
        threading.Timer(1.2, desk.cancelled.set).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            endpoint.picture("a whale", "", SIZE, 3, desk)
        assert time.monotonic() - begun < 1.4
        assert soon(lambda: any(a.path == "/interrupt" for a in server.asked))
    assert "waiting in the server's queue, 1 before it" in told
    assert any(a.method == "POST" and a.told == {"delete": ["p-1"]} for a in server.asked if a.path == "/queue")
