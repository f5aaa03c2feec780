"""Where the camera looks: the window on a picture at every moment of a shot."""

import math
from dataclasses import dataclass

from studio.timeline import Camera, Shot, View

STILL = Camera(View(), View())
_NEAR = 1.5  # pictures whose shape is this near the film's are cropped to fill it; others get sides


def ease(share: float, kind: str) -> float:
    """Where on its path a camera is. Gentle: .4 of the mean speed at both ends, 1.6 in the middle; slow start and
    slow end go from .25 to 1.75 of it and back."""
    if kind == "gentle":
        return share - 0.6 / math.tau * math.sin(math.tau * share)
    if kind == "slow start":
        return share * (0.25 + 0.75 * share)
    if kind == "slow end":
        return share * (1.75 - 0.75 * share)
    return share


def view_at(camera: Camera, share: float, middle: tuple[float, float] = (0.5, 0.5)) -> View:
    """The view after a share (0 to 1) of the shot. Zoom grows by equal factors in equal times. `middle`: which place
    in the room left over counts as the middle, across and down."""
    at = ease(share, camera.ease)
    a, b = camera.start, camera.end
    zoom = a.zoom * (b.zoom / a.zoom) ** at
    x, y = _between(a.x, b.x, at, middle[0]), _between(a.y, b.y, at, middle[1])
    return View(x, y, zoom, a.turn + (b.turn - a.turn) * at)


def _between(start: float, end: float, at: float, middle: float) -> float:
    """A place on a way that is moved as a whole: as far as `middle` is from 0.5 when it lies around the middle of the
    room, not at all when it lies around an end, and never out of the room."""
    shift = (middle - 0.5) * (1 - min(1.0, abs(start + end - 1)))
    shift = max(-min(start, end), min(shift, 1 - max(start, end))) if shift else 0.0
    return start + (end - start) * at + shift


def fills(shot: Shot, width: int, height: int, film_width: int, film_height: int) -> bool:
    """Whether the picture is cropped to fill the film (True) or stands whole with something at its sides, which would
    turn with it under a camera that rolls."""
    if shot.fit != "auto":
        return shot.fit in ("fill", "smart crop")
    shape, film = width / height, film_width / film_height
    camera = shot.camera or STILL
    swept = abs(camera.end.x - camera.start.x) if shape > film else abs(camera.end.y - camera.start.y)
    return max(shape / film, film / shape) <= _NEAR or swept > 0.5 or camera.start.turn != camera.end.turn


@dataclass(frozen=True)
class Window:
    """The part of a picture that fills the frame: `scale` picture pixels to each of the frame's, turned by `turn`
    degrees clockwise around its middle, which lies at (x, y), in pixel edges from the picture's upper left corner."""

    x: float
    y: float
    scale: float
    turn: float = 0.0


def window(view: View, zoom: float, picture: tuple[int, int], frame: tuple[int, int]) -> Window:
    """The window of a view. `picture`: width and height as opened for `zoom`, that is `zoom` times as large as the
    frame needs; `frame`: its width and height."""
    scale = zoom / view.zoom
    across, down = _reach(frame, view.turn)
    scale = min(scale, picture[0] / across, picture[1] / down)  # a view wider than the picture: the whole of it
    room_x, room_y = picture[0] - across * scale, picture[1] - down * scale
    return Window(across * scale / 2 + room_x * view.x, down * scale / 2 + room_y * view.y, scale, view.turn)


def _reach(frame: tuple[int, int], turn: float) -> tuple[float, float]:
    """The sides of the upright rectangle around a frame that is turned."""
    if not turn:
        return frame
    sine, cosine = abs(math.sin(math.radians(turn))), abs(math.cos(math.radians(turn)))
    return frame[0] * cosine + frame[1] * sine, frame[0] * sine + frame[1] * cosine


def most_zoom(shot: Shot, frame: tuple[int, int]) -> float:
    """The zoom a picture must be sharp at, 1 to 8: the nearest view of the shot, turns included."""
    camera = shot.camera or STILL
    most = 1.0
    for step in range(17 if camera.start.turn or camera.end.turn else 2):  # half way a turn may reach the furthest
        view = view_at(camera, step / 16 if camera.start.turn or camera.end.turn else float(step))
        across, down = _reach(frame, view.turn)
        most = max(most, view.zoom, across / frame[0], down / frame[1])
    # A little more where the camera moves: `planes.show` is quickest, and evenly sharp, where the scale is never 1.
    return _whole(min(8.0, most * (1.02 if camera.start != camera.end else 1.0)), *frame)


def _whole(zoom: float, width: int, height: int) -> float:
    """The zoom, or a little more, at which both sides are even: else a picture is shown a part of a pixel askew."""
    if zoom == 1:
        return zoom
    first = 2 * math.ceil(width * zoom / 2)
    sides = range(first, first + 66, 2)
    best = min(sides, key=lambda side: round(abs(side * height / width / 2 - round(side * height / width / 2)), 6))
    return best / width
