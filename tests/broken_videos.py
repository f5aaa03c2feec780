"""Broken videos: cut off, lying about their length, hurt inside, oddly timed, empty, locked, or no videos at all."""

import struct
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from tests.broken_media import Shelf
from tests.odd_media import quarters

EXACT = {"fflags": "+bitexact"}


def clip(path: Path, *, size: tuple[int, int] = (160, 90), codec: str = "libx264", pixels: str = "yuv420p",
         times: list[int] | None = None, rate: int = 25, sound: bool = False, form: str | None = None,
         options: dict[str, str] | None = None, aspect: Fraction | None = None) -> bytes:  # fmt: skip
    """A second of quarters under a moving mark, in milliseconds `times`; the bytes of its file."""
    times = times if times is not None else [i * 1000 // rate for i in range(rate)]
    with av.open(str(path), "w", format=form, options={**EXACT, **(options or {})}) as container:
        stream: Any = container.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, pixels
        stream.codec_context.time_base = Fraction(1, 1000)
        stream.codec_context.thread_count = 1
        if codec == "libx264":
            stream.options = {"preset": "ultrafast", "g": "12", "bf": "0"}
        if aspect:
            stream.codec_context.sample_aspect_ratio = aspect
        heard: Any = container.add_stream("aac", rate=48000, layout="mono") if sound else None
        for number, time in enumerate(times):
            picture = quarters(*size)
            picture[: size[1] // 3, number * 5 % size[0] :][:, :8] = 0
            frame = av.VideoFrame.from_ndarray(picture, "rgb24").reformat(format=pixels)
            frame.pts, frame.time_base = time, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if heard:
            _tone(container, heard)
    return path.read_bytes()


def _tone(container: Any, stream: Any, seconds: int = 1) -> None:
    tone = (0.2 * np.sin(2 * np.pi * 440 * np.arange(48000 * seconds) / 48000)).astype(np.float32)
    for at in range(0, len(tone), 1024):
        frame = av.AudioFrame.from_ndarray(tone[None, at : at + 1024], "fltp", "mono")
        frame.sample_rate, frame.pts, frame.time_base = 48000, at, Fraction(1, 48000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def fill(shelf: Shelf) -> None:
    """All broken videos."""
    scrap = shelf.folder / "scrap"
    scrap.mkdir(exist_ok=True)
    plain = clip(scrap / "plain.mp4", sound=True)
    fast = clip(scrap / "fast.mp4", options={"movflags": "+faststart"})
    matroska = clip(scrap / "plain.mkv")
    transport = clip(scrap / "plain.ts", form="mpegts")
    _cut(shelf, plain, fast, matroska, transport)
    _lying(shelf, fast, matroska)
    _hurt(shelf, fast)
    _empty(shelf, scrap)
    _shapes(shelf, scrap, fast, transport)
    _times(shelf, scrap, transport)
    _locked(shelf, scrap, fast)
    _pretending(shelf)
    for path in scrap.iterdir():
        path.unlink()
    scrap.rmdir()


def _cut(shelf: Shelf, plain: bytes, fast: bytes, matroska: bytes, transport: bytes) -> None:
    shelf.put("cut_no_index.mp4", plain[: len(plain) * 2 // 3], "video", "sentence", "its index, at the end, is gone")
    inside = fast.index(b"moov") + 200
    shelf.put("cut_in_index.mp4", fast[:inside], "video", "sentence", "cut in the middle of its index")
    begin = fast.index(b"mdat") + 4
    half = begin + (len(fast) - begin) // 2
    shelf.put("cut_middle.mp4", fast[:half], "video", "note", "the second half of its pictures is gone")
    shelf.put("cut_first.mp4", fast[: begin + 40], "video", "sentence", "cut within the first picture")
    shelf.put("cut_middle.mkv", matroska[: len(matroska) // 2], "video", "note", "cut in the middle")
    shelf.put("cut_head.mkv", matroska[:200], "video", "sentence", "cut before the first picture")
    shelf.put("cut_middle.ts", transport[: len(transport) // 376 * 188 + 50], "video", "plays", "a recording cut off")


def _at(data: bytes, box: bytes, offset: int, value: bytes, last: bool = False) -> bytes:
    """The data with `value` written `offset` bytes behind the name of a box."""
    place = (data.rindex(box) if last else data.index(box)) + 4 + offset
    return data[:place] + value + data[place + len(value) :]


def _lengths(data: bytes, value: int) -> bytes:
    for box, offset in ((b"mvhd", 16), (b"tkhd", 20), (b"mdhd", 16)):
        data = _at(data, box, offset, struct.pack(">I", value))
    return data


def _lying(shelf: Shelf, fast: bytes, matroska: bytes) -> None:
    for word, value in (("long", 900_000_000), ("short", 1), ("zero", 0), ("negative", 0xFFFFFF00)):
        shelf.put(f"length_{word}.mp4", _lengths(fast, value), "video", "plays", f"its header tells a {word} length")
    place = matroska.index(b"\x44\x89\x88") + 3
    for word, seconds in (("long", 1e9), ("zero", 0.0), ("negative", -5e5), ("nan", float("nan")), ("endless", 1e300)):
        data = matroska[:place] + struct.pack(">d", seconds) + matroska[place + 8 :]
        expect: Any = "note" if word == "long" else "plays"
        shelf.put(f"length_{word}.mkv", data, "video", expect, f"its header tells a {word} length")


def _hurt(shelf: Shelf, fast: bytes) -> None:
    begin = fast.index(b"mdat") + 4
    size = len(fast) - begin
    noise = np.random.default_rng(3).bytes(size)

    def hurt(start: float, end: float) -> bytes:
        a, b = begin + int(size * start), begin + int(size * end)
        return fast[:a] + noise[a - begin : b - begin] + fast[b:]

    shelf.put("hurt_middle.mp4", hurt(0.5, 0.6), "video", "note", "pictures in the middle do not decode")
    shelf.put("hurt_first.mp4", hurt(0, 0.2), "video", "note", "the first pictures do not decode")
    shelf.put("hurt_all.mp4", hurt(0, 1), "video", "sentence", "no picture decodes")
    settings = fast.index(b"avcC")
    blank = fast[: settings + 4] + bytes(30) + fast[settings + 34 :]
    shelf.put("no_settings.mp4", blank, "video", "sentence", "what its decoder must know is gone")
    sizes = fast.index(b"stsz")
    huge = _at(fast, b"stsz", 12, struct.pack(">I", 0x7FFFFFFF))
    shelf.put("sizes_huge.mp4", huge, "video", "sentence", "its pictures claim two gigabytes")
    many = fast[: sizes + 12] + struct.pack(">I", 0x0FFFFFFF) + fast[sizes + 16 :]
    shelf.put("index_huge.mp4", many, "video", "sentence", "its index claims 268 million pictures")
    offsets = _at(fast, b"stco", 8, struct.pack(">I", 0xFFFFFFF0))
    shelf.put("offsets_wrong.mp4", offsets, "video", "sentence", "its index points past its end")


def _empty(shelf: Shelf, scrap: Path) -> None:
    with av.open(str(scrap / "headers.mp4"), "w", options=EXACT) as container:
        stream: Any = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        container.start_encoding()
    shelf.put("no_pictures.mp4", (scrap / "headers.mp4").read_bytes(), "video", "sentence", "a stream of zero length")
    shelf.put("empty.mp4", b"", "video", "sentence", "zero bytes")
    with av.open(str(scrap / "sound.mp4"), "w", options=EXACT) as container:
        _tone(container, container.add_stream("aac", rate=48000, layout="mono"))
    data = (scrap / "sound.mp4").read_bytes()
    shelf.put("only_sound.mp4", data, "video", "sentence", "sound alone", "taken")
    with av.open(str(scrap / "cover.mp3"), "w", options=EXACT) as container:
        heard = container.add_stream("mp3", rate=48000, layout="mono")
        cover: Any = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        frame = av.VideoFrame.from_ndarray(quarters(64, 64), "rgb24").reformat(format="yuvj420p")
        container.mux(cover.encode(frame))
        _tone(container, heard)
    data = (scrap / "cover.mp3").read_bytes()
    shelf.put("cover.mp3", data, "video", "sentence", "a song whose only picture is its cover", "taken")
    shelf.put("noise.mov", np.random.default_rng(1).bytes(4000), "video", "sentence", "noise")


def _shapes(shelf: Shelf, scrap: Path, fast: bytes, transport: bytes) -> None:
    def put(name: str, about: str, expect: Any = "plays", **how: Any) -> None:
        shelf.put(name, clip(scrap / name, **how), "video", expect, about)

    put("one_picture.mp4", "a single picture", times=[0])
    put("late_streams.flv", "a format that tells its streams as they come", codec="flv")
    put("one_pixel.mkv", "1×1", size=(1, 1), codec="ffv1", pixels="yuv444p", times=[0, 40, 80])
    put("needle.mkv", "2×16000", size=(2, 16000), codec="ffv1", pixels="yuv444p", times=[0, 40])
    put("odd_sides.mkv", "321×241", size=(321, 241), pixels="yuv444p", times=[0, 40, 80])
    put("wide_dots.mp4", "dots a thousand times wider than high", aspect=Fraction(1000), times=[0, 40, 80])
    flat = clip(scrap / "flat.mp4", aspect=Fraction(2), options={"movflags": "+faststart"})
    shelf.put("no_dots.mp4", _at(flat, b"pasp", 0, bytes(8)), "video", "plays", "dots of 0:0")
    slant = struct.pack(">iiiiiiiii", 46341, 46341, 0, -46341, 46341, 0, 0, 0, 1 << 30)
    shelf.put("slanted.mp4", _at(fast, b"tkhd", 40, slant), "video", "plays", "turned by 45 degrees")
    squash = struct.pack(">iiiiiiiii", 0, 0, 0, 0, 0, 0, 0, 0, 0)
    shelf.put("squashed.mp4", _at(fast, b"tkhd", 40, squash), "video", "plays", "a display matrix of zeros")
    upright = clip(scrap / "upright.ts", size=(90, 160), form="mpegts")
    shelf.put("size_changes.ts", transport + upright, "video", "plays", "its pictures change size in the middle")
    raw = clip(scrap / "a.h264", form="h264") + clip(scrap / "b.h264", form="h264", pixels="yuv444p")
    shelf.put("pixels_change.h264", raw, "video", "plays", "its kind of pixels changes in the middle, no times")
    for name, first, rest in (("bomb", 30_000, 30_000), ("bomb_near", 15_000, 15_000), ("grows", 64, 15_000)):
        expect = "note" if name == "grows" else "sentence"
        data = _swollen(scrap / "a.mov", (first, first), (rest, rest))
        shelf.put(name + ".mov", data, "video", expect, f"pictures of {rest}×{rest} in some kilobytes")
    thread = _swollen(scrap / "a.mov", (100_000, 2), (100_000, 2))
    shelf.put("thread.mov", thread, "video", "sentence", "100,000×2")


def _swollen(path: Path, first: tuple[int, int], rest: tuple[int, int]) -> bytes:
    """A film of PNG pictures that claims 64×64, whatever they are."""
    from tests.broken_pictures import png

    with av.open(str(path), "w", options=EXACT) as container:
        stream: Any = container.add_stream("png", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "rgb24"
        container.start_encoding()
        for n in range(3):
            packet = av.Packet(png(*(rest if n else first), 8))
            packet.stream, packet.pts, packet.dts, packet.time_base = stream, n * 40, n * 40, Fraction(1, 1000)
            packet.is_keyframe = True
            container.mux(packet)
    return path.read_bytes()


def _times(shelf: Shelf, scrap: Path, transport: bytes) -> None:
    def put(name: str, about: str, times: list[int], expect: Any = "plays", **how: Any) -> None:
        shelf.put(name, clip(scrap / name, times=times, **how), "video", expect, about)

    put("gaps.mkv", "a picture that stands for ten hours", [0, 40, 36_000_000, 36_000_040])
    put("late.mkv", "begins an hour into its own clock", [3_600_000 + i * 40 for i in range(25)])
    put("early.mkv", "begins before its own clock", [i * 40 - 500 for i in range(25)])
    put("quick.mkv", "1000 pictures a second", list(range(250)), rate=1000)
    put("slow.mp4", "one picture a second", [0, 1000, 2000], rate=1)
    raw = clip(scrap / "raw.h264", form="h264")
    shelf.put("no_times.h264", raw, "video", "plays", "no times at all")
    shelf.put("again.ts", transport + transport, "video", "plays", "its times jump back to the beginning")
    shelf.put("holes.ts", b"".join(transport[i : i + 188] for i in range(0, len(transport), 188) if i % 17),
              "video", "plays", "every seventeenth packet lost")  # fmt: skip


def _locked(shelf: Shelf, scrap: Path, fast: bytes) -> None:
    listed = _at(fast, b"elst", 12, struct.pack(">i", 0x7FFFFFF0))
    shelf.put("list_past_end.mp4", listed, "video", "sentence", "its edit list begins past the end")
    none = _at(fast, b"elst", 12, struct.pack(">i", -1))
    shelf.put("list_empty.mp4", none, "video", "sentence", "its edit list shows nothing")
    shelf.put("unknown.mp4", fast.replace(b"avc1", b"zzzz"), "video", "sentence", "a codec nobody knows")
    keys = {"encryption_scheme": "cenc-aes-ctr", "encryption_key": "0" * 31 + "1", "encryption_kid": "0" * 31 + "2"}
    shelf.put("locked.mp4", clip(scrap / "locked.mp4", options=keys), "video", "sentence", "encrypted")


def _pretending(shelf: Shelf) -> None:
    texts = {
        "concat.mp4": "ffconcat version 1.0\nfile /etc/passwd\nfile good.mp4\n",
        "concat.ffconcat": "ffconcat version 1.0\nfile good.mp4\n",
        "list.m3u8": "#EXTM3U\n#EXTINF:1,\ngood.mp4\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        "list.mp4": "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
        "stream.mp4": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n",
        "words.mp4": "This is no video.\n",
    }
    for name, text in texts.items():
        given = "taken" if name.endswith(("ffconcat", "m3u8")) else "sentence"
        shelf.put(name, text.encode(), "video", "sentence", "a list of other files, or words", given)
