"""Lettering over the picture: each overlay kept small, blended onto its own even-sided region of the planes."""

import hashlib
import threading
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import cv2
import numpy as np

from pipelines.planes import MATRIX, Planes, halve


class Overlay(Protocol):
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


@dataclass(frozen=True)
class _Kept:
    start: int
    end: int
    left: int
    top: int
    shape: tuple[int, int]
    packed: bytes  # letters are mostly empty space: a hundredth of their size


class Lettering:
    """All overlays of a film, by frame. Shared by the workers."""

    def __init__(self, overlays: Iterable[Overlay], width: int, height: int) -> None:
        self._kept = [k for k in (_keep(o, width, height) for o in overlays) if k]
        self._lock = threading.Lock()
        self._inks = lru_cache(maxsize=8)(_inks)

    def draw(self, n: int, target: Planes) -> None:
        """Blend what shows in film frame `n` over the picture."""
        for kept in self._kept:
            if kept.start <= n < kept.end:
                with self._lock:
                    inks = self._inks(kept)
                for part, (ink, clear) in enumerate(inks):
                    step = 2 if part else 1
                    top, left = kept.top // step, kept.left // step
                    region = target.all[part][top : top + ink.shape[0], left : left + ink.shape[1]]
                    cv2.multiply(region, clear, dst=region, scale=1 / 255)
                    cv2.add(region, ink, dst=region)

    def seen(self, start: int, end: int) -> list[tuple[int, int, int, int, str]]:
        """What shows in film frames [start, end), counted from `start`, as values to hash."""
        return [
            (max(k.start, start) - start, min(k.end, end) - start, k.left, k.top, hashlib.sha256(k.packed).hexdigest())
            for k in self._kept
            if k.start < end and k.end > start
        ]

    def moments(self) -> list[int]:
        """Film frames where the lettering changes."""
        return sorted({m for k in self._kept for m in (k.start, k.end)})


def _keep(overlay: Overlay, width: int, height: int) -> _Kept | None:
    """The overlay, cut to the frame and to even sides."""
    left, top = max(0, overlay.left) & ~1, max(0, overlay.top) & ~1
    pixels = overlay.pixels[: max(0, height - top) & ~1, : max(0, width - left) & ~1]
    pixels = pixels[: pixels.shape[0] & ~1, : pixels.shape[1] & ~1]
    if not pixels.size or overlay.end <= overlay.start:
        return None
    packed = zlib.compress(np.ascontiguousarray(pixels).tobytes(), 1)
    return _Kept(overlay.start, overlay.end, left, top, pixels.shape[:2], packed)


def _inks(kept: _Kept) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
    """For Y, U, V: the colour to add and what share (of 255) of the picture stays under it."""
    pixels = np.frombuffer(zlib.decompress(kept.packed), np.uint8).reshape(*kept.shape, 4).astype(np.float32)
    alpha = pixels[..., 3]
    found = []
    for part, row in enumerate(MATRIX):
        ink, share = pixels[..., :3] @ row[:3].astype(np.float32) + alpha * (row[3] / 255), alpha
        if part:
            ink, share = halve(ink), halve(share)
        found.append(((ink + 0.5).clip(0, 255).astype(np.uint8), (255.5 - share).clip(0, 255).astype(np.uint8)))
    return tuple(found)
