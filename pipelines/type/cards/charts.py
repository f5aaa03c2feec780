"""Simple charts from a few numbers: bars, columns, a line, a ring. They grow to their values; words name every part."""

import re

from pipelines.type.cards import plots
from pipelines.type.cards.amounts import Entry, alike, entries
from pipelines.type.cards.board import Board, CardSet
from pipelines.type.cards.designs import Voice
from pipelines.type.cards.grounds import ground
from pipelines.type.cards.order import CardOrder
from pipelines.type.faces import Faces
from pipelines.type.outlines import Box
from studio.errors import PersonError

MOST = {"bars": 12, "columns": 12, "donut": 8, "line": 60}


def kind_of(found: list[Entry], unit: str) -> str:
    """The chart that shows these numbers best: a line for a course of time, a ring for parts of a whole, bars for long
    names, else columns."""
    values, labels = [e.amount.value for e in found], [e.label for e in found]
    years = sum(bool(re.search(r"\d{4}|^\d{1,2}[:h]|^\d+$|^Q[1-4]", label)) for label in labels)
    if years == len(labels) and len(labels) >= 4:
        return "line" if len(labels) > 5 else "columns"
    percent = unit.strip() == "%" or all("%" in e.amount.after for e in found)
    if percent and min(values) > 0 and 95 <= sum(values) <= 101 and 2 <= len(found) <= 6:
        return "donut"
    longest = max(len(label) for label in labels)
    if len(found) > MOST["bars"]:
        return "line"
    return "columns" if longest <= 9 and 3 <= len(found) <= 7 else "bars"


def chart(order: CardOrder, faces: Faces, seconds: float | None) -> CardSet:
    """A card of the numbers in `text`, as `kind`, under `heading`; `below` is their source."""
    found = alike(entries(order.text))
    if order.kind not in MOST or not found:
        raise PersonError("This chart has no numbers, or is of no known kind. Make it anew.")
    found = found[: MOST[order.kind]]
    board = Board(order, faces, seconds, 1.6 + 0.12 * len(found))
    ground(board, full=False)
    area = list(board.area)
    if board.design.name == "paper" and not order.behind:
        area[3] = min(area[3], 0.875 * board.h)
    if order.heading:
        area[1] = _heading(board, order.heading)
    if order.below:
        area[3] = _source(board, order.below, area[3])
    room: Box = (area[0], area[1], area[2], area[3])
    {"bars": plots.bars, "columns": plots.columns, "line": plots.line, "donut": plots.donut}[order.kind](
        board, found, order.unit, room
    )
    return board.made()


def _heading(board: Board, text: str) -> float:
    """The heading at the head of the card; returns where the chart may begin."""
    left, top, right, _ = board.area
    cut = board.set(text, board.design.head, 0.074 * 1080 * board.u, (right - left, 0.18 * board.h), 2,
                    least=0.042 * 1080 * board.u, manner=board.design.manner)  # fmt: skip
    if cut is None:
        return top
    board.say(cut, board.across(cut, board.area), top, board.palette.ink, (0.0, 0.3))
    return top + cut.height + 48 * board.u


def _source(board: Board, text: str, foot: float) -> float:
    """Where the numbers come from, small at the foot; returns where the chart must end."""
    size, voice = 0.024 * 1080 * board.u, Voice("Inter-Medium", 1.3)
    room = (board.area[2] - board.area[0], 0.08 * board.h)
    cut = board.set(text, voice, size, room, 2, least=0.018 * 1080 * board.u)
    if cut is None:
        return foot
    board.say(cut, board.across(cut, board.area), foot - cut.height, board.palette.soft, (0.7, 1.0), "fade")
    return foot - cut.height - 34 * board.u
