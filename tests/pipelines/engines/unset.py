"""A person who has named no engine: a test sees nothing of their environment, and leaves nothing behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipelines.engines.endpoint_server import GONE, REFUSED
from pipelines.engines.models import GIVEN_UP

_OURS = tuple(f"REELWRIGHT_{name}" for name in ("DIFFUSERS", "ENDPOINT", "COMFYUI"))
_THEIRS = ("OPENAI_API_KEY", "HF_TOKEN", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")


@contextmanager
def unset(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No engine, key or proxy is named, a model may run on the processor, and no engine rests, before and after."""
    for name in [n for n in os.environ if n.startswith(_OURS) or n in _THEIRS]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("REELWRIGHT_DEVICE", "cpu")
    for rests in (GONE, REFUSED, GIVEN_UP):
        rests.forget()
    yield
    for rests in (GONE, REFUSED, GIVEN_UP):
        rests.forget()
