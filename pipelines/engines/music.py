"""Music as sound by a diffusers text-to-audio pipeline: Stable Audio, AudioLDM 2, MusicLDM, ACE-Step and the like."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.engines.calling import answered, takes
from pipelines.engines.models import Model, chosen
from studio.work import Work

# What families call the seconds they shall make.
_LENGTHS = ("audio_end_in_s", "audio_length_in_s", "duration", "audio_duration", "audio_duration_s")
_MOST = 60.0  # seconds of a model that does not tell how long it can go on
_RATE = 16_000  # of a model that does not tell its own, as of AudioLDM


def played(words: str, avoid: str, seconds: float, seed: int, work: Work) -> tuple[NDArray[np.float32], int, str]:
    """Have the model of REELWRIGHT_DIFFUSERS_MUSIC play `words`: (samples (n, channels), their rate, the model's name).

    At most as long as the model goes on at once, which may be less than `seconds`. One that knows no negative words is
    not told `avoid`, and a note says so. Raises PersonError (none named), Unfit (it cannot), Cancelled.
    """
    model = chosen("music")

    def turn(pipeline: Any, craft: str) -> Any:
        known = takes(pipeline)
        if not {"prompt", "text_prompt"} & known.keys() or not set(_LENGTHS) & known.keys():
            raise model.unfit(f"makes no music from words ({type(pipeline).__name__}). Name a text-to-audio one.")
        return pipeline

    def ask(pipeline: Any) -> dict[str, Any]:
        known = takes(pipeline)
        if avoid and "negative_prompt" not in known:
            work.note(f"This model knows no words to avoid, so that '{avoid[:60]}' was not told to it.")
        long = min(seconds, _most(pipeline))
        return {"prompt": words, "negative_prompt": avoid or None} | {name: long for name in _LENGTHS if name in known}

    output, pipeline = answered(model, turn, ask, seed, work)
    return _samples(output, model), _rate(pipeline), model.name


def _samples(output: Any, model: Model) -> NDArray[np.float32]:
    """What a pipeline gave, as samples (n, channels). Raises Unfit: no sound, no numbers, silence."""
    found = getattr(output, "audios", None)
    if found is None:
        raise model.unfit("gave no sound. Name a text-to-audio pipeline.")
    first = found[0]
    values = first.detach().float().cpu().numpy() if hasattr(first, "detach") else np.asarray(first, np.float32)
    values = np.atleast_2d(np.squeeze(values)).astype(np.float32)
    values = values.T if values.shape[0] < values.shape[1] else values
    if values.ndim != 2 or not 1 <= values.shape[1] <= 8 or len(values) < 100:
        raise model.unfit("made something that is no sound. Name another pipeline.")
    if not np.isfinite(values).all():
        raise model.unfit("gave no numbers: they overflow. Set REELWRIGHT_DIFFUSERS_PRECISION=full, or name another.")
    if np.abs(values).max() < 1e-4:
        raise model.unfit("gave silence. Say the music in other words, or name another.")
    return values[:, :2]


def _rate(pipeline: Any) -> int:
    """Samples a second, as its parts tell."""
    for part in (getattr(pipeline, "vae", None), getattr(pipeline, "vocoder", None)):
        for name in ("sampling_rate", "sample_rate"):
            told = getattr(getattr(part, "config", None), name, None)
            if isinstance(told, int) and 4000 <= told <= 200_000:
                return told
    told = getattr(pipeline, "sample_rate", None)
    return told if isinstance(told, int) else _RATE


def _most(pipeline: Any) -> float:
    """Seconds that a model makes at once: beyond what it was trained on it refuses, or falls apart."""
    body = getattr(getattr(pipeline, "transformer", None), "config", None)
    size = getattr(body, "sample_size", None)
    step = getattr(getattr(pipeline, "vae", None), "hop_length", None)
    if isinstance(size, int) and isinstance(step, int):
        return size * step / _rate(pipeline)
    usual = [takes(pipeline).get(name) for name in _LENGTHS]
    return max([_MOST, *(float(told) for told in usual if isinstance(told, int | float))])
