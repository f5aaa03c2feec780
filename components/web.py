"""Gradio, brought in once and quietly: no analytics, no stub files rewritten, no network at start."""

import inspect
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_WRITER_OF_STUBS = "gradio.component_meta"


@contextmanager
def _no_stubs() -> Iterator[None]:
    """Gradio writes a .pyi beside every component's source while it is imported: 1.5 CPU-seconds for
    nothing, and a write into installed packages. It skips a class whose file cannot be found, so for its
    module alone, and only meanwhile, none can.
    """
    whole = inspect.getfile

    def getfile(thing: Any) -> str:
        if sys._getframe(1).f_globals.get("__name__") == _WRITER_OF_STUBS:
            raise OSError("no stubs wanted")
        return whole(thing)

    inspect.getfile = getfile  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getfile = whole


def _bring() -> Any:
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    with _no_stubs():
        import gradio

    # Our own components are classes of gradio too, made after the import.
    sys.modules[_WRITER_OF_STUBS].create_or_modify_pyi = lambda *_: None  # type: ignore[attr-defined]
    return gradio


gr = _bring()
