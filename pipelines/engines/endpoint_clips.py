"""A clip as a server sent it, made one of ours: whatever it is packed in, cut to shape, as long as was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence

from pipelines.engines.endpoint_answers import no_words
from pipelines.engines.endpoint_calls import Answer
from pipelines.engines.endpoint_server import Server
from pipelines.engines.video import length_of
from pipelines.film.reel import write_video
from studio import facts
from studio.given import opened
from studio.work import Work

_LEAST, _MOST = 32, 8_400_000  # pixels of the shorter side; of a frame (4K)
_FRAMES, _USUAL = 3000, Fraction(16)
_FASTEST = 120
_STILLS = (".gif", ".webp")  # animations that Pillow reads; libav knows no moving WebP
_BROKEN = (av.FFmpegError, OSError, ValueError, SyntaxError, IndexError, EOFError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Clip:
    """A clip's file, looked through once: frames of `size` (w, h), `count` of them, `rate` a second."""

    path: Path
    size: tuple[int, int]
    rate: Fraction
    count: int

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """RGB, uint8 (h, w, 3), in order."""
        if self.path.suffix in _STILLS:
            with Image.open(self.path, formats=("GIF", "WEBP")) as image:
                for each in ImageSequence.Iterator(image):
                    yield np.asarray(each.convert("RGB"))
            return
        with opened(self.path) as container:
            for frame in container.decode(container.streams.video[0]):
                yield frame.to_ndarray(format="rgb24")


def finished(
    answer: Answer, name: str, server: Server, shape: tuple[int, int], seconds: float, about: facts.Facts, work: Work
) -> Path:
    """The clip in an answer's body as an MP4 without sound: `shape` (width to height), `seconds` long, with facts.

    It is cut to the shape, never stretched nor enlarged. `name` tells, by its suffix, how it is packed. Raises Unfit: a
    web page, an error in JSON, nothing, a file that cannot be played, that is too large or too long.
    """
    no_words(answer, server, "clip")
    suffix = Path(name).suffix.lower()
    path = work.path("answer" + (suffix if suffix in (".webm", ".mkv", ".mov", *_STILLS) else ".mp4"))
    path.write_bytes(answer.body)
    try:
        clip = _seen(path, server, work)
        length = length_of(seconds, clip.rate, clip.count)
        if length.rate < clip.rate or length.held > 0:
            work.note(
                f"The image server's clip lasts {float(clip.count / clip.rate):.1f} s: for {seconds:g} s it plays at "
                f"{float(length.rate / clip.rate):.2f} of its speed"
                + (", then it stands still." if length.held else ".")
            )
        size = _within(shape, clip.size)
        pictures = _shown(clip, length.frames, size, work)
        return write_video(work.path("clip.mp4"), pictures, size, length.rate, about)
    finally:
        path.unlink(missing_ok=True)


def _seen(path: Path, server: Server, work: Work) -> Clip:
    """Look through a clip once, so that nothing is written of one that breaks off."""
    try:
        size, rate = _measured(path)
        if not _LEAST**2 <= size[0] * size[1] <= _MOST or min(size) < _LEAST:
            raise server.unfit(
                f"sent a clip of {size[0]} × {size[1]}, which is no use here. Check its graph.", once=True
            )
        count = 0
        for _ in Clip(path, size, rate, 0).frames():
            work.check()
            count += 1
            if count > _FRAMES:
                raise server.unfit(f"sent a clip of more than {_FRAMES:,} frames. Make its graph shorter.", once=True)
    except _BROKEN as error:
        raise server.unfit("sent something that cannot be played as a clip. Try again.", once=True) from error
    if not count:
        raise server.unfit("sent a clip without a single frame. Check its graph.", once=True)
    return Clip(path, size, rate, count)


def _measured(path: Path) -> tuple[tuple[int, int], Fraction]:
    """(width, height) and frames a second, as the file's head tells them. Raises one of _BROKEN."""
    if path.suffix in _STILLS:
        with Image.open(path, formats=("GIF", "WEBP")) as image:
            if image.width * image.height > _MOST:
                return image.size, _USUAL
            image.seek(min(1, getattr(image, "n_frames", 1) - 1))
            lasts = image.info.get("duration") or 0
            return image.size, _sensible(Fraction(1000) / Fraction(lasts) if lasts else None)
    with opened(path) as container:
        stream: Any = container.streams.video[0]
        return (stream.width, stream.height), _sensible(stream.average_rate)


def _sensible(rate: Fraction | None) -> Fraction:
    return Fraction(rate).limit_denominator(1001) if rate and 1 <= rate <= _FASTEST else _USUAL


def _within(shape: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """The largest even sides of this shape within `size`."""
    scale = min(size[0] / shape[0], size[1] / shape[1])
    return max(2, int(shape[0] * scale / 2 + 1e-6) * 2), max(2, int(shape[1] * scale / 2 + 1e-6) * 2)


def _shown(clip: Clip, frames: int, size: tuple[int, int], work: Work) -> Iterator[NDArray[np.uint8]]:
    """So many frames, cut about their middle, the last held."""
    last: NDArray[np.uint8] | None = None
    number = 0
    for pixels in clip.frames():
        if number >= frames:
            return
        last = np.ascontiguousarray(np.asarray(ImageOps.fit(Image.fromarray(pixels), size, Image.Resampling.LANCZOS)))
        yield last
        number += 1
        work.progress(0.9 + 0.1 * number / frames, "writing the clip")
    while last is not None and number < frames:
        work.check()
        yield last
        number += 1
