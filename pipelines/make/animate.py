"""A picture brought alive: its layers move before a real camera."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from studio import facts
from studio.kinds import Audio, Image, Video
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pipelines.looks.look import Apply
    from pipelines.make.drawn.picture import Set
    from pipelines.type.cards.board import CardSet

PACKS = ("fluent-emoji", "minilm")
CORES = 2
MEMORY = 0.9

_SHORT = {"360p": 360, "720p": 720, "1080p": 1080, "4k": 2160}  # the shorter side, in pixels
_AFTER = 0.8  # seconds a clip goes on when its voice has ended
_NEAR = 1.6  # how much larger than at rest a thing may come to be seen
_SHEET, _AFLOAT, _CARD = 1.5, 2.4, 9.0  # distances of a flat picture, of what stands nowhere, of a card's words
_EVERY = 5  # frames between two words on how far it is


def animate(
    picture: Image,
    camera: Literal[
        "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "orbit left", "orbit right",
        "handheld", "still",
    ] = "push in",
    seconds: Annotated[float, Field(gt=0, le=120)] = 4.0,
    voice: Audio | None = None,
    strength: Annotated[float, Field(ge=0, le=1)] = 0.5,
    focus: Literal["deep", "subject", "background", "rack to subject", "rack to background"] = "deep",
    size: Literal["360p", "720p", "1080p", "4k"] = "720p",
    fps: Annotated[float, Field(ge=1, le=60)] = 30.0,
    *,
    work: Work,
) -> Video:  # fmt: skip
    """Bring a drawn picture alive: near things pass before far ones, water shimmers, clouds drift, people breathe.

    The picture tells in its file how it was drawn; it is built again in layers, each at its distance, and filmed by a
    pinhole camera that moves through them, at the size the camera needs, so that it stays sharp. A picture that was not
    drawn here (a photo, another engine's) is moved as one sheet, and a note says so. Makes an H.264 MP4 without sound.
    Of a card (title, quote, listing, number, chart) the words come in one by one, numbers count, charts grow; of a name
    strip a clear video (.mov) is made that opens and closes, to `overlay`. Raises PersonError when the picture cannot
    be opened.

    Args:
        picture: A picture made by `paint`, a card, or any other.
        camera: Where the camera goes. Push and pull travel, pan and tilt turn, orbit goes around what matters;
            handheld sways a little; still leaves it to what lives in the picture.
        seconds: How long the clip is.
        voice: What is said over it: the clip then lasts at least as long.
        strength: How far the camera goes: 0 hardly moves, 1 is bold.
        focus: What is sharp. Rack to subject begins on the background and comes to what matters, rack to background
            goes the other way.
        size: The shorter side, in pixels.
        fps: Pictures a second.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn")
    ... clip1 = animate(picture=shot1, camera="push in", seconds=1, size="360p")
    """
    from pipelines.film.reel import write_video
    from pipelines.looks.table import LOOKS
    from pipelines.make.drawn.camera import Ground
    from pipelines.make.drawn.motion import LAYOUT, Motion
    from pipelines.make.drawn.treated import treated
    from studio.timeline import exact_rate

    rate = exact_rate(fps)
    length = max(seconds, _spoken(voice, work))
    frames = max(1, round(length * float(rate)))
    told = facts.read(Path(picture))
    card = _card(Path(picture), told, length, work)
    if card and card.clear:
        return _clear(card, told, frames, rate, _SHORT[size], work)
    built = _staged(card) if card else _built(Path(picture), told, _SHORT[size], length, work)
    w, h = built.size
    scale = _SHORT[size] / min(w, h)
    sides = (max(2, round(w * scale / 2) * 2), max(2, round(h * scale / 2) * 2))
    work.progress(0.1, "setting up the camera")
    ground = Ground(built.size, built.stage.horizon, *_aim(built, far=card is not None))
    strength *= 0.5 if card else 1.0  # words stay in the picture
    look = LOOKS[built.look]
    layers = treated(built.layers, look, built.seed, built.size, _SHORT[size] / min(w, h) * _NEAR, 0.12)
    motion = Motion(replace(built, layers=layers), ground, camera, length, strength, focus, sides)
    kept = {name: told[name] for name in ("drawn", "setting", "time", "weather", "engine", "text") if name in told}
    plain = built.look == "shaded"
    frame = motion.frame if plain else _looked(motion.frame, look.prepare(sides, built.seed, layered=True))
    pictures = _frames(frame, frames, rate, work)
    layout = LAYOUT if plain else "rgb24"
    return Video(write_video(work.path("clip.mp4"), pictures, sides, rate, kept, layout=layout))


def _spoken(voice: Audio | None, work: Work) -> float:
    """The least length of the clip: that of its voice, and a little after."""
    from pipelines.sound.hearing import length

    return length(Path(voice), work) + _AFTER if voice else 0.0


def _card(path: Path, told: facts.Facts, seconds: float, work: Work) -> "CardSet | None":
    """A title, list, chart or the like as it arrives; None for what is no card of ours."""
    from pipelines.recipes import recipe_of
    from pipelines.type.cards.building import BUILDERS, built

    recipe = recipe_of(path, told)
    return built(recipe, seconds, work) if recipe and recipe["tool"] in BUILDERS else None


def _staged(card: "CardSet") -> "Set":
    """A card before the camera: it brings its own light."""
    from pipelines.make.drawn.light import light_of
    from pipelines.make.drawn.picture import Set
    from pipelines.make.drawn.sheet import Stage

    w, h = card.size
    return Set(card.layers, (w, h), Stage(h / 2, (h, h), (0, h)), light_of("day", "clear"), [], [], [], lens=False)


def _clear(card: "CardSet", told: facts.Facts, count: int, rate: Fraction, short: int, work: Work) -> Video:
    """A card with nothing behind it, as a video with alpha. No camera moves before it: it lies on the film."""
    from pipelines.film.clear_reel import write_clear
    from pipelines.type.cards.building import frame

    density = short / min(card.size)
    sides = (round(card.size[0] * density), round(card.size[1] * density))
    pictures = _frames(lambda seconds: frame(card, seconds, density), count, rate, work)
    return Video(write_clear(work.path("clip.mov"), pictures, sides, rate, {"text": told.get("text", "")}))


def _built(path: Path, told: facts.Facts, short: int, seconds: float, work: Work) -> "Set":
    """The picture in layers; in one, with a note, where it is none of ours."""
    from pipelines.make.drawn.recipe import rebuilt
    from pipelines.recipes import recipe_of

    recipe = recipe_of(path, told)
    if recipe and recipe["tool"] == "paint":
        try:
            return rebuilt(recipe, short / 1080 * _NEAR, work)
        except (KeyError, ValueError):  # written by hand, or by another version
            recipe = None
    work.note(
        "The picture was changed after it was drawn, so it moves as one sheet."
        if "recipe" in told
        else "The picture does not tell how it was drawn, so it moves as one sheet."
    )
    return _sheet(path, short)


def _sheet(path: Path, short: int) -> "Set":
    """A picture as a set of one layer. Raises PersonError when it cannot be opened."""
    import numpy as np
    import skia

    from pipelines.make.drawn.art import image_of
    from pipelines.make.drawn.layering import Layer
    from pipelines.make.drawn.light import light_of
    from pipelines.make.drawn.picture import Set
    from pipelines.make.drawn.sheet import Stage
    from pipelines.pictures import open_upright

    opened = open_upright(path).convert("RGBa")
    scale = 1080 / min(opened.size)
    w, h = round(opened.width * scale), round(opened.height * scale)
    most = min(1.0, short * _NEAR / min(opened.size))  # no larger than it will show
    sides = (max(1, round(opened.width * most)), max(1, round(opened.height * most)))
    image = image_of(np.asarray(opened.resize(sides, 1) if most < 1 else opened))
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect(0, 0, w, h))
    sampling = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(image, skia.Rect(0, 0, w, h), sampling)
    layer = Layer("picture", _SHEET, picture=recorder.finishRecordingAsPicture())
    stage = Stage(h / 2, (h, h), (0, h))
    return Set((layer,), (w, h), stage, light_of("day", "clear"), [], [], [], lens=False)


def _aim(built: "Set", far: bool = False) -> tuple[tuple[float, float], float]:
    """What the camera cares for, in pixels of the set, and how far away it is: the leading thing, else the middle.
    A card's words stand `far` off."""
    (w, h), horizon = built.size, built.stage.horizon
    if not built.where:
        return (w * 0.5, h * 0.5), _CARD if far else _SHEET
    left, top, wide, tall = built.where[0]
    foot = (top + tall) * h
    away = (h - horizon) / max(1.0, foot - horizon) if not built.stage.floating else _AFLOAT
    return ((left + wide / 2) * w, (top + tall * 0.4) * h), min(_AFLOAT * 1.5, max(1.0, away))


def _looked(frame: "Callable[[float], NDArray[np.uint8]]", apply: "Apply") -> "Callable[[float], NDArray[np.uint8]]":
    """Frames of the camera as RGB in the picture's look."""
    import cv2

    from pipelines.make.drawn.motion import LAYOUT

    way = cv2.COLOR_RGBA2RGB if LAYOUT == "rgba" else cv2.COLOR_BGRA2RGB
    return lambda seconds: apply(cv2.cvtColor(frame(seconds), way), seconds)


def _frames(frame: "Callable[[float], NDArray[np.uint8]]", count: int, rate: Fraction,
            work: Work) -> "Iterator[NDArray[np.uint8]]":  # fmt: skip
    for number in range(count):
        if number % _EVERY == 0:
            work.progress(0.15 + 0.85 * number / count, f"frame {number + 1} of {count}")
        work.check()
        yield frame(float(number / rate))
