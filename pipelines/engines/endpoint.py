"""Pictures, clips and music by a server the person named: OpenAI's interface, Hugging Face's, or ComfyUI."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.engines.endpoint_server import GONE, REFUSED, named, passes
from pipelines.engines.models import Craft
from studio.errors import PersonError
from studio.facts import Facts
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST = 6000  # characters of a prompt, whoever is asked


def offered(craft: Craft) -> tuple[str, tuple[str, ...]]:
    """What "auto" may use: the server's name, or "" with a note where one is named but cannot be used now."""
    if passes(craft):
        return "", ()
    try:
        name = named(craft).name
    except PersonError as error:
        return "", (str(error),)
    words = GONE.words(f"{craft} {name}") or REFUSED.words(f"{craft} {name}")
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


def clip_of(picture: Path, words: str, seconds: float, seed: int, work: Work, carried: Facts | None = None) -> Path:
    """Have a picture moved as `words` say: an MP4 without sound in the picture's shape, `seconds` long, with its facts.

    `carried`: facts of the picture that hold for the clip too.

    Only ComfyUI does it, by the graph of REELWRIGHT_COMFYUI_ANIMATE. Where the clip comes out shorter than asked for it
    is slowed, at most to half its speed, then its last picture is held, and a note says so. Raises as `picture`.
    """
    from pipelines.pictures import read_rgb

    pixels = read_rgb(picture, (1920, 1920))
    return _clip("animate", words, "", (pixels.shape[1], pixels.shape[0]), seconds, seed, work, pixels, carried)


def shot_of(words: str, avoid: str, shape: tuple[int, int], seconds: float, seed: int, work: Work) -> Path:
    """Have filmed what `words` describe, and nothing of `avoid`: an MP4 as of `clip_of`, of `shape` (width to height).

    Only ComfyUI does it, by the graph of REELWRIGHT_COMFYUI_SHOOT. Raises as `picture`.
    """
    return _clip("shoot", words, avoid, shape, seconds, seed, work, None)


def _clip(
    craft: Craft, words: str, avoid: str, shape: tuple[int, int], seconds: float, seed: int, work: Work,
    pixels: "NDArray[np.uint8] | None", carried: Facts | None = None,
) -> Path:  # fmt: skip
    from pipelines.engines import comfyui
    from pipelines.engines.endpoint_calls import MOST_CLIP, Line
    from pipelines.engines.endpoint_clips import finished

    server = named(craft)
    line = Line.to(server, work, MOST_CLIP)
    answer, name = comfyui.filmed(line, words[:_LONGEST], avoid[:_LONGEST], shape, seconds, seed, pixels)
    about = {"drawn": [], "text": words[:300], "engine": server.name, "calls": len(line.orders), "flexes": True}
    about |= carried or {}
    return finished(answer, name, server, shape, seconds, about, work)


def music_of(words: str, seconds: float, seed: int, work: Work) -> tuple[Path, dict[str, Any]]:
    """Have music made as `words` say: a sound file of whatever kind the server sent, heard through once, and facts.

    Only Hugging Face's inference does it (REELWRIGHT_ENDPOINT_MUSIC). It may be shorter than `seconds`. Raises as
    `picture`.
    """
    from pipelines.engines import huggingface
    from pipelines.engines.endpoint_calls import MOST_CLIP, Line

    server = named("music")
    line = Line.to(server, work, MOST_CLIP)
    path = huggingface.played(line, words[:_LONGEST], seconds, seed)
    return path, {"engine": server.name, "calls": len(line.orders)}
