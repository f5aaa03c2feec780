"""The named styles of captions, and a caption's lines painted in one of them."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pipelines.type import typeset
from pipelines.type.faces import Face
from pipelines.type.typeset import Color, Lines

if TYPE_CHECKING:
    import numpy as np

CaptionStyle = Literal["plate", "outline", "bold", "classic", "word by word", "one word"]
Ways = Literal["whole", "said word", "alone"]

_SMALLEST = 0.85  # how far a long caption may shrink before it takes another line
_LEAST = 12.0  # pixels: below that letters cannot be read, whatever the frame
_WHITE, _NIGHT, _CREAM, _GOLD = (255, 255, 255, 255), (10, 12, 16, 255), (255, 240, 150, 255), (255, 214, 10, 255)


@dataclass(frozen=True)
class Style:
    """How captions look. `size` (`tall` in upright pictures, which are watched small) is a share of the picture's
    short side; `widest` a line, `outline`, `shadow` (how soft) and `drop` (how far below) are in sizes.

    `plate`: colour of the rounded field under the letters. `words`: whether words are shown whole, with the one that
    is said in `accent`, or each alone.
    """

    face: str
    size: float
    tall: float
    widest: float = 25.0  # about 46 letters, as much as one glance takes in
    fill: Color = _WHITE
    accent: Color = _GOLD
    outline: float = 0.0
    shadow: float = 0.0
    drop: float = 0.0
    shade: float = 0.0
    plate: Color | None = None
    words: Ways = "whole"
    leading: float = 1.25

    def pixels(self, width: int, height: int) -> float:
        """The size of letters on a picture."""
        return max(_LEAST, (self.tall if height > width else self.size) * min(width, height))

    @property
    def beside(self) -> tuple[float, float]:
        """Room beside and above the lines, in sizes: the plate's, or what outline and shadow reach."""
        if self.plate:
            return 0.62, 0.2
        reach = self.outline + max(0.0, 2.2 * self.shadow - self.outline / 2) + 0.04
        return reach, reach * 0.8 + self.drop


STYLES: dict[CaptionStyle, Style] = {
    "plate": Style("Inter-SemiBold", 0.042, 0.05, plate=(*_NIGHT[:3], 158)),
    "outline": Style("Inter-SemiBold", 0.047, 0.055, outline=0.085, shadow=0.12, drop=0.04, shade=0.6),
    "bold": Style("Inter-ExtraBold", 0.07, 0.078, widest=15, outline=0.13, shadow=0.13, drop=0.07, shade=0.7,
                  leading=1.16),
    "classic": Style("Inter-Medium", 0.05, 0.056, fill=_CREAM, outline=0.07, shadow=0.03, drop=0.05, shade=0.85),
    "word by word": Style("Inter-ExtraBold", 0.058, 0.068, widest=18, outline=0.11, shadow=0.12, drop=0.05, shade=0.65,
                          words="said word", leading=1.2),
    "one word": Style("Inter-ExtraBold", 0.11, 0.13, widest=40, outline=0.11, shadow=0.1, drop=0.06, shade=0.7,
                      words="alone", leading=1.2),
}  # fmt: skip


def set_in(style: Style, text: str, fonts: tuple[Face, ...], width: int, height: int, room: float) -> Lines:
    """A caption's lines on a `width`×`height` picture with `room` pixels across for letters and what is around them."""
    size = style.pixels(width, height)
    across = max(20.0, min(room - 2 * style.beside[0] * size - 2, style.widest * size))
    if style.words == "alone":
        return typeset.fit_lines(text, fonts, size, across, height * 0.4, 1, least=size * 0.4, leading=style.leading)
    most = 2 if width > height * 1.1 else 3
    least = max(min(size, 10.0), size * _SMALLEST)
    return typeset.fit_lines(text, fonts, size, across, height * 0.45, most, least=least, leading=style.leading)


def extent(style: Style, lines: Lines) -> tuple[int, int]:
    """Width and height of a painted caption, even."""
    beside, above = (share * lines.size for share in style.beside)
    return _even(lines.width + 2 * beside), _even(lines.height + 2 * above)


def painted(style: Style, lines: Lines) -> "np.ndarray":
    """The lines in their style: premultiplied RGBA, uint8 (height, width, 4)."""
    pixels = ground(style, lines)
    return lettered(style, lines, pixels)


def ground(style: Style, lines: Lines) -> "np.ndarray":
    """What lies under the letters: the plate, or their shadow and outline."""
    import skia

    wide, tall = extent(style, lines)
    pixels, canvas, surface = _sheet(wide, tall)
    if style.plate:
        plate = skia.Paint(Color=skia.ColorSetARGB(style.plate[3], *style.plate[:3]), AntiAlias=True)
        canvas.drawRoundRect(skia.Rect.MakeWH(wide, tall), lines.size * 0.42, lines.size * 0.42, plate)
    if style.outline:
        edge = skia.Paint(Color=skia.ColorSetARGB(255, *_NIGHT[:3]), AntiAlias=True, Style=skia.Paint.kStroke_Style,
                          StrokeWidth=2 * style.outline * lines.size, StrokeJoin=skia.Paint.kRound_Join)  # fmt: skip
        if style.shadow:
            lines.paint_in(canvas, *_corner(lines, wide, tall, style.drop * lines.size), ((lines.text, edge),))
            surface.flushAndSubmit()
            pixels[:] = _shadow(pixels, style.shadow * lines.size, style.shade)
        lines.paint_in(canvas, *_corner(lines, wide, tall), ((lines.text, edge),))
    surface.flushAndSubmit()
    return pixels


def _shadow(pixels: "np.ndarray", soft: float, shade: float) -> "np.ndarray":
    """What is painted in the picture as a shadow, `soft` pixels of standard deviation. Wide ones are blurred small."""
    import cv2
    import numpy as np

    tall, wide = pixels.shape[:2]
    coarse = max(1, int(soft / 3))
    alpha = cv2.resize(pixels[..., 3], (-(-wide // coarse), -(-tall // coarse)), interpolation=cv2.INTER_AREA)
    alpha = cv2.GaussianBlur(alpha, (0, 0), max(0.3, soft / coarse), borderType=cv2.BORDER_CONSTANT)
    alpha = cv2.resize(alpha, (wide, tall), interpolation=cv2.INTER_LINEAR)
    dark = np.array([*_NIGHT[:3], 255], np.float32) * (shade / 255)
    return (alpha[..., None] * dark + 0.5).astype(np.uint8)


def lettered(style: Style, lines: Lines, under: "np.ndarray", mark: tuple[int, int] | None = None) -> "np.ndarray":
    """The letters over their `ground`, the characters [first, last) of `mark` in the style's accent."""
    import skia

    first, last = mark or (0, 0)
    fill, accent = (
        skia.Paint(Color=skia.ColorSetARGB(c[3], *c[:3]), AntiAlias=True) for c in (style.fill, style.accent)
    )
    runs = ((lines.text[:first], fill), (lines.text[first:last], accent), (lines.text[last:], fill))
    tall, wide = under.shape[:2]
    pixels, canvas, surface = _sheet(wide, tall, under)
    lines.paint_in(canvas, *_corner(lines, wide, tall), tuple(run for run in runs if run[0]))
    surface.flushAndSubmit()
    return pixels


def _corner(lines: Lines, wide: int, tall: int, lower: float = 0.0) -> tuple[float, float]:
    return (wide - lines.width) / 2, (tall - lines.height) / 2 + lower


def _sheet(wide: int, tall: int, under: "np.ndarray | None" = None) -> tuple["np.ndarray", Any, Any]:
    import numpy as np
    import skia

    info = skia.ImageInfo.Make(wide, tall, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    pixels = np.zeros((tall, wide, 4), np.uint8) if under is None else under.copy()
    surface = skia.Surface.MakeRasterDirect(info, pixels)
    return pixels, surface.getCanvas(), surface


def _even(size: float) -> int:
    return math.ceil(size / 2) * 2
