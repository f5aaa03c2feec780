"""Pictures by a text-to-image model of the person's own, through diffusers."""

import os
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.errors import Cancelled, PersonError
from studio.work import Work

VARIABLE = "REELWRIGHT_DIFFUSERS"  # a folder with a pipeline, or a hub id; "id@revision" pins it
_STEPS = "REELWRIGHT_DIFFUSERS_STEPS"

_painting = threading.Lock()  # a pipeline object is not safe for two pictures at once: same seed, wrong picture


def wanted() -> bool:
    """Whether "auto" means the model: one is named, and there is a GPU or the person set REELWRIGHT_DEVICE=cpu."""
    return bool(os.environ.get(VARIABLE)) and (os.environ.get("REELWRIGHT_DEVICE") == "cpu" or device() != "cpu")


def named() -> str:
    """The folder or hub id the person named. Raises PersonError when there is none."""
    name = os.environ.get(VARIABLE, "").strip()
    if not name:
        raise PersonError(
            f'engine="diffusers" needs a model of yours: set {VARIABLE} to a diffusers folder or a hub id, '
            'or use engine="drawn".'
        )
    return name


def name() -> str:
    """The engine as the picture's facts name it."""
    return f"diffusers:{Path(named()).name or named()}"


@lru_cache(maxsize=1)
def device() -> str:
    """'cuda', 'mps' or 'cpu'."""
    import torch

    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


@lru_cache(maxsize=1)
def _pipeline(model: str) -> Any:
    """The pipeline, loaded once. Call it with `_painting` held."""
    import torch
    from diffusers import DiffusionPipeline

    where, _, revision = model.partition("@")
    kind = torch.float32 if device() == "cpu" else torch.float16
    try:
        pipeline = DiffusionPipeline.from_pretrained(where, revision=revision or None, torch_dtype=kind)
    except (OSError, ValueError) as error:
        raise PersonError(
            f"{VARIABLE} names '{model}', which holds no pipeline that diffusers can load: {error}"
        ) from error
    pipeline.set_progress_bar_config(disable=True)
    return pipeline.to(device())


def picture(prompt: str, avoid: str, size: tuple[int, int], seed: int, work: Work) -> Any:
    """Paint `prompt`: RGB pixels, uint8 of shape (h, w, 3) at `size` (w, h). Cancels between steps."""
    import numpy as np
    import torch
    from PIL import Image

    steps = int(os.environ.get(_STEPS, "28"))
    width, height = _working_size(size)

    def on_step(pipeline: Any, step: int, moment: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        work.progress(0.1 + 0.8 * (step + 1) / steps, f"step {step + 1} of {steps}")
        return tensors

    with _painting:
        work.progress(0.03, "loading the model")
        pipeline = _pipeline(named())
        chance = torch.Generator("cpu").manual_seed(seed)
        try:
            made = pipeline(
                prompt=prompt, negative_prompt=avoid or None, width=width, height=height, num_inference_steps=steps,
                generator=chance, callback_on_step_end=on_step,
            ).images[0]  # fmt: skip
        except Cancelled:
            raise
        except (torch.cuda.OutOfMemoryError, MemoryError) as error:
            raise PersonError('The model needs more memory than this machine has free. Use engine="drawn".') from error
    return np.asarray(made.convert("RGB").resize(size, Image.Resampling.LANCZOS))


def _working_size(size: tuple[int, int]) -> tuple[int, int]:
    """A size the model paints at: the same shape, REELWRIGHT_DIFFUSERS_PIXELS (768²) in all, sides in steps of 64."""
    pixels = float(os.environ.get("REELWRIGHT_DIFFUSERS_PIXELS", str(768 * 768)))
    scale = (pixels / (size[0] * size[1])) ** 0.5
    return max(64, round(size[0] * scale / 64) * 64), max(64, round(size[1] * scale / 64) * 64)
