"""What a file says of itself (spoken words and their times, things drawn), carried in its own comment field.

Travelling inside the content, facts are covered by the content's hash and survive a download.
They are one JSON object: in a PNG the iTXt chunk "reelwright", in FLAC the comment tag, in MP4 the
container's comment, in a MIDI file a text event at time 0. Every value starts with the mark below, so that
somebody else's comment is never mistaken for ours.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.given import opened
from studio.sounds import writing

if TYPE_CHECKING:
    from PIL.PngImagePlugin import PngInfo

MARK = "reelwright "
_PNG_KEY = "reelwright"

Facts = dict[str, Any]


def pack(facts: Facts) -> str:
    """The comment that carries these facts. The same facts give the same characters."""
    return MARK + json.dumps(facts, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def unpack(comment: str | None) -> Facts:
    """The facts a comment carries; {} when it is not one of ours."""
    if not comment or not comment.startswith(MARK):
        return {}
    try:
        found = json.loads(comment[len(MARK) :])
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def png_info(facts: Facts) -> "PngInfo":
    """For `image.save(path, pnginfo=png_info(facts))`."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt(_PNG_KEY, pack(facts))
    return info


def write_audio(path: Path, samples: Any, rate: int, facts: Facts) -> None:
    """Write float samples, shape (n,) or (n, channels) in [-1, 1], as 16-bit FLAC with its facts.

    FLAC only: libsndfile cuts a WAV's comment off at 32 kB, which a long reading's word times pass.
    """
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    with writing(path, rate, channels) as sound:
        if facts:
            sound.comment = pack(facts)
        sound.write(samples)


def read(path: Path) -> Facts:
    """The facts inside a file; {} when it carries none or is of another kind."""
    suffix = path.suffix.lower()
    if suffix == ".png":
        return _read_png(path)
    if suffix == ".flac":
        return _read_audio(path)
    if suffix in (".mp4", ".m4a", ".mov", ".mkv", ".webm"):
        return _read_video(path)
    if suffix in (".mid", ".midi"):
        return _read_midi(path)
    return {}


def _read_png(path: Path) -> Facts:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            told = image.info.get(_PNG_KEY)
            if told is None and _words_after_picture(path):
                told = getattr(image, "text", {}).get(_PNG_KEY)  # decodes the whole picture to get there
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError, Image.DecompressionBombError):
        return {}
    return unpack(told if isinstance(told, str) else None)


def _words_after_picture(path: Path) -> bool:
    """Whether a PNG has chunks of text behind its picture."""
    with path.open("rb") as file:
        file.seek(8)
        begun = False
        while len(head := file.read(8)) == 8:
            kind = head[4:]
            if begun and kind in (b"iTXt", b"tEXt", b"zTXt"):
                return True
            begun = begun or kind == b"IDAT"
            file.seek(int.from_bytes(head[:4], "big") + 4, 1)
    return False


def _read_audio(path: Path) -> Facts:
    import soundfile

    try:
        with soundfile.SoundFile(path) as sound:
            return unpack(sound.comment)
    except (soundfile.LibsndfileError, RuntimeError):
        return {}


def _read_video(path: Path) -> Facts:
    import av

    try:
        with opened(path) as container:
            told = {key.lower(): value for key, value in container.metadata.items()}  # WebM writes COMMENT
            return unpack(told.get("comment"))
    except (av.FFmpegError, OSError, ValueError):
        return {}


def _read_midi(path: Path) -> Facts:
    import mido

    try:
        song = mido.MidiFile(path)
    except (OSError, EOFError, ValueError, KeyError, IndexError):
        return {}
    for track in song.tracks:
        for message in track:
            if message.type == "text" and message.text.startswith(MARK):
                return unpack(message.text)
    return {}
