"""Pictures and clips by an image server the person named: OpenAI's interface, Hugging Face's, or ComfyUI."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.engines.endpoint_server import GONE, REFUSED, configured, named
from pipelines.engines.models import Craft
from studio.errors import PersonError
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST = 6000  # characters of a prompt, whoever is asked


def offered(craft: Craft) -> tuple[str, tuple[str, ...]]:
    """What "auto" may use: the server's name, or "" with a note where one is named but cannot be used now."""
    if not configured():
        return "", ()
    try:
        name = named(craft).name
    except PersonError as error:
        return "", (str(error),)
    words = GONE.words(name) or REFUSED.words(name)
    return ("", (words,)) if words else (name, ())


def is_ours(engine: str) -> bool:
    """Whether an engine's name, settled or not, is an endpoint's."""
    return engine.partition(":")[0] == "endpoint"


def picture(
    prompt: str, avoid: str, size: tuple[int, int], seed: int, work: Work
) -> "tuple[NDArray[np.uint8], dict[str, Any]]":
    """Have `prompt` painted, without what `avoid` names: RGB, uint8 of shape (h, w, 3) at `size` (w, h), and facts.

    The facts: "engine" as settled, "calls" sent, each of which may cost money. Raises PersonError (no server named),
    Unfit (it cannot do it: a sentence with its host, never a key), Cancelled within 0.2 s.
    """
    from pipelines.engines import comfyui, huggingface, openai_images
    from pipelines.engines.endpoint_calls import Line

    server = named("paint")
    line = Line.to(server, work)
    ask = {"openai": openai_images.painted, "huggingface": huggingface.painted, "comfyui": comfyui.painted}[server.kind]
    pixels = ask(line, prompt[:_LONGEST], avoid[:_LONGEST], size, seed)
    return pixels, {"engine": server.name, "calls": len(line.orders)}


def repainted(pixels: "NDArray[np.uint8]", words: str, strength: float, seed: int, work: Work) -> "NDArray[np.uint8]":
    """Have a picture painted anew as `words` say: RGB, uint8 (h, w, 3), at its own size.

    `strength` from 0 (hardly changed) to 1 (hardly kept), where the server knows one. Raises as `picture`.
    """
    from pipelines.engines import comfyui, huggingface, openai_images
    from pipelines.engines.endpoint_calls import Line

    server = named("restyle")
    line = Line.to(server, work)
    ask = {"openai": openai_images.repainted, "huggingface": huggingface.repainted, "comfyui": comfyui.repainted}
    return ask[server.kind](line, pixels, words[:_LONGEST], strength, seed)


def clip(
    words: str, avoid: str, size: tuple[int, int], seconds: float, seed: int, work: Work,
    pixels: "NDArray[np.uint8] | None" = None,
) -> Path:  # fmt: skip
    """Have a clip made by ComfyUI from words, or from a picture and words: a file in the step's folder as it came.

    MP4, WebM, MKV, MOV, GIF or animated WebP, of whatever size, rate and length the graph makes; `seconds` is asked for
    where the graph has a length and a rate. Its first frame was decoded. Raises as `picture`.
    """
    from pipelines.engines import comfyui
    from pipelines.engines.endpoint_calls import MOST_CLIP, Line

    server = named("shoot" if pixels is None else "animate")
    line = Line.to(server, work, MOST_CLIP)
    return comfyui.filmed(line, words[:_LONGEST], avoid[:_LONGEST], size, seconds, seed, pixels)
