"""Faces in a picture, found by a small network that travels with the studio."""

import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np

Share = tuple[float, float, float, float]  # left, top, width, height as shares of a picture

MODEL = Path(__file__).resolve().parents[2] / "assets" / "faces" / "face_detection_full_range.tflite"
_SIDE, _CELLS = 192, 48  # the model looks at 192×192 pixels and answers for each of 48×48 places
_SURE = 0.55  # the least score of a face
_ALONE = threading.Lock()
_SMALLEST = 0.035  # faces narrower than this share of the picture are part of a crowd
_ROOM = (0.12, 0.35, 0.12, 0.08)  # what is added left, above, right and below: the model's boxes end at the brows


def faces(rgb: np.ndarray) -> list[Share]:
    """The faces in a picture, uint8 (height, width, 3), with brows and chin, largest first.

    MediaPipe's full-range detector, after V. Bazarevsky et al., "BlazeFace", 2019: sure of faces from a twentieth to
    all of the picture's height, about 9 ms whatever its size.
    """
    height, width = rgb.shape[:2]
    scale = _SIDE / max(height, width)
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    left, top = (_SIDE - wide) // 2, (_SIDE - high) // 2
    square = np.zeros((_SIDE, _SIDE, 3), np.uint8)
    square[top : top + high, left : left + wide] = cv2.resize(rgb, (wide, high), interpolation=cv2.INTER_AREA)
    scores, answers = _asked(square)
    sure = np.flatnonzero(scores > _SURE)
    if not len(sure):
        return []
    middles = np.stack([sure % _CELLS + 0.5, sure // _CELLS + 0.5], 1) * (_SIDE / _CELLS) + answers[sure, :2]
    sides = answers[sure, 2:4]
    corners = (middles - sides / 2 - (left, top)) / (wide, high)
    boxes = np.concatenate([corners, sides / (wide, high)], 1)
    kept = cv2.dnn.NMSBoxes((boxes * 1000).tolist(), scores[sure].tolist(), _SURE, 0.3)
    found = [_grown(boxes[at]) for at in np.array(kept).ravel() if boxes[at, 2] >= _SMALLEST]
    return sorted(found, key=lambda box: -box[2] * box[3])


@lru_cache(maxsize=1)
def _model() -> Any:
    return cv2.dnn.readNetFromTFLite(str(MODEL), cv2.dnn.ENGINE_CLASSIC)


def _asked(square: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the model says of 192×192 pixels: a score for each place, and where a face lies beside it, in pixels."""
    with _ALONE:  # while the model is read too: two threads reading it at once end the program now and then
        model = _model()
        model.setInput(cv2.dnn.blobFromImage(square, 1 / 127.5, (_SIDE, _SIDE), (127.5, 127.5, 127.5)))
        logits, answers = model.forward(["reshaped_classifier_face_4", "reshaped_regressor_face_4"])
    return 1 / (1 + np.exp(-logits.reshape(-1).clip(-60, 60))), answers.reshape(-1, 16).copy()


def _grown(box: np.ndarray) -> Share:
    left, top, wide, high = (float(side) for side in box)
    before, above, after, below = _ROOM
    return left - before * wide, top - above * high, wide * (1 + before + after), high * (1 + above + below)
