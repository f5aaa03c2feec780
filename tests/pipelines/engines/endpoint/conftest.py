"""No server named but the one a test starts, a desk, and the sentence a hostile one ends in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines.engines import endpoint
from studio.errors import Unfit
from studio.work import Work
from tests.pipelines.engines.endpoint.image_server import Call, serving
from tests.pipelines.engines.unset import unset

KEY = "rw-secret-7f3a9c"
SIZE = (160, 90)
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
Answers = Callable[[Call], Any]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with unset(monkeypatch):
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_KEY", KEY)
        yield


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def work(tmp_path: Path, notes: list[str]) -> Work:
    return Work(tmp_path, tmp_path, 1, remark=notes.append)


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """`ask(answer)`: the sentence that a picture by such a server ends in."""

    def go(answer: Answers, what: str = "huggingface:a/b", seconds: str = "5") -> str:
        monkeypatch.setenv("REELWRIGHT_ENDPOINT", what)
        monkeypatch.setenv("REELWRIGHT_ENDPOINT_SECONDS", seconds)
        with serving(answer) as server:
            monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", server.url)
            with pytest.raises(Unfit) as told:
                endpoint.picture("a whale", "", (160, 90), 1, Work(tmp_path, tmp_path, 1))
            assert len({(a.method, a.path) for a in server.asked}) <= 2
        words = str(told.value)
        assert f"127.0.0.1:{server.port}" in words
        assert KEY not in words
        assert "<" not in words
        assert words.endswith(".")
        assert not list(tmp_path.glob("answer*"))
        return words

    return go


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(GRAPH))
    return path


def name_it(monkeypatch: pytest.MonkeyPatch, what: str, url: str, key: str = KEY) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", what)
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_URL", url)
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_KEY", key)


def is_ours(pixels: Any, about: Any = None) -> bool:
    """Red left, blue right, at the size asked for."""
    left, right = pixels[:, :40].mean(axis=(0, 1)), pixels[:, -40:].mean(axis=(0, 1))
    return pixels.shape == (90, 160, 3) and left[0] > 180 > left[2] and right[2] > 180 > right[0]
