"""Clips by a diffusers model: from a picture or from words, at the length that was asked for."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.engines.calling import called, pixels_of, takes, working_size
from pipelines.engines.loading import same
from pipelines.engines.models import Model, chosen
from pipelines.film.reel import write_video
from studio.facts import Facts
from studio.work import Work

PIXELS = "REELWRIGHT_DIFFUSERS_VIDEO_PIXELS"
_USUAL, _GRID = 832 * 480, 32
_MOST = 81  # frames of a model that does not tell how many it makes at once
_SLOWEST = Fraction(1, 2)  # of its speed, to which a clip that came out short is slowed; then its last picture is held
# Frames a second that families were trained on and do not tell; 16 for all others.
_RATES = {"CogVideoX": 8, "Hunyuan": 24, "Mochi": 30, "AnimateDiff": 8, "Allegro": 15, "Cosmos": 24, "Sana": 16}


@dataclass(frozen=True)
class Length:
    """How a clip comes about: `made` frames of the model's, shown at `rate` a second, `frames` in all: where that is
    more, the last is held."""

    made: int
    rate: Fraction
    frames: int

    @property
    def held(self) -> int:
        return self.frames - self.made


def clip_of(picture: Path, words: str, seconds: float, seed: int, work: Work, carried: Facts | None = None) -> Path:
    """Make a picture move as `words` say: an MP4 without sound in the picture's shape, `seconds` long.

    `carried`: facts of the picture that hold for the clip too.

    The model is that of REELWRIGHT_DIFFUSERS_ANIMATE; one that takes no words (as Stable Video Diffusion) moves the
    picture as it likes. Where it makes fewer frames than asked, the clip is slowed, at most to half its speed, then its
    last picture is held, and a note says so. Raises PersonError (Unfit where another engine may do it), Cancelled.
    """
    from PIL import Image

    from pipelines.pictures import read_rgb

    model = chosen("animate")
    pixels = read_rgb(picture, (1920, 1920))
    shape = (pixels.shape[1], pixels.shape[0])

    def turn(pipeline: Any, craft: str) -> Any:
        return _with_picture(pipeline, model)

    def image(width: int, height: int) -> Any:
        return Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS)

    return _filmed(model, turn, {"prompt": words}, image, shape, seconds, seed, work, carried)


def shot_of(words: str, avoid: str, shape: tuple[int, int], seconds: float, seed: int, work: Work) -> Path:
    """Film what `words` describe, and nothing of `avoid`: an MP4 without sound of `shape` (width to height).

    The model is that of REELWRIGHT_DIFFUSERS_SHOOT. Length, notes and errors as of `clip_of`.
    """
    model = chosen("shoot")

    def turn(pipeline: Any, craft: str) -> Any:
        known = takes(pipeline)
        if "prompt" not in known or "num_frames" not in known or known.get("image", None) is inspect.Parameter.empty:
            raise model.unfit(f"films nothing from words alone ({type(pipeline).__name__}). Name one that does.")
        return pipeline

    asked = {"prompt": words, "negative_prompt": avoid or None}
    return _filmed(model, turn, asked, None, shape, seconds, seed, work)


def _with_picture(pipeline: Any, model: Model) -> Any:
    """The pipeline, or one of its family over the same weights, that begins with a picture. Raises Unfit."""
    from diffusers.pipelines import auto_pipeline

    known = takes(pipeline)
    if "image" in known and ("num_frames" in known or "video_length" in known):
        return pipeline
    by_words = getattr(auto_pipeline, "AUTO_TEXT2VIDEO_PIPELINES_MAPPING", {})
    by_picture = getattr(auto_pipeline, "AUTO_IMAGE2VIDEO_PIPELINES_MAPPING", {})
    family = next((name for name, kind in by_words.items() if isinstance(pipeline, kind)), "")
    if family in by_picture:
        return same(lambda **told: by_picture[family].from_pipe(pipeline, **told), pipeline)
    raise model.unfit(f"makes no clip from a picture ({type(pipeline).__name__}). Name an image-to-video one.")


def _filmed(
    model: Model,
    turn: Callable[[Any, str], Any],
    asked: dict[str, Any],
    image: Callable[[int, int], Any] | None,
    shape: tuple[int, int],
    seconds: float,
    seed: int,
    work: Work,
    carried: Facts | None = None,
) -> Path:  # fmt: skip
    def ask(pipeline: Any) -> dict[str, Any]:
        known = takes(pipeline)
        width, height = working_size(shape, pixels_of(PIXELS, _native(known)), _GRID)
        count = frames_for(seconds, _rate(pipeline), _most(pipeline), _stride(pipeline))
        told = {"width": width, "height": height, "num_frames": count, "video_length": count, "size": (width, height)}
        return asked | told | ({"image": image(width, height)} if image else {})

    frames, pipeline = called(model, turn, ask, seed, work)
    rate = _rate(pipeline)
    length = length_of(seconds, rate, len(frames))
    if words := _words(length, float(rate), seconds):
        work.note(words)
    size = _cropped(shape, (frames[0].shape[1], frames[0].shape[0]))
    about = {"drawn": [], "text": str(asked["prompt"])[:300], "engine": model.name, "flexes": True} | (carried or {})
    return write_video(work.path("clip.mp4"), _shown(frames, length, size, work), size, length.rate, about)


def frames_for(seconds: float, rate: Fraction, most: int, stride: int) -> int:
    """How many frames to ask for: enough for `seconds` at `rate`, at most `most`, a whole number of strides and one."""
    wanted = max(1, round(seconds * rate))
    return min(most, -(-(wanted - 1) // stride) * stride + 1)


def length_of(seconds: float, rate: Fraction, made: int) -> Length:
    """How `made` frames fill `seconds`: cut where they are too many, else slowed, and then held."""
    wanted = max(1, round(seconds * rate))
    if made >= wanted:
        return Length(wanted, rate, wanted)
    slowed = (rate * max(_SLOWEST, Fraction(made, wanted))).limit_denominator(1001)
    return Length(made, slowed, max(made, round(seconds * slowed)))


def _words(length: Length, rate: float, seconds: float) -> str:
    """What to tell where the model made less than was asked for."""
    speed = float(length.rate) / rate
    if speed > 0.99 and not length.held:
        return ""
    told = f"The model makes {length.made} frames at once ({length.made / rate:.1f} s): for {seconds:g} s they play at "
    return told + f"{speed:.2f} of their speed" + (", and the last one is held." if length.held > 0 else ".")


def _rate(pipeline: Any) -> Fraction:
    """Frames a second that a model's motion is made for."""
    known = takes(pipeline)
    for name in ("frame_rate", "fps"):
        if isinstance(known.get(name), int | float) and known[name]:
            return Fraction(known[name]).limit_denominator(1001)
    kind = type(pipeline).__name__
    return Fraction(next((rate for family, rate in _RATES.items() if kind.startswith(family)), 16))


def _most(pipeline: Any) -> int:
    """How many frames a model makes at once: beyond what it was trained on it repeats itself or falls apart."""
    known = takes(pipeline)
    told = known.get("num_frames") or known.get("video_length")
    if not isinstance(told, int):
        body = getattr(pipeline, "unet", None) or getattr(pipeline, "transformer", None)
        config = getattr(body, "config", None)
        told = getattr(config, "num_frames", None) or getattr(config, "sample_frames", None)
    return told if isinstance(told, int) and told > 0 else _MOST


def _stride(pipeline: Any) -> int:
    """How many frames one latent frame holds."""
    names = ("vae_scale_factor_temporal", "vae_temporal_compression_ratio", "temporal_compression_ratio")
    told = next((getattr(pipeline, name) for name in names if isinstance(getattr(pipeline, name, None), int)), 1)
    return max(1, int(told))


def _native(known: dict[str, Any]) -> float:
    width, height = known.get("width"), known.get("height")
    return float(width * height) if isinstance(width, int) and isinstance(height, int) else _USUAL


def _cropped(shape: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """The largest even sides of this shape within `size`."""
    scale = min(size[0] / shape[0], size[1] / shape[1])
    return max(2, int(shape[0] * scale / 2 + 1e-6) * 2), max(2, int(shape[1] * scale / 2 + 1e-6) * 2)


def _shown(frames: list[NDArray[np.uint8]], length: Length, size: tuple[int, int], work: Work) -> Iterator[Any]:
    """The frames in order, cropped about their middle, the last held."""
    for number in range(length.frames):
        if number % 8 == 0:
            work.progress(0.9 + 0.1 * number / length.frames, "writing the clip")
        picture = frames[min(number, length.made - 1)]
        top, left = (picture.shape[0] - size[1]) // 2, (picture.shape[1] - size[0]) // 2
        yield np.ascontiguousarray(picture[top : top + size[1], left : left + size[0]])
