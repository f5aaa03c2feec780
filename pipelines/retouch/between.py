"""Pictures between two of a video, by optical flow; a cut between them is never blended across.

The network is RIFE 4 (Z. Huang et al., "Real-Time Intermediate Flow Estimation for Video Frame Interpolation", ECCV
2022): four convolutional blocks, from an eighth of the size to the whole, each of which mends the flow that the one
before found, and says which picture to believe where. It looks at small pictures; the flow then moves the large ones.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.patience import patiently
from studio.errors import PersonError

Rgb = NDArray[np.uint8]

MADE_WITH = "RIFE 4 (MIT)"
_LOOKED = 1024 * 576  # pixels of what the network looks at
_STEP = 32  # its sides are multiples of this
_SCALES = (8, 4, 2, 1)
_NEAR = 0.02  # of the way: so near to a picture it is that picture
_CUT, _JUMP = 0.3, 0.16  # shares of colours that differ, and of light where moved pictures do: a cut
_SAME = 0.05  # steps of 255, in the mean: two pictures that are one
_THREADS = 2  # always as many: others would add up in another order, and make other pictures


class Between(Protocol):
    """Makes the picture a share of the way from one to the next; None where they do not belong together."""

    def __call__(self, first: Rgb, second: Rgb, share: float) -> Rgb | None: ...


class Flow:
    """In-betweens by RIFE. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """`folder`: the pack "rife". Raises PersonError when it does not load."""
        import pickle

        import torch

        try:
            found = torch.load(folder / "flownet.pkl", map_location="cpu", weights_only=True)
            self._weights = {name.removeprefix("module."): value for name, value in found.items()}
            _ = self._weights["block3.lastconv.bias"]
        except (OSError, RuntimeError, KeyError, AttributeError, EOFError, pickle.UnpicklingError) as error:
            raise PersonError("The pack 'rife' is damaged. Get it anew with: python app.py packs get rife") from error
        self._torch = torch

    def __call__(self, first: Rgb, second: Rgb, share: float) -> Rgb | None:
        before = self._torch.get_num_threads()
        self._torch.set_num_threads(_THREADS)
        try:
            return self._between(first, second, share)
        finally:
            self._torch.set_num_threads(before)

    def _between(self, first: Rgb, second: Rgb, share: float) -> Rgb | None:
        torch = self._torch
        h, w = first.shape[:2]
        shrink = min(1.0, math.sqrt(_LOOKED / (h * w)))
        size = tuple(max(_STEP, round(side * shrink / _STEP) * _STEP) for side in (w, h))
        with torch.inference_mode():
            small = [self._tensor(cv2.resize(picture[..., :3], size, interpolation=cv2.INTER_AREA)) for picture in
                     (first, second)]  # fmt: skip
            flow, trust, apart = _flow(torch, self._weights, small[0], small[1], share)
            if apart > _JUMP:
                return None
            flows = flow[0].numpy().transpose(1, 2, 0)
            believed = torch.sigmoid(trust)[0, 0].numpy()
        flows = cv2.resize(flows, (w, h)) * np.float32([w / size[0], h / size[1]] * 2)
        believed = cv2.resize(believed, (w, h))
        grid = np.stack(np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32)), 2)
        moved = [cv2.remap(picture, grid + flows[..., at : at + 2], None, cv2.INTER_CUBIC,
                           borderMode=cv2.BORDER_REPLICATE) for picture, at in ((first, 0), (second, 2))]  # fmt: skip
        return np.asarray(cv2.blendLinear(moved[0], moved[1], believed, 1 - believed), np.uint8)

    def _tensor(self, picture: NDArray[Any]) -> Any:
        return self._torch.from_numpy(picture.transpose(2, 0, 1)[None].astype(np.float32) / 255)


def _flow(torch: Any, weights: dict[str, Any], first: Any, second: Any, share: float) -> tuple[Any, Any, float]:
    """Where each pixel of the picture between comes from in the first (two channels) and the second (two), in pixels;
    how far the first is believed there, before the sigmoid; and how much both differ once moved, 0 to 1."""
    when = torch.full_like(first[:, :1], share)
    flow, trust = _block(torch, weights, "block0", torch.cat((first, second, when), 1), None, _SCALES[0])
    for number, scale in enumerate(_SCALES[1:], 1):
        both = [_moved(torch, first, flow[:, :2]), _moved(torch, second, flow[:, 2:])]
        more, doubt = _block(torch, weights, f"block{number}", torch.cat((*both, when, trust), 1), flow, scale)
        flow, trust = flow + more, trust + doubt
    apart = (_moved(torch, first, flow[:, :2]) - _moved(torch, second, flow[:, 2:])).abs().mean()
    return flow, trust, float(apart)


def _block(torch: Any, weights: dict[str, Any], name: str, seen: Any, flow: Any, scale: int) -> tuple[Any, Any]:
    """One block: what it adds to the flow, and to how far the first picture is believed."""
    resize = torch.nn.functional.interpolate
    seen = resize(seen, scale_factor=1 / scale, mode="bilinear")
    if flow is not None:
        seen = torch.cat((seen, resize(flow, scale_factor=1 / scale, mode="bilinear") / scale), 1)
    begun = _layer(torch, weights, f"{name}.conv0.1", _layer(torch, weights, f"{name}.conv0.0", seen, 2), 2)
    deep = begun
    for number in range(8):
        deep = _layer(torch, weights, f"{name}.convblock.{number}", deep, 1)
    last = (weights[f"{name}.lastconv.weight"], weights[f"{name}.lastconv.bias"])
    found = torch.nn.functional.conv_transpose2d(deep + begun, *last, stride=2, padding=1)
    found = resize(found, scale_factor=2 * scale, mode="bilinear")
    return found[:, :4] * 2 * scale, found[:, 4:5]


def _layer(torch: Any, weights: dict[str, Any], name: str, seen: Any, stride: int) -> Any:
    made = torch.nn.functional.conv2d(seen, weights[f"{name}.0.weight"], weights[f"{name}.0.bias"], stride, 1)
    return torch.nn.functional.prelu(made, weights[f"{name}.1.weight"])


def _moved(torch: Any, picture: Any, flow: Any) -> Any:
    """The picture as it looks when every pixel is fetched from where the flow, in pixels, says."""
    h, w = picture.shape[2:]
    y, x = torch.meshgrid(torch.arange(h, dtype=flow.dtype), torch.arange(w, dtype=flow.dtype), indexing="ij")
    places = torch.stack(((x + flow[0, 0]) * (2 / (w - 1)) - 1, (y + flow[0, 1]) * (2 / (h - 1)) - 1), 2)[None]
    return torch.nn.functional.grid_sample(picture, places, padding_mode="border", align_corners=True)


def blended(first: Rgb, second: Rgb, share: float) -> Rgb | None:
    """Both pictures at once: the simple way, in which what moves is seen twice."""
    return np.asarray(cv2.addWeighted(first, 1 - share, second, share, 0), np.uint8)


def is_cut(first: Rgb, second: Rgb) -> bool:
    """Whether another scene begins: their colours are shared out otherwise."""
    return float(np.abs(_colours(first) - _colours(second)).sum() / 2) > _CUT


def _colours(picture: Rgb) -> NDArray[Any]:
    small = cv2.resize(picture, (96, 54), interpolation=cv2.INTER_AREA).astype(int) // 32
    return (
        np.bincount((small[..., 0] * 64 + small[..., 1] * 8 + small[..., 2]).ravel(), minlength=512)
        / small[..., 0].size
    )


def at_times(frames: Iterable[Rgb], step: Fraction, count: int, between: Between,
             check: Callable[[], None]) -> Iterator[Rgb]:  # fmt: skip
    """`count` pictures, each `step` pictures of the video after the one before; two are held at a time.

    Where a cut lies between two, the nearer one stands for all between; after the last, the last.
    """
    source = iter(frames)
    first = next(source)
    second = next(source, None)
    at, apart = 0, _apart(first, second)
    for n in range(count):
        check()
        place = n * step
        while second is not None and place >= at + 1:
            first, second, at = second, next(source, None), at + 1
            apart = _apart(first, second)
        share = float(place - at)
        if second is None or share < _NEAR:
            yield first
        elif share > 1 - _NEAR:
            yield second
        elif apart == "same":
            yield first
        else:
            made = None
            if apart != "cut":
                one, other = first, second
                made = patiently(check, lambda one=one, other=other, share=share: between(one, other, share))  # type: ignore[misc]
            yield made if made is not None else (first if share < 0.5 else second)


def _apart(first: Rgb, second: Rgb | None) -> str:
    if second is None:
        return "same"
    if float(cv2.norm(first, second, cv2.NORM_L1)) / first.size < _SAME:
        return "same"
    return "cut" if is_cut(first, second) else "near"
