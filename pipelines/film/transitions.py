"""How one shot hands over to the next: both pictures in, one out, in planes.

Whatever moves eases in and out, lies between pixels where it has to, and is smeared along its way as by a shutter that
is open for half of each frame. Shares run from 0, all of the old picture, to 1, all of the new one.
"""

import math
from functools import lru_cache
from typing import TypeVar

import cv2
import numpy as np

from pipelines.film import planes as p
from pipelines.film.views import Window
from studio.timeline import Transition

Share = TypeVar("Share", float, np.ndarray)
_DIPS = {"dip to black": "#000000", "dip to white": "#ffffff"}
_WAYS = {"left": (1, 1), "right": (1, -1), "up": (0, 1), "down": (0, -1)}  # axis; 1 comes in from its far end
_EDGE = 0.02  # softness of a wipe's and an iris's edge, of the film's width
_SHADOW, _DARK = 0.035, 0.45  # a slide's shadow: how far it falls, of the film's width, and how dark it is at the edge
_SHUTTER = 0.5  # of a frame
_ZOOM = 1.6  # how much larger the old picture is at the end of a zoom, and how much smaller the new at its beginning
_BLUR = 0.028  # sigma in the middle of a blur, of the film's width


def shown(change: Transition, share: float) -> tuple[bool, bool]:
    """Whether the old and the new picture are seen at all at this share (0 to 1, both outside) of a transition."""
    if change.kind.startswith("dip"):
        return share < 0.5, share >= 0.5
    if change.kind == "zoom":
        light = _zoom_light(share)
        return light < 1, light > 0
    return True, True


def blend(change: Transition, share: float, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """Paint the transition's picture. Both pictures may be used up; one that `shown` calls unseen is undefined."""
    kind, _, way = change.kind.partition(" ")
    if kind == "dip":
        ground = p.colour(_DIPS.get(change.kind, change.colour))
        for plane, out, to in zip((old if share < 0.5 else new).all, target.all, ground, strict=True):
            p.towards(plane, out, abs(1 - 2 * share), to)
    elif kind == "wipe":
        _wipe(*_WAYS[way], _eased(share), old, new, target)
    elif kind == "slide":
        _slide(*_WAYS[way], share, change.frames, old, new, target)
    elif kind == "push":
        _push(*_WAYS[way], share, change.frames, old, new, target)
    elif kind == "zoom":
        _zoom(share, old, new, target)
    elif kind == "iris":
        _iris(_eased(share), old, new, target)
    elif kind == "blur":
        _blur(share, old, new, target)
    else:
        p.mix(old, new, share, target)


def _eased(share: Share) -> Share:
    """From rest to rest: 3s² − 2s³."""
    return share * share * (3 - 2 * share)


def _along(plane: np.ndarray, axis: int, first: int, last: int) -> np.ndarray:
    """Rows (axis 0) or columns (axis 1) first to last, the last excluded."""
    return plane[first:last] if axis == 0 else plane[:, first:last]


def _places(length: int, part: int, axis: int) -> np.ndarray:
    """Where a plane's samples lie along an axis, in luma pixel edges; `part` 0 is light, 1 and 2 are colour."""
    return np.arange(length) * (2.0 if part else 1.0) + (1.0 if part and axis == 0 else 0.5)


def _across(values: np.ndarray, axis: int) -> np.ndarray:
    """A value for each row or column, shaped to go with a plane."""
    return (values[:, None] if axis == 0 else values[None, :]).astype(np.float32)


def _wipe(axis: int, sign: int, gone: float, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """A soft straight edge runs over the film; behind it lies the new picture."""
    length, soft = target.size[1 - axis], max(2.0, _EDGE * target.size[0])
    edge = (length + soft) * gone - soft / 2  # from where the new picture comes in
    for part, (a, b, out) in enumerate(zip(old.all, new.all, target.all, strict=True)):
        place = _places(out.shape[axis], part, axis)
        behind = edge - (length - place if sign > 0 else place)
        share = _eased(np.clip(behind / soft + 0.5, 0, 1))
        mixed = np.flatnonzero((share > 0) & (share < 1))
        first, last = (int(mixed[0]), int(mixed[-1]) + 1) if mixed.size else (int((share == share[0]).sum()),) * 2
        for low, high in ((0, first), (last, len(share))):
            if low < high:
                _along(out, axis, low, high)[:] = _along(b if share[low] else a, axis, low, high)
        if mixed.size:
            was, comes = (_along(plane, axis, first, last).astype(np.float32) for plane in (a, b))
            _along(out, axis, first, last)[:] = was + (comes - was) * _across(share[first:last], axis) + 0.5


def _slide(axis: int, sign: int, share: float, frames: int, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """The new picture moves over the old, which stands still, and throws a shadow ahead of itself."""
    gone, length = _eased(share), target.size[1 - axis]
    for plane, out in zip(old.all, target.all, strict=True):
        out[:] = plane
    _shade(axis, sign, gone, target)
    _smear(new, axis, share, frames)
    for part, (plane, out) in enumerate(zip(new.all, target.all, strict=True)):
        _lay(plane, out, sign * (1 - gone) * length / (2 if part else 1), axis)


def _shade(axis: int, sign: int, gone: float, target: p.Planes) -> None:
    """Darken what lies just ahead of a sliding picture's edge; the shadow grows while the picture comes in."""
    length, far = target.size[1 - axis], max(2.0, _SHADOW * target.size[0])
    dark = _DARK * min(1.0, 6 * gone)
    for part, (out, black) in enumerate(zip(target.all, p.BLACK, strict=True)):
        place = _places(out.shape[axis], part, axis)
        ahead = (length - place if sign > 0 else place) - gone * length
        seen = np.flatnonzero((ahead > -2) & (ahead < far))
        if seen.size and dark:
            low, high = int(seen[0]), int(seen[-1]) + 1
            light = 1 - dark * (1 - np.clip(ahead[low:high] / far, 0, 1)) ** 2
            strip = _along(out, axis, low, high)
            strip[:] = (strip - np.float32(black)) * _across(light, axis) + np.float32(black + 0.5)


def _push(axis: int, sign: int, share: float, frames: int, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """The new picture pushes the old one out; both move as one strip."""
    gone, length = _eased(share), target.size[1 - axis]
    for part, (a, b, out) in enumerate(zip(old.all, new.all, target.all, strict=True)):
        whole = length / (2 if part else 1)
        _lay(a, out, -sign * gone * whole, axis, spread=True)
        _lay(b, out, sign * (1 - gone) * whole, axis)
    _smear(target, axis, share, frames)


def _lay(plane: np.ndarray, out: np.ndarray, at: float, axis: int, spread: bool = False) -> None:
    """Put a plane over `out`, of the same size, so that it begins `at` samples along the axis.

    A sample that one of its ends covers in part is mixed with what is there; with `spread` all is covered.
    """
    length = out.shape[axis]
    start = math.ceil(at - 1e-6)
    share = max(0.0, start - at)  # out[start + m] lies this far from plane[m] towards plane[m + 1]
    low, high = max(0, -start), min(length - 1, length - start)
    if low < high:
        here, seen = _along(plane, axis, low, high), _along(out, axis, start + low, start + high)
        if share > 1e-6:
            cv2.addWeighted(here, 1 - share, _along(plane, axis, low + 1, high + 1), share, 0, dst=seen)
        else:
            seen[:] = here
    for index, covered, end in ((start - 1, share, 0), (start + length - 1, 1 - share, length - 1)):
        if 0 <= index < length and covered > 1e-6:
            covered = 1.0 if spread else covered
            there, own = _along(out, axis, index, index + 1), _along(plane, axis, end, end + 1)
            there[:] = there * np.float32(1 - covered) + own * np.float32(covered) + np.float32(0.5)


def _smear(planes: p.Planes, axis: int, share: float, frames: int) -> None:
    """Blur along the way as far as an eased move of the film's whole length goes while the shutter is open."""
    speed = 6 * share * (1 - share) / (frames + 1) * planes.size[1 - axis]
    for part, plane in enumerate(planes.all):
        taps = 2 * round((_SHUTTER * speed / (2 if part else 1) - 1) / 2) + 1
        if taps >= 3:
            cv2.blur(plane, (taps, 1) if axis else (1, taps), dst=plane, borderType=cv2.BORDER_REFLECT_101)


def _zoom_light(share: float) -> float:
    """How much of a zoom's picture is the new one: all of the change lies around the middle."""
    return _eased(min(1.0, max(0.0, (_eased(share) - 0.25) / 0.5)))


def _zoom(share: float, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """The camera flies into the old picture and arrives in the new: both grow alike while one fades into the other."""
    gone, light = _eased(share), _zoom_light(share)
    width, height = target.size
    if light < 1:
        p.show(p.rimmed(old), target, Window(width / 2, height / 2, _ZOOM**-gone), whole=gone == 0)
    if light == 0:
        return
    grown = p.Planes(*(plane.copy() for plane in target.all)) if light < 1 else target
    p.show(_mirrored(new), target, Window(width / 2, height / 2, _ZOOM ** (1 - gone)), whole=gone == 1)
    if light < 1:
        p.mix(grown, target, light, target)


def _mirrored(planes: p.Planes) -> p.Planes:
    """A picture that goes on beyond its border as in a mirror, as far as a zoom sees before it fills the film."""
    rim = math.ceil(max(planes.size) * (_ZOOM - 1) / 2) + 256  # `show` begins before what it shows
    outer = [cv2.copyMakeBorder(plane, rim, rim, rim, rim, cv2.BORDER_REFLECT_101) for plane in planes.all]
    return p.Planes(*(plane[rim:-rim, rim:-rim] for plane in outer), rim)


@lru_cache(maxsize=2)
def _distances(width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """How far each luma and each chroma sample lies from the film's middle, in pixels, float32."""
    found = []
    for part in (0, 1):
        step = 2 if part else 1
        x = _places(width // step, part, 1)[None] - width / 2
        y = _places(height // step, part, 0)[:, None] - height / 2
        found.append(np.hypot(x, y).astype(np.float32))
    return found[0], found[1]


def _iris(gone: float, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """A soft circle with the new picture in it opens from the middle."""
    width, height = target.size
    soft = max(2.0, 1.5 * _EDGE * width)
    radius = (math.hypot(width, height) / 2 + soft) * gone - soft / 2
    light, colour = _distances(width, height)
    steep = 255 / soft
    for a, b, out, far in zip(old.all, new.all, target.all, (light, colour, colour), strict=True):
        # 8-bit weights: 0 outside of the circle, 255 inside, a ramp between.
        inside = cv2.addWeighted(far, -steep, far, 0, 127.5 + steep * radius, dtype=cv2.CV_8U)
        comes = cv2.multiply(b, inside, scale=1 / 255)
        cv2.add(cv2.multiply(a, cv2.bitwise_not(inside), scale=1 / 255), comes, dst=out)


def _blur(share: float, old: p.Planes, new: p.Planes, target: p.Planes) -> None:
    """Both pictures blur towards the middle, where one has become the other. As both blur alike, their mix does."""
    p.mix(old, new, _eased(share), target)
    sigma = _BLUR * target.size[0] * math.sin(math.pi * share) ** 2
    for plane, own in zip(target.all, (sigma, sigma / 2, sigma / 2), strict=True):
        _soften(plane, own)


def _soften(plane: np.ndarray, sigma: float) -> None:
    """Gaussian blur in place; a wide one at a fraction of the size, whose own blur counts towards it."""
    high, wide = plane.shape
    if sigma < 0.2:
        return
    less = 1
    while less < 16 and sigma >= 3 * less and min(high, wide) // (2 * less) >= 8:
        less *= 2
    if less == 1:
        cv2.GaussianBlur(plane, (0, 0), sigma, dst=plane, borderType=cv2.BORDER_REPLICATE)
        return
    small = cv2.resize(plane, (max(1, wide // less), max(1, high // less)), interpolation=cv2.INTER_AREA)
    # The means of areas and the lines between them spread by about less² / 4 in variance.
    rest = math.sqrt((sigma / less) ** 2 - 0.25)
    soft = cv2.GaussianBlur(small, (0, 0), rest, borderType=cv2.BORDER_REPLICATE)
    cv2.resize(soft, (wide, high), dst=plane, interpolation=cv2.INTER_LINEAR)
