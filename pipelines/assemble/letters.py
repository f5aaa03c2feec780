"""Captions as small pictures, each drawn once, ready to be laid over the frames they belong to."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pipelines import typeset
from pipelines.faces import PLAIN, Face, Faces, missing_words
from pipelines.typeset import Lines
from studio.timeline import Caption

if TYPE_CHECKING:
    import numpy as np

SIZE, SIZE_TALL = 0.042, 0.05  # of the picture's short side; upright pictures are watched small
_SMALLEST = 0.85  # how far a long caption may shrink before it takes another line
_WIDEST = 25  # sizes: about 46 letters, as much as one glance takes in
_SIDES, _BOTTOM, _BOTTOM_TALL = 0.05, 0.07, 0.17  # margins; players cover the foot of an upright picture
_PILL = (10, 12, 16, 158)


@dataclass(frozen=True)
class Overlay:
    """A picture over film frames [start, end). `pixels` is (height, width, 4) uint8 RGBA, premultiplied.

    Left, top, height and width are even, so that it can be laid on half-size chroma planes.
    """

    start: int
    end: int
    left: int
    top: int
    pixels: "np.ndarray"


def overlays(captions: Iterable[Caption], width: int, height: int, rate: Fraction, *, faces: Faces | None = None,
             note: Callable[[str], None] | None = None) -> Iterator[Overlay]:  # fmt: skip
    """Each caption set in one to three balanced lines near the foot of a `width`×`height` picture.

    A caption that comes while another is still on the screen stands above it. `rate` is the film's. `note` is told,
    once, which characters no font here can draw; a caption of nothing else makes no overlay.
    """
    lost = ""
    showing: list[Overlay] = []
    for caption in sorted(captions, key=lambda c: (c.start, c.end)):
        text, fonts, left_out = (faces or Faces()).covering(_text(caption), PLAIN)
        lost += left_out
        nothing = not text.strip() or (left_out and not any(char.isalnum() for char in text))
        if nothing or caption.end <= caption.start:
            continue
        showing = [o for o in showing if o.end > caption.start]
        foot = min((o.top for o in showing), default=height - _margin(width, height))
        overlay = _draw(caption, _set(text, fonts, width, height), width, foot)
        showing.append(overlay)
        yield overlay
    if lost and note:
        note(missing_words(lost))


def _text(caption: Caption) -> str:
    """One run of words to break anew; the two lines of a dialogue stay two."""
    text = typeset.tidy(caption.text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    spoken = len(lines) > 1 and all(line[0] in "-–—" for line in lines)
    return "\n".join(lines) if spoken else typeset.joined(text)


def _margin(width: int, height: int) -> int:
    return round(height * (_BOTTOM_TALL if height > width * 1.3 else _BOTTOM))


def _set(text: str, fonts: tuple[Face, ...], width: int, height: int) -> Lines:
    size = max(9.0, (SIZE_TALL if height > width else SIZE) * min(width, height))
    room = min(width * (1 - 2 * _SIDES) - 2 * size, _WIDEST * size)
    most = 2 if width > height * 1.1 else 3
    return typeset.fit_lines(text, fonts, size, max(room, 20.0), height * 0.45, most, least=size * _SMALLEST)


def _draw(caption: Caption, lines: Lines, width: int, foot: int) -> Overlay:
    """The lines on a soft dark plate whose lower edge is at `foot`, centred in the width."""
    import numpy as np
    import skia

    beside, above = lines.size * 0.62, lines.size * 0.2
    wide = _even(lines.width + 2 * beside)
    tall = _even(lines.height + 2 * above)
    info = skia.ImageInfo.Make(wide, tall, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    pixels = np.zeros((tall, wide, 4), np.uint8)
    surface = skia.Surface.MakeRasterDirect(info, pixels)
    canvas = surface.getCanvas()
    plate = skia.Paint(Color=skia.ColorSetARGB(_PILL[3], *_PILL[:3]), AntiAlias=True)
    round_ = lines.size * 0.42
    canvas.drawRoundRect(skia.Rect.MakeWH(wide, tall), round_, round_, plate)
    lines.paint(canvas, (wide - lines.width) / 2, (tall - lines.height) / 2)
    surface.flushAndSubmit()
    left = max(0, (width - wide) // 2 // 2 * 2)
    return Overlay(caption.start, caption.end, left, max(0, (foot - tall) // 2 * 2), pixels)


def _even(size: float) -> int:
    return math.ceil(size / 2) * 2
