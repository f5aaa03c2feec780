"""A camera move over a picture: push, pull, pan, tilt or hold still."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio.kinds import Cut, Image
from studio.timeline import Camera, Ease, Fit, Shot, Timeline, View, exact_rate, save, to_frames
from studio.work import Work

_RATE = exact_rate(30)
_FASTEST = 0.3  # frame widths a second: faster than this a pan is hard to watch


def move(
    picture: Image,
    camera: Literal["push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "still"] = "push in",
    seconds: Annotated[float, Field(gt=0, le=600)] = 4.0,
    strength: Annotated[float, Field(ge=0, le=1)] = 0.4,
    ease: Ease = "gentle",
    fit: Fit = "auto",
    *,
    work: Work,
) -> Cut:
    """Move a camera over a picture: a Cut of one shot, which `edit` may stretch to its narration.

    Nothing is encoded here; the camera is a path over the shot's length, drawn at sub-pixel steps by `render`.
    Raises PersonError when the picture cannot be opened.

    Args:
        picture: The picture, drawn or given.
        camera: Where the camera goes.
        seconds: How long the shot lasts, unless narration or the film's length ask for more or less.
        strength: How far it goes: 0 hardly moves, 1 is bold.
        ease: Gentle starts and ends softly; linear keeps one speed.
        fit: How a picture of another shape than the film is shown; auto crops a little, else adds blurred sides.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore", time="dawn")
    ... clip1 = move(picture=shot1, camera="push in", seconds=4)
    """
    from pipelines.pictures import read_rgb

    path = Path(picture)
    height, width = read_rgb(path).shape[:2]
    if max(width, height) < 480:
        work.note(f"The picture is only {width}×{height}; it will look soft on a large screen.")
    length = max(1, to_frames(seconds, _RATE))
    shot = Shot(path.name, "Image", length, camera=_path(camera, strength, ease, width / height, seconds), fit=fit)
    made = work.path("clip.otio")
    save(Timeline(_RATE, (shot,)), made)
    return Cut(made)


def _path(camera: str, strength: float, ease: Ease, shape: float, seconds: float) -> Camera | None:
    """The two views a named move goes between, for a picture of this width to height."""
    near = View(zoom=1.02 + 0.33 * strength)
    if camera in ("push in", "pull out"):
        ends = (View(), near) if camera == "push in" else (near, View())
        return Camera(*ends, ease)
    if camera == "still":
        return None
    zoom = 1.02 + 0.25 * strength
    film = 16 / 9  # the shape is settled in `render`; a long picture's sweep is slowed for the usual one
    across = camera.startswith("pan")
    room = max(0.0, shape / film - 1 if across else film / shape - 1) * zoom + zoom - 1
    half = 0.5 * min(1.0, _FASTEST * seconds / max(room, 1e-6))
    low, high = 0.5 - half, 0.5 + half
    first, last = (high, low) if camera in ("pan left", "tilt up") else (low, high)
    if across:
        return Camera(View(x=first, zoom=zoom), View(x=last, zoom=zoom), ease)
    return Camera(View(y=first, zoom=zoom), View(y=last, zoom=zoom), ease)
