"""One call of any pipeline: it is given what it takes, each step is told and may be its last; pictures come out, or
whatever else it makes."""

import inspect
import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.engines.loading import PIPELINES, Lent, Turn
from pipelines.engines.models import Model, number
from pipelines.engines.peeking import Peek
from studio.errors import PersonError
from studio.work import Work

STEPS = "REELWRIGHT_DIFFUSERS_STEPS"
_BEGUN, _DRAWN = 0.08, 0.9  # shares of the step at which painting begins and ends

# What a call is asked for, once the pipeline is known: its arguments by name, those it does not take left out.
Ask = Callable[[Any], Mapping[str, Any]]


def takes(pipeline: Any) -> dict[str, Any]:
    """The parameters of a pipeline's call, each with its default (`inspect.Parameter.empty`: it must be given)."""
    return {name: p.default for name, p in inspect.signature(type(pipeline).__call__).parameters.items()}


def called(model: Model, turn: Turn, ask: Ask, seed: int, work: Work) -> tuple[list[NDArray[np.uint8]], Any]:
    """Call the model's pipeline: its pictures, uint8 (h, w, 3) RGB, and the pipeline. The rest as `answered`."""
    output, pipeline = answered(model, turn, ask, seed, work)
    return _pictures(output, model), pipeline


def answered(model: Model, turn: Turn, ask: Ask, seed: int, work: Work) -> tuple[Any, Any]:
    """Call the model's pipeline: what it gives, and the pipeline.

    The noise is drawn on the processor, so that a seed means the same on every device. Cancels within a step; the
    pipeline stays good. Out of memory, it is placed so that it needs less and asked again. Raises Unfit where it
    cannot.
    """
    with PIPELINES.lent(model, turn, work) as lent:
        while True:
            try:
                return _once(lent, ask(lent.pipeline), seed, work), lent.pipeline
            except Exception as error:
                if not _is_memory(error):
                    raise
                told = lent.shrink()
                if told is None:
                    raise model.unfit("needs more memory than this machine has free. Name a smaller one.") from error
                work.note(told)


def _is_memory(error: Exception) -> bool:
    """Whether the card or the machine ran out of memory: torch has an error of its own, its back ends say it."""
    return isinstance(error, MemoryError) or "out of memory" in str(error).lower()


def _once(lent: Lent, asked: Mapping[str, Any], seed: int, work: Work) -> Any:
    import torch

    pipeline = lent.pipeline
    known = takes(pipeline)
    given = {name: value for name, value in asked.items() if name in known and value is not None}
    steps = number(STEPS, 1, 500)
    if steps and "num_inference_steps" in known:
        given["num_inference_steps"] = steps
    count = int(given.get("num_inference_steps") or known.get("num_inference_steps") or 0)
    if "strength" in given and count:  # of so many steps only that share is painted: at least one
        count = given["num_inference_steps"] = max(count, math.ceil(1.01 / given["strength"]))
    size = (int(given.get("width") or 1), int(given.get("height") or 1))
    peek = Peek(lent.colours, size if min(size) > 1 else tuple(asked.get("size", size)), work)

    def step(number_: int, latents: Any) -> None:
        total = max(1, int(getattr(pipeline, "num_timesteps", 0) or count), number_ + 1)
        work.progress(_BEGUN + (_DRAWN - _BEGUN) * (number_ + 1) / total, f"step {number_ + 1} of {total}")
        if latents is not None:
            peek.show(latents)

    if "callback_on_step_end" in known:
        given["callback_on_step_end"] = lambda pipe, n, moment, tensors: step(n, tensors.get("latents")) or tensors
    elif "callback" in known:  # pipelines of before 2024
        given["callback"] = lambda n, moment, latents: step(n, latents)
    if "output_type" in known:
        given["output_type"] = "np"
    if "generator" in known:
        given["generator"] = torch.Generator("cpu").manual_seed(seed % 2**63)
    work.progress(_BEGUN, "reading the words")
    with torch.inference_mode():
        return pipeline(**given)


def _pictures(output: Any, model: Model) -> list[NDArray[np.uint8]]:
    """What a pipeline gave, as pictures. Raises PersonError where all are black or not numbers."""
    found = getattr(output, "frames", None)
    found = getattr(output, "images", None) if found is None else found
    if found is None:
        raise model.unfit("makes neither pictures nor clips. Name a pipeline that does.")
    while isinstance(found, list | tuple) and len(found) and isinstance(found[0], list | tuple):
        found = found[0]  # a batch of one clip
    if isinstance(found, list | tuple):
        pixels = [np.asarray(one.convert("RGB") if hasattr(one, "convert") else one) for one in found]
        pixels = [one for each in pixels for one in (each if each.ndim == 4 else [each])]
    else:
        values = found.detach().float().cpu().numpy() if hasattr(found, "detach") else np.asarray(found)
        values = values.reshape(-1, *values.shape[-3:])
        pixels = list(values.transpose(0, 2, 3, 1) if values.shape[1] == 3 and values.shape[3] != 3 else values)
    if not pixels or any(one.ndim != 3 or one.shape[2] < 3 for one in pixels):
        raise model.unfit("made something that is no picture. Name another pipeline.")
    if not all(np.isfinite(one).all() for one in pixels if one.dtype.kind == "f"):
        raise model.unfit(_BLACK)
    eight = [_eight(one[..., :3]) for one in pixels]
    if not any(one.any() for one in eight):
        if any(np.atleast_1d(getattr(output, "nsfw_content_detected", None) or False)):
            raise PersonError("The model's own safety check blacked the picture out. Say the scene in other words.")
        raise model.unfit(_BLACK)
    return eight


_BLACK = "gave a black picture: its numbers overflow. Set REELWRIGHT_DIFFUSERS_PRECISION=full, or name another."


def _eight(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    if pixels.dtype == np.uint8:
        return np.ascontiguousarray(pixels)
    return (pixels.astype(np.float32).clip(0, 1) * 255 + 0.5).astype(np.uint8)


def pixels_of(variable: str, usual: float) -> float:
    """How many pixels a model is to paint: from the environment, else `usual`."""
    return float(number(variable, 256, 100_000_000) or usual)


def working_size(size: tuple[int, int], pixels: float, grid: int) -> tuple[int, int]:
    """(width, height) of the shape of `size` with about so many pixels, both multiples of `grid`."""
    scale = math.sqrt(pixels / (size[0] * size[1]))
    return max(grid, round(size[0] * scale / grid) * grid), max(grid, round(size[1] * scale / grid) * grid)
