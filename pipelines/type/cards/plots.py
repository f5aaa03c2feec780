"""The drawing of charts: forms that grow, values that count along, names beside them."""

import skia

from pipelines.type.cards.amounts import Entry
from pipelines.type.cards.board import Board
from pipelines.type.cards.growing import (
    NAME,
    VALUE,
    axis,
    bar,
    dot,
    in_turn,
    marked,
    riding,
    ring,
    scale,
    stroke,
    tones,
    worded,
    written,
)  # fmt: skip
from pipelines.type.cards.kinetic import filled
from pipelines.type.cards.timing import Beat, smooth
from pipelines.type.legible import Rgb
from pipelines.type.outlines import Box


def bars(board: Board, found: list[Entry], unit: str, area: Box) -> None:
    """Lying bars, names above or beside them. Values below zero reach to the other side."""
    left, top, right, foot = area
    step = min((foot - top) / len(found), 190 * board.u)
    y0 = top + (foot - top - step * len(found)) / 2
    size = min(0.4 * step, 0.046 * 1080 * board.u) if board.w > board.h else min(0.26 * step, 0.042 * 1080 * board.u)
    names = [worded(board, e.label, NAME, size, (0.32 if board.w > board.h else 0.9) * (right - left)) for e in found]
    values = [worded(board, written(e.amount, unit), VALUE, size, 0.3 * (right - left)) for e in found]
    beside = board.w > board.h
    indent = max((n.width for n in names if n), default=0) + 34 * board.u if beside else 0.0
    spare = max((v.width for v in values if v), default=0) + 30 * board.u
    numbers = [e.amount.value for e in found]
    zero, per = scale(numbers, left + indent, right - spare)
    hues = tones(board, numbers)
    for n, (name, value) in enumerate(zip(names, values, strict=True)):
        y = y0 + n * step
        beat = in_turn(board, n, len(found))
        thick = (0.62 if beside else 0.36) * step
        bar_y = y + (step - thick) / 2 if beside else y + step * 0.52
        bar(board, (zero, bar_y, zero + numbers[n] * per, bar_y + thick), hues[n], beat)
        share = (beat.start / board.entry, min(1.0, beat.end / board.entry))
        if name:
            ny = y + (step - name.height) / 2 if beside else bar_y - name.height - 4 * board.u
            board.say(name, left, ny, board.palette.ink, share, "fade")
        if value:
            vx = zero + numbers[n] * per + 22 * board.u if numbers[n] >= 0 else zero + 22 * board.u
            riding(
                board,
                value,
                (vx, bar_y + (thick - value.height) / 2),
                beat,
                (-1.0 if numbers[n] >= 0 else 0, 0),
                abs(numbers[n] * per),
            )


def columns(board: Board, found: list[Entry], unit: str, area: Box) -> None:
    """Standing columns on a line, names under them, values over them."""
    left, top, right, foot = area
    u = board.u
    step = min((right - left) / len(found), 330 * u)
    x0 = left + (right - left - step * len(found)) / 2
    size = min(0.24 * step, 0.044 * 1080 * u)
    names = [worded(board, e.label, NAME, size, 0.94 * step, 2, align="center") for e in found]
    values = [worded(board, written(e.amount, unit), VALUE, 1.12 * size, 0.98 * step, align="center") for e in found]
    under = max((n.height for n in names if n), default=0) + 18 * u
    over = max((v.height for v in values if v), default=0) + 10 * u
    numbers = [e.amount.value for e in found]
    below = over if min(numbers) < 0 else 0.0  # room for the values under what is less than nothing
    base, per = scale(numbers, foot - under - below, top + over)
    hues = tones(board, numbers)
    axis(board, (x0, x0 + step * len(found)), base)
    for n, (name, value) in enumerate(zip(names, values, strict=True)):
        beat = in_turn(board, n, len(found))
        middle, thick = x0 + (n + 0.5) * step, 0.6 * step
        end = base + numbers[n] * per
        bar(board, (middle - thick / 2, base, middle + thick / 2, end), hues[n], beat, upright=True)
        share = (beat.start / board.entry, min(1.0, beat.end / board.entry))
        if name:
            board.say(name, middle - name.width / 2, foot - under + 18 * u, board.palette.ink, share, "fade")
        if value:
            vy = end - value.height - 8 * u if numbers[n] >= 0 else end + 8 * u
            riding(
                board,
                value,
                (middle - value.width / 2, vy),
                beat,
                (0, 1.0 if numbers[n] >= 0 else -1.0),
                abs(numbers[n] * per),
            )


def line(board: Board, found: list[Entry], unit: str, area: Box) -> None:
    """A line through all values, drawn on from the left, its ends and its height named."""
    left, top, right, foot = area
    u, p = board.u, board.palette
    size = 0.036 * 1080 * u
    numbers = [e.amount.value for e in found]
    named = marked(numbers)
    values = {n: worded(board, written(found[n].amount, unit), VALUE, 1.15 * size, 0.3 * (right - left)) for n in named}
    each = max(1, -(-len(found) // (8 if board.w > board.h else 5)))
    names = {n: worded(board, found[n].label, NAME, size, 0.2 * (right - left)) for n in range(0, len(found), each)}
    spare = max((v.width for v in values.values() if v), default=0) / 2
    left, right = left + spare, right - spare
    under, over = size * 1.2 + 26 * u, size * 1.5 + 26 * u
    low, high = min(numbers), max(numbers)
    floor = min(0.0, low) if low <= 0.45 * high else low - 0.25 * (high - low or abs(high) or 1)
    base, ceiling = foot - under, top + over
    per = (ceiling - base) / ((high - floor) or 1)
    spots = [
        (left + (right - left) * n / max(1, len(found) - 1), base + (v - floor) * per) for n, v in enumerate(numbers)
    ]
    for n in range(4):
        y = base + (ceiling - base) * n / 3
        axis(board, (area[0], area[2]), y, 0.45 if n == 0 else 0.14)
    stroke(board, spots, base, p.accent)
    beat = board.beat(0.2, 0.85)
    for n, name in names.items():
        if name:
            x = min(max(spots[n][0] - name.width / 2, area[0]), area[2] - name.width)
            at = 0.1 + 0.6 * n / len(found)
            board.say(name, x, base + 18 * u, p.ink, (at, at + 0.2), "fade")
    for n, value in values.items():
        at = n / max(1, len(found) - 1)
        moment = Beat(
            beat.start + (beat.end - beat.start) * at, beat.start + (beat.end - beat.start) * at + 0.12 * board.entry
        )
        dot(board, spots[n], moment, p.accent)
        if value:
            low_one = n == named[1] and numbers[n] == low and low != high and 0 < n < len(found) - 1
            y = spots[n][1] + 16 * u if low_one else spots[n][1] - value.height - 16 * u
            x = min(max(spots[n][0] - value.width / 2, area[0]), area[2] - value.width)
            board.say(value, x, y, p.ink, (moment.start / board.entry, min(1.0, moment.end / board.entry)), "fade")


def donut(board: Board, found: list[Entry], unit: str, area: Box) -> None:
    """A ring of parts of a whole, swept on, each named beside it; the largest in its middle."""
    left, top, right, foot = area
    u, p = board.u, board.palette
    wide = right - left > 1.3 * (foot - top)
    radius = (
        0.5 * min(foot - top, 0.44 * (right - left)) if wide else 0.5 * min(0.56 * (foot - top), 0.86 * (right - left))
    )
    centre = (left + radius, (top + foot) / 2) if wide else ((left + right) / 2, top + radius)
    if wide and board.design.align == "center":
        centre = (left + 0.14 * (right - left) + radius, centre[1])
    numbers = [max(0.0, e.amount.value) for e in found]
    whole = sum(numbers) or 1.0
    hues = board.palette.series(len(found))
    ring(board, centre, radius, [v / whole for v in numbers], hues)
    best = max(range(len(found)), key=lambda n: numbers[n])
    figure = worded(board, written(found[best].amount, unit), VALUE, 0.36 * radius, 1.05 * radius, align="center")
    if figure:
        board.say(figure, centre[0] - figure.width / 2, centre[1] - figure.height / 2, p.ink, (0.4, 0.8), "fade")
    x = centre[0] + radius + 90 * u if wide else left
    room = (x, top, right, foot) if wide else (left, centre[1] + radius + 50 * u, right, foot)
    _legend(board, found, unit, hues, room)


def _legend(board: Board, found: list[Entry], unit: str, hues: list[Rgb], area: Box) -> None:
    left, top, right, foot = area
    step = min((foot - top) / len(found), 104 * board.u)
    size = min(0.5 * step, 0.048 * 1080 * board.u)
    y = (top + foot - step * len(found)) / 2
    for n, entry in enumerate(found):
        share = (0.25 + 0.5 * n / len(found), 0.45 + 0.5 * n / len(found))
        value = worded(board, written(entry.amount, unit), VALUE, size, 0.3 * (right - left))
        name = worded(board, entry.label, NAME, size, 0.55 * (right - left))
        spot, side, beat = y + n * step + step / 2, 0.26 * size, board.beat(*share)
        box = skia.Rect.MakeXYWH(left, spot - side, 2 * side, 2 * side)
        board.alive(
            lambda c, t, box=box, tone=hues[n], beat=beat: c.drawRoundRect(box, 4, 4, filled(tone, smooth(beat.at(t))))
        )
        x = left + 1.1 * size
        if value:
            board.say(value, x, spot - value.height / 2, board.palette.ink, share, "fade")
            x += max(value.width, 2.6 * size) + 0.5 * size
        if name:
            board.say(name, x, spot - name.height / 2, board.palette.ink, share, "fade")
