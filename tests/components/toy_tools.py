"""Toy tools with real signatures: quick pictures, tones and films for the screen's tests."""

import dataclasses
import io
import time as clock
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Audio, Cut, Image, Music, Score, Text, Video, read_text
from studio.tool import Tool, tool_from
from studio.work import Work

SHAPES = Literal["16:9", "9:16", "1:1"]


def paint(
    scene: Text,
    time: Literal["dawn", "day", "dusk", "night"] = "day",
    look: Literal["paper", "soft", "ink"] = "soft",
    shape: SHAPES = "16:9",
    avoid: str = "",
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """A drawn picture of a scene.

    Args:
        scene: What is seen.
        time: The hour, which sets the light.
        avoid: Things that must not be there, separated by commas.
        seed: Another number is another take.

    >>> shot = paint(scene="a lighthouse")
    """
    from PIL import Image as Pillow
    from PIL import ImageDraw

    words = read_text(scene)
    if "storm of errors" in words:
        raise PersonError("There is no drawing of a storm of errors. Describe something that can be seen.")
    _pause(work, 15 if "glacially" in words else 1.5 if "slowly" in words else 0.12, "mixing colours")
    if "slowly" in words:
        _show(Pillow.new("RGB", (64, 36), (90, 120, 160)), work)
        _pause(work, 0.6, "looking again")
    if "unicorn" in words:
        work.note("No drawing of 'unicorn' was found; a horse stands in for it.")
    wide, high = {"16:9": (640, 360), "9:16": (360, 640), "1:1": (480, 480)}[shape]
    low = {"dawn": (242, 196, 160), "day": (196, 224, 240), "dusk": (224, 150, 130), "night": (40, 52, 92)}[time]
    picture = Pillow.new("RGB", (wide, high), low)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, high * 0.68, wide, high), fill=tuple(int(c * 0.55) for c in low))
    at = 80 + (seed * 53 + len(words) * 17) % (wide - 160)
    pen.ellipse((at - 40, high * 0.2, at + 40, high * 0.2 + 80), fill=(250, 236, 190))
    picture.save(work.path("picture.png"))
    return Image(work.path("picture.png"))


def _show(picture: Any, work: Work) -> None:
    out = io.BytesIO()
    picture.save(out, "JPEG")
    work.preview(out.getvalue())


def _pause(work: Work, seconds: float, words: str) -> None:
    until = clock.monotonic() + seconds
    while (left := until - clock.monotonic()) > 0:
        work.progress(1 - left / seconds, words)
        clock.sleep(0.03)


def move(
    picture: Image,
    camera: Literal["push in", "pull out", "pan left", "pan right", "still"] = "push in",
    seconds: Annotated[float, Field(gt=0, le=60)] = 4.0,
    *,
    work: Work,
) -> Cut:
    """A camera over a picture.

    Args:
        camera: How the camera travels.
        seconds: How long the shot asks to be.
    """
    work.path("clip.otio").write_text(f"{picture.name} {camera} {seconds}")
    return Cut(work.path("clip.otio"))


def speak(
    text: Text,
    voice: Literal["heart", "joe", "silent"] = "heart",
    speed: Annotated[float, Field(ge=0.5, le=2)] = 1.0,
    *,
    work: Work,
) -> Audio:
    """Speech from text.

    Args:
        text: What is said.
        speed: 1 is the voice's own pace.
    """
    import numpy as np
    import soundfile

    _pause(work, 0.1, "speaking")
    count = int(24_000 * max(0.4, len(read_text(text)) / 16 / speed))
    tone = 0.2 * np.sin(np.arange(count) * 2 * np.pi * (220 if voice == "heart" else 130) / 24_000)
    soundfile.write(work.path("line.flac"), tone, 24_000)
    return Audio(work.path("line.flac"))


def compose(
    cut: Cut | None = None, mood: str = "calm", seconds: float | None = None, seed: int = 1, *, work: Work
) -> Music:
    """Music to a cut.

    Args:
        mood: A few words on how it should feel.
    """
    work.path("music.mid").write_bytes(b"MThd\0\0\0\6\0\0\0\1\1\xe0MTrk\0\0\0\4\0\xff\x2f\0" + mood.encode())
    return Music(work.path("music.mid"))


def perform(music: Music, *, work: Work) -> Audio:
    """Music as sound."""
    work.path("words.txt").write_text("la " * 30)
    return speak(Text(work.path("words.txt")), work=work)


def edit(
    shots: list[Image | Video | Cut],
    voices: list[Audio | None] = [],  # noqa: B006
    transition: Literal["cut", "dissolve", "dip to black"] = "dissolve",
    transition_seconds: Annotated[float, Field(ge=0, le=3)] = 0.5,
    seconds: float | None = None,
    transitions: list[Literal["cut", "dissolve", "wipe left"] | None] = [],  # noqa: B006
    transition_colour: str = "#000000",
    *,
    work: Work,
) -> Cut:
    """Shots, voices and transitions put together.

    Args:
        shots: In the order of the film.
        voices: One for each shot, or nothing.
        seconds: How long the film should be.
    """
    work.path("cut.otio").write_text(" ".join(s.name for s in shots) + transition + str(transition_seconds))
    return Cut(work.path("cut.otio"))


def render(
    cut: Cut,
    music: Music | Audio | None = None,
    captions: Literal["burned in", "file", "both", "off"] = "burned in",
    size: str = "1280x720",
    *,
    work: Work,
) -> Video:
    """The film of a cut."""
    _pause(work, 0.5, "frame 12 of 48")
    return _film(work.path("film.mp4"), len(cut.read_text()), work)


def proxy(cut: Cut, height: int = 360, *, work: Work) -> Video:
    """A quick film of a cut."""
    return _film(work.path("proxy.mp4"), len(cut.read_text()), work)


def _film(path: Path, seed: int, work: Work) -> Video:
    import av
    import numpy as np

    with av.open(str(path), "w") as out:
        stream = out.add_stream("h264", rate=24, options={"crf": "30", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for n in range(48):
            picture = np.full((180, 320, 3), (30 + seed % 60, 70, 90), np.uint8)
            picture[60:120, 20 + n * 4 : 80 + n * 4] = (240, 200, 150)
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                out.mux(packet)
        for packet in stream.encode():
            out.mux(packet)
    return Video(path)


def still(film: Video, seconds: float = 0, *, work: Work) -> Image:
    """A frame of a film."""
    import av

    with av.open(str(film)) as opened:
        frame = next(opened.decode(video=0))
    frame.to_image().save(work.path("still.png"))
    return Image(work.path("still.png"))


def captions(cut: Cut, format: Literal["srt", "vtt"] = "srt", *, work: Work) -> Text:
    """A cut's captions."""
    work.path("captions.srt").write_text("1\n00:00:00,000 --> 00:00:02,000\nGood morning.\n")
    return Text(work.path("captions.srt"))


def judge_technical(film: Video, cut: Cut | None = None, seconds: float | None = None, *, work: Work) -> Score:
    """What is technically right and wrong with a film."""
    work.path("score.json").write_text(
        '{"saw": ["The film is 2.0 s long.", "Sound at -14.1 LUFS.", "No black stretches."], '
        '"remarks": [{"what": "One caption goes by quickly, at 21 characters a second.", "where_s": 1}], '
        '"score": 0.93}'
    )
    return Score(work.path("score.json"))


ROOMS = {
    paint: "make", speak: "make", compose: "make", perform: "make", move: "shape", still: "shape", edit: "assemble",
    render: "assemble", proxy: "assemble", captions: "assemble", judge_technical: "judge",
}  # fmt: skip


def toy_tools() -> dict[str, Tool]:
    tools = {}
    for function, room in ROOMS.items():
        tool = tool_from(function, room=room, code="toy")
        first = tool.words.split("\n")[0].rstrip(".")
        tools[tool.name] = dataclasses.replace(tool, summary=first, words=tool.words)
    return tools
