"""Any file's sound as 48 kHz stereo, a stretch at a time, kept on disk so that hours take no memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.sound.loudness import RATE
from pipelines.sound.waves import Wave, keep, mark
from studio.errors import PersonError
from studio.given import opened, short
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np

_SLIP = RATE // 20  # samples: a stream's clock may be that far from the count of its samples before it is put right
_JUMP = 60 * RATE  # a leap of the clock beyond this is a damaged timestamp
_UNINDEXED = {"mp3", "aac", "ac3", "eac3", "amr", "dts"}  # ffmpeg guesses where a moment lies in these
_LOUDEST = 64.0  # 36 dB over full scale: more is damage


def has_sound(path: Path) -> bool:
    """Whether a file that can be opened has a stream of sound."""
    import av

    try:
        with opened(path) as container:
            return bool(container.streams.audio)
    except (av.FFmpegError, OSError, ValueError):
        return False


def hear(path: Path, work: Work, *, start: float = 0.0, seconds: float | None = None) -> Wave:
    """All of `pieces`, kept beside the step. A second call is a look-up."""
    raw = work.path(f"heard-{mark(path)}-{round(start * RATE)}-{'all' if seconds is None else round(seconds * RATE)}")
    if raw.exists():
        return Wave(raw, raw.stat().st_size // 8)
    return keep(pieces(path, work, start=start, seconds=seconds), raw)


def pieces(path: Path, work: Work, *, start: float = 0.0, seconds: float | None = None) -> "Iterator[np.ndarray]":
    """Sound from `start` on, a stretch at a time, each float32 of shape (n, 2).

    It begins where the file's own clock reads `start` (a stream that begins late is led in by silence) and ends
    with the file or after `seconds`. Damaged stretches are silent, so that what follows keeps its place.
    Raises PersonError when nothing can be read.
    """
    import av

    most = None if seconds is None else round(seconds * RATE)
    given = 0
    try:
        for piece in _straight(path, start, most, work):
            given += len(piece)
            yield piece
    except _NotSo:
        left = None if most is None else most - given
        try:
            with opened(path) as container:
                if not container.streams.audio:
                    raise PersonError(f"'{path.name}' has no sound.") from None
                for piece in _first(_together(_decoded(container, start + given / RATE, work)), left):
                    given += len(piece)
                    yield _sane(piece)
        except (av.FFmpegError, OSError, ValueError) as error:
            raise _unheard(path) from error
    if not given and not start:
        raise _unheard(path)


def _unheard(path: Path) -> PersonError:
    name = short(path)
    if not path.exists():
        return PersonError(f"its file '{name}' is missing. Give it again.")
    return PersonError(f"The sound of '{name}' cannot be read: it is damaged, empty or of another kind. Give another.")


def _first(sound: "Iterator[np.ndarray]", most: int | None) -> "Iterator[np.ndarray]":
    """At most so many samples."""
    for piece in sound:
        if most is None:
            yield piece
            continue
        if piece.size:
            yield piece[:most]
        most -= len(piece)
        if most <= 0:
            return


def _together(sound: "Iterator[np.ndarray]") -> "Iterator[np.ndarray]":
    """The small pieces that packets hold, joined to half a second."""
    import numpy as np

    held: list[np.ndarray] = []
    count = 0
    for piece in sound:
        held.append(piece)
        count += len(piece)
        if count >= RATE // 2:
            yield np.concatenate(held)
            held, count = [], 0
    if held:
        yield np.concatenate(held)


def _sane(sound: "np.ndarray") -> "np.ndarray":
    """The sound without what is no number, and nothing beyond all measure."""
    import numpy as np

    if np.dot(sound.reshape(-1), sound.reshape(-1)) < _LOUDEST**2:  # false for NaN too
        return sound
    return np.clip(np.nan_to_num(sound, nan=0.0, posinf=0.0, neginf=0.0), -_LOUDEST, _LOUDEST)


# ---------------------------------------------------------------- plain files, straight


class _NotSo(Exception):
    """libsndfile cannot go on with this file; ffmpeg may."""


def _straight(path: Path, start: float, most: int | None, work: Work) -> "Iterator[np.ndarray]":
    """FLAC and WAV by libsndfile and soxr, in a fraction of the time that packets take."""
    import numpy as np
    import soundfile
    import soxr

    if not _plain(path):
        raise _NotSo
    try:
        with soundfile.SoundFile(path) as file:
            rate, channels = file.samplerate, file.channels
            if channels > 2 or not 4000 <= rate <= 400_000 or not file.frames:
                raise _NotSo
            if round(start * rate) >= file.frames:
                return
            file.seek(round(start * rate))
            same = rate == RATE
            turn = None if same else soxr.ResampleStream(rate, RATE, channels, dtype="float32")
            # A little more than asked for, so that the resampler is not at its end where the sound goes on.
            least = file.frames if most is None else -(-most * rate // RATE) + rate // 20
            left, given = min(file.frames - file.tell(), least), 0
            while left > 0:
                work.check()
                block = file.read(min(left, rate), dtype="float32", always_2d=True)
                if not len(block):
                    raise _NotSo
                left -= len(block)
                block = _sane(block)
                if turn:
                    block = np.asarray(turn.resample_chunk(block, last=left <= 0)).reshape(-1, channels)
                block = np.repeat(block, 2, axis=1) if channels == 1 else block
                if most is not None:
                    block = block[: most - given]
                given += len(block)
                yield block
    except (soundfile.LibsndfileError, RuntimeError, OSError) as error:
        raise _NotSo from error


def _plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return False
    return head[:4] == b"fLaC" or (head[:4] == b"RIFF" and head[8:] == b"WAVE")


# ---------------------------------------------------------------- everything else, by its packets


def _decoded(container: Any, start: float, work: Work) -> "Iterator[np.ndarray]":
    """Decoded and resampled sound from `start` on, in its place by the stream's clock."""
    import av
    import numpy as np

    stream = container.streams.audio[0]
    zero = float((container.start_time or 0) / av.time_base)
    skipped = start + zero - 0.5 if start > 1 else float("-inf")
    if start > 1 and container.format.name not in _UNINDEXED:
        container.seek(int(skipped * av.time_base))
    turn: Any = None
    at: int | None = None  # where the next decoded samples belong, counted from `start`
    drop = 0
    for frame in _frames(container, stream, skipped, work):
        if frame is None:
            if at is not None:
                yield from _turned(turn, None, [drop])
            return
        told = None if frame.time is None else round((float(frame.time) - zero - start) * RATE)
        leap = (told or 0) if at is None else 0 if told is None else told - at
        if at is None or _SLIP < abs(leap) < _JUMP:
            at = (at or 0) + leap
            drop += max(0, -leap)
            for begin in range(0, leap, RATE):
                yield np.zeros((min(RATE, leap - begin), 2), np.float32)
        at += round(frame.samples * RATE / (frame.sample_rate or RATE))
        dropping = [drop]
        turn = turn or _turner(frame)
        try:
            yield from _turned(turn, frame, dropping)
        except ValueError:  # the stream changed its rate or layout on the way
            turn = _turner(frame)
            yield from _turned(turn, frame, dropping)
        drop = dropping[0]


def _turner(frame: Any) -> Any:
    """Makes 48 kHz stereo of frames like this one; one channel stays one, for ffmpeg would turn it down by 3 dB."""
    import av

    return av.AudioResampler(format="fltp", layout="mono" if frame.layout.nb_channels == 1 else "stereo", rate=RATE)


def _turned(turn: Any, frame: Any, drop: list[int]) -> "Iterator[np.ndarray]":
    """A frame resampled; the first `drop[0]` samples are left out and counted down."""
    import numpy as np

    for piece in turn.resample(frame):
        samples = piece.to_ndarray()
        samples = samples.T if len(samples) == 2 else samples.reshape(-1, piece.layout.nb_channels)
        samples = samples if samples.shape[1] == 2 else np.repeat(samples, 2, axis=1)
        out = min(drop[0], len(samples))
        drop[0] -= out
        if out < len(samples):
            yield samples[out:]


def _frames(container: Any, stream: Any, after: float, work: Work) -> Iterator[Any]:
    """Each frame of the packets after that moment that can be decoded, then None."""
    import av

    packets = container.demux(stream)
    while True:
        work.check()
        try:
            packet = next(packets)
            end = None if packet.pts is None or not packet.duration else packet.pts + packet.duration
            if end is not None and float(end * packet.time_base) < after:
                continue
            frames = packet.decode()
        except StopIteration:
            break
        except (av.FFmpegError, IndexError):
            continue  # one damaged packet is no reason to lose the rest
        yield from frames
    yield None


def length(path: Path, work: Work) -> float:
    """How many seconds of sound a file holds, by what it says of itself or else by listening to it.

    Raises PersonError when it has none.
    """
    import av
    import soundfile

    try:
        about = soundfile.info(str(path))
        if about.frames and about.samplerate:  # a header that was never finished says 0; there may be sound
            return float(about.frames / about.samplerate)
    except (soundfile.LibsndfileError, RuntimeError):
        pass  # of a kind that ffmpeg may know
    try:
        with opened(path) as container:
            if container.streams.audio and container.duration:
                return float(container.duration / av.time_base)
    except (av.FFmpegError, OSError, ValueError):
        pass  # listening says what is wrong with it
    heard = sum(len(piece) for piece in pieces(path, work)) / RATE
    if not heard:
        raise _unheard(path)
    return heard
