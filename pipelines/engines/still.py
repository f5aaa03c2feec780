"""Pictures by a diffusers model: painted from words, or another picture painted over in words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.engines.calling import called, pixels_of, takes, working_size
from pipelines.engines.loading import turned
from pipelines.engines.models import Model, chosen
from studio.work import Work

PIXELS = "REELWRIGHT_DIFFUSERS_PIXELS"
_USUAL, _GRID = 768 * 768, 64
_WHOLLY = 0.8  # of the noise that would hide the picture: beyond it, what stands where is lost


def painted(prompt: str, avoid: str, size: tuple[int, int], seed: int, work: Work) -> NDArray[np.uint8]:
    """Paint `prompt`, and nothing of `avoid`: RGB pixels, uint8 (h, w, 3), at `size` (w, h).

    The model paints at about the number of pixels it was trained on (REELWRIGHT_DIFFUSERS_PIXELS); what it painted is
    brought to `size`. One that knows no negative words is not told them, and a note says so. Raises Unfit, Cancelled.
    """
    model = chosen("paint")

    def turn(pipeline: Any, craft: str) -> Any:
        known = takes(pipeline)
        if "image" in known and "strength" in known:
            try:
                return turned(pipeline, "AutoPipelineForText2Image")
            except ValueError:
                pass
        if "prompt" not in known or "num_frames" in known:
            raise model.unfit(f"paints no pictures from words ({type(pipeline).__name__}). Name one that does.")
        return pipeline

    def ask(pipeline: Any) -> dict[str, Any]:
        width, height = working_size(size, pixels_of(PIXELS, _native(pipeline)), _GRID)
        negative = _negative(pipeline, avoid, work)
        return {"prompt": prompt, "negative_prompt": negative, "width": width, "height": height, "size": size}

    pictures, _ = called(model, turn, ask, seed, work)
    return _sized(pictures[0], size)


def repainted(
    pixels: NDArray[np.uint8], words: str, strength: float, seed: int, work: Work, avoid: str = ""
) -> NDArray[np.uint8]:
    """Paint a picture over in `words`: RGB pixels, uint8 (h, w, 3), of the same size.

    `pixels` are uint8 (h, w, 3). `strength`, 0 to 1: 0 leaves the picture nearly as it is, 1 keeps hardly more than
    what stands where. The model is that of REELWRIGHT_DIFFUSERS_RESTYLE, else the weights of `paint`'s model seen as
    image-to-image. One that edits pictures without a strength (as Kontext) is told the words alone. Raises Unfit,
    Cancelled.
    """
    from PIL import Image

    model = chosen("restyle")
    size = (pixels.shape[1], pixels.shape[0])

    def turn(pipeline: Any, craft: str) -> Any:
        if "image" in takes(pipeline):
            return pipeline
        try:
            return turned(pipeline, "AutoPipelineForImage2Image")
        except ValueError as error:
            raise _no_pictures(model, pipeline) from error

    def ask(pipeline: Any) -> dict[str, Any]:
        width, height = working_size(size, pixels_of(PIXELS, _native(pipeline)), _GRID)
        picture = Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS)
        return {
            "prompt": words,
            "negative_prompt": _negative(pipeline, avoid, work),
            "image": picture,
            "strength": _WHOLLY * min(1.0, max(0.05, strength)),
            "width": width,
            "height": height,
            "size": size,
        }

    pictures, _ = called(model, turn, ask, seed, work)
    return _sized(pictures[0], size)


def _no_pictures(model: Model, pipeline: Any) -> Exception:
    return model.unfit(
        f"paints from words alone ({type(pipeline).__name__}). Name one for pictures in REELWRIGHT_DIFFUSERS_RESTYLE."
    )


def _native(pipeline: Any) -> float:
    """How many pixels a model was trained on, as its parts tell."""
    sample = getattr(pipeline, "default_sample_size", None)
    if sample is None:
        body = getattr(pipeline, "unet", None) or getattr(pipeline, "transformer", None)
        sample = getattr(getattr(body, "config", None), "sample_size", None)
    factor = getattr(pipeline, "vae_scale_factor", None)
    if not isinstance(sample, int) or not isinstance(factor, int) or not 256 <= sample * factor <= 4096:
        return _USUAL
    return float(sample * factor) ** 2


def _negative(pipeline: Any, avoid: str, work: Work) -> str | None:
    if avoid and "negative_prompt" not in takes(pipeline):
        work.note(f"This model knows no words to avoid, so that '{avoid[:60]}' was not told to it.")
        return None
    return avoid or None


def _sized(pixels: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    from PIL import Image

    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))
