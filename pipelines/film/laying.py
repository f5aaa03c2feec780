"""What tools lay over a picture or beside another: a picture, a video or a clip of one shot, as a layer."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from pipelines.film.assembling import clip, rescaled_layer
from studio.errors import PersonError
from studio.timeline import Layer, Shot, to_frames
from studio.work import Work

MOTION = "Render it first, then use the film."


@dataclass(frozen=True)
class Laid:
    """A layer that fills its box, how long its media goes on (None: a still, for ever), and whether it has sound.
    Frames are of `rate`."""

    layer: Layer
    frames: int | None
    sound: bool
    rate: Fraction

    def at(self, rate: Fraction) -> "Laid":
        """The same with frames of another rate."""
        again = rate / self.rate
        frames = None if self.frames is None else max(1, to_frames(Fraction(self.frames), again))
        return Laid(rescaled_layer(self.layer, again), frames, self.sound, rate)


def laid(path: Path, name: str, work: Work) -> Laid:
    """A thing to lay, at its own rate. `name`: what to call it. Raises PersonError when it cannot be laid; a note
    says what of a clip is left out."""
    try:
        found = clip(path, work, f"{name}: ")
    except PersonError as error:
        raise PersonError(f"{name}: {error}") from error
    shot = found.shots[0]
    if len(found.shots) > 1:
        raise PersonError(f"{name} is a cut of {len(found.shots)} shots; one shot can be laid here. {MOTION}")
    if shot.kind == "Colour":
        raise PersonError(f"{name} is no picture or video of its own. {MOTION}")
    if lost := _left_out(shot):
        work.note(f"{name}: its {' and '.join(lost)} cannot be kept here and is left out. {MOTION}")
    layer = Layer(shot.media, shot.kind, source_in=shot.source_in, available=shot.available)
    moving = shot.kind == "Video"
    return Laid(layer, shot.visible if moving else None, moving and shot.sound, found.rate)


def _left_out(shot: Shot) -> list[str]:
    """What a shot has that a layer cannot have."""
    plain = replace(shot, camera=None, speed=(), grade=None, layers=(), effects=())
    names = {"camera": "camera move", "speed": "speed", "grade": "colour", "layers": "layers", "effects": "effects"}
    return [words for name, words in names.items() if getattr(shot, name) != getattr(plain, name)]


def leaning(layer: Layer, path: Path, shape: float, begin: float, end: float) -> Layer:
    """The layer so that a crop to this width to height keeps what its picture is about, of a video from begin to end,
    in seconds."""
    from pipelines.film import interest, planes
    from pipelines.film.following import standing
    from pipelines.film.footage import probe
    from pipelines.pictures import read_rgb

    if layer.kind == "Image":
        rgb = read_rgb(path, (640, 640))
        wide, high = planes.contain(rgb.shape[1], rgb.shape[0], 640, 640)
        return replace(
            layer, align=interest.middle(planes.from_rgb(planes.resize(rgb, wide, high)), shape, interest.known(path))
        )
    footage = probe(path)
    return replace(layer, align=standing(footage, begin, min(end, max(begin, footage.seconds)), shape))
