"""Quotes: the words, large; a quotation mark that hangs beside them; who said it."""

import re

import skia

from pipelines.type.cards.board import Board, CardSet, Part
from pipelines.type.cards.designs import Voice
from pipelines.type.cards.grounds import ground
from pipelines.type.cards.kinetic import filled
from pipelines.type.cards.order import CardOrder
from pipelines.type.cards.palette import mixed
from pipelines.type.cards.timing import settle
from pipelines.type.faces import Faces
from pipelines.type.outlines import Outlines

_MARKS = "\"'“”„‟‘’‚«»‹›「」『』《》"
# Which mark opens a quotation, by the script of its words; the comma-like one where nothing else is known.
_OPENS = (("\u3040", "\u9fff", "「"), ("\u0400", "\u04ff", "«"), ("\u0590", "\u05ff", "”"), ("\u0600", "\u06ff", "»"),
          ("\u0370", "\u03ff", "«"))  # fmt: skip


def saying(order: CardOrder, faces: Faces, seconds: float | None) -> CardSet:
    """A card of the quote `text`, said `below`."""
    words = bare(order.text)
    board = Board(order, faces, seconds, 1.5 + min(2.4, 0.02 * len(words)))
    ground(board, full=False)
    left, top, right, foot = board.area
    mark = _mark(board, words)
    inset = 0.0
    if board.design.align == "left" and board.w > board.h and mark:
        inset = mark.box[2] - mark.box[0] + 44 * board.u
    room = (min(right - left - inset, 1560 * board.u), 0.62 * (foot - top))
    head = board.set(words, _voice(board), _size(board, words), room, 9, least=0.034 * 1080 * board.u,
                     manner=board.design.manner)  # fmt: skip
    if head is None:
        return board.made()
    begun = head.right and board.design.align == "left"
    area = (left, top, right - inset, foot) if begun else (left + inset, top, right, foot)
    over = 0.0 if inset or not mark else mark.box[3] - mark.box[1] + 44 * board.u
    parts = [Part(head, board.palette.ink, over, (0.1, 0.8), _calm(board))]
    by = _by(board, order.below, room[0]) if order.below else None
    if by:
        parts.append(Part(by, board.palette.accent, 0.62 * head.size + 20 * board.u, (0.72, 1.0), "fade"))
    boxes = board.stack(parts, area, 0.48)
    if mark:
        _hang(board, mark, boxes[0], inset, begun)
    return board.made()


def bare(text: str) -> str:
    """The words without the quotation marks around all of them: the card has its own."""
    words = text.strip()
    while len(words) > 2 and words[0] in _MARKS and words[-1] in _MARKS and not re.search(
        f"[{_MARKS}]\\s+[^{_MARKS}]+\\s[{_MARKS}]", words
    ):  # fmt: skip
        words = words[1:-1].strip()
    return words


def _voice(board: Board) -> Voice:
    """The voice of longer words; what is set in capitals for a title would be shouted here."""
    d = board.design
    if d.name in ("quiet", "paper"):
        return Voice("Literata-Display", 1.24, -0.008)
    return (
        Voice(d.head.font, max(1.2, d.head.leading), d.head.tracking) if d.name != "neon" else Voice(d.head.font, 1.3)
    )


def _size(board: Board, words: str) -> float:
    share = 0.125 if len(words) < 60 else 0.1 if len(words) < 140 else 0.076
    if board.design.name == "minimal":
        share *= 0.82
    return share * 1080 * board.u


def _calm(board: Board) -> str:
    """Long words arrive more quietly than a title."""
    return {"snap": "rise", "track": "fade", "type": "fade"}.get(board.design.manner, board.design.manner)


def _by(board: Board, by: str, room: float) -> Outlines | None:
    said = by.strip().lstrip("-–— ")
    voice = board.design.small
    size = (0.05 if voice.font.startswith("Caveat") else 0.034 if voice.capitals else 0.04) * 1080 * board.u
    dash = "" if board.design.align == "center" else "— "
    return board.set(dash + said, voice, size, (room, 0.12 * board.h), 2, least=0.022 * 1080 * board.u)


def _mark(board: Board, words: str) -> Outlines | None:
    """The opening mark of the words' script, very large."""
    first = next((c for c in words if c.isalpha()), "a")
    sign = next((mark for low, high, mark in _OPENS if low <= first <= high), "“")
    font = "Literata-Display" if board.design.name in ("quiet", "paper", "minimal") else board.design.head.font
    size = (330 if board.w > board.h else 300) * board.u
    cut = board.set(sign, Voice(font, 1.0), size, (600 * board.u, 600 * board.u), align="left")
    board.unsaid(sign)
    return cut


def _hang(board: Board, mark: Outlines, box: tuple[float, float, float, float], inset: float, begun: bool) -> None:
    """The mark beside the words, its head level with theirs, or above them."""
    left, top, right, foot = mark.box
    u, beat = board.u, board.beat(0.0, 0.35)
    if inset:
        x = box[2] + 44 * u - left if begun else box[0] - 44 * u - right
        y = box[1] - top - 4 * u
    else:
        centre = board.design.align == "center"
        x = (board.w - right - left) / 2 if centre else (box[2] - right if begun else box[0] - left)
        y = box[1] - 44 * u - foot
    path, tone = mark.whole(), mixed(board.palette.accent, board.palette.ground[0], 0.1)
    path.offset(x, y)

    def live(canvas: skia.Canvas, t: float) -> None:
        share = settle(beat.at(t))
        canvas.save()
        canvas.translate(0, (1 - share) * 40 * u)
        canvas.drawPath(path, filled(tone, share))
        canvas.restore()

    board.alive(live)
