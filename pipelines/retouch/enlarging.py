"""Pictures made larger: by SPAN, a small network that adds fine detail, or by Lanczos, which only stays smooth.

SPAN is that of C. Wan et al., "Swift Parameter-free Attention Network for Efficient Super-Resolution", 2024, run by
ncnn on the processor. A picture is cut into tiles that are seen with as much of their surroundings as the network
looks at, so that they join without seams and memory does not grow with the picture.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.patience import patiently
from studio.errors import PersonError

Rgb = NDArray[np.uint8]
Tell = Callable[[float], None]  # hears the share that is done; may raise to stop

MADE_WITH = "SPAN (Apache-2.0)"
_TILE = 256  # pixels of the picture, each way
_AROUND = 22  # the network's outputs look 21 pixels far
_THREADS = 4


class Span:
    """The network for 2, 3 or 4 times the size. For one thread."""

    def __init__(self, folder: Path, by: int, threads: int) -> None:
        """`folder`: the pack "span". Raises PersonError when ncnn is not installed or the files do not load."""
        try:
            import ncnn
        except ImportError as error:
            raise PersonError(
                "Enlarging with detail needs the Python package ncnn. Install it with: pip install ncnn; "
                "or choose the engine 'lanczos'."
            ) from error
        self._ncnn, self._by, self._own = ncnn, by, 2 if by == 2 else 4
        self._net = ncnn.Net()
        option = self._net.opt
        option.use_vulkan_compute, option.num_threads = False, max(1, min(_THREADS, threads))
        # Whole floats, or other processors would make other pictures.
        option.use_fp16_packed = option.use_fp16_storage = option.use_fp16_arithmetic = False
        option.use_bf16_storage = False
        name = folder / f"spanx{self._own}_ch48"
        if self._net.load_param(f"{name}.param") or self._net.load_model(f"{name}.bin"):
            raise PersonError("The pack 'span' is damaged. Get it anew with: python app.py packs get span")

    def __call__(self, tile: Rgb) -> Rgb:
        """A tile, uint8 (h, w, 3), `by` times as large."""
        given = np.ascontiguousarray(tile.transpose(2, 0, 1).astype(np.float32) / 255)
        with self._net.create_extractor() as asked:
            asked.input("data", self._ncnn.Mat(given).clone())
            failed, found = asked.extract("output")
            if failed:
                raise MemoryError
            made = np.array(found).transpose(1, 2, 0)
        large = (made * 255 + 0.5).clip(0, 255).astype(np.uint8)
        if self._own == self._by:
            return large
        h, w = tile.shape[:2]
        return np.asarray(cv2.resize(large, (w * self._by, h * self._by), interpolation=cv2.INTER_AREA), np.uint8)


def enlarged(picture: Rgb, by: int, network: Span | None, check: Callable[[], None], tell: Tell = lambda share: None) \
        -> Rgb:  # fmt: skip
    """A picture, RGB or RGBA, `by` times as large; without a network by Lanczos. Raises what `check` raises, soon."""
    if picture.shape[2] == 4:
        colour = enlarged(_filled(picture), by, network, check, tell)
        return np.dstack([colour, _smooth(picture[..., 3], by)])
    if network is None:
        return patiently(check, lambda: _smooth(picture, by))
    h, w = picture.shape[:2]
    made = np.empty((h * by, w * by, 3), np.uint8)
    places = list(_tiles(h, w))
    for number, (top, left, bottom, right) in enumerate(places):
        tell(number / len(places))
        seen = _seen(picture, top, left, bottom, right)
        large = patiently(check, lambda seen=seen: network(seen))  # type: ignore[misc]
        inner = slice(_AROUND * by, -_AROUND * by)
        made[top * by : bottom * by, left * by : right * by] = large[inner, inner]
    return made


def _tiles(h: int, w: int) -> Iterator[tuple[int, int, int, int]]:
    for top in range(0, h, _TILE):
        for left in range(0, w, _TILE):
            yield top, left, min(h, top + _TILE), min(w, left + _TILE)


def _seen(picture: Rgb, top: int, left: int, bottom: int, right: int) -> Rgb:
    """A tile with what is around it; beyond the picture's edge the picture is mirrored."""
    h, w = picture.shape[:2]
    rows = _mirrored(np.arange(top - _AROUND, bottom + _AROUND), h)
    columns = _mirrored(np.arange(left - _AROUND, right + _AROUND), w)
    return picture[rows[:, None], columns[None]]


def _mirrored(places: NDArray[Any], length: int) -> NDArray[Any]:
    around = places % (2 * length)
    return np.minimum(around, 2 * length - 1 - around)


def _smooth(picture: Rgb, by: int) -> Rgb:
    size = (picture.shape[1] * by, picture.shape[0] * by)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_LANCZOS4), np.uint8)


def _filled(picture: Rgb) -> Rgb:
    """The colours of a transparent picture, those of its edge drawn on to where nothing is seen: what is hidden there
    must not shine through its enlarged edge."""
    share = picture[..., 3:].astype(np.float32) / 255
    whole = picture[..., :3] * share
    near = cv2.blur(whole, (9, 9)) / np.maximum(cv2.blur(share, (9, 9))[..., None], 1e-3)
    return np.where(share > 1 / 3, picture[..., :3], near.clip(0, 255)).astype(np.uint8)
