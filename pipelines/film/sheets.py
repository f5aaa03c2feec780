"""What a layer lays on the picture: where it lies, its corners, and its pixels as ink and what stays clear of it."""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from pipelines.film import planes as p
from pipelines.pictures import open_upright
from studio.errors import PersonError
from studio.timeline import Layer

_FAR = 4.0  # a box reaches at most so many frames beyond the frame
_MOST = 64_000_000  # pixels a picture is scaled to


@dataclass(frozen=True)
class Spot:
    """A layer's place. `left` to `height`: the part of the frame it paints, in pixels, all even. `x`, `y`: where in
    the picture, scaled to `scaled`, that part begins. `whole`: all that shows of it, frame edges left aside, from
    that part's corner: left, top, width, height."""

    left: int
    top: int
    width: int
    height: int
    scaled: tuple[int, int]
    x: int
    y: int
    whole: tuple[int, int, int, int]

    def of(self, target: p.Planes) -> p.Planes:
        """That part of the frame's planes, to paint into."""
        return part(target, self.left, self.top, self.width, self.height)


def part(planes: p.Planes, left: int, top: int, width: int, height: int) -> p.Planes:
    """A rectangle of planes, not copied; all sides even."""
    y = planes.y[top : top + height, left : left + width]
    left, top, width, height = left // 2, top // 2, width // 2, height // 2
    return p.Planes(y, *(c[top : top + height, left : left + width] for c in (planes.u, planes.v)))


def place(layer: Layer, picture: tuple[int, int], frame: tuple[int, int]) -> Spot | None:
    """Where a picture of this width and height lies on a frame; None when that is nowhere."""
    box, (wide, high) = layer.box, frame
    sides = [box.left, box.top, box.left + box.width, box.top + box.height]
    left, top, right, bottom = (
        2 * round(min(max(side, -_FAR), 1 + _FAR) * whole / 2) for side, whole in zip(sides, frame * 2, strict=True)
    )
    width, height = max(2, right - left), max(2, bottom - top)
    lean_x, lean_y = (min(1.0, max(0.0, lean)) for lean in layer.align)
    if layer.whole:
        scaled = p.contain(*picture, width, height)
        left, top = left + _lean(width - scaled[0], lean_x), top + _lean(height - scaled[1], lean_y)
        (width, height), x, y = scaled, 0, 0
    else:
        scaled = p.cover(*picture, width, height)
        x, y = _lean(scaled[0] - width, lean_x), _lean(scaled[1] - height, lean_y)
    cut_x, cut_y = max(0, -left), max(0, -top)
    shown_x, shown_y = min(wide, left + width) - max(0, left), min(high, top + height) - max(0, top)
    if shown_x <= 0 or shown_y <= 0:
        return None
    whole = (-cut_x, -cut_y, width, height)
    return Spot(left + cut_x, top + cut_y, shown_x, shown_y, scaled, x + cut_x, y + cut_y, whole)


def _lean(room: int, share: float) -> int:
    return 2 * round(room * share / 2)


@lru_cache(maxsize=64)
def corners(spot: Spot, rounded: float) -> p.Planes | None:
    """What share, of 255, the rounded corners leave of each sample; None where they leave everything.

    The edge is anti-aliased by each pixel's distance from the rounded rectangle.
    """
    left, top, width, height = spot.whole
    radius = min(max(rounded, 0.0), 0.5) * min(width, height)
    if radius < 0.5:
        return None
    x = np.abs(np.arange(spot.width) + 0.5 - left - width / 2) - (width / 2 - radius)
    y = np.abs(np.arange(spot.height) + 0.5 - top - height / 2) - (height / 2 - radius)
    away = np.hypot(np.maximum(x[None, :], 0), np.maximum(y[:, None], 0)) - radius
    mask = ((0.5 - away).clip(0, 1) * 255 + 0.5).astype(np.uint8)
    half = p.halve(mask)
    return None if mask.min() == 255 else p.Planes(mask, half, half)


@dataclass(frozen=True)
class Sheet:
    """Pixels for a rectangle of the frame whose corner lies at (left, top). `clear`: what share, of 255, of the
    picture under it stays; then `ink` is already weighted with the rest. None: it covers all."""

    left: int
    top: int
    ink: p.Planes
    clear: p.Planes | None

    @property
    def nbytes(self) -> int:
        kept = (self.ink, self.clear) if self.clear else (self.ink,)
        return sum(plane.nbytes for planes in kept for plane in planes.all)

    def lay(self, target: p.Planes, share: float) -> None:
        """Blend it over the frame; `share` below 1 lets the picture under it through."""
        width, height = self.ink.size
        region = part(target, self.left, self.top, width, height)
        stays = self.clear.all if self.clear else (None, None, None)
        for out, ink, clear in zip(region.all, self.ink.all, stays, strict=True):
            if clear is None:
                blend(out, ink, share)
                continue
            under = out if share >= 1 else out.copy()
            cv2.multiply(under, clear, dst=under, scale=1 / 255)
            cv2.add(under, ink, dst=under)
            if share < 1:
                blend(out, under, share)


def blend(out: np.ndarray, plane: np.ndarray, share: float) -> None:
    """`out` = share·plane + (1 − share)·out."""
    if share >= 1:
        out[:] = plane
    else:
        cv2.addWeighted(plane, share, out, 1 - share, 0, dst=out)


def sheet(spot: Spot, rgba: np.ndarray, opacity: float, rounded: float) -> Sheet | None:
    """A Sheet of a picture that fits a spot: uint8 (h, w, 3), or (h, w, 4) with its colours weighted by its alpha.

    Nothing is kept of rows and columns where it is transparent; None when it is so everywhere.
    """
    mask = corners(spot, rounded)
    if rgba.shape[2] == 3 and mask is None and opacity >= 1:
        return Sheet(spot.left, spot.top, p.from_rgb(np.ascontiguousarray(rgba)), None)
    left, top, right, bottom = seen(rgba)
    if left >= right:
        return None
    pixels = rgba[top:bottom, left:right].astype(np.float32)
    if pixels.shape[2] == 3:
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.float32)])
    pixels *= opacity if mask is None else mask.y[top:bottom, left:right, None] * np.float32(opacity / 255)
    ink, clear = [], []
    for at, row in enumerate(p.MATRIX.astype(np.float32)):
        own, share = pixels[..., :3] @ row[:3] + pixels[..., 3] * (row[3] / 255), pixels[..., 3]
        if at:
            own, share = p.halve(own), p.halve(share)
        ink.append((own + 0.5).clip(0, 255).astype(np.uint8))
        clear.append((255.5 - share).clip(0, 255).astype(np.uint8))
    opaque = not any(plane.any() for plane in clear)
    return Sheet(spot.left + left, spot.top + top, p.Planes(*ink), None if opaque else p.Planes(*clear))


def clear_sheet(spot: Spot, picture: p.Planes, alpha: np.ndarray, opacity: float, rounded: float) -> Sheet | None:
    """The same of a video's picture over black, as `Reader` gives it, and its alpha, uint8 (h, w)."""
    left, top, right, bottom = _seen(alpha)
    if left >= right:
        return None
    picture, mask = part(picture, left, top, right - left, bottom - top), corners(spot, rounded)
    alpha = alpha[top:bottom, left:right]
    if mask is not None:
        mask = part(mask, left, top, right - left, bottom - top)
    half, ink, clear = p.halve(alpha), [], []
    for at, (plane, black) in enumerate(zip(picture.all, p.BLACK, strict=True)):
        share = (half if at else alpha).astype(np.float32)
        factor = opacity if mask is None else mask.all[at] * np.float32(opacity / 255)
        own = (plane - black * (1 - share / 255)) * factor  # without the black that shows through
        ink.append((own + 0.5).clip(0, 255).astype(np.uint8))
        clear.append((255.5 - share * factor).clip(0, 255).astype(np.uint8))
    return Sheet(spot.left + left, spot.top + top, p.Planes(*ink), p.Planes(*clear))


def _seen(alpha: np.ndarray) -> tuple[int, int, int, int]:
    """`seen` of an alpha of even sides."""
    high, wide = alpha.shape
    across, down = (np.flatnonzero(alpha.any(axis=axis)) for axis in (0, 1))
    if not len(across):
        return 0, 0, 0, 0
    # A pair further out on each side: chroma reaches over to its neighbours.
    left, top = max(0, (int(across[0]) & ~1) - 2), max(0, (int(down[0]) & ~1) - 2)
    return left, top, min(wide, (int(across[-1]) | 1) + 3), min(high, (int(down[-1]) | 1) + 3)


def seen(rgba: np.ndarray) -> tuple[int, int, int, int]:
    """The rectangle, all even, outside of which a picture, uint8 (h, w, 3 or 4), is transparent: left, top, right,
    bottom."""
    return (0, 0, rgba.shape[1], rgba.shape[0]) if rgba.shape[2] == 3 else _seen(rgba[..., 3])


def weighted(rgba: np.ndarray) -> np.ndarray:
    """Colours weighted by alpha, so that scaling mixes only what is seen; uint8 (h, w, 4)."""
    alpha = rgba[..., 3]
    return cv2.merge([*(cv2.multiply(rgba[..., i], alpha, scale=1 / 255) for i in range(3)), alpha])


def unweighted(rgba: np.ndarray) -> np.ndarray:
    """The colours of `weighted` as they were, uint8 (h, w, 3); black where nothing is seen."""
    share = rgba[..., 3:].astype(np.float32) / 255
    return (rgba[..., :3] / np.maximum(share, 1 / 255) + 0.5).clip(0, 255).astype(np.uint8)


def opened(path: Path, layer: Layer, frame: tuple[int, int], enough: tuple[int, int]) -> tuple[Spot, np.ndarray] | None:
    """A layer's still from its file: where it lies, and what shows of it there, as `fitted`; None where it lies
    nowhere on the frame. It is read no larger than `enough` needs. Errors as `open_upright`."""
    picture = open_upright(path, enough)
    spot = place(layer, picture.size, frame)
    if spot is None:
        return None
    pixels = np.asarray(picture)
    return spot, fitted(weighted(pixels) if pixels.shape[2] == 4 else pixels, layer, spot)


def fitted(picture: np.ndarray, layer: Layer, spot: Spot) -> np.ndarray:
    """A still, uint8 (h, w, 3 or 4 weighted), scaled and cut to what shows of it in a spot."""
    high, wide = picture.shape[:2]
    scale = spot.scaled[0] / wide, spot.scaled[1] / high
    left, top = math.floor(spot.x / scale[0]), math.floor(spot.y / scale[1])
    right = min(wide, math.ceil((spot.x + spot.width) / scale[0]))
    bottom = min(high, math.ceil((spot.y + spot.height) / scale[1]))
    if not layer.whole and spot.scaled[0] * spot.scaled[1] > 4 * spot.width * spot.height:
        # Of a very long picture only what shows is scaled: a part of a pixel askew, but within memory.
        picture = np.ascontiguousarray(picture[top : max(bottom, top + 1), left : max(right, left + 1)])
        return resized(picture, spot.width, spot.height)
    if spot.scaled[0] * spot.scaled[1] > _MOST:
        raise PersonError("The layer's picture is far too large for its place. Give it a smaller box.")
    done = resized(picture, *spot.scaled)[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width]
    return np.ascontiguousarray(done)


def resized(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """A picture, uint8 (h, w, 3 or 4 weighted), scaled. Weighted colours stay at or below their alpha, above which a
    filter that sharpens can take them."""
    if picture.shape[2] == 3:
        return p.resize(picture, width, height)
    colours, alpha = (np.ascontiguousarray(part) for part in (picture[..., :3], picture[..., 3]))
    alpha = p.resize(alpha, width, height)  # apart: together their colours would be weighted once more
    return np.dstack([np.minimum(p.resize(colours, width, height), alpha[..., None]), alpha])
