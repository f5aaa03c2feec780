"""A picture or video over a film: picture in picture, a logo, a watermark, a name strip."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.film.assembling import clip
from pipelines.film.laying import laid
from studio.errors import PersonError
from studio.kinds import Cut, Image, Video
from studio.timeline import Blend, Box, Layer, Timeline, save, to_frames
from studio.work import Work

Place = Literal[
    "top left", "top", "top right", "left", "middle", "right", "bottom left", "bottom", "bottom right", "whole", "fill"
]
_MARGIN_X, _MARGIN_Y = 0.03, 0.045  # shares of the film's width and height; about equal in a wide film
_ROUNDED = 0.06  # of a video in a corner


def overlay(
    cut: Cut | Video | Image,
    picture: Image | Video | Cut,
    place: Place = "bottom right",
    width: Annotated[float, Field(gt=0, le=1)] = 0.25,
    start: Annotated[float, Field(ge=0, le=86400)] = 0.0,
    seconds: Annotated[float, Field(gt=0, le=86400)] | None = None,
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0,
    blend: Blend = "normal",
    fade: Annotated[float, Field(ge=0, le=10)] = 0.3,
    rounded: Annotated[float, Field(ge=0, le=0.5)] | None = None,
    sound: bool = False,
    *,
    work: Work,
) -> Cut:
    """Lay a picture or a video over a film, a clip or a picture: a Cut with one more layer, drawn when it is rendered.

    Transparent parts stay so. Several layers are laid by several steps, each over those before. Over a clip of one
    shot the layer belongs to the shot and goes along with it; over a longer cut it lies over the whole film, above
    its transitions and under the captions. Raises PersonError when something cannot be read or `start` is past the
    end; a layer that would last longer than the film ends with it.

    Args:
        cut: What it is laid over.
        picture: What is laid over it: a picture, a video or a clip of one shot.
        place: Where it lies: in a corner, at a side, in the middle, whole (as large as the film holds it) or fill
            (covering the film, cropped).
        width: How wide it is, as a share of the film's width; whole and fill are as wide as they can be.
        start: When it appears, in seconds.
        seconds: How long it shows; a video to its own end, a picture to the film's when left out.
        opacity: How solid it is: 1 hides what lies under it.
        blend: How its colours meet those under it; screen and add suit light on black, multiply ink on white.
        fade: Seconds in which it appears and leaves, except where the film begins or ends.
        rounded: Corners' radius as a share of its shorter side; a video is rounded a little when left out.
        sound: Whether a video's own sound is heard.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... logo = title(text="Corner Bakery", look="bold", shape="1:1")
    ... cut = edit(shots=[shot1])
    ... marked = overlay(cut=cut, picture=logo, place="top right", width=0.12, opacity=0.8, rounded=0.2)
    """
    film = clip(Path(cut), work)
    over = laid(Path(picture), "The picture to lay over it", work).at(film.rate)
    begin = to_frames(start, film.rate)
    if begin >= film.frames:
        raise PersonError(
            f"The film is {float(film.seconds):.1f} s long; nothing can be laid over it at {start:g} s. "
            f"Choose a start below {float(film.seconds):.1f}."
        )
    lasts = over.frames if seconds is None else max(1, to_frames(seconds, film.rate))
    ends = lasts is not None and begin + lasts < film.frames
    if sound and not over.sound:
        work.note("What is laid over the film has no sound of its own.")
    soft = to_frames(fade, film.rate)
    layer = replace(
        _placed(over.layer, place, width),
        start=begin,
        frames=lasts if ends else None,
        opacity=opacity,
        blend=blend,
        rounded=_rounding(over.layer, place) if rounded is None else rounded,
        fade_in=soft if begin else 0,
        fade_out=soft if ends else 0,
        sound=sound and over.sound,
    )
    made = work.path("cut.otio")
    save(_with(film, layer), made)
    return Cut(made)


def _placed(layer: Layer, place: Place, width: float) -> Layer:
    """The layer in its box. The film's shape is not known here: the box is as wide as asked and as high as can be,
    and the picture stands whole in it, leaning to its place."""
    if place in ("whole", "fill"):
        return replace(layer, whole=place == "whole")
    across = 0.0 if "left" in place else 1.0 if "right" in place else 0.5
    down = 0.0 if "top" in place else 1.0 if "bottom" in place else 0.5
    room = 1 - 2 * _MARGIN_X
    width = min(width, room)
    box = Box(_MARGIN_X + (room - width) * across, _MARGIN_Y, width, 1 - 2 * _MARGIN_Y)
    return replace(layer, box=box, whole=True, align=(across, down))


def _rounding(layer: Layer, place: Place) -> float:
    return _ROUNDED if layer.kind == "Video" and place not in ("whole", "fill") else 0.0


def _with(film: Timeline, layer: Layer) -> Timeline:
    if len(film.shots) > 1 or film.layers or film.voices:
        return replace(film, layers=(*film.layers, layer))
    shot = replace(film.shots[0], layers=(*film.shots[0].layers, layer))
    return replace(film, shots=(shot,))
