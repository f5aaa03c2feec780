"""BT.709 4:2:0 limited-range planes: from RGB, scaled to what a shot needs, and warped at sub-pixel accuracy."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from pipelines.film.views import Window
from studio.timeline import rgb

BLACK = (16, 128, 128)
_SKIPS = np.arange(112) + 0.5
_SHADE = 0.62  # how bright a blurred ground is beside its picture

# Rows give Y, Cb, Cr of limited range from 8-bit R'G'B', ITU-R BT.709; the last column is the offset.
_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB
MATRIX = np.array(
    [
        [219 / 255 * _KR, 219 / 255 * _KG, 219 / 255 * _KB, 16],
        [*(np.array([-_KR, -_KG, 1 - _KB]) * (112 / 255 / (1 - _KB))), 128],
        [*(np.array([1 - _KR, -_KG, -_KB]) * (112 / 255 / (1 - _KR))), 128],
    ],
    np.float64,
)


@dataclass(frozen=True)
class Planes:
    """Y (h, w), U and V (h/2, w/2), uint8; chroma lies on the left luma sample of its pair, between two rows.

    `rim`: how many samples of each plane lie in memory beyond each of its sides (see `rimmed`).
    """

    y: np.ndarray
    u: np.ndarray
    v: np.ndarray
    rim: int = 0

    @property
    def size(self) -> tuple[int, int]:
        return self.y.shape[1], self.y.shape[0]

    @property
    def all(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.y, self.u, self.v

    @property
    def nbytes(self) -> int:
        """Bytes in memory, the rim included."""
        return sum((plane.shape[0] + 2 * self.rim) * (plane.shape[1] + 2 * self.rim) for plane in self.all)


def empty(width: int, height: int) -> Planes:
    """Planes of undefined content. Width and height are even."""
    half = (height // 2, width // 2)
    return Planes(np.empty((height, width), np.uint8), np.empty(half, np.uint8), np.empty(half, np.uint8))


def rimmed(planes: Planes, rim: int = 128) -> Planes:
    """The same picture in memory with its edge repeated around it: what `show` needs to be quick near the edges."""
    outer = [cv2.copyMakeBorder(plane, rim, rim, rim, rim, cv2.BORDER_REPLICATE) for plane in planes.all]
    return Planes(*(plane[rim:-rim, rim:-rim] for plane in outer), rim)


def halve(full: np.ndarray) -> np.ndarray:
    """A full-size chroma plane brought to 4:2:0: [1 2 1]/4 across (left-sited), the mean of two rows down."""
    across = cv2.sepFilter2D(full, -1, np.array([0.25, 0.5, 0.25]), np.array([1.0]), borderType=cv2.BORDER_REPLICATE)
    sited = across[:, ::2]
    return cv2.addWeighted(np.ascontiguousarray(sited[::2]), 0.5, np.ascontiguousarray(sited[1::2]), 0.5, 0)


def from_rgb(rgb: np.ndarray) -> Planes:
    """Convert uint8 (h, w, 3) of even sides."""
    luma = cv2.transform(rgb, MATRIX[:1])
    chroma = [halve(cv2.transform(rgb, MATRIX[i : i + 1])) for i in (1, 2)]
    return Planes(luma, *chroma)


def even(length: float) -> int:
    """The nearest even whole number that is at least 2."""
    return max(2, 2 * round(length / 2))


def cover(width: int, height: int, to_width: int, to_height: int) -> tuple[int, int]:
    """Even sides of a picture scaled to just cover a frame; never smaller than the frame."""
    scale = max(to_width / width, to_height / height)
    return max(to_width, even(width * scale)), max(to_height, even(height * scale))


def contain(width: int, height: int, to_width: int, to_height: int) -> tuple[int, int]:
    """Even sides of a picture scaled to just fit inside a frame."""
    scale = min(to_width / width, to_height / height)
    return min(to_width, even(width * scale)), min(to_height, even(height * scale))


def resize(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """Scale uint8 of shape (h, w) or (h, w, 3) by Lanczos' filter: widened to the scale when smaller (Pillow's), so
    that nothing glitters."""
    if (picture.shape[1], picture.shape[0]) == (width, height):
        return picture
    if width < picture.shape[1] or height < picture.shape[0]:
        return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.LANCZOS))
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_LANCZOS4)


def blurred(picture: np.ndarray, width: int, height: int, black: int = 0) -> np.ndarray:
    """The picture covering a frame, strongly blurred and darkened: what lies beside a picture of another shape."""
    small_width, small_height = max(8, width // 16), max(8, height // 16)
    w, h = cover(picture.shape[1], picture.shape[0], small_width, small_height)
    small = resize(picture, w, h)[(h - small_height) // 2 :, (w - small_width) // 2 :][:small_height, :small_width]
    soft = cv2.GaussianBlur(np.ascontiguousarray(small), (0, 0), max(1.5, small_height / 18))
    wide = cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC)
    return cv2.convertScaleAbs(wide, alpha=_SHADE, beta=black * (1 - _SHADE))


def ground(planes: Planes, width: int, height: int) -> Planes:
    """`blurred` for planes."""
    y = blurred(planes.y, width, height, BLACK[0])
    return Planes(y, *(blurred(p, width // 2, height // 2, BLACK[1]) for p in (planes.u, planes.v)))


def colour(name: str) -> tuple[int, int, int]:
    """Y, U and V of "#rrggbb"."""
    y, u, v = (MATRIX[:, :3] @ np.array(rgb(name), np.float64) + MATRIX[:, 3] + 0.5).astype(int)
    return int(y), int(u), int(v)


def flood(target: Planes, name: str) -> None:
    """Fill with the colour "#rrggbb"."""
    for plane, value in zip(target.all, colour(name), strict=True):
        plane[:] = value


def lay(small: Planes, target: Planes) -> None:
    """Put a smaller picture into the middle of `target`. All sides are even."""
    for part, out in zip(small.all, target.all, strict=True):
        top, left = (out.shape[0] - part.shape[0]) // 2, (out.shape[1] - part.shape[1]) // 2
        out[top : top + part.shape[0], left : left + part.shape[1]] = part


def show(source: Planes, target: Planes, window: Window, whole: bool = False) -> None:
    """Show a window of `source` in all of `target`. `whole`: a camera that stands still may be moved by less than a
    pixel, so that an unscaled picture is copied.

    Positions are luma pixel edges. Chroma follows its siting: on the left luma sample, half a row down.
    """
    (width, height), scale = target.size, window.scale
    if window.turn:
        _show_turned(source, target, window)
        return
    left, top = window.x - width * scale / 2, window.y - height * scale / 2
    if scale == 1 and (whole or (left % 2 == 0 and top % 2 == 0)):
        for part, (plane, out) in enumerate(zip(source.all, target.all, strict=True)):
            step = 2 if part else 1
            x, y = 2 * round(left / 2) // step, 2 * round(top / 2) // step
            out[:] = plane[y : y + out.shape[0], x : x + out.shape[1]]
        return
    # The centre of target pixel i lies at source edge position left + (i + .5)·scale, that is index … − .5.
    x, y = left + 0.5 * scale - 0.5, top + 0.5 * scale - 0.5
    places = [(x, y), *[(x / 2, (0.5 * scale + y - 0.5) / 2)] * 2]
    for plane, out, place in zip(source.all, target.all, places, strict=True):
        _sample(plane, out, *place, scale, source.rim)


def _show_turned(source: Planes, target: Planes, window: Window) -> None:
    """`show` with a turn: target luma position t lies at source position centre + R·(t − middle)·scale."""
    width, height = target.size
    angle = math.radians(window.turn)
    turn = window.scale * np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    middle = np.array([window.x, window.y]) - turn @ (np.array([width, height]) / 2)
    for part, (plane, out) in enumerate(zip(source.all, target.all, strict=True)):
        # A sample of index i lies at luma edge position first + step·i.
        step, first = (2, np.array([0.5, 1.0])) if part else (1, np.array([0.5, 0.5]))
        place = (turn @ first + middle - first) / step
        matrix = np.column_stack([turn, place])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        cv2.warpAffine(plane, matrix, out.shape[::-1], dst=out, flags=flags, borderMode=cv2.BORDER_REPLICATE)


def _sample(plane: np.ndarray, out: np.ndarray, x: float, y: float, scale: float, rim: int) -> None:
    """out[j, i] = plane at (x + scale·i, y + scale·j), interpolated; beyond its edges as at them."""
    high, wide = out.shape
    if (scale == 1 and _shift(plane, out, x, y)) or _scaled(plane, out, x, y, scale, rim):
        return
    matrix = np.array([[scale, 0, x], [0, scale, y]])
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    cv2.warpAffine(plane, matrix, (wide, high), dst=out, flags=flags, borderMode=cv2.BORDER_REPLICATE)


def _scaled(plane: np.ndarray, out: np.ndarray, x: float, y: float, scale: float, rim: int) -> bool:
    """`_sample` by cv2.resize, in an eighth of warpAffine's time; False where that does not work.

    A resize begins at a whole sample, but its results lie `scale` apart: one of the first hundred lies within 1/40 of
    a sample of where ours must begin (warpAffine itself rounds to 1/32). So it begins that much earlier.
    """
    high, wide = out.shape
    outer = plane.base if rim else plane
    across = _earlier(x + rim, scale, wide, outer.shape[1])
    down = _earlier(y + rim, scale, high, outer.shape[0])
    if across is None or down is None:
        return False
    (left, columns, skip_x), (top, rows, skip_y) = across, down
    part = outer[top : top + rows, left : left + columns]
    made = cv2.resize(part, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_CUBIC)
    out[:] = made[skip_y : skip_y + high, skip_x : skip_x + wide]
    return True


def _earlier(at: float, scale: float, length: int, whole: int) -> tuple[int, int, int] | None:
    """(First sample, how many samples, results to skip) for a resize whose next `length` results lie from `at` on."""
    starts = at + 0.5 - _SKIPS * scale
    firsts = np.rint(starts)
    off = np.abs(starts - firsts) + (firsts < 0)
    skip = int(np.argmax(off <= 1 / 40))
    if off[skip] > 1 / 40:
        skip = int(np.argmin(off))  # where the scale is nearly 1, or nearly 8/7, they lie less well
        if off[skip] > 1 / 16:
            return None
    first = int(firsts[skip])
    count = min(whole - first, math.ceil((skip + length) * scale) + 1)
    return (first, count, skip) if round(count / scale) >= skip + length else None


def _shift(plane: np.ndarray, out: np.ndarray, x: float, y: float) -> bool:
    """`_sample` at scale 1 as a mean of shifted copies, a fifth of the work; False where it would leave the plane."""
    (high, wide), left, top = out.shape, int(x + 1 / 128), int(y + 1 / 128)
    share_x, share_y = (0.0 if share < 1 / 64 else share for share in (x - left, y - top))
    right, bottom = left + wide + (share_x > 0), top + high + (share_y > 0)
    if x < -1 / 64 or y < -1 / 64 or right > plane.shape[1] or bottom > plane.shape[0]:
        return False
    part = plane[top:bottom, left:right]
    if share_x:
        part = cv2.addWeighted(part[:, :-1], 1 - share_x, part[:, 1:], share_x, 0)
    if share_y:
        cv2.addWeighted(part[:-1], 1 - share_y, part[1:], share_y, 0, dst=out)
    else:
        out[:] = part
    return True


def mix(first: Planes, second: Planes, share: float, target: Planes) -> None:
    """`target` = (1 − share)·first + share·second."""
    for a, b, out in zip(first.all, second.all, target.all, strict=True):
        cv2.addWeighted(a, 1 - share, b, share, 0, dst=out)


def dim(planes: Planes, light: float) -> None:
    """Bring the picture towards black in place: 1 leaves it, 0 is black."""
    for plane, black in zip(planes.all, BLACK, strict=True):
        towards(plane, plane, light, black)


def towards(plane: np.ndarray, out: np.ndarray, share: float, value: int) -> None:
    """`out` = share·plane + (1 − share)·value."""
    cv2.addWeighted(plane, share, plane, 0, value * (1 - share), dst=out)


def to_rgb(planes: Planes) -> np.ndarray:
    """The picture as uint8 (h, w, 3): chroma brought back to full size where it was taken, then BT.709 undone."""
    width, height = planes.size
    half = np.array([[0.5, 0, 0], [0, 0.5, -0.25]])  # luma (x, y) lies at chroma (x / 2, (y − ½) / 2)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    border = cv2.BORDER_REPLICATE
    full = [cv2.warpAffine(c, half, (width, height), flags=flags, borderMode=border) for c in (planes.u, planes.v)]
    inverse = np.linalg.inv(MATRIX[:, :3])
    back = np.column_stack([inverse, -inverse @ MATRIX[:, 3]])
    return cv2.transform(cv2.merge([planes.y, *full]), back)
