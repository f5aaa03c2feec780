"""Pictures and music by Hugging Face's inference: its router, own endpoints, and servers that speak as these do."""

import base64
import io
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipelines.engines.endpoint_answers import pixels_of, sound_of
from pipelines.engines.endpoint_calls import Line
from pipelines.engines.endpoint_server import Server
from pipelines.engines.openai_images import working_size

_LONGEST = 4000  # characters of a prompt
_TOKENS, _ONCE = 50, 30.0  # of MusicGen: to a second; seconds that it makes at once


def _address(server: Server) -> str:
    """Where the model is asked: behind the address, unless that already names it or is an endpoint for it alone."""
    host = urlsplit(server.url).hostname or ""
    if not server.model or host.endswith(".endpoints.huggingface.cloud") or "/models/" in server.url:
        return server.url
    return f"{server.url}/models/{quote(server.model, safe='/')}"


def painted(line: Line, prompt: str, avoid: str, size: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    """Paint `prompt` without what `avoid` names: RGB, uint8 (h, w, 3) at `size` (w, h). Raises Unfit, Cancelled.

    https://huggingface.co/docs/inference-providers/tasks/text-to-image. While a model loads the server says so (503)
    and for how long; it is then waited for.
    """
    wide, high = working_size("", size)
    told: dict[str, Any] = {"width": wide, "height": high, "seed": seed}
    if avoid:
        told["negative_prompt"] = avoid[:_LONGEST]
    return _asked(line, {"inputs": prompt[:_LONGEST], "parameters": told}, size)


def repainted(line: Line, pixels: NDArray[np.uint8], prompt: str, strength: float, seed: int) -> NDArray[np.uint8]:
    """Paint `pixels` (h, w, 3) anew as `prompt` says, at their own size, leaving less of them the higher `strength`."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=95)
    told = {"prompt": prompt[:_LONGEST], "strength": round(strength, 3), "seed": seed}
    body = {"inputs": base64.b64encode(out.getvalue()).decode(), "parameters": told}
    return _asked(line, body, (pixels.shape[1], pixels.shape[0]))


def played(line: Line, words: str, seconds: float, seed: int) -> Path:
    """Have music made as `words` say: what came, in a file that can be heard. Raises Unfit, Cancelled.

    https://huggingface.co/docs/inference-providers/tasks/text-to-speech, whose form text-to-audio shares: sound comes
    as bytes. Of the models there MusicGen counts 50 tokens to a second.
    """
    told = {"generation_parameters": {"max_new_tokens": round(_TOKENS * min(seconds, _ONCE))}, "seed": seed}
    answer = line.send("POST", _address(line.server), json={"inputs": words[:_LONGEST], "parameters": told})
    return sound_of(answer, line.server, line.work)


def _asked(line: Line, body: dict[str, Any], size: tuple[int, int]) -> NDArray[np.uint8]:
    return pixels_of(line.send("POST", _address(line.server), json=body), size, line.server, line.work)
