"""What captions keep off: faces in what a film shows, found and drawn ones, and what is laid over the film."""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import cv2
from PIL import Image

from pipelines.film import planes as p
from pipelines.film import sheets, spotting
from pipelines.film.encoding import Encoding
from pipelines.film.footage import probe
from pipelines.film.frames import Screen
from pipelines.film.media import Media
from pipelines.film.overlays import Lettering
from pipelines.film.pieces import pieces
from pipelines.film.spotting import MODEL, Share, faces
from pipelines.film.views import STILL, view_at, window
from pipelines.memory import give_back
from studio import facts
from studio.errors import PersonError
from studio.timeline import Caption, Layer, Shot, Timeline
from studio.whole import appearing
from studio.work import Work

Box = tuple[int, int, int, int]  # left, top, width, height in pixels

_LOOK = 384  # the longer side of the frames that are looked at
_MOMENTS = {"Image": (0.0, 0.5, 1.0), "Video": (0.08, 0.5, 0.92), "Colour": (0.5,)}
_TRIES = Encoding("ultrafast", 26)  # names parts only


def keep_clear(media: Media, work: Work) -> Callable[[Caption], list[Box]]:
    """For `letters.overlays`: the boxes of faces and of name strips and the like, in pixels of a film's picture, that
    show while a caption does.

    Boxes are those of whole shots, so that captions of one shot have the same. Only shots with captions are looked
    at, once: what is found is kept as a part. What cannot be opened has no faces; the renderer says what is wrong.
    """
    timeline, starts = media.timeline, media.timeline.starts
    spans = [(start, start + shot.visible) for start, shot in zip(starts, timeline.shots, strict=True)]
    wanted = [
        index
        for index, (start, end) in enumerate(spans)
        if any(caption.start < end and caption.end > start for caption in timeline.captions)
    ]
    with ThreadPoolExecutor(max(1, min(work.threads, len(wanted))), "faces") as pool:
        found = dict(zip(wanted, pool.map(lambda i: _in_shot(media, i, work), wanted), strict=True))
    give_back()
    width, height = media.width, media.height
    boxes = {
        index: [(round(x * width), round(y * height), round(w * width), round(h * height)) for x, y, w, h in shares]
        for index, shares in found.items()
    }

    laid = _laid(media)

    def under(caption: Caption) -> list[Box]:
        shown = (i for i in wanted if caption.start < spans[i][1] and caption.end > spans[i][0])
        over = [box for start, end, box in laid if caption.start < end and caption.end > start]
        return list(dict.fromkeys([*(box for i in shown for box in boxes[i]), *over]))

    return under


def _laid(media: Media) -> list[tuple[int, int, Box]]:
    """From which frame to which something is laid over the film or over a shot, and where; what hides most of it does
    not count, nor do the parts of a split screen, which are the picture."""
    found = []
    timeline, frame = media.timeline, (media.width, media.height)
    over = [(layer, 0, timeline.frames) for layer in timeline.layers]
    for shot, start in zip(timeline.shots, timeline.starts, strict=True):
        over += [(layer, start, start + shot.visible) for layer in shot.layers if shot.kind != "Colour"]
    for layer, first, last in over if timeline.captions else ():
        begin = first + layer.start
        end = last if layer.frames is None else min(begin + layer.frames, last)
        try:
            left, top, width, height = _seen(media, layer, frame)
        except (PersonError, OSError):
            continue
        if 0 < width * height < 0.4 * frame[0] * frame[1]:
            found.append((begin, end, (left, top, width, height)))
    return found


def _seen(media: Media, layer: Layer, frame: tuple[int, int]) -> Box:
    """The part of the frame a layer really covers: of a still, without what is transparent at its sides."""
    path = media.folder / layer.media
    if layer.kind == "Video":
        footage = probe(path)
        spot = sheets.place(layer, (footage.width, footage.height), frame)
        return (spot.left, spot.top, spot.width, spot.height) if spot else (0, 0, 0, 0)
    opened = sheets.opened(path, layer, frame, frame)
    if opened is None:
        return 0, 0, 0, 0
    spot, fit = opened
    left, top, right, foot = sheets.seen(fit)
    return spot.left + left, spot.top + top, right - left, foot - top


def _in_shot(media: Media, index: int, work: Work) -> list[Share]:
    """The faces in a shot as the camera shows it, as shares of the film's picture."""
    work.check()
    shot, size = replace(media.timeline.shots[index], transition=None), (media.width, media.height)
    if shot.kind == "Colour" and not shot.layers:
        return []
    alone = media.beside(Timeline(media.timeline.rate, (shot,)))
    try:
        names = [piece.name for piece in pieces(alone.timeline, Lettering((), *size), size, _TRIES, media.folder)]
        told = hashlib.sha256(f"{names} {_code()}".encode()).hexdigest()[:40]
        path = work.part(f"faces-{told}.json")
        kept = _read(path)
        if kept is None:
            kept = _looked(alone)
            _write(path, kept)
        return kept
    except (PersonError, OSError):
        return []


def _looked(media: Media) -> list[Share]:
    """The faces at some moments of a film of one shot."""
    (shot,) = media.timeline.shots
    still = shot.kind == "Image" and shot.camera is None and all(layer.kind == "Image" for layer in shot.layers)
    moments = (0.5,) if still else _MOMENTS[shot.kind]
    heads = _heads(shot, media.folder)
    ours = heads is not None and not shot.layers and not shot.effects  # drawn: all heads are known, no face is a photo
    if ours and not heads:
        return []
    size = media.width, media.height
    screen, target = Screen(media, Lettering((), *size)), p.empty(*size)
    scale = min(1.0, _LOOK / max(size))
    small = p.even(size[0] * scale), p.even(size[1] * scale)
    found: list[Share] = []
    try:
        for moment in moments:
            found += _shown(heads, shot, media, moment) if heads else []
            if not ours:
                screen.draw(round((shot.visible - 1) * moment), target)
                halves = small[0] // 2, small[1] // 2
                sides = zip(target.all, (small, halves, halves), strict=True)
                little = (cv2.resize(plane, side, interpolation=cv2.INTER_AREA) for plane, side in sides)
                found += faces(p.to_rgb(p.Planes(*little)))
    finally:
        screen.close()
    inside = ((max(0.0, x), max(0.0, y), min(1.0, x + w), min(1.0, y + h)) for x, y, w, h in found)
    return [(x, y, right - x, foot - y) for x, y, right, foot in inside if right > x and foot > y]


def _heads(shot: Shot, folder: Path) -> list[Share] | None:
    """The heads that a picture of ours says it shows, as shares of the picture; None when it says nothing of heads."""
    told = facts.read(folder / shot.media).get("heads") if shot.kind == "Image" else None
    if not isinstance(told, list):
        return None
    return [(h[0], h[1], h[2], h[3]) for h in told if isinstance(h, list) and len(h) == 4]


def _shown(heads: list[Share], shot: Shot, media: Media, moment: float) -> list[Share]:
    """Where the camera shows the heads of a picture, after a share of the shot."""
    opened = media.open(0)
    if opened.still is None:
        return []
    whole = opened.still.size
    with Image.open(media.folder / shot.media) as picture:
        wide, high = whole if opened.filled else p.contain(*picture.size, *whole)
    view = view_at(shot.camera or STILL, moment, opened.course.at(0.0))
    seen = window(view, opened.zoom, whole, (media.width, media.height))
    across, down = media.width * seen.scale, media.height * seen.scale
    left, top = seen.x - across / 2 - (whole[0] - wide) / 2, seen.y - down / 2 - (whole[1] - high) / 2
    return [
        ((x * wide - left) / across, (y * high - top) / down, w * wide / across, h * high / down)
        for x, y, w, h in heads
    ]


def _read(path: Path) -> list[Share] | None:
    try:
        return [(float(x), float(y), float(w), float(h)) for x, y, w, h in json.loads(path.read_text())]
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, found: list[Share]) -> None:
    with appearing(path) as waiting:
        waiting.write_text(json.dumps([[round(side, 4) for side in box] for box in found]))


@lru_cache(maxsize=1)
def _code() -> str:
    """Changes when what looks for faces does."""
    files = (Path(__file__), Path(str(spotting.__file__)), MODEL)
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
