"""What can be measured of a finished film: its streams, dark and unmoving stretches, loudness, clipping, silence."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.sound.hearing import pieces
from pipelines.sound.loudness import RATE, Meter, true_peaks
from studio.errors import PersonError
from studio.given import opened
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np

Stretch = tuple[float, float]  # begin and end in seconds

EVERY = 0.2  # seconds between the pictures looked at
_DARK, _DARKEST = 24.0, 40.0  # mean and near-highest luma, of 16 to 235, under which a picture is black
_LAG = 5  # pictures: each is compared with the one a second before
_MOVED = 0.3  # levels of luma that differ on average when anything moves
_CAPTIONED = 0.72  # captions change below this share of the height and are not movement
_SILENT = -55.0  # LUFS
_CLIPPED = 0.999


@dataclass(frozen=True)
class Streams:
    seconds: float
    width: int
    height: int
    rate: Fraction
    codec: str
    sound_codec: str | None
    sound_rate: int
    channels: int
    sound_seconds: float


@dataclass(frozen=True)
class Pictures:
    """`shown` is the time of the last picture; `damaged` counts packets that could not be decoded."""

    shown: float
    black: tuple[Stretch, ...]
    still: tuple[Stretch, ...]
    damaged: int


@dataclass(frozen=True)
class Sound:
    """`clipped`: where runs of three or more samples stand at full scale; `peak` in dBTP."""

    loudness: float
    peak: float
    clipped: tuple[float, ...]
    silent: tuple[Stretch, ...]


def streams(film: Path) -> Streams:
    """What the file says of itself. Raises PersonError when it is no film that can be opened."""
    import av

    try:
        with opened(film) as container:
            if not container.streams.video:
                raise PersonError(f"The film '{film.name}' has no pictures. Render it again.")
            picture = container.streams.video[0]
            sound = container.streams.audio[0] if container.streams.audio else None
            return Streams(
                seconds=_seconds(picture) or float((container.duration or 0) / av.time_base),
                width=picture.codec_context.width,
                height=picture.codec_context.height,
                rate=Fraction(picture.average_rate or picture.guessed_rate or 0),
                codec=picture.codec_context.name,
                sound_codec=sound.codec_context.name if sound else None,
                sound_rate=sound.codec_context.sample_rate if sound else 0,
                channels=sound.codec_context.channels if sound else 0,
                sound_seconds=_seconds(sound) if sound else 0.0,
            )
    except (av.FFmpegError, OSError, ValueError) as error:
        raise PersonError(f"The film '{film.name}' cannot be opened: it is damaged or no film.") from error


def _seconds(stream: Any) -> float:
    return float(stream.duration * stream.time_base) if stream.duration else 0.0


# ---------------------------------------------------------------- pictures


def pictures(film: Path, seconds: float, work: Work) -> Pictures:
    """Look at five small pictures a second. Pictures no other leans on are not even decoded, nor is any smoothed."""
    import av
    import numpy as np

    times: list[float] = []
    dark: list[bool] = []
    still: list[bool] = []
    recent: list[np.ndarray] = []
    damaged, shown = 0, 0.0
    with opened(film) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONREF"
        stream.codec_context.options |= {"skip_loop_filter": "all", "flags2": "fast"}
        stream.codec_context.thread_count = max(1, work.threads)
        zero = float((stream.start_time or 0) * (stream.time_base or 0))
        for packet in container.demux(stream):
            try:
                frames = packet.decode()
            except av.FFmpegError:
                damaged, frames = damaged + 1, []
            for frame in frames:
                now = float(frame.time or 0.0) - zero
                shown = max(shown, now)
                if times and now < times[-1] + EVERY - 0.01:
                    continue
                work.progress(0.7 * min(1.0, now / max(seconds, 0.1)), "Looking at the film")
                small = _luma(frame)
                dark.append(_black(small))
                upper = small[: int(small.shape[0] * _CAPTIONED)]
                still.append(len(recent) == _LAG and float(np.abs(upper - recent[0]).mean()) < _MOVED)
                recent = [*recent[-(_LAG - 1) :], upper]
                times.append(now)
    unmoving = [(begin - _LAG * EVERY, end) for begin, end in stretches(times, still)]
    return Pictures(shown, stretches(times, dark), tuple((max(0.0, b), e) for b, e in unmoving), damaged)


def _luma(frame: Any) -> "np.ndarray":
    """Brightness on a coarse raster, float32, as limited-range luma."""
    import numpy as np

    if frame.format.name not in ("yuv420p", "yuv422p", "yuv444p", "nv12"):
        frame = frame.reformat(format="yuv420p")
    plane = frame.planes[0]
    luma = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
    step = max(1, min(luma.shape) // 120)
    small = luma[: luma.shape[0] // step * step, : luma.shape[1] // step * step : step]
    return small.reshape(-1, step, small.shape[1]).mean(axis=1, dtype=np.float32)


def _black(small: "np.ndarray") -> bool:
    import numpy as np

    return float(small.mean()) < _DARK and float(np.percentile(small, 99.5)) < _DARKEST


def stretches(times: "list[float] | np.ndarray", marks: "list[bool] | np.ndarray") -> tuple[Stretch, ...]:
    """(begin, end) of each run of marked moments; a run ends when the next moment begins."""
    found: list[Stretch] = []
    begin: float | None = None
    for time, mark in zip(times, marks, strict=True):
        if mark and begin is None:
            begin = float(time)
        elif not mark and begin is not None:
            found.append((begin, float(time)))
            begin = None
    if begin is not None:
        found.append((begin, float(times[-1]) + EVERY))
    return tuple(found)


# ---------------------------------------------------------------- sound


def sound(film: Path, seconds: float, work: Work) -> Sound:
    """Loudness, true peak, clipping and silence. Raises PersonError when the sound cannot be decoded."""
    import numpy as np

    meter, peak, clipped, at = Meter(), 0.0, [], 0
    tail = np.zeros((0, 2), np.float32)
    for block in _seconds_of(pieces(film, work)):
        work.progress(0.7 + 0.25 * min(1.0, at / RATE / max(seconds, 0.1)), "Listening to the film")
        meter.add(block)
        wide = np.concatenate([tail, block])
        top = float(np.abs(wide).max(initial=0.0))
        peak = max(peak, float(true_peaks(wide).max()) if top > 0.5 else top)
        full = (np.abs(wide) >= _CLIPPED).any(axis=1)
        if (full[2:] & full[1:-1] & full[:-2]).any():
            clipped.append(max(0.0, (at - len(tail) + int(full.argmax())) / RATE))
        at += len(block)
        tail = block[-64:]
    heard = meter.read()
    times = np.arange(len(heard.momentary)) / 10
    silent = [(b, e + 0.3) for b, e in stretches(times, heard.momentary < _SILENT)]
    decibels = float(20 * np.log10(peak)) if peak > 0 else float("-inf")
    return Sound(heard.integrated, decibels, tuple(clipped), tuple(silent))


def _seconds_of(parts: Any) -> Any:
    """The same sound in blocks of about a second: cheaper to measure than a codec's small frames."""
    import numpy as np

    kept: list[np.ndarray] = []
    size = 0
    for part in parts:
        kept.append(part)
        size += len(part)
        if size >= RATE:
            yield np.concatenate(kept)
            kept, size = [], 0
    if size:
        yield np.concatenate(kept)
