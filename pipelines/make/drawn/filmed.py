"""A scene drawn and filmed at once: what is read, set and lit for a picture, before a camera that moves through it."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.film.reel import write_video
from pipelines.make.drawn.camera import Ground, Move
from pipelines.make.drawn.motion import LAYOUT, Motion
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.recipe import cast_of, ordered
from pipelines.recipes import Recipe
from studio.work import Work

_RATE = Fraction(30)
_NEAR = 1.6  # how much larger than at rest a thing may come to be seen
_MIDDLE, _AFLOAT = 1.5, 2.4  # distances of what stands nowhere: in an empty set, in a floating one
_STRENGTH = 0.5
_EVERY = 5  # frames between two words on how far it is


def filmed(recipe: Recipe, move: Move, seconds: float, short: int, work: Work) -> Path:
    """Film the scene of a recipe (`paint`'s options by name): an MP4 without sound whose shorter side is `short`.

    What no art fits is noted, as `paint` does. The same recipe gives the same bytes. Raises Cancelled, PersonError.
    """
    cast = cast_of(work, recipe)
    order = ordered(recipe, cast, work, work.note)
    built = build(order, cast, short / 1080 * _NEAR, work.progress)
    scale = short / min(built.size)
    size = (max(2, round(built.size[0] * scale / 2) * 2), max(2, round(built.size[1] * scale / 2) * 2))
    ground = Ground(built.size, built.stage.horizon, *aim(built))
    motion = Motion(built, ground, move, seconds, _STRENGTH, "deep", size)
    about: dict[str, Any] = {"drawn": built.names, "setting": order.setting, "time": order.time}
    about |= {"weather": order.weather, "engine": "drawn", "text": str(recipe["scene"])[:300]}
    frames = max(1, round(seconds * _RATE))
    return write_video(work.path("clip.mp4"), _frames(motion, frames, work), size, _RATE, about, layout=LAYOUT)


def aim(built: Set) -> tuple[tuple[float, float], float]:
    """What the camera cares for, in pixels of the set, and how far away it is: the leading thing, else the middle."""
    (w, h), horizon = built.size, built.stage.horizon
    if not built.where:
        return (w * 0.5, h * 0.5), _MIDDLE
    left, top, wide, tall = built.where[0]
    foot = (top + tall) * h
    away = (h - horizon) / max(1.0, foot - horizon) if not built.stage.floating else _AFLOAT
    return ((left + wide / 2) * w, (top + tall * 0.4) * h), min(_AFLOAT * 1.5, max(1.0, away))


def _frames(motion: Motion, count: int, work: Work) -> Iterator[NDArray[np.uint8]]:
    for number in range(count):
        if number % _EVERY == 0:
            work.progress(0.15 + 0.85 * number / count, f"frame {number + 1} of {count}")
        work.check()
        yield motion.frame(float(number / _RATE))
