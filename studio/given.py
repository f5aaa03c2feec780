"""What a file the person gives is: told by its content, never by its name; broken ones get a sentence."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.errors import PersonError
from studio.kinds import Kind

_PICTURES = (  # first bytes, suffix
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"\0\0\0\x0cjP  ", ".jp2"),
)
_PICTURE_NAMES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".jp2"}
_VIDEO_NAMES = {".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".mpg", ".mpeg", ".ts", ".wmv", ".flv", ".3gp"}
_SOUND_NAMES = {".mp3", ".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".aiff", ".aif", ".wma"}
_TEXT_NAMES = {".md", ".markdown"}

# ffmpeg must read this one file and nothing it points at: no playlists, no addresses.
READERS = {
    "protocol_whitelist": "file",
    "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegvideo,asf,flv,ogg,wav,w64,mp3,aac,"
    "flac,aiff,caf,gif,apng,mxf,m4v,h264,hevc,av1,obu,ivf,dv,rm,ac3,eac3,amr,au,ape,wv,opus,nut,yuv4mpegpipe,"
    "webp_pipe",
}
MOST_SIDE, MOST_DOTS = 16384, 100_000_000  # of one picture of a video: three times 8K
_LIMITS = {"max_pixels": str(MOST_DOTS)}
_MOST_TEXT = 20_000_000  # bytes


@dataclass(frozen=True)
class Identity:
    """What a given file is: its kind, the suffix its content deserves, and that in words for the person."""

    kind: Kind
    suffix: str
    words: str


def short(path: Path) -> str:
    """A file's name in a sentence: names made of a hash are cut."""
    return path.name if len(path.name) < 48 else path.name[:8] + "…" + path.suffix


def opened(path: Path) -> Any:
    """A given video or sound, open for reading: nothing it points at is followed, and no picture of more than
    MOST_DOTS is decoded. Close it after use. Raises av.FFmpegError, OSError or ValueError when it cannot be read."""
    import av

    def attempt(**more: Any) -> Any:
        return av.open(str(path.absolute()), options=READERS, metadata_errors="ignore", **more)

    try:
        found = attempt(stream_options=[_LIMITS] * 16)
    except av.FFmpegError:
        raise
    except ValueError:  # a format such as MPEG-PS, whose streams are known only once it is read
        found = attempt()
    for stream in found.streams.video:
        if stream.codec_context is not None:
            stream.codec_context.options = _LIMITS
    return found


def identify(path: Path) -> Identity:
    """Look at what a file holds. Raises PersonError, naming the file, when no tool could use it."""
    name = path.name if len(path.name) <= 60 else path.name[:40] + "…" + path.name[-16:]
    try:
        if path.is_dir():
            raise PersonError(f"'{name}' is a folder. Give the files in it one by one.")
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise PersonError(f"'{name}' is not a file but a pipe or a device. Save it as a file and give that.")
        with path.open("rb") as file:
            head = file.read(8192)
            file.seek(max(0, os.fstat(file.fileno()).st_size - 2048))
            tail = file.read()
    except FileNotFoundError as error:
        raise PersonError(f"There is no file '{name}'. Check where it lies.") from error
    except OSError as error:
        raise PersonError(f"'{name}' cannot be read: {error.strerror}.") from error
    if not head:
        raise PersonError(f"'{name}' is empty (0 bytes). Copy it again from where it came.")
    return _by_content(path, name, head, tail)


def _by_content(path: Path, name: str, head: bytes, tail: bytes) -> Identity:
    suffix = _picture_suffix(head)
    if suffix:
        return _picture(path, name, suffix)
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1"):
        raise PersonError(f"'{name}' is a HEIC photo, which cannot be opened here. Save it as JPEG and give that.")
    if head.startswith(b"%PDF"):
        if b"%%EOF" not in tail and b"startxref" not in tail:
            raise PersonError(f"The document '{name}' is cut short. Export it again.")
        return Identity("Document", ".pdf", "a PDF document")
    if head.startswith(b"MThd"):
        return _notes(path, name)
    if head.startswith(b"PK\x03\x04"):
        raise PersonError(f"'{name}' is an archive or an office document. Unpack it, or save it as PDF.")
    if _is_text(head):
        return _text(path, name, head)
    return _media(path, name)


def _picture_suffix(head: bytes) -> str:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    if head[4:12] in (b"ftypavif", b"ftypavis"):
        return ".avif"
    return next((suffix for mark, suffix in _PICTURES if head.startswith(mark)), "")


def _picture(path: Path, name: str, suffix: str) -> Identity:
    """Decode the whole picture once: one cut short must be told now and not in the film."""
    from PIL import Image

    try:
        with Image.open(path) as image:
            width, height = image.size
            frames = getattr(image, "n_frames", 1)
            if width * height > 150_000_000:
                raise Image.DecompressionBombError
            if image.format == "JPEG":
                image.draft(None, (1280, 1280))
            image.load()
            turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    except Image.DecompressionBombError as error:
        raise PersonError(f"'{name}' is too large a picture to open. Save it below 150 megapixels.") from error
    except (OSError, SyntaxError, ValueError, TypeError, EOFError, MemoryError, LookupError, OverflowError) as error:
        raise PersonError(f"The picture '{name}' is damaged or cut short. Export it again.") from error
    width, height = (height, width) if turned else (width, height)
    moving = " (it moves; its first picture is used)" if frames > 1 else ""
    return Identity("Image", suffix, f"a picture, {width}×{height}{moving}")


def _notes(path: Path, name: str) -> Identity:
    import mido

    try:
        song = mido.MidiFile(path)
        seconds = float(song.length)
    except (OSError, EOFError, ValueError, LookupError, ZeroDivisionError) as error:
        raise PersonError(f"The MIDI file '{name}' is damaged or cut short. Export it again.") from error
    if not any(message.type == "note_on" for track in song.tracks for message in track):
        raise PersonError(f"The MIDI file '{name}' has no notes in it.")
    return Identity("Music", ".mid", f"notes (MIDI), {seconds:.1f} s")


def _is_text(head: bytes) -> bool:
    """UTF-8 without control characters, or UTF-16 that says so."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") and len(head) >= 4:
        return True
    if any(byte < 9 or 13 < byte < 27 for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and len(head) == 8192  # a letter cut by the end of what was read
    return True


def _text(path: Path, name: str, head: bytes) -> Identity:
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    claimed = path.suffix.lower()
    if start.startswith(b"{") and b"OTIO_SCHEMA" in head:
        return Identity("Cut", ".otio", "a timeline (OpenTimelineIO)")
    if b"LUT_3D_SIZE" in head or b"LUT_1D_SIZE" in head or claimed == ".cube":
        return Identity("Text", ".cube", "a look-up table of colours")
    if start[:5].lower() in (b"<?xml", b"<svg ", b"<svg>") and b"<svg" in head.lower():
        raise PersonError(f"'{name}' is an SVG drawing. Export it as PNG and give that.")
    for names, what in ((_PICTURE_NAMES, "picture"), (_VIDEO_NAMES, "video"), (_SOUND_NAMES, "sound")):
        if claimed in names:
            raise PersonError(f"'{name}' is a text file, not a {what}, whatever its name says. Give the {what} itself.")
    size = path.stat().st_size
    if size > _MOST_TEXT:
        raise PersonError(f"'{name}' is a text of {size / 1e6:.0f} MB; {_MOST_TEXT / 1e6:.0f} MB is the most.")
    if not start:
        raise PersonError(f"'{name}' has no words in it.")
    return Identity("Document", ".md" if claimed in _TEXT_NAMES else ".txt", f"a text, {max(1, size // 1000)} kB")


def _media(path: Path, name: str) -> Identity:
    import av

    claimed = path.suffix.lower()
    what = "picture" if claimed in _PICTURE_NAMES else "sound" if claimed in _SOUND_NAMES else "video"
    try:
        with opened(path) as container:
            moving = [s for s in container.streams.video if s.codec_context is not None and not _is_cover(s)]
            heard = [s for s in container.streams.audio if s.codec_context is not None]
            if moving:
                return _video(container, moving[0], name, claimed)
            if heard:
                return _sound(container, heard[0], name, claimed)
    except (av.FFmpegError, OSError, ValueError) as error:
        known = claimed in _PICTURE_NAMES | _VIDEO_NAMES | _SOUND_NAMES
        if known:
            raise PersonError(f"The {what} '{name}' is damaged, cut short or not a {what}. Give it anew.") from error
        raise PersonError(
            f"'{name}' is of a kind that cannot be used. Give a picture, a video, a sound, a PDF or a text."
        ) from error
    raise PersonError(f"'{name}' has neither pictures nor sound in it.")


def _is_cover(stream: Any) -> bool:
    import av

    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _decoded(container: Any, stream: Any) -> Any:
    """The first frame that decodes, or None."""
    import av

    try:
        for tried, packet in enumerate(container.demux(stream)):
            try:
                for frame in packet.decode():
                    return frame
            except (av.FFmpegError, OSError, IndexError):
                pass
            if tried > 500:
                return None
    except (av.FFmpegError, OSError, IndexError):
        pass
    return None


def _video(container: Any, stream: Any, name: str, claimed: str) -> Identity:
    frame = _decoded(container, stream)
    if frame is None:
        raise PersonError(f"No picture of '{name}' decodes: it is damaged, cut short or far too large. Give it anew.")
    seconds = float(container.duration or 0) / 1e6
    width, height = frame.width, frame.height
    if max(width, height) > MOST_SIDE:
        raise PersonError(f"'{name}' is {width}×{height}; {MOST_SIDE} across is the most. Save it smaller.")
    if round(float(frame.rotation) / 90) % 2:
        width, height = height, width
    silent = "" if container.streams.audio else ", silent"
    suffix = claimed if claimed in _VIDEO_NAMES else ".mp4" if "mp4" in container.format.name else ".mkv"
    return Identity("Video", suffix, f"a video, {width}×{height}, {seconds:.1f} s{silent}")


def _sound(container: Any, stream: Any, name: str, claimed: str) -> Identity:
    if _decoded(container, stream) is None:
        raise PersonError(f"Nothing of '{name}' can be heard: it is damaged or has no length. Give it anew.")
    if claimed in _VIDEO_NAMES:
        suffix = ".m4a" if "mp4" in container.format.name else ".mka"
    else:
        suffix = claimed if claimed in _SOUND_NAMES else ".mka"
    return Identity("Audio", suffix, f"a sound, {float(container.duration or 0) / 1e6:.1f} s")
