"""Big numbers: one figure that counts up to its value, and what it counts."""

import skia

from pipelines.type.cards import kinetic
from pipelines.type.cards.amounts import Amount, read_amount
from pipelines.type.cards.board import Board, CardSet
from pipelines.type.cards.designs import Voice
from pipelines.type.cards.grounds import ground
from pipelines.type.cards.kinetic import filled
from pipelines.type.cards.order import CardOrder
from pipelines.type.cards.timing import out, smooth
from pipelines.type.faces import Faces
from pipelines.type.legible import Rgb
from pipelines.type.outlines import Outlines

_NATURAL = 2.4


def figure(order: CardOrder, faces: Faces, seconds: float | None) -> CardSet:
    """A card of the number `text`, which counts `below`."""
    board = Board(order, faces, seconds, _NATURAL)
    ground(board, full=board.design.name not in ("paper", "quiet", "minimal"))
    left, top, right, foot = board.area
    u, p = board.u, board.palette
    if board.design.name == "bold" and not order.behind and board.w > board.h:
        left, right = (0.26 * board.w, right) if board.flipped else (left, 0.74 * board.w)
    if board.design.name == "bold" and not order.behind and board.w <= board.h:
        top, foot = top + 0.18 * board.h, foot - 0.16 * board.h
    amount = read_amount(order.text)
    shown = amount.written() if amount else order.text
    size = (0.34 if len(shown) < 8 else 0.28) * 1080 * u
    head = board.set(shown, _voice(board), size, (right - left, 0.5 * (foot - top)), 1, least=0.08 * 1080 * u,
                     manner="type")  # fmt: skip
    if head is None:
        return board.made()
    small = min(0.062 * 1080 * u, 0.4 * head.size)
    words = board.set(order.below, _words(board), small, (min(right - left, 1300 * u), 0.26 * (foot - top)), 4,
                      least=0.032 * 1080 * u) if order.below else None  # fmt: skip
    gap = 0.14 * head.size + 16 * u
    ink = head.box[3] - head.box[1]
    tall = ink + (gap + words.height if words else 0)
    area = (left, top, right, foot)
    y = top + (foot - top - tall) * (0.8 if board.design.name == "documentary" else 0.48) - head.box[1]
    x = board.across(head, area)
    tone = board.legible(p.ink if board.design.name in ("poster", "neon") else p.accent,
                         (x, y + head.box[1], x + head.width, y + head.box[3]))  # fmt: skip
    counting(board, head, amount, (x, y), tone)
    if words:
        board.say(words, board.across(words, area), y + head.box[3] + gap, p.ink, (0.45, 0.9), "fade")
    return board.made()


def _voice(board: Board) -> Voice:
    """Upright figures of the design's large letters; handwriting and italics have none that count well."""
    head = board.design.head
    return Voice("Inter-ExtraBold" if board.design.name == "minimal" else head.font, 1.1, min(0.0, head.tracking))


def _words(board: Board) -> Voice:
    text = board.design.text
    return Voice("Literata-Display", 1.28) if text.font.startswith("Literata") else text


def counting(board: Board, end: Outlines, amount: Amount | None, at: tuple[float, float], tone: Rgb) -> None:
    """Figures that count up to what `end` shows, each in the place of the last one's, so that nothing shakes."""
    beat, digits = board.beat(0.04, 0.94), _digits(board, end.size)
    shown = amount.written().replace("\u00a0", "").replace(" ", "") if amount else ""
    apart = amount is not None and digits and len(end.marks) == len(shown)
    if not apart or amount is None:  # joined or unknown figures come as they are
        whole = kinetic.arriving(end, *at, tone, beat, "fade")
        board.alive(whole)
        return
    widest = max(path.getBounds().width() for path in digits.values())
    middles = _steady(end, widest, board.design.align == "center")
    glyphs = {mark.text: _centred(mark.path) for mark in end.marks} | digits

    def live(canvas: skia.Canvas, t: float) -> None:
        share = beat.at(t)
        canvas.save()
        canvas.translate(*at)
        if share >= 1:
            for mark in end.marks:
                mark.draw(canvas, filled(tone))
        elif share > 0:
            now = amount.write(amount.value * out(share)).replace("\u00a0", "").replace(" ", "")
            paint, near = filled(tone, min(1.0, share * 8)), smooth(share)
            short = len(end.marks) - len(now)
            for n, char in enumerate(now):
                cell = n if n < len(amount.before) else n + short
                kept = cell + short if n < len(amount.before) else cell  # what stands before goes along
                glyph = glyphs.get(char)
                if glyph is not None:
                    there = end.marks[kept].box
                    x = middles[kept] * (1 - near) + (there[0] + there[2]) / 2 * near
                    canvas.save()
                    canvas.translate(x, 0)
                    canvas.drawPath(glyph, paint)
                    canvas.restore()
        canvas.restore()

    board.alive(live)


def _digits(board: Board, size: float) -> dict[str, skia.Path]:
    """The ten digits as outlines, each with its middle at 0."""
    row = board.set("0123456789", _voice(board), size, (1e5, 1e5), 1, least=size, align="left", manner="type")
    board.unsaid("0123456789")
    return {mark.text: _centred(mark.path) for mark in row.marks} if row and len(row.marks) == 10 else {}


def _centred(path: skia.Path) -> skia.Path:
    made, bounds = skia.Path(path), path.computeTightBounds()
    made.offset(-(bounds.left() + bounds.right()) / 2, 0)
    return made


def _steady(end: Outlines, widest: float, centred: bool) -> list[float]:
    """Middles of the characters with all digits as wide as the widest: while they change, none touches the next."""
    middles, moved = [], 0.0
    for mark in end.marks:
        own = mark.box[2] - mark.box[0]
        spare = max(0.0, widest - own) if mark.text.isdigit() else 0.0
        middles.append((mark.box[0] + mark.box[2]) / 2 + moved + spare / 2)
        moved += spare
    return [x - moved / 2 for x in middles] if centred else middles
