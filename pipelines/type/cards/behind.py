"""A picture behind a card: calmed down until words can be read on it, small enough to travel inside the card's file."""

import base64
import binascii

import cv2
import numpy as np
import skia

from pipelines.make.drawn.layering import FAR, Pose
from pipelines.type.cards.board import Board
from pipelines.type.cards.kinetic import colour
from studio.errors import PersonError


def picture(board: Board) -> None:
    """The picture the card stands over, already calmed, a little larger than the card and slowly nearing."""
    try:
        data = base64.b64decode(board.order.behind, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(data)) if data else None
    if image is None:
        raise PersonError("The picture behind this card cannot be read from its file. Make the card anew.")
    image = image.makeRasterImage()  # decoded once, not at every frame
    w, h = board.w, board.h
    board.layer("picture", FAR, life=lambda t: Pose(wide=1 + 0.006 * t, tall=1 + 0.006 * t, anchor=(w / 2, h / 2)))
    scale = max(w / image.width(), h / image.height())
    across, down = image.width() * scale, image.height() * scale
    spot = skia.Rect.MakeXYWH((w - across) / 2, (h - down) / 2, across, down)
    board.canvas.drawImageRect(image, spot, skia.SamplingOptions(skia.CubicResampler.Mitchell()))
    if board.design.name in ("bold", "neon", "poster"):  # a print in the design's own ink
        board.canvas.drawRect(
            board.beyond(), skia.Paint(Color=colour(board.palette.ground[2], 0.5), BlendMode=skia.BlendMode.kColor)
        )
    if board.design.align == "left":
        fall = skia.GradientShader.MakeLinear(
            [(board.across_at(0), 0), (board.across_at(1), 0)],
            [colour((8, 9, 12), 0.5), colour((8, 9, 12), 0)],
            [0, 0.8],
        )
        board.canvas.drawRect(board.beyond(), skia.Paint(Shader=fall, Dither=True))


def calmed(pixels: np.ndarray, shape: tuple[int, int]) -> str:
    """A picture, uint8 RGB (h, w, 3), cut to a shape, softened and darkened so that white words stand out from all of
    it: a JPEG 960 pixels long, base64, small enough to travel inside a card."""
    scale = 960 / max(shape)
    width, height = round(shape[0] * scale), round(shape[1] * scale)
    tall, wide = pixels.shape[:2]
    grow = max(width / wide, height / tall)
    size = (max(width, round(wide * grow)), max(height, round(tall * grow)))
    whole = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if grow < 1 else cv2.INTER_CUBIC)
    top, left = (size[1] - height) // 2, (size[0] - width) // 2
    cut = whole[top : top + height, left : left + width]
    soft = cv2.GaussianBlur(cut, (0, 0), 0.006 * min(width, height)).astype(np.float32)
    level = cv2.GaussianBlur(soft.max(axis=2), (0, 0), 0.03 * min(width, height))
    dim = np.minimum(0.74, 88 / np.maximum(level, 1))  # however bright the picture, the words' ground stays low
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    edge = 1 - 0.3 * np.clip(np.hypot(x, y) - 0.4, 0, 1)
    dark = np.clip(soft * (dim * edge)[..., None], 0, 104).astype(np.uint8)
    done, data = cv2.imencode(".jpg", cv2.cvtColor(dark, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88])
    assert done
    return base64.b64encode(data.tobytes()).decode()
