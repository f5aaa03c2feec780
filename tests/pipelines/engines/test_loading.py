"""Pipelines kept and let go, loaded once for all who ask, placed where there is memory for them."""

import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from pipelines.engines import placing
from studio.errors import Cancelled, Unfit

pytestmark = pytest.mark.usefixtures("clean")
GB = 10**9


@pytest.mark.parametrize(
    ("parts", "free", "place"),
    [
        ({"unet": 2 * GB, "text": GB}, 8 * GB, "whole"),
        ({"unet": 2 * GB, "text": GB}, 4 * GB, "parts"),
        ({"unet": 24 * GB, "text": 10 * GB}, 35 * GB, "parts"),
        ({"unet": 24 * GB, "text": 10 * GB}, 24 * GB, "layers"),
        ({}, 2 * GB, "whole"),
        ({"unet": GB}, 0, "layers"),
    ],
)
def test_weights_go_where_there_is_room_for_them(parts: dict[str, int], free: int, place: str) -> None:
    assert placing.place_for(parts, free) == place


class Card:
    """A pipeline that remembers how it was placed."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.vae = SimpleNamespace(enable_slicing=lambda: self.done.append("slices"))

    def to(self, device: str) -> None:
        self.done.append(f"to {device}")

    def remove_all_hooks(self) -> None:
        self.done.append("hooks off")

    def enable_model_cpu_offload(self, device: str) -> None:
        self.done.append(f"parts on {device}")

    def enable_sequential_cpu_offload(self, device: str) -> None:
        self.done.append(f"layers on {device}")


def test_a_pipeline_is_placed_and_placed_anew_with_less() -> None:
    card = Card()
    assert placing.put(card, "whole", "cuda") == ""
    placing.take_back(card)
    assert "in turn" in placing.put(card, "parts", "cuda")
    assert "layer by layer" in placing.put(card, "layers", "cuda")
    assert card.done == ["to cuda", "hooks off", "to cpu", "parts on cuda", "slices", "layers on cuda", "slices"]
    assert (placing.smaller("whole"), placing.smaller("parts"), placing.smaller("layers")) == ("parts", "layers", None)


def test_out_of_memory_it_is_asked_again_with_less_until_it_can(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipelines.engines import calling, loading
    from pipelines.engines.models import Model

    monkeypatch.setattr(loading, "device", lambda: "cuda")
    card = Card()
    loaded = loading._Loaded(card, None, "whole", "", shown=card)
    monkeypatch.setattr(loading.Pipelines, "_loaded", lambda self, model, work: loaded)
    tries: list[str] = []

    def once(lent: Any, *rest: Any) -> Any:
        tries.append(lent.place)
        if lent.place != "layers":
            raise RuntimeError("CUDA out of memory.")
        return SimpleNamespace(images=np.ones((1, 1, 1, 3)))

    monkeypatch.setattr(calling, "_once", once)
    here = desk()
    model = Model("paint", "X", "sea", "1", True)
    pictures, _ = calling.called(model, lambda pipeline, craft: pipeline, lambda pipeline: {}, 1, here.work)
    assert tries == ["whole", "parts", "layers"]
    assert pictures[0].tolist() == [[[255, 255, 255]]]
    assert len(here.notes) == 2
    assert loaded.place == "layers"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A loader of nothing that waits until it is let go on, and counts."""
    from pipelines.engines import loading

    gate: dict[str, Any] = {"go": threading.Event(), "loads": [], "error": None}

    def load(model: Any) -> Any:
        gate["loads"].append(model.where)
        gate["go"].wait(10)
        if gate["error"]:
            raise gate["error"]
        return loading._Loaded(object(), None, "whole", "")

    monkeypatch.setattr(loading, "_load", load)
    return gate


def ask(pipelines: Any, desk: Any, where: str = "sea") -> Any:
    from pipelines.engines.models import Model

    model = Model("paint", "X", where, "1", True)
    with pipelines.lent(model, lambda pipeline, craft: pipeline, desk.work) as lent:
        return lent.pipeline


def test_a_cancel_while_loading_is_quick_and_the_next_finds_it_loaded(desk: Any, slow: dict[str, Any]) -> None:
    from pipelines.engines.loading import Pipelines

    pipelines, here = Pipelines(), desk()
    threading.Timer(0.2, here.work.cancelled.set).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        ask(pipelines, here)
    assert time.monotonic() - begun < 2
    slow["go"].set()
    ask(pipelines, desk("b"))
    assert slow["loads"] == ["sea"]


def test_many_who_ask_at_once_load_it_once_and_the_oldest_is_let_go(desk: Any, slow: dict[str, Any]) -> None:
    from pipelines.engines.loading import Pipelines

    pipelines = Pipelines(most=2)
    slow["go"].set()
    threads = [threading.Thread(target=ask, args=(pipelines, desk(str(n)))) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert slow["loads"] == ["sea"]
    for where in ("lake", "sea", "river"):
        ask(pipelines, desk(where), where)
    assert [name.split("@")[0] for name in pipelines.names()] == ["diffusers:sea", "diffusers:river"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "more memory than is free"),
        (RuntimeError("CUDA out of memory"), "more memory than is free"),
        (ImportError("no", name="sentencepiece"), "library that is not here .sentencepiece."),
        (OSError("no file named\nmodel.safetensors"), "OSError: no file named model.safetensors"),
    ],
)
def test_what_does_not_load_is_a_sentence_and_tried_again(
    desk: Any, slow: dict[str, Any], error: Exception, words: str
) -> None:
    from pipelines.engines.loading import Pipelines

    pipelines = Pipelines()
    slow["go"].set()
    slow["error"] = error
    with pytest.raises(Unfit, match=words):
        ask(pipelines, desk())
    slow["error"] = None
    ask(pipelines, desk("b"))
    assert len(slow["loads"]) == 2


def test_a_wait_for_a_model_at_work_can_be_cancelled(desk: Any, slow: dict[str, Any]) -> None:
    from pipelines.engines.loading import Pipelines
    from pipelines.engines.models import Model

    pipelines, here = Pipelines(), desk("b")
    slow["go"].set()
    model = Model("paint", "X", "sea", "1", True)
    with pipelines.lent(model, lambda pipeline, craft: pipeline, desk().work):
        threading.Timer(0.3, here.work.cancelled.set).start()
        with pytest.raises(Cancelled):
            ask(pipelines, here)
    assert any("waiting for the model" in words for words in here.told)
    ask(pipelines, desk("c"))


def test_the_half_precision_variant_is_found(tmp_path: Path) -> None:
    from pipelines.engines.loading import _variant

    (tmp_path / "unet").mkdir()
    (tmp_path / "unet" / "model.fp16.safetensors").touch()
    assert _variant(tmp_path) == "fp16"
    (tmp_path / "unet" / "model.safetensors").touch()
    assert _variant(tmp_path) is None
