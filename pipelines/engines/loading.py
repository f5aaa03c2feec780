"""Pipelines, loaded when first asked for, kept while they are used, lent to one thread at a time."""

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pipelines.engines import placing
from pipelines.engines.checking import examined, pickles_allowed
from pipelines.engines.models import Model, device
from pipelines.engines.peeking import Colours, measured
from studio.errors import PersonError
from studio.work import Work

_KEPT = 2  # pipelines kept loaded
_PRECISION = "REELWRIGHT_DIFFUSERS_PRECISION"
_DEEP = ("AutoencoderKLWan", "AutoencoderKLQwenImage")  # decode to noise or black in half precision

# A way to see a loaded pipeline as one of another craft over the same weights: `turned(pipeline, craft)`.
Turn = Callable[[Any, str], Any]


@dataclass
class Lent:
    """A pipeline for the length of a `with`. `colours` turns its latents into a small picture."""

    pipeline: Any
    colours: Colours | None
    place: placing.Place
    loaded: "_Loaded"

    def shrink(self) -> str | None:
        """Place it so that it needs less memory; what to tell of that, or None when it needs as little as it can."""
        place = placing.smaller(self.place)
        if place is None or device() == "cpu":
            return None
        placing.take_back(self.pipeline)
        self.place = self.loaded.place = place
        return placing.put(self.pipeline, place, device())


@dataclass
class _Loaded:
    """A pipeline's weights, the views of them, and the one lock of all: a scheduler has a state of its own, and two
    pictures at once come out wrong."""

    base: Any
    colours: Colours | None
    place: placing.Place
    note: str
    lock: threading.Lock = field(default_factory=threading.Lock)
    views: dict[str, Any] = field(default_factory=dict)
    shown: Any = None  # the view that is placed on the card

    def view(self, craft: str, turn: Turn) -> Any:
        """The pipeline as one of this craft, placed. Call it with `lock` held."""
        if craft not in self.views:
            self.views[craft] = turn(self.base, craft)
        found = self.views[craft]
        if self.place != "whole" and self.shown is not None and self.shown is not found:
            placing.take_back(self.shown)
            placing.put(found, self.place, device())
        self.shown = found
        return found


class Pipelines:
    """The pipelines used last, at most so many. Loading goes on when whoever asked has gone: the next finds it."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._kept: OrderedDict[str, Future[_Loaded]] = OrderedDict()

    @contextmanager
    def lent(self, model: Model, turn: Turn, work: Work) -> Iterator[Lent]:
        """A model's pipeline, for this thread alone. Raises Unfit where it does not load, Cancelled while waiting."""
        loaded = self._loaded(model, work)
        while not loaded.lock.acquire(timeout=0.1):
            work.progress(0.04, "waiting for the model, which is at work on another step")
        try:
            view = loaded.view(model.craft, turn)
            if loaded.note:
                work.note(loaded.note)
            yield Lent(view, loaded.colours, loaded.place, loaded)
        finally:
            loaded.lock.release()

    def _loaded(self, model: Model, work: Work) -> _Loaded:
        begun = time.monotonic()
        coming = self._coming(model)
        while not coming.done():
            passed = time.monotonic() - begun
            work.progress(0.02, "loading the model" + (f" ({passed:.0f} s)" if passed > 3 else ""))
            time.sleep(0.05)
        work.check()
        error = coming.exception()
        if error is None:
            return coming.result()
        with self._lock:
            if self._kept.get(model.name) is coming:
                del self._kept[model.name]
        raise model.unfit(_why(error)) if isinstance(error, Exception) else error

    def _coming(self, model: Model) -> "Future[_Loaded]":
        """What is or will be this model's pipeline; begins to load it where nobody did."""
        with self._lock:
            found = self._kept.get(model.name)
            if found is None:
                found = self._kept[model.name] = Future()
                threading.Thread(target=self._load, args=(model, found), name="model", daemon=True).start()
            self._kept.move_to_end(model.name)
            return found

    def _load(self, model: Model, coming: "Future[_Loaded]") -> None:
        try:
            with self._loading:
                self._make_room()
                coming.set_result(_load(model))
        except BaseException as error:
            coming.set_exception(error)

    def _make_room(self) -> None:
        """Let go of those used longest ago; one that is painting frees its memory when it has ended."""
        with self._lock:
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        placing.empty()

    def close(self) -> None:
        """Let go of all."""
        with self._lock:
            self._kept.clear()
        placing.empty()

    def names(self) -> list[str]:
        """Those kept, the least recently used first."""
        with self._lock:
            return list(self._kept)


PIPELINES = Pipelines()


def _load(model: Model) -> _Loaded:
    """Read a pipeline into memory and place it. Raises what diffusers, safetensors and the disk raise."""
    from diffusers import DiffusionPipeline

    _hush()
    folder = Path(model.where)
    if not model.folder:
        from pipelines.engines.hub import fetched

        folder = fetched(model.where, model.revision, pickles_allowed())
        examined(folder, model.variable)
    pipeline = DiffusionPipeline.from_pretrained(
        folder,
        dtype=_precision(folder),
        use_safetensors=None if pickles_allowed() else True,
        variant=_variant(folder),
        trust_remote_code=False,
        local_files_only=True,
    )
    pipeline.set_progress_bar_config(disable=True)
    colours = measured(pipeline)
    on = device()
    place: placing.Place = "whole"
    if on != "cpu":
        place = placing.place_for(placing.weights(pipeline), placing.free_memory(on))
    note = placing.put(pipeline, place, on)
    return _Loaded(pipeline, colours, place, note, shown=pipeline)


def _hush() -> None:
    """Keep the libraries' bars and hints off the terminal, which is the person's."""
    from diffusers.utils import logging as ours
    from transformers.utils import logging as theirs

    for logging in (ours, theirs):
        logging.disable_progress_bar()
        logging.set_verbosity_error()


def _precision(folder: Path) -> Any:
    """Half precision on graphics cards (bfloat16 where the card knows it), full elsewhere or where it is asked for."""
    import torch

    wish = os.environ.get(_PRECISION, "half")
    if wish not in ("half", "full"):
        raise PersonError(f"{_PRECISION} is '{wish[:40]}'. Set it to half or full.")
    if device() == "cpu" or wish == "full":
        return torch.float32
    half = torch.bfloat16 if device() == "cuda" and torch.cuda.is_bf16_supported() else torch.float16
    index = (folder / "model_index.json").read_text(encoding="utf-8")
    return {"vae": torch.float32, "default": half} if any(name in index for name in _DEEP) else half


def _variant(folder: Path) -> str | None:
    """ "fp16" where the weights are there in that variant alone."""
    names = [path.name for path in folder.glob("*/*.safetensors")]
    return "fp16" if names and all(".fp16." in name for name in names) else None


def _why(error: Exception) -> str:
    """What is told of a model that did not load."""
    if isinstance(error, PersonError):
        return f"cannot be used: {error}"
    if isinstance(error, MemoryError) or "out of memory" in str(error).lower():
        return "needs more memory than is free. Close other programs, or name a smaller one."
    if isinstance(error, ImportError):
        return f"needs a library that is not here ({error.name or 'unknown'}). Install it, or name another model."
    said = " ".join(str(error).split())[:200]
    return f"cannot be loaded ({type(error).__name__}: {said}). Fetch it again, or name another."


def turned(pipeline: Any, kind: str) -> Any:
    """The pipeline as an auto class of diffusers sees it ("AutoPipelineForImage2Image"), over the same weights.

    Raises ValueError when its family has none.
    """
    import diffusers

    return same(partial(getattr(diffusers, kind).from_pipe, pipeline), pipeline)


def same(make: Callable[..., Any], pipeline: Any) -> Any:
    """A pipeline made by `make(dtype=…)` from the parts of `pipeline`, each in the precision it has."""
    import torch

    parts = {n: p for n, p in pipeline.components.items() if isinstance(p, torch.nn.Module)}
    kinds = {name: part.dtype for name, part in parts.items() if hasattr(part, "dtype")}
    made = make(dtype=pipeline.dtype)
    for name, kind in kinds.items():
        part = getattr(made, name, None)
        if part is not None and part.dtype != kind:
            part.to(kind)
    made.set_progress_bar_config(disable=True)
    return made
