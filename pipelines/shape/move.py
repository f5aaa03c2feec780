"""A camera move over a picture, a video or a shot: push, pull, pan, tilt, rotate or hold still."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Cut, Image, Video
from studio.timeline import Camera, Ease, Fit, Shot, Timeline, View, exact_rate, load, save, to_frames
from studio.work import Work

_RATE = exact_rate(30)
_STILL_SECONDS = 4.0
_FASTEST = 0.3  # frame widths a second: faster than this a pan is hard to watch
_WIDE = 16 / 9  # the shape is settled in `render`; a move is measured for the usual one


def move(
    picture: Image | Video | Cut,
    camera: Literal[
        "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "rotate left", "rotate right", "still"
    ] = "push in",
    seconds: Annotated[float, Field(gt=0, le=600)] | None = None,
    strength: Annotated[float, Field(ge=0, le=1)] = 0.4,
    ease: Ease = "gentle",
    fit: Fit = "auto",
    *,
    work: Work,
) -> Cut:
    """Move a camera over a picture, a video or a cut of one shot: a Cut of one shot, which `edit` may stretch to its
    narration.

    Nothing is encoded here; the camera is a path over the shot's length, drawn at sub-pixel steps by `render`. A
    turned camera is as near as it takes never to see beyond the picture's border. Raises PersonError when the picture
    or video cannot be opened, or the cut has several shots.

    Args:
        picture: The picture, video or shot.
        camera: Where the camera goes; rotate rolls it gently about its middle.
        seconds: How long the shot lasts, unless narration or the film's length ask for more or less; when left out, 4
            for a picture, and a video's or shot's own length.
        strength: How far it goes: 0 hardly moves, 1 is bold.
        ease: Gentle starts and ends softly; linear keeps one speed; slow start and slow end are soft at one end.
        fit: How a picture of another shape than the film is shown; auto crops to what matters, else adds blurred sides.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn")
    ... clip1 = move(picture=shot1, camera="push in", seconds=4)
    """
    path = Path(picture)
    film = _of_cut(path, seconds, work) if path.suffix.lower() == ".otio" else _of_file(path, seconds, work)
    shot = film.shots[0]
    shape = 1.0
    if shot.kind == "Colour":
        work.note("A plain colour looks the same wherever the camera goes.")
    else:
        width, height = _sides(path.parent / shot.media, shot.kind)
        shape = width / height
        if max(width, height) < 480:
            work.note(f"The {_word(shot)} is only {width}×{height}; it will look soft on a large screen.")
    moved = _path(camera, strength, ease, shape, float(shot.visible / film.rate))
    shot = replace(shot, camera=moved, fit=shot.fit if fit == "auto" else fit)
    made = work.path("clip.otio")
    save(replace(film, shots=(shot,)), made)
    return Cut(made)


def _word(shot: Shot) -> str:
    return "picture" if shot.kind == "Image" else "video"


def _sides(path: Path, kind: str) -> tuple[int, int]:
    """Width and height as seen."""
    if kind == "Video":
        from pipelines.film.footage import probe

        footage = probe(path)
        return footage.width, footage.height
    from pipelines.pictures import open_upright

    return open_upright(path).size


def _of_file(path: Path, seconds: float | None, work: Work) -> Timeline:
    """A picture or a video as a film of one shot."""
    from pipelines.pictures import is_picture

    if is_picture(path):
        length = max(1, to_frames(_STILL_SECONDS if seconds is None else seconds, _RATE))
        return Timeline(_RATE, (Shot(path.name, "Image", length),))
    from pipelines.film.footage import probe

    footage = probe(path)
    for words in footage.notes:
        work.note(words)
    available = max(1, to_frames(footage.seconds, footage.rate))
    shot = Shot(path.name, "Video", available, available=available, sound=footage.sound)
    return _lasting(Timeline(footage.rate, (shot,)), seconds, work)


def _of_cut(path: Path, seconds: float | None, work: Work) -> Timeline:
    """A cut that is one shot."""
    film = load(path)
    if len(film.shots) > 1:
        raise PersonError(
            f"This cut has {len(film.shots)} shots, and a camera moves over one. Move over each shot before `edit`."
        )
    return _lasting(film, seconds, work)


def _lasting(film: Timeline, seconds: float | None, work: Work) -> Timeline:
    """The film with its one shot as long as asked, a video no longer than it runs."""
    shot = film.shots[0]
    asked = shot.visible if seconds is None else max(1, to_frames(seconds, film.rate))
    if asked == shot.visible:
        return film
    if film.voices or film.sounds or film.captions or film.layers:
        raise PersonError("What is heard or lies over this cut is timed to its length. Leave 'seconds' out.")
    if shot.kind == "Video" and not shot.speed and shot.available is not None:
        left = max(1, shot.available - shot.source_in)
        if asked > left:
            asked = left
            work.note(f"The video ends after {float(asked / film.rate):.1f} s; the shot is that long.")
    fades = min(film.fade_in, asked // 4), min(film.fade_out, asked // 4)
    return replace(film, shots=(replace(shot, visible=asked),), fade_in=fades[0], fade_out=fades[1])


def _path(camera: str, strength: float, ease: Ease, shape: float, seconds: float) -> Camera | None:
    """The two views a named move goes between, for a picture of this width to height."""
    near = View(zoom=1.02 + 0.33 * strength)
    if camera in ("push in", "pull out"):
        ends = (View(), near) if camera == "push in" else (near, View())
        return Camera(*ends, ease)
    if camera == "still":
        return None
    if camera.startswith("rotate"):
        return _roll(camera, strength, ease)
    zoom = 1.02 + 0.25 * strength
    across = camera.startswith("pan")
    room = max(0.0, shape / _WIDE - 1 if across else _WIDE / shape - 1) * zoom + zoom - 1
    half = 0.5 * min(1.0, _FASTEST * seconds / max(room, 1e-6))
    low, high = 0.5 - half, 0.5 + half
    first, last = (high, low) if camera in ("pan left", "tilt up") else (low, high)
    if across:
        return Camera(View(x=first, zoom=zoom), View(x=last, zoom=zoom), ease)
    return Camera(View(y=first, zoom=zoom), View(y=last, zoom=zoom), ease)


def _roll(camera: str, strength: float, ease: Ease) -> Camera:
    """From a little to one side to as much to the other, level half way, always near enough to stay on the picture."""
    degrees = (1.5 + 4.5 * strength) * (1 if camera == "rotate right" else -1)
    turned = math.radians(abs(degrees))
    covers = math.cos(turned) + math.sin(turned) * _WIDE
    return Camera(View(zoom=covers, turn=-degrees), View(zoom=covers * (1.02 + 0.06 * strength), turn=degrees), ease)
