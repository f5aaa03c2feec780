"""A Cut as a value: shots, layers, sounds and captions in whole frames of one rational rate."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from studio.bounds import check

Word = tuple[str, float, float]  # what is said, begin and end in seconds
Fit = Literal["auto", "fill", "smart crop", "blurred sides", "coloured sides"]
Ease = Literal["gentle", "linear", "slow start", "slow end"]
Blend = Literal["normal", "multiply", "screen", "overlay", "add", "darken", "lighten"]
Bus = Literal["speech", "music", "effects", "clips"]
Change = Literal[
    "cut", "dissolve", "dip to black", "dip to white", "dip to colour",
    "wipe left", "wipe right", "wipe up", "wipe down", "slide left", "slide right", "slide up", "slide down",
    "push left", "push right", "push up", "push down", "zoom", "iris", "blur",
]  # fmt: skip
CHANGES: tuple[Change, ...] = get_args(Change)


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True)
class View:
    """A window on a picture. `zoom` 1 is the largest window of the film's shape that the picture holds;
    `x`, `y` place it in the room left over: 0 left or top, 0.5 the middle, 1 right or bottom. Where a picture is
    cropped by "smart crop" or "auto", 0.5 is the place that keeps its interest in sight, and a move around 0.5 goes
    around that place. `turn`: how far the camera is turned, in degrees clockwise; a turned window is made smaller
    until the picture fills it."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0
    turn: float = 0.0


@dataclass(frozen=True)
class Camera:
    """A path over the shot from one view to another; time is the share of the shot's visible frames."""

    start: View
    end: View
    ease: Ease = "gentle"


@dataclass(frozen=True)
class Transition:
    """How a shot hands over to the next one: both are on the screen for `frames` frames, none in a "cut".

    The direction is where the new picture moves to: "wipe left" uncovers it from right to left. `colour`
    ("#rrggbb") is that of "dip to colour". `sound`: frames over which the shots' own sound crossfades around the
    boundary; None for as long as the picture takes.
    """

    kind: Change
    frames: int
    colour: str = "#000000"
    sound: int | None = None


@dataclass(frozen=True)
class Grade:
    """Colour correction in this order: exposure in stops, temperature and tint (-1 cool or green to 1 warm or magenta),
    contrast and saturation (1 leaves them), then `share` (0 to 1) of a look-up table, a .cube file beside the cut."""

    exposure: float = 0.0
    temperature: float = 0.0
    tint: float = 0.0
    contrast: float = 1.0
    saturation: float = 1.0
    lut: str = ""
    share: float = 1.0


@dataclass(frozen=True)
class Box:
    """A rectangle as shares of the film's width and height."""

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0


@dataclass(frozen=True)
class Layer:
    """A picture or video over a shot or over the film, transparent where it is.

    `start` counts from the first frame of what it lies on; `frames` None lasts to its end. It fills `box` (cropped)
    or, with `whole`, is contained in it, leaning to `align` (0 left or top, 1 right or bottom). `rounded`: the
    corners' radius as a share of the shorter side shown. `fade_in`, `fade_out`: frames.
    """

    media: str
    kind: Literal["Image", "Video"]
    start: int = 0
    frames: int | None = None
    box: Box = Box()
    whole: bool = False
    align: tuple[float, float] = (0.5, 0.5)
    opacity: float = 1.0
    blend: Blend = "normal"
    rounded: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    source_in: int = 0
    available: int | None = None
    sound: bool = False


@dataclass(frozen=True)
class Shot:
    """One picture, stretch of video or plain colour.

    `visible` counts every film frame in which the shot shows, transitions included. `source_in` (videos) is where
    the first of them lies in the media and `available` how many frames the media has from its beginning, both in
    frames of the film's rate; past its end a video holds its last picture. `sound`: a video's own sound is heard,
    `gain` decibels louder, `pan`ned from -1 (left) to 1 (right). `speed`: pairs of (share of the shot, factor) between
    which the factor changes evenly; 1 is as filmed, 0 frozen, below 0 backwards; empty is as filmed.
    `colour` ("#rrggbb") is that of a Colour shot and of coloured sides. `effects`: MoviePy effects, by name and
    arguments as JSON. `chapter`: the film's chapter that begins with this shot; "" for none.
    """

    media: str
    kind: Literal["Image", "Video", "Colour"]
    visible: int
    source_in: int = 0
    available: int | None = None
    camera: Camera | None = None
    sound: bool = False
    transition: Transition | None = None
    note: str = ""
    fit: Fit = "auto"
    colour: str = "#000000"
    speed: tuple[tuple[float, float], ...] = ()
    gain: float = 0.0
    pan: float = 0.0
    grade: Grade | None = None
    layers: tuple[Layer, ...] = ()
    effects: tuple[tuple[str, str], ...] = ()
    chapter: str = ""

    @property
    def overlap(self) -> int:
        """Frames it shares with the next shot."""
        return self.transition.frames if self.transition else 0

    def source_at(self, local: float) -> float:
        """Where in the media, in frames of the film's rate, lies what shows `local` frames into the shot."""
        if not self.speed:
            return self.source_in + local
        return self.source_in + self.visible * _travelled(self.speed, local / self.visible)

    @property
    def files(self) -> Iterator[str]:
        """The names of all files the shot needs."""
        yield from filter(None, (self.media, self.grade.lut if self.grade else ""))
        yield from (layer.media for layer in self.layers)


def _travelled(speed: tuple[tuple[float, float], ...], share: float) -> float:
    """The integral of the speed from 0 to `share`; before the first and after the last pair it stays as there."""
    knots = [(0.0, speed[0][1]), *speed, (max(1.0, share), speed[-1][1])]
    gone = 0.0
    for (a, u), (b, v) in pairwise(knots):
        end = min(b, share)
        if end > a:
            now = u + (v - u) * (end - a) / (b - a)
            gone += (u + now) / 2 * (end - a)
    return gone


@dataclass(frozen=True)
class Voice:
    """Speech from film frame `start` on, `frames` long, `gain` decibels louder, `pan`ned from -1 (left) to 1 (right).
    Times of `words` count from the voice's own beginning."""

    media: str
    start: int
    frames: int
    words: tuple[Word, ...] = ()
    gain: float = 0.0
    pan: float = 0.0


@dataclass(frozen=True)
class Sound:
    """Sound that is neither speech nor a shot's own, from film frame `start` on, `frames` long, on a bus of the mix.
    `source_in` and fades in frames of the film's rate; `gain`: decibels beside where its bus lies."""

    media: str
    start: int
    frames: int
    bus: Bus = "effects"
    source_in: int = 0
    fade_in: int = 0
    fade_out: int = 0
    gain: float = 0.0
    pan: float = 0.0


@dataclass(frozen=True)
class Caption:
    """Lines (parted by a line feed) on the screen in film frames [start, end). `words` in seconds of the film."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A whole film before it is rendered: `layers` lie over all shots and transitions, below the captions, with starts
    in film frames. Raises ValueError when its numbers cannot be a film."""

    rate: Fraction
    shots: tuple[Shot, ...]
    voices: tuple[Voice, ...] = ()
    captions: tuple[Caption, ...] = ()
    name: str = ""
    fade_in: int = 0  # frames from black at the film's beginning
    fade_out: int = 0  # frames to black at its end
    layers: tuple[Layer, ...] = ()
    sounds: tuple[Sound, ...] = ()

    def __post_init__(self) -> None:
        check(self)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The film frame in which each shot first shows."""
        found, at = [], 0
        for shot in self.shots:
            found.append(at)
            at += shot.visible - shot.overlap
        return tuple(found)

    @cached_property
    def boundaries(self) -> tuple[int, ...]:
        """The film frame where each shot after the first takes over: the middle of a transition."""
        return tuple(start + shot.overlap // 2 for start, shot in zip(self.starts[1:], self.shots, strict=False))

    @cached_property
    def frames(self) -> int:
        return sum(shot.visible - shot.overlap for shot in self.shots)

    @property
    def seconds(self) -> Fraction:
        return self.frames / self.rate

    @property
    def media(self) -> tuple[str, ...]:
        """The names of all files the film needs, each once, in the order of use."""
        more: tuple[Layer | Voice | Sound, ...] = (*self.layers, *self.voices, *self.sounds)
        return tuple(dict.fromkeys([*(n for s in self.shots for n in s.files), *(each.media for each in more)]))
