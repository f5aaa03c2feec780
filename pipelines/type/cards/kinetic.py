"""How words arrive: risen from behind a line, snapped in, drawn together, lit like tubes. Painted anew each moment."""

from collections.abc import Callable
from zlib import crc32

import skia

from pipelines.make.drawn.layering import Live
from pipelines.type.cards.designs import Manner
from pipelines.type.cards.timing import Beat, out, settle, smooth, spring
from pipelines.type.legible import Rgb
from pipelines.type.outlines import By, Mark, Outlines

# By what words are cut for a manner, and how much of each piece's time the next one overlaps.
CUT: dict[Manner, By] = {"track": "letter", "type": "letter", "flicker": "letter"}
_OVERLAP: dict[Manner, float] = {"rise": 0.72, "snap": 0.62, "track": 0.9, "fade": 0.75, "write": 0.45,
                                 "flicker": 0.8, "type": 0.5}  # fmt: skip
_Draw = Callable[[skia.Canvas, Mark, Outlines, skia.Paint, float], None]


def colour(tone: Rgb, alpha: float = 1.0) -> int:
    return int(skia.ColorSetARGB(round(255 * min(1.0, max(0.0, alpha))), *tone))


def filled(tone: Rgb, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(Color=colour(tone, alpha), AntiAlias=True)


def stroked(tone: Rgb, thick: float, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(Color=colour(tone, alpha), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=thick,
                      StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join)  # fmt: skip


def arriving(cut: Outlines, x: float, y: float, tone: Rgb, beat: Beat, manner: Manner) -> Live:
    """Words with their upper left corner at (x, y), arriving within the beat, mark by mark in reading order."""
    beats = beat.parts(len(cut.marks), _OVERLAP[manner])
    if manner == "flicker":  # tubes are lit in no order
        chance = sorted(range(len(beats)), key=lambda n: crc32(f"{n} {cut.marks[n].text}".encode()))
        beats = [beats[chance.index(n)] for n in range(len(beats))]
    draw = _MANNERS[manner]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.translate(x, y)
        for mark, own in zip(cut.marks, beats, strict=True):
            share = own.at(seconds)
            if share >= 1:
                mark.draw(canvas, filled(tone))
            elif share > 0:
                canvas.save()
                draw(canvas, mark, cut, filled(tone), share)
                canvas.restore()
        canvas.restore()

    return live


def _rise(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """From behind the line's foot."""
    foot = (mark.line + 1) * cut.leading + 0.1 * cut.size
    canvas.clipRect(skia.Rect.MakeLTRB(-cut.size, -cut.size, cut.width + cut.size, foot), skia.ClipOp.kIntersect, True)
    canvas.translate(0, (1 - settle(share)) * (cut.leading + 0.15 * cut.size))
    mark.draw(canvas, paint)


def _snap(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """From a little too small, past its size and back."""
    x, y = (mark.box[0] + mark.box[2]) / 2, (mark.line + 0.8) * cut.leading
    scale = 0.72 + 0.28 * spring(share)
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    canvas.translate(-x, -y + (1 - settle(share)) * 0.35 * cut.size)
    paint.setAlphaf(min(1.0, share * 4))
    mark.draw(canvas, paint)


def _track(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """Letters drawing together from a wider line."""
    middle = cut.width / 2
    away = (mark.box[0] + mark.box[2]) / 2 - middle
    canvas.translate(away * 0.16 * (1 - settle(share)), 0)
    paint.setAlphaf(smooth(share))
    mark.draw(canvas, paint)


def _fade(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """Floating up by little."""
    canvas.translate(0, (1 - out(share)) * 0.22 * cut.size)
    paint.setAlphaf(smooth(share))
    mark.draw(canvas, paint)


def _write(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """Laid bare along the way it is read, as by a pen."""
    left, top, right, foot = mark.box
    reach = (right - left) * smooth(share)
    bare = (right - reach, top - 2, right, foot + 2) if cut.right else (left, top - 2, left + reach, foot + 2)
    canvas.clipRect(skia.Rect.MakeLTRB(*bare), skia.ClipOp.kIntersect, True)
    mark.draw(canvas, paint)


def _type(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """Letter after letter, each there almost at once."""
    paint.setAlphaf(min(1.0, 2 * share))
    mark.draw(canvas, paint)


def _flicker(canvas: skia.Canvas, mark: Mark, cut: Outlines, paint: skia.Paint, share: float) -> None:
    """A gas tube starting: two short flashes, then light."""
    level = 0.75 if 0.1 < share < 0.22 else 0.5 if 0.34 < share < 0.42 else smooth(min(1.0, (share - 0.55) / 0.45))
    paint.setAlphaf(max(0.0, level if share > 0.55 or level in (0.75, 0.5) else 0.0))
    mark.draw(canvas, paint)


_MANNERS: dict[Manner, _Draw] = {
    "rise": _rise,
    "snap": _snap,
    "track": _track,
    "fade": _fade,
    "write": _write,
    "flicker": _flicker,
    "type": _type,
}
