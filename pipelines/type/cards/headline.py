"""Title cards: the title large, a subtitle under it, and the rules each design draws around them."""

from itertools import pairwise

import skia

from pipelines.make.drawn.layering import Pose
from pipelines.type import typeset
from pipelines.type.cards.board import NEAR, Board, CardSet, Part
from pipelines.type.cards.grounds import ground
from pipelines.type.cards.kinetic import filled, stroked
from pipelines.type.cards.order import CardOrder
from pipelines.type.cards.palette import mixed
from pipelines.type.cards.timing import settle, smooth
from pipelines.type.faces import Faces
from pipelines.type.legible import Rgb
from pipelines.type.outlines import Box, Outlines

_NATURAL = 1.7  # seconds in which a title arrives


def headline(order: CardOrder, faces: Faces, seconds: float | None) -> CardSet:
    """A title card of `text` and `below`."""
    board = Board(order, faces, seconds, _NATURAL + min(0.8, 0.012 * len(order.letters)))
    ground(board)
    area = _room(board)
    head = _head(board, order.text, area)
    if head is None:
        return board.made()
    parts = [Part(head, board.palette.ink, 0.0, (0.08, 0.72), board.design.manner)]
    foot = _foot(board, order.below, area, head) if order.below else None
    gap = 0.0
    if foot:
        gap = _gap(board, head)
        parts.append(Part(foot, board.palette.accent, gap, (0.55, 0.98), _SECOND.get(board.design.name, "fade")))
    boxes = board.stack(parts, area, 0.36 if board.design.name == "paper" else board.design.stand)
    _rules(board, boxes, area, gap)
    if board.design.name == "neon":
        _tubes(board, head, boxes)
    return board.made()


_SECOND = {"quiet": "fade", "bold": "rise", "poster": "track", "documentary": "fade", "paper": "write"}


def _room(board: Board) -> Box:
    """The part of the card its design gives the words; cut paper fills the foot, forms stand at the side."""
    left, top, right, foot = board.area
    if board.design.name == "paper" and not board.order.behind:
        foot = (0.56 if board.w > board.h else 0.58) * board.h
    if board.w > board.h:
        spare = (right - left) * (1 - board.design.wide)
        if board.design.align == "center":
            left, right = left + spare / 2, right - spare / 2
        else:
            spare = 0 if board.order.behind and board.design.name != "documentary" else spare
            left, right = (left + spare, right) if board.flipped else (left, right - spare)
    elif board.design.name == "quiet" and not board.order.behind:
        foot = (0.66 if board.upright else 0.68) * board.h
    elif board.design.name == "bold" and not board.order.behind:
        top, foot = top + 0.16 * board.h, foot - 0.14 * board.h
    return left, top, right, foot


def _head(board: Board, text: str, area: Box) -> Outlines | None:
    """The title: few letters are set larger, many smaller."""
    letters = len(text)
    size = board.design.size * 1080 * board.u
    size *= 1.5 if letters < 7 else 1.25 if letters < 14 else 1.0 if letters < 36 else 0.86
    room = (area[2] - area[0], (area[3] - area[1]) * 0.76)
    most = 5 if board.h >= board.w else 4
    least, manner = 0.05 * 1080 * board.u, board.design.manner
    cut = board.set(text, board.design.head, size, room, most, least=least, manner=manner)
    if cut and cut.count == 2 and "\n" not in text and any(typeset.wide(char) for char in text):
        board.unsaid(text)  # where no spaces tell words apart, one line parts none
        one = board.set(text, board.design.head, size, room, 1, least=0.66 * size, manner=manner)
        if one and one.count == 1:
            return one
        board.unsaid(text)
        return board.set(text, board.design.head, size, room, most, least=least, manner=manner)
    return cut


def _foot(board: Board, text: str, area: Box, head: Outlines) -> Outlines | None:
    size = min(max(0.042 * 1080 * board.u, 0.33 * head.size), 0.056 * 1080 * board.u, 0.8 * head.size)
    voice = board.design.small if board.design.name in ("poster", "neon", "documentary", "paper") else board.design.text
    if board.design.name == "paper":
        size *= 1.35  # a hand's letters are small for their size
    if voice.capitals:
        size *= 0.78
    room = (area[2] - area[0], 0.2 * board.h)
    return board.set(text, voice, size, room, 3, least=0.022 * 1080 * board.u)


def _gap(board: Board, head: Outlines) -> float:
    """Between title and subtitle: room for the design's rule where it has one."""
    ruled = board.design.name in ("quiet", "bold", "minimal")
    return max(26 * board.u, head.size * (0.42 if ruled else 0.2))


def _rules(board: Board, boxes: list[Box], area: Box, gap: float) -> None:
    """The lines of a design, drawn on: between the blocks, around them or at their side."""
    name, u, p = board.design.name, board.u, board.palette
    top, foot = min(b[1] for b in boxes), max(b[3] for b in boxes)
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    beat = board.beat(0.3, 0.9)
    rtl = board.design.align == "left" and boxes[0][2] > area[2] - 4 * u and boxes[0][0] > area[0] + 4 * u
    start = right if rtl else left

    def rule(x: float, y: float, length: float, thick: float, tone: tuple[int, int, int]) -> None:
        """From x towards where the line is read; centred designs grow it from the middle."""

        def live(canvas: skia.Canvas, t: float) -> None:
            long = length * settle(beat.at(t))
            begin = x - long / 2 if board.design.align == "center" else x - long if rtl else x
            canvas.drawRect(skia.Rect.MakeXYWH(begin, y, long, thick), filled(tone))

        board.alive(live)

    if name == "quiet" and len(boxes) > 1:
        rule(start, boxes[1][1] - 0.52 * gap, 96 * u, 3 * u, p.accent)
    elif name == "bold":
        y = boxes[1][1] - 0.62 * gap if len(boxes) > 1 else foot + 46 * u
        rule(start, y, 150 * u, 14 * u, p.accent)
    elif name == "poster":
        reach, middle = min(area[2] - area[0], max(right - left, 420 * u)), (left + right) / 2
        for y in (top - 58 * u, foot + 58 * u):
            rule(middle, y, reach, 2.6 * u, p.accent)
    elif name == "minimal" and len(boxes) > 1:
        rule(start, boxes[1][1] - 0.55 * gap, 44 * u, 4 * u, p.accent)
    elif name == "documentary":
        _bar(board, right + 34 * u if rtl else left - 34 * u, top, foot)


def _bar(board: Board, x: float, top: float, foot: float) -> None:
    """A bar at the words' side, growing downwards, and the marks of a viewfinder in the corners."""
    u, beat = board.u, board.beat(0.0, 0.5)
    tone, faint = filled(board.palette.accent), stroked(mixed(board.palette.ink, board.palette.ground[0], 0.3), 2.5 * u)
    inset, long = 0.05 * min(board.w, board.h), 34 * u

    def live(canvas: skia.Canvas, t: float) -> None:
        share = settle(beat.at(t))
        canvas.drawRect(skia.Rect.MakeXYWH(x - 4 * u, top, 8 * u, (foot - top) * share), tone)
        reach = long * share
        for cx, dx in ((inset, 1), (board.w - inset, -1)):
            for cy, dy in ((inset, 1), (board.h - inset, -1)):
                canvas.drawLine(cx, cy, cx + dx * reach, cy, faint)
                canvas.drawLine(cx, cy, cx, cy + dy * reach, faint)

    board.alive(live)


def _tubes(board: Board, head: Outlines, boxes: list[Box]) -> None:
    """The light of the lit words on the wall, and a tube around them, drawn on from the middle of its top."""
    tone = board.palette.shapes[0]
    halo(
        board,
        head.whole(),
        (boxes[0][0] - head.box[0], boxes[0][1] - head.box[1]),
        tone,
        reach=min(1.0, head.size / (110 * board.u)),
    )
    u, second = board.u, board.palette.accent
    around = skia.Rect.MakeLTRB(
        min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), max(b[3] for b in boxes)
    )
    around.outset(84 * u, 66 * u)
    if around.left() < 0.025 * board.w or around.top() < 0.025 * board.h:
        return
    path, radius = skia.Path(), 44 * u
    path.moveTo(around.centerX(), around.top())
    corners = [
        (around.right(), around.top()), (around.right(), around.bottom()), (around.left(), around.bottom()),
        (around.left(), around.top()), (around.centerX(), around.top()),
    ]  # fmt: skip
    for one, two in pairwise(corners):
        path.arcTo(*one, *two, radius)
    path.close()
    halo(board, path, (0, 0), second, 5 * u)
    beat, measure = board.beat(0.25, 1.0), skia.PathMeasure(path, False)
    tube, core = stroked(second, 7 * u), stroked(mixed(second, (255, 255, 255), 0.75), 2.6 * u)

    def live(canvas: skia.Canvas, t: float) -> None:
        drawn = skia.Path()
        measure.getSegment(0, measure.getLength() * smooth(beat.at(t)), drawn, True)
        canvas.drawPath(drawn, tube)
        canvas.drawPath(drawn, core)

    board.alive(live)


def halo(board: Board, path: skia.Path, at: tuple[float, float], tone: Rgb, thick: float = 0.0, *,
         reach: float = 1.0) -> None:  # fmt: skip
    """The glow around a lit form: painted small and soft once, laid on as light. Small letters glow less (`reach`)."""
    scale = 0.25
    surface = skia.Surface(round(board.w * scale), round(board.h * scale))
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    canvas.translate(*at)
    for blur, alpha in ((9, 0.9), (26, 0.7), (70, 0.55)):
        paint = stroked(tone, max(thick, 10 * reach * board.u), alpha * reach)
        paint.setStyle(skia.Paint.kStroke_Style if thick else skia.Paint.kStrokeAndFill_Style)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur * reach * board.u))
        canvas.drawPath(path, paint)
    image, beat = surface.makeImageSnapshot(), board.beat(0.2, 1.0)
    canvas = board.layer("halo", NEAR, light=True, life=lambda t: Pose(alpha=smooth(beat.at(t))))
    whole = skia.Rect.MakeWH(board.w, board.h)
    canvas.drawImageRect(image, whole, skia.SamplingOptions(skia.CubicResampler.Mitchell()))
