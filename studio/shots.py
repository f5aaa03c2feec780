"""A Cut as a value: shots, voices and captions in whole frames of one rational rate."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Word = tuple[str, float, float]  # what is said, begin and end in seconds
Fit = Literal["auto", "fill", "blurred sides"]
Ease = Literal["gentle", "linear"]


@dataclass(frozen=True)
class View:
    """A window on a picture. `zoom` 1 is the largest window of the film's shape that the picture holds;
    `x`, `y` place it in the room left over: 0 left or top, 0.5 the middle, 1 right or bottom."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0


@dataclass(frozen=True)
class Camera:
    """A path over the shot from one view to another; time is the share of the shot's visible frames."""

    start: View
    end: View
    ease: Ease = "gentle"


@dataclass(frozen=True)
class Transition:
    """How a shot hands over to the next one: both are on the screen for `frames` frames."""

    kind: Literal["dissolve", "dip to black"]
    frames: int


@dataclass(frozen=True)
class Shot:
    """One picture or stretch of video.

    `visible` counts every film frame in which the shot shows, transitions included. `source_in` (videos) is where
    the first of them lies in the media and `available` how many frames the media has from its beginning, both in
    frames of the film's rate; past its end a video holds its last picture. `sound`: a video's own sound is heard.
    """

    media: str
    kind: Literal["Image", "Video"]
    visible: int
    source_in: int = 0
    available: int | None = None
    camera: Camera | None = None
    sound: bool = False
    transition: Transition | None = None
    note: str = ""
    fit: Fit = "auto"


@dataclass(frozen=True)
class Voice:
    """Spoken sound from film frame `start` on, `frames` long. Times of `words` count from the voice's own beginning."""

    media: str
    start: int
    frames: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Caption:
    """Lines (parted by a line feed) on the screen in film frames [start, end). `words` in seconds of the film."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A whole film before it is rendered. Raises ValueError when its numbers cannot be a film."""

    rate: Fraction
    shots: tuple[Shot, ...]
    voices: tuple[Voice, ...] = ()
    captions: tuple[Caption, ...] = ()
    name: str = ""
    fade_in: int = 0  # frames from black at the film's beginning
    fade_out: int = 0  # frames to black at its end

    def __post_init__(self) -> None:
        if not 1 <= self.rate <= 240:
            raise ValueError(f"a rate of {self.rate} frames a second is outside 1 to 240")
        if not self.shots:
            raise ValueError("no shots")
        if self.shots[-1].transition:
            raise ValueError("the last shot has a transition and no shot to lead to")
        before = 0
        for number, shot in enumerate(self.shots, 1):
            after = shot.transition.frames if shot.transition else 0
            if before < 0 or after < 0 or before + after >= shot.visible:
                raise ValueError(f"shot {number} shows for {shot.visible} frames, too short for its transitions")
            before = after
        if any(v.start < 0 or v.frames < 1 for v in self.voices):
            raise ValueError("a voice begins before the film or has no length")
        if any(not 0 <= c.start < c.end for c in self.captions):
            raise ValueError("a caption ends before it begins")
        if not (self.fade_in >= 0 and self.fade_out >= 0 and self.fade_in + self.fade_out <= self.frames):
            raise ValueError("the fades are longer than the film")

    @property
    def starts(self) -> tuple[int, ...]:
        """The film frame in which each shot first shows."""
        found, at = [], 0
        for shot in self.shots:
            found.append(at)
            at += shot.visible - (shot.transition.frames if shot.transition else 0)
        return tuple(found)

    @property
    def boundaries(self) -> tuple[int, ...]:
        """The film frame where each shot after the first takes over: the middle of a transition."""
        overlaps = [s.transition.frames if s.transition else 0 for s in self.shots]
        return tuple(start + overlap // 2 for start, overlap in zip(self.starts[1:], overlaps, strict=False))

    @property
    def frames(self) -> int:
        return self.starts[-1] + self.shots[-1].visible

    @property
    def seconds(self) -> Fraction:
        return self.frames / self.rate

    @property
    def media(self) -> tuple[str, ...]:
        """The names of all files the film needs, each once, in the order of use."""
        return tuple(dict.fromkeys([s.media for s in self.shots] + [v.media for v in self.voices]))


def to_frames(seconds: float | Fraction, rate: Fraction) -> int:
    """The nearest whole number of frames; half a frame counts as one."""
    return int(Fraction(seconds) * rate + Fraction(1, 2))


def exact_rate(fps: float) -> Fraction:
    """A rate as film-makers mean it: 29.97 is 30000/1001."""
    near = round(fps)
    ntsc = Fraction(near * 1000, 1001)
    if near and abs(fps - ntsc) < 0.006 and abs(fps - near) > 0.004:
        return ntsc
    return Fraction(fps).limit_denominator(1000)
