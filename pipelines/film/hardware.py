"""Encoders on a graphics card: used only where they prove, in a process of their own, that they work at this size."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

import av
import numpy as np

from pipelines.film.encoding import Encoding, add_copied, encode_piece, encoding, packets
from pipelines.film.formats import Codec
from pipelines.film.planes import Planes

_MAKERS: dict[Codec, tuple[str, ...]] = {
    "h264": ("h264_nvenc", "h264_videotoolbox", "h264_qsv", "h264_amf"),
    "h265": ("hevc_nvenc", "hevc_videotoolbox", "hevc_qsv", "hevc_amf"),
    "av1": ("av1_nvenc", "av1_qsv", "av1_amf"),
}
_LENGTHS = (1, 2, 9)  # frames of the pieces in the proof
_NEAR = 6.0  # levels that the decoded picture may differ from the drawn one, on average
_PATIENCE = 30  # seconds that a driver may take


def hardware_for(codec: Codec, size: tuple[int, int], rate: Fraction, note: Callable[[str], None]) -> str:
    """The first encoder on a graphics card that works for this codec and size; "" when none does, which is noted."""
    for name in _MAKERS.get(codec, ()):
        if name in av.codecs_available and _works(name, codec, size, rate):
            return name
    why = "works here at this size" if codec in _MAKERS else f"makes {codec}"
    note(f"No graphics card {why}; the film was encoded by the processor.")
    return ""


@lru_cache(maxsize=256)
def _works(name: str, codec: Codec, size: tuple[int, int], rate: Fraction) -> bool:
    """A driver that crashes or hangs must not take the studio with it, so the proof is another process."""
    words = [name, codec, *map(str, size), str(rate)]
    root = Path(__file__).resolve().parents[2]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pipelines.film.hardware", *words],
            cwd=root, capture_output=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def proves(settings: Encoding, size: tuple[int, int], rate: Fraction) -> bool:
    """Whether pieces of these settings can be joined and, decoded by the processor, show what was drawn."""
    starts = [sum(_LENGTHS[:i]) for i in range(len(_LENGTHS))]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{i}.mp4") for i in range(len(_LENGTHS))]
        try:
            for path, start, length in zip(paths, starts, _LENGTHS, strict=True):
                encode_piece(path, range(start, start + length), _draw, size, rate, settings, lambda: None)
            shown = _joined(paths, starts, rate, settings, Path(folder, "all.mp4"))
        except (av.FFmpegError, OSError, RuntimeError, ValueError):
            return False
    drawn = Planes(*(np.empty((size[1] // d, size[0] // d), np.uint8) for d in (1, 2, 2)))
    for n, picture in enumerate(shown):
        _draw(n, drawn)
        if np.abs(picture.astype(int) - drawn.y).mean() > _NEAR:
            return False
    return len(shown) == sum(_LENGTHS)


def _draw(n: int, target: Planes) -> None:
    """A soft ramp that wanders, with a bright bar that tells the frame."""
    for plane in target.all:
        across = np.linspace(60, 180, plane.shape[1]) + 2 * n
        plane[:] = across.astype(np.uint8)
    wide = target.y.shape[1]
    at = wide * n // (sum(_LENGTHS) + 1)
    target.y[:, at : at + max(4, wide // 16)] = 230


def _joined(paths: list[Path], starts: list[int], rate: Fraction, settings: Encoding, path: Path) -> list[np.ndarray]:
    """The luma of all frames of the pieces joined as a film is."""
    with av.open(str(path), "w", format="mp4") as film:
        picture = add_copied(film, paths[0], settings)
        for packet in packets(paths, starts, picture, rate, settings):
            film.mux(packet)
    with av.open(str(path)) as film:
        return [f.reformat(format="yuv420p").to_ndarray()[: f.height] for f in film.decode(video=0)]


if __name__ == "__main__":
    asked, codec, width, height, rate = sys.argv[1:]
    assert codec in get_args(Codec)
    fine = proves(encoding(cast(Codec, codec), "good", asked), (int(width), int(height)), Fraction(rate))
    sys.exit(0 if fine else 1)
