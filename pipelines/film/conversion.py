"""A decoded frame as a film's planes: any format, matrix, range, turn and transparency, graded on the way."""

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from pipelines.film.colour import DEEP, DEEP_CLEAR, PLAIN, Form, Look, Painter
from pipelines.film.planes import BLACK, Planes, halve, resize

_BICUBIC = int(Interpolation.BICUBIC)
_CAREFUL = int(Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT
               | Interpolation.FULL_CHR_H_INP)  # fmt: skip
_NAMES = {1: "bt709", 4: "fcc", 5: "bt601", 7: "smpte240m", 9: "bt2020"}  # of the matrices, for the scale filter
_WEIGHTS = {4: (0.3, 0.11), 5: (0.299, 0.114), 7: (0.212, 0.087), 9: (0.2627, 0.0593)}  # of red and blue in light
_BT709, _LIMITED, _FULL = int(Colorspace.ITU709), int(ColorRange.MPEG), int(ColorRange.JPEG)


class Converter:
    """Makes upright planes of one size of a video's frames. For one thread."""

    def __init__(self, width: int, height: int, turned: int = 0, mirrored: bool = False,
                 look: Look = PLAIN) -> None:  # fmt: skip
        """`width`, `height`: even, of the upright picture. `turned`, `mirrored`: see `Footage`."""
        self._size, self._turned, self._mirrored, self._look = (width, height), turned, mirrored, look
        self._scaler = VideoReformatter()
        self._painters: dict[Form, Painter] = {}

    def __call__(self, frame: Any) -> tuple[Planes, np.ndarray | None]:
        """The picture, over black where it is transparent, and then its alpha too, uint8 (h, w). Planes may be the
        frame's own memory: they are not to be drawn on."""
        clear = has_alpha(frame)
        sides = self._size[::-1] if self._turned % 2 else self._size
        whole = (frame.width, frame.height) if clear else sides  # what is unseen must not bleed in by scaling
        matrix, full = _matrix(frame), _range(frame)
        if self._look != PLAIN:
            frame = self._painted(frame, whole, clear)
            matrix, full = _BT709, _FULL
        if clear:
            return self._clear(frame, matrix, full)
        fits = (frame.width, frame.height) == sides and frame.format.name == "yuv420p"
        if not (fits and matrix == _BT709 and full == _LIMITED):
            coded = frame.format.name.startswith(("yuv", "nv", "p0"))
            how, to = (_BICUBIC, matrix) if coded else (_CAREFUL, _BT709)
            frame = self._scaler.reformat(frame, *sides, "yuv420p", matrix, to, how, full, _LIMITED, threads=1)
        else:
            coded = False
        planes = _to_bt709(_wrapped(frame), matrix) if coded and matrix != _BT709 else _wrapped(frame)
        return (self._upright(planes) if self._turned or self._mirrored else planes), None

    def _painted(self, frame: Any, sides: tuple[int, int], clear: bool) -> Any:
        """The frame graded, its tones mapped, as deep RGB of the size it is shown at."""
        matrix = "" if frame.format.is_rgb else _NAMES.get(_matrix(frame), "bt601")
        form = Form(frame.width, frame.height, frame.format.name, matrix, _range(frame) == _FULL)
        paint = self._painters.get(form)
        if paint is None:
            paint = self._painters[form] = Painter(self._look, form, sides, DEEP_CLEAR if clear else DEEP)
        return paint(frame)

    def _clear(self, frame: Any, matrix: int, full: int) -> tuple[Planes, np.ndarray]:
        """The colours of a transparent frame weighted before they are scaled."""
        wide, high = frame.width, frame.height
        frame = self._scaler.reformat(
            frame, wide, high, "yuva444p", matrix, _BT709, _CAREFUL, full, _LIMITED, threads=1
        )
        parts = [_rows(plane) for plane in frame.planes]
        parts = [np.rot90(part, self._turned) if self._turned else part for part in parts]
        parts = [np.ascontiguousarray(part[:, ::-1] if self._mirrored else part) for part in parts]
        alpha = parts.pop()
        over = [_over_black(part, alpha, black) for part, black in zip(parts, BLACK, strict=True)]
        y, u, v, alpha = (resize(part, *self._size) for part in (*over, alpha))
        return Planes(y, halve(u), halve(v)), alpha

    def _upright(self, planes: Planes) -> Planes:
        """Planes turned and mirrored. Chroma, sited on the left of its pair, comes to lie elsewhere and is moved back:
        each target sample is taken from where its luma position was."""
        wide, high = planes.size
        steps = np.eye(2)  # columns: where one target step right and one down lead in the source
        first = np.array([0.0, 0.0])  # the source corner that becomes the upper left
        for _ in range(self._turned):
            first, steps = _quarter(first, steps, wide, high)
        if self._mirrored:
            first = first + steps[:, 0] * self._size[0]
            steps = steps * [[-1, 1], [-1, 1]]
        half = (self._size[0] // 2, self._size[1] // 2)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        done = []
        for plane, step, size, sited in ((planes.y, 1, self._size, (0.5, 0.5)), (planes.u, 2, half, (0.5, 1.0)),
                                         (planes.v, 2, half, (0.5, 1.0))):  # fmt: skip
            place = (first + steps @ sited - sited) / step
            if step == 1:
                turned = np.rot90(plane, self._turned)
                done.append(np.ascontiguousarray(turned[:, ::-1] if self._mirrored else turned))
            else:
                done.append(cv2.warpAffine(plane, np.column_stack([steps, place]), size, flags=flags,
                                           borderMode=cv2.BORDER_REPLICATE))  # fmt: skip
        return Planes(*done)


@lru_cache(maxsize=8)
def _shares(matrix: int) -> tuple[tuple[float, float], ...]:
    """What a matrix's blue and red differences add, step for step, to BT.709's light, blue and red."""

    def from_rgb(red: float, blue: float) -> np.ndarray:
        light = np.array([red, 1 - red - blue, blue])
        return np.array([light, ([0, 0, 1] - light) / (2 - 2 * blue), ([1, 0, 0] - light) / (2 - 2 * red)])

    rows = from_rgb(0.2126, 0.0722) @ np.linalg.inv(from_rgb(*_WEIGHTS[matrix]))
    rows[0] *= 219 / 224  # codes of light are 219 steps, those of colour 224
    return tuple((float(of_blue), float(of_red)) for _, of_blue, of_red in rows)


def _to_bt709(planes: Planes, matrix: int) -> Planes:
    """Planes of another matrix as BT.709's, both of limited range, without a lean to dark or light. (swscale's quick
    way between matrices darkens by two steps, its exact one takes four times as long.)"""
    light, u, v = (
        cv2.addWeighted(planes.u, of_blue, planes.v, of_red, 128 - 128 * (of_blue + of_red))
        for of_blue, of_red in _shares(matrix)
    )
    light = cv2.resize(light, planes.size, interpolation=cv2.INTER_LINEAR)
    return Planes(cv2.addWeighted(planes.y, 1, light, 1, -128), u, v)


def _quarter(first: np.ndarray, steps: np.ndarray, wide: int, high: int) -> tuple[np.ndarray, np.ndarray]:
    """One more quarter turn anticlockwise: right becomes what was down, down what was left, from the right edge."""
    across = wide if abs(steps[0, 0]) > 0 else high
    return first + steps[:, 0] * across, np.column_stack([steps[:, 1], -steps[:, 0]])


def _over_black(part: np.ndarray, alpha: np.ndarray, black: int) -> np.ndarray:
    """black + (part − black)·alpha."""
    away = cv2.multiply(cv2.subtract(part, float(black), dtype=cv2.CV_16S), alpha, scale=1 / 255, dtype=cv2.CV_16S)
    return cv2.add(away, float(black), dtype=cv2.CV_8U)


def lay_over(planes: Planes, alpha: np.ndarray, target: Planes) -> None:
    """Put a transparent picture, as a `Converter` gives it, into the middle of `target`. All sides are even."""
    under = cv2.bitwise_not(alpha)
    # The share of a chroma sample is the mean over where it was taken, as for the colours.
    shares = (under, *[halve(under)] * 2)
    for plane, share, whole, black in zip(planes.all, shares, target.all, BLACK, strict=True):
        top, left = (whole.shape[0] - plane.shape[0]) // 2, (whole.shape[1] - plane.shape[1]) // 2
        out = whole[top : top + plane.shape[0], left : left + plane.shape[1]]
        away = cv2.multiply(cv2.subtract(out, float(black), dtype=cv2.CV_16S), share, scale=1 / 255, dtype=cv2.CV_16S)
        cv2.add(plane, away, dst=out, dtype=cv2.CV_8U)


def has_alpha(frame: Any) -> bool:
    """Whether a decoded frame has transparency."""
    return any(c.is_alpha for c in frame.format.components) or frame.format.name == "pal8"


def _matrix(frame: Any) -> int:
    """The colour matrix of a frame; where it does not say, HDR is BT.2020, large pictures are BT.709 and small ones
    BT.601. RGB has none."""
    if frame.format.is_rgb:
        return _BT709
    told = {1: 1, 4: 4, 5: 5, 6: 5, 7: 7, 9: 9, 10: 9}.get(int(frame.colorspace))
    if told is None and int(frame.color_primaries) == 9:
        return 9
    return told or int(Colorspace.ITU709 if frame.height >= 600 else Colorspace.ITU601)


def _range(frame: Any) -> int:
    """RGB and grey are of full range unless they say otherwise, all else is of limited range."""
    name, told = frame.format.name, int(frame.color_range)
    if frame.format.is_rgb or name.startswith(("yuvj", "pal8")):
        return _FULL
    if name.startswith(("gray", "ya", "mono")):
        return _LIMITED if told == _LIMITED else _FULL
    return _FULL if told == _FULL else _LIMITED


def _wrapped(frame: Any) -> Planes:
    return Planes(*(_rows(plane) for plane in frame.planes))


def _rows(plane: Any) -> np.ndarray:
    """A plane's own memory as uint8 (h, w)."""
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]
