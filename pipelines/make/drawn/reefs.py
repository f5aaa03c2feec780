"""A coral reef: mounds of stone overgrown with brain coral, tubes, tables, fans and anemones."""

import math

import skia

from pipelines.make.drawn.layering import Live
from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, around, down, flat, smooth
from pipelines.make.drawn.stirrings import together, wave

_TONES = ("#f07a6a", "#f2a24a", "#d86ab0", "#9a78e0", "#f0c860", "#58c0a8")


def gardens(sheet: Sheet) -> None:
    """Two gardens of coral, one to each side, that leave the middle free."""
    w, h = sheet.w, sheet.h
    for side, reach, tall in ((-1, 0.27, 0.2), (1, 0.23, 0.26)):
        way = side if sheet.light.sun_at[0] < 0.5 else -side
        foot, x = h * 0.97, w * (0.5 + way * 0.47)
        away = sheet.away(foot, h * 0.5)
        sheet.layer("reef", away)
        _mound(sheet, x, foot, w * reach, h * tall)
        swaying: list[Live] = []
        for k in range(13):
            t = (k + sheet.between(0.2, 0.8)) / 13 * 2 - 1
            px, py = x + t * w * reach * 0.92, foot - h * tall * 0.86 * math.sqrt(max(0.0, 1 - t * t)) + 0.02 * h
            own = hexa(_TONES[int(sheet.rng.integers(0, len(_TONES)))])
            size = h * sheet.between(0.04, 0.085)
            kind = int(sheet.rng.integers(0, 4))
            if kind == 3:
                swaying.append(_anemone(sheet, px, py, size * 0.8, own))
            else:
                (_brain, _tubes, _table)[kind](sheet, px, py, size, own)
        if swaying:
            sheet.alive("anemones", together(*swaying), away)


def _lit(sheet: Sheet, own: Colour) -> tuple[Colour, Colour, Colour]:
    """The lit, plain and shaded colour of what grows under water."""
    deep, bright = sheet.light.on(hexa("#0f5a86")), sheet.light.on(own)
    return lighter(mix(bright, deep, 0.04), 0.22), mix(bright, deep, 0.16), mix(darker(bright, 0.25), deep, 0.5)


def _mound(sheet: Sheet, x: float, foot: float, wide: float, tall: float) -> None:
    """Stone that the corals grow on."""
    lit, plain, dark = _lit(sheet, hexa("#7a7088"))
    points = []
    for k in range(15):
        a = math.pi * k / 14
        r = sheet.between(0.86, 1.06)
        points.append((x - wide * r * math.cos(a), foot - tall * r * math.sin(a)))
    path = smooth([*points, (x + wide, foot + 0.2 * tall), (x, foot + 0.3 * tall), (x - wide, foot + 0.2 * tall)])
    sheet.canvas.drawPath(path, down(foot - tall, foot, (0, lit, 1), (0.35, plain, 1), (1, dark, 1)))
    sheet.canvas.save()
    sheet.canvas.clipPath(path, True)
    for _ in range(22):
        px, py, r = (
            x + sheet.between(-1, 1) * wide,
            foot - sheet.between(0, 0.9) * tall,
            sheet.between(0.05, 0.14) * wide,
        )
        sheet.canvas.drawCircle(px, py, r, around((px, py - r * 0.4), r, (0, lit, 0.3), (1, dark, 0.0)))
    sheet.canvas.restore()


def _brain(sheet: Sheet, x: float, y: float, size: float, own: Colour) -> None:
    """A dome with winding furrows."""
    lit, plain, dark = _lit(sheet, own)
    dome = skia.Path()
    dome.addOval(skia.Rect(x - size, y - size * 0.95, x + size, y + size * 0.6))
    sheet.canvas.drawPath(
        dome, around((x - size * 0.3, y - size * 0.6), size * 1.6, (0, lit, 1), (0.5, plain, 1), (1, dark, 1))
    )
    sheet.canvas.save()
    sheet.canvas.clipPath(dome, True)
    furrow = flat(dark, 0.55)
    furrow.setStyle(skia.Paint.kStroke_Style)
    furrow.setStrokeWidth(size * 0.055)
    path = skia.Path()
    for k in range(7):
        py = y - size * (0.85 - 0.22 * k)
        path.moveTo(x - size, py)
        for i in range(8):
            path.rQuadTo(
                size * 0.07, size * (0.16 if (i + k) % 2 else -0.16), size * 0.26, sheet.between(-0.03, 0.03) * size
            )
    sheet.canvas.drawPath(path, furrow)
    sheet.canvas.restore()


def _tubes(sheet: Sheet, x: float, y: float, size: float, own: Colour) -> None:
    """A cluster of sponges like organ pipes."""
    lit, plain, dark = _lit(sheet, own)
    for k in sheet.rng.permutation(5).tolist():
        px, tall, r = x + (k - 2) * size * 0.36, size * sheet.between(0.9, 1.9), size * sheet.between(0.17, 0.23)
        body = skia.Rect(px - r, y - tall, px + r, y + size * 0.3)
        sheet.canvas.drawRoundRect(
            body, r, r * 0.5, down(body.top(), body.bottom(), (0, lit, 1), (0.4, plain, 1), (1, dark, 1))
        )
        sheet.canvas.drawOval(
            skia.Rect(px - r, y - tall - r * 0.4, px + r, y - tall + r * 0.5), flat(lighter(lit, 0.2))
        )
        sheet.canvas.drawOval(
            skia.Rect(px - r * 0.65, y - tall - r * 0.2, px + r * 0.65, y - tall + r * 0.32), flat(darker(dark, 0.3))
        )


def _table(sheet: Sheet, x: float, y: float, size: float, own: Colour) -> None:
    """Plates of coral over each other on a stem."""
    lit, plain, dark = _lit(sheet, own)
    sheet.canvas.drawRect(skia.Rect(x - size * 0.16, y - size * 0.8, x + size * 0.16, y + size * 0.3), flat(dark))
    for up, wide in ((0.25, 0.75), (0.6, 1.15), (0.98, 1.5)):
        lean, row = sheet.between(-0.12, 0.12) * size, y - size * up
        plate = skia.Rect(x + lean - size * wide, row - size * 0.16, x + lean + size * wide, row + size * 0.16)
        sheet.canvas.drawOval(plate.makeOffset(0, size * 0.07), flat(dark))
        sheet.canvas.drawOval(plate, down(plate.top(), plate.bottom(), (0, lit, 1), (1, plain, 1)))


def _anemone(sheet: Sheet, x: float, y: float, size: float, own: Colour) -> Live:
    """A tuft of arms with pale tips that sway."""
    lit, plain, _ = _lit(sheet, own)
    arms = [(-1 + 2 * k / 16, sheet.between(0.75, 1.15), sheet.between(0, 1)) for k in range(17)]
    stroke, tips = flat(plain), flat(lighter(lit, 0.35))
    stroke.setStyle(skia.Paint.kStroke_Style)
    stroke.setStrokeWidth(size * 0.13)
    stroke.setStrokeCap(skia.Paint.kRound_Cap)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        path, ends = skia.Path(), skia.Path()
        for lean, long, phase in arms:
            bend = 0.22 * wave(seconds, 1, phase * 0.3 + 0.2 * lean)
            tip = (x + size * (0.95 * lean + bend), y - size * long * (1.25 - 0.5 * abs(lean)))
            path.moveTo(x + size * 0.4 * lean, y + size * 0.1)
            path.quadTo(x + size * 0.55 * lean, y - size * long * 0.6, *tip)
            ends.addCircle(*tip, size * 0.1)
        canvas.drawPath(path, stroke)
        canvas.drawPath(ends, tips)

    return live
