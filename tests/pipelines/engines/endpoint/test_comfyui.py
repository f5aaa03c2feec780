"""ComfyUI: a person's own graph filled, waited for and fetched; graphs that are none; a cancel."""

import json
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipelines.engines import endpoint
from pipelines.engines.endpoint_server import named
from studio import facts
from studio.errors import Cancelled, PersonError, Unfit
from studio.work import Work
from tests.pipelines.engines.endpoint.conftest import GRAPH, SIZE, is_ours, name_it
from tests.pipelines.engines.endpoint.image_server import Comfy, film, picture, serving, soon


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
    picture_file = tmp_path / "before.png"
    picture_file.write_bytes(picture(160, 90))
    for craft in ("RESTYLE", "ANIMATE", "SHOOT"):
        monkeypatch.setenv(f"REELWRIGHT_COMFYUI_{craft}", str(graph))
    comfy = Comfy(looks=0)
    with serving(comfy) as server:
        name_it(monkeypatch, "comfyui", server.url)
        assert is_ours(endpoint.repainted(np.zeros((90, 160, 3), np.uint8), "in ink", 0.4, 3, work))
    inputs = {key: box["inputs"] for key, box in comfy.graphs[0].items()}
    assert (inputs["7"]["image"], inputs["3"]["denoise"]) == ("reelwright.png", 0.4)
    for own in (False, True):
        comfy = Comfy(film(tmp_path), "clip_0001.mp4", looks=0)
        with serving(comfy) as server:
            name_it(monkeypatch, "comfyui", server.url)
            if own:
                path = endpoint.clip_of(picture_file, "a whale", 2.0, 3, work)
            else:
                path = endpoint.shot_of("a whale", "", (160, 90), 2.0, 3, work)
        assert comfy.graphs[0]["8"]["inputs"]["length"] == 33
        assert comfy.graphs[0]["7"]["inputs"]["image"] == ("reelwright.png" if own else "example.png")
        said = facts.read(path)
        assert said["engine"].startswith("endpoint:mine-")
        assert said["calls"] == 1 + own


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
