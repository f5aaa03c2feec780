"""Pictures and videos over a shot or over the film: picture in picture, split screens, watermarks, lower thirds."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from pipelines.film import blending, sheets
from pipelines.film import planes as p
from pipelines.film.footage import Footage, Reader, probe
from pipelines.film.media import Media
from pipelines.film.sheets import Sheet, Spot
from studio.errors import PersonError
from studio.timeline import Layer

_IDLE = 8  # times something was drawn since a video was last used: then it is closed


@dataclass(frozen=True)
class _Paint:
    """A layer of another blend mode than normal: RGB of its spot, and its alpha where it has one."""

    spot: Spot
    rgb: np.ndarray
    alpha: np.ndarray | None


@dataclass
class _Open:
    """A video being played by one thread: `shown` is the last clear picture and what was made ready of it."""

    reader: Reader
    used: int
    shown: tuple[p.Planes | None, Sheet | _Paint | None] = (None, None)


class Layers:
    """Draws layers. One for each thread; `media` is shared."""

    def __init__(self, media: Media, remark: Callable[[str], None] = lambda words: None) -> None:
        self._media, self._remark = media, remark
        self._frame = (media.width, media.height)
        self._videos: dict[tuple[str, int, Layer], _Open] = {}
        self._drawn = 0

    def draw(self, layers: tuple[Layer, ...], local: int, length: int, where: str, target: p.Planes) -> None:
        """Blend what shows `local` frames into what the layers lie on, `length` frames long, in order.

        `where`: what that is, to begin a sentence with.
        """
        if not layers:
            return
        self._drawn += 1
        for number, layer in enumerate(layers):
            end = length if layer.frames is None else min(length, layer.start + layer.frames)
            if not layer.start <= local < end:
                continue
            begun, left = local - layer.start + 1, end - local
            share = min(1.0, begun / (layer.fade_in + 1), left / (layer.fade_out + 1))
            try:
                if layer.kind == "Image":
                    self._still(layer, share, target)
                else:
                    self._moving((where, number, layer), local - layer.start, share, target)
            except PersonError as error:
                raise PersonError(f"{where}, layer {number + 1}: {error}") from error

    def close(self) -> None:
        """Close what was opened for this thread alone."""
        for video in self._videos.values():
            video.reader.close()
        self._videos.clear()

    def _still(self, layer: Layer, share: float, target: p.Planes) -> None:
        look = replace(layer, start=0, frames=None, fade_in=0, fade_out=0)
        _put(self._media.once(("layer", look), lambda: self._open_still(look)), layer, share, target)

    def _open_still(self, layer: Layer) -> tuple[Sheet | _Paint | None, int]:
        # Small pictures may stand in a large box; large ones are opened only as large as they are needed.
        wide, high = (round(side * 2 * max(1.0, *_sides(layer))) for side in self._frame)
        opened = sheets.opened(self._media.folder / layer.media, layer, self._frame, (wide, high))
        if opened is None:
            return None, 0
        spot, fit = opened
        if layer.blend == "normal":
            sheet = sheets.sheet(spot, fit, layer.opacity, layer.rounded)
            return sheet, sheet.nbytes if sheet else 0
        paint = _paint(spot, fit, layer)
        return paint, 0 if paint is None else paint.rgb.nbytes * 4 // 3

    def _moving(self, key: tuple[str, int, Layer], local: int, share: float, target: p.Planes) -> None:
        layer = key[2]
        path = self._media.folder / layer.media
        footage = self._media.once(("layer", path), lambda: (probe(path), 0))
        spot = sheets.place(layer, (footage.width, footage.height), self._frame)
        if spot is None:
            return
        video = self._video(key, footage, spot)
        last = footage.seconds - 0.5 / float(footage.rate)
        seconds = max(0.0, min(float((layer.source_in + local) / self._media.timeline.rate), last))
        if footage.clear:
            self._clear(video, spot, layer, seconds, share, target)
        else:
            picture = sheets.part(video.reader.at(seconds), spot.x, spot.y, spot.width, spot.height)
            _lay_opaque(picture, spot, layer, share, target)
        if video.reader.broken:
            self._remark(f"{key[0]}, layer {key[1] + 1}: {video.reader.broken[0]}; the picture before it is held.")

    def _video(self, key: tuple[str, int, Layer], footage: Footage, spot: Spot) -> _Open:
        video = self._videos.get(key)
        if video is None:
            for old in [k for k, v in self._videos.items() if v.used < self._drawn - _IDLE]:
                self._videos.pop(old).reader.close()
            video = self._videos[key] = _Open(Reader(footage, *spot.scaled), self._drawn)
        video.used = self._drawn
        return video

    def _clear(self, video: _Open, spot: Spot, layer: Layer, seconds: float, share: float, target: p.Planes) -> None:
        """Lay a video that has transparency of its own."""
        picture, alpha = video.reader.at(seconds), video.reader.alpha
        if alpha is None:  # a frame of another form among clear ones
            alpha = np.full(picture.y.shape, 255, np.uint8)
        if picture is not video.shown[0]:
            shown = sheets.part(picture, spot.x, spot.y, spot.width, spot.height)
            alpha = alpha[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width]
            if layer.blend == "normal":
                made: Sheet | _Paint | None = sheets.clear_sheet(spot, shown, alpha, layer.opacity, layer.rounded)
            else:
                weighted = np.minimum(p.to_rgb(shown), alpha[..., None])
                made = _paint(spot, np.dstack([weighted, alpha]), layer)
            video.shown = (picture, made)
        _put(video.shown[1], layer, share, target)


def _put(made: Sheet | _Paint | None, layer: Layer, share: float, target: p.Planes) -> None:
    """Lay what was made ready of a still or of a clear frame."""
    if isinstance(made, Sheet):
        made.lay(target, share)
    elif made is not None:
        blending.apply(layer.blend, made.spot.of(target), made.rgb, made.alpha, share)


def _sides(layer: Layer) -> tuple[float, float]:
    return min(4.0, layer.box.width), min(4.0, layer.box.height)


def _paint(spot: Spot, fit: np.ndarray, layer: Layer) -> _Paint | None:
    """What a blend mode needs, cut to where something is seen."""
    left, top, right, bottom = sheets.seen(fit)
    if left >= right:
        return None
    mask = sheets.corners(spot, layer.rounded)
    fit = fit[top:bottom, left:right]
    alpha = fit[..., 3] if fit.shape[2] == 4 else None
    if mask is not None:
        rounded = np.ascontiguousarray(mask.y[top:bottom, left:right])
        alpha = rounded if alpha is None else cv2.multiply(alpha, rounded, scale=1 / 255)
    if layer.opacity < 1:
        alpha = np.full(fit.shape[:2], 255, np.uint8) if alpha is None else alpha
        alpha = cv2.convertScaleAbs(alpha, alpha=layer.opacity)
    rgb = sheets.unweighted(fit) if fit.shape[2] == 4 else np.ascontiguousarray(fit)
    whole = (spot.whole[0] - left, spot.whole[1] - top, spot.whole[2], spot.whole[3])
    smaller = replace(spot, left=spot.left + left, top=spot.top + top, width=right - left, height=bottom - top,
                      x=spot.x + left, y=spot.y + top, whole=whole)  # fmt: skip
    return _Paint(smaller, rgb, None if alpha is None else np.ascontiguousarray(alpha))


def _lay_opaque(picture: p.Planes, spot: Spot, layer: Layer, share: float, target: p.Planes) -> None:
    """Lay a picture without transparency; only the rows of rounded corners cost more than a copy."""
    share *= layer.opacity
    region, mask = spot.of(target), sheets.corners(spot, layer.rounded)
    if layer.blend != "normal":
        alpha = None if mask is None else mask.y
        blending.apply(layer.blend, region, p.to_rgb(picture), alpha, share)
        return
    if mask is None:
        for out, plane in zip(region.all, picture.all, strict=True):
            sheets.blend(out, plane, share)
        return
    height = region.size[1]
    rows = np.flatnonzero(mask.y.min(axis=1) == 255)
    low, high = (int(rows[0]) + 3 & ~1, int(rows[-1]) - 1 & ~1) if len(rows) > 8 else (height, height)
    for begin, end in ((0, low), (low, high), (high, height)):
        for part, (out, plane, cover) in enumerate(zip(region.all, picture.all, mask.all, strict=True)):
            step = 2 if part else 1
            band = slice(begin // step, end // step)
            if (begin, end) == (low, high):
                sheets.blend(out[band], plane[band], share)
            elif begin < end:
                _through(out[band], plane[band], cover[band], share)


def _through(out: np.ndarray, plane: np.ndarray, mask: np.ndarray, share: float) -> None:
    """`out` towards `plane` by the shares, of 255, of a mask."""
    change = cv2.subtract(plane, out, dtype=cv2.CV_16S)
    change = cv2.multiply(change, mask, scale=share / 255, dtype=cv2.CV_16S)
    cv2.add(out, change, dst=out, dtype=cv2.CV_8U)
