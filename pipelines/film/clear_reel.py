"""A new video with nothing behind it: frames with alpha, kept without loss, to lay over a film.

Drawn letters and charts are flat and mostly empty: run lengths keep them small and sharp, in a ninth of the time.
Footage that was cut out (retouch/clip.py) is full of grain, of which they would make 40 times the bytes of VP9; and VP9
halves the sides of the colours, which blurs letters. So each has its own.
"""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from studio import facts
from studio.whole import appearing


def write_clear(path: Path, pictures: Iterable[NDArray[np.uint8]], size: tuple[int, int], rate: Fraction,
                about: facts.Facts) -> Path:  # fmt: skip
    """Encode pictures, uint8 (h, w, 4) RGBA, colours not weighted by alpha, as QuickTime Animation in a .mov; returns
    `path`, which appears only when whole. Raises OSError when the disk is full."""
    with appearing(path) as waiting, av.open(str(waiting), "w", format="mov") as film:
        film.metadata["comment"] = facts.pack(about)
        stream = film.add_stream("qtrle", rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "argb"
        for number, pixels in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(pixels, format="rgba").reformat(format="argb")
            frame.pts, frame.time_base = number, 1 / rate
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))
    return path
