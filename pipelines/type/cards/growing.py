"""The parts charts are drawn of: forms that grow to their value, values that ride on them, rings and lines drawn on."""

import math

import skia

from pipelines.type.cards.amounts import Amount
from pipelines.type.cards.board import Board
from pipelines.type.cards.designs import Voice
from pipelines.type.cards.kinetic import colour, filled, stroked
from pipelines.type.cards.palette import mixed
from pipelines.type.cards.timing import Beat, settle, smooth
from pipelines.type.legible import Rgb, contrast
from pipelines.type.outlines import Box, Outlines

NAME, VALUE = Voice("Inter-Medium", 1.2), Voice("Inter-SemiBold", 1.2)


def worded(
    board: Board, text: str, voice: Voice, size: float, width: float, most: int = 1, align: str = "left"
) -> Outlines | None:
    return board.set(text, voice, size, (width, 4 * size), most, least=0.4 * size, align=align)


def written(amount: Amount, unit: str) -> str:
    """A value with the chart's unit where it has none of its own."""
    own = amount.written()
    if not unit or amount.before.strip() or amount.after.strip():
        return own
    if unit in "$€£¥₹":
        return f"{unit}{own}"
    return f"{own}\u00a0{unit}"


def scale(numbers: list[float], start: float, end: float) -> tuple[float, float]:
    """Where zero lies between two edges, and pixels for one unit (with the sign of the way)."""
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    span = (high - low) or 1.0
    per = (end - start) / span
    return start - low * per, per


def tones(board: Board, numbers: list[float]) -> list[Rgb]:
    """The largest in the accent, the others in a calmer tone of it."""
    p = board.palette
    calm = p.shapes[0] if board.design.name == "bold" else mixed(p.accent, p.ground[0], 0.5)
    if contrast(calm, p.ground[0]) < 1.5:
        calm = mixed(p.ink, p.ground[0], 0.6)
    return [p.accent if value == max(numbers) else calm for value in numbers]


def in_turn(board: Board, number: int, count: int) -> Beat:
    start = 0.12 + 0.4 * number / count
    return board.beat(start, start + 0.46)


def bar(board: Board, box: Box, tone: Rgb, beat: Beat, upright: bool = False) -> None:
    """A bar from (left, top) of the box, where zero is, to its other side."""
    x, y, right, foot = box
    radius = min(8 * board.u, abs(right - x) / 3, abs(foot - y) / 3)

    def live(canvas: skia.Canvas, t: float) -> None:
        share = settle(beat.at(t))
        end = (right, y + (foot - y) * share) if upright else (x + (right - x) * share, foot)
        rectangle = skia.Rect.MakeLTRB(min(x, end[0]), min(y, end[1]), max(x, end[0]), max(y, end[1]))
        if share > 0:
            canvas.drawRoundRect(rectangle, radius, radius, filled(tone))

    board.alive(live)


def riding(
    board: Board, cut: Outlines, at: tuple[float, float], beat: Beat, way: tuple[float, float], length: float
) -> None:
    """A value carried by the end of its bar."""
    path = cut.whole()
    box = (at[0], at[1], at[0] + cut.width, at[1] + cut.height)
    tone = board.legible(board.palette.ink, box)

    def live(canvas: skia.Canvas, t: float) -> None:
        left = (1 - settle(beat.at(t))) * length
        canvas.save()
        canvas.translate(at[0] + way[0] * left, at[1] + way[1] * left)
        canvas.drawPath(path, filled(tone, smooth(min(1.0, 2 * beat.at(t)))))
        canvas.restore()

    board.alive(live)


def axis(board: Board, ends: tuple[float, float], y: float, strength: float = 0.45) -> None:
    beat = board.beat(0.0, 0.35)
    tone = stroked(mixed(board.palette.ground[0], board.palette.ink, strength), 2 * board.u)
    board.alive(lambda c, t: c.drawLine(ends[0], y, ends[0] + (ends[1] - ends[0]) * settle(beat.at(t)), y, tone))


def marked(numbers: list[float]) -> list[int]:
    """Which points of a line are named: the first, the lowest, the highest, the last."""
    low, high, last = numbers.index(min(numbers)), numbers.index(max(numbers)), len(numbers) - 1
    kept = [0, low, high, last]
    if not last:
        return [0, 0]
    return [n for i, n in enumerate(kept) if n in (0, last) or all(abs(n - m) > last / 8 for m in (*kept[:i], 0, last))]


def stroke(board: Board, spots: list[tuple[float, float]], base: float, tone: Rgb) -> None:
    """The line drawn on, and the shade under it."""
    path, under = skia.Path(), skia.Path()
    path.addPoly([skia.Point(*spot) for spot in spots], False)
    under.addPoly(
        [skia.Point(spots[0][0], base), *(skia.Point(*s) for s in spots), skia.Point(spots[-1][0], base)], True
    )
    measure, beat, u = skia.PathMeasure(path, False), board.beat(0.2, 0.85), board.u
    fall = skia.GradientShader.MakeLinear(
        [(0, min(y for _, y in spots)), (0, base)], [colour(tone, 0.34), colour(tone, 0.02)]
    )

    def live(canvas: skia.Canvas, t: float) -> None:
        share = smooth(beat.at(t))
        drawn = skia.Path()
        measure.getSegment(0, measure.getLength() * share, drawn, True)
        reach = drawn.getBounds().right() if share > 0 else spots[0][0]
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(spots[0][0], -1e4, reach, 1e4))
        canvas.drawPath(under, skia.Paint(Shader=fall, AntiAlias=True))
        canvas.restore()
        canvas.drawPath(drawn, stroked(tone, 7 * u))

    board.alive(live)


def dot(board: Board, spot: tuple[float, float], beat: Beat, tone: Rgb) -> None:
    inner, u = board.palette.ground[0], board.u

    def live(canvas: skia.Canvas, t: float) -> None:
        share = settle(beat.at(t))
        if share > 0:
            canvas.drawCircle(*spot, 13 * u * share, filled(tone))
            canvas.drawCircle(*spot, 6 * u * share, filled(inner))

    board.alive(live)


def ring(board: Board, centre: tuple[float, float], radius: float, shares: list[float], tones: list[Rgb]) -> None:
    thick, beat = 0.36 * radius, board.beat(0.1, 0.9)
    middle = radius - thick / 2
    box = skia.Rect.MakeLTRB(centre[0] - middle, centre[1] - middle, centre[0] + middle, centre[1] + middle)
    gap = math.degrees(5 * board.u / middle) if len(shares) > 1 else 0.0

    def live(canvas: skia.Canvas, t: float) -> None:
        turned, start = 360 * smooth(beat.at(t)), 0.0
        for share, tone in zip(shares, tones, strict=True):
            sweep = min(360 * share, turned - start)
            if sweep > gap:
                paint = stroked(tone, thick)
                paint.setStrokeCap(skia.Paint.kButt_Cap)
                canvas.drawArc(box, -90 + start + gap / 2, sweep - gap, False, paint)
            start += 360 * share

    board.alive(live)
