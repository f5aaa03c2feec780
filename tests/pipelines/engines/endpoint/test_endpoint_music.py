"""Music by a server: what it sends is heard, or told in a sentence; keys only from the environment."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from pipelines.engines import choosing, endpoint
from pipelines.engines.endpoint_server import named
from studio.errors import PersonError, Unfit
from studio.work import Work
from tests.pipelines.engines.endpoint.conftest import KEY
from tests.pipelines.engines.endpoint.image_server import PAGE, Call, picture, serving

RATE = 32_000


def song(kind: str = "FLAC", level: float = 0.3) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, level * np.sin(np.arange(RATE) * 0.05), RATE, format=kind)
    return out.getvalue()


def made(monkeypatch: pytest.MonkeyPatch, url: str, work: Work) -> tuple[Path, dict[str, Any]]:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_MUSIC", f"{url}/models/a/musicgen")
    monkeypatch.setenv("REELWRIGHT_ENDPOINT_SECONDS", "0.4")
    return endpoint.music_of("slow piano", 2.0, 7, work)


@pytest.mark.parametrize("kind", ["FLAC", "WAV"])
def test_what_the_server_plays_is_heard(monkeypatch: Any, work: Work, kind: str) -> None:
    with serving(lambda call: (200, song(kind))) as server:
        path, about = made(monkeypatch, server.url, work)
        assert path.read_bytes() == song(kind)
        assert about == {"engine": f"endpoint:default@127.0.0.1:{server.port}", "calls": 1}
        asked = server.asked[0]
    assert asked.path == "/models/a/musicgen"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    wanted = {"generation_parameters": {"max_new_tokens": 100}, "seed": 7}
    assert asked.told == {"inputs": "slow piano", "parameters": wanted}


def refused(call: Call) -> tuple[int, bytes]:
    return 401, b'{"error": "bad key"}'


@pytest.mark.parametrize(("answer", "words"), [
    (lambda call: (200, PAGE), "answered with a web page"), (refused, "refused the key"),
    (lambda call: (200, b""), "empty answer, no sound"), (lambda call: (200, picture()), "cannot be played as a sound"),
    (lambda call: (200, song(level=0.0)), "sent silence"), (lambda call: (500, b"{}"), "failed on its side"),
    (lambda call: (200, b'{"error": "too long"}'), 'says "too long" and sent no sound'), (Call.hang, "did not finish"),
], ids=["page", "key", "empty", "picture", "silence", "failed", "words", "hangs"])  # fmt: skip
def test_a_bad_server_is_told_in_a_sentence(
    monkeypatch: Any, work: Work, tmp_path: Path, answer: Callable[[Call], Any], words: str
) -> None:
    with serving(answer) as server, pytest.raises(Unfit) as told:
        made(monkeypatch, server.url, work)
    said = str(told.value)
    assert words in said
    assert said.startswith(f"The music server at 127.0.0.1:{server.port} ")
    assert KEY not in said
    assert not list(tmp_path.glob("answer*"))
    assert choosing.settled("auto", "music", "nobody")[0] == "nobody"  # it rests


def test_which_server_is_named() -> None:
    def name(**told: str) -> Any:
        return named("music", {f"REELWRIGHT_ENDPOINT{k}": v for k, v in told.items()})

    server = name(_MUSIC="huggingface:facebook/musicgen-small", _KEY=KEY)
    assert (server.url, server.model) == ("https://router.huggingface.co/hf-inference", "facebook/musicgen-small")
    assert server.key == KEY
    for bad in ("", "huggingface:", "openai:tts", "musicgen"):
        with pytest.raises(PersonError, match="REELWRIGHT_ENDPOINT_MUSIC"):
            name(_MUSIC=bad)
    assert choosing.settled("auto", "music", "nobody") == ("nobody", ())
