"""Words on things of the drawn world: shop fronts, signs, banners, books. Outlines, as large as their board allows."""

import re
from typing import Literal

import skia

from pipelines.type import faces as fonts
from pipelines.type import typeset
from pipelines.type.faces import Faces
from pipelines.type.outlines import Box, Outlines, outlined
from pipelines.type.polish import capitals, polished

Rgb = tuple[int, int, int]
Way = Literal["painted", "carved", "lit", "chalk"]
MOST = 80  # letters on a board; more cannot be read from where it stands

_FONTS: dict[Way, str] = {"painted": "Oswald-Medium", "carved": "Literata-Display", "lit": "Roundel-Bold",
                          "chalk": "Caveat-Bold"}  # fmt: skip


def sign_text(canvas: skia.Canvas, box: Box, text: str, faces: Faces, *, ink: Rgb | None = None,
              board: Rgb = (245, 240, 230), way: Way = "painted", font: str = "", lines: int = 3,
              margin: float = 0.1) -> str:  # fmt: skip
    """Write `text` into a box (left, top, right, bottom) of the canvas; returns the characters no font here can draw.

    Nothing is painted but letters: the board, of the colour `board`, is the caller's. Without an `ink` it is black or
    white, whichever is read better on it. `way`: painted (condensed capitals), carved (a serif with a lit lower rim),
    lit (a tube with its glow) or chalk (a hand). `lines`: at most; as many are used as make the letters largest.
    `margin`: left free at each side, as a share of the box's shorter one. Turn or shear the canvas for a board seen
    aslant. An empty text paints nothing; a long one is cut.
    """
    words = typeset.joined(typeset.tidy(polished(text)))
    words = typeset.cut(words, MOST)
    words = capitals(words) if way == "painted" and not font else words
    chosen = fonts.first_covering(
        words, font or _FONTS[way], "Literata-Display" if way == "carved" else "Inter-ExtraBold"
    )
    shown, found, lost = faces.covering(words, chosen)
    if not shown.strip():
        return lost
    edge = margin * min(box[2] - box[0], box[3] - box[1])
    room = (box[2] - box[0] - 2 * edge, box[3] - box[1] - 2 * edge)
    if min(room) <= 0:
        return lost
    cut, scale = _largest(shown, found, room, lines)
    left, top, right, foot = cut.box
    canvas.save()
    canvas.translate((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    canvas.scale(scale, scale)
    canvas.translate(-(left + right) / 2, -(top + foot) / 2)
    _paint(canvas, cut, ink or readable_on(board), board, way)
    canvas.restore()
    return lost


def readable_on(board: Rgb) -> Rgb:
    """Near black or near white, whichever stands out more from a colour."""
    light = 0.2126 * board[0] + 0.7152 * board[1] + 0.0722 * board[2]
    return (28, 24, 22) if light > 120 else (250, 246, 236)


def _largest(text: str, found: tuple[fonts.Face, ...], room: tuple[float, float], lines: int) -> tuple[Outlines, float]:
    """The words on as many lines as let them be largest, and the scale that fits their ink into the room."""
    best: tuple[float, Outlines] | None = None
    leading = 1.34 if len(found) > 2 else 1.08
    whole = typeset.set_lines(text, found, 100.0, 1e5, leading=leading)
    longest = max(re.findall(r"[^\W\u2e80-\u9fff\uac00-\ud7af]+", text), key=len, default="")  # it is not broken
    least = 120.0 if not longest else typeset.set_lines(longest, found, 100.0, 1e5, leading=leading).width + 8
    tries = [1e5, *(max(least, whole.width / n * loose) for n in range(2, lines + 1) for loose in (1.08, 1.3))]
    for width in tries:
        made = typeset.set_lines(text, found, 100.0, width, leading=leading)
        if made.count > max(1, lines):
            continue
        cut = outlined(made, "word", "center")
        if not cut.marks:
            continue
        left, top, right, foot = cut.box
        scale = min(room[0] / max(1.0, right - left), room[1] / max(1.0, foot - top))
        if best is None or scale > best[0] * 1.04:
            best = (scale, cut)
    if best is None:
        return outlined(typeset.set_lines(text, found, 100.0, 1e5)), 1.0
    return best[1], best[0]


def _paint(canvas: skia.Canvas, cut: Outlines, ink: Rgb, board: Rgb, way: Way) -> None:
    path, size = cut.whole(), cut.size
    if way == "lit":
        glow = _filled(ink, 0.55, skia.Paint.kStrokeAndFill_Style, 0.1 * size)
        glow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.16 * size))
        canvas.drawPath(path, glow)
        ink = _mixed(ink, (255, 255, 255), 0.7)
    elif way == "carved":
        light, dark = _mixed(board, (255, 255, 255), 0.45), _mixed(board, (0, 0, 0), 0.5)
        for step, tone in ((0.022, light), (-0.018, dark)):
            canvas.save()
            canvas.translate(step * size * 0.6, step * size)
            canvas.drawPath(path, _filled(tone, 0.8))
            canvas.restore()
    paint = _filled(ink, 0.86 if way == "chalk" else 1.0)
    for mark in cut.marks:
        mark.draw(canvas, paint)


def _filled(
    tone: Rgb, alpha: float, style: "skia.Paint.Style" = skia.Paint.kFill_Style, thick: float = 0.0
) -> skia.Paint:
    colour = skia.ColorSetARGB(round(255 * alpha), *tone)
    return skia.Paint(Color=colour, AntiAlias=True, Style=style, StrokeWidth=thick)


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
