"""Letters on a picture: faces for every script, shaping, balanced line breaks (skia's paragraphs underneath)."""

import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from studio.errors import PersonError
from studio.work import Work

if TYPE_CHECKING:
    import skia

Align = Literal["left", "center", "right"]
Color = tuple[int, int, int, int]  # red, green, blue, opacity
Face = tuple[str, Any]  # the name a paragraph finds a font by, and the font (skia.Typeface)

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
PLAIN = "Inter-SemiBold"
PACKS = ("noto-fonts", "noto-cjk")  # further scripts, used when they are there
_LOCK = threading.Lock()
_SHAPING = "\n \u200c\u200d\ufe0e\ufe0f"  # joiners and variation marks: they shape what stands beside them
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@dataclass(frozen=True)
class Faces:
    """Where letters come from: our own fonts first, then folders of more scripts, then the machine's."""

    more: tuple[Path, ...] = ()

    def covering(self, text: str, face: str) -> tuple[str, tuple[Face, ...], str]:
        """(`text` with what no font can draw left out, the faces it needs in order, the characters left out)."""
        with _LOCK:
            return _covering(text, face, self.more)


@dataclass(frozen=True)
class Lines:
    """Set text, ready to be painted. `width` and `height` are of the box its lines fill, in pixels."""

    paragraph: Any
    width: int
    height: int
    count: int
    size: float

    def paint(self, canvas: "skia.Canvas", x: float, y: float) -> None:
        self.paragraph.paint(canvas, x, y)


def faces_for(work: Work) -> Faces:
    """Our fonts, and those of the packs of further scripts that are there."""
    found = []
    for name in PACKS:
        try:
            found.append(work.pack(name))
        except PersonError:
            continue
    return Faces(tuple(found))


def tidy(text: str) -> str:
    """Composed characters, no control characters, single spaces. Line feeds stay; other separators become them."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = []
    for char in text:
        if char in "\n\u2028\u2029\v\f\x85":
            kept.append("\n")
        elif char in _SHAPING or 0xE0020 <= ord(char) <= 0xE007F:
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
        gap = " " if whole and not (_wide(whole[-1]) and _wide(part[0])) else ""
        whole += gap + part
    return whole


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" and not unicodedata.category(char).startswith("S")


def right_to_left(text: str) -> bool:
    """Whether the first strong character says that the text runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def missing_words(characters: str) -> str:
    """A sentence for characters no font here can draw; "" when there are none."""
    if not characters:
        return ""
    shown = " ".join(dict.fromkeys(characters[:12]))
    return (
        f"No font here can draw these characters, so they were left out: {shown}. "
        f"More scripts come with: python app.py packs get {PACKS[1] if any(map(_wide, characters)) else PACKS[0]}"
    )


# ---------------------------------------------------------------- faces


@lru_cache(maxsize=1)
def _system() -> Any:
    import skia

    return skia.FontMgr()


@lru_cache(maxsize=64)
def _own(name: str) -> Any:
    import skia

    typeface = skia.Typeface.MakeFromFile(str(FONTS / f"{name}.ttf"))
    if typeface is None:
        raise FileNotFoundError(f"the font {FONTS / name}.ttf is missing or damaged")
    return typeface


@lru_cache(maxsize=8)
def _folder(folder: Path, member: int) -> tuple[Face, ...]:
    """Each font file in a folder and the folders in it, semibold where it can be; `member` of a collection."""
    import skia

    found = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".ttf", ".otf", ".ttc")):
        number = member if path.suffix.lower() == ".ttc" else 0
        typeface = skia.Typeface.MakeFromFile(str(path), number) or skia.Typeface.MakeFromFile(str(path))
        if typeface is not None:
            found.append((f"more {path.stem} {number}", _semibold(typeface)))
    return tuple(found)


def _semibold(typeface: Any) -> Any:
    """The weight of our captions, of a font that has weights to choose from."""
    import skia

    weight = int.from_bytes(b"wght", "big")
    if all(axis.tag != weight for axis in typeface.getVariationDesignParameters()):
        return typeface
    place = skia.FontArguments.VariationPosition
    coordinates = place.Coordinates([place.Coordinate(weight, 600.0)])
    position, chosen = place(coordinates), skia.FontArguments()  # neither copies what it is given: keep them
    chosen.setVariationDesignPosition(position)
    return typeface.makeClone(chosen) or typeface


def _member(text: str) -> int:
    """Which drawing of the Han characters a text wants, as the Noto collections count: Japanese, Korean, Chinese."""
    names = {unicodedata.name(char, "").split(" ")[0] for char in text if ord(char) > 0x10FF}
    return 0 if names & {"HIRAGANA", "KATAKANA"} else 1 if "HANGUL" in names else 2


@lru_cache(maxsize=4096)
def _face_of(char: str, more: tuple[Path, ...], member: int) -> Face | None:
    """The first font beyond our own that draws a character. Emoji are looked for in the machine's fonts first:
    theirs have colours."""
    packed = (face for folder in more for face in _folder(folder, member) if face[1].unicharToGlyph(ord(char)))
    if unicodedata.category(char) == "So" and ord(char) > 0x1F000:
        return _machine_face(char) or next(packed, None)
    return next(packed, None) or _machine_face(char)


def _machine_face(char: str) -> Face | None:
    import skia

    typeface = _system().matchFamilyStyleCharacter("", skia.FontStyle.Normal(), [], ord(char))
    if typeface is None or not typeface.unicharToGlyph(ord(char)):
        return None
    return f"machine {typeface.getFamilyName()} {typeface.uniqueID()}", typeface


def _covering(text: str, face: str, more: tuple[Path, ...]) -> tuple[str, tuple[Face, ...], str]:
    order = {name: _own(name) for name in (face, PLAIN)}
    ours = tuple(order.values())
    kept, lost, member = [], [], _member(text)
    for char in text:
        if char in _SHAPING or any(typeface.unicharToGlyph(ord(char)) for typeface in ours):
            kept.append(char)
            continue
        found = _face_of(char, more, member)
        if found:
            order.setdefault(*found)
            kept.append(char)
            continue
        plain = unicodedata.normalize("NFKC", char)
        if plain != char and all(any(typeface.unicharToGlyph(ord(c)) for typeface in ours) for c in plain):
            kept.append(plain)
        elif not unicodedata.combining(char):
            lost.append(char)
    return "".join(kept), tuple(order.items()), "".join(lost)


# ---------------------------------------------------------------- setting


def _paragraph(text: str, faces: tuple[Face, ...], size: float, color: Color, align: Align, leading: float,
               tracking: float) -> Any:  # fmt: skip
    import skia

    layout = skia.textlayout
    provider = layout.TypefaceFontProvider()
    for alias, typeface in faces:
        provider.registerTypeface(typeface, alias)
    fonts = layout.FontCollection()
    fonts.setDefaultFontManager(provider)
    strut = layout.StrutStyle()
    strut.setStrutEnabled(True)
    strut.setFontFamilies([faces[0][0]])
    strut.setFontSize(size)
    strut.setHeightOverride(True)
    strut.setHeight(leading)
    strut.setHalfLeading(True)
    strut.setForceStrutHeight(True)
    style = layout.TextStyle()
    style.setFontFamilies([alias for alias, _ in faces])
    style.setFontSize(size)
    style.setColor(skia.ColorSetARGB(color[3], *color[:3]))
    style.setLetterSpacing(tracking * size)
    whole = layout.ParagraphStyle()
    whole.setStrutStyle(strut)
    whole.setTextStyle(style)
    whole.setTextAlign(
        {"left": layout.TextAlign.kLeft, "center": layout.TextAlign.kCenter, "right": layout.TextAlign.kRight}[align]
    )
    builder = layout.ParagraphBuilder.make(whole, fonts, skia.Unicodes.ICU.Make())
    builder.pushStyle(style)
    # An isolate gives the paragraph its own direction, so that its full stop lands on the right side.
    builder.addText("\n".join(f"\u2067{t}\u2069" if right_to_left(t) else t for t in text.split("\n")))
    return builder.Build()


def set_lines(text: str, faces: tuple[Face, ...], size: float, width: float, *, color: Color = (255, 255, 255, 255),
              align: Align = "center", leading: float = 1.25, tracking: float = 0.0) -> Lines:  # fmt: skip
    """Break `text` into as few lines as fit `width` pixels, each about as long as the others.

    `faces` come from `Faces.covering`; `size` and `width` in pixels; `leading` in sizes; `tracking` in sizes.
    A word longer than a line is broken.
    """
    paragraph = _paragraph(text, faces, size, color, align, leading, tracking)
    line = size * leading

    def count(at: float) -> int:
        paragraph.layout(at)
        return max(1, round(paragraph.Height / line))

    lines = count(width)
    if lines > 1:
        low, high = width / lines / 2, float(width)
        while high - low > max(1.0, size / 20):
            middle = (low + high) / 2
            fits = count(middle) <= lines and paragraph.LongestLine <= middle + 1
            low, high = (low, middle) if fits else (middle, high)
        count(high)
    longest = min(float(width), paragraph.LongestLine + 1)
    box = int(longest) + 1
    if count(box) > lines:  # a rounding at the edge cost a line
        box = int(width)
        count(box)
    return Lines(paragraph, box, round(lines * line), lines, size)


def fit_lines(text: str, faces: tuple[Face, ...], size: float, width: float, height: float, most: int,
              *, least: float, **style: Any) -> Lines:  # fmt: skip
    """`set_lines`, shrunk from `size` towards `least` until it has at most `most` lines within `height`.

    Below `least` only the height counts, so that nothing is ever cut off.
    """
    while True:
        lines = set_lines(text, faces, size, width, **style)
        if lines.height <= height and (lines.count <= most or size <= least):
            return lines
        if size <= 6:
            return lines
        size = max(6.0, size * 0.94)
