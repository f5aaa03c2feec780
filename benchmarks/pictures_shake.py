"""How steady camera moves over drawn sets are: details of its frames beside where a smooth path would have them."""

from dataclasses import replace

import numpy as np
import skia
from numpy.typing import NDArray

from benchmarks.pictures_briefs import recipe_of
from pipelines.make.drawn.camera import Ground, Move, seen
from pipelines.make.drawn.layering import Layer
from pipelines.make.drawn.motion import Motion
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.recipe import cast_of, ordered
from studio.work import Work

SIZE, RATE, SECONDS = (1280, 720), 30, 4.0
_PATCH, _FINER, _SPOTS = 128, 4, 5  # pixels; reference pixels along one of the frame's; patches looked at
_SMOOTHED = 7  # moments through which a cubic is laid to tell a smooth path


def shake(work: Work, words: str, moves: tuple[Move, ...], count: int) -> dict[str, float]:
    """For each move, pixels of 720p by which details jump from one frame to the next beside their smooth path (RMS).

    `count` frames in the middle of a 4-second move are drawn by `Motion`, with all life off. In the patches with the
    most detail each is laid over the same patch painted anew from its outlines, four times as
    fine, from where the camera stands at that moment: what differs is the error of sampling. To it comes what the
    camera's own path differs from a cubic through its neighbours.
    """
    recipe = recipe_of(words, 1)
    cast = cast_of(work, recipe)
    built = build(ordered(recipe, cast, work, lambda words: None), cast, 1.1, lambda share, words: None)
    still = tuple(replace(layer, life=None, live=None) for layer in built.layers if layer.picture is not None)
    held = replace(built, layers=still, lens=False)
    ground = Ground(held.size, held.stage.horizon, (held.size[0] * 0.5, held.size[1] * 0.55), 1.5)
    return {move: _of_move(held, ground, move, count) for move in moves}


def _of_move(held: Set, ground: Ground, move: Move, count: int) -> float:
    motion = Motion(held, ground, move, SECONDS, 0.5, "deep", SIZE)
    moments = [1.6 + n / RATE for n in range(count)]
    spots = _busiest(_grey(motion.frame(moments[count // 2])))
    off = np.zeros((count, len(spots), 2))
    path = np.zeros_like(off)
    for n, moment in enumerate(moments):
        frame = _grey(motion.frame(moment))
        for k, (x, y) in enumerate(spots):
            wanted = _reference(held.layers, motion, ground, moment, (x, y))
            off[n, k] = _shifted(wanted, frame[y : y + _PATCH, x : x + _PATCH])
            path[n, k] = _place(held.layers[len(held.layers) // 2], motion, ground, moment, (x, y))
    jumps = np.diff(off + path - _smooth(path), axis=0)
    return float(np.sqrt((jumps**2).sum(axis=2).mean()))


def _shifted(wanted: NDArray[np.float32], found: NDArray[np.float32]) -> NDArray[np.float64]:
    """How far `found` lies to the right of and below `wanted`, in pixels, by least squares (Lucas and Kanade 1981).

    On hard edges it says a fifth too much; phase correlation says a quarter too little and adds noise of its own.
    """
    dy, dx = np.gradient(wanted.astype(np.float64))
    inside = np.outer(np.hanning(len(wanted)), np.hanning(len(wanted)))
    slopes = np.stack([(dx * inside).ravel(), (dy * inside).ravel()], axis=1)
    return np.asarray(-np.linalg.lstsq(slopes, ((found - wanted) * inside).ravel(), rcond=None)[0])


def _grey(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    return pixels[:, :, :3].astype(np.float32).mean(axis=2)


def _busiest(grey: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Left upper corners of the patches with the most edges, none over another."""
    dy, dx = np.gradient(grey)
    edges = np.minimum(np.hypot(dx, dy), 40)
    places = [(x, y) for x in range(0, SIZE[0] - _PATCH + 1, _PATCH) for y in range(0, SIZE[1] - _PATCH + 1, _PATCH)]
    places.sort(key=lambda at: -float(edges[at[1] : at[1] + _PATCH, at[0] : at[0] + _PATCH].sum()))
    return places[:_SPOTS]


def _reference(layers: tuple[Layer, ...], motion: Motion, ground: Ground, moment: float,
               spot: tuple[int, int]) -> NDArray[np.float32]:  # fmt: skip
    """A patch of the frame as it should be: the layers' outlines through the camera, fine, then averaged."""
    import cv2

    side = _PATCH * _FINER
    pixels = np.zeros((side, side, 4), np.uint8)
    canvas = skia.Surface(pixels).getCanvas()
    canvas.clear(0xFF000000)
    canvas.scale(_FINER, _FINER)
    canvas.translate(-spot[0], -spot[1])
    canvas.scale(SIZE[0] / ground.size[0], SIZE[0] / ground.size[0])
    eye = motion.eye(moment)
    for layer in layers:
        canvas.save()
        canvas.concat(seen(layer, eye, ground))
        if layer.light:
            canvas.saveLayer(None, skia.Paint(BlendMode=skia.BlendMode.kScreen))
        canvas.drawPicture(layer.picture)
        if layer.light:
            canvas.restore()
        canvas.restore()
    return cv2.resize(_grey(pixels), (_PATCH, _PATCH), interpolation=cv2.INTER_AREA)


def _place(layer: Layer, motion: Motion, ground: Ground, moment: float, spot: tuple[int, int]) -> tuple[float, float]:
    """Where in the frame a point of a layer is at a moment."""
    ratio = SIZE[0] / ground.size[0]
    at = seen(layer, motion.eye(moment), ground).mapXY(spot[0] / ratio, spot[1] / ratio)
    return at.x() * ratio, at.y() * ratio


def _smooth(path: NDArray[np.float64]) -> NDArray[np.float64]:
    """The path with every point put on the cubic through its neighbours (Savitzky and Golay 1964)."""
    from scipy.signal import savgol_filter

    return np.asarray(savgol_filter(path, _SMOOTHED, 3, axis=0))
