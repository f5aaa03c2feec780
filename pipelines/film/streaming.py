"""A cut as a film that is watched while it is made: fragmented MP4 from any moment on, drawn as the render draws it."""

from collections.abc import Callable, Generator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from pipelines.film import planes as p
from pipelines.film.frames import frame_target
from pipelines.film.heard import Heard
from pipelines.film.stages import STAGES, Stage, loaded
from pipelines.sound.loudness import RATE
from studio.timeline import Timeline
from studio.work import Work

_FRAGMENT = 0.1  # seconds
_KEY = 2.0  # seconds from one key picture to the next, where a player may begin
_SLACK = 0.002  # seconds: a moment written with three digits may lie a little before the frame that is meant
_BLOCK = 1024  # samples of an AAC frame; as many come before the first that is heard
_PICTURE = {"preset": "ultrafast", "tune": "zerolatency", "crf": "24", "threads": "1"}


def sides(height: int, shape: float) -> tuple[int, int]:
    """Even sides of a preview: `shape` is width to height."""
    return p.even(height * shape), p.even(height)


def stream(cut: Path, work: Work, *, start_seconds: float = 0.0, seconds: float | None = None, height: int = 360,
           shape: float = 16 / 9, music: Path | None = None,
           captions: bool = True) -> Generator[bytes, None, None]:  # fmt: skip
    """The cut from a moment on as fragmented MP4 (H.264, AAC), a tenth of a second at a time.

    Times in the stream count from the frame that shows at `start_seconds`. The pictures are the film's own, captions
    included. The sound is the film's, levelled over the whole of it; while that is still being mixed the stream is
    silent, and the sound comes up when it is there: the picture never waits. Closing the generator stops it at once.

    Raises PersonError here, before the first byte, when the cut or a file is missing, and from the generator, naming
    the shot, when one cannot be shown; Cancelled when the work is.
    """
    stage = STAGES.open(cut, sides(height, shape), work, captions)
    first, last = span(stage.timeline, start_seconds, seconds)
    heard = Heard(stage.timeline, cut.parent, music, work)
    return _fragments(stage, heard, first, last, work.check)


def span(timeline: Timeline, start_seconds: float, seconds: float | None) -> tuple[int, int]:
    """The film frames [first, last) of a stretch; at least one, the last one for a start past the end."""
    first = min(max(0, int((start_seconds + _SLACK) * timeline.rate)), timeline.frames - 1)
    if seconds is None:
        return first, timeline.frames
    return first, min(timeline.frames, first + max(1, round(seconds * timeline.rate)))


def _fragments(stage: Stage, heard: Heard, first: int, last: int,
               check: Callable[[], None]) -> Generator[bytes, None, None]:  # fmt: skip
    rate = stage.timeline.rate
    try:
        heard_from, samples = round(first * RATE / rate), round((last - first) * RATE / rate)
        with stage.lent() as lent, _Fragments(stage.size, rate, heard, heard_from, samples) as out:
            for place, n in enumerate(range(first, last)):
                check()
                frame = av.VideoFrame(*stage.size, "yuv420p")
                lent.screen.draw(n, frame_target(frame))
                frame.pts, frame.time_base, frame.duration = place, 1 / rate, 1
                out.show(frame, round((place + 1) * RATE / rate))
                if data := out.taken():
                    yield data
            out.end()
            yield out.taken()
    finally:
        heard.close()


class _Sink:
    """A file that can only be written, forwards; what was written is taken from it."""

    def __init__(self) -> None:
        self._data: list[bytes] = []

    def write(self, data: Any) -> int:
        self._data.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        data, self._data = b"".join(self._data), []
        return data


class _Fragments:
    """An MP4 whose fragments can be taken as they are finished."""

    def __init__(self, size: tuple[int, int], rate: Fraction, heard: Heard, sample: int, samples: int) -> None:
        """`sample`: that of the film at which the stream begins; `samples`: how many it lasts."""
        self._heard, self._sample, self._samples, self._fed = heard, sample, samples, 0
        self._sink = _Sink()
        options = {
            "movflags": "empty_moov+default_base_moof",
            "frag_duration": str(round(_FRAGMENT * 1e6)),
            "flush_packets": "1",
        }
        self._file: Any = av.open(self._sink, "w", format="mp4", options=options)
        settings = {**_PICTURE, "g": str(round(_KEY * rate))}
        self._picture = self._file.add_stream("libx264", rate=rate, options=settings)
        self._picture.width, self._picture.height, self._picture.pix_fmt = *size, "yuv420p"
        context = self._picture.codec_context
        context.thread_count = 1
        context.colorspace, context.color_primaries, context.color_trc, context.color_range = 1, 1, 1, 1
        self._sound = self._file.add_stream("aac", rate=RATE, options={"aac_coder": "fast"})
        self._sound.bit_rate, self._sound.layout = 128_000, "stereo"

    def __enter__(self) -> "_Fragments":
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def show(self, frame: Any, samples: int) -> None:
        """Take in a picture, and the sound up to so many samples from the stream's beginning."""
        self._file.mux(self._picture.encode(frame))
        self._hear(samples + 2 * _BLOCK)

    def end(self) -> None:
        self._hear(self._samples)
        self._file.mux(self._picture.encode(None))
        self._file.mux(self._sound.encode(None))
        self._file.close()

    def taken(self) -> bytes:
        """What is finished since it was last asked for."""
        return self._sink.take()

    def _hear(self, samples: int) -> None:
        """Sound up to there. The encoder puts a block of its own before the first; in a stream nothing tells players to
        leave that out, so that the first block of the sound is left out instead and all lie where they belong."""
        while self._fed + _BLOCK < min(samples, self._samples):
            at = self._fed + _BLOCK
            frame = av.AudioFrame.from_ndarray(self._heard.read(self._sample + at, _BLOCK), "fltp", "stereo")
            frame.sample_rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
            self._fed = at
            self._file.mux(self._sound.encode(frame))


def frame_at(cut: Path, n: int, work: Work, *, height: int = 360, shape: float = 16 / 9,
             captions: bool = True) -> p.Planes:  # fmt: skip
    """Film frame `n` of a cut, as the render draws it; past the end the last. Errors as `stream`."""
    return STAGES.open(cut, sides(height, shape), work, captions).frame(n, work)


def frame_number(cut: Path, seconds: float) -> int:
    """The film frame that shows at a moment; past the end the last."""
    return span(loaded(cut), seconds, None)[0]


def jpeg(picture: p.Planes, quality: int = 86) -> bytes:
    """A frame as a JPEG."""
    _, data = cv2.imencode(
        ".jpg", np.ascontiguousarray(p.to_rgb(picture)[..., ::-1]), [cv2.IMWRITE_JPEG_QUALITY, quality]
    )
    return data.tobytes()
