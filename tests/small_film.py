"""A film of 23 frames that tests of formats write, and how they look at what came out."""

import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from studio import facts
from studio.timeline import Camera, Caption, Shot, Timeline, Transition, View, save
from studio.work import Work
from tests.odd_media import quarters

SIZE = "160x90"
_PUSH = Camera(View(), View(zoom=1.3))


def small_media(folder: Path) -> Path:
    """Two pictures and a voice in a flat folder."""
    Image.fromarray(quarters(640, 360)).save(folder / "a.png")
    Image.fromarray(quarters(640, 360)[:, ::-1]).save(folder / "b.png")
    tone = 0.3 * np.sin(np.arange(24000) * 2 * np.pi * 440 / 24000)
    facts.write_audio(folder / "w.flac", tone.astype(np.float32), 24000, {})
    return folder


def cut(folder: Path, **changes: Any) -> Path:
    """Pieces of 11, 1, 2 and 9 frames: with transitions of one frame, longer and shorter than any encoder holds."""
    shots = (
        Shot("a.png", "Image", 12, camera=_PUSH, transition=Transition("dissolve", 1)),
        Shot("b.png", "Image", 3, chapter="Second & <last>"),
        Shot("a.png", "Image", 9, camera=_PUSH),
    )
    captions = (Caption(3, 9, "Hello <sea> & all"), Caption(9, 14, "Two\nlines"))
    film = Timeline(Fraction(24000, 1001), shots, (), captions, "Sea & <film>")
    save(replace(film, **changes), folder / "cut.otio")
    return folder / "cut.otio"


def desk(folder: Path, name: str = "w", **more: Any) -> Work:
    (folder / name / "parts").mkdir(parents=True, exist_ok=True)
    return Work(folder=folder / name, parts=folder / name / "parts", **{"threads": 2, **more})


def ffmpeg(*words: str) -> tuple[int, str]:
    import imageio_ffmpeg

    done = subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def shown(path: Path) -> tuple[list[Fraction], list[np.ndarray]]:
    """Moments in seconds and luma of all frames."""
    import av

    with av.open(str(path)) as film:
        found = [(f.pts * f.time_base, f.reformat(format="yuv420p").to_ndarray()[:90]) for f in film.decode(video=0)]
    return [moment for moment, _ in found], [picture for _, picture in found]
