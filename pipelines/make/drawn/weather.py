"""What weather lays over a picture: mist, rain, snow, lightning, leaves in the wind."""

import skia

from pipelines.make.drawn.light import Colour, darker, hexa, lighter, mix
from pipelines.make.drawn.sheet import Sheet, along, down, flat, glow, outline, smooth

LEAF = "fluent:fallen-leaf"  # several of these are not set down but blow about


def mist(sheet: Sheet, y: float, thick: float, strength: float, colour: Colour | None = None) -> None:
    """A bank of mist lying around height `y`."""
    colour = colour or sheet.light.haze
    band = down(y - thick, y + thick, (0, colour, 0), (0.5, colour, strength), (1, colour, 0))
    sheet.canvas.drawRect(skia.Rect(0, y - thick, sheet.w, y + thick), band)


def falling(sheet: Sheet) -> None:
    """Rain, snow, fog or lightning over the whole picture, as the weather has it."""
    weather = sheet.light.weather
    if weather in ("rain", "storm"):
        _rain(sheet, 1.0 if weather == "rain" else 1.4)
    elif weather == "snow":
        _snow(sheet)
    elif weather == "fog":
        for i in range(4):
            mist(sheet, sheet.h * (0.45 + 0.16 * i), sheet.h * 0.2, 0.34)


def _rain(sheet: Sheet, amount: float) -> None:
    count = int(420 * amount * sheet.w / 1920)
    slant = 0.16 * amount
    colour = mix((0.86, 0.91, 0.98), sheet.light.haze, 0.25)
    for layer, (length, width, alpha) in enumerate(((46, 1.1, 0.2), (80, 1.7, 0.28), (130, 2.6, 0.2))):
        paint = flat(colour, alpha * (1 - 0.4 * sheet.light.dark))
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width * sheet.u)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        path = skia.Path()
        for _ in range(count // (1 + layer)):
            x, y = sheet.between(-0.1, 1.1) * sheet.w, sheet.between(-0.1, 1) * sheet.h
            reach = length * sheet.u * sheet.between(0.6, 1.2)
            path.moveTo(x, y)
            path.lineTo(x - slant * reach, y + reach)
        sheet.canvas.drawPath(path, paint)


def _snow(sheet: Sheet) -> None:
    count = int(520 * sheet.w * sheet.h / (1920 * 1080))
    for size in sheet.rng.exponential(2.4, count) + 1.2:
        blur = 0.0 if size < 5 else size * 0.35
        alpha = 0.85 if size < 6 else 0.5
        x, y = sheet.between(0, sheet.w), sheet.between(0, sheet.h)
        sheet.canvas.drawCircle(x, y, float(min(size, 11)) * sheet.u, flat((1, 1, 1), alpha, blur * sheet.u))


def lightning(sheet: Sheet, horizon: float) -> None:
    """One forked stroke, and the cloud it lights up."""
    x, y = sheet.between(0.2, 0.8) * sheet.w, 0.0
    glow(sheet, x, horizon * 0.1, sheet.w * 0.45, hexa("#b9c8ff"), 0.55)
    points = [(x, y)]
    while y < horizon * 0.96:
        y += sheet.between(26, 64) * sheet.u
        x += sheet.between(-44, 44) * sheet.u
        points.append((x, min(y, horizon)))
    branch = points[len(points) // 2 :][:1]
    bx, by = branch[0]
    for _ in range(5):
        bx, by = bx + sheet.between(8, 50) * sheet.u, by + sheet.between(14, 46) * sheet.u
        branch.append((bx, min(by, horizon)))
    for line, width in ((points, 4.5), (branch, 2.4)):
        path = outline(line, close=False)
        for grow, alpha, blur in ((4.0, 0.35, 9.0), (1.0, 1.0, 0.0)):
            paint = flat(hexa("#eef2ff"), alpha, blur * sheet.u)
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(width * grow * sheet.u)
            paint.setStrokeJoin(skia.Paint.kMiter_Join)
            sheet.canvas.drawPath(path, paint)


def leaves(sheet: Sheet, count: int = 46) -> None:
    """Autumn leaves that fall and turn through the whole picture, the nearer ones larger."""
    tones = [hexa(code) for code in ("#d9502f", "#e8862e", "#f0b13c", "#b5462f", "#c9832f")]
    canvas, u = sheet.canvas, sheet.u
    for i in range(count):
        t = ((i + sheet.between(0, 1)) / count) ** 1.6
        size = (12 + 36 * t) * u
        own = sheet.light.on(tones[int(sheet.rng.integers(0, len(tones)))], 0.25 * (1 - t))
        canvas.save()
        canvas.translate(sheet.between(0, 1) * sheet.w, sheet.between(0.02, 0.94) * sheet.h)
        canvas.rotate(sheet.between(0, 360))
        canvas.scale(1, sheet.between(0.45, 1.0))
        leaf = smooth([(-size, 0), (-size * 0.4, -size * 0.52), (size * 0.5, -size * 0.4), (size, 0),
                       (size * 0.5, size * 0.4), (-size * 0.4, size * 0.52)])  # fmt: skip
        canvas.drawPath(
            leaf, along((-size, -size), (size, size), (0, lighter(own, 0.25), 1), (1, darker(own, 0.25), 1))
        )
        rib = flat(darker(own, 0.4), 0.7)
        rib.setStrokeWidth(1.2 * u)
        canvas.drawLine(-size * 1.15, 0, size * 0.8, 0, rib)
        canvas.restore()
