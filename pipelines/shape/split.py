"""Several pictures or videos at once: a split screen."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.film.laying import Laid, laid, leaning
from studio.errors import PersonError
from studio.kinds import Cut, Image, Video
from studio.timeline import Box, Shot, Timeline, exact_rate, save, to_frames
from studio.work import Work

_STILL = 4.0  # seconds, where nothing moves
_SHAPES = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0, "4:5": 4 / 5}
_BIG = 0.64  # how much of the film the big one takes
MOST = 9


def split(
    shots: list[Image | Video | Cut],
    layout: Literal[
        "auto", "side by side", "stacked", "grid", "big left", "big right", "big top", "big bottom"
    ] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    gap: Annotated[float, Field(ge=0, le=0.2)] = 0.01,
    border: Annotated[float, Field(ge=0, le=0.2)] = 0.0,
    rounded: Annotated[float, Field(ge=0, le=0.5)] = 0.0,
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#000000",
    seconds: Annotated[float, Field(gt=0, le=86400)] | None = None,
    sound: Annotated[int, Field(ge=0, le=MOST)] | None = None,
    *,
    work: Work,
) -> Cut:
    """Show two to nine pictures, videos or clips beside each other: a Cut of one shot, each cropped to its part around
    what it is about.

    It lasts as long as the longest video; a shorter one holds its last picture, with a note. Raises PersonError
    naming the shot that cannot be used.

    Args:
        shots: What is seen, from the upper left to the lower right; the big one first.
        layout: How they are arranged; auto fits their number and the film's shape.
        shape: Width to height of the film it is for.
        gap: The space between them, as a share of the film's shorter side.
        border: The space around them all, as a share of the film's shorter side.
        rounded: Their corners' radius, as a share of the smallest one's shorter side.
        colour: The colour of the space, as #rrggbb.
        seconds: How long it lasts; as the longest video, or 4 seconds of pictures, when left out.
        sound: Whose sound is heard, counted from 1; 0 for none, the first video's that has some when left out.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn")
    ... shot2 = paint(scene="a lighthouse on a rocky shore", time="night")
    ... clip1 = split(shots=[shot1, shot2], layout="side by side")
    """
    if not 2 <= len(shots) <= MOST:
        raise PersonError(f"A split screen shows 2 to {MOST} shots; there are {len(shots)} in 'shots'.")
    found = [laid(Path(path), f"Shot {number}", work) for number, path in enumerate(shots, 1)]
    rate = next((each.rate for each in found if each.frames), exact_rate(30))
    found = [each.at(rate) for each in found]
    longest = max((each.frames for each in found if each.frames), default=to_frames(_STILL, rate))
    length = longest if seconds is None else max(1, to_frames(seconds, rate))
    for number, each in enumerate(found, 1):
        left = length - (each.frames or length)
        if left > rate / 10:
            held = f"holds its last picture for {float(left / rate):.1f} s"
            work.note(f"Shot {number} ends earlier than the others and {held}.")
    heard = _heard(found, sound, work)
    boxes = _with_space(arranged(len(found), layout, _SHAPES[shape]), _SHAPES[shape], gap, border)
    wide = _SHAPES[shape]
    smallest = min(min(box.width * wide, box.height) for box in boxes)
    layers = []
    for number, (path, each, box) in enumerate(zip(shots, found, boxes, strict=True), 1):
        work.progress(number / len(found), "Looking at what each shows")
        begin, shown = float(each.layer.source_in / rate), float(min(each.frames or length, length) / rate)
        media = Path(path).parent / each.layer.media
        layer = leaning(each.layer, media, box.width * wide / box.height, begin, begin + shown)
        radius = rounded * smallest / min(box.width * wide, box.height)
        layers.append(replace(layer, box=box, rounded=radius, sound=number == heard))
    made = work.path("clip.otio")
    save(Timeline(rate, (Shot("", "Colour", length, colour=colour, layers=tuple(layers)),)), made)
    return Cut(made)


def _heard(found: list[Laid], sound: int | None, work: Work) -> int:
    """The number of the shot that is heard, 0 for none."""
    if sound is None:
        return next((number for number, each in enumerate(found, 1) if each.sound), 0)
    if sound and (sound > len(found) or not found[sound - 1].sound):
        work.note(f"Shot {sound} has no sound of its own; the split screen is silent.")
        return 0
    return sound


def arranged(count: int, layout: str, shape: float) -> list[Box]:
    """Boxes that fill the frame without space between them. `shape`: the frame's width to its height."""
    if layout == "auto":
        layout = "grid" if count > 3 else "side by side" if shape > 1.2 else "stacked"
    if layout == "side by side":
        return _row(Box(), count)
    if layout == "stacked":
        return [_turned(box) for box in _row(Box(), count)]
    if layout == "grid":
        return _grid(count, shape)
    down = layout in ("big top", "big bottom")
    boxes = [Box(0, 0, _BIG, 1), *(_turned(b) for b in _row(Box(0, _BIG, 1, 1 - _BIG), count - 1))]
    if layout in ("big right", "big bottom"):
        boxes = [replace(box, left=1 - box.left - box.width) for box in boxes]
    return [_turned(box) for box in boxes] if down else boxes


def _row(box: Box, count: int) -> list[Box]:
    width = box.width / count
    return [Box(box.left + width * i, box.top, width, box.height) for i in range(count)]


def _turned(box: Box) -> Box:
    """Columns become rows."""
    return Box(box.top, box.left, box.height, box.width)


def _grid(count: int, shape: float) -> list[Box]:
    """Rows of like number whose parts are nearest to a picture's usual shape; the shorter rows come first."""

    def misfit(rows: int) -> float:
        part = shape * rows * rows / count
        return abs(part / (4 / 3 if shape >= 1 else 3 / 4) - 1) + (0.4 if count % rows else 0.0)

    rows = min(range(1, count + 1), key=misfit)
    boxes: list[Box] = []
    for row in range(rows):
        boxes += _row(Box(0, row / rows, 1, 1 / rows), count * (row + 1) // rows - count * row // rows)
    return boxes


def _with_space(boxes: list[Box], shape: float, gap: float, border: float) -> list[Box]:
    """The boxes brought apart and in from the edges, by the same number of pixels across and down."""
    across, down = (1 / shape, 1.0) if shape > 1 else (1.0, shape)

    def moved(low: float, size: float, side: float) -> tuple[float, float]:
        """A stretch of the whole, brought in. The room is wider by the half gaps that its outer parts lose too."""
        edge, half = border * side, gap * side / 2
        room = 1 - 2 * edge + 2 * half
        return edge + low * room, max(size * room - 2 * half, 0.01)

    made = []
    for box in boxes:
        left, width = moved(box.left, box.width, across)
        top, height = moved(box.top, box.height, down)
        made.append(Box(left, top, width, height))
    return made
