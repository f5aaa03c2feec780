"""OpenAI's interface: asked as it wants to be, and what comes back made a picture of ours."""

import base64
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from pipelines.engines import endpoint
from pipelines.engines.openai_images import working_size
from studio.work import Work
from tests.pipelines.engines.endpoint.conftest import KEY, SIZE, is_ours, name_it
from tests.pipelines.engines.endpoint.image_server import PAGE, Call, openai, picture, serving


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


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "in words"),
        (None, "in words"),
        ([{"b64_json": "!!!"}], "base64"),
        ([{"b64_json": base64.b64encode(PAGE).decode()}], "web page"),
        ([{"b64_json": 7}], "in words"),
        ([{"url": "file:///etc/passwd"}], "cannot be used"),
        ([{"url": "/gone.png"}], "404"),
        ("x" * 100, "in words"),
    ],
)
def test_openai_answers_that_hold_no_picture(data: Any, words: str, ask: Callable[..., str]) -> None:
    def answer(call: Call) -> tuple[int, bytes]:
        return (200, json.dumps({"data": data}).encode()) if call.command == "POST" else (404, b"")

    assert words in ask(answer, "openai:flux")
