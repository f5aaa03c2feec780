"""Lettering over the picture: each overlay kept small, blended onto its own even-sided region of the planes."""

import hashlib
import threading
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import cv2
import numpy as np

from pipelines.film.planes import MATRIX, Planes, halve

Inks = tuple[tuple[np.ndarray, np.ndarray], ...]


class Placed(Protocol):
    """Premultiplied RGBA, uint8 (h, w, 4), shown in film frames [start, end). Sides and position are even."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def left(self) -> int: ...
    @property
    def top(self) -> int: ...
    @property
    def pixels(self) -> np.ndarray: ...


class Patch(Placed, Protocol):
    """What stands in an overlay in place of its own pixels in film frames [start, end). Sides and position, counted
    from the overlay's upper left corner, are even. Its outermost two pixels are as in the overlay."""


class Overlay(Placed, Protocol):
    """What lies over the picture. No two of its `patches` show at once."""

    @property
    def patches(self) -> Sequence[Patch]: ...


@dataclass(frozen=True, eq=False)
class _Kept:
    start: int
    end: int
    left: int
    top: int
    shape: tuple[int, int]
    packed: bytes  # letters are mostly empty space: a small part of their size; a patch holds what it changes
    digest: str
    patches: tuple["_Kept", ...] = ()

    def pixels(self) -> np.ndarray:
        return np.frombuffer(zlib.decompress(self.packed), np.uint8).reshape(*self.shape, 4)


class Lettering:
    """All overlays of a film, by frame. Shared by the workers."""

    def __init__(self, overlays: Iterable[Overlay], width: int, height: int) -> None:
        self._kept = [k for k in (_keep(o, width, height) for o in overlays) if k]
        self._edges = self.moments()
        self._shown = _shown(self._kept, self._edges)
        self._lock = threading.Lock()
        self._pixels = lru_cache(maxsize=4)(_Kept.pixels)
        self._base = lru_cache(maxsize=8)(lambda kept: _inks(self._pixels(kept)))
        self._whole = lru_cache(maxsize=8)(self._patched)

    def draw(self, n: int, target: Planes) -> None:
        """Blend what shows in film frame `n` over the picture."""
        at = bisect_right(self._edges, n) - 1
        for kept, patch in self._shown[at] if at >= 0 else ():
            with self._lock:
                inks = self._whole(kept, patch) if patch else self._base(kept)
            for part, (ink, clear) in enumerate(inks):
                step = 2 if part else 1
                top, left = kept.top // step, kept.left // step
                region = target.all[part][top : top + ink.shape[0], left : left + ink.shape[1]]
                cv2.multiply(region, clear, dst=region, scale=1 / 255)
                cv2.add(region, ink, dst=region)

    def seen(self, start: int, end: int) -> list[tuple[int, int, int, int, str]]:
        """What shows in film frames [start, end), counted from `start`, as values to hash."""
        shown: dict[tuple[_Kept, _Kept | None], None] = {}
        for at in range(max(0, bisect_right(self._edges, start) - 1), len(self._shown)):
            if self._edges[at] >= end:
                break
            shown.update(dict.fromkeys((each, None) for each, _ in self._shown[at]))
            shown.update(dict.fromkeys((each, patch) for each, patch in self._shown[at] if patch))
        found = []
        for kept, patch in shown:
            one = patch or kept
            left, top = (kept.left + one.left, kept.top + one.top) if patch else (one.left, one.top)
            found.append((max(one.start, start) - start, min(one.end, end) - start, left, top, one.digest))
        return found

    def moments(self) -> list[int]:
        """Film frames where the lettering changes."""
        return sorted({m for k in self._kept for each in (k, *k.patches) for m in (each.start, each.end)})

    def _patched(self, kept: _Kept, patch: _Kept) -> Inks:
        """The overlay's inks with a patch's in place of its own."""
        found = []
        (tall, wide), pixels = patch.shape, self._pixels(kept)
        new_inks = _inks(pixels[patch.top : patch.top + tall, patch.left : patch.left + wide] ^ patch.pixels())
        for part, (whole, new) in enumerate(zip(self._base(kept), new_inks, strict=True)):
            step = 2 if part else 1
            edge = 1 if part else 0  # chroma at the patch's edge would want the pixels beyond it, which did not change
            top, left = patch.top // step + edge, patch.left // step + edge
            both = tuple(plane.copy() for plane in whole)
            for plane, over in zip(both, new, strict=True):
                inner = over[edge : over.shape[0] - edge, edge : over.shape[1] - edge]
                plane[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
            found.append((both[0], both[1]))
        return tuple(found)


def _shown(kept: list[_Kept], edges: list[int]) -> list[tuple[tuple[_Kept, _Kept | None], ...]]:
    """From each edge to the next: the overlays that show, in their order, each with the patch that shows in it."""
    place = {edge: at for at, edge in enumerate(edges)}
    found: list[list[tuple[_Kept, _Kept | None]]] = [[] for _ in edges]
    for each in kept:
        patched = {at: p for p in each.patches for at in range(place[p.start], place[p.end])}
        for at in range(place[each.start], place[each.end]):
            found[at].append((each, patched.get(at)))
    return [tuple(shown) for shown in found]


def _keep(overlay: Overlay, width: int, height: int) -> _Kept | None:
    """The overlay, cut to the frame and to even sides."""
    left, top = max(0, overlay.left) & ~1, max(0, overlay.top) & ~1
    pixels = overlay.pixels[: max(0, height - top) & ~1, : max(0, width - left) & ~1]
    pixels = pixels[: pixels.shape[0] & ~1, : pixels.shape[1] & ~1]
    if not pixels.size or overlay.end <= overlay.start:
        return None
    patches = []
    for patch in overlay.patches:
        begin, end = max(patch.start, overlay.start), min(patch.end, overlay.end)
        part = patch.pixels[: max(0, pixels.shape[0] - patch.top), : max(0, pixels.shape[1] - patch.left)]
        if begin < end and min(part.shape[:2]) > 2:
            under = pixels[patch.top : patch.top + part.shape[0], patch.left : patch.left + part.shape[1]]
            patches.append(_packed(begin, end, patch.left, patch.top, part ^ under))  # mostly nothing: packs well
    return _packed(overlay.start, overlay.end, left, top, pixels, tuple(patches))


def _packed(start: int, end: int, left: int, top: int, pixels: np.ndarray, patches: tuple[_Kept, ...] = ()) -> _Kept:
    raw = np.ascontiguousarray(pixels).tobytes()
    digest = hashlib.sha256(str(pixels.shape).encode() + raw).hexdigest()
    return _Kept(start, end, left, top, pixels.shape[:2], zlib.compress(raw, 1), digest, patches)


def _inks(rgba: np.ndarray) -> Inks:
    """For Y, U, V: the colour to add and what share (of 255) of the picture stays under it."""
    pixels = rgba.astype(np.float32)
    alpha = pixels[..., 3]
    found = []
    for part, row in enumerate(MATRIX):
        ink, share = pixels[..., :3] @ row[:3].astype(np.float32) + alpha * (row[3] / 255), alpha
        if part:
            ink, share = halve(ink), halve(share)
        found.append(((ink + 0.5).clip(0, 255).astype(np.uint8), (255.5 - share).clip(0, 255).astype(np.uint8)))
    return tuple(found)
