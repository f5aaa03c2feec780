"""Where a placed thing touches the ground or the water: shadows, reflections, foam, grass; the light of its lamps."""

import math
from dataclasses import replace

import skia

from pipelines.make.drawn.creatures import flicker, turning
from pipelines.make.drawn.layering import Life, Live, Pose
from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, Stage, adding, along, down, flat, glow, outline
from pipelines.make.drawn.spot import Spot
from pipelines.make.drawn.stirrings import wave

_BEYOND = 0.1  # how far over the sides of the set a beam may reach: a little less than is filmed
_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear)


def lit_from(sheet: Sheet, stage: Stage, x: float) -> int:
    """From which side what stands at `x` is lit: 1 from the right, -1 from the left."""
    sun = stage.lit_by[0] if stage.lit_by else sheet.light.sun_at[0] * sheet.w
    return 1 if sun > x else -1


def along_the_ground(life: Life) -> Life:
    """The part of a life that a shadow follows: it goes along, and stays on the ground."""
    return lambda seconds: Pose(dx=life(seconds).dx)


def mirrored_in_water(life: Life) -> Life:
    """The same life upside down."""

    def reflected(seconds: float) -> Pose:
        pose = life(seconds)
        return replace(pose, dy=-0.5 * pose.dy, turn=-pose.turn)

    return reflected


def away_of(sheet: Sheet, stage: Stage, spot: Spot) -> float:
    """How far from the camera a thing is: as what carries it, else by its foot on the ground or how deep it lies."""
    while spot.carrier is not None:
        spot = spot.carrier
    if spot.way in ("sky", "deep") or stage.floating:
        return 2.2 + 8 * spot.far
    return min(30.0, sheet.away(spot.foot, stage.horizon))


def lamp(sheet: Sheet, spot: Spot, at: tuple[float, float], radius: float, away: float, *, beam: bool = False,
         life: Life | None = None) -> None:  # fmt: skip
    """The light of a lamp on whatever is around it; a beam goes round."""
    (x, y), dim = at, 0.35 + 0.65 * max(sheet.light.dark, 0.2 if beam else 0.0)
    warm = hexa("#ffdf8e")
    if beam:  # both ends reach to the side where there is room: each shines to either side in turn
        for other in (False, True):
            sheet.layer(f"beam of {spot.subject.word}", away, light=True, life=turning(at, other))
            _beam(sheet, x, y, 1 if x < sheet.w / 2 else -1, dim)
    sheet.layer(f"light of {spot.subject.word}", away, light=True, life=life or (None if beam else flicker(x % 1.0)))
    glow(sheet, x, y, radius * (7 if beam else 10), warm, (0.6 if beam else 0.85) * dim)
    if not beam and sheet.light.dark > 0.4:
        glow(sheet, x, y, radius * 24, warm, 0.3 * dim)
    glow(sheet, x, y, radius * 2.2, lighter(warm, 0.5), 0.9 * dim)


def _beam(sheet: Sheet, x: float, y: float, side: int, dim: float) -> None:
    reach = min(0.75 * max(sheet.w, sheet.h), max(x, sheet.w - x) + _BEYOND * sheet.w)
    slope = 0.03
    path = skia.Path()
    path.addPoly(
        [
            skia.Point(x, y - 4 * sheet.u),
            skia.Point(x + side * reach, y + (slope - 0.15) * reach),
            skia.Point(x + side * reach, y + (slope + 0.09) * reach),
            skia.Point(x, y + 4 * sheet.u),
        ],
        True,
    )
    paint = adding(
        along(
            (x, y),
            (x + side * reach, y),
            (0, hexa("#fff0b8"), 0.62 * dim),
            (0.35, hexa("#ffe9a8"), 0.26 * dim),
            (1, hexa("#ffe9a8"), 0),
        )
    )
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 6 * sheet.u))
    sheet.canvas.drawPath(path, paint)


def shadow(sheet: Sheet, spot: Spot, width: float, side: int) -> None:
    """A dark pool under the feet and a long soft shadow away from the sun."""
    light, u = sheet.light, sheet.u
    strength = 0.5 - 0.15 * light.dark
    y = spot.foot - spot.tall * 0.012
    flatness = max(4 * u, min(width * 0.09, 26 * u))
    low = light.sun_at[1] < 0.2
    reach = width * (1.1 if low else 0.35)
    x = spot.x - side * reach * 0.4
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(
            x - width * 0.42 - reach * 0.3, y - flatness * 0.5, width * 0.84 + reach * 0.6, flatness * 1.2
        ),
        flat(light.shadow, strength * 0.55, flatness * 0.42),
    )
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(spot.x - width * 0.36, y - flatness * 0.32, width * 0.72, flatness * 0.64),
        flat(light.shadow, strength, flatness * 0.2),
    )


def reflection(sheet: Sheet, image: skia.Image, left: float, spot: Spot, width: float, sunk: float) -> Live:
    """The thing upside down in the water, pressed flat and broken into bands that tremble."""
    line, u = spot.foot - sunk * spot.tall, sheet.u
    reach, band = spot.tall * 0.42, max(3.0, 9 * u)
    shown = image.height() * (1 - sunk)  # rows of the image over the water
    strips = [(k * band, sheet.between(-1, 1), sheet.between(0, 1)) for k in range(math.ceil(reach / band))]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for y, off, phase in strips:
            high = shown * (1 - y / (0.5 * spot.tall * (1 - sunk)))
            low = shown * (1 - (y + band) / (0.5 * spot.tall * (1 - sunk)))
            if low <= 0:
                break
            sway = (off + 0.8 * wave(seconds, 1, phase)) * (2 + 9 * y / reach) * u
            canvas.save()
            canvas.translate(left + sway, line + y + band)
            canvas.scale(1, -1)
            paint = skia.Paint(Alphaf=0.36 * (1 - y / reach))
            place = skia.Rect.MakeWH(width, band)
            canvas.drawImageRect(image, skia.Rect(0, low, image.width(), high), place, _SAMPLING, paint)
            canvas.restore()

    return live


def waterline(sheet: Sheet, spot: Spot, width: float, sunk: float) -> None:
    """Dark water against the hull, foam that thins to both ends, rings that spread."""
    line, u, light = spot.foot - sunk * spot.tall, sheet.u, sheet.light
    dark = mix(light.on(hexa("#12577f")), light.sky[-2], 0.2)
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(spot.x - width * 0.58, line - 4 * u, width * 1.16, width * 0.07 + 8 * u),
        flat(dark, 0.4, 6 * u),
    )
    white = mix(light.on((1, 1, 1)), light.sky[-1], 0.25)
    for ring, (grow, alpha) in enumerate(((1.0, 0.95), (1.22, 0.5), (1.5, 0.3), (1.85, 0.18))):
        reach, y = width * 0.53 * grow, line + ring * (9 + width * 0.012)
        bow = (5 + ring * 5) * u
        thick = (8.5 - ring * 1.6) * u
        for start, end in ((-1.0, -0.12 - 0.1 * ring), (-0.3, 0.42), (0.2 + 0.1 * ring, 1.0)):
            wobble = sheet.between(-0.06, 0.06)
            _crescent(sheet, spot.x, y, reach, bow, thick, start + wobble, end + wobble, flat(white, alpha))
    for _ in range(9):  # drops thrown up
        t = sheet.between(-1, 1)
        r = sheet.between(1.5, 4.5) * u
        sheet.canvas.drawCircle(spot.x + width * 0.55 * t, line - sheet.between(0, 26) * u, r, flat(white, 0.7))


def _crescent(
    sheet: Sheet,
    x: float,
    y: float,
    reach: float,
    bow: float,
    thick: float,
    start: float,
    end: float,
    paint: skia.Paint,
) -> None:
    """A stroke along a flat arc that is thickest in its middle."""
    upper, lower = [], []
    for i in range(13):
        t = start + (end - start) * i / 12
        rise = bow * (1 - t * t)
        fat = thick * 0.5 * (1 - (2 * i / 12 - 1) ** 2)
        upper.append((x + reach * t, y + rise - fat))
        lower.append((x + reach * t, y + rise + fat))
    sheet.canvas.drawPath(outline([*upper, *reversed(lower)]), paint)


def blades(sheet: Sheet, spot: Spot, width: float, own: Colour) -> None:
    """A few blades of grass before the feet, so that the thing stands in the meadow and not on it."""
    light, u = sheet.light, sheet.u
    for _ in range(int(10 + width / (16 * u))):
        x = spot.x + sheet.between(-0.52, 0.52) * width
        y = spot.foot + sheet.between(-1, 7) * u
        tall = sheet.between(9, 22) * u
        lean = sheet.between(-0.5, 0.5) * tall
        colour = mix(light.lit(own, 0.2), light.shaded(own, 0.3), sheet.between(0, 1))
        blade = outline([(x - 1.8 * u, y), (x + lean, y - tall), (x + 1.8 * u, y)])
        sheet.canvas.drawPath(blade, flat(colour, 0.95))


def stool(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    """A round wooden stool for somebody who sits and is said to sit on nothing; outdoors it is a log."""
    light, canvas = sheet.light, sheet.canvas
    wood = hexa("#9a6b42")
    wide, top = tall * 1.25, foot - tall * 0.86
    if light.indoors:
        for dx in (-0.36, 0.36):
            leg = outline([(x + dx * wide * 0.8 - 3 * sheet.u, top), (x + dx * wide * 0.8 + 3 * sheet.u, top),
                           (x + dx * wide + 3 * sheet.u, foot), (x + dx * wide - 3 * sheet.u, foot)])  # fmt: skip
            canvas.drawPath(leg, flat(light.shaded(wood, 0.4)))
        seat = skia.Rect.MakeXYWH(x - wide / 2, top - 4 * sheet.u, wide, 0.24 * tall)
        canvas.drawRoundRect(
            seat,
            0.1 * tall,
            0.1 * tall,
            down(top, top + 0.24 * tall, (0, light.lit(wood), 1), (1, light.shaded(wood), 1)),
        )
        return
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - wide * 0.52, top, x + wide * 0.52, foot + 2 * sheet.u),
        0.16 * tall,
        0.16 * tall,
        along((x - wide * 0.5, top), (x + wide * 0.5, foot), (0, light.lit(wood), 1), (1, light.shaded(wood, 0.5), 1)),
    )
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - wide * 0.52, top - 0.08 * tall, wide * 1.04, 0.3 * tall),
        flat(light.lit(hexa("#d9b07a"), 0.3)),
    )
