"""Words set on a picture: tidied, shaped, broken into balanced lines (skia's paragraphs underneath)."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from pipelines.type.faces import SHAPING, Face

if TYPE_CHECKING:
    import skia

Align = Literal["left", "center", "right"]
Color = tuple[int, int, int, int]  # red, green, blue, opacity
Inks = tuple[tuple[str, Any], ...]  # stretches of a text and the skia.Paint of each

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_FLAGS = "".join(chr(0x1F1E6 + n) for n in range(26))  # two make a flag
_GAUGE = 100.0  # the size words are measured at


@dataclass(frozen=True)
class Lines:
    """Set text, ready to be painted. `width` and `height` are of the box its lines fill, in pixels.

    `whole`: no word had to be broken. `text`: its characters as they are set, line feeds and marks of direction among
    them.
    """

    paragraph: Any
    width: int
    height: int
    count: int
    size: float
    whole: bool
    text: str = ""
    built: Callable[["Inks"], Any] | None = field(default=None, compare=False)  # the same paragraph in other inks

    def paint(self, canvas: "skia.Canvas", x: float, y: float) -> None:
        self.paragraph.paint(canvas, x, y)

    def paint_in(self, canvas: "skia.Canvas", x: float, y: float, inks: "Inks") -> None:
        """Paint with a skia.Paint for each stretch of `text`; the stretches follow each other and cover all of it."""
        assert self.built is not None
        paragraph = self.built(inks)
        paragraph.layout(self.width)
        paragraph.paint(canvas, x, y)


def tidy(text: str) -> str:
    """Composed characters, no control characters, single spaces. Line feeds stay; other separators become them."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = []
    for char in text:
        if char in "\n\u2028\u2029\v\f\x85":
            kept.append("\n")
        elif char in SHAPING or 0xE0020 <= ord(char) <= 0xE007F:
            kept.append(char)
        elif unicodedata.category(char) not in _UNSEEN:
            kept.append(" " if char.isspace() and char not in "\u00a0\u202f" else char)
        elif char == "\t":
            kept.append(" ")
    return "\n".join(" ".join(line.split(" ")).strip() for line in "".join(kept).split("\n")).strip("\n")


def joined(text: str) -> str:
    """One line of several: with a space between, except between characters of scripts that use none."""
    parts = [line.strip() for line in text.split("\n") if line.strip()]
    whole = ""
    for part in parts:
        gap = " " if whole and not (wide(whole[-1]) and wide(part[0])) else ""
        whole += gap + part
    return whole


def wide(char: str) -> bool:
    """Whether a character is of full width and of a script that parts no words: Chinese and Japanese, not Korean."""
    if "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f":
        return False
    return unicodedata.east_asian_width(char) in "WF" and not unicodedata.category(char).startswith("S")


def blank(words: str) -> bool:
    """Whether there is nothing to be seen in words: spaces, joiners and marks of direction."""
    return not any(not c.isspace() and c not in SHAPING and unicodedata.category(c) not in _UNSEEN for c in words)


def cut(words: str, most: int) -> str:
    """Words cut at a space where they are longer than `most` characters, with an ellipsis; never inside an emoji."""
    if len(words) <= most:
        return words
    while most > 1 and _belongs(words, most):
        most -= 1
    return words[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"


def _belongs(words: str, at: int) -> bool:
    """Whether the character there is part of what the one before it begins: an accent, a joined emoji, a flag."""
    char, before = words[at], words[at - 1]
    if unicodedata.category(char) in ("Mn", "Me", "Mc") or char in "\u200c\u200d\ufe0e\ufe0f" or before == "\u200d":
        return True
    if 0xE0020 <= ord(char) <= 0xE007F or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    flags = len(words[:at]) - len(words[:at].rstrip(_FLAGS))
    return char in _FLAGS and flags % 2 == 1


def right_to_left(text: str) -> bool:
    """Whether the first strong character says that the text runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


# ---------------------------------------------------------------- setting


def _directed(text: str, like: str) -> str:
    """Lines in the direction of their paragraph, so that full stops and brackets land on the right side."""
    return "\n".join(f"\u2067{line}\u2069" for line in text.split("\n")) if right_to_left(like) else text


def _paragraph(inks: Inks, faces: tuple[Face, ...], size: float, align: Align, leading: float,
               tracking: float) -> Any:  # fmt: skip
    import skia

    layout = skia.textlayout
    provider = layout.TypefaceFontProvider()
    for face in faces:
        provider.registerTypeface(face.font, face.name)
    fonts = layout.FontCollection()
    fonts.setDefaultFontManager(provider)
    strut = layout.StrutStyle()
    strut.setStrutEnabled(True)
    strut.setFontFamilies([faces[0].name])
    strut.setFontSize(size)
    strut.setHeightOverride(True)
    strut.setHeight(leading)
    strut.setHalfLeading(True)
    strut.setForceStrutHeight(True)
    whole = layout.ParagraphStyle()
    whole.setStrutStyle(strut)
    whole.setTextAlign(
        {"left": layout.TextAlign.kLeft, "center": layout.TextAlign.kCenter, "right": layout.TextAlign.kRight}[align]
    )
    builder = layout.ParagraphBuilder.make(whole, fonts, skia.Unicodes.ICU.Make())
    for text, paint in inks:  # letters join and kern across stretches: only their inks differ
        style = layout.TextStyle()
        style.setFontFamilies([face.name for face in faces])
        style.setFontSize(size)
        style.setForegroundPaint(paint)
        style.setLetterSpacing(tracking * size)
        builder.pushStyle(style)
        builder.addText(text)
    return builder.Build()


def _ink(color: Color) -> Any:
    import skia

    return skia.Paint(Color=skia.ColorSetARGB(color[3], *color[:3]), AntiAlias=True)


def set_lines(text: str, faces: tuple[Face, ...], size: float, width: float, *, color: Color = (255, 255, 255, 255),
              align: Align = "center", leading: float = 1.25, tracking: float = 0.0) -> Lines:  # fmt: skip
    """Break `text` into as few lines as fit `width` pixels, each about as long as the others.

    `faces` come from `Faces.covering`; `size` and `width` in pixels; `leading` in sizes; `tracking` in sizes.
    A word longer than a line is broken.
    """
    parts = text.split("\n")
    broken = [_broken(part, faces, size, width, tracking) for part in parts]
    ready = None not in broken
    shown = "\n".join(
        _directed(lines if ready and lines is not None else part, part)
        for part, lines in zip(parts, broken, strict=True)
    )

    def built(inks: Inks) -> Any:
        return _paragraph(inks, faces, size, align, leading, tracking)

    paragraph = built(((shown, _ink(color)),))
    line = size * leading

    def count(at: float) -> int:
        paragraph.layout(at)
        return max(1, round(paragraph.Height / line))

    lines = count(width)
    if lines > 1 and not ready:
        low, high = width / lines / 2, float(width)
        while high - low > max(1.0, size / 20):
            middle = (low + high) / 2
            fits = count(middle) <= lines and paragraph.LongestLine <= middle + 1
            low, high = (low, middle) if fits else (middle, high)
        count(high)
    box = int(min(float(width), paragraph.LongestLine + 1)) + 1
    if count(box) > lines:  # a rounding at the edge cost a line
        box = int(width)
        count(box)
    # A line may end after the sign of a sum or the dot of an address, as far as shaping knows; to a reader it may not.
    sums = ready or all(
        _word_width(word, faces, tracking) * size / _GAUGE <= width * 0.98
        for part in parts
        for word in part.split(" ")
        if word.isascii()
    )
    whole = paragraph.MinIntrinsicWidth <= width and sums
    return Lines(paragraph, box, round(lines * line), lines, size, whole, shown, built)


def _broken(text: str, faces: tuple[Face, ...], size: float, width: float, tracking: float) -> str | None:
    """`text` with a line feed where lines end; None when it cannot be broken at spaces alone."""
    words = text.split(" ")
    widths = [_word_width(word, faces, tracking) * size / _GAUGE for word in words]
    if max(widths) > width * 0.98 or any(wide(char) for char in text):
        return None
    space = _word_width("n n", faces, tracking) * size / _GAUGE - 2 * _word_width("n", faces, tracking) * size / _GAUGE
    ends = line_ends(words, widths, space, width * 0.98)
    starts = [0, *ends[:-1]]
    return "\n".join(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


@lru_cache(maxsize=4096)
def _word_width(word: str, faces: tuple[Face, ...], tracking: float) -> float:
    paragraph = _paragraph(((_directed(word, word), _ink((0, 0, 0, 255))),), faces, _GAUGE, "left", 1.2, tracking)
    paragraph.layout(1e6)
    return float(paragraph.LongestLine)


def line_ends(words: list[str], widths: list[float], space: float, room: float) -> list[int]:
    """After how many words each line ends: the fewest lines, then the most even ones that end where speech pauses.

    Dynamic programming after Knuth and Plass; a line may not end in a short word when a neighbour can.
    """
    fewest, used = 1, -space
    for width in widths:
        if used + space + width > room and used > 0:
            fewest, used = fewest + 1, -space
        used += space + width
    aim = (sum(widths) + space * (len(words) - fewest)) / fewest or 1.0  # marks without width have none
    best: list[dict[int, tuple[float, list[int]]]] = [{0: (0.0, [])}]
    for _ in range(fewest):
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, ends) in best[-1].items():
            length = -space
            for end in range(start + 1, len(words) + 1):
                length += space + widths[end - 1]
                if length > room and end > start + 1:
                    break
                total = cost + ((length - aim) / aim) ** 2 + (0.0 if end == len(words) else _pause(words[end - 1]))
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*ends, end])
        best.append(following)
    return best[-1][len(words)][1]


def _pause(word: str) -> float:
    """What it costs to end a line after a word."""
    if word[-1:] in ".!?…:;,—–،。":
        return -0.08
    return 0.16 if len(word) <= 3 else 0.0


def fit_lines(text: str, faces: tuple[Face, ...], size: float, width: float, height: float, most: int,
              *, least: float, **style: Any) -> Lines:  # fmt: skip
    """`set_lines`, shrunk from `size` towards `least` until `most` lines of whole words hold it within `height`.

    Below `least` only the height counts, so that nothing is ever cut off.
    """
    while True:
        lines = set_lines(text, faces, size, width, **style)
        fine = (lines.count <= most and lines.whole) or size <= least
        if (lines.height <= height and fine) or size <= 6:
            return lines
        size = max(6.0, size * 0.94)
