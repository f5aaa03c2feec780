"""MoviePy's effects on a shot: its pictures handed over as a clip's, and what comes back painted into the film."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np

from pipelines.film.planes import Planes, empty, from_rgb, to_rgb
from studio.errors import PersonError

# Those that leave a clip as large and as long as it is, and need nothing but numbers.
KNOWN = (
    "BlackAndWhite", "Blink", "FadeIn", "FadeOut", "FreezeRegion", "GammaCorrection", "HeadBlur", "InvertColors",
    "LumContrast", "MirrorX", "MirrorY", "MultiplyColor", "Painting", "SuperSample",
)  # fmt: skip


class Effects:
    """A shot's effects, one after the other. For one thread."""

    def __init__(self, effects: tuple[tuple[str, str], ...], seconds: float, size: tuple[int, int],
                 draw: Callable[[float, Planes], None], where: str = "") -> None:  # fmt: skip
        """`draw(seconds, target)` paints the shot without them at a moment of its own time, from 0 to `seconds`.

        `where` begins sentences: "Shot 1: ". Raises PersonError, naming the effect, for one that is unknown or whose
        arguments do not fit.
        """
        from moviepy import VideoClip

        self._seconds, self._size, self._draw, self._spare = seconds, size, draw, empty(*size)
        self._where = where
        self._names = " and ".join(name for name, _ in effects)
        clip = VideoClip(self._plain, duration=seconds)
        for name, arguments in effects:
            try:
                clip = clip.with_effects([_effect(name, arguments)])
            except PersonError as error:
                raise PersonError(where + str(error)) from error
            except Exception as error:  # MoviePy's own, of every kind, for arguments that make no sense
                raise PersonError(where + _cannot(name, error)) from error
        self._clip: Any = clip

    def draw(self, seconds: float, target: Planes) -> None:
        """Paint the shot with its effects. Raises PersonError when MoviePy cannot."""
        try:
            picture = np.asarray(self._clip.get_frame(seconds))
            if self._clip.mask is not None:
                picture = picture * np.asarray(self._clip.mask.get_frame(seconds))[..., None]
        except PersonError:
            raise
        except Exception as error:
            raise PersonError(self._where + _cannot(self._names, error)) from error
        width, height = self._size
        if picture.shape != (height, width, 3):
            raise PersonError(f"{self._where}{self._names} changes the picture's size. Choose an effect that keeps it.")
        done = from_rgb(np.ascontiguousarray(np.clip(picture, 0, 255).astype(np.uint8)))
        for plane, out in zip(done.all, target.all, strict=True):
            out[:] = plane

    def _plain(self, seconds: float) -> np.ndarray:
        """What MoviePy asks for: uint8 RGB (h, w, 3) at a moment, also of those just before and after the shot."""
        self._draw(min(max(float(seconds), 0.0), self._seconds), self._spare)
        return to_rgb(self._spare)


def _effect(name: str, arguments: str) -> Any:
    """One of MoviePy's effects from its name and its arguments as JSON."""
    from moviepy.video import fx

    if name not in KNOWN:
        raise PersonError(f"'{name}' is no MoviePy effect that can be used here. Choose one of {', '.join(KNOWN)}.")
    try:
        given = json.loads(arguments) if arguments else {}
        if not isinstance(given, dict):
            raise ValueError("its arguments are no JSON object")
        if name == "HeadBlur":  # a path in MoviePy, a fixed place here
            x, y = float(given.pop("x")), float(given.pop("y"))
            given |= {"fx": lambda seconds: x, "fy": lambda seconds: y}
        return getattr(fx, name)(**given)
    except (ValueError, TypeError, KeyError) as error:
        raise PersonError(_cannot(name, error)) from error


def _cannot(name: str, error: Exception) -> str:
    said = " ".join(str(error).split())[:160] or error.__class__.__name__
    return f"MoviePy cannot apply {name}: {said}. Change its arguments or leave it out."
