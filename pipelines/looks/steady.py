"""A video repainted picture by picture without flicker: what was painted is carried on along with what moves."""

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.looks.look import Apply, Pixels

_SIDE = 320  # the longer side of what movement is looked for in
_KEPT = 0.88  # of what was painted before, where it still fits
_APART = 14.0  # levels between a picture and the carried one before it, from which on nothing is kept


class Steady:
    """Frames in order, each repainted by `apply` and blended with the one before it, carried along by optical flow.

    (Flow: Kroeger, Timofte, Dai, Van Gool, dense inverse search, 2016. Where the carried frame does not look like the
    new one, as after a cut or beside what moved away, the new painting stands alone: Ruder, Dosovitskiy, Brox, 2016.)
    For one thread.
    """

    def __init__(self, apply: Apply) -> None:
        self._apply = apply
        self._flow = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
        self._before: tuple[Pixels, NDArray[np.uint8]] | None = None  # as painted, and small and grey as given

    def __call__(self, pixels: Pixels, seconds: float) -> Pixels:
        made = self._apply(pixels, seconds)
        small = _small(pixels)
        if self._before is not None and self._before[0].shape == made.shape:
            made = self._carried(made, small, *self._before)
        self._before = made, small
        return made

    def _carried(self, made: Pixels, small: NDArray[np.uint8], painted: Pixels, earlier: NDArray[np.uint8]) -> Pixels:
        h, w = small.shape
        if min(h, w) < 32:  # too small to see movement in
            return made
        flow = self._flow.calc(small, earlier, None)
        places = flow + np.dstack(np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32)))
        come = cv2.remap(earlier, places, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        apart = cv2.GaussianBlur(cv2.absdiff(small, come), (0, 0), 1.5).astype(np.float32)
        inside = (places[..., 0] >= 0) & (places[..., 0] <= w - 1) & (places[..., 1] >= 0) & (places[..., 1] <= h - 1)
        share = np.clip(1 - apart / _APART, 0, 1) * np.float32(_KEPT) * inside
        high, wide = made.shape[:2]
        scale = np.array([wide / w, high / h], np.float32)
        large = cv2.resize(flow, (wide, high), interpolation=cv2.INTER_LINEAR) * scale
        large += np.dstack(np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32)))
        old = cv2.remap(painted, large, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        keep = cv2.resize(share, (wide, high), interpolation=cv2.INTER_LINEAR)[:, :, None]
        return np.asarray((made + (old.astype(np.float32) - made) * keep + 0.5).astype(np.uint8))


def _small(pixels: Pixels) -> NDArray[np.uint8]:
    h, w = pixels.shape[:2]
    scale = min(1.0, _SIDE / max(h, w))
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return np.asarray(
        cv2.resize(grey, (max(1, round(w * scale)), max(1, round(h * scale))), interpolation=cv2.INTER_AREA)
    )
