"""Fonts for every script: our own first, then packs of more scripts, then the machine's."""

import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.errors import PersonError
from studio.tool import Settled
from studio.work import Work

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
PLAIN = "Inter-SemiBold"
PACKS = ("noto-fonts", "noto-cjk")  # further scripts, used when they are there
SHAPING = "\n \u200c\u200d\ufe0e\ufe0f"  # joiners and variation marks: they shape what stands beside them
# How heavy the letters of other scripts are beside a font of ours; 600 beside the rest.
_WEIGHTS = {"Inter-ExtraBold": 800, "Oswald-Medium": 700, "Roundel-Bold": 700, "Literata-Display": 500,
            "Literata-Italic": 450}  # fmt: skip
_LOCK = threading.Lock()


@dataclass(frozen=True)
class Face:
    """A font, and the name by which a paragraph finds it and by which it is known from others."""

    name: str
    font: Any = field(compare=False)  # skia.Typeface


@dataclass(frozen=True)
class Faces:
    """Where letters come from: our own fonts first, then folders of more scripts, then the machine's."""

    more: tuple[Path, ...] = ()

    def covering(self, text: str, face: str) -> tuple[str, tuple[Face, ...], str]:
        """(`text` with what no font can draw left out, the faces it needs in order, the characters left out)."""
        with _LOCK:
            return _covering(text, face, self.more)


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """For tools that set words: packs of further scripts count as part of the step where they are there."""
    return Settled(options, tuple(name for name in PACKS if ready(name)))


def faces_for(work: Work) -> Faces:
    """Our fonts, and those of the packs of further scripts that are there."""
    found = []
    for name in PACKS:
        try:
            found.append(work.pack(name))
        except PersonError:
            continue
    return Faces(tuple(found))


def missing_words(characters: str) -> str:
    """A sentence for characters no font here can draw; "" when there are none."""
    if not characters:
        return ""
    shown = " ".join(dict.fromkeys(characters[:12]))
    wide = any(unicodedata.east_asian_width(char) in "WF" for char in characters)
    return (
        f"No font here can draw these characters, so they were left out: {shown}. "
        f"More scripts come with: python app.py packs get {PACKS[1] if wide else PACKS[0]}"
    )


def first_covering(text: str, *names: str) -> str:
    """The first of our own fonts that has all letters of a text; the first of all when none has."""
    letters = {ord(char) for char in text if char.isalnum()}
    with _LOCK:
        whole = (name for name in names if all(_own(name).unicharToGlyph(code) for code in letters))
        return next(whole, names[0])


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


@lru_cache(maxsize=32)
def _folder(folder: Path, member: int, weight: int) -> tuple[Face, ...]:
    """Each font file in a folder and the folders in it, of a weight where it can be; `member` of a collection."""
    import skia

    found = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".ttf", ".otf", ".ttc")):
        number = member if path.suffix.lower() == ".ttc" else 0
        typeface = skia.Typeface.MakeFromFile(str(path), number) or skia.Typeface.MakeFromFile(str(path))
        if typeface is not None:
            found.append(Face(f"{path} {number} {weight}", _weighing(typeface, weight)))
    return tuple(found)


def _weighing(typeface: Any, heavy: int) -> Any:
    """A font that has weights to choose from, in one of them."""
    import skia

    weight = int.from_bytes(b"wght", "big")
    if all(axis.tag != weight for axis in typeface.getVariationDesignParameters()):
        return typeface
    place = skia.FontArguments.VariationPosition
    coordinates = place.Coordinates([place.Coordinate(weight, float(heavy))])
    position, chosen = place(coordinates), skia.FontArguments()  # neither copies what it is given: keep them
    chosen.setVariationDesignPosition(position)
    return typeface.makeClone(chosen) or typeface


def _member(text: str) -> int:
    """Which drawing of the Han characters a text wants, as the Noto collections count: Japanese, Korean, Chinese."""
    names = {unicodedata.name(char, "").split(" ")[0] for char in text if ord(char) > 0x10FF}
    return 0 if names & {"HIRAGANA", "KATAKANA"} else 1 if "HANGUL" in names else 2


@lru_cache(maxsize=4096)
def _face_of(char: str, more: tuple[Path, ...], member: int, weight: int) -> Face | None:
    """The first font beyond our own that draws a character. Emoji are looked for in the machine's fonts first:
    theirs have colours."""
    packs = (face for folder in more for face in _folder(folder, member, weight))
    packed = (face for face in packs if face.font.unicharToGlyph(ord(char)))
    if unicodedata.category(char) == "So" and ord(char) > 0x1F000:
        return _machine_face(char) or next(packed, None)
    return next(packed, None) or _machine_face(char)


def _machine_face(char: str) -> Face | None:
    import skia

    typeface = _system().matchFamilyStyleCharacter("", skia.FontStyle.Normal(), [], ord(char))
    if typeface is None or not typeface.unicharToGlyph(ord(char)):
        return None
    return Face(f"machine {typeface.getFamilyName()} {typeface.uniqueID()}", typeface)


def _covering(text: str, face: str, more: tuple[Path, ...]) -> tuple[str, tuple[Face, ...], str]:
    order = {Face(name, _own(name)): None for name in (face, PLAIN)}
    ours = tuple(face.font for face in order)
    kept, lost, member = [], [], _member(text)
    for char in text:
        if char in SHAPING or any(font.unicharToGlyph(ord(char)) for font in ours):
            kept.append(char)
            continue
        found = _face_of(char, more, member, _WEIGHTS.get(face, 600))
        if found:
            order.setdefault(found)
            kept.append(char)
            continue
        plain = unicodedata.normalize("NFKC", char)
        if plain != char and all(any(font.unicharToGlyph(ord(c)) for font in ours) for c in plain):
            kept.append(plain)
        elif not unicodedata.combining(char):
            lost.append(char)
    return "".join(kept), tuple(order), "".join(lost)
