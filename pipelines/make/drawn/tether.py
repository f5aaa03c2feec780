"""The string from a hand to the kite or the balloon that it holds, at every moment."""

import skia

from pipelines.make.drawn.actor import box_of
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.creatures import life_of
from pipelines.make.drawn.figure import Face, paint_figure
from pipelines.make.drawn.layering import STILL
from pipelines.make.drawn.light import hexa
from pipelines.make.drawn.sheet import Sheet, Stage, rgba
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.touching import away_of

# Where the string is tied: shares of the picture's width and height.
_TIED = {"fluent:kite": (0.36, 0.4), "fluent:balloon": (0.47, 0.98)}


def tethered(sheet: Sheet, stage: Stage, placed: list[Spot], cast: Cast) -> None:
    """Tie each kite and balloon in the sky to whoever stands nearest to it."""
    people = [s for s in placed if s.way in ("ground", "table") and cast.role(s.subject, s.index) is not None]
    for kite in placed:
        if kite.subject.thing.art in _TIED and kite.way == "sky" and people:
            holder = min(people, key=lambda s: abs(s.x - kite.x))
            people = [s for s in people if s is not holder] or people
            _string(sheet, stage, kite, holder, cast)


def _string(sheet: Sheet, stage: Stage, kite: Spot, holder: Spot, cast: Cast) -> None:
    x0, y0 = _hand(holder, cast)
    width = kite.tall * (cast.shape(kite.subject, kite.index) or 1.0)
    share_x, share_y = _TIED[kite.subject.thing.art]
    share_x = 1 - share_x if kite.mirrored else share_x
    tied = kite.x + (share_x - 0.5) * width, kite.foot - (1 - share_y) * kite.tall
    life = life_of(kite, width, sheet.u)
    paint = skia.Paint(
        Color=rgba(sheet.light.on(hexa("#f4f0e6")), 0.85), AntiAlias=True, Style=skia.Paint.kStroke_Style,
        StrokeWidth=2.2 * sheet.u,
    )  # fmt: skip

    def live(canvas: skia.Canvas, seconds: float) -> None:
        pose = life(seconds) if life else STILL
        end = pose.matrix().mapXY(*tied)
        path = skia.Path()
        path.moveTo(x0, y0)
        path.quadTo(
            x0 + 0.6 * (end.x() - x0), y0 + 0.35 * (end.y() - y0), end.x(), end.y()
        )  # it hangs through a little
        canvas.drawPath(path, paint)

    sheet.alive(f"string of {kite.subject.word}", live, away_of(sheet, stage, holder))


def _hand(spot: Spot, cast: Cast) -> tuple[float, float]:
    """Where somebody's front hand is when the picture begins, in pixels."""
    role = cast.role(spot.subject, spot.index)
    if role is None:
        return spot.x, spot.foot - 0.5 * spot.tall
    x, y = paint_figure(skia.Surface(1, 1).getCanvas(), role.costume, role.stance(0.0), Face())
    left, top, right, bottom = box_of(role)
    unit, way = spot.tall / (bottom - top), -1 if spot.mirrored else 1
    return spot.x + way * unit * (x - (left + right) / 2), spot.foot + unit * (y - bottom)
