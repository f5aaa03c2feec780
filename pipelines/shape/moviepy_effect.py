"""MoviePy's effects on pictures, videos and cuts."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from studio.kinds import Cut, Image, Video
from studio.timeline import save
from studio.work import Work

Effect = Literal[
    "mirror", "upside down", "black and white", "negative", "gamma", "contrast", "brightness", "painting",
    "motion blur", "blink",
]  # fmt: skip


def moviepy_effect(
    clip: Image | Video | Cut,
    effect: Effect = "painting",
    amount: Annotated[float, Field(ge=0, le=1)] = 0.5,
    *,
    work: Work,
) -> Cut:
    """Put one of MoviePy's effects on a picture, a video or every shot of a cut; several steps put on several.

    MoviePy paints each frame as the film is drawn (MirrorX, MirrorY, BlackAndWhite, InvertColors, GammaCorrection,
    LumContrast, MultiplyColor, Painting, SuperSample, Blink), before layers and captions. It costs 20 to 70 ms a
    frame at 720p, motion blur 140; for colour alone `grade` is quicker. PersonError when the clip cannot be read.

    Args:
        clip: What the effect is put on.
        effect: Which one. Gamma darkens the middle tones, brightness lifts all.
        amount: How strong it is; mirrors, black and white and negative know only one strength.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... painted = moviepy_effect(clip=shot1, effect="painting", amount=0.6)
    """
    from pipelines.film.assembling import clip as opened

    film = opened(Path(clip), work)
    name, arguments = _effect(effect, amount)
    added = (name, json.dumps(arguments, sort_keys=True))
    made = work.path("affected.otio")
    save(replace(film, shots=tuple(replace(shot, effects=(*shot.effects, added)) for shot in film.shots)), made)
    return Cut(made)


def _effect(effect: Effect, amount: float) -> tuple[str, dict[str, Any]]:
    """MoviePy's name of an effect, and its arguments at a strength."""
    found: dict[Effect, tuple[str, dict[str, Any]]] = {
        "mirror": ("MirrorX", {}),
        "upside down": ("MirrorY", {}),
        "black and white": ("BlackAndWhite", {"RGB": "CRT_phosphor"}),
        "negative": ("InvertColors", {}),
        "gamma": ("GammaCorrection", {"gamma": round(1 + 1.5 * amount, 4)}),
        "contrast": ("LumContrast", {"contrast": round(0.7 * amount, 4)}),
        "brightness": ("MultiplyColor", {"factor": round(1 + 0.7 * amount, 4)}),
        "painting": ("Painting", {"saturation": round(1 + 0.8 * amount, 4), "black": round(0.012 * amount, 4)}),
        "motion blur": ("SuperSample", {"d": round(0.01 + 0.09 * amount, 4), "n_frames": 9}),
        "blink": ("Blink", {"duration_on": round(1.1 - amount, 4), "duration_off": round(0.1 + 0.3 * amount, 4)}),
    }
    return found[effect]
