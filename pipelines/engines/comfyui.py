"""Pictures and clips by a ComfyUI server: a graph is handed in, waited for, and what it saved is fetched."""

import io
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipelines.engines.comfyui_graph import Graph, filled, graph_of, lasting, with_picture
from pipelines.engines.endpoint_answers import pixels_of
from pipelines.engines.endpoint_calls import Answer, Line
from studio.errors import Cancelled, PersonError, Unfit
from studio.work import Work

_CLIPS = (".mp4", ".webm", ".mkv", ".mov", ".gif", ".webp")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".tiff", ".bmp")
_OFTEN = 0.5  # seconds between two looks at how far it is

Saved = dict[str, Any]  # as ComfyUI names a file: filename, subfolder, type


def painted(line: Line, prompt: str, avoid: str, size: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    """Paint `prompt` without what `avoid` names: RGB, uint8 (h, w, 3) at `size` (w, h).

    https://docs.comfy.org/development/comfyui-server/comms_routes. Raises PersonError (the graph), Unfit, Cancelled:
    the server is then told to leave it.
    """
    graph = _fill(line, graph_of(line.server, "paint"), prompt, avoid, size, seed)
    return pixels_of(_fetched(line, graph, _PICTURES)[0], size, line.server, line.work)


def repainted(line: Line, pixels: NDArray[np.uint8], prompt: str, strength: float, seed: int) -> NDArray[np.uint8]:
    """Paint `pixels` (h, w, 3) anew as `prompt` says, at their own size."""
    size = (pixels.shape[1], pixels.shape[0])
    graph = _fill(line, graph_of(line.server, "restyle"), prompt, "", size, seed)
    graph = with_picture(graph, _handed_in(line, pixels), strength)
    return pixels_of(_fetched(line, graph, _PICTURES)[0], size, line.server, line.work)


def filmed(
    line: Line, prompt: str, avoid: str, size: tuple[int, int], seconds: float, seed: int,
    pixels: NDArray[np.uint8] | None,
) -> tuple[Answer, str]:  # fmt: skip
    """A clip from words, or from a picture and words: the file as the server saved it, and its name.

    Errors as `painted`.
    """
    graph = graph_of(line.server, "shoot" if pixels is None else "animate")
    graph = lasting(_fill(line, graph, prompt, avoid, size, seed), seconds)
    if pixels is not None:
        graph = with_picture(graph, _handed_in(line, pixels), None)
    return _fetched(line, graph, _CLIPS)


def _fill(line: Line, graph: Graph, prompt: str, avoid: str, size: tuple[int, int], seed: int) -> Graph:
    done, can_avoid = filled(graph, prompt, avoid, size, seed)
    if avoid and not can_avoid:
        line.work.note(f"The ComfyUI graph has no place for what to avoid, so it was not told of: {avoid[:80]}.")
    return done


def _handed_in(line: Line, pixels: NDArray[np.uint8]) -> str:
    """Upload a picture: the name the server keeps it under."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    files = {"image": ("reelwright.png", out.getvalue(), "image/png")}
    said = line.send("POST", "/upload/image", files=files).told()
    name = said.get("name") if isinstance(said, dict) else None
    if not isinstance(name, str) or not name:
        raise _strange(line)
    return f"{said['subfolder']}/{name}" if said.get("subfolder") else name


def _fetched(line: Line, graph: Graph, suffixes: tuple[str, ...]) -> tuple[Answer, str]:
    """Have the graph made and fetch the file of a kind we want: its bytes and its name."""
    # Never handed in twice: where the line breaks off here, the server may have heard it.
    said = line.send("POST", "/prompt", again=False, json={"prompt": graph, "client_id": "reelwright"}).told()
    number = said.get("prompt_id") if isinstance(said, dict) else None
    if not isinstance(number, str) or not number:
        raise _strange(line)
    try:
        outputs = _made(line, number)
    except (Cancelled, Unfit):
        threading.Thread(target=_left, args=(line, number), daemon=True, name="comfyui").start()
        raise
    files = [saved for saved in _files(outputs) if Path(str(saved["filename"])).suffix.lower() in suffixes]
    if not files:
        kinds = " or ".join(s[1:] for s in suffixes[:2])
        raise PersonError(
            f"The ComfyUI graph saved nothing of the kind asked for ({kinds} …). Let it end in a box that does."
        )
    files.sort(key=lambda saved: saved.get("type") == "output")  # not what it only previews
    chosen = files[-1]
    query = urlencode({key: str(chosen.get(key, "")) for key in ("filename", "subfolder", "type")})
    return line.send("GET", f"/view?{query}"), str(chosen["filename"])


def _made(line: Line, number: str) -> dict[str, Any]:
    """Wait until the graph is made: what each of its boxes saved."""
    words, looks = "the server is at work", 0
    while True:
        line.wait(min(_OFTEN, 0.1 * (looks + 1)), words)
        looks += 1
        told = line.send("GET", f"/history/{quote(number)}").told()
        if not isinstance(told, dict):
            raise _strange(line)
        entry = told.get(number)
        if isinstance(entry, dict):
            status = entry.get("status") if isinstance(entry.get("status"), dict) else {}
            if status.get("status_str") == "error":
                raise line.server.unfit(f"could not make the graph{_complaint(line, status)}. Run it there.", once=True)
            outputs = entry.get("outputs")
            if isinstance(outputs, dict) and (outputs or status.get("completed")):
                return outputs
        elif looks % 4 == 1:
            words = _queued(line, number)


def _queued(line: Line, number: str) -> str:
    """Where the graph stands in the server's queue, in words."""
    told = line.send("GET", "/queue").told()
    waiting = told.get("queue_pending") if isinstance(told, dict) else None
    places = [item[0] for item in waiting or () if isinstance(item, list) and len(item) > 1 and item[1] == number]
    if not places or not isinstance(waiting, list):
        return "the server is at work"
    before = sum(1 for item in waiting if isinstance(item, list) and item and item[0] < places[0]) + 1
    return f"waiting in the server's queue, {before} before it"


def _files(outputs: dict[str, Any]) -> Iterator[Saved]:
    """Every file that any box saved; pictures stand under "images", clips under that, "gifs" or "video"."""
    for box in outputs.values():
        for found in box.values() if isinstance(box, dict) else ():
            for saved in found if isinstance(found, list) else ():
                if isinstance(saved, dict) and isinstance(saved.get("filename"), str):
                    yield saved


def _complaint(line: Line, status: dict[str, Any]) -> str:
    """What ComfyUI says went wrong in a box."""
    for told in reversed(status.get("messages") or []):
        if isinstance(told, list) and len(told) == 2 and told[0] == "execution_error" and isinstance(told[1], dict):
            said = line.server.clean(f"{told[1].get('node_type', '')}: {told[1].get('exception_message', '')}")
            return f': "{said}"'
    return ""


def _left(line: Line, number: str) -> None:
    """Tell the server that nobody waits any more; whatever it answers. In a thread of its own, after a cancel."""
    folder = line.work.folder
    alone = replace(Line.to(replace(line.server, seconds=5.0), Work(folder, folder, 1)), most=1_000_000)
    with suppress(PersonError, Cancelled):
        alone.send("POST", "/queue", again=False, json={"delete": [number]})
    with suppress(PersonError, Cancelled):
        alone.send("POST", "/interrupt", again=False, json={"prompt_id": number})


def _strange(line: Line) -> Unfit:
    return line.server.unfit(
        "does not answer as ComfyUI does. Check its address, or name its kind: REELWRIGHT_ENDPOINT."
    )
