"""The finished film: moving pictures, sound and captions in one MP4."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines import faces
from pipelines.sizes import Size, sides
from studio.kinds import Audio, Cut, Music, Video
from studio.work import Work

CORES = 0
MEMORY = 0.6

_QUALITY = {"draft": ("ultrafast", 26), "good": ("veryfast", 20), "best": ("medium", 17)}

PACKS_BY_KIND = {"Music": ("general-user",)}  # a score in MIDI is played here
settle = faces.settle  # packs of further scripts, for captions


def render(
    cut: Cut,
    music: Music | Audio | None = None,
    captions: Literal["burned in", "file", "both", "off"] = "burned in",
    size: Size = "1280x720",
    music_level: Annotated[float, Field(ge=-40, le=0)] = -16.0,
    quality: Literal["draft", "good", "best"] = "good",
    *,
    work: Work,
) -> Video:
    """Render a cut to an MP4: H.264 (BT.709, 4:2:0), AAC 48 kHz stereo at −14 LUFS, ready to stream.

    Every shot is encoded on its own and kept, so that a change costs only what it shows. The same cut gives the same
    bytes. Raises PersonError naming the shot that cannot be shown; a half-written film is never left.

    Args:
        cut: The edited film.
        music: Music under it, as notes or as sound; it steps back under speech.
        captions: Burned in: part of the picture. File: a text track the viewer can switch. Both, or off.
        size: Width and height in pixels; 720x1280 is upright, 1080x1080 square.
        music_level: How far the music lies under the speech, in decibels.
        quality: Draft is quick and coarse, good is for showing, best is for keeping.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... line1 = speak(text="Every morning, Tomas lights the lamp.")
    ... cut = edit(shots=[shot1], voices=[line1])
    ... film = render(cut=cut, size="640x360")
    """
    from pipelines.encoding import Encoding
    from pipelines.filming import Order, film

    order = Order(
        size=sides(size),
        encoding=Encoding(*_QUALITY[quality]),
        burned=captions in ("burned in", "both"),
        track=captions in ("file", "both"),
        music_level=music_level,
    )
    return Video(film(Path(cut), Path(music) if music else None, order, work, "film.mp4"))
