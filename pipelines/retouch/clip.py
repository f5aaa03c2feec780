"""A given video picture by picture, and a new one made of what became of them, with its sound."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from pipelines.film.footage import Footage, Reader, probe
from pipelines.film.formats import AAC, FORMATS, SoundCodec
from pipelines.film.planes import even, to_rgb
from pipelines.film.reel import write_video
from pipelines.film.tracks import encode_track
from pipelines.sound import hearing
from pipelines.sound.loudness import RATE
from studio import facts
from studio.errors import PersonError
from studio.given import short
from studio.sounds import writing
from studio.whole import appearing
from studio.work import Work

Rgb = NDArray[np.uint8]  # (h, w, 3), or (h, w, 4) where it is transparent
Sound = Iterable[NDArray[np.float32]]  # stretches of shape (n, 2) at 48 kHz

MOST_SIDE = 8192  # of a video that is made: H.264 players take no more
_EVERY = 5  # pictures between two words on how far it is
# A clip is encoded once more in the film. Why footage with alpha is not kept as film/clear_reel.py keeps drawings is
# said there. Alpha knows no alternate reference frames.
_CLEAR = {"deadline": "good", "cpu-used": "5", "crf": "14", "b": "0", "row-mt": "0", "auto-alt-ref": "0",
          "lag-in-frames": "0"}  # fmt: skip
_OPUS = FORMATS["webm"].sound


@dataclass(frozen=True)
class Clip:
    """A video that can be read: `size` has even sides, upright; picture n shows from n / rate on."""

    footage: Footage
    size: tuple[int, int]
    frames: int

    @property
    def rate(self) -> Fraction:
        return self.footage.rate


def open_clip(path: Path, work: Work) -> Clip:
    """Look into a video; what is odd about it becomes a note. Raises PersonError when it cannot be read."""
    footage = probe(path)
    for words in footage.notes:
        work.note(words)
    frames = max(1, round(footage.seconds * footage.rate))
    return Clip(footage, (even(footage.width), even(footage.height)), frames)


def check_size(name: str, size: tuple[int, int]) -> None:
    """Raise PersonError when a video of this size could not be played."""
    if max(size) > MOST_SIDE:
        raise PersonError(f"'{name}' would become {size[0]}×{size[1]}; a video can be {MOST_SIDE} across at most.")


def pictures(clip: Clip, work: Work, size: tuple[int, int] | None = None) -> Iterator[Rgb]:
    """Every picture in order, RGB, or RGBA in a video with transparency, at `size` (even) or its own."""
    reader = Reader(clip.footage, *(size or clip.size))
    try:
        for n in range(clip.frames):
            work.check()
            planes = reader.at((n + 0.5) / float(clip.rate))
            rgb = to_rgb(planes)
            yield rgb if reader.alpha is None else clear(rgb, reader.alpha)
            if reader.broken:
                work.note(f"'{short(clip.footage.path)}': {reader.broken[0]}; the picture before it is held.")
    finally:
        reader.close()


def clear(over_black: Rgb, alpha: Rgb) -> Rgb:
    """RGBA of a picture that lies over black, its colours as they are without it."""
    share = np.maximum(alpha[..., None].astype(np.float32) / 255, 1 / 255)
    colour = (over_black / share + 0.5).clip(0, 255).astype(np.uint8)
    return np.dstack([colour, alpha])


def told(frames: Iterable[Rgb], count: int, work: Work) -> Iterator[Rgb]:
    """The same pictures; the person hears how far they are."""
    for n, frame in enumerate(frames):
        if n % _EVERY == 0:
            work.progress(0.97 * n / count, f"picture {n + 1} of {count}")
        yield frame


def own_sound(clip: Clip, work: Work) -> Sound | None:
    """The video's sound, as long as its pictures; None where it has none."""
    if not clip.footage.sound:
        return None
    return hearing.pieces(clip.footage.path, work, seconds=float(clip.frames / clip.rate))


def write(name: str, frames: Iterable[Rgb], size: tuple[int, int], rate: Fraction, about: facts.Facts,
          sound: Sound | None, work: Work, transparent: bool = False) -> Path:  # fmt: skip
    """A video of these pictures with this sound: H.264 and AAC in MP4, or with alpha VP9 and Opus in WebM.

    `transparent`: the pictures are RGBA. Sides are even. It appears under its name only when whole. Raises OSError
    when the disk is full, and what the pictures or the sound raise.
    """
    path = work.path(f"{name}.webm" if transparent else f"{name}.mp4")
    bare = path.with_stem("bare") if sound is not None else path
    if transparent:
        _write_clear(bare, frames, size, rate, about)
    else:
        write_video(bare, frames, size, rate, about)
    if sound is not None:
        work.progress(0.98, "adding the sound")
        _with_sound(bare, sound, path, _OPUS if transparent else AAC, about, work)
        bare.unlink()
    return path


def _write_clear(path: Path, frames: Iterable[Rgb], size: tuple[int, int], rate: Fraction, about: facts.Facts) -> None:
    with appearing(path) as waiting, av.open(str(waiting), "w", format="webm", options=_bit_exact("webm")) as film:
        film.metadata["comment"] = facts.pack(about)
        stream: Any = film.add_stream("libvpx-vp9", rate=rate, options=_CLEAR)
        stream.width, stream.height, stream.pix_fmt = *size, "yuva420p"
        stream.metadata["alpha_mode"] = "1"
        context = stream.codec_context
        context.thread_count = 1
        context.colorspace, context.color_primaries, context.color_trc, context.color_range = 1, 1, 1, 1
        for n, rgba in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgba), format="rgba")
            frame = frame.reformat(format="yuva420p", dst_colorspace=1, dst_color_range=1)
            frame.pts, frame.time_base = n, 1 / rate
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))


def _bit_exact(container: str) -> dict[str, str]:
    """Without it a WebM carries a number by chance."""
    return dict(FORMATS["webm" if container == "webm" else "mp4"].options)


def _with_sound(bare: Path, sound: Sound, path: Path, codec: SoundCodec, about: facts.Facts, work: Work) -> None:
    """The silent video's packets as they are, with a track of sound."""
    wav, track = bare.with_suffix(".wav"), bare.with_suffix(codec.suffix)
    with writing(wav, RATE, 2, "WAV", "PCM_24") as file:
        for piece in sound:
            work.check()
            file.write(piece.clip(-1, 1))
    encode_track(wav, track, codec, {}, work.check)
    container = "webm" if path.suffix == ".webm" else "mp4"
    with (
        appearing(path) as waiting,
        av.open(str(bare)) as seen,
        av.open(str(track)) as heard,
        av.open(str(waiting), "w", format=container, options=_bit_exact(container)) as film,
    ):
        film.metadata["comment"] = facts.pack(about)
        tracks = [_copied(seen, seen.streams.video[0], film), _copied(heard, heard.streams.audio[0], film)]
        for packet in heapq.merge(*tracks, key=lambda packet: packet.dts * packet.time_base):
            work.check()
            film.mux(packet)
    for spent in (wav, track):
        spent.unlink()


def _copied(source: Any, stream: Any, film: Any) -> Iterator[Any]:
    target = film.add_stream_from_template(stream)
    target.metadata.update(stream.metadata)

    def each() -> Iterator[Any]:
        for packet in source.demux(stream):
            if packet.dts is not None:
                packet.stream = target
                yield packet

    return each()


def each_of(frames: Iterable[Rgb], change: Callable[[Rgb], Rgb]) -> Iterator[Rgb]:
    """What becomes of every picture."""
    return (change(frame) for frame in frames)
