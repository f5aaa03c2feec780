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


def view_at(camera: Camera, share: float) -> View:
    """The view after a share (0 to 1) of the shot. Zoom grows by equal factors in equal times."""
    at = ease(share, camera.ease)
    a, b = camera.start, camera.end
    zoom = a.zoom * (b.zoom / a.zoom) ** at
    return View(a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at, zoom, a.turn + (b.turn - a.turn) * at)


def fills(shot: Shot, width: int, height: int, film_width: int, film_height: int) -> bool:
    """Whether the picture is cropped to fill the film (True) or stands whole with something at its sides."""
    if shot.fit != "auto":
        return shot.fit in ("fill", "smart crop")
    shape, film = width / height, film_width / film_height
    camera = shot.camera or STILL
    swept = abs(camera.end.x - camera.start.x) if shape > film else abs(camera.end.y - camera.start.y)
    return max(shape / film, film / shape) <= _NEAR or swept > 0.5


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
    for view in (camera.start, camera.end):
        across, down = _reach(frame, view.turn)
        most = max(most, view.zoom, across / frame[0], down / frame[1])
    return min(8.0, most)
