"""Makes the files people really have: turned, odd-sized, clear, deep, silent, cut short, mislabelled."""

import struct
import zlib
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import av
import av.filter
import numpy as np
from PIL import Image

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 190, 60), (40, 60, 220), (240, 240, 240)
QUARTERS = (RED, GREEN, BLUE, WHITE)  # upper left, upper right, lower left, lower right


def quarters(width: int, height: int) -> np.ndarray:
    """A picture whose four quarters tell which way up it is; uint8 (height, width, 3)."""
    picture = np.empty((height, width, 3), np.uint8)
    y, x = max(1, height // 2), max(1, width // 2)
    picture[:y, :x], picture[:y, x:], picture[y:, :x], picture[y:, x:] = QUARTERS
    return picture


def make(folder: Path) -> dict[str, Path]:
    """All odd files, by name, in one folder. Takes about a second; the same every time."""
    folder.mkdir(parents=True, exist_ok=True)
    _pictures(folder)
    _broken_pictures(folder)
    _videos(folder)
    _broken_videos(folder)
    return {path.name: path for path in sorted(folder.iterdir())}


def _pictures(folder: Path) -> None:
    upright = quarters(640, 360)
    plain = Image.fromarray(upright)
    plain.save(folder / "plain.png")
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held a quarter turn to the left
    Image.fromarray(np.ascontiguousarray(np.rot90(upright))).save(folder / "turned.jpg", exif=exif, quality=95)
    plain.convert("CMYK").save(folder / "cmyk.jpg", quality=95)
    clear = np.dstack([upright, np.zeros((360, 640), np.uint8)])
    clear[90:270, 160:480, :3], clear[90:270, 160:480, 3] = 20, 255
    Image.fromarray(clear).save(folder / "dark_logo.png")
    Image.fromarray(np.uint8([[RED]])).save(folder / "one.png")
    Image.fromarray(quarters(3, 5)).save(folder / "three_by_five.png")
    ramp = np.linspace(0, 65535, 640).astype(np.uint16)
    Image.fromarray(np.tile(ramp, (360, 1))).save(folder / "deep.png")
    plain.quantize(8).save(folder / "palette.gif")
    frames = [Image.fromarray(np.full((90, 160, 3), c, np.uint8)) for c in QUARTERS]
    frames[0].save(folder / "moving.gif", save_all=True, append_images=frames[1:], duration=100)
    plain.convert("LA").save(folder / "grey_alpha.png")
    Image.fromarray(quarters(6000, 40)).save(folder / "very_wide.png")
    Image.fromarray(quarters(360, 640)).save(folder / "upright.webp", lossless=True)


def _broken_pictures(folder: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    (folder / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    whole = (folder / "turned.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    whole = (folder / "plain.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) // 2])
    (folder / "text.jpg").write_text("This is no picture.\n")
    (folder / "empty.png").write_bytes(b"")


def _videos(folder: Path) -> None:
    video(folder / "plain.mp4", sound="stereo")
    video(folder / "turned.mp4", turned=90)
    video(folder / "silent.mp4")
    video(folder / "mono.mkv", sound="mono")
    video(folder / "surround.mkv", sound="5.1")
    video(folder / "uneven.mkv", times=[0, 40, 50, 300, 310, 700, 710, 720, 900, 960])
    video(folder / "odd.mkv", size=(321, 241), pixels="yuv444p")
    video(folder / "wide_pixels.mp4", size=(160, 240), aspect=Fraction(2))
    video(folder / "ten_bits.mkv", codec="ffv1", pixels="yuv420p10le")
    video(folder / "clear.mov", codec="qtrle", pixels="argb")
    video(folder / "upright.mp4", size=(180, 320))
    video(folder / "one_frame.mp4", times=[0])
    video(folder / "full_range.avi", codec="mjpeg", pixels="yuvj420p")
    with av.open(str(folder / "only_sound.mp4"), "w") as container:
        _sound(container, container.add_stream("aac", rate=48000, layout="stereo"), 1.0)


def _broken_videos(folder: Path) -> None:
    whole = (folder / "plain.mp4").read_bytes()
    (folder / "cut_header.mp4").write_bytes(whole[: len(whole) // 2])  # the index is at the end: lost
    whole = (folder / "mono.mkv").read_bytes()
    (folder / "cut_middle.mkv").write_bytes(whole[: len(whole) // 2])
    hurt = bytearray(whole)
    for at in range(len(hurt) // 2, len(hurt) // 2 + 2000, 7):
        hurt[at] ^= 0x5A
    (folder / "hurt.mkv").write_bytes(bytes(hurt))
    (folder / "empty.mp4").write_bytes(b"")
    (folder / "text.mp4").write_text("This is no video.\n")
    (folder / "playlist.mp4").write_text("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n")
    (folder / "noise.mov").write_bytes(np.random.default_rng(1).bytes(4000))
    (folder / "zero_length.mp4").write_bytes(_headers_only(folder))


def _headers_only(folder: Path) -> bytes:
    path = folder / "headers.mp4"
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        container.start_encoding()
    data = path.read_bytes()
    path.unlink()
    return data


def video(path: Path, *, size: tuple[int, int] = (320, 180), codec: str = "libx264", pixels: str = "yuv420p",
          times: list[int] | None = None, sound: str = "", turned: int = 0, mirrored: bool = False,
          aspect: Fraction | None = None, options: dict[str, str] | None = None, tags: dict[str, int] | None = None,
          matrix: int = 5, draw: Callable[[int], np.ndarray] | None = None, fields: str = "") -> None:  # fmt: skip
    """Two seconds of quarters under a moving mark; `times`: milliseconds of each picture instead of 24 a second.

    `draw` gives other pictures by number, RGB or RGBA. `tags`: color_trc, color_primaries, colorspace, color_range;
    `matrix`: the one pictures are converted with. `fields`: "top" or "bottom" first, woven of two pictures each.
    """
    times = times if times is not None else [round(i * 1000 / 24) for i in range(48)]
    draw = draw or partial(marked, size)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=24, options=options or {})
        stream.width, stream.height, stream.pix_fmt = *size, pixels
        stream.codec_context.time_base = Fraction(1, 1000)
        stream.codec_context.thread_count = 1
        for name, value in (tags or {}).items():
            setattr(stream.codec_context, name, value)
        if aspect:
            stream.codec_context.sample_aspect_ratio = aspect
        if turned or mirrored:
            stream.set_display_rotation(turned, hflip=mirrored)
        heard = container.add_stream("aac", rate=48000, layout=sound) if sound else None
        for number, time in enumerate(times):
            picture = draw(number)
            if fields:
                picture = draw(2 * number)
                late = 1 if fields == "top" else 0
                picture[late::2] = draw(2 * number + 1)[late::2]
            form = "rgba" if picture.shape[2] == 4 else "rgb24"
            full = (tags or {}).get("color_range", 0) == 2 or pixels.startswith("yuvj")
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), form)
            frame = frame.reformat(format=pixels, dst_colorspace=matrix, dst_color_range=2 if full else 1)
            for name, value in (tags or {}).items():
                setattr(frame, name, value)
            if fields:
                frame = _flagged(frame, fields)
            frame.pts, frame.time_base = time, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if heard:
            _sound(container, heard, 2.0)


def _flagged(frame: Any, fields: str) -> Any:
    """The frame, told to be of two fields."""
    graph = av.filter.Graph()
    begin = graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=Fraction(1, 1000))
    flag, end = graph.add("setfield", mode={"top": "tff", "bottom": "bff"}[fields]), graph.add("buffersink")
    begin.link_to(flag)
    flag.link_to(end)
    graph.configure()
    frame.pts = 0
    graph.push(frame)
    return graph.pull()


def marked(size: tuple[int, int], number: int) -> np.ndarray:
    """Quarters with a dark mark in the top rows, seven pixels further to the right in each picture."""
    picture = quarters(*size)
    left = (number * 7) % max(1, size[0] - 8)
    picture[:6, left : left + 8] = 0
    return picture


def _sound(container: Any, stream: Any, seconds: float) -> None:
    layout = stream.codec_context.layout
    tone = (0.2 * np.sin(2 * np.pi * 440 * np.arange(int(48000 * seconds)) / 48000)).astype(np.float32)
    for at in range(0, len(tone), 1024):
        part = np.tile(tone[at : at + 1024], (layout.nb_channels, 1))
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(part), "fltp", layout.name)
        frame.sample_rate, frame.pts, frame.time_base = 48000, at, Fraction(1, 48000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def corners(path: Path, width: int, height: int, at: float = 0.5) -> np.ndarray:
    """The colours in the middle of a video's quarters, as a Reader shows it: int (4, 3)."""
    from pipelines.film.footage import Reader, probe
    from pipelines.film.planes import to_rgb

    reader = Reader(probe(path), width, height)
    rgb = to_rgb(reader.at(at))
    reader.close()
    return np.array([rgb[y, x] for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)], int)


def mark(planes: Any) -> int:
    """Where the moving mark is: its left edge in the top rows."""
    dark = np.flatnonzero(planes.y[1] < 40)
    return int(dark[0]) if dark.size else -1


if __name__ == "__main__":
    import sys

    for name in make(Path(sys.argv[1])):
        print(name)
