"""Captions as small pictures, each drawn once, ready to be laid over the frames they belong to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pipelines.assemble import letterstyles as styles
from pipelines.assemble import places, wordtimes
from pipelines.assemble.letterstyles import STYLES, CaptionStyle, Style
from pipelines.assemble.places import Box, CaptionPlace, Spot, Wish
from pipelines.type import typeset
from pipelines.type.faces import Face, Faces, missing_words
from pipelines.type.typeset import Lines
from studio.timeline import Caption

if TYPE_CHECKING:
    import numpy as np

__all__ = ["CaptionPlace", "CaptionStyle", "Overlay", "Patch", "overlays", "standing"]

GUESSED = "The captions have no times for their words, so the words follow each other evenly."


@dataclass(frozen=True)
class Patch:
    """Pixels that stand in an overlay, at (left, top) of it, in place of its own, over film frames [start, end)."""

    start: int
    end: int
    left: int
    top: int
    pixels: "np.ndarray"


@dataclass(frozen=True)
class Overlay:
    """A picture over film frames [start, end). `pixels` is (height, width, 4) uint8 RGBA, premultiplied.

    Left, top, height and width are even, so that it can be laid on half-size chroma planes; those of `patches` too.
    """

    start: int
    end: int
    left: int
    top: int
    pixels: "np.ndarray"
    patches: tuple[Patch, ...] = ()


@dataclass(frozen=True)
class _Card:
    """A caption, the lines it is set in (one word each where words are shown alone), and the frames of each."""

    caption: Caption
    lines: tuple[tuple[int, int, Lines], ...]
    wish: Wish


def overlays(captions: Iterable[Caption], width: int, height: int, rate: Fraction, *, faces: Faces | None = None,
             note: Callable[[str], None] | None = None, style: CaptionStyle = "plate",
             place: CaptionPlace = "bottom",
             avoid: Callable[[Caption], list[Box]] | None = None) -> Iterator[Overlay]:  # fmt: skip
    """Each caption set in one to three balanced lines inside the safe area of a `width`×`height` picture.

    `rate` is the film's. `avoid` gives the boxes (left, top, width, height in pixels) that a caption shall not cover:
    it then stands elsewhere, as do the others with the same boxes. A caption that comes while another is on the
    screen stands beside it. `note` is told, once each, which characters no font here can draw, and that words had no
    times; a caption of nothing else makes no overlay.
    """
    look = STYLES[style]
    cards, guessed = _cards(captions, width, height, rate, look, faces or Faces(), note, avoid)
    if guessed and note:
        note(GUESSED)
    for card, spot in zip(cards, places.spots([c.wish for c in cards], width, height, place), strict=True):
        if look.words == "said word":
            yield _marked(card, spot, look, rate)
        else:
            yield from (_plain(start, end, lines, card.wish, spot, look) for start, end, lines in card.lines)


def standing(captions: Iterable[Caption], width: int, height: int, rate: Fraction, *, faces: Faces | None = None,
             style: CaptionStyle = "plate", place: CaptionPlace = "bottom",
             avoid: Callable[[Caption], list[Box]] | None = None) -> dict[Caption, CaptionPlace]:  # fmt: skip
    """Where `overlays` puts each caption, without painting any."""
    cards, _ = _cards(captions, width, height, rate, STYLES[style], faces or Faces(), None, avoid)
    found = places.spots([card.wish for card in cards], width, height, place)
    return {card.caption: spot.place for card, spot in zip(cards, found, strict=True)}


def _cards(captions: Iterable[Caption], width: int, height: int, rate: Fraction, look: Style, faces: Faces,
           note: Callable[[str], None] | None,
           avoid: Callable[[Caption], list[Box]] | None) -> tuple[list[_Card], bool]:  # fmt: skip
    """All captions that have something to show, set but not painted; and whether any word's time was guessed."""
    lost, guessed = "", False
    cards = []
    for caption in sorted(captions, key=lambda c: (c.start, c.end)):
        text, fonts, left_out = faces.covering(_text(caption), look.face)
        lost += left_out
        nothing = not text.strip() or (left_out and not any(char.isalnum() for char in text))
        if nothing or caption.end <= caption.start:
            continue
        lines, known = _set(caption, text, fonts, width, height, rate, look)
        guessed = guessed or not known
        sides = [styles.extent(look, each) for _, _, each in lines]
        wide, tall = max(w for w, _ in sides), max(h for _, h in sides)
        boxes = tuple(avoid(caption)) if avoid else ()
        cards.append(_Card(caption, lines, Wish(caption.start, caption.end, wide, tall, boxes)))
    if lost and note:
        note(missing_words(lost))
    return cards, guessed


def _text(caption: Caption) -> str:
    """One run of words to break anew; the two lines of a dialogue stay two."""
    text = typeset.tidy(caption.text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    spoken = len(lines) > 1 and all(line[0] in "-–—" for line in lines)
    return "\n".join(lines) if spoken else typeset.joined(text)


def _set(caption: Caption, text: str, fonts: tuple[Face, ...], width: int, height: int, rate: Fraction,
         look: Style) -> tuple[tuple[tuple[int, int, Lines], ...], bool]:  # fmt: skip
    room = width * (1 - 2 * places.margins(width, height).sides)
    if look.words != "alone":
        lines = styles.set_in(look, text, fonts, width, height, room)
        known = look.words == "whole" or wordtimes.said(caption, lines.text, rate)[1]
        return ((caption.start, caption.end, lines),), known
    words, known = wordtimes.alone(caption, text, rate)
    shown = [(w.start, w.end, text[w.first : w.last].rstrip(",;:،、").replace("\n", " ")) for w in words]
    set_ = tuple((a, b, styles.set_in(look, word, fonts, width, height, room)) for a, b, word in shown if word)
    return set_ or ((caption.start, caption.end, styles.set_in(look, text, fonts, width, height, room)),), known


def _plain(start: int, end: int, lines: Lines, wish: Wish, spot: Spot, look: Style) -> Overlay:
    """Lines as they are, in the middle of the room kept for them."""
    pixels = styles.painted(look, lines)
    tall, wide = pixels.shape[:2]
    left, top = spot.left + (wish.width - wide) // 4 * 2, spot.top + (wish.height - tall) // 4 * 2
    return Overlay(start, end, left, top, pixels)


def _marked(card: _Card, spot: Spot, look: Style, rate: Fraction) -> Overlay:
    """Lines with the said word in another colour: the whole once, and what each word changes in it."""
    ((start, end, lines),) = card.lines
    under = styles.ground(look, lines)
    base = styles.lettered(look, lines, under)
    patches = []
    for word in wordtimes.said(card.caption, lines.text, rate)[0]:
        marked = styles.lettered(look, lines, under, (word.first, word.last))
        changed = _changed(base, marked)
        if changed:
            left, top, right, foot = changed
            patches.append(Patch(word.start, word.end, left, top, marked[top:foot, left:right].copy()))
    return Overlay(start, end, spot.left, spot.top, base, tuple(patches))


def _changed(before: "np.ndarray", after: "np.ndarray") -> tuple[int, int, int, int] | None:
    """The even-sided box around what differs, with at least two pixels around that do not; None when nothing does."""
    import numpy as np

    differs = before.view(np.uint32)[..., 0] != after.view(np.uint32)[..., 0]
    if not differs.any():
        return None
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    left, top = max(0, int(columns[0]) - 2) & ~1, max(0, int(rows[0]) - 2) & ~1
    tall, wide = before.shape[:2]
    return left, top, min(wide, (int(columns[-1]) + 5) & ~1), min(tall, (int(rows[-1]) + 5) & ~1)
