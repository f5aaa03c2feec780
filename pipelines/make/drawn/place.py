"""Placing things on a stage: who is where, how large, which way round; their shadows, and the light on them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from pipelines.make.drawn.art import Pixels, Sprite, image_of, resized
from pipelines.make.drawn.light import Colour, hexa, lighter, mix
from pipelines.make.drawn.read import Subject
from pipelines.make.drawn.sea import foam
from pipelines.make.drawn.sheet import Sheet, Stage, adding, along, around, down, flat, glow

Draw = Callable[[Subject, int, int], Sprite | None]  # (what, which of its kind, height in pixels) -> its picture
_SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True)
class Spot:
    """Where one thing goes: its middle and its foot in pixels, its height, whether it is mirrored, how deep it lies."""

    subject: Subject
    index: int
    x: float
    foot: float
    tall: float
    mirrored: bool
    way: str  # ground, water, deep, sky
    far: float


def way_of(subject: Subject, stage: Stage) -> str:
    """How a thing is held up on this stage."""
    place = subject.thing.place
    words = set(subject.doing)
    if stage.floating:
        return "deep"
    if place == "s" or words & {"flies", "flying", "soars", "soaring"} and place != "w":
        return "sky"
    if place in "wu":
        return "water" if stage.water else "ground"
    return "ground"


def _rank(subjects: tuple[Subject, ...]) -> list[tuple[Subject, int, float]]:
    """(subject, which of its kind, height against the leading thing's), the leading thing first.

    Real heights are pressed together (a power of .38), so that a keeper is still seen beside a tower.
    """
    lead = subjects[0].thing.tall
    ranked = []
    for order, subject in enumerate(subjects):
        ratio = (subject.thing.tall / lead) ** 0.38
        ratio = min(1.75, max(0.36, ratio))
        if {"huge", "giant", "great", "enormous", "big"} & set(subject.about):
            ratio *= 1.18
        if {"tiny", "small", "little"} & set(subject.about):
            ratio *= 0.8
        for index in range(subject.count):
            ranked.append((subject, index, ratio * (1 if index == 0 else 0.86**index) * (1 if order == 0 else 0.97)))
    return ranked


def spots(
    sheet: Sheet, stage: Stage, subjects: tuple[Subject, ...], shape_of: Callable[[Subject, int], float]
) -> list[Spot]:
    """Where everything goes. `shape_of` tells a picture's width over its height."""
    if not subjects:
        return []
    ranked = _rank(subjects)
    crowd = len(ranked)
    room = min(sheet.h, sheet.w * 0.9)
    biggest = max(r for _, _, r in ranked)
    lead = room * {1: 0.56, 2: 0.5, 3: 0.44}.get(crowd, 0.38) * stage.scale / max(1.0, biggest * 0.82)
    wide = sum(lead * r * shape_of(s, i) for s, i, r in ranked if way_of(s, stage) != "sky")
    lead *= min(1.0, sheet.w * 0.94 / max(wide, 1.0))
    for subject, _, ratio in ranked:  # nothing taller than the sheet, nor wider than two thirds of it
        lead = min(lead, sheet.h * 0.8 / ratio, sheet.w * 0.66 / (ratio * shape_of(subject, 0)))
    placed: list[Spot] = []
    side = 1 if sheet.rng.random() < 0.5 else -1
    if stage.lit_by is not None and crowd == 1:
        side = -1 if stage.lit_by[0] > sheet.w / 2 else 1
    xs = _columns(sheet, stage, ranked, lead, shape_of, side)
    for order, ((subject, index, ratio), x) in enumerate(zip(ranked, xs, strict=True)):
        placed.append(_spot(sheet, stage, subject, index, x, lead * ratio, order, crowd))
    return sorted((_turned(spot, placed, sheet) for spot in placed), key=lambda s: (s.way != "sky", s.foot))


def _columns(sheet: Sheet, stage: Stage, ranked: list[tuple[Subject, int, float]], lead: float,
             shape_of: Callable[[Subject, int], float], side: int) -> list[float]:  # fmt: skip
    """The middles of all things: the leading one on a third, the others in turn to the sides with most room."""
    w = sheet.w
    low = [i for i, (s, _, _) in enumerate(ranked) if way_of(s, stage) != "sky"]
    high = [i for i in range(len(ranked)) if i not in low]
    xs = [w / 2] * len(ranked)
    for group in (low, high):
        if not group:
            continue
        widths = [lead * ranked[i][2] * shape_of(ranked[i][0], ranked[i][1]) for i in group]
        order = _fan(len(group))  # the leading thing in the middle of the row, then left and right of it
        row = [0] * len(group)
        for rank, at in enumerate(order):
            row[at] = rank
        gap = max(0.0, min(w * 0.07, (w * 0.92 - sum(widths)) / (len(group) + 1)))
        total = sum(widths) + gap * (len(group) - 1)
        squeeze = min(1.0, w * 0.92 / total)
        x = (w - total * squeeze) / 2
        for rank in row if side > 0 else row[::-1]:
            xs[group[rank]] = x + widths[rank] * squeeze / 2
            x += (widths[rank] + gap) * squeeze
        slack = max(0.0, (w * 0.94 - total) / 2)
        shift = min(slack, w * 0.14) * (1 if len(group) == 1 else 0.25) * side
        for i in group:
            xs[i] += shift if group is low else -shift * 1.2
    return xs


def _fan(count: int) -> list[int]:
    """Places in a row in order of rank: for two, left then right; for more, the middle first."""
    middle = (count - 1) // 2
    order = [middle]
    for step in range(1, count):
        order += [p for p in (middle + step, middle - step) if 0 <= p < count]
    return order


def _spot(
    sheet: Sheet, stage: Stage, subject: Subject, index: int, x: float, tall: float, order: int, crowd: int
) -> Spot:
    way = way_of(subject, stage)
    jitter = sheet.between(-1, 1)
    if way == "sky":
        top, bottom = stage.sky
        foot = top + (bottom - top) * (0.5 + 0.3 * jitter) + tall / 2
        foot = max(foot, tall * 1.05)
        return Spot(subject, index, x, foot, tall, False, way, 0.06)
    if way == "deep":
        share = 0.58 + 0.14 * jitter if crowd > 1 else 0.56
        return Spot(subject, index, x, sheet.h * share + tall / 2, tall, False, way, 0.04)
    far_band, near_band = stage.water if way == "water" and stage.water else stage.ground
    near = 0.62 - 0.16 * order + 0.1 * jitter if crowd > 1 else 0.6
    if subject.thing.tall > 5 and crowd > 1:  # what is tall in life stands farther off
        near -= 0.4
    near = min(1.0, max(0.0, near))
    foot = far_band + (near_band - far_band) * near
    foot = max(foot, tall * 1.04)
    return Spot(subject, index, x, foot, tall, False, way, 0.1 * (1 - near))


def _turned(spot: Spot, all_spots: list[Spot], sheet: Sheet) -> Spot:
    """The same spot, mirrored so that it looks at its company, or into the picture when alone."""
    faces = spot.subject.thing.faces or 1
    others = [s for s in all_spots if s is not spot and s.subject.thing.art != spot.subject.thing.art]
    others = others or [s for s in all_spots if s is not spot]
    target = sum(s.x for s in others) / len(others) if others else sheet.w / 2
    wants = 1 if target > spot.x else -1
    return Spot(spot.subject, spot.index, spot.x, spot.foot, spot.tall, wants != faces, spot.way, spot.far)


def lit_pixels(pixels: Pixels, sheet: Sheet, side: int, far: float, floor: Colour, wet: bool = False) -> Pixels:
    """A picture as it looks in this light: tinted by the hour, a bright rim to the sun, darker below, hazed by distance."""
    light = sheet.light
    work = pixels.astype(np.float32) / 255
    alpha = work[:, :, 3:]
    tint = np.array(mix(light.ambient, (1, 1, 1), 0.22 if light.dark < 0.6 else 0.1), np.float32)
    colour = work[:, :, :3] * tint
    h = pixels.shape[0]
    fall = np.linspace(0, 1, h, dtype=np.float32)[:, None, None] ** 2.2
    colour = colour * (1 - 0.26 * fall) + alpha * np.array(floor, np.float32) * (0.1 * fall)
    thick = max(2, round(h * 0.016))
    a = alpha[:, :, 0]
    moved = np.zeros_like(a)
    down_by = thick
    if side > 0:
        moved[down_by:, :-thick] = a[:-down_by, thick:]
    else:
        moved[down_by:, thick:] = a[:-down_by, :-thick]
    rim = np.clip(a - moved, 0, 1)[:, :, None]
    strength = (0.55 if light.sun_at[1] < 0.2 or light.dark > 0.6 else 0.28) * min(1.0, light.glow + 0.1)
    colour += rim * (np.array(light.sun, np.float32) * alpha - colour) * strength
    murk = np.array(light.haze if not wet else hexa("#1b6f9e"), np.float32)
    share = far if not wet else 0.2
    colour = colour * (1 - share) + alpha * murk * share
    out = np.concatenate([np.minimum(colour, alpha), alpha], axis=2)
    return np.asarray((np.clip(out, 0, 1) * 255 + 0.5).astype(np.uint8))


def put(sheet: Sheet, stage: Stage, spot: Spot, sprite: Sprite) -> None:
    """Draw one thing where it goes, with its shadow or waterline."""
    h, w = sprite.pixels.shape[:2]
    scale = spot.tall / h
    width = w * scale
    left, top = spot.x - width / 2, spot.foot - spot.tall
    sun_x = stage.lit_by[0] if stage.lit_by else sheet.light.sun_at[0] * sheet.w
    side = 1 if sun_x > spot.x else -1
    pixels = resized(sprite.pixels, round(width), round(spot.tall))
    pixels = np.ascontiguousarray(pixels[:, ::-1]) if spot.mirrored else pixels
    image = image_of(
        lit_pixels(pixels, sheet, side, spot.far, stage.floor, wet=spot.way == "deep" and stage.water is not None)
    )
    sunk = spot.subject.thing.sunk if spot.way == "water" else 0.0
    if spot.way == "water" and not sunk:
        sunk = 0.22
    canvas = sheet.canvas
    if spot.way == "ground":
        _shadow(sheet, spot, width, side)
    elif spot.way == "water":
        _reflection(sheet, image, left, spot, width, sunk)
        canvas.save()
        canvas.clipRect(skia.Rect(left - 9, top - 9, left + width + 9, spot.foot - sunk * spot.tall), True)
    place = skia.Rect.MakeXYWH(left, top, width, spot.tall)
    canvas.drawImageRect(image, place, _SAMPLING)
    if sprite.emit is not None and sheet.light.lamps:
        shine = np.ascontiguousarray(sprite.emit[:, ::-1]) if spot.mirrored else sprite.emit
        canvas.drawImageRect(image_of(shine), place, _SAMPLING)
    if spot.way == "water":
        canvas.restore()
        _waterline(sheet, spot, width, sunk)
    for lx, ly, radius in sprite.lamps:
        lx = 1 - lx if spot.mirrored else lx
        _lamp(sheet, left + lx * width, top + ly * spot.tall, radius * spot.tall, sprite.beam, spot.x)


def _lamp(sheet: Sheet, x: float, y: float, radius: float, beam: bool, middle: float) -> None:
    dim = 0.35 + 0.65 * max(sheet.light.dark, 0.2 if beam else 0.0)
    warm = hexa("#ffdf8e")
    if beam:
        for side in (-1, 1):
            _beam(sheet, x, y, side, dim)
    glow(sheet, x, y, radius * 7, warm, 0.6 * dim)
    glow(sheet, x, y, radius * 2.2, lighter(warm, 0.5), 0.9 * dim)


def _beam(sheet: Sheet, x: float, y: float, side: int, dim: float) -> None:
    reach = 0.75 * max(sheet.w, sheet.h)
    slope = 0.1 if side > 0 else -0.04
    path = skia.Path()
    path.addPoly([skia.Point(x, y - 4 * sheet.u), skia.Point(x + side * reach, y + (slope - 0.15) * reach),
                  skia.Point(x + side * reach, y + (slope + 0.09) * reach), skia.Point(x, y + 4 * sheet.u)], True)  # fmt: skip
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


def _shadow(sheet: Sheet, spot: Spot, width: float, side: int) -> None:
    """A dark pool under the feet and a long soft shadow away from the sun."""
    light, u = sheet.light, sheet.u
    strength = 0.5 - 0.15 * light.dark
    y = spot.foot - spot.tall * 0.012
    flatness = max(4 * u, min(width * 0.09, 26 * u))
    low = light.sun_at[1] < 0.2
    reach = width * (1.1 if low else 0.35)
    x = spot.x - side * reach * 0.4
    sheet.canvas.drawOval(skia.Rect.MakeXYWH(x - width * 0.42 - reach * 0.3, y - flatness * 0.5, width * 0.84 + reach * 0.6, flatness * 1.2),
                          flat(light.shadow, strength * 0.55, flatness * 0.42))  # fmt: skip
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(spot.x - width * 0.36, y - flatness * 0.32, width * 0.72, flatness * 0.64),
        flat(light.shadow, strength, flatness * 0.2),
    )


def _reflection(sheet: Sheet, image: skia.Image, left: float, spot: Spot, width: float, sunk: float) -> None:
    """The thing upside down in the water, pressed flat and broken into bands."""
    line = spot.foot - sunk * spot.tall
    canvas = sheet.canvas
    paint = skia.Paint(Alphaf=0.34)
    reach = spot.tall * 0.42
    band = max(3.0, 7 * sheet.u)
    y = 0.0
    while y < reach:
        canvas.save()
        canvas.clipRect(skia.Rect(0, line + y, sheet.w, line + y + band))
        canvas.translate(sheet.between(-1, 1) * (2 + 9 * y / reach) * sheet.u, line)
        canvas.scale(1, -0.5)
        paint.setAlphaf(0.36 * (1 - y / reach))
        canvas.drawImageRect(
            image, skia.Rect.MakeXYWH(left, -spot.tall * (1 - sunk), width, spot.tall), _SAMPLING, paint
        )
        canvas.restore()
        y += band


def _waterline(sheet: Sheet, spot: Spot, width: float, sunk: float) -> None:
    line = spot.foot - sunk * spot.tall
    sky = sheet.light.sky[-2]
    n = 12
    points = [
        (spot.x + width * 0.6 * (i / (n - 1) * 2 - 1), line + 5 * sheet.u * (1 - (i / (n - 1) * 2 - 1) ** 2))
        for i in range(n)
    ]
    dark = mix(sheet.light.on(hexa("#12577f")), sky, 0.2)
    sheet.canvas.drawOval(
        skia.Rect.MakeXYWH(spot.x - width * 0.62, line - 2 * sheet.u, width * 1.24, width * 0.085),
        flat(dark, 0.42, 5 * sheet.u),
    )
    foam(sheet, points, 5.5 * sheet.u, 0.9)
    foam(sheet, [(spot.x + (x - spot.x) * 1.3, y + 15 * sheet.u) for x, y in points], 3 * sheet.u, 0.45)


def veil(sheet: Sheet, y: float) -> None:
    """A breath of haze at the feet of far things."""
    sheet.canvas.drawRect(skia.Rect(0, y - 60 * sheet.u, sheet.w, y + 20 * sheet.u), down(y - 60 * sheet.u, y + 20 * sheet.u,
                          (0, sheet.light.haze, 0), (1, sheet.light.haze, 0.3)))  # fmt: skip


def spotlight(sheet: Sheet, x: float, y: float, radius: float, colour: Colour) -> None:
    sheet.canvas.drawCircle(x, y, radius, adding(around((x, y), radius, (0, colour, 0.5), (1, colour, 0))))
