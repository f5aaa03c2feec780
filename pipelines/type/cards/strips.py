"""Name strips and stamps brought alive: drawn open from the side they stand at, and closed before the clip ends."""

from typing import Any

import skia

from pipelines.film import strips
from pipelines.make.drawn.layering import Layer
from pipelines.shapes import SIZES
from pipelines.type.cards.board import CardSet
from pipelines.type.cards.order import CardOrder
from pipelines.type.cards.timing import Beat, settle, smooth
from pipelines.type.faces import Faces
from studio.errors import PersonError

_IN, _OUT = 0.7, 0.45  # seconds


def strip(order: CardOrder, faces: Faces, seconds: float | None) -> CardSet:
    """The strip of a name, with nothing behind it."""
    looks: Any = order.look
    sides: Any = order.side if order.side in ("left", "middle", "right") else None
    if order.look not in ("plain", "bar", "ribbon", "paper"):
        raise PersonError("This strip is of no known look. Make it anew.")
    size = SIZES[order.shape]
    paint, box, lost = strips.laid(order.text, order.below, looks, size, sides, order.colour, faces)
    if paint is None:
        return CardSet((), size, 0.0, True, (), lost)
    recorder = skia.PictureRecorder()
    paint(recorder.beginRecording(skia.Rect.MakeWH(*size)))
    picture = recorder.finishRecordingAsPicture()
    start, end = _beats(seconds)
    left, _, wide, _ = box
    middle = (left + wide / 2) / size[0]
    reach = 0.06 * wide

    def live(canvas: skia.Canvas, t: float) -> None:
        share = settle(start.at(t)) * (1 - smooth(end.at(t)))
        if share <= 0:
            return
        edges = (left - reach, left + wide + reach)
        if middle < 0.4:
            edges = (edges[0], edges[0] + (edges[1] - edges[0]) * share)
        elif middle > 0.6:
            edges = (edges[1] - (edges[1] - edges[0]) * share, edges[1])
        else:
            half = (edges[1] - edges[0]) / 2 * share
            edges = (left + wide / 2 - half, left + wide / 2 + half)
        away = (1 - share) * 0.05 * size[0] * (1 if middle < 0.4 else -1 if middle > 0.6 else 0)
        canvas.saveLayer(None, skia.Paint(Alphaf=min(1.0, 2.5 * share)))
        canvas.clipRect(skia.Rect.MakeLTRB(edges[0], 0, edges[1], size[1]), skia.ClipOp.kIntersect, True)
        canvas.translate(-away, 0)
        canvas.drawPicture(picture)
        canvas.restore()

    text = (order.text, order.below) if order.below else (order.text,)
    return CardSet((Layer("strip", live=live),), size, start.end, True, text, lost)


def _beats(seconds: float | None) -> tuple[Beat, Beat]:
    """When it opens and when it closes; without a length it stays."""
    if seconds is None:
        return Beat(0.0, _IN), Beat(1e9, 1e9 + 1)
    opening = min(_IN, 0.3 * seconds)
    return Beat(0.0, opening), Beat(seconds - min(_OUT, 0.2 * seconds), seconds)
