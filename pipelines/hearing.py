"""Any file's sound as 48 kHz stereo, straight into a memory map."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.loudness import RATE
from studio.errors import PersonError
from studio.given import READERS
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np


def has_sound(path: Path) -> bool:
    """Whether a file that can be opened has a stream of sound."""
    import av

    try:
        with av.open(str(path.absolute()), options=READERS, metadata_errors="ignore") as container:
            return bool(container.streams.audio)
    except (av.FFmpegError, OSError, ValueError):
        return False


def pieces(path: Path, work: Work, *, start: float = 0.0, seconds: float | None = None) -> "Iterator[np.ndarray]":
    """Sound from `start` on, a stretch at a time, each float32 of shape (n, 2).

    It begins where the file's own clock reads `start` (a stream that begins late is led in by silence) and ends
    with the file or after `seconds`. Damaged stretches are passed over. Raises PersonError when nothing can be read.
    """
    import av

    most = None if seconds is None else round(seconds * RATE)
    heard = False
    try:
        with av.open(str(path.absolute()), options=READERS, metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise PersonError(f"'{path.name}' has no sound.")
            for piece in _resampled(container, start, most, work):
                heard = True
                yield piece
    except av.FFmpegError as error:
        raise PersonError(f"The sound of '{path.name}' cannot be read: {error}. Give another file.") from error
    if not heard and not start:
        raise PersonError(f"The sound of '{path.name}' cannot be read: nothing in it can be decoded.")


def hear(path: Path, work: Work, *, start: float = 0.0, seconds: float | None = None) -> "np.ndarray":
    """All of `pieces` as one read-only array of shape (n, 2), on disk beside the step. A second call is a look-up."""
    import numpy as np

    raw = work.path(f"heard-{path.name}-{round(start * RATE)}-{'all' if seconds is None else round(seconds * RATE)}")
    if not raw.exists():
        part = raw.with_name(raw.name + ".part")
        with part.open("wb") as out:
            for piece in pieces(path, work, start=start, seconds=seconds):
                out.write(piece.tobytes())
        part.replace(raw)
    if not raw.stat().st_size:
        return np.zeros((0, 2), np.float32)
    return np.memmap(raw, np.float32, "r").reshape(-1, 2)


def _resampled(container: Any, start: float, most: int | None, work: Work) -> "Iterator[np.ndarray]":
    """Decoded and resampled sound from `start` on, until `most` samples are there."""
    import av
    import numpy as np

    stream = container.streams.audio[0]
    resampler = av.AudioResampler(format="flt", layout="stereo", rate=RATE)
    zero = float((container.start_time or 0) / av.time_base)
    if start > 1:
        container.seek(int((start + zero - 0.5) * av.time_base))
    at: int | None = None  # where the next samples belong, counted from `start`
    given = 0
    for frame in _frames(container, stream):
        work.check()
        if at is None:
            if frame is None:
                return  # nothing was ever decoded
            at = round((float(frame.time or 0.0) - zero - start) * RATE)
            lead = at if most is None else min(at, most)
            for begin in range(0, lead, RATE):
                yield np.zeros((min(RATE, lead - begin), 2), np.float32)
            given = max(0, lead)
        for piece in resampler.resample(frame):
            samples = piece.to_ndarray().reshape(-1, 2)[max(0, -at) :]
            at += piece.samples
            if most is not None:
                samples = samples[: most - given]
            given += len(samples)
            yield samples
        if most is not None and given >= most:
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
