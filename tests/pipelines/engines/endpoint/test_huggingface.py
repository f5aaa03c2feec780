"""Hugging Face's inference: models that load are waited for, bytes come as they are."""

import base64
from pathlib import Path

import numpy as np
import pytest

from pipelines.engines import endpoint
from studio.work import Work
from tests.pipelines.engines.endpoint.conftest import SIZE, is_ours, name_it
from tests.pipelines.engines.endpoint.image_server import Call, picture, serving


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
