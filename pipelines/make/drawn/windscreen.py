"""Those of whom only a part is seen: a driver behind the glass of a car, a sleeper under the blanket."""

import numpy as np
import skia

from pipelines.make.drawn.art import Pixels, image_of, resized
from pipelines.make.drawn.cast import Cast
from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.rigs import Pane, rig_of
from pipelines.make.drawn.spot import Spot

_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear)
_SHEEN = 0.17  # of the glass is seen over who sits behind it


def framed(live: Live, spot: Spot, cast: Cast, density: float) -> Live:
    """The same life, of which no more is seen than what bears `spot` lets one see."""
    bearer = spot.carrier
    rig = rig_of(bearer.subject.thing.art) if bearer is not None and spot.subject.seat else None
    if bearer is None or rig is None:
        return live
    wide = bearer.tall * (cast.shape(bearer.subject, bearer.index) or 1.0)
    place = skia.Rect.MakeXYWH(bearer.x - wide / 2, bearer.foot - bearer.tall, wide, bearer.tall)
    if rig.within is not None and rig.seat == spot.subject.seat:
        return _within(live, _part(place, rig.within, bearer.mirrored))
    if not rig.glass:
        return live
    sprite = cast.sprite(bearer.subject, bearer.index, round(bearer.tall * density))
    if sprite is None:
        return live
    pixels = resized(sprite.pixels, round(wide * density), round(bearer.tall * density))
    pixels = np.ascontiguousarray(pixels[:, ::-1]) if bearer.mirrored else pixels
    return _behind(live, place, *_glass(pixels))


def _part(place: skia.Rect, pane: Pane, mirrored: bool) -> skia.Rect:
    left, top, right, bottom = pane
    left, right = (1 - right, 1 - left) if mirrored else (left, right)
    return skia.Rect.MakeLTRB(place.left() + left * place.width(), place.top() + top * place.height(),
                              place.left() + right * place.width(), place.top() + bottom * place.height())  # fmt: skip


def _within(live: Live, part: skia.Rect) -> Live:
    def seen(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.clipRect(part, True)
        live(canvas, seconds)
        canvas.restore()

    return seen


def _glass(pixels: Pixels) -> tuple[skia.Image, skia.Image]:
    """Where a machine's art has glass (it is blue), as a mask; and the glass itself, thin."""
    red, green, blue, alpha = (pixels[:, :, k].astype(np.int16) for k in range(4))
    pane = (blue > 130) & (10 * red < 6 * blue) & (10 * green > 4 * blue) & (alpha > 200)
    pane[round(0.62 * len(pane)) :] = False  # no lamp or wheel
    mask = np.where(pane, 255, 0).astype(np.uint8)
    thin = (pixels.astype(np.float32) * (_SHEEN * pane)[:, :, None]).astype(np.uint8)
    return image_of(np.dstack([mask] * 4)), image_of(thin)


def _behind(live: Live, place: skia.Rect, mask: skia.Image, sheen: skia.Image) -> Live:
    keep = skia.Paint(BlendMode=skia.BlendMode.kDstIn)

    def seen(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.clipRect(place)
        canvas.saveLayer(place)
        live(canvas, seconds)
        canvas.drawImageRect(mask, place, _SAMPLING, keep)
        canvas.restore()
        canvas.drawImageRect(sheen, place, _SAMPLING)
        canvas.restore()

    return seen
