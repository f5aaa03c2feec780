"""Broken pictures: cut, hurt, hostile in size, of rare kinds, with rubbish in their notes, or no pictures at all."""

import io
import struct
import zlib
from typing import Any

import numpy as np
from PIL import Image

from tests.broken_media import Shelf
from tests.odd_media import quarters


def fill(shelf: Shelf) -> None:
    """All broken pictures."""
    _bombs(shelf)
    _cut(shelf)
    _rare(shelf)
    _rubbish(shelf)
    _pretending(shelf)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def zeros(count: int) -> bytes:
    """So many zeros as a zlib stream, without ever holding them: one flushed block again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = zlib.compressobj(9, zlib.DEFLATED, -15)
    tail = rest.compress(bytes(count % (1 << 20))) + rest.flush()
    check = (count % 65521) << 16 | 1  # Adler-32 of zeros
    return b"\x78\xda" + block * (count >> 20) + tail + struct.pack(">I", check)


def png(width: int, height: int, depth: int = 1, *more: bytes) -> bytes:
    """A whole, correct, black PNG of one grey channel. `more`: chunks before its pixels."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    rows = zeros(height * (1 + (width * depth + 7) // 8))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _bombs(shelf: Shelf) -> None:
    def put(name: str, data: bytes, about: str, expect: Any = "sentence") -> None:
        shelf.put(name, data, "picture", expect, about)

    put("bomb.png", png(50_000, 50_000), "50,000×50,000 in some kilobytes")
    put("bomb_words.png", png(64, 64, 8, _chunk(b"zTXt", b"a\0\0" + zeros(300 << 20))), "a note of 300 MB")
    put("bomb_wide.png", png(2_000_000_000, 1), "two thousand million dots in one row")
    screen = struct.pack("<HHBBB", 65535, 65535, 0x80, 0, 0) + bytes(6)
    picture = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00;"
    put("bomb.gif", b"GIF89a" + screen + picture, "one dot on a canvas of 65,535×65,535")
    wide = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + (16383).to_bytes(3, "little") * 2
    put("bomb.webp", b"RIFF" + struct.pack("<I", len(wide) + 4) + b"WEBP" + wide, "16,384×16,384 and no picture")
    put("bomb.tif", _strips(), "268 million strips")
    put("bomb.jpg", _sof(True), "a progressive JPEG that claims 65,500×65,500")
    put("bomb_plain.jpg", _sof(False), "a JPEG that claims 65,500×65,500")
    put("bomb.bmp", b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 60000, -60000, 1, 24, 0, 0, 0, 0, 0, 0),
        "a bitmap that claims 60,000×60,000")  # fmt: skip
    put("big.png", png(12_000, 12_000), "144 megapixels, as many as are allowed", "plays")


def _strips() -> bytes:
    tags = [(256, 4, 1, 64), (257, 4, 1, 0x0FFFFFFF), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
            (273, 4, 0x0FFFFFFF, 8), (277, 3, 1, 1), (278, 4, 1, 1), (279, 4, 0x0FFFFFFF, 8)]  # fmt: skip
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)


def _sof(progressive: bool) -> bytes:
    """A JPEG whose header tells another size than its data."""
    data = saved("JPEG", progressive=progressive)
    place = data.index(b"\xff\xc2" if progressive else b"\xff\xc0") + 5
    return data[:place] + struct.pack(">HH", 65500, 65500) + data[place + 4 :]


def saved(form: str, image: Image.Image | None = None, **how: Any) -> bytes:
    """A picture in a format, as bytes; of noise, so that there is something to cut."""
    if image is None:
        noise = np.random.default_rng(5).integers(0, 60, (90, 160, 3), np.uint8)
        image = Image.fromarray(quarters(160, 90) // 2 + noise)
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def _cut(shelf: Shelf) -> None:
    for form, suffix in (("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp"), ("TIFF", "tif"),
                         ("BMP", "bmp"), ("AVIF", "avif"), ("JPEG2000", "jp2")):  # fmt: skip
        data = saved(form)
        shelf.put(f"cut.{suffix}", data[: len(data) // 2], "picture", "sentence", "cut in the middle")
    data = saved("PNG")
    shelf.put("head.png", data[:20], "picture", "sentence", "twenty bytes of a picture")
    place = data.index(b"IDAT") + 100
    crc = data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :]
    shelf.put("crc.png", crc, "picture", "sentence", "its check sum does not fit")
    shelf.put("zero.png", b"", "picture", "sentence", "zero bytes")
    none = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0)) + _chunk(b"IEND", b"")
    shelf.put("no_size.png", none, "picture", "sentence", "0×0")
    frames = [Image.fromarray(np.full((90, 160), v, np.uint8)) for v in (0, 90, 180)]
    moving = saved("GIF", frames[0], save_all=True, append_images=frames[1:], duration=0)
    shelf.put("still.gif", moving, "picture", "plays", "its pictures last no time")
    shelf.put("cut_later.gif", moving[:-20], "picture", "plays", "cut in its last picture")


def _rare(shelf: Shelf) -> None:
    def put(name: str, form: str, image: Image.Image, about: str, **how: Any) -> None:
        shelf.put(name, saved(form, image, **how), "picture", "plays", about)

    plain = Image.fromarray(quarters(160, 90))
    put("cmyk.tif", "TIFF", plain.convert("CMYK"), "a TIFF for print")
    put("deep.tif", "TIFF", Image.fromarray(np.tile(np.arange(160, dtype=np.uint16) * 400, (90, 1))), "16 bits")
    wild = np.tile(np.linspace(-1, 2, 160, dtype=np.float32), (90, 1))
    wild[::7] = np.nan
    wild[1::7] = np.inf
    put("floats.tif", "TIFF", Image.fromarray(wild), "floats that are no numbers and infinite")
    put("all_nan.tif", "TIFF", Image.fromarray(np.full((90, 160), np.nan, np.float32)), "nothing but NaN")
    put("lab.tif", "TIFF", Image.frombytes("LAB", (160, 90), plain.tobytes()), "in Lab colours")
    put("bits.png", "PNG", plain.convert("1"), "one bit a dot")
    put("dot.png", "PNG", plain.resize((1, 1)), "a single dot")
    put("needle.png", "PNG", plain.resize((1, 30000)), "1×30,000")
    put("clear.png", "PNG", Image.new("RGBA", (160, 90)), "wholly transparent")


def _rubbish(shelf: Shelf) -> None:
    plain = Image.fromarray(quarters(160, 90))
    noise = np.random.default_rng(2).bytes(900)
    shelf.put("profile.jpg", saved("JPEG", plain, icc_profile=noise), "picture", "plays", "its colour profile is noise")
    shelf.put("profile.png", saved("PNG", plain, icc_profile=b""), "picture", "plays", "its colour profile is empty")
    exif = Image.Exif()
    exif[0x0112] = 99
    shelf.put("turn_99.jpg", saved("JPEG", plain, exif=exif), "picture", "plays", "turned 99 ways")
    rubbish = saved("JPEG", plain, exif=b"Exif\0\0" + noise)
    shelf.put("exif.jpg", rubbish, "picture", "plays", "its EXIF is noise")
    wrong = saved("JPEG", plain, exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x02\0\xff\xff\xff\x7f\x10\0\0\0")
    shelf.put("turn_text.jpg", wrong, "picture", "plays", "its turn is a text two gigabytes long")
    shelf.put("after.png", saved("PNG", plain) + noise, "picture", "plays", "noise behind its end")


def _pretending(shelf: Shelf) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    html = b"<html><body><script>alert(1)</script></body></html>"
    post = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/etc/passwd) run\n"
    for name, data, about in (("svg.png", svg, "a drawing in SVG"), ("html.jpg", html, "a web page"),
                              ("eps.png", post, "a program for printers")):  # fmt: skip
        shelf.put(name, data, "picture", "sentence", about + " that calls itself a picture")
