"""Any file's sound as 48 kHz stereo, straight into a memory map."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.loudness import RATE
from studio.errors import PersonError
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np


def has_sound(path: Path) -> bool:
    """Whether a file that can be opened has a stream of sound."""
    import av

    try:
        with av.open(str(path)) as container:
            return bool(container.streams.audio)
    except (av.FFmpegError, OSError, ValueError):
        return False


def hear(path: Path, work: Work, *, start: float = 0.0, seconds: float | None = None) -> "np.ndarray":
    """Sound from `start` on as float32 of shape (n, 2), read-only, on disk beside the step.

    It begins where the file's own clock reads `start` (a stream that begins late is led in by silence) and ends
    with the file or after `seconds`. Damaged stretches are passed over. Raises PersonError when nothing can be read.
    """
    import av
    import numpy as np

    raw = work.path(f"heard-{path.stem[:16]}-{round(start * RATE)}-{round((seconds or 0) * RATE)}.f32")
    most = None if seconds is None else round(seconds * RATE)
    try:
        with av.open(str(path)) as container, raw.open("wb") as out:
            if not container.streams.audio:
                raise PersonError(f"'{path.name}' has no sound.")
            _copy(container, out, start, most, work)
    except av.FFmpegError as error:
        raise PersonError(f"The sound of '{path.name}' cannot be read: {error}. Give another file.") from error
    if not raw.stat().st_size:
        if not start:
            raise PersonError(f"The sound of '{path.name}' cannot be read: nothing in it can be decoded.")
        return np.zeros((0, 2), np.float32)
    return np.memmap(raw, np.float32, "r").reshape(-1, 2)


def _copy(container: Any, out: Any, start: float, most: int | None, work: Work) -> None:
    """Decode, resample and write frames from `start` on, until `most` samples are there."""
    import av

    stream = container.streams.audio[0]
    resampler = av.AudioResampler(format="flt", layout="stereo", rate=RATE)
    zero = float((container.start_time or 0) / av.time_base)
    if start > 1:
        container.seek(int((start + zero - 0.5) * av.time_base))
    at: int | None = None  # the place, in samples after `start`, where the next ones belong
    written = 0
    for frame in _frames(container, stream):
        work.check()
        if frame is None and at is None:
            return  # nothing was ever decoded
        if at is None:
            at = round((float(frame.time or 0.0) - zero - start) * RATE)
        for piece in resampler.resample(frame):
            samples = piece.to_ndarray().reshape(-1, 2)
            samples = samples[max(0, -at) :] if at < 0 else samples
            if at > written:
                gap = at - written if most is None else min(at, most) - written
                out.write(bytes(8 * max(0, gap)))
                written += max(0, gap)
            at += piece.samples
            if most is not None:
                samples = samples[: most - written]
            out.write(samples.tobytes())
            written += len(samples)
        if most is not None and written >= most:
            return


def _frames(container: Any, stream: Any) -> Iterator[Any]:
    """Each frame that can be decoded, then None."""
    import av

    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.FFmpegError:
            continue  # one damaged packet is no reason to lose the rest
    yield None
