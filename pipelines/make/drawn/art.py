"""Art from the pack: a shaded picture as pixels, and the names of all there are."""

import json
import mmap
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import skia
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]  # (h, w, 4) RGBA, alpha premultiplied
Part = Callable[[str], Path]

_SIZES = (128, 256, 512, 768, 1024)
_VERSION = 2


@dataclass(frozen=True)
class Board:
    """Where words go on a picture: left, top, right and bottom as shares of it; the colour below them, and how they are
    made (as `sign_text` says). `ink` None is black or white."""

    box: tuple[float, float, float, float]
    tone: tuple[int, int, int] = (245, 240, 230)
    way: Literal["painted", "carved", "lit", "chalk"] = "painted"
    ink: tuple[int, int, int] | None = None
    lines: int = 3


@dataclass(frozen=True)
class Sprite:
    """A cut-out picture. `lamps` are points of light on it (x, y, radius as shares of its size), `emit` pixels
    that shine by themselves, `board` where words may stand."""

    pixels: Pixels
    lamps: tuple[tuple[float, float, float], ...] = ()
    emit: Pixels | None = None
    beam: bool = False
    board: Board | None = None


class Icons:
    """One icon set of a pack (`icons.json` of Iconify). Reads single bodies without parsing the whole file."""

    def __init__(self, folder: Path) -> None:
        found = sorted(folder.rglob("icons.json"))
        if not found:
            raise FileNotFoundError(f"no icons.json in {folder}")
        self.file = found[0]
        self.mark = f"{self.file.stat().st_size:x}"

    def body(self, name: str) -> str | None:
        """The SVG inside one icon, or None."""
        with self.file.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            found = data.find(b'"' + name.encode() + b'": {')
            if found < 0:
                return None
            start = data.find(b'"body":', found) + 7
            end = data.find(b"\n", start)
            raw = data[start:end].strip().rstrip(b",")
        try:
            return str(json.loads(raw))
        except ValueError:  # another way of writing the file: read it whole
            icons = json.loads(self.file.read_bytes())["icons"]
            return str(icons[name]["body"]) if name in icons else None

    def names(self) -> list[str]:
        """Every icon's name, sorted."""
        data = self.file.read_bytes()
        found = re.findall(rb'\n\t\t"([a-z0-9-]+)": \{\s*"body"', data)
        return sorted({name.decode() for name in found} or json.loads(data)["icons"])


def pixels_of(surface: skia.Surface) -> Pixels:
    """What was drawn on a surface, as premultiplied RGBA."""
    w, h = surface.width(), surface.height()
    info = skia.ImageInfo.Make(w, h, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    pixels = np.zeros((h, w, 4), np.uint8)  # surface.toarray() would take the alpha out of the colours
    surface.readPixels(skia.Pixmap(info, pixels, w * 4), 0, 0)
    return pixels


def image_of(pixels: Pixels) -> skia.Image:
    """Premultiplied RGBA pixels as something to draw.

    Through a surface: an image made over a block of Python's memory outlives it in skia-python 144, and crashes.
    """
    info = skia.ImageInfo.Make(pixels.shape[1], pixels.shape[0], skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    pixels = np.ascontiguousarray(pixels)
    surface = skia.Surface(pixels.shape[1], pixels.shape[0])
    surface.writePixels(skia.Pixmap(info, pixels, pixels.shape[1] * 4), 0, 0)
    return surface.makeImageSnapshot()


def resized(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture at another size, smoothly."""
    from PIL import Image

    if pixels.shape[1] == width and pixels.shape[0] == height:
        return pixels
    picture = Image.frombuffer("RGBa", (pixels.shape[1], pixels.shape[0]), pixels.tobytes(), "raw", "RGBa", 0, 1)
    return np.asarray(picture.resize((max(1, width), max(1, height)), Image.Resampling.LANCZOS))


def _bounds(pixels: Pixels, edge: int) -> tuple[int, int, int, int]:
    """Top, bottom, left, right of what is drawn, with an edge."""
    rows, columns = np.flatnonzero(pixels[:, :, 3].max(axis=1) > 8), np.flatnonzero(pixels[:, :, 3].max(axis=0) > 8)
    if not len(rows) or not len(columns):
        return 0, pixels.shape[0], 0, pixels.shape[1]
    return (
        max(0, int(rows[0]) - edge),
        int(rows[-1]) + 1 + edge,
        max(0, int(columns[0]) - edge),
        int(columns[-1]) + 1 + edge,
    )


def trimmed(pixels: Pixels, edge: int = 2) -> Pixels:
    """The pixels without their empty border."""
    top, bottom, left, right = _bounds(pixels, edge)
    return np.ascontiguousarray(pixels[top:bottom, left:right])


def corner(pixels: Pixels, edge: int = 2) -> tuple[int, int]:
    """Left and top of what `trimmed` keeps."""
    top, _, left, _ = _bounds(pixels, edge)
    return left, top


def shaded(icons: Icons, name: str, height: int, part: Part) -> Sprite | None:
    """A Fluent picture at least `height` pixels high (up to 1024), from the parts when it was drawn before."""
    size = next((s for s in _SIZES if s >= height), _SIZES[-1])
    path = part(f"paint-art-{_VERSION}-{icons.mark}-{name}-{size}.npy")
    try:
        return Sprite(np.load(path))
    except (OSError, ValueError, EOFError):
        pass
    body = icons.body(name)
    if body is None:
        return None
    surface = skia.Surface(size, size)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 32 32">{body}</svg>'
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream.MakeCopy(svg.encode()))
    dom.setContainerSize(skia.Size(size, size))
    dom.render(surface.getCanvas())
    pixels = trimmed(pixels_of(surface))
    keep(path, pixels)
    return Sprite(pixels)


def keep(path: Path, array: NDArray[np.generic]) -> None:
    """Store an array as a part, whole or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            np.save(file, array)
        os.replace(temporary, path)
    except OSError:  # a part is only a saving of time
        temporary.unlink(missing_ok=True)
