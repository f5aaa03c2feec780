"""Set lines as outlines: each word or letter a path of its own, that can move, glow and be drawn, sharp at any size."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import skia

from pipelines.type.faces import SHAPING
from pipelines.type.typeset import Lines, right_to_left, wide

By = Literal["word", "letter"]
Box = tuple[float, float, float, float]  # left, top, right, bottom

_TOKEN = re.compile(r"[MLQCZHV]|-?[\d.]+(?:e-?\d+)?")
_STRETCH = re.compile(r'<path fill="#13([0-9A-Fa-f]{4})" d="([^"]*)"')
_UNSEEN = set("\n \u00a0\u202f\u2066\u2067\u2068\u2069" + SHAPING)
_OPENING, _CLOSING = "“‘«„\"'‹「『《（([", "”’»\"'›.,:;!?…-–—」』》）)]。、"


@dataclass(frozen=True)
class Mark:
    """A word or letter where it stands in its lines. `picture` is for what has no outline: colour emoji."""

    text: str
    path: skia.Path
    box: Box
    line: int
    picture: skia.Picture | None = None

    def draw(self, canvas: skia.Canvas, paint: skia.Paint) -> None:
        if self.picture is None:
            canvas.drawPath(self.path, paint)
        elif paint.getAlphaf() > 0.99:
            canvas.drawPicture(self.picture)
        else:
            canvas.saveLayer(skia.Rect(*self.box), skia.Paint(Alphaf=paint.getAlphaf()))
            canvas.drawPicture(self.picture)
            canvas.restore()


@dataclass(frozen=True)
class Outlines:
    """Lines as marks in reading order, in pixels from their upper left corner. `size` is that of the letters,
    `leading` from line to line; `right` whether they run from right to left."""

    marks: tuple[Mark, ...]
    width: float
    height: float
    size: float
    leading: float
    right: bool

    @property
    def count(self) -> int:
        return max(1, round(self.height / self.leading))

    def rows(self) -> list[Box]:
        """The inked box of each line."""
        found = []
        for line in range(self.count):
            boxes = [m.box for m in self.marks if m.line == line]
            if boxes:
                found.append(_around(boxes))
        return found

    @property
    def box(self) -> Box:
        """What is inked of all."""
        return _around([m.box for m in self.marks]) if self.marks else (0.0, 0.0, 0.0, 0.0)

    def whole(self) -> skia.Path:
        """All outlines as one path."""
        path = skia.Path()
        for mark in self.marks:
            path.addPath(mark.path)
        return path


def outlined(lines: Lines, by: By = "word", align: str | None = None) -> Outlines:
    """The marks of set lines. With `align` each line is moved so that its ink, not the room around its letters, meets
    the edge, and its quotation marks and stops hang outside."""
    pieces = list(_pieces(lines.text, by))
    step = lines.height / lines.count
    paths, drawn = _paths(lines, pieces)
    marks = []
    for number, (first, last) in enumerate(pieces):
        text = lines.text[first:last]
        if not set(text) - _UNSEEN:
            continue
        picture = None if drawn[number] else _picture(lines, first, last)
        if picture is not None:
            box = _seen(picture, lines)
        else:
            bounds = paths[number].computeTightBounds()
            box = (bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
        if box[2] > box[0]:
            line = int(min(lines.count - 1, max(0, (box[1] + box[3]) / 2 // step)))
            marks.append(Mark(text, paths[number], box, line, picture))
    made = Outlines(tuple(marks), lines.width, lines.height, lines.size, step, right_to_left(lines.text))
    return _hung(made, align) if align else made


def _pieces(text: str, by: By) -> Iterator[tuple[int, int]]:
    """Where words begin and end, white space between them among the pieces. Full-width characters stand alone."""
    first = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or _parted(text[at - 1], text[at], by):
            yield first, at
            first = at


def _parted(before: str, after: str, by: By) -> bool:
    if (before in _UNSEEN) != (after in _UNSEEN) and not {before, after} & set("\u200c\u200d\ufe0e\ufe0f"):
        return True
    if before in _UNSEEN or after in _UNSEEN:
        return False
    if wide(after) and after not in _CLOSING and before not in _OPENING and ord(after) < 0x1F000:
        return True
    # Letters of Latin, Greek and Cyrillic do not join, nor do signs.
    alone = all(ord(char) < 0x0590 or 0x2000 <= ord(char) < 0x2C00 for char in (before, after))
    return by == "letter" and alone and not "\u0300" <= after <= "\u036f"


def _paths(lines: Lines, pieces: list[tuple[int, int]]) -> tuple[list[skia.Path], list[bool]]:
    """The outline of each piece, and whether all of it has outlines: read from skia's own SVG, one colour a piece."""
    inks = tuple((lines.text[a:b], skia.Paint(Color=0xFF130000 + n)) for n, (a, b) in enumerate(pieces))
    stream = skia.DynamicMemoryWStream()
    bounds = skia.Rect.MakeWH(lines.width + 1, lines.height + 1)
    canvas = skia.SVGCanvas.Make(bounds, stream, skia.SVGCanvas.kConvertTextToPaths_Flag)
    lines.paint_in(canvas, 0, 0, inks)
    del canvas  # ends the document
    paths, drawn = [skia.Path() for _ in pieces], [True] * len(pieces)
    for number, outline in _STRETCH.findall(bytes(stream.detachAsData()).decode()):
        at = int(number, 16)
        if outline:
            _follow(paths[at], outline)
        else:
            drawn[at] = False
    return paths, [ok and p.countVerbs() > 0 for ok, p in zip(drawn, paths, strict=True)]


def _follow(path: skia.Path, outline: str) -> None:
    """Add an SVG outline (absolute commands) to a path."""
    x = y = 0.0
    found = _TOKEN.findall(outline)
    at, verb = 0, "M"
    while at < len(found):
        if found[at].isalpha():
            verb, at = found[at], at + 1
        if verb == "Z":
            path.close()
            continue
        count = {"M": 2, "L": 2, "Q": 4, "C": 6, "H": 1, "V": 1}[verb]
        numbers = [float(each) for each in found[at : at + count]]
        at += count
        if verb in "HV":
            numbers = [numbers[0], y] if verb == "H" else [x, numbers[0]]
        {"M": path.moveTo, "Q": path.quadTo, "C": path.cubicTo}.get(verb, path.lineTo)(*numbers)
        x, y = numbers[-2:]
        verb = "L" if verb == "M" else verb


def _picture(lines: Lines, first: int, last: int) -> skia.Picture:
    """One piece as the fonts paint it, in their own colours."""
    ink, none = skia.Paint(AntiAlias=True), skia.Paint(Alphaf=0)
    runs = ((lines.text[:first], none), (lines.text[first:last], ink), (lines.text[last:], none))
    recorder = skia.PictureRecorder()
    lines.paint_in(recorder.beginRecording(skia.Rect.MakeWH(lines.width, lines.height)), 0, 0,
                   tuple(run for run in runs if run[0]))  # fmt: skip
    return recorder.finishRecordingAsPicture()


def _seen(picture: skia.Picture, lines: Lines) -> Box:
    """Where a picture has ink, to four pixels."""
    wide, tall = lines.width // 4 + 1, lines.height // 4 + 1
    pixels = np.zeros((tall, wide, 4), np.uint8)
    info = skia.ImageInfo.Make(wide, tall, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(info, pixels)
    surface.getCanvas().scale(0.25, 0.25)
    surface.getCanvas().drawPicture(picture)
    surface.flushAndSubmit()
    rows, columns = pixels[..., 3].any(axis=1).nonzero()[0], pixels[..., 3].any(axis=0).nonzero()[0]
    if not len(rows):
        return (0.0, 0.0, 0.0, 0.0)
    return (4.0 * columns[0], 4.0 * rows[0], 4.0 * columns[-1] + 4, 4.0 * rows[-1] + 4)


def _hung(lines: Outlines, align: str) -> Outlines:
    """Each line's ink at the edge; marks of punctuation at its ends outside it."""
    moved = []
    for line in range(lines.count):
        row = [m for m in lines.marks if m.line == line]
        if not row:
            continue
        left, right = min(row, key=lambda m: m.box[0]), max(row, key=lambda m: m.box[2])
        before = _hang(left, lines, "left")
        after = _hang(right, lines, "right")
        start, end = left.box[0] + before, right.box[2] - after
        shift = {"left": -start, "right": lines.width - end, "center": (lines.width - start - end) / 2}[align]
        moved += [_shifted(mark, shift) for mark in row]
    return Outlines(tuple(moved), lines.width, lines.height, lines.size, lines.leading, lines.right)


def _hang(mark: Mark, lines: Outlines, side: str) -> float:
    """How far the punctuation at a mark's outer end reaches."""
    text = "".join(c for c in mark.text if c not in _UNSEEN)
    if len(text) < 2 or mark.picture is not None:
        return 0.0
    outer = text[0] if (side == "left") != lines.right else text[-1]
    signs = _OPENING if (side == "left") != lines.right else _CLOSING
    if outer not in signs:
        return 0.0
    parts = contours(mark.path)
    if len(parts) < 2:
        return 0.0
    # The sign's own contours lie outermost: what stands clear of the next letter.
    edges = sorted(parts, key=lambda b: b[0]) if side == "left" else sorted(parts, key=lambda b: -b[2])
    reach = edges[0][2] if side == "left" else edges[0][0]
    for box in edges[1:]:
        clear = box[0] > reach if side == "left" else box[2] < reach
        if clear and (abs(box[0] - reach) > 0.02 * lines.size or outer not in '“”„«»"'):
            inner = box[0] if side == "left" else box[2]
            return min(0.5 * lines.size, abs(inner - (mark.box[0] if side == "left" else mark.box[2])))
        reach = max(reach, box[2]) if side == "left" else min(reach, box[0])
    return 0.0


def contours(path: skia.Path) -> list[Box]:
    """The box of each closed line of a path."""
    found: list[Box] = []
    points: list[skia.Point] = []
    for verb, spots in path:
        if verb == skia.Path.kMove_Verb and points:
            found.append(_spread(points))
            points = []
        points += list(spots)
    return [*found, _spread(points)] if points else found


def _spread(points: list[skia.Point]) -> Box:
    xs, ys = [p.x() for p in points], [p.y() for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _shifted(mark: Mark, dx: float) -> Mark:
    path = skia.Path(mark.path)
    path.offset(dx, 0)
    box = (mark.box[0] + dx, mark.box[1], mark.box[2] + dx, mark.box[3])
    return Mark(mark.text, path, box, mark.line, _moved(mark.picture, dx, box) if mark.picture else None)


def _moved(picture: skia.Picture, dx: float, box: Box) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect(*box))
    canvas.translate(dx, 0)
    canvas.drawPicture(picture)
    return recorder.finishRecordingAsPicture()


def _around(boxes: list[Box]) -> Box:
    return (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    )  # fmt: skip
