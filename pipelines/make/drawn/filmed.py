"""A set filmed: its layers in the picture's look, before a camera that moves through them, frame by frame to a clip."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipelines.film.encoding import is_whole, seal
from pipelines.film.reel import write_video
from pipelines.looks.look import Apply
from pipelines.looks.table import LOOKS
from pipelines.make.drawn.camera import Ground, Move
from pipelines.make.drawn.lens import MIDDLE, cared_for
from pipelines.make.drawn.missed import missed
from pipelines.make.drawn.motion import LAYOUT, Focus, Motion
from pipelines.make.drawn.picture import Set, build
from pipelines.make.drawn.recipe import cast_of, ordered
from pipelines.make.drawn.treated import treated
from pipelines.recipes import Recipe
from studio.facts import Facts
from studio.whole import appearing
from studio.work import Work

NEAR = 1.6  # how much larger than at rest a thing may come to be seen
_BEYOND = 0.12  # how far over a set's edges its layers are kept in a look, as a share of it
_EVERY = 5  # frames between two words on how far it is

Frame = Callable[[float], NDArray[np.uint8]]  # the picture at a moment, in seconds


@dataclass(frozen=True)
class Take:
    """How a set is filmed: the camera's move and its strength (0 to 1), what is sharp, the length in seconds, the
    shorter side in pixels, and frames a second."""

    move: Move
    seconds: float
    short: int
    rate: Fraction = Fraction(30)
    strength: float = 0.5
    focus: Focus = "deep"

    @property
    def frames(self) -> int:
        return max(1, round(self.seconds * self.rate))


def staged(recipe: Recipe, short: int, work: Work) -> tuple[Set, Facts]:
    """The set of a recipe (`paint`'s options by name) for a clip whose shorter side is `short`, and its facts.

    What the words name and the set does not show is noted, as `paint` does. Raises Cancelled, PersonError.
    """
    cast = cast_of(work, recipe)
    order = ordered(recipe, cast, work, work.note)
    if order.empty:
        work.note("The words name nothing that can be drawn, so this is an abstract ground.")
    built = build(order, cast, short / 1080 * NEAR, work.progress)
    for words in missed(order.words, built.shown, order.unfit):
        work.note(words)
    about = {"drawn": built.names, "setting": order.setting, "time": order.time, "weather": order.weather}
    return built, about | {"engine": "drawn", "text": str(recipe["scene"])[:300]}


def kept(recipe: Recipe | None, stage: Callable[[], Set], take: Take, about: Facts, work: Work,
         away: float = MIDDLE) -> Path:  # fmt: skip
    """`filmed`, but where the set of a recipe (None: no recipe) was filmed in the same way before, that clip again.

    A clip of which only the voice was changed is such a one. Raises Cancelled, PersonError.
    """
    if recipe is None:
        return filmed(stage(), take, about, work, away)
    told = json.dumps([_code(), recipe, about], sort_keys=True) + f"/{take}/{away}"
    part = work.part(f"clip-{hashlib.sha256(told.encode()).hexdigest()[:40]}.mp4")
    if not is_whole(part, take.frames):
        with appearing(part) as waiting:
            filmed(stage(), take, about, work, away).replace(waiting)
            seal(waiting)
    made = work.path("clip.mp4")
    shutil.copyfile(part, made)
    return made


@lru_cache
def _code() -> str:
    """What the drawn world is made by: another version may film the same recipe differently. All of the tool library
    is taken: to find what is imported would take ten times as long."""
    library, digest = Path(__file__).parents[2], hashlib.sha256()
    for file in sorted(library.rglob("*.py")):
        digest.update(file.relative_to(library).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def filmed(built: Set, take: Take, about: Facts, work: Work, away: float = MIDDLE) -> Path:
    """Film a set in its look: an MP4 without sound with the facts `about`. The same set and take give the same bytes.

    `away`: how far off what the camera cares for is, where nothing stands in the set. Raises Cancelled.
    """
    work.progress(0.1, "setting up the camera")
    scale = take.short / min(built.size)
    size = (max(2, round(built.size[0] * scale / 2) * 2), max(2, round(built.size[1] * scale / 2) * 2))
    look = LOOKS[built.look]
    layers = treated(built.layers, look, built.seed, built.size, scale * NEAR, _BEYOND)
    ground = Ground(built.size, built.stage.horizon, *_aim(built, away))
    motion = Motion(replace(built, layers=layers), ground, take.move, take.seconds, take.strength, take.focus, size)
    plain = built.look == "shaded"
    frame = motion.frame if plain else _looked(motion.frame, look.prepare(size, built.seed, layered=True))
    layout = LAYOUT if plain else "rgb24"
    return write_video(work.path("clip.mp4"), frames(frame, take, work), size, take.rate, about, layout=layout)


def frames(frame: Frame, take: Take, work: Work) -> Iterator[NDArray[np.uint8]]:
    """The pictures of a take one after another. Raises Cancelled."""
    for number in range(take.frames):
        if number % _EVERY == 0:
            work.progress(0.15 + 0.85 * number / take.frames, f"frame {number + 1} of {take.frames}")
        work.check()
        yield frame(float(number / take.rate))


def _aim(built: Set, otherwise: float) -> tuple[tuple[float, float], float]:
    """What the camera cares for, in pixels of the set, and how far away it is: the leading thing, else the middle."""
    w, h = built.size
    if not built.where:
        return (w * 0.5, h * 0.5), otherwise
    left, top, wide, tall = built.where[0]
    return ((left + wide / 2) * w, (top + tall * 0.4) * h), cared_for(built.away, otherwise)


def _looked(frame: Frame, apply: Apply) -> Frame:
    """Frames of the camera as RGB in the picture's look."""
    import cv2

    way = cv2.COLOR_RGBA2RGB if LAYOUT == "rgba" else cv2.COLOR_BGRA2RGB
    return lambda seconds: apply(cv2.cvtColor(frame(seconds), way), seconds)
