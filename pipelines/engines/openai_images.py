"""Pictures by servers that speak OpenAI's image interface: /images/generations and, from a picture, /images/edits."""

import base64
import binascii
import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipelines.engines.endpoint_answers import pixels_of
from pipelines.engines.endpoint_calls import Answer, Line
from pipelines.engines.endpoint_server import URL, Server

_SIZES = {  # what OpenAI's own models paint
    "gpt-image": ((1024, 1024), (1536, 1024), (1024, 1536)),
    "dall-e-3": ((1024, 1024), (1792, 1024), (1024, 1792)),
    "dall-e-2": ((1024, 1024),),
}
_LONGEST = {"gpt-image": 32_000, "dall-e-3": 4000, "dall-e-2": 1000}  # characters of a prompt
_DOTS = 1024 * 1024  # what other models paint at, in steps of 64


def _family(model: str) -> str:
    """Which of OpenAI's families a model is of; "" for others, which take any size, a seed and words to avoid."""
    return next((family for family in _SIZES if model.startswith(family)), "")


def working_size(model: str, size: tuple[int, int]) -> tuple[int, int]:
    """The size to ask for: of those the model knows, the one whose shape is nearest to that of `size` (w, h)."""
    shape = size[0] / size[1]
    if family := _family(model):
        return min(_SIZES[family], key=lambda s: abs(np.log(s[0] / s[1] / shape)))
    scale = (_DOTS / (size[0] * size[1])) ** 0.5
    return max(64, round(size[0] * scale / 64) * 64), max(64, round(size[1] * scale / 64) * 64)


def _order(server: Server, prompt: str, avoid: str, size: tuple[int, int], seed: int) -> dict[str, Any]:
    family = _family(server.model)
    wide, high = working_size(server.model, size)
    order: dict[str, Any] = {"prompt": prompt, "n": 1, "size": f"{wide}x{high}"}
    if server.model:
        order["model"] = server.model
    if family:  # these know no other way of leaving something out
        order["prompt"] = f"{prompt}. There must be no {avoid} in it." if avoid else prompt
        order["prompt"] = order["prompt"][: _LONGEST[family]]
    else:
        order |= {"seed": seed} | ({"negative_prompt": avoid} if avoid else {})
    if family.startswith("dall-e"):
        order["response_format"] = "b64_json"  # the newer ones always send it, and refuse to be asked
    return order


def painted(line: Line, prompt: str, avoid: str, size: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    """Paint `prompt` without what `avoid` names: RGB, uint8 (h, w, 3) at `size` (w, h). Raises Unfit, Cancelled.

    https://platform.openai.com/docs/api-reference/images; OpenAI's own models know no seed.
    """
    return _taken(
        line, line.send("POST", "/images/generations", json=_order(line.server, prompt, avoid, size, seed)), size
    )


def repainted(line: Line, pixels: NDArray[np.uint8], prompt: str, strength: float, seed: int) -> NDArray[np.uint8]:
    """Paint `pixels` (h, w, 3) anew as `prompt` says, at their own size. OpenAI's own models know no strength."""
    size = (pixels.shape[1], pixels.shape[0])
    order = _order(line.server, prompt, "", size, seed)
    if not _family(line.server.model):
        order["strength"] = round(strength, 3)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    files = {"image": ("picture.png", out.getvalue(), "image/png")}
    answer = line.send("POST", "/images/edits", data={k: str(v) for k, v in order.items()}, files=files)
    return _taken(line, answer, size)


def _taken(line: Line, answer: Answer, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The picture of an answer: inside it as base64, behind an address, or (some servers) the answer itself."""
    said = answer.told()
    data = said.get("data") if isinstance(said, dict) else None
    first = data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}
    inside, behind = first.get("b64_json"), first.get("url")
    if isinstance(behind, str) and behind.startswith("data:"):
        inside = behind.partition(",")[2]
    if isinstance(inside, str) and inside:
        try:
            return pixels_of(Answer(200, {}, base64.b64decode(inside, validate=True)), size, line.server, line.work)
        except (binascii.Error, ValueError) as error:
            raise line.server.unfit("sent a damaged picture (its base64 is cut). Try again.", once=True) from error
    if isinstance(behind, str) and behind:
        if not behind.startswith(("http://", "https://", "/")):
            raise line.server.unfit(f"names a picture at an address that cannot be used. Check {URL}.")
        origin = line.server.url.split("/", 3)
        whole = "/".join(origin[:3]) + behind if behind.startswith("/") else behind
        return pixels_of(line.send("GET", whole), size, line.server, line.work)
    return pixels_of(answer, size, line.server, line.work)
