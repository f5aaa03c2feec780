"""The files a film can be: which container, pictures, sound and captions each holds."""

from dataclasses import dataclass
from typing import Literal

Format = Literal["mp4", "mp4 h265", "mp4 av1", "mov prores", "webm"]
Codec = Literal["h264", "h265", "av1", "prores", "vp9"]
Quality = Literal["draft", "good", "best"]


@dataclass(frozen=True)
class SoundCodec:
    """`encoder` is ffmpeg's, `layout` the samples it takes; `container` is that of the part that keeps a track."""

    encoder: str
    layout: str
    bits: int  # a second; 0 where nothing is lost
    container: str
    suffix: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Holder:
    """A container of ffmpeg and what one format puts into it. `captions`: ffmpeg's codec of its text track."""

    container: str
    codec: Codec
    sound: SoundCodec
    captions: Literal["mov_text", "webvtt"]
    options: tuple[tuple[str, str], ...]  # above all those that put the index first, to be watched while it loads

    @property
    def suffix(self) -> str:
        return "." + self.container


# At this many bits the quick search keeps more of the sound than the long one, for a third of its time.
AAC = SoundCodec("aac", "fltp", 192_000, "mp4", ".m4a", (("aac_coder", "fast"),))
_OPUS = SoundCodec("libopus", "flt", 160_000, "mp4", ".m4a")
_PCM = SoundCodec("pcm_s24le", "s32", 0, "mov", ".mov")
_FIRST = (("movflags", "+faststart"), ("fflags", "+bitexact"))
_ALL = (("movflags", "+faststart+use_metadata_tags"), ("fflags", "+bitexact"))  # else QuickTime has no description
_CUES = (("cues_to_front", "1"), ("fflags", "+bitexact"))  # without the latter it carries a number by chance

FORMATS: dict[Format, Holder] = {
    "mp4": Holder("mp4", "h264", AAC, "mov_text", _FIRST),
    "mp4 h265": Holder("mp4", "h265", AAC, "mov_text", _FIRST),
    "mp4 av1": Holder("mp4", "av1", AAC, "mov_text", _FIRST),
    "mov prores": Holder("mov", "prores", _PCM, "mov_text", _ALL),
    "webm": Holder("webm", "vp9", _OPUS, "webvtt", _CUES),
}
