"""Lists: a heading, and items that come one by one, numbered or with the design's own mark."""

import re

import skia

from pipelines.type.cards.board import Board, CardSet
from pipelines.type.cards.designs import Voice
from pipelines.type.cards.grounds import ground
from pipelines.type.cards.kinetic import filled, stroked
from pipelines.type.cards.order import CardOrder
from pipelines.type.cards.timing import Beat, settle, spring
from pipelines.type.faces import Faces
from pipelines.type.outlines import Box, Outlines
from pipelines.type.typeset import right_to_left

MOST = 12  # items; more cannot be read


def split(text: str) -> list[str]:
    """The items of a text: one a line; or parted by semicolons, bullets, or commas where it has only one line."""
    for parts in (re.split(r"\n", text), re.split(r"\s*[;•·；]\s*", text), re.split(r"\s*[,،、，]\s+|[、，]", text)):
        found = [re.sub(r"^\s*(?:[-–—*•·]|\d{1,2}[.)])\s+", "", part).strip() for part in parts]
        found = [part for part in found if any(not c.isspace() for c in part)]
        if len(found) > 1:
            return found
    return found


def numbered(text: str) -> bool:
    """Whether the person numbered the items."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(re.match(r"\s*\d{1,2}[.)]\s", line) for line in lines)


def items(order: CardOrder, faces: Faces, seconds: float | None) -> CardSet:
    """A card of the list `text`, under `heading`."""
    rows = split(order.text)[:MOST]
    board = Board(order, faces, seconds, 1.0 + 0.42 * len(rows))
    ground(board, full=False)
    left, top, right, foot = board.area
    u = board.u
    if board.design.name == "paper" and not order.behind:
        foot = min(foot, 0.86 * board.h)
    y = top
    if order.heading:
        y = _heading(board, order.heading, (left, top, right, foot))
    columns = 2 if len(rows) > 6 and board.w >= board.h else 1
    per = -(-len(rows) // columns)
    gutter = 70 * u
    wide = (right - left - gutter * (columns - 1)) / columns
    size, cuts = _fit(board, rows, wide, foot - y, per)
    heights = [cut.height if cut else 0 for cut in cuts]
    line = max(heights, default=0)
    free = foot - y
    step = min((free - line) / max(1, per - 1), line + 1.1 * size) if per > 1 else 0
    used = step * (per - 1) + line
    start = y + (free - used) * 0.5
    beats = [(0.2 + 0.76 * n / max(1, len(rows)), 0.2 + 0.76 * (n + 1.0) / max(1, len(rows))) for n in range(len(rows))]
    rtl = any(cut and cut.right for cut in cuts)
    if board.design.align == "center" and columns == 1:  # the block in the middle, its items flush
        spare = max(0.0, wide - max((cut.box[2] - cut.box[0] for cut in cuts if cut), default=0) - 1.35 * size) / 2
        left, right = left + spare, right - spare
        wide -= 2 * spare
    for n, cut in enumerate(cuts):
        if cut is None:
            continue
        column, row = divmod(n, per)
        x = left + column * (wide + gutter) if not rtl else right - wide - column * (wide + gutter)
        _item(board, n, cut, (x, start + row * step, x + wide, 0), size, beats[n], numbered(order.text))
    return board.made()


def _heading(board: Board, text: str, area: Box) -> float:
    """The heading with its rule; returns where the list may begin."""
    u = board.u
    cut = board.set(text, board.design.head, 0.085 * 1080 * u, (area[2] - area[0], 0.2 * board.h), 2,
                    least=0.05 * 1080 * u, manner=board.design.manner)  # fmt: skip
    if cut is None:
        return area[1]
    x = board.across(cut, area)
    box = board.say(cut, x, area[1], board.palette.ink, (0.0, 0.3))
    beat, y = board.beat(0.1, 0.4), area[1] + cut.height + 22 * u
    line = stroked(board.palette.accent, 3 * u)

    def live(canvas: skia.Canvas, t: float) -> None:
        share = settle(beat.at(t))
        if board.design.align == "center":
            middle, half = (area[0] + area[2]) / 2, 70 * u * share
            canvas.drawLine(middle - half, y, middle + half, y, line)
        else:
            begin, way = (box[2], -1) if cut.right else (box[0], 1)
            canvas.drawLine(begin, y, begin + way * (area[2] - area[0]) * share, y, line)

    board.alive(live)
    return y + 46 * u


def _fit(board: Board, rows: list[str], wide: float, tall: float, per: int) -> tuple[float, list[Outlines | None]]:
    """All items in one size, as large as their room allows."""
    size = (0.084 if len(rows) < 5 else 0.07) * 1080 * board.u
    base = board.design.text
    voice = Voice("Literata-Display" if base.font == "Literata-Italic" else base.font, 1.2, base.tracking)
    while True:
        room = (wide - 1.75 * size, tall)
        kept = len(board.written)
        cuts = [board.set(row, voice, size, room, 3, least=size, align=_align(board, row)) for row in rows]
        height = sum(cut.height for cut in cuts[:per] if cut) + 0.42 * size * (per - 1)
        tallest = max((cut.height for cut in cuts if cut), default=0)
        fits = height <= tall and tallest * per + 0.2 * size * (per - 1) <= tall
        if fits or size < 0.024 * 1080 * board.u:
            return size, cuts
        del board.written[kept:]
        size *= 0.93


def _align(board: Board, text: str) -> str:
    found = board.align(text)
    return "right" if found == "right" else "left" if board.design.align == "left" else _side(text)


def _side(text: str) -> str:
    return "right" if right_to_left(text) else "left"


def _item(board: Board, number: int, cut: Outlines, box: Box, size: float, share: tuple[float, float],
          counted: bool) -> None:  # fmt: skip
    """One item and its mark at the side it is read from."""
    indent = 1.35 * size
    x = box[2] - indent - cut.width if cut.right else box[0] + indent
    board.say(cut, x, box[1], board.palette.ink, share, "rise" if board.design.manner in ("snap", "rise") else "fade")
    beat = board.beat(*share)
    middle = box[1] + 0.5 * cut.leading
    spot = (box[2] - 0.42 * size if cut.right else box[0] + 0.42 * size, middle)
    if counted or board.design.name in ("poster", "documentary", "quiet"):
        _number(board, number + 1, spot, size, beat, cut.right)
    else:
        _bullet(board, number, spot, size, beat)


def _number(board: Board, number: int, spot: tuple[float, float], size: float, beat: Beat, right: bool) -> None:
    figure = board.set(str(number), Voice(board.design.head.font, 1.2), 0.92 * size, (4 * size, 2 * size), align="left")
    board.unsaid(str(number))
    if figure is None:
        return
    left, top, far, foot = figure.box
    x = spot[0] + 0.42 * size - far if right else spot[0] - 0.42 * size - left
    path = figure.whole()
    path.offset(x, spot[1] - (top + foot) / 2)
    tone = board.legible(board.palette.accent, (x + left, spot[1] - size / 2, x + far, spot[1] + size / 2))
    board.alive(lambda canvas, t: canvas.drawPath(path, filled(tone, settle(beat.at(t)))))


def _bullet(board: Board, number: int, spot: tuple[float, float], size: float, beat: Beat) -> None:
    """A mark that pops in: a disc, a square, a dash or a ticked ring."""
    p, form = board.palette, {"bold": "square", "minimal": "dash", "neon": "ring"}.get(board.design.name, "disc")
    tone = p.shapes[number % len(p.shapes)] if board.design.name == "bold" and not board.order.behind else p.accent

    def live(canvas: skia.Canvas, t: float) -> None:
        r = 0.2 * size * max(0.0, spring(beat.at(t))) if beat.at(t) > 0 else 0.0
        if not r:
            return
        if form == "square":
            canvas.drawRect(skia.Rect.MakeLTRB(spot[0] - r, spot[1] - r, spot[0] + r, spot[1] + r), filled(tone))
        elif form == "dash":
            canvas.drawLine(spot[0] - 1.4 * r, spot[1], spot[0] + 1.4 * r, spot[1], stroked(tone, 0.4 * r))
        elif form == "ring":
            canvas.drawCircle(*spot, r, stroked(tone, 0.42 * r))
        else:
            canvas.drawCircle(*spot, 0.8 * r, filled(tone))

    board.alive(live)
