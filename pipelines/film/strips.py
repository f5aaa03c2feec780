"""Name strips and stamps: words on a clear ground, designed to be read over any picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from pipelines.film import brush
from pipelines.type import faces as fonts
from pipelines.type import typeset
from pipelines.type.faces import Face, Faces
from pipelines.type.legible import Rgb, contrast
from pipelines.type.typeset import Lines
from studio.timeline import rgb

if TYPE_CHECKING:
    import skia

StripLook = Literal["plain", "bar", "ribbon", "paper"]
Side = Literal["left", "middle", "right"]

_WHITE, _INK, _NIGHT, _PAPER = (255, 255, 255), (24, 26, 32), (15, 18, 26), (247, 242, 232)


@dataclass(frozen=True)
class _Style:
    """Fonts of name and subtitle, their colours (None: as the accent allows), and the accent when none is asked."""

    name: str
    below: str
    ink: Rgb | None
    soft: Rgb | None
    accent: str
    leading: float = 1.14


_STYLES: dict[str, _Style] = {
    "plain": _Style("Inter-ExtraBold", "Inter-Medium", _WHITE, (240, 240, 240), "#ffb545"),
    "bar": _Style("Inter-SemiBold", "Inter-Medium", _WHITE, (200, 207, 220), "#38d6b0"),
    "ribbon": _Style("Inter-ExtraBold", "Inter-SemiBold", None, _INK, "#e5352d"),
    "paper": _Style("Literata-Display", "Inter-Medium", (38, 33, 30), None, "#a4492f", 1.2),
}


@dataclass(frozen=True)
class _Set:
    """Words ready to be painted. `unit`: the size of the name, in pixels, that all else is measured by."""

    head: Lines
    foot: Lines | None
    unit: float
    align: typeset.Align
    accent: Rgb

    @property
    def width(self) -> float:
        return max(self.head.width, self.foot.width if self.foot else 0)

    @property
    def gap(self) -> float:
        return 0.16 * self.unit if self.foot else 0.0

    @property
    def height(self) -> float:
        return self.head.height + self.gap + (self.foot.height if self.foot else 0)

    def paint(self, canvas: "skia.Canvas", left: float, top: float) -> None:
        """The words as a block whose upper left corner lies there."""
        for lines, y in ((self.head, top), (self.foot, top + self.head.height + self.gap)):
            if lines:
                lines.paint(canvas, left + self.shift(lines), y)

    def shift(self, lines: Lines) -> float:
        room = self.width - lines.width
        return {"left": 0.0, "center": room / 2, "right": room}[self.align]


def strip(name: str, below: str, look: StripLook, size: tuple[int, int], side: Side | None, accent: str,
          more: Faces) -> tuple[np.ndarray, str]:  # fmt: skip
    """A name strip on a clear canvas of `size`, uint8 RGBA (height, width, 4), and the characters no font can draw.

    `side` None is where the words begin: left, or right for scripts that run from there. `accent`: "#rrggbb", or ""
    for the look's own. The strip stands in the lower third, above where captions lie, inside the middle 90 %.
    """
    paint, _, lost = laid(name, below, look, size, side, accent, more)
    return brush.painted(size, paint) if paint else np.zeros((size[1], size[0], 4), np.uint8), lost


def laid(name: str, below: str, look: StripLook, size: tuple[int, int], side: Side | None, accent: str,
         more: Faces) -> "tuple[Callable[[skia.Canvas], None] | None, Frame, str]":  # fmt: skip
    """What paints the strip (None where no font draws any of the name), its box (left, top, width, height), and the
    characters no font can draw."""
    width, height = size
    upright = height > width * 1.1
    place: Side = side or ("right" if typeset.right_to_left(name) else "left")
    style = _STYLES[look]
    unit = (0.052 if upright else 0.05) * min(size)
    room = (0.8 if upright else 0.56 if place != "middle" else 0.7) * width
    colour = rgb(accent or style.accent)
    align: typeset.Align = "center" if place == "middle" else "right" if typeset.right_to_left(name) else "left"
    shown, faces, lost = more.covering(name, fonts.first_covering(name, style.name, "Inter-ExtraBold"))
    if not shown.strip():
        return None, (0.0, 0.0, 0.0, 0.0), lost
    head = _lines(shown, faces, unit, room, 0.2 * height, align, style.ink or readable_on(colour), style.leading)
    foot = None
    if below:
        words, others, missing = more.covering(below, fonts.first_covering(below, style.below, "Inter-Medium"))
        lost += missing
        ink = style.soft or _darkened(colour)
        if words.strip():
            foot = _lines(words, others, 0.58 * unit, room, 0.12 * height, align, ink, 1.26)
    block = _Set(head, foot, head.size, align, colour)
    draw, across, down = _LOOKS[look]
    wide, high = block.width + 2 * across * block.unit, block.height + 2 * down * block.unit
    margin = 0.055 * width
    left = {"left": margin, "middle": (width - wide) / 2, "right": width - margin - wide}[place]
    top = (0.7 if upright else 0.8) * height - high

    def paint(canvas: "skia.Canvas") -> None:
        draw(canvas, block, (left, top, wide, high))

    return paint, (left, top, wide, high), lost


def stamp(words: str, colour: str, more: Faces) -> tuple[np.ndarray, str]:
    """A few words on a clear ground that fits them, with a soft edge that sets them off light and dark alike."""
    size = 96.0
    shown, faces, lost = more.covering(words, fonts.first_covering(words, "Inter-SemiBold"))
    lines = _lines(shown or " ", faces, size, 2400, 900, "center", rgb(colour), 1.2)
    around = size * 0.4
    canvas = (2 * round((lines.width + 2 * around) / 2), 2 * round((lines.height + around) / 2))

    def paint(canvas: "skia.Canvas") -> None:
        brush.shadowed(canvas, 0.02 * size, 0.09 * size, 150, lambda: lines.paint(canvas, around, around / 2))

    return brush.painted(canvas, paint), lost


# ---------------------------------------------------------------- looks

Frame = tuple[float, float, float, float]  # left, top, width, height


def _plain(canvas: "skia.Canvas", block: _Set, frame: Frame) -> None:
    """Words straight on the picture, a rule at their side; the picture is shaded under them."""
    left, top, width, height = frame
    u = block.unit
    brush.shade(canvas, top - 5 * u, top + height + 1.5 * u, 150)
    x = left if block.align != "right" else left + width - 0.13 * u
    if block.align == "center":
        rule = brush.box(left + width / 2 - 0.8 * u, top - 0.12 * u, 1.6 * u, 0.11 * u)
    else:
        rule = brush.box(x, top + 0.16 * u, 0.13 * u, height - 0.28 * u)
    inner = left + (width - block.width) / 2

    def words() -> None:
        brush.fill(canvas, rule, (*block.accent, 255), radius=0.06 * u)
        block.paint(canvas, inner, top)

    brush.shadowed(canvas, 0.03 * u, 0.14 * u, 190, words)


def _bar(canvas: "skia.Canvas", block: _Set, frame: Frame) -> None:
    """A dark plate with a stripe of colour along its edge."""
    left, top, width, height = frame
    u = block.unit
    plate = brush.box(left, top, width, height)
    brush.fill(canvas, brush.box(left, top + 0.12 * u, width, height), (0, 0, 0, 120), radius=0.3 * u, blur=0.4 * u)
    canvas.save()
    canvas.clipRRect(brush.rounded(plate, 0.28 * u), True)
    brush.fill(canvas, plate, (*_NIGHT, 235))
    thick = 0.16 * u
    if block.align == "center":
        brush.fill(canvas, brush.box(left, top + height - thick, width, thick), (*block.accent, 255))
    else:
        brush.fill(
            canvas,
            brush.box(left + (block.align == "right") * (width - thick), top, thick, height),
            (*block.accent, 255),
        )
    canvas.restore()
    block.paint(canvas, left + (width - block.width) / 2, top + (height - block.height) / 2)


def _ribbon(canvas: "skia.Canvas", block: _Set, frame: Frame) -> None:
    """The name on a band of colour, what is said of it on a white one under it, each as long as its words."""
    left, top, width, _ = frame
    u = block.unit
    edge = (width - block.width) / 2
    bands = [(block.head, top, 0.2 * u, (*block.accent, 255))]
    if block.foot:
        bands.append((block.foot, top + block.head.height + 0.4 * u, 0.16 * u, (252, 252, 252, 255)))

    def plates() -> None:
        for lines, y, pad, colour in bands:
            x = left + block.shift(lines)
            brush.fill(canvas, brush.box(x, y, lines.width + 2 * edge, lines.height + 2 * pad), colour)

    brush.shadowed(canvas, 0.06 * u, 0.2 * u, 130, plates)
    for lines, y, pad, _ in bands:
        lines.paint(canvas, left + block.shift(lines) + edge, y + pad)


def _paper(canvas: "skia.Canvas", block: _Set, frame: Frame) -> None:
    """A card of warm paper with a fine rule between the name and what is said of it."""
    left, top, width, height = frame
    u = block.unit
    card = brush.box(left, top, width, height)
    brush.fill(canvas, brush.box(left, top + 0.1 * u, width, height), (20, 12, 4, 120), radius=0.1 * u, blur=0.35 * u)
    brush.fill(canvas, card, (*_PAPER, 250), radius=0.07 * u)
    inset = 0.13 * u
    brush.line(
        canvas,
        brush.box(left + inset, top + inset, width - 2 * inset, height - 2 * inset),
        (*block.accent, 120),
        0.022 * u,
    )
    block.paint(canvas, left + (width - block.width) / 2, top + (height - block.height) / 2)


# How each is drawn, and the space beside and above its words, in sizes of the name.
_LOOKS: dict[str, tuple[Callable[["skia.Canvas", _Set, Frame], None], float, float]] = {
    "plain": (_plain, 0.42, 0.0),
    "bar": (_bar, 0.72, 0.42),
    "ribbon": (_ribbon, 0.5, 0.3),
    "paper": (_paper, 0.8, 0.46),
}


# ---------------------------------------------------------------- words and colours


def _lines(words: str, faces: tuple[Face, ...], size: float, room: float, height: float, align: typeset.Align,
           ink: Rgb, leading: float) -> Lines:  # fmt: skip
    more = leading if len(faces) < 3 else max(leading, 1.38)  # scripts our own fonts do not have reach further
    return typeset.fit_lines(words, faces, size, room, height, 2, least=0.5 * size, align=align, color=(*ink, 255),
                             leading=more, tracking=0.0)  # fmt: skip


def readable_on(colour: Rgb) -> Rgb:
    """White or ink, whichever stands out more on a colour."""
    return _WHITE if contrast(_WHITE, colour) >= contrast(colour, _INK) else _INK


def _darkened(colour: Rgb) -> Rgb:
    """A colour made dark enough to be read on paper (contrast 4.5)."""
    while contrast(_PAPER, colour) < 4.6:
        red, green, blue = (int(part * 0.92) for part in colour)
        colour = (red, green, blue)
    return colour
