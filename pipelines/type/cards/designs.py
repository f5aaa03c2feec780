"""The designs of cards: which letters, how large, where they stand, how they arrive."""

from dataclasses import dataclass
from typing import Literal
from zlib import crc32

Manner = Literal["rise", "snap", "track", "fade", "write", "flicker", "type"]


@dataclass(frozen=True)
class Voice:
    """Letters of one part: a font of ours, the leading and tracking in sizes, capitals or as written."""

    font: str
    leading: float = 1.2
    tracking: float = 0.0
    capitals: bool = False


@dataclass(frozen=True)
class Design:
    """`head` for titles and large words, `text` for quotes, lists and subtitles, `small` for labels.

    `size`: of a title, as a share of the card's short side. `align` of all words, `stand`: where the middle of them
    lies, as a share of the free height. `wide`: how much of a wide card words may take; shapes need the rest.
    """

    name: str
    head: Voice
    text: Voice
    small: Voice
    size: float
    align: Literal["left", "center"]
    stand: float
    manner: Manner
    wide: float = 1.0


_LABEL = Voice("Inter-SemiBold", 1.3, 0.14, capitals=True)

DESIGNS: dict[str, Design] = {
    d.name: d
    for d in (
        Design("quiet", Voice("Literata-Display", 1.08, -0.014), Voice("Literata-Italic", 1.26),
               Voice("Inter-Medium", 1.3, 0.12, capitals=True), 0.142, "left", 0.5, "rise", 0.76),
        Design("bold", Voice("Inter-ExtraBold", 1.0, -0.028), Voice("Inter-SemiBold", 1.24, -0.006),
               Voice("Inter-SemiBold", 1.3, 0.01), 0.17, "left", 0.52, "snap", 0.68),
        Design("poster", Voice("Oswald-Medium", 1.14, 0.012, capitals=True), Voice("Oswald-Medium", 1.34, 0.02),
               Voice("Oswald-Medium", 1.3, 0.2, capitals=True), 0.185, "center", 0.52, "track"),
        Design("minimal", Voice("Inter-SemiBold", 1.12, -0.022), Voice("Inter-Medium", 1.36, -0.004),
               Voice("Inter-Medium", 1.3, 0.0), 0.1, "left", 0.56, "fade", 0.76),
        Design("paper", Voice("Literata-Display", 1.1, -0.012), Voice("Literata-Display", 1.28),
               Voice("Caveat-Bold", 1.1), 0.13, "center", 0.3, "write", 0.86),
        Design("neon", Voice("Roundel-Bold", 1.2, 0.0), Voice("Inter-Medium", 1.32), _LABEL,
               0.138, "center", 0.47, "flicker", 0.9),
        Design("documentary", Voice("Inter-ExtraBold", 1.06, -0.02), Voice("Inter-Medium", 1.34), _LABEL,
               0.112, "left", 0.86, "type", 0.7),
    )
}  # fmt: skip
LOOKS = tuple(DESIGNS)

# Which designs suit a mood; the words choose among them.
_SUITS = {
    "warm": ("quiet", "paper", "documentary", "poster"),
    "calm": ("quiet", "documentary", "minimal", "paper"),
    "bright": ("bold", "paper", "minimal", "neon"),
    "dark": ("poster", "neon", "documentary", "quiet"),
    "fresh": ("paper", "bold", "minimal", "quiet"),
}


def design_for(words: str, mood: str, seed: int) -> str:
    """A design that suits words and mood. The same words and seed always get the same."""
    fit = _SUITS[mood]
    return fit[(crc32(words.encode()) + seed) % len(fit)]
