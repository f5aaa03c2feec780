"""What stands out in a picture, cut out: how much of each pixel is it, and its colours without those behind it.

A small network (X. Qin et al., "U²-Net: Going deeper with nested U-structure for salient object detection", 2020)
says roughly where it is; a guided filter (K. He et al., "Guided image filtering", 2013) brings that to the edges of
the picture itself, to hair and whiskers; then the colours behind are taken out of the edge (M. Germer et al., "Fast
multi-level foreground estimation", 2020, in its blurred form: M. Forte, "Approximate fast foreground colour
estimation", 2021).
"""

import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.patience import patiently
from studio.errors import PersonError

Rgb = NDArray[np.uint8]
Alpha = NDArray[np.float32]  # (h, w), 0 to 1

MADE_WITH = "U²-Net (Apache-2.0)"
_SIDE = 320  # what the network looks at
_MEAN, _SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_WORK = 900  # the longer side at which edges are refined; finer ones follow by the filter's own coefficients
_EPSILON = 4e-4  # how much of the picture's own grain the edge follows
_SPECK = 0.04  # of the largest piece
_NOTHING = 0.012  # a share of the picture: less than this is no thing


class Finder:
    """The network. For one thread at a time."""

    def __init__(self, folder: Path, threads: int) -> None:
        """`folder`: the pack "u2net". Raises PersonError when it does not load."""
        self._session = _session(str(folder / "u2netp.onnx"), max(1, min(4, threads)))

    def __call__(self, picture: Rgb) -> Alpha:
        """Where the thing is, of at most 640 samples a side: soft, its edges not yet those of the picture.

        It is looked at twice, the second time near, for the network sees little of what is small.
        """
        scale = min(1.0, 2 * _SIDE / max(picture.shape[:2]))
        size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
        found = cv2.resize(self._asked(picture), size, interpolation=cv2.INTER_LINEAR)
        box = _around(found, picture.shape[1] / size[0])
        if box is not None:
            left, top, right, bottom = box
            near = self._asked(picture[top:bottom, left:right])
            inner = tuple(round(side * scale) for side in box)
            seen = found[inner[1] : inner[3], inner[0] : inner[2]]
            seen[:] = _agreed(seen, cv2.resize(near, seen.shape[::-1], interpolation=cv2.INTER_LINEAR))
        return _largest(np.asarray(found, np.float32))

    def _asked(self, picture: Rgb) -> Alpha:
        """What the network says, 320×320."""
        small = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
        small = (small / max(float(small.max()), 1.0) - np.float32(_MEAN)) / np.float32(_SPREAD)
        given = np.ascontiguousarray(small.transpose(2, 0, 1)[None])
        found = self._session.run([self._session.get_outputs()[0].name], {self._session.get_inputs()[0].name: given})
        return np.asarray(found[0][0, 0], np.float32)


def _around(found: Alpha, scale: float) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom, in pixels of the picture, of what is to be looked at near; None where it is large
    already, or nothing."""
    rows, columns = (np.flatnonzero((found > 0.4).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    h, w = found.shape
    room = 0.18 * max(rows[-1] - rows[0], columns[-1] - columns[0]) + 2
    box = (max(0.0, columns[0] - room), max(0.0, rows[0] - room), min(w, columns[-1] + room), min(h, rows[-1] + room))
    if (box[2] - box[0]) * (box[3] - box[1]) > 0.8 * h * w:
        return None
    left, top, right, bottom = (round(side * scale) for side in box)
    return left, top, right, bottom


def _agreed(far: Alpha, near: Alpha) -> Alpha:
    """Two looks at one thing: the nearer one draws it where the farther one saw at least a trace, so that nothing
    comes in that is only beside it; what the farther one is sure of stays."""
    side = max(3, max(far.shape) // 60) | 1
    trace = cv2.GaussianBlur(cv2.dilate(far, np.ones((side, side), np.uint8)), (0, 0), side / 2)
    drawn = near * np.clip((trace - 0.03) * 8, 0, 1)
    mixed = np.maximum(0.35 * far + 0.65 * drawn, np.clip(1.25 * drawn - 0.25, 0, 1))
    return np.asarray(np.maximum(mixed, far * np.clip((far - 0.4) * 2.5, 0, 1)), np.float32)


def _largest(found: Alpha) -> Alpha:
    """Without specks that lie apart and are small beside the thing."""
    count, marks, about, _ = cv2.connectedComponentsWithStats((found > 0.1).astype(np.uint8))
    if count < 3:
        return found
    areas = about[1:, cv2.CC_STAT_AREA]
    kept = np.concatenate([[True], areas >= _SPECK * areas.max()])
    return np.where(kept[marks], found, 0).astype(np.float32)


_ALONE = threading.Lock()


def _session(path: str, threads: int) -> Any:
    with _ALONE:  # two threads that begin at once load it once
        return _opened(path, threads)


@lru_cache(maxsize=1)
def _opened(path: str, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has a class of its own for every way a file can be wrong
        raise PersonError("The pack 'u2net' is damaged. Get it anew with: python app.py packs get u2net") from error


def refined(picture: Rgb, rough: Alpha) -> Alpha:
    """The matte brought to the picture's own edges: sure inside, sure outside, soft only along the edge."""
    h, w = picture.shape[:2]
    scale = min(1.0, _WORK / max(h, w))
    size = (max(1, round(w * scale)), max(1, round(h * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    coarse = cv2.resize(_firm(rough), size, interpolation=cv2.INTER_LINEAR)
    radius = max(2, round(max(size) / 110))
    slope, level = _guided(small, coarse, radius)
    whole = picture.astype(np.float32) / 255
    slope, level = (cv2.resize(part, (w, h), interpolation=cv2.INTER_LINEAR) for part in (slope, level))
    fine = (whole * slope).sum(axis=2) + level
    # Away from the edge the network knows better than the filter.
    band = cv2.resize(_band(coarse, 2 * radius), (w, h), interpolation=cv2.INTER_LINEAR)
    sure = cv2.resize(coarse, (w, h), interpolation=cv2.INTER_LINEAR)
    mixed = fine * band + sure * (1 - band)
    return np.clip((mixed - 0.04) / 0.92, 0, 1).astype(np.float32)


def _firm(rough: Alpha) -> Alpha:
    """Half certain is decided: the network's veils become something or nothing, its edges stay soft."""
    share = np.clip((rough - 0.1) / 0.8, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def _band(matte: Alpha, radius: int) -> Alpha:
    """1 around the edge, 0 away from it."""
    side = 2 * radius + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    solid = (matte > 0.5).astype(np.uint8)
    edge = cv2.dilate(solid, kernel) - cv2.erode(solid, kernel)
    soft = ((matte > 0.02) & (matte < 0.98)).astype(np.uint8)
    return np.asarray(cv2.blur(np.maximum(edge, soft).astype(np.float32), (radius, radius)), np.float32)


def _guided(guide: NDArray[np.float32], matte: Alpha, radius: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """A slope (h, w, 3) and a level (h, w) that make the matte of the guide's colours, the best around each pixel."""
    side = (2 * radius + 1, 2 * radius + 1)

    def mean(values: NDArray[Any]) -> NDArray[Any]:
        return np.asarray(cv2.blur(values, side, borderType=cv2.BORDER_REFLECT))

    middle, matte_mean = mean(guide), mean(matte)
    shared = mean(guide * matte[..., None]) - middle * matte_mean[..., None]
    spread = np.empty((*matte.shape, 3, 3), np.float32)
    for i in range(3):
        for j in range(i, 3):
            spread[..., i, j] = spread[..., j, i] = (
                mean(guide[..., i] * guide[..., j]) - middle[..., i] * middle[..., j]
            )
    spread += np.eye(3, dtype=np.float32) * _EPSILON
    slope = np.linalg.solve(spread, shared[..., None])[..., 0]
    level = matte_mean - (slope * middle).sum(axis=2)
    return mean(slope.astype(np.float32)), mean(level.astype(np.float32))


def unmixed(picture: Rgb, alpha: Alpha) -> Rgb:
    """The thing's own colours, also where the picture shows them mixed with those behind it."""
    image, share = picture.astype(np.float32), alpha[..., None]
    made = image
    for radius in (max(3, max(alpha.shape) // 40), max(2, max(alpha.shape) // 160)):
        side = (2 * radius + 1, 2 * radius + 1)
        weight = cv2.blur(alpha, side)[..., None]
        front = cv2.blur(made * share, side) / (weight + 1e-4)
        behind = cv2.blur(image * (1 - share), side) / (1 - weight + 1e-4)
        made = np.clip(front + share * (image - share * front - (1 - share) * behind), 0, 255)
    return np.where(share > 0.995, picture, (made + 0.5).astype(np.uint8)).astype(np.uint8)


def found_something(alpha: Alpha) -> bool:
    """Whether there is anything to cut out."""
    return float(alpha.mean()) > _NOTHING


def alpha_of(opened: Rgb, finder: Finder, check: Callable[[], None]) -> Alpha:
    """The matte of a picture, RGB or RGBA; what was clear before stays so."""
    picture = np.ascontiguousarray(opened[..., :3])
    alpha = patiently(check, lambda: refined(picture, finder(picture)))
    return alpha if opened.shape[2] == 3 else alpha * (opened[..., 3].astype(np.float32) / 255)


def cut(picture: Rgb, alpha: Alpha) -> Rgb:
    """RGBA of the thing alone."""
    return np.dstack([unmixed(picture, alpha), (alpha * 255 + 0.5).astype(np.uint8)])


class Steady:
    """Mattes of a video, one after the other, without flicker: each leans on the one before where nothing moved."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._before: tuple[Rgb, Alpha] | None = None

    def __call__(self, opened: Rgb) -> Alpha:
        """The matte of the next picture, RGB or RGBA."""
        picture = np.ascontiguousarray(opened[..., :3])
        rough = self._finder(picture)
        small = np.asarray(cv2.resize(picture, rough.shape[::-1], interpolation=cv2.INTER_AREA), np.uint8)
        if self._before is not None:
            moved = cv2.GaussianBlur(cv2.absdiff(small, self._before[0]).max(axis=2).astype(np.float32), (0, 0), 3)
            if float(moved.mean()) < 40:  # else another scene
                trust = np.clip(moved / 12, 0.35, 1)
                rough = rough * trust + self._before[1] * (1 - trust)
        self._before = small, rough
        alpha = refined(picture, rough)
        return alpha if opened.shape[2] == 3 else alpha * (opened[..., 3].astype(np.float32) / 255)
