"""A person's own ComfyUI graph (its API format), with our words, size, seed and picture put where they belong.

The rule: a box whose title holds "negative" takes what to avoid, one whose title holds "positive" or "prompt" the
words. Where no title says so, the boxes are followed back from what takes "positive" and "negative". Every "seed" and
"noise_seed" is set, width and height where an empty picture or clip begins (keeping the graph's own number of dots),
the first box that loads an image gets the picture, and every "denoise" the strength.
"""

import copy
import json
from collections.abc import Iterator
from typing import Any

from pipelines.engines.endpoint_server import GRAPHS, Server
from pipelines.engines.models import Craft
from studio.errors import PersonError

Box = dict[str, Any]
Graph = dict[str, Box]

_WORDS = ("text", "prompt", "value", "string", "text_g", "text_l", "clip_l", "clip_g", "t5xxl")
_SEEDS = ("seed", "noise_seed")
_RATES = ("fps", "frame_rate")
_MOST_FRAMES = 257


def graph_of(server: Server, craft: Craft) -> Graph:
    """The person's graph; for painting with only a checkpoint named, a plain one. Raises PersonError."""
    if server.graph is None:
        return _plain(server.model)
    said = f"{GRAPHS[craft]} names '{server.graph.name}', "
    try:
        told = json.loads(server.graph.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PersonError(said + "which is damaged or no JSON. Export it from ComfyUI once more.") from error
    if isinstance(told, dict) and isinstance(told.get("prompt"), dict):
        told = told["prompt"]
    if isinstance(told, dict) and isinstance(told.get("nodes"), list):
        raise PersonError(said + "which was saved for ComfyUI's screen. Export it with 'Export (API)' instead.")
    boxes = told if isinstance(told, dict) else {}
    good = {k: v for k, v in boxes.items() if isinstance(v, dict) and isinstance(v.get("inputs"), dict)}
    if not good or not all(isinstance(box.get("class_type"), str) for box in good.values()):
        raise PersonError(said + "which is no graph of ComfyUI. Export it with 'Export (API)'.")
    return good


def _plain(checkpoint: str) -> Graph:
    """Words to a picture by one checkpoint."""
    return {
        "model": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": checkpoint}},
        "words": {"class_type": "CLIPTextEncode", "inputs": {"text": "", "clip": ["model", 1]}},
        "without": {"class_type": "CLIPTextEncode", "inputs": {"text": "", "clip": ["model", 1]}},
        "empty": {"class_type": "EmptyLatentImage", "inputs": {"width": 1024, "height": 1024, "batch_size": 1}},
        "paint": {
            "class_type": "KSampler",
            "inputs": {
                "seed": 1, "steps": 28, "cfg": 6.5, "sampler_name": "euler", "scheduler": "normal", "denoise": 1.0,
                "model": ["model", 0], "positive": ["words", 0], "negative": ["without", 0],
                "latent_image": ["empty", 0],
            },
        },
        "decode": {"class_type": "VAEDecode", "inputs": {"samples": ["paint", 0], "vae": ["model", 2]}},
        "save": {"class_type": "SaveImage", "inputs": {"images": ["decode", 0], "filename_prefix": "reelwright"}},
    }  # fmt: skip


def filled(graph: Graph, prompt: str, avoid: str, size: tuple[int, int], seed: int) -> tuple[Graph, bool]:
    """A copy of the graph that makes `prompt` at the shape of `size` (w, h); and whether it can leave out `avoid`.

    Raises PersonError where no box takes the words.
    """
    graph = copy.deepcopy(graph)
    yes = _titled(graph, ("positive", "prompt"), but="negative") or _led(graph, "positive") or _only(graph)
    no = [key for key in _titled(graph, ("negative",)) or _led(graph, "negative") if key not in yes]
    if not yes:
        raise PersonError(
            "The ComfyUI graph has no place for the words of a picture. Title the box that takes them 'prompt' and "
            "export it again."
        )
    for key in yes:
        _write(graph[key], prompt)
    for key in no if avoid else []:
        own = next((v for n, v in graph[key]["inputs"].items() if n in _WORDS and isinstance(v, str)), "")
        _write(graph[key], f"{avoid}, {own}" if own else avoid)
    for box in graph.values():
        inputs = box["inputs"]
        for name in _SEEDS:
            if _is_number(inputs.get(name)):
                inputs[name] = seed % (1 << 32)
        if _begins(box):
            inputs["width"], inputs["height"] = _sides(inputs["width"] * inputs["height"], size)
    return graph, bool(no)


def with_picture(graph: Graph, name: str, strength: float | None) -> Graph:
    """The graph given an uploaded picture, and how strongly it may change. Raises PersonError: nothing loads one."""
    graph = copy.deepcopy(graph)
    loads = [k for k in graph if str(graph[k]["class_type"]).startswith("LoadImage")]
    if not loads:
        raise PersonError("The ComfyUI graph loads no image, so no picture can be given to it. Export one that does.")
    first = next((k for k in loads if "picture" in _title(graph[k])), loads[0])
    graph[first]["inputs"]["image"] = name
    for box in graph.values() if strength is not None else ():
        if _is_number(box["inputs"].get("denoise")):
            box["inputs"]["denoise"] = round(strength or 0.01, 3)
    return graph


def lasting(graph: Graph, seconds: float) -> Graph:
    """The graph making a clip this long, where it tells a length in frames and a rate.

    Lengths are 8 n + 1 frames, which every family of video models here takes (Wan and Hunyuan 4 n + 1, LTX 8 n + 1).
    """
    graph = copy.deepcopy(graph)
    rates = [v for box in graph.values() for k, v in box["inputs"].items() if k in _RATES and _is_number(v) and v > 0]
    for box in graph.values():
        if rates and _begins(box) and _is_number(box["inputs"].get("length")):
            frames = min(_MOST_FRAMES, max(9, round(seconds * rates[0] / 8) * 8 + 1))
            box["inputs"]["length"] = frames
    return graph


def _title(box: Box) -> str:
    meta = box.get("_meta")
    return str(meta.get("title", "")).lower() if isinstance(meta, dict) else ""


def _texts(box: Box) -> Iterator[str]:
    yield from (name for name, value in box["inputs"].items() if name in _WORDS and isinstance(value, str))


def _write(box: Box, words: str) -> None:
    for name in list(_texts(box)):
        box["inputs"][name] = words


def _titled(graph: Graph, signs: tuple[str, ...], but: str = "\0") -> list[str]:
    """Boxes that take words and whose title holds one of `signs`."""
    titles = {key: _title(box) for key, box in graph.items() if any(_texts(box))}
    return [key for key, title in titles.items() if any(sign in title for sign in signs) and but not in title]


def _led(graph: Graph, side: str) -> list[str]:
    """Boxes with words from which the side "positive" or "negative" of another box is fed."""
    found: list[str] = []
    for box in graph.values():
        names = (side, "conditioning") if side == "positive" and "Guider" in box["class_type"] else (side,)
        for name in names:
            found += _behind(graph, box["inputs"].get(name), set())
    return list(dict.fromkeys(found))


def _behind(graph: Graph, link: Any, seen: set[str]) -> list[str]:
    """The nearest boxes with words behind a link ([box, outlet])."""
    key = link[0] if isinstance(link, list) and link and isinstance(link[0], str) else ""
    if key not in graph or key in seen:
        return []
    seen.add(key)
    if any(_texts(graph[key])):
        return [key]
    return [found for value in graph[key]["inputs"].values() for found in _behind(graph, value, seen)]


def _only(graph: Graph) -> list[str]:
    """The one box that turns words into what a model reads."""
    found = [key for key, box in graph.items() if "TextEncode" in box["class_type"] and any(_texts(box))]
    return found if len(found) == 1 else []


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _begins(box: Box) -> bool:
    """Whether a picture or clip gets its size here, rather than one being scaled."""
    inputs, kind = box["inputs"], box["class_type"]
    if not all(_is_number(inputs.get(side)) and inputs[side] > 0 for side in ("width", "height")):
        return False
    return kind.startswith("Empty") or "Latent" in kind or "length" in inputs or "size" in _title(box)


def _sides(dots: float, size: tuple[int, int]) -> tuple[int, int]:
    step = 64 if dots >= 512 * 512 else 16
    scale = (dots / (size[0] * size[1])) ** 0.5
    return max(step, round(size[0] * scale / step) * step), max(step, round(size[1] * scale / step) * step)
