"""The finished film: moving pictures, sound and captions in one file, an MP4 or another."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.assemble.letterstyles import CaptionStyle
from pipelines.assemble.places import CaptionPlace
from pipelines.film.formats import FORMATS, Format, Quality
from pipelines.film.sizes import Size, sides
from pipelines.type import faces
from studio.kinds import Audio, Cut, Music, Video
from studio.work import Work

CORES = 0
MEMORY = 0.6

PACKS_BY_KIND = {"Music": ("general-user",)}  # a score in MIDI is played here
settle = faces.settle  # packs of further scripts, for captions


def render(
    cut: Cut,
    music: Music | Audio | None = None,
    captions: Literal["burned in", "file", "both", "off"] = "burned in",
    size: Size = "1280x720",
    music_level: Annotated[float, Field(ge=-40, le=0)] = -16.0,
    quality: Quality = "good",
    format: Format = "mp4",
    encoder: Literal["software", "hardware"] = "software",
    loudness: Literal[-14, -16, -23] = -14,
    caption_style: CaptionStyle = "plate",
    caption_place: CaptionPlace = "bottom",
    *,
    work: Work,
) -> Video:
    """Render a cut to a film: H.264 (BT.709, 4:2:0) and AAC 48 kHz stereo in an MP4, ready to stream, or another.

    The film carries its title, its chapters and what made it. Every shot is encoded on its own and kept, so that a
    change costs only what it shows. The same cut gives the same bytes. Raises PersonError naming the shot that cannot
    be shown; a half-written film is never left.

    Args:
        cut: The edited film.
        music: Music under it, as notes or as sound; it steps back under speech.
        captions: Burned in: part of the picture. File: a text track the viewer can switch. Both, or off.
        size: Width and height in pixels, as 1280x720, or a name and a shape: 1080p, 720p 9:16, 4k 1:1, 1080p 4:5.
        music_level: How far the music lies under the speech, in decibels.
        quality: Draft is quick and coarse, good is for showing, best is for keeping.
        format: MP4 plays everywhere. H.265 and AV1 make smaller files, slowly; ProRes (with lossless sound) is for
            cutting on elsewhere; WebM (VP9, Opus) is for the web.
        encoder: Hardware is the graphics card, tried before it is trusted; the processor steps in and says so.
        loudness: In LUFS: -14 as streaming services play, -16 for phones and podcasts, -23 for broadcasting.
        caption_style: How burned-in captions look; "word by word" lights up what is said, "one word" shows no other.
        caption_place: Where they stand when no face is in their way.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... line1 = speak(text="Every morning, Tomas lights the lamp.")
    ... cut = edit(shots=[shot1], voices=[line1])
    ... film = render(cut=cut, size="640x360")
    """
    from pipelines.film.encoding import encoding
    from pipelines.film.filming import Order, film

    holder = FORMATS[format]
    order = Order(
        size=sides(size),
        encoding=encoding(holder.codec, quality),
        burned=captions in ("burned in", "both"),
        track=captions in ("file", "both"),
        music_level=music_level,
        loudness=loudness,
        format=format,
        hardware=encoder == "hardware",
        caption_style=caption_style,
        caption_place=caption_place,
    )
    return Video(film(Path(cut), Path(music) if music else None, order, work, "film" + holder.suffix))
