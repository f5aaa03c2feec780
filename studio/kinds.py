"""The kinds of thing a plan can name. Each is a file; the kind says what a tool may expect of it."""

from pathlib import Path
from typing import NewType

Text = NewType("Text", Path)  # UTF-8
Image = NewType("Image", Path)  # anything Pillow opens; our own are PNG
Audio = NewType("Audio", Path)  # anything libsndfile or ffmpeg decodes; our own are FLAC
Music = NewType("Music", Path)  # Standard MIDI File
Video = NewType("Video", Path)  # anything ffmpeg decodes; our own are MP4
Document = NewType("Document", Path)  # PDF, Markdown or plain text, given by the person
Cut = NewType("Cut", Path)  # an OpenTimelineIO timeline whose media lie beside it
Frames = NewType("Frames", Path)  # a ZIP of a film's frames, numbered PNGs, with its sound
Stems = NewType("Stems", Path)  # a ZIP of a film's sound in its parts, each a file as long as the film
Score = NewType("Score", Path)  # JSON: what a judge saw, in words, then a number from 0 to 1

Kind = str  # one of the names below

KINDS: dict[str, object] = {
    "Text": Text,
    "Image": Image,
    "Audio": Audio,
    "Music": Music,
    "Video": Video,
    "Document": Document,
    "Cut": Cut,
    "Frames": Frames,
    "Stems": Stems,
    "Score": Score,
}


def read_text(text: Text) -> str:
    """The characters of a Text (UTF-8; undecodable bytes become U+FFFD)."""
    return Path(text).read_text(encoding="utf-8", errors="replace")
