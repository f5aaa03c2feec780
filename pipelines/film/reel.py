"""A new video from pictures in memory: encoded beside the drawing, with what it says of itself."""

import queue
import threading
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from pipelines.film.encoding import Encoding, add_picture
from studio import facts
from studio.whole import appearing

MASTER = Encoding(crf=14)  # a clip is encoded once more in the film: so finely that one does not see it
_WAITING = 3  # pictures drawn ahead of the encoder
_709, _LIMITED = 1, 1  # libavcodec's numbers


def write_video(path: Path, pictures: Iterable[NDArray[np.uint8]], size: tuple[int, int], rate: Fraction,
                about: facts.Facts, encoding: Encoding = MASTER, layout: str = "rgb24") -> Path:  # fmt: skip
    """Encode pictures, uint8 (h, w, 3) RGB, as an H.264 MP4 in BT.709 without sound; returns `path`.

    `layout` names other pixels of the same kind, as "bgra" (its alpha is not kept). A second thread encodes while the
    next picture is drawn. The file appears under its name only when whole: an error or a cancel raised by `pictures`
    leaves nothing. Sides must be even. Raises OSError when the disk is full.
    """
    with (
        appearing(path) as waiting,
        av.open(str(waiting), "w", format="mp4", options={"movflags": "+faststart"}) as film,
    ):
        film.metadata["comment"] = facts.pack(about)
        _encode(film, add_picture(film, size, rate, encoding), pictures, rate, layout)
    return path


def _encode(film: Any, stream: Any, pictures: Iterable[NDArray[np.uint8]], rate: Fraction, layout: str) -> None:
    ready: queue.Queue[Any] = queue.Queue(_WAITING)
    failed: list[BaseException] = []

    def work() -> None:
        try:
            while (frame := ready.get()) is not None:
                film.mux(stream.encode(_planes(frame, stream)))
            film.mux(stream.encode(None))
        except BaseException as error:  # told to the one who draws
            failed.append(error)
            while ready.get() is not None:
                pass

    encoder = threading.Thread(target=work, name="reel")
    encoder.start()
    try:
        for number, pixels in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(pixels, format=layout)
            frame.pts, frame.time_base = number, 1 / rate
            ready.put(frame)
            if failed:
                break
    finally:
        ready.put(None)
        encoder.join()
    if failed:
        raise failed[0]


def _planes(frame: Any, stream: Any) -> Any:
    """The frame in BT.709, limited range, 4:2:0."""
    made = frame.reformat(format="yuv420p", dst_colorspace=_709, dst_color_range=_LIMITED)
    made.pts, made.time_base = frame.pts, frame.time_base
    made.colorspace, made.color_primaries, made.color_trc, made.color_range = _709, 1, 1, _LIMITED
    return made
