"""Any given picture, upright, as 8-bit sRGB: EXIF turns, alpha, CMYK, 16 bits, palettes and animations included."""

import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from studio.errors import PersonError
from studio.given import short

# Only formats Pillow reads by itself: an EPS would start another program, a PDF is no picture.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "PPM", "TGA", "ICO", "JPEG2000")
SUFFIXES = {".png", ".jpg", ".jpeg", ".jfif", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".ppm", ".tga", ".jp2"}
MOST_PIXELS = 150_000_000  # 450 MB as RGB; a JPEG above this is decoded smaller
_PAPER, _NIGHT = (244, 241, 234), (24, 26, 32)  # behind dark and behind light cut-outs


def is_picture(path: Path) -> bool:
    """Whether a file is meant as a picture: by its name's ending, or else by its first bytes."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return True
    if suffix in (".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".mpg", ".mpeg", ".ts", ".wmv", ".flv"):
        return False
    try:
        with Image.open(path, formats=FORMATS):
            return True
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return False


def read_rgb(path: Path, enough: tuple[int, int] | None = None) -> np.ndarray:
    """The picture as uint8 (height, width, 3), sRGB. Transparent parts lie on paper, or on night under light drawings.

    `enough`: a width and height the caller will not need to exceed, which lets a large JPEG be decoded at half size
    or less. Raises PersonError, naming the file, when it is no picture, damaged, or too large to open.
    """
    image = open_upright(path, enough)
    try:
        return _over(np.asarray(image)) if image.mode == "RGBA" else np.asarray(image)
    except MemoryError as error:
        raise _too_much(path) from error


def open_upright(path: Path, enough: tuple[int, int] | None = None) -> Image.Image:
    """The picture as a Pillow image in mode RGB or RGBA, turned upright, its colours in sRGB. Errors as `read_rgb`."""
    name = short(path)
    try:
        with Image.open(path, formats=FORMATS) as image:
            # One in progressive passes is held whole while it is read, however small it is wanted.
            if image.format != "JPEG" or image.info.get("progressive"):
                _check_size(image)
            if enough and image.format == "JPEG":
                side = max(enough)  # a turned picture swaps its sides
                image.draft("RGB" if image.mode == "RGB" else None, (side, side))
            _check_size(image)
            image.load()
            profile = image.info.get("icc_profile")
            ImageOps.exif_transpose(image, in_place=True)
            return _srgb(_eight_bits(_smaller(image, enough)), profile)
    except UnidentifiedImageError as error:
        raise PersonError(f"'{name}' is not a picture that can be opened. Give a PNG, JPEG, WebP or GIF.") from error
    except Image.DecompressionBombError as error:
        raise PersonError(f"'{name}' is too large a picture to open. Save it below 150 megapixels.") from error
    except MemoryError as error:
        raise _too_much(path) from error
    except FileNotFoundError as error:
        raise PersonError(f"The picture '{name}' is missing. Give it again.") from error
    except (OSError, SyntaxError, ValueError, TypeError, EOFError, OverflowError, IndexError) as error:
        # Pillow's readers raise any of these on damaged files.
        raise PersonError(f"The picture '{name}' is damaged or cut short. Export it again.") from error


def _too_much(path: Path) -> PersonError:
    return PersonError(f"There is not enough memory to open '{short(path)}'. Save it smaller.")


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Image.DecompressionBombError


def _smaller(image: Image.Image, enough: tuple[int, int] | None) -> Image.Image:
    """A picture much larger than is needed, made smaller by a whole factor before it takes its full room in memory."""
    factor = min(image.size) // max(enough) if enough else 1
    if factor < 2 or image.mode not in ("1", "L", "RGB", "RGBA", "CMYK"):
        return image
    return (image.convert("L") if image.mode == "1" else image).reduce(factor)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Modes of more than 8 bits a channel scaled down to it; all others as they are."""
    if image.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(image).astype(np.float32) / 257 + 0.5).astype(np.uint8))
    if image.mode in ("I", "F"):
        values = np.nan_to_num(np.asarray(image).astype(np.float64), posinf=0, neginf=0)
        low, high = float(values.min()), float(values.max())
        if image.mode == "I" and low >= 0 and high <= 65535:
            low, high = 0.0, 65535.0 if high > 255 else 255.0
        scaled = (values - low) * (255 / max(high - low, 1e-9))
        return Image.fromarray((scaled + 0.5).clip(0, 255).astype(np.uint8))
    return image


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Mode RGB or RGBA in sRGB. A colour profile that cannot be read is left out, as browsers do."""
    clear = "A" in image.getbands() or "transparency" in image.info
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            source: Any = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if image.mode == "RGBA":
                colour = ImageCms.profileToProfile(image.convert("RGB"), source, ImageCms.createProfile("sRGB"))
                assert colour is not None
                colour.putalpha(image.getchannel("A"))
                return colour
            done = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if done is not None:
                return done
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGBA" if clear else "RGB")


def _over(rgba: np.ndarray) -> np.ndarray:
    """Lay a picture with transparent parts on a plain ground that sets it off."""
    alpha = rgba[..., 3:].astype(np.float32) / 255
    seen = float(alpha.sum())
    light = float((rgba[..., :3].mean(axis=2, keepdims=True) * alpha).sum() / seen) if seen else 0.0
    ground = np.array(_NIGHT if light > 150 else _PAPER, np.float32)
    if alpha.min() == 1:
        return np.ascontiguousarray(rgba[..., :3])
    return (rgba[..., :3] * alpha + ground * (1 - alpha) + 0.5).astype(np.uint8)
