"""Blend modes: how a layer's colours and those under it make new ones, on planes."""

from collections.abc import Callable

import cv2
import numpy as np

from pipelines.film import planes as p
from studio.timeline import Blend

_ROWS = 96  # at a time, half the work of all at once: what is computed on the way stays near the processor
Mode = Callable[[np.ndarray, np.ndarray], np.ndarray]


def _multiply(under: np.ndarray, over: np.ndarray) -> np.ndarray:
    return cv2.multiply(under, over, scale=1 / 255)


def _screen(under: np.ndarray, over: np.ndarray) -> np.ndarray:
    return cv2.bitwise_not(_multiply(cv2.bitwise_not(under), cv2.bitwise_not(over)))


def _overlay(under: np.ndarray, over: np.ndarray) -> np.ndarray:
    """Multiply in the dark half of what is under it, screen in the light one, each at twice the strength."""
    dark = cv2.multiply(under, over, scale=2 / 255)
    light = cv2.bitwise_not(cv2.multiply(cv2.bitwise_not(under), cv2.bitwise_not(over), scale=2 / 255))
    low = cv2.threshold(under, 127, 255, cv2.THRESH_BINARY_INV)[1]
    return cv2.bitwise_or(cv2.bitwise_and(dark, low), cv2.bitwise_and(light, cv2.bitwise_not(low)))


# W3C Compositing and Blending Level 1, section 10, on 8-bit sRGB as it stands.
_MODES: dict[Blend, Mode] = {
    "multiply": _multiply, "screen": _screen, "overlay": _overlay, "add": cv2.add, "darken": cv2.min,
    "lighten": cv2.max,
}  # fmt: skip


def apply(mode: Blend, region: p.Planes, over: np.ndarray, alpha: np.ndarray | None, share: float) -> None:
    """Blend `over`, uint8 RGB (h, w, 3), into planes of its size, as strongly as its `alpha`, uint8 (h, w), and
    `share` (0 to 1) say.

    Modes other than normal are about light, so the region is brought to RGB; but only what they *change* goes back
    into the planes. So where a mode changes nothing not a bit of the picture is touched, and its colours are as
    sharp as they were.
    """
    height = region.size[1]
    bands = [(top, min(height, top + _ROWS)) for top in range(0, height, _ROWS)]
    following = _rgb(region, *bands[0])
    for (top, bottom), after in zip(bands, [*bands[1:], None], strict=True):
        under, following = following, _rgb(region, *after) if after else following  # before its neighbour changes
        clear = None if alpha is None else alpha[top:bottom]
        _apply(mode, _rows(region, top, bottom), under, over[top:bottom], clear, share)


def _rows(planes: p.Planes, top: int, bottom: int) -> p.Planes:
    return p.Planes(planes.y[top:bottom], *(c[top // 2 : bottom // 2] for c in (planes.u, planes.v)))


def _rgb(planes: p.Planes, top: int, bottom: int) -> np.ndarray:
    """Some rows of planes as RGB. Their colours lie between rows: those beside them count too."""
    low, high = max(0, top - 2), min(planes.size[1], bottom + 2)
    return p.to_rgb(_rows(planes, low, high))[top - low : bottom - low]


def _apply(mode: Blend, region: p.Planes, under: np.ndarray, over: np.ndarray, alpha: np.ndarray | None,
           share: float) -> None:  # fmt: skip
    """`apply` for a band whose RGB is `under`."""
    change = cv2.subtract(_MODES[mode](under, over), under, dtype=cv2.CV_16S)
    if alpha is not None:
        change = cv2.multiply(change, cv2.merge([alpha] * 3), scale=share / 255, dtype=cv2.CV_16S)
    elif share < 1:
        change = cv2.addWeighted(change, share, change, 0, 0)
    luma, *chroma = cv2.split(cv2.transform(change, p.MATRIX[:, :3]))
    for plane, more in zip(region.all, (luma, *map(p.halve, chroma)), strict=True):
        cv2.add(plane, more, dst=plane, dtype=cv2.CV_8U)
