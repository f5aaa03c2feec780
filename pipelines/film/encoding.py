"""Encoding pictures: what every piece of a film shares, one piece into its file, pieces joined by packet copy."""

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import av

from pipelines.film.formats import Codec, Quality
from pipelines.film.frames import frame_target
from pipelines.film.planes import Planes
from studio.whole import appearing

# SVT-AV1 tells its settings to the terminal at every piece; 1 is errors only.
os.environ.setdefault("SVT_LOG", "1")


@dataclass(frozen=True)
class _Encoder:
    """One of ffmpeg's encoders, set so that its pieces can be joined: every piece begins with a key picture that
    nothing before it leans on, has the same headers whatever its length, and one thread makes it, for the same bytes.

    `held`: pictures it holds back to put them in order (B-pictures that lean on B-pictures). `options` hold {preset}
    and {quality} where the film's go.
    """

    name: str
    options: dict[str, str]
    layout: str = "yuv420p"
    held: int = 0
    tag: str = ""
    suffix: str = ".mp4"


# veryfast, with a less fine search for movement: on stills under a moving camera and on given videos alike .53 to .57
# of its work, for 3 % more bytes and an SSIM that is .0002 to .002 lower.
TUNED = "subme=1:me=dia:partitions=i8x8:weightp=0"
_X265 = "pools=none:frame-threads=1:wpp=0:open-gop=0:info=0:hrd=0:repeat-headers=0:log-level=none"
# Half the memory and a third fewer bytes than with its own depth of B-pictures and look ahead, for .35 dB.
_SVT = "lp=1:hierarchical-levels=4:lookahead=0"
_ENCODERS: dict[Codec, _Encoder] = {
    "h264": _Encoder(
        "libx264", {"preset": "{preset}", "crf": "{quality}", "x264-params": "stitchable=1", "threads": "1"}, held=2
    ),
    "h265": _Encoder("libx265", {"preset": "{preset}", "crf": "{quality}", "x265-params": _X265}, held=2, tag="hvc1"),
    "av1": _Encoder("libsvtav1", {"preset": "{preset}", "crf": "{quality}", "svtav1-params": _SVT}),
    "prores": _Encoder("prores_ks", {"profile": "{preset}", "vendor": "apl0"}, "yuv422p10le", suffix=".mov"),
    "vp9": _Encoder(
        "libvpx-vp9",
        {"deadline": "good", "cpu-used": "{preset}", "crf": "{quality}", "b": "0", "row-mt": "0"}
        | {"lag-in-frames": "25", "auto-alt-ref": "1"},
    ),
}

# Without B-pictures, at one quality for every picture, whatever the maker.
_NVENC = {"preset": "p5", "rc": "constqp", "qp": "{quality}", "bf": "0"}
_QSV = {"preset": "medium", "global_quality": "{quality}", "bf": "0"}
_AMF = {"quality": "quality", "rc": "cqp", "qp_i": "{quality}", "qp_p": "{quality}", "bf": "0"}
_APPLE = {"constant_bit_rate": "0", "q": "{quality}", "bf": "0"}
_HARD_OPTIONS = {"nvenc": _NVENC, "qsv": _QSV, "amf": _AMF, "videotoolbox": _APPLE}

_LEVELS: dict[Codec, dict[Quality, tuple[str, int]]] = {
    "h264": {"draft": ("ultrafast", 26), "good": ("veryfast", 20), "best": ("medium", 17)},
    "h265": {"draft": ("ultrafast", 30), "good": ("fast", 24), "best": ("slow", 20)},
    "av1": {"draft": ("12", 42), "good": ("8", 30), "best": ("5", 24)},
    "prores": {"draft": ("lt", 0), "good": ("hq", 0), "best": ("hq", 0)},
    "vp9": {"draft": ("5", 40), "good": ("4", 31), "best": ("2", 24)},
}


@dataclass(frozen=True)
class Encoding:
    """Settings that every piece of a film shares; `hardware` names ffmpeg's encoder on a graphics card where one is
    used. Every encoder keeps to one thread: pieces run side by side instead."""

    preset: str = "veryfast"
    crf: int = 20
    codec: Codec = "h264"
    hardware: str = ""

    @property
    def encoder(self) -> _Encoder:
        soft = _ENCODERS[self.codec]
        if not self.hardware:
            return soft
        maker = self.hardware.rpartition("_")[2]
        layout = "nv12" if maker == "qsv" else "yuv420p"
        return _Encoder(self.hardware, _HARD_OPTIONS.get(maker, soft.options), layout, 0, soft.tag)

    @property
    def suffix(self) -> str:
        """That of a piece's file."""
        return self.encoder.suffix

    def options(self) -> dict[str, str]:
        words = self.encoder.options
        told = {key: value.format(preset=self.preset, quality=self.crf) for key, value in words.items()}
        if told.get("preset") == "veryfast" and "x264-params" in told:
            told["x264-params"] += f":{TUNED}"
        return told


def encoding(codec: Codec, quality: Quality, hardware: str = "") -> Encoding:
    """The settings of a codec for a draft, a good or the best film."""
    return Encoding(*_LEVELS[codec][quality], codec, hardware)


_SEAL = struct.Struct(">I4s4sI")  # a box of 16 bytes


class Refused(RuntimeError):
    """The encoder `name` gave up at film frame `frame`."""

    def __init__(self, name: str, frame: int, why: str) -> None:
        super().__init__(f"{name} failed at frame {frame}: {why}")
        self.name, self.frame, self.why = name, frame, why


def seal(path: Path) -> None:
    """End a part with a box that players skip, which holds the CRC-32 of all before it."""
    with path.open("r+b") as file:
        found = _crc(file, os.fstat(file.fileno()).st_size)
        file.write(_SEAL.pack(_SEAL.size, b"free", b"sum ", found))


def _crc(file: BinaryIO, left: int) -> int:
    found = 0
    while left > 0 and (chunk := file.read(min(left, 1 << 20))):
        found, left = zlib.crc32(chunk, found), left - len(chunk)
    return found


def is_whole(path: Path, frames: int | None = None) -> bool:
    """Whether a part is there, not cut short and not damaged: its boxes fill the file to the end, the index among them,
    which tells so many frames, and the seal fits. An empty one or one that is no MP4 is not whole."""
    try:
        with path.open("rb") as file:
            end, at, index = os.fstat(file.fileno()).st_size, 0, b""
            while at < end:
                file.seek(at)
                size, name = struct.unpack(">I4s", file.read(8))
                if size == 1:
                    size = struct.unpack(">Q", file.read(8))[0]
                if name == b"moov" and at + size <= end:
                    index = file.read(size - 8)
                at += max(8, size)
            if at != end or not index:
                return False
            file.seek(0)
            if _crc(file, end - _SEAL.size) != _SEAL.unpack(file.read())[3]:
                return False
            sizes = index.find(b"stsz")  # of a file with one track: name, version, size of all or 0, count
            return frames is None or struct.unpack_from(">I", index, sizes + 12)[0] == frames
    except (OSError, struct.error):
        return False


def encode_piece(path: Path, frames: range, draw: Callable[[int, Planes], None], size: tuple[int, int], rate: Fraction,
                 encoding: Encoding, step: Callable[[], None]) -> None:  # fmt: skip
    """Encode film frames to a file that appears under its name only when whole.

    `draw(n, planes)` paints film frame n; `step()` is called after each, and may raise to stop.
    Raises Refused when the encoder gives up, OSError when the file cannot be written.
    """
    with appearing(path) as waiting:
        with av.open(str(waiting), "w", format=encoding.suffix[1:]) as container:
            stream = add_picture(container, size, rate, encoding, frames.start)
            coded = 0
            for place, n in enumerate(frames):
                frame = av.VideoFrame(*size, "yuv420p")
                draw(n, frame_target(frame))
                frame.pts, frame.time_base = place, 1 / rate
                coded = _put(container, stream, frame, encoding, coded, n)
                step()
            _put(container, stream, None, encoding, coded, frames.stop - 1)
        seal(waiting)


def add_picture(container: Any, size: tuple[int, int], rate: Fraction, encoding: Encoding, frame: int = 0) -> Any:
    """A picture stream of these settings, opened. Raises Refused, naming `frame`, when the encoder does not open."""
    encoder = encoding.encoder
    try:
        stream = container.add_stream(encoder.name, rate=rate, options=encoding.options())
        stream.width, stream.height, stream.pix_fmt = *size, encoder.layout
        context = stream.codec_context
        context.thread_count = 1
        if encoder.tag:
            context.codec_tag = encoder.tag
        # The picture is BT.709, limited range, and says so in the stream itself.
        context.colorspace, context.color_primaries, context.color_trc, context.color_range = 1, 1, 1, 1
        context.open()
    except (av.FFmpegError, ValueError) as error:
        raise Refused(encoder.name, frame, _why(error)) from error
    return stream


def _put(container: Any, stream: Any, frame: Any, encoding: Encoding, coded: int, n: int) -> int:
    """Encode one frame, or what is left; write what comes out. Returns how many packets there were so far."""
    if frame is not None and encoding.encoder.layout != "yuv420p":
        deeper = frame.reformat(format=encoding.encoder.layout)
        deeper.pts, deeper.time_base = frame.pts, frame.time_base
        # ProRes writes what each frame says of its colours, and players believe that above all.
        deeper.colorspace, deeper.color_primaries, deeper.color_trc, deeper.color_range = 1, 1, 1, 1
        frame = deeper
    try:
        found = stream.encode(frame)
    except (av.FFmpegError, ValueError) as error:
        raise Refused(encoding.encoder.name, n, _why(error)) from error
    for packet in found:
        # Told by us: short pieces of libx265 come with moments of decoding that no container takes.
        packet.dts = round((coded - encoding.encoder.held) / stream.average_rate / packet.time_base)
        container.mux(packet)
        coded += 1
    return coded


def _why(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def add_copied(container: Any, piece: Path, encoding: Encoding) -> Any:
    """A picture stream for the packets of pieces like this one."""
    with av.open(str(piece)) as first:
        stream = container.add_stream_from_template(first.streams.video[0], opaque=True)
        stream.time_base = first.streams.video[0].time_base
    if encoding.encoder.tag:
        stream.codec_context.codec_tag = encoding.encoder.tag
    return stream


def packets(paths: list[Path], starts: list[int], stream: Any, rate: Fraction, encoding: Encoding) -> Iterator[Any]:
    """The packets of encoded pieces as one stream: times shifted by the frame each piece begins at.

    The moments of decoding are told anew: a piece of one or two frames holds none back where longer ones hold two, so
    that its last would come after the next piece's first. Raises RuntimeError when a piece has other headers than the
    stream: joined, it would not decode.
    """
    held = encoding.encoder.held
    for path, start in zip(paths, starts, strict=True):
        # Opening a file decodes its first pictures to learn what is known here: a fiftieth of the time without.
        with av.open(str(path), options={"codec_whitelist": "none"}) as piece:
            source = piece.streams.video[0]
            if source.codec_context.extradata != stream.codec_context.extradata:
                raise RuntimeError(f"the piece {path.name} has other headers than the film")
            tick = 1 / rate / source.time_base
            coded = (packet for packet in piece.demux(source) if packet.dts is not None)
            for place, packet in enumerate(coded, start):
                packet.pts += round(start * tick)
                packet.dts = round((place - held) * tick)
                packet.stream = stream
                yield packet
