"""Small tools whose signatures the plan tests lean on. They make nothing."""

from typing import Annotated, Literal

from pydantic import Field

from studio.kinds import Audio, Cut, Image, Music, Score, Text, Video
from studio.tool import tool_from
from studio.work import Work

Camera = Literal["push in", "pull out", "still"]


def paint(
    scene: Text,
    time: Literal["day", "dawn", "night"] = "day",
    avoid: str = "",
    seed: Annotated[int, Field(ge=0)] = 1,
    *,
    work: Work,
) -> Image:
    """A picture.

    Args:
        scene: What is seen.
    """
    raise NotImplementedError


def title(text: Text, background: Image | None = None, *, work: Work) -> Image:
    """A title."""
    raise NotImplementedError


def move(
    picture: Image,
    camera: Camera = "push in",
    seconds: Annotated[float, Field(gt=0, le=60)] = 4,
    *,
    work: Work,
) -> Cut:
    """A clip."""
    raise NotImplementedError


def speak(
    text: Text,
    voice: Literal["heart", "joe"] = "heart",
    speed: Annotated[float, Field(ge=0.5, le=2, description="How fast.")] = 1.0,
    *,
    work: Work,
) -> Audio:
    """Speech."""
    raise NotImplementedError


def edit(
    shots: list[Image | Video | Cut],
    voices: list[Audio | None] = [],  # noqa: B006
    transition: Literal["cut", "dissolve"] = "dissolve",
    seconds: float | None = None,
    *,
    work: Work,
) -> Cut:
    """A cut."""
    raise NotImplementedError


def compose(cut: Cut | None = None, mood: str = "calm", bars: int | None = None, *, work: Work) -> Music:
    """A score."""
    raise NotImplementedError


def render(
    cut: Cut,
    music: Music | Audio | None = None,
    captions: Literal["burned in", "off"] = "burned in",
    loud: bool = False,
    size: Annotated[str, Field(pattern=r"^\d+x\d+$", max_length=11)] = "1280x720",
    *,
    work: Work,
) -> Video:
    """A film."""
    raise NotImplementedError


def mark(points: list[list[float]], label: str, *, work: Work) -> Image:
    """An option of a type with no form of its own, and one without a default."""
    raise NotImplementedError


def judge(film: Video, cut: Cut | None = None, *, work: Work) -> Score:
    """A judge."""
    raise NotImplementedError


TOOLS = {f.__name__: tool_from(f) for f in (paint, title, move, speak, edit, compose, render, mark, judge)}
GIVEN = {"photo1": "Image", "interview": "Video", "report": "Document"}

SAMPLE = """\
# A lighthouse keeper befriends a whale

# the keeper
shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn", seed=4)
clip1 = move(picture=shot1, camera="push in", seconds=4)
clip2 = move(picture=photo1, seconds=3.5)

line1 = speak(text="Every morning, Tomas climbs the stairs and lights the lamp.", voice="heart")
cut = edit(shots=[clip1, clip2, interview], voices=[line1, None], transition="dissolve")
# strings and a piano
music = compose(cut=cut, mood="calm, hopeful")
film = render(cut=cut, music=music, captions="burned in")
seen = judge(film=film, cut=cut)

# Ask Ana for a better photo.
"""
