"""Where the interest of a picture lies, so that a crop to another shape keeps its subject: cheap, the same every time.

Interest is faces, or the things that a picture of ours says it shows; besides, what stands out from its surroundings
and from the picture's border in light and colour, what is finely drawn where the rest is not, and the colours of skin,
leaning to the middle (after L. Itti et al., "A model of
saliency-based visual attention", 1998, and the border prior of Y. Wei et al., "Geodesic saliency", 2012).
"""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from pipelines.film.planes import Planes, to_rgb
from pipelines.film.spotting import faces
from studio import facts
from studio.timeline import Box

_LONG = 96  # samples along the longer side of a map of interest
_SCALES = ((1.0, 4.5), (2.0, 9.0), (4.5, 18.0))  # sigmas of spots and of what surrounds them
PLACES = 65  # where a window may lie, from one end of its room to the other
_ROOM = 0.08  # of the window: with less room than this, where it lies hardly matters, and the middle is as good
_NEAR = 0.55  # of the picture: what a camera sees at the end of a push, about
_KEPT, _KEPT_KNOWN = 0.85, 0.72  # of the interest: a crop that holds so much is better than sides
_KNOWN = 2.5  # how much more a known thing counts than all that is found by looking


def interest(planes: Planes, axis: int, things: Sequence[Box] = ()) -> np.ndarray:
    """A map of interest, float32 of at most 96×96 samples, at least 0, for a window that can move along an axis
    (0 down, 1 across). For pictures of any size. `things`: where things worth seeing are known to be, first the most
    important."""
    width, height = planes.size
    scale = _LONG / max(width, height)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    light, blue, red = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.float32) for plane in planes.all
    )
    channels = [(light - 16) / 219, (blue - 128) / 80, (red - 128) / 80]
    found = 0.8 * _scaled(_spots(channels)) + 0.7 * _scaled(_unlike_border(channels))
    found += 1.2 * _scaled(_drawn(planes.y, size)) + 0.4 * _skin(light, blue, red)
    if axis == 1:
        found += 0.5 * _scaled(_unlike_row(channels))
    found = _soft(found, 1.5)
    found = np.maximum(found - np.median(found), 0) ** 1.5 * _leaning(*size)
    # What runs along the whole axis, a horizon or a band of sky, says nothing about where on it to look.
    found = np.maximum(found - np.median(found, axis=axis, keepdims=True), 0)
    total = float(found.sum())
    if total <= 1e-6:  # nothing stands out
        found = _leaning(*size)
        total = float(found.sum())
    found = found / np.float32(total)
    weight = [np.sqrt(box.width * box.height) / (1 + number) ** 0.5 for number, box in enumerate(things)]
    for box, share in zip(things, weight, strict=True):
        found += np.float32(share / sum(weight) * _KNOWN) * _hill(box, *size)
    return found


def _hill(box: Box, width: int, height: int) -> np.ndarray:
    """A map of sum 1 that is high within a box."""
    x, y = ((np.arange(length) + 0.5) / length for length in (width, height))
    off_x = (x - box.left - box.width / 2) / max(box.width, 2 / width)
    off_y = (y - box.top - box.height / 2) / max(box.height, 2 / height)
    hill = np.exp(-4 * (off_x[None] ** 2 + off_y[:, None] ** 2)).astype(np.float32)
    return hill / max(float(hill.sum()), 1e-6)


def _scaled(values: np.ndarray) -> np.ndarray:
    """0 at the least, 1 at what few samples exceed; a map that hardly varies stays near 0."""
    low, high = (float(np.percentile(values, share)) for share in (5, 99))
    return np.clip((values - low) / max(high - low, 0.02), 0, 1).astype(np.float32)


def _soft(channel: np.ndarray, sigma: float) -> np.ndarray:
    return cv2.GaussianBlur(channel, (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)


def _spots(channels: list[np.ndarray]) -> np.ndarray:
    """How much each place differs from its surroundings, over several scales."""
    found = np.zeros_like(channels[0])
    for channel in channels:
        for near, far in _SCALES:
            found += np.abs(_soft(channel, near) - _soft(channel, far))
    return found


def _unlike_border(channels: list[np.ndarray]) -> np.ndarray:
    """How far each place's colour is from the mean colours of the four sides."""
    stack = cv2.merge([_soft(channel, 1.5) for channel in channels])
    deep = max(2, min(stack.shape[:2]) // 16)
    sides = (stack[:deep], stack[-deep:], stack[:, :deep], stack[:, -deep:])
    apart = [np.linalg.norm(stack - side.reshape(-1, 3).mean(axis=0), axis=2) for side in sides]
    return np.asarray(np.sqrt(np.mean(apart, axis=0) * np.min(apart, axis=0)))


def _drawn(light: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Fine detail where its surroundings have less: the sharp before the blurred, a thing before its ground."""
    fine = cv2.resize(light, (size[0] * 3, size[1] * 3), interpolation=cv2.INTER_AREA)
    # Whole numbers: cv2's floats differ in the last digit from call to call.
    sides = [cv2.convertScaleAbs(cv2.Sobel(fine, cv2.CV_16S, *way), alpha=1.4) for way in ((1, 0), (0, 1))]
    amount = cv2.resize(cv2.addWeighted(sides[0], 1, sides[1], 1, 0), size, interpolation=cv2.INTER_AREA) / np.float32(
        200
    )
    return np.maximum(_soft(amount, 2.0) - _soft(amount, 15.0), 0)


def _unlike_row(channels: list[np.ndarray]) -> np.ndarray:
    """How far each place's colour is from what its row mostly shows: things before sky, sea and fields."""
    apart = [channel - np.median(channel, axis=1, keepdims=True) for channel in channels]
    return np.asarray(np.sqrt(sum(each * each for each in apart)))


def _skin(light: np.ndarray, blue: np.ndarray, red: np.ndarray) -> np.ndarray:
    """How near each colour is to those of skin, light to dark, 0 to 1; not where all around has the same colour."""
    apart = ((blue - 112) / 10) ** 2 + ((red - 146) / 8) ** 2
    skin = (np.exp(-0.5 * apart) * np.clip((light - 40) / 40, 0, 1)).astype(np.float32)
    return np.maximum(_soft(skin, 1.5) - 1.5 * _soft(skin, 12.0), 0)


def _leaning(width: int, height: int) -> np.ndarray:
    """What is in the middle, or a little above where heads are, counts more than what is at the border."""
    x, y = (np.linspace(-1, 1, length) for length in (width, height))
    return np.exp(-0.5 * ((x[None] / 0.9) ** 2 + ((y[:, None] + 0.25) / 0.7) ** 2)).astype(np.float32)


def scores(found: np.ndarray, axis: int, seen: float) -> np.ndarray:
    """How much interest a window holds at each of 65 places along an axis (0 down, 1 across), from one end of its
    room to the other. `seen`: the share of the axis it sees. What lies near the window's own ends counts less."""
    line = found.sum(axis=1 - axis)
    place = (np.arange(len(line)) + 0.5) / len(line)
    middles = seen / 2 + (1 - seen) * np.linspace(0, 1, PLACES)
    off = np.abs(place[None] - middles[:, None]) / (seen / 2)
    return np.asarray(np.clip((1.15 - off) / 0.8, 0, 1) @ line)


def best(value: np.ndarray) -> float:
    """Where from 0 to 1 along the room `scores` are highest; of places about as good, their middle."""
    place = np.linspace(0, 1, len(value))
    good = np.maximum(value - value.max() * 0.97, 0) ** 2
    near = np.abs(place - place[int(np.argmax(value))]) < 0.15  # another hill as high does not count
    return round(float((good * near) @ place / (good * near).sum()), 4)


def known(path: Path) -> tuple[Box, ...]:
    """Where a picture that tells what is drawn in it says its things stand, first the most important."""
    where = facts.read(path).get("where")
    try:
        rows = [tuple(float(value) for value in row) for row in where or ()]
    except (TypeError, ValueError):
        return ()
    sound = [row for row in rows if len(row) == 4 and all(abs(v) < 10 for v in row) and min(row[2:]) > 0]
    return tuple(Box(left, top, width, height) for left, top, width, height in sound)


def present(planes: Planes) -> tuple[Box, ...]:
    """The faces in a picture."""
    return tuple(Box(*(round(side, 3) for side in face)) for face in faces(to_rgb(planes)))


def seen(picture: tuple[int, int], film: float) -> tuple[float, float]:
    """The shares of a picture's width and height in the largest window of the film's width to height."""
    shape = picture[0] / picture[1]
    return min(1.0, film / shape), min(1.0, shape / film)


def middle(planes: Planes, film: float, things: Sequence[Box] = (), near: bool = False) -> tuple[float, float]:
    """Which place in the room left over (0 to 1, across and down; see View) keeps the interest of a picture in a film
    of this width to height. Without room to crop it is the middle or, with `near`, where a camera is to draw near."""
    found = [0.5, 0.5]
    for axis, share in zip((1, 0), seen(planes.size, film), strict=True):
        if share < 0.999:
            lean = min(1.0, (1 - share) / share / _ROOM)
            found[1 - axis] += lean * (best(scores(interest(planes, axis, things), axis, share)) - 0.5)
        elif near:
            found[1 - axis] = _NEAR / 2 + (1 - _NEAR) * best(scores(interest(planes, axis, things), axis, _NEAR))
    return found[0], found[1]


def keeps(planes: Planes, film: float, things: Sequence[Box] = ()) -> bool:
    """Whether a crop to a film's width to height holds nearly all of what matters, or most where that is known."""
    shares = seen(planes.size, film)
    axis, share = (1 if shares[0] < shares[1] else 0), min(shares)
    found = interest(planes, axis, things)
    line = found.sum(axis=1 - axis)
    low = (1 - share) * best(scores(found, axis, share))
    place = (np.arange(len(line)) + 0.5) / len(line)
    held = float(line[(place >= low) & (place <= low + share)].sum() / line.sum())
    return held >= (_KEPT_KNOWN if things else _KEPT)
