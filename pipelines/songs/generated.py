"""Music as a model or a server made it, brought into our form: 48 kHz, stereo, of the asked length, no clicks."""

from pathlib import Path

import numpy as np
import soundfile
import soxr

from pipelines.songs.fitted import fitted
from pipelines.sound.hearing import pieces
from pipelines.sound.loudness import RATE
from studio import facts
from studio.work import Work

_PEAK = 0.891  # -1 dBFS
_IN, _OUT = RATE // 100, RATE  # samples it comes in over, and goes out over where it is cut off
_SHORT = 0.3  # seconds that may be missing


def finished(made: tuple[np.ndarray, int] | Path, seconds: float, about: facts.Facts, work: Work) -> Path:
    """A FLAC of `seconds` with its facts, of samples (n, channels) and their rate or of a file."""
    sound = np.concatenate([*pieces(made, work)]) if isinstance(made, Path) else _stereo(*made)
    count, path = round(seconds * RATE), work.path("music.flac")
    if len(sound) < count - _SHORT * RATE:
        work.note(f"The model makes {len(sound) / RATE:.0f} s at once: from bar to bar it was carried on to "
                  f"{seconds:g} s.")  # fmt: skip
        once = work.path("once.wav")
        soundfile.write(once, sound, RATE, "FLOAT")
        sound, _ = soundfile.read(fitted(once, seconds, work), dtype="float32", always_2d=True)
        once.unlink()
    sound = _eased(sound, count)
    facts.write_audio(path, sound * (_PEAK / max(1e-6, float(np.abs(sound).max(initial=0.0)))), RATE, about)
    return path


def _stereo(samples: np.ndarray, rate: int) -> np.ndarray:
    sound = samples if rate == RATE else soxr.resample(samples, rate, RATE)
    return np.repeat(sound, 2, axis=1) if sound.shape[1] == 1 else sound  # type: ignore[no-any-return]


def _eased(sound: np.ndarray, count: int) -> np.ndarray:
    """`count` samples, without a click at either end: what is cut off in full swing goes within a second."""
    sound = np.pad(sound[:count], ((0, max(0, count - len(sound))), (0, 0)))
    fade = min(_IN, count // 4)
    sound[:fade] *= np.linspace(0, 1, fade)[:, None] ** 2
    swings = np.abs(sound[-RATE // 10 :]).max(initial=0.0) > 0.02
    out = min(_OUT if swings else _IN, count // 4)
    sound[count - out :] *= np.sin(np.linspace(np.pi / 2, 0, out))[:, None] ** 2
    return sound
