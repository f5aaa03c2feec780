"""The film in pieces that begin with a key picture, each named by all that shows in it."""

import hashlib
import json
from bisect import bisect_left, bisect_right
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from functools import lru_cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import cv2

from pipelines import pictures
from pipelines.film import (
    blending,
    colour,
    conversion,
    cube,
    decoding,
    effects,
    following,
    footage,
    frames,
    hdr,
    interest,
    layers,
    media,
    overlays,
    planes,
    sheets,
    spotting,
    transitions,
    views,
)
from pipelines.film import encoding as encoders
from pipelines.film.encoding import Encoding
from pipelines.film.overlays import Lettering
from studio.timeline import Layer, Timeline

LONGEST = 150  # frames in a piece: short enough to share out, long enough to cost nothing
_PAINTERS = (
    blending, colour, conversion, cube, decoding, effects, encoders, following, footage, frames, hdr, interest, layers,
    media, overlays, pictures, planes, sheets, spotting, transitions, views,
)  # fmt: skip
_UNSEEN = {"note", "sound", "available", "gain", "pan", "chapter"}


@dataclass(frozen=True)
class Piece:
    """Film frames [start, end), and the name of the part that holds them encoded."""

    start: int
    end: int
    name: str


def pieces(timeline: Timeline, lettering: Lettering, size: tuple[int, int], encoding: Encoding,
           folder: Path) -> list[Piece]:  # fmt: skip
    """The film's `spans`, named."""
    return [Piece(a, b, _name(timeline, lettering, size, encoding, folder, a, b)) for a, b in spans(timeline)]


def spans(timeline: Timeline) -> list[tuple[int, int]]:
    """Film frames [start, end) of every piece: the film cut where transitions begin and end, so that changing one
    picture changes few pieces."""
    edges = {0, timeline.frames}
    for index, start in enumerate(timeline.starts[1:]):
        change = timeline.shots[index].transition
        edges |= {start, start + (change.frames if change else 0)}
    ordered = sorted(edges)
    found: list[tuple[int, int]] = []
    for start, end in pairwise(ordered):
        count = -(-(end - start) // LONGEST)
        cuts = [start + (end - start) * i // count for i in range(count + 1)]
        found += pairwise(cuts)
    return found


def _name(timeline: Timeline, lettering: Lettering, size: tuple[int, int], encoding: Encoding, folder: Path,
          start: int, end: int) -> str:  # fmt: skip
    """A hash of everything that shows in these frames. Where in the film they lie is no part of it."""
    shown = []
    last = bisect_right(timeline.starts, start) - 1  # of those that have begun; the one before it may still show
    for index in range(max(0, last - 1), bisect_left(timeline.starts, end)):
        shot, at = timeline.shots[index], timeline.starts[index]
        before = timeline.shots[index - 1].overlap if index else 0
        if at + shot.visible > start:
            looks = _looks(shot, folder)
            if at + shot.visible - shot.overlap >= end:
                looks["transition"] = None
            shown.append([looks, at - start, before if start < at + before else 0])
    over = [
        [_looks(replace(layer, start=0, frames=None), folder), _when(layer, timeline.frames, start, end)]
        for layer in timeline.layers
        if layer.start < end and (layer.frames is None or layer.start + layer.frames > start)
    ]
    fades = [
        (timeline.fade_in, start) if start < timeline.fade_in else None,
        (timeline.fade_out, timeline.frames - start) if end > timeline.frames - timeline.fade_out else None,
    ]
    film = [_engine(), size, str(timeline.rate), asdict(encoding)]
    told = [film, end - start, shown, over, fades, lettering.seen(start, end)]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:40] + encoding.suffix


def _looks(value: Any, folder: Path, name: str = "") -> Any:
    """A value with all that is seen of it: what its files hold in place of their names, nothing that is only heard."""
    if is_dataclass(value):
        seen = [field.name for field in fields(value) if field.name not in _UNSEEN]
        return {name: _looks(getattr(value, name), folder, name) for name in seen}
    if isinstance(value, tuple):
        return [_looks(each, folder) for each in value]
    return _content(folder / value) if name in ("media", "lut") and value else value


def _when(layer: Layer, length: int, start: int, end: int) -> list[int] | None:
    """Where a layer over the film begins and ends beside these frames; None when that makes no difference in them."""
    begins = layer.start - start
    ends = (length if layer.frames is None else layer.start + layer.frames) - start
    if layer.kind == "Image" and begins + layer.fade_in <= 0 and ends - layer.fade_out >= end - start:
        return None
    return [begins, ends]


@lru_cache(maxsize=4096)
def _hashed(path: Path, size: int, changed: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _content(path: Path) -> str:
    """sha256 of a file; files of the store carry it as their name. A file that is missing is told where it is drawn."""
    if len(path.stem) == 64 and not set(path.stem) - set("0123456789abcdef"):
        return path.stem
    try:
        about = path.stat()
        return _hashed(path, about.st_size, about.st_mtime_ns)
    except OSError:
        return "missing"


@lru_cache(maxsize=1)
def _engine() -> str:
    """Changes whenever the code or a library that makes the pixels does."""
    # MoviePy draws effects only, and takes long to import.
    digest = hashlib.sha256(f"{av.__version__} {cv2.__version__} {version('moviepy')}".encode())
    for module in _PAINTERS:
        digest.update(Path(str(module.__file__)).read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()
