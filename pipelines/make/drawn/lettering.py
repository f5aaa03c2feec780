"""Words set onto what bears them in a picture, in the picture's light."""

import skia

from pipelines.make.drawn.art import Board
from pipelines.make.drawn.light import Light
from pipelines.type.faces import Faces
from pipelines.type.signs import readable_on, sign_text


def lettered(canvas: skia.Canvas, board: Board, place: skia.Rect, words: str, faces: Faces, light: Light,
             mirrored: bool = False) -> None:  # fmt: skip
    """Write `words` on the board of a picture that lies at `place`; never mirrored, even where the picture is."""
    left, top, right, bottom = board.box
    if mirrored:
        left, right = 1 - right, 1 - left
    x, y, w, h = place.left(), place.top(), place.width(), place.height()
    ink = board.ink or readable_on(board.tone)
    if board.way != "lit":  # light of its own keeps its colour
        red, green, blue = (
            min(255, max(0, round(255 * c))) for c in light.on((ink[0] / 255, ink[1] / 255, ink[2] / 255))
        )
        ink = red, green, blue
    sign_text(canvas, (x + left * w, y + top * h, x + right * w, y + bottom * h), words, faces, ink=ink,
              board=board.tone, way=board.way, lines=board.lines)  # fmt: skip
